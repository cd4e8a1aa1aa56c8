"""The hours of a location in a bundle: its weeks and exceptions, one set an hours type.

The doors' own are ``hours`` and ``exceptions``; those of other types stand under
``hours_by_type`` and ``exceptions_by_type``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from console.bundles.fields import Fields, did_you_mean
from console.bundles.nodes import Mapping, Node, Scalar, Sequence
from console.bundles.problems import Place
from console.bundles.rows import BundleRows
from console.bundles.writing import kept
from locations.hours import WEEKDAYS
from locations.models import DatedHours, HoursType, WeeklyHours

CLOSED, UNKNOWN = "closed", "unknown"


@dataclass(frozen=True, slots=True)
class HoursRow:
    """A row of hours without its location, and where it stands."""

    row: WeeklyHours | DatedHours
    part: Fields
    place: Place
    renamed: dict[str, str] = field(default_factory=dict)


# --- Reading -----------------------------------------------------------------------------------


def read_hours(part: Fields) -> list[HoursRow]:
    """Read a location's weeks and dated exceptions of every hours type."""
    found: list[HoursRow] = []
    if "hours" in part:
        found.append(_week(part.part("hours"), HoursType.MAIN))
    for hours_type, week in _by_type(part, "hours_by_type"):
        found.append(_week(week, hours_type))
    found += _dated(part.part("exceptions"), HoursType.MAIN)
    for hours_type, exceptions in _by_type(part, "exceptions_by_type"):
        found += _dated(exceptions, hours_type)
    return found


def _by_type(part: Fields, name: str) -> Iterator[tuple[str, Fields]]:
    others = [each for each in HoursType.values if each != HoursType.MAIN]
    for hours_type, inner in part.named_parts(name):
        if hours_type in others:
            yield hours_type, inner
        elif hours_type == HoursType.MAIN:
            usual = name.removesuffix("_by_type")
            part.part(name).fault(hours_type, f"Write the doors' own under “{usual}”.")
        else:
            part.part(name).fault(
                hours_type,
                f"“{hours_type}” is no type of hours; {did_you_mean(hours_type, others)}",
            )


def _week(week: Fields, hours_type: str) -> HoursRow:
    """Read the week; a day that is not written is unknown, which is not closed."""
    days = {day: _day(week.node(day), week, day) for day in WEEKDAYS}
    week.finish()
    return HoursRow(WeeklyHours(hours_type=hours_type, **days), week, week.place)


def _day(node: Node | None, part: Fields, name: str) -> str:
    """Read one day: a list of ranges, or a text as the hours are shown."""
    if node is None:
        return UNKNOWN
    if isinstance(node, Sequence) and not node.items:
        return CLOSED
    return ", ".join(part.words(name)) or UNKNOWN


def _dated(exceptions: Fields, hours_type: str) -> list[HoursRow]:
    rows: list[HoursRow] = []
    for name in exceptions.names():
        node, place = exceptions.node(name), exceptions.place_of(name)
        day = exceptions.as_day(Scalar(place, name), name)
        note = ""
        if isinstance(node, Mapping):
            detail = exceptions.part(name)
            hours, note = _day(detail.node("hours"), detail, "hours"), detail.text("note")
            detail.finish()
        else:
            hours = _day(node, exceptions, name)
        if day is not None:
            row = DatedHours(hours_type=hours_type, on=day, hours=hours, note=note)
            rows.append(HoursRow(row, exceptions, place, {"hours": str(day)}))
    return rows


# --- Writing -----------------------------------------------------------------------------------


def write_hours(rows: BundleRows) -> dict[str, dict[str, Any]]:
    """Write the hours of every location, by its code."""
    written: dict[str, dict[str, Any]] = {}
    for week in rows.weekly_hours:
        days = {day: _hours(getattr(week, day)) for day in WEEKDAYS}
        known = {day: text for day, text in days.items() if text is not None}
        _entry(written, week, "hours").update(known)
    for row in rows.dated_hours:
        ranges = _hours(row.hours)
        _entry(written, row, "exceptions")[row.on] = (
            {"hours": ranges, **kept({"note": row.note})} if row.note or ranges is None else ranges
        )
    return written


def _entry(
    written: dict[str, dict[str, Any]], row: WeeklyHours | DatedHours, name: str
) -> dict[Any, Any]:
    """Return the mapping that a row belongs to: of the doors, or of its type."""
    place = written.setdefault(row.location.code, {})
    if row.hours_type == HoursType.MAIN:
        found: dict[Any, Any] = place.setdefault(name, {})
    else:
        found = place.setdefault(f"{name}_by_type", {}).setdefault(row.hours_type, {})
    return found


def _hours(text: str) -> list[str] | str | None:
    """Write a day's hours as a list of ranges, keeping any other spelling as a text."""
    if text == UNKNOWN:
        return None
    if text == CLOSED:
        return []
    ranges = text.split(", ")
    if all("-" in part and "," not in part and part == part.strip() for part in ranges):
        return ranges
    return text
