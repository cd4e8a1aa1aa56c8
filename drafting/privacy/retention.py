"""Retention: what was kept as long as the operator says is erased, unless a hold keeps it.

A ticket is due when nothing happened on it for as many days as its rule says. The texts of a known
customer share one key: they are due when all tickets of the customer are. The record goes with them
when its own time is over as well, and goes on under another key when it is not.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

from django.db import InterfaceError, OperationalError, models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from compliance.gate.faults import named
from drafting.models import Customer, Erasure, Held, RetentionRule, RetentionRun, Ticket
from drafting.privacy.erasing import (
    NEW_KEY,
    AlreadyErasedError,
    NotDueError,
    Order,
    erase_customer,
    erase_ticket,
)
from drafting.privacy.holds import HeldError

logger = logging.getLogger(__name__)

BATCH: Final = 20
EVERY: Final = timedelta(hours=1)
_RUNS_KEPT: Final = 200
_REASON: Final = "It was kept as long as the rules of retention say."
Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Due:
    """What is due at a moment, by our rules: queries that nobody has run yet.

    ``customers`` lose their texts and keep their record, ``records`` lose both.
    """

    tickets: QuerySet[Ticket]
    customers: QuerySet[Customer]
    records: QuerySet[Customer]


def rules() -> list[RetentionRule]:
    """Return the rules, the strongest first."""
    rows = RetentionRule.objects.select_related("vertical", "brand")
    return sorted(rows, key=_weight, reverse=True)


def due(at: datetime, ordered: list[RetentionRule]) -> Due:
    """Return what is due at a moment by rules in the order of their strength; no query yet."""
    is_due = _tickets_due(at, ordered)
    live = Ticket.objects.filter(data_key__destroyed_at=None)
    of_one = live.filter(customer=OuterRef("pk"))
    settled = Customer.objects.filter(~Exists(of_one.filter(~is_due)))
    records = settled.filter(_records_due(at, ordered))
    texts = settled.filter(Exists(of_one)).exclude(pk__in=records.values("pk"))
    return Due(
        tickets=live.filter(is_due, customer=None).order_by("pk"),
        customers=texts.order_by("pk"),
        records=records.order_by("pk"),
    )


def free(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Only what no hold covers."""
    return rows.filter(~_held(rows))


def held(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Only what a hold covers."""
    return rows.filter(_held(rows))


def _held(rows: QuerySet[Row]) -> Exists:
    name = "ticket" if rows.model is Ticket else "customer"
    return Exists(Held.objects.filter(**{name: OuterRef("pk")}))


def _weight(rule: RetentionRule) -> tuple[bool, bool, bool]:
    return (rule.brand_id is not None, rule.vertical_id is not None, bool(rule.channel))


def _tickets_due(at: datetime, ordered: list[RetentionRule]) -> Q:
    """The condition for a ticket that its rule, the strongest that fits, says is due."""
    found, stronger = Q(pk__in=[]), Q(pk__in=[])
    for rule in ordered:
        fits = Q()
        if rule.brand_id is not None:
            fits &= Q(location__brand=rule.brand_id)
        if rule.vertical_id is not None:
            fits &= Q(location__vertical=rule.vertical_id)
        if rule.channel:
            fits &= Q(channel=rule.channel)
        if rule.days is not None:
            before = at - timedelta(days=rule.days)
            # The ticket's own column first: of young ones nothing else is looked at.
            old = Q(created_at__lt=before) & Q(activity__last_at__lt=before)
            found |= fits & ~stronger & old
        stronger |= fits
    return found


def _records_due(at: datetime, ordered: list[RetentionRule]) -> Q:
    """The condition for a record whose own time is over, and that is not erased."""
    days = next((rule.record_days for rule in ordered if not any(_weight(rule))), None)
    if days is None:
        return Q(pk__in=[])
    before = at - timedelta(days=days)
    later = Customer.history.filter(id=OuterRef("pk"), history_date__gte=before)
    active = Ticket.objects.filter(customer=OuterRef("pk"), activity__last_at__gte=before)
    erased = Erasure.objects.filter(
        customer=OuterRef("pk"), customer_version=OuterRef("version"), keeps_record=False
    )
    later = later.exclude(history_change_reason=NEW_KEY)
    return Q(~Exists(later)) & Q(~Exists(active)) & Q(~Exists(erased))


# --- Running --------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Pace:
    """When this process looks again; another one may have looked meanwhile."""

    next_at: float = 0.0


_pace = _Pace()


def step() -> bool:
    """Erase a few of what is due, once an hour; say whether there may be more.

    Raises:
        OperationalError: when the database is gone.
    """
    if time.monotonic() < _pace.next_at:
        return False
    _pace.next_at = time.monotonic() + EVERY.total_seconds()
    done = run(at=timezone.now(), most=BATCH)
    if done is None or done.tickets + done.customers < BATCH:
        return False
    _pace.next_at = 0.0
    return True


def run(*, at: datetime, most: int | None = None) -> RetentionRun | None:
    """Erase what is due and not held, each in a transaction of its own; at most so many.

    ``None`` where no rule says how long anything is kept. Two that run at once erase nothing twice.
    """
    ordered = rules()
    if not ordered:
        return None
    record = RetentionRun.objects.create(started_at=timezone.now())
    found = due(at, ordered)
    record.held = sum(held(rows).count() for rows in (found.tickets, found.customers))
    record.held += held(found.records).count()
    for row, keeps_record in _chosen(found, most):
        _erase(row, keeps_record, at, ordered, record)
    record.finished_at = timezone.now()
    record.save()
    old = RetentionRun.objects.values_list("pk", flat=True)[_RUNS_KEPT:]
    RetentionRun.objects.filter(pk__in=list(old)).delete()
    return record


def _chosen(found: Due, most: int | None) -> Iterator[tuple[Ticket | Customer, bool]]:
    left = most
    tickets = list(free(found.tickets)[:left])
    yield from ((ticket, False) for ticket in tickets)
    left = None if left is None else left - len(tickets)
    customers = list(free(found.customers)[:left])
    yield from ((customer, True) for customer in customers)
    left = None if left is None else left - len(customers)
    yield from ((customer, False) for customer in free(found.records)[:left])


def _erase(
    row: Ticket | Customer,
    keeps_record: bool,
    at: datetime,
    ordered: list[RetentionRule],
    record: RetentionRun,
) -> None:
    def still() -> bool:
        now = due(at, ordered)
        if isinstance(row, Ticket):
            return now.tickets.filter(pk=row.pk).exists()
        return (now.customers if keeps_record else now.records).filter(pk=row.pk).exists()

    order = Order(actor=None, reason=_REASON, keeps_record=keeps_record, still=still)
    try:
        if isinstance(row, Ticket):
            erase_ticket(ticket=row, order=order)
            record.tickets += 1
        else:
            erase_customer(customer=row, order=order)
            record.customers += 1
    except HeldError:
        record.held += 1
    except (AlreadyErasedError, NotDueError):
        pass  # somebody was faster, or wrote again
    except (OperationalError, InterfaceError):
        raise  # of the database, which is waited for
    except Exception as error:  # noqa: BLE001  (whatever it is, a person must see that it failed)
        # Exceptions may carry texts in their arguments: only type and place are kept.
        logger.error("Retention of %s: %s", row.pk, named(error))  # noqa: TRY400
        kind = "ticket" if isinstance(row, Ticket) else "customer"
        record.failures.append({"of": kind, "id": str(row.pk), "why": named(error)})
