"""What a change of an operator's concepts would break: rules and concepts that refer to them."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.gate.concepts.own import OwnConcept, concept_faults, with_own
from compliance.gate.nodes import concepts_in
from compliance.gate.own_patterns import patterns_of
from compliance.gate.patterns import PatternError, parse
from compliance.gate.rule_check import rule_problems
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import Rule


def harm(
    before: tuple[OwnConcept, ...], after: tuple[OwnConcept, ...], rules: Iterable[Rule]
) -> tuple[str, ...]:
    """Return what works with the concepts before and would not with those after, each with why."""
    changed = {concept.name for concept in set(before) ^ set(after)}
    if not changed:
        return ()
    found = [
        f"the concept @{concept.name} ({faults[0]})"
        for concept in after
        if not concept_faults(concept, before) and (faults := concept_faults(concept, after))
    ]
    for rule in rules:
        if not changed & (needs(rule, before) | needs(rule, after)):
            continue
        known = set(rule_problems(rule, before))
        fresh = [why for field, why in rule_problems(rule, after) if (field, why) not in known]
        if fresh:
            found.append(f"rule {rule.code} ({fresh[0].splitlines()[0]})")
    return tuple(found)


def needs(rule: Rule, own: tuple[OwnConcept, ...]) -> set[str]:
    """Return the names of the concepts that a rule needs, itself or through others."""
    found = named(rule)
    for item in compile_rules((rule,), own).compiled:
        found |= with_own(own).needed(item.nodes)
    return found


def named(rule: Rule) -> set[str]:
    """Return the names of the concepts that stand in a rule's own patterns."""
    found: set[str] = set()
    for pattern in (one for _, written in patterns_of(rule) for one in written):
        try:
            found.update(concepts_in(parse(pattern)))
        except PatternError:
            continue  # a regular expression, or one that its own page tells of
    return found
