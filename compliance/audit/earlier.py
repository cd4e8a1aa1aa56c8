"""What a log has come to when it is closed, as the first event of the next one says it."""

from __future__ import annotations

from typing import Any, Final

from compliance.audit.canonical import CanonicalError, read_canonical
from compliance.audit.merkle import Frontier, leaf_hash
from compliance.models import AuditCheckpoint, AuditLeaf, AuditLog, EventType, PendingEvent

_COMPARED: Final = ("size", "root", "checkpoint", "waiting", "waiting_root")


def state_of(log: AuditLog) -> dict[str, Any]:
    """Return how far a log has come. Two queries.

    ``waiting`` are its events without a place, and ``waiting_root`` the root of a tree (RFC 6962)
    over their bytes in the order in which they were written.
    """
    last = AuditCheckpoint.objects.filter(log=log).first()
    queue = PendingEvent.objects.filter(event__log=log).order_by("number")
    bodies = queue.values_list("event__body", flat=True)
    rest, _ = Frontier().appended(leaf_hash(bytes(body)) for body in bodies)
    return {
        "log": log.origin,
        "size": log.size,
        "root": None if last is None else bytes(last.root).hex(),
        "checkpoint": None if last is None else last.note,
        "waiting": rest.size,
        "waiting_root": rest.root.hex() if rest.size else None,
    }


def lost_for_good(log: AuditLog) -> str | None:
    """Return the checkpoint of a closed log whose events the database lost, as the next one tells.

    Nothing where the next log tells of none.
    """
    following = AuditLog.objects.filter(pk__gt=log.pk).order_by("pk").first()
    told = _told_by(following) if following is not None else None
    published = (told or {}).get("published")
    return published if (told or {}).get("log") == log.origin else None


def succession_faults(log: AuditLog) -> list[str]:
    """Return what is wrong with how a log follows on the one before it, in plain words."""
    before = AuditLog.objects.filter(pk__lt=log.pk).order_by("-pk").first()
    if not log.size:
        return []
    told = _told_by(log)
    if before is None:
        missing = None if told is None else told.get("log")
        return [f"It follows on {missing}, of which nothing is here."] if told else []
    if told is None or told.get("log") != before.origin:
        return [f"It does not begin with an event that names the log before it, {before.origin}."]
    now = state_of(before)
    return [
        f"The {name.replace('_', ' ')} of the log before it, {before.origin}, is not what it was "
        "when that was closed."
        for name in _COMPARED
        if told.get(name) != now[name]
    ]


def _told_by(log: AuditLog) -> dict[str, Any] | None:
    """Return what the first event of a log says of the one before it."""
    first = AuditLeaf.objects.filter(log=log, index=0).select_related("event").first()
    if first is None or first.event.type != EventType.LOG_OPENED:
        return None
    try:
        told = read_canonical(bytes(first.event.body))["details"]["earlier"]
    except (CanonicalError, KeyError, TypeError):
        return None
    return told if isinstance(told, dict) else None
