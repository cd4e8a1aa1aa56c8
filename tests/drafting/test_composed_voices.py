"""Composed replies keep to their voice before the gate reads them, with the same facts in any."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.gate.pipeline import gate
from compliance.gate.reading import Reading
from compliance.gate.tone.rendering import voiced
from compliance.gate.tone.voice import stated_names
from compliance.gate.types import Layer, ToneOverlay
from console.bundles.schema import read_bundle
from console.evaluation.running import Evaluation, configuration_of
from drafting.backends.composer import Composer, render
from drafting.backends.filling import Filling
from drafting.context.assemble import assemble
from drafting.context.customers import customer_facts
from drafting.context.payload import Message
from drafting.pipeline import template_value

WORLD = Path(__file__).parents[2] / "demo" / "world"
MONDAY = datetime(2026, 11, 2, 10, 0, tzinfo=ZoneInfo("America/New_York"))
# One location of each vertical; the clinic's has a rule on every side.
PLACES = ("aur-soho", "auc-miami", "smk-houston", "fer-boston", "har-brooklyn")
CHANNELS = ("email", "chat", "sms", "public_review")


@cache
def world():
    rows = read_bundle(WORLD)
    return rows, configuration_of(rows), Evaluation(rows).ruleset


@cache
def payloads():
    """Each template of the demo with each payload that it fits, at one location a vertical."""
    rows, configuration, _ = world()
    templates = [template_value(row) for row in rows.reply_templates]
    classes = {row.code: row for row in rows.ticket_classes}
    found = []
    for place in PLACES:
        customer = next(
            row for row in rows.customers if any(o["location"] == place for o in row.orders)
        )
        for channel in CHANNELS:
            for code, row in classes.items():
                cues = " and ".join(row.cues[:3])
                payload = assemble(
                    configuration,
                    location=place,
                    channel=channel,
                    at=MONDAY,
                    customer=customer_facts(customer, None),
                    messages=[Message("customer", f"I ask about {cues} this Saturday.")],
                    ticket_class=code,
                )
                found += [(one, payload) for one in templates if one.fits(payload)]
    return found


def test_the_gate_finds_no_fault_with_the_voice_of_a_composed_reply():
    _, _, rules = world()
    composed = 0
    for template, payload in payloads():
        text = Composer([template], rules).generate(payload).text
        decision = gate(payload.gate_input(text), rules)
        faults = [
            (found.rule, found.excerpt) for found in decision.findings if found.layer is Layer.TONE
        ]
        assert not faults, (template.code, payload.facts.place.code, payload.channel.code, text)
        composed += 1
    assert composed > 300


def test_a_voice_with_contractions_gets_them_from_plain_templates():
    rows, _, rules = world()
    hours = next(template_value(row) for row in rows.reply_templates if row.code == "hours")
    said = {
        payload.facts.place.vertical: Composer([hours], rules).generate(payload).text
        for template, payload in payloads()
        if template.code == "hours" and payload.channel.code == "email"
    }
    assert "Tomorrow we're open" in said["restaurant"]
    assert "Tomorrow we are open" in said["spa"]


PHRASES = ("thank you", "glad", "team", "reach", "please", "thanks", "our records show", "is open")
voices = st.builds(
    ToneOverlay,
    contractions=st.sampled_from(["use", "avoid", "free"]),
    spelling=st.sampled_from(["us", "gb", ""]),
    person=st.sampled_from(["first_plural", "first_singular", "any"]),
    second_person=st.sampled_from(["use", "avoid", "free"]),
    address=st.sampled_from(["first_name", "title", "none", "free"]),
    formality=st.sampled_from(["formal", "neutral", "casual", ""]),
    emoji_max=st.sampled_from([0, 1, None]),
    exclamations_max=st.sampled_from([0, 1, None]),
    capitals_max=st.sampled_from([0, 1, None]),
    sentence_max=st.sampled_from([8, 34, None]),
    sentence_mean=st.sampled_from([(7.0, 20.0), None]),
    greetings=st.sampled_from([(), ("HELLO {first_name}!! 🎉", "Hiya! 🎉")]),
    closings=st.sampled_from([(), ("CHEERS!!! we're {brand}",)]),
    prohibited=st.lists(st.sampled_from(PHRASES), max_size=3, unique=True).map(tuple),
    replacements=st.lists(
        st.tuples(st.sampled_from(PHRASES), st.sampled_from(["we're happy", "kindly", "HQ"])),
        max_size=3,
        unique_by=lambda pair: pair[0],
    ).map(tuple),
)


def _facts_in(text, names):
    """Every figure, link and code of a text, and how often it says each name."""
    figures = Counter(re.findall(r"[$#]?\w*(?:[-.:/,@]?\d\w*)+%?|\S+\.example\b", text))
    return figures, {name: text.count(name) for name in names}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10_000), voices)
def test_no_voice_changes_a_fact_a_name_a_code_or_a_figure(number, voice):
    template, payload = payloads()[number % len(payloads())]
    payload = replace(payload, tone=voice)
    raw = render(template.body, Filling(payload))
    if raw is None:
        return
    _, _, rules = world()
    text = voiced(Reading(payload.gate_input(raw), rules).speech)
    names = stated_names(payload.facts)
    assert _facts_in(text, names) == _facts_in(raw, names)
    assert voiced(Reading(payload.gate_input(text), rules).speech) == text


@pytest.mark.parametrize("quoted", ['You wrote: "We are GLAD, I\'m here!!! 🎉"'])
def test_what_the_customer_wrote_stays_as_written(quoted):
    _, payload = payloads()[0]
    voice = ToneOverlay(
        contractions="avoid", emoji_max=0, exclamations_max=0, capitals_max=0, prohibited=("glad",)
    )
    case = replace(payload, tone=voice).gate_input(f"{quoted} and we'll look into it!")
    assert voiced(Reading(case).speech) == f"{quoted} and we will look into it."
