"""Gives events their places: one batch after the other, each under a checkpoint of its own.

A batch is one transaction. Whoever is killed in it has done nothing, and whoever comes second
does nothing: neither a gap nor a fork can come of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from compliance.audit import keys
from compliance.audit.canonical import CanonicalError, read_canonical
from compliance.audit.checkpoints import Checkpoint
from compliance.audit.continuity import RefusedError, continued
from compliance.audit.handover import Hands, handed_over, keys_of
from compliance.audit.merkle import Frontier, leaf_hash
from compliance.audit.notes import KeySigner, NoteError
from compliance.audit.published import publish
from compliance.audit.stored import is_stored
from compliance.models import AuditCheckpoint, AuditKey, AuditLog, AuditNode, PendingEvent

MOST: Final = 1_000
# Any number will do, as long as nothing else locks it.
_LOCK: Final = 4_719_303
_WAITING: Final = """
    SELECT p.number, e.id, e.body
    FROM compliance_pendingevent p JOIN compliance_auditevent e ON e.id = p.event_id
    WHERE e.log_id = %s ORDER BY p.number LIMIT %s
"""
# What leaves the queue is what gets a place: in one statement there can be no difference.
_PLACE: Final = """
    WITH taken AS (
        DELETE FROM compliance_pendingevent WHERE number = ANY (%s::bigint[])
        RETURNING number, event_id
    ), placed AS (
        SELECT event_id, (row_number() OVER (ORDER BY number) - 1)::int AS place FROM taken
    )
    INSERT INTO compliance_auditleaf (log_id, index, event_id, hash)
    SELECT %s, %s + place, event_id, substr(%s::bytea, place * 32 + 1, 32)
    FROM placed ORDER BY place
"""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An event in the queue: its number there, its identity and its bytes."""

    number: int
    id: UUID
    body: bytes


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transaction has done, and the last checkpoint, to be published after it."""

    log: AuditLog
    taken: int
    last: AuditCheckpoint | None
    hands: Hands


def sequence(*, most: int = MOST, now: datetime) -> int:
    """Put up to ``most`` events into the tree and sign it; return how many.

    None where another sequencer is at it, or where nothing waits: then nothing is signed.

    Raises:
        KeyFaultError: when there is no key; events wait.
        RefusedError: when the log does not continue what was signed or published before.
    """
    held = keys.signers()
    try:
        batch = _unless_another_is_at_it(held, most, now)
        if batch is None:
            return 0
        publish_batch(batch)
    except RefusedError as refusal:
        # The console shows it, to people who do not read this process's log.
        AuditLog.objects.filter(closed_at=None).update(refusal=str(refusal))
        raise
    if batch.log.refusal:
        AuditLog.objects.filter(pk=batch.log.pk).update(refusal="")
    if len(held) > 1 and batch.hands.successor is None:
        keys.forget_earlier()
    return batch.taken


def _unless_another_is_at_it(held: Sequence[KeySigner], most: int, now: datetime) -> Batch | None:
    with transaction.atomic(durable=True):
        return one_batch(held, most, now) if _is_alone() else None


def one_batch(held: Sequence[KeySigner], most: int, now: datetime) -> Batch | None:
    """Put up to ``most`` events into the open log, in the transaction of whoever is alone at it.

    Nothing where no log is open.

    Raises:
        RefusedError: when the log does not continue what was signed or published before.
    """
    # Not FOR UPDATE: that would wait for everybody who is writing an event just now.
    opened = AuditLog.objects.select_for_update(no_key=True).filter(closed_at=None)
    log = opened.first()
    if log is None:
        return None
    hands = keys_of(log, held)
    last = AuditCheckpoint.objects.filter(log=log).first()
    tree = continued(log, last, hands.known)
    taken = _waiting(log, most)
    if last is None and taken:
        # Before anything is signed: from then on a machine without a published one is a new one.
        _publish(Checkpoint(log.origin, 0, tree.root), hands)
    signing = [hands.current]
    successor = hands.successor
    if successor and len(taken) < most:
        hands, told = handed_over(log, hands, tree.size + len(taken) + 1, now)
        # Its number is larger than those of the others: it was given last.
        number = PendingEvent.objects.values_list("number", flat=True).get(event=told)
        taken.append(_Waiting(number, told.pk, bytes(told.body)))
        signing.append(successor)
    if not taken:
        return Batch(log, 0, last, hands)
    last = _extended(log, tree, taken, signing, now)
    if hands.recorded is None:
        vkey = hands.current.verifier.vkey
        AuditKey.objects.create(log=log, vkey=vkey, since=last.size)
    return Batch(log, len(taken), last, hands)


def _is_alone() -> bool:
    """Take the sequencers' lock until the end of the transaction, unless another has it.

    What is published must not be lost with the last moments before a crash, so the commit waits
    for the disk even where the server is set not to.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(%s), CASE current_setting('synchronous_commit')"
            " WHEN 'off' THEN set_config('synchronous_commit', 'on', true) END",
            [_LOCK],
        )
        (alone, _) = cursor.fetchone()
    return bool(alone)


def wait_until_alone(seconds: int) -> None:
    """Take the sequencers' lock until the end of the transaction, as soon as it is free.

    Raises:
        OperationalError: when it, or a lock that is asked for later, is not free in time.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{seconds}s"])
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _waiting(log: AuditLog, most: int) -> list[_Waiting]:
    """Return the events that wait, in order of their numbers, as far as they can be seen.

    A smaller number may become visible later, when its transaction ends; it gets a later place.
    """
    with connection.cursor() as cursor:
        cursor.execute(_WAITING, [log.pk, most])
        return [_Waiting(number, pk, bytes(body)) for number, pk, body in cursor.fetchall()]


def _extended(
    log: AuditLog, tree: Frontier, taken: list[_Waiting], signing: list[KeySigner], now: datetime
) -> AuditCheckpoint:
    """Store leaves, nodes and the signed checkpoint of a tree that has these events as well."""
    hashes = [leaf_hash(_checked(log, event)) for event in taken]
    grown, nodes = tree.appended(hashes)
    numbers = ",".join(str(event.number) for event in taken)
    with connection.cursor() as cursor:
        cursor.execute(_PLACE, [f"{{{numbers}}}", log.pk, tree.size, b"".join(hashes)])
        if cursor.rowcount != len(taken):
            raise RefusedError(
                f"Of {len(taken):,} events that waited, {cursor.rowcount:,} still did at the end."
            )
    AuditNode.objects.bulk_create(
        AuditNode(log=log, level=node.level, index=node.index, hash=node.hash)
        for node in nodes
        if is_stored(node.level)
    )
    log.size, log.roots = grown.size, list(grown.roots)
    log.save(update_fields=["size", "roots"])
    checkpoint = Checkpoint(log.origin, grown.size, grown.root)
    return AuditCheckpoint.objects.create(
        log=log,
        size=checkpoint.size,
        root=checkpoint.root,
        note=checkpoint.signed(signing).written,
        signed_at=now,
    )


def _checked(log: AuditLog, event: _Waiting) -> bytes:
    """Return the bytes of an event that may go into the log."""
    try:
        said = read_canonical(event.body)
    except CanonicalError as error:
        raise RefusedError(f"The waiting event {event.id} is none: {error}") from None
    if said.get("log") != log.origin or said.get("id") != str(event.id):
        raise RefusedError(
            f"The waiting event {event.id} says that it is {said.get('id')} of {said.get('log')}."
        )
    return event.body


def publish_batch(batch: Batch) -> None:
    """Put the last checkpoint outside of the database; one that a killed sequencer left, too.

    Raises:
        RefusedError: when that cannot be done.
    """
    last = batch.last
    if last is not None:
        checkpoint = Checkpoint(batch.log.origin, last.size, bytes(last.root))
        _publish(checkpoint, batch.hands, last.note)


def _publish(checkpoint: Checkpoint, hands: Hands, note: str = "") -> None:
    try:
        written = note or checkpoint.signed([hands.current]).written
        publish(checkpoint, written, hands.known)
    except (NoteError, OSError) as error:
        said = error if isinstance(error, NoteError) else type(error).__name__
        raise RefusedError(
            f"The checkpoint of {checkpoint.size:,} cannot be published: {said}"
        ) from None
