"""How near a text is to a voice: one value, band and standing per dimension."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compliance.gate.text import Text
from compliance.gate.tone.contractions import find_contractions
from compliance.gate.tone.emoji import find_emoji
from compliance.gate.tone.marks import count_exclamations, emoji_limit
from compliance.gate.tone.person import find_first_person
from compliance.gate.tone.phrases import find_phrases
from compliance.gate.tone.reproach import blames
from compliance.gate.tone.sentences import Measured, measure_sentences
from compliance.gate.tone.singular import find_own_speech
from compliance.gate.tone.voice import Voice
from compliance.gate.types import ToneOverlay

# One draft says little about a mean: it fails only well below the band, with sentences enough.
MEAN_NEEDS_SENTENCES = 3
MEAN_FAILS_BELOW = 0.5


class Standing(StrEnum):
    """How a value lies to its band."""

    PASS = "pass"  # noqa: S105 - a standing, no password
    NEAR = "near"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One measured value of a voice; ``low`` and ``high`` are its band, ``None`` is open."""

    name: str
    value: float
    low: float | None
    high: float | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class ToneReport:
    """The dimensions of one text, and the words and sentences they were measured on."""

    words: int
    sentences: int
    dimensions: tuple[Dimension, ...]

    def __getitem__(self, name: str) -> Dimension:
        for dimension in self.dimensions:
            if dimension.name == name:
                return dimension
        raise KeyError(name)


def measure(text: str, overlay: ToneOverlay, *, channel: str = "") -> ToneReport:
    """Measure a text against a voice; facts are not known here, so names count as speech."""
    verbatim = (overlay.disclaimer.text,) if overlay.disclaimer else ()
    return measure_voice(Voice(Text(text), verbatim=verbatim), overlay, channel)


def measure_voice(voice: Voice, overlay: ToneOverlay, channel: str) -> ToneReport:
    """Measure a draft's own speech against a voice."""
    sentences = measure_sentences(voice)
    tokens = voice.text.tokens
    emoji = [span for span in find_emoji(voice.text.original) if voice.owns_original(*span)]
    contractions = [c for c in find_contractions(tokens) if voice.own(c.start, c.end)]
    singular = [p for p in find_first_person(voice.text, expand=False) if voice.own(p.start, p.end)]
    prohibited = [
        use
        for use in find_phrases(voice.text, overlay.prohibited)
        if voice.own(use.start, use.end) and blames(voice.text, use)
    ]
    longest = max((sentence.words for sentence in sentences), default=0)
    return ToneReport(
        words=sum(sentence.words for sentence in sentences),
        sentences=len(sentences),
        dimensions=(
            _mean(sentences, overlay),
            _at_most("sentence_max", longest, overlay.sentence_max, near=0.9),
            _at_most(
                "contractions", len(contractions), 0 if overlay.contractions == "avoid" else None
            ),
            _at_most("emoji", len(emoji), emoji_limit(overlay, channel)),
            _at_most("exclamations", count_exclamations(voice), overlay.exclamations_max),
            _at_most("person", *_persons(voice, overlay, len(singular))),
            _at_most("prohibited", len(prohibited), 0),
        ),
    )


def _persons(voice: Voice, overlay: ToneOverlay, singular: int) -> tuple[int, int | None]:
    """Return how often a voice speaks as the wrong person, and how often it may."""
    if overlay.person == "first_singular":
        own = [one for one in find_own_speech(voice.text) if voice.own(one.start, one.end)]
        return len(own), 0
    return singular, 0 if overlay.person == "first_plural" else None


def sentence_mean(sentences: list[Measured]) -> float:
    """Return the mean number of words of the sentences that are no greeting or sign-off."""
    lengths = [sentence.words for sentence in sentences if not sentence.aside]
    return sum(lengths) / len(lengths) if lengths else 0.0


def breaks_mean(sentences: list[Measured], band: tuple[float, float] | None) -> bool:
    """Say whether three or more sentences have a mean below half of the lower bound."""
    counted = [sentence for sentence in sentences if not sentence.aside]
    return (
        band is not None
        and len(counted) >= MEAN_NEEDS_SENTENCES
        and sentence_mean(counted) < MEAN_FAILS_BELOW * band[0]
    )


def _mean(sentences: list[Measured], overlay: ToneOverlay) -> Dimension:
    mean = round(sentence_mean(sentences), 2)
    band = overlay.sentence_mean
    if band is None:
        return Dimension("sentence_mean", mean, None, None, Standing.PASS)
    if breaks_mean(sentences, band):
        standing = Standing.FAIL
    elif sentences and not band[0] <= mean <= band[1]:
        standing = Standing.NEAR
    else:
        standing = Standing.PASS
    return Dimension("sentence_mean", mean, band[0], band[1], standing)


def _at_most(name: str, value: float, limit: float | None, *, near: float = 1.0) -> Dimension:
    if limit is None or value <= limit * near:
        standing = Standing.PASS
    elif value <= limit:
        standing = Standing.NEAR
    else:
        standing = Standing.FAIL
    return Dimension(name, value, None, limit, standing)
