"""Finds events of all logs, the newest first, page by page, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import OperationalError, connection, transaction
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL
from psycopg.errors import QueryCanceled

from compliance.audit.terms import day_of, days, naming, of_decision, versions_of
from compliance.models import AuditEvent

# What is found by conditions that hardly any event meets may take long; nobody waits for more.
_MOST_MILLISECONDS: Final = 5_000
# Each day with the terms that a rule has on it, in all its versions; the latest day first.
_DAYS: Final = """
    SELECT ARRAY(
        SELECT %s || ' ' || version || to_char(of.day, ' YYYY-MM-DD')
        FROM unnest(%s::int[]) AS version
    ) AS terms
    FROM generate_series(%s::timestamp, %s::timestamp, interval '-1 day') AS of(day)
"""


class TooWideError(Exception):
    """The events that would have to be read are too many; a shorter period is needed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What events are looked for; what is left out does not narrow it down.

    ``since`` counts, ``until`` does not; both are aware. ``rule`` finds decisions with the rule in
    scope and what published it; ``version`` is of the rule.
    """

    types: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    location: str = ""
    actor: str = ""
    ticket: str = ""
    draft: UUID | None = None
    rule: str = ""
    version: int | None = None
    decision: UUID | None = None

    @property
    def events(self) -> QuerySet[AuditEvent]:
        """The events, in no order yet."""
        found = AuditEvent.objects.order_by()
        for name, value in (
            ("at__gte", self.since),
            ("at__lt", self.until),
            ("location", self.location),
            ("actor", self.actor),
            ("ticket", self.ticket),
            ("draft", self.draft),
        ):
            if value:
                found = found.filter(**{name: value})
        if len(self.types) == 1:
            found = found.filter(type=self.types[0])
        elif self.types:
            found = found.filter(type__in=self.types)
        if self.decision:
            found = naming(found, [of_decision(self.decision)])
        return found


def newest(wanted: Wanted, *, before: AuditEvent | None = None, most: int) -> list[AuditEvent]:
    """Return up to ``most`` events with their places, newest first; those before one, if given.

    Where one condition or none is given, it reads no more events than it returns; by a rule those
    of whole days. One query, or five by a rule.

    Raises:
        TooWideError: when it takes longer than anybody should wait.
    """
    found = wanted.events
    if before is not None:
        found = found.filter(at__lte=before.at).exclude(at=before.at, pk__gte=before.pk)
    with bounded():
        if wanted.rule:
            keys = _by_rule(wanted, found, before=before, most=most)
            found = AuditEvent.objects.filter(pk__in=keys)
        elif wanted.decision:
            # A handful; the order of moments is no way to find them.
            found = AuditEvent.objects.filter(pk__in=list(found.values_list("pk", flat=True)))
        found = found.select_related("log", "leaf", "pending").order_by("-at", "-pk")
        return list(found[:most])


def _by_rule(
    wanted: Wanted, events: QuerySet[AuditEvent], *, before: AuditEvent | None, most: int
) -> list[UUID]:
    """Return the newest events that name a rule, day by day backwards until there are enough."""
    first, last = days()
    if wanted.since is not None:
        first = max(first, day_of(wanted.since))
    for end in (wanted.until, before.at if before is not None else None):
        if end is not None:
            last = min(last, day_of(end))
    versions = versions_of(wanted.rule) if wanted.version is None else [wanted.version]
    named = RawSQL("audit_terms(body) && day.terms", (), output_field=BooleanField())
    of_day, given = events.filter(named).order_by("-at", "-pk").values("id").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT found.id FROM ({_DAYS}) AS day"  # noqa: S608  (all that is asked is a parameter)
            f" CROSS JOIN LATERAL ({of_day}) AS found LIMIT %s",
            [wanted.rule, list(versions), last, first, *given, most],
        )
        return [key for (key,) in cursor.fetchall()]


@contextmanager
def bounded() -> Iterator[None]:
    """Give up reading events after a while. Two short statements more.

    Raises:
        TooWideError: when what is done within takes longer than anybody should wait.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = {_MOST_MILLISECONDS}")
            yield
            cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            raise TooWideError from error
        raise
