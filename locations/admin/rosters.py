"""Rosters: who answers for which locations."""

from __future__ import annotations

from django.contrib import admin

from locations.admin.base import ConfigurationAdmin
from locations.models import RosterEntry


@admin.register(RosterEntry)
class RosterEntryAdmin(ConfigurationAdmin):
    """Grants, one a row."""

    list_display = ("user", "covers", "everywhere", "brand", "state", "location")
    list_select_related = ("user", "brand", "location")
    list_filter = ("everywhere", "brand", "state")
    search_fields = ("user__username", "location__code", "brand__code")
    autocomplete_fields = ("user", "brand", "location")
    sections = (
        (
            None,
            {
                "fields": ("user", "everywhere", "brand", "state", "location", "version"),
                "description": "A location, or a brand and/or a state, or everywhere.",
            },
        ),
    )

    @admin.display(description="covers")
    def covers(self, row: RosterEntry) -> str:
        """What the entry covers, in words."""
        return row.scope
