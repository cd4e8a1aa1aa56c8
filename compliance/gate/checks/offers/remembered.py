"""What is worked out of all offers once, found again without reading every offer each time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar

from compliance.gate.types import OfferFact

_Made = TypeVar("_Made")
_KEPT: Final = 256


def of_offers(
    make: Callable[[tuple[OfferFact, ...]], _Made],
) -> Callable[[tuple[OfferFact, ...]], _Made]:
    """Remember what a function makes of offers: of the same tuple, and of one that is equal.

    Comparing by value reads every field of every offer, which takes longer than a short text is
    read in; so a tuple is first known by its identity. It is kept alive with what was made of it.
    """
    by_value = lru_cache(maxsize=_KEPT)(make)
    by_identity: OrderedDict[int, tuple[tuple[OfferFact, ...], _Made]] = OrderedDict()

    @wraps(make)
    def made(offers: tuple[OfferFact, ...]) -> _Made:
        found = by_identity.get(id(offers))
        if found is not None and found[0] is offers:
            return found[1]
        result = by_value(offers)
        by_identity[id(offers)] = (offers, result)
        while len(by_identity) > _KEPT:
            try:
                by_identity.popitem(last=False)
            except KeyError:  # another thread took the last one
                break
        return result

    return made
