"""Which rules are looked at in a case: by place, states, vertical, channel and day."""

from __future__ import annotations

from compliance.gate.jurisdiction import binds
from compliance.gate.types import BindsOn, Facts, Rule, RuleMode


def buckets_of(rule: Rule) -> list[tuple[str, str]]:
    """Return the keys of :func:`keys_of` of which a case must have one for a rule to apply."""
    if rule.locations:
        return [("location", code) for code in rule.locations]
    if not rule.states or rule.binds_on is BindsOn.EVERYWHERE:
        return [("any", "")]
    whose = {rule.binds_on, rule.binds_on_remote_sale}
    if BindsOn.EVERYWHERE in whose:
        return [("any", "")]
    keys = [("state", state) for state in rule.states]
    if BindsOn.CUSTOMER in whose:
        keys.append(("customer", "unknown"))
    if BindsOn.LICENCE in whose:
        keys.append(("licence", "unknown"))
    return keys


def keys_of(facts: Facts) -> list[tuple[str, str]]:
    """Return what a case is filed under: its location, its states, and what is unknown of it."""
    states = {facts.place.state, *facts.place.licence_states}
    if facts.customer.state is not None:
        states.add(facts.customer.state)
    keys = [("any", ""), ("location", facts.place.code)]
    keys.extend(("state", state) for state in sorted(states))
    if facts.customer.state is None:
        keys.append(("customer", "unknown"))
    if not facts.place.licence_states:
        keys.append(("licence", "unknown"))
    return keys


def in_scope(rule: Rule, facts: Facts, channel: str) -> bool:
    """Say whether a rule applies here; while it is unknown whether it binds, it stays in view."""
    on = facts.at.date()
    return (
        rule.mode is not RuleMode.OFF
        and (not rule.verticals or facts.place.vertical in rule.verticals)
        and (not rule.brands or facts.brand.code in rule.brands)
        and (not rule.locations or facts.place.code in rule.locations)
        and (not rule.channels or channel in rule.channels)
        and (rule.effective_from is None or on >= rule.effective_from)
        and (rule.effective_to is None or on <= rule.effective_to)
        and binds(rule, facts) is not False
    )
