"""The words of opening hours in a sentence: its cues, and the segments that state one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from compliance.gate.checks.hours.cue_words import CUES, Cue, CuePattern
from compliance.gate.faults import TooDenseError
from compliance.gate.text import Sentence


@dataclass(frozen=True, slots=True)
class CueMention:
    """A cue in the normalised text.

    ``reopens`` marks *again*, *next* and *back*; ``ours`` is false where something else opens or
    closes, or where the statement is about the past; ``hours_type`` names a service of ours.
    """

    cue: Cue
    start: int
    end: int
    negated: bool = False
    verb: bool = False
    reopens: bool = False
    ours: bool = True
    hours_type: str = ""


_BE = (
    r"(?:be|is|are|am|been|being|stays?|remains?|keeps?|'re|'s|'m|was|were|only|still|not|n't|never"
    r"|also|always|usually|normally|now|currently|back)"
)
_NOT = (
    r"(?:\bnot|n't|\bnever|\bno\slonger|\bnor|\bneither|\bcannot|\bwithout|\bunable\sto)"
    r"(?:\s(?:be|usually|normally|currently|actually|yet|planning\sto|going\sto\sbe|going\sto|even"
    r"|always|regularly|generally|typically|scheduled\sto(?:\sbe)?|ever|have|been|be\sback|to\sbe))*\s*$"
)
_NEGATION = re.compile(_NOT)
_MOST_CUES = 250
_AGAIN = re.compile(r"\bre-?open|\b(?:again|next|back)\b")


def possible_cues(norm: str) -> tuple[CuePattern, ...]:
    """Return the patterns of cues that may stand in a text at all: most hold none of a kind."""
    return tuple(
        pattern
        for pattern in CUES
        if not pattern.hints or any(hint in norm for hint in pattern.hints)
    )


def cues(
    norm: str, start: int, end: int, patterns: tuple[CuePattern, ...] = CUES
) -> tuple[CueMention, ...]:
    """Return the cues in a span of normalised text, in order, never overlapping."""
    found: list[CueMention] = []
    words = norm[start:end]
    for cue, pattern, verb, hints in patterns:
        if hints and not any(hint in words for hint in hints):
            continue
        for hit in pattern.finditer(norm, start, end):
            if any(hit.start() < other.end and other.start < hit.end() for other in found):
                continue
            found.append(_mention(norm, start, end, cue, hit, verb=verb))
            if len(found) > _MOST_CUES:
                raise TooDenseError(
                    "A sentence speaks of opening and closing too often to be read."
                )
    return tuple(sorted(found, key=lambda mention: mention.start))


def _mention(
    norm: str, start: int, end: int, cue: Cue, hit: re.Match[str], *, verb: bool
) -> CueMention:
    before = norm[max(start, hit.start() - 40) : hit.start()]
    around = norm[max(start, hit.start() - 12) : min(end, hit.end() + 12)]
    is_verb = verb
    if cue is Cue.OPEN and hit.group().startswith(("open", "re", "unlock", "doors")):
        is_verb = re.search(rf"{_BE}\s*$", before) is None
    return CueMention(
        cue,
        hit.start(),
        hit.end(),
        negated=_NEGATION.search(before) is not None,
        verb=is_verb,
        reopens=_AGAIN.search(around) is not None,
    )


_SEPARATOR = re.compile(
    r"\s*(?:;|,(?!\d)|\s-+\s|\.\s|\b(?:and|but|while|whereas|though|although|then|so|yet|or"
    r"|except)\b)\s*"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence that makes one statement of hours; offsets count in ``norm``."""

    start: int
    end: int
    sentence: int
    sentence_start: int
    sentence_end: int


def segments(
    norm: str,
    index: int,
    sentence: Sentence,
    items: list[tuple[int, int]],
    day_spans: list[tuple[int, int]],
) -> list[Segment]:
    """Cut a sentence between its items (times and cues) so that each segment has its own days.

    Where several cuts are possible, days go to the time they stand beside: the first cut when the
    left part has named its days already, else the last one.
    """
    start, end = sentence.norm_start, sentence.norm_end
    cuts = [start]
    for (_, left), (right, _) in pairwise(items):
        places = [
            found
            for found in _SEPARATOR.finditer(norm, left, right)
            if not any(a < found.end() and found.start() < b for a, b in day_spans)
        ]
        if not places:
            continue
        named = any(cuts[-1] <= a < places[0].start() for a, _ in day_spans)
        cuts.append((places[0] if named else places[-1]).end())
    return [Segment(a, b, index, start, end) for a, b in zip(cuts, [*cuts[1:], end], strict=True)]
