"""How the lengths of a draft's sentences are distributed: within a band, and at percentiles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar, Final

from compliance.gate.tone.dimensions.base import Break, Reported
from compliance.gate.tone.joining import joined_at
from compliance.gate.tone.lengths import lengths
from compliance.gate.tone.report import Dimension, Standing, untold
from compliance.gate.tone.sentences import Measured
from compliance.gate.tone.speech import Speech
from compliance.gate.tone.splitting import choose_splits
from compliance.gate.types import Edit, ToneOverlay

# Of fewer sentences a share says nothing; and one sentence alone is never a habit.
_ENOUGH: Final = 3
_FAR: Final = 0.4
_PERCENT: Final = 100


class OrdinarySentences:
    """The share of sentences that are shorter or longer than the voice's ordinary ones."""

    name: ClassVar[str] = "sentence_band"
    title: ClassVar[str] = "Sentences of unusual length"
    unit: ClassVar[str] = "%"
    fields: ClassVar[tuple[str, ...]] = ("sentence_band", "sentence_outside")
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether ordinary sentences have a band."""
        return overlay.sentence_band is not None

    def measure(self, speech: Speech) -> Dimension:
        """Return the share; beyond the tolerance it fails, but for one sentence or a few at all."""
        band, tolerated = speech.overlay.sentence_band, speech.overlay.sentence_outside
        if band is None:
            return untold(self.name, (None, None))
        counted = lengths(speech.sentences)
        outside = counted.outside(band)
        share = round(counted.share_outside(band), 3)
        standing = Standing.PASS
        if share > tolerated:
            many = len(outside) > 1 and counted.count >= _ENOUGH
            standing = Standing.FAIL if many else Standing.NEAR
        spans = tuple((each.start, each.end) for each in outside)
        return Dimension(self.name, share, None, tolerated, standing, spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each such sentence, split or joined with its neighbour where both can stand so."""
        band = speech.overlay.sentence_band
        if band is None:
            return
        low, high = band
        outside = {each.start for each in lengths(speech.sentences).outside(band)}
        joins = _joins(speech, outside, low)
        for index, sentence in enumerate(speech.sentences):
            if sentence.start not in outside:
                continue
            long = sentence.words > high
            yield Break(
                self.name,
                "sentence_band",
                sentence.start,
                sentence.end,
                f"This sentence has {sentence.words} words and too many others are as unusual; "
                f"this voice's sentences have {low} to {high}.",
                f"{low}-{high}",
                _split(speech, sentence, high) if long else joins.get(index, ()),
            )


def _split(speech: Speech, sentence: Measured, limit: int) -> tuple[Edit, ...]:
    splits = choose_splits(speech.voice, sentence, limit)
    return tuple(
        Edit(split.start, split.end, split.replacement, "two sentences read easier")
        for split in splits
    )


def _joins(speech: Speech, outside: set[int], low: int) -> dict[int, tuple[Edit, ...]]:
    """Return the joins of short sentences by the index of each sentence that takes part.

    No sentence is joined twice, and of two neighbours that are both short each gets the one join.
    """
    found: dict[int, tuple[Edit, ...]] = {}
    for index, (left, right) in enumerate(pairwise(speech.sentences)):
        short = any(each.start in outside and each.words < low for each in (left, right))
        if not short or index in found or left.aside or right.aside:
            continue
        edit = joined_at(speech.voice, left, right)
        if edit is not None:
            found[index] = found[index + 1] = (edit,)
    return found


class SentenceQuantiles(Reported):
    """How far the lengths lie from the percentiles that the voice aims at."""

    name: ClassVar[str] = "sentence_quantiles"
    title: ClassVar[str] = "Distance from the lengths aimed at"
    unit: ClassVar[str] = "%"
    fields: ClassVar[tuple[str, ...]] = ("sentence_quantiles",)

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether percentiles have lengths."""
        return bool(overlay.sentence_quantiles)

    def measure(self, speech: Speech) -> Dimension:
        """Return the largest distance as a share of the length aimed at; far off is near."""
        counted, wanted = lengths(speech.sentences), speech.overlay.sentence_quantiles
        if counted.count < _ENOUGH or not wanted:
            return untold(self.name, (None, _FAR if wanted else None))
        far = max(abs(counted.quantile(at / _PERCENT) - words) / words for at, words in wanted)
        standing = Standing.PASS if far <= _FAR else Standing.NEAR
        return Dimension(self.name, round(far, 3), None, _FAR, standing)
