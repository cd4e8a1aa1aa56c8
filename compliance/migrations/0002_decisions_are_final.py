"""Decisions are written once: their text fits its hash, and no statement changes or deletes one."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("compliance", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE compliance_gatedecision ADD CONSTRAINT decision_output_is_hashed CHECK (
                output_text IS NULL
                OR output_sha256 = encode(sha256(convert_to(output_text, 'UTF8')), 'hex')
            );
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
            CREATE TRIGGER decision_is_final BEFORE UPDATE OR DELETE ON compliance_gatedecision
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            """,
            """
            DROP TRIGGER decision_is_final ON compliance_gatedecision;
            DROP FUNCTION refuse_change();
            ALTER TABLE compliance_gatedecision DROP CONSTRAINT decision_output_is_hashed;
            """,
        )
    ]
