"""What support teams say in general: phrases counted over published conversations.

The table is shipped beside this module, with its sources and their licences on top; it holds
counts and no text. `manage.py tone_reference` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from compliance.learning.counting import LONGEST, Counted

PATH: Final = Path(__file__).with_name("reference.tsv")
_LEAST: Final = "least"
_TEXTS: Final = "texts"
_TOTALS: Final = "totals"
_CLASSES: Final = "classes"


@dataclass(frozen=True, slots=True)
class Reference:
    """Counts of texts: all of them, those that hold a phrase, and the sum of these by length.

    A phrase that fewer than ``least`` texts hold is not listed; ``classes`` are those shipped.
    """

    texts: int
    least: int
    totals: tuple[int, ...]
    counts: dict[str, int]
    classes: dict[str, int]

    def count(self, phrase: str) -> int:
        """Return how many texts hold a phrase, or the most it may be where it is not listed."""
        return self.counts.get(phrase, self.least - 1)


@lru_cache(maxsize=1)
def reference() -> Reference:
    """Return the shipped table."""
    facts: dict[str, list[int]] = {}
    counts: dict[str, int] = {}
    classes: dict[str, int] = {}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        count, _, phrases = line.partition("\t")
        if count.isdecimal():
            counts.update(dict.fromkeys(phrases.split("|"), int(count)))
        elif count == _CLASSES:
            named = (part.split("=") for part in phrases.split())
            classes = {name: int(number) for name, number in named}
        else:
            facts[count] = [int(part) for part in phrases.split()]
    (texts,), (least,) = facts[_TEXTS], facts[_LEAST]
    return Reference(texts, least, tuple(facts[_TOTALS]), counts, classes)


def totals(counts: Iterable[tuple[str, int]]) -> tuple[int, ...]:
    """Return the sum of counts for phrases of one word, of two words, and so on."""
    summed = [0] * LONGEST
    for phrase, count in counts:
        summed[phrase.count(" ")] += count
    return tuple(summed)


def write_table(path: Path, counted: Counted, *, least: int, about: Iterable[str]) -> int:
    """Write a table, with what it was counted over, and return how many phrases it lists."""
    kept = sorted(counted.frequent(least), key=lambda each: (-each[1], each[0]))
    by_count: dict[int, list[str]] = {}
    for phrase, count in kept:
        by_count.setdefault(count, []).append(phrase)
    lines = ["# Counts of texts that hold a phrase, over:", *(f"# {each}" for each in about)]
    lines += [f"{_TEXTS}\t{counted.texts}", f"{_LEAST}\t{least}"]
    lines.append(f"{_TOTALS}\t{' '.join(map(str, totals(counted.phrases.items())))}")
    named = " ".join(f"{name}={count}" for name, count in sorted(counted.classes.items()))
    lines.append(f"{_CLASSES}\t{named}")
    lines += [f"{count}\t{'|'.join(phrases)}" for count, phrases in by_count.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(kept)
