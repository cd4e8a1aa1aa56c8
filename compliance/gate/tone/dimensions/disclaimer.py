"""The disclaimer of a voice, where what triggers it is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from compliance.gate.detection import Hit
from compliance.gate.reading import Reading
from compliance.gate.supplying import disclosure_edits, trigger_hits
from compliance.gate.tone.dimensions.base import Break
from compliance.gate.tone.disclaimer import disclaimer_hits
from compliance.gate.tone.report import Dimension, at_most
from compliance.gate.tone.speech import Speech
from compliance.gate.tone.voice import carries
from compliance.gate.types import Disclaimer, ToneOverlay


class MissingDisclaimer:
    """What triggers the disclaimer, where that is missing."""

    name: ClassVar[str] = "disclaimer"
    title: ClassVar[str] = "Disclaimer"
    unit: ClassVar[str] = "missing disclaimers"
    fields: ClassVar[tuple[str, ...]] = ("disclaimer",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice has a disclaimer."""
        return overlay.disclaimer is not None

    def measure(self, speech: Speech) -> Dimension:
        """Return 1 where the disclaimer is missing, else 0; the spans are what triggers it."""
        hits = _untold(speech)
        spans = tuple((hit.start, hit.end) for hit in hits)
        return at_most(self.name, min(1, len(spans)), 0, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield the first trigger, with the disclaimer put where it belongs."""
        disclaimer, reading = speech.overlay.disclaimer, speech.reading
        hits = _untold(speech)
        if disclaimer is None or reading is None or not hits:
            return
        edits, _ = disclosure_edits(
            reading,
            hits,
            texts=(disclaimer.text, ""),
            length=len(reading.case.text),
            placement=disclaimer.placement,
        )
        yield Break(
            self.name,
            "disclaimer",
            hits[0].start,
            hits[0].end,
            f"This voice adds “{disclaimer.text}” where a reply {disclaimer.trigger}.",
            disclaimer.text,
            edits,
        )


def _untold(speech: Speech) -> list[Hit]:
    """Return what triggers the disclaimer; nothing where it is there, or triggers are not known."""
    disclaimer, reading = speech.overlay.disclaimer, speech.reading
    if disclaimer is None or reading is None or carries(speech.text, disclaimer.text):
        return []
    return _triggered(reading, disclaimer)


def _triggered(reading: Reading, disclaimer: Disclaimer) -> list[Hit]:
    return disclaimer_hits(reading, disclaimer.trigger, trigger_hits(reading, disclaimer.trigger))
