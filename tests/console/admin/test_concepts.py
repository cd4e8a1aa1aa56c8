"""An operator's own concepts in the admin: added, refused at the right field, kept from harm."""

import pytest
from django.db import connection
from django.test import Client

from compliance.loading import stored_ruleset
from compliance.models import ComplianceRule, Concept

ADD = "/admin/compliance/concept/add/"
FORM = {
    "name": "ticket_words",
    "relation": "own",
    "about": "Prizes",
    "expressions": "golden ticket\nlucky draw",
    "active": "on",
    "change_reason": "a campaign",
}


@pytest.fixture
def client(operator):
    client = Client()
    client.force_login(operator)
    return client


@pytest.fixture
def concept(client):
    assert client.post(ADD, FORM).status_code == 302
    return Concept.objects.get(name="ticket_words")


@pytest.fixture
def rule(concept):
    return ComplianceRule.objects.create(
        code="prizes",
        kind="prohibited_claim",
        claim="a prize is promised",
        detectors=["win ... @ticket_words"],
        examples=["You win a golden ticket"],
        action="block",
    )


def page(concept, kind="change"):
    return f"/admin/compliance/concept/{concept.pk}/{kind}/"


def errors_of(response):
    assert response.status_code == 200
    return response.context["adminform"].form.errors


def test_a_concept_is_stored_with_its_history(concept):
    assert concept.expressions == ["golden ticket", "lucky draw"]
    assert concept.history.get().history_change_reason == "a campaign"
    (own,) = stored_ruleset().own
    assert own.name == "ticket_words"


@pytest.mark.parametrize(
    ("changed", "field", "hint"),
    [
        ({"expressions": "(a | b"}, "expressions", "“)” for this bracket is missing"),
        ({"expressions": "(a | b"}, "expressions", "(a | b\n^"),
        ({"expressions": "@guarante"}, "expressions", "did you mean @guarantee"),
        ({"expressions": "@ticket_words"}, "expressions", "would contain itself"),
        ({"expressions": "a & b & c & d & e"}, "expressions", "may have 3, “&” in a row"),
        ({"expressions": ""}, "expressions", "required"),
        ({"name": "free"}, "name", "There is a shipped concept @free"),
        ({"name": "Free gifts"}, "name", "lower-case letters"),
        ({"name": "kind_prizes"}, "name", "kept for shipped concepts"),
        ({"relation": "extends"}, "name", "no shipped concept @ticket_words"),
        ({"name": "guarante", "relation": "replaces"}, "name", "did you mean @guarantee"),
        ({"about": ""}, "about", "required"),
        ({"change_reason": ""}, "change_reason", "Say why"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(client, changed, field, hint):
    found = errors_of(client.post(ADD, FORM | changed))
    assert list(found) == [field]
    assert hint in "\n".join(found[field])
    assert not Concept.objects.exists()


def test_a_second_one_of_the_same_name_is_refused(client, concept):
    assert "already exists" in errors_of(client.post(ADD, FORM))["name"][0]


def test_a_circle_through_another_is_refused(client, concept):
    client.post(ADD, FORM | {"name": "outer", "expressions": "@ticket_words"})
    sent = FORM | {"expressions": "@outer", "seen_version": 1}
    found = errors_of(client.post(page(concept), sent))
    assert "@ticket_words → @outer → @ticket_words" in found["expressions"][0]


@pytest.mark.parametrize(
    ("changed", "field", "hint"),
    [
        ({"name": "prize_words"}, "name", "rule prizes (“win ... @ticket_words”: there is no"),
        ({"active": ""}, "active", "rule prizes (“win ... @ticket_words”: there is no"),
        ({"expressions": "@prize_words"}, "expressions", "there is no concept @prize_words"),
    ],
)
def test_a_change_that_breaks_a_rule_is_refused(client, concept, rule, changed, field, hint):
    sent = {name: value for name, value in (FORM | changed).items() if value}
    found = errors_of(client.post(page(concept), sent | {"seen_version": 1}))
    assert list(found) == [field]
    assert hint in found[field][0]


def test_a_change_that_breaks_nothing_is_saved_and_met_at_once(client, concept, rule):
    before = stored_ruleset().fingerprint
    sent = FORM | {"expressions": "golden ticket\nspin the wheel", "seen_version": 1}
    assert client.post(page(concept), sent).status_code == 302
    assert stored_ruleset().fingerprint != before
    assert stored_ruleset().own[0].version == 2


def test_deleting_one_that_is_used_is_refused_naming_the_rule(client, concept, rule):
    sent = {"post": "yes", "change_reason": "over"}
    shown = client.post(page(concept, "delete"), sent, follow=True).content.decode()
    assert "@ticket_words is in use" in shown
    assert "rule prizes" in shown
    assert Concept.objects.filter(pk=concept.pk).exists()
    rule.delete()
    client.post(page(concept, "delete"), sent)
    assert not Concept.objects.exists()


def test_deleting_one_that_another_refers_to_is_refused(client, concept):
    client.post(ADD, FORM | {"name": "outer", "expressions": "@ticket_words"})
    sent = {"post": "yes", "change_reason": "over"}
    shown = client.post(page(concept, "delete"), sent, follow=True).content.decode()
    assert "the concept @outer" in shown
    assert Concept.objects.filter(pk=concept.pk).exists()


def test_replacing_starts_from_the_shipped_list_and_extending_from_nothing(client):
    address = f"{ADD}?name=free&relation=replaces"
    typed = client.get(address).context["adminform"].form["expressions"].value()
    assert "complimentary" in typed
    address = f"{ADD}?name=free&relation=extends"
    form = client.get(address).context["adminform"].form
    assert (form["name"].value(), form["relation"].value()) == ("free", "extends")
    assert not form["expressions"].value()


def test_its_page_shows_the_shipped_list_and_the_rules_that_name_it(client, concept, rule):
    assert "prizes" in client.get(page(concept)).content.decode()
    client.post(ADD, FORM | {"name": "free", "relation": "extends"})
    shown = client.get(page(Concept.objects.get(name="free"))).content.decode()
    assert "complimentary" in shown


def test_a_row_written_past_the_forms_counts_at_once(concept):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE compliance_concept SET expressions = '{silver spoon}'")
    assert stored_ruleset().own[0].expressions == ("silver spoon",)


def test_an_old_version_comes_back_with_a_reason(client, concept, rule):
    sent = FORM | {"expressions": "golden ticket\n@free", "seen_version": 1}
    assert client.post(page(concept), sent).status_code == 302
    first = concept.history.get(version=1)
    address = f"/admin/compliance/concept/{concept.pk}/history/{first.history_id}/"
    sent = {"change_reason": "back", "seen_version": 2}
    assert client.post(address, sent).status_code == 302
    concept.refresh_from_db()
    assert (concept.version, concept.expressions) == (3, ["golden ticket", "lucky draw"])
