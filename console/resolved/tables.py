"""Sections of facts as tables, and what differs between two of them; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

# A page stays readable, and small, with every article of a large brand; a difference too.
MOST_ROWS: Final = 300


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a cell. ``tag`` is its class where it is a standing; ``is_code`` for names."""

    text: str
    url: str = ""
    tag: str = ""
    is_code: bool = False


Cell = tuple[Part, ...]


class Weight(Enum):
    """What it means when two sides differ in a column."""

    VALUE = "value"
    ORIGIN = "origin"
    # Words about the value, which name the place: they differ without meaning anything else.
    SAYS = "says"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and how it weighs in a comparison."""

    title: str
    weight: Weight = Weight.VALUE


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a section; ``key`` finds its counterpart on the other side."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A table with what it says when it is empty. The first column names its row."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    empty: str = ""
    notes: tuple[str, ...] = ()
    # Rows that say what was asked: they always differ, and nobody wonders.
    not_compared: frozenset[str] = field(default=frozenset())

    @property
    def shown(self) -> list[list[tuple[str, Cell]]]:
        """The cells of the first rows, each with its column's heading."""
        titles = [column.title for column in self.columns]
        return [list(zip(titles, row.cells, strict=True)) for row in self.rows[:MOST_ROWS]]

    @property
    def hidden(self) -> int:
        """How many rows are more than a page shows."""
        return max(0, len(self.rows) - MOST_ROWS)


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that differs: a side is ``None`` where it has no such row.

    ``same_value`` says that only its origin differs.
    """

    name: Cell
    left: tuple[tuple[str, Cell], ...] | None
    right: tuple[tuple[str, Cell], ...] | None
    same_value: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """The differences within one section."""

    key: str
    title: str
    rows: tuple[Difference, ...]

    @property
    def shown(self) -> tuple[Difference, ...]:
        """The first differences."""
        return self.rows[:MOST_ROWS]

    @property
    def hidden(self) -> int:
        """How many differences are more than a page shows."""
        return max(0, len(self.rows) - MOST_ROWS)


def text(words: str, *, url: str = "", tag: str = "") -> Cell:
    """Return a cell of one piece; an empty one shows a dash."""
    return (Part(words or "–", url=url, tag=tag),)


def named(words: str, code: str, *, url: str = "") -> Cell:
    """Return a cell with a name, linked where there is something to open, and its code."""
    return Part(words, url=url), Part(code, is_code=True)


def compare(left: Sequence[Section], right: Sequence[Section]) -> list[Compared]:
    """Return what differs between two sides, section by section in the order of the left one."""
    others = {section.key: section for section in right}
    known = {section.key for section in left}
    pairs = [(section, others.get(section.key, replace(section, rows=()))) for section in left]
    pairs += [(replace(each, rows=()), each) for each in right if each.key not in known]
    found = [
        Compared(ours.key, ours.title or theirs.title, tuple(_differing(ours, theirs)))
        for ours, theirs in pairs
    ]
    return [each for each in found if each.rows]


def _differing(left: Section, right: Section) -> list[Difference]:
    ours, theirs = _by_key(left), _by_key(right)
    found: list[Difference] = []
    for key in dict.fromkeys((*ours, *theirs)):
        a, b = ours.get(key), theirs.get(key)
        values = _differs(left.columns, a, b, Weight.VALUE)
        if not values and not _differs(left.columns, a, b, Weight.ORIGIN):
            continue
        row = a or b
        if row is not None:
            found.append(
                Difference(row.cells[0], _side(left, a), _side(right, b), same_value=not values)
            )
    return found


def _by_key(section: Section) -> Mapping[str, Row]:
    return {row.key: row for row in section.rows if row.key not in section.not_compared}


def _differs(columns: Sequence[Column], a: Row | None, b: Row | None, weight: Weight) -> bool:
    if a is None or b is None:
        return weight is Weight.VALUE
    return any(
        column.weight is weight and [part.text for part in one] != [part.text for part in other]
        for column, one, other in zip(columns[1:], a.cells[1:], b.cells[1:], strict=True)
    )


def _side(section: Section, row: Row | None) -> tuple[tuple[str, Cell], ...] | None:
    if row is None:
        return None
    titles = (column.title for column in section.columns[1:])
    return tuple(zip(titles, row.cells[1:], strict=True))
