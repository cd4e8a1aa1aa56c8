"""The check of opening hours: each statement is compared with the schedule it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from compliance.gate.checks.hours import compare, wording
from compliance.gate.checks.hours.closures import is_shut, misjudged
from compliance.gate.checks.hours.compare import Outcome
from compliance.gate.checks.hours.kinds import Kind
from compliance.gate.checks.hours.mending import days_of, edits, said_once, values
from compliance.gate.checks.hours.spoken import Spoken, spoken
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading, finding, unverified
from compliance.gate.types import Finding, Layer

_BREAK_TOLD = re.compile(
    r"\b(?:lunch|break|midday|mid-day|siesta|reopen\w*|open\sagain|between\sservices|closed\s(?:from|between))\b"
)
_ASKING = re.compile(
    r"\W*(?:are|is|do|does|did|will|would|could|can|may|shall|should|have|what|when|which|how|where)\b"
)
_TENTATIVE = re.compile(
    r"\b(?:may|might|could)\s(?:\w+\s)?(?:be|differ|vary|change|close|open|have)\b"
)
_NOT_SETTLED = re.compile(
    r"(?:\bnot|n't)\s(?:\w+\s){0,2}(?:confirmed|confirm|decided|settled|set|final|finali[sz]ed|known|know)\b"
)
_OPEN_QUESTION = re.compile(
    r"(?:(?:\bnot|n't|\bcannot)\s(?:[\w']+\s){0,2}(?:know|sure|certain|say|tell|confirm\w*|decide\w*|clear)"
    r"|\bunsure|\buncertain|\bunclear|\bundecided)\b[^.!?]{0,20}"
    r"\b(?:when|whether|if|what|how\slate)\s(?:[\w']+\s){0,4}$"
)
_TIMED = {
    Kind.OPENS,
    Kind.CLOSES,
    Kind.RANGE,
    Kind.BREAK,
    Kind.ALL_DAY,
    Kind.VISIT_UNTIL,
    Kind.VISIT_BY,
    Kind.SHUT_AT,
}


_FAULTY = {Outcome.WRONG, Outcome.UNCONFIRMED}


class Hours:
    """Statements of opening hours that are not true for the place and day they speak of.

    So are those for a holiday whose hours nobody has confirmed: whatever they say.
    """

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
        judged = [(each, _outcome(reading, each, break_told=break_told)) for each in told]
        findings: list[Finding] = []
        whole = {
            each.sentence
            for each, result in judged
            if result in _FAULTY and values(reading, each) is None
        }
        for each, result in judged:
            if result in _FAULTY:
                peers = [other for other in told if other.sentence == each.sentence]
                made = self._wrong(reading, each, peers, whole=each.sentence in whole)
                findings.append(said_once(made, findings))
            elif result is Outcome.UNKNOWN and each.statement.kind in _TIMED | {Kind.OPEN}:
                findings.extend(self._unverified(reading, each))
        return findings

    def _wrong(
        self, reading: Reading, each: Spoken, peers: list[Spoken], *, whole: bool
    ) -> Finding:
        days = days_of(each, reading)
        text = reading.text
        start, end = text.span(each.start, each.end)
        words = each.words
        if not each.asked:
            words = text.excerpt(*text.span(each.statement.start, each.statement.end))
        said = wording.says(each.statement, days, words)
        if each.asked:
            said = f"{'not ' if each.denied else ''}as asked (“{words}”)"
        hours_type = each.statement.hours_type
        return finding(
            self,
            reading,
            start,
            end,
            f"Says that {wording.whose(each.place, hours_type)} {said}; {wording.truth(days)}.",
            rule=_rule(each),
            fact=wording.reference(each.place, days, hours_type),
            edits=edits(reading, each, peers, whole=whole),
        )

    def _unverified(self, reading: Reading, each: Spoken) -> Iterator[Finding]:
        start, end = reading.text.span(each.start, each.end)
        return unverified(
            self,
            reading,
            start,
            end,
            f"States hours of {wording.whose(each.place, each.statement.hours_type)}, which are "
            "not known for that day: fill in its weekly hours, or the hours of that date.",
            kind="hours",
            about=_rule(each),
        )


def _rule(each: Spoken) -> str:
    service = f":{each.statement.hours_type}" if each.statement.hours_type else ""
    return f"hours:{each.place.code}{service}"


def _outcome(reading: Reading, each: Spoken, *, break_told: bool) -> Outcome:
    if not each.asked and misjudged(reading.text.norm, each.statement, each.schedule):
        return Outcome.WRONG
    result = compare.outcome(
        each.statement,
        each.groups,
        each.schedule,
        reading.facts.at,
        break_told=break_told,
    )
    if result is Outcome.UNCONFIRMED and _is_tentative(reading, each):
        return Outcome.UNKNOWN
    if each.denied and result in {Outcome.RIGHT, Outcome.WRONG}:
        return Outcome.WRONG if result is Outcome.RIGHT else Outcome.RIGHT
    return result


def _is_tentative(reading: Reading, each: Spoken) -> bool:
    """Say whether hours are only said to be possible, or not to be known.

    *We may be closed on Thanksgiving*; *no news yet: our hours are not confirmed*.
    """
    norm = reading.text.norm
    if each.asked:
        return each.denied and _NOT_SETTLED.search(norm) is not None
    if each.statement.time is not None:
        return False
    sentence = reading.text.sentences[each.sentence]
    return _TENTATIVE.search(norm, each.segment_start, sentence.norm_end) is not None


def _is_asserted(reading: Reading, each: Spoken) -> bool:
    """Leave out what a customer is quoted with, what is only asked, and what is only supposed."""
    if each.asked:
        return True
    sentence = reading.text.sentences[each.sentence]
    before = reading.text.norm[sentence.norm_start : each.statement.start]
    if each.statement.time is None and _OPEN_QUESTION.search(before):
        return False
    start, end = reading.text.span(each.statement.start, each.statement.end)
    put = polarity(reading.text, start, end)
    if put.reported:
        return False
    if each.statement.kind in _TIMED and not (
        put.question and _ASKING.match(reading.text.norm, each.segment_start)
    ):
        return True
    if each.statement.reopens and each.groups and is_shut(each.schedule, reading.facts.at.date()):
        return not put.question  # "when we reopen on Monday" tells the day all the same
    return not put.conditional and not put.question
