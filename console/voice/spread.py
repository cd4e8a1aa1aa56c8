"""Measured values of many texts as a spread beside the band of a voice; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from compliance.gate.tone.report import Standing

# Fewer say nothing about a habit.
FEWEST: Final = 5
# So large a share at fault is a habit.
_HABIT: Final = 0.2
_WIDTH: Final = 100.0
_ROOM: Final = 1.1
_PERCENTILES: Final = (0.1, 0.5, 0.9)

Band = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Spread:
    """Values of many texts: how many, median, 10th and 90th percentile, and those at fault."""

    count: int
    low: float
    median: float
    high: float
    near: int
    fail: int

    @property
    def is_habit(self) -> bool:
        """Whether so many texts are at fault that it is no accident."""
        return self.count >= FEWEST and self.fail + self.near > _HABIT * self.count


def spread_of(values: Sequence[tuple[float, Standing]]) -> Spread | None:
    """Return the spread of values with their standings; ``None`` of none at all.

    Percentiles are values that some text has (nearest rank): most values are counts.
    """
    if not values:
        return None
    numbers = sorted(value for value, _ in values)
    standings = [standing for _, standing in values]
    low, median, high = (numbers[ceil(part * len(numbers)) - 1] for part in _PERCENTILES)
    return Spread(
        count=len(numbers),
        low=low,
        median=median,
        high=high,
        near=standings.count(Standing.NEAR),
        fail=standings.count(Standing.FAIL),
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """A range drawn on a scale of 0 to 100: where it starts, its width, its median."""

    start: float
    width: float
    median: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The values at both ends of the scale that all bars of a dimension share."""

    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value lies, from 0 to 100."""
        share = (value - self.start) / (self.end - self.start)
        return round(min(max(share, 0.0), 1.0) * _WIDTH, 1)

    def spread(self, spread: Spread) -> Bar:
        """Draw a spread; one whose values are all the same still shows."""
        return self._bar(spread.low, spread.high, spread.median)

    def band(self, band: Band) -> Bar | None:
        """Draw a band, open ends reaching to those of the scale; ``None`` where there is none."""
        low, high = band
        if low is None and high is None:
            return None
        start = self.start if low is None else low
        return self._bar(start, self.end if high is None else high, start)

    def _bar(self, low: float, high: float, median: float) -> Bar:
        start = self.at(low)
        return Bar(start, max(round(self.at(high) - start, 1), 0.5), self.at(median))


def scale_of(spreads: Sequence[Spread | None], band: Band) -> Scale:
    """Return the scale on which spreads and their band can be seen; it always holds 0."""
    values = [end for each in spreads if each is not None for end in (each.low, each.high)]
    values += [end for end in band if end is not None]
    start, end = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    return Scale(start * _ROOM, end * _ROOM if end > start else start + 1.0)


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a dimension; ``learn`` where the texts that were sent should be looked at.

    ``low`` and ``high`` are a band to consider, where there is one.
    """

    words: str
    low: float | None = None
    high: float | None = None
    learn: bool = False


def advise(
    written: Spread | None, gated: Spread | None, sent: Spread | None, *, band: Band
) -> Advice | None:
    """Return what to do about a dimension; ``None`` where all is well or too little is known."""
    wrote, sends = (each is not None and each.is_habit for each in (written, sent))
    if sent is not None and sends:
        consider = _consider(sent, band)
        if wrote:
            return Advice(
                "Neither drafts nor agents keep to this: it may ask for too much.",
                *consider,
                learn=True,
            )
        low, high = band
        if high is not None and high > 0 and sent.median > high:
            return Advice("What agents send lies above the band.", *consider, learn=True)
        if low is not None and sent.median < low:
            return Advice("What agents send lies below the band.", *consider, learn=True)
        return Advice("Agents often send what the voice does not want.", learn=True)
    if not wrote:
        return None
    if gated is not None and gated.is_habit:
        return Advice(
            "Drafts are written past the voice, and the gate does not mend it: look at what the "
            "writer is told, or widen the band."
        )
    return Advice(
        "Drafts are written past the voice and the gate mends them: look at what the writer is "
        "told."
    )


def _consider(sent: Spread, band: Band) -> Band:
    """Return the band that would hold what is sent, with the ends that the present one has."""
    low, high = band
    is_range = low is not None and high is not None
    is_limit = high is not None and high > 0
    return sent.low if is_range else None, sent.high if is_limit else None
