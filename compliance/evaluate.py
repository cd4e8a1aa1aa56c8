"""Run the gate on one text and record the decision; anything that goes wrong blocks."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final, cast
from uuid import UUID

from django.conf import settings

from compliance.gate import GATE_VERSION
from compliance.gate.faults import named
from compliance.gate.fingerprint import canonical, plain
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import RuleSet
from compliance.gate.types import Decision, GateFault, GateInput, Severity, Verdict
from compliance.loading import stored_ruleset
from compliance.models import DecisionPurpose, GateDecision, GateInputPart, SealedInputPart
from compliance.sealing import keyring

logger = logging.getLogger(__name__)

# Parts of a case that are configuration, under their SHA-256: tones and channels are few.
SHARED_PARTS: Final = ("tone", "channel")
# Parts that are about a person, sealed: the facts, and all else of the case.
SEALED_PARTS: Final = ("facts", "case")


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
    evaluation: Evaluation,
    *,
    subject: UUID,
    purpose: DecisionPurpose,
    decided_at: datetime,
    key_id: UUID,
) -> GateDecision:
    """Store a decision about the draft ``subject``, with what it was taken from. Three queries.

    What is about a person is sealed with the data key ``key_id``.

    Raises:
        SealError: when the key is destroyed, or there is none.
        MasterKeyError: when there is no master key that opens it.
    """
    parts = _parts(evaluation.case)
    shared = [GateInputPart(sha256=_sha256(parts[name]), body=parts[name]) for name in SHARED_PARTS]
    own = [
        SealedInputPart(
            data_key_id=key_id, digest=keyring.digest(parts[name], key_id), body=parts[name]
        )
        for name in SEALED_PARTS
    ]
    # In one order, so that two who store the same parts never wait for each other.
    shared.sort(key=lambda part: part.sha256)
    own.sort(key=lambda part: part.digest)
    GateInputPart.objects.bulk_create(shared, ignore_conflicts=True)
    SealedInputPart.objects.bulk_create(own, ignore_conflicts=True)
    row = _row(evaluation, parts, subject=subject, purpose=purpose, decided_at=decided_at)
    _name(row, evaluation, parts, key_id)
    row.save(force_insert=True)
    return row


def unsaved(
    evaluation: Evaluation,
    *,
    subject: UUID,
    purpose: DecisionPurpose,
    decided_at: datetime,
    key_id: UUID | None = None,
) -> GateDecision:
    """Return a decision as it would be stored; without a key its digests are plain SHA-256.

    Raises:
        SealError: when the key is destroyed, or there is none.
        MasterKeyError: when there is no master key that opens it.
    """
    parts = _parts(evaluation.case)
    row = _row(evaluation, parts, subject=subject, purpose=purpose, decided_at=decided_at)
    _name(row, evaluation, parts, key_id)
    return row


def is_about(decision: GateDecision, text: str) -> bool:
    """Say whether a decision was taken on exactly this text.

    Raises:
        SealError: when its key is destroyed, or there is none.
        MasterKeyError: when there is no master key that opens it.
    """
    return digest_of(text, cast("UUID | None", decision.data_key_id)) == decision.input_digest


def digest_of(text: str, key_id: UUID | None) -> str:
    """Return the digest of a text under a data key; without one its plain SHA-256."""
    return _digest(text.encode("utf-8", "surrogatepass"), key_id)


def _digest(body: bytes, key_id: UUID | None) -> str:
    return _sha256(body) if key_id is None else keyring.digest(body, key_id)


def _parts(case: GateInput) -> dict[str, bytes]:
    """Return a case in parts, as canonical JSON; "case" is what no other one has."""
    parts = {name: canonical(getattr(case, name)) for name in ("facts", *SHARED_PARTS)}
    own = [part.name for part in fields(case) if part.name not in parts]
    parts["case"] = canonical({name: getattr(case, name) for name in own})
    return parts


def _sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _name(
    row: GateDecision, evaluation: Evaluation, parts: dict[str, bytes], key_id: UUID | None
) -> None:
    """Name the texts that a decision was taken on and came to, under its data key."""
    after = evaluation.decision.text_after
    if key_id is not None:
        row.data_key_id = key_id
    row.input_digest = digest_of(evaluation.case.text, key_id)
    row.output_digest = None if after is None else digest_of(after, key_id)
    row.facts_digest = _digest(parts["facts"], key_id)
    row.case_digest = _digest(parts["case"], key_id)


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
        output_text=decision.text_after,
        findings=plain(decision.findings),
        edits=plain(decision.edits),
        remaining=plain(decision.remaining),
        layers=list(
            dict.fromkeys(
                each.layer.value
                for each in decision.findings
                if each.severity is not Severity.ADVISE
            )
        ),
        edited=bool(decision.edits),
        faults=plain(decision.faults),
        rules_in_scope=plain(decision.rules_in_scope),
        facts_sha256=_sha256(parts["facts"]),
        ruleset_sha256=evaluation.ruleset_sha256,
        tone_sha256=_sha256(parts["tone"]),
        channel_sha256=_sha256(parts["channel"]),
        hold_until=decision.hold_until,
        tone_report=None if decision.tone is None else plain(decision.tone),
        tone_given=None if decision.tone_given is None else plain(decision.tone_given),
        gate_version=GATE_VERSION,
        duration_ms=evaluation.duration_ms,
    )
