"""The concepts that ship with the product: lists of general English that rules may refer to.

An operator's own list of the same name extends or replaces the shipped one: see
:mod:`compliance.gate.concepts.own`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from compliance.gate.concepts import acts, things
from compliance.gate.concepts.starters import STARTERS
from compliance.gate.matcher import Concepts
from compliance.gate.patterns import parse
from compliance.gate.senses import options_of, senses

__all__ = ["SENSES", "SHIPPED", "STARTERS", "expressions_of", "shipped"]

# What claims are read with, beside the small thesaurus of senses.
SHIPPED: Mapping[str, str] = {**things.CONCEPTS, **acts.CONCEPTS}
SENSES: Mapping[str, str] = {name: sense.listing for name, sense in senses().items()}


@lru_cache(maxsize=1)
def shipped() -> Concepts:
    """Return the shipped concepts, parsed."""
    listings = {**SENSES, **STARTERS, **SHIPPED}
    return Concepts({name: parse(listing) for name, listing in listings.items()})


def expressions_of(name: str) -> tuple[str, ...]:
    """Return the expressions of a shipped concept as written; none for a name that is not one."""
    listing = SHIPPED.get(name) or STARTERS.get(name) or SENSES.get(name, "")
    return tuple(part for option in options_of(listing) if (part := " ".join(option.split())))
