"""Emoji: every sequence of the Unicode file is one match; signs and digits are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.gate.text import Text
from compliance.gate.tone.emoji import find_emoji, find_emoticons, fold_emoji
from compliance.gate.tone.marks import surplus_emoji
from compliance.gate.tone.voice import Voice

_SHARED = Path(__file__).parents[5] / "shared/samples/gate/unicode/emoji_sequences_compact.txt"
# Signs that stay text unless they ask for an emoji (see the module).
_SIGNS = set("©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☎☑♀♂♾✉✔✖✳✴❇➡⤴⤵⬅⬆⬇〰〽㊗㊙🈂🈷")
_SIGNS -= set("🈂🈷")


def _sequences() -> list[tuple[str, str]]:
    """Every emoji of the Unicode file with its status."""
    lines = (line.split(";") for line in _SHARED.read_text().splitlines())
    return [("".join(chr(int(code, 16)) for code in codes.split()), s) for codes, s in lines]


@pytest.mark.skipif(not _SHARED.exists(), reason="shared data is absent")
@pytest.mark.parametrize(
    ("before", "between", "after"),
    [("", None, ""), ("", "", ""), ("", " ", ""), ("a", None, "b"), ("It is ", None, " here.")],
    ids=["alone", "doubled", "doubled apart", "within a word", "between words"],
)
def test_every_sequence_is_one_match(before: str, between: str | None, after: str) -> None:
    """A sequence is one span wherever it stands, and two in a row are two."""
    wrong = []
    listed = _sequences()
    for text, status in listed:
        whole = before + text + (between + text if between is not None else "") + after
        spans = [(len(before), len(before) + len(text))]
        if between is not None:
            second = spans[0][1] + len(between)
            spans.append((second, second + len(text)))
        expected = () if status == "unqualified" and text in _SIGNS else tuple(spans)
        if find_emoji(whole) != expected:
            wrong.append((text, status, find_emoji(whole)))
    assert not wrong
    assert len(listed) > 4_500


@pytest.mark.parametrize(
    "text", ["0 1 9 # *", "© ® ™", "❤\ufe0e", "→ ✓ • …", "½ №", "↔ ▶", "(c) (R) TM 10# 5*"]
)
def test_signs_are_none(text: str) -> None:
    assert find_emoji(text) == ()


def test_neighbours_are_counted_apart() -> None:
    assert len(find_emoji("🌱🌱🔥🇺🇸🇨🇦1️⃣❤️")) == 7


@pytest.mark.parametrize(
    ("text", "count"),
    [(":) and ;-) and <3", 3), ("10:3 (b) 8) x3", 0), ("list: (a)", 0), ("http://x :D", 1)],
)
def test_typed_faces(text: str, count: int) -> None:
    assert len(find_emoticons(text)) == count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("❤️", "❤"),
        ("👍🏽", "👍"),
        ("👩🏽‍🚀", "👩‍🚀"),
        ("☺\ufe0e", "☺️"),
        ("1️⃣", "1\u20e3"),
        ("🏽", "🏽"),
    ],
)
def test_a_tone_or_selector_makes_no_other_emoji(one: str, other: str) -> None:
    assert fold_emoji(one) == fold_emoji(other)
    assert fold_emoji(one)


def test_flags_and_families_stay_apart() -> None:
    assert (
        len({fold_emoji(one) for one in ("🇺🇸", "🇨🇦", "👩‍🚀", "👨‍🚀", "👍", "👎", "🏽", "🏿")}) == 8
    )


@pytest.mark.parametrize(
    ("text", "limit", "allowed", "left"),
    [
        ("Thanks 🙂 and 🔥 bye", None, ("🙂",), "Thanks 🙂 and bye"),
        ("Thanks 🙂 and 🔥 bye", None, (), "Thanks 🙂 and 🔥 bye"),
        ("Thanks 🔥🙂🔥🙂", 1, ("🙂",), "Thanks 🙂"),
        ("Thanks 🔥💥 🙂", 1, ("🙂",), "Thanks 🙂"),
        ("Thanks 🔥 🙂 bye", 1, ("🙂",), "Thanks 🙂 bye"),
        ("Thanks 👍🏿 and ❤ bye", 2, ("👍", "❤️"), "Thanks 👍🏿 and ❤ bye"),
        ("Thanks 👎🏿!", 2, ("👍",), "Thanks!"),
        ("Thanks 🙂", 0, ("🙂",), "Thanks."),
        ("Flag 🇨🇦 here", 3, ("🇺🇸",), "Flag here"),
        ("Thanks :) and 🔥", 1, ("🔥",), "Thanks :) and 🔥"),
    ],
)
def test_an_emoji_outside_the_set_is_too_many(
    text: str, limit: int | None, allowed: tuple[str, ...], left: str
) -> None:
    for mark in reversed(surplus_emoji(Voice(Text(text)), limit, allowed)):
        assert fold_emoji(text[mark.start : mark.end]) not in allowed or not mark.stranger
        text = text[: mark.edit.start] + mark.edit.replacement + text[mark.edit.end :]
    assert text == left
