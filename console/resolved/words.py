"""Values of facts in words, whatever they are: also what has no wording of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from console.resolved.tables import Column, Row, text
from console.standing import in_words
from locations.hours import DayHours

NOT_RECORDED = "not recorded when this payload was stored"
FIELDS = (Column("What"), Column("Value"))


@dataclass(frozen=True, slots=True)
class Recorded:
    """Which fields a stored payload did not have; all are there in one just assembled."""

    missing: frozenset[str] = frozenset()

    def lacks(self, path: str) -> bool:
        """Whether a field, or what it stands in, was not recorded."""
        parts = path.split(".")
        return any(".".join(parts[:end]) in self.missing for end in range(1, len(parts) + 1))


def say(value: object) -> str:
    """Write a value of a fact as a person would: 4 November 2026, yes, none."""
    if value is None or value in ("", (), frozenset()):
        return "none"
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, datetime):
        return f"{_day(value)}, {value:%H:%M}"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, DayHours):
        return value.describe()
    if is_dataclass(value) and not isinstance(value, type):
        return "; ".join(
            f"{name_of(part.name)}: {say(getattr(value, part.name))}"
            for part in fields(value)
            if getattr(value, part.name) not in (None, "", ())
        )
    if isinstance(value, frozenset | tuple | list):
        return _listed(value) if not isinstance(value, frozenset) else _sorted(value)
    return in_words(value)


def moment_of(at: datetime) -> str:
    """Write a moment with the clock it is told by: of an hour that comes twice it says which."""
    return f"{say(at)} {at.tzname()}"


def name_of(attribute: str) -> str:
    """Write a field's name as words."""
    return attribute.replace("_", " ")


def field_rows(
    value: Any, path: str, recorded: Recorded, *, leave_out: Iterable[str] = ()
) -> tuple[Row, ...]:
    """Return every field of a frozen value as a row of what and value, in the declared order."""
    left_out = set(leave_out)
    return tuple(
        Row(
            part.name,
            (
                text(name_of(part.name)),
                text(
                    NOT_RECORDED
                    if recorded.lacks(f"{path}.{part.name}".lstrip("."))
                    else say(getattr(value, part.name))
                ),
            ),
        )
        for part in fields(value)
        if part.name not in left_out
    )


def others(value: Any, shown: Iterable[str]) -> str:
    """Return the fields of a value that its table has no column for, where they say anything."""
    known = set(shown)
    return "; ".join(
        f"{name_of(part.name)}: {say(getattr(value, part.name))}"
        for part in fields(value)
        if part.name not in known and getattr(value, part.name) not in (None, "", (), part.default)
    )


def _listed(items: Iterable[object]) -> str:
    joined, said = ", ", []
    for item in items:
        if isinstance(item, tuple) and len(item) == 2:
            said.append(f"{say(item[0])} → {say(item[1])}")
            continue
        if is_dataclass(item):
            joined = "\n"
        said.append(say(item))
    return joined.join(said)


def _sorted(items: frozenset[Any]) -> str:
    return ", ".join(sorted(map(say, items)))


def _day(value: date) -> str:
    return f"{value:%A}, {value.day} {value:%B} {value.year}"
