"""Which days and which place each statement of hours in a reply is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from compliance.gate.checks.hours.answers import (
    Answer,
    answer,
    declared,
    invites,
    refuses,
    time_asked_for,
)
from compliance.gate.checks.hours.closures import is_whenever, lasting
from compliance.gate.checks.hours.compare import DayFact
from compliance.gate.checks.hours.cue_words import Cue
from compliance.gate.checks.hours.days_meant import DaysMeant
from compliance.gate.checks.hours.grammar import (
    CueMention,
    Segment,
    cues,
    possible_cues,
    segments,
)
from compliance.gate.checks.hours.kinds import Kind, Statement
from compliance.gate.checks.hours.owners import FETCHES, Owners
from compliance.gate.checks.hours.ownership import speaks_of_other
from compliance.gate.checks.hours.services import implied, served, services
from compliance.gate.checks.hours.statements import read
from compliance.gate.dates import DayMention
from compliance.gate.faults import TooDenseError
from compliance.gate.places import mentions, place_of
from compliance.gate.reading import Reading
from compliance.gate.text import Text
from compliance.gate.times import TimeMention, times
from compliance.gate.types import PlaceFacts
from locations.hours import Schedule

_BESIDE = re.compile(
    r"\b(?:than|unlike|compared\s(?:to|with)|instead\sof|rather\sthan)\s(?:(?:on|in|for|at)\s)?(?:(?:our|the|most|other"
    r"|usual|regular|normal|a|typical|any|every)\s){0,3}$|\blike\s(?:any|every)\sother\s$"
    r"|\bas\s(?:(?:on|in|for|at)\s)?(?:(?:any|every|all|most|other|our|a)\s){0,2}$"
    r"|\ban?\s(?:normal|regular|usual|typical|ordinary|full)\s$"
)
_VISITS = {Kind.VISIT, Kind.VISIT_AT, Kind.VISIT_UNTIL, Kind.VISIT_RANGE}
_DETERMINED = re.compile(r"\b(?:the|a|an|our|your|my|their)\s$")
_THING = re.compile(
    r"\s(?!(?:hours|schedule|opening|closing|times?|mornings?|afternoons?|evenings?|nights?|is|are|was"
    r"|will|we|we're|we'll|you|they|it|at|from|to|until|till|through|and|or|but|before|after|of|in|on"
    r"|between|only|as|that|when|which|for|by|if|with|closure|shift|service)\b)[a-z]+"
)
_STATES = {Kind.OPEN, Kind.CLOSED, Kind.NOW_OPEN, Kind.NOW_CLOSED, Kind.VISIT}
_VAGUE = {Kind.OPEN, Kind.NOW_OPEN, Kind.VISIT}  # what an answer that states no time may add
_Found = TypeVar("_Found", DayMention, CueMention)
_MOST_ITEMS = 250
_MOST_TOLD = 100


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with its place, the readings of its days, and its span in ``norm``.

    ``asked`` says that the customer's question makes the statement and the reply only affirms it
    (or, ``denied``, negates it): the statement's own offsets then count in the question read as
    a statement, and ``words`` are those that it is made with.
    """

    statement: Statement
    place: PlaceFacts
    groups: tuple[tuple[DayFact, ...], ...]
    start: int
    end: int
    sentence: int
    segment_start: int
    asked: bool = False
    denied: bool = False
    words: str = ""

    @property
    def schedule(self) -> Schedule:
        """The hours that the statement is about: the doors' or those of a service."""
        return self.place.schedule_of(self.statement.hours_type) or self.place.schedule


def spoken(reading: Reading) -> list[Spoken]:
    """Return the statements of hours in a reply, each with its place and days."""
    reader = _Reader(reading, reading.text)
    found = reader.run()
    told = [each for each in found if not each.statement.inferred]
    if any(each.statement.time is not None for each in told):
        found = told
    if any(each.statement.kind not in _VAGUE for each in found):
        return found
    said = answer(reading.text)
    if said is None:
        return found
    asked = _answered(reading, said)
    if asked is None or (found and asked.statement.time is None):
        return found
    return [asked]


def _answered(reading: Reading, said: Answer) -> Spoken | None:
    """Read a bare yes to "can I come at eight on Saturday?" as the statement that it makes."""
    question = declared(reading.message)
    told = _Reader(reading, question).run()
    timed = [each for each in told if each.statement.time is not None]
    if times(question.norm):
        told = timed
    told = [each for each in told if each.statement.time is not None or _is_state(each)]
    if len(told) != 1:
        return None
    is_yes, statement = said.is_yes is not refuses(reading.message), told[0].statement
    if statement.kind in _VISITS and invites(question):
        reply = reading.text.norm
        if not is_yes or speaks_of_other(reply, 0, len(reply)):
            return None  # "yes, use the drop box" does not say that anybody is there
    if statement.kind is Kind.CLOSES and "clos" not in question.norm:
        # "Are you open until eight?" only asks whether eight is not too late.
        statement = replace(statement, kind=Kind.VISIT_UNTIL)
    return replace(
        told[0],
        statement=statement,
        start=said.start,
        end=said.end,
        sentence=0,
        segment_start=said.start,
        asked=True,
        denied=not is_yes,
        words=question.norm[statement.start : statement.end],
    )


def _is_state(each: Spoken) -> bool:
    """Say whether a question without a time asks whether the place is open."""
    return each.statement.kind in _STATES and (
        bool(each.groups) or each.statement.kind in {Kind.NOW_OPEN, Kind.NOW_CLOSED}
    )


class _Reader:
    """Reads a text's statements of hours in order, remembering what it has spoken of."""

    def __init__(self, reading: Reading, text: Text) -> None:
        self.reading = reading
        self.text = text
        self.norm = text.norm
        self.days = DaysMeant(text, reading.message, reading.facts.at)
        self.owners = Owners(reading, text, self.days.found)

    def run(self) -> list[Spoken]:
        found: list[Spoken] = []
        patterns = possible_cues(self.norm)
        for index, sentence in enumerate(self.text.sentences):
            start, end = sentence.norm_start, sentence.norm_end
            named = self._outside(self.days.found(self.norm, start, end))
            clocks = [
                time
                for time in times(self.norm, start, end)
                if not any(day.start < time.end and time.start < day.end for day in named)
            ]
            found_cues = self._outside(cues(self.norm, start, end, patterns))
            if not (named or clocks or found_cues):
                continue
            if len(clocks) + len(found_cues) + len(named) > _MOST_ITEMS or len(found) > _MOST_TOLD:
                raise TooDenseError(f"Sentence {index + 1} holds too many times to be read.")
            items = sorted((each.start, each.end) for each in (*clocks, *found_cues))
            spans = [(day.start, day.end) for day in named]
            cut = segments(self.norm, index, sentence, items, spans)
            meant = [
                day
                for day in named
                if not _BESIDE.search(self.norm, max(start, day.start - 40), day.start)
                and not self._is_attribute(day, start, end)
            ]
            found.extend(self._sentence(cut, found_cues, clocks, meant))
        return found

    def _is_attribute(self, day: DayMention, start: int, end: int) -> bool:
        """Say whether a weekday only names a thing ("the Sunday market", "our Friday class")."""
        return (
            day.plain
            and _DETERMINED.search(self.norm, max(start, day.start - 12), day.start) is not None
            and _THING.match(self.norm, day.end, end) is not None
        )

    def _outside(self, found: Sequence[_Found]) -> list[_Found]:
        """Leave out what stands inside an offer's name: its *Friday* is no day of opening."""
        if not found:
            return []
        return [
            each
            for each in found
            if not any(a <= each.start and each.end <= b for a, b in self._offer_spans)
        ]

    @cached_property
    def _offer_spans(self) -> list[tuple[int, int]]:
        spans = []
        for offer in self.reading.facts.offers:
            for name in (offer.name, *offer.aliases):
                low, at = name.lower(), -1
                while low and (at := self.norm.find(low, at + 1)) >= 0:
                    spans.append((at, at + len(low)))
        return spans

    def _owned(
        self, segment: Segment, found_cues: list[CueMention], earlier: CueMention | None
    ) -> tuple[CueMention, ...]:
        owned: list[CueMention] = []
        for cue in found_cues:
            if segment.start <= cue.start < segment.end:
                leads = earlier if not owned and segment.start > segment.sentence_start else None
                owned.append(self.owners.owned(segment, cue, leads))
        return tuple(owned)

    @cached_property
    def _time_asked_for(self) -> Cue | None:
        """Whether the customer asks when the place opens, when it closes, or for both."""
        if self.text is not self.reading.text:
            return None
        return time_asked_for(self.reading.message)

    @property
    def _implied_type(self) -> str:
        """The service that a line without a verb goes with: the last told of, or that asked for."""
        if self.owners.last_cue >= 0:
            return self.owners.last_type
        norm = self.reading.message.norm
        whole = Segment(0, len(norm), 0, 0, len(norm))
        asked = {each.hours_type for each in services(norm, whole, self.reading.facts.place)}
        return asked.pop() if len(asked) == 1 else ""

    def _place(self, position: int) -> PlaceFacts:
        """Return the place spoken of at a normalised offset."""
        if self.text is self.reading.text:
            return place_of(self.reading, self.text.span(position, position)[0])
        named = {each.place.code: each.place for each in mentions(self.text, self.reading.facts)}
        return next(iter(named.values())) if len(named) == 1 else self.reading.facts.place

    def _sentence(
        self,
        cut: list[Segment],
        found_cues: list[CueMention],
        clocks: list[TimeMention],
        named: list[DayMention],
    ) -> list[Spoken]:
        found: list[Spoken] = []
        inherited: CueMention | None = None
        timed_days = 0
        for segment in cut:
            has_days = any(segment.start <= day.start < segment.end for day in named)
            has_times = any(segment.start <= time.start < segment.end for time in clocks)
            timed_days += has_days and has_times
        listed_sentence = timed_days > 1
        for segment in cut:
            own_days = self.days.settled(
                tuple(day for day in named if segment.start <= day.start < segment.end)
            )
            own_times = tuple(time for time in clocks if segment.start <= time.start < segment.end)
            own_cues = self._cues(segment, found_cues, inherited)
            listed = self.owners.is_list(segment, own_days)
            for statement in read(
                self.norm,
                segment,
                own_cues,
                own_times,
                own_days,
                inherited,
                listed=listed,
                asked=self._time_asked_for,
                implied_type=self._implied_type,
            ):
                meant = self.days.without_exceptions(segment, statement, own_days)
                following = [
                    day for day in named if day.start >= segment.start and day not in meant
                ]
                found.append(
                    self._placed(segment, statement, meant, following, listed=listed_sentence)
                )
            for cue in own_cues:
                inherited = cue
                self.owners.remember(segment, cue)
            self.days.remember(segment, own_days)
        return found

    def _cues(
        self, segment: Segment, found: list[CueMention], inherited: CueMention | None
    ) -> tuple[CueMention, ...]:
        """Return a segment's cues, each with whose hours it speaks of."""
        place = self._place(segment.start)
        spoken = services(self.norm, segment, place)
        own = tuple(
            served(self.norm, cue, spoken, place) for cue in self._owned(segment, found, inherited)
        )
        return own or tuple(implied(self.norm, each, inherited) for each in spoken)

    def _placed(
        self,
        segment: Segment,
        statement: Statement,
        own_days: tuple[DayMention, ...],
        following: list[DayMention],
        *,
        listed: bool,
    ) -> Spoken:
        place = self._place(statement.start)
        schedule = place.schedule_of(statement.hours_type) or place.schedule
        statement, mention = lasting(
            self.norm, statement, self.days.nearest(statement, own_days), schedule, self.days.today
        )
        groups: list[tuple[DayFact, ...]] = []
        start, end = statement.start, statement.end
        fetches = statement.kind is Kind.VISIT and FETCHES.match(self.norm, start)
        # "Bring it in" is about no day in particular.
        if mention is not None or not (fetches or is_whenever(self.norm, statement)):
            groups = self.days.groups(
                segment, statement, mention, following, schedule, listed=listed
            )
        if mention is not None:
            start, end = min(start, mention.start), max(end, mention.end)
        return Spoken(statement, place, tuple(groups), start, end, segment.sentence, segment.start)
