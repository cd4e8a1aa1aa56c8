"""Whether something is so: required, included, accepted, refundable, offered, or not at all.

The last words of a key say what is predicated ("receipt_required", "accepts_cash"); terms whose
value is "none" or zero are read the same way, as something that is not done here.
"""

from __future__ import annotations

import re

from compliance.gate.numerals import NUMBER
from compliance.gate.polarity import Clause
from compliance.gate.policy.extents import FREE
from compliance.gate.policy.predicate_words import (
    ANY_AGE,
    DONE,
    FEE_DUE,
    PERMITS,
    Predicate,
    predicate_of,
)
from compliance.gate.policy.statements import Stated, Statements
from compliance.gate.policy.vocabulary import Term, label_of
from compliance.gate.quantities import DURATIONS, Quantity
from compliance.gate.text import Sentence
from compliance.gate.types import PlaceFacts, Unit

_TELLING = 0.6  # the weight from which a topic can be what "it" stands for
_NEEDLESS = re.compile(r"\b(?:no need|needn't|no reason)(?: for (?:you|anyone))?(?: to)?\b")
_DENIED_VERB = re.compile(
    r"\b(?:cannot|can't|won't|don't|doesn't|do not|does not|will not|isn't|aren't|is not|are not"
    r"|no longer|never|stopped|unable|couldn't|wouldn't)\b"
)


_OBJECT_WITHIN = 5
_HAVE_NO = re.compile(r"\b(?:have|has|offer|provide|there(?:'s| is| are)) (?:no|zero)(?: \w+)? $")
# What has a price of its own comes with nothing: "the sauna is $7".
_PRICED = re.compile(
    r"(?: itself| here| alone)? (?:is|are|runs?|costs?|adds?) "
    rf"(?:\$\s?\d|{NUMBER} (?:dollars|bucks))"
)
# Who does what a key's verb says: "we double coupons", "our tills round up".
_WE = re.compile(
    r"(?:\bwe|\bthey|\bour \w+)(?: (?:also|always|still|gladly|happily|do|will|can|even|now))* $"
)
_ENDS = re.compile(
    r"\s*(?:[.,;!?]|$|(?:here|anymore|any longer|at this|right now"
    r"|at (?:this|our|the)|in (?:this|our|the)|on site)\b)"
)
_IT = re.compile(
    r"\b(?:it|it's|they|they're|them|that|that's|those|these|this|ones?"
    r"|the (?:fee|charge|amount|cost|price))\b"
)
_SUBJECT_IT = re.compile(
    r"\W*(?:(?:and|but|so|yes|no|sorry|sure|unfortunately|of course)\b[,:]? )*"
    r"(?:it|they|those|these|(?:that|this|the)(?: (?:fee|charge|amount|cost|price|one))?)"
    r"(?:'s|'re|'ll)?(?: [\w']+){0,4} ?$"
)
_OBJECT_IN = re.compile(r" (?:it|them|him|her|one)$")
_IT_BEFORE = re.compile(r"\b(?:it|them|that|those|ones?) $")
_OBJECT_IT = re.compile(r" (?:it|them|that|those|ones?)\b(?! \w+s\b)")


def truth_statements(statements: Statements, amounts: tuple[Quantity, ...]) -> list[Stated]:
    """Return what a draft affirms or denies against the stored values."""
    found: list[Stated] = []
    seen: set[tuple[int, str]] = set()
    before: Sentence | None = None
    for sentence in statements.text.sentences:
        place = statements.place_at(sentence.start)
        live = statements.live(place)
        for clause in statements.clauses_in(sentence) if live else ():
            meant = _meant_by_it(statements, live, clause, sentence, before) or _asked(
                statements, place, clause
            )
            for term in live:
                stated = _truth(statements, term, clause, place, amounts)
                if stated is None and term in meant:
                    stated = _of_value(statements, term, clause, place, carried=True)
                if stated is not None and (stated.start, term.fact.key) not in seen:
                    seen.add((stated.start, term.fact.key))
                    found.append(stated)
        before = sentence
    return found


def _meant_by_it(
    statements: Statements,
    live: tuple[Term, ...],
    clause: Clause,
    sentence: Sentence,
    before: Sentence | None,
) -> tuple[Term, ...]:
    """Return the terms that "it" or "they" in a clause stands for: what was named last."""
    norm = statements.text.norm
    if not _IT.search(norm, clause.norm_start, clause.norm_end):
        return ()
    if any(_all_topics(statements, term, clause) for term in live):
        return ()
    spans = [(sentence.norm_start, clause.norm_start)]
    if before is not None:
        spans.append((before.norm_start, before.norm_end))
    for start, end in spans:
        named = {
            term.fact.key: hit[0]
            for term in live
            for topic in term.topics
            if topic.weight >= _TELLING and (hit := statements.within(topic, start, end))
        }
        if named:
            last = max(named.values())
            return tuple(
                term
                for term in live
                if named.get(term.fact.key) == last and statements.names_within(term, start, end)
            )
    return ()


def _asked(statements: Statements, place: PlaceFacts, clause: Clause) -> tuple[Term, ...]:
    """Return the terms that "it" or "one" in the first sentences stands for by the question."""
    norm = statements.text.norm
    _, _, index = statements.clause_of(clause.norm_start)
    if index > 1 or not _IT.search(norm, clause.norm_start, clause.norm_end):
        return ()
    asked = (statements.asked_terms(place, question) for question in statements.asks.questions)
    return tuple(dict.fromkeys(term for terms in asked for term in terms))


def _truth(
    statements: Statements,
    term: Term,
    clause: Clause,
    place: PlaceFacts,
    amounts: tuple[Quantity, ...],
) -> Stated | None:
    fact = term.fact
    if not _spoken_of(statements, term, clause):
        return None
    if statements.place_at(clause.start) is not place:
        return None
    if isinstance(fact.value, bool | str):
        return _of_value(statements, term, clause, place)
    if isinstance(fact.value, int | float):
        return _numeric_truth(statements, term, clause, place, amounts)
    return None


def _of_value(
    statements: Statements,
    term: Term,
    clause: Clause,
    place: PlaceFacts,
    *,
    carried: bool = False,
) -> Stated | None:
    """Read a yes-or-no term, or one that is not done at all."""
    value = term.fact.value
    if isinstance(value, bool):
        predicate = predicate_of(term.roles)
        return _against(statements, term, clause, place, predicate, expected=value, carried=carried)
    if value == "none" and "method" not in term.roles:
        return _against(statements, term, clause, place, DONE, expected=False, carried=carried)
    if carried and term.has("price_match") and isinstance(value, int | float):
        return _against(statements, term, clause, place, DONE, expected=value != 0, carried=carried)
    return None


def _numeric_truth(
    statements: Statements,
    term: Term,
    clause: Clause,
    place: PlaceFacts,
    amounts: tuple[Quantity, ...],
) -> Stated | None:
    """Read "we never match prices", "no deposit" and "a fee applies" against a number."""
    fact, text = term.fact, statements.text
    inside = [each for each in amounts if clause.norm_start <= each.norm_start < clause.norm_end]
    if fact.unit in {Unit.MONEY, Unit.PERCENT}:
        if fact.value == 0:
            if any(each.unit in {Unit.MONEY, Unit.PERCENT} for each in inside):
                return None  # the amount itself is compared
            if FREE.search(text.norm, clause.norm_start, clause.norm_end):
                return None
            return _against(statements, term, clause, place, FEE_DUE, expected=False)
        return None
    if fact.unit is Unit.AGE:
        return _no_age(statements, term, clause, place)
    if fact.unit in DURATIONS and term.has("price_match"):
        return _against(statements, term, clause, place, DONE, expected=fact.value != 0)
    return None


def _no_age(statements: Statements, term: Term, clause: Clause, place: PlaceFacts) -> Stated | None:
    """Read "no minimum age" and "all ages are welcome" against an age limit."""
    text = statements.text
    hit = ANY_AGE.search(text.norm, clause.norm_start, clause.norm_end)
    if hit is None:
        return None
    first, last = text.span(*hit.span())
    how = statements.polarity_of(first, last)
    if how.reported or how.question:
        return None
    return Stated(first, last, f"“{text.excerpt(first, last)}”", term.fact, place)


def _against(
    statements: Statements,
    term: Term,
    clause: Clause,
    place: PlaceFacts,
    predicate: Predicate,
    *,
    expected: bool,
    carried: bool = False,
) -> Stated | None:
    text = statements.text
    norm = text.norm
    denied = predicate.denies.search(norm, clause.norm_start, clause.norm_end)
    affirmed = next(
        (
            found
            for found in predicate.affirms.finditer(norm, clause.norm_start, clause.norm_end)
            if not carried or _about_it(norm, clause, found.span())
        ),
        None,
    )
    topic_first = _first_topic(statements, term, clause)
    hit = denied or affirmed
    span = hit.span() if hit else topic_first
    if hit is None and predicate.permits and topic_first is not None:
        hit = PERMITS.search(norm[clause.norm_start : topic_first[0]])
        span = (clause.norm_start + hit.start(), topic_first[0]) if hit else span
    if hit is None and topic_first is not None and not carried:
        stated = _done_or_absent(
            norm, term, clause, topic_first, _last_topic(statements, term, clause)
        )
        if stated is not None and stated is not expected:
            return _stated(statements, term, place, topic_first, topic_first, says=stated)
    if span is None or (carried and (hit is None or not _about_it(norm, clause, span))):
        return None
    first, last = text.span(*span)
    how = statements.polarity_of(first, last)
    denied_verb = _DENIED_VERB.search(norm, *_beside(span, clause))
    if hit is None and not (
        how.negated
        and denied_verb
        and not _named_negative(norm, span)
        and _denies_topic(statements, term, clause, denied_verb.end())
    ):
        return None  # named, but neither affirmed nor denied
    if how.reported or how.question or how.conditional:
        return None
    main = _main_topic(statements, term, clause) or topic_first
    topic = statements.polarity_of(*text.span(*main)) if main else how
    needless = bool(_NEEDLESS.search(norm, clause.norm_start, span[0]))
    negated = how.negated or topic.negated or _named_negative(norm, main) or needless
    says = (how.negated or needless) if denied else not negated
    if says is expected:
        return None
    return _stated(statements, term, place, span, topic_first or span, says=says)


def _stated(
    statements: Statements,
    term: Term,
    place: PlaceFacts,
    span: tuple[int, int],
    topic: tuple[int, int],
    *,
    says: bool,
) -> Stated | None:
    """Return what a clause says of a term, from its topic to its predicate."""
    text = statements.text
    start, end = text.span(min(span[0], topic[0]), max(span[1], topic[1]))
    how = statements.polarity_of(start, end)
    if how.reported or how.question or how.conditional:
        return None
    return Stated(
        start,
        end,
        f"{'yes' if says else 'no'} (“{text.excerpt(start, end)}”) to {label_of(term.fact)}",
        term.fact,
        place,
    )


def _done_or_absent(
    norm: str, term: Term, clause: Clause, topic: tuple[int, int], last: int
) -> bool | None:
    """Read "we round up donations" and "we have no sauna", which hold no other predicate."""
    if not isinstance(term.fact.value, bool):
        return None
    led = norm[clause.norm_start : topic[0]]
    if _HAVE_NO.search(led) and _ENDS.match(norm, last):
        return False
    if "included" in term.roles and _PRICED.match(norm, last):
        return False
    verb = term.fact.key.lower().partition("_")[0]
    if term.roles or not verb.endswith("s") or not term.topics[0].pattern.match(norm, topic[0]):
        return None
    return True if _WE.search(led) else None


def _denies_topic(statements: Statements, term: Term, clause: Clause, verb: int) -> bool:
    """Say whether a denied verb has a topic for its object, or nothing else follows it."""
    norm = statements.text.norm
    after = [
        hit[0] for topic in term.topics if (hit := statements.within(topic, verb, clause.norm_end))
    ]
    near = any(norm.count(" ", verb, start) <= _OBJECT_WITHIN for start in after)
    return near or bool(_ENDS.match(norm, verb))


def _about_it(norm: str, clause: Clause, span: tuple[int, int]) -> bool:
    """Say whether "it" is the subject or the object of a predicate."""
    return bool(
        _SUBJECT_IT.match(norm[clause.norm_start : span[0]])
        or _OBJECT_IT.match(norm, span[1], clause.norm_end)
        or _OBJECT_IN.search(norm, *span)
        or _IT_BEFORE.search(norm[clause.norm_start : span[0]])
    )


def _beside(span: tuple[int, int], clause: Clause) -> tuple[int, int]:
    return max(clause.norm_start, span[0] - 40), min(clause.norm_end, span[1] + 25)


def _named_negative(norm: str, topic: tuple[int, int] | None) -> bool:
    """Say whether "no" or "without" stands directly before the topic ("no receipt needed")."""
    return topic is not None and bool(
        re.search(
            r"(?:\bno|\bwithout(?: an?y?| the| your)?|\bnon-?) ?$",
            norm[max(0, topic[0] - 14) : topic[0]],
        )
    )


def _first_topic(statements: Statements, term: Term, clause: Clause) -> tuple[int, int] | None:
    hits = [
        hit
        for topic in term.topics
        if (hit := statements.within(topic, clause.norm_start, clause.norm_end))
    ]
    return min(hits) if hits else None


def _last_topic(statements: Statements, term: Term, clause: Clause) -> int:
    """Return where the last of a term's topics ends in a clause."""
    return max(
        hit[1]
        for topic in term.topics
        if (hit := statements.within(topic, clause.norm_start, clause.norm_end))
    )


def _main_topic(statements: Statements, term: Term, clause: Clause) -> tuple[int, int] | None:
    """Return where the clause names what says most about the term, for what it denies."""
    for topic in sorted(term.topics, key=lambda topic: -topic.weight):
        hit = statements.within(topic, clause.norm_start, clause.norm_end)
        if hit:
            return hit
    return None


def _spoken_of(statements: Statements, term: Term, clause: Clause) -> bool:
    """Say whether a clause names the term and none of its siblings."""
    return _all_topics(statements, term, clause) and not statements.names_sibling(term, clause)


def _all_topics(statements: Statements, term: Term, clause: Clause) -> bool:
    return statements.names_within(term, clause.norm_start, clause.norm_end)
