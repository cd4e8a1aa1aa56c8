"""Sentences too short for a voice, joined: an answer with what follows it, a statement with one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from compliance.gate.short_forms import SHORT
from compliance.gate.tone.clauses import holds_verb
from compliance.gate.tone.lengths import lengths
from compliance.gate.tone.sentences import Measured
from compliance.gate.tone.voice import Voice
from compliance.gate.types import Edit

# One draft says little about a mean: it fails only well below the band, with sentences enough.
MEAN_NEEDS_SENTENCES: Final = 3
MEAN_FAILS_BELOW: Final = 0.5

_ANSWER: Final = re.compile(
    r"(?:yes|no|certainly|absolutely|of course|yes, please)\.", re.IGNORECASE
)
_STATEMENT: Final = re.compile(
    r"(?:it|we|you|they|there|this|that|these|those|our|your|the|its|their|all|each|both)\b",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"(?:It|We|You|They|There|This|These|Those)(?:'|’| )")
_THING: Final = re.compile(r"(?:It|We|You|They|There|This|These|Those|The|Our|Your|That)(?:'|’| )")
# A single stop behind a whole word: that of "p.m." or "..." would be lost.
_ENDS: Final = re.compile(r"(?<![.\s]\w)[\w)%]\.$")
_REASON: Final = "short sentences joined"


def sentence_mean(sentences: list[Measured]) -> float:
    """Return the mean number of words of the sentences that are no greeting or sign-off."""
    return lengths(sentences).mean


def breaks_mean(sentences: list[Measured], band: tuple[float, float] | None) -> bool:
    """Say whether three or more sentences have a mean below half of the lower bound."""
    counted = lengths(sentences)
    return (
        band is not None
        and counted.count >= MEAN_NEEDS_SENTENCES
        and counted.mean < MEAN_FAILS_BELOW * band[0]
    )


def join_sentences(
    voice: Voice, sentences: list[Measured], band: tuple[float, float]
) -> tuple[Edit, ...]:
    """Return the fewest joins that lift the mean out of the fault; none where they do not."""
    words = sum(sentence.words for sentence in sentences if not sentence.aside)
    count = sum(1 for sentence in sentences if not sentence.aside)
    edits: list[Edit] = []
    joined = -1
    for index, (left, right) in enumerate(pairwise(sentences)):
        if words >= MEAN_FAILS_BELOW * band[0] * count:
            break
        if index == joined or left.aside or right.aside:
            continue
        if left.words + right.words + 1 > band[1]:
            continue
        edit = joined_at(voice, left, right)
        if edit is not None:
            edits.append(edit)
            words += "and" in edit.replacement
            count -= 1
            joined = index + 1
    return tuple(edits) if edits and words >= MEAN_FAILS_BELOW * band[0] * count else ()


def joined_at(voice: Voice, left: Measured, right: Measured) -> Edit | None:
    """Return the edit that joins two sentences, ``None`` where they had better stay two."""
    text = voice.text
    original = text.original
    first, second = original[left.start : left.end], original[right.start : right.end]
    between = original[left.end : right.start]
    if (
        not _ENDS.search(first)
        or between.strip(" ")
        or not voice.owns_original(left.end, right.start + 1)
    ):
        return None
    lowered = original[right.start].lower()
    stop = left.end - 1
    if _ANSWER.fullmatch(first) and _THING.match(second):
        return Edit(stop, right.start + 1, f", {lowered}", _REASON)
    said = text.norm[text.norm_position(left.start) : text.norm_position(stop)].split()
    # The dot of "etc." belongs to the word as well.
    if said[-1] in SHORT or not holds_verb(said):
        return None
    if second.endswith(".") and _STATEMENT.match(first) and _SUBJECT.match(second):
        return Edit(stop, right.start + 1, f", and {lowered}", _REASON)
    return None
