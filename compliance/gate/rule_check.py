"""Whether a rule could act as its author means it: read, found by its examples, and by no other."""

from __future__ import annotations

from compliance.gate.concepts import shipped
from compliance.gate.detection import Detection, occurrences, outside
from compliance.gate.reading import expression_hits
from compliance.gate.ruleset import CompiledRule, compile_rules, unreadable
from compliance.gate.text import Text
from compliance.gate.types import Rule


def rule_problems(rule: Rule) -> tuple[tuple[str, str], ...]:
    """Return the fields of a rule that keep it from acting, each with why."""
    found = [("detectors", f"“{pattern}”: {why}.") for pattern, why in unreadable(rule)]
    if found:
        return tuple(found)
    compiled = compile_rules((rule,)).compiled
    if not compiled:
        return ()  # it is off
    item = compiled[0]
    if item.inert:
        return (("examples", "No reply can be recognised by this claim; add an example."),)
    missed = [text for text in rule.examples if not _caught(item, text)]
    caught = [text for text in rule.counter_examples if _caught(item, text)]
    found.extend(("examples", f"The rule does not catch its example “{text}”.") for text in missed)
    found.extend(
        ("counter_examples", f"The rule catches “{text}”, which it should not.") for text in caught
    )
    return tuple(found)


def _caught(item: CompiledRule, text: str) -> bool:
    """Say whether a text, as an answer about the claim, is caught and not exempt."""
    rule = item.rule
    read = Text(text)
    detection = Detection(read, Text(rule.claim), shipped())
    hits = [*detection.hits(item.detectors), *expression_hits(item, read)]
    return bool(outside(hits, occurrences(read, rule.counter_examples)))
