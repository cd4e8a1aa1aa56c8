"""Keep what the gate read with each decision: parts under their hashes, which nothing changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("compliance", "0019_signing_and_checking_the_log")]

    operations = [
        migrations.CreateModel(
            name="GateInputPart",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("body", models.BinaryField()),
            ],
        ),
        migrations.AddField(
            model_name="gatedecision",
            name="case_sha256",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunSQL(
            """
            ALTER TABLE compliance_gateinputpart ADD CONSTRAINT part_is_hashed
                CHECK (sha256 = encode(sha256(body), 'hex'));
            CREATE TRIGGER part_is_final BEFORE UPDATE ON compliance_gateinputpart
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            """,
            """
            DROP TRIGGER part_is_final ON compliance_gateinputpart;
            ALTER TABLE compliance_gateinputpart DROP CONSTRAINT part_is_hashed;
            """,
        ),
    ]
