"""An operator's own concepts: joined with the shipped ones, and told what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from compliance.gate.concepts import shipped
from compliance.gate.cost import MOST_EXPRESSIONS, check_cost
from compliance.gate.matcher import Concepts
from compliance.gate.nodes import Either, Node, concepts_in
from compliance.gate.patterns import PatternError, parse

# What an operator would hardly mean; offered only when nothing else is close.
_INNER: Final = ("sense_", "kind_")


@dataclass(frozen=True, slots=True)
class OwnConcept:
    """A list of an operator's: expressions of the pattern language that mean the same.

    It extends the shipped list of its name, where there is one, or ``replaces`` it.
    """

    name: str
    expressions: tuple[str, ...]
    replaces: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class ConceptFault:
    """What keeps an expression of a concept from being used, and the expression."""

    expression: str
    why: str
    drawing: str = ""

    def __str__(self) -> str:
        return f"“{self.expression}”: {self.why}" if self.expression else self.why


@dataclass(frozen=True, eq=False)
class Lists:
    """All concepts that rules may refer to; ``broken`` are those that cannot be used, with why.

    A broken list stands as shipped, or is absent; whatever refers to it is not to be used.
    """

    own: tuple[OwnConcept, ...]
    concepts: Concepts
    broken: Mapping[str, str]

    def needed(self, nodes: Iterable[Node]) -> set[str]:
        """Return the names that patterns refer to, themselves or through other concepts."""
        found: set[str] = set()
        wanted = [name for node in nodes for name in concepts_in(node)]
        while wanted:
            name = wanted.pop()
            if name not in found:
                found.add(name)
                if name in self.concepts:
                    wanted.extend(concepts_in(self.concepts[name]))
        return found


@lru_cache(maxsize=8)
def with_own(own: tuple[OwnConcept, ...]) -> Lists:
    """Return the shipped concepts with an operator's; one at fault is told, never just left out."""
    broken: dict[str, str] = {}
    usable = []
    for concept in own:
        faults = _unreadable(concept)
        if faults:
            broken[concept.name] = str(faults[0])
        else:
            usable.append(concept)
    while True:
        concepts = _merged(usable)
        failing = {
            concept.name: fault
            for concept in usable
            if (fault := _unresolved(concept, concepts, broken))
        }
        if not failing:
            return Lists(own, concepts, MappingProxyType(broken))
        broken |= {name: str(fault) for name, fault in failing.items()}
        usable = [concept for concept in usable if concept.name not in failing]


def concept_faults(concept: OwnConcept, others: Iterable[OwnConcept]) -> tuple[ConceptFault, ...]:
    """Return what keeps each expression of a concept from being used beside the other concepts."""
    if faults := _unreadable(concept):
        return faults
    beside = [other for other in others if other.name != concept.name and not _unreadable(other)]
    concepts = _merged([*beside, concept])
    fault = _unresolved(concept, concepts, {})
    return (fault,) if fault else ()


def missing_concept(
    pattern: str, node: Node, concepts: Concepts, broken: Mapping[str, str]
) -> PatternError | None:
    """Return the error of the first concept that a pattern names and that cannot be used."""
    for name in concepts_in(node):
        if why := unusable(name, concepts, broken):
            return PatternError(why, max(0, pattern.lower().find(f"@{name}")), pattern)
    return None


def unusable(name: str, concepts: Concepts, broken: Mapping[str, str]) -> str:
    """Return why a concept that is named cannot be used; nothing when it can."""
    if name in broken:
        return f"the concept @{name} cannot be used: {broken[name]}"
    return "" if name in concepts else f"there is no concept @{name}{like(name, concepts)}"


def like(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that offers the names most like one: “; did you mean @free?”."""
    names = sorted(known)
    plain = [each for each in names if not each.startswith(_INNER)]
    close = get_close_matches(name, plain, n=2, cutoff=0.6) or get_close_matches(name, names, n=1)
    return f"; did you mean {' or '.join('@' + each for each in close)}?" if close else ""


def _unreadable(concept: OwnConcept) -> tuple[ConceptFault, ...]:
    if not concept.expressions:
        return (ConceptFault("", "it has no expressions"),)
    if len(concept.expressions) > MOST_EXPRESSIONS:
        why = f"it has {len(concept.expressions)} expressions, and may have {MOST_EXPRESSIONS}"
        return (ConceptFault(concept.expressions[MOST_EXPRESSIONS], why),)
    found = []
    for expression in concept.expressions:
        try:
            check_cost(expression, parse(expression))
        except PatternError as error:
            found.append(ConceptFault(expression, str(error), error.drawing))
    return tuple(found)


def _merged(own: Iterable[OwnConcept]) -> Concepts:
    merged: dict[str, Node] = dict(shipped())
    for concept in own:
        fresh = tuple(parse(expression) for expression in concept.expressions)
        kept = () if concept.replaces or concept.name not in merged else (merged[concept.name],)
        merged[concept.name] = Either((*kept, *fresh))
    return Concepts(merged)


def _unresolved(
    concept: OwnConcept, concepts: Concepts, broken: Mapping[str, str]
) -> ConceptFault | None:
    """Return what is wrong with what a readable concept refers to."""
    for expression in concept.expressions:
        node = parse(expression)
        if error := missing_concept(expression, node, concepts, broken):
            return ConceptFault(expression, str(error), error.drawing)
        for name in concepts_in(node):
            if way := _way(name, concept.name, concepts):
                circle = " → ".join(f"@{each}" for each in (concept.name, *way))
                return ConceptFault(expression, f"the concept would contain itself: {circle}")
    return None


def _way(start: str, goal: str, concepts: Concepts) -> tuple[str, ...]:
    """Return the names that lead from one concept to another, or nothing."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        if name == goal:
            return ways[name]
        for further in _referred(name, concepts):
            if further not in ways:
                ways[further] = (*ways[name], further)
                waiting.append(further)
    return ()


def _referred(name: str, concepts: Concepts) -> Iterator[str]:
    if name in concepts:
        yield from concepts_in(concepts[name])
