"""Recalls: drafts that were made under what turned out wrong are taken back, and why."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from compliance.models.decisions import GateDecision
from drafting.models.drafts import Draft
from locations.models.kept import Kept


class Recall(Kept):
    """Somebody's order to take drafts back. It is final; what came of it is on its lines.

    ``condition`` is what the drafts were made under, as :mod:`drafting.context.fingerprints` writes
    it; without a version it means all of them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    condition = models.CharField(max_length=260)
    since = models.DateTimeField(null=True, blank=True)
    until = models.DateTimeField(null=True, blank=True)
    reason = models.TextField()
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # In which of their roles.
    role = models.CharField(max_length=20)
    # The API token that it was ordered through: its id, label and whether a machine's own.
    token = models.JSONField(null=True, blank=True)
    ordered_at = models.DateTimeField()

    for_auditors = ("id", "condition", "since", "until", "ordered_by", "role", "ordered_at")

    class Meta:
        ordering = ("-ordered_at",)
        constraints = (models.CheckConstraint(name="recall_has_reason", condition=~Q(reason="")),)

    def __str__(self) -> str:
        return f"recall of {self.condition}"


class RecallOutcome(models.TextChoices):
    """What came of one draft."""

    WAITING = "waiting", "not taken back yet"
    RECALLED = "recalled", "taken back"
    SENT = "sent", "was sent before"
    HELD = "held", "was held already"
    REJECTED = "rejected", "was rejected before"
    SUPERSEDED = "superseded", "was out of date already"
    ERASED = "erased", "was erased before"
    FAILED = "failed", "could not be taken back"


class RecallLine(Kept):
    """One draft of a recall; the rows that wait are the queue. What is done is final."""

    recall = models.ForeignKey(Recall, models.PROTECT, related_name="lines")
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="recall_lines")
    outcome = models.CharField(
        max_length=12, choices=RecallOutcome.choices, default=RecallOutcome.WAITING
    )
    note = models.CharField(max_length=300, blank=True)
    # A reply that waited for its moment was withdrawn with it.
    withdrawn = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True, blank=True)

    changes = ("outcome", "note", "withdrawn", "done_at")
    for_auditors = ("id", "recall", "draft", "outcome", "withdrawn", "done_at")

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(
                fields=("recall", "draft"),
                name="recall_line_waiting",
                condition=Q(outcome="waiting"),
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=("recall", "draft"), name="recall_line_once"),
            models.CheckConstraint(
                name="recall_line_done",
                condition=Q(outcome="waiting", done_at=None)
                | (~Q(outcome="waiting") & Q(done_at__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.draft_id}: {self.outcome}"


class LaterCondition(Kept):
    """What a draft was held to first at a later decision: at a pull, a send or a review.

    What it was made under is its own ``conditions``; together they are all that it ever was held
    to. ``decision`` is the first one.
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="later_conditions")
    condition = models.TextField()
    decision = models.ForeignKey(GateDecision, models.PROTECT, related_name="+")

    for_auditors = ("id", "draft", "condition", "decision")

    class Meta:
        constraints = (
            # In this order: it is asked for by its name.
            models.UniqueConstraint(fields=("condition", "draft"), name="later_condition_once"),
        )

    def __str__(self) -> str:
        return f"{self.condition} of {self.draft_id}"
