"""Sentence lengths as a reader counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from compliance.gate.tone.voice import Voice, merged

_GREETING: Final = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings)\b[^.!?]{0,40}[,.!:]?"
)
_SIGN_OFF: Final = re.compile(
    r"(?:(?:kind|best|warm|warmest|many)? ?(?:regards|wishes|thanks)|(?:all the )?best|sincerely|"
    r"warmly|yours(?: truly| sincerely)?|cheers|respectfully)[,.!]?"
)
# Items of a list are no sentences, nor is the line that introduces them.
_ITEM: Final = re.compile(r"(?:[-*•⁃‣▪◦]|\(?(?:\d{1,2}|[a-h])(?:\.\)|[.)]))[ \t]*")
_WORD: Final = re.compile(r"[^\W_]\S*")
_STOPS: Final = (".", "!", "?", "…")
# A line of a signature has no more words than this, or no stop.
_SIGNATURE: Final = 4


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence's original span and number of words; an aside counts nothing in the mean."""

    start: int
    end: int
    words: int
    aside: bool


def count_words(text: str) -> int:
    """Return how many of the parts between spaces hold a letter or digit."""
    return len(_WORD.findall(text))


def measure_sentences(voice: Voice) -> list[Measured]:
    """Return the sentences of a draft with their lengths.

    A word is what spaces separate and holds a letter or digit. Links, addresses, quotations and
    verbatim legal texts count nothing, a name counts one.
    """
    text = voice.text
    norm = text.norm
    uncounted = _Uncounted(voice)
    measured: list[Measured] = []
    signed = False
    for sentence in text.sentences:
        piece = text.original[sentence.start : sentence.end]
        words = count_words(piece) - uncounted.within(sentence.norm_start, sentence.norm_end)
        if words <= 0:
            continue
        said = norm[sentence.norm_start : sentence.norm_end].strip()
        if _SIGN_OFF.fullmatch(said) and _ends_line(text.original, sentence.end):
            signed = aside = True
        else:
            aside = (
                (signed and (words <= _SIGNATURE or not piece.endswith(_STOPS)))
                or piece[-1] == ":"
                or _ITEM.match(piece) is not None
                or _GREETING.fullmatch(said) is not None
            )
        measured.append(Measured(sentence.start, sentence.end, words, aside))
    return measured


def _ends_line(original: str, end: int) -> bool:
    return end == len(original) or original[end : end + 3].lstrip(" \t\r")[:1] in {"", "\n"}


class _Uncounted:
    """The words that count nothing, asked for sentence by sentence in order."""

    def __init__(self, voice: Voice) -> None:
        nothing = merged([*voice.verbatim_spans, *voice.cited_spans])
        names = merged(list(voice.name_spans))
        self._norm = voice.text.norm
        self._spans = sorted(
            [(start, end, 0) for start, end in nothing]
            + [(start, end, 1) for start, end in _outside(names, nothing)]
        )
        self._next = 0

    def within(self, start: int, end: int) -> int:
        """Return how many words of a span of ``norm`` do not count; spans must ascend."""
        spans, words = self._spans, 0
        while self._next < len(spans) and spans[self._next][0] < end:
            first, last, kept = spans[self._next]
            if last > start:
                inside = count_words(self._norm[max(first, start) : min(last, end)])
                words += max(0, inside - kept)
            if last > end:
                break
            self._next += 1
        return words


def _outside(names: list[tuple[int, int]], nothing: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the names that lie in nothing that counts nothing anyway."""
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in names:
        while at < len(nothing) and nothing[at][1] <= start:
            at += 1
        if at == len(nothing) or nothing[at][0] >= end:
            found.append((start, end))
    return found
