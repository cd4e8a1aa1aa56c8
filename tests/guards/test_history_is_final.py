"""Invariant 5, attacked: nothing that was recorded is changed, deleted or emptied away by SQL."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from simple_history.models import HistoricalChanges

from locations.models import Brand

FINAL = sorted(
    {
        *(
            model._meta.db_table
            for model in apps.get_models()
            if issubclass(model, HistoricalChanges)
        ),
        "compliance_auditcheckpoint",
        "compliance_auditevent",
        "compliance_auditleaf",
        "compliance_auditnode",
        "compliance_gatedecision",
        "drafting_approval",
        "drafting_sentreply",
    }
)


def refused(statement):
    with (
        pytest.raises(IntegrityError, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize("table", FINAL)
def test_every_record_has_its_triggers(table, db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bit_or(tgtype::int) FROM pg_trigger"
            " WHERE tgrelid = %s::regclass AND NOT tgisinternal AND tgenabled = 'O'",
            [table],
        )
        (events,) = cursor.fetchone()
    # pg_trigger.h: before 2, delete 8, update 16, truncate 32.
    assert (events or 0) & 58 == 58, "add them in a migration: CALL set_history_final(app, true)"


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
