"""Drafts that are too long for their channel, and the courtesies that can go."""

from __future__ import annotations

import re

from compliance.gate.channel.breach import Breach
from compliance.gate.reading import Reading
from compliance.gate.text import Sentence
from compliance.gate.tone.removal import remove_sentence
from compliance.gate.types import Edit

# Sentences that answer nothing: what they hold is thanks, wishes and invitations to write again.
_COURTESY = re.compile(
    r"(?:thank(?:s| you)\b|we (?:look forward|hope|appreciate|value|wish|would (?:love|be "
    r"delighted) to "
    r"(?:see|welcome))|have an? |enjoy (?:your|the) |please (?:let us know|feel free|do not "
    r"hesitate|"
    r"don't hesitate|reach out)|let us know|feel free|do not hesitate|don't hesitate|see you|"
    r"if (?:there is|there's|you have|you need) any|(?:kind|best|warm) regards|happy to help|"
    r"(?:great|good) question|until then|take care|with (?:pleasure|warm)|hope (?:this|that) helps|"
    r"is there anything else|anything else)"
)
_FACT = re.compile(r"\d|\$|%|\b(?:closed|open|refund|return|cancel|fee|not|no|cannot|must|stop)\b")


def too_long(reading: Reading) -> Breach | None:
    """Return the breach of a draft beyond its channel's limit; its span is the overflow.

    Only courtesies are dropped, from the end first: shortening an answer is a person's work.
    """
    limit = reading.case.channel.max_chars
    original = reading.case.text
    if limit is None or len(original) <= limit:
        return None
    return Breach(
        limit,
        len(original),
        f"The draft has {len(original)} characters; this channel carries {limit}.",
        _shortened(reading, limit),
    )


def _shortened(reading: Reading, limit: int) -> tuple[Edit, ...]:
    text = reading.text
    surplus = len(text.original) - limit
    edits: list[Edit] = []
    for sentence in reversed(text.sentences):
        if surplus <= 0:
            break
        if not _is_courtesy(reading, sentence):
            continue
        edit = remove_sentence(text, sentence.start, sentence.end, "shortened for this channel")
        if edit is not None:
            edits.append(edit)
            surplus -= edit.end - edit.start
    if surplus > 0 or len(edits) == len(text.sentences):
        return ()
    return tuple(reversed(edits))


def _is_courtesy(reading: Reading, sentence: Sentence) -> bool:
    norm = reading.text.norm[sentence.norm_start : sentence.norm_end]
    return _COURTESY.match(norm) is not None and _FACT.search(norm) is None
