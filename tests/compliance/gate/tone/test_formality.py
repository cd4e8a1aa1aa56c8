"""Formality: replies read by a person as casual, neutral or formal are measured as that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.text import Text
from compliance.gate.tone.formality import Formality, formality
from compliance.gate.tone.formality_words import Kind
from compliance.gate.tone.voice import Voice

# Levels as read, before anything was measured.
_CASUAL = (
    "Hey Anna! No worries, we got you.",
    "Yeah, that's totally fine, just swing by!",
    "OMG we're so sorry! We'll fix it asap 🙈",
    "Hiya! Thanks a bunch for the heads up :)",
    "Gotcha! Gonna check with the guys and ping you.",
    "Oops, my bad! Grab another one on us.",
    "Sure thing! We've got tons of sizes left, so pop in.",
    "Aww, that's awesome! Can't wait to see you again!",
    "Nope, no hassle at all. Hang tight, we're on it!",
    "Well, it's kinda crazy here today, but you'll be fine.",
    "Hey there, thanks so much! You rock!\n\nCheers,\nDana",
    "We don't have it right now, but it's gonna be back soon!",
    "Wow, so cool! Check out our new stuff, it's super comfy.",
)
_NEUTRAL = (
    "Hi Anna, the blue coat is back in stock.",
    "We are open from nine to five on Sunday.",
    "Your order left our warehouse this morning.",
    "The shop on Main Street closes at six today.",
    "Hello Anna, your table is booked for seven.",
    "Thanks for your message. Your refund is on its way.",
    "You can bring the shoes back within thirty days.",
    "We'll hold the coat for you until Friday.",
    "Could you tell us your order number?",
    "The pool opens at eight, and towels are free.",
    "We have added the dog bed to your order.",
    "Thank you for writing. We will call you on Monday.",
    "It's fine to arrive ten minutes early.",
    "Parking is behind the building.",
)
_FORMAL = (
    "Dear Ms. Tanaka, we regret the inconvenience.",
    "Should you require further assistance, please do not hesitate to contact us.",
    "Kindly be advised that your request has been received.",
    "Dear Dr. Lee,\n\nThank you for your inquiry regarding the membership.\n\nSincerely,\nLumen",
    "In accordance with our policy, the deposit is therefore retained.",
    "We would appreciate it if you could provide the documentation prior to your visit.",
    "Pursuant to the agreement, the fee shall be refunded upon receipt of the item.",
    "Your application has been reviewed; however, we are unable to grant the request.",
    "Please accept our sincere apologies for any inconvenience.",
    "We apologize for the delay and will notify you upon its resolution.",
    "Furthermore, guests may obtain a certificate at the front desk.",
    "Good afternoon, Mr. Berg. Your reservation has been confirmed as requested.",
    "With regard to your claim, we have initiated an assessment.\n\nKind regards,\nThe Desk",
)
_READ = [(text, level)
         for level, texts in (("casual", _CASUAL), ("neutral", _NEUTRAL), ("formal", _FORMAL))
         for text in texts]  # fmt: skip


def read(text: str, *names: str, message: str = "") -> Formality:
    return formality(Voice(Text(text), names=names, message=message))


@pytest.mark.parametrize(("text", "level"), _READ)
def test_is_measured_as_it_is_read(text: str, level: str) -> None:
    found = read(text)
    assert found.level == level, (found.value, found.markers)
    assert -1 <= found.value <= 1


def test_forty_are_read() -> None:
    assert len(_READ) == 40


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("We'll see.", Kind.CONTRACTION, "We'll"),
        ("That is awesome news.", Kind.SLANG, "awesome"),
        ("You get tons of towels.", Kind.SLANG, "tons of"),
        ("It is really good.", Kind.INTENSIFIER, "really"),
        ("We are so sorry.", Kind.INTENSIFIER, "so sorry"),
        ("Oh, it is closed.", Kind.FILLER, "Oh"),
        ("It is open. Well, on Sunday.", Kind.FILLER, "Well"),
        ("We can help.", Kind.PLAIN, "help"),
        ("It is here 🎉", Kind.EMOJI, "🎉"),
        ("It is here :-)", Kind.EMOJI, ":-)"),
        ("It is here!!", Kind.EXCLAMATION, "!!"),
        ("Hey Anna, it is here.", Kind.GREETING, "Hey"),
        ("Good morning, Anna.", Kind.GREETING, "Good morning"),
        ("It is here.\nKind regards,\nDana", Kind.CLOSING, "Kind regards"),
        ("It is here.\n\nCheers", Kind.CLOSING, "Cheers"),
        ("It is therefore closed.", Kind.CONNECTIVE, "therefore"),
        ("We provided it.", Kind.LATINATE, "provided"),
        ("You may come.", Kind.POLITENESS, "may"),
        ("Dear Ms. Tanaka, it is here.", Kind.TITLE, "Ms. Tanaka"),
        ("It has been carefully checked.", Kind.PASSIVE, "been carefully checked"),
        ("It was sent.", Kind.PASSIVE, "was sent"),
    ],
)
def test_shows_each_marker_with_its_place(text: str, kind: Kind, said: str) -> None:
    marked = [text[one.start : one.end] for one in read(text).markers if one.kind is kind]
    assert marked == [said]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The store is closed.", Kind.PASSIVE),
        ("We are pleased.", Kind.PASSIVE),
        ("All is well with the well.", Kind.FILLER),
        ("We open in May and on 3 May.", Kind.POLITENESS),
        ("We saw Buddy at the door.", Kind.SLANG),
        ("Take care of the peace lily.", Kind.CLOSING),
        ("The store's hours.", Kind.CONTRACTION),
        ('You wrote "yeah, that is awesome".', Kind.SLANG),
        ("See https://example.com/hey/awesome for it.", Kind.SLANG),
    ],
)
def test_leaves_out_what_only_looks_like_one(text: str, kind: Kind) -> None:
    assert [one for one in read(text).markers if one.kind is kind] == []


def test_names_are_no_markers() -> None:
    assert read("Our Awesome Deal is on.", "Awesome Deal").markers == ()


def test_longer_replies_are_weighed_by_their_length() -> None:
    plain = "The shop on Main Street closes at six today. " * 30
    short, long = read("Hey! Awesome."), read("Hey! Awesome. " + plain)
    assert short.level == "casual"
    assert long.level == "neutral"
    assert short.value < long.value < 0


@pytest.mark.parametrize("text", ["", "   ", "…", "42", "🙂"])
def test_next_to_nothing_is_measured(text: str) -> None:
    assert read(text).level == "neutral"


_PIECES = st.lists(
    st.sampled_from([text for text, _ in _READ] + ["\n", "Cheers,", "it's", "5 PM"]),
    max_size=6,
)


@given(_PIECES)
def test_markers_are_in_order_within_the_text_and_never_quoted(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(text)
    spans = [(one.start, one.end) for one in found.markers]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    quoted = 'As you wrote, "' + text.replace('"', "").replace("\n", " ")[:300] + '" is fine.'
    within = [one for one in read(quoted).markers if one.start > 14 and one.end < len(quoted) - 10]
    assert within == []
