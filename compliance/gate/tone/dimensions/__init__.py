"""The dimensions of a voice, in the order in which their edits are agreed."""

from __future__ import annotations

from typing import Final

from compliance.gate.tone.dimensions.base import VoiceDimension
from compliance.gate.tone.dimensions.courtesies import Address, OwnClosing, OwnGreeting
from compliance.gate.tone.dimensions.disclaimer import MissingDisclaimer
from compliance.gate.tone.dimensions.lengths import LongestSentence, MeanSentence, ReplyLength
from compliance.gate.tone.dimensions.marks import Capitals, Emoji, EmojiSet, Exclamations
from compliance.gate.tone.dimensions.persons import FirstPlural, Person, SecondPerson
from compliance.gate.tone.dimensions.register import ReadingGrade, Register
from compliance.gate.tone.dimensions.spread import OrdinarySentences, SentenceQuantiles
from compliance.gate.tone.dimensions.wording import (
    Contractions,
    ContractionUse,
    Permitted,
    Prohibited,
    Spelling,
)
from compliance.gate.tone.report import ToneReport
from compliance.gate.tone.speech import Speech

# Phrases first: their edits may swallow a contraction or an exclamation mark.
DIMENSIONS: Final[tuple[VoiceDimension, ...]] = (
    Prohibited(),
    Address(),
    Person(),
    SecondPerson(),
    Contractions(),
    Spelling(),
    LongestSentence(),
    MeanSentence(),
    OrdinarySentences(),
    ReplyLength(),
    Capitals(),
    Exclamations(),
    Emoji(),
    EmojiSet(),
    MissingDisclaimer(),
    ContractionUse(),
    FirstPlural(),
    SentenceQuantiles(),
    ReadingGrade(),
    Register(),
    OwnGreeting(),
    OwnClosing(),
    Permitted(),
)


def tone_report(speech: Speech, *, unconstrained: bool = False) -> ToneReport:
    """Return the report on a draft's speech: what its voice constrains, or every dimension."""
    return ToneReport(
        words=speech.words,
        sentences=len(speech.sentences),
        dimensions=tuple(
            dimension.measure(speech)
            for dimension in DIMENSIONS
            if unconstrained or dimension.constrained(speech.overlay)
        ),
    )
