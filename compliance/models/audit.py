"""The attestation log in the database: events as they were written, and the tree over them.

Triggers refuse changes: a model says what of it may change, and whether its rows may go.
What rows refer to is not deleted either, and the database does not look for it at every row.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from locations.models.kept import Kept


class EventType(models.TextChoices):
    """What an event says happened."""

    PAYLOAD_ASSEMBLED = "payload.assembled"
    DRAFT_GENERATED = "draft.generated"
    GATE_DECIDED = "gate.decided"
    DRAFT_SHOWN = "draft.shown"
    DRAFT_EDITED = "draft.edited"
    DRAFT_HELD = "draft.held"
    DRAFT_RECALLED = "draft.recalled"
    DRAFT_SCHEDULED = "draft.scheduled"
    DRAFT_UNSCHEDULED = "draft.unscheduled"
    DRAFT_SENT = "draft.sent"
    DRAFT_DISCARDED = "draft.discarded"
    REVIEW_CLAIMED = "review.claimed"
    REVIEW_RELEASED = "review.released"
    REVIEW_APPROVED = "review.approved"
    REVIEW_REJECTED = "review.rejected"
    CONFIGURATION_PUBLISHED = "configuration.published"
    ACCESS_CHANGED = "access.changed"
    TOKEN_ISSUED = "token.issued"  # noqa: S105  (a kind of event, no secret)
    TOKEN_REVOKED = "token.revoked"  # noqa: S105  (the same)
    LOG_OPENED = "log.opened"
    LOG_CLOSED = "log.closed"
    LOG_EXPORTED = "log.exported"
    KEY_ROTATED = "key.rotated"
    ERASURE = "erasure"
    HOLD_PLACED = "hold.placed"
    HOLD_RELEASED = "hold.released"


class ActorKind(models.TextChoices):
    """Who acted."""

    AGENT = "agent"
    REVIEWER = "reviewer"
    OPERATOR = "operator"
    AUDITOR = "auditor"
    TOKEN = "token"  # noqa: S105  (a kind of actor, no secret)
    SYSTEM = "system"


class AuditLog(Kept):
    """One log: its origin, and how far its tree has grown. Only the sequencer changes it."""

    origin = models.CharField(max_length=200, unique=True)
    size = models.BigIntegerField(default=0)
    # The roots of the complete subtrees, largest first: what the next leaf is put on.
    roots = ArrayField(models.BinaryField(max_length=32), default=list)
    opened_at = models.DateTimeField()
    # An epoch ends where a log cannot go on: after a backup that lost signed events.
    closed_at = models.DateTimeField(null=True, blank=True)
    # Why the sequencer signs nothing at present, in plain words; empty while it does.
    refusal = models.TextField(blank=True)

    changes = ("size", "roots", "closed_at", "refusal")
    for_auditors = ("id", "origin", "size", "roots", "opened_at", "closed_at", "refusal")

    class Meta:
        verbose_name = "attestation log"
        ordering = ("opened_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("closed_at",),
                condition=models.Q(closed_at=None),
                nulls_distinct=False,
                name="audit_one_open_log",
            ),
        )

    def __str__(self) -> str:
        return self.origin


class AuditEvent(Kept):
    """What happened, as the bytes that go into the log, with columns to find it by.

    The columns repeat what ``body`` says; what counts is ``body``.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    log = models.ForeignKey(AuditLog, models.PROTECT, related_name="events", db_constraint=False)
    type = models.CharField(max_length=40, choices=EventType.choices)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    actor = models.CharField(max_length=150, blank=True)
    location = models.CharField(max_length=80, blank=True)
    ticket = models.CharField(max_length=80, blank=True)
    draft = models.UUIDField(null=True, blank=True)
    body = models.BinaryField()

    for_auditors = (
        *("id", "log", "type", "at", "actor_kind", "actor", "location", "ticket", "draft"),
        "body",
    )

    class Meta:
        verbose_name = "audit event"
        ordering = ("-at",)
        indexes = (
            models.Index(fields=("draft", "at"), name="audit_event_draft"),
            models.Index(fields=("ticket", "at"), name="audit_event_ticket"),
            models.Index(fields=("type", "at"), name="audit_event_type"),
            models.Index(fields=("location", "at"), name="audit_event_location"),
            models.Index(fields=("actor", "at"), name="audit_event_actor"),
            models.Index(fields=("at", "id"), name="audit_event_moment"),
        )

    def __str__(self) -> str:
        return f"{self.type} at {self.at:%Y-%m-%d %H:%M}"


class PendingEvent(models.Model):
    """An event that is written and not in the tree yet; a trigger puts it here, beside its event.

    The sequencer takes rows out in the order of their numbers, whichever of them it sees: numbers
    are given before a transaction commits, so one that is missing may still come.

    ``written_at`` is the database's own time: an event may tell of a moment long before.
    """

    number = models.BigAutoField(primary_key=True)
    event = models.OneToOneField(
        AuditEvent, models.PROTECT, related_name="pending", db_constraint=False
    )
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        verbose_name = "pending event"

    def __str__(self) -> str:
        return f"event {self.event_id}"


class AuditLeaf(Kept):
    """The place of an event in its log."""

    log = models.ForeignKey(
        AuditLog, models.PROTECT, related_name="leaves", db_constraint=False, db_index=False
    )
    index = models.BigIntegerField()
    event = models.OneToOneField(
        AuditEvent, models.PROTECT, related_name="leaf", db_constraint=False
    )
    hash = models.BinaryField(max_length=32)

    for_auditors = ("id", "log", "index", "event", "hash")

    class Meta:
        verbose_name = "leaf"
        constraints = (
            models.UniqueConstraint(fields=("log", "index"), name="audit_leaf_place"),
            models.CheckConstraint(condition=models.Q(index__gte=0), name="audit_leaf_counts"),
        )

    def __str__(self) -> str:
        return f"leaf {self.index}"


class AuditNode(Kept):
    """The root of a complete subtree of ``2 ** level`` leaves; of leaves themselves see there."""

    log = models.ForeignKey(
        AuditLog, models.PROTECT, related_name="nodes", db_constraint=False, db_index=False
    )
    level = models.PositiveSmallIntegerField()
    index = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    for_auditors = ("id", "log", "level", "index", "hash")

    class Meta:
        verbose_name = "node"
        constraints = (
            models.UniqueConstraint(fields=("log", "level", "index"), name="audit_node_place"),
        )

    def __str__(self) -> str:
        return f"node {self.index} of level {self.level}"


class AuditCheckpoint(Kept):
    """What the log has signed: size, root, and the note that anybody can check."""

    log = models.ForeignKey(AuditLog, models.PROTECT, related_name="checkpoints")
    size = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    note = models.TextField()
    signed_at = models.DateTimeField()

    for_auditors = ("id", "log", "size", "root", "note", "signed_at")

    class Meta:
        verbose_name = "checkpoint"
        ordering = ("-size",)
        constraints = (
            models.UniqueConstraint(fields=("log", "size"), name="audit_checkpoint_size"),
        )

    def __str__(self) -> str:
        return f"checkpoint of {self.size}"


class AuditKey(Kept):
    """A public key that checkpoints are signed with: from which size on, and up to which.

    Where one key takes over from another, the checkpoint of that size is signed by both.
    """

    log = models.ForeignKey(AuditLog, models.PROTECT, related_name="keys")
    vkey = models.CharField(max_length=300)
    since = models.BigIntegerField()
    until = models.BigIntegerField(null=True, blank=True)

    changes = ("until",)
    for_auditors = ("id", "log", "vkey", "since", "until")

    class Meta:
        verbose_name = "key of the log"
        ordering = ("since",)
        constraints = (
            models.UniqueConstraint(fields=("log", "vkey"), name="audit_key_once"),
            models.UniqueConstraint(
                fields=("log",), condition=models.Q(until=None), name="audit_one_key_in_use"
            ),
        )

    def __str__(self) -> str:
        return self.vkey


class AuditCheck(models.Model):
    """The scheduled self-check of a log: how far it is, and what it has found."""

    log = models.OneToOneField(AuditLog, models.PROTECT, related_name="check_of_itself")
    started_at = models.DateTimeField()
    # A worker that examines the log says so here; one that fell silent is taken over from.
    seen_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    # How many events the last finished check went over.
    size = models.BigIntegerField(default=0)
    # Of the check that goes on as soon as it finds one, else of the last finished one.
    faults = ArrayField(models.TextField(), default=list, blank=True)

    class Meta:
        verbose_name = "self-check of the log"

    def __str__(self) -> str:
        return f"self-check of {self.started_at:%Y-%m-%d %H:%M}"


class AuditSalt(Kept):
    """The salt of a text that an event commits itself to; without it nobody can tell which text.

    Salts go when a customer's texts are erased: the commitment stays, and says nothing any more.
    """

    event = models.ForeignKey(
        AuditEvent, models.PROTECT, related_name="salts", db_constraint=False, db_index=False
    )
    name = models.CharField(max_length=40)
    salt = models.BinaryField(max_length=32)

    erasable = True

    class Meta:
        verbose_name = "salt"
        constraints = (
            models.UniqueConstraint(fields=("event", "name"), name="audit_salt_of_text"),
        )

    def __str__(self) -> str:
        return f"salt of {self.name}"
