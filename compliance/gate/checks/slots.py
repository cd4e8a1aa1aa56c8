"""Slots that nobody filled: ``{cancel_url}`` in a draft is a hole, whoever wrote it there."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from compliance.gate.reading import Reading, finding
from compliance.gate.slots import fill
from compliance.gate.types import Edit, Finding, Layer, Severity

_SLOT: Final = re.compile(
    r"(?P<open>\{{1,3})\s*(?P<name>[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*)\s*\}{1,3}"
)


class Slots:
    """Finds slots in braces; one whose value is known here is filled, any other holds the draft."""

    id: ClassVar[str] = "slots"
    title: ClassVar[str] = "Slots that nothing has filled"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.DATA

    def find(self, reading: Reading) -> list[Finding]:
        """Return a finding for each slot that stands in the draft."""
        draft = reading.case.text
        if "{" not in draft:
            return []
        return [self._finding(reading, found) for found in _SLOT.finditer(draft)]

    def _finding(self, reading: Reading, found: re.Match[str]) -> Finding:
        written, name = found.group(), found["name"]
        start, end = found.span()
        message = f"“{written}” is a slot that nothing has filled: the customer would read it so."
        filled = fill(f"{{{name}}}", reading.facts)
        edits: tuple[Edit, ...] = ()
        severity = Severity.BLOCK
        if filled.text and found["open"] == "{":
            edits = (Edit(start, end, filled.text, "fills the slot"),)
            severity = Severity.MODIFY
        return finding(
            self, reading, start, end, message, rule=name, severity=severity, edits=edits
        )
