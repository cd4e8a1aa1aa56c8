"""Whether something is so: required, included, accepted, refundable, offered, or not at all.

The last words of a key say what is predicated ("receipt_required", "accepts_cash"); terms whose
value is "none" or zero are read the same way, as something that is not done here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compliance.gate.polarity import Clause
from compliance.gate.quantities import DURATIONS, Quantity
from compliance.gate.statements import Stated, Statements
from compliance.gate.types import PlaceFacts, Unit
from compliance.gate.vocabulary import Term, label_of


@dataclass(frozen=True, slots=True)
class _Predicate:
    """How a text affirms something, and how it denies it without a negation."""

    affirms: re.Pattern[str]
    denies: re.Pattern[str]


def _predicate(affirms: str, denies: str = r"(?!)") -> _Predicate:
    return _Predicate(
        re.compile(rf"(?<![\w-])(?:{affirms})(?!\w)"), re.compile(rf"(?<!\w)(?:{denies})(?!\w)")
    )


_REQUIRED = _predicate(
    (
        r"need(?:s|ed)?|requir\w+|must|have to|has to|necessary|mandatory|"
        r"insist\w*|only with|compulsory|essential"
    ),
    (
        r"optional|(?:fine|okay|ok|no problem|welcome) without|(?:with or|"
        r"even) without|or without|without (?:a |the |your |"
        r"any )?(?:\w+ ){1,3}(?:is|are) (?:fine|ok|okay|no problem|welcome)|"
        r"not strictly"
    ),
)
_INCLUDED = _predicate(
    (
        r"includ\w+|already (?:added|in|covered|part)|built in|comes with|"
        r"automatically added|added automatically|part of the (?:price|total|"
        r"bill)|covered|covers|complimentary|free"
    ),
    (
        r"not included|(?:is|are) extra|separate(?:ly)?|additional|on top|"
        r"discretion\w*|optional|(?:left )?up to you|excluded|(?:entirely |"
        r"always )?appreciated|excludes"
    ),
)
_ACCEPTED = _predicate(
    (
        r"accept\w*|allow\w*|welcom\w*|tak(?:e|es|ing)|permit\w*|okay|ok|fine|can|"
        r"may|pay(?:ing)? (?:in|with)|friendly"
    ),
    (
        r"prohibited|banned|(?:card|cards|credit)[- ]only|only (?:take |"
        r"accept )?cards?|cashless|not allowed|off limits|forbidden|"
        r"[a-z]+-free (?:property|zone|hotel)|leave \w+ at home"
    ),
)
_REFUNDABLE = _predicate(
    (
        r"refundable|(?:can|will|may|are|is|be|get|gets|gladly|happily|happy to|"
        r"able to|we'll|eligible for a?) ?(?:be )?(?:fully )?refund\w*|money back|"
        r"cash (?:them|it) in|refund (?:the|your|any|you|unused|it|them)|"
        r"refunds? (?:on|for|of)|(?:and|also) refund\w*"
    ),
    r"non-?refundable|no refunds?",
)
_OFFERED = _predicate(
    r"offer\w*|available|can|will|happy to|glad(?:ly)?(?: to)?|we'll|i'll|do|"
    r"does|have|provide\w*|honou?r\w*|sure|absolutely|yes"
)
_CREDITED = _predicate(
    (
        r"credit\w*|appl(?:y|ies|ied)|(?:goes|go|counts?|put|counted) toward\w*|"
        r"deduct\w*|comes? off|taken off|subtract\w*"
    ),
    r"non-?refundable|separate(?:ly)?|on top|in addition",
)
_FREE = _predicate(
    r"free|no (?:extra )?(?:charge|cost|fee)|complimentary|without charge|on us|costs? nothing",
    r"\$\s?\d[\d.,]*|(?:for )?a (?:small )?fee|costs?|charged|paid",
)
_PARTICIPATES = _predicate(
    (
        r"participat\w*|tak(?:e|es|ing) part|part of|earn\w*|redeem\w*|use|"
        r"collect\w*|honou?r\w*|accept\w*|scan|works?|counts?|valid|active|"
        r"add(?:s|ed)?|credit\w*|rack up|join\w*"
    ),
    r"opted out|outside (?:of )?the|unable to|sits? out",
)
_BY_ROLE: dict[str, _Predicate] = {
    **dict.fromkeys(("required", "requires", "require"), _REQUIRED),
    **dict.fromkeys(("included", "covered"), _INCLUDED),
    **dict.fromkeys(
        ("accepted", "accepts", "accept", "allowed", "allow", "allows", "welcome", "permitted",
         "transferable"), _ACCEPTED),
    **dict.fromkeys(("refundable", "refunded"), _REFUNDABLE),
    **dict.fromkeys(("offered", "available"), _OFFERED),
    "credited": _CREDITED,
    "free": _FREE,
    **dict.fromkeys(("participates", "participate"), _PARTICIPATES),
}  # fmt: skip
# What speaks of a thing as done here: enough for a term whose value says that it is not.
_DONE = _predicate(
    r"can|will|we'll|i'll|happy to|glad(?:ly)?(?: to)?|do|are able to|would|"
    r"offer\w*|match\w*|refund (?:the|your|you|it)|get|receive|full refund|"
    r"sure|absolutely|yes|always|we'd|entitled|eligible|honou?r\w*|beat|"
    r"issue\w*|give\w*"
)
_FEE_DUE = _predicate(
    (
        r"charg\w*|fees?|applies|apply|pay|costs?|requir\w+|need(?:s|ed)?|ask(?:s|"
        r"ed)? for|take[ns]?|deduct\w*|collect\w*|holds?"
    ),
)
_NOTHING_DUE = re.compile(
    r"(?<!\w)(?:free(?: of charge)?|(?:no|without|zero|never an?y?|"
    r"not charge an?y?|don't charge an?y?) (?:\w+ ){0,2}(?:charges?|fees?|"
    r"costs?|deposits?|penalt(?:y|ies)|payment)|at no (?:extra )?(?:cost|"
    r"charge)|on the house|cost(?:s)? (?:you )?nothing|"
    r"nothing (?:up[- ]?front|to pay|due)|(?:no|without) (?:\w+ )?(?:deposit|"
    r"restocking|down payment)|complimentary|never charge\w*|do not charge|"
    r"don't charge)(?!\w)"
)
_SOFTENERS = re.compile(
    r"(?<!\w)(?:if|when|whenever|unless|once|provided|as long as|with a|up to|"
    r"within|before|until|under|over|above|waiv\w+|inside|ahead|prior|"
    r"in advance|notice|members?)(?!\w)"
)


def truth_statements(statements: Statements, amounts: tuple[Quantity, ...]) -> list[Stated]:
    """Return what a draft affirms or denies against the stored values."""
    found: list[Stated] = []
    seen: set[tuple[int, str]] = set()
    text = statements.text
    for sentence in text.sentences:
        place = statements.place_at(sentence.start)
        for term in statements.terms(place):
            for clause in statements.clauses_in(sentence):
                stated = _truth(statements, term, clause, place, amounts)
                if stated is not None and (stated.start, term.fact.key) not in seen:
                    seen.add((stated.start, term.fact.key))
                    found.append(stated)
    return found


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
    if isinstance(fact.value, bool):
        predicate = next((_BY_ROLE[role] for role in term.roles if role in _BY_ROLE), _OFFERED)
        return _against(statements, term, clause, place, predicate, expected=fact.value)
    if fact.value == "none":
        if "method" in term.roles:
            return None
        return _against(statements, term, clause, place, _DONE, expected=False)
    if isinstance(fact.value, int | float) and not isinstance(fact.value, bool):
        return _numeric_truth(statements, term, clause, place, amounts)
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
            if _NOTHING_DUE.search(text.norm, clause.norm_start, clause.norm_end):
                return None
            return _against(statements, term, clause, place, _FEE_DUE, expected=False)
        return _nothing_due(statements, term, clause, place, inside)
    if fact.unit in DURATIONS and term.has("price_match"):
        return _against(statements, term, clause, place, _DONE, expected=fact.value != 0)
    return None


def _nothing_due(
    statements: Statements,
    term: Term,
    clause: Clause,
    place: PlaceFacts,
    inside: list[Quantity],
) -> Stated | None:
    text = statements.text
    hit = _NOTHING_DUE.search(text.norm, clause.norm_start, clause.norm_end)
    if hit is None or inside or not _all_topics(statements, term, clause):
        return None
    sentence = text.sentence_at(clause.start)
    if _SOFTENERS.search(text.norm, sentence.norm_start, sentence.norm_end):
        return None  # free under a condition: the condition is another term's matter
    if not (set(term.roles) & {"fee", "charge", "penalty", "price"} or term.has("deposit")):
        return None
    first, last = text.span(hit.start(), hit.end())
    how = statements.polarity_of(first, last)
    if how.reported or how.question:
        return None
    return Stated(first, last, f"“{text.excerpt(first, last)}”", term.fact, place)


def _against(
    statements: Statements,
    term: Term,
    clause: Clause,
    place: PlaceFacts,
    predicate: _Predicate,
    *,
    expected: bool,
) -> Stated | None:
    text = statements.text
    norm = text.norm
    denied = predicate.denies.search(norm, clause.norm_start, clause.norm_end)
    affirmed = predicate.affirms.search(norm, clause.norm_start, clause.norm_end)
    topic_first = _first_topic(statements, term, clause)
    hit = denied or affirmed
    span = hit.span() if hit else topic_first
    if span is None:
        return None
    first, last = text.span(*span)
    how = statements.polarity_of(first, last)
    if hit is None and (not how.negated or _named_negative(norm, topic_first)):
        return None  # named, but neither affirmed nor denied
    if how.reported or how.question or how.conditional:
        return None
    topic = statements.polarity_of(*text.span(*topic_first)) if topic_first else how
    negated = how.negated or topic.negated or _named_negative(norm, topic_first)
    says = False if denied and not how.negated else not negated
    if says is expected:
        return None
    start, end = min(first, text.span(*(topic_first or span))[0]), last
    if topic_first:
        end = max(end, text.span(*topic_first)[1])
    subject = label_of(term.fact)
    return Stated(
        start,
        end,
        f"{'yes' if says else 'no'} (“{text.excerpt(start, end)}”) to {subject}",
        term.fact,
        place,
    )


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


def _spoken_of(statements: Statements, term: Term, clause: Clause) -> bool:
    """Say whether a clause names the term and none of its siblings."""
    return _all_topics(statements, term, clause) and not statements.names_sibling(term, clause)


def _all_topics(statements: Statements, term: Term, clause: Clause) -> bool:
    spoken = sum(
        topic.weight
        for topic in term.topics
        if statements.within(topic, clause.norm_start, clause.norm_end)
    )
    return spoken >= 0.75 * term.weight
