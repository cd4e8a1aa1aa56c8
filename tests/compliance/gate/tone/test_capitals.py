"""Shouting: found and quietened; acronyms, codes, keywords, names and quotations are none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.text import Text
from compliance.gate.tone.capitals import find_shouting
from compliance.gate.tone.voice import Voice


def shouted(text: str, *names: str) -> list[str]:
    found = find_shouting(Voice(Text(text), names=names))
    return [text[one.start : one.end] for one in found]


def quiet(text: str, *names: str) -> str:
    for one in reversed(find_shouting(Voice(Text(text), names=names))):
        if one.edit is not None:
            text = text[: one.edit.start] + one.edit.replacement + text[one.edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "shouts", "expected"),
    [
        ("Delivery is FREE today.", ["FREE"], "Delivery is free today."),
        ("Please DO NOT reply.", ["DO NOT"], "Please do not reply."),
        ("PLEASE READ this first.", ["PLEASE READ"], "Please read this first."),
        ("We are SO SORRY, really.", ["SO SORRY"], "We are so sorry, really."),
        ("THANK YOU! I AM HAPPY.", ["THANK YOU", "AM HAPPY"], "Thank you! I am happy."),
        ("CALL US NOW", ["CALL US NOW"], "Call us now"),
        ("This is NOT covered.", ["NOT"], "This is not covered."),
        ("You CAN’T return it. WE DON'T.", ["CAN’T", "WE DON'T"], "You can’t return it. We don't."),
        ("CLOSED ON MONDAY, open after.", ["CLOSED ON MONDAY"], "Closed on Monday, open after."),
        ("BUY 2 GET 1 FREE today", ["BUY 2 GET 1 FREE"], "Buy 2 get 1 free today"),
        ("TERMS AND CONDITIONS\nAll fine.", ["TERMS AND CONDITIONS"], None),
        ("FREE Delivery is on.", ["FREE"], "Free Delivery is on."),
        ("- HUGE SALE: see inside", ["HUGE SALE"], "- huge SALE: see inside"),
        ("A NO-FEE card", ["NO-FEE"], "A no-fee card"),
        ("NEW SPF CREAM", ["NEW SPF CREAM"], None),
        ("All SALES are FINAL.", ["SALES", "FINAL"], "All sales are final."),
        ("That is what I WANT.", ["WANT"], "That is what I want."),
    ],
)
def test_finds_and_quietens(text: str, shouts: list[str], expected: str | None) -> None:
    assert shouted(text) == shouts
    if expected is not None:
        assert quiet(text).casefold() == expected.casefold()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PLEASE READ this first.", "Please read this first."),
        ("WE AND I WAIT.", "We and I wait."),
        ("TERMS AND CONDITIONS\nAll fine.", "Terms and conditions\nAll fine."),
        ("REPLY STOP TO OPT OUT", "Reply STOP to opt out"),
        ("It is FREE, and I'M GLAD.", "It is free, and I'm glad."),
        ("CLOSED ON MONDAY.", "Closed on Monday."),
        ("NEW SPF CREAM today", "New SPF cream today"),
        ("WE'RE OPEN. TODAY'S MENU IS HERE.", "We're open. Today's menu is here."),
        ("CALL DANA'S DESK NOW", "CALL DANA'S DESK NOW"),
        ("We SHIP to the US NOW.", "We ship to the US now."),
    ],
)
def test_writes_the_quiet_form(text: str, expected: str) -> None:
    assert quiet(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Use code SAVE20 or SPRING-24 today.",
        "Reply STOP to opt out, HELP for help.",
        "Text JOIN or HELP to 12345.",
        "Reply YES or NO.",
        "Enter WELCOME at checkout.",
        "The code is WELCOME.",
        "Click SUBMIT when ready.",
        "Our FAQ is OK, and your ID and PIN are safe.",
        "Open 9 AM to 5 PM EST, MON-FRI.",
        "We ship to CA, NY and the US in USD.",
        "The IRS, the FDA and HIPAA apply.",
        "Henry VIII, Part II, World War I.",
        "A 5 KG bag, size XL, 2 GB.",
        "The CEO's PCs and FAQs, our Q&A, AT&T and A/C.",
        "IKEA and UNICEF are names.",
        "The GLOW Facial is back.",
        "Ask O'NEILL or DANA’S aunt.",
        "I am here. A day.",
        'You wrote "WHERE IS MY ORDER NOW" to us.',
        "See https://example.com/FREE/NOW or @FREE or #SALE.",
        "Order ABC-123 in room B.",
        "the U.S.A. and the U.K.",
        "",
    ],
)
def test_is_no_shout(text: str) -> None:
    assert shouted(text) == []


def test_names_of_products_and_offers_are_left() -> None:
    assert shouted("Ask for the FREE SPIRIT facial.", "Free Spirit") == []
    assert quiet("GET THE FREE SPIRIT FACIAL NOW", "Free Spirit") == (
        "Get the FREE SPIRIT facial now"
    )


def test_a_run_with_a_strange_word_is_told_but_not_mended() -> None:
    (one,) = find_shouting(Voice(Text("THANK YOU DEAR QUOXLEY FRIENDS")))
    assert (one.start, one.end, one.words, one.edit) == (0, 30, 5, None)


def test_a_whole_reply_in_capitals() -> None:
    text = "THANK YOU FOR YOUR ORDER. WE WILL CALL YOU ON FRIDAY AT 5 PM. YOUR CODE IS SAVE20."
    assert quiet(text) == (
        "Thank you for your order. We will call you on Friday at 5 PM. Your code is SAVE20."
    )


_PIECES = st.sampled_from(
    """FREE DO NOT please READ now NOW the US IT 25 $5.00 SAVE20 SPRING-24 Anna ANNA FAQ 9 AM STOP
    Reply https://example.com/NOW a@EXAMPLE.com . ! , "DO NOT" I I'M LUMEN Lumen SPA QUOX A-B ABC-1
    code WELCOME – 🎉 ÉTÉ don't DON'T""".split()  # noqa: SIM905
)
_FIXED = re.compile(r"\d[\d.]*|SAVE20|SPRING-24|https?://\S+|\S+@\S+|(?i:anna|lumen)|FAQ")


@given(st.lists(_PIECES, max_size=14), st.sampled_from([" ", "\n", ". "]))
def test_changes_letter_case_alone_and_only_once(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    once = quiet(text, "Anna", "Lumen")
    assert once.casefold() == text.casefold()
    assert _FIXED.findall(once) == _FIXED.findall(text)
    assert quiet(once, "Anna", "Lumen") == once


@given(st.lists(_PIECES, max_size=14))
def test_quoted_words_stay(pieces: list[str]) -> None:
    text = 'You wrote "' + " ".join(pieces).replace('"', "") + ' indeed so" to us.'
    assert quiet(text) == text
