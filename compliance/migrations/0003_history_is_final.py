"""The history of rules, voices and channels is final, and decisions cannot be emptied away."""

from django.db import migrations

FORWARD = """
CALL set_history_final('compliance', true);
CREATE TRIGGER decision_is_kept BEFORE TRUNCATE ON compliance_gatedecision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
"""

BACKWARD = """
DROP TRIGGER decision_is_kept ON compliance_gatedecision;
CALL set_history_final('compliance', false);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0002_decisions_are_final"),
        ("locations", "0005_history_is_final"),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
