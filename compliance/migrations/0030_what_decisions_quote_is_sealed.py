"""Columns for what decisions quote of texts about people, sealed; filled with drafts, see there.

Nothing is undone: to go back, restore a backup from before.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from compliance.sealing import fields, keyed

DECISION = {"key": "data_key_id", "row": ("id",)}
SEALED = ("output_text", "findings", "edits", "remaining", "facts_sha256")

PARTS_ARE_FINAL = """
CREATE TRIGGER sealed_part_is_final BEFORE UPDATE ON compliance_sealedinputpart
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_part_is_kept BEFORE TRUNCATE ON compliance_sealedinputpart
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
"""


def _data_key(**options: object) -> keyed.DataKeyField:
    return keyed.DataKeyField(
        blank=True,
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="compliance.datakey",
        **options,
    )


def _sealed(name: str) -> fields.SealedField:
    if name == "output_text":
        return fields.SealedTextField(**DECISION, digest="output_digest", null=True)
    if name == "facts_sha256":
        return fields.SealedTextField(**DECISION, null=True)
    return fields.SealedJSONField(**DECISION, null=True)


class Migration(migrations.Migration):
    dependencies = [("compliance", "0029_logs_follow_on_each_other")]

    operations = [
        migrations.CreateModel(
            name="SealedInputPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("data_key", _data_key()),
                ("digest", models.CharField(max_length=64)),
                (
                    "body",
                    fields.SealedBytesField(
                        key="data_key_id", row=("data_key_id", "digest"), digest="digest"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("data_key", "digest"), name="sealed_part_once")
                ],
            },
        ),
        migrations.RunSQL(PARTS_ARE_FINAL),
        migrations.AddField("gatedecision", "data_key", _data_key(null=True)),
        migrations.RemoveConstraint("gatedecision", "decision_output_fits_verdict"),
        migrations.RunSQL(
            "ALTER TABLE compliance_gatedecision DROP CONSTRAINT decision_output_is_hashed"
        ),
        # Drafts point to it: the database keeps it, with the column under its new name.
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveConstraint("gatedecision", "decision_for_a_text")]
        ),
        migrations.RenameField("gatedecision", "input_sha256", "input_digest"),
        migrations.RenameField("gatedecision", "output_sha256", "output_digest"),
        migrations.RenameField("gatedecision", "case_sha256", "case_digest"),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddConstraint(
                    "gatedecision",
                    models.UniqueConstraint(
                        fields=("id", "subject", "output_digest", "verdict"),
                        name="decision_for_a_text",
                    ),
                )
            ]
        ),
        *(migrations.RenameField("gatedecision", name, f"plain_{name}") for name in SEALED),
        *(migrations.AddField("gatedecision", name, _sealed(name)) for name in SEALED),
        migrations.AddField(
            "gatedecision",
            "facts_digest",
            models.CharField(max_length=64, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "gatedecision",
            "layers",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=20), default=list, size=None
            ),
        ),
        migrations.AddField("gatedecision", "edited", models.BooleanField(default=False)),
    ]
