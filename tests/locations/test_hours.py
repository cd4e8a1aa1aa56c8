"""Opening hours: parsing, a date, an instant, the next change."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locations.hours import (
    ALWAYS,
    CLOSED,
    UNKNOWN,
    Closure,
    DatedHours,
    DayKind,
    HoursError,
    Schedule,
    parse_day,
    parse_ranges,
)

NEW_YORK = "America/New_York"


@pytest.mark.parametrize(
    ("written", "intervals"),
    [
        ("09:00-17:00", ((540, 1020),)),
        ("9:00-17:00", ((540, 1020),)),
        ("10:30-14:30, 16:30-21:00", ((630, 870), (990, 1260))),
        ("16:30-21:00, 10:30-14:30", ((630, 870), (990, 1260))),
        ("10:30-02:00", ((630, 1560),)),
        ("10:00-00:00", ((600, 1440),)),
        ("24 hours", ((0, 1440),)),
        ("00:00-24:00", ((0, 1440),)),
    ],
)
def test_reads_hours_as_an_operator_writes_them(written, intervals):
    assert parse_day(written).intervals == intervals


@pytest.mark.parametrize("written", ["closed", "Closed", ""])
def test_closed_is_not_unknown(written):
    assert parse_day(written) == CLOSED
    assert parse_day("unknown") == UNKNOWN
    assert CLOSED != UNKNOWN


@pytest.mark.parametrize("written", ["9-5", "25:00-26:00", "09:00", "nine to five", "09:00-25:00"])
def test_says_what_to_write_instead(written):
    with pytest.raises(HoursError, match=r"write (09:00-17:00|10:00-02:00)"):
        parse_day(written)


def test_refuses_ranges_that_overlap():
    with pytest.raises(HoursError, match="overlap"):
        parse_ranges(["09:00-13:00", "12:00-17:00"])


@pytest.mark.parametrize("written", ["10:30-14:30, 16:30-21:00", "closed", "unknown", "24 hours"])
def test_describes_what_it_read(written):
    assert parse_day(written).describe() == written


def schedule(*, dated=(), zone=NEW_YORK, **days):
    weekly = tuple(
        parse_day(days.get(day, "closed"))
        for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    )
    return Schedule(zone=zone, weekly=weekly, dated=tuple(dated))


def local(text, zone=NEW_YORK):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def test_a_dated_entry_replaces_the_week():
    thanksgiving = DatedHours(date(2026, 11, 26), CLOSED)
    week = schedule(thu="09:00-17:00", dated=[thanksgiving])
    assert week.on(date(2026, 11, 26)) == (CLOSED, thanksgiving)
    assert week.on(date(2026, 11, 19))[1] is None


def test_past_midnight_belongs_to_its_opening_day():
    week = schedule(fri="10:30-02:00")
    assert week.is_open_at(local("2026-11-07 01:59")) is True
    assert week.is_open_at(local("2026-11-07 02:00")) is False
    assert week.is_open_at(local("2026-11-06 09:00")) is False


def test_unknown_is_not_closed():
    week = schedule(mon="unknown")
    assert week.is_open_at(local("2026-11-02 12:00")) is None
    assert week.next_change(local("2026-11-02 12:00")) is None


def test_next_change_skips_the_break_and_the_closed_day():
    week = schedule(sat="09:00-12:00, 13:00-15:00", mon="10:00-18:00")
    assert week.next_change(local("2026-11-07 12:30")) == (local("2026-11-07 13:00"), True)
    assert week.next_change(local("2026-11-07 15:00")) == (local("2026-11-09 10:00"), True)
    assert week.next_change(local("2026-11-09 10:00")) == (local("2026-11-09 18:00"), False)


def test_next_change_keeps_the_wall_clock_when_clocks_go_back():
    week = schedule(sun="09:00-17:00")
    change = week.next_change(local("2026-10-31 23:00"))
    assert change == (local("2026-11-01 09:00"), True)
    assert change[0].utcoffset() == timedelta(hours=-5)


def test_an_edge_in_the_hour_that_spring_skips_comes_with_the_change():
    week = schedule(sun="01:30-02:30")
    change = week.next_change(local("2026-03-08 01:45"))
    assert change == (local("2026-03-08 03:00"), False)
    assert change[0].astimezone(UTC) == datetime(2026, 3, 8, 7, tzinfo=UTC)


def test_a_minute_that_comes_twice_is_open_both_times():
    week = schedule(sun="00:00-01:30")
    first = datetime(2026, 11, 1, 5, 15, tzinfo=UTC)
    assert [week.is_open_at(first + timedelta(minutes=15 * step)) for step in range(6)] == [
        True, False, False, True, True, False
    ]  # fmt: skip


def test_a_closure_further_ahead_ends_on_its_day():
    week = replace(schedule(mon="09:00-17:00"), closure=Closure(date(2027, 2, 2)))
    assert week.next_change(local("2026-11-02 12:00")) == (local("2027-02-08 09:00"), True)
    assert replace(week, closure=Closure()).next_change(local("2026-11-02 12:00")) is None


def test_round_the_clock_never_changes():
    week = schedule(**dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "24 hours"))
    assert week.is_open_at(local("2026-11-02 03:00")) is True
    assert week.next_change(local("2026-11-02 03:00")) is None


day_text = st.sampled_from(
    ["closed", "24 hours", "09:00-17:00", "18:00-03:00", "06:00-11:00, 12:00-01:30", "00:00-05:00"]
)
zones = st.sampled_from(
    [NEW_YORK, "America/Phoenix", "Pacific/Auckland", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]
)


@settings(max_examples=60, deadline=None)
@given(
    week=st.tuples(*[day_text] * 7),
    closed_on=st.dates(date(2026, 3, 1), date(2026, 11, 30)),
    zone=zones,
    instant=st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30)),  # noqa: DTZ001  (put into a zone below)
)
def test_open_agrees_with_a_wall_clock_of_minutes(week, closed_on, zone, instant):
    """The oracle marks every open wall-clock minute of the days around, then looks one up."""
    plan = Schedule(zone, tuple(parse_day(text) for text in week), (DatedHours(closed_on, CLOSED),))
    moment = instant.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    minutes = set()
    for back in (0, 1):
        day = moment.date() - timedelta(days=back)
        hours = CLOSED if day == closed_on else parse_day(week[day.weekday()])
        for start, end in hours.intervals:
            minutes.update((day, minute) for minute in range(start, end))
    expected = any(
        (moment.date() - timedelta(days=back), moment.hour * 60 + moment.minute + back * 1440)
        in minutes
        for back in (0, 1)
    )
    assert plan.is_open_at(moment) is expected


def test_all_day_is_open():
    assert ALWAYS.kind is DayKind.OPEN
