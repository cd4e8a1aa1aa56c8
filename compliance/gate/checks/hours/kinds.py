"""What a reply can state about opening hours: the kinds of statement and the statement itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compliance.gate.times import TimeMention


class Kind(StrEnum):
    """What is stated; ``visit`` kinds only ask that the place is open at the time."""

    OPENS = "opens"
    CLOSES = "closes"
    RANGE = "range"
    BREAK = "break"
    ALL_DAY = "all_day"
    OPEN = "open"
    CLOSED = "closed"
    LATE = "late"
    EARLY = "early"
    UNBROKEN = "unbroken"
    BROKEN = "broken"
    NORMAL = "normal"
    SHIFTED = "shifted"
    NOW_OPEN = "now_open"
    NOW_CLOSED = "now_closed"
    CLOSES_IN = "closes_in"
    OPENS_IN = "opens_in"
    PAST = "past"
    SHUT_AT = "shut_at"
    VISIT = "visit"
    VISIT_AT = "visit_at"
    VISIT_FIRST = "visit_first"
    VISIT_BY = "visit_by"
    VISIT_UNTIL = "visit_until"
    VISIT_RANGE = "visit_range"


class Edge(StrEnum):
    """What of a day's hours is said to differ: its opening, its closing, or their length."""

    OPENS = "opens"
    CLOSES = "closes"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a day's hours are said to differ from the usual ones.

    ``less`` is *earlier* or *shorter*; ``minutes`` is zero where no amount is named; ``usual``
    says that the comparison is with the same weekday's regular hours.
    """

    edge: Edge
    less: bool
    minutes: int = 0
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of hours: its kind, the words that say it (in ``norm``) and its time.

    ``hours_type`` names the service it is about; of the doors there is none to name.
    ``shut_until`` says that the place is told to be closed until it opens as stated.
    ``inferred`` marks what only what goes on at the place tells, unless a time is told outright.
    ``parts`` are the parts of the day (``evening``) that an *open* or *closed* is limited to.
    """

    kind: Kind
    start: int
    end: int
    time: TimeMention | None = None
    reopens: bool = False
    only: bool = False
    minutes: int = 0
    negated: bool = False
    shift: Shift | None = None
    hours_type: str = ""
    shut_until: bool = False
    inferred: bool = False
    parts: tuple[str, ...] = ()
