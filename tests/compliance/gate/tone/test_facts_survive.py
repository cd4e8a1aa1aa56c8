"""Whatever a voice mends, facts stay: numbers, codes, names, links and quoted words, in order."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.gate import fixes
from compliance.gate.types import Disclaimer, ToneOverlay
from console.benchmarks.tone import EVERYTHING
from tests.compliance.gate.checks.test_tone import FACTS, read

FACTS_IN = st.one_of(
    st.sampled_from(
        [
            "$45.50",
            "9:30 a.m.",
            "Nov. 26",
            "20 %",
            "A-7810",
            "HEYDAY",
            "(630) 555-0150",
            "https://pinnacle.example/it's-here?q=FREE!",
            "we're@pinnacle.example",
            "4 Elm Street",
            "Super Suds Bath",
            "Hey Day Weekend",
            "P-1",
            "“it's FREE, no worries!”",
            '"I can\'t come, you guys 🎉"',
            "US-IL",
            "1,250 points",
            "Ines O'Dell's",
        ]
    ),
    st.integers(0, 99_999).map(str),
    st.from_regex(r"[A-Z]{2}-[0-9]{4}", fullmatch=True),
)
FRAMES = st.sampled_from(
    [
        "We're open until {}",
        "Hey, it's {} and that's cheap",
        "I'll check {} for you, no worries",
        "PLEASE bring {} with you",
        "The sign says {}",
        "You wrote {}, and we don't mind, but we can't change it, so it stays as it is for now",
        "It’s at the grey centre near {}",
        "Yes",
        "{}",
        "Awesome 🎉 {} :)",
        "there's {} left and you'd love it, you guys",
        "Hello Ines,\nwe've booked {}",
        "- {}\n- asap",
    ]
)
ENDS = st.sampled_from([".", "!", "!!!", "?", " 🎉", "", "\n\n", "?!"])
SENTENCES = st.tuples(FRAMES, FACTS_IN, ENDS).map(lambda each: each[0].format(each[1]) + each[2])
DRAFTS = st.lists(SENTENCES, min_size=1, max_size=7).map(" ".join)
STRICT = replace(
    EVERYTHING,
    sentence_max=14,
    address="free",
    second_person="free",
    reply_words=(None, None),
    replacements=(("no worries", "of course"), ("cheap", "affordable"), ("asap", "soon")),
    disclaimer=Disclaimer("names a price", "Prices may change."),
)
VOICES = st.sampled_from(
    [
        STRICT,
        replace(STRICT, contractions="free", person="first_singular", emoji_max=1),
        replace(STRICT, spelling="gb", sentence_band=(5, 9), sentence_outside=0.0),
    ]
)


def facts_of(text: str) -> list[str]:
    """What a reader could hold the operator to, in order."""
    names = "|".join(
        ["Super Suds Bath", "Hey Day Weekend", "HEYDAY", "O'Dell", re.escape("4 Elm Street")]
    )
    quoted = r'“[^”]*”|"[^"]*"'
    links = r"https?://\S*[\w/=!]|[\w.'+-]+@[\w-]+(?:\.[\w-]+)+"
    found = re.findall(rf"{quoted}|{links}|{names}|[A-Z]{{1,3}}-\w+|\d+(?:[.,:]\d+)*", text)
    return [each.rstrip("!.") for each in found]


def mended(text: str, tone: ToneOverlay) -> str:
    for _ in range(3):
        edits = fixes.choose(read(text, tone))
        if not edits:
            break
        text = fixes.apply(text, edits).text
    return text


@settings(max_examples=300)
@given(DRAFTS, VOICES)
def test_facts_survive_every_fix(text: str, tone: ToneOverlay) -> None:
    assert FACTS.customer.name == "Ines O'Dell"
    after = mended(text, tone).replace("Prices may change.", "")
    assert facts_of(after) == facts_of(text)


@settings(max_examples=150)
@given(DRAFTS, VOICES)
def test_a_mended_draft_stays_as_it_is(text: str, tone: ToneOverlay) -> None:
    once = mended(text, tone)
    if not read(once, tone):
        assert mended(once, tone) == once
