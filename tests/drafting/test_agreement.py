"""A row that was exchanged in its own table is told from what its event says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from compliance.audit.canonical import read_canonical
from compliance.evaluate import digest_of
from compliance.models import AuditEvent, EventType, GateDecision
from compliance.sealing import keyring
from compliance.sealing.cipher import seal
from compliance.sealing.fields import Sealed, SealedField
from drafting import pulls, sending
from drafting.attestation.agreement import disagreements
from drafting.models import Draft, SentReply

FINE = "You can return your boots within 14 days."
TABLES = ("compliance_gatedecision", "drafting_sentreply", "drafting_draft", "compliance_auditsalt")


@pytest.fixture
def sent(draft, agent, now) -> Draft:
    visible = draft(FINE)
    pulls.pull(draft=visible, actor=agent, at=now)
    assert sending.send(draft=visible, actor=agent, text=FINE, at=now).sent is not None
    return visible


@contextmanager
def owner() -> Iterator[Any]:
    """Change rows as the owner of the tables can, or a superuser."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE drafting_sentreply DROP CONSTRAINT IF EXISTS sent_was_decided")
        yield cursor
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def changed(rows: QuerySet[Any], **values: Any) -> None:
    (row,) = rows
    sealed = {name: _sealed(row, name, value) for name, value in values.items()}
    with owner():
        assert rows.update(**sealed) == 1


def _sealed(row: Any, name: str, value: Any) -> Any:
    """Seal a text for a row, as somebody who has its key could."""
    field = row._meta.get_field(name)
    if not isinstance(field, SealedField) or value is None:
        return value
    key_id = field.key_of(row)
    written = field.write(value)
    key = keyring.key(key_id)
    return Sealed(seal(written, key=key, key_id=key_id, place=field.place(row)))


def reply_of(text: str) -> dict[str, str]:
    key_id = SentReply.objects.get().draft.ticket.data_key_id
    return {"text": text, "text_digest": digest_of(text, key_id)}


def test_tables_and_events_agree(sent) -> None:
    assert disagreements(sent.pk) == ()


@pytest.mark.parametrize(
    ("purpose", "values", "told"),
    [
        ("send", {"verdict": "block", "output_text": None, "output_digest": None}, "verdict"),
        ("pull", {"ruleset_sha256": "0" * 64}, "ruleset"),
        ("pull", {"rules_in_scope": []}, "rules"),
        ("generation", {"gate_version": 9_999}, "gate"),
    ],
)
def test_a_decision_that_was_exchanged_is_named(sent, purpose, values, told) -> None:
    changed(GateDecision.objects.filter(purpose=purpose), **values)
    (fault,) = disagreements(sent.pk)
    assert fault.endswith(f"the decision that is stored has another {told}.")


def test_facts_that_were_exchanged_are_named(sent) -> None:
    changed(GateDecision.objects.filter(purpose="pull"), facts_sha256="0" * 64)
    (fault,) = disagreements(sent.pk)
    assert fault.endswith("its facts is not the one that is stored.")


def test_a_reply_that_was_exchanged_is_named(sent) -> None:
    changed(SentReply.objects.all(), **reply_of("You can return your boots for ever."))
    (fault,) = disagreements(sent.pk)
    assert fault.endswith("its text is not the one that is stored.")
    changed(SentReply.objects.all(), **reply_of(FINE), edited=True)
    (fault,) = disagreements(sent.pk)
    assert fault.endswith("the reply that is stored has another edited.")


def test_what_a_model_wrote_is_named_when_it_was_exchanged(sent) -> None:
    changed(Draft.objects.all(), candidate_text="Hello.")
    (fault,) = disagreements(sent.pk)
    assert fault.endswith("its text is not the one that is stored.")


def test_a_reply_that_was_taken_away_is_named(sent) -> None:
    with owner() as cursor:
        cursor.execute("DELETE FROM drafting_sentreply")
    (fault,) = disagreements(sent.pk)
    assert fault.endswith("the reply is gone.")


def test_a_decision_that_no_event_tells_of_is_named(sent) -> None:
    with owner() as cursor:
        cursor.execute(
            "INSERT INTO compliance_gatedecision"
            " SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).*"
            " FROM compliance_gatedecision d WHERE purpose = 'send'"
        )
    (fault,) = disagreements(sent.pk)
    assert fault.startswith("No event tells of the decision")


def test_salts_that_are_gone_open_nothing_and_prove_nothing(sent) -> None:
    """As after an erasure: the events stay, and say nothing of the texts."""
    with owner() as cursor:
        cursor.execute("DELETE FROM compliance_auditsalt")
    changed(SentReply.objects.all(), **reply_of("Another."))
    assert disagreements(sent.pk) == ()
    event = AuditEvent.objects.get(type=EventType.DRAFT_SENT)
    assert len(read_canonical(bytes(event.body))["texts"]) == 2


def test_a_text_that_does_not_open_is_named(sent) -> None:
    with owner() as cursor:
        cursor.execute("UPDATE drafting_sentreply SET text = set_byte(text, 50, 0) || '\\x00'")
    (fault,) = disagreements(sent.pk)
    assert "cannot be opened" in fault


def test_what_was_erased_is_no_disagreement(sent, now) -> None:
    keyring.destroy([sent.ticket.data_key_id], at=now)
    assert disagreements(sent.pk) == ()
