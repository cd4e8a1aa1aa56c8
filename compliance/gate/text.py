"""A draft as the gate reads it: normalised without losing where each character came from.

Matching happens on ``Text.norm``; every span that leaves the gate is in code points of
``Text.original`` (:meth:`Text.span`), so it always slices what the reader sees.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sentencex import get_sentence_boundaries

# Punctuation that models and phones write in many ways, folded to what a pattern can name.
_FOLD = {
    **dict.fromkeys("‘’‚‛′ʼ`´＇", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    "…": "...",
    "⁄": "/",
}
# Letters of other scripts that look like Latin ones. Folded only in words that mix scripts
# (UTS #39), so a word that is wholly Cyrillic or Greek stays what it is.
_CONFUSABLE = dict(
    zip(
        "аеорсухіјѕԁһӏԛԝьВЕКМНОРСТХАЅІЈαοενιρτυκχΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɡ",
        "aeopcyxijsdhlqwbbekmhopctxasijaoevipTukxabezhikmnoptyxig".lower(),
        strict=True,
    )
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|li|ul|ol|div|tr|td|th|table|h[1-6]|hr|section|blockquote|dt|dd)\b", re.IGNORECASE
)
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
_ASCII_PLAIN = re.compile(r"[\x20-\x7e\n]*")


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
        self.norm, self._starts, self._ends, self.invisible = _normalise(original)

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


def _is_invisible(char: str) -> bool:
    return (
        unicodedata.category(char) == "Cf"
        or char in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
        or "\ufe00" <= char <= "\ufe0f"
    )


def _normalise(original: str) -> tuple[str, list[int], list[int], tuple[tuple[int, int], ...]]:
    """Return the normalised text, each of its characters' start and end in ``original``, and the
    spans of invisible characters that were dropped.
    """
    if _ASCII_PLAIN.fullmatch(original) and not re.search(r"[*_~`<&]|\s\s|\n", original):
        # Most drafts: lower-casing plain ASCII keeps every offset.
        return (
            original.lower(),
            list(range(len(original))),
            list(range(1, len(original) + 1)),
            (),
        )
    skip, decoded = _markup(original)
    mixed = _mixed_script_positions(original)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    invisible: list[tuple[int, int]] = []
    index = 0
    while index < len(original):
        if index in skip:
            if _BLOCK_TAG.match(original, index) and out and out[-1] != " ":
                # Items of a list are words apart, not one word.
                out.append(" ")
                starts.append(index)
                ends.append(skip[index])
            index = skip[index]
            continue
        char, end = original[index], index + 1
        if index in decoded:
            char, end = decoded[index]
        for part in _fold(char, in_mixed_word=index in mixed):
            if part == " " and (not out or out[-1] == " "):
                continue
            out.append(part)
            starts.append(index)
            ends.append(end)
        if index not in decoded and _is_invisible(char) and not _in_emoji(original, index):
            invisible.append((index, end))
        index = end
    return "".join(out), starts, ends, tuple(invisible)


def _fold(char: str, *, in_mixed_word: bool) -> str:
    if char.isspace():
        return " "
    if _is_invisible(char):
        return ""
    if char in _FOLD:
        return _FOLD[char]
    if in_mixed_word and char in _CONFUSABLE:
        return _CONFUSABLE[char]
    folded = "".join(
        _FOLD.get(part, part)
        for part in unicodedata.normalize("NFKD", char)
        if unicodedata.category(part) not in {"Mn", "Me", "Cf"}
    ).casefold()
    return " " if folded.isspace() else folded


def _in_emoji(text: str, index: int) -> bool:
    """Say whether a joiner or variation selector belongs to an emoji, where it is legitimate."""
    if text[index] not in "\u200d\ufe0f\ufe0e" or index == 0:
        return False
    before = text[index - 1]
    return (
        unicodedata.category(before) in {"So", "Sk", "Mn", "Me"} or before in "\ufe0f#*0123456789"
    )


def _markup(original: str) -> tuple[dict[int, int], dict[int, tuple[str, int]]]:
    """Find what is markup, not words: tags and emphasis to skip, entities with their character."""
    skip = {found.start(): found.end() for found in _TAG.finditer(original)}
    decoded: dict[int, tuple[str, int]] = {}
    for found in _ENTITY.finditer(original):
        char = html.unescape(found.group())
        if len(char) == 1:
            decoded[found.start()] = (char, found.end())
    for found in re.finditer(r"[*_~`]+", original):
        before = original[found.start() - 1 : found.start()]
        after = original[found.end() : found.end() + 1]
        joins_words = "_" in found.group() and before.isalnum() and after.isalnum()
        if not joins_words and (before.isalnum() or after.isalnum()):
            skip[found.start()] = found.end()
    return skip, decoded


def _mixed_script_positions(original: str) -> set[int]:
    """Return the positions of letters in words that mix ASCII letters with other scripts."""
    positions: set[int] = set()
    for found in re.finditer(r"\w+", original):
        word = found.group()
        if not word.isascii() and re.search(r"[A-Za-z]", word):
            positions.update(range(found.start(), found.end()))
    return positions
