"""Write events, their places in the queue and their salts in one statement; without checks that
triggers make idle: what they refer to is never deleted."""

import django.db.models.deletion
from django.db import migrations, models

FORWARD = """
CREATE FUNCTION append_audit_events(given bigint, named text, bodies bytea[], salts bytea)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    body bytea;
    said jsonb;
    text_name text;
    salt_at int := 1;
BEGIN
    -- Whoever closes a log waits for all who write to it, and holds up those who come later.
    PERFORM pg_advisory_xact_lock_shared(4719304);
    PERFORM FROM compliance_auditlog
        WHERE id = given AND origin = named AND closed_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    FOREACH body IN ARRAY bodies LOOP
        said := convert_from(body, 'UTF8')::jsonb;
        INSERT INTO compliance_auditevent
            (id, log_id, type, at, actor_kind, actor, location, ticket, draft, body)
        VALUES (
            (said->>'id')::uuid, given, said->>'type', (said->>'at')::timestamptz,
            said->'actor'->>'kind', said->'actor'->>'id', said->>'location', said->>'ticket',
            (said->>'draft')::uuid, body
        );
        FOR text_name IN SELECT t.text->>'name'
            FROM jsonb_array_elements(said->'texts') WITH ORDINALITY AS t(text, place)
            ORDER BY t.place
        LOOP
            INSERT INTO compliance_auditsalt (event_id, name, salt)
            VALUES ((said->>'id')::uuid, text_name, substr(salts, salt_at, 32));
            salt_at := salt_at + 32;
        END LOOP;
    END LOOP;
    RETURN true;
END $$;
"""

BACKWARD = "DROP FUNCTION append_audit_events(bigint, text, bytea[], bytea)"


def unchecked(model_name, to, related_name, *, field="log", one=False, index=True):
    """A reference whose target the database need not look for at every row."""
    kind = models.OneToOneField if one else models.ForeignKey
    options = {} if one or index else {"db_index": False}
    return migrations.AlterField(
        model_name=model_name,
        name=field,
        field=kind(
            db_constraint=False,
            on_delete=django.db.models.deletion.PROTECT,
            related_name=related_name,
            to=f"compliance.{to}",
            **options,
        ),
    )


class Migration(migrations.Migration):
    dependencies = [("compliance", "0025_events_of_visibility")]

    operations = [
        unchecked("auditevent", "auditlog", "events"),
        unchecked("auditleaf", "auditlog", "leaves", index=False),
        unchecked("auditleaf", "auditevent", "leaf", field="event", one=True),
        unchecked("auditnode", "auditlog", "nodes", index=False),
        unchecked("auditsalt", "auditevent", "salts", field="event", index=False),
        unchecked("pendingevent", "auditevent", "pending", field="event", one=True),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
