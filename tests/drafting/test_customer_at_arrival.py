"""What a snapshot holds of earlier tickets, that nothing changes it, and what a model is told."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import FieldError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.fingerprint import plain
from compliance.gate.types import CustomerFacts, OrderFact, PastTicket
from drafting.context.customers import LATEST_TICKETS, customer_from_snapshot
from drafting.context.orders import is_open
from drafting.context.prompt import CUSTOMER_FIELDS
from drafting.intake import Incoming
from drafting.models import Ticket

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
details = st.dictionaries(words, words | st.booleans() | st.integers(0, 99), max_size=3)
orders = st.builds(
    OrderFact,
    words,
    words,
    words,
    words,
    st.dates(),
    words,
    channel=words,
    details=details.map(lambda told: tuple(told.items())),
)
tickets = st.builds(PastTicket, words, st.dates(), words, words)
customers = st.builds(
    CustomerFacts,
    code=st.none() | words,
    name=words,
    state=st.none() | words,
    tier=words,
    points=st.none() | st.integers(0, 10**6),
    orders=st.lists(orders, max_size=3).map(tuple),
    history=st.lists(words, max_size=3).map(tuple),
    consents=st.dictionaries(words, st.booleans(), max_size=3).map(lambda d: tuple(d.items())),
    tickets=st.lists(tickets, max_size=3).map(tuple),
    tickets_here=st.integers(0, 99),
    tickets_everywhere=st.integers(0, 99),
    unavailable=words,
)


@given(customers)
def test_a_snapshot_gives_the_customer_back(customer):
    assert customer_from_snapshot(plain(customer)) == customer


def test_earlier_tickets_are_counted_here_and_everywhere(deliver, now):
    for day in range(LATEST_TICKETS + 2):
        deliver(
            customer_code="c1",
            external_id=f"old-{day}",
            location_code="ald-denver" if day < 2 else "ald-boston",
            messages=[Incoming("When do you open?")],
            arrived_at=now - timedelta(days=30 - day),
        )
    deliver(customer_code="c1", external_id="new")
    snapshot = Ticket.objects.get(external_id="new").customer_snapshot
    assert snapshot["tickets_everywhere"] == LATEST_TICKETS + 2
    assert snapshot["tickets_here"] == LATEST_TICKETS
    assert len(snapshot["tickets"]) == LATEST_TICKETS
    assert snapshot["tickets"][0] == {
        "location": "ald-boston",
        "on": (now - timedelta(days=30 - LATEST_TICKETS - 1)).date().isoformat(),
        "channel": "email",
        "about": "hours",
    }


def test_another_customers_tickets_are_not_counted(deliver):
    deliver(external_id="somebody")
    deliver(customer_code="c1", external_id="new")
    assert Ticket.objects.get(external_id="new").customer_snapshot["tickets_everywhere"] == 0


def test_a_snapshot_is_never_changed_afterwards(deliver):
    ticket = deliver(customer_code="c1").ticket
    ticket.channel = "chat"
    ticket.save()
    ticket.customer_snapshot = {}
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        ticket.save()
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Ticket.objects.update(customer_snapshot="")
    with pytest.raises(FieldError, match="sealed"), transaction.atomic():
        Ticket.objects.update(customer_snapshot={"points": 1})


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        ("shipped", True),
        ("booked, deposit 320 paid", True),
        ("in repair", True),
        ("Picked_up", False),
        ("completed", False),
        ("", False),
    ],
)
def test_an_order_is_open_until_it_is_settled(status, wanted):
    order = plain(OrderFact("1", "", "tent", "1.00", date(2026, 10, 25), status))
    restored = customer_from_snapshot({"orders": [order]}).orders[0]
    assert is_open(restored) is wanted


def test_a_model_is_told_only_what_the_settings_name(settings):
    told = settings.DRAFTGATE_MODEL_CUSTOMER_FIELDS
    assert set(told) <= set(CUSTOMER_FIELDS)
    assert not {"full_name", "contacts", "consents", "tickets"} & set(told)
