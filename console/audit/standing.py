"""Where the log stands: how far it is signed, by which key, and what it found out about itself."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from compliance.models import AuditCheck, AuditCheckpoint, AuditKey, AuditLog, PendingEvent


@dataclass(frozen=True, slots=True)
class Standing:
    """The open log, and what waits for it; nothing where nothing has happened yet."""

    log: AuditLog | None
    checkpoint: AuditCheckpoint | None
    key: AuditKey | None
    check: AuditCheck | None
    waiting: int
    waiting_since: datetime | None
    earlier: tuple[AuditLog, ...]

    @property
    def root(self) -> str:
        """The root that was signed last, as checkpoints have it."""
        return base64.b64encode(bytes(self.checkpoint.root)).decode() if self.checkpoint else ""


def standing() -> Standing:
    """Return where the log stands. Five queries."""
    logs = list(AuditLog.objects.order_by("-opened_at"))
    log = next((each for each in logs if each.closed_at is None), None)
    # Those that a closed log was left with wait for nothing any more.
    pending = PendingEvent.objects.filter(event__log__closed_at=None)
    waiting = pending.aggregate(count=Count("number"), oldest=Min("written_at"))
    return Standing(
        log=log,
        checkpoint=latest_checkpoint(log),
        key=AuditKey.objects.filter(log=log, until=None).first(),
        check=AuditCheck.objects.filter(log=log).first(),
        waiting=waiting["count"],
        waiting_since=waiting["oldest"],
        earlier=tuple(each for each in logs if each is not log),
    )


def latest_checkpoint(log: AuditLog | None) -> AuditCheckpoint | None:
    """Return what was signed last of a log."""
    return AuditCheckpoint.objects.filter(log=log).first()
