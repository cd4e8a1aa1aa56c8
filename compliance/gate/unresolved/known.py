"""The amounts and times that something the gate knows says, whatever it says them of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from compliance.gate.checks.sources import content, statements_of
from compliance.gate.numerals import number_value
from compliance.gate.quantities import Quantity, quantities, same_amount
from compliance.gate.reading import Reading
from compliance.gate.text import Text
from compliance.gate.times import ClockTime, TimeRange, times
from compliance.gate.types import Facts, PolicyFact, Unit

# A sum of more parts than these is no sum that anybody would draw up in a reply.
_MOST_PARTS = 12
_NO_COUNTS = frozenset({Unit.MONEY, Unit.PERCENT, Unit.AGE})
_CENT = 0.011


class Known:
    """What the facts, the rules, the voice and the conversation say in amounts and times."""

    def __init__(self, reading: Reading) -> None:
        facts = reading.facts
        places = (facts.place, *facts.elsewhere)
        self._policies = tuple(fact for place in places for fact in place.policies)
        self._texts = tuple(
            dict.fromkeys(
                (
                    *_told(facts, self._policies),
                    *(item.rule.text for item in reading.rules_in_scope),
                    *(item.rule.short_text for item in reading.rules_in_scope),
                    reading.case.tone.disclaimer.text if reading.case.tone.disclaimer else "",
                    reading.message.original,
                )
            )
        )
        self._text = reading.text
        self._spoken = (*quantities(reading.text), *quantities(reading.message))
        self._totals = tuple(
            value
            for order in facts.customer.orders
            if (value := number_value(order.total)) is not None
        )

    def has_amount(self, amount: Quantity) -> bool:
        """Say whether something says this amount, or whether it follows from what is said."""
        return self._is_told(amount) or (amount.unit is Unit.MONEY and self._follows(amount.value))

    def _is_told(self, amount: Quantity) -> bool:
        """Say whether something says this amount: a sum of anything, a period of the same thing.

        A sum is told once in a hundred texts, "five days" in every third.
        """
        about = frozenset[str]() if amount.unit is Unit.MONEY else self._words_around(amount)
        if any(
            _is_value(amount, fact) and _shares(about, content(f"{fact.label} {_in_words(fact)}"))
            for fact in self._policies
        ):
            return True
        if amount.unit is Unit.MONEY and any(
            abs(total - amount.value) < _CENT for total in self._totals
        ):
            return True
        return any(_says(text, amount, about) for text in self._texts)

    def _words_around(self, amount: Quantity) -> frozenset[str]:
        text = self._text
        sentence = text.sentence_at(amount.start)
        before = text.norm[sentence.norm_start : amount.norm_start]
        return content(f"{before} {text.norm[amount.norm_end : sentence.norm_end]}")

    def has_time(self, minute: int) -> bool:
        """Say whether something says this time of the day."""
        return any(minute in _times_of(text) for text in self._texts)

    def _follows(self, value: float) -> bool:
        """Say whether a sum is worked out from what is spoken of: together, apart, a share of it.

        Only of what the draft itself, the message or the customer's orders name: of all that is
        stored some two figures always add up to a third.
        """
        money = [each for each in self._spoken if each.unit is Unit.MONEY][:_MOST_PARTS]
        parts = sorted({*(each.value for each in money if self._is_told(each)), *self._totals})
        shares = {each.value for each in self._spoken if each.unit is Unit.PERCENT}
        shares |= {
            float(fact.value)
            for fact in self._policies
            if fact.unit is Unit.PERCENT and isinstance(fact.value, int | float)
        }
        counts = {each.value for each in self._spoken if each.unit not in _NO_COUNTS}
        made = {one * count for one in parts for count in counts}
        made |= {one / count for one in parts for count in counts if count}
        made |= {one + other for one, other in combinations(parts, 2)}
        made |= {abs(one - other) for one, other in combinations(parts, 2)}
        for share in shares:
            made |= {one * share / 100 for one in parts}
            made |= {one * (1 - share / 100) for one in parts}
        return any(abs(each - value) < _CENT for each in made)


def _told(facts: Facts, policies: tuple[PolicyFact, ...]) -> Iterator[str]:
    for fact in policies:
        yield fact.sentence
        values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
        yield from (value for value in values if isinstance(value, str))
    yield from (f"{offer.name}. {offer.terms_text}" for offer in facts.offers)
    yield from (f"{article.title}. {article.body}" for article in facts.articles)
    yield from (f"{order.item}. {order.status}" for order in facts.customer.orders)
    yield from facts.customer.history


def _is_value(amount: Quantity, fact: PolicyFact) -> bool:
    value = fact.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return bool(same_amount(amount, float(value), fact.unit))


def _says(words: str, amount: Quantity, about: frozenset[str]) -> bool:
    if not any(char.isdigit() for char in words):
        return False
    return any(
        _shares(about, of)
        and any(
            same_amount(amount, value, each.unit)
            for value in (each.value, each.upper)
            if value is not None
        )
        for each, of in statements_of(words)
    )


def _shares(about: frozenset[str], other: frozenset[str]) -> bool:
    return not about or not about.isdisjoint(other)


def _in_words(fact: PolicyFact) -> str:
    return " ".join((fact.key.replace("_", " "), *fact.words))


@lru_cache(maxsize=2048)
def _times_of(words: str) -> frozenset[int]:
    found: set[int] = set()
    for mention in times(Text(words).norm):
        if isinstance(mention, TimeRange):
            found.update(mention.opens.readings, mention.closes.readings)
        elif isinstance(mention, ClockTime):
            found.update(mention.readings)
    return frozenset(found)
