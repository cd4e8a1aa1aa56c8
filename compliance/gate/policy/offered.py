"""Whether an amount is what an offer of the operator gives, and so no statement of a term.

"$59 for an oil change and a rotation" is the winter offer's price, not that of an oil change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compliance.gate.lexicon import stem, words
from compliance.gate.policy.extents import FREE
from compliance.gate.quantities import quantities
from compliance.gate.reading import Reading
from compliance.gate.text import Text
from compliance.gate.types import Unit

# An offer that is over, or is not given here, excuses nothing.
_GIVEN: Final = frozenset({"active", "upcoming", "wrong_weekday"})
_TOLD: Final = 0.6  # the share of an offer's words that tells it without its name
_TOUCHED: Final = 0.3  # the same where it was named just before, or by the customer
_WORD: Final = re.compile(r"[a-z][a-z'-]+")
_PART: Final = re.compile(r",|\b(?:with|on|for|when|if)\b")  # what is given, and with what
_FREE: Final = re.compile(rf"{FREE.pattern}|\bwaived\b|\$0\b")
_LITTLE: Final = words(
    "a an the and or of with for to on in at by from off any all each every per your our new get "
    "free half price waived charge no cost dollars only one two three first"
)


@dataclass(frozen=True, slots=True)
class _Given:
    """What an offer's terms give: amounts, what is free (if anything), and the words for it all."""

    amounts: frozenset[tuple[Unit, float]]
    free: frozenset[str]
    words: frozenset[str]


def is_of_offer(reading: Reading, position: int, unit: Unit, value: float) -> bool:
    """Say whether the sentence at an original offset gives an offer's amount, 0 for nothing."""
    sentences = reading.text.sentences
    sentence = reading.text.sentence_at(position)
    index = sentences.index(sentence)
    norm = reading.text.norm
    said = norm[sentence.norm_start : sentence.norm_end]
    before = norm[sentences[index - 1].norm_start : sentence.norm_start] if index else ""
    told = frozenset(_stems(said))
    for offer in reading.facts.offers:
        given = _given(offer.terms_text)
        if offer.standing not in _GIVEN or not (
            given.free and 2 * len(given.free & told) >= len(given.free)
            if not value
            else (unit, value) in given.amounts
        ):
            continue
        names = [name.lower() for name in (offer.name, *offer.aliases) if name]
        if any(name in said for name in names):
            return True
        near = any(name in before or name in reading.message.norm for name in names)
        needed = _TOUCHED if near else _TOLD
        if given.words and len(given.words & told) >= needed * len(given.words):
            return True
    return False


@lru_cache(maxsize=1024)
def _given(terms: str) -> _Given:
    text = Text(terms)
    amounts = frozenset((each.unit, each.value) for each in quantities(text))
    free = next((part for part in _PART.split(text.norm) if _FREE.search(part)), "")
    return _Given(amounts, frozenset(_stems(free)), frozenset(_stems(text.norm)))


def _stems(norm: str) -> list[str]:
    return [stem(word.removesuffix("'s")) for word in _WORD.findall(norm) if word not in _LITTLE]
