"""What happens once is told once: showings by person and text, edits that go out later."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from compliance.audit.canonical import read_canonical
from compliance.models import AuditEvent
from drafting import pulls, review, scheduling, sending
from drafting.attestation.reviews import show_held
from drafting.attestation.subjects import person
from drafting.models import SentReply

FINE = "You can return your boots within 14 days."
OWN = "Thank you for asking. Your boots can come back within 14 days."
BLOCKED = "These boots are sold as is, no warranty."


def told(kind):
    events = AuditEvent.objects.filter(type=kind).order_by("pending__number")
    return [read_canonical(bytes(event.body)) for event in events]


def names(kind):
    return [(body["actor"]["kind"], body["actor"]["id"]) for body in told(kind)]


def test_a_text_is_shown_once_to_each(draft, agent, operator, now):
    visible = draft(FINE)
    for who in (agent, agent, operator, agent):
        pulls.pull(draft=visible, actor=who, at=now)
    assert names("draft.shown") == [("agent", "agnes"), ("operator", "olaf")]
    sending.send(draft=visible, actor=agent, text=OWN, at=now)
    for who in (agent, agent):
        pulls.pull(draft=visible, actor=who, at=now)
    assert names("draft.shown")[2:] == [("agent", "agnes")]


def test_a_held_draft_shows_nothing_to_agents_and_each_edit_to_readers(
    draft, agent, reviewer, auditor, now
):
    item = draft(BLOCKED).review
    assert pulls.pull(draft=item.draft, actor=agent, at=now).text is None
    assert told("draft.shown") == []
    for user, role in ((reviewer, "reviewer"), (reviewer, "reviewer"), (auditor, "auditor")):
        show_held(item=item, actor=person(user, role), at=now)
    done = review.edit(item=item, actor=reviewer, text=f"{BLOCKED} So sorry.", seen_version=1)
    show_held(item=done.item, actor=person(reviewer, "reviewer"), at=now)
    assert names("draft.shown") == [
        ("reviewer", "rita"),
        ("auditor", "axel"),
        ("reviewer", "rita"),
    ]


def test_what_an_agent_wrote_and_scheduled_is_one_edit_when_it_goes(draft, agent, now):
    visible = draft(FINE)
    later = now + timedelta(hours=1)
    scheduling.schedule(draft=visible, actor=agent, text=OWN, send_at=later, at=now)
    assert names("draft.edited") == [("agent", "agnes")]
    assert scheduling.step(at=later)
    assert SentReply.objects.get().text == OWN
    assert names("draft.edited") == [("agent", "agnes")]
    assert [body["details"]["edited"] for body in told("draft.sent")] == [True]


def test_a_refused_text_is_no_edit_but_its_decision_is_told(draft, agent, now):
    visible = draft(FINE)
    sending.send(draft=visible, actor=agent, text=BLOCKED, at=now)
    assert told("draft.edited") == told("draft.sent") == []
    assert [
        (body["details"]["purpose"], body["details"]["verdict"]) for body in told("gate.decided")
    ] == [("generation", "pass"), ("send", "block")]


def test_what_cannot_be_told_is_not_handed_out(draft, agent, now, monkeypatch):
    visible = draft(FINE)

    def fails(*happenings):
        raise IntegrityError

    monkeypatch.setattr("drafting.attestation.drafts.append", fails)
    with pytest.raises(IntegrityError), transaction.atomic():
        pulls.pull(draft=visible, actor=agent, at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        sending.send(draft=visible, actor=agent, text=FINE, at=now)
    assert not SentReply.objects.exists()
