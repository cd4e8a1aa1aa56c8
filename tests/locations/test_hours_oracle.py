"""Hours against a brute-force oracle that walks every minute, across clock changes.

The oracle shares nothing with the code under test but the written hours: it marks the open
wall-clock minutes of each date, then goes through UTC minute by minute and looks each one's wall
clock up.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from locations.hours import (
    Closure,
    DatedHours,
    Schedule,
    UnconfirmedDay,
    parse_dated,
    parse_day,
)

ZONES = (
    "America/New_York",
    "America/Phoenix",
    "Pacific/Honolulu",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Europe/London",
)
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
WALKED = timedelta(hours=40)
MINUTE = timedelta(minutes=1)

SPANS = {
    "24 hours": [(0, 1440)],
    "09:00-17:00": [(540, 1020)],
    "18:00-03:00": [(1080, 1620)],
    "06:00-11:00, 12:00-01:30": [(360, 660), (720, 1530)],
    "00:00-01:30": [(0, 90)],
    "00:00-02:15": [(0, 135)],
    "01:30-02:30": [(90, 150)],
    "01:45-02:15, 02:30-03:00": [(105, 135), (150, 180)],
    "22:00-02:00": [(1320, 1560)],
    "12:00-12:00": [(720, 2160)],
    "closed": [],
}
SMALL_HOURS = ["00:00-01:30", "01:30-02:30", "01:45-02:15, 02:30-03:00", "00:00-02:15"]
days = st.sampled_from([*SPANS, "unknown"])
dates = st.sampled_from([*SPANS, "unknown", "regular"])


@cache
def clock_changes(zone):
    """Return the UTC hours and half hours of the two years after which the offset differs."""
    found, moment = [], datetime(2026, 1, 1, tzinfo=UTC)
    step = timedelta(minutes=30)
    while moment.year < 2028:
        if moment.astimezone(ZoneInfo(zone)).utcoffset() != (
            (moment + step).astimezone(ZoneInfo(zone)).utcoffset()
        ):
            found.append(moment + step)
        moment += step
    return tuple(found)


@st.composite
def plans(draw):
    """Draw a zone, a moment (near a clock change or anywhere) and hours around it, as written."""
    zone = draw(st.sampled_from(ZONES))
    changes = clock_changes(zone)
    dated = {}
    if changes and draw(st.integers(0, 3)):
        change = draw(st.sampled_from(changes))
        moment = change + MINUTE * draw(st.integers(-5 * 60, 3 * 60))
        # Hours that begin or end around the very minutes that come twice or never.
        dated[change.astimezone(ZoneInfo(zone)).date()] = draw(st.sampled_from(SMALL_HOURS))
    else:
        minutes = draw(st.integers(0, (LAST - FIRST).days * 1440))
        moment = datetime(2026, 1, 1, tzinfo=UTC) + MINUTE * minutes
    near = moment.astimezone(ZoneInfo(zone)).date()
    around = st.integers(-2, 3).map(lambda ahead: near + timedelta(days=ahead))
    return {
        "zone": zone,
        "moment": moment + timedelta(seconds=draw(st.sampled_from([0, 0, 30]))),
        "week": draw(st.tuples(*[days] * 7)),
        "dated": draw(st.dictionaries(around, dates, max_size=2)) | dated,
        "unconfirmed": draw(st.sets(around, max_size=2)),
        "reopens": draw(st.none() | st.none() | around),
    }


def schedule_of(plan):
    return Schedule(
        zone=plan["zone"],
        weekly=tuple(parse_day(text) for text in plan["week"]),
        dated=tuple(DatedHours(on, parse_dated(text)) for on, text in plan["dated"].items()),
        closure=Closure(plan["reopens"]) if plan["reopens"] else None,
        unconfirmed=tuple(UnconfirmedDay(on, "a holiday") for on in plan["unconfirmed"]),
    )


def marked_minutes(plan, first, last):
    """Return the open and the unknown wall-clock minutes as ``(date, minute)`` pairs."""
    opened, doubtful = set(), set()
    day = first
    while day <= last:
        usual = plan["week"][day.weekday()]
        text = plan["dated"].get(day, "unconfirmed" if day in plan["unconfirmed"] else usual)
        text = usual if text == "regular" else text
        if plan["reopens"] and day < plan["reopens"]:
            text = "closed"
        if text in ("unknown", "unconfirmed"):
            doubtful.update((day, minute) for minute in range(1440))
        if text == "unconfirmed":
            doubtful.update(late_minutes(day, SPANS.get(usual, [])))
        for start, end in SPANS.get(text, []):
            opened.update((day + timedelta(days=m // 1440), m % 1440) for m in range(start, end))
        day += timedelta(days=1)
    return opened, doubtful


def late_minutes(day, spans):
    after = day + timedelta(days=1)
    return {(after, m - 1440) for start, end in spans for m in range(start, end) if m >= 1440}


class Oracle:
    def __init__(self, plan):
        self.zone = ZoneInfo(plan["zone"])
        here = plan["moment"].astimezone(self.zone).date()
        self.opened, self.doubtful = marked_minutes(
            plan, here - timedelta(days=2), here + timedelta(days=4)
        )

    def state(self, moment):
        wall = moment.astimezone(self.zone)
        minute = wall.date(), wall.hour * 60 + wall.minute
        if minute in self.opened:
            return True
        return None if minute in self.doubtful else False


@settings(max_examples=250, deadline=None)
@given(plan=plans())
def test_open_agrees_with_every_wall_clock_minute_around(plan):
    schedule, oracle = schedule_of(plan), Oracle(plan)
    for ahead in range(0, 6 * 60, 7):
        moment = plan["moment"] + MINUTE * ahead
        assert schedule.is_open_at(moment) is oracle.state(moment), moment


@settings(max_examples=250, deadline=None)
@given(plan=plans())
def test_the_next_change_is_the_first_minute_of_another_state(plan):
    schedule, oracle = schedule_of(plan), Oracle(plan)
    begun = oracle.state(plan["moment"])
    changed = schedule.next_change(plan["moment"])
    if begun is None:
        assert changed is None
        return
    moment = plan["moment"].replace(second=0) + MINUTE
    end = plan["moment"] + WALKED
    while moment < end and oracle.state(moment) is begun:
        moment += MINUTE
    if moment >= end:
        assert changed is None or changed[0] >= moment
    elif oracle.state(moment) is None:
        assert changed is None
    else:
        # In UTC: Python never finds a minute that comes twice equal to another zone's.
        assert (changed[0].astimezone(UTC), changed[1]) == (moment, oracle.state(moment))
        assert changed[0].utcoffset() == moment.astimezone(oracle.zone).utcoffset()
