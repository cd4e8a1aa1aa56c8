"""How large a pattern may be: what is beyond is refused before any draft has to wait for it.

The bounds keep the longest draft that the gate reads, with one pattern at every bound, under a
second; no pattern that a person can still read comes near them.
"""

from __future__ import annotations

from typing import Final

from compliance.gate.nodes import Chain, Either, Node, Together, parts_of
from compliance.gate.patterns import SENTENCE, PatternError

MOST_CHARS: Final = 1_000
MOST_WORDS: Final = 200
MOST_JOINS: Final = 7
MOST_IN_SENTENCE: Final = 3
MOST_EXPRESSIONS: Final = 300
MOST_DETECTORS: Final = 100
MOST_EXAMPLES: Final = 200


def check_cost(pattern: str, node: Node) -> None:
    """Refuse a pattern that is too large.

    Raises:
        PatternError: saying which bound it is over, and what to do.
    """
    if len(pattern) > MOST_CHARS:
        raise PatternError(
            f"it is {len(pattern):,} characters long, {MOST_CHARS:,} are allowed; split it",
            MOST_CHARS,
            pattern,
        )
    over = (
        (_words(node), MOST_WORDS, "words and alternatives; split it into several expressions"),
        (_joins(node, any_order=False), MOST_JOINS, "gaps, “near” and “&” in a row; join fewer"),
        (_joins(node, any_order=True), MOST_IN_SENTENCE, "“&” in a row; join fewer"),
    )
    for count, most, what in over:
        if count > most:
            raise PatternError(f"it has {count}, and may have {most}, {what}", 0, pattern)


def _words(node: Node) -> int:
    parts = parts_of(node)
    return sum(map(_words, parts)) if parts else 1


def _joins(node: Node, *, any_order: bool) -> int:
    """Count the joins that one match has to make; ``any_order``: those of a whole sentence."""
    below = [_joins(part, any_order=any_order) for part in parts_of(node)]
    match node:
        case Either():
            return max(below)
        case Chain(_, gaps):
            return sum(below) + (0 if any_order else sum(most > 0 for _, most in gaps))
        case Together(_, _, distance):
            return sum(below) + (not any_order or distance == SENTENCE)
        case _:
            return 0
