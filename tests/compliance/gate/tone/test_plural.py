"""Who speaks: "we" and "I" are both counted, each by its own finder."""

from __future__ import annotations

import pytest

from compliance.gate.text import Text
from compliance.gate.tone.person import find_first_person
from compliance.gate.tone.plural import find_first_plural
from compliance.gate.tone.voice import Voice


def said(text: str, names: tuple[str, ...] = ()) -> list[str]:
    found = find_first_plural(Voice(Text(text), names=names))
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We open at nine.", ["We"]),
        ("We’ll call, it is our job, and ours alone.", ["We’ll", "our", "ours"]),
        ("Let us know; write to us ourselves.", ["us", "us", "ourselves"]),
        ("**Our** team is here.", ["Our"]),
        ("We ship to the US and the U.S. only.", ["We"]),
        ("Were the west hours ouster?", []),
        ("Let's start.", []),
        ("Write to us@example.com or @us.", []),
        ('You said "we will pay for it".', []),
        ("", []),
    ],
)
def test_finds_we(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_leaves_names_out() -> None:
    assert said("The We Are Us plan is ours.", ("We Are Us",)) == ["ours"]


def test_both_persons_are_counted_in_one_text() -> None:
    text = "I checked our stock. We have it, and I will hold it for you."
    assert len(said(text)) == 2
    assert len(find_first_person(Text(text), expand=False)) == 2
