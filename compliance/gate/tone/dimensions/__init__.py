"""The dimensions of a voice, in the order in which their edits are agreed."""

from __future__ import annotations

from typing import Final

from compliance.gate.tone.dimensions.base import VoiceDimension
from compliance.gate.tone.dimensions.disclaimer import MissingDisclaimer
from compliance.gate.tone.dimensions.lengths import LongestSentence, MeanSentence
from compliance.gate.tone.dimensions.marks import Emoji, Exclamations
from compliance.gate.tone.dimensions.persons import Person
from compliance.gate.tone.dimensions.wording import Contractions, Prohibited
from compliance.gate.tone.report import ToneReport
from compliance.gate.tone.speech import Speech

# Phrases first: their edits may swallow a contraction or an exclamation mark.
DIMENSIONS: Final[tuple[VoiceDimension, ...]] = (
    Prohibited(),
    Person(),
    Contractions(),
    LongestSentence(),
    MeanSentence(),
    Exclamations(),
    Emoji(),
    MissingDisclaimer(),
)


def tone_report(speech: Speech, *, unconstrained: bool = False) -> ToneReport:
    """Return the report on a draft's speech: what its voice constrains, or every dimension."""
    sentences = speech.sentences
    return ToneReport(
        words=sum(sentence.words for sentence in sentences),
        sentences=len(sentences),
        dimensions=tuple(
            dimension.measure(speech)
            for dimension in DIMENSIONS
            if unconstrained or dimension.constrained(speech.overlay)
        ),
    )
