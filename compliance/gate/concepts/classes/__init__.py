"""Phrase classes: shipped concepts that a voice names among what it does not say.

No claim is read with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from compliance.gate.concepts.classes import care, manner, selling
from compliance.gate.concepts.classes.phrase_class import PhraseClass

__all__ = ["CLASSES", "PhraseClass"]

CLASSES: Final[Mapping[str, PhraseClass]] = {**manner.CLASSES, **selling.CLASSES, **care.CLASSES}
