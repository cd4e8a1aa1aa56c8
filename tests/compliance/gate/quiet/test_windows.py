"""Windows of quiet hours: whose clock, which zones, and the first moment that is free on all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.quiet.windows import Clock, QuietDay, QuietWindow, first_free
from compliance.gate.quiet.zones import ANY_STATE, STATE_ZONES
from locations.hours import ALWAYS, parse_day
from locations.models.fields import STATES

NIGHT = QuietWindow("night", parse_day("21:00-08:00"))
BOSTON = ("US-MA", "America/New_York")


def free(window: QuietWindow, at: datetime, state: str | None, home=BOSTON) -> datetime | None:
    return first_free(window.schedules(window.clocks(home=home, customer_state=state)), at)


def on(zone: str, *when: int) -> datetime:
    return datetime(*when, tzinfo=ZoneInfo(zone))


def test_every_state_has_zones_that_exist():
    assert set(STATE_ZONES) == set(STATES)
    assert {zone for zones in STATE_ZONES.values() for zone in zones} <= available_timezones()
    assert len(ANY_STATE) == 51


@pytest.mark.parametrize("state", sorted(STATE_ZONES))
def test_every_zone_of_a_state_must_have_left_the_window(state: str):
    for hour in range(24):
        at = datetime(2026, 11, 21, hour, 30, tzinfo=UTC)
        moment = free(NIGHT, at, state)
        assert moment is not None
        clocks = [moment.astimezone(ZoneInfo(zone)) for zone in STATE_ZONES[state]]
        assert all(8 <= clock.hour < 21 for clock in clocks), (state, at)
        if moment != at:
            before = moment - timedelta(minutes=1)
            assert any(
                not 8 <= before.astimezone(ZoneInfo(zone)).hour < 21 for zone in STATE_ZONES[state]
            ), (state, at)


@pytest.mark.parametrize(
    ("state", "last_zone"),
    [
        ("US-FL", "America/Chicago"),
        ("US-TX", "America/Denver"),
        ("US-OR", "America/Los_Angeles"),
        ("US-ID", "America/Los_Angeles"),
        ("US-TN", "America/Chicago"),
        ("US-KY", "America/Chicago"),
        ("US-IN", "America/Chicago"),
        ("US-MI", "America/Chicago"),
        ("US-ND", "America/Denver"),
        ("US-SD", "America/Denver"),
        ("US-NE", "America/Denver"),
        ("US-KS", "America/Denver"),
        ("US-NV", "America/Los_Angeles"),
        ("US-AK", "America/Adak"),
    ],
)
def test_a_morning_begins_for_all_of_a_state_with_its_last_zone(state: str, last_zone: str):
    at = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)  # 7:00 in New York
    assert free(NIGHT, at, state) == on(last_zone, 2026, 11, 21, 8)


@pytest.mark.parametrize(
    ("state", "first_zone", "last_zone"),
    [
        ("US-FL", "America/New_York", "America/Chicago"),
        ("US-OR", "America/Boise", "America/Los_Angeles"),
    ],
)
def test_an_evening_ends_for_all_of_a_state_with_its_first_zone(state, first_zone, last_zone):
    before = on(first_zone, 2026, 11, 21, 20, 59)
    assert free(NIGHT, before, state) == before
    after = on(first_zone, 2026, 11, 21, 21)
    assert free(NIGHT, after, state) == on(last_zone, 2026, 11, 22, 8)


def test_arizona_keeps_two_clocks_in_summer_only():
    summer = datetime(2026, 7, 1, 14, 30, tzinfo=UTC)  # 7:30 in Phoenix, 8:30 in the Navajo Nation
    assert free(NIGHT, summer, "US-AZ") == on("America/Phoenix", 2026, 7, 1, 8)
    winter = datetime(2026, 12, 1, 14, 30, tzinfo=UTC)  # 7:30 on both
    assert free(NIGHT, winter, "US-AZ") == on("America/Phoenix", 2026, 12, 1, 8)


def test_an_unknown_state_is_any_state_and_the_locations():
    at = on("America/New_York", 2026, 11, 21, 9)
    # Nine in Boston is four in Honolulu.
    assert free(NIGHT, at, None) == on("Pacific/Honolulu", 2026, 11, 21, 8)
    noon = on("America/New_York", 2026, 11, 21, 21)
    assert free(NIGHT, noon, None) == on("Pacific/Honolulu", 2026, 11, 22, 8)
    guam = ("US-GU", "Pacific/Guam")
    moment = free(NIGHT, at, None, home=guam)
    assert moment is not None
    assert 8 <= moment.astimezone(ZoneInfo("Pacific/Guam")).hour < 21
    assert 8 <= moment.astimezone(ZoneInfo("Pacific/Honolulu")).hour < 21


def test_a_state_abroad_is_treated_as_one_that_is_not_known():
    at = on("America/New_York", 2026, 11, 21, 9)
    assert free(NIGHT, at, "CA-ON") == free(NIGHT, at, None)


def test_the_hours_of_a_state_concern_its_customers_and_those_who_may_be():
    texan = QuietWindow("tx", parse_day("21:00-09:00"), states=("US-TX",))
    at = on("America/Chicago", 2026, 11, 21, 7)
    assert free(texan, at, "US-MA") == at
    assert free(texan, at, "US-TX") == on("America/Denver", 2026, 11, 21, 9)
    assert free(texan, at, None) == on("America/Denver", 2026, 11, 21, 9)


def test_the_locations_clock_asks_for_no_customer():
    window = QuietWindow("shop", parse_day("21:00-08:00"), clock=Clock.LOCATION)
    at = on("America/New_York", 2026, 11, 21, 8)
    assert free(window, at, "US-CA") == at
    assert free(window, at, None) == at
    elsewhere = QuietWindow(
        "shop", parse_day("21:00-08:00"), clock=Clock.LOCATION, states=("US-CA",)
    )
    night = on("America/New_York", 2026, 11, 21, 3)
    assert free(elsewhere, night, "US-CA") == night


# --- Days, nights and clocks that change ----------------------------------------------------------


def test_a_window_over_midnight_belongs_to_the_day_it_begins_on():
    weekend = QuietWindow("weekend", parse_day("21:00-10:00"), weekdays=("sat",))
    zone = "America/New_York"
    assert free(weekend, on(zone, 2026, 11, 22, 2), "US-MA") == on(zone, 2026, 11, 22, 10)
    monday = on(zone, 2026, 11, 23, 2)
    assert free(weekend, monday, "US-MA") == monday


def test_whole_days_follow_each_other():
    days = QuietWindow("weekend", ALWAYS, weekdays=("sat", "sun"))
    zone = "America/New_York"
    assert free(days, on(zone, 2026, 11, 21, 12), "US-MA") == on(zone, 2026, 11, 23, 0)


def test_a_holiday_is_quiet_all_day_and_its_night_before_stays():
    window = QuietWindow(
        "night",
        parse_day("21:00-08:00"),
        holidays=(QuietDay("US-MA", date(2026, 11, 26), "Thanksgiving Day"),),
    )
    zone = "America/New_York"
    # The holiday's own night does not begin: its whole day stands in place of the hours.
    assert free(window, on(zone, 2026, 11, 25, 22), "US-MA") == on(zone, 2026, 11, 27, 0)
    # In another state it is a day like any other.
    assert free(window, on(zone, 2026, 11, 26, 12), "US-NY") == on(zone, 2026, 11, 26, 12)


@pytest.mark.parametrize(
    ("at", "until"),
    [
        # Spring: 02:00 becomes 03:00, so a window until 02:30 ends with the change.
        ((2026, 3, 8, 1, 30), "2026-03-08T03:00:00-04:00"),
        # Autumn: 01:30 comes twice, and is quiet both times.
        ((2026, 11, 1, 0, 30), "2026-11-01T02:30:00-05:00"),
    ],
)
def test_days_on_which_clocks_change(at: tuple[int, ...], until: str):
    window = QuietWindow("night", parse_day("21:00-02:30"))
    moment = free(window, on("America/New_York", *at), "US-MA")
    assert moment == datetime.fromisoformat(until)


def test_a_repeated_hour_is_quiet_both_times():
    window = QuietWindow("odd", parse_day("01:15-01:45"))
    second = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)  # 01:30 for the second time
    assert free(window, second, "US-MA") == datetime(2026, 11, 1, 6, 45, tzinfo=UTC)


def test_where_nothing_is_ever_free_nothing_is_promised():
    every = QuietWindow("never", parse_day("00:00-12:00, 12:00-24:00"))
    assert free(every, datetime(2026, 11, 21, 12, tzinfo=UTC), "US-MA") is None
    # Open from ten to noon on each clock: never at once from Boston to Honolulu.
    narrow = QuietWindow("narrow", parse_day("12:00-10:00"))
    assert free(narrow, datetime(2026, 11, 21, 12, tzinfo=UTC), None) is None


@given(
    minutes=st.integers(0, 2 * 366 * 24 * 60),
    start=st.integers(0, 23),
    length=st.integers(1, 18),
    state=st.sampled_from(["US-MA", "US-FL", "US-TX", "US-AZ", "US-AK", "US-HI", "US-OR"]),
    days=st.lists(st.sampled_from(["mon", "wed", "sat", "sun"]), unique=True),
)
def test_the_moment_is_free_and_the_minute_before_is_not(minutes, start, length, state, days):
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    hours = parse_day(f"{start:02d}:00-{(start + length) % 24:02d}:00")
    window = QuietWindow("w", hours, weekdays=tuple(days))
    schedules = window.schedules(window.clocks(home=BOSTON, customer_state=state))
    moment = first_free(schedules, at)
    assert moment is not None
    assert not any(each.is_open_at(moment) for each in schedules)
    if moment != at:
        assert any(each.is_open_at(moment - timedelta(minutes=1)) for each in schedules)
    else:
        assert not any(each.is_open_at(at) for each in schedules)
