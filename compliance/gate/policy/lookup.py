"""Looks concepts up by the words they can start with, instead of at every character of a text.

A concept's pattern is tried only where a word of the text has one of the two-letter beginnings
that the pattern's alternatives have; a pattern whose beginnings are not plain is tried everywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

_WORD_START: Final = re.compile(r"(?<![\w$])\w\w?")
_PLAIN: Final = re.compile(r"[a-z0-9]")
_LOOKAROUND: Final = ("(?=", "(?!", "(?<")
_LENGTH: Final = 2


def beginnings(alternation: str) -> frozenset[str] | None:
    """Return the one or two letters that a match can start with, or ``None`` where not plain.

    ``return(?:s|ed)?|(?:bring|take) back`` gives ``re``, ``br`` and ``ta``; a beginning of one
    letter stands for every word that starts with it.
    """
    found: set[str] = set()
    for alternative in _alternatives(alternation):
        ways = _of_sequence(alternative)
        if ways is None:
            return None
        found |= ways
    return frozenset(found)


def _of_sequence(written: str) -> set[str] | None:
    """Return the beginnings of one alternative; ``None`` where it may start with anything."""
    ways = {""}
    done: set[str] = set()
    at = 0
    while at < len(written) and ways:
        part, after = _part(written, at)
        optional = written[after : after + 1] in {"?", "*"} or written.startswith("{0", after)
        step = None if part is None else _of_part(part)
        if step is None:
            if "" in ways:
                return None
            return done | ways  # what follows a first letter is anything: the letter is enough
        grown = {(way + one)[:_LENGTH] for way in ways for one in step}
        kept = ways if optional else set()
        if after < len(written) and written[after] in "+*{" and step != {""}:
            done |= {way[:1] for way in grown if way}  # repeated: the second letter is not known
        ways = {way for way in grown if len(way) < _LENGTH} | kept
        done |= {way for way in grown if len(way) == _LENGTH}
        at = _past_quantifier(written, after)
    return None if "" in ways else done | ways


def _of_part(part: str) -> set[str] | None:
    if part.startswith(_LOOKAROUND):
        return {""}
    if part.startswith("(?:"):
        found: set[str] = set()
        for alternative in _alternatives(part[3:-1]):
            ways = {""} if not alternative else _of_sequence(alternative)
            if ways is None:
                return None
            found |= ways
        return found
    if part in {r"\b", "^"}:
        return {""}
    return {part} if _PLAIN.fullmatch(part) else None


def _part(written: str, at: int) -> tuple[str | None, int]:
    """Return the next item of a pattern and where it ends."""
    char = written[at]
    if char == "(":
        end = _closing(written, at)
        return written[at : end + 1], end + 1
    if char == "[":
        return None, written.index("]", at + 2) + 1
    if char == "\\":
        return written[at : at + 2], at + 2
    return char, at + 1


def _past_quantifier(written: str, at: int) -> int:
    found = re.compile(r"(?:[?*+]|\{[\d,]+\})\??").match(written, at)
    return found.end() if found else at


def _closing(written: str, opened: int) -> int:
    depth = 0
    in_class = False
    at = opened
    while at < len(written):
        char = written[at]
        if char == "\\":
            at += 2
            continue
        if in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        elif char in "()":
            depth += 1 if char == "(" else -1
            if not depth:
                return at
        at += 1
    raise ValueError(f"The pattern {written!r} has a bracket that is not closed.")


def _alternatives(written: str) -> list[str]:
    """Cut a pattern at its outer alternatives."""
    pieces: list[str] = []
    begin = at = 0
    while at < len(written):
        if written[at] == "|":
            pieces.append(written[begin:at])
            begin = at = at + 1
        else:
            _, at = _part(written, at)
    return [*pieces, written[begin:]]


class WordStarts:
    """Where the words of a text start, by their first letters."""

    def __init__(self, norm: str) -> None:
        self.norm = norm
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for word in _WORD_START.finditer(norm):
            letters, at = word.group(), word.start()
            self._at[letters].append(at)
            self._at[letters[0]].append(at)
        self._first = frozenset(self._at)

    def find(
        self, pattern: re.Pattern[str], starts: frozenset[str] | None
    ) -> tuple[tuple[int, int], ...]:
        """Return the spans of a pattern's matches, in order, that do not overlap."""
        if starts is None:
            return tuple(hit.span() for hit in pattern.finditer(self.norm))
        if starts.isdisjoint(self._first):
            return ()
        places = sorted({at for start in starts & self._first for at in self._at[start]})
        found: list[tuple[int, int]] = []
        free = 0
        for at in places:
            if at >= free and (hit := pattern.match(self.norm, at)):
                found.append(hit.span())
                free = hit.end()
        return tuple(found)
