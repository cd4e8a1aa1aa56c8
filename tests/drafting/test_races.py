"""Two people at one draft in the same moment: nothing is lost, done twice or let through."""

import contextlib
import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction

from compliance.models import AuditEvent
from drafting import claims, intake, pulls, recalls, review, scheduling, sending
from drafting.affected import Asked
from drafting.errors import Conflict
from drafting.models import (
    Approval,
    Draft,
    DraftStatus,
    ReviewItem,
    ScheduledReply,
    SentReply,
)

FINE = "You can return your boots within 14 days."
BLOCKED = "These boots are sold as is, no warranty."

pytestmark = pytest.mark.django_db(transaction=True)


class Meanwhile(threading.Thread):
    """Does something on a connection of its own; :meth:`end` gives its result, or raises."""

    def __init__(self, do):
        super().__init__()
        self._do = do
        self.start()

    def run(self):
        try:
            self.result = self._do()
        except Exception as error:  # noqa: BLE001  (whatever it is, the test looks at it)
            self.result = error
        finally:
            connection.close()

    def end(self):
        self.join(20)
        return self.result


def wait_for_the_lock():
    """Wait until another connection stands behind our lock."""
    with connection.cursor() as cursor:
        for _ in range(400):
            cursor.execute(
                "SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY"
                "(pg_blocking_pids(pid))"
            )
            if cursor.fetchone():
                return
            cursor.execute("SELECT pg_sleep(0.02)")
    pytest.fail("nobody waited for the lock")


def test_a_reply_sent_twice_at_once_goes_out_once_and_both_are_told(draft, agent, now):
    visible = draft(FINE)
    with transaction.atomic():
        first = sending.send(draft=visible, actor=agent, text=FINE, at=now)
        second = Meanwhile(
            lambda: sending.send(
                draft=Draft.objects.get(pk=visible.pk), actor=agent, text=FINE, at=now
            )
        )
        wait_for_the_lock()
    assert second.end().sent == first.sent
    assert SentReply.objects.count() == 1


def test_of_two_reviewers_at_once_one_has_the_draft_in_hand(draft, reviewer, second_reviewer):
    item = draft(BLOCKED).review
    with transaction.atomic():
        claims.claim(item=item, actor=reviewer)
        late = Meanwhile(
            lambda: claims.claim(item=ReviewItem.objects.get(pk=item.pk), actor=second_reviewer)
        )
        wait_for_the_lock()
    assert isinstance(late.end(), claims.Taken)
    assert "rita has had this draft in hand since" in str(late.result)
    item.refresh_from_db()
    assert item.claimed_by == reviewer
    told = AuditEvent.objects.filter(type="review.claimed")
    assert [event.actor for event in told] == ["rita"]


def test_a_decision_in_the_moment_of_a_claim_is_refused(draft, reviewer, second_reviewer):
    item = draft(BLOCKED).review
    with transaction.atomic():
        claims.claim(item=item, actor=reviewer)
        late = Meanwhile(
            lambda: review.approve(
                item=ReviewItem.objects.get(pk=item.pk),
                actor=second_reviewer,
                reason="Fine here",
                seen_version=1,
            )
        )
        wait_for_the_lock()
    assert isinstance(late.end(), claims.Taken)
    assert not Approval.objects.exists()


def test_a_pull_in_the_moment_of_an_approval_does_not_undo_it(draft, agent, reviewer, now):
    held = draft(BLOCKED)
    with transaction.atomic():
        review.approve(item=held.review, actor=reviewer, reason="Fine here", seen_version=1)
        pull = Meanwhile(
            lambda: pulls.pull(draft=Draft.objects.get(pk=held.pk), actor=agent, at=now)
        )
        wait_for_the_lock()
    assert pull.end().text == BLOCKED
    held.refresh_from_db()
    assert held.status == DraftStatus.VISIBLE


def test_two_reviewers_in_one_moment_decide_once(draft, reviewer):
    held = draft(BLOCKED)
    with transaction.atomic():
        review.reject(item=held.review, actor=reviewer, reason="No", seen_version=1)
        other = Meanwhile(
            lambda: review.approve(
                item=Draft.objects.get(pk=held.pk).review,
                actor=reviewer,
                reason="Yes",
                seen_version=1,
            )
        )
        wait_for_the_lock()
    assert isinstance(other.end(), Conflict)
    held.refresh_from_db()
    assert (held.status, held.approvals.count()) == (DraftStatus.REJECTED, 0)


def test_a_send_behind_the_customers_next_message_does_not_go_out(draft, deliver, agent, now):
    visible = draft(FINE)
    with transaction.atomic():
        deliver(messages=[intake.Incoming("Can I return my boots?"), intake.Incoming("And when?")])
        send = Meanwhile(
            lambda: sending.send(
                draft=Draft.objects.get(pk=visible.pk), actor=agent, text=FINE, at=now
            )
        )
        wait_for_the_lock()
    assert isinstance(send.end(), Conflict)
    assert not SentReply.objects.exists()


def _scheduled(draft, agent, now):
    done = scheduling.schedule(
        draft=draft, actor=agent, text=FINE, send_at=now + timedelta(hours=1), at=now
    )
    assert done.scheduled is not None, done.decision.findings
    return done.scheduled


MORE = [intake.Incoming("Can I return my boots?"), intake.Incoming("And when?")]


def test_a_scheduled_reply_behind_the_customers_next_message_does_not_go(
    draft, deliver, agent, now
):
    later = now + timedelta(hours=2)
    reply = _scheduled(draft(FINE), agent, now)
    with transaction.atomic():
        deliver(messages=MORE)
        send = Meanwhile(lambda: scheduling.step(at=later))
        # The worker does not wait for a row that somebody is changing.
        assert send.end() is False
    assert scheduling.step(at=later) is False
    reply.refresh_from_db()
    assert reply.state == "cancelled"
    assert not SentReply.objects.exists()


def test_a_message_behind_a_scheduled_reply_finds_it_sent(draft, deliver, agent, now):
    reply = _scheduled(draft(FINE), agent, now)
    with transaction.atomic():
        assert scheduling.step(at=now + timedelta(hours=2))
        message = Meanwhile(lambda: deliver(messages=MORE))
        wait_for_the_lock()
    assert message.end().added == 1
    reply.refresh_from_db()
    assert reply.state == "sent"
    assert SentReply.objects.get().draft.status == DraftStatus.SENT


def test_two_workers_send_a_scheduled_reply_once(draft, agent, now):
    later = now + timedelta(hours=2)
    _scheduled(draft(FINE), agent, now)
    with transaction.atomic():
        assert scheduling.step(at=later)
        other = Meanwhile(lambda: scheduling.step(at=later))
        assert other.end() is False
    assert SentReply.objects.count() == 1


# --- Recalls -------------------------------------------------------------------------------------


def _ordered(operator, *drafts):
    return recalls.order(
        recall_id=uuid.uuid4(),
        order=recalls.Order(Asked("rule", "R1", 1), "Wrong rule", [each.pk for each in drafts]),
        actor=operator,
    )


def _outcomes(recall):
    return sorted(recall.lines.values_list("outcome", flat=True))


def test_a_recall_behind_a_reply_that_is_being_sent_counts_it_as_sent(draft, agent, operator, now):
    visible = draft(FINE)
    recall = _ordered(operator, visible)
    with transaction.atomic():
        sending.send(draft=visible, actor=agent, text=FINE, at=now)
        other = Meanwhile(lambda: recalls.carry_out(recall, seconds=5))
        wait_for_the_lock()
    assert other.end() is True
    assert _outcomes(recall) == ["sent"]
    assert SentReply.objects.count() == 1


def test_a_reply_behind_a_recall_does_not_go_out(draft, agent, operator, now):
    visible = draft(FINE)
    recall = _ordered(operator, visible)
    with transaction.atomic():
        assert recalls.carry_out(recall, seconds=5)
        send = Meanwhile(
            lambda: sending.send(
                draft=Draft.objects.get(pk=visible.pk), actor=agent, text=FINE, at=now
            )
        )
        wait_for_the_lock()
    assert isinstance(send.end(), Conflict)
    assert not SentReply.objects.exists()


def test_a_pull_behind_a_recall_shows_nothing(draft, agent, operator, now):
    visible = draft(FINE)
    recall = _ordered(operator, visible)
    with transaction.atomic():
        assert recalls.carry_out(recall, seconds=5)
        pull = Meanwhile(
            lambda: pulls.pull(draft=Draft.objects.get(pk=visible.pk), actor=agent, at=now)
        )
        wait_for_the_lock()
    assert pull.end().text is None


def test_a_scheduled_reply_in_the_moment_of_a_recall_does_not_go(draft, agent, operator, now):
    visible = draft(FINE)
    reply = _scheduled(visible, agent, now)
    recall = _ordered(operator, visible)
    with transaction.atomic():
        assert recalls.carry_out(recall, seconds=5)
        # The worker does not wait for a row that somebody is changing.
        assert Meanwhile(lambda: scheduling.step(at=now + timedelta(hours=2))).end() is False
    reply.refresh_from_db()
    assert reply.state == "cancelled"
    assert not SentReply.objects.exists()


def test_what_is_scheduled_behind_a_recall_is_refused(draft, agent, operator, now):
    visible = draft(FINE)
    recall = _ordered(operator, visible)
    with transaction.atomic():
        assert recalls.carry_out(recall, seconds=5)
        later = Meanwhile(lambda: _scheduled(Draft.objects.get(pk=visible.pk), agent, now))
        wait_for_the_lock()
    assert isinstance(later.end(), Conflict)
    assert not ScheduledReply.objects.exists()


def test_two_who_carry_out_one_recall_take_each_draft_back_once(draft, operator):
    drafts = [draft(FINE, external_id=f"T-{number}") for number in range(3)]
    recall = _ordered(operator, *drafts)
    with transaction.atomic():
        assert recalls.carry_out(recall, seconds=5)
        # The other does not wait for rows that somebody has.
        assert Meanwhile(recalls.step).end() is False
    assert _outcomes(recall) == ["recalled"] * 3
    assert AuditEvent.objects.filter(type="draft.recalled").count() == 3


def test_everybody_at_once_ends_without_a_deadlock(draft, deliver, agent, operator, now):
    drafts = [draft(FINE, external_id=f"T-{number}") for number in range(6)]
    later = now + timedelta(minutes=30)
    for each in drafts[::2]:
        scheduling.schedule(draft=each, actor=agent, text=FINE, send_at=later, at=now)

    def agents(order):
        for each in order:
            row = Draft.objects.get(pk=each.pk)
            with contextlib.suppress(Conflict):
                pulls.pull(draft=row, actor=agent, at=now)
                sending.send(draft=row, actor=agent, text=FINE, at=now)

    def due():
        for _ in drafts:
            scheduling.step(at=later)

    def customers():
        for number in (5, 3, 1):
            deliver(
                external_id=f"T-{number}",
                messages=[
                    intake.Incoming("Can I return my boots?"),
                    intake.Incoming("And when?"),
                ],
            )

    ordered = [_ordered(operator, *drafts), _ordered(operator, *reversed(drafts))]
    everybody = [
        Meanwhile(do)
        for do in (
            lambda: agents(drafts),
            lambda: agents(reversed(drafts)),
            due,
            customers,
            *(lambda each=each: recalls.carry_out(each, seconds=20) for each in ordered),
        )
    ]
    ended = [each.end() for each in everybody]
    assert [str(each) for each in ended if isinstance(each, Exception)] == []
    sent = set(SentReply.objects.values_list("draft_id", flat=True))
    for draft_ in Draft.objects.filter(pk__in=[each.pk for each in drafts]):
        outcomes = set(draft_.recall_lines.values_list("outcome", flat=True))
        assert draft_.status != "visible"
        assert ("sent" in outcomes) == (draft_.status == "sent") == (draft_.pk in sent)
        assert not draft_.scheduled.filter(state="waiting").exists()
