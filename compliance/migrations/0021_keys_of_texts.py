"""Keys of texts about people: wrapped anew or destroyed, and otherwise never changed."""

import uuid
from django.db import migrations, models


FORWARD = """
CREATE FUNCTION refuse_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.wrapped IS NOT NULL AND NEW.id = OLD.id
        AND NEW.created_at = OLD.created_at
        AND (NEW.wrapped IS NULL OR NEW.master <> OLD.master)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'data keys are wrapped anew or destroyed, and never changed or deleted'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER data_key_is_final BEFORE UPDATE OR DELETE ON compliance_datakey
    FOR EACH ROW EXECUTE FUNCTION refuse_key_change();
CREATE TRIGGER data_key_is_kept BEFORE TRUNCATE ON compliance_datakey
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
"""

BACKWARD = """
DROP TRIGGER data_key_is_kept ON compliance_datakey;
DROP TRIGGER data_key_is_final ON compliance_datakey;
DROP FUNCTION refuse_key_change();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('compliance', '0020_what_the_gate_read'),
    ]

    operations = [
        migrations.CreateModel(
            name='DataKey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('wrapped', models.BinaryField(null=True)),
                ('master', models.CharField(max_length=40)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('destroyed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['master'], name='data_key_master')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('destroyed_at__isnull', False), ('wrapped', None)), models.Q(('destroyed_at', None), ('wrapped__isnull', False)), _connector='OR'), name='data_key_is_there_or_destroyed')],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
