"""Decisions of the gate taken again from what they were taken from: the same, or what differs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from typing import Final

from compliance.earlier_rules import ruleset_then
from compliance.evaluate import SEALED_PARTS, SHARED_PARTS, evaluate, unsaved
from compliance.gate import GATE_VERSION
from compliance.gate.differences import Difference, differences
from compliance.gate.fingerprint import Json
from compliance.gate.types import GateInput
from compliance.models import DecisionPurpose, GateDecision, GateInputPart, SealedInputPart
from compliance.sealing import keyring
from compliance.sealing.cipher import SealError
from compliance.sealing.keyring import ErasedError
from compliance.sealing.master import MasterKeyError
from drafting.context.restoring import Restored, RestoringError, restore_case

# A replay has no customer waiting: it must not end otherwise because the machine is busy.
SECONDS: Final = 60.0
_COMPARED: Final = (
    "verdict",
    "input_digest",
    "output_digest",
    "output_text",
    "findings",
    "edits",
    "remaining",
    "faults",
    "rules_in_scope",
    "facts_digest",
    "facts_sha256",
    "ruleset_sha256",
    "tone_sha256",
    "channel_sha256",
    "case_digest",
    "tone_report",
    "tone_given",
)


class Outcome(StrEnum):
    """How a replay ended."""

    IDENTICAL = "identical"
    DIFFERENT = "different"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Replay:
    """What came of taking a decision again.

    ``why`` says what makes it impossible; ``notes`` what a reader should know beside the result.
    """

    outcome: Outcome
    differences: tuple[Difference, ...] = ()
    why: str = ""
    notes: tuple[str, ...] = ()


def replay(decision: GateDecision) -> Replay:
    """Take a stored decision again and compare it to the byte. Eight queries at most."""
    if why := _never_gated(decision):
        return Replay(Outcome.IMPOSSIBLE, why=why)
    try:
        return _taken_again(decision)
    except ErasedError as error:
        return Replay(Outcome.IMPOSSIBLE, why=f"What the gate read is not kept any more. {error}")
    except (SealError, MasterKeyError) as error:
        return Replay(Outcome.IMPOSSIBLE, why=f"What the gate read cannot be opened. {error}")


def _taken_again(decision: GateDecision) -> Replay:
    parts = _parts(decision)
    if gone := [name for name in (*SEALED_PARTS, *SHARED_PARTS) if name not in parts]:
        keyring.key(decision.data_key_id)  # which says when it was erased
        return Replay(
            Outcome.IMPOSSIBLE,
            why=f"What the gate read is not kept any more ({', '.join(gone)}): its texts were "
            "erased.",
        )
    try:
        stored = {name: json.loads(part) for name, part in parts.items()}
        restored = restore_case({**stored.pop("case"), **stored})
    except (ValueError, TypeError) as error:
        said = str(error) if isinstance(error, RestoringError) else "it is no JSON of a case"
        return Replay(
            Outcome.IMPOSSIBLE, why=f"What was kept of what the gate read cannot be read: {said}."
        )
    rules = ruleset_then(decision.decided_at, decision.ruleset_sha256)
    again = unsaved(
        evaluate(restored.value, load_rules=lambda: rules, budget_seconds=SECONDS),
        subject=decision.subject,
        purpose=DecisionPurpose(decision.purpose),
        decided_at=decision.decided_at,
        key_id=decision.data_key_id,
    )
    found = differences(compared(decision), compared(again))
    return Replay(
        Outcome.DIFFERENT if found else Outcome.IDENTICAL,
        differences=found,
        notes=tuple(_notes(decision, again, restored)),
    )


def _parts(decision: GateDecision) -> dict[str, bytes]:
    """Return the parts of what the gate read that are kept, by their names. Three queries."""
    shared = {name: getattr(decision, f"{name}_sha256") for name in SHARED_PARTS}
    own = {name: getattr(decision, f"{name}_digest") for name in SEALED_PARTS}
    kept = {
        part.sha256: bytes(part.body)
        for part in GateInputPart.objects.filter(pk__in=shared.values())
    }
    for part in SealedInputPart.objects.filter(
        data_key=decision.data_key_id, digest__in=own.values()
    ):
        kept[part.digest] = part.body
    addresses = own | shared
    return {name: kept[address] for name, address in addresses.items() if address in kept}


def compared(decision: GateDecision) -> Json:
    """Return all that a decision says and what it depends on, as plain data."""
    held = decision.hold_until
    return {
        **{name: getattr(decision, name) for name in _COMPARED},
        "hold_until": None if held is None else held.astimezone(UTC).isoformat(),
    }


def _never_gated(decision: GateDecision) -> str:
    """Say why there is nothing to take again; nothing where there is."""
    if not decision.facts_digest:
        return "The facts could not be put together then, so the gate did not run."
    if not decision.case_digest:
        return "It was taken before what the gate reads was kept."
    if not decision.ruleset_sha256:
        return "The rules could not be loaded then, so the gate did not run."
    return ""


def _notes(decision: GateDecision, again: GateDecision, restored: Restored[GateInput]) -> list[str]:
    notes: list[str] = []
    if decision.gate_version != GATE_VERSION:
        notes.append(
            f"It was taken by version {decision.gate_version} of the gate, and again by version "
            f"{GATE_VERSION}."
        )
    if decision.ruleset_sha256 != again.ruleset_sha256:
        notes.append(
            "The history of rules and concepts does not hold those of then: they were changed "
            "past it. It was taken again with the rules that the history has for that moment."
        )
    if restored.missing:
        notes.append(f"Not recorded then: {', '.join(sorted(restored.missing))}.")
    if restored.unread:
        notes.append(f"Recorded then, and not read any more: {', '.join(sorted(restored.unread))}.")
    return notes
