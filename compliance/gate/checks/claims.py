"""Claims that a rule prohibits, offers it restricts, topics it keeps for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from compliance.gate.detection import Hit, occurrences, outside
from compliance.gate.handing_over import fitting, hand_over, sentences_of
from compliance.gate.reading import Reading, finding
from compliance.gate.rewording import replace_claim, replace_sentence
from compliance.gate.ruleset import CompiledRule
from compliance.gate.satisfying import first_heard, is_satisfied
from compliance.gate.types import (
    Edit,
    Finding,
    FiresOn,
    Layer,
    MissingValue,
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
    version: ClassVar[int] = 2
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
        heard = "" if rule.fires_on is FiresOn.REPLY else first_heard(reading, item)
        if rule.fires_on is FiresOn.MESSAGE:
            applies = heard and reading.standing(item).applies
            return self._of_message(reading, item, heard) if applies else []
        if rule.fires_on is FiresOn.BOTH and not heard:
            return []
        hits = with_judged(reading, rule, reading.hits(item))
        if hits and not reading.standing(item).applies:
            return []
        if hits:
            own = [*reading.texts(item).all, *rule.counter_examples]
            for other in reading.stricter(item):
                own += reading.texts(other).all
            hits = outside(hits, occurrences(reading.text, own))
        spans = sentences_of(reading, hits)
        findings = []
        sentences: set[int] = set()
        for hit in hits:
            first = reading.text.sentence_at(hit.start).start
            message = _message(rule, reading.text.excerpt(hit.start, hit.end), heard)
            edits = _edits(reading, item, hit, spans, first_of_kind=not sentences)
            findings.append(self._finding(reading, item, hit, message, edits))
            sentences.add(first)
        return findings

    def _of_message(self, reading: Reading, item: CompiledRule, heard: str) -> list[Finding]:
        """Return the finding on a reply to a message that only the rule's own text may answer."""
        rule, texts = item.rule, reading.texts(item)
        if is_satisfied(reading, item):
            return []
        whole = Hit(0, len(reading.case.text))
        edits: tuple[Edit, ...] = ()
        if texts.all and rule.action is not RuleAction.ADVISE:
            text = fitting(reading, texts, 0, whole.end)
            edits = (Edit(0, whole.end, text, "the answer that the rule gives"),)
        message = f"The customer wrote “{heard}”, which rule {rule.code} is about: {rule.claim}."
        return [self._finding(reading, item, whole, message, edits)]

    def _finding(
        self, reading: Reading, item: CompiledRule, hit: Hit, message: str, edits: tuple[Edit, ...]
    ) -> Finding:
        rule = item.rule
        severity = severity_of(item, reading)
        missing = reading.texts(item).missing
        if missing and rule.action is not RuleAction.ADVISE:
            message += f" Its text cannot be completed here: {'; '.join(missing)}."
            if severity is Severity.MODIFY and not edits:
                severity = Severity.BLOCK
        return finding(
            self,
            reading,
            hit.start,
            hit.end,
            with_notes(item, reading, message),
            rule=rule.code,
            rule_version=rule.version,
            severity=severity,
            citation=rule.citation,
            edits=edits,
            mode=rule.mode,
        )


def severity_of(item: CompiledRule, reading: Reading) -> Severity:
    """Return how a rule weighs here: advice where it only flags or may not apply at all."""
    if item.rule.mode is RuleMode.FLAG or reading.standing(item).uncertain:
        return Severity.ADVISE
    return _SEVERITY[item.rule.action]


def with_notes(item: CompiledRule, reading: Reading, message: str) -> str:
    """Return a finding's message with what is unknown, and what a person has to see to."""
    return " ".join((message, *reading.standing(item).notes))


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


def _message(rule: Rule, excerpt: str, heard: str) -> str:
    where = f" ({', '.join(rule.states)})" if rule.states else ""
    said = f"“{excerpt}” says what rule {rule.code}{where} does not allow: {rule.claim}."
    return f"{said} The customer wrote “{heard}”." if heard else said


def _edits(
    reading: Reading,
    item: CompiledRule,
    hit: Hit,
    spans: Sequence[tuple[int, int]],
    *,
    first_of_kind: bool,
) -> tuple[Edit, ...]:
    text, rule = reading.text, item.rule
    if rule.action is RuleAction.ADVISE:
        return ()
    remove = Edit(
        text.sentence_at(hit.start).start,
        text.sentence_at(max(hit.start, hit.end - 1)).end,
        "",
        "removes the claim",
    )
    texts = reading.texts(item)
    if texts.missing and rule.action is not RuleAction.REMOVE:
        return (remove,) if rule.missing_value is MissingValue.REMOVE else ()
    if not texts.all or rule.action is RuleAction.REMOVE:
        return (remove,)
    wording = fitting(reading, texts, hit.start, hit.end)
    if rule.action is RuleAction.HAND_OVER:
        # One finding replaces all that is said of the topic, so that nothing of it stays behind.
        return hand_over(reading, spans, wording)
    if wording[-1] in ".!?":
        # Said once is enough: further sentences with the same claim go.
        said = occurrences(text, texts.all)
        if said or not first_of_kind:
            return (remove,)
        return (replace_sentence(text, hit.start, hit.end, wording),)
    start, end = hit.core if hit.core[1] else (hit.start, hit.end)
    return (replace_claim(text, start, end, wording),)
