"""How the lengths of a draft's sentences are distributed: mean, quantiles, those outside a band."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from compliance.gate.tone.sentences import Measured


@dataclass(frozen=True, slots=True)
class Lengths:
    """The sentences that count, in text order; lengths are in words."""

    sentences: tuple[Measured, ...]

    @property
    def count(self) -> int:
        """How many sentences count."""
        return len(self.sentences)

    @property
    def mean(self) -> float:
        """The mean length; 0 without sentences."""
        return sum(each.words for each in self.sentences) / self.count if self.count else 0.0

    def quantile(self, q: float) -> float:
        """Return the length that a share ``q`` (0 to 1) of the sentences does not exceed.

        Interpolated linearly, definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical
        Packages", The American Statistician 50 (1996), p. 361-365; 0 without sentences.
        """
        if not 0 <= q <= 1:
            message = f"A quantile is asked for a share of 0 to 1, not {q}."
            raise ValueError(message)
        if not self.sentences:
            return 0.0
        words = sorted(each.words for each in self.sentences)
        at = q * (len(words) - 1)
        below = min(floor(at), len(words) - 1)
        above = min(below + 1, len(words) - 1)
        return words[below] + (at - below) * (words[above] - words[below])

    def outside(self, band: tuple[float, float]) -> tuple[Measured, ...]:
        """Return the sentences shorter or longer than a band, whose ends belong to it."""
        low, high = band
        return tuple(each for each in self.sentences if not low <= each.words <= high)

    def share_outside(self, band: tuple[float, float]) -> float:
        """Return the share (0 to 1) of sentences outside a band; 0 without sentences."""
        return len(self.outside(band)) / self.count if self.count else 0.0


def lengths(sentences: Iterable[Measured]) -> Lengths:
    """Return the distribution of the sentences that are no asides."""
    return Lengths(tuple(each for each in sentences if not each.aside))
