"""What support teams say in general: published conversations, counted and measured.

The table is shipped beside this module, with its sources and their licences on top; it holds
numbers and phrases, and no text. `manage.py tone_reference` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from compliance.learning.counting import LONGEST, Counted
from compliance.learning.measuring import MeasuredReply

PATH: Final = Path(__file__).with_name("reference.tsv")
_LEAST: Final = "least"
_TEXTS: Final = "texts"
_TOTALS: Final = "totals"
_CLASSES: Final = "classes"
_REPLY: Final = "reply"


@dataclass(frozen=True, slots=True)
class Reference:
    """Counts of texts: all of them, those that hold a phrase, and the sum of these by length.

    A phrase that fewer than ``least`` texts hold is not listed; ``classes`` are those shipped, and
    ``replies`` the measures of agents' replies.
    """

    texts: int
    least: int
    totals: tuple[int, ...]
    counts: dict[str, int]
    classes: dict[str, int]
    replies: tuple[MeasuredReply, ...]

    def count(self, phrase: str) -> int:
        """Return how many texts hold a phrase, or the most it may be where it is not listed."""
        return self.counts.get(phrase, self.least - 1)


@lru_cache(maxsize=1)
def reference() -> Reference:
    """Return the shipped table."""
    facts: dict[str, list[int]] = {}
    counts: dict[str, int] = {}
    classes: dict[str, int] = {}
    replies: list[MeasuredReply] = []
    for line in PATH.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition("\t")
        if kind.isdecimal():
            counts.update(dict.fromkeys(rest.split("|"), int(kind)))
        elif kind == _CLASSES:
            classes = {name: int(number) for name, number in _pairs(rest)}
        elif kind == _REPLY:
            replies.append(_read_reply(rest))
        elif not kind.startswith("#"):
            facts[kind] = [int(part) for part in rest.split()]
    (texts,), (least,) = facts[_TEXTS], facts[_LEAST]
    return Reference(texts, least, tuple(facts[_TOTALS]), counts, classes, tuple(replies))


def _pairs(written: str) -> list[tuple[str, str]]:
    parts = (part.partition("=") for part in written.split())
    return [(name, value) for name, _, value in parts]


def _read_reply(written: str) -> MeasuredReply:
    numbers, _, misses = written.partition("|")
    return MeasuredReply(
        {name: float(value) for name, value in _pairs(numbers)}, frozenset(_pairs(misses)), ()
    )


def _written(reply: MeasuredReply) -> str:
    numbers = " ".join(f"{name}={value:g}" for name, value in sorted(reply.numbers.items()))
    return f"{numbers}|{' '.join('='.join(each) for each in sorted(reply.misses))}"


def totals(counts: Iterable[tuple[str, int]]) -> tuple[int, ...]:
    """Return the sum of counts for phrases of one word, of two words, and so on."""
    summed = [0] * LONGEST
    for phrase, count in counts:
        summed[phrase.count(" ")] += count
    return tuple(summed)


def write_table(
    path: Path,
    counted: Counted,
    replies: Iterable[MeasuredReply],
    *,
    least: int,
    about: Iterable[str],
) -> int:
    """Write a table, with what it was counted over, and return how many phrases it lists."""
    kept = sorted(counted.frequent(least), key=lambda each: (-each[1], each[0]))
    by_count: dict[int, list[str]] = {}
    for phrase, count in kept:
        by_count.setdefault(count, []).append(phrase)
    lines = [
        "# Counts of texts that hold a phrase, and measures of replies, over:",
        *(f"# {each}" for each in about),
    ]
    lines += [f"{_TEXTS}\t{counted.texts}", f"{_LEAST}\t{least}"]
    lines.append(f"{_TOTALS}\t{' '.join(map(str, totals(counted.phrases.items())))}")
    named = " ".join(f"{name}={count}" for name, count in sorted(counted.classes.items()))
    lines.append(f"{_CLASSES}\t{named}")
    lines += [f"{count}\t{'|'.join(phrases)}" for count, phrases in by_count.items()]
    lines += [f"{_REPLY}\t{_written(reply)}" for reply in replies]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(kept)
