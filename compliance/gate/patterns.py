"""The pattern language in which detectors are written, shown and refined.

``gift card* ... @expire`` reads: the words "gift" and a word that starts with "card", then within
eight words any expression of the concept *expire*. Inflection and small words ("the", "your")
never matter. ``[may]`` is optional, ``(a | b)`` is either, ``{0,3}`` is a gap of that many words,
``A near B`` is either order within eight words, ``A & B`` either order in one sentence, ``#`` a
number, ``$`` and ``%`` their signs. ``@neg`` is any denial.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from compliance.gate.lexicon import expand, stem
from compliance.gate.nodes import Chain, Either, Node, Phrase, Prefix, Ref, Together
from compliance.gate.stream import NUMBER

GAP: Final = (0, 8)
NEAR: Final = 8
SENTENCE: Final = 60
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<gap>\.\.\.)|\{(?P<least>\d+),(?P<most>\d+)\}|(?P<mark>[()|\[\]&])|"
    r"@(?P<concept>[a-z_]+)|(?P<number>#)|(?P<sign>[$%])|(?P<word>[a-z0-9][a-z0-9'-]*)(?P<star>[*!])?)"
)


class PatternError(ValueError):
    """A pattern that cannot be read; ``position`` is the character where reading stopped."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"{message} (at character {position + 1})")
        self.position = position


@lru_cache(maxsize=20_000)
def parse(pattern: str) -> Node:
    """Read a pattern.

    Raises:
        PatternError: with the position of what is wrong.
    """
    reader = _Reader(pattern.lower())
    node = reader.either()
    if reader.kind:
        raise PatternError(f"unexpected {reader.shown!r}", reader.start)
    return node


class _Reader:
    """A recursive-descent reader over one pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern.rstrip()
        self._position = 0
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
            raise PatternError(f"cannot read {self._pattern[at]!r}", at)
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

    def either(self) -> Node:
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
                    raise PatternError("a gap needs words before it", self.start)
                gap = self._gap()
                continue
            optional = self.kind == "["
            part = self._part()
            longer = [((*parts, part), (*gaps, gap) if parts else ()) for parts, gaps in variants]
            variants = [*longer, *variants] if optional else longer
            gap = gap if optional else (0, 0)
            if len(variants) > 16:
                raise PatternError("too many optional parts", self.start)
        if gap != (0, 0) and self._found is None and not variants[0][0]:
            raise PatternError("a gap needs words after it", self.start)
        nodes = [
            parts[0] if len(parts) == 1 else Chain(parts, gaps) for parts, gaps in variants if parts
        ]
        if not nodes:
            raise PatternError("a word is missing here", self.start)
        return nodes[0] if len(nodes) == 1 else Either(tuple(nodes))

    def _gap(self) -> tuple[int, int]:
        found = self._found
        assert found is not None  # noqa: S101 - the caller saw a gap
        bounds = GAP if found["gap"] else (int(found["least"]), int(found["most"]))
        if bounds[0] > bounds[1] or bounds[1] > 40:
            raise PatternError("a gap is {least,most}, at most 40 words", self.start)
        self._next()
        return bounds

    def _part(self) -> Node:
        if self.kind in "([" and self.kind:
            closing = ")" if self.kind == "(" else "]"
            opened = self.start
            self._next()
            node = self.either()
            if self.kind != closing:
                raise PatternError(f"a {closing!r} is missing for this bracket", opened)
            self._next()
            return node
        found = self._found
        assert found is not None  # noqa: S101 - the caller saw an atom
        node = _atom(found)
        self._next()
        return node


def _atom(found: re.Match[str]) -> Node:
    if found["concept"]:
        return Ref(found["concept"])
    if found["number"]:
        return Phrase((NUMBER,))
    if found["sign"]:
        return Phrase((found["sign"],))
    *head, last = [piece for piece in found["word"].split("-") if piece]
    if found["star"] == "!":
        return Phrase(expand(last), apart=True)
    if found["star"]:
        start = Prefix(stem(last))
        return start if not head else _row((*_stems(head), start))
    return _row(_stems([*head, last]))


def _stems(pieces: list[str]) -> tuple[Node, ...]:
    stems = [one for piece in pieces for one in expand(piece)]
    return tuple(Phrase((NUMBER if one.isdigit() else one,)) for one in stems)


def _row(nodes: tuple[Node, ...]) -> Node:
    return nodes[0] if len(nodes) == 1 else Chain(nodes, ((0, 0),) * (len(nodes) - 1))
