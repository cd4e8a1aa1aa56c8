"""Reviewers clear what was held; agents pull and send; each by the rules of their role."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from compliance.models import ComplianceRule, DecisionPurpose, GateDecision
from drafting import pulls, review, sending
from drafting.errors import Conflict, Unusable
from drafting.models import Draft, DraftStatus, ReviewItem, ReviewState, SentReply
from locations.models import Location, PolicyValue

FINE = "You can return your boots within 14 days."
BLOCKED = "These boots are sold as is, no warranty."


@pytest.fixture
def visible(draft):
    made = draft(FINE)
    assert made.status == DraftStatus.VISIBLE, made.decision.findings
    return made


@pytest.fixture
def held(draft):
    made = draft(BLOCKED)
    assert made.status == DraftStatus.HELD
    return made


def forbid(words="return your boots"):
    return ComplianceRule.objects.create(
        code="R9",
        kind="prohibited_claim",
        claim=words,
        examples=[words],
        action="block",
    )


def in_a_minute(draft):
    return draft.created_at + timedelta(minutes=1)


class TestReviewer:
    def test_approves_exactly_what_was_seen_with_name_and_reason(self, held, reviewer):
        approval = review.approve(
            item=held.review, actor=reviewer, reason="Counsel agrees", seen_version=1
        )
        held.refresh_from_db()
        assert held.status == DraftStatus.VISIBLE
        assert held.shown_text == BLOCKED
        assert approval.reviewer == reviewer
        assert any(key.startswith("claims|R1 v1|") for key in approval.covers)
        assert held.review.draft.approval == approval

    def test_must_say_why(self, held, reviewer):
        with pytest.raises(Unusable) as refused:
            review.approve(item=held.review, actor=reviewer, reason="  ", seen_version=1)
        assert refused.value.field == "reason"
        assert ReviewItem.objects.get().state == ReviewState.OPEN

    def test_edit_that_passes_is_shown(self, held, reviewer):
        edited = review.edit(item=held.review, actor=reviewer, text=FINE, seen_version=1)
        assert edited.shown
        held.refresh_from_db()
        assert (held.status, held.shown_text) == (DraftStatus.VISIBLE, FINE)
        assert held.shown_decision.purpose == DecisionPurpose.REVIEW_EDIT
        assert ReviewItem.objects.get().state == ReviewState.EDITED

    def test_edit_that_is_blocked_stays_with_its_own_findings(self, held, reviewer):
        edited = review.edit(
            item=held.review, actor=reviewer, text="Sold as is, sorry.", seen_version=1
        )
        assert not edited.shown
        item = ReviewItem.objects.get()
        assert (item.state, item.text, item.version) == (ReviewState.OPEN, "Sold as is, sorry.", 2)
        assert item.decision == edited.decision
        held.refresh_from_db()
        assert held.shown_text is None

    def test_edit_that_the_gate_would_change_comes_back_as_a_proposal(self, held, reviewer):
        edited = review.edit(
            item=held.review,
            actor=reviewer,
            text="Great news! You can return your boots within 14 days! Bye!",
            seen_version=1,
        )
        assert not edited.shown
        assert edited.proposal
        assert Draft.objects.get().shown_text is None
        taken = review.edit(item=edited.item, actor=reviewer, text=edited.proposal, seen_version=2)
        assert taken.shown

    def test_rejects_for_good(self, held, reviewer):
        review.reject(item=held.review, actor=reviewer, reason="Off topic", seen_version=1)
        held.refresh_from_db()
        assert held.status == DraftStatus.REJECTED
        with pytest.raises(Conflict, match="rita closed it as rejected"):
            review.approve(item=held.review, actor=reviewer, reason="No!", seen_version=1)

    def test_is_told_when_a_colleague_was_faster(self, held, reviewer):
        review.edit(item=held.review, actor=reviewer, text="Sold as is.", seen_version=1)
        with pytest.raises(Conflict, match="changed since you opened it"):
            review.approve(item=held.review, actor=reviewer, reason="Fine", seen_version=1)

    @pytest.mark.parametrize("who", ["agent", "outsider", "auditor", "operator"])
    def test_only_a_reviewer_of_the_location_decides(self, held, who, request):
        person = request.getfixturevalue(who)
        for decide in (
            lambda: review.approve(item=held.review, actor=person, reason="x", seen_version=1),
            lambda: review.edit(item=held.review, actor=person, text=FINE, seen_version=1),
            lambda: review.reject(item=held.review, actor=person, reason="x", seen_version=1),
        ):
            with pytest.raises(PermissionDenied):
                decide()
        assert ReviewItem.objects.get().state == ReviewState.OPEN

    def test_a_reviewer_of_another_store_does_not(self, held, reviewer):
        reviewer.roster.update(location=Location.objects.get(code="ald-denver"))
        with pytest.raises(PermissionDenied, match="not on your roster"):
            review.approve(item=held.review, actor=reviewer, reason="x", seen_version=1)


class TestPull:
    def test_hands_out_what_still_holds_and_keeps_the_decision(self, visible, agent):
        pulled = pulls.pull(draft=visible, actor=agent, at=in_a_minute(visible))
        assert pulled.text == FINE
        assert GateDecision.objects.filter(purpose=DecisionPurpose.PULL).count() == 1

    def test_takes_back_what_no_longer_holds(self, visible, agent):
        forbid()
        pulled = pulls.pull(draft=visible, actor=agent, at=in_a_minute(visible))
        assert pulled.text is None
        visible.refresh_from_db()
        assert (visible.status, visible.shown_text) == (DraftStatus.HELD, None)
        item = visible.review
        assert (item.state, item.text, item.decision) == (
            ReviewState.OPEN,
            FINE,
            pulled.decision,
        )

    def test_takes_back_a_policy_that_changed(self, visible, agent):
        PolicyValue.objects.filter(layer="location").update(value=10)
        assert pulls.pull(draft=visible, actor=agent, at=in_a_minute(visible)).text is None

    def test_an_unrelated_change_voids_nothing(self, visible, agent):
        PolicyValue.objects.filter(layer="vertical").update(value=60)
        assert pulls.pull(draft=visible, actor=agent, at=in_a_minute(visible)).text == FINE

    def test_an_approved_text_stays_until_something_new_is_found(self, held, reviewer, agent):
        review.approve(item=held.review, actor=reviewer, reason="Fine here", seen_version=1)
        at = in_a_minute(held)
        assert pulls.pull(draft=held, actor=agent, at=at).text == BLOCKED
        forbid("no warranty")
        assert pulls.pull(draft=held, actor=agent, at=at).text is None
        item = ReviewItem.objects.get()
        assert (item.state, item.text, item.version) == (ReviewState.OPEN, BLOCKED, 3)

    def test_an_approval_ends_when_its_rule_changes(self, held, reviewer, agent):
        review.approve(item=held.review, actor=reviewer, reason="Fine here", seen_version=1)
        rule = ComplianceRule.objects.get(code="R1")
        rule.version = 2
        rule.claim = "a product is sold as is, or without a warranty"
        rule.save()
        assert pulls.pull(draft=held, actor=agent, at=in_a_minute(held)).text is None

    def test_a_held_draft_comes_without_its_text(self, held, agent):
        pulled = pulls.pull(draft=held, actor=agent, at=in_a_minute(held))
        assert pulled.text is None
        assert not GateDecision.objects.filter(purpose=DecisionPurpose.PULL).exists()

    def test_facts_that_cannot_be_read_hold_it_back(self, visible, agent, world):
        world.weekly_hours.update(mon="whenever")
        pulled = pulls.pull(draft=visible, actor=agent, at=in_a_minute(visible))
        assert pulled.text is None
        assert pulled.decision.faults[0]["stage"] == "assembling facts"

    @pytest.mark.parametrize("who", ["outsider", "auditor"])
    def test_is_for_people_of_the_location(self, visible, who, request):
        with pytest.raises(PermissionDenied):
            pulls.pull(draft=visible, actor=request.getfixturevalue(who), at=in_a_minute(visible))


class TestSend:
    def test_sends_what_passes(self, visible, agent):
        text = "Bring the boots back within 14 days and we will take them."
        done = sending.send(draft=visible, actor=agent, text=text, at=in_a_minute(visible))
        assert done.sent is not None, done.decision.findings
        assert (done.sent.text, done.sent.edited, done.sent.agent) == (text, True, agent)
        visible.refresh_from_db()
        assert visible.status == DraftStatus.SENT

    def test_refuses_what_is_wrong_and_leaves_the_draft(self, visible, agent):
        text = "Bring the boots back within 30 days."
        done = sending.send(draft=visible, actor=agent, text=text, at=in_a_minute(visible))
        assert done.sent is None
        assert "policy" in {found["layer"] for found in done.decision.findings}
        assert not SentReply.objects.exists()
        visible.refresh_from_db()
        assert visible.status == DraftStatus.VISIBLE

    def test_repeating_a_send_sends_nothing_twice(self, visible, agent):
        first = sending.send(draft=visible, actor=agent, text=FINE, at=in_a_minute(visible))
        again = sending.send(draft=visible, actor=agent, text=FINE, at=in_a_minute(visible))
        assert first.sent == again.sent
        with pytest.raises(Conflict, match="already sent"):
            sending.send(draft=visible, actor=agent, text="Hello.", at=in_a_minute(visible))

    def test_an_approved_text_may_go_out_unchanged_only(self, held, reviewer, agent):
        review.approve(item=held.review, actor=reviewer, reason="Fine here", seen_version=1)
        at = in_a_minute(held)
        edited = sending.send(draft=held, actor=agent, text=BLOCKED + " Bye.", at=at)
        assert edited.sent is None
        done = sending.send(draft=held, actor=agent, text=BLOCKED, at=at)
        assert done.sent.approval.reviewer == reviewer
        assert done.sent.verdict is None

    def test_a_held_draft_cannot_be_sent(self, held, agent):
        with pytest.raises(Conflict, match="held for review"):
            sending.send(draft=held, actor=agent, text=BLOCKED)
        with pytest.raises(Conflict, match="held for review"):
            sending.send(draft=held, actor=agent, text=FINE)

    def test_an_approved_text_goes_out_to_the_letter(self, draft, reviewer, agent):
        held = draft(BLOCKED + "\n", external_id="T-9")
        review.approve(item=held.review, actor=reviewer, reason="Fine here", seen_version=1)
        held.refresh_from_db()
        pulled = pulls.pull(draft=held, actor=agent, at=in_a_minute(held))
        done = sending.send(draft=held, actor=agent, text=pulled.text, at=in_a_minute(held))
        assert done.sent.text == pulled.text

    def test_a_card_number_is_refused_before_anything_is_stored(
        self, visible, draft, agent, reviewer
    ):
        held = draft(BLOCKED, external_id="T-9")
        text = "Your card 4111 1111 1111 1111 was refunded."
        with pytest.raises(Unusable, match="card"):
            sending.send(draft=visible, actor=agent, text=text, at=in_a_minute(visible))
        with pytest.raises(Unusable, match="card"):
            review.edit(item=held.review, actor=reviewer, text=text, seen_version=1)
        assert not GateDecision.objects.filter(purpose__in=("send", "review_edit")).exists()

    @pytest.mark.parametrize("text", ["", "  ", "a\x00b", "x" * 20_001])
    def test_refuses_what_is_no_reply(self, visible, agent, text):
        with pytest.raises(Unusable):
            sending.send(draft=visible, actor=agent, text=text)

    @pytest.mark.parametrize("who", ["outsider", "auditor", "reviewer", "operator"])
    def test_is_for_agents_of_the_location(self, visible, who, request):
        with pytest.raises(PermissionDenied):
            sending.send(draft=visible, actor=request.getfixturevalue(who), text=FINE)
