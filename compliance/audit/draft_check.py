"""Checks the events of one draft without reading the rest of the log: by their proofs."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from compliance.audit.checkpoints import verify_proof
from compliance.audit.merkle import ProofError
from compliance.audit.notes import NoteError, Verifier
from compliance.audit.reading import read_event
from compliance.audit.stored import proof_of
from compliance.audit.verification import readable_keys
from compliance.models import AuditEvent, AuditKey


@dataclass(frozen=True, slots=True)
class DraftChecked:
    """How many events a draft has, how many of them wait for their place, and what is wrong."""

    events: int
    waiting: int
    faults: tuple[str, ...]


def check_draft(draft: UUID, *, trusted: tuple[Verifier, ...] | None = None) -> DraftChecked:
    """Prove every event of a draft up to the latest checkpoint of its log.

    ``trusted`` are public keys that somebody holds outside; without them those in the database
    count.
    """
    events = AuditEvent.objects.filter(draft=draft).select_related("log", "leaf__log", "pending")
    faults: list[str] = []
    waiting = 0
    keys: dict[int, tuple[Verifier, ...]] = {}
    for event in events.order_by("at", "id"):
        _, wrong = read_event(event, origin=event.log.origin)
        if not hasattr(event, "leaf"):
            waiting += hasattr(event, "pending")
            if not hasattr(event, "pending"):
                wrong.append("It has no place in the log and does not wait for one.")
            faults += [f"Event {event.pk}: {each}" for each in wrong]
            continue
        if event.log_id not in keys:
            keys[event.log_id] = trusted if trusted is not None else _recorded(event.log_id)
        wrong += _proven(event, keys[event.log_id])
        faults += [f"Index {event.leaf.index:,}, event {event.pk}: {each}" for each in wrong]
    return DraftChecked(len(events), waiting, tuple(faults))


def _recorded(log: int) -> tuple[Verifier, ...]:
    return tuple(readable_keys(AuditKey.objects.filter(log=log)))


def _proven(event: AuditEvent, keys: tuple[Verifier, ...]) -> list[str]:
    try:
        proof = proof_of(event.leaf)
        if proof is None:
            return ["No checkpoint covers it."]
        verify_proof(proof.written, bytes(event.body), keys, origin=event.log.origin)
    except (NoteError, ProofError) as error:
        return [str(error)]
    return []
