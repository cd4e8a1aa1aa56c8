"""What people say on public and text channels, in many wordings: what fires, what must not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.gate.types import ChannelRules, CustomerFacts, Disclaimer, Facts
from tests.compliance.gate.checks import channel_cases as cases
from tests.compliance.gate.checks import test_channel as channel
from tests.compliance.gate.checks import test_tone as tone

CHANNELS: dict[str, ChannelRules] = {
    "PROMOTIONS": channel.SMS,
    "DETAILS": channel.PUBLIC,
    "LINKS": channel.LINKS,
    "NUMBERS": channel.NUMBERS,
    "REVIEWS": channel.REVIEWS,
    "COMPENSATION": channel.COMPENSATION,
    "HTML": channel.HTML,
    "MARKDOWN": channel.MARKDOWN,
}
FIRES = [(name, text) for name in CHANNELS for text in getattr(cases, name)]
PASSES = [(name, text) for name in CHANNELS for text in getattr(cases, f"NO_{name}")]
DUE = [(trigger, text) for trigger, (due, _) in cases.DISCLAIMERS.items() for text in due]
NOT_DUE = [(trigger, text) for trigger, (_, none) in cases.DISCLAIMERS.items() for text in none]


@pytest.mark.parametrize(("name", "text"), FIRES)
def test_fires(name: str, text: str) -> None:
    assert channel.read(text, CHANNELS[name])


@pytest.mark.parametrize(("name", "text"), PASSES)
def test_passes(name: str, text: str) -> None:
    assert channel.read(text, CHANNELS[name]) == []


def test_an_unknown_sender_has_no_initials() -> None:
    facts: Facts = replace(channel.FACTS, customer=CustomerFacts())
    assert channel.read("We are sorry to hear it.", channel.PUBLIC, facts=facts) == []


def careful(trigger: str) -> tone.ToneOverlay:
    text = "Please ask our team about your own case."
    return replace(tone.FREE, disclaimer=Disclaimer(trigger, text))


@pytest.mark.parametrize(("trigger", "text"), DUE)
def test_a_disclaimer_is_due(trigger: str, text: str) -> None:
    assert [one.rule for one in tone.read(text, careful(trigger))] == ["disclaimer"]


@pytest.mark.parametrize(("trigger", "text"), NOT_DUE)
def test_no_disclaimer_is_due(trigger: str, text: str) -> None:
    assert tone.read(text, careful(trigger)) == []
