"""The scheduled self-check: workers go over every log, a slice at a time, again and again."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.db.models import Q

from compliance.audit.verification import LogCheck
from compliance.gate.faults import named
from compliance.models import AuditCheck, AuditLog

# A worker that said nothing for so long is taken to be gone.
_SILENCE: Final = timedelta(minutes=2)
_ASK_EVERY: Final = 30.0


class SelfCheck:
    """A worker's part in it: one slice per :meth:`turn`, while no other worker is at it."""

    def __init__(self) -> None:
        self._going: LogCheck | None = None
        self._row: AuditCheck | None = None
        self._asked = float("-inf")

    def turn(self, now: datetime) -> None:
        """Begin when it is time, or go over the next slice; faults are stored as they are found."""
        if self._going is None or self._row is None:
            if time.monotonic() - self._asked >= _ASK_EVERY:
                self._asked = time.monotonic()
                self._begin(now)
            return
        row = self._row
        try:
            more = self._going.step()
        except (DatabaseError, InterfaceError):
            raise  # it is waited for
        except Exception as error:
            # A check that never comes to its end would find nothing for ever, and say so to nobody.
            stopped = f"The check came to a stop after {self._going.read:,} events: {named(error)}"
            row.seen_at, row.faults = now, [*self._going.faults, stopped]
            row.save(update_fields=["seen_at", "faults"])
            raise
        faults = self._going.faults
        row.seen_at = now
        changed = ["seen_at"]
        if faults or not more:
            row.faults = list(faults)
            changed.append("faults")
        if not more:
            row.size, row.finished_at = self._going.read, now
            changed += ["size", "finished_at"]
            self._going = self._row = None
        row.save(update_fields=changed)

    def _begin(self, now: datetime) -> None:
        due = now - timedelta(minutes=settings.DRAFTGATE_AUDIT_CHECK_MINUTES)
        # Those that are closed as well: what was signed is to stay.
        for log in AuditLog.objects.order_by("-pk"):
            AuditCheck.objects.get_or_create(
                log=log, defaults={"started_at": log.opened_at, "seen_at": log.opened_at}
            )
            idle = Q(finished_at__isnull=False) | Q(seen_at__lte=now - _SILENCE)
            # Whoever changes the row has it; the other worker finds it changed.
            taken = AuditCheck.objects.filter(
                idle & Q(started_at__lte=due) | Q(finished_at=None, seen_at__lte=now - _SILENCE),
                log=log,
            ).update(started_at=now, seen_at=now, finished_at=None)
            if taken:
                self._row = AuditCheck.objects.get(log=log)
                self._going = LogCheck(log)
                return
