"""Policy terms and their values in layers.

The sections ``policy_terms``, ``policy_defaults``, ``rates``, ``policy_layers``, and the
``policy`` of a location.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.problems import Place
from console.bundles.rows import BundleRows
from console.bundles.writing import kept, short_state
from locations.models import Location, PolicyTerm, PolicyValue, Vertical
from locations.resolve import PolicyLayer
from locations.units import UnitError, check_value, unit_of

PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class _Scope:
    """The layer that values stand in, what it names, and when they hold."""

    layer: PolicyLayer
    names: dict[str, Any]
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    """A value as read, before its term is known."""

    key: str
    value: Any
    scope: _Scope
    fields: Fields
    is_rate: bool = False

    @property
    def place(self) -> Place:
        return self.fields.place_of(self.key)


def inferred_unit(key: str, values: Iterable[Any], *, is_rate: bool) -> str:
    """Return the unit of a term that nobody has described, from everything it is set to.

    The word ``none`` fits every unit, so it never decides; a number weighs more than a truth
    value, that more than a list, and that more than a text.
    """
    if is_rate:
        return PERCENT
    told = [value for value in values if value != "none"]
    for kinds in ((int, float), (bool,), (list,), (str,)):
        fitting = [
            value
            for value in told
            if isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))
        ]
        units = {unit_of(key, value) for value in fitting}
        if units:
            return "text" if "text" in units else units.pop()
    return unit_of(key, "none")


# --- Reading -----------------------------------------------------------------------------------


def read_policies(root: Fields, builder: Builder) -> None:
    """Read every policy value and the terms they belong to; a bare key makes its term."""
    given = [*_defaults(root, builder), *_rates(root), *_layers(root, builder)]
    given += _of_locations(root, builder)
    _read_terms(root, builder, given)
    for item in given:
        if builder.find(PolicyTerm, item.key) is None:
            term = PolicyTerm(key=item.key, unit=_unit(item.key, given))
            builder.derive(term, item.place)
            _check_key(term, item)
    periods: dict[tuple[str, str], list[PolicyValue]] = {}
    for item in given:
        _add_value(item, builder, periods)


def _unit(key: str, given: Iterable[_Given]) -> str:
    mine = [item for item in given if item.key == key]
    rate = any(item.is_rate for item in mine)
    return inferred_unit(key, [item.value for item in mine], is_rate=rate)


def _check_key(term: PolicyTerm, item: _Given) -> None:
    """Check the term under the value's field, where an operator would mend it."""
    item.fields.check(term, {"key": item.key})


def _defaults(root: Fields, builder: Builder) -> list[_Given]:
    given: list[_Given] = []
    for code, part in root.named_parts("policy_defaults"):
        vertical = builder.find(Vertical, code)
        if vertical is None:
            builder.expect(Vertical, [code], root.part("policy_defaults"), code)
            continue
        given += _values(part, _Scope(PolicyLayer.VERTICAL, {"vertical": vertical}))
    return given


def _rates(root: Fields) -> list[_Given]:
    return _values(root.part("rates"), _Scope(PolicyLayer.OPERATOR, {}), is_rate=True)


def _of_locations(root: Fields, builder: Builder) -> list[_Given]:
    given: list[_Given] = []
    for part in root.parts("locations"):
        location = builder.find(Location, part.text("id"))
        if location is not None:
            scope = _Scope(PolicyLayer.LOCATION, {"location": location})
            given += _values(part.part("policy"), scope)
    return given


def _layers(root: Fields, builder: Builder) -> list[_Given]:
    """Read ``policy_layers``: values of any layer, with dates if they have any."""
    given: list[_Given] = []
    for part in root.parts("policy_layers", key="layer"):
        layer = part.choice(
            "layer", [layer.value for layer in PolicyLayer], default=PolicyLayer.OPERATOR.value
        )
        names = {
            "vertical": builder.vertical(part),
            "brand": builder.brand(part),
            "ownership": part.text("ownership"),
            "state": part.state("state"),
            "location": builder.location(part),
        }
        for name in PolicyValue.SCOPES[PolicyLayer(layer)][0]:
            if not names[name] and name not in part:
                part.fault(name, f"Is missing; say which {name} the {layer} layer is for.")
        since, until = part.day("from"), part.day("to")
        if since is not None and until is not None and until < since:
            part.fault("to", f"Ends before it starts on {since}; swap the dates or drop one.")
        named = {name: value for name, value in names.items() if value}
        scope = _Scope(PolicyLayer(layer), named, since, until)
        values = _values(part.part("values"), scope)
        part.finish()
        # Without what its layer names, a value would hold everywhere.
        if PolicyValue.SCOPES[scope.layer][0] <= named.keys():
            given += values
    return given


def _values(part: Fields, scope: _Scope, *, is_rate: bool = False) -> list[_Given]:
    read = [(key, part.value(key)) for key in part.names()]
    return [_Given(key, value, scope, part, is_rate) for key, value in read if value is not None]


def _read_terms(root: Fields, builder: Builder, given: list[_Given]) -> None:
    """Read ``policy_terms``: what the operator adds to a bare key."""
    for key, part in root.named_parts("policy_terms"):
        term = PolicyTerm(
            key=key,
            label=part.text("label"),
            topic=part.text("topic"),
            unit=part.text("unit") or _unit(key, given),
            words=part.words("words"),
            sentence=part.text("sentence"),
        )
        part.finish()
        builder.add(term, part, root.part("policy_terms").place_of(key))
        part.check(term)


def _add_value(
    item: _Given, builder: Builder, periods: dict[tuple[str, str], list[PolicyValue]]
) -> None:
    term = builder.find(PolicyTerm, item.key)
    if term is None:
        return
    scope = item.scope
    row = PolicyValue(
        term=term,
        layer=scope.layer.value,
        value=item.value,
        valid_from=scope.valid_from,
        valid_to=scope.valid_to,
        **scope.names,
    )
    for other in periods.setdefault((item.key, row.row), []):
        if _overlap(row, other):
            item.fields.fault(
                item.key,
                f"“{item.key}” already has a value for {row.row} in this period; keep one, or "
                "give each its own dates.",
            )
            return
    periods[item.key, row.row].append(row)
    builder.add(row, item.fields, item.place)
    try:
        check_value(term.unit, item.value)
    except UnitError as error:
        item.fields.fault(item.key, f"{error} Or say “unit:” for {item.key} under policy_terms.")
    item.fields.check(row, {"value": item.key})


def _overlap(one: PolicyValue, other: PolicyValue) -> bool:
    return (one.valid_from or date.min) <= (other.valid_to or date.max) and (
        other.valid_from or date.min
    ) <= (one.valid_to or date.max)


# --- Writing -----------------------------------------------------------------------------------


def write_terms(rows: BundleRows) -> dict[str, Any]:
    """Write ``policy_terms``: those that say more than their values tell."""
    values: dict[str, list[Any]] = {row.key: [] for row in rows.policy_terms}
    rates = {row.term.key for row in rows.policy_values if _is_rate(row)}
    for row in rows.policy_values:
        values[row.term.key].append(row.value)
    written: dict[str, Any] = {}
    for term in rows.policy_terms:
        entry = kept(
            {
                "label": term.label,
                "topic": term.topic,
                "words": list(term.words),
                "sentence": term.sentence,
            }
        )
        told = values[term.key]
        if not told or term.unit != inferred_unit(term.key, told, is_rate=term.key in rates):
            entry["unit"] = term.unit
        if entry:
            written[term.key] = entry
    return written


def _is_undated(row: PolicyValue) -> bool:
    return row.valid_from is None and row.valid_to is None


def _is_rate(row: PolicyValue) -> bool:
    return row.layer == PolicyLayer.OPERATOR and _is_undated(row) and row.term.unit == PERCENT


def write_defaults(rows: BundleRows) -> dict[str, Any]:
    """Write ``policy_defaults``: undated values of the vertical layer."""
    written: dict[str, Any] = {}
    for row in rows.policy_values:
        if row.layer == PolicyLayer.VERTICAL and _is_undated(row) and row.vertical is not None:
            written.setdefault(row.vertical.code, {})[row.term.key] = row.value
    return written


def write_rates(rows: BundleRows) -> dict[str, Any]:
    """Write ``rates``: undated percentages of the operator layer."""
    return {row.term.key: row.value for row in rows.policy_values if _is_rate(row)}


def write_of_locations(rows: BundleRows) -> dict[str, dict[str, Any]]:
    """Write the ``policy`` of each location: undated values of the location layer."""
    written: dict[str, dict[str, Any]] = {}
    for row in rows.policy_values:
        if row.layer == PolicyLayer.LOCATION and _is_undated(row) and row.location is not None:
            written.setdefault(row.location.code, {})[row.term.key] = row.value
    return written


def write_layers(rows: BundleRows) -> list[dict[str, Any]]:
    """Write ``policy_layers``: everything the shorter forms do not hold."""
    short = {PolicyLayer.VERTICAL, PolicyLayer.LOCATION}
    groups: dict[tuple[str, str, str], dict[str, Any]] = {}
    for row in rows.policy_values:
        if _is_rate(row) or (_is_undated(row) and row.layer in short):
            continue
        scope = {
            "layer": row.layer,
            "vertical": row.vertical and row.vertical.code,
            "brand": row.brand and row.brand.code,
            "ownership": row.ownership,
            "state": short_state(row.state),
            "location": row.location and row.location.code,
            "from": row.valid_from,
            "to": row.valid_to,
        }
        group = groups.setdefault(
            (row.row, str(row.valid_from), str(row.valid_to)), {**kept(scope), "values": {}}
        )
        group["values"][row.term.key] = row.value
    return [groups[key] for key in sorted(groups)]
