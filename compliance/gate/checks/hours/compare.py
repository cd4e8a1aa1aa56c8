"""Statements of hours held against a schedule: right, wrong or not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from compliance.gate.checks.hours.closures import is_shut, reopening
from compliance.gate.checks.hours.kinds import Edge, Kind, Shift, Statement
from compliance.gate.dates import DayMention
from compliance.gate.times import ClockTime, TimeRange
from locations.hours import (
    ALWAYS,
    MINUTES_A_DAY,
    DatedHours,
    DayHours,
    DayKind,
    Schedule,
    UnconfirmedDay,
)

_TOLERANCE = 20  # minutes that "in about two hours" may be off


class Outcome(StrEnum):
    """What a comparison gives; *unknown* and *unconfirmed* where the hours are."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    UNCONFIRMED = "unconfirmed"


_NOT_KNOWN = {DayKind.UNKNOWN: Outcome.UNKNOWN, DayKind.UNCONFIRMED: Outcome.UNCONFIRMED}


@dataclass(frozen=True, slots=True)
class DayFact:
    """The hours of one date, or of a weekday in general (``on`` is ``None``)."""

    weekday: int
    hours: DayHours
    on: date | None = None
    exception: DatedHours | None = None
    unconfirmed: UnconfirmedDay | None = None


def dated(schedule: Schedule, day: date) -> DayFact:
    """Return the hours in force on a date."""
    hours, exception = schedule.on(day)
    return DayFact(day.weekday(), hours, day, exception, schedule.unconfirmed_on(day))


def weekly(schedule: Schedule, weekday: int, today: date) -> DayFact:
    """Return the hours of a weekday in general, as they may be told today."""
    return DayFact(weekday, schedule.in_general(today)[weekday])


def readings(
    schedule: Schedule, mention: DayMention, *, listed: bool, today: date
) -> list[tuple[DayFact, ...]]:
    """Return the groups of days that a mention may stand for, the likeliest first.

    In a list of hours a plain weekday is meant in general.
    """
    general = tuple(weekly(schedule, day, today) for day in mention.weekdays)
    groups = []
    if mention.dates:
        groups.append(tuple(dated(schedule, day) for day in mention.dates))
    if mention.instead:
        groups.append(tuple(dated(schedule, day) for day in mention.instead))
    if general and (listed or not mention.dates):
        groups.append(general)
    return groups


def outcome(
    statement: Statement,
    groups: Iterable[tuple[DayFact, ...]],
    schedule: Schedule,
    at: datetime,
    *,
    break_told: bool,
) -> Outcome:
    """Return whether a statement is right under any of the readings of its days."""
    if statement.kind in _MOMENT:
        return _now(statement, schedule, at)
    held = list(groups)
    results = [_group(statement, group, schedule, at, break_told=break_told) for group in held]
    if Outcome.UNCONFIRMED in results and not _right_elsewhere(held, results):
        return Outcome.UNCONFIRMED
    for answer in (Outcome.RIGHT, Outcome.UNKNOWN):
        if answer in results:
            return answer
    return Outcome.WRONG if results else Outcome.RIGHT


_MOMENT = {Kind.NOW_OPEN, Kind.NOW_CLOSED, Kind.CLOSES_IN, Kind.OPENS_IN}
_VISITS = {
    Kind.VISIT,
    Kind.VISIT_AT,
    Kind.VISIT_BY,
    Kind.VISIT_FIRST,
    Kind.VISIT_UNTIL,
    Kind.VISIT_RANGE,
}


def _right_elsewhere(groups: list[tuple[DayFact, ...]], results: list[Outcome]) -> bool:
    """Say whether a likelier reading than the unconfirmed one, or a general one, is right."""
    first = results.index(Outcome.UNCONFIRMED)
    return any(
        result is Outcome.RIGHT and (index < first or all(day.on is None for day in group))
        for index, (group, result) in enumerate(zip(groups, results, strict=True))
    )


def _now(statement: Statement, schedule: Schedule, at: datetime) -> Outcome:
    is_open = schedule.is_open_at(at)
    if is_open is None:
        today = at.astimezone(ZoneInfo(schedule.zone)).date()
        return Outcome.UNCONFIRMED if schedule.unconfirmed_on(today) else Outcome.UNKNOWN
    if statement.kind in {Kind.NOW_OPEN, Kind.NOW_CLOSED}:
        return _answer(right=is_open is (statement.kind is Kind.NOW_OPEN))
    change = schedule.next_change(at)
    if change is None:
        return Outcome.UNKNOWN
    # In UTC: within one zone Python subtracts wall clocks, also across a change of the clocks.
    left = change[0].astimezone(UTC) - at.astimezone(UTC)
    off = abs(left / timedelta(minutes=1) - statement.minutes)
    opens = statement.kind is Kind.OPENS_IN
    return _answer(right=change[1] is opens and off <= max(_TOLERANCE, statement.minutes * 0.15))


def _group(
    statement: Statement,
    group: tuple[DayFact, ...],
    schedule: Schedule,
    at: datetime,
    *,
    break_told: bool,
) -> Outcome:
    results = [_day(statement, day, schedule, break_told=break_told) for day in group]
    if statement.kind in _VISITS and all(day.on is not None for day in group):
        # "Come in this weekend" holds as long as one of the days is open.
        wrong = all(each is Outcome.WRONG for each in results)
        if Outcome.RIGHT in results:
            return Outcome.RIGHT
    else:
        wrong = Outcome.WRONG in results
    if not wrong and statement.reopens and _opens_sooner(statement, group, schedule, at):
        wrong = True
    if wrong or (statement.only and _leaves_out(statement.kind, group, schedule)):
        return Outcome.WRONG
    if Outcome.UNCONFIRMED in results:
        return Outcome.UNCONFIRMED
    return Outcome.UNKNOWN if Outcome.UNKNOWN in results else Outcome.RIGHT


def _leaves_out(kind: Kind, group: tuple[DayFact, ...], schedule: Schedule) -> bool:
    """Say whether *only* on these days denies others: open weekdays, or a closure beside them."""
    told = {day.on for day in group if day.on is not None}
    if kind is Kind.OPEN and not told:
        rest = {0, 1, 2, 3, 4, 5, 6} - {day.weekday for day in group}
        return any(schedule.weekly[day].kind is DayKind.OPEN for day in rest)
    if kind is not Kind.CLOSED or not told:
        return False
    beside = {day + timedelta(days=step) for day in told for step in (-1, 1)} - told
    shut = (dated(schedule, day) for day in beside)
    return any(
        day.exception is not None
        and day.hours.kind is DayKind.CLOSED
        and schedule.weekly[day.weekday].kind is DayKind.OPEN
        for day in shut
    )


def _opens_sooner(
    statement: Statement, group: tuple[DayFact, ...], schedule: Schedule, at: datetime
) -> bool:
    """Say whether "we reopen on Monday" leaves out an open day before it."""
    if statement.kind not in {Kind.OPENS, Kind.OPEN} or len(group) != 1 or group[0].on is None:
        return False
    if is_shut(schedule, at.date()):
        return group[0].on != reopening(schedule)
    ahead = (group[0].on - at.date()).days
    if statement.shut_until and ahead > 0:
        return _opens_before(group[0].on, schedule, at)
    between = [schedule.on(at.date() + timedelta(days=n))[0] for n in range(1, ahead)]
    # A closure further ahead is spoken of on its own.
    return 0 < ahead <= 4 and bool(between) and all(day.kind is DayKind.OPEN for day in between)


def _opens_before(day: date, schedule: Schedule, at: datetime) -> bool:
    """Say whether a place is open on the eve of a day, or still, where that is today."""
    eve = day - timedelta(days=1)
    if eve != at.date():
        return schedule.on(eve)[0].kind is DayKind.OPEN
    change = schedule.next_change(at)
    return change is not None and change[0].date() == eve


def _day(statement: Statement, day: DayFact, schedule: Schedule, *, break_told: bool) -> Outcome:
    hours, kind = day.hours, statement.kind
    if not hours.is_known:
        return _NOT_KNOWN[hours.kind]
    if kind is Kind.CLOSED:
        return _answer(right=hours.kind is DayKind.CLOSED or _part_shut(statement.parts, hours))
    if kind is Kind.NORMAL:
        same = hours == schedule.weekly[day.weekday]
        return _answer(right=same is not statement.negated)
    if hours.kind is DayKind.CLOSED:
        return _answer(right=kind in {Kind.BREAK, Kind.BROKEN, Kind.SHUT_AT})
    if isinstance(statement.time, TimeRange):
        return _answer(right=_range(kind, hours, statement.time, break_told=break_told))
    if isinstance(statement.time, ClockTime):
        return _answer(right=_edge(kind, hours, statement.time))
    return _answer(right=_described(statement, day, schedule))


# When a part of the day may begin and must have ended, in hours after midnight.
_PARTS = {"morning": (4, 12), "afternoon": (12, 18), "evening": (17, 27), "night": (18, 30)}
# The hours of it that nobody would call another part's.
_CORES = {"morning": (8, 12), "afternoon": (13, 17), "evening": (17, 21), "night": (20, 24)}


def _open_in(hours: DayHours, first: int, last: int) -> int:
    """Return the minutes that a day is open between two hours."""
    return sum(
        max(0, min(end, last * 60) - max(start, first * 60)) for start, end in hours.intervals
    )


def _part_shut(parts: tuple[str, ...], hours: DayHours) -> bool:
    """Say whether a day is closed for half of one of its parts, or more."""
    cores = (_CORES[part] for part in parts)
    return any(_open_in(hours, *core) * 2 <= (core[1] - core[0]) * 60 for core in cores)


def _described(statement: Statement, day: DayFact, schedule: Schedule) -> bool:
    """Say whether words without a time ("late", "an hour longer", "evening") fit an open day."""
    kind, hours = statement.kind, day.hours
    if statement.shift is not None:
        return _shifted(statement.shift, statement, day, schedule)
    if statement.parts:
        return all(_open_in(hours, *_PARTS[part]) for part in statement.parts)
    if kind is Kind.ALL_DAY:
        return hours == ALWAYS
    if kind is Kind.UNBROKEN:
        return len(hours.intervals) == 1
    if kind is Kind.BROKEN:
        return len(hours.intervals) > 1
    if kind in {Kind.LATE, Kind.EARLY}:
        return _unusual(kind, hours, schedule)
    return True


def _shifted(shift: Shift, statement: Statement, day: DayFact, schedule: Schedule) -> bool:
    """Say whether a day's hours differ from the usual ones as stated."""
    own = _measure(shift.edge, day.hours)
    usual = schedule.weekly[day.weekday]
    others = sorted(
        _measure(shift.edge, each)
        for weekday, each in enumerate(schedule.weekly)
        if each.intervals and weekday != day.weekday
    )
    if day.on is not None and usual.intervals and (statement.negated or shift.usual):
        compared = [_measure(shift.edge, usual)]
    elif statement.negated:
        return True
    else:
        compared = others[(len(others) - 1) // 2 : len(others) // 2 + 1]
        if usual.intervals:
            compared.append(_measure(shift.edge, usual))
    gaps = [each - own if shift.less else own - each for each in compared]
    differs = any(gap == shift.minutes if shift.minutes else gap > 0 for gap in gaps)
    return differs is not statement.negated


def _measure(edge: Edge, hours: DayHours) -> int:
    if edge is Edge.OPENS:
        return hours.intervals[0][0]
    if edge is Edge.CLOSES:
        return hours.intervals[-1][1]
    return sum(end - start for start, end in hours.intervals)


def _edge(kind: Kind, hours: DayHours, time: ClockTime) -> bool:
    if kind is Kind.OPENS:
        return any(time.may_be(start) for start, _ in hours.intervals)
    if kind is Kind.CLOSES:
        return any(time.may_be(end) for _, end in hours.intervals)
    if kind is Kind.SHUT_AT:
        return any(not _within(hours, minute, closing=False) for minute in time.readings)
    if kind is Kind.PAST:
        late = [minute for minute in time.readings if minute >= 12 * 60 or minute < 6 * 60]
        return any(_within(hours, minute, closing=False) for minute in late)
    readings = time.readings
    if kind is Kind.VISIT_FIRST:
        readings = tuple(each for each in readings if 6 * 60 <= each < 12 * 60) or readings
    if kind is Kind.VISIT_BY and any(minute == hours.intervals[0][0] for minute in readings):
        return True
    closing = kind in {Kind.VISIT_UNTIL, Kind.VISIT_BY}
    if kind is Kind.VISIT_UNTIL:
        readings = (_latest_meant(hours, time),)
    return any(_within(hours, minute, closing=closing) for minute in readings)


def _latest_meant(hours: DayHours, time: ClockTime) -> int:
    """Return the reading of "until half past ten" that lies nearest to a closing time."""
    ends = [end for _, end in hours.intervals]
    either = [minute + late for minute in time.readings for late in (0, MINUTES_A_DAY)]
    return min(either, key=lambda minute: min(abs(end - minute) for end in ends)) % MINUTES_A_DAY


def _within(hours: DayHours, minute: int, *, closing: bool) -> bool:
    """Say whether the place is open at a minute; its closing time counts for "until" and "by"."""
    return any(
        start < at <= end if closing else start <= at < end
        for start, end in hours.intervals
        for at in (minute, minute + MINUTES_A_DAY)
    )


def _range(kind: Kind, hours: DayHours, time: TimeRange, *, break_told: bool) -> bool:
    intervals = hours.intervals
    if kind is Kind.BREAK:
        gaps = [(a[1], b[0]) for a, b in pairwise(intervals)]
        night = (intervals[-1][1], intervals[0][0])
        return any(time.may_be(*gap) for gap in (*gaps, night))
    if kind is Kind.VISIT_RANGE:
        # "Drop by between ten and five" is untrue of a day with a break of which nothing is told.
        parts = (
            (hours,) if break_told else tuple(replace(hours, intervals=(one,)) for one in intervals)
        )
        return any(
            _within(part, a, closing=False) and _within(part, b, closing=True)
            for part in parts
            for a in time.opens.readings
            for b in time.closes.readings
            if b > a or b < 6 * 60
        )
    if any(time.may_be(start, end) for start, end in intervals):
        return True
    whole = (intervals[0][0], intervals[-1][1])
    return len(intervals) > 1 and break_told and time.may_be(*whole)


def _unusual(kind: Kind, hours: DayHours, schedule: Schedule) -> bool:
    """Say whether a day closes later, or opens earlier, than the place does as a rule."""
    others = [day.intervals for day in schedule.weekly if day.intervals]
    if kind is Kind.LATE:
        closes = hours.intervals[-1][1]
        return closes >= 21 * 60 or any(day[-1][1] < closes for day in others)
    opens = hours.intervals[0][0]
    return opens <= 8 * 60 or any(day[0][0] > opens for day in others)


def _answer(*, right: bool) -> Outcome:
    return Outcome.RIGHT if right else Outcome.WRONG
