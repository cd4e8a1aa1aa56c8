"""Promotions: what is offered, where, when, and under which names people know it."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from locations.models.fields import Words, code_validator, state_validator, validate_weekdays
from locations.models.lookups import OfferKeys
from locations.models.places import Brand
from locations.models.tracked import Tracked
from locations.offers import OfferTerms


class OfferKind(models.TextChoices):
    """Who an offer is for."""

    PROMOTION = "promotion"
    SAVE_OFFER = "save_offer", "save-offer, for customers who want to cancel"


class Promotion(Tracked):
    """An offer of a brand. Its scope is part of the row, so an old version shows the old scope."""

    code = models.CharField(max_length=60, unique=True, validators=[code_validator])
    brand = models.ForeignKey(Brand, models.PROTECT, related_name="promotions")
    name = models.CharField(max_length=200)
    kind = models.CharField(
        max_length=12,
        choices=OfferKind.choices,
        default=OfferKind.PROMOTION,
        help_text="A save-offer is used only in ticket classes marked for it.",
    )
    aliases = Words(help_text="Nicknames that customers and agents use.")
    terms = models.CharField(max_length=500, help_text="What is offered, as a reply would say it.")
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True, help_text="The last day, included.")
    weekdays = Words(
        validators=[validate_weekdays], help_text="mon, tue, ... if it runs on some days only."
    )
    locations = Words(help_text="Codes of its locations; empty means all of the brand.")
    excluded_states = Words(
        base_field=models.CharField(max_length=6, validators=[state_validator]),
        help_text="States where it may not be offered, such as US-NY.",
    )

    replaced_by: models.ForeignKey[Any, Any] = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        help_text="What to offer instead when this one cannot be used.",
    )

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)
        indexes = (
            models.Index(fields=("brand", "end"), name="promotion_brand_end"),
            GinIndex(OfferKeys("code", "name", "aliases"), name="promotion_keys"),
        )
        constraints = (
            models.CheckConstraint(
                name="promotion_period",
                condition=Q(start__isnull=True)
                | Q(end__isnull=True)
                | Q(end__gte=models.F("start")),
                violation_error_message="The promotion ends before it starts.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    @property
    def offer_terms(self) -> OfferTerms:
        """What decides its standing, as a value."""
        return OfferTerms(
            start=self.start,
            end=self.end,
            weekdays=tuple(self.weekdays),
            locations=tuple(self.locations),
            excluded_states=tuple(self.excluded_states),
            save_offer=self.kind == OfferKind.SAVE_OFFER,
        )

    def clean(self) -> None:
        """Refuse a replacement of another brand, and replacements that go in a circle."""
        super().clean()
        if self.replaced_by is None:
            return
        if self.replaced_by.brand_id != self.brand_id:
            raise ValidationError({"replaced_by": "Choose an offer of the same brand."})
        if is_circular(self):
            raise ValidationError({"replaced_by": CIRCLE})


CIRCLE = "The offers replace each other in a circle; end it."


def is_circular(offer: Promotion) -> bool:
    """Say whether an offer's chain of replacements comes back to an offer that was in it."""
    seen, current = {offer.code}, offer.replaced_by
    while current is not None:
        if current.code in seen:
            return True
        seen.add(current.code)
        current = current.replaced_by
    return False
