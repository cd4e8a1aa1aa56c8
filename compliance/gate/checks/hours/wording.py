"""What a finding about hours says, and the true words that replace the wrong ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from compliance.gate.checks.hours.closures import reopening
from compliance.gate.checks.hours.compare import DayFact, dated
from compliance.gate.checks.hours.kinds import Kind, Statement
from compliance.gate.checks.hours.services import SUBJECTS
from compliance.gate.dates import write_date
from compliance.gate.times import ClockTime, TimeRange, times, write_clock, write_like
from compliance.gate.types import FactReference, PlaceFacts
from locations.hours import ALWAYS, MINUTES_A_DAY, WEEKDAY_NAMES, DayHours, DayKind

_MOST_GROUPS = 3


def says(statement: Statement, days: tuple[DayFact, ...], words: str) -> str:
    """Return in plain words what the draft says, as the first half of a message."""
    when = f" on {_days(days)}" if days else ""
    told = {
        Kind.OPENS: f"opens at “{words}”",
        Kind.CLOSES: f"closes at “{words}”",
        Kind.RANGE: f"is open “{words}”",
        Kind.BREAK: f"is closed “{words}”",
        Kind.ALL_DAY: "is open around the clock",
        Kind.OPEN: "opens again" if statement.reopens else "is open",
        Kind.CLOSED: "is closed",
        Kind.LATE: "is open late",
        Kind.PAST: f"is open past “{words}”",
        Kind.SHUT_AT: f"is closed at “{words}”",
        Kind.EARLY: "opens early",
        Kind.UNBROKEN: "is open without a break",
        Kind.BROKEN: "closes for a while within the day",
        Kind.NORMAL: "keeps other hours" if statement.negated else "keeps its regular hours",
        Kind.SHIFTED: f"keeps other hours than usual (“{words}”)",
        Kind.NOW_OPEN: "is open now",
        Kind.NOW_CLOSED: "is closed now",
        Kind.CLOSES_IN: "closes when it says (“" + words + "”)",
        Kind.OPENS_IN: "opens when it says (“" + words + "”)",
        Kind.VISIT: "can be visited",
    }.get(statement.kind, f"can be visited “{words}”")
    return told + ("" if statement.kind in {Kind.NOW_OPEN, Kind.NOW_CLOSED} else when)


def truth(days: tuple[DayFact, ...]) -> str:
    """Return the stored hours of the days with where they come from, for a message."""
    parts = []
    for group in _grouped(days):
        hours, first = group[0].hours, group[0]
        source = "dated exception" if first.exception else "weekly hours"
        if first.unconfirmed is not None:
            parts.append(
                f"its hours for {first.unconfirmed.holiday} ({_days(group)}) are not confirmed: "
                "confirm them by dated hours, “regular” for the usual ones"
            )
        elif hours.kind is DayKind.OPEN:
            parts.append(f"it is open {_spoken(hours)} on {_days(group)} ({source})")
        else:
            parts.append(f"it is {hours.kind.value} on {_days(group)} ({source})")
    return "; ".join(parts)


def whose(place: PlaceFacts, hours_type: str) -> str:
    """Return what the hours are of, for a message: the place, or a service of it."""
    return f"{_service(hours_type).lower()} at {place.name}" if hours_type else place.name


def _service(hours_type: str) -> str:
    return SUBJECTS.get(hours_type, hours_type.replace("_", " ").capitalize())


def reference(place: PlaceFacts, days: tuple[DayFact, ...], hours_type: str) -> FactReference:
    """Return the stored hours that were compared, with their provenance."""
    first = days[0]
    kind = f"{hours_type.replace('_', ' ')} " if hours_type else ""
    if first.exception is not None:
        note = f" ({first.exception.note})" if first.exception.note else ""
        source = f"{place.code}: {kind}exception of {first.exception.on.isoformat()}{note}"
    else:
        source = f"{place.code}: {kind}weekly hours"
    return FactReference("hours", first.hours.describe(), source)


def value_edits(
    statement: Statement,
    days: tuple[DayFact, ...],
    original: str,
    spans: dict[int, tuple[int, int, int]],
) -> list[tuple[int, int, str]] | None:
    """Return replacements of the wrong times (original spans), when the days agree on one truth.

    ``spans`` maps the normalised start of each clock time to its original span, and to where the
    part of the day beside it ends.
    """
    hours = {day.hours for day in days}
    if len(hours) != 1:
        return None
    (only,) = hours
    if only.kind is not DayKind.OPEN or only == ALWAYS:
        return None
    time = statement.time
    if isinstance(time, ClockTime):
        return _edge_edit(statement.kind, time, only, original, spans)
    if isinstance(time, TimeRange):
        return _range_edits(statement.kind, time, only, original, spans)
    return None


def _edge_edit(
    kind: Kind,
    time: ClockTime,
    hours: DayHours,
    original: str,
    spans: dict[int, tuple[int, int, int]],
) -> list[tuple[int, int, str]] | None:
    if kind is Kind.OPENS:
        minute = hours.intervals[0][0]
    elif kind in {Kind.CLOSES, Kind.VISIT_UNTIL, Kind.VISIT_BY}:
        minute = hours.intervals[-1][1]
    else:
        return None
    if time.may_be(minute):
        return None  # the time is right; what it is said of is not
    return [_replacement(minute, time, original, spans)]


def _range_edits(
    kind: Kind,
    time: TimeRange,
    hours: DayHours,
    original: str,
    spans: dict[int, tuple[int, int, int]],
) -> list[tuple[int, int, str]] | None:
    pairs = list(hours.intervals)
    if kind is Kind.BREAK:
        pairs = [(a[1], b[0]) for a, b in pairwise(pairs)]
    elif kind is Kind.VISIT_RANGE:
        return None
    if len(pairs) != 1:
        # With a break in the day the whole sentence has to say it.
        return None
    (opens, closes) = pairs[0]
    edits = []
    if not time.opens.may_be(opens):
        edits.append(_replacement(opens, time.opens, original, spans))
    if not time.closes.may_be(closes):
        edits.append(_replacement(closes, time.closes, original, spans))
    return edits or None


def _replacement(
    minute: int, time: ClockTime, original: str, spans: dict[int, tuple[int, int, int]]
) -> tuple[int, int, str]:
    start, end, reach = spans[time.start]
    new = write_like(minute, original[start:end])
    if reach > end:
        # "Seven in the morning" cannot become "twelve in the morning" where noon is meant.
        clock = (minute % MINUTES_A_DAY,)
        read = times((new + original[end:reach]).lower())
        if not any(isinstance(each, ClockTime) and each.readings == clock for each in read):
            return start, reach, write_clock(minute)
    return start, end, new


def sentences(
    place: PlaceFacts, days: Iterable[DayFact], hours_type: str, *, own: bool
) -> str | None:
    """Return plain true sentences for the days, or ``None`` when it would take too many."""
    subject = _subject(place, hours_type, own=own)
    written = []
    for group in _grouped(tuple(days)):
        hours = group[0].hours
        if group[0].unconfirmed is not None:
            written.append(_not_confirmed(place, group, hours_type, own=own))
            continue
        if not hours.is_known:
            return None
        state = "closed" if hours.kind is DayKind.CLOSED else f"open {_spoken(hours)}"
        written.append(f"{subject} {state} on {_days(group)}.")
    return " ".join(written) if 0 < len(written) <= _MOST_GROUPS else None


def closure_sentence(place: PlaceFacts, hours_type: str, *, own: bool) -> str:
    """Return a plain true sentence about the closure that a place is in."""
    schedule = place.schedule_of(hours_type) or place.schedule
    subject, opens = _subject(place, hours_type, own=own), reopening(schedule)
    if schedule.closure is not None and schedule.closure.for_good:
        return f"{subject} permanently closed."
    if opens is None:
        return f"{subject} temporarily closed."
    return f"{subject} closed until {_date(opens)}."


def _subject(place: PlaceFacts, hours_type: str, *, own: bool) -> str:
    if not hours_type:
        return "We are" if own else f"{place.name} is"
    return f"{_service(hours_type)} is" if own else f"{_service(hours_type)} at {place.name} is"


def _not_confirmed(
    place: PlaceFacts, days: tuple[DayFact, ...], hours_type: str, *, own: bool
) -> str:
    kind = f"{hours_type.replace('_', ' ')} " if hours_type else ""
    who = (
        f"We have not confirmed our {kind}" if own else f"{place.name} has not confirmed its {kind}"
    )
    return f"{who}hours for {_days(days)} yet."


def now_sentence(place: PlaceFacts, hours_type: str, at: datetime, *, own: bool) -> str | None:
    """Return a plain true sentence about this moment and the next change."""
    schedule = place.schedule_of(hours_type) or place.schedule
    today = dated(schedule, at.astimezone(ZoneInfo(schedule.zone)).date())
    if today.unconfirmed is not None:
        return _not_confirmed(place, (today,), hours_type, own=own)
    change = schedule.next_change(at)
    if change is None:
        return None
    when, opens = change
    local = when.astimezone(ZoneInfo(schedule.zone))
    clock = write_clock(local.hour * 60 + local.minute)
    subject = _subject(place, hours_type, own=own)
    if not opens:
        return f"{subject} open until {clock} {'tonight' if local.hour < 6 else 'today'}."
    day = _date(local.date())
    return f"{subject} closed right now. {subject} open again from {clock} on {day}."


def _spoken(hours: DayHours) -> str:
    if hours == ALWAYS:
        return "24 hours"
    return " and ".join(
        f"from {write_clock(start)} to {write_clock(end)}" for start, end in hours.intervals
    )


def _grouped(days: tuple[DayFact, ...]) -> list[tuple[DayFact, ...]]:
    groups: dict[tuple[DayHours, bool], list[DayFact]] = {}
    for day in dict.fromkeys(days):
        groups.setdefault((day.hours, day.on is None), []).append(day)
    return [tuple(group) for group in groups.values()]


def _days(days: tuple[DayFact, ...]) -> str:
    names = [
        _date(day.on) if day.on is not None else f"{WEEKDAY_NAMES[day.weekday]}s" for day in days
    ]

    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _date(day: date) -> str:
    return write_date(day)
