"""A reply finds the conversation as it was, our own replies included, each once."""

from datetime import timedelta

import pytest

from compliance.models import ComplianceRule
from drafting import sending
from drafting.conversation import conversation
from drafting.intake import Incoming
from drafting.models import DraftStatus

FIRST, SECOND = "Can I return my boots?", "And my jacket?"
NOTICE = "You are chatting with an AI assistant."


@pytest.fixture
def notice(world):
    ComplianceRule.objects.create(
        code="R2",
        kind="required_disclosure",
        action="insert_disclosure",
        claim="mentions a return",
        detectors=["return"],
        text=NOTICE,
        placement="start",
        once_per_conversation=True,
    )


def answered(draft, agent, text):
    made = draft(text, text=FIRST)
    assert made.status == DraftStatus.VISIBLE, made.decision.findings
    done = sending.send(
        draft=made,
        actor=agent,
        text=made.shown_text,
        at=made.created_at + timedelta(minutes=1),
    )
    assert done.sent is not None
    return made


def test_a_reply_that_went_out_is_part_of_the_conversation(draft, agent):
    first = answered(draft, agent, "You can return your boots within 14 days.")
    second = draft("The jacket too.", text=SECOND)
    told = conversation(ticket=second.ticket, message=second.message)
    assert [(each.author, each.text) for each in told] == [
        ("customer", FIRST),
        ("agent", first.shown_text),
        ("customer", SECOND),
    ]
    assert conversation(ticket=first.ticket, message=first.message) == told[:1]


def test_a_reply_that_the_helpdesk_delivers_back_counts_once(draft, agent):
    first = answered(draft, agent, "You can return your boots within 14 days.")
    echo = Incoming(first.shown_text + "\n", author="agent")
    second = draft("The jacket too.", messages=[Incoming(FIRST), echo, Incoming(SECOND)])
    told = conversation(ticket=second.ticket, message=second.message)
    assert [each.author for each in told] == ["customer", "agent", "customer"]


def test_a_notice_for_the_conversation_is_given_with_the_first_reply_only(draft, agent, notice):
    first = answered(draft, agent, "You can return your boots within 14 days.")
    assert first.shown_text.startswith(NOTICE)
    second = draft("You can return the jacket within 14 days.", text=SECOND)
    assert second.shown_text == "You can return the jacket within 14 days."


def test_without_a_first_reply_the_notice_is_still_due(draft, notice):
    assert draft("You can return your boots within 14 days.").shown_text.startswith(NOTICE)
    second = draft("You can return the jacket within 14 days.", text=SECOND)
    assert second.shown_text.startswith(NOTICE)
