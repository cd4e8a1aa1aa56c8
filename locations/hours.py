"""Opening hours as values: parsing, what applies on a date, open at an instant, the next change.

Minutes count from local midnight of the day that the hours belong to; a close past midnight is
larger than 1440 (``fri 10:30-02:00`` is ``(630, 1560)``) and belongs to its opening day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 24 * 60
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class DayKind(StrEnum):
    """Whether a day has hours; *unknown* is never treated as closed."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class HoursError(ValueError):
    """Hours that cannot be read; the message says which part and what is expected."""


@dataclass(frozen=True, slots=True)
class DayHours:
    """One day's hours: its kind and, when open, its intervals ``(opens, closes)`` in minutes."""

    kind: DayKind
    intervals: tuple[tuple[int, int], ...] = ()

    def describe(self) -> str:
        """Return the hours as an operator writes them: ``10:00-14:30, 16:30-21:00``."""
        if self.kind is not DayKind.OPEN:
            return self.kind.value
        if self.intervals == ((0, MINUTES_A_DAY),):
            return "24 hours"
        return ", ".join(f"{clock(start)}-{clock(end)}" for start, end in self.intervals)


CLOSED = DayHours(DayKind.CLOSED)
UNKNOWN = DayHours(DayKind.UNKNOWN)
ALWAYS = DayHours(DayKind.OPEN, ((0, MINUTES_A_DAY),))


@dataclass(frozen=True, slots=True)
class DatedHours:
    """Hours that replace the weekly ones on one date."""

    on: date
    hours: DayHours
    note: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A location's weekly hours (Monday first), its dated exceptions and its time zone."""

    zone: str
    weekly: tuple[DayHours, ...]
    dated: tuple[DatedHours, ...] = ()

    def on(self, day: date) -> tuple[DayHours, DatedHours | None]:
        """Return the hours in force on ``day`` and the exception they come from, if any."""
        for exception in self.dated:
            if exception.on == day:
                return exception.hours, exception
        return self.weekly[day.weekday()], None

    def is_open_at(self, instant: datetime) -> bool | None:
        """Say whether the location is open at ``instant`` (aware); ``None`` when not known."""
        local = instant.astimezone(ZoneInfo(self.zone))
        answer: bool | None = False
        for back in (0, 1):
            day = local.date() - timedelta(days=back)
            hours, _ = self.on(day)
            if hours.kind is DayKind.UNKNOWN:
                answer = None if back == 0 else answer
                continue
            minute = local.hour * 60 + local.minute + back * MINUTES_A_DAY
            if any(start <= minute < end for start, end in hours.intervals):
                return True
        return answer

    def next_change(self, instant: datetime, *, days: int = 14) -> tuple[datetime, bool] | None:
        """Return when the state next changes after ``instant`` and whether it opens then.

        Returns ``None`` when nothing changes within ``days`` or a day on the way is unknown.
        """
        zone = ZoneInfo(self.zone)
        local = instant.astimezone(zone)
        now_open = self.is_open_at(instant)
        if now_open is None:
            return None
        edges: list[datetime] = []
        for offset in range(-1, days + 1):
            day = local.date() + timedelta(days=offset)
            hours, _ = self.on(day)
            if hours.kind is DayKind.UNKNOWN and offset >= 0:
                break
            for start, end in hours.intervals:
                edges.extend((_local_instant(day, start, zone), _local_instant(day, end, zone)))
        for edge in sorted(edges):
            if edge > local and self.is_open_at(edge) is (not now_open):
                return edge, not now_open
        return None


def _local_instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Turn minutes after a day's local midnight into an instant by the wall clock, not elapsed."""
    days, minute = divmod(minute, MINUTES_A_DAY)
    wall = datetime.combine(day + timedelta(days=days), time(minute // 60, minute % 60))
    return wall.replace(tzinfo=zone)


def clock(minute: int) -> str:
    """Write minutes after midnight as ``HH:MM`` (past midnight wraps around)."""
    minute %= MINUTES_A_DAY
    return f"{minute // 60:02d}:{minute % 60:02d}"


_RANGE = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-4]):([0-5]\d)")


def parse_day(text: str) -> DayHours:
    """Read one day as an operator writes it.

    Accepts ``closed``, ``unknown``, ``24 hours`` or ranges ``HH:MM-HH:MM`` separated by commas;
    a close at or before its open is past midnight.

    Raises:
        HoursError: when a part is not a range, or two ranges overlap.
    """
    words = text.strip().casefold()
    if words in {"closed", ""}:
        return CLOSED
    if words == "unknown":
        return UNKNOWN
    if words in {"24 hours", "24h", "00:00-24:00"}:
        return ALWAYS
    return parse_ranges([part.strip() for part in text.split(",")])


def parse_ranges(ranges: list[str]) -> DayHours:
    """Read a list of ``HH:MM-HH:MM`` ranges; an empty list is a closed day.

    Raises:
        HoursError: when a part is not a range, or two ranges overlap.
    """
    if not ranges:
        return CLOSED
    intervals: list[tuple[int, int]] = []
    for part in ranges:
        found = _RANGE.fullmatch(part.strip())
        if found is None:
            raise HoursError(
                f"“{part}” is not a range of hours; write 09:00-17:00, several ranges separated "
                "by commas, or closed, unknown or 24 hours"
            )
        start = int(found[1]) * 60 + int(found[2])
        end = int(found[3]) * 60 + int(found[4])
        if start >= MINUTES_A_DAY or end > MINUTES_A_DAY:
            raise HoursError(f"“{part}” goes past 24:00; write 10:00-02:00 for past midnight")
        intervals.append((start, end if end > start else end + MINUTES_A_DAY))
    intervals.sort()
    for (_, end), (start, _) in pairwise(intervals):
        if start < end:
            raise HoursError(f"the ranges {', '.join(ranges)} overlap")
    if intervals == [(0, MINUTES_A_DAY)]:
        return ALWAYS
    return DayHours(DayKind.OPEN, tuple(intervals))
