"""Scores outcomes: leaks, false alarms, over-blocks, attribution and time.

A faulty case leaks when its fault would reach the agent; a clean one raises a false alarm when it
does not pass unchanged.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from compliance.gate.ruleset import RuleSet
from compliance.gate.types import Finding, Layer, RuleAction, RuleKind, Severity, Verdict
from console.bundles.rows import BundleRows
from console.evaluation.cases import Case
from console.evaluation.running import Evaluation, Outcome
from drafting.judge.calling import Judge

EVERYTHING: Final = "all"


@dataclass(frozen=True, slots=True)
class Score:
    """One outcome, scored."""

    outcome: Outcome
    leak: bool
    false_alarm: bool
    over_block: bool
    attributed: bool

    @property
    def case(self) -> Case:
        """The case."""
        return self.outcome.case

    @property
    def verdict(self) -> Verdict:
        """The gate's verdict."""
        return self.outcome.decision.verdict

    def as_json(self) -> dict[str, Any]:
        """Return the case's entry in the JSON report."""
        decision = self.outcome.decision
        return {
            "id": self.case.id,
            "verdict": decision.verdict.value,
            "text_after": decision.text_after,
            "findings": [
                {
                    "check": found.check,
                    "rule": found.rule,
                    "layer": found.layer.value,
                    "severity": found.severity.value,
                    "start": found.start,
                    "end": found.end,
                    "message": found.message,
                }
                for found in decision.findings
            ],
            "faults": [f"{fault.stage}: {fault.message}" for fault in decision.faults],
            "leak": self.leak,
            "false_alarm": self.false_alarm,
            "over_block": self.over_block,
            "attributed": self.attributed,
            "ms": round(self.outcome.ms, 3),
        }


def score(outcome: Outcome, disclosures: frozenset[str] = frozenset()) -> Score:
    """Score one outcome; ``disclosures`` are the codes of rules that demand a disclosure."""
    case, decision = outcome.case, outcome.decision
    faulty = not case.is_clean
    return Score(
        outcome=outcome,
        leak=faulty and _leaks(outcome),
        false_alarm=case.is_clean
        and (decision.verdict is not Verdict.PASS or decision.text_after != case.draft),
        over_block=faulty
        and decision.verdict is Verdict.BLOCK
        and set(case.expected.verdicts) == {Verdict.MODIFY},
        attributed=faulty
        and any(_explains(found, case, disclosures) for found in decision.findings),
    )


def measure(
    rows: BundleRows, cases: Sequence[Case], *, budget_seconds: float, judge: Judge | None = None
) -> list[Score]:
    """Judge and score cases against a bundle; ``budget_seconds`` is the gate's for each draft."""
    evaluation = Evaluation(rows, budget_seconds=budget_seconds, judge=judge)
    disclosures = disclosures_of(evaluation.ruleset)
    return [score(outcome, disclosures) for outcome in evaluation.outcomes(cases)]


def disclosures_of(ruleset: RuleSet) -> frozenset[str]:
    """Return the codes of the rules that demand a disclosure."""
    return frozenset(
        rule.code
        for rule in ruleset.rules
        if rule.kind is RuleKind.REQUIRED_DISCLOSURE or rule.action is RuleAction.INSERT_DISCLOSURE
    )


def _leaks(outcome: Outcome) -> bool:
    decision, expected = outcome.decision, outcome.case.expected
    if decision.verdict is Verdict.BLOCK:
        return False
    after = decision.text_after
    if decision.verdict is Verdict.PASS or after is None:
        return True
    folded = after.casefold()
    return (
        any(text.casefold() in folded for text in expected.must_not_contain_after)
        or any(text.casefold() not in folded for text in expected.must_contain_after)
        or (expected.max_chars_after is not None and len(after) > expected.max_chars_after)
    )


def _explains(found: Finding, case: Case, disclosures: frozenset[str]) -> bool:
    """Whether a finding names the right kind of failure at the words at fault.

    For a missing disclosure there are no such words: the rule is enough.
    """
    expected = case.expected
    if found.layer not in {*expected.failures, *expected.failures_alt}:
        return False
    if found.rule in disclosures and expected.must_contain_after:
        return True
    return any(
        start < max(found.end, found.start + 1) and found.start < start + len(text)
        for text in expected.evidence
        for start in _places(text, case.draft)
    )


def _places(text: str, draft: str) -> Iterable[int]:
    start = draft.find(text) if text else -1
    while start >= 0:
        yield start
        start = draft.find(text, start + 1)


def summary(scores: Sequence[Score]) -> dict[str, dict[str, Any]]:
    """Return the numbers over all cases and for each kind of failure.

    A kind's clean cases are all clean ones: its false alarms are those that a finding of this
    kind raised.
    """
    kinds = {layer.value: _of_kind(scores, layer) for layer in Layer}
    return {EVERYTHING: _numbers(scores, [item for item in scores if item.false_alarm]), **kinds}


def _of_kind(scores: Sequence[Score], layer: Layer) -> dict[str, Any]:
    mine = [item for item in scores if item.case.is_clean or layer in item.case.expected.failures]
    alarms = [
        item
        for item in mine
        if item.false_alarm
        and any(
            found.layer is layer and found.severity is not Severity.ADVISE
            for found in item.outcome.decision.findings
        )
    ]
    return _numbers(mine, alarms)


def _numbers(scores: Sequence[Score], alarms: Sequence[Score]) -> dict[str, Any]:
    faulty = [item for item in scores if not item.case.is_clean]
    clean = len(scores) - len(faulty)
    times = sorted(item.outcome.ms for item in scores)
    verdicts = [item.verdict for item in faulty]
    return {
        "cases": len(scores),
        "faulty": len(faulty),
        "clean": clean,
        "leaks": sum(item.leak for item in faulty),
        "leak_rate": _rate(sum(item.leak for item in faulty), len(faulty)),
        "false_alarms": len(alarms),
        "false_alarms_modified": sum(item.verdict is Verdict.MODIFY for item in alarms),
        "false_alarms_blocked": sum(item.verdict is Verdict.BLOCK for item in alarms),
        "false_alarm_rate": _rate(len(alarms), clean),
        "attributed": sum(item.attributed for item in faulty),
        "attribution_rate": _rate(sum(item.attributed for item in faulty), len(faulty)),
        "over_blocks": sum(item.over_block for item in faulty),
        "modify_share": _rate(verdicts.count(Verdict.MODIFY), len(faulty)),
        "block_share": _rate(verdicts.count(Verdict.BLOCK), len(faulty)),
        "median_ms": round(median(times), 3) if times else None,
        "p95_ms": round(times[math.ceil(0.95 * len(times)) - 1], 3) if times else None,
    }


def _rate(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
