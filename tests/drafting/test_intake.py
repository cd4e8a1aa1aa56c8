"""Tickets arrive once, checked and masked, whole or in parts, and never lose a message."""

import threading
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from drafting import jobs
from drafting.intake import Incoming, TicketRefused
from drafting.models import (
    Customer,
    Draft,
    DraftJob,
    DraftStatus,
    JobState,
    ReviewItem,
    ReviewState,
    Ticket,
    TicketMessage,
)


def texts():
    return [message.text for message in TicketMessage.objects.order_by("position")]


def test_a_ticket_is_stored_with_its_job(deliver):
    received = deliver("Can I return my boots?")
    assert received.created
    assert received.ticket.ticket_class.code == "returns"
    job = DraftJob.objects.get()
    assert (job.state, job.message.text) == (JobState.QUEUED, "Can I return my boots?")


def test_a_repeat_changes_nothing_and_returns_the_same_ticket(deliver):
    first = deliver()
    again = deliver()
    assert again.ticket == first.ticket
    assert (again.created, again.added) == (False, 0)
    assert DraftJob.objects.count() == TicketMessage.objects.count() == 1


@pytest.mark.parametrize("whole", [True, False])
def test_new_messages_are_appended_whether_sent_whole_or_alone(deliver, whole):
    deliver("one")
    new = [Incoming("answer", author="agent"), Incoming("two")]
    sent = [Incoming("one"), *new] if whole else new
    assert deliver(messages=sent).added == 2
    assert deliver(messages=sent).added == 0
    assert deliver("one").added == 0
    assert texts() == ["one", "answer", "two"]
    assert DraftJob.objects.filter(state=JobState.QUEUED).get().message.text == "two"


def test_the_same_words_at_another_time_are_another_message(deliver, now):
    deliver(messages=[Incoming("hello?", sent_at=now)])
    later = Incoming("hello?", sent_at=now + timedelta(minutes=5))
    assert deliver(messages=[later]).added == 1


def test_a_new_message_retires_the_draft_and_its_review(deliver, draft):
    old = draft("These boots are sold as is, no warranty.")
    deliver(messages=[Incoming("Can I return my boots?"), Incoming("Never mind, when do you open")])
    old.refresh_from_db()
    assert old.status == DraftStatus.SUPERSEDED
    assert ReviewItem.objects.get().state == ReviewState.OBSOLETE
    assert jobs.claim() is not None


def test_an_agents_message_retires_nothing(deliver, draft):
    old = draft("You can return your boots within 14 days.")
    deliver(messages=[Incoming("Can I return my boots?"), Incoming("On it", author="agent")])
    assert Draft.objects.get(pk=old.pk).status == DraftStatus.VISIBLE
    assert jobs.claim() is None


def test_card_numbers_are_masked_before_they_are_stored(deliver):
    deliver("My card 4111 1111 1111 1111 was charged, SSN 123-45-6789")
    assert "ends in 1111" in texts()[0]
    assert "4111 1111" not in texts()[0]
    assert "6789" not in texts()[0]
    # And a repeat still knows its masked message again.
    assert deliver("My card 4111 1111 1111 1111 was charged, SSN 123-45-6789").added == 0


def test_the_customer_is_kept_as_they_were(deliver):
    ticket = deliver(customer_code="c1", customer_state="US-NY").ticket
    other = Customer.objects.get(code="c1")
    other.name, other.state, other.orders = "Somebody Else", "US-CA", []
    other.save()
    ticket.refresh_from_db()
    snapshot = ticket.customer_snapshot
    assert (snapshot["name"], snapshot["state"]) == ("Dana Whitlock", "US-NY")
    assert snapshot["orders"][0]["item"] == "rain shell"


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"location_code": "nowhere"}, "location", "no location “nowhere”"),
        ({"location_code": "a\x00b"}, "location", "no location"),
        ({"channel": "fax"}, "channel", "known are chat, email, public_review, sms"),
        ({"channel": "all"}, "channel", "no channel"),
        ({"channel": "\x00"}, "channel", "no channel"),
        ({"customer_code": "c99"}, "customer", "no customer “c99”"),
        ({"customer_code": "\x00"}, "customer", "letters"),
        ({"customer_code": "c" * 81}, "customer", "80 characters"),
        ({"customer_state": "Massachusetts"}, "customer_state", "US-MA"),
        ({"source": " "}, "source", "empty"),
        ({"source": "x" * 41}, "source", "40 at most"),
        ({"external_id": "a\x00"}, "external_id", "control characters"),
        ({"external_id": "x" * 201}, "external_id", "200 at most"),
        ({"messages": []}, "messages", "at least one"),
        ({"messages": [Incoming("hi", author="agent")]}, "messages", "of the customer"),
        ({"messages": [Incoming("hi")] * 201}, "messages", "200"),
        ({"messages": [Incoming("hi"), Incoming(" \n")]}, "messages.1.text", "empty"),
        ({"messages": [Incoming("a\x00b")]}, "messages.0.text", "NUL"),
        ({"messages": [Incoming("\ud800")]}, "messages.0.text", "Unicode"),
        ({"messages": [Incoming("é" * 50_001)]}, "messages.0.text", "100,002 bytes"),
        (
            {"messages": [Incoming("hi"), Incoming("x", author="boss")]},
            "messages.1.author",
            "agent",
        ),
        (
            {"messages": [Incoming("hi", sent_at=datetime(2026, 1, 1))]},  # noqa: DTZ001
            "messages.0.sent_at",
            "zone",
        ),
        ({"arrived_at": datetime(2026, 1, 1)}, "arrived_at", "zone"),  # noqa: DTZ001
    ],
)
def test_bad_input_names_its_field_and_stores_nothing(deliver, changed, field, says):
    with pytest.raises(TicketRefused) as refused:
        deliver(**changed)
    assert refused.value.field == field
    assert says in refused.value.message
    assert not Ticket.objects.exists()


def test_a_repeat_that_says_something_else_is_refused(deliver):
    deliver()
    for field, changed in (
        ("location", {"location_code": "ald-denver"}),
        ("channel", {"channel": "chat"}),
        ("customer", {"customer_code": "c1"}),
    ):
        with pytest.raises(TicketRefused, match=f"another {field}"):
            deliver(**changed)


def test_agents_bring_in_tickets_of_their_own_locations(deliver, agent, outsider, operator):
    assert deliver(actor=agent).created
    assert deliver(actor=operator, external_id="T-2").created
    with pytest.raises(TicketRefused, match="on your roster"):
        deliver(actor=outsider, external_id="T-3")


def test_others_do_not(deliver, reviewer, auditor):
    for person in (reviewer, auditor):
        with pytest.raises(PermissionDenied):
            deliver(actor=person)


def test_a_dead_broker_neither_fails_nor_slows_a_ticket(
    deliver, settings, django_capture_on_commit_callbacks, monkeypatch
):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(jobs, "_quiet_until", 0.0)
    started = datetime.now()  # noqa: DTZ005
    with django_capture_on_commit_callbacks(execute=True):
        deliver()
    assert datetime.now() - started < timedelta(seconds=3)  # noqa: DTZ005
    assert jobs.claim() is not None


@pytest.mark.django_db(transaction=True)
def test_ten_deliveries_at_once_make_one_ticket(deliver):
    barrier = threading.Barrier(10)
    created = []

    def go():
        try:
            barrier.wait()
            created.append(deliver().created)
        finally:
            connection.close()

    threads = [threading.Thread(target=go) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(created) == [False] * 9 + [True]
    assert Ticket.objects.count() == TicketMessage.objects.count() == DraftJob.objects.count() == 1


def test_nothing_is_stored_when_the_transaction_fails(deliver):
    class OopsError(Exception):
        pass

    with pytest.raises(OopsError), transaction.atomic():  # noqa: PT012
        deliver()
        raise OopsError
    assert not Ticket.objects.exists()
