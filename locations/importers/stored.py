"""The rows that an import may touch, and the names that a file may use, fetched at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from locations.importers.defaults import Defaults
from locations.importers.values import shown
from locations.models import Brand, DatedHours, Location, Vertical, WeeklyHours


class Stored:
    """The rows that a file's places may touch, and the names they may use."""

    def __init__(self, defaults: Defaults, codes: list[str], today: date) -> None:
        self.brands = _by_name(Brand.objects.all())
        self.verticals = _by_name(Vertical.objects.all())
        self.zones = available_timezones()
        self.problems: list[str] = []
        found = Location.objects.select_related("brand", "vertical").filter(code__in=codes)
        self.locations = {row.code: row for row in found}
        keys = [row.pk for row in self.locations.values()]
        self.weeks = {
            (row.location_id, row.hours_type): row
            for row in WeeklyHours.objects.filter(location__in=keys)
        }
        self.dated: dict[int, dict[tuple[str, date], DatedHours]] = {}
        for row in DatedHours.objects.filter(location__in=keys, on__gte=today):
            self.dated.setdefault(row.location_id, {})[row.hours_type, row.on] = row
        self.brand = self._default("brand", defaults.brand, self.brands)
        self.vertical = self._default("vertical", defaults.vertical, self.verticals)
        if defaults.zone and defaults.zone not in self.zones:
            self.problems.append(no_zone("default time zone", defaults.zone))

    def _default(self, what: str, name: str, known: dict[str, Any]) -> Any:
        found = known.get(name.casefold()) if name else None
        if name and found is None:
            self.problems.append(no_such(f"default {what}", what, name, known))
        return found


def _by_name(rows: Iterable[Any]) -> dict[str, Any]:
    """Index rows by their codes, and by their names where those are no other row's code."""
    found = list(rows)
    named = {row.name.casefold(): row for row in found}
    return named | {row.code.casefold(): row for row in found}


def no_such(where: str, what: str, name: str, known: dict[str, Any]) -> str:
    """Say that a brand or vertical does not exist, and which do."""
    codes = ", ".join(sorted({row.code for row in known.values()})[:8]) or "none yet"
    return (
        f"{where}: there is no {what} “{shown(name)}”; use a code that exists ({codes}) or add it."
    )


def no_zone(where: str, zone: str) -> str:
    """Say that a time zone does not exist."""
    return f"{where}: “{shown(zone)}” is no time zone; use an IANA name such as America/New_York."
