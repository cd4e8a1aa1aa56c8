"""How long texts about people are kept, and what became of those that were kept long enough."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from locations.models.places import Brand, Vertical
from locations.models.tracked import Tracked


class RetentionRule(Tracked):
    """How many days after the last activity the texts of tickets are kept, and where.

    A rule without a vertical, brand and channel holds for the whole operator. Of several that fit
    a ticket the brand's outweighs the vertical's, and both a channel's.
    """

    vertical = models.ForeignKey(Vertical, models.PROTECT, null=True, blank=True)
    brand = models.ForeignKey(Brand, models.PROTECT, null=True, blank=True)
    channel = models.CharField(
        max_length=40, blank=True, help_text="The code of a channel; empty for all."
    )
    days = models.PositiveIntegerField(
        "days that texts are kept",
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="After the last activity on a ticket. Empty: for good.",
    )
    record_days = models.PositiveIntegerField(
        "days that customer records are kept",
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="After the last change of the record and the last ticket, once all texts of the "
        "customer are due. Empty: for good. Only where the rule is for the whole operator.",
    )

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("vertical", "brand", "channel"),
                nulls_distinct=False,
                name="retention_one_a_scope",
                violation_error_message="There is a rule for this vertical, brand and channel.",
            ),
            models.CheckConstraint(
                name="retention_is_a_while",
                condition=(Q(days=None) | Q(days__gte=1))
                & (Q(record_days=None) | Q(record_days__gte=1)),
            ),
            models.CheckConstraint(
                name="retention_records_of_all",
                condition=Q(record_days=None) | Q(vertical=None, brand=None, channel=""),
            ),
        )

    def __str__(self) -> str:
        return f"retention of {self.scope}"

    @property
    def scope(self) -> str:
        """What it holds for, in codes."""
        parts = (
            self.brand.code if self.brand else "",
            self.vertical.code if self.vertical else "",
            self.channel,
        )
        return ", ".join(part for part in parts if part) or "everything"

    def clean(self) -> None:
        """Refuse a time for records where the rule is for a part of the operator only."""
        super().clean()
        if self.record_days is not None and (self.brand or self.vertical or self.channel):
            raise ValidationError(
                {
                    "record_days": "Records belong to the whole operator: say how long they are "
                    "kept in the rule without a vertical, brand and channel."
                }
            )


class RetentionRun(models.Model):
    """One run of the retention job: how many were due, and what became of them."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    tickets = models.PositiveIntegerField(default=0)
    customers = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    # What could not be erased, by our ids, and why.
    failures = models.JSONField(default=list)

    class Meta:
        ordering = ("-started_at",)
        indexes = (models.Index(fields=("-started_at",), name="retention_run_latest"),)

    def __str__(self) -> str:
        return f"retention of {self.started_at:%Y-%m-%d %H:%M}"
