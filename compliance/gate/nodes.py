"""Patterns as trees. ``written`` is what a word was before it became a stem, for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """Words in a row; ``apart``: not joined to the word before by a hyphen."""

    stems: tuple[str, ...]
    apart: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Prefix:
    """Any word that starts so."""

    start: str
    written: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """A word or one derived from the same root."""

    word: str


@dataclass(frozen=True, slots=True, eq=False)
class Ref:
    """Any member of a concept."""

    concept: str


@dataclass(frozen=True, slots=True, eq=False)
class Either:
    """Any of several."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """One after the other in a sentence; ``gaps[i]`` bounds the words before ``parts[i + 1]``."""

    parts: tuple[Node, ...]
    gaps: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """Both in one sentence, in either order, at most ``distance`` words apart.

    ``nested``: one may stand in a gap of the other.
    """

    left: Node
    right: Node
    distance: int
    nested: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Most:
    """Enough of several in one sentence, in any order, at most ``distance`` words between them.

    ``weights`` say how much each counts, ``least`` how much there must be. Of each group of
    ``each``, given as the positions of parts, at least one must be there; and two in all.
    """

    parts: tuple[Node, ...]
    weights: tuple[float, ...]
    least: float
    each: tuple[tuple[int, ...], ...]
    distance: int


Node = Phrase | Prefix | Family | Ref | Either | Chain | Together | Most


def parts_of(node: Node) -> tuple[Node, ...]:
    """Return the patterns that a pattern is made of; none for a word or a concept."""
    match node:
        case Either(options):
            return options
        case Chain(parts, _):
            return parts
        case Together(left, right):
            return left, right
        case Most(parts):
            return parts
        case _:
            return ()


def concepts_in(node: Node) -> Iterator[str]:
    """Yield the names of the concepts that a pattern refers to itself, in its order."""
    if isinstance(node, Ref):
        yield node.concept
    for part in parts_of(node):
        yield from concepts_in(part)
