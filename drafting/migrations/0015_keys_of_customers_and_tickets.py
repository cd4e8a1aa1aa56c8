"""Every customer has a data key, and every ticket its customer's or one of its own."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

import django.db.models.deletion
from django.core.management.base import CommandError
from django.db import migrations

from compliance.sealing import keyed
from compliance.sealing.cipher import new_key
from compliance.sealing.master import MasterKeyError, wrappers

BATCH = 1000
# Deferred foreign keys are checked before a table is changed again.
CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;"


def give_keys(apps: Any, schema_editor: Any) -> None:
    """Make a key for every customer there ever was, and for tickets of unknown customers."""
    customers = apps.get_model("drafting", "Customer")
    history = apps.get_model("drafting", "HistoricalCustomer")
    tickets = apps.get_model("drafting", "Ticket")
    known = set(customers.objects.values_list("pk", flat=True))
    known |= set(history.objects.values_list("id", flat=True).distinct())
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("ALTER TABLE drafting_historicalcustomer DISABLE TRIGGER history_is_final")
        for given in _given(apps, sorted(known)):
            for table in ("drafting_customer", "drafting_historicalcustomer"):
                cursor.execute(
                    f"UPDATE {table} SET data_key_id = given.key FROM "  # noqa: S608  (two names)
                    f"unnest(%s::bigint[], %s::uuid[]) AS given(id, key) WHERE {table}.id = given.id",
                    [list(given), list(given.values())],
                )
        cursor.execute(
            "UPDATE drafting_ticket SET data_key_id = known.data_key_id "
            "FROM drafting_customer known WHERE known.id = customer_id"
        )
        alone = tickets.objects.filter(customer=None).order_by("pk").values_list("pk", flat=True)
        for given in _given(apps, list(alone)):
            cursor.execute(
                "UPDATE drafting_ticket SET data_key_id = given.key FROM "
                "unnest(%s::uuid[], %s::uuid[]) AS given(id, key) "
                "WHERE drafting_ticket.id = given.id",
                [list(given), list(given.values())],
            )
        cursor.execute(CHECKED)
        cursor.execute("ALTER TABLE drafting_historicalcustomer ENABLE TRIGGER history_is_final")


def _given(apps: Any, rows: Iterable[Any]) -> Iterator[dict[Any, UUID]]:
    """Make keys in batches, and yield which row gets which."""
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        try:
            wrapper = wrappers()[0]
        except MasterKeyError as error:
            raise CommandError(f"There are texts to be sealed. {error}") from error
        keys = {row: uuid4() for row in batch}
        model = apps.get_model("compliance", "DataKey")
        model.objects.bulk_create(
            model(id=key, wrapped=wrapper.wrap(new_key(), key_id=key), master=wrapper.name)
            for key in keys.values()
        )
        yield keys


def _key(**options: Any) -> keyed.DataKeyField:
    return keyed.DataKeyField(
        blank=True,
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="compliance.datakey",
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0021_keys_of_texts"),
        ("drafting", "0014_conditions_of_drafts"),
    ]

    operations = [
        migrations.AddField("customer", "data_key", _key(null=True, made=True)),
        migrations.AddField(
            "historicalcustomer",
            "data_key",
            keyed.DataKeyField(
                blank=True,
                db_constraint=False,
                editable=False,
                made=True,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="compliance.datakey",
            ),
        ),
        migrations.AddField("ticket", "data_key", _key(null=True, made=True, of="customer")),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.AlterField("customer", "data_key", _key(made=True)),
        migrations.AlterField("ticket", "data_key", _key(made=True, of="customer")),
    ]
