import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.times import AllDay, ClockTime, TimeRange, times, write_clock, write_like


def one(text):
    found = times(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "written", "readings"),
    [
        ("we close at 9.", "9", (540, 1260)),
        ("open till 9 on fridays", "9", (540, 1260)),
        ("from 9:30 p.m. on friday", "9:30 p.m.", (1290,)),
        ("until 21:00", "21:00", (1260,)),
        ("at noon", "noon", (720,)),
        ("until midnight", "midnight", (0,)),
        ("till 2 am", "2 am", (120,)),
        ("closes at 2 in the morning", "2", (120,)),
        ("half past five", "half past five", (330, 1050)),
        ("quarter to six", "quarter to six", (345, 1065)),
        ("ten past nine", "ten past nine", (550, 1270)),
        ("seven in the evening", "seven", (1140,)),
        ("until 10 tonight", "10", (1320,)),
        ("by 8 o'clock", "8 o'clock", (480, 1200)),
        ("at 8.30 am", "8.30 am", (510,)),
        ("at 9am sharp", "9am", (540,)),
        ("nine thirty", "nine thirty", (570, 1290)),
        ("0900 hours", "0900 hours", (540,)),
        ("12:30 a.m.", "12:30 a.m.", (30,)),
        ("12 p.m.", "12 p.m.", (720,)),
    ],
)
def test_a_clock_time_is_read(text, written, readings):
    found = one(text)
    assert isinstance(found, ClockTime)
    assert (text[found.start : found.end], found.readings) == (written, readings)


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("open 9-5 daily", 540, 1020),
        ("nine to five", 540, 1020),
        ("open from ten until eight", 600, 1200),
        ("between nine and noon", 540, 720),
        ("between 9 and 5 we", 540, 1020),
        ("10am-6pm", 600, 1080),
        ("10 a.m. to 6 p.m.", 600, 1080),
        ("9a-5p", 540, 1020),
        ("ten to nine", 600, 1260),
        ("09:00-17:00", 540, 1020),
        ("from 10:30am to midnight", 630, 1440),
        ("12 - 5", 720, 1020),
        ("8:30 till noon", 510, 720),
    ],
)
def test_a_range_is_read_as_one(text, opens, closes):
    found = one(text)
    assert isinstance(found, TimeRange)
    assert found.may_be(opens, closes)


@pytest.mark.parametrize("text", ["open 24 hours", "around the clock", "24/7", "all night long"])
def test_all_day_is_read(text):
    assert isinstance(one(text), AllDay)


@pytest.mark.parametrize(
    "text",
    [
        "3-5 days", "5 to 7 business days", "by 10 percent", "up to 5 guests", "212-555-0114",
        "11/27", "at one of our stores", "10%", "$5", "at 10 a day", "2026-11-27", "for 30 days",
        "from 10 people", "1.5", "#12", "sizes 6 wide",
    ],
)  # fmt: skip
def test_a_count_is_no_time(text):
    assert times(text) == ()


@pytest.mark.parametrize(
    ("minute", "written", "expected"),
    [
        (1290, "9 pm", "9:30 pm"),
        (1080, "7PM", "6PM"),
        (1080, "7 p.m.", "6 p.m."),
        (1080, "19:00", "18:00"),
        (1080, "7", "6"),
        (1080, "seven", "six"),
        (1080, "7:00", "6:00"),
        (1080, "noon", "6:00 p.m."),
        (540, "9p", "9a"),
        (1110, "seven", "6:30 p.m."),
    ],
)
def test_a_time_is_written_in_the_drafts_own_style(minute, written, expected):
    assert write_like(minute, written) == expected


@given(st.integers(0, 1439), st.sampled_from(["9 pm", "9:00 a.m.", "21:00", "7AM", "noon"]))
def test_what_is_written_reads_as_the_same_minute(minute, style):
    found = one(write_like(minute, style).lower())
    assert isinstance(found, ClockTime)
    assert minute in found.readings
    assert one(write_clock(minute)).readings == (minute,)


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text):
    for mention in times(text):
        assert 0 <= mention.start < mention.end <= len(text)
