"""All concepts that a rule may name, shipped and the operator's own, as they are browsed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from compliance.gate.concepts import CLASSES, SENSES, SHIPPED, STARTERS, expressions_of, plain_ones
from compliance.gate.concepts.classes import PhraseClass
from compliance.models import Concept, Relation
from compliance.models.concepts import Use, uses_of_concepts

_TASTE: Final = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """A concept: what is shipped under its name, and the operator's row of that name."""

    name: str
    expressions: tuple[str, ...]
    row: Concept | None = None
    uses: tuple[Use, ...] = ()

    @property
    def taste(self) -> str:
        """A few plain words of the shipped list, to tell what it is about."""
        return ", ".join((plain_ones(self.expressions) or self.expressions)[:_TASTE])

    @property
    def phrase_class(self) -> PhraseClass | None:
        """What is said of the shipped list where it is a class of phrases."""
        return CLASSES.get(self.name)

    @property
    def replaced(self) -> bool:
        """Whether the shipped list is not used."""
        row = self.row
        return row is not None and row.active and row.relation == Relation.REPLACES

    def mentions(self, words: str) -> bool:
        """Whether the name or an expression contains some words."""
        own = self.row.expressions if self.row is not None else ()
        about = self.row.about if self.row is not None else ""
        purpose = self.phrase_class.about if self.phrase_class is not None else ""
        texts = (self.name, self.name.replace("_", " "), about, purpose, *self.expressions, *own)
        return any(words in text.lower() for text in texts)


@dataclass(frozen=True, slots=True)
class Library:
    """The operator's own lists; the shipped phrase classes, starter set and families of words."""

    own: tuple[Listed, ...]
    classes: tuple[Listed, ...]
    starters: tuple[Listed, ...]
    families: tuple[Listed, ...]


def library(words: str = "") -> Library:
    """Return the concepts that contain some words, by name. Three queries."""
    uses = uses_of_concepts()
    rows = {row.name: row for row in Concept.objects.order_by("name")}
    wanted = words.lower()

    def chosen(names: Iterable[str]) -> tuple[Listed, ...]:
        listed = (
            Listed(name, expressions_of(name), rows.get(name), uses.get(name, ())) for name in names
        )
        found = [each for each in listed if not wanted or each.mentions(wanted)]
        # Who asks for a name wants that one first.
        return tuple(sorted(found, key=lambda each: (each.name != wanted, each.name)))

    return Library(
        own=chosen(rows),
        classes=chosen(CLASSES),
        starters=chosen({**SHIPPED, **STARTERS}),
        families=chosen(SENSES),
    )
