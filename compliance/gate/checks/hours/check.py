"""The check of opening hours: each statement is compared with the schedule it is about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar

from compliance.gate.checks.hours import compare, wording
from compliance.gate.checks.hours.compare import DayFact, Outcome
from compliance.gate.checks.hours.spoken import Spoken, spoken
from compliance.gate.checks.hours.statements import Kind
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading, finding
from compliance.gate.text import Sentence
from compliance.gate.times import ClockTime, TimeRange
from compliance.gate.types import Edit, Finding, Layer, Severity

_BREAK_TOLD = re.compile(
    r"\b(?:lunch|break|midday|mid-day|siesta|reopen\w*|open\sagain|between\sservices|closed\s(?:from|between))\b"
)
_ASKING = re.compile(
    r"\W*(?:are|is|do|does|did|will|would|could|can|may|shall|should|have|what|when|which|how|where)\b"
)
_YES_NO = re.compile(
    r"\W*(?:yes|yep|yeah|no|nope|absolutely|definitely|certainly|of course|sure(?: thing)?|correct"
    r"|that is (?:right|correct)|that's (?:right|correct)|good news|great news|indeed)\W*",
    re.IGNORECASE,
)
_TIMED = {Kind.OPENS, Kind.CLOSES, Kind.RANGE, Kind.BREAK, Kind.ALL_DAY, Kind.VISIT_UNTIL}
_MOMENT = {Kind.NOW_OPEN, Kind.NOW_CLOSED, Kind.CLOSES_IN, Kind.OPENS_IN}


class Hours:
    """Statements of opening hours that are not true for the place and day they speak of."""

    id: ClassVar[str] = "hours"
    title: ClassVar[str] = "Opening hours"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.HOURS

    def find(self, reading: Reading) -> list[Finding]:
        """Return a finding for each wrong statement, and a note for each that is not known."""
        told = [each for each in spoken(reading) if _is_asserted(reading, each)]
        break_told = _BREAK_TOLD.search(reading.text.norm) is not None or (
            sum(each.statement.kind is Kind.RANGE for each in told) > 1
        )
        judged = [
            (
                each,
                compare.outcome(
                    each.statement,
                    each.groups,
                    each.place.schedule,
                    reading.facts.at,
                    break_told=break_told,
                ),
            )
            for each in told
        ]
        findings: list[Finding] = []
        for each, result in judged:
            if result is Outcome.WRONG:
                findings.append(_said_once(self._wrong(reading, each, told), findings))
            elif result is Outcome.UNKNOWN and each.statement.kind in _TIMED | {Kind.OPEN}:
                findings.append(self._unverified(reading, each))
        return findings

    def _wrong(self, reading: Reading, each: Spoken, told: list[Spoken]) -> Finding:
        days = _days(each, reading)
        words = reading.text.excerpt(*reading.text.span(each.statement.start, each.statement.end))
        start, end = reading.text.span(each.start, each.end)
        said = wording.says(each.statement, days, words)
        return finding(
            self,
            reading,
            start,
            end,
            f"Says that {each.place.name} {said}; {wording.truth(days)}.",
            rule=f"hours:{each.place.code}",
            fact=wording.reference(each.place, days),
            edits=_edits(reading, each, told, days),
        )

    def _unverified(self, reading: Reading, each: Spoken) -> Finding:
        start, end = reading.text.span(each.start, each.end)
        return finding(
            self,
            reading,
            start,
            end,
            f"States hours of {each.place.name}, which are not known for that day.",
            rule=f"hours:{each.place.code}",
            severity=Severity.ADVISE,
        )


def _said_once(found: Finding, earlier: list[Finding]) -> Finding:
    """Let the truth that an earlier edit already writes replace nothing a second time."""
    written = {
        edit.replacement: (edit.start, edit.end) for other in earlier for edit in other.edits
    }
    edits = tuple(
        replace(edit, replacement="")
        if " " in edit.replacement
        and written.get(edit.replacement, (edit.start, edit.end)) != (edit.start, edit.end)
        and edit.replacement.endswith(".")
        else edit
        for edit in found.edits
    )
    return replace(found, edits=edits)


def _is_asserted(reading: Reading, each: Spoken) -> bool:
    """Leave out what a customer is quoted with, what is only asked, and what is only supposed."""
    start, end = reading.text.span(each.statement.start, each.statement.end)
    put = polarity(reading.text, start, end)
    if put.reported:
        return False
    if each.statement.kind in _TIMED and not (
        put.question and _ASKING.match(reading.text.norm, each.segment_start)
    ):
        return True
    return not put.conditional and not put.question


def _days(each: Spoken, reading: Reading) -> tuple[DayFact, ...]:
    if each.groups:
        return each.groups[0]
    return (compare.dated(each.place.schedule, reading.facts.at.date()),)


def _edits(
    reading: Reading, each: Spoken, told: list[Spoken], days: tuple[DayFact, ...]
) -> tuple[Edit, ...]:
    text, original = reading.text, reading.case.text
    peers = [other for other in told if other.sentence == each.sentence]
    clocks: list[ClockTime] = []
    if isinstance(each.statement.time, TimeRange):
        clocks = [each.statement.time.opens, each.statement.time.closes]
    elif isinstance(each.statement.time, ClockTime):
        clocks = [each.statement.time]
    spans = {clock.start: text.span(clock.start, clock.end) for clock in clocks}
    values = wording.value_edits(each.statement, days, original, spans)
    if values is not None and not _needs_sentence(peers, reading):
        return tuple(Edit(a, b, new, "states the stored hours") for a, b, new in values)
    sentence = text.sentences[each.sentence] if text.sentences else None
    if sentence is None:
        return ()
    own = each.place is reading.facts.place
    if each.statement.kind in _MOMENT:
        new = wording.now_sentence(each.place, each.place.schedule, reading.facts.at, own=own)
    else:
        same_place = [other for other in peers if other.place is each.place]
        all_days = [day for other in same_place for day in _days(other, reading)]
        new = wording.sentences(each.place, dict.fromkeys(all_days), own=own)
    start, end = _body(original, sentence)
    edit = Edit(start, end, new or "", "states the stored hours" if new else "removes the claim")
    lead = _yes_before(reading, each.sentence)
    return (lead, edit) if lead is not None else (edit,)


def _needs_sentence(peers: list[Spoken], reading: Reading) -> bool:
    """Say whether another wrong statement of the sentence can only be mended as a whole."""
    for other in peers:
        days = _days(other, reading)
        state = compare.outcome(
            other.statement, other.groups, other.place.schedule, reading.facts.at, break_told=True
        )
        if state is not Outcome.WRONG:
            continue
        if other.statement.time is None:
            return True
        fake = dict.fromkeys(range(len(reading.text.norm) + 1), (0, 0))
        if wording.value_edits(other.statement, days, reading.case.text, fake) is None:
            return True
    return False


def _body(original: str, sentence: Sentence) -> tuple[int, int]:
    """Return the sentence's span without a bullet or number in front of it."""
    found = re.match(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+", original[sentence.start : sentence.end])
    return sentence.start + (found.end() if found else 0), sentence.end


def _yes_before(reading: Reading, index: int) -> Edit | None:
    """Take out a "Yes!" that would now introduce the opposite."""
    if index == 0:
        return None
    before = reading.text.sentences[index - 1]
    if _YES_NO.fullmatch(reading.case.text[before.start : before.end]) is None:
        return None
    return Edit(before.start, before.end, "", "introduced the wrong hours")
