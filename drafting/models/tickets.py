"""Tickets: conversations that arrive once, and the work that each message asks for."""

from __future__ import annotations

import uuid

from django.db import models

from compliance.sealing.fields import SealedJSONField, SealedTextField
from compliance.sealing.keyed import DataKeyField
from drafting.models.classes import TicketClass
from drafting.models.customers import Customer
from locations.models.fields import state_validator
from locations.models.places import Location


class TicketQuerySet(models.QuerySet["Ticket"]):
    """Reads of tickets, scoped."""

    def at(self, locations: models.QuerySet[Location]) -> TicketQuerySet:
        """Only tickets of these locations."""
        return self.filter(location__in=locations)


class Ticket(models.Model):
    """A conversation with a customer about one location."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.CharField(max_length=40)
    external_id = models.CharField(max_length=200)
    location = models.ForeignKey(Location, models.PROTECT, related_name="tickets")
    channel = models.CharField(max_length=40)
    customer = models.ForeignKey(Customer, models.PROTECT, null=True, blank=True)
    # The customer's as the ticket arrived; one of its own where nobody knows the customer.
    data_key = DataKeyField(made=True, of="customer")
    customer_state = models.CharField(max_length=6, blank=True, validators=[state_validator])
    # The customer as recorded at arrival; a trigger refuses every later change.
    customer_snapshot = SealedJSONField(key="data_key_id", row=("id",), default=dict)
    ticket_class = models.ForeignKey(
        TicketClass, models.SET_NULL, null=True, blank=True, related_name="tickets"
    )
    # From 0 to 1; none where the class is the model's and not found by the operator's cues.
    class_confidence = models.FloatField(null=True)
    arrived_at = models.DateTimeField()
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TicketQuerySet.as_manager()

    class Meta:
        ordering = ("-arrived_at",)
        constraints = (
            models.UniqueConstraint(fields=("source", "external_id"), name="ticket_arrives_once"),
        )
        indexes = (
            models.Index(fields=("location", "-arrived_at"), name="ticket_location"),
            models.Index(fields=("customer", "-arrived_at"), name="ticket_customer"),
        )

    def __str__(self) -> str:
        return f"{self.source} {self.external_id}"


class MessageAuthor(models.TextChoices):
    """Who wrote a message."""

    CUSTOMER = "customer"
    AGENT = "agent"


class TicketMessage(models.Model):
    """One message of a conversation; card and social security numbers are masked before storage."""

    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="messages")
    position = models.PositiveIntegerField()
    author = models.CharField(max_length=10, choices=MessageAuthor.choices)
    text = SealedTextField(key="ticket.data_key_id", row=("ticket_id", "position"))
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ("ticket", "position")
        constraints = (
            models.UniqueConstraint(fields=("ticket", "position"), name="message_position"),
        )

    def __str__(self) -> str:
        return f"message {self.position} of {self.ticket_id}"


class JobState(models.TextChoices):
    """How far the work for a message has come."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class DraftJob(models.Model):
    """The queue: one row a message to answer, leased by a worker with a fencing token.

    A late worker whose lease was taken over holds an old token and can no longer write.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="jobs")
    message = models.OneToOneField(TicketMessage, models.CASCADE, related_name="job")
    # The moment the draft speaks for; empty means the moment the work is done.
    as_of = models.DateTimeField(null=True, blank=True)
    # Which backend writes the draft; empty means the configured one.
    backend = models.CharField(max_length=20, blank=True)
    scripted_text = SealedTextField(key="ticket.data_key_id", row=("id",), default="", blank=True)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.QUEUED)
    attempts = models.PositiveIntegerField(default=0)
    run_after = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.UUIDField(null=True, blank=True)
    last_error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("run_after",)
        indexes = (
            models.Index(
                fields=("run_after",),
                name="job_due",
                condition=models.Q(state__in=("queued", "running")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.state} job of {self.ticket_id}"
