"""Rules in scope as a section, each with why it applies here."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.gate.jurisdiction import binding_states, binds
from compliance.gate.reading import Reading
from compliance.gate.ruleset import RuleSet
from compliance.gate.standing import Standing, Standings, replaced
from compliance.gate.types import BindsOn, ChannelRules, Facts, GateInput, Rule, ToneOverlay
from console.resolved.links import NO_LINKS, Links
from console.resolved.tables import Cell, Column, Part, Row, Section, Weight, text
from console.resolved.words import say

_RULES = (
    Column("Rule"),
    Column("Does"),
    Column("In scope because", Weight.ORIGIN),
    Column("Applies"),
    Column("Version"),
)
_EMPTY = "No rule applies here. Rules are added under Compliance rules."


def rules_section(
    ruleset: RuleSet, facts: Facts, channel: str, *, links: Links = NO_LINKS
) -> Section:
    """Return the rules that a reply is held to; one that cannot be used is told in a note."""
    reading = Reading(GateInput("", facts, ChannelRules(channel), ToneOverlay()), ruleset)
    asked = Standings(reading)
    items = ruleset.compiled_in_scope(facts, channel)
    standings = {item.rule.code: asked.of(item.rule, item.shape) for item in items}
    gone = replaced(standings)
    rows = tuple(
        Row(
            rule.code,
            (
                _name(rule, links),
                text(f"{say(rule.kind)}: {say(rule.action)} ({say(rule.mode)})"),
                text("; ".join(why_in_scope(rule, facts, channel))),
                text(_standing(standings[rule.code], replaced=rule.code in gone)),
                text(str(rule.version)),
            ),
        )
        for rule in ruleset.scope(facts, channel)
    )
    notes = tuple(
        f"{fault.message}. Until it is mended, every draft here is held."
        for fault in ruleset.faults(facts, channel)
    )
    return Section("rules", "Rules in scope", _RULES, rows, empty=_EMPTY, notes=notes)


def recorded_rules_section(
    recorded: Sequence[Sequence[object]], now: Sequence[Rule], *, links: Links = NO_LINKS
) -> Section:
    """Return the rules that a decision was held to, and whether each is the same now."""
    current = {rule.code: rule.version for rule in now}
    rows = []
    for code, version in ((str(pair[0]), pair[1]) for pair in recorded):
        stands = "the same now"
        if code not in current:
            stands = "not in scope any more"
        elif current[code] != version:
            stands = f"now version {current[code]}"
        name: Cell = (Part(code, url=links.row("compliance_compliancerule", code), is_code=True),)
        rows.append(Row(code, (name, text(str(version)), text(stands))))
    return Section(
        "rules",
        "Rules in scope, as gated",
        (Column("Rule"), Column("Version then"), Column("Today")),
        tuple(rows),
        empty="No rule was in scope.",
    )


def why_in_scope(rule: Rule, facts: Facts, channel: str) -> list[str]:
    """Return what puts a rule in scope: its jurisdiction first, then what else it names."""
    reasons = [_jurisdiction(rule, facts)]
    for named, here, whose in (
        (rule.verticals, facts.place.vertical, "vertical"),
        (rule.brands, facts.brand.code, "brand"),
        (rule.locations, facts.place.code, "location"),
        (rule.channels, channel, "channel"),
    ):
        if named:
            reasons.append(f"{whose} {here}")
    if rule.effective_from is not None:
        reasons.append(f"in force since {rule.effective_from.isoformat()}")
    if rule.effective_to is not None:
        reasons.append(f"in force until {rule.effective_to.isoformat()}")
    return reasons


def _standing(standing: Standing, *, replaced: bool) -> str:
    """Say whether a rule applies to any reply here, as far as that is known before there is one."""
    if replaced:
        return "no, another rule replaces it here"
    if not standing.applies:
        return "no, by its conditions, a permission or an exemption"
    said = "only as a note" if standing.uncertain else "yes"
    return " ".join((f"{said}.", *standing.notes)) if standing.notes else said


def _jurisdiction(rule: Rule, facts: Facts) -> str:
    if not rule.states or rule.binds_on is BindsOn.EVERYWHERE:
        return "everywhere"
    if binds(rule, facts) is None:
        return _undecided(rule, facts)
    named = f" ({', '.join(rule.localities)})" if rule.localities else ""
    place, customer = facts.place, facts.customer.state
    states = binding_states(rule, facts)
    if place.state in states and rule.binds_on is not BindsOn.LICENCE:
        return f"the location’s state {place.state}{named}"
    if customer in states:
        remote = " of a sale that was not made in person" if rule.binds_on_remote_sale else ""
        return f"the customer’s state {customer}{remote}"
    return f"a licence in {', '.join(states)}"


def _undecided(rule: Rule, facts: Facts) -> str:
    """Say what would have to be known to tell whether a rule binds."""
    states = " or ".join(rule.states)
    if rule.binds_on is BindsOn.LICENCE:
        return f"the states of its licences are unknown, and may be {states}"
    if rule.binds_on is BindsOn.CUSTOMER and facts.customer.state is None:
        return f"the customer’s state is unknown, and may be {states}"
    if rule.binds_on_remote_sale is not None:
        return f"it is unknown whether the customer bought in person; else it binds in {states}"
    return f"the city is unknown, and may be {' or '.join(rule.localities)}"


def _name(rule: Rule, links: Links) -> Cell:
    url = links.row("compliance_compliancerule", rule.code)
    return Part(rule.claim or rule.code, url=url), Part(rule.code, is_code=True)
