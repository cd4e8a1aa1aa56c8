"""Policy terms: every statement of a term is held against its value at the place spoken of."""

from __future__ import annotations

import re
from typing import ClassVar

from compliance.gate.numerals import number_value
from compliance.gate.policy.answers import answer_statements
from compliance.gate.policy.clocks import clock_statements
from compliance.gate.policy.conclusions import conclusions
from compliance.gate.policy.conditions import condition_statements
from compliance.gate.policy.limits import limit_statements
from compliance.gate.policy.listed import list_statements
from compliance.gate.policy.methods import method_statements
from compliance.gate.policy.notice import implied_notice
from compliance.gate.policy.offered import is_of_offer
from compliance.gate.policy.passing import draws_a_day, in_passing, tells_a_story
from compliance.gate.policy.predicates import truth_statements
from compliance.gate.policy.restating import MINUTES, plain_value, reworded
from compliance.gate.policy.statements import Candidate, Statements
from compliance.gate.policy.vocabulary import Concept, Term, label_of
from compliance.gate.policy.windows import window_statements
from compliance.gate.quantities import DURATIONS, Quantity, same_amount
from compliance.gate.reading import Reading, finding
from compliance.gate.text import Sentence, Text
from compliance.gate.types import (
    Edit,
    FactReference,
    Finding,
    Layer,
    PlaceFacts,
    PolicyFact,
    Severity,
    Unit,
)

_NUMERIC = DURATIONS | {Unit.MONEY, Unit.PERCENT, Unit.COUNT, Unit.AGE}
_AHEAD = re.compile(r"'?\s(?:ahead|in advance|beforehand)\b")
# What lasts from then on is not told ahead.
_LASTS = re.compile(
    r"window|return|warrant|hold|valid|expir|trial|turnaround|duration|length|storage"
)
_FAR = 100  # a period so many times longer or shorter speaks of something else
_PAY_OUT = re.compile(
    r"\b(?:process(?:ed|es|ing)?|issued|credited|posts?|posted|appears?|"
    r"answer|repl(?:y|ies)|respond|decide|review|investigat\w+|get back to|look into|"
    r"arrives?|shows? up|reach\w*|takes(?! (?:\w+ ){1,3}back\b)|(?<!you )(?:will|may|can) take|"
    r"refunded (?:back )?to your|see (?:it|the|your)|back (?:in|on|"
    r"to) your (?:account|card|bank))\b"
)
_BACK = re.compile(r"(?: of (?:\w+ ){1,4}?)? ?(?:back|refund\w*|returned|is yours)\b")
_CHARGED = re.compile(
    r"\b(?:costs?|charged?|pay|keep|lose|forfeit|billed|owe)(?: you| for| at| the| us)* $"
)
_WINDOWS = frozenset({"window", "within", "period"})
_EACH = re.compile(r"\s(?:each|apiece|a piece|per|a (?:person|head))\b")
_WORD = 4  # letters of a noun that tell what is counted
_OTHER_FORM = {Unit.MONEY: Unit.PERCENT, Unit.PERCENT: Unit.MONEY}
_FEES = frozenset({"fee", "charge", "penalty", "surcharge"})


class Policies:
    """Holds every statement of a policy term against the resolved value."""

    id: ClassVar[str] = "policies"
    title: ClassVar[str] = "Policy terms"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.POLICY

    def find(self, reading: Reading) -> list[Finding]:
        """Return the statements of policy that differ from what holds at the place spoken of."""
        statements = Statements(reading)
        amounts = statements.amounts
        found = [
            finding_
            for quantity in amounts
            if (finding_ := self._amount(reading, statements, quantity, amounts)) is not None
        ]
        for stated in (
            *method_statements(statements),
            *condition_statements(statements),
            *answer_statements(statements),
            *truth_statements(statements, amounts),
            *limit_statements(statements),
            *list_statements(statements),
            *window_statements(statements),
            *clock_statements(statements),
        ):
            sentence = reading.text.sentence_at(stated.start)
            edit = stated.edit or _removal(sentence)
            found.append(
                finding(
                    self,
                    reading,
                    stated.start,
                    stated.end,
                    _message(stated.says, stated.fact, stated.place),
                    rule=stated.fact.key,
                    fact=reference(stated.fact),
                    edits=(edit,),
                )
            )
        return found

    def _amount(
        self,
        reading: Reading,
        statements: Statements,
        quantity: Quantity,
        amounts: tuple[Quantity, ...],
    ) -> Finding | None:
        text = reading.text
        if in_passing(reading, quantity):
            return None
        place = statements.place_at(quantity.start)
        candidates = _candidates(statements, quantity, place) or self._other_form(
            reading, statements, quantity, amounts
        )
        if any(
            _states(quantity, each.term.fact)
            or _leaves(text.norm, quantity, each.term.fact)
            or statements.is_of_another(each.term, quantity)
            for each in candidates
        ):
            return None
        how = statements.polarity_of(quantity.start, quantity.end)
        denied = statements.denies_amount(quantity.start, quantity.end)
        if not candidates or denied or how.reported or how.question:
            return None
        if _is_of_several(statements, quantity, amounts, candidates):
            return None
        if is_of_offer(reading, quantity.start, quantity.unit, quantity.value):
            return None
        fact = candidates[0].term.fact
        if self._is_stated_beside(text, quantity, fact, amounts):
            return None  # "childcare is for kids under 12, the gym for 14 and up"
        if _is_of_sibling(statements, candidates[0].term, quantity, place):
            return None
        same_kind = same_amount(quantity, 1.0, fact.unit) is not None or quantity.noun == "night"
        edit = None
        if len(candidates) == 1 and same_kind and not draws_a_day(text, quantity):
            edit = reworded(text, quantity, fact)
        edits = (edit, *conclusions(text, quantity)) if edit else ()
        return finding(
            self,
            reading,
            quantity.start,
            quantity.end,
            _message(f"“{text.excerpt(quantity.start, quantity.end)}”", fact, place),
            rule=fact.key,
            severity=Severity.MODIFY,
            fact=reference(fact),
            edits=edits or (_removal(text.sentence_at(quantity.start)),),
        )

    def _is_stated_beside(
        self, text: Text, quantity: Quantity, fact: PolicyFact, amounts: tuple[Quantity, ...]
    ) -> bool:
        """Say whether the term's value stands there already, so that this is of something else.

        Of two amounts in one unit either may be meant, of two ages both, wherever they stand.
        """
        sentence = text.sentence_at(quantity.start)
        return any(
            (
                fact.unit is Unit.AGE
                or (sentence.start <= each.start < sentence.end and each.unit is not quantity.unit)
            )
            and _states(each, fact)
            for each in amounts
        )

    def _other_form(
        self,
        reading: Reading,
        statements: Statements,
        quantity: Quantity,
        amounts: tuple[Quantity, ...],
    ) -> tuple[Candidate, ...]:
        """Return a fee that is stored as a share where the draft names a sum, or the reverse."""
        other = _OTHER_FORM.get(quantity.unit)
        if other is None or tells_a_story(reading.text.norm, quantity):
            return ()
        terms = tuple(
            term
            for term in statements.live(statements.place_at(quantity.start))
            if term.fact.unit is other
            and isinstance(term.fact.value, int | float)
            and (_FEES & {*term.roles} or term.has("deposit"))
        )
        found = statements.candidates(quantity.norm_start, quantity.norm_end, terms)
        if len(found) != 1 or found[0].tier or found[0].coverage < 1:
            return ()
        fact = found[0].term.fact
        sentence = reading.text.sentence_at(quantity.start)
        beside = [each for each in amounts if sentence.start <= each.start < sentence.end]
        if any(_states(each, fact) for each in beside):
            return ()  # "50% of the service, so $85": the sum follows from the share
        if found[0].term.roles and not found[0].role:
            return ()
        return () if _is_share_of_order(reading, quantity, fact) else found


def _candidates(
    statements: Statements, quantity: Quantity, place: PlaceFacts
) -> tuple[Candidate, ...]:
    """Return the terms that an amount may state, those of another kind left out."""
    text = statements.text
    terms = tuple(
        term
        for term in statements.live(place)
        if _comparable(statements, term, quantity, text.norm)
    )
    if tells_a_story(text.norm, quantity):
        terms = tuple(term for term in terms if "discount" in term.roles)
    if quantity.unit in DURATIONS and _is_pay_out(statements, quantity):
        terms = tuple(
            term for term in terms if not (term.has("return") or _WINDOWS & {*term.roles})
        )
    if _AHEAD.match(text.norm, quantity.norm_end):
        terms = tuple(term for term in terms if not _LASTS.search(term.fact.key))
    found = statements.candidates(quantity.norm_start, quantity.norm_end, terms)
    return found or implied_notice(statements, quantity)


def reference(fact: PolicyFact) -> FactReference:
    """Return the stored value with the layer and row that it comes from."""
    source = fact.provenance
    return FactReference(
        key=fact.key,
        value=plain_value(fact),
        source=f"{source.layer}: {source.row}" if source else "",
        version=source.version if source else 1,
    )


def _message(says: str, fact: PolicyFact, place: PlaceFacts) -> str:
    source = f" ({fact.provenance.layer} value)" if fact.provenance else ""
    return (
        f"The draft says {says} about {label_of(fact)}; at {place.name} it is "
        f"{plain_value(fact)}{source}."
    )


def _removal(sentence: Sentence) -> Edit:
    return Edit(sentence.start, sentence.end, "", reason="removes the wrong statement")


def _counts(topic: Concept, norm: str, quantity: Quantity) -> bool:
    """Say whether what is counted is a topic: "guests", "guest passes"."""
    start = quantity.norm_end - len(quantity.noun)
    hit = topic.pattern.match(norm, start)
    return hit is not None and hit.end() >= quantity.norm_end


def _measures(fact: PolicyFact, quantity: Quantity) -> bool:
    """Say whether a term's key ends in what is counted: miles in ``warranty_miles``."""
    return len(quantity.noun) >= _WORD and fact.key.lower().rpartition("_")[2].rstrip(
        "s"
    ) == quantity.noun.rstrip("s")


def _comparable(statements: Statements, term: Term, quantity: Quantity, norm: str) -> bool:
    fact = term.fact
    if isinstance(fact.value, bool) or not isinstance(fact.value, int | float):
        return False
    if fact.unit is Unit.COUNT:
        # A count is compared only with a count of the same things, or of what was asked for.
        if quantity.noun == "night":
            return _measures(fact, quantity)  # two nights count nights, where a key does
        return quantity.unit is Unit.COUNT and (
            term
            in statements.answered_terms(statements.place_at(quantity.start), quantity.norm_start)
            if not quantity.noun
            else _measures(fact, quantity)
            or any(_counts(topic, norm, quantity) for topic in term.topics)
        )
    if quantity.noun == "night" and _CHARGED.search(
        norm, max(0, quantity.norm_start - 40), quantity.norm_start
    ):
        return False  # "costs two nights" is a price, no notice
    if quantity.unit in DURATIONS and fact.unit in DURATIONS and fact.value:
        ratio = quantity.value * MINUTES[quantity.unit] / (fact.value * MINUTES[fact.unit])
        if not 1 / _FAR <= ratio <= _FAR:
            return False  # "a cleaning takes 45 minutes" is no statement of a term in months
    if fact.unit in _NUMERIC:
        return same_amount(quantity, float(fact.value), fact.unit) is not None
    return False


def _is_of_sibling(
    statements: Statements, term: Term, quantity: Quantity, place: PlaceFacts
) -> bool:
    """Say whether a term that differs from another only in what it is of is the other one.

    "Boxes can come back within 90 days" is of the lenses' window, not of the frames', when lenses
    are spoken of and the sentence says nothing of frames.
    """
    reading = statements.reading
    spoken = (statements.text.norm, reading.message.norm)
    sentence = statements.text.sentence_at(quantity.start)
    said = statements.text.norm[sentence.norm_start : sentence.norm_end]
    for other in statements.live(place):
        if other is term or other.roles != term.roles or not _states(quantity, other.fact):
            continue
        own = [topic for topic in term.topics if not other.has(topic.name)]
        its = [topic for topic in other.topics if not term.has(topic.name)]
        if (
            0 < len(own) < len(term.topics)
            and not any(topic.pattern.search(said) for topic in own)
            and any(topic.pattern.search(text) for topic in its for text in spoken)
        ):
            return True
    return False


def _states(quantity: Quantity, fact: PolicyFact) -> bool:
    if quantity.noun == "same day" and "notice" in fact.key:
        return fact.value == 0  # on the day itself no notice is left
    if fact.unit is Unit.COUNT and quantity.noun == "night":
        return fact.value in (quantity.value, quantity.upper)
    return isinstance(fact.value, int | float) and bool(
        same_amount(quantity, float(fact.value), fact.unit)
    )


def _is_of_several(
    statements: Statements,
    quantity: Quantity,
    amounts: tuple[Quantity, ...],
    candidates: tuple[Candidate, ...],
) -> bool:
    """Say whether a sum is that of several things, whose single price a term is."""
    norm = statements.text.norm
    if quantity.unit is not Unit.MONEY or _EACH.match(norm, quantity.norm_end):
        return False
    _, clause, _ = statements.clause_of(quantity.norm_start)
    return any(
        each.unit is Unit.COUNT
        and each.value > 1
        and clause.norm_start <= each.norm_start < quantity.norm_start
        and any(_counts(topic, norm, each) for one in candidates for topic in one.term.topics)
        for each in amounts
    )


def _leaves(norm: str, quantity: Quantity, fact: PolicyFact) -> bool:
    """Say whether a share is what a stored one leaves: "you get 80% back" after a fee of 20 %."""
    return (
        quantity.unit is Unit.PERCENT
        and isinstance(fact.value, int | float)
        and bool(same_amount(quantity, 100 - fact.value, Unit.PERCENT))
        and _BACK.match(norm, quantity.norm_end) is not None
    )


def _is_pay_out(statements: Statements, quantity: Quantity) -> bool:
    """Say whether a period is how long money takes to arrive, not how long a window stays open."""
    _, clause, _ = statements.clause_of(quantity.norm_start)
    return bool(_PAY_OUT.search(statements.text.norm, clause.norm_start, clause.norm_end))


def _is_share_of_order(reading: Reading, quantity: Quantity, fact: PolicyFact) -> bool:
    """Say whether a sum is the stored share of one of the customer's totals."""
    if fact.unit is not Unit.PERCENT or not isinstance(fact.value, int | float):
        return False
    totals = (number_value(order.total) or 0.0 for order in reading.facts.customer.orders)
    return any(abs(total * fact.value / 100 - quantity.value) < 0.011 for total in totals)
