"""Terms whose value is a time of day: check-in from four, pick-up until noon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.policy.statements import Stated, Statements
from compliance.gate.policy.vocabulary import Term, label_of
from compliance.gate.times import AllDay, ClockTime, TimeRange, times, write_like
from compliance.gate.types import Edit, Unit

_VALUE = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_NIGHTS = re.compile(r"\w+ nights?\b")
_AT = re.compile(r"\b(?:at|from|by|until|till|before|after|around|to|is|starts|begins) $")
_ENDS = re.compile(
    r"\s*(?:[.,;:!?)-]|$|(?:and|or|but|so|in the|on|for|to|at|sharp|each|every|while|unless|if)\b)"
)
# A time that someone comes at, or that something else happens at, states no term.
_PERSONAL = re.compile(
    r"\b(?:you(?:'ll| will|'re| are)? (?:be )?(?:arriv\w+|land\w*|book\w*|reach\w*)|your (?:flight"
    r"|booking|appointment)|we(?:'ll| will) (?:call|text|see)|desk|lobby|office|opens?|closes?"
    r"|breakfast|pool|dinner|requested|noted)\b"
)
_COMING = re.compile(r"\b(?:arriv\w+|get(?:ting)? in|turn(?:ing)? up|show(?:ing)? up)\b")


def clock_statements(statements: Statements) -> list[Stated]:
    """Return the times of day that differ from the term that they state."""
    place = statements.reading.facts.place
    if not any(_minute(term) is not None for term in statements.live(place)):
        return []
    return list(_wrong(statements))


def _wrong(statements: Statements) -> Iterator[Stated]:
    text = statements.text
    for mention in times(text.norm):
        if isinstance(mention, AllDay):
            continue
        start, end = text.span(mention.start, mention.end)
        _, clause, _ = statements.clause_of(mention.start)
        if _PERSONAL.search(text.norm, clause.norm_start, clause.norm_end):
            continue
        place = statements.place_at(start)
        terms = tuple(
            term
            for term in statements.live(place)
            if _minute(term) is not None
            and statements.names_within(term, clause.norm_start, clause.norm_end)
            and not statements.names_sibling(term, clause)
        )
        candidates = statements.candidates(mention.start, mention.end, terms)
        how = statements.polarity_of(start, end)
        if len(candidates) != 1 or how.reported or how.question or how.conditional:
            continue
        term = candidates[0].term
        minute = _minute(term)
        if minute is None or _stated(statements, term, mention) or not _is_time(text.norm, mention):
            continue
        coming = _COMING.search(text.norm, clause.norm_start, clause.norm_end)
        if coming and max(_readings(mention), default=0) >= minute:
            continue  # who comes later than the door opens for them states no term
        written = text.excerpt(start, end)
        edit = None
        if isinstance(mention, ClockTime):
            replacement = write_like(minute, written)
            edit = Edit(start, end, replacement, f"states the value of {label_of(term.fact)}")
        yield Stated(start, end, f"“{written}”", term.fact, place, edit)


def _is_time(norm: str, mention: ClockTime | TimeRange) -> bool:
    """Say whether a bare number stands where a time does: "from three", not "one night"."""
    if not isinstance(mention, ClockTime):
        return True
    counted = _NIGHTS.match(norm, mention.start)
    if not mention.bare and not counted:
        return True
    return bool(
        _AT.search(norm[max(0, mention.start - 16) : mention.start])
        and _ENDS.match(norm, mention.end)
    )


def _stated(statements: Statements, term: Term, mention: ClockTime | TimeRange) -> bool:
    """Say whether a time is the term's own, or that of one like it ("late checkout until")."""
    said = _readings(mention)
    names = {topic.name for topic in term.topics}
    return any(
        _minute(other) in said
        for other in statements.live(statements.reading.facts.place)
        if names & {topic.name for topic in other.topics}
    )


def _minute(term: Term) -> int | None:
    value = term.fact.value
    if term.fact.unit not in {Unit.CHOICE, Unit.TEXT} or not isinstance(value, str):
        return None
    found = _VALUE.fullmatch(value)
    return int(found[1]) * 60 + int(found[2]) if found else None


def _readings(mention: ClockTime | TimeRange) -> frozenset[int]:
    if isinstance(mention, ClockTime):
        return frozenset(mention.readings)
    return frozenset((*mention.opens.readings, *mention.closes.readings))
