"""Policy terms and their values in layers."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from locations.models.fields import Words, key_validator, state_validator
from locations.models.places import Brand, Location, Ownership, Vertical
from locations.models.tracked import Tracked
from locations.resolve import PolicyLayer
from locations.units import UNITS, UnitError, check_value


class PolicyTerm(Tracked):
    """A term that locations may set: a return window, a fee. A new one needs no code."""

    key = models.CharField(max_length=80, unique=True, validators=[key_validator])
    label = models.CharField(max_length=200, blank=True)
    topic = models.CharField(max_length=80, blank=True)
    unit = models.CharField(max_length=20, choices=[(unit, unit) for unit in UNITS])
    words = Words(help_text="Other words that customers and agents use for it.")
    sentence = models.CharField(
        max_length=500, blank=True, help_text="How a reply says it, with {value} for the value."
    )

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("key",)

    def __str__(self) -> str:
        return self.label or self.key


class PolicyValue(Tracked):
    """A term's value in one layer, for a period. The most specific one in force wins."""

    term = models.ForeignKey(PolicyTerm, models.PROTECT, related_name="values")
    layer = models.CharField(
        max_length=20, choices=[(layer.value, layer.value) for layer in PolicyLayer]
    )
    vertical = models.ForeignKey(Vertical, models.CASCADE, null=True, blank=True)
    brand = models.ForeignKey(Brand, models.CASCADE, null=True, blank=True)
    ownership = models.CharField(max_length=20, choices=Ownership.choices, blank=True)
    state = models.CharField(max_length=6, blank=True, validators=[state_validator])
    location = models.ForeignKey(
        Location, models.CASCADE, null=True, blank=True, related_name="policy_values"
    )
    # An empty list is a value: nothing at all carries a restocking fee.
    value = models.JSONField(
        blank=True, help_text="As the unit says: 30, true, “store_credit”, [“clearance”]."
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True, help_text="The last day, included.")

    # What each layer must name, and may name beside it.
    SCOPES: Any = {
        PolicyLayer.OPERATOR: (set(), set()),
        PolicyLayer.VERTICAL: ({"vertical"}, set()),
        PolicyLayer.BRAND: ({"brand"}, {"vertical"}),
        PolicyLayer.OWNERSHIP: ({"ownership"}, {"brand", "vertical"}),
        PolicyLayer.REGION: ({"state"}, {"brand", "vertical"}),
        PolicyLayer.LOCATION: ({"location"}, set()),
    }

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("term__key", "layer", "id")
        constraints = (
            models.CheckConstraint(
                name="policy_value_period",
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                violation_error_message="The period ends before it starts.",
            ),
            models.CheckConstraint(
                name="policy_value_scope",
                condition=Q(
                    layer="operator",
                    vertical=None,
                    brand=None,
                    ownership="",
                    state="",
                    location=None,
                )
                | Q(layer="vertical", vertical__isnull=False, brand=None, ownership="", state="")
                & Q(location=None)
                | Q(layer="brand", brand__isnull=False, ownership="", state="", location=None)
                | (Q(layer="ownership", state="", location=None) & ~Q(ownership=""))
                | (Q(layer="region", ownership="", location=None) & ~Q(state=""))
                | Q(
                    layer="location",
                    location__isnull=False,
                    vertical=None,
                    brand=None,
                    ownership="",
                    state="",
                ),
                violation_error_message="The layer and what it names do not fit each other.",
            ),
        )
        indexes = (
            models.Index(fields=("location", "term"), name="policy_value_location"),
            models.Index(fields=("layer", "vertical", "brand"), name="policy_value_layer"),
        )

    def __str__(self) -> str:
        return f"{self.term.key} = {self.value} ({self.row})"

    @property
    def row(self) -> str:
        """The row's natural name, the same in every deployment: ``location:fer-boston``."""
        parts = [
            f"{name}:{value}"
            for name, value in (
                ("vertical", self.vertical and self.vertical.code),
                ("brand", self.brand and self.brand.code),
                ("ownership", self.ownership),
                ("region", self.state),
                ("location", self.location and self.location.code),
            )
            if value
        ]
        return "/".join(parts) or "operator"

    def clean(self) -> None:
        """Refuse a value that does not fit its unit, or a scope that does not fit its layer."""
        super().clean()
        if self.layer in self.SCOPES:
            required, allowed = self.SCOPES[PolicyLayer(self.layer)]
            named = {
                name
                for name in ("vertical", "brand", "ownership", "state", "location")
                if getattr(self, f"{name}_id", None) or getattr(self, name, None)
            }
            for name in required - named:
                raise ValidationError({name: f"A value of the {self.layer} layer needs this."})
            for name in named - required - allowed:
                raise ValidationError({name: f"A value of the {self.layer} layer has none."})
        if self.term_id is not None:
            try:
                check_value(self.term.unit, self.value)
            except UnitError as error:
                raise ValidationError({"value": str(error)}) from error
