"""What is found in the replies of a sample, before anything is concluded from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import accumulate, islice
from typing import Final

from compliance.gate.tone.speech import speech_in
from compliance.learning.counting import Counted
from compliance.learning.masking import MASK, masked
from compliance.learning.measuring import NOTHING, MeasuredReply, measure
from compliance.learning.phrases import Courtesies
from compliance.learning.samples import FEWEST_REPLIES

# Replies are measured up to here, chosen by their hash, so that a large file takes seconds.
MOST_MEASURED: Final = 1_000
MOST_CHARS: Final = 250_000
_EXCERPTS: Final = 3
_LOOKED_AT: Final = 40


@dataclass(slots=True)
class Evidence:
    """All that was found in the replies that are measured."""

    replies: list[str] = field(default_factory=list)
    measured: list[MeasuredReply] = field(default_factory=list)
    counted: Counted = field(default_factory=Counted)
    courtesies: Courtesies = field(default_factory=Courtesies)
    emoji: Counter[str] = field(default_factory=Counter)
    contracted: int = 0
    in_full: int = 0

    @property
    def size(self) -> int:
        """How many replies are measured."""
        return len(self.replies)

    def excerpts(self, fits: Callable[[MeasuredReply], bool]) -> tuple[str, ...]:
        """Return a few masked excerpts of the replies that fit, those that tell the most."""
        found = islice(
            (
                masked(reply)
                for reply, one in zip(self.replies, self.measured, strict=True)
                if fits(one)
            ),
            _LOOKED_AT,
        )
        ordered = sorted(dict.fromkeys(found), key=lambda each: each.count(MASK))
        return tuple(ordered[:_EXCERPTS])


def _chosen(replies: Sequence[str]) -> list[str]:
    """Return the replies to measure, in an order that has nothing to do with that of the file."""
    hashed = sorted((sha256(reply.encode()).digest(), reply) for reply in replies)
    chosen = [reply for _, reply in hashed[:MOST_MEASURED]]
    lengths = accumulate(map(len, chosen))
    return [
        reply
        for at, (reply, chars) in enumerate(zip(chosen, lengths, strict=True))
        if chars <= MOST_CHARS or at < FEWEST_REPLIES
    ]


def gather(replies: Sequence[str]) -> Evidence:
    """Measure replies of a sample, as many as there are or as may be."""
    evidence = Evidence()
    for reply in _chosen(replies):
        speech = speech_in(reply, NOTHING)
        evidence.replies.append(reply)
        evidence.measured.append(measure(speech))
        evidence.counted.add(speech.voice)
        evidence.courtesies.add(speech)
        evidence.contracted += len(speech.contractions)
        evidence.in_full += len(speech.contractible)
        evidence.emoji.update({reply[start:end] for start, end in speech.emoji})
    return evidence
