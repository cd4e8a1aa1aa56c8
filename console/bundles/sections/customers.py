"""Section ``customers``: customer records with orders and earlier contacts."""

from __future__ import annotations

from datetime import date
from typing import Any

from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.rows import BundleRows
from console.bundles.writing import short_state
from drafting.models import Customer
from locations.models import Brand


def read_customers(root: Fields, builder: Builder) -> None:
    """Read ``customers``: a list. An order's location may be ``online`` or one long gone."""
    for part in root.parts("customers"):
        row = Customer(
            code=part.code(),
            name=part.text("name"),
            state=part.state("state"),
            loyalty=_loyalty(part),
            orders=[_order(order, builder) for order in part.parts("orders")],
            contacts=part.words("history"),
            consents=_consents(part),
        )
        part.finish()
        if row.code:
            builder.add(row, part)
            part.check(row)


def _consents(part: Fields) -> dict[str, bool]:
    """Read ``consents``: what was asked and whether the customer agreed."""
    if part.node("consents") is None:
        return {}
    given = part.part("consents")
    values = {name: _value(given, name) for name in given.names()}
    for name, value in values.items():
        if not isinstance(value, bool):
            given.fault(name, "Write true or false.")
    return values


def _loyalty(part: Fields) -> dict[str, Any] | None:
    if part.node("loyalty") is None:
        return None
    loyalty = part.part("loyalty")
    values = {name: _value(loyalty, name) for name in loyalty.names()}
    points = values.get("points")
    if points is not None and not isinstance(points, int):
        loyalty.fault("points", "Write the points as a whole number.")
    return values


def _order(part: Fields, builder: Builder) -> dict[str, Any]:
    """Read an order as it is recorded: its date as ISO 8601, numbers as numbers."""
    order = {name: _value(part, name) for name in part.names() if name != "details"}
    for name in ("id", "date"):
        part.text(name, required=True)
    order["id"] = part.text("id")
    if "location" in order:
        order["location"] = part.text("location")
    day = part.day("date")
    order["date"] = day.isoformat() if day is not None else ""
    if not isinstance(order.get("total", 0), int | float):
        part.fault("total", "Write the total as a number of dollars: 38.50.")
    if "brand" in order:
        builder.expect(Brand, [part.text("brand")], part, "brand")
    if "channel" in order:
        order["channel"] = part.text("channel")
    if part.node("details") is not None:
        order["details"] = _details(part.part("details"))
    for name in ("brand", "location", "item", "total", "status"):
        part.node(name)
    part.finish()
    return order


def _details(part: Fields) -> dict[str, Any]:
    """Read further values of an order by name; a date stays a text."""
    values = {name: _value(part, name) for name in part.names()}
    for name, value in values.items():
        if value is None or isinstance(value, list):
            part.fault(name, "Write one value: a number, a text, true or false.")
    return values


def _value(part: Fields, name: str) -> Any:
    return None if part.node(name) is None else part.value(name)


def write_customers(rows: BundleRows) -> list[dict[str, Any]]:
    """Write ``customers``."""
    return [
        {
            "id": row.code,
            "name": row.name,
            "state": short_state(row.state) or None,
            "loyalty": row.loyalty,
            "orders": [
                {key: _as_date(value) if key == "date" else value for key, value in order.items()}
                for order in row.orders
            ],
            "history": list(row.contacts),
            **({"consents": row.consents} if row.consents else {}),
        }
        for row in rows.customers
    ]


def _as_date(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) and value else value
