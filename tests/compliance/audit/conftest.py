"""A log with a key and a published checkpoint of its own, and events to put into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import django
import pytest

# pytest reads this file before it configures itself when this folder is named on its command line.
django.setup()

# ruff: noqa: E402
from django.db import transaction

from compliance.audit import keys
from compliance.audit.events import Actor, Happening, append, open_log
from compliance.audit.merkle import frontier
from compliance.audit.sequencer import sequence
from compliance.audit.stored import with_hashes
from compliance.audit.verification import LogCheck
from compliance.models import ActorKind, AuditEvent, AuditLog, EventType
from tests.compliance.audit.owner import as_table_owner

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)

_BACKWARDS = (
    (
        "DELETE FROM compliance_auditsalt s USING compliance_auditleaf t"
        " WHERE t.event_id = s.event_id AND t.index >= %s"
    ),
    (
        "DELETE FROM compliance_auditevent e USING compliance_auditleaf t"
        " WHERE t.event_id = e.id AND t.index >= %s"
    ),
    "DELETE FROM compliance_auditleaf WHERE index >= %s",
    "DELETE FROM compliance_auditnode WHERE index >= %s >> level::int",
    "DELETE FROM compliance_auditcheckpoint WHERE size > %s",
)


@pytest.fixture
def folder(settings, tmp_path) -> Path:
    """A place of its own for the key and the published checkpoint."""
    settings.DRAFTGATE_AUDIT_KEY = ""
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "audit" / "key")
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(tmp_path / "audit" / "checkpoint")
    return tmp_path / "audit"


@pytest.fixture
def key(folder, db):
    return keys.create(open_log().origin)


@pytest.fixture
def happen(db) -> Callable[..., list[AuditEvent]]:
    """Write so many events, each in a transaction of its own."""

    def write(count: int = 1, *, draft: UUID | None = None) -> list[AuditEvent]:
        written = []
        for number in range(count):
            with transaction.atomic():
                written += append(
                    Happening(
                        EventType.DRAFT_SHOWN,
                        AT + timedelta(seconds=number),
                        actor=Actor(ActorKind.AGENT, "dana", "Dana Ruiz"),
                        location="elm",
                        ticket="T-1",
                        draft=draft or uuid4(),
                        texts={"draft": f"Hello number {number}."},
                    )
                )
        return written

    return write


@pytest.fixture
def place(key) -> Callable[..., int]:
    """Sequence, and return how many events got their place."""

    def go(most: int = 1_000) -> int:
        return sequence(most=most, now=AT)

    return go


def verified(**options) -> LogCheck:
    """A finished examination of the open log."""
    check = LogCheck(AuditLog.objects.get(closed_at=None), **options)
    while check.step():
        pass
    return check


@pytest.fixture
def check() -> Callable[..., LogCheck]:
    return verified


@pytest.fixture
def as_owner() -> Callable[..., object]:
    """Change rows as somebody can who owns the tables: without triggers and foreign keys."""
    return as_table_owner


@pytest.fixture
def go_back(as_owner) -> Callable[[int], None]:
    """Bring the database back to what it was at an earlier size, as a backup does."""

    def go(size: int) -> None:
        log = AuditLog.objects.get(closed_at=None)
        roots = list(with_hashes(log, lambda read: frontier(size, read)).roots)
        with as_owner() as cursor:
            for statement in _BACKWARDS:
                cursor.execute(statement, [size])
            cursor.execute("DELETE FROM compliance_pendingevent")
            AuditLog.objects.filter(pk=log.pk).update(size=size, roots=roots)

    return go
