"""Notice asked for without a word of cancelling: "a day's notice is all we ask"."""

from __future__ import annotations

import re

from compliance.gate.policy.statements import UNCHARGED, Candidate, Statements
from compliance.gate.quantities import DURATIONS, Quantity
from compliance.gate.types import Unit

_HOURS = frozenset({Unit.MINUTES, Unit.HOURS, Unit.DAYS})
# The amount is itself called notice.
_OF_NOTICE = re.compile(
    r"(?:'s?|-| of| in)?(?: of| in)? (?:advance |prior |fair )?(?:notice|warning|heads[- ]up)\b"
)
_AHEAD = re.compile(
    r"(?: or (?:more|so|earlier))?(?: ahead| before\w*| prior| in advance| earlier| out)?\b"
)
# The customer is the one who speaks up.
_TELLING = re.compile(
    r"\b(?:(?:tell|text|call|ring|phone|e-?mail|message|notify|inform|contact|warn|reach) us"
    r"|let us know|(?:hear|heard) from you|give us|you (?:tell|let|notify|call|say)"
    r"|leave (?:us )?with|a day's|speak up|say so)\b"
)
_CALLS_OFF = re.compile(
    r"\b(?:cannot|can't|won't|not|unable to) (?:be able to )?(?:come|make|attend|keep|join)"
    r"|\b(?:plans? (?:change|shift)|change of plans|something comes up|chang\w+|leave|leaving"
    r"|drop(?:ping)? (?:the|your|it|out)|pull(?:ing)? out|skip\w*|miss)\b"
)
_PLENTY = re.compile(
    r"\b(?:all (?:we|it|that)|is (?:plenty|enough|fine|sufficient)|we (?:just |only )?(?:need|ask"
    r"|require|want)|you need|required|please)\b"
)
_FOR_ELSE = re.compile(r" for (?!any\b|a change|changes|cancel|your (?:visit|appointment|booking))")
_OWN_DOING = re.compile(r"\b(?:we|i)(?:'ll| will| can| would|'d) (?:\w+ )?(?:remind|call|text|let)")


def implied_notice(statements: Statements, quantity: Quantity) -> tuple[Candidate, ...]:
    """Return the notice term that a period speaks of where only the notice itself is named."""
    if quantity.unit not in _HOURS:
        return ()
    text = statements.text
    sentence, _, _ = statements.clause_of(quantity.norm_start)
    words = text.norm[sentence.norm_start : sentence.norm_end]
    after = text.norm[quantity.norm_end : sentence.norm_end]
    if _OWN_DOING.search(words):
        return ()
    called = _OF_NOTICE.match(after)
    if called and _FOR_ELSE.match(after, called.end()):
        return ()
    reasons = (
        bool(_TELLING.search(words)),
        bool(_CALLS_OFF.search(words)),
        bool(UNCHARGED.search(words)),
        bool(called and _PLENTY.search(words)),
    )
    if sum(reasons) < (1 if called else 2):
        return ()
    terms = [
        term
        for term in statements.terms(statements.place_at(quantity.start))
        if term.fact.unit in DURATIONS
        and not isinstance(term.fact.value, bool | str | tuple)
        and ("notice" in term.roles or term.has("cancel"))
        and statements.qualified(term)
    ]
    ranked = sorted(terms, key=lambda term: "notice" not in term.roles)
    return tuple(Candidate(term, 1.0, 1.0, 0, role=True) for term in ranked)
