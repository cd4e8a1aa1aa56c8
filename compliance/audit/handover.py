"""Which key signs a log, and how the next one takes over from it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from compliance.audit.continuity import RefusedError
from compliance.audit.events import Happening, append
from compliance.audit.notes import KeySigner, NoteError, Verifier, read_vkey
from compliance.models import AuditEvent, AuditKey, AuditLog, EventType

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hands:
    """Who signs, who checks, and the key that takes over as soon as no backlog is left."""

    current: KeySigner
    successor: KeySigner | None
    known: tuple[Verifier, ...]
    recorded: AuditKey | None


def keys_of(log: AuditLog, held: Sequence[KeySigner]) -> Hands:
    """Find the key that the log is signed with among those at hand.

    Raises:
        RefusedError: when it is not there, or when a key is of another log.
    """
    for each in held:
        if each.name != log.origin:
            raise RefusedError(
                f"The key is of the log {each.name}, and the open log is {log.origin}. Bring its "
                "own key back, or make one where it has none yet: `manage.py audit_key create`."
            )
    recorded = list(AuditKey.objects.filter(log=log))
    try:
        known = dict.fromkeys(read_vkey(each.vkey) for each in recorded)
    except NoteError as error:
        raise RefusedError(f"A recorded key of the log was changed: {error}") from None
    known |= dict.fromkeys(each.verifier for each in held)
    in_use = next((each for each in recorded if each.until is None), None)
    if in_use is None:
        return Hands(held[0], None, tuple(known), None)
    for place, signer in enumerate(held):
        if signer.verifier.vkey == in_use.vkey:
            successor = held[0] if place else None
            if successor and successor.verifier.vkey in {each.vkey for each in recorded}:
                raise RefusedError("A key that was taken over from does not come back: make one.")
            return Hands(signer, successor, tuple(known), in_use)
    raise RefusedError(
        f"The log {log.origin} is signed with another key than the one at hand. Bring that key "
        f"back ({in_use.vkey}); to hand over to the new one, keep both, the new one first."
    )


def handed_over(log: AuditLog, hands: Hands, size: int, now: datetime) -> tuple[Hands, AuditEvent]:
    """Tell of the new key in the log itself, as the last event of the next ``size``.

    The checkpoint that covers it bears both signatures; later ones only the new key's.
    """
    successor = hands.successor
    if successor is None or hands.recorded is None:
        raise RuntimeError("There is no key to hand over to.")
    (told,) = append(
        Happening(
            type=EventType.KEY_ROTATED,
            at=now,
            details={"old": hands.current.verifier.vkey, "new": successor.verifier.vkey},
        )
    )
    hands.recorded.until = size
    hands.recorded.save(update_fields=["until"])
    made = AuditKey.objects.create(log=log, vkey=successor.verifier.vkey, since=size)
    logger.info("The log %s is signed with a new key: %s", log.origin, made.vkey)
    return Hands(hands.current, successor, hands.known, made), told
