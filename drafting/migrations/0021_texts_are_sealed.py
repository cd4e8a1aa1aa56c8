"""Texts about people are sealed, and their bare SHA-256 becomes a digest under their data key.

What was stored is sealed in this one transaction, by the owner of the tables, past the triggers
that keep it from being changed; decisions of the gate with it, whose key is their draft's. Nothing
is undone: to go back, restore a backup from before.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from compliance.sealing import fields, keyed
from drafting.migrations._sealing import seal_everything

TICKET = {"key": "ticket.data_key_id"}
DRAFT = {"key": "draft.ticket.data_key_id"}
OWN = {"key": "data_key_id"}
ID = {"row": ("id",)}
CUSTOMER = {**OWN, "row": ("code",)}

_TEXT, _JSON = fields.SealedTextField, fields.SealedJSONField
SPECIMEN = "{“tier”: “gold”, “points”: 840}, or nothing."


def _customer() -> dict[str, fields.SealedField]:
    return {
        "name": _TEXT(**CUSTOMER, max_length=200),
        "loyalty": _JSON(**CUSTOMER, null=True, blank=True, help_text=SPECIMEN),
        "orders": _JSON(
            **CUSTOMER,
            default=list,
            blank=True,
            help_text="A list of {id, brand, location, item, total, date, status, channel, "
            "details}.",
        ),
        "consents": _JSON(
            **CUSTOMER,
            default=dict,
            blank=True,
            help_text="What the customer agreed to or refused: {“marketing_sms”: false}.",
        ),
        "contacts": _JSON(
            **CUSTOMER, default=list, blank=True, help_text="Earlier contacts, one line each."
        ),
    }


# Everything that is sealed, as it is to be in the end.
SEALED: dict[str, dict[str, fields.SealedField]] = {
    "customer": _customer(),
    "historicalcustomer": _customer(),
    "ticket": {"customer_snapshot": _JSON(**OWN, **ID, default=dict)},
    "ticketmessage": {"text": _TEXT(**TICKET, row=("ticket_id", "position"))},
    "draftjob": {"scripted_text": _TEXT(**TICKET, **ID, default="", blank=True)},
    "contextrecord": {"sha256": _TEXT(**OWN, **ID), "payload": _JSON(**OWN, **ID)},
    "draft": {
        "candidate_text": _TEXT(**TICKET, **ID),
        "redraft_reason": _TEXT(**TICKET, **ID, default="", blank=True),
        "other_text": _TEXT(**TICKET, **ID, default="", blank=True),
        "sources": _JSON(**TICKET, **ID, default=list),
        "shown_text": _TEXT(**TICKET, **ID, digest="shown_digest", null=True, blank=True),
    },
    "approval": {"reason": _TEXT(**DRAFT, **ID), "covers": _JSON(**DRAFT, **ID, default=list)},
    "reviewitem": {
        "text": _TEXT(**DRAFT, row=("draft_id",)),
        "note": _TEXT(**DRAFT, row=("draft_id",), default="", blank=True),
        "claim_note": _TEXT(**DRAFT, row=("draft_id",), default="", blank=True),
    },
    "sentreply": {"text": _TEXT(**DRAFT, row=("draft_id",), digest="text_digest")},
    "scheduledreply": {"text": _TEXT(**DRAFT, **ID)},
}

FREE = """
ALTER TABLE drafting_draft
    DROP CONSTRAINT draft_shown_is_hashed,
    DROP CONSTRAINT draft_shown_was_decided,
    DROP CONSTRAINT draft_shown_was_approved;
ALTER TABLE drafting_sentreply
    DROP CONSTRAINT sent_is_hashed,
    DROP CONSTRAINT sent_was_decided,
    DROP CONSTRAINT sent_was_approved;
DROP TRIGGER snapshot_is_final ON drafting_ticket;
-- Answers are asked for again: nobody can say whom the stored ones are about.
TRUNCATE drafting_judgeanswer;
"""

# Whether a text fits its digest, only who has its key can say: so the application does, whenever
# it writes or reads one. The rest stays with the database.
TIE = """
ALTER TABLE drafting_draft
    ADD CONSTRAINT draft_shown_has_digest CHECK ((shown_text IS NULL) = (shown_digest IS NULL)),
    ADD CONSTRAINT draft_shown_was_decided
        FOREIGN KEY (shown_decision_id, id, shown_digest, shown_verdict)
        REFERENCES compliance_gatedecision (id, subject, output_digest, verdict),
    ADD CONSTRAINT draft_shown_was_approved
        FOREIGN KEY (approval_id, id, shown_digest)
        REFERENCES drafting_approval (id, draft_id, text_digest);
ALTER TABLE drafting_sentreply
    ADD CONSTRAINT sent_was_decided
        FOREIGN KEY (decision_id, draft_id, text_digest, verdict)
        REFERENCES compliance_gatedecision (id, subject, output_digest, verdict),
    ADD CONSTRAINT sent_was_approved
        FOREIGN KEY (approval_id, draft_id, text_digest)
        REFERENCES drafting_approval (id, draft_id, text_digest);
CREATE TRIGGER snapshot_is_final BEFORE UPDATE OF customer_snapshot ON drafting_ticket
    FOR EACH ROW WHEN (OLD.customer_snapshot IS DISTINCT FROM NEW.customer_snapshot)
    EXECUTE FUNCTION refuse_snapshot_change();
CREATE OR REPLACE FUNCTION refuse_draft_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'sent' THEN
        RAISE EXCEPTION 'a sent draft is final' USING ERRCODE = 'restrict_violation';
    END IF;
    -- What did not change keeps its sealed bytes.
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
"""


def _data_key(**options: object) -> keyed.DataKeyField:
    return keyed.DataKeyField(
        blank=True,
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="compliance.datakey",
        **options,
    )


def _empty(field: fields.SealedField) -> fields.SealedField:
    """Return a field as it is before it is filled."""
    found = field.clone()
    found.null, found.default = True, models.NOT_PROVIDED
    return found


def _each() -> list[tuple[str, str, fields.SealedField]]:
    return [(model, name, field) for model, all_ in SEALED.items() for name, field in all_.items()]


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0030_what_decisions_quote_is_sealed"),
        ("drafting", "0020_recalls_through_tokens"),
        ("admin", "0003_logentry_add_action_flag_choices"),
    ]

    operations = [
        migrations.RunSQL(FREE),
        migrations.RemoveConstraint("draft", "draft_visible_only_when_gated"),
        migrations.RemoveConstraint("draft", "draft_redraft_keeps_both"),
        migrations.RemoveConstraint("draft", "draft_hidden_shows_nothing"),
        migrations.RemoveConstraint("approval", "approval_has_reason"),
        migrations.RemoveConstraint("approval", "approval_of_text"),
        migrations.RemoveIndex("contextrecord", "context_sha256"),
        migrations.RenameField("draft", "shown_sha256", "shown_digest"),
        migrations.RenameField("approval", "text_sha256", "text_digest"),
        migrations.RenameField("sentreply", "text_sha256", "text_digest"),
        migrations.AddField("contextrecord", "data_key", _data_key(null=True)),
        *(migrations.RenameField(model, name, f"plain_{name}") for model, name, _ in _each()),
        *(migrations.AddField(model, name, _empty(field)) for model, name, field in _each()),
        migrations.RunPython(seal_everything),
        *(migrations.RemoveField(model, f"plain_{name}") for model, name, _ in _each()),
        migrations.SeparateDatabaseAndState(
            # No row is without by now, and a sealed default is one row's alone.
            database_operations=[
                migrations.RunSQL(f"ALTER TABLE drafting_{model} ALTER COLUMN {name} SET NOT NULL")
                for model, name, field in _each()
                if not field.null
            ],
            state_operations=[
                migrations.AlterField(model, name, field)
                for model, name, field in _each()
                if not field.null
            ],
        ),
        migrations.AlterField("contextrecord", "data_key", _data_key()),
        migrations.RemoveConstraint("judgeanswer", "judge_answers_once"),
        migrations.RemoveField("judgeanswer", "fingerprint"),
        migrations.RemoveField("judgeanswer", "content"),
        migrations.AddField(
            "judgeanswer", "data_key", _data_key(default=None), preserve_default=False
        ),
        migrations.AddField(
            "judgeanswer",
            "question_digest",
            models.CharField(max_length=64, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "judgeanswer",
            "content",
            _TEXT(**OWN, row=("data_key_id", "question_digest", "model"), default=""),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "judgeanswer",
            models.UniqueConstraint(
                fields=("data_key", "question_digest", "model"), name="judge_answers_once"
            ),
        ),
        migrations.AddConstraint(
            "draft",
            models.CheckConstraint(
                name="draft_visible_only_when_gated",
                condition=~Q(status__in=("visible", "sent"))
                | (
                    Q(shown_text__isnull=False, shown_digest__isnull=False)
                    & (
                        Q(
                            shown_decision__isnull=False,
                            shown_verdict__isnull=False,
                            shown_verdict__in=("pass", "modify"),
                        )
                        | Q(approval__isnull=False)
                    )
                ),
            ),
        ),
        migrations.AddConstraint(
            "draft",
            models.CheckConstraint(
                name="draft_redraft_keeps_both",
                condition=Q(redraft="", redraft_reason="", other_decision__isnull=True)
                | (Q(redraft="failed", other_decision__isnull=True) & ~Q(redraft_failure=""))
                | (
                    Q(redraft__in=("used", "no_better"), other_decision__isnull=False)
                    & ~Q(other_text="")
                ),
            ),
        ),
        migrations.AddConstraint(
            "draft",
            models.CheckConstraint(
                name="draft_hidden_shows_nothing",
                condition=Q(status__in=("visible", "sent", "superseded"))
                | Q(shown_text__isnull=True),
            ),
        ),
        migrations.AddConstraint(
            "approval",
            models.UniqueConstraint(fields=("id", "draft", "text_digest"), name="approval_of_text"),
        ),
        migrations.AddConstraint(
            "approval", models.CheckConstraint(name="approval_has_reason", condition=~Q(reason=""))
        ),
        migrations.RunSQL(TIE),
    ]
