"""Name what each draft was made under, also for those that exist."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

# What decisions and stored payloads tell of the drafts so far.
FILL = """
UPDATE drafting_draft AS draft SET conditions = ARRAY(
    SELECT 'rule:' || (rule ->> 0) || ':' || (rule ->> 1)
        FROM compliance_gatedecision AS decision, jsonb_array_elements(rules_in_scope) AS rule
        WHERE decision.id = draft.decision_id
    UNION SELECT concat_ws(':', 'policy', concat_ws('/', policy ->> 'key',
            policy -> 'provenance' ->> 'row'), policy -> 'provenance' ->> 'version')
        FROM drafting_contextrecord AS context,
            jsonb_array_elements(payload #> '{facts,place,policies}') AS policy
        WHERE context.id = draft.context_id
            AND jsonb_typeof(policy -> 'provenance') = 'object'
    UNION SELECT concat_ws(':', 'tone', payload #>> '{tone,code}', payload #>> '{tone,version}')
        FROM drafting_contextrecord AS context WHERE context.id = draft.context_id
    UNION SELECT 'prompt:' || prompt_version WHERE prompt_version <> ''
    UNION SELECT 'model:' || model WHERE model <> ''
    ORDER BY 1
)
"""

# What was sent is final; what it is found by is not what was sent.
UNGUARDED = "ALTER TABLE drafting_draft DISABLE TRIGGER draft_is_not_rewritten"
GUARDED = "ALTER TABLE drafting_draft ENABLE TRIGGER draft_is_not_rewritten"


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0020_what_the_gate_read"),
        ("drafting", "0013_redrafts"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="conditions",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None
            ),
        ),
        migrations.AddIndex(
            model_name="draft",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["conditions"], name="draft_conditions"
            ),
        ),
        migrations.RunSQL(UNGUARDED, migrations.RunSQL.noop),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(GUARDED, migrations.RunSQL.noop),
    ]
