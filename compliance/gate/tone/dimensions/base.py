"""What a dimension of a voice is: what it measures, and where a draft breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from compliance.gate.tone.report import Dimension
from compliance.gate.tone.speech import Speech
from compliance.gate.types import Edit, ToneOverlay


@dataclass(frozen=True, slots=True)
class Break:
    """One place where a draft breaks its voice, in the original text.

    ``field`` is the overlay's that says so, ``expected`` what it says; ``edits`` together mend the
    break, before those of all breaks are brought together.
    """

    rule: str
    field: str
    start: int
    end: int
    message: str
    expected: str
    edits: tuple[Edit, ...] = ()


class VoiceDimension(Protocol):
    """A dimension: declared on top, two methods below.

    ``unit`` is what its values count, in the plural; ``%`` for a share from 0 to 1. ``fields`` are
    the overlay's that it measures, first the one that says its band. ``enforced`` says that a
    failing value holds a draft up; others are measured and reported.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    unit: ClassVar[str]
    fields: ClassVar[tuple[str, ...]]
    enforced: ClassVar[bool]

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice has anything to say on this dimension."""
        ...

    def measure(self, speech: Speech) -> Dimension:
        """Return the value, its band and how it lies to it."""
        ...

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each place at fault; none where the dimension is only reported."""
        ...


class Reported:
    """Shared by the dimensions that are measured and never hold a draft up."""

    enforced: ClassVar[bool] = False

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield nothing: the report shows it."""
        yield from ()
