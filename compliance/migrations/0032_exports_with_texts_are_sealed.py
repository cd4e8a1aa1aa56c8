"""Files of exports with texts are sealed with a key of their own; those in plain are forgotten."""

import django.db.models.deletion
from django.db import migrations, models

FORGOTTEN = """
DELETE FROM compliance_auditexportpart USING compliance_auditexport AS export
    WHERE export.id = export_id AND export.with_texts;
UPDATE compliance_auditexport SET state = 'gone' WHERE with_texts AND state = 'done';
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('compliance', '0031_no_plain_words_in_decisions'),
    ]

    operations = [
        migrations.RunSQL(FORGOTTEN, migrations.RunSQL.noop),
        migrations.AddField(
            model_name='auditexport',
            name='data_key',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='compliance.datakey'),
        ),
    ]
