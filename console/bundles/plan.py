"""What an import would do: the stored configuration compared with a bundle, row by row.

Pure: two sets of rows in, a plan out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from console.bundles.problems import Place, Problem
from console.bundles.rows import FIELDS, BundleRows, Person, RowKey, key_of
from locations.models import DatedHours, PolicyTerm, PolicyValue
from locations.models.tracked import Tracked
from locations.units import UnitError, check_value

# What every row has and no operator writes.
_OWN: Final = frozenset({"id", "version", "updated_at", "data_key"})
_SHOWN_CHARS: Final = 70


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a stored row that the bundle has otherwise."""

    name: str
    old: Any
    new: Any

    def __str__(self) -> str:
        return f"{self.name}: {_shown(self.old)} -> {_shown(self.new)}"


@dataclass(frozen=True, slots=True)
class RowChange:
    """A stored row that the bundle changes."""

    stored: Tracked
    row: Tracked
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class PersonChange:
    """Somebody who is new, or gets further roles; nobody loses one by an import."""

    person: Person
    is_new: bool
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything an import would do. ``kept`` rows are stored and not in the bundle."""

    create: tuple[Tracked, ...] = ()
    change: tuple[RowChange, ...] = ()
    people: tuple[PersonChange, ...] = ()
    kept: tuple[Tracked, ...] = ()
    unchanged: int = 0
    prunes: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether applying it would change nothing."""
        return not (self.create or self.change or self.people or self.deleted)

    @property
    def deleted(self) -> tuple[Tracked, ...]:
        """What goes: with ``prunes`` whatever the bundle lacks, but no person.

        Customers are erased, with their key, where no legal hold keeps them.
        """
        return tuple(row for row in self.kept if self.prunes and row.is_configuration)


def plan_import(bundle: BundleRows, stored: BundleRows, *, prune: bool = False) -> Plan:
    """Compare a bundle with what is stored; ``prune`` plans to delete what the bundle lacks."""
    create: list[Tracked] = []
    change: list[RowChange] = []
    kept: list[Tracked] = []
    unchanged = 0
    for model in FIELDS:
        held: dict[str, Tracked] = {key_of(row): row for row in stored.of(model)}
        named = {key_of(row) for row in bundle.of(model)}
        for row in bundle.of(model):
            found = held.get(key_of(row))
            if found is None:
                create.append(row)
                continue
            fields = () if (model, key_of(row)) in bundle.derived else changes_of(found, row)
            if fields:
                change.append(RowChange(found, row, fields))
            else:
                unchanged += 1
        kept += [row for row in stored.of(model) if key_of(row) not in named]
    return Plan(
        create=tuple(create),
        change=tuple(change),
        people=_people(bundle, stored),
        kept=tuple(kept),
        unchanged=unchanged,
        prunes=prune,
    )


def changes_of(stored: Tracked, row: Tracked) -> tuple[FieldChange, ...]:
    """Return the fields in which two rows differ; links compare by the other row's name."""
    old, new = contents(stored), contents(row)
    return tuple(FieldChange(name, old[name], new[name]) for name in old if old[name] != new[name])


def contents(row: Tracked) -> dict[str, Any]:
    """Return what a row says: its fields without number, version and time of change."""
    values: dict[str, Any] = {}
    for part in row._meta.concrete_fields:
        if part.name in _OWN:
            continue
        value = getattr(row, part.name)
        if part.remote_field is not None:
            value = None if value is None else key_of(value)
        values[part.name] = value
    return values


def _people(bundle: BundleRows, stored: BundleRows) -> tuple[PersonChange, ...]:
    held = {person.username: person for person in stored.people}
    changes: list[PersonChange] = []
    for person in bundle.people:
        found = held.get(person.username)
        roles = tuple(role for role in person.roles if found is None or role not in found.roles)
        if found is None or roles:
            changes.append(PersonChange(person, found is None, roles))
    return tuple(changes)


def problems_of(plan: Plan, bundle: BundleRows, stored: BundleRows) -> list[Problem]:
    """Return why a plan cannot be applied although the bundle itself is sound."""
    return [*_overlaps(plan, bundle), *_units(plan, bundle, stored)]


def warnings_of(plan: Plan, bundle: BundleRows, at: datetime) -> list[Problem]:
    """Return doubts about a plan that can be applied: new hours for dates that are over."""
    return [
        _problem(
            bundle,
            row,
            "Lies in the past, so no reply will ever use it; leave it out, or mend its year.",
        )
        for row in plan.create
        if isinstance(row, DatedHours) and row.is_past(at)
    ]


def _overlaps(plan: Plan, bundle: BundleRows) -> Iterator[Problem]:
    """A new value of a term meets a stored one that the bundle does not have."""
    kept = [] if plan.prunes else [row for row in plan.kept if isinstance(row, PolicyValue)]
    touched = [*plan.create, *(change.row for change in plan.change)]
    for row in touched:
        if not isinstance(row, PolicyValue):
            continue
        for other in kept:
            if (row.term.key, row.row) == (other.term.key, other.row) and _meet(row, other):
                yield _problem(
                    bundle,
                    row,
                    f"Holds at the same time as the stored value {_shown(other.value)} "
                    f"({_period(other)}), which the bundle does not have; add that one with its "
                    "dates, or import with --prune.",
                )


def _meet(one: PolicyValue, other: PolicyValue) -> bool:
    return (one.valid_from or date.min) <= (other.valid_to or date.max) and (
        other.valid_from or date.min
    ) <= (one.valid_to or date.max)


def _period(row: PolicyValue) -> str:
    return f"from {row.valid_from or 'always'} to {row.valid_to or 'further notice'}"


def _units(plan: Plan, bundle: BundleRows, stored: BundleRows) -> Iterator[Problem]:
    """A value fits the unit that its bare key suggests, but not the stored term's."""
    units = {row.key: row.unit for row in stored.policy_terms}
    for row in [*plan.create, *(change.row for change in plan.change)]:
        if isinstance(row, PolicyValue) and (PolicyTerm, row.term.key) in bundle.derived:
            try:
                check_value(units.get(row.term.key, row.term.unit), row.value)
            except UnitError as error:
                yield _problem(bundle, row, f"{error} The stored term says so.")


def _problem(bundle: BundleRows, row: Tracked, message: str) -> Problem:
    key: RowKey = (type(row), key_of(row))
    return Problem(bundle.places.get(key, Place("bundle")), key_of(row), message)


# --- For people --------------------------------------------------------------------------------


def describe(plan: Plan) -> list[str]:
    """Return the plan as lines: what is created, changed field by field, deleted or kept."""
    lines = [f"+ {name_of(row)}" for row in plan.create]
    for change in plan.change:
        lines.append(f"~ {name_of(change.row)}")
        lines += [f"    {field}" for field in change.fields]
    for item in plan.people:
        what = "new, signs in once a password is set" if item.is_new else "gets a further role"
        roles = ", ".join(item.roles) or "no role"
        lines.append(f"+ person {item.person.username}: {roles} ({what})")
    lines += [f"- {name_of(row)}" for row in plan.deleted]
    deleted = len(plan.deleted)
    kept = len(plan.kept) - deleted
    lines.append(
        f"{len(plan.create) + sum(item.is_new for item in plan.people)} to create, "
        f"{len(plan.change) + sum(not item.is_new for item in plan.people)} to change, "
        f"{deleted} to delete, {plan.unchanged} unchanged, {kept} stored but not in the bundle "
        "(kept)."
    )
    return lines


def name_of(row: Tracked) -> str:
    """Return what kind of row it is and its natural name."""
    return f"{row._meta.verbose_name} {key_of(row)}"


def _shown(value: Any) -> str:
    text = "-" if value in (None, "", [], {}) else str(value).replace("\n", " ")
    return text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS - 1]}…"
