"""Yext: entities of the Knowledge Graph as JSON, with their holiday hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar, Final

from locations.hours import (
    ALWAYS,
    CLOSED,
    REGULAR,
    WEEKDAY_NAMES,
    DayHours,
    HoursError,
    parse_ranges,
)
from locations.importers.identities import hours_type_of, identity_of
from locations.importers.json_files import Node, entries, items, load, part, text
from locations.importers.registry import Importer, Reading
from locations.importers.times import doubtful, read_date
from locations.importers.values import Caution, DayOf, Notice, Place, Week, WeekOf, shown

# Yext writes a whole day as one minute less.
_WHOLE_DAY: Final = ["00:00-23:59"]


class YextImporter(Importer):
    """Yext entities."""

    name: ClassVar = "yext"
    title: ClassVar = "Yext entities"
    about: ClassVar = "JSON of entities with hours and holidayHours."
    endings: ClassVar = (".json",)

    def places(self, data: bytes, reading: Reading) -> Iterable[Place]:
        """Yield a place for each entity.

        Raises:
            ImportFileError: when it is no JSON.
        """
        for path, node in entries(load(data), "response", "entities"):
            yield _place(path, node, reading)


def _place(path: str, node: Node, reading: Reading) -> Place:
    address, meta, hours = part(node, "address"), part(node, "meta"), part(node, "hours")
    texts = {
        "name": text(node, "name"),
        "address": ", ".join(filter(None, (text(address, "line1"), text(address, "line2")))),
        "city": text(address, "city"),
        "state": text(address, "region"),
        "country": text(address, "countryCode") or text(meta, "countryCode"),
        "zone": text(node, "timezone"),
        "phone": text(node, "mainPhone"),
        "reopens_on": text(hours, "reopenDate"),
    }
    identity, notices = identity_of(path, texts, reading.country)
    if node.get("closed") is True:
        identity = replace(identity, status="closed")
    elif identity.reopens_on is not None and identity.reopens_on > reading.today:
        identity = replace(identity, status="temporarily_closed")
    if text(node, "additionalHoursText"):
        message = f"“{shown(text(node, 'additionalHoursText'))}”: not imported"
        notices.append(Notice(f"{path}.additionalHoursText", Caution.CONDITION, message))
    weeks: list[WeekOf] = []
    dated: list[DayOf] = []
    complete: set[str] = set()
    for key in sorted(node):
        if not (key == "hours" or key.casefold().endswith("hours")) or not part(node, key):
            continue
        where = f"{path}.{shown(key)}"
        kind, faults = hours_type_of(where, "" if key == "hours" else shown(key))
        notices += faults
        if kind is None or any(week.hours_type == kind for week in weeks):
            continue
        week = _week(where, part(node, key), notices)
        if any(day is not None for day in week):
            weeks.append(WeekOf(kind, week))
            notices += doubtful(where, week, "" if kind == "main" else f"{kind}: ")
        if "holidayHours" in part(node, key):
            complete.add(kind)
        dated += _holidays(where, kind, part(node, key), notices)
    return Place(
        path, text(meta, "id"), identity, tuple(weeks), tuple(dated),
        frozenset(complete), tuple(notices),
    )  # fmt: skip


def _week(where: str, hours: Node, notices: list[Notice]) -> Week:
    """Return the week; a weekday that Yext does not name is unspecified, which is not closed."""
    week: list[DayHours | None] = []
    for name in WEEKDAY_NAMES:
        node = hours.get(name.casefold())
        day = None
        if isinstance(node, dict):
            try:
                day = _day(node)
            except HoursError as error:
                place = f"{where}.{name.casefold()}"
                notices.append(Notice(place, Caution.UNREADABLE, f"{error}; not imported"))
        week.append(day)
    silent = [name for name in WEEKDAY_NAMES if not isinstance(hours.get(name.casefold()), dict)]
    if silent and len(silent) < 7:
        message = f"{', '.join(silent)}: unspecified, so what is stored stays"
        notices.append(Notice(where, Caution.DAY_LOST, message))
    return tuple(week)


def _day(node: Node) -> DayHours:
    if node.get("isClosed") is True:
        return CLOSED
    intervals = items(node, "openIntervals") or items(node, "hours")
    ranges = [f"{text(item, 'start')}-{text(item, 'end')}" for item in intervals]
    if ranges == _WHOLE_DAY:
        return ALWAYS
    if not ranges:
        raise HoursError("neither isClosed nor openIntervals")
    return parse_ranges(ranges)


def _holidays(where: str, kind: str, hours: Node, notices: list[Notice]) -> Iterator[DayOf]:
    for number, node in enumerate(items(hours, "holidayHours")):
        place = f"{where}.holidayHours[{number}]"
        try:
            on = read_date(text(node, "date"))
            regular = node.get("isRegularHours") is True
            yield DayOf(kind, on, (REGULAR if regular else _day(node)).describe())
        except HoursError as error:
            notices.append(Notice(place, Caution.UNREADABLE, f"{error}; not imported"))
