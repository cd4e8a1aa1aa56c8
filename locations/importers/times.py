"""Days and times as people write them in tables: 9-5, 9 am to 5 pm, noon, closed, 24 hours."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from locations.hours import (
    ALWAYS,
    CLOSED,
    MINUTES_A_DAY,
    REGULAR,
    UNKNOWN,
    WEEKDAY_NAMES,
    DayHours,
    DayKind,
    HoursError,
)
from locations.importers.values import Caution, Notice, Week, shown

_CLOSED: Final = frozenset({"closed", "close", "off", "x", "none", "no", "shut", "ruhetag", "-"})
_UNKNOWN: Final = frozenset({"unknown", "?", "tbd", "tba", "varies", "by appointment"})
_ALWAYS: Final = frozenset(
    {"24 hours", "24h", "24 h", "24hrs", "24 hrs", "24/7", "open 24 hours", "always open", "always"}
)
_WORDS: Final = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
_TIME: Final = r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*(a\.?m?\.?|p\.?m?\.?)?"
_RANGE: Final = re.compile(rf"{_TIME}\s*(?:-|to|until|till)\s*{_TIME}")
_BETWEEN: Final = re.compile(r"\s*(?:,|;|/|\band\b|&|\+|\n)\s*")
_LONGEST: Final = 200

_ISO_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_US_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")

SHORT_MINUTES: Final = 2 * 60
LONG_MINUTES: Final = 20 * 60


@lru_cache(maxsize=8192)
def read_day(text: str) -> DayHours | None:
    """Read one day's hours; an empty cell says nothing and gives ``None``.

    Reads ``closed``, ``unknown``, ``24 hours`` and ranges in 12 or 24 h. A close at or before the
    open is past midnight. In ``9-5 pm`` the first time takes the half day that makes it earlier.

    Raises:
        HoursError: when a part is no range of hours, or two ranges overlap.
    """
    words = " ".join(text.replace("–", "-").replace("—", "-").casefold().split())
    if not words:
        return None
    if len(words) > _LONGEST:
        raise HoursError(f"“{shown(text)}” is too long for the hours of one day")
    if words in _CLOSED:
        return CLOSED
    if words in _UNKNOWN:
        return UNKNOWN
    if words in _ALWAYS:
        return ALWAYS
    intervals = sorted(_range(part, text) for part in _BETWEEN.split(words) if part)
    return day_of(intervals, shown(text))


def read_dated(text: str) -> DayHours | None:
    """Read one date's hours: as a day, or ``regular`` when the weekly hours are confirmed for it.

    Raises:
        HoursError: as :func:`read_day`.
    """
    return REGULAR if text.strip().casefold() == REGULAR.describe() else read_day(text)


def day_of(intervals: list[tuple[int, int]], written: str) -> DayHours:
    """Return a day with sorted ``(opens, closes)`` minutes; touching ranges become one.

    Raises:
        HoursError: when two ranges overlap, or there is none.
    """
    if not intervals:
        raise HoursError(f"“{written}” has no range of hours; write 09:00-17:00 or closed")
    for (_, end), (start, _) in pairwise(intervals):
        if start < end:
            raise HoursError(f"the ranges in “{written}” overlap")
    joined = [intervals[0]]
    for start, end in intervals[1:]:
        last, until = joined[-1]
        if until == start and end - last <= MINUTES_A_DAY:
            joined[-1] = (last, end)
        else:
            joined.append((start, end))
    return DayHours(DayKind.OPEN, tuple(joined))


def _range(part: str, text: str) -> tuple[int, int]:
    times = part
    for word, time in _WORDS.items():
        times = re.sub(rf"\b(?:12\s*)?{word}\b", time, times)
    found = _RANGE.fullmatch(times.strip())
    if found is None:
        raise HoursError(
            f"“{shown(text)}” is not read as hours; write 09:00-17:00, 9 am-5 pm, several ranges "
            "separated by commas, or closed, unknown or 24 hours"
        )
    half, ending = _half(found[3]), _half(found[6])
    start = _minute(found[1], found[2], half, text)
    end = _minute(found[4], found[5], ending, text)
    # Noon and midnight lend no half day to the other time.
    if times == part and bool(half) != bool(ending):
        if ending and int(found[1]) <= 12:
            start = _beginning(found[1], found[2], end, text)
        elif half and int(found[4]) <= 12 and found[4] != "00":
            raise HoursError(f"“{shown(text)}”: write am or pm at both times, or neither")
    if start >= MINUTES_A_DAY:
        start = 0
    if end <= start and not half and not ending and not _is_plain(found):
        raise HoursError(
            f"“{shown(text)}” may mean the evening or the night; write am and pm, or 09:00-17:00"
        )
    return start, end if end > start else end + MINUTES_A_DAY


def _is_plain(found: re.Match[str]) -> bool:
    """Whether times are of the 24-hour clock for sure: 09:00 and 18:00, but not 9 or 9:00."""
    hours = (found[1], found[4])
    if any(int(hour) > 12 for hour in hours):
        return True
    return all(len(hour) == 2 for hour in hours) and None not in {found[2], found[5]}


def _beginning(hour: str, minute: str | None, end: int, text: str) -> int:
    """Choose the half day of a bare first time: the later one that is still before the end."""
    choices = [_minute(hour, minute, half, text) for half in ("p", "a")]
    for start in choices:
        if start < (end or MINUTES_A_DAY):
            return start
    return choices[0]


def _half(text: str | None) -> str:
    return (text or "")[:1]


def _minute(hour: str, minute: str | None, half: str, text: str) -> int:
    hours, minutes = int(hour), int(minute or 0)
    wrong = minutes > 59 or hours * 60 + minutes > MINUTES_A_DAY or (half and not 1 <= hours <= 12)
    if wrong:
        raise HoursError(f"“{shown(text)}” has a time that does not exist")
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return hours * 60 + minutes


def read_date(text: str) -> date:
    """Read ``2026-11-26`` or ``11/26/2026`` (month first).

    Raises:
        HoursError: when it is no date.
    """
    written = text.strip()
    iso, american = _ISO_DAY.fullmatch(written), _US_DAY.fullmatch(written)
    try:
        if iso is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if american is not None:
            return date(int(american[3]), int(american[1]), int(american[2]))
    except ValueError:
        pass
    raise HoursError(f"“{shown(text)}” is not a date; write 2026-11-26")


def length(day: DayHours) -> int:
    """Return for how many minutes a day is open."""
    return sum(end - start for start, end in day.intervals)


def doubtful(where: str, week: Week, about: str = "") -> list[Notice]:
    """Return cautions for days that are open for very short or very long, but not all 24 hours."""
    notices: list[Notice] = []
    for caution, days in (
        (Caution.TOO_SHORT, [d for d in range(7) if _short(week[d])]),
        (Caution.TOO_LONG, [d for d in range(7) if _long(week[d])]),
    ):
        if days:
            first = week[days[0]]
            hours = first.describe() if first is not None else ""
            notices.append(Notice(where, caution, f"{about}{named_days(days)}: {hours}"))
    return notices


def _short(day: DayHours | None) -> bool:
    return day is not None and day.kind is DayKind.OPEN and length(day) < SHORT_MINUTES


def _long(day: DayHours | None) -> bool:
    if day is None or day.kind is not DayKind.OPEN:
        return False
    return length(day) >= LONG_MINUTES and day.intervals != ((0, MINUTES_A_DAY),)


def named_days(days: list[int]) -> str:
    """Name weekdays, Monday is 0: ``Monday to Friday``, ``Saturday, Sunday``."""
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{WEEKDAY_NAMES[days[0]]} to {WEEKDAY_NAMES[days[-1]]}"
    return ", ".join(WEEKDAY_NAMES[day] for day in days)
