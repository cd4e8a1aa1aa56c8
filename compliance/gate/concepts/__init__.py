"""The concepts that ship with the product: lists of general English that rules may refer to.

An operator's own list of the same name extends or replaces the shipped one: see
:mod:`compliance.gate.concepts.own`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from compliance.gate.concepts import acts, things
from compliance.gate.concepts.classes import CLASSES
from compliance.gate.concepts.starters import STARTERS
from compliance.gate.matcher import Concepts
from compliance.gate.patterns import parse
from compliance.gate.senses import options_of, senses

__all__ = [
    "CLASSES",
    "SENSES",
    "SHIPPED",
    "STARTERS",
    "expressions_of",
    "plain_ones",
    "shipped",
]

# What claims are read with, beside the small thesaurus of senses.
SHIPPED: Mapping[str, str] = {**things.CONCEPTS, **acts.CONCEPTS}
SENSES: Mapping[str, str] = {name: sense.listing for name, sense in senses().items()}
_PHRASES: Mapping[str, str] = {name: one.expressions for name, one in CLASSES.items()}
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z' -]*")


@lru_cache(maxsize=1)
def shipped() -> Concepts:
    """Return the shipped concepts, parsed."""
    listings = {**SENSES, **_PHRASES, **STARTERS, **SHIPPED}
    return Concepts({name: parse(listing) for name, listing in listings.items()})


@cache
def expressions_of(name: str) -> tuple[str, ...]:
    """Return the expressions of a shipped concept as written; none for a name that is not one."""
    listing = SHIPPED.get(name) or STARTERS.get(name) or _PHRASES.get(name) or SENSES.get(name, "")
    return tuple(part for option in options_of(listing) if (part := " ".join(option.split())))


def plain_ones(expressions: Iterable[str]) -> tuple[str, ...]:
    """Return the expressions that are words alone, which anybody can read."""
    return tuple(one for one in expressions if _PLAIN.fullmatch(one))
