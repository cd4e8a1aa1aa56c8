"""A rule that could not act as its author means it is refused in the admin, at the right field."""

import pytest
from django.test import Client

from compliance.gate.cost import MOST_DETECTORS, MOST_EXAMPLES
from compliance.models import ComplianceRule
from locations.models import PolicyTerm

ADD = "/admin/compliance/compliancerule/add/"
TYPED = {
    "code": "cards",
    "kind": "prohibited_claim",
    "action": "block",
    "claim": "gift cards expire",
    "change_reason": "a new law",
}

DISCLOSURE = {"kind": "required_disclosure", "action": "insert_disclosure", "text": "Ask us."}
HEARING = {"fires_on": "message", "customer_says": "stop texting me"}
TOPIC = {"kind": "restricted_topic", "action": "hand_over", "text": "A nurse will call."}


@pytest.fixture
def client(operator):
    client = Client()
    client.force_login(operator)
    return client


@pytest.fixture
def form(client):
    """What a browser sends from the empty form, with what an operator typed."""
    fields = client.get(ADD).context["adminform"].form
    sent = {bound.html_name: bound.value() for bound in fields}
    return {name: value for name, value in sent.items() if value} | TYPED


def test_a_sound_rule_is_saved(client, form):
    sent = form | {"detectors": "gift card ... @expire\n/gold(en)? card/"}
    assert client.post(ADD, sent).status_code == 302
    assert ComplianceRule.objects.filter(code="cards").exists()


@pytest.mark.parametrize("typed", [DISCLOSURE, HEARING, TOPIC])
def test_each_shape_is_saved(client, form, typed):
    assert client.post(ADD, form | typed).status_code == 302


def test_a_slot_that_a_stored_term_has_is_saved(client, form):
    PolicyTerm.objects.create(key="cancel_url", unit="text")
    sent = form | DISCLOSURE | {"text": "See {cancel_url} or call {location.phone}."}
    assert client.post(ADD, sent).status_code == 302
    assert ComplianceRule.objects.get(code="cards").text == sent["text"]


@pytest.mark.parametrize(
    ("changed", "field", "hint"),
    [
        # It does not compile.
        ({"detectors": "gift card\n(a | b"}, "detectors", "“)” for this bracket is missing"),
        ({"detectors": "(a | b"}, "detectors", "(a | b\n^"),
        ({"detectors": "a ?? b"}, "detectors", "a ?? b\n  ^"),
        ({"detectors": "/(unclosed/"}, "detectors", "missing )"),
        ({"claim": ""}, "claim", "required"),
        # It is too costly.
        ({"detectors": " near ".join("abcdefghij")}, "detectors", "may have 7"),
        ({"detectors": "a & b & c & d & e"}, "detectors", "may have 3"),
        ({"detectors": " | ".join(["x"] * 201)}, "detectors", "may have 200"),
        ({"detectors": "word " * 250}, "detectors", "1000"),
        ({"detectors": "a {0,41} b"}, "detectors", "at most 40 words"),
        ({"detectors": "(" * 20 + "a" + ")" * 20}, "detectors", "12 deep"),
        ({"detectors": "/(a{1,900}){1,900}/"}, "detectors", "/(a{1,900}){1,900}/"),
        (
            {"detectors": "\n".join(f"word{n}" for n in range(MOST_DETECTORS + 1))},
            "detectors",
            "may be 100",
        ),
        (
            {"examples": "\n".join(f"card {n} expires" for n in range(MOST_EXAMPLES + 1))},
            "examples",
            "may be 200",
        ),
        # It names an unknown concept.
        ({"detectors": "card @expir"}, "detectors", "did you mean @expiry or @expire?"),
        ({"detectors": "card @expir"}, "detectors", "card @expir\n     ^"),
        # It contradicts its own examples.
        (
            {"detectors": "golden ticket", "examples": "it"},
            "examples",
            "does not catch its example “it”",
        ),
        (
            {"examples": "cards expire", "counter_examples": "gift cards expire\ncards expire"},
            "counter_examples",
            "“cards expire” is fine, so the rule never catches its example",
        ),
        ({"claim": "it is so"}, "examples", "add an example"),
        # What is missing.
        ({"kind": "required_disclosure"}, "text", "needs the text"),
        ({"action": "rewrite"}, "text", "A rewrite needs its text"),
        ({"binds_on": "location"}, "states", "Name the states"),
        ({"states": "US-ZZ", "binds_on": "location"}, "states", "existing state"),
        ({"locations": "nowhere"}, "locations", "No location has the code nowhere"),
        # Its text could never be completed.
        (DISCLOSURE | {"text": "See {cancel_url}."}, "text", "key of the slot {cancel_url}"),
        (DISCLOSURE | {"short_text": "{canel_url}"}, "short_text", "{canel_url}"),
        (DISCLOSURE | {"text": "Fax {location.fax}."}, "text", "{location.fax} is no slot"),
        (DISCLOSURE | {"text": "Dear {customer.name}"}, "text", "known of a customer"),
        (DISCLOSURE | {"text": "Brace {"}, "text", "stands alone"),
        # What it hears, and how its text goes in, do not fit together.
        ({"customer_says": "stop texting me"}, "fires_on", "“both” or “message”"),
        ({"fires_on": "both"}, "customer_says", "add a phrase"),
        (HEARING | {"examples": "cards expire"}, "examples", "customer_says"),
        (HEARING | {"detectors": "gift card"}, "detectors", "customer_detectors"),
        (HEARING | {"action": "remove"}, "action", "nothing can be removed"),
        ({"fires_on": "both", "customer_detectors": "(a | b"}, "customer_detectors", "is missing"),
        (HEARING | {"customer_says": "it"}, "customer_says", "message"),
        (DISCLOSURE | {"must_mention": "@no_such_list"}, "must_mention", "@no_such_list"),
        ({"action": "hand_over", "text": "We call."}, "action", "restricted topic"),
        (TOPIC | {"text": ""}, "text", "needs the text"),
        (TOPIC | {"text": "we call"}, "text", "full stop"),
        ({"verbatim": "on"}, "verbatim", "no text to keep"),
        (DISCLOSURE | {"verbatim": "on", "must_mention": "x"}, "must_mention", "its own words"),
        ({"placement": "start"}, "placement", "required disclosure"),
        ({"once_per_conversation": "on"}, "once_per_conversation", "is added"),
    ],
)
def test_it_is_refused_at_the_field_to_mend(client, form, changed, field, hint):
    response = client.post(ADD, form | changed)
    assert response.status_code == 200
    found = response.context["adminform"].form.errors
    assert list(found) == [field]
    assert hint in "\n".join(found[field])
    assert not ComplianceRule.objects.filter(code="cards").exists()
