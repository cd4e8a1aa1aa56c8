"""Whether a rule could act as its author means it: read, found by its examples, and by no other."""

from __future__ import annotations

from compliance.gate.concepts.own import Lists, OwnConcept, with_own
from compliance.gate.cost import MOST_DETECTORS, MOST_EXAMPLES
from compliance.gate.detection import Detection, Hit, occurrences, outside
from compliance.gate.own_patterns import pattern_faults
from compliance.gate.reach_check import reach_problems
from compliance.gate.reading import expression_hits, mentions
from compliance.gate.ruleset import CompiledRule, compile_rules
from compliance.gate.shape_check import shape_problems
from compliance.gate.text import Text
from compliance.gate.types import FiresOn, Rule

_NOTHING = Text("")


def rule_problems(rule: Rule, own: tuple[OwnConcept, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return the fields of a rule that keep it from acting beside ``own`` concepts, each with why.

    The first line says it all; where a pattern is at fault, further ones draw the place.
    """
    lists = with_own(own)
    found = [*_too_many(rule)]
    for fault in pattern_faults(rule, lists):
        drawing = f"\n{fault.drawing}" if fault.drawing else ""
        found.append((fault.field, f"“{fault.pattern}”: {fault.why}.{drawing}"))
    found += reach_problems(rule)
    found += shape_problems(rule)
    if found:
        return tuple(found)
    ruleset = compile_rules((rule,), own)
    found.extend(("claim", f"The rule cannot be used: {why}.") for _, why in ruleset.broken)
    for item in ruleset.compiled:
        found.extend(_contradictions(item, lists))
    return tuple(found)


def _too_many(rule: Rule) -> list[tuple[str, str]]:
    return [
        (field, f"There are {len(listed)} of them, and may be {most}; keep the most telling ones.")
        for field, listed, most in (
            ("detectors", rule.detectors, MOST_DETECTORS),
            ("examples", rule.examples, MOST_EXAMPLES),
            ("counter_examples", rule.counter_examples, MOST_EXAMPLES),
            ("customer_says", rule.customer_says, MOST_EXAMPLES),
            ("customer_detectors", rule.customer_detectors, MOST_DETECTORS),
            ("must_mention", rule.must_mention, MOST_EXAMPLES),
        )
        if len(listed) > most
    ]


def _contradictions(item: CompiledRule, lists: Lists) -> list[tuple[str, str]]:
    """Return where a rule does not do what its own examples say."""
    if item.inert:
        if item.rule.fires_on is not FiresOn.REPLY and not item.hears:
            why = "No message can be recognised by this; add a phrase of more words or a pattern."
            return [("customer_says", why)]
        return [("examples", "No reply can be recognised by this claim; add an example.")]
    found = [
        ("customer_says", f"The rule does not catch “{phrase}” in a customer’s message.")
        for phrase in item.rule.customer_says
        if not _heard(item, phrase, lists)
    ]
    for example in item.rule.examples:
        read = Text(example)
        hits = hits_in(item, read, lists)
        if not hits:
            found.append(("examples", f"The rule does not catch its example “{example}”."))
            continue
        for fine in item.rule.counter_examples:
            if not outside(hits, occurrences(read, (fine,))):
                why = f"“{fine}” is fine, so the rule never catches its example “{example}”."
                found.append(("counter_examples", why))
    return found


def hits_in(item: CompiledRule, read: Text, lists: Lists) -> list[Hit]:
    """Return where a rule is found in a text, as an answer about its claim; nothing is exempt."""
    detection = Detection(read, Text(item.rule.claim), lists.concepts)
    expressed = expression_hits(item.expressions, read, mentioned=mentions(item.rule))
    return [*detection.hits(item.detectors), *expressed]


def _heard(item: CompiledRule, phrase: str, lists: Lists) -> bool:
    read = Text(phrase)
    detection = Detection(read, _NOTHING, lists.concepts)
    expressed = expression_hits(item.customer_expressions, read, mentioned=False)
    return bool([*detection.hits(item.customer_detectors), *expressed])
