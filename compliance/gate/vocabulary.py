"""The words that a disguised word may turn out to be: the gate's own, the rules', the facts'.

A guess at what a reader makes of “gu4r4nteed” only counts when it gives a word of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compliance.gate.common_words import COMMON_WORDS
from compliance.gate.concepts import SENSES, SHIPPED
from compliance.gate.senses.synonyms import SYNONYMS
from compliance.gate.types import Facts, Rule, ToneOverlay

_WORD: Final = re.compile(r"(?<![@~*\w])[^\W\d_]+")
_CODE: Final = re.compile(r"[^\W_]*\d[^\W_]*")


class Vocabulary:
    """Words known, in whatever inflection, and the codes with digits that are no disguise."""

    def __init__(self, listings: tuple[Listing, ...]) -> None:
        self._listings = listings
        self._asked: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Say whether a word in lower case is known."""
        known = self._asked.get(word)
        if known is None:
            if len(self._asked) > _MOST_ASKED:
                self._asked.clear()
            known = self._asked[word] = any(self.has(form) for form in _forms(word))
        return known

    def has(self, word: str) -> bool:
        """Say whether a word in lower case is known in this very form."""
        return any(word in listing.words for listing in self._listings)

    def is_code(self, word: str) -> bool:
        """Say whether a word in lower case is a code that an operator gave."""
        return any(word in listing.codes for listing in self._listings)

    def extended(self, texts: Iterable[str]) -> Vocabulary:
        """Return a vocabulary that also knows the words and codes of texts."""
        return _vocabulary((*self._listings, _listing(tuple(texts))))


_MOST_ASKED: Final = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """Some words, and the codes among them."""

    words: frozenset[str]
    codes: frozenset[str]


# The drafts for one place share their words.
_vocabulary = lru_cache(maxsize=64)(Vocabulary)


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[str, ...]:
    """Return a word and what it may be an inflection of.

    The stems that patterns are matched on forgive more: for them “freee” is free.
    """
    found = [word]
    for ending, least in _ENDINGS:
        base = word.removesuffix(ending)
        if base == word or len(base) < least or (ending[0] == base[-1] == "e"):
            continue
        found.append(base)
        if ending[0] in "aei":
            found.append(base + "e")
            if base[-1] == base[-2]:
                found.append(base[:-1])
            if ending != "ing" and base[-1] == "i":
                found.append(base[:-1] + "y")
    return tuple(found)


_ENDINGS: Final = (("s", 3), ("es", 3), ("ed", 3), ("ing", 2), ("er", 3), ("est", 3), ("ly", 4))


@lru_cache(maxsize=256)
def _listing(texts: tuple[str, ...]) -> Listing:
    return Listing(
        frozenset(word for text in texts for word in _WORD.findall(text.lower())),
        frozenset(code.lower() for text in texts for code in _CODE.findall(text)),
    )


@lru_cache(maxsize=1)
def shipped_words() -> Vocabulary:
    """Return the words that the product knows of itself."""
    return Vocabulary((_listing((COMMON_WORDS, SYNONYMS, *SHIPPED.values(), *SENSES.values())),))


def texts_of_rules(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield what rules are written in."""
    for rule in rules:
        yield from (rule.claim, rule.text, rule.short_text)
        yield from (*rule.examples, *rule.detectors, *rule.must_mention)


def texts_of_case(facts: Facts, tone: ToneOverlay) -> Iterator[str]:
    """Yield the names and words of a case's facts and of its voice."""
    yield from (facts.brand.name, facts.brand.loyalty, facts.customer.name, facts.customer.tier)
    yield from (*tone.prohibited, *(phrase for phrase, _ in tone.replacements))
    if tone.disclaimer is not None:
        yield tone.disclaimer.trigger
    for place in (facts.place, *facts.elsewhere):
        yield from (place.name, place.city, *place.names)
        for schedule in (place.schedule, *(typed.schedule for typed in place.services)):
            yield from (dated.note for dated in schedule.dated)
        for policy in place.policies:
            yield from (policy.key.replace("_", " "), policy.label, *policy.words)
            yield from (str(policy.value).replace("_", " "), policy.sentence)
    for offer in facts.offers:
        yield from (offer.code, offer.name, *offer.aliases, offer.terms_text)
    for article in facts.articles:
        yield article.title
        yield from (passage.text for passage in article.passages)
    for order in facts.customer.orders:
        yield from (order.id, order.item)
