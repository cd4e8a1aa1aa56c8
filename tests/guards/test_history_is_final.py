"""Invariant 5, attacked: nothing that was recorded is changed, deleted or emptied away by SQL."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from simple_history.models import HistoricalChanges

from compliance.audit.events import Happening, append, open_log
from compliance.audit.keys import create
from compliance.audit.sequencer import sequence
from compliance.models import AuditKey, AuditLog, AuditSalt, EventType, GateInputPart
from locations.models import Brand
from locations.models.kept import Kept

# Tables by the beginnings of their names: a record that its model does not declare is found here.
RECORDS = ("_historical", "audit", "decision", "approval", "sent")
# Not records: how far the examination of the log is.
WORK = {"compliance.AuditCheck", "compliance.AuditExport", "compliance.AuditExportPart"}

# pg_trigger.h: before 2, delete 8, update 16, truncate 32.
BEFORE, DELETE, UPDATE, TRUNCATE = 2, 8, 16, 32


def kept():
    """Each model of records with the statements that its triggers have to refuse."""
    for model in apps.get_models():
        if issubclass(model, HistoricalChanges):
            yield pytest.param(model, DELETE | UPDATE | TRUNCATE, id=model._meta.db_table)
        elif issubclass(model, Kept):
            refused = UPDATE | TRUNCATE | (0 if model.erasable else DELETE)
            yield pytest.param(model, refused, id=model._meta.db_table)


def refused(statement, *parameters):
    with (
        pytest.raises(IntegrityError, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, parameters)


def test_what_is_called_a_record_is_declared_as_one():
    found = [
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in {"locations", "compliance", "drafting", "console"}
        and any(word in model._meta.model_name for word in RECORDS)
        and not issubclass(model, Kept | HistoricalChanges)
    ]

    assert set(found) == WORK


@pytest.mark.parametrize(("model", "statements"), list(kept()))
def test_every_record_has_its_triggers(model, statements, db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgtype::int FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
            " WHERE tgrelid = %s::regclass AND NOT tgisinternal AND tgenabled = 'O'"
            " AND starts_with(proname, 'refuse_')",
            [model._meta.db_table],
        )
        found = [events for (events,) in cursor.fetchall() if events & BEFORE]
    events = 0
    for each in found:
        events |= each
    assert events & statements == statements, (
        "add them in a migration: CALL set_history_final(app, true)"
    )


@pytest.mark.parametrize(("model", "statements"), list(kept()))
def test_what_auditors_read_and_what_changes_are_fields(model, statements):
    for name in (*getattr(model, "changes", ()), *getattr(model, "for_auditors", ())):
        assert model._meta.get_field(name).concrete


def test_history_cannot_be_rewritten_deleted_or_emptied(db):
    brand = Brand.objects.create(code="alder", name="Alder")
    record = brand.history.get()
    refused("UPDATE locations_historicalbrand SET history_change_reason = 'forged'")
    refused("DELETE FROM locations_historicalbrand")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL draftgate.may_truncate = off; SET CONSTRAINTS ALL IMMEDIATE")
    refused("TRUNCATE locations_historicalbrand")
    refused("TRUNCATE compliance_gatedecision CASCADE")
    assert brand.history.get() == record


@pytest.fixture
def log(db, settings, tmp_path):
    settings.DRAFTGATE_AUDIT_KEY = ""
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "key")
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(tmp_path / "checkpoint")
    log = open_log()
    create(log.origin)
    with transaction.atomic():
        append(Happening(EventType.DRAFT_SHOWN, log.opened_at, texts={"text": "Hello."}))
    sequence(now=log.opened_at)
    return log


def test_a_log_grows_and_closes_and_nothing_else(log):
    AuditLog.objects.update(size=2, refusal="why", closed_at=log.opened_at)

    refused("UPDATE compliance_auditlog SET origin = 'other.example/audit/1'")
    refused("UPDATE compliance_auditlog SET opened_at = opened_at - interval '1 day'")
    refused("DELETE FROM compliance_auditlog")
    with pytest.raises(ProtectedError):
        log.delete()


def test_a_key_is_replaced_and_not_rewritten(log):
    AuditKey.objects.update(until=1)

    refused("UPDATE compliance_auditkey SET vkey = 'other'")
    refused("UPDATE compliance_auditkey SET since = 0")
    refused("DELETE FROM compliance_auditkey")


def test_a_salt_goes_and_is_not_exchanged(log):
    refused("UPDATE compliance_auditsalt SET salt = '\\x00'")

    assert AuditSalt.objects.all().delete()[0] == 1


def test_what_the_gate_read_goes_and_is_not_exchanged(db):
    # SHA-256 of nothing.
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    GateInputPart.objects.create(sha256=empty, body=b"")
    refused("UPDATE compliance_gateinputpart SET sha256 = %s", "0" * 64)

    assert GateInputPart.objects.all().delete()[0] == 1
