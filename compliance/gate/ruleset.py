"""Rules compiled once into an index, and the filter that says which of them are in scope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from compliance.gate.fingerprint import fingerprint
from compliance.gate.types import BindsOn, Facts, GateFault, Rule, RuleMode

UNKNOWN_STATE: Final = "customer state unknown"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Compiled rules; build with :func:`compile_rules`."""

    rules: tuple[Rule, ...]
    fingerprint: str
    broken: tuple[tuple[Rule, str], ...] = ()

    def scope(self, facts: Facts, channel: str) -> tuple[Rule, ...]:
        """Return the rules that apply to this place, customer, channel and date."""
        return tuple(rule for rule in self.rules if in_scope(rule, facts, channel))

    def faults(self, facts: Facts, channel: str) -> tuple[GateFault, ...]:
        """Return a fault for each rule in scope that could not be compiled."""
        return tuple(
            GateFault("rules", f"Rule {rule.code} cannot be used: {why}")
            for rule, why in self.broken
            if in_scope(rule, facts, channel)
        )


def compile_rules(rules: tuple[Rule, ...]) -> RuleSet:
    """Compile rules; one that cannot be compiled is kept as broken, never dropped."""
    return RuleSet(rules=rules, fingerprint=fingerprint(rules))


def in_scope(rule: Rule, facts: Facts, channel: str) -> bool:
    """Say whether a rule applies here; an unknown customer state keeps a customer rule in view."""
    return (
        rule.mode is not RuleMode.OFF
        and (not rule.verticals or facts.place.vertical in rule.verticals)
        and (not rule.brands or facts.brand.code in rule.brands)
        and (not rule.locations or facts.place.code in rule.locations)
        and (not rule.channels or channel in rule.channels)
        and (rule.effective_from is None or facts.at.date() >= rule.effective_from)
        and (rule.effective_to is None or facts.at.date() <= rule.effective_to)
        and binds(rule, facts) is not False
    )


def binds(rule: Rule, facts: Facts) -> bool | None:
    """Say whether a rule's jurisdiction holds here; ``None`` when the customer's state, which
    decides, is unknown."""
    if not rule.states or rule.binds_on is BindsOn.EVERYWHERE:
        return True
    here = facts.place.state in rule.states
    customer = None if facts.customer.state is None else facts.customer.state in rule.states
    if rule.binds_on is BindsOn.LOCATION:
        return here
    if rule.binds_on is BindsOn.CUSTOMER:
        return customer
    if rule.binds_on is BindsOn.LICENCE:
        return any(state in rule.states for state in facts.place.licence_states)
    return here or bool(customer)
