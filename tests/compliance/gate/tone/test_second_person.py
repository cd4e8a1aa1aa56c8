"""The reader addressed as "you": told from thanks, closings, quotations and compounds."""

from __future__ import annotations

import pytest

from compliance.gate.text import Text
from compliance.gate.tone.second_person import find_second_person
from compliance.gate.tone.voice import Voice


def said(text: str, names: tuple[str, ...] = (), message: str = "") -> list[str]:
    voice = Voice(Text(text), names=names, message=message)
    return [text[one.start : one.end] for one in find_second_person(voice)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You can bring your card.", ["You", "your"]),
        ("The choice is yours, and you'll see it yourself.", ["yours", "you'll", "yourself"]),
        ("You’re welcome, and so are yourselves.", ["You’re", "yourselves"]),
        ("We will hold it for you.", ["you"]),
        ("See y'all soon!", ["y'all"]),
        ("Thanks to you we found it.", ["you"]),
        ("**Your** order is here.", ["Your"]),
    ],
)
def test_finds_the_reader(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for writing.",
        "Thank\nyou both.",
        "We are thanking you today.",
        "Thank all of you.",
        "Yours sincerely,\nDana",
        "A do-it-yourself kit and a thank-you card.",
        "The youth club is open.",
        "Guests may reschedule once.",
        "See https://example.com/your/order for it.",
        "@your_store is the name.",
        "",
    ],
)
def test_leaves_out(text: str) -> None:
    assert said(text) == []


def test_leaves_out_quotations_and_names() -> None:
    assert said('The note said "you will get your money back".') == []
    assert said("Our Bring Your Own cup offer is on.", names=("Bring Your Own",)) == []
    assert said('Press "Your Orders" first.') == []
