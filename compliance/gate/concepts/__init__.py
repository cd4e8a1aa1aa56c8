"""The concepts that ship with the product: lists of general English that rules may refer to.

An operator's own list of the same name extends the shipped one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from compliance.gate.concepts import acts, things
from compliance.gate.matcher import Concepts
from compliance.gate.nodes import Chain, Either, Most, Node, Ref, Together
from compliance.gate.patterns import parse
from compliance.gate.senses import senses

SHIPPED: Mapping[str, str] = {**things.CONCEPTS, **acts.CONCEPTS}
SENSES: Mapping[str, str] = {name: sense.listing for name, sense in senses().items()}


@lru_cache(maxsize=1)
def shipped() -> Concepts:
    """Return the shipped concepts, parsed."""
    return Concepts({name: parse(listing) for name, listing in {**SHIPPED, **SENSES}.items()})


def with_own(own: Mapping[str, tuple[str, ...]]) -> Concepts:
    """Return the shipped concepts extended by an operator's lists.

    Raises:
        PatternError: when one of the operator's expressions cannot be read.
    """
    merged = dict(shipped())
    for name, expressions in own.items():
        fresh = tuple(parse(expression) for expression in expressions)
        merged[name] = Either((*((merged[name],) if name in merged else ()), *fresh))
    return Concepts(merged)


def unknown_concept(node: Node, concepts: Concepts) -> str | None:
    """Return the name of a concept that a pattern refers to and that does not exist."""
    parts: tuple[Node, ...] = ()
    match node:
        case Ref(name):
            return None if name in concepts else name
        case Either(options):
            parts = options
        case Chain(links, _):
            parts = links
        case Together(left, right):
            parts = (left, right)
        case Most(members):
            parts = members
        case _:
            return None
    return next((missing for part in parts if (missing := unknown_concept(part, concepts))), None)
