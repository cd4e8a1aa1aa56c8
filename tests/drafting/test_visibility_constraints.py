"""Invariant 1, attacked: no text is visible without a decision on it or a named approval of it.

Every attempt goes straight to the tables, by the ORM or by SQL, as a careless engineer, a
migration gone wrong or an intruder with the application's own database account would.
"""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from compliance.gate.fingerprint import text_fingerprint
from compliance.models import GateDecision
from drafting import review
from drafting.models import Approval, ContextRecord, Draft, SentReply

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
    with pytest.raises(DatabaseError), transaction.atomic():  # noqa: PT012
        attempt()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def decision_for(subject, text, verdict="pass", **changed):
    output = None if verdict == "block" else text
    return GateDecision.objects.create(
        **{
            "subject": subject,
            "purpose": "generation",
            "decided_at": NOW,
            "verdict": verdict,
            "input_sha256": text_fingerprint(text),
            "output_sha256": None if output is None else text_fingerprint(output),
            "output_text": output,
            "duration_ms": 1.0,
            **changed,
        }
    )


def shown_as(text, decision=None, verdict="pass", approval=None):
    return {
        "status": "visible",
        "shown_text": text,
        "shown_sha256": text_fingerprint(text),
        "shown_decision": decision,
        "shown_verdict": verdict,
        "approval": approval,
    }


def change(draft, **values):
    return lambda: Draft.objects.filter(pk=draft.pk).update(**values)


def test_nothing_at_all(held):
    refused(change(held, status="visible"))
    refused(change(held, status="sent"))


def test_a_text_without_decision(held):
    refused(change(held, **shown_as(BLOCKED, verdict=None)))


def test_a_verdict_without_decision(held):
    refused(change(held, **shown_as(BLOCKED)))


def test_a_decision_without_verdict(held):
    refused(change(held, **shown_as(BLOCKED, held.decision, None)))


def test_the_blocking_decision_itself(held):
    refused(change(held, **shown_as(BLOCKED, held.decision, "block")))


def test_the_blocking_decision_claimed_to_pass(held):
    refused(change(held, **shown_as(BLOCKED, held.decision, "pass")))


def test_another_drafts_decision(held, visible):
    refused(change(held, **shown_as(FINE, visible.decision)))


def test_a_decision_about_another_text(visible):
    refused(change(visible, **shown_as(BLOCKED, visible.decision)))


def test_another_text_under_the_old_hash(visible):
    refused(change(visible, shown_text=BLOCKED))


def test_another_hash_over_the_old_text(visible):
    refused(change(visible, shown_sha256=text_fingerprint(BLOCKED)))


def test_a_text_without_a_hash(visible):
    refused(change(visible, shown_sha256=None))


def test_a_hash_without_a_text(visible):
    refused(change(visible, shown_text=None))


def test_no_decision_any_more(visible):
    refused(change(visible, shown_decision=None, shown_verdict=None))


def test_a_modify_claimed_for_a_pass(visible):
    refused(change(visible, shown_verdict="modify"))


def test_a_held_draft_that_keeps_its_text(visible):
    refused(change(visible, status="held"))
    refused(change(visible, status="rejected"))


def test_a_decision_changed_afterwards(visible, held):
    for values in ({"verdict": "pass"}, {"output_text": BLOCKED}, {"subject": uuid.uuid4()}):
        refused(lambda v=values: GateDecision.objects.filter(pk=held.decision_id).update(**v))
    refused(lambda: sql("UPDATE compliance_gatedecision SET verdict = 'pass'"))


def test_a_decision_deleted(visible):
    refused(lambda: sql("DELETE FROM compliance_gatedecision"))
    with pytest.raises((DatabaseError, Exception)), transaction.atomic():
        visible.decision.delete()
    assert GateDecision.objects.filter(pk=visible.decision_id).exists()


def test_a_pass_with_a_changed_text(held):
    refused(
        lambda: decision_for(
            held.pk, BLOCKED, output_sha256=text_fingerprint(FINE), output_text=FINE
        )
    )


def test_a_block_with_an_output(held):
    refused(
        lambda: decision_for(
            held.pk, BLOCKED, "block", output_sha256=text_fingerprint(FINE), output_text=FINE
        )
    )


def test_a_pass_with_a_fault(held):
    refused(
        lambda: decision_for(held.pk, BLOCKED, faults=[{"stage": "rules", "message": "broken"}])
    )


def test_a_decision_whose_text_is_not_its_hash(held):
    refused(lambda: decision_for(held.pk, FINE, output_text=BLOCKED))


def test_the_candidate_rewritten_under_its_decision(visible, held):
    refused(change(visible, candidate_text=BLOCKED))
    refused(change(held, decision=visible.decision))
    refused(change(visible, context=ContextRecord.objects.create(sha256="0" * 64, payload={})))
    refused(change(visible, ticket=held.ticket))
    refused(change(visible, message=held.message))


def test_an_approval_of_another_text(held, reviewer):
    approval = Approval.objects.create(
        draft=held,
        text_sha256=text_fingerprint(FINE),
        reviewer=reviewer,
        reason="This one",
        decision=held.decision,
        approved_at=NOW,
    )
    refused(change(held, **shown_as(BLOCKED, verdict=None, approval=approval)))


def test_an_approval_of_another_draft(held, visible, reviewer):
    approval = review.approve(item=held.review, actor=reviewer, reason="Fine", seen_version=1)
    refused(change(visible, **shown_as(BLOCKED, verdict=None, approval=approval)))


def test_an_approval_without_a_reason_or_a_name(held, reviewer):
    given = {
        "draft": held,
        "text_sha256": text_fingerprint(BLOCKED),
        "decision": held.decision,
        "approved_at": NOW,
    }
    refused(lambda: Approval.objects.create(**given, reviewer=reviewer, reason=""))
    refused(lambda: Approval.objects.create(**given, reviewer=None, reason="Because"))


def test_an_approval_changed_or_deleted(held, reviewer):
    approval = review.approve(item=held.review, actor=reviewer, reason="Fine", seen_version=1)
    refused(lambda: sql("UPDATE drafting_approval SET text_sha256 = %s", text_fingerprint(FINE)))
    refused(lambda: sql("UPDATE drafting_approval SET covers = '[]'"))
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
            **shown_as(BLOCKED, held.decision),
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
            **shown_as(FINE, visible.decision),
        )
    )


def sent(draft, agent, text, **changed):
    return SentReply.objects.create(
        **{
            "draft": draft,
            "text": text,
            "text_sha256": text_fingerprint(text),
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
    refused(lambda: sent(visible, agent, FINE, text_sha256=text_fingerprint(BLOCKED)))
    refused(lambda: sent(visible, agent, FINE, verdict="modify"))


def test_a_sent_reply_rewritten(visible, agent):
    sent(visible, agent, FINE)
    Draft.objects.filter(pk=visible.pk).update(status="sent")
    refused(lambda: sql("UPDATE drafting_sentreply SET text = 'other'"))
    refused(lambda: sql("DELETE FROM drafting_sentreply"))
    refused(change(visible, status="visible"))
    refused(change(visible, shown_text=None, shown_sha256=None, status="held"))


def test_the_one_legal_way_is_open(held):
    decision = decision_for(held.pk, FINE, purpose="review_edit")
    Draft.objects.filter(pk=held.pk).update(**shown_as(FINE, decision))
    held.refresh_from_db()
    assert held.shown_text == FINE
