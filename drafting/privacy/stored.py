"""What is stored about a customer or a ticket, counted: no text is opened for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from uuid import UUID

from django.db.models import Q

from compliance.models import AuditSalt, DataKey, EventType, GateDecision
from drafting.models import (
    Customer,
    Draft,
    DraftJob,
    DraftStatus,
    JobState,
    LegalHold,
    ReviewItem,
    ReviewState,
    ScheduledReply,
    ScheduleState,
    SentReply,
    Ticket,
    TicketMessage,
)
from drafting.privacy.holds import holds_on

# What operators write of holds and erasures is no customer's text: it stays provable.
PROVABLE = (EventType.ERASURE, EventType.HOLD_PLACED, EventType.HOLD_RELEASED)
ALIVE = (DraftStatus.VISIBLE, DraftStatus.HELD)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are: of what becomes unreadable, and of what is ended because it is alive."""

    tickets: int = 0
    messages: int = 0
    drafts: int = 0
    decisions: int = 0
    replies: int = 0
    versions: int = 0
    keys: int = 0
    salts: int = 0
    drafts_taken_back: int = 0
    reviews_closed: int = 0
    schedules_cancelled: int = 0
    jobs_withdrawn: int = 0

    def as_json(self) -> dict[str, int]:
        """Return them as plain data."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Stored:
    """What an erasure would destroy, and the holds that keep it from that."""

    tickets: tuple[UUID, ...]
    keys: tuple[UUID, ...]
    counts: Counts
    holds: tuple[LegalHold, ...] = field(default=())

    @property
    def is_erased(self) -> bool:
        """Whether nothing is left that a key opens."""
        return not self.keys


def stored_of(customer: Customer) -> Stored:
    """Count what is stored of a customer: the record, its history, and all tickets."""
    tickets = Ticket.objects.filter(customer=customer)
    return _stored(tickets.values_list("pk", "data_key"), customer=customer)


def stored_of_ticket(ticket: Ticket) -> Stored:
    """Count what is stored of one ticket."""
    return _stored([(ticket.pk, ticket.data_key_id)])


def salts_of(tickets: Iterable[UUID]) -> Q:
    """The condition for the salts of all that events of tickets commit themselves to."""
    return Q(event__ticket__in=[str(each) for each in tickets]) & ~Q(event__type__in=PROVABLE)


def _stored(rows: Iterable[tuple[UUID, UUID]], customer: Customer | None = None) -> Stored:
    pairs = sorted(rows)
    tickets = tuple(ticket for ticket, _ in pairs)
    keys = {key for _, key in pairs} | ({customer.data_key_id} if customer else set())
    live = tuple(
        DataKey.objects.filter(pk__in=keys, destroyed_at=None)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    of_drafts = Draft.objects.filter(ticket__in=tickets)
    unsent = ScheduledReply.objects.filter(draft__ticket__in=tickets, state=ScheduleState.WAITING)
    counts = Counts(
        tickets=len(tickets),
        messages=TicketMessage.objects.filter(ticket__in=tickets).count(),
        drafts=of_drafts.count(),
        decisions=GateDecision.objects.filter(subject__in=of_drafts.values("pk")).count(),
        replies=SentReply.objects.filter(draft__ticket__in=tickets).count(),
        versions=0 if customer is None else customer.history.count(),
        keys=len(live),
        salts=AuditSalt.objects.filter(salts_of(tickets)).count(),
        drafts_taken_back=of_drafts.filter(status__in=ALIVE).count(),
        reviews_closed=ReviewItem.objects.filter(
            draft__ticket__in=tickets, state=ReviewState.OPEN
        ).count(),
        schedules_cancelled=unsent.count(),
        jobs_withdrawn=DraftJob.objects.filter(ticket__in=tickets)
        .exclude(state=JobState.DONE)
        .count(),
    )
    holds = holds_on(customer=customer, tickets=tickets)
    return Stored(tickets=tickets, keys=live, counts=counts, holds=tuple(holds))
