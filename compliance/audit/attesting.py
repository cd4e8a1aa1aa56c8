"""Signs statements on replies that were sent, with the key of the log that tells of them."""

from __future__ import annotations

from typing import Any

from compliance.audit import keys
from compliance.audit.bundle import reply_statement
from compliance.audit.canonical import read_canonical
from compliance.audit.notes import Signer
from compliance.audit.statements import envelope
from compliance.models import AuditCheckpoint, AuditKey, AuditLeaf, AuditLog


def attest(leaf: AuditLeaf) -> dict[str, Any] | None:
    """Return the signed statement on the reply whose sending a leaf's event tells, on demand.

    Nothing when it tells of something else, or when no checkpoint covers it yet.

    Raises:
        KeyFaultError: when the log's key is not at hand.
    """
    top = AuditCheckpoint.objects.filter(log=leaf.log_id).first()
    if top is None or top.size <= leaf.index:
        return None
    said = read_canonical(bytes(leaf.event.body))
    payload = reply_statement(said, index=leaf.index, checkpoint=top.note)
    return None if payload is None else envelope(payload, signer_of(leaf.log))


def signer_of(log: AuditLog) -> Signer:
    """Return the key that the log is signed with now, not one that is still to take over.

    Raises:
        KeyFaultError: when it is not at hand.
    """
    in_use = AuditKey.objects.filter(log=log, until=None).values_list("vkey", flat=True)
    for each in keys.signers_of(log.origin):
        if each.verifier.vkey in in_use:
            return each
    raise keys.KeyFaultError("The key at hand is not the one that the log is signed with.")
