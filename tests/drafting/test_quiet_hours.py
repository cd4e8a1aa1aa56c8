"""Quiet hours when it comes to sending: refused with the time, scheduled, gated again."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from compliance.models import ChannelRestriction, DecisionPurpose, GateDecision, QuietHours
from drafting import intake, pulls, review, scheduling, sending
from drafting.errors import Conflict, Unusable
from drafting.models import (
    Draft,
    DraftStatus,
    ReviewState,
    ScheduledReply,
    ScheduleState,
    SentReply,
)
from drafting.worker import Worker
from locations.models import PolicyValue

FINE = "You can return your boots within 14 days."
BLOCKED = "These boots are sold as is, no warranty."
EVENING = datetime(2026, 11, 4, 2, 30, tzinfo=UTC)  # Tuesday, 21:30 in Boston
MORNING = datetime(2026, 11, 4, 13, 0, tzinfo=UTC)  # Wednesday, 8:00 in Boston


@pytest.fixture
def quiet(world):
    """No e-mail at night, for anybody."""
    email = ChannelRestriction.objects.get(code="email")
    return QuietHours.objects.create(code="night", channel=email, hours="21:00-08:00")


@pytest.fixture
def visible(quiet, draft):
    """A draft for a customer in Massachusetts, written on a Tuesday evening."""
    made = draft(FINE, as_of=None, customer_state="US-MA")
    assert made.status == DraftStatus.VISIBLE, made.decision.findings
    return made


@pytest.fixture
def scheduled(visible, agent):
    done = scheduling.schedule(draft=visible, actor=agent, text=FINE, send_at=MORNING, at=EVENING)
    assert done.scheduled is not None, done.decision.findings
    return done.scheduled


def state_of(reply):
    reply.refresh_from_db()
    return reply.state


class TestSending:
    def test_waits_until_the_window_is_over(self, visible, agent):
        done = sending.send(draft=visible, actor=agent, text=FINE, at=EVENING)
        assert done.sent is None
        assert done.held_until == MORNING
        assert done.proposal is None
        assert done.decision.verdict == "pass"
        assert done.decision.hold_until == MORNING
        visible.refresh_from_db()
        assert visible.status == DraftStatus.VISIBLE
        assert not SentReply.objects.exists()

    def test_goes_when_it_is_over(self, visible, agent):
        assert sending.send(draft=visible, actor=agent, text=FINE, at=MORNING).sent is not None

    def test_a_pull_says_so_and_still_hands_the_text_out(self, visible, agent):
        pulled = pulls.pull(draft=visible, actor=agent, at=EVENING)
        assert pulled.text == FINE
        assert pulled.decision.hold_until == MORNING

    def test_a_live_conversation_is_answered_where_the_operator_says_so(self, quiet, draft, agent):
        quiet.answers_within_minutes = 10
        quiet.save()
        asked = EVENING - timedelta(minutes=9)
        made = draft(FINE, as_of=None, customer_state="US-MA", arrived_at=asked)
        late = sending.send(draft=made, actor=agent, text=FINE, at=EVENING + timedelta(minutes=2))
        assert late.held_until == MORNING
        assert sending.send(draft=made, actor=agent, text=FINE, at=EVENING).sent is not None

    def test_an_approval_does_not_break_the_quiet(self, quiet, draft, reviewer, agent):
        held = draft(BLOCKED, as_of=None, customer_state="US-MA")
        review.approve(item=held.review, actor=reviewer, reason="It is true", seen_version=1)
        held.refresh_from_db()
        done = sending.send(draft=held, actor=agent, text=BLOCKED, at=EVENING)
        assert done.decision.verdict == "block"
        assert done.held_until == MORNING
        later = scheduling.schedule(
            draft=held, actor=agent, text=BLOCKED, send_at=MORNING, at=EVENING
        )
        assert later.scheduled is not None
        assert scheduling.step(at=MORNING)
        assert SentReply.objects.get().approval.reviewer == reviewer

    def test_a_draft_of_another_time_waits_as_long_in_ours(self, quiet, draft, agent):
        made = draft(FINE, as_of=EVENING, customer_state="US-MA")
        done = sending.send(draft=made, actor=agent, text=FINE, at=made.created_at)
        assert done.decision.hold_until == MORNING
        assert done.held_until - made.created_at == MORNING - EVENING


class TestScheduling:
    def test_is_gated_for_its_moment_and_again_when_it_has_come(self, scheduled, visible):
        decision = scheduled.decision
        assert (decision.purpose, decision.hold_until) == (DecisionPurpose.SCHEDULE, None)
        assert decision.decided_at == EVENING
        assert not scheduling.step(at=MORNING - timedelta(seconds=1))
        assert scheduling.step(at=MORNING)
        sent = SentReply.objects.get()
        assert (sent.text, sent.agent, sent.sent_at) == (FINE, scheduled.agent, MORNING)
        assert sent.decision.purpose == DecisionPurpose.SEND
        assert state_of(scheduled) == ScheduleState.SENT
        assert scheduled.decision == sent.decision
        visible.refresh_from_db()
        assert visible.status == DraftStatus.SENT
        assert not scheduling.step(at=MORNING)

    def test_within_quiet_hours_is_refused_with_the_first_moment_after(self, visible, agent):
        done = scheduling.schedule(
            draft=visible,
            actor=agent,
            text=FINE,
            send_at=EVENING + timedelta(hours=1),
            at=EVENING,
        )
        assert (done.scheduled, done.held_until) == (None, MORNING)
        assert not ScheduledReply.objects.exists()

    def test_what_will_be_wrong_then_is_refused_now(self, visible, agent):
        """It closes at seven tonight; tomorrow at eight it has not even opened."""
        text = "We are open right now."
        done = scheduling.schedule(
            draft=visible, actor=agent, text=text, send_at=MORNING, at=EVENING
        )
        assert done.scheduled is None
        assert done.decision.verdict != "pass"
        visible.refresh_from_db()
        assert visible.status == DraftStatus.VISIBLE

    def test_what_is_no_longer_true_at_its_moment_goes_back_to_review(
        self, scheduled, visible, world
    ):
        value = PolicyValue.objects.get(location=world)
        value.value = 7
        value.save()
        assert scheduling.step(at=MORNING)
        assert state_of(scheduled) == ScheduleState.REFUSED
        assert "14 days" in scheduling.said(scheduled)
        assert not SentReply.objects.exists()
        visible.refresh_from_db()
        assert visible.status == DraftStatus.HELD
        assert visible.review.state == ReviewState.OPEN

    def test_an_agents_own_text_that_is_no_longer_true_is_only_refused(self, visible, agent, world):
        text = "Boots may come back to us within 14 days."
        done = scheduling.schedule(
            draft=visible, actor=agent, text=text, send_at=MORNING, at=EVENING
        )
        value = PolicyValue.objects.get(location=world)
        value.value = 7
        value.save()
        assert scheduling.step(at=MORNING)
        assert state_of(done.scheduled) == ScheduleState.REFUSED
        visible.refresh_from_db()
        assert visible.status == DraftStatus.VISIBLE

    def test_goes_later_where_quiet_hours_have_become_longer(self, scheduled, quiet):
        quiet.hours = "21:00-10:00"
        quiet.save()
        assert scheduling.step(at=MORNING)
        assert state_of(scheduled) == ScheduleState.WAITING
        assert scheduled.send_at == MORNING + timedelta(hours=2)
        assert "Quiet hours have changed" in scheduled.note
        assert not scheduling.step(at=MORNING + timedelta(hours=1))
        assert scheduling.step(at=MORNING + timedelta(hours=2))
        assert state_of(scheduled) == ScheduleState.SENT

    def test_is_cancelled_when_the_customer_writes_again(self, scheduled, deliver):
        deliver(
            messages=[intake.Incoming("Can I return my boots?"), intake.Incoming("Never mind.")],
            customer_state="US-MA",
        )
        assert state_of(scheduled) == ScheduleState.CANCELLED
        assert "wrote again" in scheduled.note
        assert not scheduling.step(at=MORNING)
        assert not SentReply.objects.exists()

    def test_is_taken_back_by_an_agent_and_then_there_is_none(self, scheduled, visible, agent):
        scheduling.cancel(draft=visible, actor=agent)
        assert state_of(scheduled) == ScheduleState.CANCELLED
        assert "agnes took it back" in scheduled.note
        with pytest.raises(Conflict, match="Nothing is scheduled"):
            scheduling.cancel(draft=visible, actor=agent)

    def test_the_same_again_is_the_same_and_another_takes_its_place(
        self, scheduled, visible, agent
    ):
        wish = {"draft": visible, "actor": agent, "text": FINE, "at": EVENING}
        again = scheduling.schedule(**wish, send_at=MORNING)
        assert again.scheduled == scheduled
        other = scheduling.schedule(**wish, send_at=MORNING + timedelta(hours=1))
        assert other.scheduled != scheduled
        assert state_of(scheduled) == ScheduleState.CANCELLED
        assert ScheduledReply.objects.filter(state=ScheduleState.WAITING).count() == 1

    def test_another_text_sent_at_once_takes_its_place(self, scheduled, visible, agent, quiet):
        quiet.delete()
        text = "Boots may come back to us within 14 days."
        assert sending.send(draft=visible, actor=agent, text=text, at=EVENING).sent
        assert state_of(scheduled) == ScheduleState.CANCELLED
        assert "sent another text" in scheduled.note

    @pytest.mark.parametrize("days", [-1, 0, 15])
    def test_needs_a_moment_of_the_next_two_weeks(self, visible, agent, days):
        with pytest.raises(Unusable) as refused:
            scheduling.schedule(
                draft=visible,
                actor=agent,
                text=FINE,
                send_at=EVENING + timedelta(days=days),
                at=EVENING,
            )
        assert refused.value.field == "send_at"

    @pytest.mark.parametrize("who", ["reviewer", "operator", "auditor", "outsider"])
    def test_only_an_agent_of_the_location_does(self, visible, who, request):
        person = request.getfixturevalue(who)
        with pytest.raises(PermissionDenied):
            scheduling.schedule(draft=visible, actor=person, text=FINE, send_at=MORNING, at=EVENING)
        with pytest.raises(PermissionDenied):
            scheduling.cancel(draft=visible, actor=person)

    def test_nobody_sends_for_an_agent_who_may_not_any_more(self, scheduled, agent):
        agent.roster.all().delete()
        assert scheduling.step(at=MORNING)
        assert state_of(scheduled) == ScheduleState.REFUSED
        assert "not on your roster" in scheduled.note
        assert not SentReply.objects.exists()

    def test_a_held_draft_has_nothing_to_schedule(self, quiet, draft, agent):
        held = draft(BLOCKED, as_of=None)
        with pytest.raises(Conflict, match="held for review"):
            scheduling.schedule(draft=held, actor=agent, text=FINE, send_at=MORNING, at=EVENING)


class TestTheQueue:
    def test_the_worker_sends_what_is_due(self, scheduled):
        ScheduledReply.objects.update(send_at=datetime.now(UTC) - timedelta(minutes=1))
        QuietHours.objects.all().delete()
        Worker(until_empty=True).run()
        assert state_of(scheduled) == ScheduleState.SENT

    def test_what_kills_its_workers_ends_as_failed(self, scheduled, monkeypatch):
        monkeypatch.setattr(scheduling, "_go", lambda *_: None)
        for _ in range(scheduling.MAX_ATTEMPTS):
            assert scheduling.step(at=MORNING)
            ScheduledReply.objects.update(lease_until=MORNING - timedelta(minutes=1))
        assert not scheduling.step(at=MORNING)
        assert state_of(scheduled) == ScheduleState.FAILED
        assert scheduled.note == "Tried 5 times in vain."

    def test_a_leased_reply_is_nobody_elses(self, scheduled, monkeypatch):
        monkeypatch.setattr(scheduling, "_go", lambda *_: None)
        assert scheduling.step(at=MORNING)
        assert not scheduling.step(at=MORNING)

    def test_an_error_is_kept_and_it_is_tried_again(self, scheduled, monkeypatch):
        def fail(**_):
            raise RuntimeError("with the text in it")

        with monkeypatch.context() as broken:
            broken.setattr(sending, "send", fail)
            assert scheduling.step(at=MORNING)
        assert state_of(scheduled) == ScheduleState.WAITING
        assert "RuntimeError" in scheduled.note
        assert "with the text" not in scheduled.note
        ScheduledReply.objects.update(lease_until=None)
        assert scheduling.step(at=MORNING)
        assert state_of(scheduled) == ScheduleState.SENT

    def test_a_draft_has_one_that_waits_and_what_did_not_go_says_why(self, scheduled):
        for wrong in ({"state": "waiting"}, {"state": "refused"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                ScheduledReply.objects.create(
                    draft=scheduled.draft,
                    text=FINE,
                    agent=scheduled.agent,
                    send_at=MORNING,
                    decision=scheduled.decision,
                    created_at=EVENING,
                    **wrong,
                )


def test_a_decision_keeps_its_moment(visible, agent):
    sending.send(draft=visible, actor=agent, text=FINE, at=EVENING)
    decision = GateDecision.objects.get(purpose=DecisionPurpose.SEND)
    (found,) = [each for each in decision.findings if each["check"] == "quiet_hours"]
    assert found["hold_until"] == "2026-11-04T08:00:00-05:00"
    assert decision.hold_until == MORNING
    assert Draft.objects.get().status == DraftStatus.VISIBLE
