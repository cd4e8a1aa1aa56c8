"""Terms whose value is a list: what is final sale, what a fee applies to, what is covered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.lexicon import words
from compliance.gate.polarity import Clause
from compliance.gate.policy.statements import Stated, Statements
from compliance.gate.policy.vocabulary import Term, concept
from compliance.gate.text import Sentence
from compliance.gate.types import PlaceFacts

_SUBJECT = re.compile(
    r"(?:^|[,;:] |\band |\bour |\bthe |\ball )(?P<np>[a-z][\w'-]*(?: (?!is |"
    r"are |and |or )[\w'-]+){0,3}?) (?:is|are|was|were|counts? as|"
    r"fall\w* under|cannot|can't) "
)
_OBJECT = re.compile(
    r"\b(?:on|for|to) (?:the |an? |any |your |all |"
    r"every )?(?P<np>[a-z][\w'-]*(?: [\w'-]+){0,2})"
)
_EVERYTHING = re.compile(
    r"\b(?:on|for|to) (?:all|every|any) (?:returns?|items?|purchases?|orders?|"
    r"products?)|\bacross the board"
)
_ALL = re.compile(r"\b(?:all|every|any|each) (?:returns?|items?|purchases?|orders?|products?)\b")
_EXCEPTED = re.compile(
    r"\b(?:except\w*|unless|other than|apart from|aside from|excluding|"
    r"but not|not|n't|cannot|never|final|no)\b|n't\b"
)
_CAN_RETURN = re.compile(
    r"\b(?:can|may|will|welcome|happy|fine|ok|okay|eligible|accept\w*|take|"
    r"within|have|up to|sure|yes|glad\w*|comes? back|goe?s? back|is fine|are fine)\b"
)
# Subjects that name no thing of their own.
_EMPTY = words(
    "it they that this these those all sales sale everything anything item items purchase "
    "purchases what which some one ones order orders product products and or the your our a an "
    "of in on we "
    "you there such return returns refund refunds gear goods fee fees charge policy here store"
)


def list_statements(statements: Statements) -> list[Stated]:
    """Return what a draft says of a listed term that the list does not bear out."""
    found: list[Stated] = []
    for sentence in statements.text.sentences:
        place = statements.place_at(sentence.start)
        for term in statements.terms(place):
            if isinstance(term.fact.value, tuple) and term.fact.value:
                found.extend(_read(statements, term, sentence, place))
    return found


def _read(
    statements: Statements, term: Term, sentence: Sentence, place: PlaceFacts
) -> Iterator[Stated]:
    for clause in statements.clauses_in(sentence):
        named = [
            hit
            for topic in term.topics
            if (hit := statements.within(topic, clause.norm_start, clause.norm_end))
        ]
        if named:
            stated = _over_stated(statements, term, clause, min(named), place)
            if stated is not None:
                yield stated
        elif term.has("final_sale"):
            stated = _taken_back(statements, term, clause, sentence, place)
            if stated is not None:
                yield stated


def _over_stated(
    statements: Statements, term: Term, clause: Clause, hit: tuple[int, int], place: PlaceFacts
) -> Stated | None:
    """Read "boots are final sale" and "a restocking fee on tents" against the list."""
    text = statements.text
    start, end = text.span(*hit)
    how = statements.polarity_of(start, end)
    if how.negated or how.reported or how.question:
        return None
    norm = text.norm
    if term.has("final_sale"):
        found = list(_SUBJECT.finditer(norm, clause.norm_start, hit[0] + 1))
        match = found[-1] if found and norm[found[-1].end() : hit[0]].count(" ") <= 2 else None
    else:
        if _EVERYTHING.search(norm, hit[1], clause.norm_end) or _ALL.search(
            norm, clause.norm_start, hit[0]
        ):
            return Stated(
                start, text.span(hit[0], clause.norm_end)[1], "everything", term.fact, place
            )
        match = _OBJECT.search(norm, hit[1], clause.norm_end)
    if match is None:
        return None
    said = _things(match["np"])
    if not said or _related(said, _listed(statements, term)):
        return None
    first, last = text.span(match.start("np"), match.end("np"))
    return Stated(
        min(first, start), max(last, end), f"“{text.excerpt(first, last)}”", term.fact, place
    )


def _taken_back(
    statements: Statements, term: Term, clause: Clause, sentence: Sentence, place: PlaceFacts
) -> Stated | None:
    """Read "clearance items can come back" against a list of what cannot."""
    text = statements.text
    hit = statements.within(concept("return"), clause.norm_start, clause.norm_end)
    if hit is None or _EXCEPTED.search(_unconditioned(text.norm, sentence)):
        return None
    if not _CAN_RETURN.search(text.norm, clause.norm_start, clause.norm_end):
        return None
    said = _things(text.norm[clause.norm_start : clause.norm_end])
    if _THEY.search(text.norm, clause.norm_start, clause.norm_end):
        said |= _asked_things(statements)
    items = term.fact.value if isinstance(term.fact.value, tuple) else ()
    named = next((item for item in items if (need := _things(item)) and need <= said), None)
    start, end = text.span(clause.norm_start, clause.norm_end)
    how = statements.polarity_of(*text.span(*hit))
    if named is None or how.reported or how.question or how.conditional:
        return None
    return Stated(start, end, f"that {named} can be returned", term.fact, place)


_THEY = re.compile(r"\b(?:it|them|they|those|these|that|this|ones?)\b")
_IDLE = re.compile(
    r"\b(?:if|in case|when|should)\b[^,;.]*|\bor not\b|\bwith or without\b|\bnot a problem\b"
    r"|\b(?:no|without)(?: any| an?| the| your)? (?:questions?|problems?|trouble|fuss|receipts?"
    r"|need|hurry|rush)\b"
)


def _unconditioned(norm: str, sentence: Sentence) -> str:
    """Return a sentence without its case ("if it doesn't fit") and what denies nothing."""
    return _IDLE.sub(" ", norm[sentence.norm_start : sentence.norm_end])


def _asked_things(statements: Statements) -> frozenset[str]:
    """Return what the customer's questions are about, for what "they" stands for."""
    norm = statements.reading.message.norm
    return frozenset(
        word
        for asked in statements.asks.questions
        for word in _things(norm[asked.start : asked.end])
    )


def _listed(statements: Statements, term: Term) -> frozenset[str]:
    """Return the words of the listed things, and of the customer's own items that are of them."""
    value = term.fact.value
    listed = (
        frozenset(word for item in value for word in _things(item))
        if isinstance(value, tuple)
        else frozenset()
    )
    for order in statements.reading.facts.customer.orders:
        item = _things(order.item)
        if _related(item, listed):
            listed |= item
    return listed


def _things(phrase: str) -> frozenset[str]:
    found = re.findall(r"[a-z]{3,}", phrase.lower())
    return frozenset(word.removesuffix("s") for word in found) - _EMPTY


def _related(said: frozenset[str], listed: frozenset[str]) -> bool:
    # Four letters shared at the start ("swim trunks", "swimwear") may be the same kind of thing.
    return any(one[:4] == other[:4] for one in said for other in listed)
