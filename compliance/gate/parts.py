"""The part of a sentence that one statement fills, where the rest can stand without it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compliance.gate.polarity import Clause, clauses
from compliance.gate.text import Sentence, Text

_JOINT = re.compile(r"(?:(?:and|but|plus|while|yet)\b\s*)?")
_STANDS = re.compile(
    r"(?:(?:and|but|plus|while|yet)\s)?(?:we|you|i|your|our|my|the|a|an|all|every|each|most|some"
    r"|this|these|thanks|thank)\b(?:'\w+)?\s"
    r"|(?:(?:and|but|plus|while|yet)\s)?[a-z]+\s(?:is|are|was|were|will|can|has|have|takes?|costs?)\b"
)
# What only makes sense beside the part that goes.
_LEANS = re.compile(
    r"\b(?:it|it's|its|they|they're|them|their|then|there|that|those|instead|otherwise|too|also"
    r"|either|both|either\sway|come\s(?:by|in)|stop\s(?:by|in)|see\syou)\b"
)
# What welcomes the part that goes: it would introduce the opposite.
_WELCOMES = re.compile(
    r"\b(?:yes|news|glad|happy|pleased|love|correct|right|sure|absolutely|luck\w*|confirm)\b"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence, in original offsets.

    ``start:end`` is the statement without the word that joins it and without the mark after it,
    ``cut_start:cut_end`` what goes when nothing takes its place. ``leads`` says that it begins
    the sentence.
    """

    start: int
    end: int
    cut_start: int
    cut_end: int
    leads: bool


def part_of(text: Text, sentence: Sentence, start: int, end: int) -> Part | None:
    """Return the part that holds the normalised span ``start:end``, or ``None`` for all of it."""
    known = clauses(text, sentence)
    inside = [i for i, each in enumerate(known) if each.norm_start < end and start < each.norm_end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    while last + 1 < len(known) and not _stands(text, known[last + 1]):
        last += 1
    while first > 0 and not _may_lead(text, known, first):
        first -= 1
    if first == 0 and last == len(known) - 1:
        return None
    return _between(text, known, first, last)


def _between(text: Text, known: tuple[Clause, ...], first: int, last: int) -> Part:
    own = text.norm[known[first].norm_start : known[last].norm_end]
    joint = _JOINT.match(own)
    begin = known[first].norm_start + (joint.end() if joint and first else 0)
    finish = known[first].norm_start + len(own.rstrip(" ,;:.!?-"))
    span = text.span(begin, max(finish, begin + 1))
    if first:
        before = known[first - 1]
        kept = text.norm[before.norm_start : before.norm_end].rstrip(" ,;-")
        cut_start = text.span(before.norm_start, before.norm_start + len(kept))[1]
        cut_end = span[1] if last == len(known) - 1 else known[last].end
        if last < len(known) - 1:
            cut_start = known[first].start
        return Part(*span, cut_start, cut_end, leads=False)
    after = known[last + 1]
    tail = _JOINT.match(text.norm, after.norm_start, after.norm_end)
    cut_end = text.span(tail.end() if tail else after.norm_start, after.norm_end)[0]
    return Part(*span, span[0], cut_end, leads=True)


def _stands(text: Text, clause: Clause) -> bool:
    words = text.norm[clause.norm_start : clause.norm_end]
    return (
        _STANDS.match(words) is not None and _LEANS.search(words) is None and len(words.split()) > 2
    )


def _may_lead(text: Text, known: tuple[Clause, ...], first: int) -> bool:
    """Say whether what stands before a clause can end there."""
    own = text.norm[known[first].norm_start : known[first].norm_end]
    mark = text.norm[: known[first].norm_start].rstrip()[-1:]
    if not re.match(r"(?:and|but|plus|yet)\b", own) and mark not in {";", "-"}:
        return False
    before = text.norm[known[first - 1].norm_start : known[first - 1].norm_end]
    return (
        _STANDS.match(before) is not None
        and _WELCOMES.search(before) is None
        and len(before.split()) > 2
    )
