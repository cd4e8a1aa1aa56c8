"""Which days a statement of hours is about: named beside it, carried over, asked about or today."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property

from compliance.gate.checks.hours import compare
from compliance.gate.checks.hours.compare import DayFact
from compliance.gate.checks.hours.grammar import Segment
from compliance.gate.checks.hours.kinds import Kind, Statement
from compliance.gate.dates import DayMention, days
from compliance.gate.text import Text
from locations.hours import Schedule

_ASKS = re.compile(
    r"\b(?:open|opens|opening|close|closes|closed|closing|hours|come|visit|stop|swing|drop|pop|until|late"
    r"|early|time|there|in\sperson|today|tonight|tomorrow)\b"
)
_EXCEPT = re.compile(
    r"\b(?:except|excluding|apart\sfrom|other\sthan|but\snot)\s(?:for\s|on\s)*$|\bexcept\s(?:that\s)?on\s$"
)
_ASIDE = re.compile(r"\b(?:after|following|since|besides|unlike)\s(?:the\s)?$")
# A new statement begins here: its days are its own.
_SEAM = re.compile(r";|,\s(?:and|but|while|whereas)\b|\s-+\s")
_REOPENING = re.compile(r"\bre-?open|\bopen(?:s|ing)?\s(?:\w+\s)?again\b|\b(?:we|are|be)\sback\b")
_DEFAULT_GENERAL = {
    Kind.OPENS,
    Kind.CLOSES,
    Kind.RANGE,
    Kind.BREAK,
    Kind.BROKEN,
    Kind.UNBROKEN,
    Kind.ALL_DAY,
}


class DaysMeant:
    """The days that a reply has spoken of so far, and those that its statements mean."""

    def __init__(self, text: Text, message: Text, at: datetime) -> None:
        self.norm = text.norm
        self.message = message
        self.today = at.date()
        self.night = at.hour < 5  # "tonight" may still be yesterday's
        self.last: DayMention | None = None
        self.last_sentence = -9

    def found(self, norm: str, start: int, end: int) -> tuple[DayMention, ...]:
        """Return the days that a span of normalised text names."""
        return days(norm, self.today, night=self.night, start=start, end=end)

    @cached_property
    def asked(self) -> list[DayMention]:
        """Return the days that the customer asks about, from sentences that could ask for hours."""
        message = self.message
        found: list[DayMention] = []
        for sentence in message.sentences:
            start, end = sentence.norm_start, sentence.norm_end
            if _ASKS.search(message.norm, start, end) is None:
                continue
            found.extend(
                day
                for day in self.found(message.norm, start, end)
                if day.shift is None and not (day.dates and day.dates[-1] < self.today)
            )
        return found

    @cached_property
    def named_by_customer(self) -> list[DayMention]:
        """Return the days ahead that the customer names at all, in whatever words."""
        norm = self.message.norm
        return [
            day
            for day in self.found(norm, 0, len(norm))
            if day.shift is None and not (day.dates and day.dates[-1] < self.today)
        ]

    def remember(self, segment: Segment, own_days: tuple[DayMention, ...]) -> None:
        """Note what a segment speaks of, for what follows."""
        for day in own_days:
            resolved = self._resolved(day)
            if resolved is not None:
                self.last, self.last_sentence = resolved, segment.sentence

    @staticmethod
    def settled(own_days: tuple[DayMention, ...]) -> tuple[DayMention, ...]:
        """Return a segment's days, *that day* read as the one before it that it takes up."""
        kept: list[DayMention] = []
        for day in own_days:
            takes_up = kept and day.shift == 0
            kept.append(replace(kept[-1], start=day.start, end=day.end) if takes_up else day)
        return tuple(kept)

    def without_exceptions(
        self, segment: Segment, statement: Statement, own_days: tuple[DayMention, ...]
    ) -> tuple[DayMention, ...]:
        """Leave out the days that follow a statement as its exceptions ("..., except Friday")."""
        return tuple(
            day
            for day in own_days
            if day.start < statement.end or not _EXCEPT.search(self.norm, segment.start, day.start)
        )

    def groups(
        self,
        segment: Segment,
        statement: Statement,
        mention: DayMention | None,
        following: list[DayMention],
        schedule: Schedule,
        *,
        listed: bool,
    ) -> list[tuple[DayFact, ...]]:
        """Return the readings of a statement's days; ``mention`` names them beside it."""
        if mention is not None:
            resolved = self._less(segment, self._resolved(mention) or mention, following)
            return self._readings(segment, schedule, self._pinned(resolved), listed=listed)
        carried = self._carried(segment)
        if carried is not None:
            carried = self._less(segment, carried, following)
            return self._readings(segment, schedule, carried, listed=listed)
        if following and following[0].start < segment.sentence_end:
            later = self._resolved(following[0]) or following[0]
            made = self._readings(segment, schedule, later, listed=listed)
            return [*made, (compare.dated(schedule, self.today),)]
        if self.asked:
            return [
                group
                for day in self.asked
                for group in self._readings(segment, schedule, day, listed=False)
            ]
        groups = self._by_default(segment, statement, schedule)
        if groups and len(self.named_by_customer) == 1:
            # "Latest I can order on Friday?": no word of hours, but that day may be meant.
            groups += self._readings(segment, schedule, self.named_by_customer[0], listed=False)
        return groups

    def _readings(
        self, segment: Segment, schedule: Schedule, mention: DayMention, *, listed: bool
    ) -> list[tuple[DayFact, ...]]:
        told = self._told_on(segment, schedule)
        return compare.readings(schedule, mention, listed=listed, today=told)

    def _told_on(self, segment: Segment, schedule: Schedule) -> date:
        """Return the day as of which a sentence tells a week: today, or once a closure ends."""
        closure = schedule.closure
        if closure is None or closure.for_good or closure.reopens_on is None:
            return self.today
        start, end = segment.sentence_start, segment.sentence_end
        return closure.reopens_on if _REOPENING.search(self.norm, start, end) else self.today

    def nearest(self, statement: Statement, own_days: tuple[DayMention, ...]) -> DayMention | None:
        """Return the day mention that a statement goes with, if any."""

        def distance(day: DayMention) -> tuple[bool, bool, int, int, int]:
            aside = _ASIDE.search(self.norm, max(0, day.start - 16), day.start) is not None
            # "Our weekday schedule" on a holiday is about the holiday.
            inside = statement.kind is Kind.NORMAL and (
                statement.start <= day.start and day.end <= statement.end
            )
            before = day.end <= statement.start
            gap = (day.end, statement.start) if before else (statement.end, day.start)
            seams = len(_SEAM.findall(self.norm, *gap))
            return aside, inside, seams, max(0, gap[1] - gap[0]), 0 if before else 1

        return min(own_days, key=distance) if own_days else None

    def _less(
        self, segment: Segment, mention: DayMention, following: list[DayMention]
    ) -> DayMention:
        """Take out the weekdays that the rest of the sentence excepts ("except Fridays, when")."""
        excepted = {
            weekday
            for day in following
            if _EXCEPT.search(self.norm, segment.start, day.start)
            for weekday in day.weekdays
        }
        left = tuple(day for day in mention.weekdays if day not in excepted)
        return replace(mention, weekdays=left) if mention.general and left else mention

    def _by_default(
        self, segment: Segment, statement: Statement, schedule: Schedule
    ) -> list[tuple[DayFact, ...]]:
        """Without any day: today, or what holds on every day that the place is open."""
        groups: list[tuple[DayFact, ...]] = [(compare.dated(schedule, self.today),)]
        if self.night:
            groups.append((compare.dated(schedule, self.today - timedelta(days=1)),))
        if schedule.unconfirmed_on(self.today) is not None:
            return groups  # the regular hours are just what may not hold today
        if statement.kind in _DEFAULT_GENERAL:
            told = self._told_on(segment, schedule)
            week = tuple(compare.weekly(schedule, day, told) for day in range(7))
            opened = tuple(day for day in week if day.hours.intervals)
            if opened:
                groups.append(opened)
        elif statement.kind in {Kind.VISIT, Kind.SHIFTED} or statement.negated:
            groups = []
        return groups

    def _carried(self, segment: Segment) -> DayMention | None:
        mention = self.last
        if mention is None or segment.sentence - self.last_sentence > 1:
            return None
        if mention.dates and not mention.weekdays and mention.dates[-1] < self.today:
            return None
        return mention

    def _resolved(self, mention: DayMention) -> DayMention | None:
        """Resolve *that day* and *the next day* by what was spoken of before."""
        if mention.shift is None:
            return mention
        base = self.last or (self.asked[-1] if self.asked else None)
        if base is None:
            moved: tuple[date, ...] = (self.today + timedelta(days=mention.shift),)
        elif mention.shift == 0:
            return replace(base, start=mention.start, end=mention.end)
        elif base.dates:
            moved = (base.dates[-1] + timedelta(days=mention.shift),)
        else:
            return None
        return replace(mention, dates=moved, shift=None)

    def _pinned(self, mention: DayMention) -> DayMention:
        """Read a plain *Friday* as the Friday that was asked about or dated before."""
        if not mention.plain:
            return mention
        for known in (self.last, *self.asked):
            if known is None or known.plain or known.general:
                continue
            same = [day for day in known.dates if day.weekday() in mention.weekdays]
            if same:
                return replace(mention, dates=tuple(same))
        return mention
