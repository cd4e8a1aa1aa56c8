"""Amounts that a reply mentions in passing: stories, records, what others than us ask for."""

from __future__ import annotations

import re

from compliance.gate.quantities import DURATIONS, Comparator, Quantity
from compliance.gate.reading import Reading
from compliance.gate.records import noted_sums
from compliance.gate.text import Text
from compliance.gate.types import Unit

# Amounts that tell a story instead of a rule: how long ago, how much is left, an offer's discount.
_STORY_AFTER = re.compile(
    r"\s*(?:ago|since|later|left|remaining|old\b|to go|already|"
    r"off\b(?! (?:your|the|that|of your) (?:refund|money|return|sum|amount))|"
    r"more days|bonus|discount|from (?:now|today)|away)"
)
_LATER = re.compile(r"\s*later\b")
_STORY_BEFORE = re.compile(
    r"(?:\b(?:it's been|it has been|been|past|(?<!can )(?<!may )(?<!will )(?<!must )last|bought|"
    r"(?:matures?|renews?|starts?|begins?|opens?) in|"
    r"another|other|save|saves|is now|every|next|worth|total(?:s|ed)?|saw|"
    r"almost)|\bover the)\s+(?:the |about |just |only |a |already |of )*$"
)
_REDUCED = re.compile(r"\b(?:free|discount\w*|half|off|eats?|menu|price[ds]?|rates?|years old)\b|%")
# ... but these say who may come, or who a reduction is for in the first place.
_ADMITS = re.compile(r"\b(?:must|ha(?:ve|s) to|needs? to|should|minimum)(?: be)?\b[^,;]*years old")
_SENIORS = re.compile(r"\bseniors?\b")
_BY_DAY = re.compile(
    r"\b(?:by|before|no later than) (?:the end of |this |next )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\bby (?:tomorrow|tonight|noon)\b"
)
_OTHERS = re.compile(
    r"\b(?:manufacturer'?s?|from (?:its|the|their) maker|the maker'?s?|its maker'?s?|maker'?s? "
    r"(?:own )?(?:warranty|terms)|your (?:bank|insurer|insurance|card issuer|carrier)"
    r"(?:'s| (?:covers?|pays?|charges?|may|will|takes?))|factory)\b"
)


# What somebody has by now is theirs, and the check of customer data reads it.
_HAS = re.compile(
    r"\b(?:you(?:'re| are| have|'ve|'ve got| currently have)"
    r"|your (?:\w+ )?(?:balance|total|points|account)(?: \w+)?)"
    r"(?: (?:at|got|now|up to|currently|about|around|is|are|stands at|with))*\s*$"
)


def in_passing(reading: Reading, quantity: Quantity) -> bool:
    """Say whether an amount is a record of the customer's, another's term or a child's fare."""
    text = reading.text
    return (
        _known_of_customer(reading, quantity)
        or _frees_by_age(text, quantity)
        or _of_others(text, quantity)
        or _of_offer(reading, quantity)
    )


def tells_a_story(norm: str, quantity: Quantity) -> bool:
    """Say whether an amount says how long ago, how much is left or what an offer gives."""
    if _STORY_AFTER.match(norm, quantity.norm_end):
        until = quantity.comparator in {Comparator.UP_TO, Comparator.WITHIN}
        return not (until and _LATER.match(norm, quantity.norm_end))  # "up to a year later"
    return bool(_STORY_BEFORE.search(norm[max(0, quantity.norm_start - 30) : quantity.norm_start]))


def draws_a_day(text: Text, quantity: Quantity) -> bool:
    """Say whether the sentence also says by which day, which another period makes wrong."""
    sentence = text.sentence_at(quantity.start)
    return quantity.unit in DURATIONS and bool(
        _BY_DAY.search(text.norm, sentence.norm_start, sentence.norm_end)
    )


def _frees_by_age(text: Text, quantity: Quantity) -> bool:
    """Say whether an age is what something costs less by, not who may come."""
    if quantity.unit is not Unit.AGE:
        return False
    sentence = text.sentence_at(quantity.start)
    words = text.norm[sentence.norm_start : sentence.norm_end]
    if _ADMITS.search(words) or _SENIORS.search(words):
        return False
    return bool(_REDUCED.search(words))


def _of_others(text: Text, quantity: Quantity) -> bool:
    """Say whether an amount is a maker's or a competitor's, who have terms of their own."""
    sentence = text.sentence_at(quantity.start)
    around = text.norm[
        max(sentence.norm_start, quantity.norm_start - 60) : min(
            sentence.norm_end, quantity.norm_end + 50
        )
    ]
    return bool(_OTHERS.search(around))


def _of_offer(reading: Reading, quantity: Quantity) -> bool:
    """Say whether an amount off stands with the name of an offer, which the offers check reads."""
    if quantity.unit not in {Unit.PERCENT, Unit.MONEY}:
        return False
    sentence = reading.text.sentence_at(quantity.start)
    said = reading.text.norm[sentence.norm_start : sentence.norm_end]
    return _REDUCED.search(said) is not None and any(
        name.lower() in said
        for offer in reading.facts.offers
        for name in (offer.name, *offer.aliases)
        if name
    )


def _known_of_customer(reading: Reading, quantity: Quantity) -> bool:
    """Say whether an amount is one of the customer's own records, not a term."""
    if quantity.unit is not Unit.MONEY:
        before = reading.text.norm[max(0, quantity.norm_start - 40) : quantity.norm_start]
        return quantity.noun.startswith("point") and bool(_HAS.search(before))
    return any(
        abs(known - quantity.value) < 0.005
        for order in reading.facts.customer.orders
        for known in noted_sums(order)
    )
