"""Concepts: lists of expressions that mean the same, which rules and voices refer to by name."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from compliance.gate.concept_check import harm, named
from compliance.gate.concepts import shipped
from compliance.gate.concepts.own import OwnConcept, concept_faults, like
from compliance.gate.cost import MOST_CHARS
from compliance.rule_values import read_rule
from locations.models.fields import Words
from locations.models.tracked import Tracked

name_validator = RegexValidator(
    r"^[a-z][a-z_]*$",
    "Use lower-case letters and underscores, starting with a letter: warranty_words.",
)
_INNER = ("sense_", "kind_")
_MOST_NAMED = 5


class Relation(models.TextChoices):
    """What a concept is to the shipped one of its name."""

    OWN = "own", "a list of its own"
    EXTENDS = "extends", "extends the shipped list of this name"
    REPLACES = "replaces", "replaces the shipped list of this name"


class Use(NamedTuple):
    """What names a concept: a rule's detector, or a voice that does without it; with its code."""

    kind: str
    code: str

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"


class ConceptQuerySet(models.QuerySet["Concept"]):
    """Concepts as rules are read with them."""

    def in_force(self) -> tuple[OwnConcept, ...]:
        """Return the active concepts as the gate reads them, in order of their names. One query."""
        return tuple(row.value for row in self.filter(active=True).order_by("name"))


class Concept(Tracked):
    """A list that rules and voices name as ``@name``: any of its expressions counts."""

    name = models.CharField(
        max_length=60,
        unique=True,
        validators=[name_validator],
        help_text="Rules refer to it as @name.",
    )
    relation = models.CharField(max_length=10, choices=Relation.choices, default=Relation.OWN)
    about = models.CharField(max_length=200, help_text="What it stands for, in a line.")
    expressions = Words(
        base_field=models.CharField(max_length=MOST_CHARS),
        blank=False,
        help_text="Words, phrases and patterns that all mean it.",
    )
    active = models.BooleanField(
        default=True, help_text="Off: as if it were not there; a shipped list stands as shipped."
    )

    objects = ConceptQuerySet.as_manager()

    # Set where a whole configuration is read or written at once: what refers to this concept is
    # then checked with it, not against what is stored so far.
    beside: tuple[OwnConcept, ...] | None = None

    class Meta(Tracked.Meta):
        abstract = False
        verbose_name = "concept"
        ordering = ("name",)

    def __str__(self) -> str:
        return f"@{self.name}"

    @property
    def value(self) -> OwnConcept:
        """The concept as the gate reads it."""
        return OwnConcept(
            name=self.name,
            expressions=tuple(self.expressions),
            # A list of the operator's own stays alone even if one of its name is shipped later.
            replaces=self.relation != Relation.EXTENDS,
            version=self.version,
        )

    def clean(self) -> None:
        """Refuse a concept that clashes, cannot be read, or would break what refers to it."""
        super().clean()
        if clash := self.clash():
            raise ValidationError({"name": clash})
        stored = self.beside is None
        others = Concept.objects.exclude(pk=self.pk).in_force() if stored else self.beside or ()
        faults = concept_faults(self.value, others) if self.expressions else ()
        if faults:
            raise ValidationError(
                {
                    "expressions": [
                        f"{fault}.\n{fault.drawing}" if fault.drawing else f"{fault}."
                        for fault in faults
                    ]
                }
            )
        if stored:
            self._check_dependants(others)

    def clean_deletion(self) -> None:
        """Refuse to go while a rule, a voice or another concept needs this one."""
        if self.beside is not None:
            return
        broken = self._broken_by(Concept.objects.exclude(pk=self.pk).in_force())
        if broken:
            raise ValidationError(
                f"@{self.name} is in use: without it, {_listed(broken)} would no longer work. "
                "Change that first."
            )

    def clash(self) -> str:
        """Return why the name does not go with the shipped lists; nothing when it does."""
        is_shipped = self.name in shipped()
        if self.relation == Relation.OWN and is_shipped:
            return (
                f"There is a shipped concept @{self.name}: say that this one extends or replaces "
                "it, or take another name."
            )
        if self.relation != Relation.OWN and not is_shipped:
            return f"There is no shipped concept @{self.name}{like(self.name, shipped())}."
        if self.relation == Relation.OWN and self.name.startswith(_INNER):
            return "Names that start with sense_ or kind_ are kept for shipped concepts."
        return ""

    def _check_dependants(self, others: tuple[OwnConcept, ...]) -> None:
        after = (*others, self.value) if self.active else others
        broken = self._broken_by(tuple(sorted(after, key=lambda concept: concept.name)))
        if broken:
            raise ValidationError(
                {
                    self._field_at_fault(): f"With this, {_listed(broken)} would no longer work. "
                    "Change that first."
                }
            )

    def _broken_by(self, after: tuple[OwnConcept, ...]) -> tuple[str, ...]:
        return harm(Concept.objects.in_force(), after, _stored_rules(), stored_voices())

    def _field_at_fault(self) -> str:
        """Return which of the changes is the one that others cannot follow."""
        stored = Concept.objects.filter(pk=self.pk).first()
        if stored is not None and stored.name != self.name:
            return "name"
        return "expressions" if self.active else "active"

    def users(self) -> tuple[Use, ...]:
        """Return the rules and the voices that name this concept themselves. Two queries."""
        return uses_of_concepts().get(self.name, ())


def _stored_rules() -> list[Any]:
    rows = apps.get_model("compliance", "ComplianceRule").objects.order_by("code")
    read = (read_rule(row) for row in rows)
    return [rule for rule, why in read if not why]


def uses_of_concepts() -> dict[str, tuple[Use, ...]]:
    """Return which stored rules and voices name each concept themselves. Two queries."""
    found: dict[str, list[Use]] = {}
    for rule in _stored_rules():
        for name in named(rule):
            found.setdefault(name, []).append(Use("rule", rule.code))
    for code, names in stored_voices():
        for name in names:
            found.setdefault(name, []).append(Use("voice", code))
    return {name: tuple(uses) for name, uses in found.items()}


def stored_voices() -> list[tuple[str, tuple[str, ...]]]:
    """Return the codes of the tone overlays, each with the concepts that it names. One query."""
    rows = apps.get_model("compliance", "ToneOverlay").objects.order_by("code")
    return [(row.code, row.classes) for row in rows]


def _listed(broken: tuple[str, ...]) -> str:
    named_here = "; ".join(broken[:_MOST_NAMED])
    more = len(broken) - _MOST_NAMED
    return f"{named_here} and {more} more" if more > 0 else named_here
