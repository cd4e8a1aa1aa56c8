"""CSV: headers and cells as people write them, and what is not guessed."""

from datetime import date

import pytest

from locations.hours import HoursError
from locations.importers.registry import Reading, importer
from locations.importers.times import read_day
from locations.importers.values import Caution, ImportFileError

TODAY = date(2026, 11, 21)


def read(text, encoding="utf-8"):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    return importer("csv").read(data, Reading(TODAY))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("09:00-17:00", "09:00-17:00"),
        ("9 am - 5 pm", "09:00-17:00"),
        ("9-5pm", "09:00-17:00"),
        ("11-2 am", "23:00-02:00"),
        ("9:30a.m. to 5 p.m.", "09:30-17:00"),
        ("0900-1730", "09:00-17:30"),
        ("10 am–noon, 1 pm–midnight", "10:00-12:00, 13:00-00:00"),
        ("9:00-12:00 and 13:00-17:00", "09:00-12:00, 13:00-17:00"),
        ("12 noon - 8pm", "12:00-20:00"),
        ("18-2", "18:00-02:00"),
        ("10:00-02:00", "10:00-02:00"),
        ("10:00-10:00", "10:00-10:00"),
        ("12am-12am", "24 hours"),
        ("08:00-12:00, 12:00-16:00", "08:00-16:00"),
        ("Closed", "closed"),
        ("x", "closed"),
        ("Open 24 hours", "24 hours"),
        ("?", "unknown"),
    ],
)
def test_a_cell_is_read_as_people_write_it(text, day):
    assert read_day(text).describe() == day


def test_an_empty_cell_says_nothing():
    assert read_day("  ") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("9-5", "write am and pm"),
        ("9:00-5:00", "write am and pm"),
        ("9 am-5", "am or pm at both"),
        ("25:00-26:00", "a time that does not exist"),
        ("9:75-17:00", "a time that does not exist"),
        ("13 pm-5 pm", "a time that does not exist"),
        ("mornings", "is not read as hours"),
        ("09:00-12:00, 11:00-13:00", "overlap"),
        ("9:00-17:00 " * 40, "too long"),
    ],
)
def test_what_may_mean_two_things_is_not_guessed(text, says):
    with pytest.raises(HoursError, match=says):
        read_day(text)


TABLE = """\
Store Code;Business Name;Town;Administrative area;Time zone;Monday hours;Tue;Sunday;Special hours
B1;"Alder; Harbor";Boston;Massachusetts;America/New_York;9 am-5 pm;9-5;closed;{special}
B2;Alder Union;Denver;Fl;;24 hours;;;2025-12-25: x
""".format(special="2026-11-26: x, 12/24/2026: 9 am-2 pm")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_headers_signs_and_marks_do_not_matter(encoding):
    first, second = read(TABLE, encoding)
    assert (first.code, first.where, first.identity.name) == ("B1", "line 2", "Alder; Harbor")
    assert first.identity.state == "US-MA"
    (main,) = first.weeks
    assert [day and day.describe() for day in main.days] == ["09:00-17:00", *[None] * 5, "closed"]
    assert [(str(day.on), day.hours) for day in first.dated] == [
        ("2026-11-26", "closed"),
        ("2026-12-24", "09:00-14:00"),
    ]
    unread, lost = first.notices
    assert (unread.caution, unread.place) == (Caution.UNREADABLE, "line 2")
    assert "Tuesday: “9-5” may mean" in unread.message
    assert lost.caution is Caution.DAY_LOST
    assert second.identity.state == "US-FL"
    assert {notice.caution for notice in second.notices} == {
        Caution.STATE,
        Caution.DAY_LOST,
        Caution.PAST,
    }


def test_rows_of_one_code_are_joined_and_repetitions_told():
    (place,) = read(
        "code,hours_type,mon,date,hours,note\n"
        "B1,,09:00-17:00,,,\n"
        "B1,pickup,10:00-16:00,,,\n"
        "B1,,,2026-11-26,closed,Thanksgiving\n"
        "B1,,,2026-12-24,regular,\n"
        "B1,,08:00-12:00,,,\n"
    )
    assert [kind.hours_type for kind in place.weeks] == ["main", "pickup"]
    assert place.weeks[0].days[0].describe() == "09:00-17:00"
    assert [(day.hours, day.note) for day in place.dated] == [
        ("closed", "Thanksgiving"),
        ("regular", ""),
    ]
    (twice,) = [notice for notice in place.notices if notice.caution is Caution.DUPLICATE]
    assert twice.place == "line 6"
    assert "stands at line 2 already" in twice.message


def test_short_long_and_strange_hours_are_told():
    (place,) = read("code,mon,tue,wed,hours type,status\nB1,9-10 am,06:00-03:00,24 hours,,paused\n")
    found = {notice.caution: notice.message for notice in place.notices}
    assert found[Caution.TOO_SHORT] == "Monday: 09:00-10:00"
    assert found[Caution.TOO_LONG] == "Tuesday: 06:00-03:00"
    assert "“paused” is no status" in found[Caution.STATUS]
    (place,) = read("code,hours type,mon\nB1,bakery,9-10 am\n")
    assert place.weeks == ()
    assert place.notices[0].caution is Caution.HOURS_TYPE


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no location"),
        (b"name,mon\nAlder,9-17\n", "no column for the code"),
        (b"code,mon\n,9-17\n", "line 2: the code is missing"),
        (b"code,mon,Monday\nB1,,\n", "Two columns mean the same"),
        (b"\x00\x01\x02", "not text"),
        (b'code,mon\n"B1,' + b"x" * 200_000, "not readable as CSV"),
        (b"x" * (20 * 1024 * 1024 + 1), "at most 20,971,520"),
        (b"code\n" + b"".join(b"a%d\n" % n for n in range(20_001)), "more than 20,000 rows"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_do(data, says):
    with pytest.raises(ImportFileError, match=says):
        read(data)


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(ImportFileError, match="csv, google, osm, yext"):
        importer("xls")
