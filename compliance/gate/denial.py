"""Whether a denial stands inside a match, in a gap that the pattern left open."""

from __future__ import annotations

from typing import Final

from compliance.gate.lexicon import stem
from compliance.gate.matcher import Concepts, Scan
from compliance.gate.nodes import Node
from compliance.gate.stream import Words

DENIALS: Final = frozenset({"not", "never", "no", "without", "neither", "nor"})
PROMISES: Final = frozenset(
    stem(word) for word in ("promise", "guarantee", "claim", "assure", "say")
)


def denied_within(read: Words, node: Node, span: tuple[int, int], concepts: Concepts) -> bool:
    """Say whether the words of a match deny it: a denial that is not the pattern's own."""
    start, end = span
    stems = read.stems
    if any(stems[at : at + 2] == ["not", "non"] for at in range(max(0, start - 1), end)):
        return True
    denials = [
        at
        for at in range(start + 1, end - 1)
        if stems[at] in DENIALS
        or stems[at : at + 2] in (["rather", "than"], ["instead", "of"])
        # "No shop can promise ...": the denial belongs to the promise.
        or (stems[at] in PROMISES and DENIALS & set(stems[max(0, start - 1) : at]))
    ]
    return bool(denials) and span in Scan(read.masked(denials), concepts).find(node)
