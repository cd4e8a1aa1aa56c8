"""Which location a sentence speaks of: the reply's own unless another one is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compliance.gate.polarity import clauses
from compliance.gate.reading import Reading
from compliance.gate.text import Sentence, Text
from compliance.gate.types import Facts, PlaceFacts

# Words that bring a sentence back to the place that answers.
_SITE = (
    r"(?:store|shop|location|branch|salon|spa|clinic|restaurant|office|studio|center|centre|desk"
    r"|counter|gym|hotel|practice|kitchen|team|site)"
)
_HERE = re.compile(rf"\b(?:here|ours|us|we|we're|we'll|we've|our (?:own )?{_SITE})\b")
_BACK_HERE = re.compile(
    rf"\b(?:here|(?:at|in) (?:our (?:own )?|this ){_SITE}|on our (?:end|side))\b"
)
_HERE_ALONE = re.compile(r"\bhere\b(?! in\b| at\b)")
_TO_US = re.compile(
    rf"\b(?:here|(?:to|with|at|from|through|by) (?:us|our (?:own )?{_SITE}|this {_SITE}))\b"
)
_THERE = re.compile(
    r"\b(?:there|they|them|their|they're|they'll|theirs|that (?:store|location|branch|team|one))\b"
)
_SEAM = re.compile(r"[,;]|\b(?:and|while|but|whereas)\b")
_AMOUNT = re.compile(r"\d[\d.,:]*")
_GENERIC = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A location named in a text; offsets count in the normalised text."""

    place: PlaceFacts
    start: int
    end: int


def mentions(text: Text, facts: Facts) -> tuple[PlaceMention, ...]:
    """Return the locations that ``text`` names, longest name first where names overlap."""
    found: list[PlaceMention] = []
    own = tuple(_names(facts.place))
    for place in (facts.place, *facts.elsewhere):
        for name in _names(place):
            if place is not facts.place and name in own and name != place.name.lower():
                continue  # a city that both stand in says nothing about which one is meant
            found.extend(
                PlaceMention(place, hit.start(), hit.end())
                for hit in _name_pattern(name).finditer(text.norm)
            )
    found.sort(key=lambda each: (-(each.end - each.start), each.start))
    kept: list[PlaceMention] = []
    for each in found:
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))


def place_of(reading: Reading, position: int) -> PlaceFacts:
    """Return the location that the words at ``position`` (original offset) speak of.

    A name in the clause decides, then "here", then the last name before it in the sentence; a
    sentence about "they" or "there" stays with the location named last. Otherwise it is the
    location that answers.
    """
    facts = reading.facts
    if not facts.elsewhere:
        return facts.place
    text = reading.text
    named = _named_in(reading)
    if not named:
        return facts.place
    sentence = text.sentence_at(position)
    norm = text.norm_position(position)
    start, end = _clause(text, sentence, norm)
    in_clause = [each for each in named if start <= each.start < end]
    if in_clause:
        # "$69 in Raleigh against $89 here": "here" names the place that answers.
        in_clause += [
            PlaceMention(facts.place, *hit.span())
            for hit in _HERE_ALONE.finditer(text.norm, start, end)
        ]
        return min(in_clause, key=lambda each: _distance(text.norm, each, norm)).place
    clause = text.norm[start:end]
    if _BACK_HERE.search(clause):
        return facts.place
    before = [each for each in named if sentence.norm_start <= each.start < start]
    if before and not _HERE.search(clause):
        # "Harbor Point has its own terms, so bring it to us; you have a week": back here.
        back = _TO_US.search(text.norm, before[-1].end, start)
        return facts.place if back else before[-1].place
    earlier = [each for each in named if each.start < start]
    if earlier and _THERE.search(clause) and not _HERE.search(clause):
        return earlier[-1].place
    return facts.place


@lru_cache(maxsize=64)  # by the reading's identity: asked for every sentence of one draft
def _named_in(reading: Reading) -> tuple[PlaceMention, ...]:
    return mentions(reading.text, reading.facts)


def _distance(norm: str, mention: PlaceMention, position: int) -> tuple[int, int]:
    """Prefer a name in the same part of an enumeration, then the nearest, then the one before."""
    if mention.end <= position:
        between, after = norm[mention.end : position], 0
    else:
        between, after = norm[position : mention.start].lstrip("$0123456789.,:%"), 1
    # Another amount in between is what the name belongs to.
    parted = len(_SEAM.findall(between)) + 2 * len(_AMOUNT.findall(between))
    return len(between) + 200 * parted, after


def _clause(text: Text, sentence: Sentence, norm: int) -> tuple[int, int]:
    """Return the span of the clause around a normalised offset."""
    for clause in clauses(text, sentence):
        if clause.norm_start <= norm < clause.norm_end:
            return clause.norm_start, clause.norm_end
    return sentence.norm_start, sentence.norm_end


def _names(place: PlaceFacts) -> tuple[str, ...]:
    listed = dict.fromkeys(name.lower() for name in (place.name, *place.names, place.city) if name)
    return tuple(name for name in listed if name not in _GENERIC)


@lru_cache(maxsize=4096)
def _name_pattern(name: str) -> re.Pattern[str]:
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", name) if word)
    return re.compile(rf"(?<!\w){words}(?!\w)")
