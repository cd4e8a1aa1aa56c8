"""Gives events their places: one batch after the other, each under a checkpoint of its own.

A batch is one transaction. Whoever is killed in it has done nothing, and whoever comes second
does nothing: neither a gap nor a fork can come of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection, transaction

from compliance.audit import keys
from compliance.audit.canonical import CanonicalError, read_canonical
from compliance.audit.checkpoints import Checkpoint
from compliance.audit.continuity import RefusedError, continued
from compliance.audit.handover import Hands, handed_over, keys_of
from compliance.audit.merkle import Frontier, leaf_hash
from compliance.audit.notes import KeySigner, NoteError
from compliance.audit.published import publish
from compliance.models import (
    AuditCheckpoint,
    AuditEvent,
    AuditKey,
    AuditLeaf,
    AuditLog,
    AuditNode,
    PendingEvent,
)

MOST: Final = 1_000
# Any number will do, as long as nothing else locks it.
_LOCK: Final = 4_719_303


@dataclass(frozen=True, slots=True)
class _Batch:
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
        batch = _one_batch(held, most, now)
        if batch is None:
            return 0
        _publish(batch)
    except RefusedError as refusal:
        # The console shows it, to people who do not read this process's log.
        AuditLog.objects.filter(closed_at=None).update(refusal=str(refusal))
        raise
    if batch.log.refusal:
        AuditLog.objects.filter(pk=batch.log.pk).update(refusal="")
    if len(held) > 1 and batch.hands.successor is None:
        keys.forget_earlier()
    return batch.taken


def _one_batch(held: Sequence[KeySigner], most: int, now: datetime) -> _Batch | None:
    with transaction.atomic(durable=True):
        if not _is_alone():
            return None
        # Not FOR UPDATE: that would wait for everybody who is writing an event just now.
        opened = AuditLog.objects.select_for_update(no_key=True).filter(closed_at=None)
        log = opened.first()
        if log is None:
            return None
        hands = keys_of(log, held)
        last = AuditCheckpoint.objects.filter(log=log).first()
        tree = continued(log, last, hands.known)
        taken = _waiting(log, most)
        signing = [hands.current]
        successor = hands.successor
        if successor and len(taken) < most:
            hands, told = handed_over(log, hands, tree.size + len(taken) + 1, now)
            taken.append(told)
            signing.append(successor)
        if not taken:
            return _Batch(log, 0, last, hands)
        last = _extended(log, tree, taken, signing, now)
        if hands.recorded is None:
            vkey = hands.current.verifier.vkey
            AuditKey.objects.create(log=log, vkey=vkey, since=last.size)
        return _Batch(log, len(taken), last, hands)


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


def _waiting(log: AuditLog, most: int) -> list[AuditEvent]:
    """Return the events that wait, in order of their numbers, as far as they can be seen.

    A smaller number may become visible later, when its transaction ends; it gets a later place.
    """
    waiting = PendingEvent.objects.filter(event__log=log).select_related("event")
    return [each.event for each in waiting.order_by("number")[:most]]


def _extended(
    log: AuditLog, tree: Frontier, taken: list[AuditEvent], signing: list[KeySigner], now: datetime
) -> AuditCheckpoint:
    """Store leaves, nodes and the signed checkpoint of a tree that has these events as well."""
    hashes = [leaf_hash(_checked(log, event)) for event in taken]
    grown, nodes = tree.appended(hashes)
    AuditLeaf.objects.bulk_create(
        AuditLeaf(log=log, index=tree.size + place, event=event, hash=value)
        for place, (event, value) in enumerate(zip(taken, hashes, strict=True))
    )
    AuditNode.objects.bulk_create(
        AuditNode(log=log, level=node.level, index=node.index, hash=node.hash)
        for node in nodes
        if node.level
    )
    log.size, log.roots = grown.size, list(grown.roots)
    log.save(update_fields=["size", "roots"])
    checkpoint = Checkpoint(log.origin, grown.size, grown.root)
    signed = AuditCheckpoint.objects.create(
        log=log,
        size=checkpoint.size,
        root=checkpoint.root,
        note=checkpoint.signed(signing).written,
        signed_at=now,
    )
    done, _ = PendingEvent.objects.filter(event__in=taken).delete()
    if done != len(taken):
        raise RefusedError(f"Of {len(taken):,} events that waited, {done:,} still did at the end.")
    return signed


def _checked(log: AuditLog, event: AuditEvent) -> bytes:
    """Return the bytes of an event that may go into the log."""
    body = bytes(event.body)
    try:
        said = read_canonical(body)
    except CanonicalError as error:
        raise RefusedError(f"The waiting event {event.pk} is none: {error}") from None
    if said.get("log") != log.origin or said.get("id") != str(event.pk):
        raise RefusedError(
            f"The waiting event {event.pk} says that it is {said.get('id')} of {said.get('log')}."
        )
    return body


def _publish(batch: _Batch) -> None:
    """Put the last checkpoint outside of the database; one that a killed sequencer left, too."""
    last = batch.last
    if last is None:
        return
    checkpoint = Checkpoint(batch.log.origin, last.size, bytes(last.root))
    try:
        publish(checkpoint, last.note, batch.hands.known)
    except (NoteError, OSError) as error:
        said = error if isinstance(error, NoteError) else type(error).__name__
        raise RefusedError(f"The checkpoint of {last.size:,} cannot be published: {said}") from None
