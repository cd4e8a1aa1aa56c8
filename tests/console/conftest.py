"""Two stores of one brand in two states, the people who work for them, and drafts to look at."""

from datetime import UTC, datetime

import django
import pytest

# pytest reads this file before it configures itself when this folder is named on its command line.
django.setup()

# ruff: noqa: E402
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from rest_framework.test import APIClient

from compliance.models import ChannelRestriction, ComplianceRule
from console.models import issue
from console.roles import ensure_roles
from drafting import intake, jobs, pipeline
from drafting.models import Draft
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
CLEAN = "Thanks for asking. You can return the boots within 14 days of your purchase."
FAULTY = "Good news: this jacket is sold as is, so there is nothing to return."


@pytest.fixture(autouse=True)
def fresh_throttles():
    """Every test starts with nobody slowed down."""
    cache.clear()


def _store(brand, vertical, code, name, city, state, zone):
    store = Location.objects.create(
        code=code, name=name, brand=brand, vertical=vertical, city=city, state=state, zone=zone
    )
    days = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat"), "10:00-19:00")
    WeeklyHours.objects.create(location=store, **days, sun="12:00-17:00")
    return store


@pytest.fixture
def boston(db):
    """A store with hours, a holiday, a policy of its own and a rule that blocks."""
    ensure_roles()
    brand = Brand.objects.create(code="alder", name="Alder")
    retail = Vertical.objects.create(code="retail", name="Retail")
    store = _store(
        brand, retail, "ald-boston", "Alder Harbor", "Boston", "US-MA", "America/New_York"
    )
    _store(brand, retail, "ald-denver", "Alder Union", "Denver", "US-CO", "America/Denver")
    DatedHours.objects.create(location=store, on="2026-11-26", hours="closed", note="Thanksgiving")
    window = PolicyTerm.objects.create(key="return_window_days", label="return window", unit="days")
    PolicyValue.objects.create(term=window, layer="vertical", vertical=retail, value=30)
    PolicyValue.objects.create(term=window, layer="location", location=store, value=14)
    Promotion.objects.create(code="BOOTS25", brand=brand, name="Boot Week", terms="25% off boots")
    for code, limit in (("email", 4000), ("chat", 900)):
        ChannelRestriction.objects.create(code=code, max_chars=limit)
    ComplianceRule.objects.create(
        code="R1",
        kind="prohibited_claim",
        claim="a product is sold as is",
        examples=["sold as is", "no warranty"],
        action="block",
        citation="an act of the state",
    )
    return store


@pytest.fixture
def denver(boston):
    return Location.objects.get(code="ald-denver")


def _person(name, role, *, staff=False, **roster):
    user = User.objects.create_user(name, password="long enough for a test", is_staff=staff)
    user.groups.add(Group.objects.get(name=role))
    if roster:
        RosterEntry.objects.create(user=user, **roster)
    return user


@pytest.fixture
def agent(boston):
    return _person("agnes", "agent", location=boston)


@pytest.fixture
def reviewer(boston):
    return _person("rita", "reviewer", location=boston)


@pytest.fixture
def operator(boston):
    return _person("olaf", "operator", staff=True)


@pytest.fixture
def auditor(boston):
    return _person("axel", "auditor", staff=True)


@pytest.fixture
def outsider(denver):
    """An agent of another store."""
    return _person("otto", "agent", location=denver)


@pytest.fixture
def other_reviewer(denver):
    """A reviewer of another store."""
    return _person("rolf", "reviewer", location=denver)


@pytest.fixture
def drafted(boston):
    """Bring a ticket in and draft it with a given text, through the whole line."""
    numbers = iter(range(1, 1000))

    def drafted(text=CLEAN, *, message="Can I return my boots?", location="ald-boston", **given):
        ticket = intake.receive(
            source="test",
            external_id=f"T-{next(numbers)}",
            location_code=location,
            channel=given.get("channel", "email"),
            messages=[intake.Incoming(message)],
            arrived_at=NOW,
            actor=None,
            wish=intake.DraftWish(as_of=NOW, backend="scripted", scripted_text=text),
        ).ticket
        held = jobs.claim()
        assert held is not None
        pipeline.work(held)
        return Draft.objects.select_related("ticket__location").get(ticket=ticket)

    return drafted


@pytest.fixture
def held(drafted):
    """A draft that waits for a reviewer."""
    draft = drafted(FAULTY)
    assert draft.status == "held"
    return draft


@pytest.fixture
def api():
    """Speak to the API as somebody, or as nobody."""

    def api(user=None):
        client = APIClient()
        if user is not None:
            _, token = issue(user=user)
            client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
        return client

    return api
