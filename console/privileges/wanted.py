"""What each role may do with each table, as the models say it: nowhere else is it written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Model
from simple_history.models import HistoricalChanges

from console.privileges.roles import Roles
from locations.models.kept import Kept
from locations.models.tracked import Tracked

# Who a number in a history is; nothing of how they log in.
_PEOPLE: Final = ("id", "username", "first_name", "last_name")
READ: Final = frozenset({"SELECT"})
APPEND: Final = frozenset({"SELECT", "INSERT"})
WORK: Final = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})

# A privilege on one table, whole or on some columns: ("UPDATE", ("until",)); () is the whole table.
Privilege = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Record:
    """A table whose rows stay as they were written, and what of it may be done all the same."""

    table: str
    changing: tuple[str, ...] = ()
    erasable: bool = False


def records() -> list[Record]:
    """Every table of records that the models declare, in the order of their names."""
    found = []
    for model in apps.get_models():
        if issubclass(model, HistoricalChanges):
            found.append(Record(model._meta.db_table))
        elif issubclass(model, Kept):
            changing = _columns(model, model.changes)
            found.append(Record(model._meta.db_table, changing, model.erasable))
    return sorted(found, key=lambda record: record.table)


def wanted(tables: Iterable[str], roles: Roles) -> dict[str, Mapping[str, frozenset[Privilege]]]:
    """Return for each of the tables what each role may do with it.

    A table of no model, such as the list of migrations, is only read, as a view is.
    """
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    written = {table for table, model in models.items() if model._meta.managed}
    kept = {record.table: record for record in records()}
    return {
        table: {
            roles.application: _application(table in written, kept.get(table)),
            roles.auditor: _auditor(models.get(table)),
            roles.backup: _whole(READ),
        }
        for table in tables
    }


def _application(written: bool, record: Record | None) -> frozenset[Privilege]:
    if not written:
        return _whole(READ)
    if record is None:
        return _whole(WORK)
    changes = {("UPDATE", record.changing)} if record.changing else set()
    return _whole(APPEND | ({"DELETE"} if record.erasable else set())) | changes


def _auditor(model: type[Model] | None) -> frozenset[Privilege]:
    """What was decided, and under which configuration: no texts, customers, salts or keys."""
    if model is None:
        return frozenset()
    if issubclass(model, HistoricalChanges):
        tracked: type[Tracked] = vars(model)["instance_type"]
        return _whole(READ) if tracked.is_configuration else frozenset()
    if issubclass(model, Tracked):
        return _whole(READ) if model.is_configuration else frozenset()
    if issubclass(model, Kept):
        shown = _columns(model, model.for_auditors)
    else:
        shown = _columns(model, _PEOPLE) if model is get_user_model() else ()
    return frozenset({("SELECT", shown)}) if shown else frozenset()


def _whole(names: Iterable[str]) -> frozenset[Privilege]:
    return frozenset((name, ()) for name in names)


def _columns(model: type[Model], names: Iterable[str]) -> tuple[str, ...]:
    columns = {field.name: str(field.column) for field in model._meta.concrete_fields}
    return tuple(sorted(columns[name] for name in names))
