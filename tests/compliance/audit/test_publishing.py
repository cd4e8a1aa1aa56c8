"""Changes of the configuration in the log: each row, who, why, and the entry of its history."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from compliance.audit.canonical import read_canonical
from compliance.models import AuditEvent
from drafting.models import Customer
from locations import changes
from locations.models import Brand, Location, Vertical, WeeklyHours

pytestmark = pytest.mark.django_db


@pytest.fixture
def olaf():
    return User.objects.create_user("olaf", first_name="Olaf", last_name="Berg")


def told():
    events = AuditEvent.objects.order_by("pending__number")
    return [read_canonical(bytes(event.body)) for event in events]


def stores(count, start=0):
    brand, _ = Brand.objects.get_or_create(code="elm", defaults={"name": "Elm"})
    trade, _ = Vertical.objects.get_or_create(code="retail", defaults={"name": "Retail"})
    return [
        Location(
            code=f"elm-{number}",
            name=f"Elm {number}",
            brand=brand,
            vertical=trade,
            city="Salem",
            state="US-MA",
            zone="America/New_York",
        )
        for number in range(start, start + count)
    ]


def test_a_row_is_published_when_it_comes_changes_and_goes(olaf):
    (store,) = stores(1)
    changes.save(row=store, actor=olaf, reason="We open here")
    hours = WeeklyHours(location=store, mon="09:00-17:00")
    changes.save(row=hours, actor=None, reason="From the brand")
    store.name = "Elm Harbor"
    changes.save(row=store, actor=olaf, reason="A new name")
    key = store.pk
    changes.delete(row=store, actor=olaf, reason="Closed")
    said = [
        (
            body["details"]["model"],
            body["details"]["what"],
            body["details"]["version"],
            body["details"]["reason"],
            body["actor"]["name"],
            body["location"],
        )
        for body in told()
    ]
    assert said == [
        ("locations.location", "created", 1, "We open here", "Olaf Berg", "elm-0"),
        ("locations.weeklyhours", "created", 1, "From the brand", "Draftgate", "elm-0"),
        ("locations.location", "changed", 2, "A new name", "Olaf Berg", "elm-0"),
        ("locations.weeklyhours", "deleted", 1, "Closed", "Olaf Berg", "elm-0"),
        ("locations.location", "deleted", 2, "Closed", "Olaf Berg", "elm-0"),
    ]
    entries = Location.history.filter(id=key).order_by("history_id")
    own = [body["details"] for body in told() if body["details"]["model"] == "locations.location"]
    assert [each["history"] for each in own] == [entry.history_id for entry in entries]
    assert {each["code"] for each in own} == {"elm-0"}


def test_many_rows_are_published_in_as_many_queries_as_few(olaf):
    def count(do):
        with CaptureQueriesContext(connection) as queries:
            do()
        return len(queries)

    def create(rows):
        return count(lambda: changes.create_many(rows=rows, actor=olaf, reason="An import"))

    def rename(amount):
        rows = list(Location.objects.order_by("pk")[:amount])
        for row in rows:
            row.name += "!"
        return count(lambda: changes.save_many(rows=rows, actor=olaf, reason="Louder"))

    create(stores(2))  # opens the log
    assert create(stores(2, 10)) == create(stores(300, 100))
    assert rename(2) == rename(250)
    kinds = [(body["details"]["what"], body["details"]["version"]) for body in told()]
    assert kinds.count(("created", 1)) == 304
    assert kinds.count(("changed", 2)) == 250
    assert kinds.count(("changed", 3)) == 2
    assert len({body["details"]["history"] for body in told()}) == len(kinds)


def test_a_change_that_is_taken_back_is_not_published(olaf):
    create = stores(1)
    changes.create_many(rows=create, actor=olaf, reason="An import")
    stale = Location.objects.get()
    stale.version = 7
    with pytest.raises(changes.StaleVersionError):
        changes.save_many(rows=[stale], actor=olaf, reason="Too late")
    assert len(told()) == 1


def test_records_of_customers_are_not_published(olaf):
    changes.save(row=Customer(code="c1", name="Dana Whitlock"), actor=olaf, reason="Fed")
    assert told() == []


def test_a_reason_of_any_length_fits(olaf):
    (store,) = stores(1)
    changes.save(row=store, actor=olaf, reason="why " * 40_000)
    assert told()[0]["details"]["reason"].startswith("why why")
