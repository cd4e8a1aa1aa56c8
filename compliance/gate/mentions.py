"""Whether a text says what a rule asks for: its own words, or a phrase that does as well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import re2

from compliance.gate.concepts.own import Lists
from compliance.gate.derivation import Detector
from compliance.gate.detection import Detection, occurrences
from compliance.gate.matcher import Concepts
from compliance.gate.own_patterns import is_pattern, own_pattern
from compliance.gate.polarity import polarity
from compliance.gate.text import Text
from compliance.gate.types import Rule


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that satisfies a rule; ``denied``: the rule's own text denies it ("no lifeguard"),
    so that a reply may as well.
    """

    phrase: str
    pattern: Detector | re2.Pattern | None = None
    denied: bool = False


def read_mention(phrase: str, rule: Rule, lists: Lists) -> Mention:
    """Read a phrase of ``must_mention``.

    Raises:
        PatternError, LookupError, re2.error: when it is a pattern that cannot be read.
    """
    pattern = own_pattern(phrase, lists) if is_pattern(phrase) else None
    asked = Mention(phrase, pattern, denied=True)
    own = [Text(text) for text in (rule.text, rule.short_text) if text]
    denied = any(
        _mentions(text, asked, lists.concepts)
        and not _mentions(text, Mention(phrase, pattern), lists.concepts)
        for text in own
    )
    return Mention(phrase, pattern, denied)


def says(text: Text, own: Iterable[str], mentions: Iterable[Mention], concepts: Concepts) -> bool:
    """Say whether a text holds any of a rule's own texts, or mentions what does as well.

    What is denied or only reported does not count.
    """
    stands = any(_is_said(text, span) for span in occurrences(text, own))
    return stands or any(_mentions(text, one, concepts) for one in mentions)


def _is_said(text: Text, span: tuple[int, int]) -> bool:
    """Say whether a whole text of a rule is put forward; one that opens its sentence is."""
    opens = text.sentence_at(span[0]).start == span[0]
    return opens or polarity(text, *span).asserted


def _mentions(text: Text, mention: Mention, concepts: Concepts) -> bool:
    if isinstance(mention.pattern, Detector):
        found = Detection(text, _NOTHING, concepts)
        return bool(found.hits((mention.pattern,), any_polarity=mention.denied))
    if mention.pattern is None:
        spans = occurrences(text, (mention.phrase,))
    else:
        spans = [text.span(*found.span()) for found in mention.pattern.finditer(text.norm)]
    return any(mention.denied or polarity(text, *span).asserted for span in spans)


_NOTHING = Text("")
