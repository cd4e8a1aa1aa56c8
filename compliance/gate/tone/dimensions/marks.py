"""Emoji and exclamation marks, up to what a voice allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from compliance.gate.tone.dimensions.base import Break
from compliance.gate.tone.marks import surplus_emoji, surplus_exclamations
from compliance.gate.tone.report import Dimension, at_most
from compliance.gate.tone.speech import Speech
from compliance.gate.types import ToneOverlay


class Emoji:
    """How many emoji a draft has."""

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
        return at_most(
            self.name, len(speech.emoji), speech.overlay.emoji_max, spans=tuple(speech.emoji)
        )

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each that is too many."""
        limit = speech.overlay.emoji_max
        if limit is None:
            return
        allowed = f"at most {limit} emoji" if limit else "no emoji"
        for mark in surplus_emoji(speech.voice, limit):
            message = f"This voice uses {allowed} on this channel."
            yield Break(
                self.name, "emoji_max", mark.start, mark.end, message, str(limit), (mark.edit,)
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
        """Return how many there are."""
        return at_most(self.name, speech.exclamations, speech.overlay.exclamations_max)

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
                (mark.edit,),
            )
