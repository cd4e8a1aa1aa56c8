"""Addresses of the configuration rows that facts come from, for those who may open them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from drafting.context.configuration import StoredConfiguration
from locations.models import Location


@dataclass(frozen=True, slots=True)
class _Stored:
    url: str
    valid_from: date | None
    valid_to: date | None

    def holds(self, on: date) -> bool:
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Links:
    """Where rows are edited; the empty one links nothing."""

    opens: bool = False
    values: Mapping[tuple[str, str], tuple[_Stored, ...]] = field(default_factory=dict)

    def row(self, model: str, code: str) -> str:
        """The list of a model (``locations_promotion``) with the row of this code."""
        if not (self.opens and code):
            return ""
        return reverse(f"admin:{model}_changelist") + "?" + urlencode({"code": code})

    def policy_value(self, key: str, row: str, on: date) -> str:
        """The stored value of a term in a row on a date; empty where it is gone since."""
        found = self.values.get((key, row), ())
        return next((each.url for each in found if each.holds(on)), "")


NO_LINKS = Links()


def links_to(codes: Iterable[str]) -> Links:
    """Return the links to what is in force at these locations, in two queries."""
    places = list(Location.objects.filter(code__in=set(codes)))
    values: dict[tuple[str, str], list[_Stored]] = {}
    for value in StoredConfiguration().policy_values(places):
        url = reverse("admin:locations_policyvalue_change", args=(value.pk,))
        stored = _Stored(url, value.valid_from, value.valid_to)
        values.setdefault((value.term.key, value.row), []).append(stored)
    return Links(opens=True, values={name: tuple(rows) for name, rows in values.items()})
