"""Excerpts that may be stored: of people, numbers and addresses nothing is left."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from compliance.learning.masking import masked

SHARED = Path(__file__).parents[4] / "shared/eval/public/agent_replies.jsonl"


@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        ("Hi Anna, thank you for your order.", "Hi […], thank you for your order."),
        ("hi anna, thank you", "hi […], thank you"),
        ("Grace, we open early.", "[…], we open early."),
        ("Thank you, Mark.", "Thank you, […]."),
        ("Rose Miller will call you.", "[…] will call you."),
        ("We can help.\nKind regards,\nMark", "We can help. Kind […]"),
        ("Call +1 (555) 123-4567 today.", "Call […] today."),
        ("Your card 4111 1111 1111 1111 is on file.", "Your card […] is on file."),
        ("Write to bob.o'neil@example.com please.", "Write to […] please."),
        ("See https://example.com/o/77?x=y for it.", "See […] for it."),
        ("@user Please try this: <url> *MM", "[…] try this: […]"),
        ("Order #W12-AB is ready.", "Order […] is ready."),
        ("Wir öffnen Straße", "[…]"),
        ("Sorry, I'm afraid it’s late!", "Sorry, I'm afraid it’s late!"),
    ],
)
def test_masks_who_and_how_many(reply: str, kept: str) -> None:
    assert masked(reply) == kept


def test_is_short() -> None:
    assert len(masked("Thank you for your order and for your patience. " * 20)) < 150


@pytest.mark.skipif(not SHARED.exists(), reason="shared data is absent")
def test_real_replies_keep_no_number_no_address_and_no_name_that_greets() -> None:
    rows = [json.loads(line)["text"] for line in SHARED.read_text(encoding="utf-8").splitlines()]
    kept = [masked(text) for text in rows]
    assert not [text for text in kept if re.search(r"\d|@|https?:|www\.", text)]
    greeted = re.compile(r"\b(?i:hi|hey|hello|dear)[ ,]+([A-Z][a-z]+)")
    names = {found[1].casefold() for text in rows for found in greeted.finditer(text)}
    names -= {"welcome", "when"}  # "Hi, Welcome to"
    assert len(names) > 20
    left = {name: text for text in kept for name in names if re.search(rf"\b{name}\b", text, re.I)}
    assert left == {}
