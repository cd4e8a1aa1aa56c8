from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.dates import days
from compliance.gate.holidays import easter, holiday, nth_weekday

MONDAY = date(2026, 11, 2)


def one(text, on=MONDAY, **options):
    found = days(text, on, **options)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", ["11-02"]),
        ("tonight", ["11-02"]),
        ("tomorrow night", ["11-03"]),
        ("the day after tomorrow", ["11-04"]),
        ("this friday", ["11-06"]),
        ("friday the 27th", ["11-27"]),
        ("nov. 27th", ["11-27"]),
        ("27 november", ["11-27"]),
        ("11/27", ["11-27"]),
        ("the 27th", ["11-27"]),
        ("2026-11-27", ["11-27"]),
        ("saturday, november 7", ["11-07"]),
        ("november 7 and 8", ["11-07", "11-08"]),
        ("december 24-26", ["12-24", "12-25", "12-26"]),
        ("thanksgiving day", ["11-26"]),
        ("the friday after thanksgiving", ["11-27"]),
        ("the day before thanksgiving", ["11-25"]),
        ("black friday", ["11-27"]),
        ("christmas eve and christmas day", ["12-24", "12-25"]),
        ("new year's eve", ["12-31"]),
        ("veterans day", ["11-11"]),
        ("this weekend", ["11-07", "11-08"]),
        ("in two days", ["11-04"]),
        ("a week from friday", ["11-13"]),
        ("monday of next week", ["11-09"]),
        ("october 15", ["10-15"]),
    ],
)
def test_dates_are_resolved(text, expected):
    assert [f"{day:%m-%d}" for day in one(text).dates] == expected


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("weekdays", (0, 1, 2, 3, 4)),
        ("weekends", (5, 6)),
        ("fridays and saturdays", (4, 5)),
        ("monday through thursday", (0, 1, 2, 3)),
        ("mon-thu", (0, 1, 2, 3)),
        ("saturday to monday", (0, 5, 6)),
        ("every day", (0, 1, 2, 3, 4, 5, 6)),
        ("every day except sunday", (0, 1, 2, 3, 4, 5)),
        ("on a sunday", (6,)),
        ("friday nights", (4,)),
    ],
)
def test_weekdays_in_general_are_resolved(text, weekdays):
    mention = one(text)
    assert mention.general
    assert mention.weekdays == weekdays


def test_a_plain_weekday_is_both_a_date_and_a_habit():
    mention = one("on friday")
    assert (mention.dates, mention.weekdays) == ((date(2026, 11, 6),), (4,))


def test_next_week_decides_what_next_monday_means():
    # On a Monday the coming Thursday may be meant, or that of next week; tomorrow never is.
    thursday = one("next thursday")
    assert (thursday.dates, thursday.instead) == ((date(2026, 11, 5),), (date(2026, 11, 12),))
    tuesday = one("next tuesday")
    assert (tuesday.dates, tuesday.instead) == ((date(2026, 11, 10),), ())
    monday = one("next monday")
    assert (monday.dates, monday.instead) == ((date(2026, 11, 9),), ())


def test_tonight_after_midnight_may_still_be_yesterday():
    mention = one("tonight", night=True)
    assert (mention.dates, mention.instead) == ((MONDAY,), (date(2026, 11, 1),))


def test_a_weekday_that_is_not_the_dates_is_noted():
    assert one("friday, november 26").mismatch
    assert not one("thursday, november 26").mismatch


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the deli is shut on monday, and tuesday our doors open late", 2),
        ("the clinic is closed friday and saturday it's open until noon", 2),
        ("we're shut today - tomorrow the doors open at nine", 2),
        ("we are off on thanksgiving and the day after we start at six", 2),
        ("we are open today and tomorrow until nine", 1),
        ("today and tomorrow we open at ten", 1),
        ("we are closed friday and saturday, we are sorry", 1),
        ("monday, tuesday, and wednesday we are closed", 1),
        ("we are open monday through friday", 1),
        ("we are open monday - friday, we close at eight", 1),
        ("we are open saturday and sunday that week", 1),
    ],
)
def test_a_day_with_a_clause_of_its_own_joins_no_list(text, count):
    assert len(days(text, MONDAY)) == count


@pytest.mark.parametrize(
    "text", ["sun protection", "we sat down", "5-7 business days", "mid-november", "1/2 price off"]
)
def test_look_alikes_are_no_days(text):
    assert days(text, MONDAY) == () or text.startswith("1/2")


@pytest.mark.parametrize(
    ("year", "expected"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28))]
)
def test_easter_falls_where_the_calendar_says(year, expected):
    assert (easter(year).month, easter(year).day) == expected


def test_the_holiday_in_question_is_the_next_one():
    assert holiday("thanksgiving", date(2026, 12, 1)) == date(2026, 11, 26)
    assert holiday("thanksgiving", date(2027, 2, 1)) == date(2027, 11, 25)
    assert nth_weekday(2026, 5, 0, -1) == date(2026, 5, 25)


@given(st.text(max_size=200), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_any_text_is_read_without_an_error(text, on):
    for mention in days(text.lower(), on):
        assert mention.dates or mention.weekdays or mention.shift is not None


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)))
def test_every_date_written_out_is_read_back(day):
    written = f"{day:%A}, {day:%B} {day.day}, {day.year}".lower()
    assert days(written, day - timedelta(days=10))[0].dates == (day,)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("we're closed today, and tomorrow we open at ten", True),
        ("on friday we close at six, and saturday we're open until nine", True),
        ("we are closed today and tomorrow", False),
        ("monday and tuesday we open at ten", False),
        ("we're open until nine on monday and tuesday, as ever", False),
    ],
)
def test_a_day_that_begins_a_statement_of_its_own_stands_apart(text, apart):
    assert len(days(text, MONDAY)) == 1 + apart


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("closed on thanksgiving, and on the friday after it we open at 9", "11-27"),
        ("your tour is on november 24, and we open early that friday", "11-27"),
        ("november 23 is different: on that monday we open at ten", "11-23"),
        ("we close early on the saturday following thanksgiving", "11-28"),
        ("the sale ended on the 31st", "10-31"),
        ("the workshop wrapped up on the 1st", "11-01"),
    ],
)
def test_a_day_is_told_by_another_one(text, last):
    found = days(text, MONDAY)[-1]
    assert [f"{day:%m-%d}" for day in found.dates][-1] == last


def test_that_weekday_is_of_the_week_told_after_it():
    first, _ = days("we are open that friday, and closed on thanksgiving itself", MONDAY)
    assert first.dates == (date(2026, 11, 27),)
