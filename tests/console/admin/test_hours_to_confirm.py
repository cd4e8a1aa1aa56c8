"""Hours to be confirmed: what needs attention, where it leads, and what a form refuses."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from console.standing import attention_items, in_force
from locations import changes
from locations.holiday_queries import unconfirmed_holidays, without_hours_on
from locations.models import Brand, DatedHours, Location, WeeklyHours

THANKSGIVING = date(2026, 11, 26)
NOW = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def client(operator):
    client = Client()
    client.force_login(operator)
    return client


@pytest.fixture
def asking(boston, operator):
    """The brand wants Thanksgiving confirmed; Boston is, the other store is not."""
    brand = Brand.objects.get(code="alder")
    brand.confirm_holidays = ["thanksgiving"]
    changes.save(row=brand, actor=operator, reason="ask")
    return brand


def missing(now):
    return [each for each in attention_items(now) if "confirmed" in each.what]


def test_nothing_is_asked_for_unless_the_brand_does(boston, now):
    assert missing(now) == []


def test_the_list_counts_the_locations_and_leads_to_them(client, asking, boston, now):
    assert DatedHours.objects.get(location=boston).on == THANKSGIVING
    lacking = Location.objects.exclude(pk=boston.pk).filter(brand=asking)
    (item,) = missing(now)
    assert item.count == lacking.count() == 1
    assert item.what.startswith("location has no confirmed hours for Thanksgiving Day (2026-11-26)")
    shown = client.get(item.url).content.decode()
    assert lacking.get().name in shown
    assert boston.name not in shown


def test_a_confirmed_holiday_leaves_the_list(asking, now, operator):
    (store,) = without_hours_on(THANKSGIVING)
    row = DatedHours(location=store, on=THANKSGIVING, hours="regular")
    row.full_clean()
    changes.save(row=row, actor=operator, reason="open as usual")
    assert missing(now) == []
    assert not without_hours_on(THANKSGIVING).exists()


def test_a_closed_location_and_hours_of_pickup_do_not_count(asking, now):
    (store,) = without_hours_on(THANKSGIVING)
    DatedHours.objects.create(location=store, on=THANKSGIVING, hours="closed", hours_type="pickup")
    assert len(missing(now)) == 1
    Location.objects.filter(pk=store.pk).update(status="temporarily_closed")
    assert missing(now) == []


def test_the_number_of_queries_does_not_grow(asking, now, django_assert_num_queries):
    asking_rows = [
        Location(
            code=f"ald-{number}",
            name=f"Alder {number}",
            brand=asking,
            vertical=Location.objects.first().vertical,
            city="Boston",
            state="US-MA",
            zone="America/New_York",
        )
        for number in range(50)
    ]
    Location.objects.bulk_create(asking_rows)
    with django_assert_num_queries(2):
        (found,) = unconfirmed_holidays(now.date())
    assert found.locations == 51


def test_a_date_that_is_none_filters_nothing(client, asking):
    response = client.get("/admin/locations/location/?unconfirmed=soon")
    assert response.status_code in {200, 302}


def test_the_resolved_view_names_the_holiday_and_the_services(asking, now):
    (store,) = without_hours_on(THANKSGIVING)
    WeeklyHours.objects.create(location=store, hours_type="pickup", thu="12:00-13:00")
    shown = in_force(store, now.replace(day=25))
    day = next(each for each in shown.days if each.on == THANKSGIVING)
    assert (day.hours, day.note) == (
        "unconfirmed",
        "Thanksgiving Day: confirm it by dated hours",
    )
    assert ("pickup", "unconfirmed") not in day.services
    later = shown.days[-1]
    assert later.services == (("pickup", "unknown"),)


def _new_row(on):
    return {"location": "", "hours_type": "main", "on": on, "hours": "closed"}


def test_a_new_exception_in_the_past_is_refused_and_an_old_one_stays(client, boston):
    page = "/admin/locations/datedhours/add/"
    sent = {**_new_row("2020-01-01"), "location": boston.pk, "change_reason": "holiday"}
    shown = client.post(page, sent).content.decode()
    assert "2020-01-01 is in the past" in shown
    assert "Correct the year, or take the row out" in shown
    assert DatedHours.objects.count() == 1
    old = DatedHours.objects.create(location=boston, on="2020-12-25", hours="closed")
    kept = {**_new_row("2020-12-25"), "location": boston.pk, "hours": "10:00-12:00"}
    edit = f"/admin/locations/datedhours/{old.pk}/change/"
    assert client.post(edit, {**kept, "change_reason": "it was open"}).status_code == 302
    moved = {**kept, "on": "2020-12-26", "change_reason": "wrong day"}
    assert "is in the past" in client.post(edit, moved).content.decode()


@pytest.mark.parametrize("ahead", [0, 1, 400])
def test_a_date_to_come_is_no_past(ahead, now):
    assert not DatedHours(on=now.date() + timedelta(days=ahead)).is_past(now)
    assert DatedHours(on=now.date() - timedelta(days=2)).is_past(now)


def test_a_holiday_that_does_not_exist_is_refused_with_a_suggestion(asking):
    asking.confirm_holidays = ["Thanksgivng"]
    with pytest.raises(ValidationError, match="did you mean “Thanksgiving Day”"):
        asking.full_clean()


def test_the_brand_form_refuses_an_unknown_holiday(client, asking):
    page = f"/admin/locations/brand/{asking.pk}/change/"
    form = client.get(page).context["adminform"].form
    sent = {bound.html_name: bound.value() or "" for bound in form}
    sent |= {"confirm_holidays": "Thanksgiving Day\nLabour of Love Day", "change_reason": "x"}
    shown = client.post(page, sent).content.decode()
    assert "No public holiday of the United States is called “Labour of Love Day”" in shown


def test_only_a_temporarily_closed_location_reopens(boston):
    boston.reopens_on = date(2099, 1, 1)
    with pytest.raises(ValidationError, match="Only a temporarily closed location reopens"):
        boston.full_clean()
    boston.status = "temporarily_closed"
    boston.full_clean()
