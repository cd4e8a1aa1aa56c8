"""Decisions of the gate as events: every rule in their scope and its result, no excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from compliance.audit.events import Happening, stamp
from compliance.gate.types import RuleMode, Severity
from compliance.models import EventType, GateDecision
from drafting.attestation.subjects import FACTS, TEXT, Where

PASSED: Final = "pass"
# An entry of the log has a limit: of more rules those that found nothing are only counted.
MOST_RULES: Final = 250
MOST_CHECKS: Final = 100
_WEIGHT: Final = {PASSED: 0, "shadow": 1, "flag": 2, "advise": 3, "modify": 4, "block": 5}
# What operators write as a code. A model may have named a source that is none, in any words.
_CODE: Final = re.compile(r"[\w.:\-]{1,80}", re.ASCII)


def decided(where: Where, decision: GateDecision, text: str) -> Happening:
    """Return a decision of the gate on a text, with every rule in its scope and what that found."""
    texts = {TEXT: text}
    if decision.output_text is not None and decision.output_text != text:
        texts["output"] = decision.output_text
    if decision.facts_sha256:
        texts[FACTS] = decision.facts_sha256
    rules, unlisted = _rules(decision)
    return where.tells(
        EventType.GATE_DECIDED,
        decision.decided_at,
        details={
            "decision": str(decision.pk),
            "purpose": str(decision.purpose),
            "verdict": str(decision.verdict),
            "hold_until": None if decision.hold_until is None else stamp(decision.hold_until),
            "rules": rules,
            "rules_unlisted": unlisted,
            "checks": _checks(decision),
            "faults": sorted({str(each["stage"]) for each in decision.faults}),
            "ruleset": decision.ruleset_sha256,
            "tone": decision.tone_sha256,
            "channel": decision.channel_sha256,
            "gate": decision.gate_version,
        },
        texts=texts,
    )


def _rules(decision: GateDecision) -> tuple[list[dict[str, Any]], int]:
    """Return the rules in scope with their results, and how many more passed."""
    results: dict[tuple[str, int], str] = dict.fromkeys(_scope(decision), PASSED)
    for each in _found(decision):
        key = (each["rule"], each["rule_version"])
        if key in results:
            results[key] = max(results[key], _result(each), key=_WEIGHT.__getitem__)
    ordered = sorted(results.items(), key=lambda each: (each[1] == PASSED, each[0]))
    listed = [
        {"id": code, "version": version, "result": result}
        for (code, version), result in ordered[:MOST_RULES]
    ]
    return listed, len(ordered) - len(listed)


def _checks(decision: GateDecision) -> list[dict[str, Any]]:
    """Return what checks found that go by facts instead of rules: once each, the gravest first."""
    rules = set(_scope(decision))
    results: dict[tuple[str, int, str, int], str] = {}
    for each in _found(decision):
        about, version = each["rule"], each["rule_version"]
        if (about, version) in rules:
            continue
        shown = about if _is_code(each) else ""
        key = (each["check"], each["check_version"], shown, version)
        results[key] = max(results.get(key, PASSED), _result(each), key=_WEIGHT.__getitem__)
    ordered = sorted(results.items(), key=lambda each: (-_WEIGHT[each[1]], each[0]))
    return [
        {"id": check, "version": version, "about": about, "about_version": row, "result": result}
        for (check, version, about, row), result in ordered[:MOST_CHECKS]
    ]


def _scope(decision: GateDecision) -> list[tuple[str, int]]:
    return [(code, version) for code, version in decision.rules_in_scope]


def _found(decision: GateDecision) -> Iterator[dict[str, Any]]:
    yield from decision.findings
    yield from decision.remaining


def _is_code(finding: dict[str, Any]) -> bool:
    """Whether what a finding is about is a code of ours: a source that nobody has is none."""
    known = finding["check"] != "sources" or finding.get("fact") is not None
    return known and _CODE.fullmatch(finding["rule"]) is not None


def _result(finding: dict[str, Any]) -> str:
    """The weight of a finding; that of a rule which is not enforced is its mode."""
    if finding["mode"] != RuleMode.ENFORCE:
        return str(finding["mode"])
    return str(Severity(finding["severity"]).value)
