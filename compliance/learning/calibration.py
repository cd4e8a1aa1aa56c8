"""The tightest voice that still accepts nearly all of the replies it is learned from.

The bands of all fields are one box around the replies. It starts around all of them, and its
sides are then moved in where that leaves out the fewest for what it narrows: the peeling of
Friedman and Fisher (1999), "Bump hunting in high-dimensional data". What a step narrows is its
share of the side, on a logarithmic scale, and of the replies of others that still lie within. How
much may be peeled off is found by cross-validation: replies that were not learned from have to be
accepted too, so that a small sample gets wider bands.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final, TypeAlias

from compliance.learning.measuring import BANDS, CEILINGS, CHOICES, MeasuredReply, is_measured

# The share of unseen replies that the whole voice accepts, as cross-validation sees it.
WANTED: Final = 0.93
FOLDS: Final = 5
# A choice halves what is possible; a share above this of the replies has to keep to it.
_BIT: Final = math.log(2)
_KEPT: Final = 0.95
# Of a choice that asks for something, this share of the replies has to show it; of a spelling,
# which few words tell, several times as many as show the other one.
_SHOWN: Final = 0.05
_SPELT: Final = 4
_ASKING: Final = frozenset(
    {"use", "first_name", "title", "first_plural", "first_singular", "formal", "casual"}
)
# The shares that may be peeled off, and how much wider than the replies the box may be, the
# tightest first.
_LEVELS: Final = (
    *((share / 100, 0.0) for share in (10, 8, 7, 6, 5, 4, 3, 2, 1, 0)),
    *((0.0, margin) for margin in (0.05, 0.1, 0.2, 0.4)),
)
# Of fewer values no band is learned.
_FEWEST: Final = 20
# So few strangers more or less say nothing.
_FEW: Final = 5
# Below this, a side on the logarithmic scale is as narrow as anybody cares to have it.
_NARROW: Final = 0.15

Choice: TypeAlias = tuple[str, str]
Side: TypeAlias = tuple[float | None, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A band for each field of a number, open below where it is a maximum; the choices kept to."""

    sides: dict[str, Side]
    choices: frozenset[Choice] = frozenset()

    def holds(self, reply: MeasuredReply) -> bool:
        """Say whether a reply lies within."""
        return not self.choices & reply.misses and all(
            (low is None or reply.numbers[name] >= low) and reply.numbers[name] <= high
            for name, (low, high) in self.sides.items()
            if name in reply.numbers
        )

    def widened(self, margin: float) -> Box:
        """Return the box with each side moved out by a share of its value."""
        sides: dict[str, Side] = {}
        for name, (low, high) in self.sides.items():
            below = None if low is None else low - abs(low) * margin
            sides[name] = (below, high + abs(high) * margin)
        return replace(self, sides=sides)


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The box of a sample, and the share of unseen replies that such a box accepts."""

    box: Box
    unseen: float


def calibrate(replies: Sequence[MeasuredReply], others: Sequence[MeasuredReply] = ()) -> Calibrated:
    """Return the tightest box that accepts the wanted share of unseen replies.

    ``others`` are replies in general, which the box had rather leave out.
    """
    folds = [
        (
            [one for at, one in enumerate(replies) if at % FOLDS == fold],
            _peeled([one for at, one in enumerate(replies) if at % FOLDS != fold], others),
        )
        for fold in range(FOLDS)
    ]
    unseen = 0.0
    for share, margin in _LEVELS:
        boxes = [(held, path.at(share).widened(margin)) for held, path in folds]
        accepted = sum(box.holds(one) for held, box in boxes for one in held)
        unseen = accepted / len(replies)
        if unseen >= WANTED:
            break
    return Calibrated(_peeled(replies, others).at(share).widened(margin), unseen)


@dataclass(slots=True)
class _Path:
    """The boxes of one peeling, each with the share of the replies it leaves out."""

    steps: list[tuple[float, Box]] = field(default_factory=list)

    def at(self, share: float) -> Box:
        return [box for left_out, box in self.steps if left_out <= share][-1]


@dataclass(frozen=True, slots=True)
class _Step:
    """One narrowing: what it is worth, and which replies stay."""

    worth: float
    stays: Callable[[MeasuredReply], bool]
    choice: Choice | None = None


def _peeled(replies: Sequence[MeasuredReply], others: Sequence[MeasuredReply]) -> _Path:
    live = list(replies)
    most = _LEVELS[0][0] * len(replies)
    open_choices = list(_shown(replies))
    chosen: frozenset[Choice] = frozenset()
    path = _Path([(0.0, Box(_sides(live)))])
    while True:
        box = path.steps[-1][1]
        strangers = [one for one in others if box.holds(one)]
        room = int(most) - (len(replies) - len(live))
        steps = [
            *_narrowings(live, strangers, room),
            *_takings(live, strangers, room, open_choices),
        ]
        if not steps:
            return path
        best = max(steps, key=lambda step: step.worth)
        live = [one for one in live if best.stays(one)]
        if best.choice is not None:
            chosen |= {best.choice}
            open_choices = [each for each in open_choices if each[0] != best.choice[0]]
        left_out = 1 - len(live) / len(replies)
        path.steps.append((round(left_out, 9), Box(_sides(live), chosen)))


def _sides(replies: Sequence[MeasuredReply]) -> dict[str, Side]:
    sides: dict[str, Side] = {}
    for name in (*BANDS, *CEILINGS):
        values = values_of(replies, name)
        if len(values) >= _FEWEST:
            sides[name] = (values[0] if name in BANDS else None, values[-1])
    return sides


def values_of(replies: Iterable[MeasuredReply], name: str) -> list[float]:
    """Return the values of a field in ascending order, of the replies that have one."""
    return sorted(one.numbers[name] for one in replies if name in one.numbers)


def _shown(replies: Sequence[MeasuredReply]) -> Iterator[Choice]:
    """Yield the choices that the replies keep to; asking for something, they have to show it."""
    for name, choices in CHOICES.items():
        missing = {
            choice: sum((name, choice) in one.misses for one in replies) / len(replies)
            for choice in choices
        }
        for choice, share in missing.items():
            others = max((missing[other] for other in choices if other != choice), default=0.0)
            shown = choice not in _ASKING or others >= _SHOWN
            if name == "spelling":
                shown = others * len(replies) >= _SPELT and others >= _SPELT * share
            if shown and 1 - share >= _KEPT and is_measured(name, choice):
                yield name, choice


def _takings(
    live: Sequence[MeasuredReply],
    strangers: Sequence[MeasuredReply],
    room: int,
    choices: Iterable[Choice],
) -> Iterator[_Step]:
    """Yield each choice that may still be taken."""
    for choice in choices:
        lost = sum(choice in one.misses for one in live)
        if lost <= room:
            kept = sum(choice not in one.misses for one in strangers)
            worth = _worth(_BIT, lost, kept, len(strangers))
            yield _Step(worth, _keeping(choice), choice)


def _narrowings(
    live: Sequence[MeasuredReply], strangers: Sequence[MeasuredReply], room: int
) -> Iterator[_Step]:
    """Yield for each side of each field how far it may be moved in."""
    for name in (*BANDS, *CEILINGS):
        values = values_of(live, name)
        if len(values) < _FEWEST:
            continue
        there = values_of(strangers, name)
        floor = _scaled(values[0]) if name in BANDS else 0.0
        width = _scaled(values[-1]) - floor + _NARROW
        for lost, value in _cuts(values, room):
            gain = math.log(width / (_scaled(value) - floor + _NARROW))
            kept = len(strangers) - (len(there) - bisect_right(there, value))
            yield _Step(_worth(gain, lost, kept, len(strangers)), _at_most(name, value))
        for lost, value in _lower_cuts(values, room) if name in BANDS else ():
            gain = math.log(width / (_scaled(values[-1]) - _scaled(value) + _NARROW))
            kept = len(strangers) - bisect_left(there, value)
            yield _Step(_worth(gain, lost, kept, len(strangers)), _at_least(name, value))


def _worth(gain: float, lost: int, kept: int, strangers: int) -> float:
    """Return what a step narrows, for each reply that it leaves out."""
    narrowed = math.log((strangers + _FEW) / (kept + _FEW))
    return (gain + narrowed) / (lost + 0.5)


def _lower_cuts(values: Sequence[float], room: int) -> Iterator[tuple[int, float]]:
    """Yield the values above the lowest of ascending ones, with how many lie below each."""
    for lost, value in _cuts([-each for each in reversed(values)], room):
        yield lost, -value


def _cuts(values: Sequence[float], room: int) -> Iterator[tuple[int, float]]:
    """Yield the values below the highest of ascending ones, with how many lie above each."""
    tail = values[-(room + 2) :]
    for lost, (high, below) in enumerate(pairwise(reversed(tail)), start=1):
        if below < high and lost <= room:
            yield lost, below


def _scaled(value: float) -> float:
    return math.copysign(math.log1p(abs(value)), value)


def _keeping(choice: Choice) -> Callable[[MeasuredReply], bool]:
    return lambda one: choice not in one.misses


def _at_most(name: str, value: float) -> Callable[[MeasuredReply], bool]:
    return lambda one: one.numbers.get(name, value) <= value


def _at_least(name: str, value: float) -> Callable[[MeasuredReply], bool]:
    return lambda one: one.numbers.get(name, value) >= value
