"""Exports of the log that somebody asked for: workers write them, for they have the key."""

from __future__ import annotations

import uuid

from django.db import models

from compliance.models.audit import ActorKind
from compliance.models.sealing import DataKey


class ExportState(models.TextChoices):
    """Where an export stands."""

    ASKED = "asked", "waits for a worker"
    DONE = "done", "can be downloaded"
    FAILED = "failed", "could not be written"
    GONE = "gone", "no longer kept"


class AuditExport(models.Model):
    """An export that was asked for: by whom, of which events, and what became of it.

    Its file is kept for a day, in parts, and only for who asked; one with texts is sealed with a
    key of its own. The log itself tells for good who took what.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    asked_at = models.DateTimeField()
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    actor = models.CharField(max_length=150)
    actor_name = models.CharField(max_length=310)
    # What the event of the export says as well: see compliance.audit.selection.
    selection = models.JSONField(default=dict)
    with_texts = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=ExportState.choices, default=ExportState.ASKED)
    # Why it could not be written, in plain words.
    why = models.TextField(blank=True)
    events = models.BigIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    replies = models.BigIntegerField(default=0)
    texts = models.BigIntegerField(default=0)
    bytes = models.BigIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)
    # What the file is sealed with; only where it holds texts, once it is written.
    data_key = models.ForeignKey(DataKey, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "export of the log"
        ordering = ("-asked_at",)
        indexes = (
            models.Index(
                fields=("asked_at",), name="audit_export_asked", condition=models.Q(state="asked")
            ),
            models.Index(fields=("actor", "-asked_at"), name="audit_export_actor"),
        )

    def __str__(self) -> str:
        return f"export of {self.asked_at:%Y-%m-%d %H:%M} ({self.state})"


class AuditExportPart(models.Model):
    """Some of the bytes of an export's file, in order."""

    export = models.ForeignKey(AuditExport, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name = "part of an export"
        constraints = (
            models.UniqueConstraint(fields=("export", "number"), name="audit_export_part"),
        )

    def __str__(self) -> str:
        return f"part {self.number}"
