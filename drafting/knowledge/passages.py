"""An article's body as passages: paragraphs, list items and table rows, with what they stand under.

A passage is the smallest part of an article that can be left out without making the rest
unreadable. Headings, the line that introduces a list and the header of a table are not judged
themselves: they are the context of what follows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

_ATX: Final = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_SETEXT: Final = re.compile(r"\s{0,3}(=+|-{2,})\s*$")
_ITEM: Final = re.compile(r"\s*(?:[-*+•–]|\d{1,3}[.)])\s+")
_ROW: Final = re.compile(r"\s*\|.*\|\s*$")
_RULE: Final = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\|?\s*$")
_LINK: Final = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,1000}\)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: its lines as written, its words, and the words that it stands under.

    ``first`` and ``last`` are its lines in the body; ``under`` names the lines of its context.
    """

    text: str
    words: str
    context: str
    first: int
    last: int
    under: tuple[int, ...] = ()


@dataclass(slots=True)
class _Section:
    """What the lines read so far say about those that follow."""

    headings: list[tuple[int, str, tuple[int, ...]]] = field(default_factory=list)
    lead: tuple[str, int] | None = None
    cells: tuple[str, ...] = ()
    header: int | None = None

    def enter(self, level: int, title: str, *lines: int) -> None:
        self.headings = [each for each in self.headings if each[0] < level]
        self.headings.append((level, title, lines))
        self.lead, self.cells, self.header = None, (), None

    def context(self) -> tuple[str, tuple[int, ...]]:
        words = [title for _, title, _ in self.headings]
        lines = [line for _, _, each in self.headings for line in each]
        if self.lead is not None:
            words.append(self.lead[0])
            lines.append(self.lead[1])
        if self.header is not None:
            lines += [self.header, self.header + 1]
        return ". ".join(words), tuple(lines)


def passages(body: str) -> tuple[Passage, ...]:
    """Split a body (plain words or Markdown) into its passages, in order."""
    return tuple(_read(body.splitlines()))


def without(body: str, left_out: Collection[Passage]) -> str:
    """Return the body without some of its passages, and without headings that lose all theirs."""
    if not left_out:
        return body
    gone = {(each.first, each.last) for each in left_out}
    every = passages(body)
    kept: set[int] = set()
    for each in every:
        if (each.first, each.last) not in gone:
            kept.update(range(each.first, each.last + 1))
            kept.update(each.under)
    if not kept:
        return ""
    spoken = {line for each in every for line in (*range(each.first, each.last + 1), *each.under)}
    lines = body.splitlines()
    chosen = [text for line, text in enumerate(lines) if line in kept or line not in spoken]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(chosen)).strip()


def _read(lines: list[str]) -> Iterator[Passage]:
    section = _Section()
    at = 0
    while at < len(lines):
        line = lines[at]
        heading = _ATX.match(line)
        if not line.strip():
            section.cells, section.header = (), None
            at += 1
        elif heading is not None:
            section.enter(len(heading[1]), heading[2], at)
            at += 1
        elif _ROW.match(line):
            at = _header(lines, at, section)
            if at < len(lines) and _ROW.match(lines[at]) and not _RULE.match(lines[at]):
                yield _row(lines[at], at, section)
                at += 1
        elif _is_underlined(lines, at):
            section.enter(1 if "=" in lines[at + 1] else 2, line.strip(), at, at + 1)
            at += 2
        else:
            end = _end_of(lines, at)
            found = _passage(lines, at, end, section)
            yield found
            if _ITEM.match(line) is None:
                leads = found.words.endswith(":")
                section.lead = (found.words, at) if leads else None
            at = end


def _is_underlined(lines: list[str], at: int) -> bool:
    return (
        at + 1 < len(lines)
        and _ITEM.match(lines[at]) is None
        and _SETEXT.match(lines[at + 1]) is not None
    )


def _header(lines: list[str], at: int, section: _Section) -> int:
    """Take a table's header in, if one begins here; return the line to go on with."""
    if at + 1 < len(lines) and _RULE.match(lines[at + 1]):
        section.cells, section.header = _cells(lines[at]), at
        return at + 2
    if _RULE.match(lines[at]):
        return at + 1
    return at


def _row(line: str, at: int, section: _Section) -> Passage:
    cells = _cells(line)
    if len(cells) == len(section.cells):
        # "Facial | $20" under "Service | Fee": the sum is what it is called in the header.
        words = "; ".join(
            f"{name}: {cell}" if place == 0 else f"{name} {cell}"
            for place, (name, cell) in enumerate(zip(section.cells, cells, strict=True))
        )
    else:
        words = "; ".join(cells)
    context, under = section.context()
    return Passage(line.strip(), _plain(words), context, at, at, under)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _end_of(lines: list[str], at: int) -> int:
    """Return the line after a paragraph or item that begins at ``at``."""
    end = at + 1
    while end < len(lines):
        line = lines[end]
        if (
            not line.strip()
            or _ITEM.match(line)
            or _ATX.match(line)
            or _ROW.match(line)
            or _is_underlined(lines, end)
        ):
            break
        end += 1
    return end


def _passage(lines: list[str], first: int, end: int, section: _Section) -> Passage:
    text = "\n".join(lines[first:end]).strip()
    item = _ITEM.match(lines[first])
    words = " ".join(line.strip() for line in lines[first:end])
    context, under = section.context()
    if item is None and section.lead is not None:
        # A paragraph of its own is not what the line before announced.
        section.lead = None
        context, under = section.context()
    return Passage(
        text,
        _plain(_ITEM.sub("", words, count=1) if item else words),
        context,
        first,
        end - 1,
        under,
    )


def _plain(words: str) -> str:
    return _LINK.sub(r"\1", words).removeprefix("\\").strip()
