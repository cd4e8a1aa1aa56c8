"""A text cut into passages, so that findings can be shown where they stand; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """Where a finding stands: code points, and the number its card carries."""

    start: int
    end: int
    number: int
    severity: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with the numbers of the findings on it; ``opens`` begin here."""

    text: str
    numbers: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    severity: str = ""


_WEIGHT = {"": 0, "advise": 1, "modify": 2, "block": 3}


def passages(text: str, spans: Sequence[Span]) -> list[Passage]:
    """Cut ``text`` at the ends of every span; together the passages are the text, unchanged.

    Spans may overlap, be empty or lie outside the text; they are clamped to it.
    """
    clamped = [
        Span(
            start=min(max(span.start, 0), len(text)),
            end=min(max(span.end, span.start, 0), len(text)),
            number=span.number,
            severity=span.severity,
        )
        for span in spans
    ]
    cuts = sorted({0, len(text), *(c.start for c in clamped), *(c.end for c in clamped)})
    found: list[Passage] = []
    for start, end in pairwise(cuts):
        on = [c for c in clamped if c.start <= start and end <= c.end]
        found.append(
            Passage(
                text=text[start:end],
                numbers=tuple(c.number for c in on),
                opens=_opening(clamped, start),
                severity=max((c.severity for c in on), key=_weight, default=""),
            )
        )
    if at_end := tuple(c.number for c in clamped if c.start == len(text)):
        found.append(Passage(text="", numbers=at_end, opens=at_end))
    return found


def _opening(spans: Sequence[Span], at: int) -> tuple[int, ...]:
    return tuple(span.number for span in spans if span.start == at)


def _weight(severity: str) -> int:
    return _WEIGHT.get(severity, 0)
