"""What an import would change: the places of a file compared with the stored rows.

Reads the database in a constant number of queries and writes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError

from locations.hours import WEEKDAYS, DayHours, HoursError, parse_dated, parse_day
from locations.importers.defaults import Defaults
from locations.importers.osm_hours import zone_at
from locations.importers.stored import Stored, no_such, no_zone
from locations.importers.values import Caution, DayOf, Identity, Notice, Place, WeekOf, shown
from locations.models import (
    Brand,
    DatedHours,
    ImportOutcome,
    Location,
    LocationStatus,
    Vertical,
    WeeklyHours,
)
from locations.models.tracked import Tracked

# Texts that a file may give and that go into the row as they are.
_PLAIN: Final = ("name", "ownership", "address", "city", "state", "zone", "phone", "status")
_SHOWN_FIELDS: Final = (*_PLAIN, "brand", "vertical", "reopens_on")
_NEEDED: Final = ("name", "brand", "vertical", "city", "state", "zone")
_LONGEST_DAY: Final = 120


@dataclass(frozen=True, slots=True)
class Change:
    """One value that becomes another; ``old`` is empty where nothing is stored."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class WeekChange:
    """A hours type's week before and after, Monday first."""

    hours_type: str
    days: tuple[Change, ...]

    @property
    def differs(self) -> bool:
        """Whether any day changes."""
        return any(day.old != day.new for day in self.days)


@dataclass(frozen=True, slots=True)
class DateChange:
    """One date's hours before and after; ``new`` is empty when the exception goes."""

    hours_type: str
    on: date
    old: str
    new: str


@dataclass(slots=True)
class Line:
    """What happens to one location: for people to read, and the rows to write.

    ``location`` is the row as it will be; ``saved`` says whether it is written at all.
    """

    place: Place
    code: str
    location: Location
    outcome: ImportOutcome = ImportOutcome.UNCHANGED
    fields: tuple[Change, ...] = ()
    weeks: list[WeekChange] = field(default_factory=list)
    dates: list[DateChange] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    write: list[Tracked] = field(default_factory=list)
    drop: list[Tracked] = field(default_factory=list)

    @property
    def changes(self) -> bool:
        """Whether anything is written."""
        return bool(self.write or self.drop)

    @property
    def doubts(self) -> int:
        """How much of it a person should look at; where a zone comes from is told, not counted."""
        told = sum(note.caution is not Caution.ZONE for note in self.notices)
        return told + len(self.problems)


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole import: its lines in the order of the file, and why it cannot be applied."""

    lines: tuple[Line, ...]
    problems: tuple[str, ...]
    fingerprint: str

    def count(self) -> dict[str, int]:
        """Return how many locations have each outcome, and how many cautions there are."""
        counts = {outcome.value: 0 for outcome in ImportOutcome}
        for line in self.lines:
            counts[line.outcome.value] += 1
        return {**counts, "cautions": sum(line.doubts for line in self.lines)}


def plan_import(places: Sequence[Place], defaults: Defaults, today: date) -> Plan:
    """Compare a file's places with what is stored. Five queries, however many places."""
    stored = Stored(defaults, [_code(place, defaults) for place in places], today)
    lines = [_line(place, stored, defaults) for place in places]
    problems = [*stored.problems, *(problem for line in lines for problem in line.problems)]
    return Plan(tuple(lines), tuple(problems), _fingerprint(lines))


def _code(place: Place, defaults: Defaults) -> str:
    return defaults.prefix + place.code if place.code else ""


def _line(place: Place, stored: Stored, defaults: Defaults) -> Line:
    code = _code(place, defaults)
    old = stored.locations.get(code)
    line = Line(place, code, Location(code=code) if old is None else copy(old))
    line.notices += place.notices
    _identify(line, old, stored, defaults)
    if not line.problems:
        for week in place.weeks:
            _week(line, week, stored)
        _dates(line, stored.dated.get(line.location.pk or 0, {}))
    if line.problems and defaults.leave_out:
        line.notices += [Notice(place.where, Caution.LEFT_OUT, text) for text in line.problems]
        line.problems, line.write, line.drop = [], [], []
        line.outcome = ImportOutcome.LEFT_OUT
    elif old is None:
        line.outcome = ImportOutcome.NEW
    elif line.changes:
        line.outcome = ImportOutcome.CHANGED
    return line


# --- Who and where it is -----------------------------------------------------------------------


def _identify(line: Line, old: Location | None, stored: Stored, defaults: Defaults) -> None:
    """Fill the location's row from the file, then the defaults, and check it."""
    said, row, where = line.place.identity, line.location, line.place.where
    for name in _PLAIN:
        value = getattr(said, name)
        if value is not None:
            setattr(row, name, value)
    _belong(line, stored, said)
    if (
        old is not None
        and stored.brand is not None
        and not said.brand
        and row.brand != stored.brand
    ):
        line.problems.append(
            f"{where}: “{shown(line.code)}” is a location of {old.brand.code}, not of "
            f"{stored.brand.code}; let the codes begin with something of their own, or name the "
            "brand in the file."
        )
    if not row.zone:
        _find_zone(line, said, defaults)
    if said.status is not None or said.reopens_on is not None:
        row.reopens_on = said.reopens_on or (
            row.reopens_on if said.status == LocationStatus.TEMPORARILY_CLOSED else None
        )
    # A brand that does not exist was told already.
    told = {name for name in ("brand", "vertical") if getattr(said, name)}
    missing = [name for name in _NEEDED if name not in told and not _has(row, name)]
    if missing:
        line.problems.append(
            f"{where}: “{shown(line.code)}” is new and has no {_and(missing)}; add it to the file"
            + ("" if set(missing) <= {"city", "state", "name"} else ", or choose a default")
            + ", or leave out what cannot be created."
        )
    if line.problems:
        return
    if row.zone not in stored.zones:
        line.problems.append(no_zone(where, row.zone))
    _check(line, row, {"zone", "brand", "vertical"})
    line.fields = tuple(
        Change(name, _text(getattr(old, name)) if old is not None else "", new)
        for name in _SHOWN_FIELDS
        if (new := _text(getattr(row, name)))
        != (_text(getattr(old, name)) if old is not None else "")
    )
    if line.fields:
        line.write.append(row)


def _belong(line: Line, stored: Stored, said: Identity) -> None:
    row, where = line.location, line.place.where
    for what, name, known, default in (
        ("brand", said.brand, stored.brands, stored.brand),
        ("vertical", said.vertical, stored.verticals, stored.vertical),
    ):
        found = known.get(name.casefold()) if name else default
        if name and found is None:
            line.problems.append(no_such(where, what, name, known))
        elif found is not None and (name or not _has(row, what)):
            setattr(row, what, found)


def _has(row: Location, name: str) -> bool:
    return bool(getattr(row, f"{name}_id" if name in {"brand", "vertical"} else name))


def _find_zone(line: Line, said: Identity, defaults: Defaults) -> None:
    """Take a zone from the coordinates, then from the defaults."""
    where = line.place.where
    if said.latitude is not None and said.longitude is not None:
        line.location.zone = zone_at(said.latitude, said.longitude)
        if line.location.zone:
            message = f"{line.location.zone}, from the coordinates"
            line.notices.append(Notice(where, Caution.ZONE, message))
            return
    if defaults.zone:
        line.location.zone = defaults.zone
        line.notices.append(Notice(where, Caution.ZONE, f"{defaults.zone}, as chosen for all"))


def _check(line: Line, row: Tracked, besides: set[str]) -> None:
    links = {part.name for part in row._meta.concrete_fields if part.remote_field is not None}
    try:
        row.clean_fields(exclude=links | besides)
        row.clean()
    except ValidationError as error:
        where = line.place.where
        told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        line.problems += [
            f"{where}: {name}{': ' if name else ''}“{shown(getattr(row, name, ''))}”: {message}"
            for name, messages in told.items()
            for message in messages
        ]


def _and(names: list[str]) -> str:
    words = ["time zone" if name == "zone" else name for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value.code) if isinstance(value, Brand | Vertical) else str(value)


# --- Its hours ---------------------------------------------------------------------------------


def _week(line: Line, said: WeekOf, stored: Stored) -> None:
    key = (line.location.pk or 0, said.hours_type)
    old = stored.weeks.get(key)
    row = WeeklyHours(hours_type=said.hours_type) if old is None else copy(old)
    row.location = line.location
    days: list[Change] = []
    for name, hours in zip(WEEKDAYS, said.days, strict=True):
        before = getattr(row, name)
        if hours is not None and not _same(before, hours):
            setattr(row, name, hours.describe())
        days.append(Change(name, before if old is not None else "", getattr(row, name)))
        if len(getattr(row, name)) > _LONGEST_DAY:
            line.problems.append(f"{line.place.where}: {name} has too many ranges for one day.")
    line.weeks.append(WeekChange(said.hours_type, tuple(days)))
    if old is None or line.weeks[-1].differs:
        line.write.append(row)


def _same(stored: str, hours: DayHours) -> bool:
    if stored == hours.describe():
        return True
    try:
        return parse_day(stored) == hours
    except HoursError:
        return False


def _dates(line: Line, stored: dict[tuple[str, date], DatedHours]) -> None:
    said: dict[tuple[str, date], DayOf] = {
        (day.hours_type, day.on): day for day in line.place.dated
    }
    for key, day in sorted(said.items()):
        old = stored.get(key)
        if old is not None and _same_date(old, day):
            continue
        row = copy(old) if old is not None else DatedHours(hours_type=day.hours_type, on=day.on)
        row.location = line.location
        row.hours, row.note = day.hours, day.note or row.note
        _check(line, row, set())
        line.dates.append(DateChange(*key, old.hours if old is not None else "", row.hours))
        line.write.append(row)
    for key, old in sorted(stored.items()):
        if key not in said and key[0] in line.place.complete:
            line.dates.append(DateChange(*key, old.hours, ""))
            line.drop.append(old)


def _same_date(old: DatedHours, day: DayOf) -> bool:
    if old.hours == day.hours and old.note == day.note:
        return True
    try:
        alike = parse_dated(old.hours) == parse_dated(day.hours)
    except HoursError:
        return False
    return alike and (not day.note or day.note == old.note)


# --- What was seen -----------------------------------------------------------------------------


def _fingerprint(lines: list[Line]) -> str:
    """Hash everything that would be written, with the versions it starts from."""
    seen = [
        [
            line.code,
            line.outcome.value,
            [[change.name, change.old, change.new] for change in line.fields],
            [[w.hours_type, [[d.old, d.new] for d in w.days]] for w in line.weeks],
            [[d.hours_type, d.on.isoformat(), d.old, d.new] for d in line.dates],
            line.location.version if line.location.pk else 0,
            [
                [row._meta.model_name, row.pk or 0, row.version if row.pk else 0]
                for row in (*line.write, *line.drop)
            ],
        ]
        for line in lines
    ]
    return hashlib.sha256(json.dumps(seen, separators=(",", ":")).encode()).hexdigest()
