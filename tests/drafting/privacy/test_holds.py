"""Legal holds: who places and releases them, what they cover, and that no row is ever lost."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from compliance.audit.commitments import commitment
from compliance.models import AuditEvent, AuditSalt
from drafting.errors import Conflict, Unusable
from drafting.models import Customer, LegalHold, ScheduledReply, Ticket, TicketActivity
from drafting.privacy.holds import Scope, holds_on, place, release
from drafting.scheduling import schedule
from locations.models import Location

FINE = "You can return your boots within 14 days."
NOW = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)


@pytest.fixture
def hold(operator):
    """Place a hold; what it covers is said."""

    def hold(**scope):
        return place(
            scope=Scope(**scope),
            matter="Case 24-118",
            reason="Asked for by counsel.",
            actor=operator,
        )

    return hold


@pytest.fixture
def known(deliver):
    return deliver(customer_code="c1", external_id="K-1").ticket


@pytest.fixture
def unknown(deliver):
    return deliver(external_id="U-1").ticket


def covered(ticket):
    return [each.pk for each in holds_on(tickets=[ticket.pk])]


def on(customer):
    return [each.pk for each in holds_on(customer=customer)]


def test_a_hold_says_who_placed_it_when_on_what_and_why(known, hold, operator):
    placed = hold(customer=known.customer)
    assert (placed.placed_by, placed.released_at) == (operator, None)
    assert placed.of_what == "customer c1"
    event = AuditEvent.objects.get(type="hold.placed")
    told = json.loads(bytes(event.body))
    assert told["actor"] == {"kind": "operator", "id": "olaf", "name": "olaf"}
    assert told["details"] == {
        "hold": placed.pk,
        "customer": known.customer_id,
        "since": None,
        "until": None,
    }
    salt = bytes(AuditSalt.objects.get(event=event, name="reason").salt)
    assert {"name": "reason", "sha256": commitment("Asked for by counsel.", salt)} in told["texts"]
    assert b"counsel" not in bytes(event.body)
    assert b"24-118" not in bytes(event.body)


def test_a_customer_is_held_with_every_ticket_also_with_later_ones(known, deliver, hold):
    placed = hold(customer=known.customer)
    later = deliver(customer_code="c1", external_id="K-2").ticket
    assert covered(known) == covered(later) == on(known.customer) == [placed.pk]


def test_a_held_ticket_holds_its_customer_and_no_other_ticket(known, deliver, hold):
    other = deliver(customer_code="c1", external_id="K-2").ticket
    placed = hold(ticket=known)
    assert on(known.customer) == covered(known) == [placed.pk]
    assert covered(other) == []


def test_a_place_is_held_with_its_tickets_alone(known, unknown, hold):
    boston, denver = (Location.objects.get(code=f"ald-{city}") for city in ("boston", "denver"))
    elsewhere = hold(location=denver)
    assert covered(known) == covered(unknown) == []
    placed = hold(location=boston)
    assert covered(known) == covered(unknown) == on(known.customer) == [placed.pk]
    assert elsewhere.of_what == "tickets of ald-denver"


@pytest.mark.parametrize(
    ("since", "until", "covers"),
    [
        (date(2026, 11, 3), date(2026, 11, 3), True),
        (None, date(2026, 11, 2), False),
        (None, date(2026, 11, 3), True),
        (date(2026, 11, 4), date(2026, 11, 20), True),  # it was stored on one of these days
        (date(2026, 11, 22), None, False),
    ],
)
def test_days_hold_what_happened_on_one_of_them(unknown, hold, since, until, covers):
    Ticket.objects.filter(pk=unknown.pk).update(created_at=datetime(2026, 11, 5, tzinfo=UTC))
    unknown.jobs.update(created_at=datetime(2026, 11, 5, tzinfo=UTC))
    placed = hold(since=since, until=until)
    assert covered(unknown) == ([placed.pk] if covers else [])


def test_whatever_is_held_for_a_time_holds_customers_without_tickets(world, hold):
    customer = Customer.objects.get(code="c1")
    placed = hold(since=date(2030, 1, 1))
    assert on(customer) == [placed.pk]


def test_a_reply_that_is_still_to_go_out_is_activity(draft, agent):
    visible = draft(FINE, as_of=None)
    at = datetime.now(UTC)
    later = at + timedelta(days=3)
    schedule(draft=visible, actor=agent, text=FINE, send_at=later, at=at)
    assert ScheduledReply.objects.count() == 1
    assert TicketActivity.objects.get(ticket=visible.ticket).last_at == later


def test_a_released_hold_holds_nothing_and_stays(known, hold, operator):
    placed = hold(customer=known.customer)
    release(hold=placed, reason="The case is closed.", actor=operator)
    assert covered(known) == on(known.customer) == []
    stored = LegalHold.objects.get()
    assert (stored.released_by, stored.release_reason) == (operator, "The case is closed.")
    event = AuditEvent.objects.get(type="hold.released")
    assert json.loads(bytes(event.body))["details"]["hold"] == placed.pk
    with pytest.raises(Conflict, match="was released"):
        release(hold=placed, reason="Again.", actor=operator)


def test_only_operators_hold_and_release(known, hold, agent, reviewer, auditor):
    placed = hold(customer=known.customer)
    for other in (agent, reviewer, auditor):
        with pytest.raises(PermissionDenied):
            place(scope=Scope(ticket=known), matter="M", reason="R", actor=other)
        with pytest.raises(PermissionDenied):
            release(hold=placed, reason="R", actor=other)
    assert AuditEvent.objects.filter(type__startswith="hold.").count() == 1


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001, "nul\x00", "card 4111 1111 1111 1111"])
def test_a_reason_that_cannot_be_used_is_refused(known, operator, reason):
    with pytest.raises(Unusable):
        place(scope=Scope(ticket=known), matter="M", reason=reason, actor=operator)
    assert not LegalHold.objects.exists()


@pytest.mark.parametrize("wrong", ["nothing", "two", "days"])
def test_a_scope_that_makes_no_sense_is_refused(known, hold, wrong):
    scopes = {
        "nothing": {},
        "two": {"customer": known.customer, "ticket": known},
        "days": {"since": date(2026, 2, 2), "until": date(2026, 2, 1)},
    }
    with pytest.raises(Unusable):
        hold(**scopes[wrong])


def refused(statement):
    with (
        pytest.raises(IntegrityError, match="never changed or deleted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_a_hold_is_changed_by_its_release_alone(known, hold, operator):
    placed = hold(ticket=known)
    refused("UPDATE drafting_legalhold SET matter = 'other'")
    refused("UPDATE drafting_legalhold SET ticket_id = NULL")
    refused("UPDATE drafting_legalhold SET placed_at = now(), released_at = now()")
    refused("DELETE FROM drafting_legalhold")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL draftgate.may_truncate = off; SET CONSTRAINTS ALL IMMEDIATE")
    refused("TRUNCATE drafting_legalhold")
    release(hold=placed, reason="The case is closed.", actor=operator)
    refused("UPDATE drafting_legalhold SET released_at = NULL, released_by_id = NULL")
    refused("UPDATE drafting_legalhold SET release_reason = 'other'")


def test_what_is_held_cannot_be_deleted_with_its_hold(known, hold):
    hold(customer=known.customer)
    hold(ticket=known)
    with pytest.raises(ProtectedError):
        known.delete()
    with pytest.raises(ProtectedError):
        known.customer.delete()
