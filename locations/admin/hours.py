"""Forms of dated hours, and the locations that still lack them for a holiday."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from locations.admin.forms import ConfigurationForm, VersionedForm
from locations.holiday_queries import without_hours_on
from locations.models import DatedHours, Location

if TYPE_CHECKING:
    _Mixin = VersionedForm
else:
    _Mixin = object


class _NotPast(_Mixin):
    """Refuses a date that is over, unless the row had it before."""

    def clean(self) -> dict[str, Any]:
        """Check a new or changed date."""
        cleaned = super().clean()
        on = cleaned.get("on")
        if "on" in self.changed_data and on is not None and _is_past(on):
            self.add_error(
                "on",
                f"{on} is in the past: no reply would ever use it. Correct the year, or take the "
                "row out.",
            )
        return cleaned


class DatedHoursRowForm(_NotPast, VersionedForm):
    """One date on its location's page."""


class DatedHoursForm(_NotPast, ConfigurationForm):
    """One date on a page of its own."""


def _is_past(on: date) -> bool:
    return DatedHours(on=on).is_past(timezone.now())


class UnconfirmedFilter(admin.SimpleListFilter):
    """Leaves the locations without hours for a holiday that their brand wants confirmed.

    Offered only on the way from the list of what needs attention, which names the date.
    """

    title = "hours to be confirmed"
    parameter_name = "unconfirmed"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, str]]:
        """Offer the date asked for."""
        asked = request.GET.get(self.parameter_name, "")
        return [(asked, f"on {asked}")] if _day(asked) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Location]) -> QuerySet[Location]:
        """Keep the locations that lack hours on the date."""
        day = _day(self.value() or "")
        return queryset if day is None else queryset.filter(pk__in=without_hours_on(day))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
