"""Policy terms, their values in layers, and promotions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin

from locations.admin.base import ConfigurationAdmin, TabularRows
from locations.admin.fields import PolicyDataField
from locations.admin.forms import ConfigurationForm, VersionedForm
from locations.models import PolicyTerm, PolicyValue, Promotion
from locations.resolve import PolicyLayer

_EXAMPLES = "A number, yes or no, a word such as store_credit, or a list with commas."


def read_value(cleaned: dict[str, Any]) -> None:
    """Read the typed value by its term's unit; the model says when it does not fit."""
    term, typed = cleaned.get("term"), cleaned.get("value")
    if term is not None and typed is not None:
        cleaned["value"] = PolicyDataField.read(str(typed), term.unit)


def overlap_of(row: PolicyValue) -> PolicyValue | None:
    """Return another value of the same term and scope that is in force on one of its days."""
    same: dict[str, Any] = {
        field: getattr(row, field)
        for field in (
            "term_id",
            "layer",
            "vertical_id",
            "brand_id",
            "ownership",
            "state",
            "location_id",
        )
    }
    others = PolicyValue.objects.filter(**same).exclude(pk=row.pk)
    start, end = row.valid_from or date.min, row.valid_to or date.max
    for other in others.select_related("term", "vertical", "brand", "location"):
        if start <= (other.valid_to or date.max) and (other.valid_from or date.min) <= end:
            return other
    return None


class ValueForm(ConfigurationForm):
    """One policy value in any layer."""

    value = PolicyDataField(help_text=_EXAMPLES)

    def clean(self) -> dict[str, Any]:
        """Read the value by its term's unit."""
        cleaned = super().clean()
        read_value(cleaned)
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        _refuse_overlap(self)


class LocationValueForm(VersionedForm):
    """One policy value of the location whose page it stands on."""

    value = PolicyDataField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row: Any = self.instance
        row.layer = PolicyLayer.LOCATION.value
        if row.pk is not None:
            # What a value is about never changes; and a list of all terms is a query a row.
            field = self.fields["term"]
            field.disabled = True
            field.widget = forms.Select(choices=[(row.term_id, str(row.term))])

    def clean(self) -> dict[str, Any]:
        """Read the value by its term's unit."""
        cleaned = super().clean()
        read_value(cleaned)
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        row: Any = self.instance
        if row.location_id is not None:
            _refuse_overlap(self)


def _refuse_overlap(form: Any) -> None:
    if form.errors:
        return
    other = overlap_of(form.instance)
    if other is not None:
        form.add_error(
            "valid_from",
            f"“{other}” is in force on the same days; end it first, or change that one.",
        )


class LocationValueInline(TabularRows):
    """What differs at this location from the layers above."""

    model = PolicyValue
    form = LocationValueForm
    fk_name = "location"
    fields = ("term", "value", "valid_from", "valid_to", "seen_version")
    autocomplete_fields = ("term",)
    with_rows = ("term", "location")
    verbose_name = "policy value of this location"
    verbose_name_plural = "policy values of this location"


@admin.register(PolicyTerm)
class PolicyTermAdmin(ConfigurationAdmin):
    """Terms that locations may set."""

    list_display = ("key", "label", "topic", "unit")
    list_filter = ("unit", "topic")
    search_fields = ("key", "label", "topic")
    sections = (
        (None, {"fields": ("key", "label", "topic", "unit", "version")}),
        ("How people say it", {"fields": ("words", "sentence")}),
    )


@admin.register(PolicyValue)
class PolicyValueAdmin(ConfigurationAdmin):
    """Values of all layers."""

    form = ValueForm
    list_display = ("term", "value_in_words", "layer", "scope", "valid_from", "valid_to")
    list_select_related = ("term", "vertical", "brand", "location")
    list_filter = ("layer", "term__topic", "brand", "vertical")
    search_fields = ("term__key", "term__label", "location__code", "location__name")
    autocomplete_fields = ("term", "vertical", "brand", "location")
    sections = (
        (None, {"fields": ("term", "value", ("valid_from", "valid_to"), "version")}),
        (
            "Where it holds",
            {
                "fields": ("layer", "vertical", "brand", "ownership", "state", "location"),
                "description": "From general to specific: operator, vertical, brand, ownership, "
                "region, location. The most specific value in force wins.",
            },
        ),
    )

    @admin.display(description="value", ordering="value")
    def value_in_words(self, row: PolicyValue) -> Any:
        """The value as an operator types it."""
        return PolicyDataField().prepare_value(row.value)

    @admin.display(description="scope")
    def scope(self, row: PolicyValue) -> str:
        """What the value is for."""
        return row.row


@admin.register(Promotion)
class PromotionAdmin(ConfigurationAdmin):
    """Offers with their window and scope."""

    list_display = ("name", "code", "brand", "start", "end", "standing")
    list_select_related = ("brand",)
    list_filter = ("brand", "start", "end")
    search_fields = ("code", "name", "terms")
    autocomplete_fields = ("brand", "replaced_by")
    date_hierarchy = "end"
    sections = (
        (
            None,
            {"fields": (("code", "name"), ("brand", "kind"), "aliases", "terms", "version")},
        ),
        ("When", {"fields": (("start", "end"), "weekdays")}),
        ("Where", {"fields": ("locations", "excluded_states")}),
        ("Afterwards", {"fields": ("replaced_by",)}),
    )

    @admin.display(description="today")
    def standing(self, row: Promotion) -> str:
        """Whether its window is over, running or still to come, in words."""
        today = date.today()  # noqa: DTZ011  (a hint on a list, not a decision)
        if row.end is not None and row.end < today:
            return "ended"
        if row.start is not None and row.start > today:
            return "upcoming"
        return "running"
