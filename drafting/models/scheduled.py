"""Replies that go out later: the queue of them, with what became of each."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from compliance.models.decisions import GateDecision
from compliance.sealing.fields import SealedTextField
from drafting.models.drafts import Draft


class ScheduleState(models.TextChoices):
    """What became of a reply that was to go out later."""

    WAITING = "waiting"
    SENT = "sent"
    CANCELLED = "cancelled"
    REFUSED = "refused", "refused by the gate, or nobody may send it any more"
    FAILED = "failed", "failed again and again"


class ScheduledReply(models.Model):
    """A text that an agent wants to go out at a moment; a draft has at most one that waits.

    It is gated again at that moment. ``decision`` is the latest about it, ``note`` says in words
    why it did not go, or why it goes later than asked for.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, models.CASCADE, related_name="scheduled")
    text = SealedTextField(key="draft.ticket.data_key_id", row=("id",))
    agent = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    send_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=ScheduleState.choices, default=ScheduleState.WAITING
    )
    decision = models.ForeignKey(GateDecision, models.PROTECT, related_name="+")
    # In words of ours: what the gate says quotes the text, and stands in its decision.
    note = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    # Until then another worker has it, or it is not tried again.
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)
        verbose_name_plural = "scheduled replies"
        indexes = (
            models.Index(fields=("send_at",), name="scheduled_due", condition=Q(state="waiting")),
            models.Index(
                fields=("state",),
                name="scheduled_not_sent",
                condition=Q(state__in=("refused", "failed")),
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("draft",), name="scheduled_once", condition=Q(state="waiting")
            ),
            models.CheckConstraint(
                name="scheduled_says_why_not",
                condition=Q(state__in=("waiting", "sent")) | ~Q(note=""),
            ),
        )

    def __str__(self) -> str:
        return f"reply to {self.draft.ticket_id} for {self.send_at:%Y-%m-%d %H:%M} ({self.state})"
