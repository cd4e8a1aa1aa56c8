"""Sentence lengths as a reader counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
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
    spoken = SpokenWords(voice)
    measured: list[Measured] = []
    signed = False
    for sentence in text.sentences:
        words = spoken.within(sentence.start, sentence.end, sentence.norm_start, sentence.norm_end)
        if words <= 0:
            continue
        piece = text.original[sentence.start : sentence.end]
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


class SpokenWords:
    """Counts the words that a voice says itself, anywhere in its draft."""

    def __init__(self, voice: Voice) -> None:
        nothing = merged([*voice.verbatim_spans, *voice.cited_spans])
        names = merged(list(voice.name_spans))
        self._text = voice.text
        # Spans of the normalised text, apart from each other, and what each still counts.
        self._spans = sorted(
            [(start, end, 0) for start, end in nothing]
            + [(start, end, 1) for start, end in _outside(names, nothing)]
        )
        self._ends = [end for _, end, _ in self._spans]

    def between(self, start: int, end: int) -> int:
        """Return the words of an original span."""
        return self.within(
            start, end, self._text.norm_position(start), self._text.norm_position(end)
        )

    def within(self, start: int, end: int, norm_start: int, norm_end: int) -> int:
        """Return the same, for those who know the span in the normalised text as well."""
        counted = count_words(self._text.original[start:end])
        for at in range(bisect_right(self._ends, norm_start), len(self._spans)):
            first, last, kept = self._spans[at]
            if first >= norm_end:
                break
            inside = self._text.norm[max(first, norm_start) : min(last, norm_end)]
            counted -= max(0, count_words(inside) - kept)
        return counted


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
