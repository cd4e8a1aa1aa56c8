"""The voice in words: every field is told in one clear instruction, nothing unconstrained is."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.tone.guidance import tone_guidance
from compliance.gate.types import Disclaimer, FieldSource, OwnClass, Placement, ToneOverlay

BOOKKEEPING = {"code": "spa", "version": 2, "sources": (FieldSource("person", "spa", 2),)}
# A value of every field, with words of the instruction that it gives.
TOLD = {
    "sentence_mean": ((8.0, 18.0), "8 to 18 words on average"),
    "sentence_max": (30, "No sentence has more than 30 words"),
    "sentence_band": ((4, 24), "has 4 to 24 words; at most 20% of the sentences"),
    "sentence_outside": (0.1, "at most 10% of the sentences"),
    "sentence_quantiles": (((50, 13.0), (90, 22.5)), "50% of them at most 13, 90% of them at most"),
    "reply_words": ((None, 120), "The whole reply has at most 120 words"),
    "reading_grade": ((6.0, 9.5), "a school grade of 6 to 9.5"),
    "contractions": ("avoid", "“we are”, not “we’re”"),
    "spelling": ("gb", "“colour”"),
    "emoji_max": (2, "At most 2 emoji"),
    "emoji_allowed": (("🙂", "❤️"), 'No emoji but these: "🙂", "❤️"'),
    "exclamations_max": (1, "At most 1 exclamation mark."),
    "capitals_max": (0, "No words in capitals for emphasis"),
    "person": ("first_plural", "never as “I”"),
    "second_person": ("avoid", "Do not speak to the customer as “you”"),
    "address": ("title", "never guess one from a name"),
    "greetings": (("Good day {name}, | morning", "Hello,"), '(when: "morning"); "Hello,"'),
    "closings": (("Warmly,",), 'End with the first of these that fits: "Warmly,"'),
    "permitted": (("gladly | asked for help",), '"gladly" (when: "asked for help")'),
    "prohibited": (
        ("hey", "asap", "@casual_greetings"),
        'kinds: "casual greetings" (such as "hey there", "hiya", "yo").',
    ),
    "classes": ((OwnClass("house_bans", 2, ("golden ticket",)),), '(such as "golden ticket")'),
    "replacements": ((("asap", "soon"),), 'Instead of "asap", say "soon"'),
    "formality": ("formal", "Formal: whole sentences"),
    "register": ("calm", 'The voice in a few words: "calm"'),
    "disclaimer": (Disclaimer("quotes a rate", "Rates may change."), '"Rates may change."'),
}  # fmt: skip
# What is only told together with another field.
BESIDE = {
    "sentence_outside": {"sentence_band": (4, 24)},
    "classes": {"prohibited": ("@house_bans",)},
}


def test_an_open_voice_says_nothing() -> None:
    assert tone_guidance(ToneOverlay()) == ""
    assert tone_guidance(ToneOverlay(**BOOKKEEPING)) == ""


@pytest.mark.parametrize("field", [each.name for each in fields(ToneOverlay)])
def test_every_field_is_told(field: str) -> None:
    if field in BOOKKEEPING:
        return
    value, words = TOLD[field]
    before = ToneOverlay(**BESIDE.get(field, {}))
    after = tone_guidance(replace(before, **{field: value}))
    assert after != tone_guidance(before)
    assert words in after
    assert after.count("\n- ") <= tone_guidance(before).count("\n- ") + 1


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("contractions", ("avoid", "use")),
        ("spelling", ("us", "gb")),
        ("person", ("first_plural", "first_singular", "first_plural_or_singular")),
        ("second_person", ("use", "avoid")),
        ("address", ("first_name", "title", "none")),
        ("formality", ("formal", "neutral", "casual")),
        ("emoji_max", (0, 1, 2)),
        ("reply_words", ((10, None), (None, 90), (10, 90))),
    ],
)
def test_every_value_of_a_field_is_told_in_its_own_words(field, values) -> None:
    told = {tone_guidance(replace(ToneOverlay(), **{field: value})) for value in values}
    assert len(told) == len(values)
    assert "" not in told


def test_a_swap_for_a_whole_class_is_told() -> None:
    voice = ToneOverlay(replacements=(("@casual_greetings", "Hello"),))
    assert 'Instead of any "casual greetings", say "Hello".' in tone_guidance(voice)


@pytest.mark.parametrize(
    ("placement", "words"),
    [
        (Placement.AFTER, "right after that sentence"),
        (Placement.START, "at the start of the reply"),
        (Placement.END, "at the end of the reply"),
    ],
)
def test_where_a_disclaimer_stands_is_told(placement, words) -> None:
    voice = ToneOverlay(disclaimer=Disclaimer("quotes a rate", "Rates may change.", placement))
    assert words in tone_guidance(voice)


def test_placeholders_are_explained_where_there_are_any() -> None:
    assert "names from the data" in tone_guidance(ToneOverlay(greetings=("Hi {first_name},",)))
    assert "names from the data" not in tone_guidance(ToneOverlay(greetings=("Hello,",)))


HOSTILE = st.text(alphabet=st.sampled_from('a“”"{}\\<>|\n\r\u2028\u0085- /'), min_size=1) | st.text(
    min_size=1
)


@given(HOSTILE)
def test_no_phrase_of_an_operator_breaks_out_of_its_quotation(phrase: str) -> None:
    voice = ToneOverlay(
        register=phrase,
        greetings=(phrase,),
        closings=(f"Bye | {phrase}",),
        permitted=(phrase,),
        prohibited=(f"x{phrase}",),
        replacements=((f"x{phrase}", f"y{phrase}"),),
        disclaimer=Disclaimer(phrase, phrase),
    )
    lines = tone_guidance(voice).splitlines()
    assert 7 <= len(lines) <= 8
    assert all(line.startswith("- ") for line in lines)
    assert not any(mark in line for line in lines for mark in "<>")
    quoted = " ".join(f"x{phrase}".split())
    (never,) = (line for line in lines if line.startswith("- Never say: "))
    assert json.loads(never.removeprefix("- Never say: ").removesuffix(".")) == quoted
