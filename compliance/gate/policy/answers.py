"""A bare yes or no, read with the question that it answers: "Do you take cash?" - "We sure do."."""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.policy.statements import Stated, Statements
from compliance.gate.policy.vocabulary import Term
from compliance.gate.text import Sentence, Text

_POLAR: Final = re.compile(
    r"^\W*(?:(?:hi|hello|hey|and|so|also|then|but|quick question|just wondering"
    r"|question)\b[ ,:-]*)*"
    r"(?P<aux>do|does|can|could|will|would|is|are|may|am|any chance)\b(?! (?:not|you not|n't))"
)
_POLAR_LATER: Final = re.compile(
    r"[,;-] (?:and |so |but )?(?:do|does|can|could|will|would|is|are) "
)
_OPEN: Final = re.compile(r"\b(?:how|what|when|where|which|who|why|or)\b")
_GREETING: Final = re.compile(
    r"^\W*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks?|thank you)\b[^.!?]*"
    r"|(?:great|good) question)[.!,]*\s*$"
)
_LEAD = (
    r"^\W*(?:(?:hi|hello|hey|dear)(?: [a-z'-]+){1,2}[,!]? )?(?:(?:oh|well|why|hm+"
    r"|thanks for asking)"
    r"[,!]? )?"
)
_TAIL = (
    r"(?:,? (?:of course|gladly|indeed|absolutely|sorry|unfortunately|at this (?:time|location)"
    r"|here|at our \w+|certainly|for sure|for you))*"
    r"(?:,? [a-z'-]+)?(?:[.!;:]|,| -|$)(?P<rest>.*)$"
)
_YES: Final = re.compile(
    _LEAD + r"(?:yes|yep|yeah|yup|sure(?: thing)?|absolutely|certainly|definitely|of course|you bet"
    r"|indeed"
    r"|(?:yes,? |sure,? |of course,? )?(?:we|you|it|they|that) (?:\w+ly |sure )?(?:do|does|can|will"
    r"|would|are|is|may)|it's no problem|no problem|happy to|gladly|with pleasure)" + _TAIL
)
_NO: Final = re.compile(
    _LEAD
    + r"(?:(?:no|nope|(?:i'm |we're |so )?sorry|unfortunately|i'm afraid|apologies|regrettably)"
    r"[, ]*)*(?:\bno|nope|not(?: at all| possible| possibly| really)?|(?:we|you|it|they|that) "
    r"(?:\w+ly )?(?:don't|doesn't|can't|cannot|won't|wouldn't|aren't|isn't|do not|does not|will not"
    r"|can not|are not|is not)|(?:they|we|you)'re not|it's not|that's not (?:possible|allowed))"
    + _TAIL
)
_PLAIN_REST: Final = re.compile(
    r"^\W*(?:(?:just|simply|please|so|and we|i'm sorry|sorry|unfortunately|happy to"
    r"|for \$?\d|but)\b"
    r".*|(?:(?:we|you|it|they|that|this)(?:'re|'s)? (?:can|do|does|will|would|are|is|have"
    r"|not|\w+n't"
    r"|cannot)(?: not)?(?: \w+)?))?\W*$"
)
_EXCEPTED: Final = re.compile(r"\b(?:but|unless|if|except|only|depend\w*|when|as long as)\b")


def answer_statements(statements: Statements) -> list[Stated]:
    """Return a bare answer to the customer's one yes-or-no question that is not so."""
    asked = _question(statements.reading.message)
    if asked is None:
        return []
    answer = _answer(statements.text)
    if answer is None:
        return []
    sentence, says = answer
    place = statements.reading.facts.place
    if statements.place_at(sentence.start) is not place:
        return []
    terms = [
        (term, expected)
        for term in statements.live(place)
        if (expected := _expected(term)) is not None and _asks_for(statements, term, asked)
    ]
    # A term with more to it is what the question is about ("online returns" before "returns").
    terms.sort(key=lambda item: -item[0].weight)
    if not terms or terms[0][1] is says or (len(terms) > 1 and terms[1][1] is says):
        return []
    term = terms[0][0]
    excerpt = statements.text.excerpt(sentence.start, sentence.end)
    return [
        Stated(
            sentence.start,
            sentence.end,
            f"{'yes' if says else 'no'} (“{excerpt}”) to the customer's question and so",
            term.fact,
            place,
        )
    ]


def _expected(term: Term) -> bool | None:
    """Return what a yes-or-no question about a term is truly answered with, if it has one."""
    value = term.fact.value
    if isinstance(value, bool):
        return value
    if value == "none" and "method" not in term.roles:
        return False
    if term.has("price_match") and isinstance(value, int | float):
        return value != 0
    return None


def _question(message: Text) -> tuple[int, int] | None:
    """Return the span of the message's only yes-or-no question, or nothing."""
    found: list[tuple[int, int]] = []
    for index, sentence in enumerate(message.sentences):
        words = message.norm[sentence.norm_start : sentence.norm_end]
        if not _POLAR.match(words):
            if words.rstrip().endswith("?"):
                return None
            continue
        if _OPEN.search(words) or _POLAR_LATER.search(words):
            return None
        start = sentence.norm_start
        if len(words.split()) <= 4 and index:
            start = message.sentences[index - 1].norm_start  # "You did it before. Will you?"
        found.append((start, sentence.norm_end))
    if not found or len(found) > 2:
        return None
    # "Can I walk in? Do you take walk-ins?" asks twice; other pairs are two questions.
    return found[-1] if len(found) == 1 else (found[0][0], found[-1][1])


def _asks_for(statements: Statements, term: Term, asked: tuple[int, int]) -> bool:
    message = statements.reading.message
    if not all(topic.pattern.search(message.norm, *asked) for topic in term.topics):
        return False
    sentences = [
        sentence
        for sentence in message.sentences
        if asked[0] <= sentence.norm_start < asked[1]
        and _POLAR.match(message.norm[sentence.norm_start : sentence.norm_end])
    ]
    return len(sentences) == 1 or all(
        any(
            topic.pattern.search(message.norm, each.norm_start, each.norm_end)
            for topic in term.topics
        )
        for each in sentences
    )


def _answer(text: Text) -> tuple[Sentence, bool] | None:
    """Return the sentence that answers and what it says, where nothing in it qualifies that."""
    for sentence in text.sentences[:2]:
        words = text.norm[sentence.norm_start : sentence.norm_end].strip()
        if _GREETING.match(words):
            continue
        for pattern, says in ((_NO, False), (_YES, True)):
            hit = pattern.match(words)
            if hit and _PLAIN_REST.match(hit["rest"]) and not _EXCEPTED.search(hit["rest"]):
                return sentence, says
        return None
    return None
