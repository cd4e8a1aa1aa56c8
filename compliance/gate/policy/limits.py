"""Statements of a term without a number: "it's free", "no limit", "no notice", "all of it"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.polarity import Clause
from compliance.gate.policy.answer_words import LIMITS
from compliance.gate.policy.asked import NAMED
from compliance.gate.policy.extents import (
    BARE_NEVER,
    BARE_NOTHING,
    PERIODS,
    SAID_OF,
    SUMS,
    Extent,
    holds,
)
from compliance.gate.policy.lookup import beginnings
from compliance.gate.policy.offered import is_of_offer
from compliance.gate.policy.predicate_words import SOFTENERS
from compliance.gate.policy.statements import Candidate, Stated, Statements
from compliance.gate.policy.vocabulary import Term
from compliance.gate.quantities import Quantity, same_amount
from compliance.gate.text import Sentence
from compliance.gate.types import PlaceFacts, PolicyFact, Unit

_STARTS: Final = {extent: beginnings(pattern.pattern) for extent, (pattern, _) in SAID_OF.items()}
_ANSWERING: Final = 4  # the sentences of a reply that may answer
_TOLD_AHEAD: Final = ("cancel", "grace", "cutoff", "reschedule", "headcount")
_FEES: Final = frozenset({"fee", "charge", "penalty", "price", "surcharge"})
_OF_ANY_NUMBER: Final = re.compile(r"unlimited|limitless|limit|maximum|cap\b|as many|however many")
_TAKES: Final = re.compile(
    r"\b(?:keep|charge|bill|lose|forfeit|owe|due|payable|pay|withh[eo]ld|deduct|retain)\w*\b"
)
_SHARED: Final = 4  # letters by which two forms of a word are told to be one
_CASE: Final = re.compile(r"\W*(?:if|when|in case|should)\b")  # "if you don't show up, ..."
_NO_SUCH: Final = re.compile(
    r"\b(?:there(?:'s| is| are)|we (?:have|offer|give)|comes? with|has|have|carry|carries) (?:no|"
    r"zero) "
    r"|\b(?:don't|doesn't|do not|does not) (?:have|offer|give|provide|come with|carry) (?:an? |"
    r"any )?"
    r"|^no "
)
_NONE: Final = (
    (
        frozenset({"discount"}),
        re.compile(rf"(?:{_NO_SUCH.pattern})(?:[\w-]+ ){{0,2}}(?:discounts?|reductions?)\b"),
    ),
    (
        frozenset({"min", "minimum"}),
        re.compile(
            r"\b(?:no|without(?: an?y?)?) (?:\w+ )?minimum\b(?! age| deposit| balance)"
            r"|\borders? of any (?:size|amount)\b|\bany size of order\b"
        ),
    ),
)
_NO_MORE: Final = re.compile(r"(?: (?:periods?|windows?|times?|policy|whatsoever|at all))?\W*$")
_BACK: Final = re.compile(r"\bback\b|\brefund")
# What runs on until it is ended: "any time" says that it can be, not how early one must say so.
_RENEWS: Final = re.compile(r"\b(?:renew\w*|subscri\w+|auto-?pay)\b")
# A condition that is itself the case a term is for: "nothing when you cancel late".
_LATE: Final = re.compile(
    r"\b(?:late|last[- ]minute|miss\w*|skip\w*|not show|n't show|no-shows?)\b"
)


def limit_statements(statements: Statements) -> list[Stated]:
    """Return what a draft says of a number's term without a number, where it is not so."""
    found = [*_denied(statements), *_none_at_all(statements)]
    seen = {stated.fact.key for stated in found}
    for extent, start, end in _said(statements):
        sentence, clause, _ = statements.clause_of(start)
        stated = _against(statements, extent, start, end, clause, sentence)
        if stated is not None and stated.fact.key not in seen:
            seen.add(stated.fact.key)
            found.append(stated)
    return found


def _denied(statements: Statements) -> Iterator[Stated]:
    """Read "there's no warranty on parts" against a period that there is."""
    norm = statements.text.norm
    for hit in _NO_SUCH.finditer(norm):
        first, _ = statements.text.span(hit.start(), hit.end())
        place = statements.place_at(first)
        sentence, clause, _ = statements.clause_of(hit.start())
        for term in statements.live(place):
            if term.fact.unit not in PERIODS or not term.fact.value or "notice" in term.roles:
                continue
            names = [
                span
                for topic in term.topics
                if (span := statements.within(topic, clause.norm_start, clause.norm_end))
            ]
            of = next((span for span in names if span[0] == hit.end()), None)
            # "No cash back" is no word on returns: what is denied is named by a word of the key.
            if of is None or len(names) < len(term.topics) or not _of_key(norm[slice(*of)], term):
                continue
            rest = norm[max(end for _, end in names) : clause.norm_end]
            if not _NO_MORE.match(rest) or _is_softened(
                statements, Extent.NO_TIME, term, sentence, hit.span()
            ):
                continue
            how = statements.polarity_of(*statements.text.span(*hit.span()))
            if how.reported or how.question or how.conditional:
                continue
            last = statements.text.span(*of)[1]
            says = f"“{statements.text.excerpt(first, last)}”"
            yield Stated(first, last, says, term.fact, place)


def _none_at_all(statements: Statements) -> Iterator[Stated]:
    """Read "no discount on fuel" and "no minimum for delivery" against a value that there is."""
    text = statements.text
    for roles, pattern in _NONE:
        for hit in pattern.finditer(text.norm):
            first, last = text.span(*hit.span())
            place = statements.place_at(first)
            _, clause, _ = statements.clause_of(hit.start())
            how = statements.polarity_of(last - 1, last)
            if how.reported or how.question or how.conditional:
                continue
            for term in statements.live(place):
                if (
                    roles & {*term.roles}
                    and term.fact.unit in {Unit.MONEY, Unit.PERCENT, Unit.COUNT}
                    and term.fact.value
                    and statements.names_within(term, clause.norm_start, clause.norm_end)
                ):
                    says = f"“{text.excerpt(first, last)}”"
                    yield Stated(first, last, says, term.fact, place)


def _of_key(words: str, term: Term) -> bool:
    return any(words.startswith(part[:_SHARED]) for part in term.fact.key.lower().split("_"))


def _said(statements: Statements) -> Iterator[tuple[Extent, int, int]]:
    norm = statements.text.norm
    for extent, (pattern, _) in SAID_OF.items():
        for start, end in statements.words.find(pattern, _STARTS[extent]):
            yield extent, start, end
    if not statements.asks.questions:
        return
    # What is no more than "none" or "never" answers a question, or says nothing.
    for sentence in statements.text.sentences[:_ANSWERING]:
        for clause in statements.clauses_in(sentence):
            begin, words = clause.norm_start, norm[clause.norm_start : clause.norm_end]
            if bare := BARE_NOTHING.match(words):
                yield Extent.NOTHING_TO_PAY, begin, begin + bare.end()
                limit = LIMITS.search(statements.reading.message.norm)
                yield Extent.UNBOUNDED if limit else Extent.NO_TIME, begin, begin + bare.end()
            if bare := BARE_NEVER.match(words):
                yield Extent.UNBOUNDED, begin, begin + bare.end()


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
    free = extent is Extent.NOTHING_TO_PAY
    if free and is_of_offer(statements.reading, first, terms[0].fact.unit, 0.0):
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
    if not bare:
        found = statements.candidates(start, end, tuple(suited))
        if found and found[0].tier <= 1:
            return tuple(each.term for each in found if _is_named(statements, extent, each, clause))
    if extent is Extent.ALL and _BACK.search(
        statements.text.norm + statements.reading.message.norm
    ):
        return ()  # all of it back is the other way round
    asked = statements.answered_terms(place, start)
    return tuple(term for term in asked if term in suited)


def _is_named(statements: Statements, extent: Extent, candidate: Candidate, clause: Clause) -> bool:
    """Say whether a term is named well enough for what an extent is said of."""
    if SAID_OF[extent][1] >= PERIODS:
        alone = candidate.term.role_pattern is None  # its key says no more than what it is of
        return candidate.coverage >= NAMED or candidate.role or alone
    if candidate.tier:
        return candidate.coverage >= NAMED and statements.points_back(clause)
    # What is free is named beside it: "no late fee" of a loan is not that of an order.
    sentence, _, _ = statements.clause_of(clause.norm_start)
    in_case = _CASE.match(statements.text.norm, sentence.norm_start)
    begin = sentence.norm_start if in_case else clause.norm_start
    return statements.names_within(
        candidate.term, begin, clause.norm_end
    ) and not statements.names_sibling(candidate.term, clause)


def _suits(statements: Statements, extent: Extent, term: Term, span: tuple[int, int]) -> bool:
    """Say whether a term is of the kind that an extent speaks of."""
    fact = term.fact
    if isinstance(fact.value, bool) or not isinstance(fact.value, int | float):
        return False
    if fact.unit not in SAID_OF[extent][1] or not statements.qualified(term):
        return False
    roles = {*term.roles}
    if extent in {Extent.NOTHING_TO_PAY, Extent.ALL}:
        return bool(roles & _FEES) or term.has("deposit")
    told_ahead = "notice" in roles or any(term.has(name) for name in _TOLD_AHEAD)
    if extent is Extent.NO_TIME:
        bare = BARE_NOTHING.match(statements.text.norm[span[0] : span[1]])
        return told_ahead or bare is not None
    if fact.unit in PERIODS and told_ahead:
        # "Cancel whenever you like" asks for no notice, unless the notice is told as well.
        return not _RENEWS.search(statements.text.norm) and not any(
            _is_value(each, fact) for each in statements.amounts
        )
    if term.has("age") and extent is Extent.UNBOUNDED:
        return " age" in statements.text.norm[slice(*span)]
    if fact.unit is Unit.COUNT:
        norm = statements.text.norm
        return "min" not in roles and bool(_OF_ANY_NUMBER.search(norm, *span))
    return fact.unit in PERIODS and not roles & {"min", "minimum"} and not term.has("turnaround")


def _is_value(amount: Quantity, fact: PolicyFact) -> bool:
    return isinstance(fact.value, int | float) and bool(
        same_amount(amount, float(fact.value), fact.unit)
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
