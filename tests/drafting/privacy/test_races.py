"""A hold, a pull and a ticket in the very moment of an erasure, on connections of their own."""

import pytest
from django.db import transaction

from compliance.models import AuditSalt
from drafting import pulls
from drafting.intake import TicketRefused
from drafting.models import Customer, Draft, Erasure, LegalHold, Ticket, TicketMessage
from drafting.privacy.erasing import Order, erase_customer, erase_ticket
from drafting.privacy.holds import HeldError, Scope, place
from tests.drafting.privacy.conftest import FINE
from tests.drafting.test_races import Meanwhile, wait_for_the_lock

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def order(operator):
    return Order(operator, "Asked for.")


def hold(customer, operator):
    return place(scope=Scope(customer=customer), matter="Case", reason="Counsel.", actor=operator)


def test_an_erasure_behind_a_hold_finds_it(draft, customer, operator, order):
    visible = draft(FINE, customer_code="c1")
    with transaction.atomic():
        hold(customer, operator)
        erasing = Meanwhile(lambda: erase_customer(customer=customer, order=order))
        wait_for_the_lock()
    assert isinstance(erasing.end(), HeldError)
    assert not Erasure.objects.exists()
    assert TicketMessage.objects.get(ticket=visible.ticket).text


def test_a_hold_behind_an_erasure_waits_for_it(draft, customer, operator, order):
    draft(FINE, customer_code="c1")
    with transaction.atomic():
        erase_customer(customer=customer, order=order)
        holding = Meanwhile(lambda: hold(customer, operator))
        wait_for_the_lock()
        assert not LegalHold.objects.exists()
    assert holding.end() == LegalHold.objects.get()
    assert Erasure.objects.count() == 1


def test_a_pull_behind_an_erasure_gets_nothing_and_proves_nothing(draft, agent, order, now):
    visible = draft(FINE)
    with transaction.atomic():
        erase_ticket(ticket=visible.ticket, order=order)
        pull = Meanwhile(
            lambda: pulls.pull(draft=Draft.objects.get(pk=visible.pk), actor=agent, at=now)
        )
        wait_for_the_lock()
    assert pull.end().text is None
    assert not AuditSalt.objects.exclude(event__type="erasure").exists()


def test_a_ticket_behind_an_erasure_is_sealed_with_the_new_key(draft, deliver, customer, order):
    draft(FINE, customer_code="c1")
    with transaction.atomic():
        erase_customer(customer=customer, order=order)
        arriving = Meanwhile(
            lambda: deliver("Hello again", customer_code="c1", external_id="later").ticket
        )
        wait_for_the_lock()
    ticket = arriving.end()
    assert ticket.data_key_id == Customer.objects.get().data_key_id
    assert Ticket.objects.get(pk=ticket.pk).messages.get().text == "Hello again"


def test_a_message_behind_the_erasure_of_its_ticket_is_sent_again(draft, deliver, order):
    visible = draft(FINE)
    with transaction.atomic():
        erase_ticket(ticket=visible.ticket, order=order)
        arriving = Meanwhile(lambda: deliver("And in red?"))
        wait_for_the_lock()
    assert isinstance(arriving.end(), TicketRefused)
    again = deliver("And in red?")
    assert again.created
