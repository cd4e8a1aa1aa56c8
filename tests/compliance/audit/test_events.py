"""Events: written with what they tell of, found by it, and never changed."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from compliance.audit.canonical import CanonicalError, read_canonical
from compliance.audit.commitments import commitment
from compliance.audit.events import Actor, Happening, append, uuid7
from compliance.models import ActorKind, AuditEvent, EventType, PendingEvent

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 21, 9, 30, 0, 250_000, tzinfo=UTC)


def shown() -> Happening:
    return Happening(
        type=EventType.DRAFT_SHOWN,
        at=AT,
        actor=Actor(ActorKind.AGENT, "dana", "Dana Ruiz"),
        location="elm",
        ticket="T-1",
        draft=uuid4(),
        details={"decision": "pass", "rules": [{"code": "r1", "version": 2}]},
        texts={"draft": "Hello Ines, we are open."},
    )


def test_an_event_says_it_all_but_no_text() -> None:
    told = shown()
    (event,) = append(told)
    stored = AuditEvent.objects.get(pk=event.pk)
    said = read_canonical(bytes(stored.body))
    assert said["type"] == "draft.shown"
    assert said["at"] == "2026-11-21T09:30:00.250000Z"
    assert said["actor"] == {"kind": "agent", "id": "dana", "name": "Dana Ruiz"}
    assert (said["location"], said["ticket"], said["draft"]) == ("elm", "T-1", str(told.draft))
    assert said["details"] == told.details
    assert b"Ines" not in bytes(stored.body)
    salt = stored.salts.get(name="draft").salt
    assert said["texts"] == [
        {"name": "draft", "sha256": commitment("Hello Ines, we are open.", bytes(salt))}
    ]
    assert PendingEvent.objects.get().event_id == stored.pk


def test_an_event_goes_with_what_it_tells_of() -> None:

    def fails() -> None:
        with transaction.atomic():
            append(shown())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert not AuditEvent.objects.exists()
    assert not PendingEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_no_event_stands_alone() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        append(shown())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE compliance_auditevent SET actor = 'nobody'",
        "DELETE FROM compliance_auditevent",
        "TRUNCATE compliance_auditevent CASCADE",
    ],
)
def test_the_database_refuses_to_change_one(statement: str) -> None:
    append(shown())
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL draftgate.may_truncate = 'off'; SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            cursor.execute(statement)


def test_details_are_exact() -> None:
    with pytest.raises(CanonicalError):
        append(Happening(EventType.GATE_DECIDED, AT, details={"score": 0.5}))


def test_identities_sort_by_their_moment() -> None:
    later = AT.replace(second=1)
    assert uuid7(AT).hex[:12] < uuid7(later).hex[:12]
    assert (uuid7(AT).version, len({uuid7(AT) for _ in range(100)})) == (7, 100)
