"""Giving a topic to people: what a reply says of it goes, and a text that hands over comes in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from compliance.gate.detection import Hit, occurrences
from compliance.gate.reading import Reading
from compliance.gate.rule_texts import RuleTexts
from compliance.gate.types import Edit

# A sentence that opens so goes on about what the one before it was about.
_GOES_ON: Final = re.compile(
    r"\s*(?:and |but |so |also,? |then,? |if |when |just )?"
    r"(?:it|it's|that|that's|this|these|those|they|they're|them|he|she)\b"
)
_REASON: Final = "hands the topic over"


def sentences_of(reading: Reading, hits: Sequence[Hit]) -> tuple[tuple[int, int], ...]:
    """Return the sentences that hold hits, in order, each once."""
    text = reading.text
    return tuple(
        sorted(
            {
                (
                    text.sentence_at(hit.start).start,
                    text.sentence_at(max(hit.start, hit.end - 1)).end,
                )
                for hit in hits
            }
        )
    )


def hand_over(reading: Reading, spans: Sequence[tuple[int, int]], wording: str) -> tuple[Edit, ...]:
    """Return the edits that put a text once in place of the sentences on a topic.

    The sentences that go on about it ("It should pass in a day.") go with them.
    """
    taken: list[tuple[int, int]] = []
    follows = False
    for sentence in reading.text.sentences:
        norm = reading.text.norm[sentence.norm_start : sentence.norm_end]
        held = any(start < sentence.end and sentence.start < end for start, end in spans)
        follows = held or (follows and _GOES_ON.match(norm) is not None)
        if follows:
            taken.append((sentence.start, sentence.end))
    said = bool(occurrences(reading.text, (wording,)))
    return tuple(
        Edit(start, end, "" if number or said else wording, _REASON)
        for number, (start, end) in enumerate(taken)
    )


def fitting(reading: Reading, texts: RuleTexts, start: int, end: int) -> str:
    """Return a rule's text to put in place of a span: the short form where the channel is short."""
    limit = reading.case.channel.max_chars
    room = None if limit is None else limit - len(reading.case.text) + (end - start)
    fits = (one for one in texts.all if room is None or len(one) <= room)
    return next(fits, texts.all[-1])
