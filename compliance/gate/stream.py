"""A text as a stream of stems: what patterns are matched on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import copy
from functools import cached_property, lru_cache
from typing import Final

from compliance.gate.lexicon import expand, root, words
from compliance.gate.polarity import clauses
from compliance.gate.text import Text

# Words that may stand between two words of a pattern without breaking it.
LIGHT: Final = words(
    "a the your our my his her their its any some all every each this that these those very really "
    "just also completely totally entirely fully absolutely quite so even simply truly actually "
    "always still own"
)
NUMERALS: Final = {
    word: float(value)
    for word, value in (
        pair.split(":")
        for pair in words(
            "two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 "
            "thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 "
            "twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 "
            "hundred:100 thousand:1000 dozen:12"
        )
    )
}
_BORDER: Final = 5
SENTINEL: Final = "\x02"
NUMBER: Final = "#"


@lru_cache(maxsize=50_000)
def _read(token: str) -> tuple[tuple[str, ...], float | None]:
    """Return the stems of a token, and its value where it is a number."""
    if token[0].isdigit():
        number = token.rstrip(".,:").replace(",", "")
        plain = number.count(".") <= 1 and number.replace(".", "").isdigit()
        return (NUMBER,), float(number) if plain else 0.0
    if token in NUMERALS:
        return (NUMBER,), NUMERALS[token]
    if token in {"$", "%"}:
        return (token,), None
    if token == "percent":  # noqa: S105 - a word, no secret
        return ("%",), None
    return (expand(token), None) if token[0].isalpha() else ((), None)


@lru_cache(maxsize=50_000)
def _keys_of(stem: str) -> frozenset[str]:
    beginnings = (f"*{stem[:length]}" for length in range(2, len(stem) + 1))
    return frozenset((stem, f"~{root(stem)}", *beginnings))


class Words:
    """The stems of a text in order, with the span of ``norm`` and the sentence of each."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.stems: list[str] = []
        self.raw: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.values: dict[int, float] = {}
        self.joined: set[int] = set()
        hyphen = -1
        for token in text.tokens:
            if token.start == hyphen:
                self.joined.add(len(self.stems))
            stems, value = _read(token.text)
            if value is not None:
                self.values[len(self.stems)] = value
            for stem in stems:
                self.stems.append(stem)
                self.raw.append(token.text)
                self.starts.append(token.start)
                self.ends.append(token.end)
            hyphen = token.end if token.text == "-" else -1
        for at in self.positions.get("fre", ()):
            # "Feel free", "free to": nothing is given away.
            if "feel" in self.stems[max(0, at - 1) : at] or self.stems[at + 1 : at + 2] == ["to"]:
                self.stems[at] = "freely"
        self.__dict__.pop("positions", None)
        # What stands across a clause border is said of something else: such a gap weighs more.
        borders = {
            clause.norm_start for sentence in text.sentences for clause in clauses(text, sentence)
        }
        weight, crossed = 0, 0
        self.before = []
        self.after = [0]
        self.clause_of: list[int] = []
        for at, (word, start) in enumerate(zip(self.stems, self.starts, strict=True)):
            crossed += start in borders and (not at or self.starts[at - 1] != start)
            self.clause_of.append(crossed)
            self.before.append(weight + _BORDER * crossed)
            weight += word not in LIGHT
            self.after.append(weight + _BORDER * crossed)

    @cached_property
    def sentence_of(self) -> list[int]:
        """The sentence index of each word."""
        bounds = [sentence.norm_end for sentence in self.text.sentences]
        found: list[int] = []
        index = 0
        for start in self.starts:
            while index < len(bounds) - 1 and start >= bounds[index]:
                index += 1
            found.append(index)
        return found

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each stem stands."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.stems):
            found.setdefault(word, []).append(index)
        return found

    @cached_property
    def roots(self) -> dict[str, list[int]]:
        """Where each root stands."""
        found: dict[str, list[int]] = {}
        for word, places in self.positions.items():
            found.setdefault(root(word), []).extend(places)
        return found

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems that occur, the beginnings of them as ``*be`` and their roots as ``~root``."""
        return frozenset().union(*map(_keys_of, self.positions))

    def masked(self, indexes: Sequence[int]) -> Words:
        """Return the same words with some made unrecognisable."""
        other = copy(self)
        other.__dict__.pop("positions", None)
        other.__dict__.pop("vocabulary", None)
        other.__dict__.pop("roots", None)
        other.stems = list(self.stems)
        for index in indexes:
            other.stems[index] = SENTINEL
        return other

    def clause_around(self, index: int) -> tuple[int, int]:
        """Return the first word of the clause that a word belongs to, and the one after it."""
        clause = self.clause_of[index]
        return bisect_left(self.clause_of, clause), bisect_right(self.clause_of, clause)

    def denial_at(self, position: int) -> int:
        """Return the word that denies in the token at an offset of the normalised text."""
        return bisect_right(self.starts, position) - 1

    def sentence_start(self, index: int) -> int:
        """Return the first word of the sentence that a word belongs to."""
        return bisect_left(self.sentence_of, self.sentence_of[index])

    def sentence_end(self, index: int) -> int:
        """Return the word after the last one of the sentence that a word belongs to."""
        return bisect_right(self.sentence_of, self.sentence_of[index])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span of the words ``start:end``."""
        return self.text.span(self.starts[start], self.ends[end - 1])
