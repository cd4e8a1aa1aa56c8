"""Changes of the configuration as events: which row, in which version, by whom and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from compliance.audit.events import SYSTEM, Actor, Happening, append
from compliance.models import ActorKind, EventType
from locations.changes import Change
from locations.models import Location
from locations.models.tracked import Tracked

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# An entry of the log has a limit; the history keeps the whole reason.
_REASON_CHARS: Final = 2_000
_WHAT: Final = {"+": "created", "~": "changed", "-": "deleted"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the history says of one version of a row."""

    id: int
    at: datetime
    actor: Actor
    reason: str


# A row, its version, and how it came to that.
_Key = tuple[type[Tracked], int, int, str]


def publish(changes: Sequence[Change]) -> None:
    """Append an event for each changed row; told by :mod:`locations.changes`, inside of its change.

    As many queries for one row as for hundreds of the same model.
    """
    rows = [_row(change) for change in changes]
    told = [(row, how) for row, how in rows if row.is_configuration]
    entries = _entries(told)
    codes = _location_codes(row for row, _ in told)
    append(
        *(
            Happening(
                type=EventType.CONFIGURATION_PUBLISHED,
                at=entry.at,
                actor=entry.actor,
                location=codes.get(row, ""),
                details={
                    "model": row._meta.label_lower,
                    "row": row.pk,
                    "code": getattr(row, "code", ""),
                    "version": row.version,
                    "what": _WHAT[how],
                    "history": entry.id,
                    "reason": entry.reason[:_REASON_CHARS],
                },
            )
            for row, how in told
            for entry in (entries[type(row), row.pk, row.version, how],)
        )
    )


def _row(change: Change) -> tuple[Tracked, str]:
    if change.after is not None:
        return change.after, "+" if change.before is None else "~"
    if change.before is None:
        raise ValueError("A change has a row before it or after it.")
    return change.before, "-"


def _entries(rows: Iterable[tuple[Tracked, str]]) -> dict[_Key, _Entry]:
    """Return the entries of the history for rows of these versions: one query a model."""
    versions: dict[type[Tracked], dict[int, int]] = defaultdict(dict)
    for row, _ in rows:
        versions[type(row)][row.pk] = row.version
    found: dict[_Key, _Entry] = {}
    for model, wanted in versions.items():
        stored = model.history.filter(
            id__in=list(wanted), version__in=set(wanted.values())
        ).select_related("history_user")
        for each in stored.only(
            "id",
            "version",
            "history_id",
            "history_type",
            "history_date",
            "history_change_reason",
            "history_user",
        ):
            found[model, each.id, each.version, each.history_type] = _Entry(
                id=each.history_id,
                at=each.history_date,
                actor=_actor(each.history_user),
                reason=each.history_change_reason or "",
            )
    return found


def _actor(user: User | None) -> Actor:
    if user is None:
        return SYSTEM
    name = user.get_username()
    return Actor(ActorKind.OPERATOR, name, user.get_full_name() or name)


def _location_codes(rows: Iterable[Tracked]) -> dict[Tracked, str]:
    """Return the codes of the locations that rows are, or belong to."""
    found: dict[Tracked, str] = {}
    owners: dict[Tracked, int] = {}
    for row in rows:
        if isinstance(row, Location):
            found[row] = row.code
        elif (owner := getattr(row, "location_id", None)) is not None:
            owners[row] = owner
    if owners:
        codes = dict(Location.objects.filter(pk__in=set(owners.values())).values_list("pk", "code"))
        found |= {row: codes[owner] for row, owner in owners.items()}
    return found
