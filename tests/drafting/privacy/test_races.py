"""A hold, a pull and a ticket in the very moment of an erasure, on connections of their own."""

import pytest
from django.db import transaction
from django.utils import timezone

from compliance.audit import keys, requests
from compliance.audit.events import SYSTEM, open_log
from compliance.audit.selection import Selection
from compliance.audit.sequencer import sequence
from compliance.models import AuditExport, AuditExportPart, AuditSalt
from drafting import pulls
from drafting.attestation.texts import texts_of
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


@pytest.fixture
def asked(draft, settings, tmp_path):
    """An export with texts that waits for a worker, of a log with a draft in it."""
    settings.DRAFTGATE_AUDIT_KEY = ""
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "audit" / "key")
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(tmp_path / "audit" / "checkpoint")
    draft(FINE, customer_code="c1")
    keys.create(open_log().origin)
    sequence(now=timezone.now())
    return requests.ask(selection=Selection(), actor=SYSTEM, now=timezone.now(), with_texts=True)


def test_texts_that_are_erased_while_they_are_exported_are_not_kept(asked, customer, order):
    def read(events):
        found = texts_of(events)
        assert isinstance(
            Meanwhile(lambda: erase_customer(customer=customer, order=order)).end(), Erasure
        )
        return found

    assert requests.write_next(texts=read)
    asked.refresh_from_db()
    assert (asked.state, asked.parts.count()) == ("failed", 0)
    assert "erased while it was being written" in asked.why


def test_an_erasure_behind_the_end_of_an_export_deletes_it(asked, customer, order, monkeypatch):
    store, erasing = AuditExportPart.objects.create, []

    def stored(**given):
        if not erasing:
            erasing.append(Meanwhile(lambda: erase_customer(customer=customer, order=order)))
            wait_for_the_lock()
        return store(**given)

    monkeypatch.setattr(AuditExportPart.objects, "create", stored)
    assert requests.write_next(texts=texts_of)
    assert isinstance(erasing[0].end(), Erasure)
    asked.refresh_from_db()
    assert (asked.state, AuditExportPart.objects.count()) == ("gone", 0)
    assert AuditExport.objects.count() == 1
