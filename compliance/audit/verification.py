"""Derives a whole log anew from its events, slice by slice, and says what does not agree.

What it finds is told from what it cannot: whoever has the database *and* the key can write another
log that agrees with itself. Only a checkpoint that somebody else holds shows that.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from django.db import connection

from compliance.audit.checkpoints import Checkpoint, read_checkpoint
from compliance.audit.earlier import lost_for_good, succession_faults
from compliance.audit.merkle import Frontier, Node, ProofError, frontier, leaf_hash
from compliance.audit.notes import NoteError, Verifier, read_vkey
from compliance.audit.published import published_note, read_published
from compliance.audit.reading import read_event
from compliance.audit.stored import hashes_at, is_stored, root_of, with_hashes
from compliance.models import (
    AuditCheckpoint,
    AuditEvent,
    AuditKey,
    AuditLeaf,
    AuditLog,
    EventType,
    PendingEvent,
)

SLICE: Final = 250
# One fault may have thousands of others follow from it.
MOST_FAULTS: Final = 50


class CannotCheckError(Exception):
    """There is nothing to start from; the message says what is missing."""


class LogCheck:
    """The examination of one log up to its size at the start: :meth:`step` until it says no.

    ``trusted`` are the public keys that somebody holds outside; without them those in the database
    count. ``since`` is the size of a checkpoint that was verified before.
    """

    def __init__(
        self,
        log: AuditLog,
        *,
        since: int = 0,
        trusted: Collection[Verifier] | None = None,
        outside: Sequence[bytes] = (),
    ) -> None:
        self.log = log
        self.size = log.size
        self.since = since
        self.checkpoints = 0
        self.waiting = 0
        self.faults: list[str] = []
        self._outside = outside
        self._trusted = trusted
        self._broken_off = False
        self._keys = list(AuditKey.objects.filter(log=log))
        self._rotations: list[tuple[int, Any, Any]] = []
        self._tree = self._start() if since else Frontier()

    @property
    def read(self) -> int:
        """How many events it has gone over."""
        return self._tree.size - self.since

    def step(self) -> bool:
        """Go over the next slice; False when that was the last and the whole was compared."""
        if len(self.faults) >= MOST_FAULTS:
            self.faults = [*self.faults[:MOST_FAULTS], "And more: it was not looked any further."]
            return False
        if self._tree.size < self.size and not self._broken_off:
            self._slice()
            return True
        self._compare_ends()
        return False

    def _start(self) -> Frontier:
        """Return the tree of a checkpoint that was verified before, from what is stored of it."""
        row = AuditCheckpoint.objects.filter(log=self.log, size=self.since).first()
        if row is None:
            raise CannotCheckError(f"The log has no checkpoint of {self.since:,} events.")
        try:
            tree = with_hashes(self.log, lambda read: frontier(self.since, read))
        except ProofError as error:
            raise CannotCheckError(
                f"The tree of {self.since:,} events is incomplete: {error}"
            ) from None
        self._compare(row, tree.root)
        return tree

    # --- A slice --------------------------------------------------------------------------------

    def _slice(self) -> None:
        start, end = self._tree.size, min(self._tree.size + SLICE, self.size)
        leaves = {
            leaf.index: leaf
            for leaf in AuditLeaf.objects.filter(log=self.log, index__gte=start, index__lt=end)
        }
        events = AuditEvent.objects.in_bulk([leaf.event_id for leaf in leaves.values()])
        ends = {
            row.size: row
            for row in AuditCheckpoint.objects.filter(log=self.log, size__gt=start, size__lte=end)
        }
        made: list[Node] = []
        for index in range(start, end):
            if index not in leaves:
                self._fault(f"Index {index:,}: there is no such leaf; {self.size:,} are signed.")
                # Whatever follows would be compared with nothing.
                self._broken_off = True
                return
            self._tree, nodes = self._tree.appended([self._leaf(leaves[index], events)])
            made += (node for node in nodes if is_stored(node.level))
            if index + 1 in ends:
                self._compare(ends[index + 1], self._tree.root)
        self._compare_nodes(made)

    def _leaf(self, leaf: AuditLeaf, events: dict[UUID, AuditEvent]) -> bytes:
        """Return the hash to go on with: what is stored, so that one fault stays one."""
        stored = bytes(leaf.hash)
        event = events.get(leaf.event_id)
        where = f"Index {leaf.index:,}, event {leaf.event_id}"
        if event is None:
            self._fault(f"{where}: the event is gone.")
            return stored
        if leaf_hash(bytes(event.body)) != stored:
            self._fault(f"{where}: its bytes are not those that went into the log.")
        said, faults = read_event(event, origin=self.log.origin)
        for each in faults:
            self._fault(f"{where}: {each}")
        if event.log_id != self.log.pk:
            self._fault(f"{where}: its row is of another log.")
        if said.get("type") == EventType.KEY_ROTATED:
            details = said.get("details") or {}
            self._rotations.append((leaf.index, details.get("old"), details.get("new")))
        return stored

    def _compare_nodes(self, made: Iterable[Node]) -> None:
        expected = {(node.level, node.index): node.hash for node in made}
        wanted: dict[int, set[int]] = defaultdict(set)
        for level, index in expected:
            wanted[level].add(index)
        stored = hashes_at(self.log, wanted)
        for (level, index), value in expected.items():
            found = stored.get((level, index))
            if found != value:
                first, last = index << level, ((index + 1) << level) - 1
                what = "is missing" if found is None else "is not what its leaves give"
                self._fault(f"Indexes {first:,} to {last:,}: the node over them {what}.")

    def _compare(self, row: AuditCheckpoint, root: bytes) -> None:
        """Compare a stored checkpoint with the events before it, and check who signed it."""
        self.checkpoints += 1
        if bytes(row.root) != root:
            self._fault(f"The checkpoint of {row.size:,}: the events before it give another root.")
        signing = readable_keys(
            key
            for key in self._keys
            if key.since <= row.size and (key.until is None or row.size <= key.until)
        )
        if self._trusted is not None and not all(key in self._trusted for key in signing):
            self._fault(f"The checkpoint of {row.size:,}: its key is none of those given.")
        if not signing:
            self._fault(f"The checkpoint of {row.size:,}: no key is recorded for that size.")
        for key in signing:
            try:
                said = read_checkpoint(row.note.encode(), [key], origin=self.log.origin)
            except NoteError as error:
                self._fault(f"The checkpoint of {row.size:,}: {error}")
                continue
            if said != Checkpoint(self.log.origin, row.size, bytes(row.root)):
                self._fault(
                    f"The checkpoint of {row.size:,}: what was signed is not what is stored."
                )

    # --- The whole ------------------------------------------------------------------------------

    def _compare_ends(self) -> None:
        if not self._broken_off:
            if list(self._tree.roots) != list(map(bytes, self.log.roots)):
                self._fault(f"The row of the log has other roots than its {self.size:,} events.")
            self._compare_rotations()
        for each in succession_faults(self.log):
            self._fault(each)
        if self.size and not AuditCheckpoint.objects.filter(log=self.log, size=self.size).exists():
            self._fault(f"The log has {self.size:,} events, and no checkpoint of that size.")
        self._compare_held()
        self._count_rest()

    def _compare_rotations(self) -> None:
        """Compare the keys that are recorded with the hand-overs that the log tells of."""
        told = [(index + 1, old, new) for index, old, new in self._rotations]
        recorded = [
            (later.since, earlier.vkey, later.vkey)
            for earlier, later in zip(self._keys, self._keys[1:], strict=False)
            if self.since < later.since <= self.size
        ]
        if told != recorded:
            self._fault("The keys that are recorded are not those that the log tells of.")

    def _compare_held(self) -> None:
        """Compare with what is held outside of the database."""
        known = self._trusted
        if known is None:
            known = readable_keys(AuditKey.objects.filter(log=self.log))
        held: list[tuple[str, Checkpoint]] = []
        lost = lost_for_good(self.log) if self.log.closed_at else None
        try:
            # What was lost before a log was closed stays lost, and the next one tells of it.
            if lost is None or published_note(self.log.origin) != lost.encode():
                published = read_published(known, origin=self.log.origin)
                held += [("The published checkpoint", published)] if published else []
        except (NoteError, OSError) as error:
            said = error if isinstance(error, NoteError) else type(error).__name__
            self._fault(f"The published checkpoint cannot be used: {said}")
        for written in self._outside:
            try:
                given = read_checkpoint(written, known, origin=self.log.origin)
                held.append(("The given checkpoint", given))
            except NoteError as error:
                self._fault(f"The given checkpoint cannot be used: {error}")
        for what, checkpoint in held:
            self._compare_outside(what, checkpoint)

    def _compare_outside(self, what: str, held: Checkpoint) -> None:
        # More may have been signed since this check began, and what it read holds for less.
        size = AuditLog.objects.values_list("size", flat=True).get(pk=self.log.pk)
        if held.size > size:
            self._fault(
                f"{what} has {held.size:,} events, and the log {size:,}: the last ones are gone."
            )
            return
        try:
            root = root_of(self.log, held.size)
        except ProofError as error:
            self._fault(f"{what} of {held.size:,} events cannot be compared: {error}")
            return
        if root != held.root:
            self._fault(f"{what} of {held.size:,} events has another root: they were rewritten.")

    def _count_rest(self) -> None:
        """Look for rows that belong to nothing, each kind in one statement, of one moment."""
        self.waiting = PendingEvent.objects.filter(event__log=self.log).count()
        lost = AuditEvent.objects.filter(log=self.log, leaf=None, pending=None)
        for pk in lost.values_list("pk", flat=True)[:MOST_FAULTS]:
            self._fault(f"Event {pk}: it has no place in the log and does not wait for one.")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT (SELECT count(*) FROM compliance_auditleaf t"
                " WHERE t.log_id = l.id AND t.index >= l.size),"
                " (SELECT count(*) FROM compliance_auditnode t"
                " WHERE t.log_id = l.id AND t.index >= l.size >> t.level::int),"
                " (SELECT count(*) FROM compliance_auditcheckpoint t"
                " WHERE t.log_id = l.id AND t.size > l.size)"
                " FROM compliance_auditlog l WHERE l.id = %s",
                [self.log.pk],
            )
            beyond = zip(("leaves", "nodes", "checkpoints"), cursor.fetchone(), strict=True)
        for what, count in beyond:
            if count:
                self._fault(f"There are {count:,} {what} beyond the end of the log.")

    def _fault(self, text: str) -> None:
        self.faults.append(text)


def readable_keys(recorded: Iterable[AuditKey]) -> list[Verifier]:
    """Return the keys that can be read; what a broken one has signed is then signed by none."""
    found = []
    for key in recorded:
        with contextlib.suppress(NoteError):
            found.append(read_vkey(key.vkey))
    return found
