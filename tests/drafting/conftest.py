"""A small outdoor shop with one brand, two stores and the people who work for it."""

from datetime import UTC, datetime

import django
import pytest

# pytest reads this file before it configures itself when this folder is named on its command line.
django.setup()

# ruff: noqa: E402
from django.contrib.auth.models import Group, User

from compliance.models import ChannelRestriction, ComplianceRule, ToneOverlay
from drafting import intake, jobs, pipeline
from drafting.models import Customer, Draft, ReplyTemplate, TicketClass
from locations.models import (
    Brand,
    DatedHours,
    Location,
    PolicyTerm,
    PolicyValue,
    Promotion,
    RosterEntry,
    Vertical,
    WeeklyHours,
)

NOW = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)  # a Tuesday, noon in Boston


@pytest.fixture
def now():
    return NOW


def _store(brand, vertical, code, *, name, city, state, zone, phone):
    store = Location.objects.create(
        code=code,
        name=name,
        brand=brand,
        vertical=vertical,
        city=city,
        state=state,
        zone=zone,
        phone=phone,
    )
    WeeklyHours.objects.create(
        location=store,
        **dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat"), "10:00-19:00"),
        sun="12:00-17:00",
    )
    return store


@pytest.fixture
def world(db):
    """Everything a reply needs: a store with hours, a policy, an offer, a voice and a class."""
    brand = Brand.objects.create(code="alder", name="Alder", domain="alder.example")
    retail = Vertical.objects.create(code="retail", name="Retail")
    boston = _store(
        brand,
        retail,
        "ald-boston",
        name="Alder Harbor",
        city="Boston",
        state="US-MA",
        zone="America/New_York",
        phone="617-555-0166",
    )
    _store(
        brand,
        retail,
        "ald-denver",
        name="Alder Union",
        city="Denver",
        state="US-CO",
        zone="America/Denver",
        phone="303-555-0155",
    )
    DatedHours.objects.create(location=boston, on="2026-11-26", hours="closed", note="Thanksgiving")
    window = PolicyTerm.objects.create(
        key="return_window_days",
        label="return window",
        unit="days",
        sentence="You can return an item within {value}.",
    )
    PolicyValue.objects.create(term=window, layer="vertical", vertical=retail, value=30)
    PolicyValue.objects.create(term=window, layer="location", location=boston, value=14)
    Promotion.objects.create(
        code="BOOTS25",
        brand=brand,
        name="Boot Week",
        terms="25% off hiking boots",
        start="2026-11-01",
        end="2026-11-15",
    )
    Promotion.objects.create(
        code="LEAF15",
        brand=brand,
        name="Leaf Sale",
        terms="15% off jackets",
        start="2026-09-01",
        end="2026-10-31",
    )
    for code, limit in (("email", 4000), ("chat", 900), ("sms", 320), ("public_review", 600)):
        flags = ["no_personal_data"] if code == "public_review" else []
        ChannelRestriction.objects.create(code=code, max_chars=limit, flags=flags)
    ToneOverlay.objects.create(
        code="retail", vertical=retail, contractions="use", exclamations_max=1, emoji_max=0
    )
    ComplianceRule.objects.create(
        code="R1",
        kind="prohibited_claim",
        claim="a product is sold as is",
        examples=["sold as is", "no warranty"],
        action="block",
    )
    returns = TicketClass.objects.create(
        code="returns", name="Returns", cues=["return", "send back", "refund"]
    )
    TicketClass.objects.create(code="hours", name="Hours", cues=["open", "close", "hours"])
    ReplyTemplate.objects.create(
        code="returns-retail",
        ticket_class=returns,
        vertical=retail,
        body=(
            "{greeting}\n\nAt {location.name} you can return an item within "
            "{policy.return_window_days}.\nYour {order.item} is from {order.date}.\n\n{closing}"
        ),
    )
    Customer.objects.create(
        code="c1",
        name="Dana Whitlock",
        state="US-MA",
        loyalty={"tier": "gold", "points": 1250},
        orders=[
            {
                "id": "F-1",
                "location": "ald-boston",
                "item": "rain shell",
                "total": 149,
                "date": "2026-10-25",
                "status": "purchased",
            }
        ],
    )
    return boston


def _person(name, role, **roster):
    user = User.objects.create_user(name, password="long enough for a test")
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    if roster:
        RosterEntry.objects.create(user=user, **roster)
    return user


@pytest.fixture
def agent(world):
    return _person("agnes", "agent", location=world)


@pytest.fixture
def reviewer(world):
    return _person("rita", "reviewer", location=world)


@pytest.fixture
def second_reviewer(world):
    return _person("rosa", "reviewer", location=world)


@pytest.fixture
def operator(world):
    return _person("olaf", "operator")


@pytest.fixture
def auditor(world):
    return _person("axel", "auditor")


@pytest.fixture
def outsider(world):
    return _person("otto", "agent", state="US-CO")


@pytest.fixture
def deliver(world):
    """Deliver a ticket; every part can be said otherwise."""

    def deliver(text="Can I return my boots?", **changed):
        wish = intake.DraftWish(
            as_of=changed.pop("as_of", None),
            backend=changed.pop("backend", ""),
            scripted_text=changed.pop("scripted_text", ""),
        )
        given = {
            "source": "test",
            "external_id": "T-1",
            "location_code": "ald-boston",
            "channel": "email",
            "messages": [intake.Incoming(text)],
            "arrived_at": NOW,
            "actor": None,
            "wish": wish,
        }
        return intake.receive(**(given | changed))

    return deliver


@pytest.fixture
def draft(deliver):
    """Deliver a ticket and draft it; ``scripted`` is what the backend writes."""

    def draft(scripted="", text="Can I return my boots?", **changed):
        changed.setdefault("as_of", NOW)
        ticket = deliver(
            text, backend="scripted" if scripted else "", scripted_text=scripted, **changed
        ).ticket
        held = jobs.claim()
        assert held is not None
        pipeline.work(held)
        return Draft.objects.select_related("ticket", "message").get(
            ticket=ticket, message__job=held.job_id
        )

    return draft
