"""Tone overlays: a voice guide as structured constraints, layered by scope."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models

from locations.models.fields import Words, code_validator
from locations.models.places import Brand, Location, Vertical
from locations.models.tracked import Tracked


class Contractions(models.TextChoices):
    """How a voice treats contractions."""

    USE = "use"
    AVOID = "avoid"
    FREE = "free"


class Person(models.TextChoices):
    """Which person a voice speaks in."""

    FIRST_PLURAL = "first_plural", "we"
    FIRST_SINGULAR = "first_singular", "I"
    EITHER = "first_plural_or_singular", "we or I"
    ANY = "any"


class ToneOverlay(Tracked):
    """A voice for a vertical, a brand or a location; what a field leaves empty, a wider one says.

    The most specific overlay that sets a field wins: location, then brand (in a vertical), then
    vertical.
    """

    code = models.CharField(max_length=80, unique=True, validators=[code_validator])
    vertical = models.ForeignKey(Vertical, models.PROTECT, null=True, blank=True)
    brand = models.ForeignKey(Brand, models.PROTECT, null=True, blank=True)
    location = models.ForeignKey(Location, models.PROTECT, null=True, blank=True)

    sentence_mean_min = models.FloatField(
        null=True, blank=True, help_text="Words a sentence on average, at the least."
    )
    sentence_mean_max = models.FloatField(null=True, blank=True)
    sentence_max = models.PositiveIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(5)],
        help_text="No sentence may have more words than this.",
    )
    contractions = models.CharField(max_length=10, choices=Contractions.choices, blank=True)
    emoji_max = models.PositiveIntegerField(
        null=True, blank=True, help_text="Emoji a reply at most; 0 for none."
    )
    emoji_max_by_channel = models.JSONField(
        default=dict, blank=True, help_text="Where a channel differs: {“email”: 0}."
    )
    exclamations_max = models.PositiveIntegerField(null=True, blank=True)
    person = models.CharField(max_length=30, choices=Person.choices, blank=True)
    permitted = Words(help_text="Phrases that belong to this voice.")
    prohibited = Words(help_text="Phrases that never appear.")
    replacements = models.JSONField(
        default=dict, blank=True, help_text="Approved swaps: {“no worries”: “you are welcome”}."
    )
    register = models.CharField(max_length=200, blank=True)
    disclaimer_trigger = models.CharField(
        max_length=500, blank=True, help_text="In words: what makes the disclaimer necessary."
    )
    disclaimer_text = models.CharField(max_length=500, blank=True)

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("vertical", "brand", "location"),
                nulls_distinct=False,
                name="tone_overlay_one_a_scope",
                violation_error_message="There is already an overlay for this scope; edit it.",
            ),
        )

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """Refuse an overlay without a scope, or with halves of a pair."""
        super().clean()
        # The row itself may be unsaved, and so may be what it names.
        if not (self.vertical or self.brand or self.location):
            raise ValidationError({"vertical": "Name a vertical, a brand or a location."})
        if bool(self.disclaimer_trigger.strip()) != bool(self.disclaimer_text.strip()):
            raise ValidationError(
                {"disclaimer_text": "A disclaimer needs both its trigger and its text."}
            )
        if (self.sentence_mean_min is None) != (self.sentence_mean_max is None):
            raise ValidationError({"sentence_mean_max": "Give both ends of the band, or neither."})
        if (self.sentence_mean_min or 0) > (self.sentence_mean_max or 0):
            raise ValidationError({"sentence_mean_max": "The band ends below its start."})
        _counts("emoji_max_by_channel", self.emoji_max_by_channel)
        if not isinstance(self.replacements, dict) or not all(
            isinstance(key, str) and isinstance(value, str)
            for key, value in self.replacements.items()
        ):
            raise ValidationError(
                {"replacements": "Write pairs of phrases: {“no worries”: “you are welcome”}."}
            )


def _counts(name: str, value: Any) -> None:
    if not isinstance(value, dict) or not all(
        isinstance(count, int) and not isinstance(count, bool) and count >= 0
        for count in value.values()
    ):
        raise ValidationError({name: "Write channels with counts: {“email”: 0}."})
