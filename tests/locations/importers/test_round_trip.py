"""What is written is read back the same: any week, as a string and as a table."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from locations.hours import (
    ALWAYS,
    CLOSED,
    MINUTES_A_DAY,
    UNKNOWN,
    DatedHours,
    DayHours,
    DayKind,
    parse_day,
)
from locations.importers.osm_rules import read_expression
from locations.importers.registry import Reading, importer
from locations.importers.writing import IDENTITY, TypedHours, WrittenPlace, to_csv, to_osm

TODAY = date(2026, 11, 21)


@st.composite
def open_days(draw):
    """Split shifts that neither touch nor overlap, the last one perhaps past midnight."""
    edges = sorted(
        draw(
            st.lists(st.integers(0, MINUTES_A_DAY - 1), min_size=2, max_size=6, unique=True).filter(
                lambda found: len(found) % 2 == 0
            )
        )
    )
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    start, end = spans[-1]
    # On to midnight, or into the night: at most until the same time of the next day.
    end = draw(
        st.sampled_from([end, MINUTES_A_DAY, MINUTES_A_DAY + start // 2, MINUTES_A_DAY + start])
    )
    spans[-1] = (start, end if end > start else MINUTES_A_DAY)
    return DayHours(DayKind.OPEN, tuple(spans))


def apart(week):
    """A night that runs into the next day's own hours cannot be told from them."""
    for day in range(7):
        night = max((end - MINUTES_A_DAY for _, end in week[day].intervals), default=0)
        following = week[(day + 1) % 7]
        if following.intervals and night > 0 and following.intervals[0][0] <= night:
            return False
    return True


day = st.one_of(st.sampled_from([CLOSED, UNKNOWN, ALWAYS]), open_days())
alike = st.tuples(day, day).flatmap(lambda two: st.tuples(*[st.sampled_from(two)] * 7))
weeks = st.one_of(st.tuples(*[day] * 7), alike)


@settings(max_examples=150, deadline=None)
@given(weeks.filter(apart))
def test_a_week_survives_its_string(week):
    found = read_expression(to_osm(week), "US", TODAY)
    assert found.week == week
    assert found.dated == ()


@settings(max_examples=150, deadline=None)
@given(weeks)
def test_a_week_survives_its_table(week):
    written = tuple(hours.describe() for hours in week)
    identity = tuple("B1" if name == "code" else "" for name in IDENTITY)
    entries = ((date(2026, 11, 26), "closed", "Thanksgiving"), (date(2026, 12, 24), "regular", ""))
    table = to_csv([WrittenPlace(identity, (TypedHours("pickup", written, entries),))])
    (place,) = importer("csv").read(table.encode(), Reading(TODAY))
    (pickup,) = place.weeks
    assert (pickup.hours_type, pickup.days) == ("pickup", week)
    assert tuple((item.on, item.hours, item.note) for item in place.dated) == entries


def test_a_string_reads_like_one():
    week = [parse_day(text) for text in ("18:00-02:00", "09:00-12:00, 13:00-17:00") * 3] + [CLOSED]
    assert to_osm(week) == "Su off; Mo,We,Fr 18:00-02:00, Tu,Th,Sa 09:00-12:00,13:00-17:00"
    assert to_osm([ALWAYS] * 7) == "24/7"
    assert to_osm([CLOSED] * 7) == "Mo-Su off"


def test_exceptions_are_written_and_a_night_before_one_goes_on():
    week = [parse_day("18:00-02:00")] * 7
    dated = [
        DatedHours(date(2026, 11, 26), CLOSED),
        DatedHours(date(2026, 12, 24), parse_day("18:00-20:00")),
    ]
    text = to_osm(week, dated)
    assert text == (
        "Mo-Su 18:00-02:00; 2026 Nov 26 00:00-02:00; 2026 Dec 24 00:00-02:00,18:00-20:00"
    )
