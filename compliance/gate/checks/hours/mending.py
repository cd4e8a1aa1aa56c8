"""The edits that turn a wrong statement of hours into the stored truth."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.gate.checks.hours import compare, wording
from compliance.gate.checks.hours.closures import is_shut
from compliance.gate.checks.hours.compare import DayFact
from compliance.gate.checks.hours.kinds import Kind
from compliance.gate.checks.hours.spoken import Spoken
from compliance.gate.parts import Part, part_of
from compliance.gate.reading import Reading
from compliance.gate.text import Sentence
from compliance.gate.times import ClockTime, TimeRange, times
from compliance.gate.types import Edit, Finding

_YES_NO = re.compile(
    r"\W*(?:yes|yep|yeah|no|nope|absolutely|definitely|certainly|of course|sure(?: thing)?|correct"
    r"|that is (?:right|correct)|that's (?:right|correct)|good news|great news|indeed)\W*",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"(?:yes|yep|yeah|yup|absolutely|definitely|certainly|of course|sure(?: thing)?|correct"
    r"|exactly|right|indeed|you got it|right you are"
    r"|(?:that|it)(?:['’]s| is) (?:all |exactly )?(?:right|correct|true|it)"
    r"|you(?:['’]re| are) (?:right|correct)|you(?:['’]ve got| have) (?:it|that) right)"
    r"(?:,|!| -| –|;|:)+\s+(?=\w)",
    re.IGNORECASE,
)
_MOMENT = {Kind.NOW_OPEN, Kind.NOW_CLOSED, Kind.CLOSES_IN, Kind.OPENS_IN}
_STATES = "states the stored hours"


def said_once(found: Finding, earlier: list[Finding]) -> Finding:
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


def days_of(each: Spoken, reading: Reading) -> tuple[DayFact, ...]:
    """Return the days that a statement is held against first."""
    if each.groups:
        return each.groups[0]
    return (compare.dated(each.schedule, reading.facts.at.date()),)


def values(reading: Reading, each: Spoken) -> list[tuple[int, int, str]] | None:
    """Return replacements of the wrong times alone, or ``None`` where those cannot mend it."""
    text, time = reading.text, each.statement.time
    if each.asked:
        return None
    clocks: list[ClockTime] = []
    if isinstance(time, TimeRange):
        clocks = [time.opens, time.closes]
    elif isinstance(time, ClockTime):
        clocks = [time]
    spans = {
        clock.start: (
            *text.span(clock.start, clock.end),
            text.span(clock.start, max(clock.end, clock.reach))[1],
        )
        for clock in clocks
    }
    return wording.value_edits(each.statement, days_of(each, reading), reading.case.text, spans)


def edits(reading: Reading, each: Spoken, peers: list[Spoken], *, whole: bool) -> tuple[Edit, ...]:
    """Return the edits that mend a wrong statement.

    ``peers`` are the statements of the same sentence; ``whole`` says that it holds a wrong one
    that only new words can mend.
    """
    text, original = reading.text, reading.case.text
    mended = None if whole else values(reading, each)
    sentence = text.sentences[each.sentence] if text.sentences else None
    if sentence is None:
        return ()
    if mended is not None:
        leads = _affirmations(reading, each.sentence)
        return (*leads, *(Edit(a, b, new, _STATES) for a, b, new in mended))
    own = each.place is reading.facts.place
    if each.statement.kind in _MOMENT:
        new = wording.now_sentence(each.place, each.statement.hours_type, reading.facts.at, own=own)
    else:
        same = [other for other in peers if other.schedule is each.schedule]
        all_days = [day for other in same for day in days_of(other, reading)]
        new = wording.sentences(
            each.place, dict.fromkeys(all_days), each.statement.hours_type, own=own
        )
    if each.statement.kind not in _MOMENT and _is_of_closure(each, reading):
        new = wording.closure_sentence(each.place, each.statement.hours_type, own=own)
    part = _part(reading, peers, sentence)
    if part is not None and new is not None and new.count(".") == new.count(".m.") * 2 + 1:
        return (Edit(part.start, part.end, _inside(new, part), _STATES),)
    start, end = _body(original, sentence)
    edit = Edit(start, end, new or "", _STATES if new else "removes the claim")
    lead = _yes_before(reading, each.sentence)
    return (lead, edit) if lead is not None else (edit,)


def _is_of_closure(each: Spoken, reading: Reading) -> bool:
    """Say whether a statement went wrong over the closure that the place is in."""
    if not is_shut(each.schedule, reading.facts.at.date()):
        return False
    days = days_of(each, reading)
    return each.statement.reopens or all(
        day.on is None or is_shut(each.schedule, day.on) for day in days
    )


def _part(reading: Reading, peers: list[Spoken], sentence: Sentence) -> Part | None:
    """Return the part of the sentence that holds all it states of hours, if the rest may stay."""
    if any(peer.asked for peer in peers):
        return None
    start, end = min(peer.start for peer in peers), max(peer.end for peer in peers)
    return part_of(reading.text, sentence, start, end)


def _inside(new: str, part: Part) -> str:
    """Write a sentence as a part of one: without its full stop, small where it does not lead."""
    words = new.removesuffix(".") if not new.endswith(".m.") else new
    return words if part.leads else re.sub(r"^We\b", "we", words)


def _body(original: str, sentence: Sentence) -> tuple[int, int]:
    """Return the sentence's span without a bullet or number in front of it."""
    found = re.match(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+", original[sentence.start : sentence.end])
    return sentence.start + (found.end() if found else 0), sentence.end


def _affirmations(reading: Reading, index: int) -> tuple[Edit, ...]:
    """Take out the "that's right" to a time that the customer named and that was not right."""
    if not times(reading.message.norm):
        return ()
    sentence = reading.text.sentences[index]
    before = _yes_before(reading, index)
    own = _RIGHT.match(reading.case.text, sentence.start, sentence.end)
    found = () if before is None else (before,)
    if own is None:
        return found
    return (*found, Edit(sentence.start, own.end(), "", "confirmed the wrong hours"))


def _yes_before(reading: Reading, index: int) -> Edit | None:
    """Take out a "Yes!" that would now introduce the opposite."""
    if index == 0:
        return None
    before = reading.text.sentences[index - 1]
    if _YES_NO.fullmatch(reading.case.text[before.start : before.end]) is None:
        return None
    return Edit(before.start, before.end, "", "introduced the wrong hours")
