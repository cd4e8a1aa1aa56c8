"""The voice: everything that an overlay enforces, dimension by dimension."""

from __future__ import annotations

from typing import ClassVar

from compliance.gate.reading import Reading, finding
from compliance.gate.tone.dimensions import DIMENSIONS, tone_report
from compliance.gate.tone.dimensions.base import Break
from compliance.gate.tone.report import Standing
from compliance.gate.tone.settle import Plan
from compliance.gate.types import Edit, FactReference, Finding, Layer, ToneOverlay


class Tone:
    """Holds the draft's own speech against the voice that applies; cited words are left out."""

    id: ClassVar[str] = "tone"
    title: ClassVar[str] = "The voice of the vertical, brand or location"
    version: ClassVar[int] = 2
    layer: ClassVar[Layer] = Layer.TONE

    def find(self, reading: Reading) -> list[Finding]:
        """Return one finding per break of the voice, with the edits that mend it.

        The report on the draft is left with the reading.
        """
        overlay, speech = reading.case.tone, reading.speech
        report = tone_report(speech)
        reading.tone = report
        failing = {each.name for each in report.dimensions if each.standing is Standing.FAIL}
        plan = Plan(reading.text.original)
        found: list[Finding] = []
        for dimension in DIMENSIONS:
            if dimension.enforced and dimension.name in failing:
                for broken in dimension.breaks(speech):
                    edits = plan.agree(broken.edits)
                    found.append(self._finding(reading, broken, overlay, edits))
        return sorted(found, key=lambda one: (one.start, one.end, one.rule))

    def _finding(
        self, reading: Reading, broken: Break, overlay: ToneOverlay, edits: tuple[Edit, ...]
    ) -> Finding:
        code, version = overlay.source(broken.field)
        return finding(
            self,
            reading,
            broken.start,
            broken.end,
            broken.message,
            rule=broken.rule,
            rule_version=version,
            fact=FactReference(f"tone.{broken.rule}", broken.expected, code, version),
            edits=edits,
        )
