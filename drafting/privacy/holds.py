"""Legal holds: placed and released by operators, with a reason; what they cover is not erased.

A hold and an erasure wait for each other in the database. Whoever comes second sees what the first
one did: an erasure finds the hold, a hold finds that there is nothing left to keep.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from compliance.audit.events import Actor, Happening, append
from compliance.models import EventType
from drafting.errors import Conflict, Unusable
from drafting.models import Customer, Held, LegalHold, Ticket
from drafting.privacy.asking import require_operator, require_words
from locations.models import Location

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MAX_MATTER: Final = 200


@dataclass(frozen=True, slots=True)
class Scope:
    """What is to be held: a customer, a ticket, or all tickets of a place or between two days.

    Days are in UTC and both included; one that is left out is not limited.
    """

    customer: Customer | None = None
    ticket: Ticket | None = None
    location: Location | None = None
    since: date | None = None
    until: date | None = None


class HeldError(Conflict):
    """A legal hold keeps what was to be erased; nothing was."""

    def __init__(self, holds: Iterable[LegalHold]) -> None:
        self.holds = tuple(holds)
        named = "; ".join(f"{each.matter} (hold {each.pk})" for each in self.holds)
        super().__init__(f"A legal hold keeps this: {named}. Nothing was erased.")


def place(
    *, scope: Scope, matter: str, reason: str, actor: User, at: datetime | None = None
) -> LegalHold:
    """Keep something from being erased, from now on; its event commits itself to both texts.

    Raises:
        PermissionDenied: unless the actor is an operator.
        Unusable: when it names nothing or too much, or a text cannot be used.
        Conflict: when the ticket's texts are erased already.
    """
    who = require_operator(actor)
    matter = require_words("matter", matter, limit=MAX_MATTER)
    reason = require_words("reason", reason)
    _require_scope(scope)
    with transaction.atomic():
        await_erasures()
        hold = LegalHold.objects.create(
            customer=scope.customer,
            ticket=scope.ticket,
            location=scope.location,
            since=scope.since,
            until=scope.until,
            matter=matter,
            reason=reason,
            placed_by=actor,
            placed_at=at or timezone.now(),
        )
        texts = {"matter": matter, "reason": reason}
        _tell(hold, EventType.HOLD_PLACED, who, hold.placed_at, texts)
        return hold


def release(*, hold: LegalHold, reason: str, actor: User, at: datetime | None = None) -> LegalHold:
    """Release a hold; the row stays and says who did it and why.

    Raises:
        PermissionDenied: unless the actor is an operator.
        Unusable: when no reason is given.
        Conflict: when it was released before.
    """
    who = require_operator(actor)
    reason = require_words("reason", reason)
    with transaction.atomic():
        hold = LegalHold.objects.select_for_update(of=("self",)).get(pk=hold.pk)
        if hold.released_at is not None:
            raise Conflict(f"This hold was released on {hold.released_at:%B %-d, %Y}.")
        hold.released_at, hold.released_by, hold.release_reason = (
            at or timezone.now(),
            actor,
            reason,
        )
        hold.save(update_fields=["released_at", "released_by", "release_reason"])
        _tell(hold, EventType.HOLD_RELEASED, who, hold.released_at, {"reason": reason})
        return hold


def await_erasures() -> None:
    """Wait for erasures and holds of other transactions to end, and keep later ones waiting."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT await_erasures()")


def holds_on(
    *, customer: Customer | None = None, tickets: Iterable[UUID] = ()
) -> QuerySet[LegalHold]:
    """Return the holds in force on a customer with all tickets, or on single tickets."""
    covers = Q(ticket__in=list(tickets))
    if customer is not None:
        covers |= Q(customer=customer.pk)
    named = LegalHold.objects.filter(pk__in=Held.objects.filter(covers).values("hold"))
    return named.select_related("customer", "ticket", "location", "placed_by").order_by("pk")


def _require_scope(scope: Scope) -> None:
    wide = (scope.location, scope.since, scope.until)
    named = [scope.customer is not None, scope.ticket is not None, any(wide)]
    if sum(named) != 1:
        raise Unusable(
            "scope",
            "Name a customer, or a ticket, or a location or days; not several of these.",
        )
    if scope.since and scope.until and scope.until < scope.since:
        raise Unusable("until", "This day is before the first one.")


def _tell(
    hold: LegalHold, kind: EventType, who: Actor, at: datetime, texts: dict[str, str]
) -> None:
    details: dict[str, Any] = {
        "hold": hold.pk,
        "customer": hold.customer_id,
        "since": None if hold.since is None else hold.since.isoformat(),
        "until": None if hold.until is None else hold.until.isoformat(),
    }
    place = hold.location if hold.ticket is None else hold.ticket.location
    append(
        Happening(
            type=kind,
            at=at,
            actor=who,
            location="" if place is None else place.code,
            ticket="" if hold.ticket_id is None else str(hold.ticket_id),
            details=details,
            texts=texts,
        )
    )
