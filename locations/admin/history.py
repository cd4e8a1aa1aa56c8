"""Histories in words: who changed what, when, why, from which value to which."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q

from locations.models.tracked import Tracked

PER_PAGE = 50
# What changes with every save, and the row's own number, say nothing to a reader.
_SILENT = {"id", "version", "updated_at", "data_key"}
_EMPTY: tuple[Any, ...] = (None, "", [], {})
_KINDS = {"+": "added", "~": "changed", "-": "deleted"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field's value before and after, in words."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a history. ``about`` names the row when it is not the page's own."""

    id: int
    row: int
    model: type[Tracked]
    at: datetime
    by: str
    kind: str
    reason: str
    version: int
    about: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A model whose history a page shows: rows where ``field`` is ``value``."""

    model: type[Tracked]
    field: str
    value: Any


def entries(sources: Sequence[Source], *, page: int = 1) -> tuple[list[Entry], bool]:
    """Return one page of the merged histories, newest first, and whether older entries follow.

    The number of queries depends on the number of sources only.
    """
    wanted = page * PER_PAGE
    merged: list[tuple[Any, Source]] = []
    for source in sources:
        records = source.model.history.filter(**{source.field: source.value})
        merged += [
            (record, source) for record in records.select_related("history_user")[: wanted + 1]
        ]
    merged.sort(key=lambda pair: (pair[0].history_date, pair[0].history_id), reverse=True)
    shown = merged[wanted - PER_PAGE : wanted]
    before = _previous(shown, merged)
    names = _names(
        [record for record, _ in shown] + [record for record in before.values() if record]
    )
    own = sources[0].model
    return [
        Entry(
            id=record.history_id,
            row=record.id,
            model=source.model,
            at=record.history_date,
            by=_person(record),
            kind=_KINDS.get(record.history_type, record.history_type),
            reason=record.history_change_reason or "",
            version=record.version,
            about="" if source.model is own else _about(source, record, names),
            changes=_changes(source.model, before[source.model, record.history_id], record, names)
            if record.history_type == "~"
            else ()
            if source.model is own
            else _values(source, record, names),
        )
        for record, source in shown
    ], len(merged) > wanted


def changed_fields(row: Tracked, *, since: int) -> tuple[FieldChange, ...]:
    """Return how the stored row differs from its version ``since``."""
    records = list(type(row).history.filter(id=row.pk, version__gte=since).order_by("version"))
    if len(records) < 2:
        return ()
    return _changes(type(row), records[0], records[-1], _names([records[0], records[-1]]))


def compare(model: type[Tracked], record: Any, row: Tracked | None) -> tuple[FieldChange, ...]:
    """Return a version's fields: ``old`` as that version had them, ``new`` as they are now."""
    present = [record] if row is None else [record, row]
    names = _names(present)
    return tuple(
        FieldChange(
            field=_title(field),
            old=_words(field, getattr(record, field.attname), names),
            new="" if row is None else _words(field, getattr(row, field.attname), names),
        )
        for field in _fields(model)
    )


def who(row: Tracked) -> str:
    """Return who changed a row last."""
    latest = type(row).history.filter(id=row.pk).select_related("history_user").first()
    return _person(latest) if latest is not None else "Someone"


def _person(record: Any) -> str:
    user = record.history_user
    return str(user.get_full_name() or user.get_username()) if user is not None else "the system"


def _fields(model: type[Tracked]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if field.name not in _SILENT]


def _title(field: models.Field[Any, Any]) -> str:
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def _previous(
    shown: Sequence[tuple[Any, Source]], merged: Sequence[tuple[Any, Source]]
) -> dict[tuple[type[Tracked], int], Any]:
    """Find the record before each changed one, among those read or with one query a model."""
    older: dict[tuple[type[Tracked], int], Any] = {}
    following: dict[tuple[type[Tracked], int], Any] = {}
    for record, source in merged:
        key = (source.model, record.id)
        if key in following:
            older[source.model, following[key].history_id] = record
        following[key] = record
    missing: dict[type[Tracked], list[Any]] = defaultdict(list)
    for record, source in shown:
        if record.history_type == "~" and (source.model, record.history_id) not in older:
            missing[source.model].append(record)
    for model, records in missing.items():
        earliest = {record.id: record for record in records}
        before = reduce(
            or_, (Q(id=record.id, history_id__lt=record.history_id) for record in records)
        )
        found = model.history.filter(before).order_by("id", "-history_id").distinct("id")
        for record in found:
            older[model, earliest[record.id].history_id] = record
    return {
        (source.model, record.history_id): older.get((source.model, record.history_id))
        for record, source in shown
    }


def _names(records: Iterable[Any]) -> dict[tuple[type[models.Model], Any], str]:
    """Name every row that these records point to, with one query a model."""
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    for record in records:
        for field in record._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and not field.name.startswith("history_"):
                value = getattr(record, field.attname)
                if value is not None:
                    wanted[field.related_model].add(value)
    names: dict[tuple[type[models.Model], Any], str] = {}
    for model, keys in wanted.items():
        for key, row in model._default_manager.in_bulk(keys).items():
            names[model, key] = str(row)
    return names


def _changes(
    model: type[Tracked], old: Any, new: Any, names: dict[tuple[type[models.Model], Any], str]
) -> tuple[FieldChange, ...]:
    if old is None:
        return ()
    return tuple(
        FieldChange(
            field=_title(field),
            old=_words(field, getattr(old, field.attname), names),
            new=_words(field, getattr(new, field.attname), names),
        )
        for field in _fields(model)
        if getattr(old, field.attname) != getattr(new, field.attname)
    )


def _values(
    source: Source, record: Any, names: dict[tuple[type[models.Model], Any], str]
) -> tuple[FieldChange, ...]:
    """Show what a row held when it was added or deleted, leaving out what is empty."""
    held = [
        (field, getattr(record, field.attname))
        for field in _fields(source.model)
        if field.attname != source.field and getattr(record, field.attname) not in _EMPTY
    ]
    return tuple(
        FieldChange(field=_title(field), old="", new=_words(field, value, names))
        if record.history_type == "+"
        else FieldChange(field=_title(field), old=_words(field, value, names), new="")
        for field, value in held
    )


def _about(source: Source, record: Any, names: dict[tuple[type[models.Model], Any], str]) -> str:
    label = str(source.model._meta.verbose_name)
    for field in _fields(source.model):
        if isinstance(field, models.ForeignKey) and field.attname != source.field:
            name = names.get((field.related_model, getattr(record, field.attname)))
            if name:
                return f"{label}: {name}"
        elif isinstance(field, models.DateField):
            return f"{label}: {getattr(record, field.attname)}"
    return label


def _words(
    field: models.Field[Any, Any], value: Any, names: dict[tuple[type[models.Model], Any], str]
) -> str:
    if isinstance(field, models.ForeignKey) and value is not None:
        return names.get((field.related_model, value), f"a deleted row (number {value})")
    if value in _EMPTY:
        return "empty"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return str(value)
