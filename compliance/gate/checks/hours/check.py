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
        whole = {
            each.sentence
            for each, result in judged
            if result is Outcome.WRONG and _values(reading, each) is None
        }
        for each, result in judged:
            if result is Outcome.WRONG:
                peers = [other for other in told if other.sentence == each.sentence]
                made = self._wrong(reading, each, peers, whole=each.sentence in whole)
                findings.append(_said_once(made, findings))
            elif result is Outcome.UNKNOWN and each.statement.kind in _TIMED | {Kind.OPEN}:
                findings.append(self._unverified(reading, each))
        return findings

    def _wrong(
        self, reading: Reading, each: Spoken, peers: list[Spoken], *, whole: bool
    ) -> Finding:
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
            edits=_edits(reading, each, peers, whole=whole),
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


def _values(reading: Reading, each: Spoken) -> list[tuple[int, int, str]] | None:
    """Return replacements of the wrong times alone, or ``None`` where those cannot mend it."""
    text, time = reading.text, each.statement.time
    clocks: list[ClockTime] = []
    if isinstance(time, TimeRange):
        clocks = [time.opens, time.closes]
    elif isinstance(time, ClockTime):
        clocks = [time]
    spans = {clock.start: text.span(clock.start, clock.end) for clock in clocks}
    return wording.value_edits(each.statement, _days(each, reading), reading.case.text, spans)


def _edits(reading: Reading, each: Spoken, peers: list[Spoken], *, whole: bool) -> tuple[Edit, ...]:
    """Return the edits that mend a wrong statement.

    ``whole`` says that the sentence holds a wrong statement that only a new sentence can mend.
    """
    text, original = reading.text, reading.case.text
    values = None if whole else _values(reading, each)
    if values is not None:
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
