"""What a change of an operator's concepts would break: rules, voices and other concepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compliance.gate.concepts import shipped
from compliance.gate.concepts.own import Lists, OwnConcept, concept_faults, unusable, with_own
from compliance.gate.nodes import Node, concepts_in
from compliance.gate.own_patterns import patterns_of
from compliance.gate.patterns import PatternError, parse
from compliance.gate.rule_check import rule_problems
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import Rule


def harm(
    before: tuple[OwnConcept, ...],
    after: tuple[OwnConcept, ...],
    rules: Iterable[Rule],
    voices: Iterable[tuple[str, tuple[str, ...]]],
) -> tuple[str, ...]:
    """Return what works with the concepts before and would not with those after, each with why.

    ``voices`` are the codes of overlays, each with the names of the concepts that it needs.
    """
    changed = {concept.name for concept in set(before) ^ set(after)}
    if not changed:
        return ()
    found = [
        f"the concept @{concept.name} ({faults[0]})"
        for concept in after
        if not concept_faults(concept, before) and (faults := concept_faults(concept, after))
    ]
    lists = with_own(before), with_own(after)
    # What is derived from claims needs shipped lists alone.
    derives = not changed.isdisjoint(shipped())
    for rule in rules:
        if not any(changed & _needs(rule, each, derives=derives) for each in lists):
            continue
        known = set(rule_problems(rule, before))
        fresh = [why for field, why in rule_problems(rule, after) if (field, why) not in known]
        if fresh:
            found.append(f"rule {rule.code} ({fresh[0].splitlines()[0]})")
    for code, names in voices:
        failing = [(_unusable(name, lists[0]), _unusable(name, lists[1])) for name in names]
        if fresh := [now for once, now in failing if now and not once]:
            found.append(f"voice {code} ({fresh[0]})")
    return tuple(found)


def _unusable(name: str, lists: Lists) -> str:
    return unusable(name, lists.concepts, lists.broken)


def named(rule: Rule) -> set[str]:
    """Return the names of the concepts that stand in a rule's own patterns."""
    return {name for node in _own_nodes(rule) for name in concepts_in(node)}


def _needs(rule: Rule, lists: Lists, *, derives: bool) -> set[str]:
    """Return the names of the concepts that a rule needs, itself or through others."""
    found = lists.needed(_own_nodes(rule))
    if derives:
        for item in compile_rules((rule,), lists.own).compiled:
            found |= lists.needed(item.nodes)
    return found


def _own_nodes(rule: Rule) -> Iterator[Node]:
    for _, written in patterns_of(rule):
        for pattern in written:
            try:
                yield parse(pattern)
            except PatternError:
                continue  # a regular expression, or one that its own page tells of
