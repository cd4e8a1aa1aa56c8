"""Phrases that a voice permits, with when they fit: “Good morning {first_name}, | morning”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from compliance.gate.slots import has_braces, slots_in, stray_braces

# What stands in braces in a greeting or a closing, and is filled when it is used.
PLACEHOLDERS: Final = ("first_name", "name", "location", "brand")

_NOON: Final = 12
_EVENING: Final = 17
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Occasion:
    """What conditions are asked of: ``at`` is local time at the location.

    ``turn`` counts the team's replies, ``None`` where it is not known which this is. ``named`` says
    that the reply may call the customer by a name.
    """

    at: datetime
    ticket_class: str = ""
    turn: int | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition that a machine understands; ``value`` is the ticket class of ``about``."""

    kind: str
    value: str = ""

    def holds(self, occasion: Occasion) -> bool:
        """Say whether an occasion meets the condition."""
        if self.kind == _ABOUT:
            return self.value == occasion.ticket_class
        return _KINDS[self.kind][1](occasion)

    @property
    def group(self) -> str:
        """What the condition is about; conditions of one group are alternatives."""
        return _ABOUT if self.kind == _ABOUT else _KINDS[self.kind][0]


@dataclass(frozen=True, slots=True)
class Permitted:
    """A phrase with when it fits; ``words`` is what only a reader understands of that."""

    text: str
    conditions: tuple[Condition, ...] = ()
    words: str = ""

    def fits(self, occasion: Occasion) -> bool:
        """Say whether the phrase certainly fits; never where words have to be understood.

        “morning, afternoon, first reply” is a first reply in the morning or the afternoon.
        """
        met: dict[str, bool] = {}
        for each in self.conditions:
            met[each.group] = met.get(each.group, False) or each.holds(occasion)
        return not self.words and all(met.values())

    @property
    def when(self) -> str:
        """When it fits, in words."""
        return ", ".join(
            [f"{each.kind} {each.value}".strip() for each in self.conditions]
            + ([self.words] if self.words else [])
        )


_ABOUT: Final = "about"
_KINDS: Final[dict[str, tuple[str, Callable[[Occasion], bool]]]] = {
    "morning": ("time", lambda on: on.at.hour < _NOON),
    "afternoon": ("time", lambda on: _NOON <= on.at.hour < _EVENING),
    "evening": ("time", lambda on: on.at.hour >= _EVENING),
    "weekend": ("day", lambda on: on.at.weekday() >= _SATURDAY),
    "first reply": ("turn", lambda on: on.turn == 1),
    "later reply": ("turn", lambda on: on.turn is not None and on.turn > 1),
    "known name": ("name", lambda on: on.named),
    "no name": ("name", lambda on: not on.named),
}
CONDITIONS: Final = (*_KINDS, f"{_ABOUT} CLASS")

_OF_CLASS: Final = re.compile(rf"{_ABOUT} ([a-z0-9][a-z0-9_-]*)")
# Words around a condition that change nothing about it: "only in the mornings".
_FILLERS: Final = frozenset("a an at during for if in it's is of on only the when with".split())  # noqa: SIM905
_LIKE: Final = 0.8


@lru_cache(maxsize=1024)
def parse(line: str) -> Permitted:
    """Read a line of a phrase and, after a bar, when it fits; parts are parted by commas."""
    text, _, when = line.partition("|")
    conditions: list[Condition] = []
    words: list[str] = []
    for part in _parts(when):
        found = _OF_CLASS.fullmatch(part.casefold())
        if part.casefold() in _KINDS:
            conditions.append(Condition(part.casefold()))
        elif found is not None:
            conditions.append(Condition(_ABOUT, found[1]))
        else:
            words.append(part)
    return Permitted(" ".join(text.split()), tuple(conditions), ", ".join(words))


def first_fitting(lines: Iterable[str], occasion: Occasion, filled: Callable[[str], str]) -> str:
    """Return the first phrase that fits and can be filled, as ``filled`` returns it; or nothing.

    ``filled`` returns nothing for a phrase that it cannot fill.
    """
    for each in map(parse, lines):
        if each.fits(occasion) and (said := filled(each.text)):
            return said
    return ""


def line_problems(line: str, *, placeholders: bool) -> tuple[str, ...]:
    """Return what is wrong with a line, a sentence each; ``placeholders`` says it may have some."""
    text, _, when = line.partition("|")
    found = []
    if not text.strip():
        found.append("There is no phrase before the bar.")
    if not placeholders and has_braces(text):
        found.append("Nothing is filled in here: write the phrase without braces.")
    elif placeholders:
        found += [f"A “{brace}” stands alone." for brace in stray_braces(text)]
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        found += [
            f"There is no {{{slot}}}; write one of {known}."
            for slot in slots_in(text)
            if slot not in PLACEHOLDERS
        ]
    for part in _parts(when):
        meant = _meant(part)
        if meant:
            found.append(f"“{part}” is no condition; did you mean “{meant}”?")
    return tuple(found)


def _parts(when: str) -> list[str]:
    return [" ".join(part.split()) for part in when.split(",") if part.strip()]


def _meant(part: str) -> str:
    """Return the condition that a part seems to be meant for, if it is none itself."""
    said = part.casefold()
    if said in _KINDS or _OF_CLASS.fullmatch(said):
        return ""
    bare = " ".join(word for word in said.split() if word not in _FILLERS)
    return next(iter(get_close_matches(bare, _KINDS, 1, _LIKE)), "")
