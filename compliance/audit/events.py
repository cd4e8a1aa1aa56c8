"""Writing events: in the transaction of what they tell of, so that neither is without the other."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from compliance.audit.canonical import canonical
from compliance.audit.commitments import TAG, commitment, new_salt
from compliance.models import ActorKind, AuditEvent, AuditLog, EventType

EVENT_VERSION: Final = 2
# More logs than one are not closed within one statement.
_MOST_TRIES: Final = 5
_APPEND: Final = "SELECT append_audit_events(%s, %s, %s::bytea[], %s)"
# The bodies stay where they are: a commitment is looked for in their bytes.
_TELLS_OF_TEXT: Final = """
    SELECT EXISTS (
        SELECT FROM compliance_auditevent e
        JOIN compliance_auditsalt s ON s.event_id = e.id AND s.name = %s
        WHERE e.draft = %s AND e.type = %s AND e.actor_kind = %s AND e.actor = %s AND position(
            convert_to(%s || '","sha256":"' || encode(
                sha256(%s::bytea || s.salt || convert_to(%s, 'UTF8')), 'hex'
            ) || '"}', 'UTF8') IN e.body
        ) > 0
    )
"""

# The log that was open the last time. Whether it still is, is asked with each event.
_last_open: AuditLog | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acted: ``id`` is the user name or the token's name, ``name`` the text to be read.

    ``via`` is the API token that a person spoke through, ``account`` whose token it is that acts
    by itself.
    """

    kind: ActorKind
    id: str = ""
    name: str = ""
    via: Actor | None = None
    account: Actor | None = None

    @property
    def said(self) -> dict[str, Any]:
        """The actor as events have it."""
        found: dict[str, Any] = {"kind": self.kind.value, "id": self.id, "name": self.name}
        others = {"via": self.via, "account": self.account}
        return found | {name: each.said for name, each in others.items() if each is not None}


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
    """Write events, in their order, within the transaction at hand. One query, mostly.

    Raises:
        CanonicalError: when the details cannot be an event.
        TransactionManagementError: outside of a transaction, where an event could stand alone.
    """
    global _last_open  # noqa: PLW0603  (a guess that every statement checks)
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("An event is written with what it tells of.")
    if not happenings:
        return []
    log = _last_open or open_log()
    for _ in range(_MOST_TRIES):
        written = [_written(each, log) for each in happenings]
        if _stored(log, written):
            _last_open = log
            return [event for event, _ in written]
        # The one that was open the last time is closed by now; an event bears its log's name.
        log = open_log()
    raise RuntimeError("No log stays open for as long as an event takes.")


def _written(told: Happening, log: AuditLog) -> tuple[AuditEvent, list[bytes]]:
    """Return an event of a log, not stored yet, and the salts of its texts."""
    identity = uuid7(told.at)
    salts: list[bytes] = []
    texts: list[dict[str, str]] = []
    for name, text in sorted((told.texts or {}).items()):
        salts.append(new_salt())
        texts.append({"name": name, "sha256": commitment(text, salts[-1])})
    actor = told.actor
    body = canonical(
        {
            "v": EVENT_VERSION,
            "log": log.origin,
            "id": str(identity),
            "type": told.type.value,
            "at": stamp(told.at),
            "actor": actor.said,
            "location": told.location,
            "ticket": told.ticket,
            "draft": None if told.draft is None else str(told.draft),
            "texts": texts,
            "details": dict(told.details or {}),
        }
    )
    event = AuditEvent(
        id=identity,
        log=log,
        type=told.type,
        at=told.at,
        actor_kind=actor.kind,
        actor=actor.id,
        location=told.location,
        ticket=told.ticket,
        draft=told.draft,
        body=body,
    )
    return event, salts


def _stored(log: AuditLog, written: Sequence[tuple[AuditEvent, list[bytes]]]) -> bool:
    """Store events with their salts and put them into the queue, unless their log is closed.

    The database takes the columns from the bytes. Until the transaction ends, nobody closes it.
    """
    bodies = [event.body for event, _ in written]
    salts = b"".join(salt for _, own in written for salt in own)
    with connection.cursor() as cursor:
        cursor.execute(_APPEND, [log.pk, log.origin, bodies, salts])
        (done,) = cursor.fetchone()
    return bool(done)


def tells_of_text(kind: EventType, *, draft: UUID, actor: Actor, name: str, text: str) -> bool:
    """Whether a draft has an event of this type, by this actor, whose commitment a text opens."""
    with connection.cursor() as cursor:
        cursor.execute(
            _TELLS_OF_TEXT,
            [name, draft, kind, actor.kind, actor.id, f'{{"name":"{name}', TAG, text],
        )
        (found,) = cursor.fetchone()
    return bool(found)


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


def forget_open_log() -> None:
    """Ask again which log is open, before the next event."""
    global _last_open  # noqa: PLW0603
    _last_open = None


def stamp(at: datetime) -> str:
    """Return a moment as events have it: in UTC, with microseconds."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def uuid7(at: datetime) -> UUID:
    """Return a UUID that sorts by its moment (RFC 9562, section 5.7)."""
    milliseconds = int(at.timestamp() * 1000) & (1 << 48) - 1
    rest = secrets.randbits(74)
    value = milliseconds << 80 | 7 << 76 | (rest >> 62) << 64 | 2 << 62 | rest & (1 << 62) - 1
    return UUID(int=value)
