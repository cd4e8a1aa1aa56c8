"""Two overlays on one payload give two voices, as the documentation shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest

from compliance.gate.pipeline import gate
from compliance.gate.tone.guidance import tone_guidance
from compliance.gate.tone.report import Standing
from compliance.gate.types import Layer, Verdict
from compliance.voices import tone_overlay
from console.bundles.schema import read_bundle
from console.evaluation.running import Evaluation, configuration_of
from drafting.backends.composer import Composer, Template
from drafting.context.assemble import assemble
from drafting.context.customers import customer_facts
from drafting.context.payload import ContextPayload, Message
from drafting.context.prompt import prompt_for

ROOT = Path(__file__).parents[2]
SECTION = re.compile(r"^## Two voices\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WEEKDAY = datetime(2026, 11, 3, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
TEXT_SENTENCES = re.compile(r"[a-z0-9]\. [A-Z]|[a-z0-9]\.\n")
SCOPES = "verticals: {shop: {name: Shop}, stall: {name: Stall}}\n"
NAMES = ("unhurried", "breezy")


@dataclass(frozen=True)
class Shown:
    """What the documentation shows: the overlays, the question, the template, and what comes."""

    voices: str
    question: str
    template: str
    replies: dict[str, str]
    told: dict[str, str]


@cache
def shown() -> Shown:
    section = SECTION.search((ROOT / "docs" / "tone.md").read_text(encoding="utf-8"))
    assert section is not None
    blocks = [found[2].rstrip("\n") for found in BLOCK.finditer(section[1])]
    voices, question, template, *rest = blocks
    assert len(rest) == 2 * len(NAMES)
    return Shown(
        voices,
        question,
        template,
        dict(zip(NAMES, rest[:2], strict=True)),
        dict(zip(NAMES, rest[2:], strict=True)),
    )


@cache
def rules():
    return Evaluation(read_bundle(ROOT / "demo" / "world")).ruleset


@cache
def payload(name: str) -> ContextPayload:
    """The one payload of the question, at a restaurant of the demo, in one of the two voices."""
    world = read_bundle(ROOT / "demo" / "world")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "voices.yaml"
        file.write_text(SCOPES + shown().voices, encoding="utf-8")
        rows = {row.code: row for row in read_bundle(file).overlays}
    customer = next(row for row in world.customers if row.name == "Isaac Boyd")
    known = assemble(
        configuration_of(world),
        location="smk-houston",
        channel="email",
        at=WEEKDAY,
        customer=customer_facts(customer, None),
        messages=[Message("customer", shown().question)],
        ticket_class="hours",
    )
    return replace(known, tone=tone_overlay([rows[name]], "email"))


def composed(name: str) -> str:
    return (
        Composer([Template("shown", "hours", shown().template)], rules())
        .generate(payload(name))
        .text
    )


def decided(text: str, voice: str):
    return gate(payload(voice).gate_input(text), rules())


def broken(text: str, voice: str) -> set[str]:
    return {found.rule for found in decided(text, voice).findings if found.layer is Layer.TONE}


@pytest.mark.parametrize("name", NAMES)
def test_the_documentation_shows_what_is_composed_and_told(name):
    assert composed(name) == shown().replies[name]
    assert tone_guidance(payload(name).tone) == shown().told[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_model_is_told_the_same_facts_and_its_own_voice(name):
    other = next(each for each in NAMES if each != name)
    mine, theirs = (prompt_for(payload(each), customer_fields=()) for each in (name, other))
    assert mine.user == theirs.user
    assert shown().told[name] in mine.system
    assert shown().told[other] not in mine.system


def test_each_voice_passes_its_own_gate_and_breaks_the_other():
    for name in NAMES:
        decision = decided(composed(name), name)
        assert decision.verdict is Verdict.PASS
        assert decision.tone is not None
        assert decision.tone.standing is not Standing.FAIL
    assert broken(composed("unhurried"), "breezy") == {"prohibited", "sentence_max"}
    assert broken(composed("breezy"), "unhurried") == {
        "contractions",
        "emoji",
        "exclamations",
        "prohibited",
    }


def test_the_two_differ_in_what_a_reader_sees_and_agree_in_the_facts():
    unhurried, breezy = (composed(name) for name in NAMES)
    assert unhurried.startswith("Dear Isaac Boyd,")
    assert breezy.startswith("Hi Isaac!")
    assert unhurried.endswith("With kind regards,\nSmokestack Montrose")
    assert breezy.endswith("See you soon 🎉\nSmokestack Montrose")
    assert "it is best" in unhurried
    assert "it's best" in breezy.casefold()
    assert len(TEXT_SENTENCES.findall(breezy)) > len(TEXT_SENTENCES.findall(unhurried))
    assert (breezy.count("🎉"), unhurried.count("🎉")) == (1, 0)
    for fact in ("11 a.m. to 1 a.m. on Saturday, November 7", "713-555-0150"):
        assert fact in unhurried
        assert fact in breezy


def test_what_the_gate_mends_of_a_foreign_voice_is_in_the_own_one():
    mended = decided(composed("breezy"), "unhurried").text_after
    assert mended is not None
    assert not broken(mended, "unhurried")
    assert mended.startswith("Hello Isaac.\n\nThank you for asking.")
    assert "it is best" in mended.casefold()
    assert not set("🎉!") & set(mended)
