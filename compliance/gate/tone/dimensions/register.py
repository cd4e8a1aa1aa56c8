"""How a draft reads: its grade, and how formal it is by what can be observed in its words."""

from __future__ import annotations

from typing import ClassVar, Final

from compliance.gate.tone.dimensions.base import Reported
from compliance.gate.tone.formality import CASUAL_TO, FORMAL_FROM
from compliance.gate.tone.report import Dimension, untold, within
from compliance.gate.tone.speech import Speech
from compliance.gate.types import ToneOverlay


class ReadingGrade(Reported):
    """The school grade that a draft reads at."""

    name: ClassVar[str] = "reading_grade"
    title: ClassVar[str] = "Reading grade"
    unit: ClassVar[str] = "grades"
    fields: ClassVar[tuple[str, ...]] = ("reading_grade",)

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether the grade has a band."""
        return overlay.reading_grade != (None, None)

    def measure(self, speech: Speech) -> Dimension:
        """Return the grade; a draft may be too short for one."""
        grade, band = speech.reading_grade, speech.overlay.reading_grade
        return (
            untold(self.name, band) if grade is None else within(self.name, round(grade, 1), band)
        )


class Register(Reported):
    """How formal a draft is, from -1 (casual) to 1 (formal)."""

    name: ClassVar[str] = "formality"
    title: ClassVar[str] = "Formality, from -1 (casual) to 1 (formal)"
    unit: ClassVar[str] = "points"
    fields: ClassVar[tuple[str, ...]] = ("formality", "register")

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice has a register that can be measured."""
        return overlay.formality in _BANDS

    def measure(self, speech: Speech) -> Dimension:
        """Return the value; the spans are the markers that pull away from the register."""
        band = _BANDS.get(speech.overlay.formality, (None, None))
        found = speech.formality
        low, high = band
        spans = tuple(
            (one.start, one.end)
            for one in found.markers
            if (low is not None and found.value < low and one.weight < 0)
            or (high is not None and found.value > high and one.weight > 0)
        )
        return within(self.name, round(found.value, 2), band, spans=spans)


_BANDS: Final[dict[str, tuple[float | None, float | None]]] = {
    "formal": (FORMAL_FROM, None),
    "neutral": (CASUAL_TO, FORMAL_FROM),
    "casual": (None, CASUAL_TO),
}
