"""Google Business Profile: locations of the Business Information API, version 1, as JSON.

Follows the schemas Location, TimePeriod, SpecialHourPeriod and OpenInfo of the API's discovery
document. ``{}`` as a time is 00:00, because JSON of protocol buffers leaves zeros out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from locations.hours import CLOSED, MINUTES_A_DAY, WEEKDAY_NAMES, DayHours, HoursError
from locations.importers.identities import hours_type_of, identity_of
from locations.importers.json_files import Node, entries, items, load, part, text
from locations.importers.registry import Importer, Reading
from locations.importers.times import day_of, doubtful
from locations.importers.values import (
    Caution,
    DayOf,
    Identity,
    Notice,
    Place,
    Week,
    WeekOf,
    shown,
)

_DAYS: Final = tuple(day.upper() for day in WEEKDAY_NAMES)


class GoogleImporter(Importer):
    """Google Business Profile."""

    name: ClassVar = "google"
    title: ClassVar = "Google Business Profile"
    about: ClassVar = "JSON of locations of the Business Information API, version 1."
    endings: ClassVar = (".json",)

    def places(self, data: bytes, reading: Reading) -> Iterable[Place]:
        """Yield a place for each location.

        Raises:
            ImportFileError: when it is no JSON.
        """
        for path, node in entries(load(data), "locations"):
            yield _place(path, node, reading)


def _place(path: str, node: Node, reading: Reading) -> Place:
    address = part(node, "storefrontAddress")
    lines = address.get("addressLines")
    texts = {
        "name": text(node, "title"),
        "address": ", ".join(line for line in lines or [] if isinstance(line, str))
        if isinstance(lines, list)
        else "",
        "city": text(address, "locality"),
        "state": text(address, "administrativeArea"),
        "country": text(address, "regionCode"),
        "phone": text(part(node, "phoneNumbers"), "primaryPhone"),
        "latitude": text(part(node, "latlng"), "latitude"),
        "longitude": text(part(node, "latlng"), "longitude"),
        "status": text(part(node, "openInfo"), "status"),
    }
    identity, notices = identity_of(path, texts, reading.country)
    identity = _opening(path, identity, part(node, "openInfo"), reading.today, notices)
    weeks = list(_weeks(path, node, notices))
    special = part(node, "specialHours")
    return Place(
        where=path,
        code=text(node, "storeCode"),
        identity=identity,
        weeks=tuple(weeks),
        dated=tuple(_special(f"{path}.specialHours", special, notices)),
        complete=frozenset({"main"} if "specialHours" in node else ()),
        notices=tuple(notices),
    )


def _opening(
    path: str, identity: Identity, info: Node, today: date, notices: list[Notice]
) -> Identity:
    """Add the day of (re)opening: a coming ``openingDate`` means closed until then."""
    opening = _date(info.get("openingDate"))
    if opening is None or opening <= today or identity.status == "closed":
        return identity
    message = f"openingDate {opening} is to come: closed until then"
    notices.append(Notice(f"{path}.openInfo", Caution.STATUS, message))
    return Identity(
        **{
            **{name: getattr(identity, name) for name in Identity.__slots__},
            "status": "temporarily_closed",
            "reopens_on": opening,
        }
    )


def _weeks(path: str, node: Node, notices: list[Notice]) -> Iterator[WeekOf]:
    groups = [(f"{path}.regularHours", "main", items(part(node, "regularHours"), "periods"))]
    for number, more in enumerate(items(node, "moreHours")):
        where = f"{path}.moreHours[{number}]"
        kind, faults = hours_type_of(where, text(more, "hoursTypeId") or "?")
        notices += faults
        if kind is not None:
            groups.append((where, kind, items(more, "periods")))
    seen: set[str] = set()
    for where, kind, periods in groups:
        if not periods:
            continue
        if kind in seen:
            message = f"{kind} hours are given twice; these are not used"
            notices.append(Notice(where, Caution.DUPLICATE, message))
            continue
        seen.add(kind)
        week = _week(where, periods, notices)
        notices += doubtful(where, week, "" if kind == "main" else f"{kind}: ")
        yield WeekOf(kind, week)


def _week(where: str, periods: list[Node], notices: list[Notice]) -> Week:
    """Return the week of periods; a weekday without one is closed."""
    opened: list[list[tuple[int, int]]] = [[] for _ in range(7)]
    lost: set[int] = set()
    for number, period in enumerate(periods):
        place = f"{where}.periods[{number}]"
        try:
            for day, start, end in _stretches(period):
                opened[day].append((start, end))
        except HoursError as error:
            notices.append(Notice(place, Caution.UNREADABLE, f"{error}; this day is not imported"))
            name = text(period, "openDay")
            lost |= {_DAYS.index(name)} if name in _DAYS else set(range(7))
    week: list[DayHours | None] = []
    for day, intervals in enumerate(opened):
        if day in lost:
            week.append(None)
        elif not intervals:
            week.append(CLOSED)
        else:
            try:
                week.append(day_of(sorted(intervals), WEEKDAY_NAMES[day]))
            except HoursError as error:
                notices.append(Notice(where, Caution.UNREADABLE, f"{error}; not imported"))
                week.append(None)
    return tuple(week)


def _stretches(period: Node) -> Iterator[tuple[int, int, int]]:
    """Return weekday and minutes of a period; one over several days has a stretch for each.

    Raises:
        HoursError: when a day or time is missing or impossible.
    """
    first, last = _weekday(period, "openDay"), _weekday(period, "closeDay")
    start, end = _minutes(period, "openTime"), _minutes(period, "closeTime")
    over = (last - first) % 7
    if over == 0 and end <= start:
        raise HoursError("it closes before it opens; past midnight the closeDay is the next day")
    if over <= 1:
        yield first, start, end + over * MINUTES_A_DAY
        return
    yield first, start, MINUTES_A_DAY
    for day in range(1, over):
        yield (first + day) % 7, 0, MINUTES_A_DAY
    if end:
        yield last, 0, end


def _weekday(period: Node, key: str) -> int:
    name = text(period, key)
    if name not in _DAYS:
        raise HoursError(f"{key} “{shown(name)}” is no weekday such as MONDAY")
    return _DAYS.index(name)


def _minutes(period: Node, key: str) -> int:
    found = period.get(key)
    if not isinstance(found, dict):
        raise HoursError(f"{key} is missing")
    hours, minutes = found.get("hours", 0), found.get("minutes", 0)
    if not _is_number(hours, 24) or not _is_number(minutes, 59) or hours * 60 + minutes > 1440:
        raise HoursError(f"{key} {shown(found)} is no time between 00:00 and 24:00")
    return int(hours) * 60 + int(minutes)


def _is_number(value: Any, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def _date(node: Any) -> date | None:
    if not isinstance(node, dict):
        return None
    try:
        return date(node["year"], node["month"], node["day"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _special(where: str, special: Node, notices: list[Notice]) -> Iterator[DayOf]:
    by_date: dict[date, list[tuple[int, int] | None]] = {}
    lost: set[date] = set()
    for number, period in enumerate(items(special, "specialHourPeriods")):
        place = f"{where}.specialHourPeriods[{number}]"
        start = _date(period.get("startDate"))
        if start is None:
            notices.append(Notice(place, Caution.UNREADABLE, "startDate is missing or no date"))
            continue
        try:
            by_date.setdefault(start, []).append(_special_stretch(period, start))
        except HoursError as error:
            lost.add(start)
            notices.append(Notice(place, Caution.UNREADABLE, f"{start}: {error}; not imported"))
    for on, stretches in sorted(by_date.items()):
        if on in lost:
            continue
        intervals = sorted(item for item in stretches if item is not None)
        if len(intervals) < len(stretches):
            if intervals:
                message = f"{on} is both closed and open; read as closed"
                notices.append(Notice(where, Caution.DAY_CHANGED, message))
            yield DayOf("main", on, CLOSED.describe())
            continue
        try:
            yield DayOf("main", on, day_of(intervals, str(on)).describe())
        except HoursError as error:
            notices.append(Notice(where, Caution.UNREADABLE, f"{error}; not imported"))


def _special_stretch(period: Node, start: date) -> tuple[int, int] | None:
    if period.get("closed") is True:
        return None
    opens, closes = _minutes(period, "openTime"), _minutes(period, "closeTime")
    end = _date(period.get("endDate")) or start
    if end - start not in {timedelta(0), timedelta(days=1)}:
        raise HoursError("endDate is neither the same nor the next day")
    closes += MINUTES_A_DAY * (end - start).days
    if closes <= opens or closes - opens > MINUTES_A_DAY:
        raise HoursError("it closes before it opens, or is open for more than a day")
    return opens, closes
