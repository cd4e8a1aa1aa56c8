"""What a stored rule recognises, and what it makes of its own examples and of other sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from compliance.gate.concepts.own import Lists
from compliance.gate.nodes import concepts_in
from compliance.gate.probe import Found, Probe, probe
from compliance.gate.rule_check import rule_problems
from compliance.gate.ruleset import CompiledRule, compile_rules, shown
from compliance.gate.types import Rule, RuleMode
from compliance.models import ComplianceRule, Concept
from compliance.rule_values import read_rule


@dataclass(frozen=True, slots=True)
class Tried:
    """A sentence with what the rule makes of it, and whether that is as it should be.

    ``passages`` are the pieces of the sentence, each with whether it was found. ``wanted`` is
    ``None`` where nobody said what should be found.
    """

    probe: Probe
    passages: tuple[tuple[str, bool], ...]
    wanted: bool | None = None

    @property
    def is_right(self) -> bool:
        """Whether the rule does with the sentence what its author wrote."""
        return self.wanted is None or self.wanted == self.probe.fires


@dataclass(frozen=True, slots=True)
class Checked:
    """A rule as it stands: why it cannot be used, or what it recognises.

    ``heard`` are its phrases of a customer's message, ``hears`` the patterns that find them.
    """

    rule: Rule
    problems: tuple[str, ...]
    derived: tuple[str, ...] = ()
    hears: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    examples: tuple[Tried, ...] = ()
    fine: tuple[Tried, ...] = ()
    heard: tuple[Tried, ...] = ()
    item: CompiledRule | None = None
    lists: Lists | None = None

    def tried(
        self, sentences: Iterable[str], *, message: str = "", heard: bool = False
    ) -> tuple[Tried, ...]:
        """Return what the rule makes of sentences; nothing while it cannot be used."""
        if self.item is None or self.lists is None:
            return ()
        found = (
            probe(self.item, self.lists, text, message=message, heard=heard) for text in sentences
        )
        return tuple(map(_shown, found))


def checked(row: ComplianceRule) -> Checked:
    """Return a stored rule with what it recognises beside the stored concepts."""
    rule, why = read_rule(row)
    if why:
        return Checked(rule, (f"{why}.",))
    own = Concept.objects.in_force()
    # What is switched off is shown as it would be when switched on.
    on = replace(rule, mode=RuleMode.ENFORCE)
    ruleset = compile_rules((on,), own)
    if ruleset.broken:
        return Checked(rule, tuple(f"{reason}." for _, reason in ruleset.broken))
    (item,) = ruleset.compiled
    lists = ruleset.lists
    names = {name for node in item.nodes for name in concepts_in(node)}

    def each(texts: tuple[str, ...], *, wanted: bool, heard: bool = False) -> tuple[Tried, ...]:
        return tuple(_shown(probe(item, lists, text, heard=heard), wanted) for text in texts)

    return Checked(
        rule,
        tuple(problem.split("\n")[0] for _, problem in rule_problems(on, own)),
        derived=tuple(dict.fromkeys(shown(one) for one in item.derived)),
        hears=tuple(dict.fromkeys(shown(one) for one in item.customer_derived)),
        concepts=tuple(sorted(names)),
        examples=each(rule.examples, wanted=True),
        fine=each(rule.counter_examples, wanted=False),
        heard=each(rule.customer_says, wanted=True, heard=True),
        item=item,
        lists=lists,
    )


def _shown(found: Probe, wanted: bool | None = None) -> Tried:
    return Tried(found, tuple(_passages(found.text, found.found)), wanted)


def _passages(text: str, found: tuple[Found, ...]) -> Iterator[tuple[str, bool]]:
    """Cut a text where what was found first begins and ends; wider finds around it add nothing."""
    marked = [False] * len(text)
    for one in found:
        if not any(marked[one.start : one.end]):
            marked[one.start : one.end] = [True] * (one.end - one.start)
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or marked[at] != marked[start]:
            yield text[start:at], marked[start]
            start = at
