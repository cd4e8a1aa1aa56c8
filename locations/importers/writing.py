"""Hours written back: as an OpenStreetMap string, and as a table that the CSV importer reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from locations.hours import (
    ALWAYS,
    CLOSED,
    MINUTES_A_DAY,
    REGULAR,
    WEEKDAYS,
    DatedHours,
    DayHours,
    DayKind,
    clock,
)

_DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MONTHS: Final = "JanFebMarAprMayJunJulAugSepOctNovDec"
IDENTITY: Final = (
    "code",
    "name",
    "brand",
    "vertical",
    "ownership",
    "address",
    "city",
    "state",
    "zone",
    "phone",
    "status",
    "reopens_on",
)
COLUMNS: Final = (*IDENTITY, "hours_type", *WEEKDAYS, "date", "hours", "note")


def to_osm(week: Sequence[DayHours], dated: Iterable[DatedHours] = ()) -> str:
    """Return a week, Monday first, and its exceptions as an ``opening_hours`` string.

    Closed and unknown days are written out, and the days are joined by commas: after a semicolon
    the next day's rule would end the night before it at midnight.
    """
    parts = [f"{_named(days)} {_times(hours)}" for hours, days in _alike(week) if hours != CLOSED]
    text = ", ".join(parts)
    closed = [day for day, hours in enumerate(week) if hours == CLOSED]
    if closed:
        text = "; ".join(filter(None, (f"{_named(closed)} off", text)))
    elif all(hours == ALWAYS for hours in week):
        text = "24/7"
    entries = {entry.on: entry.hours for entry in dated if entry.hours != REGULAR}
    for on, hours in sorted(entries.items()):
        month = _MONTHS[3 * on.month - 3 : 3 * on.month]
        text += f"; {on.year} {month} {on.day:02d} {_on_date(on, hours, week, entries)}"
    return text


def _on_date(
    on: date, hours: DayHours, week: Sequence[DayHours], entries: dict[date, DayHours]
) -> str:
    """Write a date's hours with what is left of the night before, which its rule would end."""
    before = date.fromordinal(on.toordinal() - 1)
    night = entries.get(before, week[before.weekday()])
    left = max((end - MINUTES_A_DAY for _, end in night.intervals), default=0)
    first = hours.intervals[0][0] if hours.intervals else MINUTES_A_DAY
    if left <= 0 or hours.kind is DayKind.UNKNOWN or first == 0:
        return _times(hours)
    rest = f"00:00-{clock(min(left, first))}"
    return rest if hours == CLOSED else f"{rest},{_times(hours)}"


def _times(hours: DayHours) -> str:
    if hours.kind is not DayKind.OPEN:
        return "off" if hours == CLOSED else "unknown"
    return ",".join(
        f"{clock(start)}-{'24:00' if end == MINUTES_A_DAY else clock(end)}"
        for start, end in hours.intervals
    )


def _alike(week: Sequence[DayHours]) -> list[tuple[DayHours, list[int]]]:
    days: dict[DayHours, list[int]] = {}
    for day, hours in enumerate(week):
        days.setdefault(hours, []).append(day)
    # Unknown days first: a later one would end the night before it at midnight.
    return sorted(days.items(), key=lambda item: item[0].kind is DayKind.OPEN)


def _named(days: list[int]) -> str:
    runs: list[list[int]] = [[days[0]]]
    for earlier, later in pairwise(days):
        if later == earlier + 1:
            runs[-1].append(later)
        else:
            runs.append([later])
    return ",".join(
        _DAYS[run[0]] if len(run) == 1 else f"{_DAYS[run[0]]}-{_DAYS[run[-1]]}" for run in runs
    )


@dataclass(frozen=True, slots=True)
class TypedHours:
    """One hours type of a place: its week as written, and its dates."""

    hours_type: str
    days: tuple[str, ...]
    dated: tuple[tuple[date, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """A place for the table: its identity in the order of ``IDENTITY``, and its hours."""

    identity: tuple[str, ...]
    hours: tuple[TypedHours, ...]


def to_csv(places: Iterable[WrittenPlace]) -> str:
    """Return a table: a row for each hours type, then one for each date."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    blank = ("",) * len(WEEKDAYS)
    for place in places:
        bare = (place.identity[0], *[""] * (len(IDENTITY) - 1))
        weeks = [kind for kind in place.hours if kind.days]
        if not weeks:
            writer.writerow((*place.identity, "", *blank, "", "", ""))
        for number, kind in enumerate(weeks):
            lead = place.identity if number == 0 else bare
            writer.writerow((*lead, kind.hours_type, *kind.days, "", "", ""))
        for kind in place.hours:
            for on, hours, note in kind.dated:
                writer.writerow((*bare, kind.hours_type, *blank, on.isoformat(), hours, note))
    return out.getvalue()
