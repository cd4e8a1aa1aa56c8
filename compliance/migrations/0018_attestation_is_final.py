"""What went into the log is never changed or deleted, and each event waits for its place in it."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION await_sequencing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO compliance_pendingevent (event_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER event_awaits_its_place AFTER INSERT ON compliance_auditevent
    FOR EACH ROW EXECUTE FUNCTION await_sequencing();
"""

BACKWARD = """
DROP TRIGGER event_awaits_its_place ON compliance_auditevent;
DROP FUNCTION await_sequencing();
"""

FINAL = """
CREATE TRIGGER {name}_is_final BEFORE UPDATE OR DELETE ON compliance_{name}
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER {name}_is_kept BEFORE TRUNCATE ON compliance_{name}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
"""

NO_LONGER = """
DROP TRIGGER {name}_is_final ON compliance_{name};
DROP TRIGGER {name}_is_kept ON compliance_{name};
"""

_TABLES = ("auditevent", "auditleaf", "auditnode", "auditcheckpoint")


class Migration(migrations.Migration):
    dependencies = [("compliance", "0017_attestation_log")]

    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
        *(
            migrations.RunSQL(FINAL.format(name=name), NO_LONGER.format(name=name))
            for name in _TABLES
        ),
    ]
