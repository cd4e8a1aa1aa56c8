"""What events name beyond their columns, by an index: decisions, and rules day by day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, Max, Min, QuerySet, TextField

from compliance.models import AuditEvent, ComplianceRule

# Of a rule whose history is not here, as many versions are looked for.
_USUAL_VERSIONS: Final = 20


def naming(events: QuerySet[AuditEvent], terms: Iterable[str]) -> QuerySet[AuditEvent]:
    """Return the events that name one of some terms."""
    named: Any = Func(
        F("body"), function="audit_terms", output_field=ArrayField(base_field=TextField())
    )
    return events.alias(named=named).filter(named__overlap=list(terms))


def of_decision(decision: UUID) -> str:
    """Return the term of a decision of the gate, and of what was done by it."""
    return str(decision)


def of_rule(code: str, version: int, day: date) -> str:
    """Return the term of a version of a rule, in scope of a decision or published on a day."""
    return f"{code} {version} {day.isoformat()}"


def of_rule_ever(code: str) -> list[str]:
    """Return all terms that a rule may have had since the first event. Two queries."""
    first, last = days()
    return [
        of_rule(code, version, first + timedelta(days=number))
        for number in range((last - first).days + 1)
        for version in versions_of(code)
    ]


def versions_of(code: str) -> range:
    """Return the versions that there may be of a rule. One query."""
    known = ComplianceRule.history.filter(code=code).aggregate(last=Max("version"))["last"]
    return range(1, (known or _USUAL_VERSIONS) + 1)


def days() -> tuple[date, date]:
    """Return the days of the first event and of the last one, in UTC; today without any."""
    ends = AuditEvent.objects.aggregate(first=Min("at"), last=Max("at"))
    now = datetime.now(UTC)
    return day_of(ends["first"] or now), day_of(ends["last"] or now)


def day_of(at: datetime) -> date:
    """Return the day of a moment in UTC, as events have it."""
    return at.astimezone(UTC).date()
