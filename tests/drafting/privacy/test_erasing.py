"""Erasure: what a customer said cannot be read afterwards, and nobody works on it any more."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from compliance.models import AuditEvent, AuditSalt, DataKey, SealedInputPart
from compliance.sealing import keyring
from compliance.sealing.keyring import ErasedError
from drafting import jobs, pulls, review, scheduling, sending
from drafting.attestation.reviews import show_held
from drafting.attestation.subjects import person
from drafting.errors import Conflict, TextsErasedError, Unusable
from drafting.models import (
    Draft,
    DraftJob,
    Erasure,
    ReviewItem,
    ScheduledReply,
    SentReply,
    Ticket,
    TicketMessage,
)
from drafting.privacy.erasing import AlreadyErasedError, Order, erase_customer, erase_ticket
from drafting.privacy.holds import HeldError, Scope, place, release
from drafting.privacy.stored import stored_of, stored_of_ticket

WHY = "Asked for on the phone."


@pytest.fixture
def erase(operator, customer):
    def erase(**changed):
        return erase_customer(customer=customer, order=Order(operator, WHY, **changed))

    return erase


def events(kind):
    return [
        json.loads(bytes(event.body))
        for event in AuditEvent.objects.filter(type=kind).order_by("id")
    ]


def told_of_erasures():
    """The event with the counts, and those of the tickets."""
    told = events("erasure")
    [whole] = [each for each in told if "counts" in each["details"]]
    return whole, [each for each in told if each is not whole]


def test_the_preview_says_what_is_stored_and_erasing_destroys_that(lived, customer, erase):
    before = stored_of(customer)
    counts = before.counts
    assert (counts.tickets, counts.messages, counts.drafts, counts.replies) == (5, 5, 4, 1)
    assert (counts.drafts_taken_back, counts.reviews_closed) == (3, 1)
    assert (counts.schedules_cancelled, counts.jobs_withdrawn, counts.keys) == (1, 1, 1)
    erasure = erase()
    assert erasure.counts["tickets"] == 5
    assert erasure.counts["keys"] == 1
    # What was taken back told the log of it, and those events have no texts.
    assert erasure.counts["salts"] == counts.salts > 20
    assert not DataKey.objects.filter(pk__in=before.keys, destroyed_at=None).exists()
    customer.refresh_from_db()
    assert customer.data_key_id not in before.keys


def test_no_text_can_be_read_any_more(lived, erase):
    erase()
    keyring.forget()
    for message in TicketMessage.objects.all():
        with pytest.raises(ErasedError):
            _ = message.text
    for row, name in (
        (Draft.objects.get(pk=lived["sent"].pk), "candidate_text"),
        (SentReply.objects.get(), "text"),
        (Ticket.objects.first(), "customer_snapshot"),
        (lived["sent"].ticket.customer.history.earliest(), "name"),
    ):
        with pytest.raises(ErasedError):
            getattr(row, name)
    assert not SealedInputPart.objects.exists()


def test_the_record_is_blank_and_what_comes_later_is_readable(lived, customer, erase, deliver):
    erase()
    customer.refresh_from_db()
    assert (customer.name, customer.state, customer.loyalty, customer.orders) == ("", "", None, [])
    again = deliver(external_id="new", customer_code="c1", text="Hello again").ticket
    assert again.messages.get().text == "Hello again"
    assert again.data_key_id == customer.data_key_id
    assert stored_of(customer).counts.keys == 1


def test_what_was_alive_is_taken_back(lived, erase, agent, now):
    held = jobs.claim()
    assert held is not None
    erase()
    status = dict(Draft.objects.values_list("ticket__location__code", "status"))
    assert set(status.values()) <= {"erased", "sent"}
    assert Draft.objects.filter(status="erased", shown_text=None).count() == 3
    assert ReviewItem.objects.get().state == "obsolete"
    reply = ScheduledReply.objects.get()
    assert (reply.state, reply.note) == ("cancelled", "The texts were erased.")
    job = DraftJob.objects.get(pk=held.job_id)
    assert (job.state, job.last_error) == ("done", "The texts were erased.")
    with pytest.raises(jobs.LeaseLost):
        jobs.locked(held)
    discarded = [each["details"]["why"] for each in events("draft.discarded")]
    assert discarded == ["erased"] * 3
    assert [each["details"]["why"] for each in events("draft.unscheduled")] == ["erased"]


def test_nobody_pulls_or_sends_what_was_erased(lived, erase, agent, reviewer, now):
    # Loaded before, with their texts: as in another process that still holds the key.
    drafts = [Draft.objects.get(pk=lived[name].pk) for name in ("visible", "sent", "scheduled")]
    texts = [draft.shown_text for draft in drafts]
    item = ReviewItem.objects.get()
    _ = item.text
    erase()
    for draft, text in zip(drafts, texts, strict=True):
        pulled = pulls.pull(draft=draft, actor=agent, at=now)
        assert (pulled.text, pulled.draft.status) == (
            None,
            "sent" if draft.pk == lived["sent"].pk else "erased",
        )
        with pytest.raises(TextsErasedError, match="were erased on"):
            sending.send(draft=draft, actor=agent, text=text, at=now)
        with pytest.raises(TextsErasedError):
            scheduling.schedule(
                draft=draft, actor=agent, text=text, send_at=now + timedelta(hours=1), at=now
            )
    with pytest.raises(TextsErasedError):
        review.approve(item=item, actor=reviewer, reason="Fine", seen_version=1)
    show_held(item=item, actor=person(reviewer, "reviewer"), at=now)
    assert not AuditSalt.objects.exclude(event__type="erasure").exists()
    assert SentReply.objects.count() == 1


def test_the_log_is_told_of_it_without_a_word(lived, customer, erase, operator):
    erasure = erase()
    whole, each = told_of_erasures()
    assert whole["actor"]["id"] == "olaf"
    assert whole["ticket"] == whole["location"] == ""
    assert whole["details"] == {
        "erasure": str(erasure.pk),
        "customer": customer.pk,
        "of": "customer",
        "record": "erased",
        "counts": erasure.counts,
    }
    tickets = Ticket.objects.values_list("pk", flat=True)
    assert {told["ticket"] for told in each} == {str(ticket) for ticket in tickets}
    assert all(told["texts"] == [] for told in each)
    assert str(erasure.event) == whole["id"]
    # The reason names nobody and stays provable; of the tickets no salt is left.
    assert set(AuditSalt.objects.values_list("event__type", "name")) == {("erasure", "reason")}
    assert "Dana" not in json.dumps(events("erasure"))


def test_a_second_time_says_that_it_was_erased(lived, customer, erase):
    first = erase()
    with pytest.raises(AlreadyErasedError) as refused:
        erase()
    assert refused.value.erasure == first
    assert Erasure.objects.count() == 1


def test_what_came_in_since_is_erased_again(lived, customer, erase, deliver):
    erase()
    deliver(external_id="new", customer_code="c1")
    assert erase().counts["keys"] == 1
    assert Erasure.objects.count() == 2


def test_a_ticket_of_an_unknown_sender_goes_alone(unknown, lived, operator):
    order = Order(operator, WHY)
    found = stored_of_ticket(unknown.ticket)
    erasure = erase_ticket(ticket=unknown.ticket, order=order)
    assert (erasure.counts["tickets"], erasure.counts["keys"]) == (1, 1)
    assert erasure.counts["salts"] == found.counts.salts
    [told] = events("erasure")
    assert (told["ticket"], told["details"]["of"]) == (str(unknown.ticket_id), "ticket")
    keyring.forget()
    with pytest.raises(ErasedError):
        _ = TicketMessage.objects.get(ticket=unknown.ticket).text
    assert TicketMessage.objects.filter(ticket__customer__isnull=False).first().text
    # What its source called it, an address here, is gone with it.
    assert Ticket.objects.get(pk=unknown.ticket_id).external_id == f"erased-{unknown.ticket_id}"
    with pytest.raises(AlreadyErasedError):
        erase_ticket(ticket=unknown.ticket, order=order)


def test_what_is_delivered_again_is_another_ticket(unknown, operator, deliver):
    erase_ticket(ticket=unknown.ticket, order=Order(operator, WHY))
    again = deliver(external_id="somebody@example.com")
    assert again.created
    assert again.ticket.pk != unknown.ticket_id


def test_a_ticket_of_a_known_customer_does_not_go_alone(lived, operator):
    with pytest.raises(Conflict, match="erase the customer"):
        erase_ticket(ticket=lived["waiting"], order=Order(operator, WHY))


@pytest.mark.parametrize("what", ["customer", "ticket", "location"])
def test_a_hold_keeps_everything(lived, customer, erase, operator, what):
    scope = {
        "customer": Scope(customer=customer),
        "ticket": Scope(ticket=lived["waiting"]),
        "location": Scope(location=lived["waiting"].location),
    }[what]
    hold = place(scope=scope, matter="Case 24-118", reason="Counsel asked.", actor=operator)
    salts = AuditSalt.objects.count()
    with pytest.raises(HeldError, match="Case 24-118"):
        erase()
    assert AuditSalt.objects.count() == salts
    assert not Erasure.objects.exists()
    assert Draft.objects.filter(status="visible").count() == 2
    assert TicketMessage.objects.first().text
    release(hold=hold, reason="Closed.", actor=operator)
    assert erase().counts["tickets"] == 5


def test_only_operators_erase_and_only_with_a_reason(lived, customer, agent, auditor, operator):
    for other in (agent, auditor):
        with pytest.raises(PermissionDenied):
            erase_customer(customer=customer, order=Order(other, WHY))
    with pytest.raises(Unusable):
        erase_customer(customer=customer, order=Order(operator, "  "))
    assert not Erasure.objects.exists()


def test_a_record_may_go_on_under_another_key(lived, customer, erase):
    old = customer.data_key_id
    erase(keeps_record=True)
    keyring.forget()
    customer.refresh_from_db()
    assert customer.data_key_id != old
    assert (customer.name, customer.loyalty["tier"]) == ("Dana Whitlock", "gold")
    with pytest.raises(ErasedError):
        _ = customer.history.earliest().name
    assert told_of_erasures()[0]["details"]["record"] == "kept"
