"""How a draft names one of the customer's orders, and what it says right after: price, day, kind.

"Your winter tires cost $580", "the rabbit dental check is $121", "your Spanish course": the phrase
ends in the head noun of an order's item, so the words around it can be held against that order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compliance.gate.lexicon import words
from compliance.gate.text import Text
from compliance.gate.types import OrderFact

_HEAD_END = re.compile(r"\s(?:for|of|with|on|at|from|in|to)\s|\s*[(,]")
# What may describe any order without naming its kind.
_PLAIN = words(
    "new recent next last first latest upcoming own whole full favorite favourite entire big "
    "lovely beautiful delicious great special booked ordered reserved current previous other "
    "same two three four five six seven eight nine ten twelve one monday tuesday wednesday "
    "thursday friday saturday sunday morning afternoon evening today tomorrow tonight weekly "
    "final remaining finished past planned scheduled usual fresh little small large medium "
    "wonderful perfect original replacement missing existing lost late early second third "
    "monthly annual total little both all january february march april may june july august "
    "september october november december"
)
# A phrase does not run over these.
_JOINING = words("and or with without to for from of is are was were that")
_OBJECT = re.compile(r"\b(?:\w+ing|for|of|on|with|to|in|from|at|by|under|without|plus|than)\s$")
_LITTLE = frozenset({"a", "an", "the", "of", "for", "with", "your", "you", ""})
_FOR_NAME = re.compile(r"\sfor ([A-Z][a-z]+)\b")
_DETERMINERS = r"(?:your|the|our|this|that|my)"


@dataclass(frozen=True, slots=True)
class OrderPhrase:
    """A phrase that names an order; offsets count in ``norm``.

    ``modifiers`` are the words between its determiner and its head noun; ``by_id`` says that the
    order's number names it.
    """

    order: OrderFact
    start: int
    end: int
    determiner: str
    modifiers: tuple[str, ...]
    by_id: bool = False


def order_phrases(text: Text, orders: tuple[OrderFact, ...]) -> tuple[OrderPhrase, ...]:
    """Return the phrases of a text that name one of the orders, in order."""
    found: list[OrderPhrase] = []
    for order in orders:
        found.extend(
            OrderPhrase(order, hit.start(), hit.end(), "", (), by_id=True)
            for hit in _id_pattern(order.id).finditer(text.norm)
        )
        owner = _owner_of(order.item)
        pattern = _phrase_pattern(head_of(order.item), owner)
        for hit in pattern.finditer(text.norm) if pattern is not None else ():
            modifiers = tuple(hit["modifiers"].split())
            if not _JOINING & set(modifiers):
                # "Pepper's bath" is as much the customer's as "your bath".
                said = (
                    "your" if owner and hit["determiner"].startswith(owner) else hit["determiner"]
                )
                found.append(OrderPhrase(order, hit.start(), hit.end(), said, modifiers))
    return tuple(sorted(found, key=lambda each: each.start))


def content(written: str) -> frozenset[str]:
    """Return the words that tell an item, without articles and plural endings."""
    found = re.findall(r"[a-z0-9]+", written.lower())
    return frozenset(word.rstrip("s") for word in found) - _LITTLE


def is_subject(norm: str, phrase: OrderPhrase) -> bool:
    """Say whether a phrase may be what a sentence is about, not the object of something else."""
    return _OBJECT.search(norm, max(0, phrase.start - 24), phrase.start) is None


def head_of(item: str) -> str:
    """Return the head noun of an item in lower case: *check* of "rabbit dental check"."""
    phrase = _HEAD_END.split(item.lower().strip(), maxsplit=1)[0]
    found = re.findall(r"[a-z][a-z'-]*", phrase)
    return found[-1] if found else ""


def kind_of(item: str) -> frozenset[str]:
    """Return the words of an item that tell its kind, without its head noun and numbers."""
    phrase = _HEAD_END.split(item.lower().strip(), maxsplit=1)[0]
    found = re.findall(r"[a-z][a-z'-]*", phrase)[:-1]
    return frozenset(_singular(word) for word in found if word not in _PLAIN)


def other_kind(phrase: OrderPhrase) -> tuple[str, ...]:
    """Return the words of a phrase that name another kind of thing than was ordered."""
    known = kind_of(phrase.order.item)
    said = [word for word in phrase.modifiers if word not in _PLAIN and not word[0].isdigit()]
    strange = tuple(word for word in said if _singular(word) not in known)
    left_out = known - {_singular(word) for word in said}
    return strange if known and left_out else ()


def _singular(word: str) -> str:
    return word.removesuffix("'s").rstrip("s") or word


@lru_cache(maxsize=4096)
def _id_pattern(code: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?:your|the)\s)?(?:order\s)?#?{re.escape(code.lower())}(?![\w-])"
    )


def _owner_of(item: str) -> str:
    """Return the name that an item is for, in lower case: *pepper* of "bath for Pepper"."""
    found = _FOR_NAME.search(item)
    return found[1].lower() if found else ""


@lru_cache(maxsize=4096)
def _phrase_pattern(head: str, owner: str = "") -> re.Pattern[str] | None:
    if len(head) < 3:
        return None
    stem = re.escape(head.rstrip("s"))
    determiners = rf"(?:{_DETERMINERS}|{re.escape(owner)}'s)" if owner else _DETERMINERS
    return re.compile(
        rf"\b(?P<determiner>{determiners})\s(?P<modifiers>(?:[a-z0-9][\w'-]*\s){{0,4}}?){stem}(?:e?s)?\b"
        r"(?=\s*(?:$|[.,;:!?)]|(?:is|are|was|were|will|has|have|had|cost|costs|came|comes|come|total\w*|begins?"
        r"|starts?|started|takes?|falls?|on|for|from|this|that|to|by|and|shipped|arrived?|which|at|today|tomorrow)\b))"
    )
