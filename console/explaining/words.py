"""A decision in plain words: every finding with its rule, its words and the fact beside them."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.gate.types import Decision, Finding, RuleMode, Severity, Verdict
from console.explaining.trying import Tried

_VERDICTS = {
    Verdict.PASS: "passes unchanged",
    Verdict.MODIFY: "passes when changed",
    Verdict.BLOCK: "is held back",
}
_SEVERITIES = {
    Severity.BLOCK: "blocks",
    Severity.MODIFY: "must change",
    Severity.ADVISE: "a note",
}


def in_words(tried: Tried) -> str:
    """Return the whole explanation of a decision, for a terminal."""
    decision, facts = tried.evaluation.decision, tried.payload.facts
    state = facts.customer.state or "an unknown state"
    when = f"{facts.at:%A} {facts.at.date()} {facts.at:%H:%M}"
    head = f"The text {_VERDICTS[decision.verdict]}: {facts.place.name} ({facts.place.code}), "
    head += f"{when}, customer in {state}, on {tried.payload.channel.code}; "
    lines = [f"{head}{len(decision.rules_in_scope)} rules apply."]
    lines += [f"\n! {fault.message} ({fault.stage})" for fault in decision.faults]
    for number, found in enumerate(decision.findings, start=1):
        lines += ["", *_finding(number, found)]
    lines += _after(decision, tried.evaluation.case.text)
    lines.append(f"\n{tried.evaluation.duration_ms:.1f} ms, nothing was stored.")
    return "\n".join(lines)


def _finding(number: int, found: Finding) -> Iterator[str]:
    weight = _SEVERITIES[found.severity]
    if found.mode is not RuleMode.ENFORCE:
        weight += f", {found.mode.value} only"
    yield f"{number}. {found.layer.value} ({weight}): {found.message}"
    yield f"   words {found.start} to {found.end}: “{found.excerpt}”"
    rule = f"   {found.check} · {found.rule} version {found.rule_version}"
    yield rule + (f" · {found.citation}" if found.citation else "")
    if found.fact is not None:
        source = f", from {found.fact.source}" if found.fact.source else ""
        yield (
            f"   compared with {found.fact.key} = {found.fact.value}{source}, version "
            f"{found.fact.version}"
        )


def _after(decision: Decision, text: str) -> list[str]:
    if decision.verdict is Verdict.MODIFY and decision.text_after is not None:
        return ["", "Changed to:", decision.text_after]
    if decision.verdict is Verdict.PASS and not decision.findings:
        return ["", "Nothing was found."]
    if decision.verdict is Verdict.BLOCK and decision.edits and decision.text_after is None:
        tried = [f"   “{text[e.start : e.end]}” -> “{e.replacement}”" for e in decision.edits]
        return ["", "Changing this was not enough:", *tried]
    return []
