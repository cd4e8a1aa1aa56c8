"""Drafts: what a backend wrote, what the gate made of it, and what may be seen of it.

``shown_text`` is the only text an agent ever gets. The database itself ties it to a decision that
let exactly this text through, or to a named reviewer's approval of exactly this text (check
constraint and composite foreign keys, in the migration ``draft_visible_only_when_gated``).
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from compliance.models.decisions import GateDecision
from compliance.sealing.fields import SealedJSONField, SealedTextField
from compliance.sealing.keyed import DataKeyField
from drafting.models.tickets import Ticket, TicketMessage
from locations.models.kept import Kept
from locations.models.places import Location


class ContextRecord(models.Model):
    """A frozen context payload, and the SHA-256 of its canonical JSON in hexadecimal."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    data_key = DataKeyField()
    sha256 = SealedTextField(key="data_key_id", row=("id",))
    payload = SealedJSONField(key="data_key_id", row=("id",))
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"context {str(self.pk)[:8]}"


class DraftStatus(models.TextChoices):
    """Where a draft stands."""

    VISIBLE = "visible", "visible to agents"
    HELD = "held", "held for review"
    SENT = "sent"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"
    ERASED = "erased"


class Redraft(models.TextChoices):
    """How asking the model a second time ended."""

    USED = "used", "the second reply was taken"
    NO_BETTER = "no_better", "the second reply was blocked as well"
    FAILED = "failed", "there was no second reply"


class DraftQuerySet(models.QuerySet["Draft"]):
    """Reads of drafts, scoped."""

    def at(self, locations: models.QuerySet[Location]) -> DraftQuerySet:
        """Only drafts for tickets of these locations."""
        return self.filter(ticket__location__in=locations)


class Draft(models.Model):
    """A reply to one message. ``candidate_text`` is what the backend wrote; agents never see it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="drafts")
    message = models.ForeignKey(TicketMessage, models.CASCADE, related_name="drafts")
    context = models.ForeignKey(ContextRecord, models.PROTECT, related_name="drafts")
    backend = models.CharField(max_length=20)
    model = models.CharField(max_length=120, blank=True)
    prompt_version = models.CharField(max_length=40, blank=True)
    # The class that the model named, where one did; what the classifier found is the ticket's.
    suggested_class = models.CharField(max_length=60, blank=True)
    # Drafts made under the same conditions share it: see drafting.context.fingerprints.
    class_fingerprint = models.CharField(max_length=64, blank=True, db_index=True)
    # What it was made under, each by its name: see condition_names there.
    conditions = ArrayField(models.TextField(), default=list)
    # Why a backend other than the configured one served, in plain words.
    fallback_reason = models.CharField(max_length=300, blank=True)
    candidate_text = SealedTextField(key="ticket.data_key_id", row=("id",))
    # Where what the model wrote first was blocked and it was asked once more: how that ended, why
    # it was asked, why it gave nothing, and the reply that was not taken with its decision.
    redraft = models.CharField(max_length=10, choices=Redraft.choices, blank=True)
    # It quotes the reply.
    redraft_reason = SealedTextField(key="ticket.data_key_id", row=("id",), default="", blank=True)
    redraft_failure = models.CharField(max_length=300, blank=True)
    other_text = SealedTextField(key="ticket.data_key_id", row=("id",), default="", blank=True)
    other_decision = models.ForeignKey(
        GateDecision, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # As a model named them, in words of its own where they are none.
    sources = SealedJSONField(key="ticket.data_key_id", row=("id",), default=list)
    # Codes of the articles that it was written from: those a model was shown, and its sources.
    articles = ArrayField(models.CharField(max_length=60), default=list)
    decision = models.ForeignKey(GateDecision, models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=DraftStatus.choices)
    created_at = models.DateTimeField()

    shown_text = SealedTextField(
        key="ticket.data_key_id", row=("id",), digest="shown_digest", null=True, blank=True
    )
    shown_digest = models.CharField(max_length=64, null=True, blank=True)
    shown_verdict = models.CharField(max_length=10, null=True, blank=True)
    shown_decision = models.ForeignKey(
        GateDecision, models.PROTECT, null=True, blank=True, related_name="+"
    )
    approval = models.ForeignKey(
        "drafting.Approval", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The recall that took it back, until a reviewer has decided about it.
    recall = models.ForeignKey(
        "drafting.Recall", models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at",)
        indexes = (
            models.Index(fields=("status", "-created_at"), name="draft_status"),
            models.Index(fields=("ticket", "-created_at"), name="draft_ticket"),
            GinIndex(fields=("articles",), name="draft_articles"),
            GinIndex(fields=("conditions",), name="draft_conditions"),
        )
        constraints = (
            models.CheckConstraint(
                name="draft_visible_only_when_gated",
                condition=~Q(status__in=("visible", "sent"))
                | (
                    Q(shown_text__isnull=False, shown_digest__isnull=False)
                    & (
                        Q(
                            shown_decision__isnull=False,
                            shown_verdict__isnull=False,
                            shown_verdict__in=("pass", "modify"),
                        )
                        | Q(approval__isnull=False)
                    )
                ),
            ),
            models.CheckConstraint(
                name="draft_recalled_is_not_visible",
                condition=Q(recall__isnull=True) | ~Q(status__in=("visible", "sent")),
            ),
            models.CheckConstraint(
                name="draft_redraft_keeps_both",
                condition=Q(redraft="", redraft_reason="", other_decision__isnull=True)
                | (Q(redraft="failed", other_decision__isnull=True) & ~Q(redraft_failure=""))
                | (
                    Q(redraft__in=("used", "no_better"), other_decision__isnull=False)
                    & ~Q(other_text="")
                ),
            ),
            models.CheckConstraint(
                name="draft_hidden_shows_nothing",
                condition=Q(status__in=("visible", "sent", "superseded"))
                | Q(shown_text__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"draft {str(self.id)[:8]} ({self.status})"


class Approval(Kept):
    """A reviewer's approval of exactly one text, in spite of what the gate found, with a reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, models.CASCADE, related_name="approvals")
    text_digest = models.CharField(max_length=64)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = SealedTextField(key="draft.ticket.data_key_id", row=("id",))
    # What the reviewer saw and accepted, as drafting.gating.objections names it.
    covers = SealedJSONField(key="draft.ticket.data_key_id", row=("id",), default=list)
    decision = models.ForeignKey(GateDecision, models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()

    for_auditors = ("id", "draft", "reviewer", "decision", "approved_at")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("id", "draft", "text_digest"), name="approval_of_text"),
            models.CheckConstraint(name="approval_has_reason", condition=~Q(reason="")),
        )

    def __str__(self) -> str:
        return f"approval by {self.reviewer}"


class ReviewState(models.TextChoices):
    """Where a review item stands."""

    OPEN = "open"
    APPROVED = "approved"
    EDITED = "edited", "edited and passed"
    REJECTED = "rejected"
    OBSOLETE = "obsolete", "no longer needed"


class ReviewItem(models.Model):
    """A draft that the gate held back, waiting for a reviewer.

    ``text`` is what is under review now and ``decision`` what the gate found in exactly this text;
    both move on when a reviewer edits, or when a visible draft is held again. ``version`` rises
    with every change, so nobody decides on something else than they saw.
    """

    draft = models.OneToOneField(Draft, models.CASCADE, related_name="review")
    text = SealedTextField(key="draft.ticket.data_key_id", row=("draft_id",))
    decision = models.ForeignKey(GateDecision, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ReviewState.choices, default=ReviewState.OPEN)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = SealedTextField(
        key="draft.ticket.data_key_id", row=("draft_id",), default="", blank=True
    )
    version = models.PositiveIntegerField(default=1)
    # Who has it in hand, see drafting.claims; a claim changes nothing of what is decided about.
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    claim_until = models.DateTimeField(null=True, blank=True)
    # Why somebody took it over from another.
    claim_note = SealedTextField(
        key="draft.ticket.data_key_id", row=("draft_id",), default="", blank=True
    )

    CLAIM: ClassVar = ("claimed_by", "claimed_at", "claim_until", "claim_note")

    class Meta:
        ordering = ("opened_at",)
        indexes = (
            models.Index(fields=("opened_at",), name="review_open", condition=Q(state="open")),
        )
        constraints = (
            models.CheckConstraint(
                name="review_claim_is_whole",
                condition=Q(claimed_by=None, claimed_at=None, claim_until=None)
                | Q(claimed_by__isnull=False, claimed_at__isnull=False, claim_until__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"review of {self.draft_id} ({self.state})"

    def end_claim(self) -> None:
        """Have it in nobody's hands; to be saved by the caller."""
        self.claimed_by = self.claimed_at = self.claim_until = None
        self.claim_note = ""


class SentReply(Kept):
    """What went out: exactly the text that its own decision or approval let through."""

    draft = models.OneToOneField(Draft, models.PROTECT, related_name="sent")
    text = SealedTextField(key="draft.ticket.data_key_id", row=("draft_id",), digest="text_digest")
    text_digest = models.CharField(max_length=64)
    verdict = models.CharField(max_length=10, null=True, blank=True)
    decision = models.ForeignKey(GateDecision, models.PROTECT, related_name="+")
    approval = models.ForeignKey(Approval, models.PROTECT, null=True, blank=True, related_name="+")
    agent = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    edited = models.BooleanField(default=False)

    for_auditors = (
        *("id", "draft", "verdict", "decision", "approval", "agent", "sent_at"),
        "edited",
    )

    class Meta:
        verbose_name_plural = "sent replies"

    def __str__(self) -> str:
        return f"reply to {self.draft.ticket_id}"
