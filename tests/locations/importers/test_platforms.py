"""Google Business Profile and Yext: their own ways of midnight, closed days and holidays."""

import json
from datetime import date

import pytest

from locations.importers.registry import Reading, importer
from locations.importers.values import Caution, ImportFileError

TODAY = date(2026, 11, 21)


def google(*locations):
    return importer("google").read(json.dumps({"locations": locations}).encode(), Reading(TODAY))


def yext(*entities):
    return importer("yext").read(json.dumps({"entities": entities}).encode(), Reading(TODAY))


def period(open_day, opens, close_day, closes):
    def time(text):
        hours, _, minutes = text.partition(":")
        return {
            key: int(value)
            for key, value in (("hours", hours), ("minutes", minutes))
            if int(value or 0)
        }

    return {
        "openDay": open_day,
        "openTime": time(opens),
        "closeDay": close_day,
        "closeTime": time(closes),
    }


def week_of(place, number=0):
    return [day and day.describe() for day in place.weeks[number].days]


BAR = {
    "storeCode": "BAR-7",
    "title": "Late Bar",
    "storefrontAddress": {
        "regionCode": "US",
        "administrativeArea": "NY",
        "locality": "New York",
        "addressLines": ["1 Main St", "Floor 2"],
    },
    "phoneNumbers": {"primaryPhone": "+1 212-555-0100"},
    "regularHours": {
        "periods": [
            period("MONDAY", "11", "MONDAY", "14"),
            period("MONDAY", "17", "TUESDAY", "2"),
            period("WEDNESDAY", "8", "THURSDAY", "0"),
            period("FRIDAY", "0", "FRIDAY", "24"),
            period("SUNDAY", "20", "MONDAY", "3:30"),
        ]
    },
}


def test_periods_become_days_over_midnight_and_a_day_without_one_is_closed():
    (place,) = google(BAR)
    assert (place.code, place.identity.name) == ("BAR-7", "Late Bar")
    assert (place.identity.state, place.identity.address) == ("US-NY", "1 Main St, Floor 2")
    assert place.identity.zone is None
    assert week_of(place) == [
        "11:00-14:00, 17:00-02:00",
        "closed",
        "08:00-00:00",
        "closed",
        "24 hours",
        "closed",
        "20:00-03:30",
    ]
    assert place.notices == ()
    assert place.complete == frozenset()


def test_a_period_over_several_days_is_open_all_the_while():
    (place,) = google(
        {"storeCode": "A", "regularHours": {"periods": [period("FRIDAY", "6", "MONDAY", "1")]}}
    )
    assert week_of(place) == ["00:00-01:00", *["closed"] * 3, "06:00-00:00", "24 hours", "24 hours"]


def test_no_regular_hours_say_nothing():
    (place,) = google({"storeCode": "A", "title": "A"})
    assert place.weeks == ()


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ({"openDay": "MONDAY", "closeDay": "MONDAY", "closeTime": {}}, "openTime is missing"),
        (period("MONDAY", "17", "MONDAY", "2"), "the closeDay is the next day"),
        (period("MONDAY", "25", "MONDAY", "26"), "is no time between"),
        (period("FREDAY", "9", "FREDAY", "10"), "is no weekday"),
    ],
)
def test_a_broken_period_loses_its_day_only_and_says_where(broken, says):
    (place,) = google(
        {
            "storeCode": "A",
            "regularHours": {"periods": [period("TUESDAY", "9", "TUESDAY", "17"), broken]},
        }
    )
    (notice,) = place.notices
    assert notice.place == "$.locations[0].regularHours.periods[1]"
    assert notice.caution is Caution.UNREADABLE
    assert says in notice.message
    assert place.weeks[0].days[0] is None


def special(start, **rest):
    year, month, day = (int(part) for part in start.split("-"))
    return {"startDate": {"year": year, "month": month, "day": day}, **rest}


def test_special_hours_are_dates_and_all_there_are():
    (place,) = google(
        {
            **BAR,
            "specialHours": {
                "specialHourPeriods": [
                    special("2026-11-26", closed=True),
                    special(
                        "2026-12-31",
                        openTime={"hours": 18},
                        endDate={"year": 2027, "month": 1, "day": 1},
                        closeTime={"hours": 4},
                    ),
                    special("2026-12-24", openTime={"hours": 9}, closeTime={"hours": 12}),
                    special("2026-12-24", openTime={"hours": 13}, closeTime={"hours": 15}),
                    special("2025-12-25", closed=True),
                    special("2026-12-25", openTime={"hours": 9}),
                ]
            },
        }
    )
    assert [(str(day.on), day.hours) for day in place.dated] == [
        ("2026-11-26", "closed"),
        ("2026-12-24", "09:00-12:00, 13:00-15:00"),
        ("2026-12-31", "18:00-04:00"),
    ]
    assert place.complete == {"main"}
    assert [notice.caution for notice in place.notices] == [Caution.UNREADABLE, Caution.PAST]
    assert place.notices[0].place.endswith("specialHourPeriods[5]")


def test_more_hours_are_types_and_unknown_ones_are_told():
    (place,) = google(
        {
            **BAR,
            "moreHours": [
                {
                    "hoursTypeId": "DRIVE_THROUGH",
                    "periods": [period("MONDAY", "6", "MONDAY", "22")],
                },
                {"hoursTypeId": "HAPPY_HOUR", "periods": [period("MONDAY", "17", "MONDAY", "18")]},
            ],
        }
    )
    assert [kind.hours_type for kind in place.weeks] == ["main", "drive_through"]
    (notice,) = place.notices
    assert (notice.caution, notice.place) == (Caution.HOURS_TYPE, "$.locations[0].moreHours[1]")


@pytest.mark.parametrize(
    ("info", "status", "reopens"),
    [
        ({"status": "OPEN"}, "active", None),
        ({"status": "CLOSED_PERMANENTLY"}, "closed", None),
        ({"status": "CLOSED_TEMPORARILY"}, "temporarily_closed", None),
        (
            {"status": "CLOSED_TEMPORARILY", "openingDate": {"year": 2027, "month": 1, "day": 5}},
            "temporarily_closed",
            date(2027, 1, 5),
        ),
        ({"status": "OPEN", "openingDate": {"year": 2020, "month": 1, "day": 5}}, "active", None),
        ({}, None, None),
    ],
)
def test_the_open_info_gives_status_and_reopening(info, status, reopens):
    (place,) = google({**BAR, "openInfo": info})
    assert (place.identity.status, place.identity.reopens_on) == (status, reopens)


ENTITY = {
    "name": "Alder",
    "timezone": "America/New_York",
    "mainPhone": "+16175550100",
    "address": {"line1": "1 Quay St", "city": "Boston", "region": "MA"},
    "meta": {"id": "B1", "countryCode": "US"},
    "hours": {
        "monday": {
            "openIntervals": [
                {"start": "09:00", "end": "12:00"},
                {"start": "13:00", "end": "02:00"},
            ]
        },
        "saturday": {"isClosed": True},
        "sunday": {"openIntervals": [{"start": "00:00", "end": "23:59"}]},
        "holidayHours": [
            {"date": "2026-11-26", "isClosed": True},
            {"date": "2026-12-24", "isRegularHours": True},
            {"date": "2026-12-31", "openIntervals": [{"start": "09:00", "end": "14:00"}]},
            {"date": "2026-12-32", "isClosed": True},
        ],
    },
    "pickupHours": {"monday": {"openIntervals": [{"start": "10:00", "end": "16:00"}]}},
    "cf_Hours": {"monday": {"openIntervals": [{"start": "10:00", "end": "16:00"}]}},
}


def test_an_entity_keeps_unspecified_days_apart_from_closed_ones():
    (place,) = yext(ENTITY)
    assert (place.code, place.identity.zone, place.identity.state) == (
        "B1",
        "America/New_York",
        "US-MA",
    )
    assert week_of(place) == [
        "09:00-12:00, 13:00-02:00",
        None,
        None,
        None,
        None,
        "closed",
        "24 hours",
    ]
    assert [(str(day.on), day.hours) for day in place.dated] == [
        ("2026-11-26", "closed"),
        ("2026-12-24", "regular"),
        ("2026-12-31", "09:00-14:00"),
    ]
    assert [kind.hours_type for kind in place.weeks] == ["main", "pickup"]
    cautions = [notice.caution for notice in place.notices]
    assert cautions.count(Caution.HOURS_TYPE) == 1
    assert cautions.count(Caution.DAY_LOST) == 2
    assert cautions.count(Caution.UNREADABLE) == 1


def test_a_reopening_date_means_closed_until_then():
    (place,) = yext({**ENTITY, "hours": {**ENTITY["hours"], "reopenDate": "2027-02-01"}})
    assert (place.identity.status, place.identity.reopens_on) == (
        "temporarily_closed",
        date(2027, 2, 1),
    )
    (place,) = yext({**ENTITY, "closed": True})
    assert place.identity.status == "closed"


@pytest.mark.parametrize("name", ["google", "yext"])
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<html>", "line 1: not readable as JSON"),
        (b"\xff\xfe\xfa", "not JSON in UTF-8"),
        (b"[" * 100_000, "nested or written beyond"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "nested or written beyond"),
        (b"[1, 2]", "expected an object"),
        (b"[]", "no location"),
        (b"7", "no location"),
    ],
)
def test_hostile_files_are_refused(name, data, says):
    with pytest.raises(ImportFileError, match=says):
        importer(name).read(data, Reading(TODAY))


@pytest.mark.parametrize("name", ["google", "yext"])
def test_values_of_the_wrong_kind_are_no_crash(name):
    node = {"storeCode": [1], "meta": 3, "hours": [], "regularHours": {"periods": [1, {}]}}
    node |= {"specialHours": {"specialHourPeriods": [{"startDate": {"year": 10**9}}]}, "name": {}}
    node |= {
        "openInfo": {"openingDate": {"year": "x"}},
        "moreHours": {"a": 1},
        "latlng": {"latitude": "NaN"},
    }
    (place,) = importer(name).read(json.dumps([node]).encode(), Reading(TODAY))
    assert place.code == ""
