"""What the customer said that a rule is to hear, and whether a reply already says what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from compliance.gate.detection import occurrences, outside
from compliance.gate.mentions import says
from compliance.gate.reading import Reading
from compliance.gate.rule_texts import places_of
from compliance.gate.ruleset import CompiledRule
from compliance.gate.text import Text
from compliance.gate.types import FiresOn, RuleKind

# A sentence of the customer's is shown whole up to this; of a longer one only what was heard.
_LONGEST_SAID: Final = 160


def first_heard(reading: Reading, item: CompiledRule) -> str:
    """Return the customer's sentence that calls for a rule; nothing when there is none."""
    heard = reading.heard(item)
    if heard and item.rule.fires_on is FiresOn.MESSAGE:
        heard = outside(heard, occurrences(reading.message, item.rule.counter_examples))
    if not heard:
        return ""
    message, hit = reading.message, heard[0]
    sentence = message.sentence_at(hit.start)
    start, end = sentence.start, max(sentence.end, hit.end)
    if end - start > _LONGEST_SAID:
        start, end = hit.start, hit.end
    return " ".join(message.excerpt(start, end).split())


def is_satisfied(reading: Reading, item: CompiledRule) -> bool:
    """Say whether the draft says what a rule asks for, or an earlier reply did where once will do.

    A text that law fixes has to stand letter for letter. What a stricter rule of the same topic
    asks for will do as well.
    """
    texts = reading.texts(item).all
    if says_it(reading.text, item, texts):
        return True
    if reading.written is not None and says_it(reading.written.text, item, texts):
        return True
    for other in reading.stricter(item):
        if other.rule.kind is RuleKind.REQUIRED_DISCLOSURE and says_it(
            reading.text, other, reading.texts(other).all
        ):
            return True
    return item.rule.once_per_conversation and any(
        says_it(reply, item, texts) for reply in reading.earlier
    )


def says_it(text: Text, item: CompiledRule, texts: Sequence[str]) -> bool:
    """Say whether a text says what a rule asks for, given the rule's texts as they read here."""
    if item.rule.verbatim:
        return any(places_of(one, text.original) for one in texts)
    return says(text, texts, item.mentions, item.concepts)
