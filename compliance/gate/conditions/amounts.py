"""Amounts of money and percentages that a text states, for conditions that ask for them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from compliance.gate.quantities import quantities
from compliance.gate.text import Text
from compliance.gate.types import Unit


def stated(text: Text, unit: Unit) -> tuple[Decimal, ...]:
    """Return the different amounts of a unit that a text states, in ascending order."""
    found = {Decimal(str(each.value)) for each in quantities(text) if each.unit is unit}
    return tuple(sorted(found))


@lru_cache(maxsize=1_000)
def only_amount(name: str, terms: str, unit: Unit) -> Decimal | None:
    """Return the amount that an offer's name and terms state, where they state just one."""
    found = set(stated(Text(f"{name}. {terms}"), unit))
    return found.pop() if len(found) == 1 else None
