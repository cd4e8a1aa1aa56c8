"""The tree as it is stored: hashes by their place, and proofs made from them.

Of nodes every fourth level is stored, and what lies between follows: one row for fifteen leaves
instead of one for each, and no proof reads more than eight hashes in place of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Final, TypeVar

from compliance.audit.checkpoints import Proof
from compliance.audit.merkle import (
    HASH_BYTES,
    NodeReader,
    ProofError,
    inclusion_proof,
    node_hash,
    root_at,
)
from compliance.models import AuditCheckpoint, AuditLeaf, AuditLog, AuditNode

T = TypeVar("T")

STRIDE: Final = 4


def is_stored(level: int) -> bool:
    """Whether the nodes of a level are stored as such; leaves have rows of their own."""
    return level > 0 and level % STRIDE == 0


def root_of(log: AuditLog, size: int) -> bytes:
    """Return the root of a log's first leaves, from what is stored of its tree. Two queries.

    Raises:
        ProofError: when a part of the tree is missing.
    """
    return with_hashes(log, lambda read: root_at(size, read))


def proof_of(leaf: AuditLeaf, checkpoint: AuditCheckpoint | None = None) -> Proof | None:
    """Return the proof that a leaf is in its log, up to the latest checkpoint unless one is given.

    Nothing when no checkpoint covers the leaf. Three queries, whatever the size of the log.

    Raises:
        ProofError: when a part of the tree is missing.
    """
    top = checkpoint or AuditCheckpoint.objects.filter(log=leaf.log_id).first()
    if top is None or top.size <= leaf.index:
        return None
    hashes = with_hashes(leaf.log, lambda read: inclusion_proof(leaf.index, top.size, read))
    return Proof(leaf.index, tuple(hashes), top.note)


def with_hashes(log: AuditLog, ask: Callable[[NodeReader], T]) -> T:
    """Return what is made from stored hashes, with at most one query for leaves, one for nodes.

    ``ask`` is called twice: which hashes it reads must not depend on what they are.

    Raises:
        ProofError: when one of them is not stored.
    """
    wanted: dict[int, set[int]] = defaultdict(set)

    def note(level: int, index: int) -> bytes:
        wanted[level].add(index)
        return bytes(HASH_BYTES)

    ask(note)
    found = hashes_at(log, wanted)

    def read(level: int, index: int) -> bytes:
        if (level, index) not in found:
            raise ProofError(f"The tree has no node {index} of level {level}.")
        return found[level, index]

    return ask(read)


def hashes_at(log: AuditLog, wanted: dict[int, set[int]]) -> dict[tuple[int, int], bytes]:
    """Return the hashes at some places of some levels; those that are missing are not there."""
    below: dict[int, set[int]] = defaultdict(set)
    for level, places in wanted.items():
        base = level - level % STRIDE
        for index in places:
            below[base].update(range(index << level - base, index + 1 << level - base))
    stored = _rows_at(log, below)
    found: dict[tuple[int, int], bytes] = {}
    for level, places in wanted.items():
        for index in places:
            value = _above(stored, level, index)
            if value is not None:
                found[level, index] = value
    return found


def _above(stored: dict[tuple[int, int], bytes], level: int, index: int) -> bytes | None:
    """Return the hash at a place, from the stored ones on the level or below it."""
    if level % STRIDE == 0:
        return stored.get((level, index))
    left, right = (_above(stored, level - 1, 2 * index + side) for side in (0, 1))
    return None if left is None or right is None else node_hash(left, right)


def _rows_at(log: AuditLog, wanted: dict[int, set[int]]) -> dict[tuple[int, int], bytes]:
    found: dict[tuple[int, int], bytes] = {}
    if wanted.get(0):
        leaves = AuditLeaf.objects.filter(log=log, index__in=wanted[0])
        found |= {(0, index): bytes(value) for index, value in leaves.values_list("index", "hash")}
    above = [(level, index) for level in wanted if level for index in wanted[level]]
    if above:
        places = {index for _, index in above}
        nodes = AuditNode.objects.filter(
            log=log, level__in={level for level, _ in above}, index__in=places
        ).values_list("level", "index", "hash")
        asked = set(above)
        found |= {
            (level, index): bytes(value) for level, index, value in nodes if (level, index) in asked
        }
    return found
