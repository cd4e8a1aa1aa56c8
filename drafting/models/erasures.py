"""Erasures that were carried out: of whom, by whom, when and why; never a word of what it was."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from drafting.models.customers import Customer
from drafting.models.tickets import Ticket
from locations.models.kept import Kept


class Erasure(Kept):
    """One erasure: of a customer with all tickets, or of one ticket of an unknown sender.

    The log has an event of it for each ticket; ``event`` is the one that has the counts.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    customer = models.ForeignKey(
        Customer, models.PROTECT, null=True, blank=True, related_name="erasures"
    )
    ticket = models.ForeignKey(
        Ticket, models.PROTECT, null=True, blank=True, related_name="erasures"
    )
    # Whether the customer's record went on, under another key: only texts were due.
    keeps_record = models.BooleanField(default=False)
    # The version that the customer's record has since; while it stays, nothing came in again.
    customer_version = models.PositiveIntegerField(null=True, blank=True)
    # Nobody where the retention of texts ended.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField()
    erased_at = models.DateTimeField()
    event = models.UUIDField()
    # How many there were, by kind; see drafting.privacy.stored.
    counts = models.JSONField(default=dict)

    for_auditors = (
        *("id", "customer", "ticket", "keeps_record", "customer_version"),
        *("actor", "erased_at", "event", "counts"),
    )

    class Meta:
        ordering = ("-erased_at",)
        constraints = (
            models.CheckConstraint(
                name="erasure_of_one",
                condition=Q(customer__isnull=False, customer_version__isnull=False, ticket=None)
                | Q(customer=None, customer_version=None, ticket__isnull=False),
            ),
            models.CheckConstraint(name="erasure_says_why", condition=~Q(reason="")),
        )

    def __str__(self) -> str:
        return f"erasure of {self.erased_at:%Y-%m-%d}"
