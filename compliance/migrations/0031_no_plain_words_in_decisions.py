"""What decisions quoted is sealed by now: the plain columns go."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

from compliance.sealing import fields, keyed

DECISION = {"key": "data_key_id", "row": ("id",)}


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0030_what_decisions_quote_is_sealed"),
        ("drafting", "0021_texts_are_sealed"),
    ]

    operations = [
        *(
            migrations.RemoveField("gatedecision", f"plain_{name}")
            for name in ("output_text", "findings", "edits", "remaining", "facts_sha256")
        ),
        migrations.SeparateDatabaseAndState(
            # No row is without by now, and a sealed default is one row's alone.
            database_operations=[
                migrations.RunSQL(
                    f"ALTER TABLE compliance_gatedecision ALTER COLUMN {name} SET NOT NULL"
                )
                for name in ("findings", "edits", "remaining", "facts_sha256")
            ],
            state_operations=[
                *(
                    migrations.AlterField(
                        "gatedecision", name, fields.SealedJSONField(**DECISION, default=list)
                    )
                    for name in ("findings", "edits", "remaining")
                ),
                migrations.AlterField(
                    "gatedecision", "facts_sha256", fields.SealedTextField(**DECISION)
                ),
            ],
        ),
        migrations.AlterField(
            "gatedecision",
            "data_key",
            keyed.DataKeyField(
                blank=True,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="compliance.datakey",
            ),
        ),
        migrations.AddConstraint(
            "gatedecision",
            models.CheckConstraint(
                name="decision_output_fits_verdict",
                condition=Q(verdict="pass", output_digest=F("input_digest"))
                | (
                    Q(verdict="modify", output_digest__isnull=False)
                    & ~Q(output_digest=F("input_digest"))
                )
                | Q(verdict="block", output_digest__isnull=True, output_text__isnull=True),
            ),
        ),
    ]
