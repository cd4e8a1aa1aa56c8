"""What replies say of a voice, field by field: a value, the evidence for it, and how sure it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from compliance.gate.types import ToneOverlay

NORMAL_95: Final = 1.96


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value for one field of an overlay, as JSON holds it.

    ``kept`` of ``replies`` lie within the value; ``excerpts`` are masked. ``enforces`` says that
    the gate would hold drafts to it, otherwise it only steers what is written.
    """

    field: str
    value: Any
    evidence: str
    replies: int
    kept: int
    enforces: bool
    excerpts: tuple[str, ...] = ()

    @property
    def interval(self) -> tuple[float, float]:
        """The share of replies within, at 95 % confidence."""
        return wilson(self.kept, self.replies)


@dataclass(frozen=True, slots=True)
class Declined:
    """A field of which the replies say too little, and why."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Learned:
    """A voice as proposed: by how many replies, and how many of them it accepts.

    ``unseen`` is the share of replies accepted that a voice was not learned from, by
    cross-validation; ``accepted`` counts those of ``measured`` that the whole voice accepts.
    """

    measured: int
    accepted: int
    unseen: float
    proposals: tuple[Proposal, ...]
    declined: tuple[Declined, ...]


def wilson(kept: int, of: int) -> tuple[float, float]:
    """Return the interval of a share at 95 % confidence (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    share, square = kept / of, NORMAL_95**2
    middle = share + square / (2 * of)
    spread = NORMAL_95 * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    scale = 1 + square / of
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def overlay_of(proposals: Iterable[Proposal]) -> ToneOverlay:
    """Return the voice that proposals make together."""
    return replace(ToneOverlay(), **{each.field: frozen(each.value) for each in proposals})


def frozen(value: Any) -> Any:
    """Return a value of JSON as an overlay has it: lists are tuples, pairs those of an object."""
    if isinstance(value, dict):
        return tuple(sorted((int(key), float(each)) for key, each in value.items()))
    return tuple(frozen(each) for each in value) if isinstance(value, list) else value


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the median of ascending values, and the bounds of the middle nine tenths."""
    last = len(values) - 1
    return values[round(last / 2)], values[round(last * 0.05)], values[round(last * 0.95)]


def share(part: int, of: int) -> str:
    """Return a part of the replies in words."""
    return f"{part} of {of} replies"
