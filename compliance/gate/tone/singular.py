"""A voice that says "I": where the writer's own words and acts are put as "we".

What the house does stays "we" ("we open at nine"): one person does not open, stock or charge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from compliance.gate.text import Text

_FEELS: Final = (
    r"(?:sorry|happy|glad|pleased|delighted|afraid|grateful|thankful|certain|sure|confident|"
    r"honou?red|aware)"
)
_THINKS: Final = (
    r"(?:hope|understand|recommend|suggest|apologi[sz]e|thank|appreciate|think|believe|regret|"
    r"wish|look forward|hear)"
)
_ACTS: Final = (
    r"(?:check|look|help|call|ask|follow|find|talk|speak|spoken|send|sent|let|pass|passed|note|"
    r"noted|see|seen|love|like|be|make|made|add|added|arrange|arranged|book|booked|share|shared|"
    r"checked|looked|helped|called|asked|followed|found|talked)"
)
_ADVERBS: Final = (
    r"(?: (?:also|so|very|truly|really|always|just|now|already|certainly|not|gladly))*"
)
_WE: Final = re.compile(
    rf"\bwe(?:(?P<be>'re| are| were){_ADVERBS} {_FEELS}|(?P<aux>'ll|'ve|'d| will| have| would| can|"
    rf" could){_ADVERBS} (?:{_ACTS}|{_THINKS})|(?P<bare>){_ADVERBS} {_THINKS})\b"
)
_BE: Final = {"'re": "'m", " are": " am", " were": " was"}


@dataclass(frozen=True, slots=True)
class OwnSpeech:
    """A "we" of the writer's own by its span in the normalised text, and what it becomes."""

    start: int
    end: int
    singular: str


def find_own_speech(text: Text) -> Iterator[OwnSpeech]:
    """Yield each "we" by which a single writer speaks, feels or acts."""
    if "we" not in text.norm:
        return
    for found in _WE.finditer(text.norm):
        verb = found["be"] or ""
        start = found.start()
        if verb:
            yield OwnSpeech(start, start + len("we" + verb), "I" + _BE[verb])
        else:
            yield OwnSpeech(start, start + len("we"), "I")
