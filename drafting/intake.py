"""Tickets arrive here, once each: checked, masked, stored and queued for a draft in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from compliance.gate.fingerprint import plain
from compliance.models import EVERY_CHANNEL, ChannelRestriction
from drafting import jobs, scheduling
from drafting.attestation.drafts import superseded
from drafting.attestation.replies import Why
from drafting.classify import ClassCues, classify
from drafting.context.customers import customer_at_arrival
from drafting.crm.lookup import configured_crm, refresh
from drafting.incoming import (
    MAX_CUSTOMER_CODE,
    MAX_MESSAGES,
    DraftWish,
    Incoming,
    TicketRefused,
    read_messages,
    read_state,
    require_text,
)
from drafting.models import (
    Customer,
    Draft,
    DraftStatus,
    ReviewItem,
    ReviewState,
    ScheduledReply,
    Ticket,
    TicketClass,
    TicketMessage,
)
from locations.models import Location
from locations.models.fields import code_validator
from locations.queries import visible_locations
from locations.roles import AGENT, OPERATOR, has_role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

__all__ = ["MAX_MESSAGES", "DraftWish", "Incoming", "Received", "TicketRefused", "receive"]


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a delivery: its ticket, whether it is new, and how many messages were."""

    ticket: Ticket
    created: bool
    added: int


def receive(
    *,
    source: str,
    external_id: str,
    location_code: str,
    channel: str,
    messages: Sequence[Incoming],
    customer_code: str | None = None,
    customer_state: str | None = None,
    arrived_at: datetime,
    actor: User | None,
    wish: DraftWish | None = None,
) -> Received:
    """Store a ticket and queue the draft of its latest customer message, in one transaction.

    Idempotent by ``source`` and ``external_id``: a repeat changes nothing and returns the same
    ticket; new messages of a known conversation (sent whole or alone) are appended, and a new
    message of the customer replaces what was drafted before. ``actor`` is ``None`` for the system
    itself.

    Raises:
        PermissionDenied: when the actor may not bring in tickets.
        TicketRefused: naming the field at fault and what to do; nothing is stored.
    """
    if actor is not None and not has_role(actor, AGENT, OPERATOR):
        raise PermissionDenied("Only agents and operators may bring in tickets.")
    require_text("source", source, limit=40)
    require_text("external_id", external_id, limit=200)
    if arrived_at.tzinfo is None:
        raise TicketRefused("arrived_at", "Give the time with its zone: 2026-11-02T10:00:00-05:00.")
    location = _location(location_code, actor)
    _require_channel(channel)
    state = read_state(customer_state)
    clean = read_messages(messages)
    unavailable = _refresh(customer_code, source=source, external_id=external_id)
    with transaction.atomic():
        customer = _customer(customer_code, unavailable)
        ticket, created = Ticket.objects.get_or_create(
            source=source,
            external_id=external_id,
            defaults={
                "location": location,
                "channel": channel,
                "customer": customer,
                "customer_state": state,
                # Only called, and so only queried, for a ticket that is new.
                "customer_snapshot": lambda: plain(
                    customer_at_arrival(
                        customer,
                        state=state or None,
                        location=location,
                        arrived_at=arrived_at,
                        unavailable=unavailable,
                    )
                ),
                "arrived_at": arrived_at,
            },
        )
        ticket = Ticket.objects.select_for_update().get(pk=ticket.pk)
        if ticket.external_id != external_id:
            raise TicketRefused("external_id", "This ticket was erased just now; send it again.")
        if not created:
            _require_same(ticket, location=location, channel=channel, customer=customer)
        added = _append(ticket, clean, arrived_at)
        answer = next((row for row in reversed(added) if row.author == "customer"), None)
        if answer is not None:
            _supersede(ticket, answer, location)
            _classify(ticket, answer)
            job = jobs.enqueue(ticket=ticket, message=answer, wish=wish or DraftWish())
            job_id: UUID = job.pk
            transaction.on_commit(lambda: jobs.wake(job_id), robust=True)
    return Received(ticket=ticket, created=created, added=len(added))


# --- What a ticket names must exist ---------------------------------------------------------------


def _location(code: str, actor: User | None) -> Location:
    allowed = Location.objects.all() if actor is None else visible_locations(actor)
    # A code may be any text at all, and PostgreSQL refuses NUL even in a comparison.
    location = allowed.filter(code=code).first() if code.isprintable() else None
    if location is None:
        shown = f"“{code[:60]}”" if code.isprintable() else "this code"
        raise TicketRefused(
            "location", f"There is no location {shown} on your roster; send the code of one."
        )
    return location


def _require_channel(code: str) -> None:
    known = list(
        ChannelRestriction.objects.exclude(code=EVERY_CHANNEL)
        .order_by("code")
        .values_list("code", flat=True)
    )
    if code not in known:
        listed = ", ".join(known) or "none yet (add one under channel restrictions)"
        shown = f"“{code[:40]}”" if code.isprintable() else "this one"
        raise TicketRefused("channel", f"There is no channel {shown}; known are {listed}.")


def _refresh(code: str | None, *, source: str, external_id: str) -> str:
    """Bring the customer's record up to date; return why it could not be, if so.

    A CRM is asked once a ticket, before anything is stored: a slow one holds no lock.
    """
    if code is None:
        return ""
    _require_code(code)
    crm = configured_crm()
    if crm is None or _is_known(source, external_id):
        return ""
    return refresh(code, crm)


def _customer(code: str | None, unavailable: str) -> Customer | None:
    """Return the customer, locked: nothing new is sealed with a key that is being destroyed."""
    if code is None:
        return None
    customer = Customer.objects.select_for_update(no_key=True).filter(code=code).first()
    if customer is None and not unavailable:
        raise TicketRefused(
            "customer", f"There is no customer “{code}”; leave it out for an unknown sender."
        )
    return customer


def _require_code(code: str) -> None:
    try:
        code_validator(code)
    except ValidationError as error:
        raise TicketRefused("customer", " ".join(error.messages)) from error
    if len(code) > MAX_CUSTOMER_CODE:
        raise TicketRefused("customer", f"A code has {MAX_CUSTOMER_CODE} characters at most.")


def _is_known(source: str, external_id: str) -> bool:
    return Ticket.objects.filter(source=source, external_id=external_id).exists()


def _require_same(
    ticket: Ticket, *, location: Location, channel: str, customer: Customer | None
) -> None:
    """Refuse a repeat that says something else: the frozen snapshot would no longer be true."""
    for field, same in (
        ("location", ticket.location_id == location.pk),
        ("channel", ticket.channel == channel),
        ("customer", customer is None or ticket.customer_id == customer.pk),
    ):
        if not same:
            raise TicketRefused(
                field,
                f"A ticket with this source and external id was stored with another {field}; "
                "send a new external id.",
            )


# --- What changes when a message comes -----------------------------------------------------------


def _append(ticket: Ticket, given: list[Incoming], arrived_at: datetime) -> list[TicketMessage]:
    """Store the messages that are new; whole conversations and single messages may be repeated."""
    stored = list(ticket.messages.order_by("position"))
    return TicketMessage.objects.bulk_create(
        TicketMessage(
            ticket=ticket,
            position=len(stored) + offset,
            author=message.author,
            text=message.text,
            sent_at=message.sent_at or arrived_at,
        )
        for offset, message in enumerate(given[_known(stored, given) :])
    )


def _known(stored: list[TicketMessage], given: list[Incoming]) -> int:
    """How many of the given messages, from the first on, are stored already."""
    width = len(given)
    for at in range(len(stored) - width + 1):
        if all(map(_same, stored[at : at + width], given)):
            return width
    for overlap in range(min(width, len(stored)), 0, -1):
        if all(map(_same, stored[-overlap:], given[:overlap])):
            return overlap
    return 0


def _same(stored: TicketMessage, given: Incoming) -> bool:
    return (stored.author, stored.text) == (given.author, given.text) and (
        given.sent_at is None or given.sent_at == stored.sent_at
    )


def _supersede(ticket: Ticket, answer: TicketMessage, location: Location) -> None:
    """Retire what answers an older message: the draft must answer the latest."""
    older: QuerySet[Draft] = Draft.objects.filter(
        ticket=ticket, status__in=(DraftStatus.VISIBLE, DraftStatus.HELD)
    ).exclude(message=answer)
    # In one order, as everybody who locks several: so two never wait for each other.
    retired = list(older.select_for_update().order_by("pk"))
    now = timezone.now()
    for draft in retired:
        draft.status = DraftStatus.SUPERSEDED
        draft.version += 1
        draft.save(update_fields=["status", "version"])
    superseded(drafts=retired, location=location.code, at=now)
    for item in ReviewItem.objects.select_for_update().filter(
        draft__ticket=ticket, state=ReviewState.OPEN
    ):
        item.state = ReviewState.OBSOLETE
        item.closed_at = Now()
        item.note = "The customer wrote again; the new message has its own draft."
        item.version += 1
        item.end_claim()
        item.save(update_fields=["state", "closed_at", "note", "version", *ReviewItem.CLAIM])
    scheduling.withdraw(
        ScheduledReply.objects.filter(draft__ticket=ticket),
        reason="The customer wrote again before it went out.",
        why=Why.SUPERSEDED,
        at=now,
    )
    jobs.withdraw(ticket=ticket, reason="The customer wrote again before this was drafted.")


def _classify(ticket: Ticket, answer: TicketMessage) -> None:
    """Say what the ticket is about, from the customer's latest words."""
    classes = {row.code: row for row in TicketClass.objects.all()}
    code, confidence = classify(
        answer.text,
        (ClassCues(row.code, tuple(row.cues), row.priority) for row in classes.values()),
    )
    if code is None and ticket.ticket_class_id is not None:
        return  # "and tomorrow?" goes on about what came before
    ticket.ticket_class = classes[code] if code else None
    ticket.class_confidence = confidence
    ticket.save(update_fields=["ticket_class", "class_confidence"])
