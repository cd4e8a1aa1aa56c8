"""A review item holds the text under review and the decision about exactly that text.

Existing items, if any, get what was first decided about their draft.
"""

import django.db.models.deletion
from django.db import migrations, models

FILL = """
UPDATE drafting_reviewitem AS item
SET text = draft.candidate_text, decision_id = draft.decision_id
FROM drafting_draft AS draft
WHERE draft.id = item.draft_id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0002_decisions_are_final"),
        ("drafting", "0002_draft_visible_only_when_gated"),
    ]

    operations = [
        migrations.AddField(
            model_name="reviewitem",
            name="text",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="reviewitem",
            name="decision",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="compliance.gatedecision",
            ),
        ),
        # Deferred foreign keys are checked before the table is changed again.
        migrations.RunSQL(
            FILL + "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;",
            migrations.RunSQL.noop,
        ),
        migrations.AlterField(
            model_name="reviewitem",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="compliance.gatedecision",
            ),
        ),
    ]
