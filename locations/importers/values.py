"""What an importer returns: places with their hours, and a caution for all that looks wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from locations.hours import DayHours

MAX_BYTES: Final = 20 * 1024 * 1024
MAX_ROWS: Final = 20_000
# As much of a hostile file as a message repeats.
SHOWN_CHARS: Final = 80

# Monday first; ``None`` is a day of which the file says nothing: what is stored stays.
Week: TypeAlias = tuple[DayHours | None, ...]
NOTHING_SAID: Final[Week] = (None,) * 7


class Caution(StrEnum):
    """What a person should look at before an import is applied; the value is its title."""

    OVERRIDDEN = "rule without effect"
    DAY_CHANGED = "day changed by a later rule"
    DAY_SHORTENED = "day shortened"
    DAY_LOST = "day not mentioned"
    TOO_SHORT = "open for less than 2 hours"
    TOO_LONG = "open for 20 hours or more"
    VARYING = "hours differ through the year"
    CONDITION = "condition that hours cannot hold"
    UNREADABLE = "part that cannot be read"
    STATE = "state"
    ZONE = "time zone"
    PAST = "exception in the past"
    DUPLICATE = "code given twice"
    HOURS_TYPE = "unknown hours type"
    STATUS = "status"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Notice:
    """One caution: where in the file, what kind, and what it means in words."""

    place: str
    caution: Caution
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.caution}: {self.message}"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says about a place besides hours; ``None`` is not said, "" is said to be empty.

    ``zone`` is an IANA name, ``state`` ISO 3166-2 when it could be read, else as written.
    ``latitude`` and ``longitude`` are degrees; they are not stored, only used to find a time zone.
    """

    name: str | None = None
    brand: str | None = None
    vertical: str | None = None
    ownership: str | None = None
    address: str | None = None
    city: str | None = None
    state: str | None = None
    zone: str | None = None
    phone: str | None = None
    status: str | None = None
    reopens_on: date | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The regular week of one hours type."""

    hours_type: str
    days: Week


@dataclass(frozen=True, slots=True)
class DayOf:
    """Hours of one date; ``hours`` is written as operators write them (closed, 09:00-14:00)."""

    hours_type: str
    on: date
    hours: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One location as a file has it.

    ``complete`` names the hours types whose coming exceptions the file lists in full, so that a
    stored one it lacks is no longer meant.
    """

    where: str
    code: str
    identity: Identity = field(default_factory=Identity)
    weeks: tuple[WeekOf, ...] = ()
    dated: tuple[DayOf, ...] = ()
    complete: frozenset[str] = frozenset()
    notices: tuple[Notice, ...] = ()

    def warned(self, notices: Iterable[Notice]) -> Place:
        """Return the place with further cautions."""
        return replace(self, notices=(*self.notices, *notices))


class ImportFileError(ValueError):
    """A file that cannot be used; ``problems`` says where and what to do, nothing has changed."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def shown(text: object) -> str:
    """Quote something of a file for a message: one line of bounded length, printable."""
    line = " ".join("".join(c if c.isprintable() else " " for c in str(text)[:400]).split())
    return line if len(line) <= SHOWN_CHARS else f"{line[: SHOWN_CHARS - 1]}…"
