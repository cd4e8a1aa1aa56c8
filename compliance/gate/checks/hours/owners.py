"""Whether a cue speaks of a location's own hours, and whether a line is one of a list of hours."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from compliance.gate.checks.hours.cue_words import AGREES, Cue
from compliance.gate.checks.hours.grammar import CueMention, Segment
from compliance.gate.checks.hours.ownership import (
    AT_OURS,
    clause_start,
    has_no_subject,
    is_ours,
    speaks_of_other,
)
from compliance.gate.checks.hours.trades import neighbours
from compliance.gate.dates import DayMention
from compliance.gate.reading import Reading
from compliance.gate.text import Text
from compliance.gate.times import ClockTime, TimeMention, TimeRange, times

_HOURS_ASKED = re.compile(r"\b(?:open|opens|opening|close|closes|closing|closed|hours|how\slate)\b")
_AGREES = re.compile(AGREES)
_BESIDE = re.compile(
    r"[\s,]*(?:(?:visit|arrival|start)\s)?(?:(?:of\scourse|certainly|also|still|really|then)\s)?"
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|would|hope\sto|hoping\sto|considering|think(?:ing)?\s(?:of|about))\s"
    r"(?:(?:be|have|been|also|even|still|only|possibly|well|soon|again|start|stay)\s)*$"
)
_WORD_BEFORE = re.compile(r"(?<![\w'-])([\w'-]+)\s$")
_HOURS_OF_OURS = re.compile(
    r"our|the|its|their|these|those|any|no|all|opening|business|store|regular|normal|usual|standard"
    r"|holiday|weekend|weekday|lobby|shop|spa|clinic|branch|restaurant|salon|office|special|reduced"
    r"|extended|shortened|limited|current|new|daily|operating|same|summer|winter|fall|spring|autumn"
    r"|modified|ordinary|typical|evening|morning|afternoon|night|late|early|full|longer|shorter|posted"
    r"|published|and|are|is|on|of|for|with|at|\w+days?(?:'s?)?|mon|tue|wed|thu|fri|sat|sun|thanksgiving"
    r"|christmas|easter|eve|today's|tonight's|tomorrow's|location|gym|front|desk|place|working|trading"
    r"|day|weekly|here|different|what|your|'s|\w+'s|customer|guest|public|temporary|great|good|long"
)
_VERBS = frozenset({Cue.OPEN, Cue.CLOSE, Cue.CLOSED})
_TO_COME = re.compile(
    r"\bto\s(?:pick|collect|grab|come|stop|get\shere|make\sit|shop|visit|drop|drive|walk)\b"
)
_DOORS = re.compile(r"(?:doors|gates|lights|shutters|blinds)\b")
_YOU_HAVE = re.compile(r"you(?:\shave|'ve)")
_AT = re.compile(r"(?:at|in)\s")
FETCHES = re.compile(
    r"pick|collect|grab|drop\s.*off|drop\soff|bring|come\s(?:at|to|from|around|as|for|and|get)|walk\sin"
)
_TO_YOU = re.compile(
    r"(?:^\W*|[.!?:;,]\s|\b(?:you|you'll|can|may|could|please|just|to|and|or|then|simply|free\sto)\s)$"
)
_US = re.compile(r"(?:find|catch)\sus")
_PAST = re.compile(
    r"\b(?:was|were|had\sbeen|used\sto|wasn't|weren't|you\s(?:found|saw|noticed|met))\b"
    r"(?:\s\w+){0,3}\s*$"
)
_PLACE_WORD = re.compile(
    r"\b(?:store|shop|location|branch|spa|clinic|restaurant|office|salon|studio|gym|showroom|hours)s?\b"
)
_LIST_REACH = 8  # sentences after a word of opening in which a line may still list hours


class Owners:
    """Reads a text's cues in the light of who answers and what was asked."""

    def __init__(
        self,
        reading: Reading,
        text: Text,
        days: Callable[[str, int, int], tuple[DayMention, ...]],
    ) -> None:
        self.reading = reading
        self.norm = text.norm
        self._days = days
        self.last_cue = -9
        self.last_type = ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the locations and the brand are called."""
        return _names(self.reading)

    @cached_property
    def hours_asked(self) -> bool:
        """Say whether the customer asks for hours."""
        return _HOURS_ASKED.search(self.reading.message.norm) is not None

    @cached_property
    def other_asked(self) -> bool:
        """Say whether the customer asks about something with hours of its own."""
        asked = self.reading.message.norm
        return speaks_of_other(asked, 0, len(asked))

    def owned(
        self, segment: Segment, cue: CueMention, earlier: CueMention | None = None
    ) -> CueMention:
        """Return a cue, marked where it is not about a location's own hours.

        ``earlier`` is the cue before it in the sentence: "the class starts at 7 and ends at 8"
        has one subject.
        """
        if (
            earlier is not None
            and {cue.cue, earlier.cue} <= _VERBS
            and has_no_subject(self.norm, segment.start, cue.start)
        ):
            return replace(cue, ours=earlier.ours)
        ours = not self._set_aside(segment, cue) and self._is_ours(segment, cue)
        return replace(cue, ours=ours)

    def _set_aside(self, segment: Segment, cue: CueMention) -> bool:
        """Say whether a cue is of the past, only possible, or another business's."""
        before = self.norm[segment.start : cue.start]
        if _PAST.search(before) or (cue.cue in _VERBS and _POSSIBLE.search(before)):
            return True
        if self._neighbours is None:
            return False
        # "See you at the library" names it after the words of coming.
        reach = min(segment.end, cue.end + 40) if cue.cue is Cue.VISIT else cue.end
        return self._neighbours.search(self.norm, self._clause(segment, cue), reach) is not None

    def _is_ours(self, segment: Segment, cue: CueMention) -> bool:
        words = self.norm[cue.start : cue.end]
        if _AT.match(words):
            return AT_OURS.match(words) is not None or any(name in words for name in self.names)
        if cue.cue is Cue.VISIT:
            return self._invites(segment, cue)
        if cue.cue is Cue.LAST or _DOORS.match(words):
            return not speaks_of_other(self.norm, self._clause(segment, cue), cue.start)
        if cue.cue is Cue.HOURS:
            return not (
                speaks_of_other(self.norm, segment.start, cue.end) or self._named_hours(cue)
            )
        if _US.match(words):
            return True
        told = self.norm[max(0, segment.sentence_start - 160) : cue.start]
        place_before = _PLACE_WORD.search(told) is not None or any(
            name in told for name in self.names
        )
        return is_ours(self.norm, segment.start, cue.start, self.names, place_before=place_before)

    def _clause(self, segment: Segment, cue: CueMention) -> int:
        return clause_start(self.norm, segment.sentence_start, cue.start)

    @cached_property
    def _neighbours(self) -> re.Pattern[str] | None:
        return neighbours(self.names)

    def _named_hours(self, cue: CueMention) -> bool:
        """Say whether the word before *hours* makes them others' ("quiet hours", "bar hours")."""
        hours = self.norm.find("hours", cue.start, cue.end)
        kind = _WORD_BEFORE.search(self.norm, 0, hours) if hours >= 0 else None
        return (
            kind is not None
            and _HOURS_OF_OURS.fullmatch(kind[1]) is None
            and not any(name.endswith(kind[1]) for name in self.names)
        )

    def is_list(self, segment: Segment, own_days: tuple[DayMention, ...]) -> bool:
        """Say whether a lone time in a segment is a line of opening hours."""
        context = self.hours_asked or segment.sentence - self.last_cue <= _LIST_REACH
        if speaks_of_other(self.norm, segment.start, segment.end):
            return False
        words = re.findall(r"[a-z']+", self.norm[segment.start : segment.end])
        if own_days and len(words) <= 3 and own_days[0].start == segment.start:
            return True
        if not context:
            whole = (segment.start, segment.end) == (segment.sentence_start, segment.sentence_end)
            week = any(len(day.weekdays) > 1 for day in own_days)
            return week and whole and not self.other_asked
        return bool(own_days) or len(words) <= 6

    def remember(self, segment: Segment, cue: CueMention) -> None:
        """Note that a sentence speaks of a location's hours."""
        if cue.ours and cue.cue is not Cue.VISIT:
            self.last_cue = segment.sentence
            self.last_type = cue.hours_type

    def _just_named(self, segment: Segment, position: int) -> bool:
        """Say whether a time or a day ends right before a position."""
        named = [
            *(_reach(time) for time in times(self.norm, segment.start, position)),
            *(day.end for day in self._days(self.norm, segment.start, position)),
        ]
        return any(_BESIDE.fullmatch(self.norm, end, position) for end in named)

    def _invites(self, segment: Segment, cue: CueMention) -> bool:
        """Say whether words of coming speak to the customer, about coming to the place."""
        words = self.norm[cue.start : cue.end]
        if _AGREES.fullmatch(words):
            if not self._just_named(segment, cue.start):
                return False
            return not self.other_asked and not speaks_of_other(
                self.norm, segment.sentence_start, segment.sentence_end
            )
        if _YOU_HAVE.match(words):
            return self.hours_asked or _TO_COME.search(self.norm, cue.end, segment.end) is not None
        if not FETCHES.match(words):
            return True
        before = self.norm[max(segment.sentence_start, cue.start - 30) : cue.start]
        return _TO_YOU.search(before) is not None and not speaks_of_other(
            self.norm, segment.start, min(segment.end, cue.end + 12)
        )


def _reach(time: TimeMention) -> int:
    """Return where a time ends with the part of the day beside it: *nine in the morning*."""
    last = time.closes if isinstance(time, TimeRange) else time
    return last.reach if isinstance(last, ClockTime) else last.end


def _names(reading: Reading) -> tuple[str, ...]:
    facts = reading.facts
    listed = {facts.brand.name.lower()}
    for place in (facts.place, *facts.elsewhere):
        listed.update(name.lower() for name in (place.name, place.city, *place.names) if name)
        listed.add(place.vertical.lower())
    return tuple(sorted(name for name in listed if name))
