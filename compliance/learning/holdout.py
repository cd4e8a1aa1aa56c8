"""How well a learned voice tells its own replies from those of others.

Each fifth of the replies is held back once: a voice is learned from the other four, and asked
about the replies it never saw and about those of others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from statistics import fmean
from typing import Final

from compliance.gate.types import ToneOverlay
from compliance.learning.learn import learn
from compliance.learning.measuring import accepts
from compliance.learning.proposal import overlay_of
from compliance.learning.reference import Reference

FIFTHS: Final = 5


@dataclass(frozen=True, slots=True)
class Holdout:
    """Shares accepted: of each fifth held back, and of others, the mean over the five voices."""

    own: tuple[float, ...]
    others: dict[str, float]

    @property
    def mean(self) -> float:
        """The share of the replies held back that is accepted."""
        return fmean(self.own)


def fifth_of(reply: str) -> int:
    """Return the fifth that a reply belongs to, by its hash, in whatever order replies come."""
    return sha256(reply.encode()).digest()[0] % FIFTHS


def hold_out(
    replies: Sequence[str], others: Mapping[str, Sequence[str]], reference: Reference
) -> Holdout:
    """Return how many of the replies held back, and of the others, learned voices accept."""
    own: list[float] = []
    strangers: dict[str, list[float]] = {name: [] for name in others}
    for fifth in range(FIFTHS):
        held = [reply for reply in replies if fifth_of(reply) == fifth]
        rest = [reply for reply in replies if fifth_of(reply) != fifth]
        overlay = overlay_of(learn(rest, reference).proposals)
        own.append(share_accepted(overlay, held))
        for name, texts in others.items():
            strangers[name].append(share_accepted(overlay, texts))
    return Holdout(tuple(own), {name: fmean(found) for name, found in strangers.items()})


def share_accepted(overlay: ToneOverlay, replies: Sequence[str]) -> float:
    """Return the share of replies that a voice accepts; of none it is 1."""
    return fmean(accepts(overlay, reply) for reply in replies) if replies else 1.0
