"""What holds words of people is sealed; what stays plain is listed, with why."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from compliance.sealing.cipher import SealError
from compliance.sealing.fields import SealedField
from drafting import jobs
from drafting.models import DraftJob, JobState, Ticket, TicketMessage
from drafting.pipeline import work

NOW = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)

# Configuration: operators' own words about places, offers, rules and voices, with their history.
CONFIGURATION = {
    "ChannelRestriction",
    "QuietHours",
    "Concept",
    "ToneProposal",
    "ComplianceRule",
    "ToneOverlay",
    "TicketClass",
    "ReplyTemplate",
    "CrmConnection",
    "KnowledgeSource",
    "KnowledgeRun",
    "ArticleFlag",
    "ArticleCheck",
    "KnowledgeClock",
    "RetentionRule",
}
# The rest, column by column.
PLAIN = {
    "AuditLog.refusal": "why the log is not signed",
    "AuditLog.roots": "hashes",
    "AuditEvent.body": "holds no words of people, and is public to auditors",
    "AuditLeaf.hash": "a hash",
    "AuditNode.hash": "a hash",
    "AuditCheckpoint.root": "a hash",
    "AuditCheckpoint.note": "signed, and public",
    "AuditCheck.faults": "places in the log",
    "AuditSalt.salt": "random; it goes when a person's texts are erased",
    "AuditExport.selection": "codes and ids",
    "AuditExport.why": "why an export failed",
    "AuditExportPart.data": "sealed where it holds texts, with a key of the file's own",
    "DataKey.wrapped": "sealed by the master key",
    "GateInputPart.body": "tones and channels: configuration",
    "GateDecision.layers": "names of layers",
    "GateDecision.faults": "stages and types of errors, in words of ours",
    "GateDecision.rules_in_scope": "codes and versions",
    "GateDecision.tone_report": "numbers and places, no words",
    "GateDecision.tone_given": "numbers and places, no words",
    "Erasure.counts": "numbers",
    "RetentionRun.failures": "our ids, with types and places of errors",
    "Draft.conditions": "names of configuration",
    "Draft.articles": "codes of articles",
    "HistoricalCustomer.history_change_reason": "why an operator changed a record; the form says "
    "that it is kept for good",
    "LaterCondition.condition": "names of configuration",
    "Recall.token": "names a token",
}


def columns():
    for label in ("compliance", "drafting"):
        for model in apps.get_app_config(label).get_models(include_auto_created=True):
            if model._meta.managed is False:
                continue
            name = model.__name__.removeprefix("Historical")
            if name in CONFIGURATION:
                continue
            for part in model._meta.concrete_fields:
                wide = (models.TextField, models.JSONField, models.BinaryField, ArrayField)
                if isinstance(part, wide):
                    yield f"{model.__name__}.{part.name}", part


def test_every_column_for_texts_is_sealed_or_listed_with_a_reason():
    found = dict(columns())
    plain = {name for name, part in found.items() if not isinstance(part, SealedField)}
    assert plain - set(PLAIN) - ELSEWHERE == set(), "seal it, or say in PLAIN why it need not be"
    assert set(PLAIN) - plain == set(), "these are sealed or gone: take them out of PLAIN"


# Words of those who keep the record, about their own acts: docs/reference/privacy.md says so.
ELSEWHERE = {
    "LegalHold.reason",
    "LegalHold.release_reason",
    "Recall.reason",
    "Erasure.reason",
}


def test_a_ticket_has_its_customers_key_or_one_of_its_own(deliver):
    known = deliver(customer_code="c1").ticket
    one, two = (deliver(external_id=name).ticket for name in ("T-2", "T-3"))
    assert known.data_key_id == known.customer.data_key_id
    assert len({known.data_key_id, one.data_key_id, two.data_key_id}) == 3
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE drafting_ticketmessage SET text = (SELECT text FROM drafting_ticketmessage"
            " WHERE ticket_id = %s) WHERE ticket_id = %s",
            [one.pk, two.pk],
        )
    assert TicketMessage.objects.get(ticket=one).text
    with pytest.raises(SealError, match="another place"):
        TicketMessage.objects.get(ticket=two).text  # noqa: B018


def test_without_a_master_key_a_ticket_is_not_taken_in_and_a_job_waits(deliver, settings, tmp_path):
    from compliance.sealing import keyring  # noqa: PLC0415
    from compliance.sealing.master import MasterKeyError  # noqa: PLC0415

    deliver()
    held = jobs.claim()
    keyring.forget()
    kept = settings.DRAFTGATE_MASTER_KEY
    settings.DRAFTGATE_MASTER_KEY = ""
    settings.DRAFTGATE_MASTER_KEY_FILE = str(tmp_path / "none")
    with pytest.raises(MasterKeyError, match="master_key create"):
        deliver(external_id="T-2")
    assert Ticket.objects.count() == 1
    work(held)
    job = DraftJob.objects.get()
    assert (job.state, job.attempts) == (JobState.QUEUED, 0)
    assert "no master key" in job.last_error
    settings.DRAFTGATE_MASTER_KEY = kept
    DraftJob.objects.update(run_after=NOW)
    work(jobs.claim())
    assert DraftJob.objects.get().state == JobState.DONE
