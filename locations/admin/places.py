"""Brands, verticals and locations with their hours and policy values."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from locations.admin.base import ConfigurationAdmin, StackedRow, TabularRows
from locations.admin.hours import DatedHoursForm, DatedHoursRowForm, UnconfirmedFilter
from locations.admin.policies import LocationValueInline
from locations.models import (
    Brand,
    DatedHours,
    HoursType,
    Location,
    OperatorProfile,
    PolicyValue,
    Vertical,
    WeeklyHours,
)
from locations.models.unverified import UNVERIFIED_KINDS


@admin.register(Brand)
class BrandAdmin(ConfigurationAdmin):
    """Brands: a name that customers know."""

    list_display = ("name", "code", "line", "domain", "number_of_locations")
    search_fields = ("code", "name")
    sections = (
        (None, {"fields": ("code", "name", "line", "domain", "loyalty", "version")}),
        (
            "What its replies may lean on",
            {"fields": ("confirm_holidays", "stale_articles", "ended_offer_days")},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Brand]:
        """Count the locations with the brands."""
        rows: QuerySet[Brand] = super().get_queryset(request)
        return rows.annotate(location_count=Count("locations"))

    @admin.display(description="locations", ordering="location_count")
    def number_of_locations(self, row: Any) -> int:
        """How many locations the brand has."""
        return int(row.location_count)


_UNVERIFIED = (
    "What nothing here answers",
    {
        "fields": tuple(f"unverified_{kind}" for kind in UNVERIFIED_KINDS),
        "description": "Statements of a draft that no stored fact answers. What differs from a "
        "stored fact is never among them.",
    },
)


@admin.register(Vertical)
class VerticalAdmin(ConfigurationAdmin):
    """Verticals: a trade, with its own defaults, claims and voice."""

    list_display = ("name", "code")
    search_fields = ("code", "name")
    sections = ((None, {"fields": ("code", "name", "judge", "version")}), _UNVERIFIED)


class WeeklyHoursInline(StackedRow):
    """The regular weeks, one an hours type."""

    model = WeeklyHours
    max_num = len(HoursType)
    fields = ("hours_type", ("mon", "tue", "wed", "thu"), ("fri", "sat", "sun"), "seen_version")
    classes = ("week",)


class DatedHoursInline(TabularRows):
    """Holidays and other exceptions."""

    model = DatedHours
    form = DatedHoursRowForm
    fields = ("hours_type", "on", "hours", "note", "seen_version")


@admin.register(Location)
class LocationAdmin(ConfigurationAdmin):
    """Locations, with everything that is set for one of them on one page."""

    list_display = ("name", "code", "brand", "vertical", "city", "state", "ownership", "status")
    list_select_related = ("brand", "vertical")
    list_filter = (UnconfirmedFilter, "brand", "vertical", "state", "ownership", "status")
    search_fields = ("code", "name", "city", "address")
    autocomplete_fields = ("brand", "vertical")
    inlines = (LocationValueInline, WeeklyHoursInline, DatedHoursInline)
    history_of = (
        (WeeklyHours, "location_id"),
        (DatedHours, "location_id"),
        (PolicyValue, "location_id"),
    )
    sections = (
        (
            None,
            {
                "fields": (
                    ("code", "name"),
                    ("brand", "vertical"),
                    ("ownership", "staffing"),
                    ("status", "reopens_on"),
                    "version",
                )
            },
        ),
        (
            "Where",
            {
                "fields": (
                    ("address", "city"),
                    ("state", "zone"),
                    "phone",
                    "licence_states",
                )
            },
        ),
    )


@admin.register(DatedHours)
class DatedHoursAdmin(ConfigurationAdmin):
    """Exceptions of all locations: who closes on the same day."""

    form = DatedHoursForm
    list_display = ("location", "hours_type", "on", "hours", "note")
    list_select_related = ("location",)
    list_filter = ("on", "location__brand")
    search_fields = ("location__code", "location__name", "note")
    autocomplete_fields = ("location",)
    date_hierarchy = "on"
    sections = ((None, {"fields": ("location", "hours_type", "on", "hours", "note", "version")}),)


@admin.register(WeeklyHours)
class WeeklyHoursAdmin(ConfigurationAdmin):
    """The regular weeks of all locations."""

    list_display = ("location", "hours_type", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
    list_select_related = ("location",)
    list_filter = ("location__brand",)
    search_fields = ("location__code", "location__name")
    autocomplete_fields = ("location",)
    sections = (
        (
            None,
            {
                "fields": (
                    ("location", "hours_type"),
                    ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
                    "version",
                )
            },
        ),
    )


@admin.register(OperatorProfile)
class OperatorProfileAdmin(ConfigurationAdmin):
    """The operator itself: one row."""

    list_display = ("__str__", "as_of")
    sections = ((None, {"fields": ("as_of", "conventions", "version")}), _UNVERIFIED)
