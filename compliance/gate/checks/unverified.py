"""Statements of a kind that we hold facts for, which no fact answers: prices and terms without a
row, hours of a service without a schedule, locations that are none of ours, records of somebody
who is not known.
"""

from __future__ import annotations

from typing import ClassVar

from compliance.gate.reading import Reading, unverified
from compliance.gate.types import Finding, Layer
from compliance.gate.unresolved.amounts import unresolved_amounts
from compliance.gate.unresolved.locations import unresolved_locations
from compliance.gate.unresolved.records import unresolved_records
from compliance.gate.unresolved.services import unresolved_services
from compliance.gate.unresolved.statement import LAYERS
from compliance.gate.unverified import UnverifiedAction

_READERS = (
    (("policy",), unresolved_amounts),
    (("hours",), unresolved_services),
    (("policy",), unresolved_locations),
    (("data",), unresolved_records),
)


class UnverifiedStatements:
    """Says what could not be checked, and which row would answer it.

    What follows is the operator's choice for each kind of facts and vertical: nothing, a note, or
    a reviewer. What differs from a stored fact is a violation and never in here.
    """

    id: ClassVar[str] = "unverified"
    title: ClassVar[str] = "Statements that no stored fact answers"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.POLICY

    def find(self, reading: Reading) -> list[Finding]:
        """Return what follows from each statement that nothing here answers."""
        actions = reading.case.unverified
        found: list[Finding] = []
        for kinds, read in _READERS:
            if all(getattr(actions, kind) is UnverifiedAction.IGNORE for kind in kinds):
                continue
            for each in read(reading):
                found.extend(
                    unverified(
                        self,
                        reading,
                        each.start,
                        each.end,
                        each.message,
                        kind=each.kind,
                        about=each.about,
                        layer=LAYERS[each.kind],
                    )
                )
        return found
