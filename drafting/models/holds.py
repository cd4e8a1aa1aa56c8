"""Legal holds: what may not be erased, because somebody said so with a name and a reason."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from drafting.models.customers import Customer
from drafting.models.tickets import Ticket
from locations.models.kept import Kept
from locations.models.places import Location


class LegalHold(Kept):
    """Keeps a customer, a ticket, or all tickets of a place or a time from being erased.

    It is never deleted, and changed by nothing but its release: triggers refuse. ``since`` and
    ``until`` are days in UTC, both included.
    """

    customer = models.ForeignKey(
        Customer, models.PROTECT, null=True, blank=True, related_name="holds"
    )
    ticket = models.ForeignKey(Ticket, models.PROTECT, null=True, blank=True, related_name="holds")
    location = models.ForeignKey(Location, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    matter = models.CharField(max_length=200)
    reason = models.TextField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    released_at = models.DateTimeField(null=True, blank=True)
    release_reason = models.TextField(blank=True)

    changes = ("released_by", "released_at", "release_reason")
    for_auditors = (
        "customer",
        "ticket",
        "location",
        "since",
        "until",
        "placed_by",
        "placed_at",
        "released_by",
        "released_at",
    )

    class Meta:
        ordering = ("-placed_at",)
        constraints = (
            models.CheckConstraint(
                name="hold_names_what_it_keeps",
                condition=Q(customer__isnull=False, ticket=None, location=None)
                & Q(since=None, until=None)
                | Q(ticket__isnull=False, customer=None, location=None) & Q(since=None, until=None)
                | Q(customer=None, ticket=None)
                & (Q(location__isnull=False) | Q(since__isnull=False) | Q(until__isnull=False)),
            ),
            models.CheckConstraint(
                name="hold_ends_after_it_starts",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
            ),
            models.CheckConstraint(name="hold_says_why", condition=~Q(matter="") & ~Q(reason="")),
            models.CheckConstraint(
                name="hold_release_is_whole",
                condition=Q(released_at=None, released_by=None, release_reason="")
                | Q(released_at__isnull=False, released_by__isnull=False) & ~Q(release_reason=""),
            ),
        )
        indexes = (
            models.Index(fields=("placed_at",), name="hold_active", condition=Q(released_at=None)),
        )

    def __str__(self) -> str:
        return f"hold {self.pk}, {self.matter}"

    @property
    def of_what(self) -> str:
        """What it keeps, in words; the row's relations must be loaded."""
        if self.customer is not None:
            return f"customer {self.customer.code}"
        if self.ticket is not None:
            return f"ticket {self.ticket}"
        what = "all tickets" if self.location is None else f"tickets of {self.location.code}"
        return what + _days(self.since, self.until)


def _days(since: object, until: object) -> str:
    return (f" from {since}" if since else "") + (f" to {until}" if until else "")


class Held(models.Model):
    """A pair of a hold in force and what it covers: a view, never written.

    ``ticket`` is empty where a customer without tickets is covered. A hold on days covers a ticket
    when something of it happened on one of them.
    """

    key = models.CharField(max_length=80, primary_key=True)
    hold = models.ForeignKey(LegalHold, models.DO_NOTHING, related_name="+")
    ticket = models.ForeignKey(Ticket, models.DO_NOTHING, null=True, related_name="+")
    customer = models.ForeignKey(Customer, models.DO_NOTHING, null=True, related_name="+")

    class Meta:
        managed = False
        db_table = "drafting_held"

    def __str__(self) -> str:
        return self.key


class TicketActivity(models.Model):
    """When something happened on a ticket first and last, whoever did it: a view, never written."""

    ticket = models.OneToOneField(
        Ticket, models.DO_NOTHING, primary_key=True, related_name="activity"
    )
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "drafting_ticketactivity"
        verbose_name_plural = "activity of tickets"

    def __str__(self) -> str:
        return f"{self.ticket_id} until {self.last_at:%Y-%m-%d}"
