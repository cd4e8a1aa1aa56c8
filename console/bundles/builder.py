"""Gathers the rows of a bundle while its sections are read, and links them to each other."""

from __future__ import annotations

from typing import TypeVar

from django.contrib.auth.models import User

from compliance.gate.concepts.own import OwnConcept
from compliance.models import Concept
from console.bundles.fields import Fields, did_you_mean
from console.bundles.problems import Place, Problems
from console.bundles.rows import FIELDS, BundleRows, Person, RowKey, key_of
from drafting.models import TicketClass
from locations.models import Brand, KnowledgeArticle, Location, PolicyTerm, Promotion, Vertical
from locations.models.tracked import Tracked

Row = TypeVar("Row", bound=Tracked)


class Builder:
    """Rows by model and natural key; looking one up notes a problem when there is none."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.people: dict[str, Person] = {}
        self.users: dict[str, User] = {}
        self._rows: dict[type[Tracked], dict[str, Tracked]] = {model: {} for model in FIELDS}
        self._places: dict[RowKey, Place] = {}
        self._derived: set[RowKey] = set()

    def add(self, row: Row, fields: Fields, place: Place | None = None) -> Row:
        """Keep a row; a second one of the same name is noted and left out."""
        model, key = type(row), key_of(row)
        first = self._places.get((model, key))
        if first is not None and (model, key) not in self._derived:
            fields.problems.doubt(
                place or fields.place,
                fields.path,
                f"The {model._meta.verbose_name} “{key}” stands at {first} as well; keep one.",
            )
            return row
        self._rows[model][key] = row
        self._places[model, key] = place or fields.place
        self._derived.discard((model, key))
        return row

    def derive(self, row: Row, place: Place) -> Row:
        """Keep a row that the bundle only implies."""
        model, key = type(row), key_of(row)
        self._rows[model][key] = row
        self._places[model, key] = place
        self._derived.add((model, key))
        return row

    def find(self, model: type[Row], key: str) -> Row | None:
        """Return a row by its natural key."""
        row = self._rows[model].get(key)
        return row if isinstance(row, model) else None

    def keys(self, model: type[Tracked]) -> tuple[str, ...]:
        """Return the natural keys of a model's rows."""
        return tuple(self._rows[model])

    def all(self, model: type[Row]) -> list[Row]:
        """Return a model's rows in the order of the file."""
        return [row for row in self._rows[model].values() if isinstance(row, model)]

    def _linked(self, model: type[Row], fields: Fields, name: str, *, required: bool) -> Row | None:
        key = fields.text(name, required=required)
        if not key:
            return None
        row = self.find(model, key)
        if row is None:
            fields.fault(
                name,
                f"There is no {model._meta.verbose_name} “{key}”; "
                f"{did_you_mean(key, self.keys(model))}",
            )
        return row

    def brand(self, fields: Fields, *, required: bool = False) -> Brand | None:
        """Return the brand that a row names."""
        return self._linked(Brand, fields, "brand", required=required)

    def vertical(self, fields: Fields, *, required: bool = False) -> Vertical | None:
        """Return the vertical that a row names."""
        return self._linked(Vertical, fields, "vertical", required=required)

    def location(self, fields: Fields, *, required: bool = False) -> Location | None:
        """Return the location that a row names."""
        return self._linked(Location, fields, "location", required=required)

    def ticket_class(self, fields: Fields) -> TicketClass | None:
        """Return the ticket class that a template is for."""
        return self._linked(TicketClass, fields, "class", required=True)

    def article(self, fields: Fields) -> KnowledgeArticle | None:
        """Return the article that supersedes another."""
        return self._linked(KnowledgeArticle, fields, "superseded_by", required=False)

    def offer(self, fields: Fields) -> Promotion | None:
        """Return the offer that replaces another."""
        return self._linked(Promotion, fields, "replaced_by", required=False)

    def user(self, fields: Fields, name: str, *, required: bool = False) -> User | None:
        """Return the person that a row names."""
        username = fields.text(name, required=required)
        if not username:
            return None
        user = self.users.get(username)
        if user is None:
            fields.fault(
                name,
                f"“{username}” is not among the people; {did_you_mean(username, self.users)}",
            )
        return user

    def codes(self, model: type[Tracked], fields: Fields, name: str) -> list[str]:
        """Return a list of codes, each of which should be the code of such a row."""
        codes = fields.words(name)
        self.expect(model, codes, fields, name)
        return codes

    def expect(self, model: type[Tracked], codes: list[str], fields: Fields, name: str) -> None:
        """Note codes that no row of the bundle has."""
        for code in codes:
            if code not in self._rows[model]:
                fields.fault(
                    name,
                    f"There is no {model._meta.verbose_name} “{code}”; "
                    f"{did_you_mean(code, self.keys(model))}",
                )

    def concepts(self) -> tuple[OwnConcept, ...]:
        """Return the active concepts known by now, as rules are read with them."""
        return tuple(row.value for row in sorted(self.all(Concept), key=key_of) if row.active)

    def unit(self, key: str) -> str:
        """Return the unit of a term that is known by now."""
        term = self.find(PolicyTerm, key)
        return "" if term is None else term.unit

    def build(self) -> BundleRows:
        """Return everything that was gathered, in the order of natural keys."""
        kinds = {
            name: tuple(row for _, row in sorted(self._rows[model].items()))
            for model, name in FIELDS.items()
        }
        return BundleRows(
            **kinds,  # type: ignore[arg-type]  # the table pairs each model with its tuple
            people=tuple(person for _, person in sorted(self.people.items())),
            places=dict(self._places),
            derived=frozenset(self._derived),
            warnings=tuple(dict.fromkeys(self.problems.doubts)),
        )
