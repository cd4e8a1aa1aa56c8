"""Measured values of many texts as a spread beside the band of a voice; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import Final

from compliance.gate.tone.report import Standing

# Fewer say nothing about a habit.
FEWEST: Final = 5
# So large a share at fault is a habit.
_HABIT: Final = 0.2
_WIDTH: Final = 100.0

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
    """Return the spread of values with their standings; ``None`` of none at all."""
    if not values:
        return None
    numbers = sorted(value for value, _ in values)
    standings = [standing for _, standing in values]
    low = median = high = numbers[0]
    if len(numbers) > 1:
        tenths = quantiles(numbers, n=10, method="inclusive")
        low, median, high = tenths[0], tenths[4], tenths[8]
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
    """A spread drawn on a scale of 0 to 100: where its range starts, its width, its median."""

    start: float
    width: float
    median: float


def scale_of(spreads: Sequence[Spread | None], band: Band) -> float:
    """Return the value at the end of the scale that all bars of a dimension share."""
    ends = [each.high for each in spreads if each is not None]
    ends += [end for end in band if end is not None]
    return max(ends, default=0.0) * 1.1 or 1.0


def bar_of(spread: Spread, scale: float) -> Bar:
    """Draw a spread; one whose values are all the same still shows."""
    start = _at(spread.low, scale)
    return Bar(start, max(_at(spread.high, scale) - start, 0.5), _at(spread.median, scale))


def band_of(band: Band, scale: float) -> Bar | None:
    """Draw a band, open ends reaching to those of the scale; ``None`` where there is no band."""
    low, high = band
    if low is None and high is None:
        return None
    start = _at(low or 0.0, scale)
    end = _WIDTH if high is None else _at(high, scale)
    return Bar(start, max(end - start, 0.5), start)


def _at(value: float, scale: float) -> float:
    return round(min(max(value, 0.0) / scale, 1.0) * _WIDTH, 1)


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
    low, high = band
    if sent is not None and sent.is_habit:
        if high is not None and high > 0 and sent.median > high:
            return Advice("What agents send lies above the band.", sent.low, sent.high, learn=True)
        if low is not None and sent.median < low:
            return Advice("What agents send lies below the band.", sent.low, sent.high, learn=True)
        return Advice("Agents often send what the voice does not want.", learn=True)
    if written is not None and written.is_habit:
        if gated is not None and gated.is_habit:
            return Advice(
                "Drafts are written past the voice, and the gate does not mend it: look at what "
                "the writer is told, or widen the band."
            )
        return Advice(
            "Drafts are written past the voice and the gate mends them: look at what the writer "
            "is told."
        )
    return None
