"""Opening hours as values: parsing, what applies on a date, open at an instant, the next change.

Minutes count from local midnight of the day that the hours belong to; a close past midnight is
larger than 1440 (``fri 10:30-02:00`` is ``(630, 1560)``) and belongs to its opening day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from locations.wall_clock import clock_changes, instant_of

MINUTES_A_DAY = 24 * 60
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DayKind(StrEnum):
    """Whether a day has hours; *unknown* is never treated as closed.

    *Unconfirmed* is a holiday on which the regular hours may not hold; *regular* stands only in a
    dated entry and confirms that on this date they do.
    """

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    UNCONFIRMED = "unconfirmed"
    REGULAR = "regular"


class HoursError(ValueError):
    """Hours that cannot be read; the message says which part and what is expected."""


@dataclass(frozen=True, slots=True)
class DayHours:
    """One day's hours: its kind and, when open, its intervals ``(opens, closes)`` in minutes."""

    kind: DayKind
    intervals: tuple[tuple[int, int], ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether these hours may be stated: open or closed."""
        return self.kind in {DayKind.OPEN, DayKind.CLOSED}

    def describe(self) -> str:
        """Return the hours as an operator writes them: ``10:00-14:30, 16:30-21:00``."""
        if self.kind is not DayKind.OPEN:
            return self.kind.value
        if self.intervals == ((0, MINUTES_A_DAY),):
            return "24 hours"
        return ", ".join(f"{clock(start)}-{clock(end)}" for start, end in self.intervals)


CLOSED = DayHours(DayKind.CLOSED)
UNKNOWN = DayHours(DayKind.UNKNOWN)
UNCONFIRMED = DayHours(DayKind.UNCONFIRMED)
REGULAR = DayHours(DayKind.REGULAR)
ALWAYS = DayHours(DayKind.OPEN, ((0, MINUTES_A_DAY),))
UNKNOWN_WEEK = (UNKNOWN,) * len(WEEKDAYS)


@dataclass(frozen=True, slots=True)
class DatedHours:
    """What replaces the weekly hours on one date; ``REGULAR`` confirms that they hold."""

    on: date
    hours: DayHours
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closure:
    """A closure from before now on: until a day, or, without one, until nobody knows when.

    One for good never ends.
    """

    reopens_on: date | None = None
    for_good: bool = False

    def covers(self, day: date) -> bool:
        """Say whether the place is closed on a day."""
        return self.for_good or self.reopens_on is None or day < self.reopens_on

    def describe(self) -> str:
        """Return the closure in words: ``temporarily closed, reopens on 2026-12-01``."""
        if self.for_good:
            return "closed for good"
        if self.reopens_on is None:
            return "temporarily closed, no reopening date"
        return f"temporarily closed, reopens on {self.reopens_on.isoformat()}"


@dataclass(frozen=True, slots=True)
class UnconfirmedDay:
    """A date whose hours an operator wants confirmed and nobody has, with its holiday's name."""

    on: date
    holiday: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """Hours of one type: the week (Monday first), its dated exceptions and the time zone.

    A closure comes before everything, a dated entry before an unconfirmed holiday, and that
    before the week. Which of them decided is always told by :meth:`on`.
    """

    zone: str
    weekly: tuple[DayHours, ...]
    dated: tuple[DatedHours, ...] = ()
    closure: Closure | None = None
    unconfirmed: tuple[UnconfirmedDay, ...] = ()

    def on(self, day: date) -> tuple[DayHours, DatedHours | None]:
        """Return the hours in force on ``day`` and the exception they come from, if any.

        The hours are open, closed, unknown or unconfirmed.
        """
        if self.closure is not None and self.closure.covers(day):
            return CLOSED, DatedHours(day, CLOSED, self.closure.describe())
        regular = self.weekly[day.weekday()]
        for exception in self.dated:
            if exception.on == day:
                return (regular if exception.hours == REGULAR else exception.hours), exception
        if self.unconfirmed_on(day) is not None:
            return UNCONFIRMED, None
        return regular, None

    def unconfirmed_on(self, day: date) -> UnconfirmedDay | None:
        """Return the unconfirmed holiday on ``day``, if it is one and nothing else decides it."""
        if self.closure is not None and self.closure.covers(day):
            return None
        if any(exception.on == day for exception in self.dated):
            return None
        return next((each for each in self.unconfirmed if each.on == day), None)

    def in_general(self, today: date) -> tuple[DayHours, ...]:
        """Return the week as a reply may tell it ``today``: all closed during a closure."""
        if self.closure is not None and self.closure.covers(today):
            return (CLOSED,) * len(WEEKDAYS)
        return self.weekly

    def is_open_at(self, instant: datetime) -> bool | None:
        """Say whether it is open at ``instant`` (aware); ``None`` when not known.

        Hours are read on the wall clock: a minute that comes twice in autumn is open both times,
        one that spring skips never comes. Hours past midnight belong to the day they began on,
        also where the next day is an exception. A day without known hours is taken to end at its
        midnight, unless it is unconfirmed and its regular hours would not.
        """
        local = instant.astimezone(ZoneInfo(self.zone))
        minute = local.hour * 60 + local.minute
        today, yesterday = local.date(), local.date() - timedelta(days=1)
        hours, before = self.on(today)[0], self.on(yesterday)[0]
        if _holds(before, minute + MINUTES_A_DAY) or _holds(hours, minute):
            return True
        if not hours.is_known:
            return None
        usual = self.weekly[yesterday.weekday()]
        if before.kind is DayKind.UNCONFIRMED and _holds(usual, minute + MINUTES_A_DAY):
            return None
        return False

    def next_change(self, instant: datetime, *, days: int = 14) -> tuple[datetime, bool] | None:
        """Return when the state next changes after ``instant`` and whether it opens then.

        Returns ``None`` when nothing changes within ``days`` (counted from the day before the
        reopening, where there is a closure) or a time that is not known comes first.
        """
        zone = ZoneInfo(self.zone)
        now_open = self.is_open_at(instant)
        if now_open is None:
            return None
        first = instant.astimezone(zone).date()
        if self.closure is not None and self.closure.covers(first):
            if self.closure.for_good or self.closure.reopens_on is None:
                return None
            first = self.closure.reopens_on - timedelta(days=1)
        after = instant.astimezone(UTC)
        for offset in range(days + 1):
            for moment in self._moments(first + timedelta(days=offset), zone):
                if moment <= after:
                    continue
                state = self.is_open_at(moment)
                if state is None:
                    return None
                if state is not now_open:
                    return moment.astimezone(zone), state
        return None

    def _moments(self, day: date, zone: ZoneInfo) -> list[datetime]:
        """Return the instants (UTC, in order) at which the state may change on a local day."""
        yesterday = day - timedelta(days=1)
        before = (*self.on(yesterday)[0].intervals, *self.weekly[yesterday.weekday()].intervals)
        minutes = {0}
        minutes.update(at for span in self.on(day)[0].intervals for at in span)
        minutes.update(at - MINUTES_A_DAY for span in before for at in span)
        found = {
            instant_of(day, minute, zone, fold)
            for minute in minutes
            if 0 <= minute < MINUTES_A_DAY
            for fold in (0, 1)
        }
        found.update(clock_changes(day, zone))
        return sorted(found)


@dataclass(frozen=True, slots=True)
class TypedSchedule:
    """The hours of one way of being served (pickup, the kitchen), in a schedule of their own."""

    hours_type: str
    schedule: Schedule


# Ways of being served that need no open doors.
_REMOTE = frozenset({"phone", "online"})


def beside(
    main: Schedule, hours_type: str, weekly: Iterable[DayHours], dated: Iterable[DatedHours]
) -> Schedule:
    """Return the schedule of another hours type of the place whose doors keep ``main``.

    On a date on which only the doors have an exception, what is served behind them is closed with
    them; beside the doors' own hours its hours are unknown; where the doors keep their regular
    hours it does too. What needs no doors (phone, online) is then unknown, as it is in a closure.
    """
    own = {entry.on: entry for entry in dated}
    remote = hours_type in _REMOTE
    for entry in main.dated:
        if entry.hours == REGULAR or (entry.hours == CLOSED and not remote):
            own.setdefault(entry.on, entry)
        else:
            own.setdefault(entry.on, DatedHours(entry.on, UNKNOWN, entry.note))
    week = tuple(weekly)
    return Schedule(
        zone=main.zone,
        weekly=UNKNOWN_WEEK if remote and main.closure is not None else week,
        dated=tuple(own[on] for on in sorted(own)),
        closure=None if remote else main.closure,
        unconfirmed=main.unconfirmed,
    )


def _holds(hours: DayHours, minute: int) -> bool:
    return any(start <= minute < end for start, end in hours.intervals)


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


def parse_dated(text: str) -> DayHours:
    """Read one date's hours: as :func:`parse_day`, or ``regular`` for confirmed regular hours.

    Raises:
        HoursError: when a part is not a range, or two ranges overlap.
    """
    return REGULAR if text.strip().casefold() == "regular" else parse_day(text)


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
