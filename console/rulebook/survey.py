"""All stored rules, concepts and the classes of voices: what cannot be used or never would act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from compliance.gate.concepts.own import OwnConcept, unusable, with_own
from compliance.gate.rule_check import rule_problems
from compliance.gate.ruleset import compile_rules
from compliance.gate.slots import term_slots
from compliance.gate.tone.disclaimer import is_understood
from compliance.gate.types import RuleMode
from compliance.models import (
    EVERY_CHANNEL,
    ChannelRestriction,
    ComplianceRule,
    Concept,
    ToneOverlay,
)
from compliance.models.concepts import stored_voices
from compliance.rule_values import read_rule
from locations.models import Brand, Location, PolicyValue, Vertical

# What a rule's scope names by code; a code that nothing has puts the rule out of reach.
_SCOPES: Final[tuple[tuple[str, type[Any]], ...]] = (
    ("locations", Location),
    ("brands", Brand),
    ("verticals", Vertical),
    ("channels", ChannelRestriction),
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a rule, concept or voice; ``holds``: drafts are held because of it."""

    what: str
    why: str
    holds: bool = False


def survey(today: date) -> list[Trouble]:
    """Return what is wrong with stored concepts, voices and rules, by name. Nine queries."""
    concepts = list(Concept.objects.order_by("name"))
    own = tuple(row.value for row in concepts if row.active)
    lists = with_own(own)
    broken = lists.broken
    found = []
    for row in concepts:
        if row.name in broken:
            found.append(Trouble(f"concept {row}", broken[row.name], holds=True))
        if clash := row.clash():
            # Lists may be shipped, or not be any more, since the row was saved.
            found.append(Trouble(f"concept {row}", clash))
    found.extend(
        Trouble(f"voice {code}", f"cannot be kept: {why}", holds=True)
        for code, names in stored_voices()
        for name in names
        if (why := unusable(name, lists.concepts, broken))
    )
    triggers = ToneOverlay.objects.exclude(disclaimer_trigger="")
    found.extend(
        Trouble(
            f"voice {code}",
            f"never adds its disclaimer: nothing can be recognised in “{trigger}”. Write what a "
            "reply mentions: “mentions a price or a fee”.",
        )
        for code, trigger in triggers.order_by("code").values_list("code", "disclaimer_trigger")
        if not is_understood(trigger)
    )
    known = {
        name: set(model._default_manager.values_list("code", flat=True)) for name, model in _SCOPES
    }
    known["channels"].discard(EVERY_CHANNEL)
    known["terms"] = set(PolicyValue.objects.values_list("term__key", flat=True).distinct())
    for rule in ComplianceRule.objects.order_by("code"):
        found.extend(_of_rule(rule, own, known, today))
    return found


def _of_rule(
    row: ComplianceRule, own: tuple[OwnConcept, ...], known: dict[str, set[str]], today: date
) -> Iterator[Trouble]:
    rule, why = read_rule(row)
    what = f"rule {rule.code}"
    if rule.mode is RuleMode.OFF:
        what = f"rule {rule.code} (off)"
        rule = replace(rule, mode=RuleMode.ENFORCE)
    holds = row.mode != RuleMode.OFF
    broken = (why,) if why else tuple(why for _, why in compile_rules((rule,), own).broken)
    for reason in broken:
        yield Trouble(what, f"cannot be used: {reason}", holds=holds)
    if not broken:
        for _, problem in rule_problems(rule, own):
            yield Trouble(what, problem.split("\n")[0])
    for name, _ in _SCOPES:
        gone = sorted(set(getattr(rule, name)) - known[name])
        if gone:
            yield Trouble(what, f"names {name} that do not exist: {', '.join(gone)}")
    for key in term_slots((rule.text, rule.short_text)):
        if key not in known["terms"]:
            why = f"asks for {{{key}}}, which has no value anywhere; enter one under Policy values"
            yield Trouble(what, why, holds=row.mode == RuleMode.ENFORCE)
    if rule.effective_to is not None and rule.effective_to < today:
        yield Trouble(what, f"ended on {rule.effective_to}, and binds nobody any more")
