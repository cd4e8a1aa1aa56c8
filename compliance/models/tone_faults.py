"""What is wrong with a value of a voice, in words that say what to write instead."""

from __future__ import annotations

from math import isfinite
from typing import Any, Final

from compliance.gate.tone.emoji import find_emoji
from compliance.gate.tone.permitted import line_problems

_PERCENT: Final = 100
# Two overlays may give one end of these each: the other end is then free.
_HALVES: Final = frozenset({"reply_words", "reading_grade"})


def band_faults(name: str, low: float | None, high: float | None) -> dict[str, list[str]]:
    """Return what is wrong with a band, by the column that has to change."""
    found: dict[str, list[str]] = {}
    if (low is None) != (high is None) and name not in _HALVES:
        found[f"{name}_max"] = ["Give both ends of the band, or neither."]
    if low is not None and high is not None and low > high:
        found[f"{name}_max"] = ["The band ends below its start."]
    # A grade may well be below nought.
    if name != "reading_grade":
        if low is not None and low < 0:
            found[f"{name}_min"] = ["No text has fewer than 0 words: write 0 or more."]
        if high is not None and high < 1:
            found[f"{name}_max"] = ["No text has less than one word: write 1 or more."]
    return found


def quantile_faults(value: Any) -> list[str]:
    """Return what is wrong with lengths by percentile, as they are stored."""
    if not isinstance(value, dict) or not all(
        key.isdecimal()
        and 0 < int(key) < _PERCENT
        and isinstance(words, int | float)
        and not isinstance(words, bool)
        and words > 0
        and isfinite(words)
        for key, words in value.items()
    ):
        return ["Write percentiles with words: {“50”: 13, “90”: 22}."]
    ordered = [value[key] for key in sorted(value, key=int)]
    if ordered != sorted(ordered):
        return ["A higher percentile cannot have a lower number of words."]
    return []


def emoji_faults(allowed: list[str]) -> list[str]:
    """Return which entries are anything but one emoji."""
    wrong = [each for each in allowed if find_emoji(each) != ((0, len(each)),)]
    return [f"{', '.join(wrong)}: write one emoji each, and nothing else."] if wrong else []


def swap_faults(swaps: Any) -> list[str]:
    """Return what is wrong with approved swaps, as they are stored."""
    if isinstance(swaps, dict) and all(
        isinstance(each, str) for pair in swaps.items() for each in pair
    ):
        return []
    return ["Write pairs of phrases: {“no worries”: “you are welcome”}."]


def line_faults(lines: list[str], *, placeholders: bool) -> list[str]:
    """Return what is wrong with phrases and when they fit, each with its line before it."""
    return [
        f"“{line}”: {problem}"
        for line in lines
        for problem in line_problems(line, placeholders=placeholders)
    ]
