"""Which days and which place each statement of hours in a reply is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from compliance.gate.checks.hours import compare
from compliance.gate.checks.hours.answers import answer, declared
from compliance.gate.checks.hours.compare import DayFact
from compliance.gate.checks.hours.cue_words import Cue
from compliance.gate.checks.hours.grammar import (
    CueMention,
    Segment,
    TooDenseError,
    cues,
    segments,
)
from compliance.gate.checks.hours.kinds import Kind, Statement
from compliance.gate.checks.hours.ownership import is_ours, speaks_of_other
from compliance.gate.checks.hours.statements import read
from compliance.gate.dates import DayMention, days
from compliance.gate.places import mentions, place_of
from compliance.gate.reading import Reading
from compliance.gate.text import Text
from compliance.gate.times import TimeMention, times
from compliance.gate.types import PlaceFacts

_ASKS = re.compile(
    r"\b(?:open|opens|opening|close|closes|closed|closing|hours|come|visit|stop|swing|drop|pop|until|late"
    r"|early|time|there|in\sperson|today|tonight|tomorrow)\b"
)
_HOURS_ASKED = re.compile(r"\b(?:open|opens|opening|close|closes|closing|closed|hours|how\slate)\b")
_OPEN_OR_CLOSED = re.compile(
    r"\b(?:are|is|will|do|does|u|y'?all|you)\b[^.!?]{0,40}?\b(open|closed?)\b"
)
_AGREES = re.compile(
    r"works|(?:is|would\sbe|sounds)\s(?:fine|perfect|great|good|wonderful|ok|okay|no\sproblem)"
)
_AT = re.compile(r"(?:at|in)\s")
_FETCHES = re.compile(
    r"pick|collect|grab|drop\s.*off|drop\soff|bring|come\s(?:at|to|from|around|as)|walk\sin"
)
_TO_YOU = re.compile(
    r"(?:^\W*|[.!?:;,]\s|\b(?:you|you'll|can|may|could|please|just|to|and|or|then|simply|free\sto)\s)$"
)
_BESIDE = re.compile(
    r"\b(?:than|unlike|compared\s(?:to|with)|instead\sof|rather\sthan)\s(?:(?:on|in|for|at)\s)?(?:(?:our|the|most|other"
    r"|usual|regular|normal|a|typical|any|every)\s){0,3}$|\blike\s(?:any|every)\sother\s$"
    r"|\ban?\s(?:normal|regular|usual|typical|ordinary|full)\s$"
)
_US = re.compile(r"(?:find|catch)\sus")
_EXCEPT = re.compile(
    r"\b(?:except|excluding|apart\sfrom|other\sthan|but\snot)\s(?:for\s|on\s)*$|\bexcept\s(?:that\s)?on\s$"
)
_ASIDE = re.compile(r"\b(?:after|following|since|besides|unlike)\s(?:the\s)?$")
_PAST = re.compile(r"\b(?:was|were|had\sbeen|used\sto|wasn't|weren't)\b(?:\s\w+){0,3}\s*$")
_PLACE_WORD = re.compile(
    r"\b(?:store|shop|location|branch|spa|clinic|restaurant|office|salon|studio|gym|showroom|hours)s?\b"
)
_VISITS = {Kind.VISIT, Kind.VISIT_AT, Kind.VISIT_UNTIL, Kind.VISIT_RANGE}
_VAGUE = {Kind.OPEN, Kind.NOW_OPEN, Kind.VISIT}  # what an answer that states no time may add
_MOST_ITEMS = 250
_MOST_TOLD = 100
_DEFAULT_GENERAL = {Kind.OPENS, Kind.CLOSES, Kind.RANGE, Kind.BREAK, Kind.UNBROKEN, Kind.ALL_DAY}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with its place, the readings of its days, and its span in ``norm``.

    ``asked`` says that the customer's question makes the statement and the reply only affirms it
    (or, ``denied``, negates it): the statement's own offsets then count in the question.
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


@dataclass(slots=True)
class _Memory:
    """What the reply has spoken of so far."""

    mention: DayMention | None = None
    sentence: int = -9
    cue: CueMention | None = None
    cue_sentence: int = -9


def spoken(reading: Reading) -> list[Spoken]:
    """Return the statements of hours in a reply, each with its place and days."""
    reader = _Reader(reading, reading.text)
    found = reader.run()
    if any(each.statement.kind not in _VAGUE for each in found):
        return found
    said = answer(reading.text)
    if said is None:
        return found
    timed = _answered_time(reading, said)
    if timed is not None:
        return [timed]
    return found or reader.answered(said)


def _answered_time(reading: Reading, said: tuple[bool, int, int]) -> Spoken | None:
    """Read a bare yes to "can I come at eight on Saturday?" as a statement of that time."""
    is_yes, start, end = said
    question = declared(reading.message)
    if not times(question.norm):
        return None
    told = [each for each in _Reader(reading, question).run() if each.statement.time is not None]
    if len(told) != 1:
        return None
    reply = reading.text.norm
    if told[0].statement.kind in _VISITS and (not is_yes or speaks_of_other(reply, 0, len(reply))):
        return None  # "yes, use the drop box" does not say that anybody is there
    first = told[0]
    statement = first.statement
    if statement.kind is Kind.CLOSES and "clos" not in question.norm:
        # "Are you open until eight?" only asks whether eight is not too late.
        statement = replace(statement, kind=Kind.VISIT_UNTIL)
    return replace(
        first,
        statement=statement,
        start=start,
        end=end,
        sentence=0,
        segment_start=start,
        asked=True,
        denied=not is_yes,
    )


class _Reader:
    def __init__(self, reading: Reading, text: Text) -> None:
        self.reading = reading
        self.text = text
        self.norm = text.norm
        at = reading.facts.at
        self.today = at.date()
        self.night = at.hour < 5
        self.names = _names(reading)
        self.memory = _Memory()
        self.asked = self._asked(reading.message)
        self.hours_asked = _HOURS_ASKED.search(reading.message.norm) is not None

    def run(self) -> list[Spoken]:
        found: list[Spoken] = []
        offers = _offer_spans(self.text, self.reading)
        for index, sentence in enumerate(self.text.sentences):
            start, end = sentence.norm_start, sentence.norm_end
            named = [
                day
                for day in days(self.norm, self.today, night=self.night, start=start, end=end)
                if not any(a <= day.start and day.end <= b for a, b in offers)
            ]
            told_days = [
                day
                for day in named
                if not _BESIDE.search(self.norm, max(start, day.start - 40), day.start)
            ]
            clocks = [
                time
                for time in times(self.norm, start, end)
                if not any(day.start < time.end and time.start < day.end for day in named)
            ]
            found_cues = [
                cue
                for cue in cues(self.norm, start, end)
                if not any(a <= cue.start and cue.end <= b for a, b in offers)
            ]
            if len(clocks) + len(found_cues) + len(named) > _MOST_ITEMS or len(found) > _MOST_TOLD:
                raise TooDenseError(f"Sentence {index + 1} holds too many times to be read.")
            items = sorted((each.start, each.end) for each in (*clocks, *found_cues))
            spans = [(day.start, day.end) for day in named]
            cut = segments(self.norm, index, sentence, items, spans)
            found.extend(self._sentence(cut, found_cues, clocks, told_days))
        return found

    def answered(self, said: tuple[bool, int, int]) -> list[Spoken]:
        """Read a bare yes or no to "are you open on Sunday?" as the statement that it is."""
        question = _question(self.reading.message)
        if len(self.asked) != 1 or question is None:
            return []
        is_yes, start, end = said
        kind = Kind.OPEN if is_yes is (question == "open") else Kind.CLOSED
        place = self._place(start)
        groups = compare.readings(place.schedule, self.asked[0], listed=True)
        return [Spoken(Statement(kind, start, end), place, tuple(groups), start, end, 0, start)]

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
            own_days = tuple(day for day in named if segment.start <= day.start < segment.end)
            own_times = tuple(time for time in clocks if segment.start <= time.start < segment.end)
            own_cues = tuple(
                self._owned(segment, cue)
                for cue in found_cues
                if segment.start <= cue.start < segment.end
            )
            listed = self._is_list(segment, own_days)
            for statement in read(
                self.norm, segment, own_cues, own_times, own_days, inherited, listed=listed
            ):
                following = [day for day in named if day.start >= segment.end]
                found.append(
                    self._placed(segment, statement, own_days, following, listed=listed_sentence)
                )
            for cue in own_cues:
                inherited = cue
                if cue.ours and cue.cue is not Cue.VISIT:
                    self.memory.cue, self.memory.cue_sentence = cue, segment.sentence
            self._remember(segment, own_days)
        return found

    def _owned(self, segment: Segment, cue: CueMention) -> CueMention:
        before = self.norm[segment.start : cue.start]
        if _PAST.search(before):
            return replace(cue, ours=False)
        if _AT.match(self.norm, cue.start):
            words = self.norm[cue.start : cue.end]
            here = _PLACE_WORD.search(words) is not None
            return replace(cue, ours=here or any(name in words for name in self.names))
        if cue.cue is Cue.VISIT:
            return replace(cue, ours=self._invites(segment, cue))
        if cue.cue is Cue.LAST or _US.match(self.norm, cue.start):
            return cue
        if cue.cue is Cue.HOURS:
            return replace(cue, ours=not speaks_of_other(self.norm, segment.start, cue.end))
        earlier = self.norm[max(0, segment.sentence_start - 160) : cue.start]
        place_before = _PLACE_WORD.search(earlier) is not None or any(
            name in earlier for name in self.names
        )
        ours = is_ours(self.norm, segment.start, cue.start, self.names, place_before=place_before)
        return replace(cue, ours=ours)

    def _invites(self, segment: Segment, cue: CueMention) -> bool:
        """Say whether words of coming speak to the customer, about coming to the place."""
        words = self.norm[cue.start : cue.end]
        if _AGREES.fullmatch(words):
            day_before = self.norm[: cue.start].endswith("day ")
            if not day_before and not times(self.norm, segment.start, cue.start):
                return False
            asked = self.reading.message
            return not speaks_of_other(asked.norm, 0, len(asked.norm)) and not speaks_of_other(
                self.norm, segment.sentence_start, segment.sentence_end
            )
        if not _FETCHES.match(words):
            return True
        before = self.norm[max(segment.sentence_start, cue.start - 30) : cue.start]
        return _TO_YOU.search(before) is not None and not speaks_of_other(
            self.norm, segment.start, min(segment.end, cue.end + 12)
        )

    def _is_list(self, segment: Segment, own_days: tuple[DayMention, ...]) -> bool:
        context = self.hours_asked or segment.sentence - self.memory.cue_sentence <= 8
        if speaks_of_other(self.norm, segment.start, segment.end):
            return False
        words = re.findall(r"[a-z']+", self.norm[segment.start : segment.end])
        if own_days and len(words) <= 3 and own_days[0].start == segment.start:
            return True
        if not context:
            whole = (segment.start, segment.end) == (segment.sentence_start, segment.sentence_end)
            asked = self.reading.message
            week = any(len(day.weekdays) > 1 for day in own_days)
            return week and whole and not speaks_of_other(asked.norm, 0, len(asked.norm))
        return bool(own_days) or len(words) <= 6

    def _remember(self, segment: Segment, own_days: tuple[DayMention, ...]) -> None:
        for day in own_days:
            resolved = self._resolved(day)
            if resolved is not None:
                self.memory.mention, self.memory.sentence = resolved, segment.sentence

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
        mention = self._nearest(statement, own_days)
        groups: list[tuple[DayFact, ...]] = []
        schedule = place.schedule
        start, end = statement.start, statement.end
        if (
            mention is None
            and statement.kind is Kind.VISIT
            and _FETCHES.match(self.norm, statement.start)
        ):
            pass  # "bring it in" is about no day in particular
        elif mention is not None:
            resolved = self._less(segment, self._resolved(mention) or mention, following)
            groups = compare.readings(schedule, self._pinned(resolved), listed=listed)
            start, end = min(start, mention.start), max(end, mention.end)
        else:
            carried = self._carried(segment)
            if carried is not None:
                groups = compare.readings(schedule, carried, listed=listed)
            elif following and following[0].start < segment.sentence_end:
                later = self._resolved(following[0]) or following[0]
                groups = compare.readings(schedule, later, listed=listed)
                groups.append((compare.dated(schedule, self.today),))
            elif self.asked:
                for day in self.asked:
                    groups.extend(compare.readings(schedule, day, listed=False))
            else:
                groups = self._by_default(statement, place)
        return Spoken(statement, place, tuple(groups), start, end, segment.sentence, segment.start)

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

    def _by_default(self, statement: Statement, place: PlaceFacts) -> list[tuple[DayFact, ...]]:
        """Without any day: today, or what holds on every day that the place is open."""
        groups: list[tuple[DayFact, ...]] = [(compare.dated(place.schedule, self.today),)]
        if self.night:
            groups.append((compare.dated(place.schedule, self.today - timedelta(days=1)),))
        if statement.kind in _DEFAULT_GENERAL:
            week = tuple(compare.weekly(place.schedule, day) for day in range(7))
            opened = tuple(day for day in week if day.hours.intervals)
            if opened:
                groups.append(opened)
        elif statement.kind in {Kind.VISIT, Kind.SHIFTED} or statement.negated:
            groups = []
        return groups

    def _nearest(self, statement: Statement, own_days: tuple[DayMention, ...]) -> DayMention | None:
        def distance(day: DayMention) -> tuple[bool, bool, int, int]:
            aside = _ASIDE.search(self.norm, max(0, day.start - 16), day.start) is not None
            # "Our weekday schedule" on a holiday is about the holiday.
            inside = statement.kind is Kind.NORMAL and (
                statement.start <= day.start and day.end <= statement.end
            )
            if day.end <= statement.start:
                return aside, inside, statement.start - day.end, 0
            return aside, inside, max(0, day.start - statement.end), 1

        return min(own_days, key=distance) if own_days else None

    def _carried(self, segment: Segment) -> DayMention | None:
        mention = self.memory.mention
        if mention is None or segment.sentence - self.memory.sentence > 1:
            return None
        if mention.dates and not mention.weekdays and mention.dates[-1] < self.today:
            return None
        return mention

    def _resolved(self, mention: DayMention) -> DayMention | None:
        """Resolve *that day* and *the next day* by what was spoken of before."""
        if mention.shift is None:
            return mention
        base = self.memory.mention or (self.asked[-1] if self.asked else None)
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
        for known in (self.memory.mention, *self.asked):
            if known is None or known.plain or known.general:
                continue
            same = [day for day in known.dates if day.weekday() in mention.weekdays]
            if same:
                return replace(mention, dates=tuple(same))
        return mention

    def _asked(self, message: Text) -> list[DayMention]:
        """Return the days that the customer asks about, from sentences that could ask for hours."""
        found: list[DayMention] = []
        for sentence in message.sentences:
            start, end = sentence.norm_start, sentence.norm_end
            if _ASKS.search(message.norm, start, end) is None:
                continue
            found.extend(
                day
                for day in days(message.norm, self.today, night=self.night, start=start, end=end)
                if day.shift is None and not (day.dates and day.dates[-1] < self.today)
            )
        return found


def _question(message: Text) -> str | None:
    """Return whether the customer only asks "open?" or "closed?", without naming a time."""
    kinds = {
        hit[1]
        for sentence in message.sentences
        if (hit := _OPEN_OR_CLOSED.search(message.norm, sentence.norm_start, sentence.norm_end))
    }
    if len(kinds) != 1 or times(message.norm):
        return None
    return "closed" if kinds.pop().startswith("close") else "open"


def _names(reading: Reading) -> tuple[str, ...]:
    facts = reading.facts
    listed = {facts.brand.name.lower()}
    for place in (facts.place, *facts.elsewhere):
        listed.update(name.lower() for name in (place.name, place.city, *place.names) if name)
        listed.add(place.vertical.lower())
    return tuple(sorted(name for name in listed if name))


def _offer_spans(text: Text, reading: Reading) -> list[tuple[int, int]]:
    """Return where offers are named: a *Friday* in an offer's name is no day of opening."""
    spans = []
    for offer in reading.facts.offers:
        for name in (offer.name, *offer.aliases):
            low, at = name.lower(), -1
            while low and (at := text.norm.find(low, at + 1)) >= 0:
                spans.append((at, at + len(low)))
    return spans
