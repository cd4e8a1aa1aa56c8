"""A draft as the gate reads it: normalised without losing where each character came from.

Matching happens on ``Text.norm``; every span that leaves the gate is in code points of
``Text.original`` (:meth:`Text.span`), so it always slices what the reader sees.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sentencex import get_sentence_boundaries

from compliance.gate.folding import normalise

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*|\d+(?:[.,:]\d+)*|[^\W\d_]+|[^\w\s]")
_SENTENCE_END = re.compile(r"\b([A-Za-z]{3,})[.!?][\"')]*\s+(?=[A-Z])")
_SHORT_FORMS = frozenset(
    [
        *("mrs", "ave", "blvd", "inc", "ltd", "corp", "etc", "approx", "dept", "est", "ext", "fig"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
        *("prof", "rev", "gen", "sgt", "capt", "min", "max", "hrs", "hwy", "ste", "apt", "bldg"),
        *(
            "fla",
            "calif",
            "conn",
            "tex",
            "ariz",
            "colo",
            "minn",
            "mich",
            "wis",
            "tenn",
            "gov",
            "sen",
        ),
    ]
)


class Token(NamedTuple):
    """A word, number or punctuation mark of the normalised text; offsets count in ``norm``."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Say whether the token is a word or a number, not punctuation."""
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span, in the original text and in the normalised one."""

    start: int
    end: int
    norm_start: int
    norm_end: int


class Text:
    """A draft with its normalised form, tokens and sentences; build once, read many times."""

    def __init__(self, original: str) -> None:
        self.original = original
        folded, self.invisible = normalise(original)
        self.norm, self._starts, self._ends = folded.text, folded.starts, folded.ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of ``norm`` into the span of ``original`` that it came from."""
        if not self._starts:
            return 0, 0
        if start >= len(self._starts):
            return len(self.original), len(self.original)
        return self._starts[start], self._ends[max(start, end - 1)]

    def norm_position(self, position: int) -> int:
        """Turn an offset of ``original`` into the first offset of ``norm`` at or after it."""
        return bisect_left(self._starts, position)

    def excerpt(self, start: int, end: int) -> str:
        """Return the original text of an original span."""
        return self.original[start:end]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and punctuation marks of ``norm``, in order."""
        return tuple(
            Token(found.group(), found.start(), found.end()) for found in _WORD.finditer(self.norm)
        )

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def tokens_between(self, norm_start: int, norm_end: int) -> tuple[Token, ...]:
        """Return the tokens that start within a span of ``norm``."""
        first = bisect_left(self._token_starts, norm_start)
        last = bisect_left(self._token_starts, norm_end)
        return self.tokens[first:last]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences in order; line breaks end a sentence, blank ones are left out."""
        found: list[Sentence] = []
        offset = 0
        for line in self.original.splitlines(keepends=True):
            for boundary in get_sentence_boundaries("en", line) if line.strip() else ():
                begin, finish = offset + boundary["start_index"], offset + boundary["end_index"]
                found.extend(
                    Sentence(start, end, self.norm_position(start), self.norm_position(end))
                    for start, end in _split_further(self.original, begin, finish)
                )
            offset += len(line)
        return tuple(found)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Sentence:
        """Return the sentence that covers an original offset (the nearest one before it, else
        the whole text).
        """
        index = bisect_right(self._sentence_starts, position) - 1
        if index < 0:
            return Sentence(0, len(self.original), 0, len(self.norm))
        return self.sentences[index]


def _split_further(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a span where a whole word ends a sentence that the segmenter took for short.

    ("in May. We ...": months and the like are words, not abbreviations, when spelled out.)
    """
    ends = _SENTENCE_END.finditer(text, start, end)
    cuts = [start, *(found.end() for found in ends if found[1].lower() not in _SHORT_FORMS)]
    pieces = zip(cuts, [*cuts[1:], end], strict=True)
    trimmed = (_trimmed(text, first, last) for first, last in pieces)
    return [(first, last) for first, last in trimmed if first < last]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
