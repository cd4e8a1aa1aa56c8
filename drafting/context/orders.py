"""Which orders of a customer still ask for something, and which come first. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from compliance.gate.types import OrderFact

# An order in one of these states needs nothing more; every other one is open.
_SETTLED: Final = frozenset(
    {
        "",
        "canceled",
        "cancelled",
        "closed",
        "collected",
        "complete",
        "completed",
        "delivered",
        "exchanged",
        "fulfilled",
        "no show",
        "paid",
        "picked up",
        "purchased",
        "refunded",
        "returned",
        "visited",
    }
)


def is_open(order: OrderFact) -> bool:
    """Say whether an order still asks for something: it is not settled in one way or another."""
    return " ".join(order.status.casefold().replace("_", " ").split()) not in _SETTLED


def latest_first(orders: Iterable[OrderFact]) -> list[OrderFact]:
    """Return orders with the latest first; those of one day in the order of the record."""
    return sorted(orders, key=lambda order: order.on, reverse=True)
