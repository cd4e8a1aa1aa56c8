"""Drafts made under what turned out wrong are taken back, and only a reviewer shows them again."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from compliance.audit.canonical import read_canonical
from compliance.audit.commitments import commitment
from compliance.models import AuditEvent, AuditSalt, ComplianceRule, EventType
from drafting import pulls, recalls, review, scheduling, sending
from drafting.affected import Asked
from drafting.errors import Conflict, Unusable
from drafting.models import Draft, Recall, RecallLine, ReviewItem, ScheduledReply
from drafting.visibility import hide
from drafting.worker import Worker
from locations import changes

FINE = "You can return your boots within 14 days."
FINE_TOO = "Your boots can come back within 14 days."
BLOCKED = "These boots are sold as is, no warranty."
MENDED = "You can return your boots within 14 days! Thank you! We look forward to it!"
RULE = Asked("rule", "R1", 1)
WHY = "The rule let something through"


@pytest.fixture(autouse=True)
def time_enough(settings):
    # A busy machine must not turn a decision into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000


@pytest.fixture
def several(draft):
    """Drafts of as many tickets, all visible."""

    def several(count, text=FINE):
        return [draft(text, external_id=f"T-{number}") for number in range(count)]

    return several


@pytest.fixture
def recall(operator):
    def recall(drafts=None, *, actor=operator, reason=WHY, seconds=60, key=None, **more):
        asked = more.pop("asked", RULE)
        made = recalls.order(
            recall_id=key or uuid.uuid4(),
            order=recalls.Order(asked, reason, drafts, **more),
            actor=actor,
        )
        recalls.carry_out(made, seconds=seconds)
        return made

    return recall


def outcomes(made):
    return {line.draft_id: line.outcome for line in made.lines.all()}


def now_of(draft):
    return Draft.objects.select_related("ticket__location", "message").get(pk=draft.pk)


def test_a_recalled_draft_shows_nothing_and_waits_for_a_reviewer(draft, recall, agent, now):
    made = draft(FINE)
    done = recall()
    assert outcomes(done) == {made.pk: "recalled"}
    made = now_of(made)
    assert (made.status, made.shown_text, made.recall_id) == ("held", None, done.pk)
    item = ReviewItem.objects.get(draft=made)
    assert (item.state, item.text) == ("open", FINE)
    assert item.note == f"Recalled by olaf, because of rule:R1:1: {WHY}"
    pulled = pulls.pull(draft=made, actor=agent, at=now)
    assert pulled.text is None
    with pytest.raises(Conflict, match="held for review"):
        sending.send(draft=made, actor=agent, text=FINE, at=now)


def test_what_waits_is_a_text_with_what_was_found_in_exactly_it(draft, recall, reviewer):
    mended = draft(MENDED)
    assert mended.shown_verdict == "modify"
    recall()
    item = ReviewItem.objects.select_related("decision").get(draft=mended)
    assert (item.text, item.decision.output_text) == (MENDED, mended.shown_text)
    held = draft(BLOCKED, external_id="T-2")
    review.approve(item=held.review, actor=reviewer, reason="Fine here", seen_version=1)
    recall()
    item = ReviewItem.objects.select_related("decision").get(draft=held)
    assert (item.text, item.state, item.decision_id) == (BLOCKED, "open", held.decision_id)


def test_a_reply_that_waits_for_its_moment_is_withdrawn(draft, recall, agent, now):
    made = draft(FINE)
    soon = timezone.now() + timedelta(hours=1)
    scheduling.schedule(draft=made, actor=agent, text=FINE_TOO, send_at=soon)
    done = recall()
    reply = ScheduledReply.objects.get()
    assert (reply.state, WHY in reply.note) == ("cancelled", True)
    assert done.lines.get().withdrawn
    assert scheduling.step(at=soon + timedelta(hours=1)) is False


def test_the_log_tells_who_took_it_back_why_and_what_agents_saw(draft, recall, agent, operator):
    made = draft(FINE)
    soon = timezone.now() + timedelta(hours=1)
    reply = scheduling.schedule(draft=made, actor=agent, text=FINE, send_at=soon).scheduled
    done = recall(asked=Asked("rule", "R1", None, made.created_at))
    event = AuditEvent.objects.get(type=EventType.DRAFT_RECALLED)
    body = read_canonical(bytes(event.body))
    assert (event.draft, event.actor_kind, event.actor) == (made.pk, "operator", "olaf")
    details = body["details"]
    assert (details["recall"], details["condition"]) == (str(done.pk), "rule:R1")
    assert details["since"] is not None
    salts = dict(AuditSalt.objects.filter(event=event).values_list("name", "salt"))
    assert body["texts"] == [
        {"name": name, "sha256": commitment(text, bytes(salts[name]))}
        for name, text in (("reason", WHY), ("text", FINE))
    ]
    (gone,) = AuditEvent.objects.filter(type=EventType.DRAFT_UNSCHEDULED)
    told = read_canonical(bytes(gone.body))
    assert told["details"] == {"reply": str(reply.pk), "why": "recalled"}
    assert told["actor"]["id"] == "olaf"
    assert WHY.encode() not in bytes(event.body) + bytes(gone.body)


def test_only_a_reviewer_shows_it_again(draft, recall, reviewer, agent, now):
    one, two = draft(FINE), draft(FINE, external_id="T-2")
    recall()
    for each in map(now_of, (one, two)):
        # Whatever somebody writes past the services, the database keeps it hidden.
        each.status, each.shown_text = "visible", FINE
        each.shown_digest, each.shown_verdict = each.decision.output_digest, "pass"
        each.shown_decision_id = each.decision_id
        with (
            pytest.raises(IntegrityError, match="draft_recalled_is_not_visible"),
            transaction.atomic(),
        ):
            each.save()
    review.approve(
        item=now_of(one).review,
        actor=reviewer,
        reason="Good",
        seen_version=now_of(one).review.version,
    )
    review.edit(
        item=now_of(two).review,
        actor=reviewer,
        text=FINE_TOO,
        seen_version=now_of(two).review.version,
    )
    for each, text in ((one, FINE), (two, FINE_TOO)):
        assert now_of(each).recall is None
        assert pulls.pull(draft=now_of(each), actor=agent, at=now).text == text


def test_what_is_not_visible_is_left_as_it_is_and_said(draft, recall, agent, reviewer, now):
    visible, sent, held, thrown, older = (
        draft(text, external_id=f"T-{number}")
        for number, text in enumerate((FINE, FINE, BLOCKED, BLOCKED, FINE))
    )
    sending.send(draft=sent, actor=agent, text=FINE, at=now)
    review.reject(item=thrown.review, actor=reviewer, reason="No", seen_version=1)
    hide(draft=older, status="superseded")
    every = [each.pk for each in (visible, sent, held, thrown, older)]
    done = recall(every)
    assert outcomes(done) == dict(
        zip(every, ("recalled", "sent", "held", "rejected", "superseded"), strict=True)
    )
    assert recalls.outcomes(done.lines.all())["recalled"] == 1
    # In all that match there is nothing visible any more.
    with pytest.raises(Conflict, match="Nothing of this"):
        recall()


def test_what_went_out_after_somebody_looked_is_counted_as_sent(several, recall, agent):
    one, two, early = several(3)
    sending.send(draft=early, actor=agent, text=FINE)
    seen = timezone.now()
    sending.send(draft=one, actor=agent, text=FINE)
    assert outcomes(recall(seen_at=seen)) == {one.pk: "sent", two.pk: "recalled"}


def test_the_same_order_twice_is_one_recall(several, recall, reviewer):
    several(2)
    key = uuid.uuid4()
    first = recall(key=key)
    events = AuditEvent.objects.count()
    assert recall(key=key) == first
    assert (Recall.objects.count(), AuditEvent.objects.count()) == (1, events)
    with pytest.raises(Conflict, match="Another recall"):
        recall(key=key, reason="Something else")
    with pytest.raises(Conflict, match="Another recall"):
        recall(key=key, actor=reviewer)


@pytest.mark.parametrize("reason", ["", "  ", "x\x00", "4111 1111 1111 1111", "x" * 2001])
def test_a_reason_is_asked_for(draft, recall, reason):
    made = draft(FINE)
    with pytest.raises(Unusable):
        recall(reason=reason)
    assert now_of(made).status == "visible"


def test_reviewers_recall_at_their_locations_and_others_nowhere(
    draft, recall, reviewer, agent, auditor, outsider
):
    here, there = draft(FINE), draft(FINE, external_id="T-2", location_code="ald-denver")
    for nobody in (agent, auditor, outsider):
        with pytest.raises(PermissionDenied):
            recall(actor=nobody)
    done = recall([here.pk, there.pk], actor=reviewer)
    assert outcomes(done) == {here.pk: "recalled"}
    assert AuditEvent.objects.get(type=EventType.DRAFT_RECALLED).actor_kind == "reviewer"
    assert now_of(there).status == "visible"


def test_workers_go_on_where_a_request_ends(several, recall, monkeypatch):
    monkeypatch.setattr(recalls, "BATCH", 2)
    several(5)
    done = recall(seconds=0)
    assert set(outcomes(done).values()) == {"waiting"}
    assert Worker().step()
    assert list(outcomes(done).values()).count("recalled") == 2
    while recalls.step():
        pass
    assert set(outcomes(done).values()) == {"recalled"}


def test_one_that_cannot_be_taken_back_does_not_keep_the_others(several, recall, monkeypatch):
    first, *others = several(3)
    hidden = recalls.visibility.recall

    def fails_once(*, draft, **more):
        if draft.pk == first.pk:
            raise ValueError(FINE)
        return hidden(draft=draft, **more)

    monkeypatch.setattr(recalls.visibility, "recall", fails_once)
    done = recall()
    assert outcomes(done) == {first.pk: "failed"} | {each.pk: "recalled" for each in others}
    note = done.lines.get(outcome="failed").note
    assert "still visible" in note
    assert FINE not in note


def test_another_version_and_another_time_are_left_alone(draft, recall):
    old = draft(FINE)
    rule = ComplianceRule.objects.get(code="R1")
    changes.save(row=rule, actor=None, reason="Better", seen_version=1)
    new = draft(FINE, external_id="T-2")
    assert outcomes(recall()) == {old.pk: "recalled"}
    with pytest.raises(Conflict):
        recall(asked=Asked("rule", "R1", 2, until=new.created_at))
    assert now_of(new).status == "visible"


def test_what_is_done_is_final(draft, recall):
    draft(FINE)
    recall()
    for statement in (
        "UPDATE drafting_recallline SET outcome = 'sent'",
        "UPDATE drafting_recall SET reason = 'x'",
        "DELETE FROM drafting_recallline",
    ):
        with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            connection.cursor().execute(statement)
    assert RecallLine.objects.get().outcome == "recalled"
