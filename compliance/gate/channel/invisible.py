"""Characters that nobody sees: they hide words from people and from checks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from compliance.gate.channel.breach import Breach
from compliance.gate.reading import Reading
from compliance.gate.tone.emoji import find_emoji
from compliance.gate.types import Edit

# Scripts in which a joiner between letters is spelling, not disguise.
_JOINING_SCRIPTS = ("ARABIC", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM")


def invisible_characters(reading: Reading) -> Iterator[Breach]:
    """Yield each run of invisible characters; those inside an emoji or Indic word are spelling."""
    text = reading.text
    if not text.invisible:
        return
    original = text.original
    emoji = find_emoji(original)
    runs: list[list[int]] = []
    for start, end in text.invisible:
        if any(first <= start < last for first, last in emoji) or _is_spelling(original, start):
            continue
        if runs and runs[-1][1] == start:
            runs[-1][1] = end
        else:
            runs.append([start, end])
    for start, end in runs:
        yield Breach(
            start,
            end,
            "Invisible characters may hide words.",
            (Edit(start, end, "", "invisible characters"),),
        )


def _is_spelling(original: str, index: int) -> bool:
    if original[index] not in "\u200c\u200d" or index == 0:
        return False
    return unicodedata.name(original[index - 1], "").startswith(_JOINING_SCRIPTS)
