"""Recalls are final; drafts that exist are told what they were held to later, and whose voices.

A line of a recall is changed once, when it is carried out.
"""

from django.db import migrations

FORWARD = """
CREATE TRIGGER recall_is_final BEFORE UPDATE OR DELETE ON drafting_recall
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER recall_is_kept BEFORE TRUNCATE ON drafting_recall
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER recall_line_is_final BEFORE UPDATE ON drafting_recallline
    FOR EACH ROW WHEN (OLD.outcome <> 'waiting') EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER recall_line_stays BEFORE DELETE ON drafting_recallline
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER recall_line_is_kept BEFORE TRUNCATE ON drafting_recallline
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER later_condition_is_final BEFORE UPDATE OR DELETE ON drafting_latercondition
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER later_condition_is_kept BEFORE TRUNCATE ON drafting_latercondition
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
"""

BACKWARD = """
DROP TRIGGER later_condition_is_kept ON drafting_latercondition;
DROP TRIGGER later_condition_is_final ON drafting_latercondition;
DROP TRIGGER recall_line_is_kept ON drafting_recallline;
DROP TRIGGER recall_line_stays ON drafting_recallline;
DROP TRIGGER recall_line_is_final ON drafting_recallline;
DROP TRIGGER recall_is_kept ON drafting_recall;
DROP TRIGGER recall_is_final ON drafting_recall;
"""

# Of decisions after the first, the rules in scope; of the stored payloads, the overlays of a voice.
LATER = """
INSERT INTO drafting_latercondition (draft_id, condition, decision_id)
SELECT DISTINCT ON (draft.id, named.condition) draft.id, named.condition, decision.id
    FROM drafting_draft AS draft
    JOIN compliance_gatedecision AS decision ON decision.subject = draft.id
        AND decision.purpose NOT IN ('generation', 'redraft')
    CROSS JOIN LATERAL (
        SELECT 'rule:' || (rule ->> 0) || ':' || (rule ->> 1) AS condition
            FROM jsonb_array_elements(decision.rules_in_scope) AS rule
    ) AS named
    WHERE NOT draft.conditions @> ARRAY[named.condition]
    ORDER BY draft.id, named.condition, decision.decided_at
ON CONFLICT DO NOTHING
"""

OVERLAYS = """
UPDATE drafting_draft AS draft SET conditions = ARRAY(
    SELECT unnest(draft.conditions)
    UNION SELECT concat_ws(':', 'tone', source ->> 'code', source ->> 'version')
        FROM drafting_contextrecord AS context,
            jsonb_array_elements(payload #> '{tone,sources}') AS source
        WHERE context.id = draft.context_id
    ORDER BY 1
)
"""

# What was sent is final; what it is found by is not what was sent.
UNGUARDED = "ALTER TABLE drafting_draft DISABLE TRIGGER draft_is_not_rewritten"
GUARDED = "ALTER TABLE drafting_draft ENABLE TRIGGER draft_is_not_rewritten"


class Migration(migrations.Migration):
    dependencies = [("drafting", "0017_recalls")]

    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
        migrations.RunSQL(LATER, migrations.RunSQL.noop),
        migrations.RunSQL(UNGUARDED, migrations.RunSQL.noop),
        migrations.RunSQL(OVERLAYS, migrations.RunSQL.noop),
        migrations.RunSQL(GUARDED, migrations.RunSQL.noop),
    ]
