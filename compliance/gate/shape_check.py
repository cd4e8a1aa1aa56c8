"""Whether what a rule depends on can be asked: conditions, values by state, cities, other rules."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.gate.conditions.checking import ParamError, compile_conditions
from compliance.gate.conditions.language import PARAM, ConditionError, is_condition
from compliance.gate.types import Rule, RuleKind


def shape_problems(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the fields that keep a rule from being asked when it applies, each with why."""
    params = dict(rule.params)
    written = [("conditions", rule.conditions), ("permitted_when", rule.permitted_when)]
    written += [("exemptions", text) for text in rule.exemptions if is_condition(text)]
    for name, text in written:
        try:
            compile_conditions(text, params)
        except ConditionError as error:
            yield name, f"“{text}”: {error}" if name == "exemptions" else str(error)
        except ParamError as error:
            yield "params", str(error)
    if rule.permitted_when.strip() and rule.kind is not RuleKind.RESTRICTED_OFFER:
        yield "permitted_when", "Only a restricted offer can be permitted; use conditions."
    yield from _param_problems(rule, [*(text for _, text in written), rule.text, rule.short_text])
    if (rule.localities or rule.binds_on_remote_sale) and not rule.states:
        yield "states", "Name the states of these cities and sales."
    for place in rule.localities:
        if rule.states and place.partition("/")[0] not in rule.states:
            yield "localities", f"{place}: its state is not among the rule's states."
    if rule.code in rule.except_rules:
        yield "except_rules", "A rule cannot replace itself."


def _param_problems(rule: Rule, texts: list[str]) -> Iterator[tuple[str, str]]:
    used = any(PARAM in text for text in texts)
    if used and not rule.params:
        yield "params", f"{PARAM} is used; give its value for each state."
    if rule.params and not used:
        yield "params", f"No condition and no text says {PARAM}; leave the values out."
    for state, _ in rule.params:
        if rule.states and state not in rule.states:
            yield "params", f"{state} is not among the rule's states."
