"""Run the gate on one text and record the decision; anything that goes wrong blocks."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final
from uuid import UUID

from django.conf import settings

from compliance.gate import GATE_VERSION
from compliance.gate.faults import named
from compliance.gate.fingerprint import canonical, plain, text_fingerprint
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import RuleSet
from compliance.gate.types import Decision, GateFault, GateInput, Verdict
from compliance.loading import stored_ruleset
from compliance.models import DecisionPurpose, GateDecision, GateInputPart

logger = logging.getLogger(__name__)

# Parts of a case that others share have an address of their own: tones and channels are few.
SHARED_PARTS: Final = ("facts", "tone", "channel")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A decision with what it was taken from and how long it took, in milliseconds."""

    case: GateInput
    decision: Decision
    ruleset_sha256: str
    duration_ms: float


def evaluate(
    case: GateInput,
    *,
    load_rules: Callable[[], RuleSet] = stored_ruleset,
    budget_seconds: float | None = None,
) -> Evaluation:
    """Gate a text against the stored rules, within the configured time unless told otherwise.

    Never raises: rules that cannot be loaded, like any other error, give a decision that blocks,
    with the fault kept apart from violations.
    """
    started = time.perf_counter()
    ruleset_sha256 = ""
    stage, what = "loading rules", "The rules could not be loaded"
    try:
        ruleset = load_rules()
        ruleset_sha256 = ruleset.fingerprint
        stage, what = "gate", "The gate could not decide"
        configured = settings.DRAFTGATE_GATE_TIMEOUT_MS / 1000
        decision = gate(case, ruleset, budget_seconds=budget_seconds or configured)
    except Exception as error:  # noqa: BLE001  (whatever it is, it blocks)
        # The text may be in the exception's arguments: only its type and place are kept.
        logger.error("%s: %s", what, named(error))  # noqa: TRY400
        decision = Decision(
            verdict=Verdict.BLOCK,
            text_after=None,
            faults=(GateFault(stage, f"{what}, so nothing was let through ({named(error)})."),),
        )
    return Evaluation(
        case=case,
        decision=decision,
        ruleset_sha256=ruleset_sha256,
        duration_ms=(time.perf_counter() - started) * 1000,
    )


def record(
    evaluation: Evaluation, *, subject: UUID, purpose: DecisionPurpose, decided_at: datetime
) -> GateDecision:
    """Store a decision about the draft ``subject``, with what it was taken from. Two queries."""
    parts = _parts(evaluation.case)
    kept = [GateInputPart(sha256=_sha256(body), body=body) for body in parts.values()]
    # In one order, so that two who store the same parts never wait for each other.
    kept.sort(key=lambda part: part.sha256)
    GateInputPart.objects.bulk_create(kept, ignore_conflicts=True)
    row = _row(evaluation, parts, subject=subject, purpose=purpose, decided_at=decided_at)
    row.save(force_insert=True)
    return row


def unsaved(
    evaluation: Evaluation, *, subject: UUID, purpose: DecisionPurpose, decided_at: datetime
) -> GateDecision:
    """Return a decision as it would be stored."""
    parts = _parts(evaluation.case)
    return _row(evaluation, parts, subject=subject, purpose=purpose, decided_at=decided_at)


def _parts(case: GateInput) -> dict[str, bytes]:
    """Return a case in parts, as canonical JSON; "case" is what no other one has."""
    parts = {name: canonical(getattr(case, name)) for name in SHARED_PARTS}
    own = [part.name for part in fields(case) if part.name not in SHARED_PARTS]
    parts["case"] = canonical({name: getattr(case, name) for name in own})
    return parts


def _sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _row(
    evaluation: Evaluation,
    parts: dict[str, bytes],
    *,
    subject: UUID,
    purpose: DecisionPurpose,
    decided_at: datetime,
) -> GateDecision:
    decision = evaluation.decision
    return GateDecision(
        subject=subject,
        purpose=purpose,
        decided_at=decided_at,
        verdict=decision.verdict.value,
        input_sha256=text_fingerprint(evaluation.case.text),
        output_sha256=(
            text_fingerprint(decision.text_after) if decision.text_after is not None else None
        ),
        output_text=decision.text_after,
        findings=plain(decision.findings),
        edits=plain(decision.edits),
        remaining=plain(decision.remaining),
        faults=plain(decision.faults),
        rules_in_scope=plain(decision.rules_in_scope),
        facts_sha256=_sha256(parts["facts"]),
        ruleset_sha256=evaluation.ruleset_sha256,
        tone_sha256=_sha256(parts["tone"]),
        channel_sha256=_sha256(parts["channel"]),
        case_sha256=_sha256(parts["case"]),
        hold_until=decision.hold_until,
        tone_report=None if decision.tone is None else plain(decision.tone),
        tone_given=None if decision.tone_given is None else plain(decision.tone_given),
        gate_version=GATE_VERSION,
        duration_ms=evaluation.duration_ms,
    )
