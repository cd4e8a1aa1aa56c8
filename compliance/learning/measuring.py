"""Replies measured with the dimensions that the gate measures drafts with, whichever there are.

An overlay *accepts* a reply when no dimension fails, and each value that it sets bounds to lies
within them, whether or not the gate enforces that one. What a voice only aims at (greetings,
closings, percentiles) and the lengths of few sentences count as far as they fail.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from compliance.gate.tone.dimensions import DIMENSIONS
from compliance.gate.tone.dimensions.base import VoiceDimension
from compliance.gate.tone.report import Dimension, Standing
from compliance.gate.tone.speech import Speech, speech_in
from compliance.gate.types import ToneOverlay

NOTHING: Final = ToneOverlay()
# Fields of a band and of a maximum. A band that nothing lies in tells the replies that pass all the
# same: they are too short to have a value.
BANDS: Final[dict[str, Any]] = dict.fromkeys(
    ("sentence_mean", "reply_words", "reading_grade"), (1_000_000, 1_000_000)
)
CEILINGS: Final = ("sentence_max", "emoji_max", "exclamations_max", "capitals_max")
# Fields of a choice, and what may be chosen, the stricter first.
CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "contractions": ("avoid",),  # whether they are used is a share of many places
    "spelling": ("us", "gb"),
    "person": ("first_plural", "first_singular"),
    "second_person": ("avoid", "use"),
    "address": ("none", "first_name", "title"),
    "formality": ("formal", "casual", "neutral"),
}
# Dimensions of which a reply may lie outside without being at fault.
_ONLY_FAILING: Final = frozenset(
    {"greetings", "closings", "sentence_quantiles", "sentence_band", "contraction_use"}
)


@dataclass(frozen=True, slots=True)
class MeasuredReply:
    """One reply: its value in the fields of numbers, and the choices that it does not keep to.

    ``lengths`` are those of its sentences. A reply too short to have a value has none.
    """

    numbers: dict[str, float]
    misses: frozenset[tuple[str, str]]
    lengths: tuple[int, ...]


def accepts(overlay: ToneOverlay, text: str) -> bool:
    """Say whether a text lies inside of all that an overlay constrains."""
    return _keeps(speech_in(text, overlay), constraining(overlay))


@lru_cache(maxsize=256)
def constraining(overlay: ToneOverlay) -> tuple[VoiceDimension, ...]:
    """Return the dimensions that an overlay constrains."""
    return tuple(each for each in DIMENSIONS if each.constrained(overlay))


def saying(**fields: Any) -> ToneOverlay:
    """Return a voice that says these fields and nothing else."""
    return replace(NOTHING, **fields)


def enforced(field: str, value: Any) -> bool:
    """Say whether the gate holds a draft up that is at fault in a field, or only steers by it."""
    return any(each.enforced for each in constraining(saying(**{field: value})))


def is_measured(field: str, value: Any) -> bool:
    """Say whether any dimension measures what a field says."""
    return bool(constraining(saying(**{field: value})))


def measure(plain: Speech) -> MeasuredReply:
    """Return what a reply is in every field that a dimension measures."""
    voice = plain.voice
    numbers: dict[str, float] = {}
    for overlay, field in _numeric():
        for dimension in constraining(overlay):
            found = dimension.measure(Speech(voice, overlay))
            told = field not in BANDS or found.standing is not Standing.PASS
            if told and found.value is not None:
                numbers[field] = found.value
    return MeasuredReply(
        numbers,
        frozenset(
            (field, choice)
            for overlay, field, choice in _chosen()
            if not _keeps(Speech(voice, overlay), constraining(overlay))
        ),
        tuple(sentence.words for sentence in plain.sentences if not sentence.aside),
    )


@lru_cache(maxsize=1)
def _numeric() -> tuple[tuple[ToneOverlay, str], ...]:
    """Return an overlay for each field of a number that a dimension measures."""
    wide = BANDS | dict.fromkeys(CEILINGS, 0)
    overlays = [(saying(**{field: value}), field) for field, value in wide.items()]
    return tuple(each for each in overlays if constraining(each[0]))


@lru_cache(maxsize=1)
def _chosen() -> tuple[tuple[ToneOverlay, str, str], ...]:
    """Return an overlay for each choice that a dimension measures."""
    overlays = [
        (saying(**{field: choice}), field, choice)
        for field, choices in CHOICES.items()
        for choice in choices
    ]
    return tuple(each for each in overlays if constraining(each[0]))


def _keeps(speech: Speech, dimensions: Iterable[VoiceDimension]) -> bool:
    return all(_inside(dimension, dimension.measure(speech)) for dimension in dimensions)


def _inside(dimension: VoiceDimension, found: Dimension) -> bool:
    value = found.value
    if found.standing is not Standing.NEAR or dimension.name in _ONLY_FAILING or value is None:
        return found.standing is not Standing.FAIL
    below = found.low is not None and value < found.low
    return not below and (found.high is None or value <= found.high)
