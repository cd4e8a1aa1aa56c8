"""Emoji, exclamation marks and words in capitals, up to what a voice allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from compliance.gate.tone.dimensions.base import Break
from compliance.gate.tone.marks import surplus_exclamations
from compliance.gate.tone.report import Dimension, at_most
from compliance.gate.tone.speech import Speech
from compliance.gate.types import ToneOverlay


class Emoji:
    """How many emoji a draft has, of those that its voice uses at all."""

    name: ClassVar[str] = "emoji"
    title: ClassVar[str] = "Emoji"
    unit: ClassVar[str] = "emoji"
    fields: ClassVar[tuple[str, ...]] = ("emoji_max",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether emoji have a maximum."""
        return overlay.emoji_max is not None

    def measure(self, speech: Speech) -> Dimension:
        """Return how many there are."""
        strangers = {(mark.start, mark.end) for mark in speech.surplus_emoji if mark.stranger}
        spans = tuple(span for span in speech.emoji if span not in strangers)
        return at_most(self.name, len(spans), speech.overlay.emoji_max, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each that is too many."""
        limit = speech.overlay.emoji_max
        allowed = f"at most {limit} emoji" if limit else "no emoji"
        for mark in speech.surplus_emoji:
            if not mark.stranger:
                message = f"This voice uses {allowed} on this channel."
                yield Break(
                    self.name,
                    "emoji_max",
                    mark.start,
                    mark.end,
                    message,
                    str(limit),
                    (mark.edit,) if mark.edit else (),
                )


class EmojiSet:
    """How many emoji of a draft are none of those that its voice uses."""

    name: ClassVar[str] = "emoji_allowed"
    title: ClassVar[str] = "Emoji outside of the set"
    unit: ClassVar[str] = "emoji"
    fields: ClassVar[tuple[str, ...]] = ("emoji_allowed",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice keeps to a set of emoji."""
        return bool(overlay.emoji_allowed)

    def measure(self, speech: Speech) -> Dimension:
        """Return how many there are."""
        spans = tuple((mark.start, mark.end) for mark in speech.surplus_emoji if mark.stranger)
        return at_most(self.name, len(spans), 0, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each, taken out."""
        allowed = " ".join(speech.overlay.emoji_allowed)
        for mark in speech.surplus_emoji:
            if mark.stranger:
                message = f"Of emoji, this voice uses only {allowed}"
                yield Break(
                    self.name,
                    "emoji_allowed",
                    mark.start,
                    mark.end,
                    message,
                    allowed,
                    (mark.edit,) if mark.edit else (),
                )


class Exclamations:
    """How many exclamation marks a draft has."""

    name: ClassVar[str] = "exclamations"
    title: ClassVar[str] = "Exclamation marks"
    unit: ClassVar[str] = "marks"
    fields: ClassVar[tuple[str, ...]] = ("exclamations_max",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether exclamation marks have a maximum."""
        return overlay.exclamations_max is not None

    def measure(self, speech: Speech) -> Dimension:
        """Return how many there are; the spans are their runs."""
        runs = speech.exclamations
        spans = tuple((start, end) for start, end, _ in runs)
        count = sum(each for _, _, each in runs)
        return at_most(self.name, count, speech.overlay.exclamations_max, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each run that is too many."""
        limit = speech.overlay.exclamations_max
        if limit is None:
            return
        allowed = f"at most {limit} exclamation marks" if limit else "no exclamation marks"
        for mark in surplus_exclamations(speech.voice, limit):
            yield Break(
                self.name,
                "exclamations_max",
                mark.start,
                mark.end,
                f"This voice uses {allowed}.",
                str(limit),
                (mark.edit,) if mark.edit else (),
            )


class Capitals:
    """How many words stand in capitals for emphasis."""

    name: ClassVar[str] = "capitals"
    title: ClassVar[str] = "Words in capitals"
    unit: ClassVar[str] = "words"
    fields: ClassVar[tuple[str, ...]] = ("capitals_max",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether words in capitals have a maximum."""
        return overlay.capitals_max is not None

    def measure(self, speech: Speech) -> Dimension:
        """Return how many there are."""
        spans = tuple((one.start, one.end) for one in speech.shouts)
        words = sum(one.words for one in speech.shouts)
        return at_most(self.name, words, speech.overlay.capitals_max, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each run that is too many, in small letters where its words are known."""
        limit = speech.overlay.capitals_max
        if limit is None:
            return
        allowed = f"at most {limit} words in capitals" if limit else "no words in capitals"
        used = 0
        for one in speech.shouts:
            used += one.words
            if used <= limit:
                continue
            yield Break(
                self.name,
                "capitals_max",
                one.start,
                one.end,
                f"This voice uses {allowed} for emphasis.",
                str(limit),
                (one.edit,) if one.edit else (),
            )
