"""All concepts that a rule may name, shipped and the operator's own, as they are browsed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compliance.gate.concepts import SENSES, SHIPPED, STARTERS, expressions_of
from compliance.models import Concept, Relation

_TASTE: Final = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """A concept: what is shipped under its name, and the operator's row of that name."""

    name: str
    expressions: tuple[str, ...]
    row: Concept | None = None

    @property
    def taste(self) -> str:
        """A few plain words of the shipped list, to tell what it is about."""
        plain = [one for one in self.expressions if one.replace(" ", "").replace("-", "").isalpha()]
        return ", ".join((plain or list(self.expressions))[:_TASTE])

    @property
    def replaced(self) -> bool:
        """Whether the shipped list is not used."""
        row = self.row
        return row is not None and row.active and row.relation == Relation.REPLACES

    def mentions(self, words: str) -> bool:
        """Whether the name or an expression contains some words."""
        own = self.row.expressions if self.row is not None else ()
        about = self.row.about if self.row is not None else ""
        texts = (self.name, self.name.replace("_", " "), about, *self.expressions, *own)
        return any(words in text.lower() for text in texts)


@dataclass(frozen=True, slots=True)
class Library:
    """The operator's own lists, the shipped starter set, and the shipped families of words."""

    own: tuple[Listed, ...]
    starters: tuple[Listed, ...]
    families: tuple[Listed, ...]


def library(words: str = "") -> Library:
    """Return the concepts that contain some words, by name. One query."""
    rows = {row.name: row for row in Concept.objects.order_by("name")}
    wanted = words.lower()

    def chosen(listed: list[Listed]) -> tuple[Listed, ...]:
        found = [each for each in listed if not wanted or each.mentions(wanted)]
        # Who asks for a name wants that one first.
        return tuple(sorted(found, key=lambda each: (each.name != wanted, each.name)))

    return Library(
        own=chosen([Listed(name, expressions_of(name), row) for name, row in rows.items()]),
        starters=chosen([Listed(n, found, rows.get(n)) for n, found in _shipped(families=False)]),
        families=chosen([Listed(n, found, rows.get(n)) for n, found in _shipped(families=True)]),
    )


@lru_cache(maxsize=2)
def _shipped(*, families: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = SENSES if families else {**SHIPPED, **STARTERS}
    return tuple((name, expressions_of(name)) for name in sorted(names))
