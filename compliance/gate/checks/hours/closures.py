"""What a reply says of a closure: until when it lasts, and whether it is for good."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from compliance.gate.checks.hours.kinds import Kind, Statement
from compliance.gate.dates import DayMention
from locations.hours import DayKind, Schedule

_UNTIL = re.compile(
    r"\b(?:until|till?|'til|before)\s(?:at\sleast\s|about\s)?"
    r"(?:[\d:]+\s?(?:[ap]\.?m\.?)?\s|noon\s)?(?:on\s)?$"
)
_THROUGH = re.compile(r"\b(?:through|thru|up\sto\sand\sincluding)\s(?:at\sleast\s)?$")
_FOR_GOOD = re.compile(r"\b(?:permanently|forever|for\sgood)\b")
_TEMPORARY = re.compile(r"\btemporar(?:y|ily)\b")
_WHENEVER = re.compile(
    r"\b(?:when|once|after|before|until|till|whether|if|as\ssoon\sas|by\sthe\stime)\s(?:[\w']+\s){0,3}$"
)
_BESIDE = 24  # characters around a cue in which *permanently* belongs to it
_WEEKS_LOOKED = 2


def lasting(
    norm: str, statement: Statement, mention: DayMention | None, schedule: Schedule, today: date
) -> tuple[Statement, DayMention | None]:
    """Read *closed until Monday* as opening then, and *closed through Sunday* as the day after.

    The latter only during a closure that goes on: elsewhere the day named is what is told.
    """
    if statement.kind not in {Kind.CLOSED, Kind.NOW_CLOSED} or mention is None:
        return statement, mention
    before = norm[max(0, mention.start - 30) : mention.start]
    opens = replace(statement, kind=Kind.OPEN, reopens=True, shut_until=True)
    if _UNTIL.search(before):
        return opens, mention
    if _THROUGH.search(before) and len(mention.dates) == 1 and is_shut(schedule, today):
        after = mention.dates[0] + timedelta(days=1)
        if is_shut(schedule, after):
            return opens, replace(mention, dates=(after,), weekdays=(), instead=())
    return statement, mention


def is_shut(schedule: Schedule, day: date) -> bool:
    """Say whether a closure covers a day."""
    return schedule.closure is not None and schedule.closure.covers(day)


def is_whenever(norm: str, statement: Statement) -> bool:
    """Say whether *when we reopen* only names an event, whose day it leaves open."""
    if statement.kind is not Kind.OPEN or not statement.reopens:
        return False
    return _WHENEVER.search(norm, max(0, statement.start - 40), statement.start) is not None


def misjudged(norm: str, statement: Statement, schedule: Schedule) -> bool:
    """Say whether a closure is called permanent or temporary and is the other, or none at all."""
    if statement.kind not in {Kind.CLOSED, Kind.NOW_CLOSED}:
        return False
    start, end = max(0, statement.start - _BESIDE), statement.end + _BESIDE
    for_good = schedule.closure is not None and schedule.closure.for_good
    if _FOR_GOOD.search(norm, start, end):
        return not for_good
    return for_good and _TEMPORARY.search(norm, start, end) is not None


def reopening(schedule: Schedule) -> date | None:
    """Return the first open day after a closure, if the closure ends on a known day."""
    closure = schedule.closure
    if closure is None or closure.for_good or closure.reopens_on is None:
        return None
    ahead = range(_WEEKS_LOOKED * 7)
    days = (closure.reopens_on + timedelta(days=each) for each in ahead)
    return next((day for day in days if schedule.on(day)[0].kind is DayKind.OPEN), None)
