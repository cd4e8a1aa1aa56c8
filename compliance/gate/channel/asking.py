"""Sentences of a public reply that ask or offer, found by their wording unless they are denied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.channel.breach import Breach, without_sentence
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading

_THANKED = re.compile(r"\b(?:thank(?:s| you)|appreciate|grateful)\b[^.!?]{0,25}$")
_GRATIS = re.compile(r"\b(?:no (?:extra |additional )?(?:cost|charge)|without charge)$")
# A draft that offers more often than this is blocked for it anyway.
_ENOUGH = 40


class Pattern:
    """A wording of an offer or a request; ``counts_denied`` where its own "not" makes it one."""

    __slots__ = ("counts_denied", "expression")

    def __init__(self, expression: str, *, counts_denied: bool = False) -> None:
        self.expression = re.compile(expression)
        self.counts_denied = counts_denied


def breaches(
    reading: Reading, patterns: tuple[Pattern, ...], message: str, reason: str
) -> Iterator[Breach]:
    """Yield a breach for each place that a pattern finds and the draft neither denies nor thanks
    for."""
    text = reading.text
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for found in pattern.expression.finditer(text.norm):
            lead = len(found.group()) - len(found.group().lstrip(" .!?:;,"))
            start, end = text.span(found.start() + lead, found.end())
            if any(first < end and start < last for first, last in taken):
                continue
            sentence = text.sentence_at(end - 1)
            before = text.norm[sentence.norm_start : found.start()]
            if _THANKED.search(before):
                continue
            # "at no cost" is an offer that its own "no" makes.
            denies = pattern.counts_denied or _GRATIS.search(found.group()) is not None
            if not denies and polarity(text, max(start, end - 4), end).negated:
                continue
            taken.append((start, end))
            if len(taken) > _ENOUGH:
                return
            yield Breach(start, end, message, without_sentence(text, end - 1, end, reason))
