"""Closes a log and opens the one after it, whose first event names the log before.

That is the way on where a log cannot be signed any more: its later state is lost, or its key. No
event is lost and none changes logs: it bears the name of its own in its bytes.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import OperationalError, connection, transaction

from compliance.audit import keys
from compliance.audit.checkpoints import read_checkpoint
from compliance.audit.continuity import RefusedError
from compliance.audit.earlier import state_of
from compliance.audit.events import Actor, Happening, append
from compliance.audit.keys import KeyFaultError
from compliance.audit.notes import NoteError
from compliance.audit.published import publish, published_note, read_published
from compliance.audit.sequencer import (
    MOST,
    Batch,
    one_batch,
    publish_batch,
    wait_until_alone,
)
from compliance.audit.verification import LogCheck, readable_keys
from compliance.models import AuditCheckpoint, AuditKey, AuditLog, EventType

# Who appends an event holds it, shared, until the end of its transaction (migration 0024).
_WRITERS_LOCK: Final = 4_719_304
# So long do writers wait as well.
_WAIT_SECONDS: Final = 10
MOST_REASON_CHARS: Final = 2_000


class CannotAdoptError(Exception):
    """Nothing was published; the message says why."""


class CannotCloseError(Exception):
    """The log stays open; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Succession:
    """The log that was closed, the one that is open now, and how many events have no place.

    ``trouble`` says what could not be done beyond the database, and how to make up for it.
    """

    closed: AuditLog
    opened: AuditLog
    waiting: int
    trouble: tuple[str, ...]


def succeed(*, reason: str, actor: Actor, now: datetime, unsigned: bool) -> Succession:
    """Close the open log and open the next one, in one transaction.

    Whoever writes events is waited for, and who comes meanwhile writes to the new log. What waits
    gets its place in the old one first, under its last checkpoint. With ``unsigned`` the log is
    left as it is, because it cannot be signed: events that wait stay without a place, and the new
    log commits itself to their bytes.

    Raises:
        CannotCloseError: without a reason, where writers do not come to an end, where there is no
            log, and where it cannot be signed, unless it need not be.
    """
    reason = reason.strip()
    if not reason or len(reason) > MOST_REASON_CHARS:
        raise CannotCloseError(
            f"Say why, in {MOST_REASON_CHARS:,} characters at most: it stands in the log for good."
        )
    last: Batch | None = None
    try:
        with transaction.atomic(durable=True):
            # The sequencers' lock first: who hands over to a new key takes them in this order.
            wait_until_alone(_WAIT_SECONDS)
            _wait_for_writers()
            old = AuditLog.objects.select_for_update(no_key=True).filter(closed_at=None).first()
            if old is None:
                raise CannotCloseError("There is no log yet: nothing has happened.")
            origin = next_origin()
            if not unsigned:
                last = _signed_to_the_end(origin, reason, actor, now)
                old.refresh_from_db()
            earlier = {**state_of(old), "published": _published(old)}
            old.closed_at, old.refusal = now, ""
            old.save(update_fields=["closed_at", "refusal"])
            opened = AuditLog.objects.create(origin=origin, opened_at=now)
            told = {"reason": reason, "earlier": earlier}
            append(Happening(EventType.LOG_OPENED, now, actor, details=told))
    except OperationalError as error:
        raise CannotCloseError(
            f"Others did not come to an end within {_WAIT_SECONDS} seconds "
            f"({type(error).__name__}); try again when less is going on."
        ) from None
    trouble = []
    try:
        if last is not None:
            publish_batch(last)
    except RefusedError as error:
        trouble.append(str(error))
    try:
        keys.create(opened.origin)
    except KeyFaultError as error:
        trouble.append(f"The new log has no key yet. {error}")
    return Succession(old, opened, earlier["waiting"], tuple(trouble))


def adopt() -> AuditCheckpoint:
    """Publish the last checkpoint on a machine that has none, once somebody knows it is the last.

    Raises:
        CannotAdoptError: when there is one already, or when the log does not hold.
    """
    log = AuditLog.objects.filter(closed_at=None).first()
    last = AuditCheckpoint.objects.filter(log=log).first() if log else None
    if log is None or last is None:
        raise CannotAdoptError("Nothing is signed yet: there is nothing to publish.")
    known = readable_keys(AuditKey.objects.filter(log=log))
    try:
        if published_note(log.origin) is not None:
            raise CannotAdoptError("This machine has a published checkpoint already; it stays.")
        check = LogCheck(log)
        while check.step():
            pass
        if check.faults:
            raise CannotAdoptError(f"The log does not hold: {check.faults[0]}")
        publish(read_checkpoint(last.note.encode(), known, origin=log.origin), last.note, known)
    except (NoteError, OSError) as error:
        raise CannotAdoptError(f"The checkpoint cannot be published: {error}") from None
    return last


def next_origin() -> str:
    """Return the name of the log that comes after all that there are."""
    numbers = [
        int(number)
        for number in (each.origin.rpartition("/")[2] for each in AuditLog.objects.all())
        if number.isdecimal()
    ]
    return f"{settings.DRAFTGATE_AUDIT_HOST}/audit/{max(numbers, default=0) + 1}"


def _signed_to_the_end(origin: str, reason: str, actor: Actor, now: datetime) -> Batch:
    """Tell in the log that it is closed, and give everything a place under its last checkpoint."""
    append(Happening(EventType.LOG_CLOSED, now, actor, details={"reason": reason, "next": origin}))
    try:
        held = keys.signers()
        batch = one_batch(held, MOST, now)
        while batch is not None and batch.taken >= MOST:
            batch = one_batch(held, MOST, now)
    except (KeyFaultError, RefusedError) as error:
        raise CannotCloseError(
            f"What waits cannot be signed: {error} Mend that; or close the log as it is, with "
            "--unsigned: then events that wait stay without a place."
        ) from None
    if batch is None:
        raise RuntimeError("The log that is open is not there.")
    return batch


def _published(log: AuditLog) -> str | None:
    """Return the published checkpoint of a log where the database has lost what it covers."""
    known = dict.fromkeys(readable_keys(AuditKey.objects.filter(log=log)))
    with contextlib.suppress(KeyFaultError):
        known |= dict.fromkeys(each.verifier for each in keys.signers_of(log.origin))
    last = AuditCheckpoint.objects.filter(log=log).first()
    try:
        published = read_published(known, origin=log.origin)
        written = published_note(log.origin)
    except (NoteError, OSError):
        return None
    if published is None or written is None or (last is not None and published.size <= last.size):
        return None
    return written.decode()


def _wait_for_writers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS_LOCK])
