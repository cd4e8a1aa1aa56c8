"""Which of several obligations on one topic is carried out: the strictest, whoever asks for it.

Every rule keeps its finding; only the edits are settled. What is removed beats what is rewritten,
what is rewritten beats what is added; of two texts the one that demands more, else the one of the
more specific law. So a federal floor never loosens what a state asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from compliance.gate.jurisdiction import level
from compliance.gate.mentions import says
from compliance.gate.text import Text
from compliance.gate.types import Finding, Rule, RuleAction, RuleKind

if TYPE_CHECKING:
    from compliance.gate.reading import Reading
    from compliance.gate.ruleset import CompiledRule

_STRENGTH: Final = {
    RuleAction.BLOCK: 4,
    RuleAction.REMOVE: 3,
    RuleAction.HAND_OVER: 2,
    RuleAction.REWRITE: 2,
    RuleAction.INSERT_DISCLOSURE: 1,
    RuleAction.ADVISE: 0,
}


def is_stricter(reading: Reading, one: CompiledRule, other: CompiledRule) -> bool:
    """Say whether a rule asks for more than another of the same topic."""
    strength = _STRENGTH[one.rule.action], _STRENGTH[other.rule.action]
    if strength[0] != strength[1]:
        return strength[0] > strength[1]
    if one.rule.kind is other.rule.kind is RuleKind.REQUIRED_DISCLOSURE:
        more, less = _holds(reading, one, other), _holds(reading, other, one)
        if more != less:
            return more
    return _rank(one.rule) > _rank(other.rule)


def _rank(rule: Rule) -> tuple[int, int, str]:
    return level(rule), len(rule.text), rule.code


def _holds(reading: Reading, one: CompiledRule, other: CompiledRule) -> bool:
    """Say whether the first rule's text says all that the other asks for."""
    text, wanted = reading.texts(one).text, reading.texts(other).all
    return bool(text and wanted) and says(Text(text), wanted, other.mentions, other.concepts)


def settled(reading: Reading, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings without the edits that a stricter rule of the same topic makes needless.

    They may be needed after all: then they are asked for again in the next round.
    """
    by_code = {item.rule.code: item for item in reading.rules_in_scope if item.rule.topic}
    if not by_code:
        return tuple(findings)
    ruled = [(each, by_code.get(each.rule)) for each in findings]
    return tuple(
        replace(each, edits=())
        if item and any(_yields(reading, each, item, *other) for other in ruled)
        else each
        for each, item in ruled
    )


def _yields(
    reading: Reading,
    found: Finding,
    item: CompiledRule,
    other: Finding,
    by: CompiledRule | None,
) -> bool:
    """Say whether a finding's edits give way to those of another rule's finding."""
    if by is None or by is item or by.rule.topic != item.rule.topic:
        return False
    if not (found.edits and other.edits):
        return False
    overlap = any(
        edit.start < taken.end and taken.start < edit.end
        for edit in found.edits
        for taken in other.edits
    )
    if not overlap:
        return False  # what is added waits for what is rewritten in any case
    mine, theirs = _removes(found), _removes(other)
    return theirs if mine != theirs else is_stricter(reading, by, item)


def _removes(found: Finding) -> bool:
    """Say whether a finding's edits only take away."""
    return not any(edit.replacement.strip() for edit in found.edits)
