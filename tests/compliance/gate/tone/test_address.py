"""Greetings: how they open, whom they name and in what form, and what they are without the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.text import Text
from compliance.gate.tone.address import greeting
from compliance.gate.tone.vocatives import find_vocatives
from compliance.gate.tone.voice import Voice


def read(text: str, name: str) -> tuple[str, str, str] | None:
    found = greeting(Voice(Text(text), names=(name,)), name)
    if found is None:
        return None
    named = text[found.name.start : found.name.end] if found.name else ""
    return found.words, found.address, named


def without_name(text: str, name: str) -> str:
    found = greeting(Voice(Text(text), names=(name,)), name)
    edit = found.without_name if found else None
    return text[: edit.start] + edit.replacement + text[edit.end :] if edit else text


def called(text: str, name: str) -> list[str]:
    voice = Voice(Text(text), names=(name,))
    return [text[one.start : one.end] for one in find_vocatives(voice, name)]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Hi Anna, thanks.", "Anna Berg", ("hi", "first_name", "Anna")),
        ("Hello Anna Berg, thanks.", "Anna Berg", ("hello", "full_name", "Anna Berg")),
        ("Dear Ms. Tanaka:\nThanks.", "Mei Tanaka", ("dear", "title", "Ms. Tanaka")),
        ("Dear Dr Lee, thanks.", "Sam Lee", ("dear", "title", "Dr Lee")),
        ("Dear Mei Tanaka,\n\nThanks.", "Mei Tanaka", ("dear", "full_name", "Mei Tanaka")),
        ("Good morning, Anna!", "Anna Berg", ("good morning", "first_name", "Anna")),
        ("Hey there! Thanks.", "Anna Berg", ("hey", "group", "there")),
        ("Hey there Anna! Thanks.", "Anna Berg", ("hey", "first_name", "Anna")),
        ("Hello everyone, thanks.", "", ("hello", "group", "everyone")),
        ("Dear valued customer, thanks.", "", ("dear", "group", "valued customer")),
        ("Dear Lumen team,\nThanks.", "", ("dear", "group", "Lumen team")),
        ("Dear Sir or Madam,\nThanks.", "", ("dear", "group", "Sir or Madam")),
        ("Hi! Thanks.", "Anna", ("hi", "none", "")),
        ("Hello, thanks for writing.", "Anna", ("hello", "none", "")),
        ("Hi, Thanks for writing.", "Anna", ("hi", "none", "")),
        ("Hi We are open.", "Anna", ("hi", "none", "")),
        ("Hello again, Anna.", "Anna", ("hello", "first_name", "Anna")),
        ("Anna, thanks.", "Anna Berg", ("", "first_name", "Anna")),
        ("Welcome back, Anna!", "Anna Berg", ("welcome back", "first_name", "Anna")),
        ("Welcome to Lumen Spa!", "Anna", ("welcome", "none", "")),
        ("hi anna, thanks", "Anna Berg", ("hi", "first_name", "anna")),
        ("HI ANNA!", "Anna Berg", ("hi", "first_name", "ANNA")),
        ("Heyyy Anna!", "Anna Berg", ("heyyy", "first_name", "Anna")),
        ("@user Hi Tom. We are open.", "", ("hi", "first_name", "Tom")),
        ("Subject: Your order\n\nDear Anna,\nThanks.", "Anna", ("dear", "first_name", "Anna")),
        ("👋 Hi Anna! Thanks.", "Anna Berg", ("hi", "first_name", "Anna")),
        ("Hi Zoë, thanks.", "Zoe Klein", ("hi", "first_name", "Zoë")),
        ("Hi Mary Ann, thanks.", "Mary Ann Smith", ("hi", "first_name", "Mary Ann")),
        ("Hi Anna and Tom, thanks.", "Anna Berg", ("hi", "first_name", "Anna")),
        ("Dear Mr. van der Berg, thanks.", "Jan van der Berg", ("dear", "title", None)),
        ("Thanks for writing, Anna.", "Anna", None),
        ("Morning slots are free.", "Anna", None),
        ("Hi-fi sets are here.", "Anna", None),
        ("Anna's order is here.", "Anna Berg", None),
        ("Anna will call you.", "Anna Berg", None),
        ("", "Anna", None),
    ],
)
def test_reads_the_opening(text: str, name: str, expected: tuple[str, str, str | None]) -> None:
    found = read(text, name)
    if expected is None:
        assert found is None
    else:
        assert found is not None
        words, form, named = expected
        assert found[:2] == (words, form)
        assert named is None or found[2] == named


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Hi Anna, thanks.", "Anna Berg", "Hi, thanks."),
        ("Hi, Anna! Thanks.", "Anna Berg", "Hi! Thanks."),
        ("Hello Anna Berg,\nThanks.", "Anna Berg", "Hello,\nThanks."),
        ("Hello Anna B., thanks.", "Anna Berg", "Hello, thanks."),
        ("Dear Ms. Tanaka:\nThanks.", "Mei Tanaka", "Hello:\nThanks."),
        ("Dear Anna,\n\nThanks.", "Anna", "Hello,\n\nThanks."),
        ("Anna, thanks.", "Anna Berg", "Thanks."),
        ("Anna,\n\nwe are open.", "Anna Berg", "We are open."),
        ("Anna - thanks.", "Anna Berg", "Thanks."),
        ("Good evening Dr. Lee. Thanks.", "Sam Lee", "Good evening. Thanks."),
        ("Hi Anna we are open.", "Anna Berg", "Hi, we are open."),
        ("Hi Anna\nThanks.", "Anna Berg", "Hi\nThanks."),
        ("Hey there Anna! Thanks.", "Anna Berg", "Hey there! Thanks."),
        ("Welcome back, Anna!", "Anna Berg", "Welcome back!"),
        ("Hi Zoë, thanks.", "Zoe Klein", "Hi, thanks."),
        ("Hi Anna-Marie, thanks.", "Anna-Marie Lind", "Hi, thanks."),
        ("Dear Mr. O’Neill, thanks.", "Pat O'Neill", "Hello, thanks."),
        ("Dear Mr. Berg, thanks.", "Berg, Jan", "Hello, thanks."),
        ("Hello mark, please mark the date.", "Mark Lee", "Hello, please mark the date."),
        # A name in small letters may be the word that it is.
        ("Hi, will you come?", "Will Hunt", "Hi, will you come?"),
        ("Hello, mark the date.", "Mark Lee", "Hello, mark the date."),
        # Nobody else's name is touched, nor one that shares a word with it.
        ("Hi Tom, thanks.", "Anna Berg", "Hi Tom, thanks."),
        ("Hi Anna Schmidt, thanks.", "Anna Berg", "Hi Anna Schmidt, thanks."),
        ("Hi Annabel, thanks.", "Anna Berg", "Hi Annabel, thanks."),
        ("Hi Anna and Tom, thanks.", "Anna Berg", "Hi Anna and Tom, thanks."),
        ("Hi there, thanks.", "Anna Berg", "Hi there, thanks."),
        ("Anna's order is here.", "Anna Berg", "Anna's order is here."),
        ("Hi Anna, thanks.", "", "Hi Anna, thanks."),
    ],
)
def test_takes_the_customers_name_out(text: str, name: str, expected: str) -> None:
    assert without_name(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Thanks, Anna!", "Anna Berg", ["Anna"]),
        ("Hi Anna, thank you Anna. We hope, Anna, that it helps.", "Anna Berg", ["Anna", "Anna"]),
        ("It is ready. Ms. Berg, please call.", "Anna Berg", ["Ms. Berg"]),
        ("The order for Anna, ours, is ready.", "Anna Berg", []),
        ("We met Tom, Anna, and Lee.", "Anna Berg", []),
        ("Rose, our hygienist, is in today.", "Rose Lee", []),
        ("It is booked. Will, your dentist, sees you then.", "Will Hunt", []),
        ("It is booked. Will, your dentist has you at nine.", "Will Hunt", ["Will"]),
        ("Kind regards,\nAnna", "Anna Berg", []),
        ("Anna's order, Anna-Marie, is ready.", "Anna Berg", []),
        ('You wrote "Thanks, Anna!" to us.', "Anna Berg", []),
        ("Thanks, Anna!", "", []),
        ("Thanks, Tom!", "Anna Berg", []),
    ],
)
def test_finds_the_name_elsewhere(text: str, name: str, expected: list[str]) -> None:
    assert called(text, name) == expected


_NAMES = ("Anna Berg", "Mei Tanaka", "Dr. Sam Lee", "Zoe", "Jan van der Berg", "Li")
_OPENINGS = st.sampled_from(
    ["Hi {}", "Dear {}", "{}", "Hello, {}", "Hey there {}", "Good morning {}", "Dear Ms. {}"]
)
_RESTS = st.sampled_from(
    [
        ", your order 4417 is at https://example.com/a.",
        "!\n\nUse SAVE20 for $5.00 off.",
        ": ok.",
        "",
    ]
)


@given(_OPENINGS, st.sampled_from(_NAMES), _RESTS)
def test_once_taken_out_nothing_is_left_to_take(opening: str, name: str, rest: str) -> None:
    text = opening.format(name) + rest
    once = without_name(text, name)
    assert without_name(once, name) == once
    assert rest.strip(",:! \n")[1:] in once
    assert name.rsplit(maxsplit=1)[-1] not in once.replace(rest, "") or once == text


@given(st.text(max_size=80), st.text(max_size=20))
def test_reads_any_text(text: str, name: str) -> None:
    voice = Voice(Text(text))
    found = greeting(voice, name)
    assert found is None or 0 <= found.start < found.end <= len(text)
    assert all(text[one.start : one.end].strip() for one in find_vocatives(voice, name))
