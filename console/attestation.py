"""What is wrong with the log of what was decided, and with what protects it.

For the pages that show what needs a person.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Count, Min
from django.urls import reverse

from compliance.models import AuditCheck, AuditLog, PendingEvent
from console.privileges.powers import WHAT_TO_DO, examine

# Workers give an event its place within a second or two.
_LONG: Final = timedelta(minutes=2)
_MOST_NAMED: Final = 2
_WAITING: Final = (
    "events wait for their place in the log of decisions: is a worker running, and has it a key "
    "(manage.py audit_key create)?"
)


def alarms(at: datetime) -> list[tuple[int, str, str]]:
    """Return how many, what is wrong and where to read on; empty when nothing is.

    Three queries, and two more where the database's role is watched.
    """
    found: list[tuple[int, str, str]] = []
    refusing = AuditLog.objects.filter(closed_at=None).exclude(refusal="").first()
    waiting = PendingEvent.objects.filter(event__log__closed_at=None).aggregate(
        count=Count("number"), oldest=Min("written_at")
    )
    where = reverse("admin:compliance_auditcheck_changelist")
    if refusing is not None:
        found.append((1, f"log of decisions is not signed any more: {refusing.refusal}", where))
    elif waiting["oldest"] is not None and waiting["oldest"] < at - _LONG:
        found.append(
            (
                waiting["count"],
                _WAITING,
                where,
            )
        )
    for check in AuditCheck.objects.exclude(faults=[]):
        named = " ".join(check.faults[:_MOST_NAMED])
        found.append(
            (len(check.faults), f"faults in the log of decisions, found by itself: {named}", where)
        )
    if settings.DATABASE_ROLE_IS_WATCHED and (amiss := examine().sentences):
        named = " ".join(amiss[:_MOST_NAMED])
        what = f"gaps in what protects the records in the database: {named} {WHAT_TO_DO}"
        found.append((len(amiss), what, where))
    return found
