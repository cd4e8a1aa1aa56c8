"""Stored locations as a table and as ``opening_hours`` strings."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from locations.hours import (
    UNKNOWN_WEEK,
    WEEKDAYS,
    DatedHours,
    parse_dated,
    parse_day,
)
from locations.importers.writing import IDENTITY, TypedHours, WrittenPlace, to_csv, to_osm
from locations.models import DatedHours as DatedRow
from locations.models import HoursType, Location, WeeklyHours


def with_hours(rows: QuerySet[Location]) -> QuerySet[Location]:
    """Fetch locations with all that is written of them. Three queries."""
    return rows.select_related("brand", "vertical").prefetch_related(
        Prefetch("weekly_hours", WeeklyHours.objects.order_by("hours_type")),
        Prefetch("dated_hours", DatedRow.objects.order_by("hours_type", "on")),
    )


def locations_table(rows: QuerySet[Location]) -> str:
    """Return locations as a table that the CSV importer reads back without a change."""
    return to_csv(_written(row) for row in with_hours(rows))


def hours_string(row: Location, hours_type: str = HoursType.MAIN) -> str:
    """Return one hours type of a location as an ``opening_hours`` string, exceptions included.

    Raises:
        HoursError: when stored hours cannot be read.
    """
    week = UNKNOWN_WEEK
    for weekly in row.weekly_hours.all():
        if weekly.hours_type == hours_type:
            week = tuple(parse_day(text) for text in weekly.days())
    dated = [
        DatedHours(entry.on, parse_dated(entry.hours))
        for entry in row.dated_hours.all()
        if entry.hours_type == hours_type
    ]
    return to_osm(week, dated)


def _written(row: Location) -> WrittenPlace:
    values = {name: getattr(row, name) for name in IDENTITY}
    values |= {"brand": row.brand.code, "vertical": row.vertical.code}
    weeks = {weekly.hours_type: weekly for weekly in row.weekly_hours.all()}
    dated: dict[str, list[DatedRow]] = {}
    for entry in row.dated_hours.all():
        dated.setdefault(entry.hours_type, []).append(entry)
    hours = tuple(
        TypedHours(
            kind,
            tuple(getattr(weeks[kind], day) for day in WEEKDAYS) if kind in weeks else (),
            tuple((entry.on, entry.hours, entry.note) for entry in dated.get(kind, ())),
        )
        for kind in sorted({*weeks, *dated})
    )
    return WrittenPlace(tuple(str(values[name] or "") for name in IDENTITY), hours)
