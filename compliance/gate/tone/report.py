"""How near a text is to a voice: one value, band, standing and spans per dimension."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How a value lies to its band."""

    PASS = "pass"  # noqa: S105 - a standing, no password
    NEAR = "near"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One measured value of a voice; ``low`` and ``high`` are its band, ``None`` is open.

    A ``value`` of ``None`` says that a text is too short to tell; it passes.

    ``spans`` are what was counted, or what lies outside, in code points of the original text.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    standing: Standing
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ToneReport:
    """The dimensions of one text, and the words and sentences they were measured on."""

    words: int
    sentences: int
    dimensions: tuple[Dimension, ...]

    def __getitem__(self, name: str) -> Dimension:
        for dimension in self.dimensions:
            if dimension.name == name:
                return dimension
        raise KeyError(name)

    @property
    def standing(self) -> Standing:
        """The worst standing of any dimension; of none at all it is a pass."""
        found = {dimension.standing for dimension in self.dimensions}
        return next((each for each in (Standing.FAIL, Standing.NEAR) if each in found), _PASS)


_PASS = Standing.PASS


def at_most(
    name: str,
    value: float,
    limit: float | None,
    *,
    near: float = 1.0,
    spans: tuple[tuple[int, int], ...] = (),
) -> Dimension:
    """Return a dimension with a maximum; above the share ``near`` of it a value is near."""
    if limit is None or value <= limit * near:
        standing = Standing.PASS
    elif value <= limit:
        standing = Standing.NEAR
    else:
        standing = Standing.FAIL
    return Dimension(name, value, None, limit, standing, spans)


def within(
    name: str,
    value: float,
    band: tuple[float | None, float | None],
    *,
    outside: Standing = Standing.NEAR,
    spans: tuple[tuple[int, int], ...] = (),
) -> Dimension:
    """Return a dimension with a band; a value that lies outside has the standing ``outside``."""
    low, high = band
    inside = (low is None or value >= low) and (high is None or value <= high)
    return Dimension(name, value, low, high, Standing.PASS if inside else outside, spans)


def untold(name: str, band: tuple[float | None, float | None]) -> Dimension:
    """Return a dimension of which a text says too little."""
    return Dimension(name, None, *band, Standing.PASS)
