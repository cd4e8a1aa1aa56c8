"""Imports of locations: the file, what it would change, and what became of it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q


class ImportState(models.TextChoices):
    """How far an import got."""

    PREVIEWED = "previewed", "waits for a confirmation"
    APPLIED = "applied"


class ImportOutcome(models.TextChoices):
    """What an import does to one location."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left_out", "Left out"


class ImportRun(models.Model):
    """One import: kept with its file until it is applied, then as a record of what was done.

    ``fingerprint`` covers everything the preview showed and the versions it was made from.
    """

    format = models.CharField(max_length=20)
    file_name = models.CharField(max_length=200)
    file = models.BinaryField(null=True, editable=False)
    sha256 = models.CharField("SHA-256 of the file", max_length=64)
    defaults = models.JSONField(default=dict)
    state = models.CharField(
        max_length=10, choices=ImportState.choices, default=ImportState.PREVIEWED
    )
    fingerprint = models.CharField("fingerprint of the plan", max_length=64)
    counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    created_at = models.DateTimeField("started", auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="started by",
    )
    applied_at = models.DateTimeField("applied", null=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    reason = models.TextField(blank=True)

    class Meta:
        verbose_name = "location import"
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="import_run_state",
                condition=Q(state=ImportState.PREVIEWED, applied_at=None)
                | Q(state=ImportState.APPLIED, applied_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.file_name} ({self.get_state_display()})"

    @property
    def waits(self) -> bool:
        """Whether it can still be applied."""
        return self.state == ImportState.PREVIEWED and self.file is not None


class ImportLine(models.Model):
    """What an import does to one location; ``detail`` is for showing only."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    outcome = models.CharField(max_length=10, choices=ImportOutcome.choices)
    cautions = models.PositiveSmallIntegerField(default=0)
    detail: Any = models.JSONField(default=dict)

    class Meta:
        ordering = ("run", "position")
        constraints = (
            models.UniqueConstraint(fields=("run", "position"), name="import_line_position"),
        )

    def __str__(self) -> str:
        return f"{self.code}: {self.get_outcome_display()}"
