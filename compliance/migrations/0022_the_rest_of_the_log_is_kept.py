"""The log's own row and its keys are kept but for what moves on; salts are never changed."""

from django.db import migrations

FORWARD = """
CREATE TRIGGER log_is_final BEFORE UPDATE ON compliance_auditlog FOR EACH ROW
    WHEN ((OLD.id, OLD.origin, OLD.opened_at) IS DISTINCT FROM (NEW.id, NEW.origin, NEW.opened_at))
    EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON compliance_auditlog
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER log_is_kept BEFORE TRUNCATE ON compliance_auditlog
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();

CREATE TRIGGER key_is_final BEFORE UPDATE ON compliance_auditkey FOR EACH ROW
    WHEN ((OLD.id, OLD.log_id, OLD.vkey, OLD.since)
          IS DISTINCT FROM (NEW.id, NEW.log_id, NEW.vkey, NEW.since))
    EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER key_is_not_deleted BEFORE DELETE ON compliance_auditkey
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER key_is_kept BEFORE TRUNCATE ON compliance_auditkey
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();

CREATE TRIGGER salt_is_final BEFORE UPDATE ON compliance_auditsalt
    FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER salt_is_kept BEFORE TRUNCATE ON compliance_auditsalt
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER part_is_kept BEFORE TRUNCATE ON compliance_gateinputpart
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
"""

BACKWARD = """
DROP TRIGGER part_is_kept ON compliance_gateinputpart;
DROP TRIGGER salt_is_kept ON compliance_auditsalt;
DROP TRIGGER salt_is_final ON compliance_auditsalt;
DROP TRIGGER key_is_kept ON compliance_auditkey;
DROP TRIGGER key_is_not_deleted ON compliance_auditkey;
DROP TRIGGER key_is_final ON compliance_auditkey;
DROP TRIGGER log_is_kept ON compliance_auditlog;
DROP TRIGGER log_is_not_deleted ON compliance_auditlog;
DROP TRIGGER log_is_final ON compliance_auditlog;
"""


class Migration(migrations.Migration):
    dependencies = [("compliance", "0021_keys_of_texts")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
