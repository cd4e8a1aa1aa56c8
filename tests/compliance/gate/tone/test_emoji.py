"""Emoji: every sequence of the Unicode file is one match; signs and digits are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.gate.tone.emoji import find_emoji, find_emoticons

_SHARED = Path(__file__).parents[5] / "shared/samples/gate/unicode/emoji_sequences_compact.txt"
# Signs that stay text unless they ask for an emoji (see the module).
_SIGNS = set("©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☎☑♀♂♾✉✔✖✳✴❇➡⤴⤵⬅⬆⬇〰〽㊗㊙🈂🈷")
_SIGNS -= set("🈂🈷")


@pytest.mark.skipif(not _SHARED.exists(), reason="shared data is absent")
def test_every_sequence_is_one_match() -> None:
    wrong = []
    for line in _SHARED.read_text().splitlines():
        codes, status = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        expected = () if status == "unqualified" and text in _SIGNS else ((1, 1 + len(text)),)
        if find_emoji(f"a{text}b") != expected:
            wrong.append((codes, status))
    assert not wrong


@pytest.mark.parametrize("text", ["0 1 9 # *", "© ® ™", "❤\ufe0e", "→ ✓ • …", "½ №", "↔ ▶"])
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
