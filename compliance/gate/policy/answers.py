"""A yes or no, read with the question that it answers ("Can I get cash back?" - "Of course").

What a yes would say follows from how the question is put ("Can I order without a prescription?":
that none is required), and what is true from the stored value; the reply's yes, no, welcome news
("go right ahead") or bad news ("I'm afraid ...") is held against it.
"""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.policy.answer_words import (
    COSTS,
    DISCOUNTED,
    ENDS_SOME_DAY,
    EXCEPTED,
    EXISTS,
    FORMS,
    GREETING,
    IS_DUE,
    LEAD,
    LIMITS,
    MAY,
    TWOFOLD,
    WITHOUT,
    Says,
)
from compliance.gate.policy.asking import is_light
from compliance.gate.policy.extents import FREE, PERIODS, SUMS
from compliance.gate.policy.methods import asked_families, family_of, gives
from compliance.gate.policy.predicate_words import predicate_of
from compliance.gate.policy.questions import Question
from compliance.gate.policy.restating import MINUTES
from compliance.gate.policy.statements import Stated, Statements
from compliance.gate.policy.vocabulary import Term
from compliance.gate.quantities import Quantity, same_amount
from compliance.gate.text import Sentence
from compliance.gate.types import PlaceFacts, Unit

_MOST_ROLES: Final = frozenset({"window", "within", "period", "max", "limit"})
_MOST_TOPICS: Final = (
    "return",
    "warranty",
    "validity",
    "expire",
    "freeze",
    "hold",
    "grace",
    "trial",
)


def answer_statements(statements: Statements) -> list[Stated]:
    """Return a yes or no to the customer's one yes-or-no question that is not so."""
    question = _polar_question(statements)
    if question is None:
        return []
    answer = _answer(statements, question)
    if answer is None:
        return []
    sentence, says = answer
    place = statements.reading.facts.place
    if statements.place_at(sentence.start) is not place:
        return []
    expected = [
        (term, true)
        for term in _asked(statements, place, question)
        if (true := _true_answer(statements, term, question)) is not None
    ]
    said = _as_yes_or_no(says, question)
    if not expected or any(true is said for _, true in expected):
        return []
    term = expected[0][0]
    excerpt = statements.text.excerpt(sentence.start, sentence.end)
    return [
        Stated(
            sentence.start,
            sentence.end,
            f"{'yes' if said else 'no'} (“{excerpt}”) to the customer's question and so",
            term.fact,
            place,
        )
    ]


def _asked(statements: Statements, place: PlaceFacts, question: Question) -> tuple[Term, ...]:
    """Return the terms that a question is about; a way of giving back may be named alone."""
    named = statements.asked_terms(place, question)
    norm = statements.reading.message.norm
    if named or not asked_families(norm, question.start, question.end):
        return named
    return tuple(
        term
        for term in statements.terms(place)
        if gives(term) and {topic.name for topic in term.topics} <= {"return", "product", "order"}
    )


def _as_yes_or_no(says: Says, question: Question) -> bool:
    if says is Says.WELCOME:
        return question.wants
    if says is Says.UNWELCOME:
        return not question.wants
    return says is Says.YES


def _polar_question(statements: Statements) -> Question | None:
    """Return the yes-or-no question that a bare answer must be to, if there is just one."""
    asked = statements.asks.questions
    polar = [question for question in asked if question.polar and not question.negated]
    if not polar or len(polar) != len(asked):
        return None
    if len(polar) > 1:
        place = statements.reading.facts.place
        about = [{each.fact.key for each in statements.asked_terms(place, one)} for one in polar]
        if len(polar) > 2 or not about[0] or about[0] != about[1]:
            return None
    return polar[-1]


def _answer(statements: Statements, question: Question) -> tuple[Sentence, Says] | None:
    """Return the sentence that answers and what it says, where nothing in it qualifies that."""
    text = statements.text
    asked = statements.reading.message.norm
    for sentence in text.sentences[:3]:
        words = text.norm[sentence.norm_start : sentence.norm_end].strip()
        if GREETING.match(words):
            continue
        lead = LEAD.match(words)
        begin = lead.end() if lead else 0
        for says, form in FORMS:
            hit = form.match(words, begin)
            if hit is None:
                continue
            twofold = TWOFOLD.search(asked, question.start, question.end)
            if twofold and not is_light(words, hit.end(), len(words)):
                return None
            return None if _is_qualified(words, hit.end(), says) else (sentence, says)
        return None
    return None


def _is_qualified(words: str, end: int, says: Says) -> bool:
    """Say whether the rest of an answer takes back some of it; "sorry, but only ..." does not."""
    rest = words[end:]
    if says in {Says.NO, Says.UNWELCOME}:
        rest = rest.replace(" only ", " ")
    if says is Says.UNWELCOME:
        rest = re.sub(r"^,? but\b", "", rest)
    return bool(EXCEPTED.search(rest))


def _true_answer(statements: Statements, term: Term, question: Question) -> bool | None:
    """Return what the question is truly answered with by a term's value, where that is plain."""
    norm = statements.reading.message.norm
    words = norm[question.start : question.end]
    value = term.fact.value
    if isinstance(value, bool):
        sign = _sign(statements, term, question, words)
        return None if sign is None else value is sign
    if isinstance(value, tuple):
        return _of_list(term, value, words)
    if isinstance(value, str):
        if gives(term):
            families = asked_families(norm, question.start, question.end)
            if not families:
                return None
            return family_of(value) in families
        return False if value == "none" and "method" not in term.roles else None
    return _of_number(statements, term, value, question, words)


def _sign(statements: Statements, term: Term, question: Question, words: str) -> bool | None:
    """Return what a yes would say of a boolean term."""
    predicate = predicate_of(term.roles)
    hits = [
        hit
        for topic in term.topics
        for hit in statements.asks.hits(topic)
        if question.start <= hit[0] < question.end
    ]
    norm = statements.reading.message.norm
    if any(WITHOUT.search(norm[max(question.start, start - 30) : start]) for start, _ in hits):
        return False
    if predicate.denies.search(words) or predicate.asked_against.search(words):
        return False
    if predicate.affirms.search(words):
        return True
    return True if question.wants and not predicate.strict else None


def _of_list(term: Term, value: tuple[str, ...], words: str) -> bool | None:
    if not term.has("final_sale"):
        return None
    named = any(
        re.search(rf"\b{re.escape(item.lower().removesuffix('s'))}", words) for item in value
    )
    if not named:
        return None
    return bool(re.search(r"\bfinal\b", words))


def _of_number(
    statements: Statements, term: Term, value: float, question: Question, words: str
) -> bool | None:
    unit = term.fact.unit
    if term.has("price_match"):
        return value != 0
    if unit in SUMS:
        if "discount" in term.roles:
            return value != 0 if DISCOUNTED.search(words) else None
        if FREE.search(words):
            return value == 0
        due = COSTS.search(words) or (term.has("deposit") and IS_DUE.search(words))
        return value != 0 if due else None
    if unit not in PERIODS and unit is not Unit.AGE:
        return None
    inside = [
        each
        for each in statements.asks.amounts
        if question.start <= each.norm_start < question.end
        and same_amount(each, 1.0, unit) is not None
    ]
    if inside:
        return _within_bound(term, value, inside, words)
    ends = ENDS_SOME_DAY.search(words) and (term.has("expire") or term.has("validity"))
    exists = EXISTS.search(words) and LIMITS.search(words)
    return value != 0 if exists or ends else None


def _within_bound(term: Term, value: float, inside: list[Quantity], words: str) -> bool | None:
    """Say whether what is asked for keeps within the term: "Can I return it after six weeks?"."""
    if len(inside) != 1 or not MAY.search(words):
        return None
    fact, asked = term.fact, inside[0]
    same = same_amount(asked, value, fact.unit)
    if fact.unit is Unit.AGE:
        return same or (asked.value < value if "max" in term.roles else asked.value > value)
    most = bool(_MOST_ROLES & {*term.roles}) or any(term.has(name) for name in _MOST_TOPICS)
    if not most or same is None:
        return None
    return same or asked.value * MINUTES[asked.unit] < value * MINUTES[fact.unit]
