"""How a draft reads: its grade, and how formal it is by what can be observed in its words."""

from __future__ import annotations

from typing import ClassVar

from compliance.gate.tone.dimensions.base import Reported
from compliance.gate.tone.report import Dimension, Standing, within
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
        """Return the grade; a draft too short for one passes, with a value of 0."""
        grade = speech.reading_grade
        if grade is None:
            return Dimension(self.name, 0, *speech.overlay.reading_grade, Standing.PASS)
        return within(self.name, round(grade, 1), speech.overlay.reading_grade)
