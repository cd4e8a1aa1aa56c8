"""The hours of a payload: types, closures and holidays that nobody has confirmed."""

from datetime import date

import pytest

from drafting.context.facts import place_facts
from locations.hours import CLOSED, UNCONFIRMED, UNKNOWN, parse_day
from locations.models import Brand, DatedHours, Location, Vertical, WeeklyHours
from locations.public_holidays import UnknownHolidayError, check_holiday, holidays_between

THANKSGIVING = date(2026, 11, 26)
TODAY = date(2026, 11, 20)
WEEK = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "09:00-18:00")


def facts(*, confirm=(), dated=(), weeks=(), on=TODAY, state="US-MA", **place):
    location = Location(
        code="kite-pier",
        name="Kite Pier",
        brand=Brand(code="kite", name="Kite", confirm_holidays=list(confirm)),
        vertical=Vertical(code="cafe", name="Café"),
        city="Salem",
        state=state,
        zone="America/New_York",
        **place,
    )
    weekly = [WeeklyHours(location=location, **WEEK)]
    weekly += [WeeklyHours(location=location, hours_type=kind, **week) for kind, week in weeks]
    rows = [
        DatedHours(location=location, hours_type=kind, on=day, hours=hours)
        for kind, day, hours in dated
    ]
    return place_facts(location, on=on, weekly_hours=weekly, dated_hours=rows, policy_values=())


def hours(made, day, hours_type="main"):
    return made.schedule_of(hours_type).on(day)[0]


@pytest.mark.parametrize("name", ["Thanksgiving Day", "thanksgiving", "ALL", "thanksgiving  day"])
def test_a_holiday_to_confirm_without_a_dated_row_is_unconfirmed(name):
    made = facts(confirm=[name])
    assert hours(made, THANKSGIVING) == UNCONFIRMED
    assert made.schedule.unconfirmed_on(THANKSGIVING).holiday == "Thanksgiving Day"
    assert hours(made, date(2026, 11, 25)) == parse_day("09:00-18:00")


@pytest.mark.parametrize(
    ("written", "read"),
    [("closed", CLOSED), ("regular", parse_day("09:00-18:00")), ("unknown", UNKNOWN)],
)
def test_a_dated_row_decides_the_holiday(written, read):
    made = facts(confirm=["all"], dated=[("main", THANKSGIVING, written)])
    assert hours(made, THANKSGIVING) == read


def test_no_holiday_is_unconfirmed_unless_the_brand_asks():
    assert facts().schedule.unconfirmed == ()


def test_the_observed_day_is_unconfirmed_as_well():
    made = facts(confirm=["Independence Day"], on=date(2027, 6, 20), state="US-CA")
    assert [day.on for day in made.schedule.unconfirmed][:2] == [date(2027, 7, 4), date(2027, 7, 5)]


def test_a_holiday_counts_only_where_the_state_keeps_it():
    patriots = date(2027, 4, 19)
    assert hours(facts(confirm=["Patriots' Day"]), patriots) == UNCONFIRMED
    assert hours(facts(confirm=["Patriots' Day"], state="US-NV"), patriots) != UNCONFIRMED


def test_a_federal_holiday_is_known_by_another_states_name():
    found = holidays_between("US-MA", ["presidents day"], date(2027, 1, 1), date(2027, 12, 31))
    assert [day for day, _ in found] == [date(2027, 2, 15)]


def test_an_unknown_holiday_is_refused_with_one_that_is_close():
    check_holiday("christmas")
    with pytest.raises(UnknownHolidayError, match="did you mean “Thanksgiving Day”"):
        check_holiday("Thanks giving")
    with pytest.raises(UnknownHolidayError, match="write Thanksgiving Day, or all"):
        check_holiday("Festivus")


def test_a_temporary_closure_ends_on_its_reopening_day():
    made = facts(status="temporarily_closed", reopens_on=date(2026, 12, 1))
    assert hours(made, date(2026, 11, 30)) == CLOSED
    assert hours(made, date(2026, 12, 1)) == parse_day("09:00-18:00")
    over = facts(status="temporarily_closed", reopens_on=TODAY)
    assert hours(over, TODAY) == parse_day("09:00-18:00")


@pytest.mark.parametrize("status", ["temporarily_closed", "closed"])
def test_a_closure_without_an_end_has_no_open_day(status):
    made = facts(status=status)
    assert hours(made, date(2027, 6, 1)) == CLOSED


def test_every_type_keeps_its_own_week_and_dates():
    made = facts(
        weeks=[("pickup", {**WEEK, "fri": "10:00-20:00"})],
        dated=[("pickup", date(2026, 11, 28), "11:00-12:00")],
    )
    assert hours(made, date(2026, 11, 27), "pickup") == parse_day("10:00-20:00")
    assert hours(made, date(2026, 11, 28), "pickup") == parse_day("11:00-12:00")
    assert hours(made, date(2026, 11, 28)) == parse_day("09:00-18:00")
    assert made.schedule_of("kitchen") is None


@pytest.mark.parametrize(
    ("doors", "pickup", "phone"),
    [
        ("closed", CLOSED, UNKNOWN),
        ("10:00-14:00", UNKNOWN, UNKNOWN),
        ("regular", parse_day("09:00-18:00"), parse_day("09:00-18:00")),
    ],
)
def test_what_an_exception_of_the_doors_means_for_the_rest(doors, pickup, phone):
    made = facts(weeks=[("pickup", WEEK), ("phone", WEEK)], dated=[("main", THANKSGIVING, doors)])
    assert hours(made, THANKSGIVING, "pickup") == pickup
    assert hours(made, THANKSGIVING, "phone") == phone
