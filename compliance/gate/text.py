"""A draft as the gate reads it: normalised without losing where each character came from.

Matching happens on ``Text.norm``; every span that leaves the gate is in code points of
``Text.original`` (:meth:`Text.span`), so it always slices what the reader sees.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from string import ascii_lowercase
from typing import NamedTuple

from compliance.gate.folding import normalise
from compliance.gate.sentences import split_sentences

DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*|\d+(?:[.,:]\d+)*|[^\W\d_]+|[^\w\s]")


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
    def drawn_out(self) -> bool:
        """Whether letters of a word are drawn out anywhere: heyyy."""
        # Searching for each letter three times over is much faster than a back reference.
        return any(letter * 3 in self.norm for letter in ascii_lowercase)

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
        return tuple(
            Sentence(start, end, self.norm_position(start), self.norm_position(end))
            for start, end in split_sentences(self.original)
        )

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
