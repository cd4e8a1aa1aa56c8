"""Prices, fees and terms that a draft states and nothing stored answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.policy.passing import in_passing, tells_a_story
from compliance.gate.policy.statements import Statements
from compliance.gate.policy.vocabulary import Term, label_of, words_for
from compliance.gate.quantities import DURATIONS, Quantity
from compliance.gate.reading import Reading
from compliance.gate.text import Sentence
from compliance.gate.types import PlaceFacts, PolicyFact, Unit
from compliance.gate.unresolved.known import Known
from compliance.gate.unresolved.statement import Unresolved

# Terms that most operators have, whatever they sell: a period or a share that is stated of one of
# them is a term of the place, and has a row where it holds.
_USUAL: Final = tuple(
    words_for(PolicyFact(key, label, "", unit, 1.0))
    for key, label, unit in (
        ("return_window_days", "return window", Unit.DAYS),
        ("exchange_window_days", "exchange window", Unit.DAYS),
        ("warranty_months", "warranty", Unit.MONTHS),
        ("cancel_notice_hours", "notice to cancel", Unit.HOURS),
        ("reschedule_notice_hours", "notice to reschedule", Unit.HOURS),
        ("price_match_days", "price match", Unit.DAYS),
        ("gift_card_expiry_months", "validity of gift cards", Unit.MONTHS),
        ("restocking_fee_pct", "restocking fee", Unit.PERCENT),
        ("deposit_pct", "deposit", Unit.PERCENT),
        ("gratuity_pct", "gratuity", Unit.PERCENT),
        ("late_fee_pct", "late fee", Unit.PERCENT),
        ("shipping_days", "time that shipping takes", Unit.DAYS),
        ("delivery_days", "time that delivery takes", Unit.DAYS),
        ("trial_days", "trial", Unit.DAYS),
        ("membership_notice_days", "notice to end a membership", Unit.DAYS),
        ("layaway_days", "layaway", Unit.DAYS),
    )
)
# Money that is on its way back speaks of no window; a term of it says so in its key.
_PAY_OUT: Final = words_for(
    PolicyFact("refund_processing_days", "time until a refund arrives", "", Unit.DAYS, 1.0)
)
_REFUND_TAKES = re.compile(
    r"\brefunds?\b(?: [\w-]+){0,4} (?:takes?|posts?|arrives?|reach(?:es)?|appears?|processed)\b"
    r"(?!.*\b(?:return|bring)\b)"
)
_TAKES = re.compile(r"process|arriv|payout|refund_(?:days|time|hours)")
_PRICED = re.compile(
    r"\b(?:costs?|(?:is|are)(?: (?:just|only|priced at|about|around))?|runs?(?: about)?"
    r"|starts? (?:at|from)|from|for|at|priced at|charge(?: you)?|fee of|price of|rate of|just|only"
    r"|pay|another|add|an? (?:extra|additional)|over|above|minimum of|at least|an?)\s$"
)
_PER = re.compile(
    r"\s?(?:per|each|apiece|/|an? (?:\w+)|plus|for (?:an?|the|each|every|one|two|up to)"
    r"|(?:\w+ )?(?:fees?|charges?|deposits?|surcharges?|minimum|copay|admission|cover)\b)"
)
# A customer's own money, an offer's, or a sum nobody asks for.
_NO_PRICE = re.compile(
    r"\b(?:you(?:'ve| have)? (?:paid|spent|bought)|your (?:\w+ ){0,2}(?:total|bill|balance|refund|"
    r"payment|order|invoice|receipt|credit|purchase|charge|account)|refund(?:ed)? (?:of|you)|"
    r"credit(?:ed)? (?:of|you)|(?:gift card|store credit|voucher|credit) (?:of|for|worth)|worth|"
    r"savings? of|saves?|example|say,?|suppose|estimat\w*|approximat\w*|budget|income|limit|tax)\b"
)
_OFF = re.compile(
    r"\s?(?:off|discount|credit|gift|back|refund|less|cheaper|in (?:store )?credit)\b"
)


def unresolved_amounts(reading: Reading) -> Iterator[Unresolved]:
    """Yield the prices that nothing gives, and the usual terms that the place does not have.

    One a sentence: who fills one row in sees the next draft anyway.
    """
    if not any(char.isdigit() for char in reading.text.norm) and "hundred" not in reading.text.norm:
        return
    statements = Statements(reading)
    known = Known(reading)
    told: set[int] = set()
    for amount in statements.amounts:
        sentence = reading.text.sentence_at(amount.start)
        if sentence.start in told or not _is_put_forward(statements, amount):
            continue
        place = statements.place_at(amount.start)
        found = (
            _price(reading, amount, sentence, place)
            if amount.unit is Unit.MONEY
            else _term(statements, amount, place)
        )
        if found is not None and not known.has_amount(amount):
            told.add(sentence.start)
            yield found


def _is_put_forward(statements: Statements, amount: Quantity) -> bool:
    how = statements.polarity_of(amount.start, amount.end)
    return (
        not (how.negated or how.reported or how.question)
        and not in_passing(statements.reading, amount)
        and not tells_a_story(statements.text.norm, amount)
    )


def _price(
    reading: Reading, amount: Quantity, sentence: Sentence, place: PlaceFacts
) -> Unresolved | None:
    norm = reading.text.norm
    before = norm[sentence.norm_start : amount.norm_start]
    after = norm[amount.norm_end : sentence.norm_end]
    if _NO_PRICE.search(norm, sentence.norm_start, sentence.norm_end) or _OFF.match(after):
        return None
    if not (_PRICED.search(before) or _PER.match(after)):
        return None
    written = reading.text.excerpt(amount.start, amount.end)
    return Unresolved(
        amount.start,
        amount.end,
        "policy",
        "price",
        f"{written} is a price that nothing here gives for {place.name}: no policy term, offer or "
        "article. If it is right, add a policy term for it, or an article that says it.",
    )


def _term(statements: Statements, amount: Quantity, place: PlaceFacts) -> Unresolved | None:
    own = tuple(term for term in statements.live(place) if _is_of_kind(term, amount))
    sentence = statements.text.sentence_at(amount.start)
    lead = statements.text.norm[sentence.norm_start : amount.norm_start]
    if amount.unit in DURATIONS and _REFUND_TAKES.search(lead):
        has_one = any(_TAKES.search(term.fact.key) for term in own)
        return None if has_one else _without_term(statements, amount, place, _PAY_OUT)
    usual = tuple(
        term
        for term in _USUAL
        if _is_of_kind(term, amount) and not any(_speaks_of(each, term) for each in own)
    )
    if not usual or statements.candidates(amount.norm_start, amount.norm_end, own):
        return None
    found = [
        each.term
        for each in statements.candidates(amount.norm_start, amount.norm_end, usual)
        if each.tier == 0 and each.coverage >= 1 and (each.role or not each.term.roles)
    ]
    return _without_term(statements, amount, place, found[0]) if found else None


def _without_term(
    statements: Statements, amount: Quantity, place: PlaceFacts, term: Term
) -> Unresolved:
    written = statements.text.excerpt(amount.start, amount.end)
    return Unresolved(
        amount.start,
        amount.end,
        "policy",
        term.fact.key,
        f"“{written}” is stated of the {label_of(term.fact)}, for which {place.name} has no "
        f"policy term: add one, such as {term.fact.key}, if it is right.",
    )


def _is_of_kind(term: Term, amount: Quantity) -> bool:
    unit = term.fact.unit
    return amount.unit in DURATIONS if unit in DURATIONS else amount.unit is unit


def _speaks_of(own: Term, usual: Term) -> bool:
    """Say whether a term of the place is of what a usual term is of."""
    names = {topic.name for topic in own.topics}
    return any(topic.name in names for topic in usual.topics)
