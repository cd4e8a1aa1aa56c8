"""What a voice enforces: what breaks it, and how the mended draft reads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.reading import Reading
from compliance.gate.tone.dimensions import DIMENSIONS, tone_report
from compliance.gate.tone.report import Standing
from compliance.gate.types import FieldSource, ToneOverlay
from console.benchmarks.tone import EVERYTHING
from tests.compliance.gate.checks.test_tone import CHECK, FREE, case, mended, read


def rules(text: str, tone: ToneOverlay) -> list[str]:
    return [found.rule for found in read(text, tone)]


NAMELESS = replace(FREE, address="none")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Hello Ines, we are open.", "Hello, we are open."),
        ("Dear Ms. O'Dell,\nWe are open.", "Hello,\nWe are open."),
        ("Thanks, Ines! We are open.", "Thanks! We are open."),
        ("Yes, Ines, we are open.", "Yes, we are open."),
        ("We are open. Ines, please call.", "We are open. Please call."),
    ],
)
def test_a_voice_that_names_nobody(text: str, after: str) -> None:
    assert mended(text, NAMELESS) == after


@pytest.mark.parametrize(
    "text",
    ["Hello, we are open.", "Hello there, we are open.", "The booking of Ines O'Dell is at nine."],
)
def test_a_name_that_is_no_address_stays(text: str) -> None:
    assert rules(text, NAMELESS) == []


@pytest.mark.parametrize(
    ("text", "address", "standing"),
    [
        ("Hello Ines, yes.", "first_name", Standing.PASS),
        ("Dear Ines O'Dell, yes.", "first_name", Standing.NEAR),
        ("Hello Ines, yes.", "title", Standing.NEAR),
        ("Dear Ms. O'Dell, yes.", "title", Standing.PASS),
        ("Dear Ines O'Dell, yes.", "title", Standing.PASS),
        ("Hello, yes.", "title", Standing.NEAR),
        ("We are open.", "title", Standing.PASS),
    ],
)
def test_a_form_of_address_is_reported(text: str, address: str, standing: Standing) -> None:
    tone = replace(FREE, address=address)
    assert rules(text, tone) == []
    assert tone_report(Reading(case(text, tone)).speech)["address"].standing is standing


def test_speaking_to_the_customer() -> None:
    avoid, use = replace(FREE, second_person="avoid"), replace(FREE, second_person="use")
    assert rules("Your room is ready, thank you.", avoid) == ["second_person"]
    assert rules("The room is ready, thank you.", avoid) == []
    told = Reading(case("The room is ready.", use)).speech
    assert tone_report(told)["second_person"].standing is Standing.NEAR
    assert rules("The room is ready.", use) == []


def test_words_in_capitals() -> None:
    quiet = replace(FREE, capitals_max=0)
    assert mended("Come by TODAY for your FREE wash.", quiet) == "Come by today for your free wash."
    assert rules("Reply STOP to opt out. The FAQ is at our NY desk.", quiet) == []
    assert mended("It is FREE. We are OPEN today.", replace(FREE, capitals_max=1)) == (
        "It is FREE. We are open today."
    )


def test_the_length_of_a_reply() -> None:
    short = replace(FREE, reply_words=(4, 6))
    assert rules("We are open today until nine at night.", short) == ["reply_words"]
    assert rules("We are open today.", short) == []
    said = tone_report(Reading(case("Yes.", short)).speech)["reply_words"]
    assert (said.value, said.standing) == (1, Standing.NEAR)


def test_a_finding_names_the_overlay_that_says_so() -> None:
    merged = replace(
        FREE, code="spa+elm", version=5, emoji_max=0, sources=(FieldSource("emoji_max", "elm", 3),)
    )
    (found,) = read("We are open 🎉", merged)
    assert found.fact is not None
    assert (found.fact.source, found.fact.version, found.rule_version) == ("elm", 3, 3)


def test_emoji_of_a_set() -> None:
    own = replace(FREE, emoji_allowed=("🙂", "👍"), emoji_max=1)
    assert mended("Yes 🎉 done 👍🏽 fine 🙂", own) == "Yes done 👍🏽 fine."
    assert rules("Yes 🎉", own) == ["emoji_allowed"]
    assert rules("Yes 🙂", own) == []


WORDS = st.sampled_from(
    "Hello Ines, we're open. FREE! 🎉 :) Hey you I'm glad; no worries it and the is at nine".split()  # noqa: SIM905
)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.booleans())
def test_what_fails_is_broken_somewhere_and_nothing_else_is(text: str, singular: bool) -> None:
    tone = replace(EVERYTHING, address="none", second_person="avoid", sentence_max=12)
    tone = replace(tone, person="first_singular" if singular else "first_plural")
    reading = Reading(case(text, tone))
    broken = {found.rule for found in CHECK.find(reading)}
    assert reading.tone is not None
    enforced = {each.name for each in DIMENSIONS if each.enforced}
    failing = {each.name for each in reading.tone.dimensions if each.standing is Standing.FAIL}
    assert broken == failing
    assert failing <= enforced


def test_spelling() -> None:
    american = replace(FREE, spelling="us")
    assert mended("Colour is our favourite, in the Grey Room.", american) == (
        "Color is our favorite, in the Grey Room."
    )
    assert rules("The color is our favorite.", american) == []
    assert rules("The colour is our favourite.", FREE) == []


ORDINARY = replace(FREE, sentence_band=(4, 12), sentence_outside=0.25)


def test_too_many_sentences_of_unusual_length() -> None:
    short = "We are open. It is warm. You can come by today and bring a friend."
    assert rules(short, ORDINARY) == ["sentence_band"] * 2
    assert mended(short, ORDINARY) == (
        "We are open, and it is warm. You can come by today and bring a friend."
    )


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("We are open. You can come by today. Please bring a towel. See you then at noon.", "pass"),
        ("We are open. You can come by today. Please bring a towel.", "near"),
        ("We are open. It is warm.", "near"),
        ("You can come by today.", "pass"),
    ],
)
def test_one_unusual_sentence_or_a_few_at_all_fail_nothing(text: str, standing: str) -> None:
    reading = Reading(case(text, ORDINARY))
    assert CHECK.find(reading) == []
    assert reading.tone is not None
    assert reading.tone["sentence_band"].standing == standing


def test_unusual_sentences_that_cannot_be_mended_hold_the_draft() -> None:
    assert mended("Wait! Really? You can come by today.", ORDINARY) is None
