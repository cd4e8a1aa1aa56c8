"""Statements of a term without a number: "it's free", "no limit", "no notice", "all of it"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.polarity import Clause
from compliance.gate.policy.asking import ANAPHOR
from compliance.gate.policy.extents import (
    ANY_EXTENT,
    BARE_NEVER,
    BARE_NOTHING,
    PERIODS,
    SAID_OF,
    SUMS,
    Extent,
    holds,
)
from compliance.gate.policy.predicate_words import SOFTENERS
from compliance.gate.policy.statements import Stated, Statements
from compliance.gate.policy.vocabulary import Term
from compliance.gate.quantities import Quantity
from compliance.gate.text import Sentence
from compliance.gate.types import PlaceFacts, Unit

_FEES: Final = frozenset({"fee", "charge", "penalty", "price", "surcharge"})
_OF_ANY_NUMBER: Final = re.compile(r"unlimited|limitless|limit|maximum|cap\b|as many|however many")
_TAKES: Final = re.compile(
    r"\b(?:keep|charge|bill|lose|forfeit|owe|due|payable|pay|withh[eo]ld|deduct|retain)\w*\b"
)
_BACK: Final = re.compile(r"\bback\b|\brefund")
# A condition that is itself the case a term is for: "nothing when you cancel late".
_LATE: Final = re.compile(r"\b(?:late|last[- ]minute|miss\w*|not show|n't show|no-shows?)\b")


def limit_statements(statements: Statements) -> list[Stated]:
    """Return what a draft says of a number's term without a number, where it is not so."""
    if not ANY_EXTENT.search(statements.text.norm):
        return []
    found: list[Stated] = []
    seen: set[str] = set()
    for sentence in statements.text.sentences:
        for clause in statements.clauses_in(sentence):
            for extent, start, end in _said(statements, clause):
                stated = _against(statements, extent, start, end, clause, sentence)
                if stated is not None and stated.fact.key not in seen:
                    seen.add(stated.fact.key)
                    found.append(stated)
    return found


def _said(statements: Statements, clause: Clause) -> Iterator[tuple[Extent, int, int]]:
    norm = statements.text.norm
    for extent, (pattern, _) in SAID_OF.items():
        hit = pattern.search(norm, clause.norm_start, clause.norm_end)
        if hit is not None:
            yield extent, hit.start(), hit.end()
    words = norm[clause.norm_start : clause.norm_end]
    if bare := BARE_NOTHING.match(words):
        yield Extent.NOTHING_TO_PAY, clause.norm_start, clause.norm_start + bare.end()
        yield Extent.NO_TIME, clause.norm_start, clause.norm_start + bare.end()
    if bare := BARE_NEVER.match(words):
        yield Extent.UNBOUNDED, clause.norm_start, clause.norm_start + bare.end()


def _against(
    statements: Statements,
    extent: Extent,
    start: int,
    end: int,
    clause: Clause,
    sentence: Sentence,
) -> Stated | None:
    text = statements.text
    first, last = text.span(start, end)
    place = statements.place_at(first)
    terms = _meant(statements, extent, start, end, clause, sentence, place)
    values = [term.fact.value for term in terms if isinstance(term.fact.value, int | float)]
    if not values or any(holds(extent, value) for value in values):
        return None
    if _is_softened(statements, extent, terms[0], sentence, (start, end)):
        return None
    how = statements.polarity_of(first, last)
    if how.negated or how.reported or how.question or how.conditional:
        return None
    return Stated(first, last, f"“{text.excerpt(first, last)}”", terms[0].fact, place)


def _meant(
    statements: Statements,
    extent: Extent,
    start: int,
    end: int,
    clause: Clause,
    sentence: Sentence,
    place: PlaceFacts,
) -> tuple[Term, ...]:
    """Return the terms of the extent's kind that it is said of: named here, before, or asked."""
    bare = start == clause.norm_start and bool(BARE_NOTHING.match(statements.text.norm[start:end]))
    suited = [
        term for term in statements.live(place) if _suits(statements, extent, term, (start, end))
    ]
    if not suited:
        return ()
    here = [
        term
        for term in suited
        if statements.names_within(term, clause.norm_start, clause.norm_end)
        and not statements.names_sibling(term, clause)
    ]
    if here and not bare:
        return _weightiest(here, extent)
    if ANAPHOR.match(statements.text.norm, clause.norm_start, clause.norm_end) and not bare:
        _, _, index = statements.clause_of(clause.norm_start)
        begin = statements.text.sentences[index - 1].norm_start if index else sentence.norm_start
        carried = [
            term for term in suited if statements.names_within(term, begin, clause.norm_start)
        ]
        if carried:
            return _weightiest(carried, extent)
    if extent is Extent.ALL and _BACK.search(
        statements.text.norm + statements.reading.message.norm
    ):
        return ()  # all of it back is the other way round
    asked = statements.answered_terms(place, start)
    return tuple(term for term in asked if term in suited)


def _weightiest(terms: list[Term], extent: Extent) -> tuple[Term, ...]:
    most = max(term.weight for term in terms)
    return tuple(term for term in terms if term.weight >= 0.7 * most)


def _suits(statements: Statements, extent: Extent, term: Term, span: tuple[int, int]) -> bool:
    """Say whether a term is of the kind that an extent speaks of."""
    fact = term.fact
    if isinstance(fact.value, bool) or not isinstance(fact.value, int | float):
        return False
    if fact.unit not in SAID_OF[extent][1] or not statements.qualified(term):
        return False
    roles = {*term.roles}
    if extent is Extent.NOTHING_TO_PAY:
        return bool(roles & _FEES) or term.has("deposit")
    if extent is Extent.ALL:
        return bool(roles & _FEES or term.has("deposit"))
    told_ahead = "notice" in roles or term.has("cancel") or term.has("grace") or term.has("cutoff")
    if extent is Extent.NO_TIME:
        return told_ahead
    if fact.unit is Unit.COUNT:
        norm = statements.text.norm
        return "min" not in roles and bool(_OF_ANY_NUMBER.search(norm, *span))
    return (
        fact.unit in PERIODS
        and not roles & {"min", "minimum"}
        and not (told_ahead or term.has("turnaround"))
    )


def _is_softened(
    statements: Statements,
    extent: Extent,
    term: Term,
    sentence: Sentence,
    span: tuple[int, int],
) -> bool:
    """Say whether the sentence makes it depend on something: another amount, a condition."""
    norm = statements.text.norm
    units = SAID_OF[extent][1] | (PERIODS if extent is not Extent.ALL else SUMS)
    if any(
        each.unit in units
        for each in statements.amounts
        if sentence.norm_start <= each.norm_start < sentence.norm_end and not _overlaps(each, span)
    ):
        return True
    softener = next(
        (
            hit
            for hit in SOFTENERS.finditer(norm, sentence.norm_start, sentence.norm_end)
            if not span[0] <= hit.start() < span[1]
        ),
        None,
    )
    if softener is None or extent is Extent.UNBOUNDED:
        return False
    if extent is Extent.ALL:
        return not _TAKES.search(norm, sentence.norm_start, sentence.norm_end)
    return not _LATE.search(norm, sentence.norm_start, sentence.norm_end)


def _overlaps(amount: Quantity, span: tuple[int, int]) -> bool:
    return amount.norm_start < span[1] and span[0] < amount.norm_end
