"""The customer as a value: from the record, with earlier tickets, and back from the snapshot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

from django.db.models import Count, Q

from compliance.gate.types import CustomerFacts, OrderFact, PastTicket
from drafting.models import Customer, Ticket
from locations.models import Location

# How many of the latest earlier tickets a snapshot names; the others are only counted.
LATEST_TICKETS: Final = 10


def customer_facts(customer: Customer | None, state: str | None = None) -> CustomerFacts:
    """Return a customer as recorded; ``state`` overrides the record's.

    Without a record only the state is known, if that.
    """
    if customer is None:
        return CustomerFacts(state=state or None)
    loyalty = customer.loyalty or {}
    return CustomerFacts(
        code=customer.code,
        name=customer.name,
        state=state or customer.state or None,
        tier=str(loyalty.get("tier") or ""),
        points=loyalty.get("points"),
        orders=tuple(_order(order) for order in customer.orders),
        history=tuple(customer.contacts),
        consents=tuple(sorted(customer.consents.items())),
    )


def customer_at_arrival(
    customer: Customer | None,
    *,
    state: str | None,
    location: Location,
    arrived_at: datetime,
    unavailable: str = "",
) -> CustomerFacts:
    """Return what is known of a customer at the moment a ticket arrives, for its snapshot."""
    facts = replace(customer_facts(customer, state), unavailable=unavailable)
    if customer is None:
        return facts
    earlier = Ticket.objects.filter(customer=customer, arrived_at__lt=arrived_at)
    counts = earlier.aggregate(
        everywhere=Count("pk"), here=Count("pk", filter=Q(location=location))
    )
    latest = earlier.select_related("location", "ticket_class").order_by("-arrived_at", "pk")
    return replace(
        facts,
        tickets=tuple(
            PastTicket(
                location=ticket.location.code,
                on=ticket.arrived_at.astimezone(UTC).date(),
                channel=ticket.channel,
                about=ticket.ticket_class.code if ticket.ticket_class else "",
            )
            for ticket in latest[:LATEST_TICKETS]
        ),
        tickets_here=counts["here"],
        tickets_everywhere=counts["everywhere"],
    )


def _order(order: dict[str, Any]) -> OrderFact:
    return OrderFact(
        id=str(order["id"]),
        location=str(order.get("location", "")),
        item=str(order.get("item", "")),
        total=f"{float(order.get('total', 0)):.2f}",
        on=date.fromisoformat(str(order["date"])),
        status=str(order.get("status", "")),
        channel=str(order.get("channel", "")),
        details=tuple(sorted((order.get("details") or {}).items())),
    )


def customer_from_snapshot(snapshot: dict[str, Any]) -> CustomerFacts:
    """Restore the customer that :func:`compliance.gate.fingerprint.plain` wrote at arrival."""
    return CustomerFacts(
        code=snapshot.get("code"),
        name=snapshot.get("name", ""),
        state=snapshot.get("state"),
        tier=snapshot.get("tier", ""),
        points=snapshot.get("points"),
        orders=tuple(_stored_order(order) for order in snapshot.get("orders", ())),
        history=tuple(snapshot.get("history", ())),
        consents=tuple((name, given) for name, given in snapshot.get("consents", ())),
        tickets=tuple(PastTicket(**_with_day(ticket)) for ticket in snapshot.get("tickets", ())),
        tickets_here=snapshot.get("tickets_here", 0),
        tickets_everywhere=snapshot.get("tickets_everywhere", 0),
        unavailable=snapshot.get("unavailable", ""),
    )


def _stored_order(stored: dict[str, Any]) -> OrderFact:
    details = tuple((name, value) for name, value in stored.get("details", ()))
    return OrderFact(**{**_with_day(stored), "details": details})


def _with_day(stored: dict[str, Any]) -> dict[str, Any]:
    return {**stored, "on": date.fromisoformat(stored["on"])}
