"""Writing events: in the transaction of what they tell of, so that neither is without the other."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.db import transaction

from compliance.audit.canonical import canonical
from compliance.audit.commitments import commitment, new_salt
from compliance.models import ActorKind, AuditEvent, AuditLog, AuditSalt, EventType

EVENT_VERSION: Final = 2


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acted: ``id`` is the user name or the token's name, ``name`` the text to be read."""

    kind: ActorKind
    id: str = ""
    name: str = ""


SYSTEM: Final = Actor(ActorKind.SYSTEM, "draftgate", "Draftgate")


@dataclass(frozen=True, slots=True)
class Happening:
    """What an event tells: of which kind, when (aware), by whom, where, of which draft.

    ``details`` is plain data of the kind of event, without fractions. ``texts`` are named texts
    that the event commits itself to; none of their words is kept with it. A fingerprint of what
    holds a customer's data is such a text too: as a detail it would let such data be guessed.
    """

    type: EventType
    at: datetime
    actor: Actor = SYSTEM
    location: str = ""
    ticket: str = ""
    draft: UUID | None = None
    details: Mapping[str, Any] | None = None
    texts: Mapping[str, str] | None = None


def append(*happenings: Happening) -> list[AuditEvent]:
    """Write events, in their order, within the transaction at hand. Two queries, three with texts.

    Raises:
        CanonicalError: when the details cannot be an event.
        TransactionManagementError: outside of a transaction, where an event could stand alone.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("An event is written with what it tells of.")
    if not happenings:
        return []
    log = open_log()
    events: list[AuditEvent] = []
    salts: list[AuditSalt] = []
    for each in happenings:
        identity = uuid7(each.at)
        subjects: list[dict[str, str]] = []
        for name, text in sorted((each.texts or {}).items()):
            salt = new_salt()
            salts.append(AuditSalt(event_id=identity, name=name, salt=salt))
            subjects.append({"name": name, "sha256": commitment(text, salt)})
        body: dict[str, Any] = {
            "v": EVENT_VERSION,
            "log": log.origin,
            "id": str(identity),
            "type": each.type.value,
            "at": stamp(each.at),
            "actor": {"kind": each.actor.kind.value, "id": each.actor.id, "name": each.actor.name},
            "location": each.location,
            "ticket": each.ticket,
            "draft": None if each.draft is None else str(each.draft),
            "texts": subjects,
            "details": dict(each.details or {}),
        }
        events.append(
            AuditEvent(
                id=identity,
                log=log,
                type=each.type,
                at=each.at,
                actor_kind=each.actor.kind,
                actor=each.actor.id,
                location=each.location,
                ticket=each.ticket,
                draft=each.draft,
                body=canonical(body),
            )
        )
    AuditEvent.objects.bulk_create(events)
    if salts:
        AuditSalt.objects.bulk_create(salts)
    return events


def open_log() -> AuditLog:
    """Return the log that events are written to; the first one opens with the first event."""
    # No more than one is open; every event asks, so nothing is asked for that is not needed.
    log = next(iter(AuditLog.objects.filter(closed_at=None).order_by().only("origin")), None)
    if log is None:
        log, _ = AuditLog.objects.get_or_create(
            closed_at=None,
            defaults={
                "origin": f"{settings.DRAFTGATE_AUDIT_HOST}/audit/1",
                "opened_at": datetime.now(UTC),
            },
        )
    return log


def stamp(at: datetime) -> str:
    """Return a moment as events have it: in UTC, with microseconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def uuid7(at: datetime) -> UUID:
    """Return a UUID that sorts by its moment (RFC 9562, section 5.7)."""
    milliseconds = int(at.timestamp() * 1000) & (1 << 48) - 1
    rest = secrets.randbits(74)
    value = milliseconds << 80 | 7 << 76 | (rest >> 62) << 64 | 2 << 62 | rest & (1 << 62) - 1
    return UUID(int=value)
