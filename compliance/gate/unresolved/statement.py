"""One statement that no fact answers: where, of what kind of facts, and what would answer it."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.gate.types import Layer

LAYERS: dict[str, Layer] = {
    "policy": Layer.POLICY,
    "hours": Layer.HOURS,
    "offer": Layer.OFFER,
    "data": Layer.DATA,
    "source": Layer.POLICY,
}


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An original span; ``kind`` is a field of :class:`~compliance.gate.unverified.Unverified`.

    ``about`` is a short code of what it speaks of; ``message`` says what could not be checked and
    which row would answer it.
    """

    start: int
    end: int
    kind: str
    about: str
    message: str
