"""Layered policy values: which one is in force, where it comes from, and what it overrode.

A pure merge: values of one term stand in layers from general to specific, each with a period of
validity, and the most specific one in force on a date wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

PolicyScalar: TypeAlias = str | int | float | bool
PolicyData: TypeAlias = PolicyScalar | tuple[str, ...]


class PolicyLayer(StrEnum):
    """The layers of a policy term, from the most general to the most specific."""

    OPERATOR = "operator"
    VERTICAL = "vertical"
    BRAND = "brand"
    OWNERSHIP = "ownership"
    REGION = "region"
    LOCATION = "location"


_RANK = {layer: rank for rank, layer in enumerate(PolicyLayer)}


@dataclass(frozen=True, slots=True)
class LayerValue:
    """One stored value of a term: its layer, the row it stands in and when it is valid."""

    key: str
    layer: PolicyLayer
    row: str
    version: int
    value: PolicyData
    valid_from: date | None = None
    valid_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Say whether the value is valid on ``on``; both ends of its period are included."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a resolved value stands: its layer, row and version, and the rows it overrode."""

    layer: str
    row: str
    version: int
    valid_from: date | None = None
    overrode: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A term's value on a date, with its provenance."""

    key: str
    value: PolicyData
    provenance: Provenance


def resolve(values: Iterable[LayerValue], on: date) -> dict[str, Resolved]:
    """Return the value in force of every term on ``on``, by key in alphabetical order.

    Within one layer the database refuses overlapping periods; should two still be in force, the
    later start wins, then the row name, so the answer never depends on the order of the input.
    """
    by_key: dict[str, list[LayerValue]] = {}
    for value in values:
        if value.in_force(on):
            by_key.setdefault(value.key, []).append(value)
    resolved: dict[str, Resolved] = {}
    for key in sorted(by_key):
        ranked = sorted(by_key[key], key=_specificity, reverse=True)
        winner = ranked[0]
        resolved[key] = Resolved(
            key=key,
            value=winner.value,
            provenance=Provenance(
                layer=winner.layer.value,
                row=winner.row,
                version=winner.version,
                valid_from=winner.valid_from,
                overrode=tuple(value.row for value in ranked[1:]),
            ),
        )
    return resolved


def _specificity(value: LayerValue) -> tuple[int, date, str]:
    return _RANK[value.layer], value.valid_from or date.min, value.row
