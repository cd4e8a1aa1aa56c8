"""How long sentences are, the longest and their mean, and how long the reply is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from compliance.gate.tone.dimensions.base import Break
from compliance.gate.tone.joining import breaks_mean, join_sentences, sentence_mean
from compliance.gate.tone.report import Dimension, Standing, at_most, within
from compliance.gate.tone.speech import Speech
from compliance.gate.tone.splitting import choose_splits
from compliance.gate.types import Edit, ToneOverlay

_NEAR = 0.9


class LongestSentence:
    """The words of the longest sentence."""

    name: ClassVar[str] = "sentence_max"
    title: ClassVar[str] = "Longest sentence"
    unit: ClassVar[str] = "words"
    fields: ClassVar[tuple[str, ...]] = ("sentence_max",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether sentences have a maximum."""
        return overlay.sentence_max is not None

    def measure(self, speech: Speech) -> Dimension:
        """Return the length of the longest sentence, with those that are too long."""
        limit = speech.overlay.sentence_max
        longest = max((sentence.words for sentence in speech.sentences), default=0)
        spans = tuple(
            (each.start, each.end)
            for each in speech.sentences
            if limit is not None and each.words > limit
        )
        return at_most(self.name, longest, limit, near=_NEAR, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each sentence that is too long, with where it can be split."""
        limit = speech.overlay.sentence_max
        for sentence in speech.sentences:
            if limit is None or sentence.words <= limit:
                continue
            splits = choose_splits(speech.voice, sentence, limit)
            yield Break(
                self.name,
                "sentence_max",
                sentence.start,
                sentence.end,
                f"This sentence has {sentence.words} words; this voice allows {limit}.",
                str(limit),
                tuple(
                    Edit(split.start, split.end, split.replacement, "two sentences read easier")
                    for split in splits
                ),
            )


class MeanSentence:
    """The mean number of words of the sentences that are no greeting or sign-off."""

    name: ClassVar[str] = "sentence_mean"
    title: ClassVar[str] = "Mean sentence"
    unit: ClassVar[str] = "words"
    fields: ClassVar[tuple[str, ...]] = ("sentence_mean",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether the mean has a band."""
        return overlay.sentence_mean is not None

    def measure(self, speech: Speech) -> Dimension:
        """Return the mean; one draft fails only far below the band."""
        mean = round(sentence_mean(speech.sentences), 2)
        band = speech.overlay.sentence_mean
        if band is None:
            return Dimension(self.name, mean, None, None, Standing.PASS)
        if breaks_mean(speech.sentences, band):
            standing = Standing.FAIL
        elif speech.sentences and not band[0] <= mean <= band[1]:
            standing = Standing.NEAR
        else:
            standing = Standing.PASS
        return Dimension(self.name, mean, band[0], band[1], standing)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield the whole draft where its sentences are far too short."""
        band, measured = speech.overlay.sentence_mean, speech.sentences
        if band is None or not breaks_mean(measured, band):
            return
        yield Break(
            self.name,
            "sentence_mean",
            measured[0].start,
            measured[-1].end,
            f"The sentences have {sentence_mean(measured):.1f} words on average, far below this "
            f"voice's {band[0]:g} to {band[1]:g}.",
            f"{band[0]:g}-{band[1]:g}",
            join_sentences(speech.voice, measured, band),
        )


class ReplyLength:
    """The words of the whole reply."""

    name: ClassVar[str] = "reply_words"
    title: ClassVar[str] = "Words of the reply"
    unit: ClassVar[str] = "words"
    fields: ClassVar[tuple[str, ...]] = ("reply_words",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether replies have a least or a greatest length."""
        return overlay.reply_words != (None, None)

    def measure(self, speech: Speech) -> Dimension:
        """Return how many there are; too many fail, too few are near."""
        words, (low, high) = speech.words, speech.overlay.reply_words
        too_many = high is not None and words > high
        outside = Standing.FAIL if too_many else Standing.NEAR
        return within(self.name, words, (low, high), outside=outside)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield the whole reply where it is too long; what may go is for a person to say."""
        yield Break(
            self.name,
            "reply_words",
            0,
            len(speech.text.original),
            f"This reply has {speech.words} words; this voice allows "
            f"{speech.overlay.reply_words[1]}.",
            str(speech.overlay.reply_words[1]),
        )
