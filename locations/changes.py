"""The one way to write configuration: checked, versioned, with who and why in the history.

Every row that an operator owns carries a version. A change names the version it was made from, so
two people who edit the same row never silently overwrite each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

    from locations.models.tracked import Tracked

Row = TypeVar("Row", bound="Tracked")


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; ``None`` before it existed and after it was deleted."""

    before: Tracked | None
    after: Tracked | None


Listener = Callable[[Sequence[Change]], None]
_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Have a function told of every change, inside of the transaction that writes it.

    What follows from a change is kept in apps above this one; they ask for it here, once, when
    they are loaded.
    """
    if listener not in _listeners:
        _listeners.append(listener)


def _tell(changes: Sequence[Change]) -> None:
    for listener in _listeners:
        listener(changes)


class StaleVersionError(ValidationError):
    """Someone else changed the row since it was read."""


def save(
    *, row: Row, actor: AbstractBaseUser | None, reason: str, seen_version: int | None = None
) -> Row:
    """Check and save one row, raise its version and write its history entry.

    ``seen_version`` is the version the change was made from (the row's own when left out).

    Raises:
        ValidationError: with the fields at fault, or when no reason is given.
        StaleVersionError: when the stored row has moved on.
    """
    require_reason(reason)
    row.full_clean()
    with transaction.atomic():
        stored = None
        if row.pk is not None:
            stored = type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
            expected = row.version if seen_version is None else seen_version
            if stored is not None and stored.version != expected:
                raise StaleVersionError(
                    f"{row} was changed by someone else (version {stored.version}, you started "
                    f"from {expected}). Open it again and repeat your change."
                )
            row.version = expected + 1 if stored is not None else 1
        _say_who_and_why(row, actor, reason)
        row.save()
        _tell([Change(stored, row)])
    return row


def create_many(*, rows: Sequence[Row], actor: AbstractBaseUser | None, reason: str) -> list[Row]:
    """Insert new rows of one model, already checked, in one go, each with its history entry."""
    require_reason(reason)
    if not rows:
        return []
    with transaction.atomic():
        created: list[Row] = list(
            bulk_create_with_history(
                list(rows),
                type(rows[0]),
                batch_size=500,
                default_user=actor,
                default_change_reason=reason,
            )
        )
        _tell([Change(None, row) for row in created])
    return created


def save_many(*, rows: Sequence[Row], actor: AbstractBaseUser | None, reason: str) -> list[Row]:
    """Save changed rows of one model, already checked, in one go, each with its history entry.

    Each row carries the version it was read with. A constant number of queries for 500 rows.

    Raises:
        ValidationError: when no reason is given.
        StaleVersionError: when one of the stored rows has moved on or is gone; none is saved.
    """
    require_reason(reason)
    if not rows:
        return []
    model = type(rows[0])
    with transaction.atomic():
        locked = model._default_manager.select_for_update().filter(pk__in=[row.pk for row in rows])
        stored = {row.pk: row for row in locked}
        for row in rows:
            now = stored[row.pk].version if row.pk in stored else "deleted"
            if now != row.version:
                raise StaleVersionError(
                    f"{row} was changed by someone else (version {now}, "
                    f"you started from {row.version}). Start again from what is stored now."
                )
            row.version += 1
            row.updated_at = timezone.now()
        # Many times as fast as bulk_update: its conditions grow with rows times columns.
        model._default_manager.bulk_create(
            rows,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[part.name for part in model._meta.concrete_fields if part.name != "id"],
        )
        model.history.bulk_history_create(
            rows,
            batch_size=500,
            update=True,
            default_user=actor,
            default_change_reason=reason.strip(),
        )
        _tell([Change(stored[row.pk], row) for row in rows])
    return list(rows)


def delete(*, row: Tracked, actor: AbstractBaseUser | None, reason: str) -> None:
    """Delete one row and the rows that go with it; every history says who did it and why.

    Raises:
        ValidationError: when no reason is given, or something else still names the row.
    """
    require_reason(reason)
    with transaction.atomic():
        row.clean_deletion()
        for child in _going_with(row):
            delete(row=child, actor=actor, reason=reason)
        _say_who_and_why(row, actor, reason)
        # Afterwards the row has no key any more.
        before = copy(row)
        row.delete()
        _tell([Change(before, None)])


def require_reason(reason: str) -> None:
    """Refuse a change without a reason.

    Raises:
        ValidationError: when the reason is empty.
    """
    if not reason.strip():
        raise ValidationError({"change_reason": "Say why this changes; it is kept in the history."})


def _going_with(row: Tracked) -> Iterator[Tracked]:
    """Find the rows that the database would delete along, without a word in their history."""
    for relation in row._meta.related_objects:
        model: Any = relation.related_model
        if relation.on_delete is models.CASCADE and hasattr(model, "history"):
            yield from model._base_manager.filter(**{relation.field.name: row})


def _say_who_and_why(row: Tracked, actor: AbstractBaseUser | None, reason: str) -> None:
    # The two names under which django-simple-history looks for them.
    vars(row)["_change_reason"] = reason.strip()
    vars(row)["_history_user"] = actor
