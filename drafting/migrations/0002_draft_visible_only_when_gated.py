"""What an agent sees is tied by the database to a decision or approval of exactly that text.

Beside the check constraints of the models: the shown text fits its hash; the composite foreign
keys find a decision for this draft, this output and this verdict, or an approval of this draft and
this text; approvals and sent replies are final; what was written or sent is never rewritten.
"""

from django.db import migrations

FORWARD = """
ALTER TABLE drafting_draft
    ADD CONSTRAINT draft_shown_is_hashed CHECK (
        (shown_text IS NULL) = (shown_sha256 IS NULL)
        AND (shown_text IS NULL
             OR shown_sha256 = encode(sha256(convert_to(shown_text, 'UTF8')), 'hex'))
    ),
    ADD CONSTRAINT draft_shown_was_decided
        FOREIGN KEY (shown_decision_id, id, shown_sha256, shown_verdict)
        REFERENCES compliance_gatedecision (id, subject, output_sha256, verdict),
    ADD CONSTRAINT draft_shown_was_approved
        FOREIGN KEY (approval_id, id, shown_sha256)
        REFERENCES drafting_approval (id, draft_id, text_sha256);

ALTER TABLE drafting_sentreply
    ADD CONSTRAINT sent_is_hashed CHECK (
        text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')
    ),
    ADD CONSTRAINT sent_only_when_gated CHECK (
        (verdict IS NOT NULL AND verdict = 'pass') OR approval_id IS NOT NULL
    ),
    ADD CONSTRAINT sent_was_decided
        FOREIGN KEY (decision_id, draft_id, text_sha256, verdict)
        REFERENCES compliance_gatedecision (id, subject, output_sha256, verdict),
    ADD CONSTRAINT sent_was_approved
        FOREIGN KEY (approval_id, draft_id, text_sha256)
        REFERENCES drafting_approval (id, draft_id, text_sha256);

CREATE TRIGGER approval_is_final BEFORE UPDATE OR DELETE ON drafting_approval
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sent_reply_is_final BEFORE UPDATE OR DELETE ON drafting_sentreply
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_draft_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'sent' THEN
        RAISE EXCEPTION 'a sent draft is final' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.candidate_text IS DISTINCT FROM OLD.candidate_text
       OR NEW.ticket_id IS DISTINCT FROM OLD.ticket_id
       OR NEW.message_id IS DISTINCT FROM OLD.message_id
       OR NEW.context_id IS DISTINCT FROM OLD.context_id
       OR NEW.decision_id IS DISTINCT FROM OLD.decision_id THEN
        RAISE EXCEPTION 'what a backend wrote and how it was decided is never rewritten'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER draft_is_not_rewritten BEFORE UPDATE ON drafting_draft
    FOR EACH ROW EXECUTE FUNCTION refuse_draft_rewrite();
"""

BACKWARD = """
DROP TRIGGER draft_is_not_rewritten ON drafting_draft;
DROP FUNCTION refuse_draft_rewrite();
DROP TRIGGER sent_reply_is_final ON drafting_sentreply;
DROP TRIGGER approval_is_final ON drafting_approval;
ALTER TABLE drafting_sentreply
    DROP CONSTRAINT sent_was_approved,
    DROP CONSTRAINT sent_was_decided,
    DROP CONSTRAINT sent_only_when_gated,
    DROP CONSTRAINT sent_is_hashed;
ALTER TABLE drafting_draft
    DROP CONSTRAINT draft_shown_was_approved,
    DROP CONSTRAINT draft_shown_was_decided,
    DROP CONSTRAINT draft_shown_is_hashed;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("drafting", "0001_initial"),
        ("compliance", "0002_decisions_are_final"),
    ]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
