"""Guesses at words that are not written as words are, of which those count that are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Final

from compliance.gate.folding import lowered
from compliance.gate.lexicon import words
from compliance.gate.vocabulary import Vocabulary

_LEET: Final = dict(
    pair.split(":")
    for pair in words("0:o 1:il 2:z 3:e 4:a 5:s 6:gb 7:t 8:b 9:g @:a $:s !:i |:il €:e £:l ¢:c +:t")
)
_SIGNS: Final = "@$!|€£¢+"
# Between letters that are spaced out.
_GAP: Final = r"[ \t]{1,3}|[ ]?[-_*·•|/\\~+^=,;:][ ]?|\.|[ ]?[^\w\s.!?'\"()<>&%#@$][ ]?"
_SPACED: Final = re.compile(
    rf"(?<![\w@$'])[^\W_](?:(?:{_GAP})?'[^\W_]|(?:{_GAP})(?:[^\W_]|[@$])){{2,}}(?![\w@$])"
)
_GAPS: Final = re.compile(_GAP)
_PIECES: Final = re.compile(r"(?<![^\W_])[^\W_]+(?:[^\w\s'\"()<>&%#@$]{1,3}[^\W_]+|_{1,3}[^\W_]+)+")
_PIECE: Final = re.compile(r"[^\W_]+")
_SIGN: Final = re.compile(r"[^\w]|_")
_BETWEEN: Final = re.compile(r"[^-]+")
_TOKEN: Final = re.compile(rf"[\w\u0300-\u036f{re.escape(_SIGNS)}]+")
_ONE_WORD: Final = re.compile(r"[^\W\d_]+")
_PAIR: Final = re.compile(r"(?<![\w@'’.])[^\W\d_]+(?:[ \t][^\W\d_]+(?![\w'’@]))+", re.IGNORECASE)
_INITIALS: Final = re.compile(r"(?:[A-Z]\.?[ ]?){2,4}")
_AMOUNT: Final = re.compile(r"\d+[a-z]{1,2}", re.IGNORECASE)
_TRIPLE: Final = re.compile(r"(.)\1\1")
_RUN: Final = re.compile(r"(.)\1+")
_UNREMARKABLE: Final = re.compile(r"(?:([A-Za-z])(?!(?i:\1)))(?:([a-z])(?!\2))*|\d+")
_CASES: Final = re.compile(r"[a-z][A-Z]")
_PREFIXES: Final = words("e re pre non co un de sub multi anti pro ex self mid semi over under out")
_SHORT: Final = words(
    "a i in to of on is at we it be do no so up us my by or an as if he me go am pm ok"
)
_DIGITS: Final = "0123456789"
_TAILS: Final = words("s t re ve ll d m")
# More of a kind than this is no reply, and reading all of it would use up the draft's time.
_MOST_LETTERS: Final = 400
_MOST_GUESSES: Final = 64
_LONGEST: Final = 24
_SHORTEST_SHOUT: Final = 20


class Guesses:
    """Finds such words in a text and says what they are: start, end and the word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._forms: dict[str, str | None] = {}

    def spaced(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield letters that are spaced out, put together."""
        for run in _SPACED.finditer(text):
            for start, end in _evenly_spaced(text, *run.span()):
                letters = _GAPS.sub("", text[start:end])[:_MOST_LETTERS]
                named = sum(char.isalpha() for char in letters)
                if len(letters) < 3 or named < min(3, len(letters) - 1):
                    continue
                is_listing = letters.isupper() and self._form(letters) is None
                if not is_listing and _INITIALS.fullmatch(text, start, end) is None:
                    parts = [_GAPS.sub("", part) for part in _wide_apart(text[start:end])]
                    yield start, end, " ".join(self._apart(part) for part in parts)

    def cut(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield words with signs between their letters."""
        for found in _PIECES.finditer(text):
            for start, end in _with_parts(text, *found.span()):
                pieces = _PIECE.findall(text, start, end)
                signs = _SIGN.findall(text, start, end)
                is_prefixed = len(pieces[0]) == 1 or pieces[0].lower() in _PREFIXES
                is_initials = _INITIALS.fullmatch(text, start, end) is not None
                if is_initials or (is_prefixed and signs == ["-"]):
                    continue
                known = all(self._is_known(piece) or piece.isdigit() for piece in pieces)
                if known and not {"-", "/", "&"}.isdisjoint(signs):
                    continue
                if (whole := self._form("".join(pieces))) is not None:
                    yield start, end, whole
                    if end == found.end():
                        break

    def words(self, text: str) -> list[tuple[int, int, str]]:
        """Return words with digits for letters, doubled letters, accents or restless capitals.

        In a text with several of them those that give no known word are taken for names.
        """
        found: list[tuple[int, int, str]] = []
        unknown: list[tuple[int, int, str]] = []
        for token in _TOKEN.finditer(text):
            word = token.group()
            if _UNREMARKABLE.fullmatch(word):
                continue
            if len(_CASES.findall(word)) > 1 and word.isalpha():
                found.append((*token.span(), word.capitalize()))  # It may be a name.
                continue
            bare = word.rstrip("!|+").lstrip("+|")
            if not bare or self._is_plain(bare):
                continue
            form = self._form(bare)
            if form is None and bare != word:
                bare, form = word, self._form(word)
            start = token.start() + word.index(bare)
            if form is not None:
                found.append((start, start + len(bare), form))
            elif (name := _as_name(bare)) != bare:
                unknown.append((start, start + len(bare), name))
        return sorted([*found, *unknown]) if len(found) > 2 else found

    def shouted(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the words of a text all in capitals, those unknown as names."""
        if len(text) < _SHORTEST_SHOUT or text.upper() != text:
            return
        for found in _ONE_WORD.finditer(text):
            word, before = (
                found.group(),
                text[max(0, found.start() - 4) : found.start()].rstrip(" \"'("),
            )
            if len(word) < 2 or not word.isupper():
                continue
            opens = not before or before[-1] in ".!?\n"
            is_small = self._is_known(word) and not opens
            yield *found.span(), word.lower() if is_small else word.capitalize()

    def split(self, text: str) -> list[tuple[int, int, str]]:
        """Return words that are cut in two by a space.

        Two words that make a third when put together are only taken for it in a text that is
        full of cuts.
        """
        found = list(self._rejoined(text, even_known=False))
        return found if len(found) < 2 else list(self._rejoined(text, even_known=True))

    def _rejoined(self, text: str, *, even_known: bool) -> Iterator[tuple[int, int, str]]:
        for row in _PAIR.finditer(text):
            spans = [each.span() for each in _ONE_WORD.finditer(text, *row.span())]
            known = [self._is_known(text[start:end]) for start, end in spans]
            if all(known) and not even_known:
                continue
            at = 0
            while at < len(spans):
                size = next(
                    (
                        size
                        for size in (4, 3, 2)
                        if (even_known or not all(known[at : at + size]))
                        and self._makes_a_word(text, spans[at : at + size], size)
                    ),
                    1,
                )
                if size > 1:
                    group = spans[at : at + size]
                    whole = "".join(text[start:end] for start, end in group)
                    yield group[0][0], group[-1][1], whole
                at += size

    def _makes_a_word(self, text: str, group: list[tuple[int, int]], size: int) -> bool:
        length = group[-1][1] - group[0][0] - size + 1
        if len(group) < size or not 4 <= length <= _LONGEST:
            return False
        if any(start + 1 == end and text[start].isupper() for start, end in group[:-1]):
            return False  # size L and XL
        return self._is_known("".join(text[start:end] for start, end in group))

    def _is_plain(self, word: str) -> bool:
        """Say whether a word has nothing about it that needs a guess."""
        if word.isdigit() or not any(char.isalpha() for char in word):
            return True
        if word.isascii() and word.isalpha():
            return _RUN.search(word) is None or self._is_known(word)
        if _AMOUNT.fullmatch(word):
            return True
        return self._vocabulary.is_code(word.lower())

    def _is_known(self, word: str) -> bool:
        return self._vocabulary.knows(word.lower())

    def _form(self, raw: str) -> str | None:
        """Return the known word that a piece of text stands for, in its own case if it can."""
        if raw not in self._forms:
            self._forms[raw] = self._worked_out(raw)
        return self._forms[raw]

    def _worked_out(self, raw: str) -> str | None:
        if not 3 <= len(raw) <= 2 * _LONGEST:
            return None
        word = "".join(lowered(char) for char in raw)
        guesses = [
            guess
            for letters in _unleeted(word)
            for guess in _undoubled(letters)
            if len(guess) >= _least(raw, letters, guess) and self._is_known(guess)
        ]
        best = next(filter(self._vocabulary.has, guesses), guesses[0] if guesses else None)
        return best.capitalize() if best and raw[0].isupper() else best

    def _apart(self, joined: str) -> str:
        """Return letters without spaces as words, or as one word where they are none known."""
        if (form := self._form(joined)) is not None:
            return form
        letters = joined[:_MOST_LETTERS]
        number = letters[: len(letters) - len(letters.lstrip(_DIGITS))]
        more = letters[len(letters.rstrip(_DIGITS)) :]
        rest = letters.strip(_DIGITS)
        for letters in _unleeted("".join(lowered(char) for char in rest)):
            if pieces := self._pieces(letters):
                said = " ".join(pieces)
                said = said[0].upper() + said[1:] if rest[0].isupper() else said
                return f"{number} {said} {more}".strip()
        return joined

    def _pieces(self, letters: str) -> list[str]:
        """Cut letters into the fewest known words."""
        best: list[list[str] | None] = [[]]
        for end in range(1, len(letters) + 1):
            options = []
            for start in range(max(0, end - _LONGEST), end):
                before, piece = best[start], letters[start:end]
                if before is not None and self._is_piece(piece):
                    options.append([*before, piece])
            best.append(min(options, key=len) if options else None)
        return best[-1] or []

    def _is_piece(self, piece: str) -> bool:
        if "'" in piece:
            head, _, tail = piece.partition("'")
            return piece == "o'clock" or (tail in _TAILS and self._is_piece(head))
        return piece in _SHORT if len(piece) < 3 else self._vocabulary.knows(piece)


def _evenly_spaced(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of spaced letters where the sign between them changes ("p a i d, n o w")."""
    gaps = list(_GAPS.finditer(text, start, end))
    signs = Counter(gap.group().strip() for gap in gaps)
    usual = signs.most_common(1)[0][0] if signs else ""
    for gap in gaps:
        if gap.group().strip() != usual:
            yield start, gap.start()
            start = gap.end()
    yield start, end


def _with_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a span, and its parts between hyphens where it has other signs as well."""
    yield start, end
    parts = [
        (part.start() + start, part.end() + start) for part in _BETWEEN.finditer(text[start:end])
    ]
    if len(parts) > 1:
        yield from (part for part in parts if _SIGN.search(text, *part))


def _wide_apart(run: str) -> list[str]:
    """Cut spaced letters at the gaps that are wider than the others."""
    gaps = list(_GAPS.finditer(run))
    least = min((len(gap.group()) for gap in gaps), default=0)
    parts, position = [], 0
    for gap in gaps:
        if len(gap.group()) > least:
            parts.append(run[position : gap.start()])
            position = gap.end()
    return [*parts, run[position:]]


def _unleeted(word: str) -> Iterator[str]:
    """Yield what a word reads with letters for its digits and signs."""
    if word.isalpha():
        yield word
        return
    if not any(char.isalpha() for char in word):
        return
    options = [_LEET.get(char, char) for char in word]
    for count, letters in enumerate(product(*options)):
        if count == _MOST_GUESSES:
            return
        yield "".join(letters)


def _least(raw: str, letters: str, guess: str) -> int:
    """Return how long a guess must be: one letter less makes another word of many a short one."""
    if len(letters) - len(guess) != 1 or raw.lower() != letters or _TRIPLE.search(raw):
        return 3
    return 5 if raw[0].isupper() else 4


def _as_name(word: str) -> str:
    """Return the first guess at a word of which no guess is known."""
    plain = next(_unleeted("".join(lowered(char) for char in word)), word)
    if not plain.isalpha() or sum(char.isdigit() for char in word) * 2 > len(word):
        return word
    return plain.capitalize() if word[0].isupper() else plain


def _undoubled(word: str) -> Iterator[str]:
    """Yield a word with each run of one letter cut to one or two of it, as it is first."""
    yield word
    runs = [found.span() for found in _RUN.finditer(word)]
    if not runs:
        return
    if len(runs) > 6:
        yield _RUN.sub(lambda found: found[1] * (len(found.group()) // 2), word)
        yield _RUN.sub(r"\1", word)
        return
    for counts in product((2, 1), repeat=len(runs)):
        out, position = "", 0
        for (start, end), count in zip(runs, counts, strict=True):
            out += word[position:start] + word[start] * count
            position = end
        yield out + word[position:]
