"""The Merkle tree of RFC 6962, section 2.1: hashes, roots, proofs and their verification."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

HASH_BYTES: Final = 32
EMPTY_ROOT: Final = hashlib.sha256(b"").digest()

# Gives the hash of a complete subtree by its level (0 is a leaf) and its place on that level.
NodeReader = Callable[[int, int], bytes]


class ProofError(ValueError):
    """A proof does not show what it claims to; the message says which step fails."""


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf's bytes."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over its two children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Node:
    """A complete subtree of ``2 ** level`` leaves, the ``index``-th on its level, and its hash."""

    level: int
    index: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Frontier:
    """A tree that only grows: its size and the roots of its complete subtrees, largest first.

    That is the least from which the next root follows (section 2.1 read from left to right).
    """

    size: int = 0
    roots: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.roots) != self.size.bit_count():
            raise ValueError(f"A tree of {self.size} leaves has not {len(self.roots)} subtrees.")

    @property
    def root(self) -> bytes:
        """The root over all leaves; that of no leaves is the hash of nothing."""
        if not self.roots:
            return EMPTY_ROOT
        found = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            found = node_hash(left, found)
        return found

    def appended(self, leaves: Iterable[bytes]) -> tuple[Frontier, list[Node]]:
        """Return the tree with further leaf hashes, and every complete subtree that came with them.

        The nodes include the leaves themselves and are in an order in which children go first.
        """
        size, roots = self.size, list(self.roots)
        nodes: list[Node] = []
        for leaf in leaves:
            level, index, found = 0, size, leaf
            nodes.append(Node(level, index, found))
            while index & 1:
                level, index, found = level + 1, index >> 1, node_hash(roots.pop(), found)
                nodes.append(Node(level, index, found))
            roots.append(found)
            size += 1
        return Frontier(size, tuple(roots)), nodes


def frontier(size: int, read: NodeReader) -> Frontier:
    """Return the frontier of a tree of ``size`` leaves from its stored nodes."""
    return Frontier(size, tuple(read(level, index) for level, index in _subtrees(0, size)))


def root_at(size: int, read: NodeReader) -> bytes:
    """Return the root of the first ``size`` leaves from stored nodes."""
    return frontier(size, read).root


def inclusion_proof(index: int, size: int, read: NodeReader) -> list[bytes]:
    """Return the audit path of leaf ``index`` in a tree of ``size`` leaves (section 2.1.1).

    Raises:
        ProofError: when the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise ProofError(f"A tree of {size} leaves has no leaf {index}.")
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_root_between(middle, end, read))
            end = middle
        else:
            path.append(_root_between(start, middle, read))
            start = middle
    return path[::-1]


def consistency_proof(first: int, second: int, read: NodeReader) -> list[bytes]:
    """Return the proof that a tree of ``second`` leaves extends its ``first`` (section 2.1.2).

    Raises:
        ProofError: when the first is empty or not smaller than or equal to the second.
    """
    if not 0 < first <= second:
        raise ProofError(f"Nothing shows that {second} leaves extend {first}.")
    if first == second:
        return []
    return _subproof(first, 0, second, read, whole=True)


def _subproof(first: int, start: int, end: int, read: NodeReader, *, whole: bool) -> list[bytes]:
    size = end - start
    if first == size:
        return [] if whole else [_root_between(start, end, read)]
    middle = _split(size)
    if first <= middle:
        return [
            *_subproof(first, start, start + middle, read, whole=whole),
            _root_between(start + middle, end, read),
        ]
    return [
        *_subproof(first - middle, start + middle, end, read, whole=False),
        _root_between(start, start + middle, read),
    ]


def _split(size: int) -> int:
    """Return the largest power of two below ``size``."""
    return 1 << ((size - 1).bit_length() - 1)


def _subtrees(start: int, end: int) -> list[tuple[int, int]]:
    """Return the complete subtrees that make up leaves ``start`` to ``end``, from left to right."""
    found: list[tuple[int, int]] = []
    while start < end:
        fits = (end - start).bit_length() - 1
        level = fits if start == 0 else min(fits, (start & -start).bit_length() - 1)
        found.append((level, start >> level))
        start += 1 << level
    return found


def _root_between(start: int, end: int, read: NodeReader) -> bytes:
    """Return the root of the leaves ``start`` to ``end``, where a tree of that shape has one."""
    *left, last = (read(level, index) for level, index in _subtrees(start, end))
    found = last
    for each in reversed(left):
        found = node_hash(each, found)
    return found


# --- Verification ------------------------------------------------------------------------------


def verify_inclusion(
    index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> None:
    """Check that a tree of ``size`` leaves with this root has this leaf hash at ``index``.

    Raises:
        ProofError: when it does not follow from the proof.
    """
    if not 0 <= index < size:
        raise ProofError(f"A tree of {size} leaves has no leaf {index}.")
    _sized(leaf, root, *proof)
    turning, right_edge = _path(index, size)
    if len(proof) != turning + right_edge:
        raise ProofError(f"The proof has {len(proof)} hashes, not {turning + right_edge}.")
    found = _up(leaf, proof[:turning], index)
    if _up_right_edge(found, proof[turning:]) != root:
        raise ProofError("The proof leads to another root.")


def verify_consistency(
    first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]
) -> None:
    """Check that a tree of ``second`` leaves extends one of ``first`` leaves.

    Raises:
        ProofError: when it does not follow from the proof, and where nothing could: an empty tree
            is extended by any.
    """
    if not 0 < first <= second:
        raise ProofError(f"Nothing shows that {second} leaves extend {first}.")
    if first == second:
        if proof:
            raise ProofError("Trees of one size need no proof.")
        if first_root != second_root:
            raise ProofError("Trees of one size have two roots.")
        return
    _sized(first_root, second_root, *proof)
    # Both trees share the largest complete subtree that ends the first: climb from there.
    level = (first & -first).bit_length() - 1
    seed, rest = (first_root, list(proof))
    if first != 1 << level:
        seed, rest = (proof[0], list(proof[1:])) if proof else (b"", [])
    place = (first - 1) >> level
    turning, right_edge = _path(first - 1, second)
    turning -= level
    if not seed or len(rest) != turning + right_edge:
        raise ProofError(
            f"The proof has {len(proof)} hashes, which is not the number that it needs."
        )
    edge = rest[turning:]
    earlier = _up(seed, rest[:turning], place, only_left=True)
    if _up_right_edge(earlier, edge) != first_root:
        raise ProofError("The proof leads to another earlier root.")
    if _up_right_edge(_up(seed, rest[:turning], place), edge) != second_root:
        raise ProofError("The proof leads to another later root.")


def _path(index: int, size: int) -> tuple[int, int]:
    """Return how long the way up from a leaf is: as far as it may turn, then on the right edge."""
    turning = (index ^ (size - 1)).bit_length()
    return turning, (index >> turning).bit_count()


def _up(found: bytes, proof: Sequence[bytes], place: int, *, only_left: bool = False) -> bytes:
    """Climb from a place on its level; ``only_left`` leaves out what stands to the right."""
    for level, each in enumerate(proof):
        if place >> level & 1:
            found = node_hash(each, found)
        elif not only_left:
            found = node_hash(found, each)
    return found


def _up_right_edge(found: bytes, proof: Sequence[bytes]) -> bytes:
    for each in proof:
        found = node_hash(each, found)
    return found


def _sized(*hashes: bytes) -> None:
    if any(len(each) != HASH_BYTES for each in hashes):
        raise ProofError(f"A hash does not have {HASH_BYTES} bytes.")
