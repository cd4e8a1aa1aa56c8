"""Drafts of one class share a fingerprint; the model may name what a ticket is about."""

from dataclasses import replace

import pytest

from drafting.backends.base import Generation
from drafting.backends.openai import read_reply
from drafting.backends.scripted import Scripted
from drafting.context.fingerprints import class_fingerprint, conditions
from drafting.context.prompt import prompt_for
from drafting.models import Draft
from tests.drafting.test_assemble import memory, payload  # noqa: F401  (a fixture)

MADE = {"ruleset_sha256": "r" * 64, "prompt_version": "p1", "model": "m1"}


def test_what_was_said_and_when_does_not_matter(memory):  # noqa: F811
    one = payload(memory, said="Hi", ticket_class="hours")
    other = payload(memory, said="Something else", ticket_class="hours")
    assert one.sha256 != other.sha256
    assert class_fingerprint(one, **MADE) == class_fingerprint(other, **MADE)


@pytest.mark.parametrize("part", [*MADE, "ticket_class", "tone", "channel", "policy", "state"])
def test_every_condition_matters(memory, part):  # noqa: F811
    base = payload(memory, ticket_class="hours")
    changed, made = base, dict(MADE)
    place = base.facts.place
    first = place.policies[0]
    if part in MADE:
        made[part] = "another"
    elif part == "ticket_class":
        changed = replace(base, ticket_class="leaving")
    elif part == "tone":
        changed = replace(base, tone=replace(base.tone, version=9))
    elif part == "channel":
        changed = replace(base, channel=replace(base.channel, version=9))
    else:
        newer = replace(first, provenance=replace(first.provenance, version=9))
        place = (
            replace(place, policies=(newer, *place.policies[1:]))
            if part == "policy"
            else replace(place, licence_states=("US-UT",))
        )
        changed = replace(base, facts=replace(base.facts, place=place))
    assert class_fingerprint(changed, **made) != class_fingerprint(base, **MADE)


def test_the_conditions_name_rows_and_versions(memory):  # noqa: F811
    said = conditions(payload(memory), **MADE)
    assert said["policies"] == [
        {"key": "refund_window_days", "row": "ownership:franchise", "version": 1}
    ]
    assert said["jurisdictions"] == {"location": "US-NV", "customer": None, "licences": []}


def test_a_draft_keeps_its_class_fingerprint(draft):
    first = draft()
    second = draft(external_id="T-2", text="May I return my jacket, please?")
    other = draft(external_id="T-3", location_code="ald-denver")
    assert len(first.class_fingerprint) == 64
    assert first.class_fingerprint == second.class_fingerprint != other.class_fingerprint
    same = Draft.objects.filter(class_fingerprint=first.class_fingerprint)
    assert set(same) == {first, second}


# --- The model's label ---------------------------------------------------------------------------


@pytest.fixture
def labelled(monkeypatch):
    """Have the scripted backend name a class, as a model may."""

    def labelled(label):
        def generate(self, payload, prompt):
            return Generation(text=self.text, suggested_class=label)

        monkeypatch.setattr(Scripted, "generate", generate)

    return labelled


@pytest.mark.parametrize(
    ("text", "label", "kept", "ends_in", "confidence"),
    [
        ("Lorem ipsum", "returns", "returns", "returns", None),
        ("Can I return it?", "hours", "hours", "returns", 1.0),
        ("Lorem ipsum", "no such class", "", None, 0.0),
        ("Lorem ipsum", "", "", None, 0.0),
    ],
)
def test_the_models_class_counts_where_the_cues_found_none(
    draft, labelled, text, label, kept, ends_in, confidence
):
    labelled(label)
    made = draft("We are happy to help.", text)
    made.ticket.refresh_from_db()
    found = made.ticket.ticket_class
    assert made.suggested_class == kept
    assert (found and found.code, made.ticket.class_confidence) == (ends_in, confidence)


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ('"returns"', "returns"),
        ("null", ""),
        ("7", ""),
        ('["returns"]', ""),
        ('"' + "x" * 61 + '"', ""),
        ('"re\\nturns"', ""),
    ],
)
def test_a_bad_label_costs_no_reply(said, label):
    assert read_reply(f'{{"text": "Hi", "sources": [], "class": {said}}}') == ("Hi", (), label)
    assert read_reply('{"text": "Hi", "sources": []}') == ("Hi", (), "")


def test_the_prompt_lists_the_classes(memory):  # noqa: F811
    told = prompt_for(payload(memory), customer_fields=(), classes={"hours": "Opening hours"})
    assert '"hours": "Opening hours"' in told.user
