"""Events are found newest first: by moment, by who acted, and by the rules and decisions in them."""

from django.db import migrations, models

# What an event names beyond its columns: the decision that it is or goes by, and each rule in scope,
# or published, with its version and the day. A rule that is in every decision would else be found in
# all of them at once. Bytes that are no event name nothing.
FORWARD = """
CREATE FUNCTION audit_terms(body bytea) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    said jsonb;
    details jsonb;
    day text;
BEGIN
    said := convert_from(body, 'UTF8');
    details := said -> 'details';
    day := ' ' || left(said ->> 'at', 10);
    RETURN array_remove(
        ARRAY(
            SELECT (rule ->> 'id') || ' ' || (rule ->> 'version') || day
            FROM jsonb_path_query(details, '$.rules[*]') AS rule
        )
        || (details ->> 'decision')
        || CASE WHEN details ->> 'model' = 'compliance.compliancerule'
                THEN (details ->> 'code') || ' ' || (details ->> 'version') || day END,
        NULL
    );
EXCEPTION WHEN data_exception THEN
    RETURN ARRAY[]::text[];
END $$;
CREATE INDEX audit_event_terms ON compliance_auditevent USING gin (audit_terms(body));
"""

BACKWARD = """
DROP INDEX audit_event_terms;
DROP FUNCTION audit_terms(bytea);
"""


class Migration(migrations.Migration):
    dependencies = [("compliance", "0026_events_in_one_statement")]

    operations = [
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["actor", "at"], name="audit_event_actor"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["at", "id"], name="audit_event_moment"),
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
