"""Invariant 1, attacked: no text is visible without a decision on it or a named approval of it.

Every attempt goes straight to the tables, by the ORM or by SQL, as a careless engineer, a
migration gone wrong or an intruder with the application's own database account would; one who has
the data keys as well and seals texts of their own. What the database cannot see, that a sealed
text fits its digest, is refused whenever the text is written or read.
"""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from compliance.evaluate import digest_of
from compliance.models import GateDecision
from compliance.sealing import keyring
from compliance.sealing.cipher import SealError, seal
from compliance.sealing.fields import Sealed
from drafting import review
from drafting.models import Approval, ContextRecord, Draft, SentReply
from drafting.pulls import pull

FINE = "You can return your boots within 14 days."
BLOCKED = "These boots are sold as is, no warranty."
NOW = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)


@pytest.fixture
def visible(draft):
    return draft(FINE)


@pytest.fixture
def held(draft):
    return draft(BLOCKED, external_id="T-2")


def refused(attempt):
    """Run an attempt with its deferred checks, and expect the database to say no."""
    with pytest.raises((DatabaseError, SealError)), transaction.atomic():  # noqa: PT012
        attempt()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def key_of(draft):
    return draft.ticket.data_key_id


def digest(draft, text):
    return digest_of(text, key_of(draft))


def sealed(draft, name, text):
    """Seal a text for a draft's column, as somebody with its key could."""
    field = Draft._meta.get_field(name)
    key = keyring.key(key_of(draft))
    return Sealed(seal(text.encode(), key=key, key_id=key_of(draft), place=field.place(draft)))


def decision_for(draft, text, verdict="pass", **changed):
    output = None if verdict == "block" else text
    return GateDecision.objects.create(
        **{
            "data_key_id": key_of(draft),
            "subject": draft.pk,
            "purpose": "generation",
            "decided_at": NOW,
            "verdict": verdict,
            "input_digest": digest(draft, text),
            "output_digest": None if output is None else digest(draft, output),
            "output_text": output,
            "facts_sha256": "",
            "duration_ms": 1.0,
            **changed,
        }
    )


def shown_as(draft, text, decision=None, verdict="pass", approval=None):
    return {
        "status": "visible",
        "shown_text": sealed(draft, "shown_text", text),
        "shown_digest": digest(draft, text),
        "shown_decision": decision,
        "shown_verdict": verdict,
        "approval": approval,
    }


def shown(draft, text):
    """The same for a draft that is stored first."""
    return shown_as(draft, text, draft.decision) | {"shown_text": text}


def change(draft, **values):
    return lambda: Draft.objects.filter(pk=draft.pk).update(**values)


def test_nothing_at_all(held):
    refused(change(held, status="visible"))
    refused(change(held, status="sent"))


def test_a_text_without_decision(held):
    refused(change(held, **shown_as(held, BLOCKED, verdict=None)))


def test_a_verdict_without_decision(held):
    refused(change(held, **shown_as(held, BLOCKED)))


def test_a_decision_without_verdict(held):
    refused(change(held, **shown_as(held, BLOCKED, held.decision, None)))


def test_the_blocking_decision_itself(held):
    refused(change(held, **shown_as(held, BLOCKED, held.decision, "block")))


def test_the_blocking_decision_claimed_to_pass(held):
    refused(change(held, **shown_as(held, BLOCKED, held.decision, "pass")))


def test_another_drafts_decision(held, visible):
    refused(change(held, **shown_as(held, FINE, visible.decision)))


def test_a_decision_about_another_text(visible):
    refused(change(visible, **shown_as(visible, BLOCKED, visible.decision)))


def test_another_text_under_the_old_digest_is_never_read(visible, agent):
    change(visible, shown_text=sealed(visible, "shown_text", BLOCKED))()
    found = Draft.objects.get(pk=visible.pk)
    with pytest.raises(SealError, match="does not fit its digest"):
        found.shown_text  # noqa: B018
    with pytest.raises(SealError):
        pull(draft=found, actor=agent, at=NOW)
    found.shown_text = BLOCKED
    with pytest.raises(SealError, match="does not fit its digest"):
        found.save()


def test_another_drafts_text_is_never_read(visible, held):
    change(visible, shown_text=sealed(held, "candidate_text", BLOCKED))()
    with pytest.raises(SealError, match="stands in another place"):
        Draft.objects.get(pk=visible.pk).shown_text  # noqa: B018


def test_another_digest_over_the_old_text(visible):
    refused(change(visible, shown_digest=digest(visible, BLOCKED)))


def test_a_text_without_a_digest(visible):
    refused(change(visible, shown_digest=None))


def test_a_digest_without_a_text(visible):
    refused(change(visible, shown_text=None))


def test_no_decision_any_more(visible):
    refused(change(visible, shown_decision=None, shown_verdict=None))


def test_a_modify_claimed_for_a_pass(visible):
    refused(change(visible, shown_verdict="modify"))


def test_a_held_draft_that_keeps_its_text(visible):
    refused(change(visible, status="held"))
    refused(change(visible, status="rejected"))


def test_a_decision_changed_afterwards(visible, held):
    for values in ({"verdict": "pass"}, {"output_text": None}, {"subject": uuid.uuid4()}):
        refused(lambda v=values: GateDecision.objects.filter(pk=held.decision_id).update(**v))
    refused(lambda: sql("UPDATE compliance_gatedecision SET verdict = 'pass'"))


def test_a_decision_deleted(visible):
    refused(lambda: sql("DELETE FROM compliance_gatedecision"))
    with pytest.raises((DatabaseError, Exception)), transaction.atomic():
        visible.decision.delete()
    assert GateDecision.objects.filter(pk=visible.decision_id).exists()


def test_a_pass_with_a_changed_text(held):
    refused(lambda: decision_for(held, BLOCKED, output_digest=digest(held, FINE), output_text=FINE))


def test_a_block_with_an_output(held):
    refused(
        lambda: decision_for(
            held, BLOCKED, "block", output_digest=digest(held, FINE), output_text=FINE
        )
    )


def test_a_pass_with_a_fault(held):
    refused(lambda: decision_for(held, BLOCKED, faults=[{"stage": "rules", "message": "broken"}]))


def test_a_decision_whose_text_is_not_its_digest(held):
    refused(lambda: decision_for(held, FINE, output_text=BLOCKED))


def test_the_candidate_rewritten_under_its_decision(visible, held):
    refused(change(visible, candidate_text=sealed(visible, "candidate_text", BLOCKED)))
    refused(change(held, decision=visible.decision))
    other = ContextRecord.objects.create(data_key_id=key_of(visible), sha256="0" * 64, payload={})
    refused(change(visible, context=other))
    refused(change(visible, ticket=held.ticket))
    refused(change(visible, message=held.message))


def test_an_approval_of_another_text(held, reviewer):
    approval = Approval.objects.create(
        draft=held,
        text_digest=digest(held, FINE),
        reviewer=reviewer,
        reason="This one",
        decision=held.decision,
        approved_at=NOW,
    )
    refused(change(held, **shown_as(held, BLOCKED, verdict=None, approval=approval)))


def test_an_approval_of_another_draft(held, visible, reviewer):
    approval = review.approve(item=held.review, actor=reviewer, reason="Fine", seen_version=1)
    refused(change(visible, **shown_as(visible, BLOCKED, verdict=None, approval=approval)))


def test_an_approval_without_a_reason_or_a_name(held, reviewer):
    given = {
        "draft": held,
        "text_digest": digest(held, BLOCKED),
        "decision": held.decision,
        "approved_at": NOW,
    }
    refused(lambda: Approval.objects.create(**given, reviewer=reviewer, reason=""))
    refused(lambda: Approval.objects.create(**given, reviewer=None, reason="Because"))


def test_an_approval_changed_or_deleted(held, reviewer):
    approval = review.approve(item=held.review, actor=reviewer, reason="Fine", seen_version=1)
    refused(lambda: sql("UPDATE drafting_approval SET text_digest = %s", digest(held, FINE)))
    refused(lambda: sql("UPDATE drafting_approval SET covers = ''"))
    refused(lambda: sql("DELETE FROM drafting_approval WHERE id = %s", approval.pk))


def test_a_draft_inserted_as_visible(held):
    refused(
        lambda: Draft.objects.create(
            ticket=held.ticket,
            message=held.message,
            context=held.context,
            backend="scripted",
            candidate_text=BLOCKED,
            decision=held.decision,
            created_at=NOW,
            **shown(held, BLOCKED),
        )
    )


def test_a_second_draft_with_the_first_ones_decision(visible):
    refused(
        lambda: Draft.objects.create(
            ticket=visible.ticket,
            message=visible.message,
            context=visible.context,
            backend="scripted",
            candidate_text=FINE,
            decision=visible.decision,
            created_at=NOW,
            **shown(visible, FINE),
        )
    )


def sent(draft, agent, text, **changed):
    return SentReply.objects.create(
        **{
            "draft": draft,
            "text": text,
            "text_digest": digest(draft, text),
            "verdict": "pass",
            "decision": draft.decision,
            "agent": agent,
            "sent_at": NOW,
            **changed,
        }
    )


def test_sending_a_blocked_text(held, agent):
    refused(lambda: sent(held, agent, BLOCKED))
    refused(lambda: sent(held, agent, BLOCKED, verdict="block"))
    refused(lambda: sent(held, agent, BLOCKED, verdict=None))


def test_sending_another_text_than_was_decided(visible, agent):
    refused(lambda: sent(visible, agent, BLOCKED))
    refused(lambda: sent(visible, agent, FINE, text_digest=digest(visible, BLOCKED)))
    refused(lambda: sent(visible, agent, FINE, verdict="modify"))


def test_a_sent_reply_rewritten(visible, agent):
    sent(visible, agent, FINE)
    Draft.objects.filter(pk=visible.pk).update(status="sent")
    refused(lambda: sql("UPDATE drafting_sentreply SET text = 'other'"))
    refused(lambda: sql("DELETE FROM drafting_sentreply"))
    refused(change(visible, status="visible"))
    refused(change(visible, shown_text=None, shown_digest=None, status="held"))


def test_the_one_legal_way_is_open(held):
    decision = decision_for(held, FINE, purpose="review_edit")
    Draft.objects.filter(pk=held.pk).update(**shown_as(held, FINE, decision))
    held.refresh_from_db()
    assert held.shown_text == FINE
