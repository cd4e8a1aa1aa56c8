"""A place where a draft breaks a restriction of its channel."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.gate.text import Text
from compliance.gate.tone.removal import remove_sentence
from compliance.gate.types import Edit, Severity


@dataclass(frozen=True, slots=True)
class Breach:
    """A span of the original draft that may not stand, why, and the edits that mend it."""

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...] = ()
    severity: Severity = Severity.MODIFY


def without_sentence(text: Text, start: int, end: int, reason: str) -> tuple[Edit, ...]:
    """Return the removal of the sentence around a span; nothing when it is all there is."""
    edit = remove_sentence(text, start, end, reason)
    return (edit,) if edit else ()
