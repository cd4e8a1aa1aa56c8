"""The history of customers, classes and templates is final; what was approved or sent is kept."""

from django.db import migrations

FORWARD = """
CALL set_history_final('drafting', true);
CREATE TRIGGER approval_is_kept BEFORE TRUNCATE ON drafting_approval
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER sent_reply_is_kept BEFORE TRUNCATE ON drafting_sentreply
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
"""

BACKWARD = """
DROP TRIGGER sent_reply_is_kept ON drafting_sentreply;
DROP TRIGGER approval_is_kept ON drafting_approval;
CALL set_history_final('drafting', false);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("drafting", "0003_review_item_text_and_decision"),
        ("compliance", "0003_history_is_final"),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
