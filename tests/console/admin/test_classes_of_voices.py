"""Voices that name phrase classes: refused where one cannot be used, and kept from harm."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from compliance.gate.fingerprint import fingerprint
from compliance.models import Concept, ToneOverlay
from compliance.voices import tone_overlay
from console.rulebook.survey import survey
from tests.console.admin.test_concepts import FORM, errors_of, page

TODAY = date(2026, 3, 2)


@pytest.fixture
def client(operator):
    client = Client()
    client.force_login(operator)
    return client


@pytest.fixture
def concept(db):
    return Concept.objects.create(
        name="ticket_words", about="Prizes", expressions=["golden ticket", "lucky draw"]
    )


@pytest.fixture
def overlay(boston, concept):
    return ToneOverlay.objects.create(
        code="calm",
        vertical=boston.vertical,
        prohibited=["hey", "@ticket_words"],
        replacements={"@casual_greetings": "Hello"},
    )


def refused(row):
    with pytest.raises(ValidationError) as error:
        row.clean()
    return error.value.message_dict


@pytest.mark.parametrize(
    ("values", "field", "hint"),
    [
        (
            {"prohibited": ["hey", "@casual_greetngs"]},
            "prohibited",
            "There is no concept @casual_greetngs; did you mean @casual_greetings?",
        ),
        ({"prohibited": ["@Slang"]}, "prohibited", "There is no concept @Slang"),
        ({"prohibited": ["@"]}, "prohibited", "There is no concept @"),
        ({"replacements": {"@slng": "so"}}, "replacements", "did you mean @slang"),
    ],
)
def test_a_class_that_is_not_there_is_refused_at_its_field(boston, values, field, hint):
    found = refused(ToneOverlay(code="calm", vertical=boston.vertical, **values))
    assert list(found) == [field]
    assert found[field][0].startswith(hint) or hint in found[field][0]


def test_shipped_and_own_classes_are_accepted(overlay):
    overlay.clean()
    assert overlay.classes == ("ticket_words", "casual_greetings")


@pytest.mark.parametrize(
    ("changed", "field"), [({"name": "prize_words"}, "name"), ({"active": ""}, "active")]
)
def test_renaming_or_switching_off_a_class_in_use_is_refused(
    client, concept, overlay, changed, field
):
    sent = {name: value for name, value in (FORM | changed).items() if value}
    found = errors_of(client.post(page(concept), sent | {"seen_version": 1}))
    assert "voice calm (there is no concept @ticket_words" in found[field][0]


def test_deleting_a_class_in_use_is_refused_and_its_page_says_by_whom(client, concept, overlay):
    assert "voice calm" in client.get(page(concept)).content.decode()
    sent = {"post": "yes", "change_reason": "over"}
    shown = client.post(page(concept, "delete"), sent, follow=True).content.decode()
    assert "@ticket_words is in use" in shown
    overlay.delete()
    client.post(page(concept, "delete"), sent)
    assert not Concept.objects.exists()


def test_what_was_written_past_the_forms_is_told_as_holding_drafts(overlay):
    assert survey(TODAY) == []
    with connection.cursor() as cursor:
        cursor.execute("UPDATE compliance_concept SET active = false")
    (trouble,) = survey(TODAY)
    assert (trouble.what, trouble.holds) == ("voice calm", True)
    assert "there is no concept @ticket_words" in trouble.why


def test_the_voice_of_a_payload_follows_an_edited_class(concept, overlay):
    def voice():
        return tone_overlay([overlay], "email", Concept.objects.in_force)

    before = voice()
    (own,) = before.classes
    assert (own.name, own.version, own.samples) == (
        "ticket_words",
        1,
        ("golden ticket", "lucky draw"),
    )
    concept.expressions = ["silver spoon"]
    concept.version = 2
    concept.save()
    assert fingerprint(voice()) != fingerprint(before)


def test_concepts_are_only_asked_for_where_a_class_is_named(boston, django_assert_num_queries):
    plain = ToneOverlay(code="plain", vertical=boston.vertical, prohibited=["hey"])
    with django_assert_num_queries(0):
        tone_overlay([plain], "email", Concept.objects.in_force)


def test_the_page_of_concepts_lists_classes_with_purpose_examples_and_users(client, overlay):
    library = client.get("/concepts/").context["library"]
    names = [each.name for each in library.classes]
    assert "casual_greetings" in names
    assert not set(names) & {each.name for each in library.starters}
    shown = client.get("/concepts/?q=casual_greetings").content.decode()
    assert "Greetings that belong among friends" in shown
    assert "“Howdy!”" in shown
    assert "Used by voice calm." in shown
