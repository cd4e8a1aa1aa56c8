"""Claims that a rule prohibits, offers it restricts, topics it keeps for people."""

from __future__ import annotations

from typing import ClassVar, Final

from compliance.gate.detection import Hit, occurrences, outside
from compliance.gate.reading import Reading, finding
from compliance.gate.rewording import replace_claim, replace_sentence
from compliance.gate.ruleset import CompiledRule, binds
from compliance.gate.types import (
    Edit,
    Finding,
    Layer,
    Rule,
    RuleAction,
    RuleKind,
    RuleMode,
    Severity,
)

_SEVERITY: Final = {
    RuleAction.REWRITE: Severity.MODIFY,
    RuleAction.REMOVE: Severity.MODIFY,
    RuleAction.INSERT_DISCLOSURE: Severity.MODIFY,
    RuleAction.BLOCK: Severity.BLOCK,
    RuleAction.ADVISE: Severity.ADVISE,
    RuleAction.HAND_OVER: Severity.MODIFY,
}


class Claims:
    """Finds what a rule in scope says may not be said here."""

    id: ClassVar[str] = "claims"
    title: ClassVar[str] = "Prohibited claims, restricted offers and topics"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.JURISDICTION

    def find(self, reading: Reading) -> list[Finding]:
        """Return a finding for each place where a rule's claim is made."""
        found: list[Finding] = []
        for item in reading.rules_in_scope:
            if item.rule.kind is not RuleKind.REQUIRED_DISCLOSURE:
                found.extend(self._of_rule(reading, item))
        return found

    def _of_rule(self, reading: Reading, item: CompiledRule) -> list[Finding]:
        rule = item.rule
        own = occurrences(reading.text, (rule.text, rule.short_text, *rule.counter_examples))
        hits = outside(with_judged(reading, rule, reading.hits(item)), own)
        findings = []
        sentences: set[int] = set()
        for hit in hits:
            first = reading.text.sentence_at(hit.start).start
            findings.append(
                finding(
                    self,
                    reading,
                    hit.start,
                    hit.end,
                    _message(rule, reading.text.excerpt(hit.start, hit.end)),
                    rule=rule.code,
                    rule_version=rule.version,
                    severity=severity_of(rule, reading),
                    citation=rule.citation,
                    edits=_edits(reading, rule, hit, first_of_kind=not sentences),
                    mode=rule.mode,
                )
            )
            sentences.add(first)
        return findings


def severity_of(rule: Rule, reading: Reading) -> Severity:
    """Return how a rule weighs here: advice where it only flags or cannot be sure that it binds."""
    if rule.mode is RuleMode.FLAG or binds(rule, reading.facts) is None:
        return Severity.ADVISE
    return _SEVERITY[rule.action]


def with_judged(reading: Reading, rule: Rule, found: list[Hit]) -> list[Hit]:
    """Return a rule's hits and, beside them, the places where only the semantic judge saw it."""
    hits = list(found)
    for judgement in reading.case.judgements:
        if judgement.violated and judgement.rule == rule.code and judgement.quote:
            at = reading.case.text.find(judgement.quote)
            end = at + len(judgement.quote)
            if at >= 0 and not any(hit.start < end and at < hit.end for hit in found):
                hits.append(Hit(at, end))
    return hits


def _message(rule: Rule, excerpt: str) -> str:
    where = f" ({', '.join(rule.states)})" if rule.states else ""
    return f"“{excerpt}” says what rule {rule.code}{where} does not allow: {rule.claim}."


def _edits(reading: Reading, rule: Rule, hit: Hit, *, first_of_kind: bool) -> tuple[Edit, ...]:
    text = reading.text
    if rule.action is RuleAction.ADVISE:
        return ()
    remove = Edit(
        text.sentence_at(hit.start).start,
        text.sentence_at(max(hit.start, hit.end - 1)).end,
        "",
        "removes the claim",
    )
    wording = rule.text.strip()
    if not wording or rule.action is RuleAction.REMOVE:
        return (remove,)
    if wording[-1] in ".!?":
        # Said once is enough: further sentences with the same claim go.
        said = occurrences(text, (wording,))
        if said or not first_of_kind:
            return (remove,)
        return (replace_sentence(text, hit.start, hit.end, wording),)
    start, end = hit.core if hit.core[1] else (hit.start, hit.end)
    return (replace_claim(text, start, end, wording),)
