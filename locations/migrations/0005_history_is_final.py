"""What was changed, by whom and why, is kept: no statement changes or deletes a history row.

A test database is emptied between tests; it says so with the setting ``draftgate.may_truncate``.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' AND current_setting('draftgate.may_truncate', true) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE PROCEDURE set_history_final(app text, final boolean) LANGUAGE plpgsql AS $$
DECLARE
    history regclass;
BEGIN
    FOR history IN
        SELECT oid FROM pg_class
        WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
            AND starts_with(relname, app || '_historical')
    LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS history_is_final ON %s', history);
        EXECUTE format('DROP TRIGGER IF EXISTS history_is_kept ON %s', history);
        IF final THEN
            EXECUTE format(
                'CREATE TRIGGER history_is_final BEFORE UPDATE OR DELETE ON %s'
                ' FOR EACH ROW EXECUTE FUNCTION refuse_history_change()', history);
            EXECUTE format(
                'CREATE TRIGGER history_is_kept BEFORE TRUNCATE ON %s'
                ' FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()', history);
        END IF;
    END LOOP;
END $$;

CALL set_history_final('locations', true);
"""

BACKWARD = """
CALL set_history_final('locations', false);
DROP PROCEDURE set_history_final(text, boolean);
DROP FUNCTION refuse_history_change();
"""


class Migration(migrations.Migration):
    dependencies = [("locations", "0004_policy_value_may_be_an_empty_list")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
