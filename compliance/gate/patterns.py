"""The pattern language in which detectors are written, shown and refined.

``gift card* ... @expire`` reads: the words "gift" and a word that starts with "card", then within
eight words any expression of the concept *expire*. Inflection and small words ("the", "your")
never matter. ``[may]`` is optional, ``(a | b)`` is either, ``{0,3}`` is a gap of that many words,
``A near B`` is either order within eight words, ``A & B`` either order in one sentence, ``#`` a
number, ``$`` and ``%`` their signs. ``@neg`` is any denial. docs/reference/patterns.md has it all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from compliance.gate.lexicon import expand, stem
from compliance.gate.nodes import Chain, Either, Node, Phrase, Prefix, Ref, Together
from compliance.gate.stream import NUMBER, NUMERALS

GAP: Final = (0, 8)
NEAR: Final = 8
SENTENCE: Final = 60
WIDEST_GAP: Final = 40
# Deeper brackets are nobody's pattern, and would exhaust whoever reads them.
DEEPEST: Final = 12
_MOST_VARIANTS: Final = 16
_DRAWN: Final = 64
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<gap>\.\.\.)|\{(?P<least>\d+),(?P<most>\d+)\}|(?P<mark>[()|\[\]&])|"
    r"@(?P<concept>[a-z_]+)|(?P<number>#)|(?P<sign>[$%])|(?P<word>[a-z0-9][a-z0-9'-]*)(?P<star>[*!])?)"
)


class PatternError(ValueError):
    """A pattern that cannot be used; ``position`` is the character at fault, from 0."""

    def __init__(self, message: str, position: int, pattern: str) -> None:
        super().__init__(f"{message} (at character {position + 1})")
        self.position = position
        self.pattern = pattern

    @property
    def drawing(self) -> str:
        """The pattern, or the part of it around the fault, with a caret line below."""
        first = max(0, min(self.position - _DRAWN // 2, len(self.pattern) - _DRAWN))
        before = "…" if first else ""
        part = self.pattern[first : first + _DRAWN]
        after = "…" if first + _DRAWN < len(self.pattern) else ""
        return f"{before}{part}{after}\n{' ' * (self.position - first + len(before))}^"


@lru_cache(maxsize=20_000)
def parse(pattern: str) -> Node:
    """Read a pattern.

    Raises:
        PatternError: with the position of what is wrong.
    """
    reader = _Reader(pattern)
    node = reader.either()
    if reader.kind:
        raise reader.fault(f"“{reader.shown}” closes nothing that was opened")
    return node


class _Reader:
    """A recursive-descent reader over one pattern."""

    def __init__(self, pattern: str) -> None:
        self._written = pattern
        self._pattern = "".join(map(_plain, pattern)).rstrip()
        self._position = 0
        self._depth = 0
        self.kind = ""
        self.shown = ""
        self.start = 0
        self._found: re.Match[str] | None = None
        self._next()

    def _next(self) -> None:
        self.start = self._position
        if self._position >= len(self._pattern):
            self.kind, self._found = "", None
            return
        found = _TOKEN.match(self._pattern, self._position)
        if found is None:
            at = len(self._pattern) - len(self._pattern[self._position :].lstrip())
            raise self.fault(_unread(self._pattern[at]), at)
        self._found = found
        self._position = found.end()
        self.shown = found.group().strip()
        self.start = found.end() - len(self.shown)
        if found["mark"]:
            self.kind = found["mark"]
        elif found["gap"] or found["least"]:
            self.kind = "gap"
        elif found["word"] == "near" and not found["star"]:
            self.kind = "near"
        else:
            self.kind = "atom"

    def fault(self, message: str, at: int | None = None) -> PatternError:
        """Return the error of a place, by default of what is read now."""
        return PatternError(message, self.start if at is None else at, self._written)

    def either(self) -> Node:
        """Read alternatives, to the end or to a bracket that closes them."""
        options = [self._together()]
        while self.kind == "|":
            self._next()
            options.append(self._together())
        return options[0] if len(options) == 1 else Either(tuple(options))

    def _together(self) -> Node:
        node = self._chain()
        while self.kind in {"&", "near"}:
            distance = NEAR if self.kind == "near" else SENTENCE
            self._next()
            node = Together(node, self._chain(), distance)
        return node

    def _chain(self) -> Node:
        variants: list[tuple[tuple[Node, ...], tuple[tuple[int, int], ...]]] = [((), ())]
        gap = (0, 0)
        while self.kind in {"atom", "(", "[", "gap"}:
            if self.kind == "gap":
                if not variants[0][0]:
                    raise self.fault("a gap needs words before it")
                gap = self._gap()
                continue
            optional = self.kind == "["
            part = self._part()
            longer = [((*parts, part), (*gaps, gap) if parts else ()) for parts, gaps in variants]
            variants = [*longer, *variants] if optional else longer
            gap = gap if optional else (0, 0)
            if len(variants) > _MOST_VARIANTS:
                raise self.fault("more than four optional parts stand in a row")
        nodes = [
            parts[0] if len(parts) == 1 else Chain(parts, gaps) for parts, gaps in variants if parts
        ]
        if not nodes:
            raise self.fault("a word is missing here")
        return nodes[0] if len(nodes) == 1 else Either(tuple(nodes))

    def _gap(self) -> tuple[int, int]:
        found = self._found
        assert found is not None  # noqa: S101 - the caller saw a gap
        bounds = GAP if found["gap"] else (int(found["least"]), int(found["most"]))
        if bounds[0] > bounds[1] or bounds[1] > WIDEST_GAP:
            raise self.fault(f"a gap is {{least,most}}, at most {WIDEST_GAP} words")
        self._next()
        return bounds

    def _part(self) -> Node:
        if self.kind in "([" and self.kind:
            closing = ")" if self.kind == "(" else "]"
            opened = self.start
            self._depth += 1
            if self._depth > DEEPEST:
                raise self.fault(f"brackets stand more than {DEEPEST} deep")
            self._next()
            node = self.either()
            if self.kind != closing:
                raise self.fault(f"the “{closing}” for this bracket is missing", opened)
            self._depth -= 1
            self._next()
            return node
        found = self._found
        assert found is not None  # noqa: S101 - the caller saw an atom
        node = _atom(found)
        self._next()
        return node


def _plain(char: str) -> str:
    """Return a character as texts are read: no accent, no curly apostrophe, no capital."""
    folded = unicodedata.normalize("NFKD", char)[:1].lower()
    return "'" if char in "’‘ʼ" else folded if folded.isascii() else char


def _unread(char: str) -> str:
    if char == "@":
        return "“@” needs the name of a concept after it: letters and underscores"
    if char in "{}":
        return "a gap is written {least,most}, as in {0,3}"
    if char == ".":
        return "a gap is written with three full stops: ..."
    if char in "*!":
        return f"“{char}” belongs right after a word"
    return f"“{char}” means nothing in a pattern"


def _atom(found: re.Match[str]) -> Node:
    if found["concept"]:
        return Ref(found["concept"])
    if found["number"]:
        return Phrase((NUMBER,))
    if found["sign"]:
        return Phrase((found["sign"],))
    *head, last = [piece for piece in found["word"].split("-") if piece]
    if found["star"] == "!":
        return Phrase(expand(last), apart=True, written=f"{last}!")
    if found["star"]:
        start = _start(last)
        return start if not head else _row((*_stems(head), start))
    return _row(_stems([*head, last]))


def _start(word: str) -> Node:
    begins = Prefix(stem(word), written=f"{word}*")
    if word.endswith(("i", "ie")) and not word.startswith(begins.start):
        # "prescri*": cut off where the word goes on, its end is no ending to fold.
        return Either((begins, Prefix(word, written=f"{word}*")))
    return begins


def _stems(pieces: list[str]) -> tuple[Node, ...]:
    stems = [(one, piece) for piece in pieces for one in expand(piece)]
    return tuple(Phrase((_counted(one),), written=piece) for one, piece in stems)


def _counted(stem: str) -> str:
    # Texts are read so: "two" and "2" are a number alike.
    return NUMBER if stem.isdigit() or stem in NUMERALS else stem


def _row(nodes: tuple[Node, ...]) -> Node:
    return nodes[0] if len(nodes) == 1 else Chain(nodes, ((0, 0),) * (len(nodes) - 1))
