"""OpenStreetMap ``opening_hours`` strings, worked out day by day over the coming year.

The grammar is that of the OpenStreetMap wiki (Key:opening_hours/specification), read by the library
opening_hours_py. Two things are added. The library gives open stretches of time; here each belongs
to the weekday that opens it. And strings that are valid but hardly meant so are found: a later rule
replaces every earlier one on its days, without a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, TypeAlias

from opening_hours import (  # type: ignore[attr-defined]  # its stubs lack the error
    OpeningHours,
    State,
    UnknownCountryError,
)

from locations.hours import CLOSED, MINUTES_A_DAY, UNKNOWN, DayHours, DayKind
from locations.importers.values import shown

# Each weekday comes 53 times; the dates beyond are not worked out.
HORIZON_DAYS: Final = 53 * 7
LONGEST: Final = 500
_SPAN: Final = re.compile(r'"[^"]*"|(?P<opens>\d\d?:\d\d)\s*-\s*(?P<closes>\d\d?:\d\d)')
# Without any of these a string says the same every week.
DATES: Final = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b|\b(?:PH|SH|week|easter)|\b\d{4}\b"
    r"|\[",
    re.IGNORECASE,
)
QUOTED: Final = re.compile(r'"[^"]*"')
# A weekday has regular hours when at least this share of its dates agree.
_REGULAR_SHARE: Final = 0.8

# Minutes from midnight to an end, the state and the comment of one stretch of a day.
Stretch: TypeAlias = tuple[int, int, bool, str]


class ExpressionError(ValueError):
    """A string that is not written as ``opening_hours``; the message says from where on."""


@dataclass(frozen=True, slots=True)
class Worked:
    """The hours of every day of the horizon, by weekday and date.

    ``grid`` has a weekday's regular hours, *unknown* where there are none; ``comments`` says what
    the string adds to a weekday in quotes.
    """

    days: tuple[tuple[date, DayHours], ...]
    grid: tuple[DayHours, ...]
    varying: tuple[int, ...]
    comments: tuple[tuple[str, tuple[int, ...]], ...]
    country_known: bool

    def exceptions(self, grid: Iterable[DayHours | None]) -> list[tuple[date, DayHours]]:
        """Return the dates whose hours are not those of a week."""
        week = tuple(grid)
        return [(day, hours) for day, hours in self.days if week[day.weekday()] != hours]


@lru_cache(maxsize=4096)
def work_out(expression: str, country: str, today: date) -> Worked:
    """Evaluate a string from ``today`` on; public holidays are those of the ``country``.

    Two weeks are worked out of a string without dates, a year of any other.

    Raises:
        ExpressionError: when the string cannot be read.
    """
    if len(expression) > LONGEST:
        raise ExpressionError(f"it has more than {LONGEST} characters")
    length = HORIZON_DAYS if DATES.search(QUOTED.sub("", expression)) else 14
    known = True
    try:
        own, total = _stretches(expression, country, today, length)
    except UnknownCountryError:
        known = False
        own, total = _stretches(expression, "", today, length)
    span = [today + timedelta(days=number) for number in range(length)]
    days = tuple((day, _day(own, total, day)) for day in span)
    grid: list[DayHours] = []
    varying: list[int] = []
    for weekday in range(7):
        counted = Counter(hours for day, hours in days if day.weekday() == weekday)
        [(usual, times)] = counted.most_common(1)
        if times >= _REGULAR_SHARE * sum(counted.values()):
            grid.append(usual)
        else:
            grid.append(UNKNOWN)
            varying.append(weekday)
    return Worked(days, tuple(grid), tuple(varying), _comments(own), known)


def _stretches(
    expression: str, country: str, today: date, length: int
) -> tuple[dict[date, list[Stretch]], dict[date, list[Stretch]]]:
    """Return what each date opens itself, up to midnight, and all that is open on it."""
    total = _evaluated(expression, country, today, length)
    cut = _SPAN.sub(_until_midnight, expression)
    return (total if cut == expression else _evaluated(cut, country, today, length)), total


def _until_midnight(span: re.Match[str]) -> str:
    """End a stretch at midnight that goes on after it; comments in quotes stay as they are."""
    if span["opens"] is None:
        return span[0]
    opens, closes = (
        int(hour) * 60 + int(minute)
        for hour, minute in (span["opens"].split(":"), span["closes"].split(":"))
    )
    beyond = closes <= opens or closes > MINUTES_A_DAY
    return f"{span['opens']}-24:00" if beyond else span[0]


def _evaluated(
    expression: str, country: str, today: date, length: int
) -> dict[date, list[Stretch]]:
    start = datetime.combine(today, time())
    end = start + timedelta(days=length + 1)
    found: dict[date, list[Stretch]] = {}
    try:
        hours = OpeningHours(expression, country=country or None)
        for opens, closes, state, comment in hours.intervals(start, end):
            if state == State.CLOSED:
                continue
            moment = opens
            while moment < closes:
                midnight = datetime.combine(moment.date() + timedelta(days=1), time())
                until = min(closes, midnight)
                stretch = (_minutes(moment), _minutes(until) or MINUTES_A_DAY, state == State.OPEN)
                found.setdefault(moment.date(), []).append((*stretch, comment))
                moment = until
    except UnknownCountryError:
        raise
    except BaseException as error:  # (a panic of the library is no Exception)
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise ExpressionError(_reason(str(error))) from error
    return found


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _reason(message: str) -> str:
    """Shorten the library's drawing of a fault to the place it points at."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    place = lines[0].rpartition("1:")[2] if lines else ""
    return f"not understood from character {place} on" if place.isdecimal() else "not understood"


def _day(own: dict[date, list[Stretch]], total: dict[date, list[Stretch]], day: date) -> DayHours:
    """Return the hours that a date opens, with the end of its night on the next date."""
    stretches = own.get(day, [])
    if not stretches:
        return CLOSED
    if not all(is_open for _, _, is_open, _ in stretches):
        return UNKNOWN
    joined: list[tuple[int, int]] = []
    for start, end, _, _ in sorted(stretches):
        if joined and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    opens, closes = joined[-1]
    if closes == MINUTES_A_DAY:
        following = day + timedelta(days=1)
        joined[-1] = (opens, closes + _night(own.get(following, []), total.get(following, [])))
    return DayHours(DayKind.OPEN, tuple(joined))


def _night(own: list[Stretch], total: list[Stretch]) -> int:
    """Return for how many minutes of a date the one before is still open.

    That is how long it is open from midnight on, beyond what the date opens itself.
    """
    until = 0
    for start, end, is_open, _ in sorted(total):
        if start > until or not is_open:
            break
        until = end
    starts = [start for start, _, _, _ in own]
    if 0 in starts and any(is_open for start, _, is_open, _ in own if start == 0):
        first = max(end for start, end, _, _ in own if start == 0)
        if until <= first:
            return 0
    later = [start for start in starts if 0 < start < until]
    return min(later, default=until)


def _comments(own: dict[date, list[Stretch]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    found: dict[str, set[int]] = {}
    for day, stretches in own.items():
        for *_, comment in stretches:
            if comment:
                found.setdefault(shown(comment), set()).add(day.weekday())
    return tuple((comment, tuple(sorted(days))) for comment, days in sorted(found.items()))


def zone_at(latitude: float, longitude: float) -> str:
    """Return the IANA time zone at coordinates; empty when there is none."""
    moment = OpeningHours("Mo 00:00-12:00", coords=(latitude, longitude)).next_change()
    return str(getattr(getattr(moment, "tzinfo", None), "key", ""))
