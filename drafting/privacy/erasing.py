"""Erasure: keys and salts are destroyed, what is alive is ended, and the log is told.

Nothing here opens a text. What the log proved before it proves afterwards, for no event, decision
or reply is changed; what they were about nobody can read or guess any more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from compliance.audit import requests
from compliance.audit.events import SYSTEM, Actor, Happening, append
from compliance.models import AuditSalt, EventType, SealedInputPart
from compliance.sealing import keyring
from drafting import jobs, scheduling
from drafting.attestation.drafts import erased
from drafting.attestation.replies import Why
from drafting.errors import Conflict
from drafting.models import (
    Customer,
    Draft,
    DraftJob,
    DraftStatus,
    Erasure,
    JobState,
    JudgeAnswer,
    ReviewItem,
    ReviewState,
    ScheduledReply,
    Ticket,
)
from drafting.privacy.asking import require_operator, require_words
from drafting.privacy.holds import HeldError, await_erasures
from drafting.privacy.memory import forget_texts
from drafting.privacy.stored import (
    ALIVE,
    Counts,
    Stored,
    salts_of,
    stored_of,
    stored_of_ticket,
)
from locations import changes

if TYPE_CHECKING:
    from django.contrib.auth.models import User

ERASED: Final = "The texts were erased."
_RECORD: Final = "The record was erased."
_SEALED: Final = ("name", "loyalty", "orders", "consents", "contacts")
NEW_KEY: Final = "Texts were erased; the record goes on under another key."


class AlreadyErasedError(Conflict):
    """There is nothing left to erase; ``erasure`` says since when."""

    def __init__(self, erasure: Erasure) -> None:
        self.erasure = erasure
        super().__init__(
            f"This was erased already on {erasure.erased_at:%B %-d, %Y}; nothing is left to erase."
        )


class NotDueError(Conflict):
    """Something happened since it was found to be due."""


@dataclass(frozen=True, slots=True)
class Order:
    """Who erases, and why. Nobody is the system, when the retention of texts ends.

    ``still`` is asked once all is locked: what is due by its age may have become young again.
    ``keeps_record`` has a customer's present record go on under a new key.
    """

    actor: User | None
    reason: str
    keeps_record: bool = False
    still: Callable[[], bool] = lambda: True


def erase_customer(*, customer: Customer, order: Order, at: datetime | None = None) -> Erasure:
    """Erase a customer's record, its history, and all their tickets, in one transaction.

    Raises:
        PermissionDenied: unless the actor is an operator.
        Unusable: when the reason cannot be used.
        HeldError: when a hold covers the customer or one of the tickets; nothing is erased.
        AlreadyErasedError: when nothing came in since the last erasure.
        NotDueError: when it is not due any more.
    """
    who, reason = _asked(order)
    now = at or timezone.now()
    with transaction.atomic():
        await_erasures()
        customer = Customer.objects.select_for_update().get(pk=customer.pk)
        tickets = _locked(customer=customer)
        found = stored_of(customer)
        if found.holds:
            raise HeldError(found.holds)
        last = customer.erasures.order_by("-erased_at").first()
        open_keys = set(found.keys)
        if (
            last is not None
            and not last.keeps_record
            and last.customer_version == customer.version
            and not any(each.data_key_id in open_keys for each in tickets)
        ):
            raise AlreadyErasedError(last)
        _require_due(order)
        record = _record(customer) if order.keeps_record else None
        _end(tickets, now)
        counts = _destroy(tickets, found, now)
        if record is None:
            _end_record(customer)
        else:
            _renew_key(customer, record)
        return _tell(
            Erasure(
                customer=customer,
                keeps_record=order.keeps_record,
                customer_version=customer.version,
                actor=order.actor,
                reason=reason,
                erased_at=now,
                counts=counts.as_json(),
            ),
            tickets,
            who,
        )


def erase_ticket(*, ticket: Ticket, order: Order, at: datetime | None = None) -> Erasure:
    """Erase one ticket of an unknown sender.

    Raises:
        Conflict: when the sender is known: their texts share one key, and go together.
        PermissionDenied, Unusable, HeldError, AlreadyErasedError, NotDueError: as for a customer.
    """
    who, reason = _asked(order)
    now = at or timezone.now()
    with transaction.atomic():
        await_erasures()
        tickets = _locked(pk=ticket.pk)
        if tickets[0].customer_id is not None:
            raise Conflict(
                "This ticket is of a known customer, whose texts share one key: erase the customer."
            )
        found = stored_of_ticket(tickets[0])
        if found.holds:
            raise HeldError(found.holds)
        if found.is_erased:
            raise AlreadyErasedError(ticket.erasures.latest("erased_at"))
        _require_due(order)
        _end(tickets, now)
        counts = _destroy(tickets, found, now)
        return _tell(
            Erasure(
                ticket=tickets[0],
                actor=order.actor,
                reason=reason,
                erased_at=now,
                counts=counts.as_json(),
            ),
            tickets,
            who,
        )


def _asked(order: Order) -> tuple[Actor, str]:
    who = SYSTEM if order.actor is None else require_operator(order.actor)
    return who, require_words("reason", order.reason)


def _require_due(order: Order) -> None:
    if not order.still():
        raise NotDueError("Something happened meanwhile: it is not due any more.")


def _locked(**which: Any) -> list[Ticket]:
    """Lock tickets, then their drafts, as everywhere: no event of theirs is being written then."""
    tickets = list(
        Ticket.objects.select_for_update(of=("self",))
        .filter(**which)
        .select_related("location")
        .only("customer", "data_key", "location__code")
        .order_by("pk")
    )
    drafts = Draft.objects.select_for_update().filter(ticket__in=tickets).order_by("pk")
    list(drafts.values_list("pk"))
    return tickets


# --- What is destroyed ----------------------------------------------------------------------------


def _destroy(tickets: list[Ticket], found: Stored, now: datetime) -> Counts:
    """Destroy keys, salts, and the rows that may go; return what it was, as it came out."""
    salts, _ = AuditSalt.objects.filter(salts_of(found.tickets)).delete()
    # What is sealed is unreadable without its key; what need not stay goes all the same.
    SealedInputPart.objects.filter(data_key__in=found.keys).delete()
    JudgeAnswer.objects.filter(data_key__in=found.keys).delete()
    requests.forget_texts(now)
    keys = keyring.destroy(found.keys, at=now)
    for ticket in tickets:
        # What its source called it may be an address. What comes under it is another ticket.
        ticket.external_id = f"erased-{ticket.pk}"
    Ticket.objects.bulk_update(tickets, ["external_id"], batch_size=500)
    transaction.on_commit(forget_texts, robust=True)
    return replace(found.counts, keys=keys, salts=salts)


def _record(customer: Customer) -> dict[str, Any]:
    """Open a customer's record while its key is there."""
    return {name: getattr(customer, name) for name in _SEALED}


def _end_record(customer: Customer) -> None:
    """Blank a customer's record, under a key for what comes in later."""
    [customer.data_key_id] = keyring.make()
    customer.name = customer.state = ""
    customer.loyalty, customer.orders, customer.consents, customer.contacts = None, [], {}, []
    changes.save(row=customer, actor=None, reason=_RECORD)
    kind = ContentType.objects.get_for_model(Customer)
    LogEntry.objects.filter(content_type=kind, object_id=str(customer.pk)).update(
        object_repr=customer.code, change_message=""
    )


def _renew_key(customer: Customer, record: dict[str, Any]) -> None:
    """Have a customer's record go on as it is, under another key."""
    [customer.data_key_id] = keyring.make()
    for name, value in record.items():
        setattr(customer, name, value)
    changes.save(row=customer, actor=None, reason=NEW_KEY)


# --- What is ended --------------------------------------------------------------------------------


def _end(tickets: list[Ticket], now: datetime) -> None:
    """Take back what is alive of locked tickets, so that nobody works on it any more."""
    ids = [ticket.pk for ticket in tickets]
    alive = list(
        Draft.objects.filter(ticket__in=ids, status__in=ALIVE)
        .select_related("ticket__location")
        .only("status", "ticket__location__code")
        .order_by("pk")
    )
    Draft.objects.filter(pk__in=[draft.pk for draft in alive]).update(
        status=DraftStatus.ERASED,
        shown_text=None,
        shown_digest=None,
        shown_verdict=None,
        shown_decision=None,
        approval=None,
        version=F("version") + 1,
    )
    erased(drafts=alive, at=now)
    ReviewItem.objects.filter(draft__ticket__in=ids, state=ReviewState.OPEN).update(
        state=ReviewState.OBSOLETE,
        closed_at=now,
        note="",
        claimed_by=None,
        claimed_at=None,
        claim_until=None,
        claim_note="",
        version=F("version") + 1,
    )
    scheduling.withdraw(
        ScheduledReply.objects.filter(draft__ticket__in=ids), reason=ERASED, why=Why.ERASED, at=now
    )
    unfinished = DraftJob.objects.filter(ticket__in=ids).exclude(state=JobState.DONE)
    for ticket in Ticket.objects.filter(pk__in=unfinished.values("ticket")).only("pk"):
        jobs.withdraw(ticket=ticket, reason=ERASED)


# --- What is told ---------------------------------------------------------------------------------


def _tell(erasure: Erasure, tickets: list[Ticket], who: Actor) -> Erasure:
    """Store an erasure and tell the log: once with the counts, and once for each ticket."""
    one = erasure.ticket
    told: dict[str, Any] = {"erasure": str(erasure.pk), "customer": erasure.customer_id}
    whole = Happening(
        type=EventType.ERASURE,
        at=erasure.erased_at,
        actor=who,
        location="" if one is None else one.location.code,
        ticket="" if one is None else str(one.pk),
        details={
            **told,
            "of": "customer" if one is None else "ticket",
            "record": "none" if one else "kept" if erasure.keeps_record else "erased",
            "counts": erasure.counts,
        },
        texts={"reason": erasure.reason},
    )
    each = [
        Happening(
            type=EventType.ERASURE,
            at=erasure.erased_at,
            actor=who,
            location=ticket.location.code,
            ticket=str(ticket.pk),
            details={**told, "of": "ticket"},
        )
        for ticket in tickets
        if one is None
    ]
    event, *_ = append(whole, *each)
    erasure.event = event.pk
    erasure.save(force_insert=True)
    return erasure
