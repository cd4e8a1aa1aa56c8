"""Customers with a history: tickets answered, held, scheduled and sent."""

from datetime import UTC, datetime, timedelta

import pytest

from drafting import intake, pulls, scheduling, sending
from drafting.models import Customer

FINE = "You can return your boots within 14 days."
BLOCKED = "These boots are sold as is, no warranty."
SAID = "My heels hurt in the boots of October, signed Dana Whitlock"


@pytest.fixture
def customer(world):
    return Customer.objects.get(code="c1")


@pytest.fixture
def lived(draft, deliver, agent, now, customer):
    """A known customer's tickets, one in each state, by what became of them."""
    given = {"customer_code": "c1", "text": SAID}
    sent = draft(FINE, external_id="sent", **given)
    pulls.pull(draft=sent, actor=agent, at=now)
    assert sending.send(draft=sent, actor=agent, text=FINE, at=now).sent is not None
    visible = draft(FINE, external_id="visible", **given)
    pulls.pull(draft=visible, actor=agent, at=now)
    held = draft(BLOCKED, external_id="held", **given)
    later = draft(FINE, external_id="scheduled", as_of=None, **given)
    at = datetime.now(UTC)
    done = scheduling.schedule(
        draft=later, actor=agent, text=FINE, send_at=at + timedelta(hours=5), at=at
    )
    assert done.scheduled is not None
    waiting = deliver(external_id="waiting", messages=[intake.Incoming(SAID)], customer_code="c1")
    return {
        "sent": sent,
        "visible": visible,
        "held": held,
        "scheduled": later,
        "waiting": waiting.ticket,
    }


@pytest.fixture
def unknown(draft):
    """A draft on a ticket of an unknown sender, visible."""
    return draft(FINE, text=SAID, external_id="somebody@example.com")
