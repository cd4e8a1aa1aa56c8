"""OpenStreetMap strings: what they mean day by day, and which are hardly meant so."""

import json
from datetime import date
from pathlib import Path

import pytest

from locations.importers.osm_hours import ExpressionError, zone_at
from locations.importers.osm_rules import read_expression, split
from locations.importers.registry import Reading, importer
from locations.importers.values import Caution

TODAY = date(2026, 11, 21)
SAMPLE = Path(__file__).parents[4] / "shared/samples/locations/walmart_osm_overpass_locations.json"


def week(text):
    found = read_expression(text, "US", TODAY)
    return [day.describe() if day is not None else None for day in found.week]


def remarks(text):
    return [(caution, message) for caution, message in read_expression(text, "US", TODAY).remarks]


def dates(text):
    return {str(on): day.describe() for on, day in read_expression(text, "US", TODAY).dated}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("24/7", ["24 hours"] * 7),
        ("Mo-Su 06:00-24:00", ["06:00-00:00"] * 7),
        ("Mo-Su 06:00-01:00", ["06:00-01:00"] * 7),
        ("Mo-Su 18:00-26:00", ["18:00-02:00"] * 7),
        ("Mo-Sa 11:00-01:00; Su off", ["11:00-01:00"] * 5 + ["11:00-00:00", "closed"]),
        ("Su off; Mo-Sa 11:00-01:00", ["11:00-01:00"] * 6 + ["closed"]),
        (
            "Mo-Fr 09:00-13:30,14:00-19:00; Sa,Su off",
            ["09:00-13:30, 14:00-19:00"] * 5 + ["closed"] * 2,
        ),
        ("Mo 10:00-10:00; Tu-Su off", ["10:00-00:00"] + ["closed"] * 6),
        ("Tu-Su off; Mo 10:00-10:00", ["10:00-10:00"] + ["closed"] * 6),
        ("Mo-Sa 00:00-24:00;Su 12:00-24:00", ["24 hours"] * 6 + ["12:00-00:00"]),
        ("Mo-Fr 09:00-17:00; Sa unknown; Su off", ["09:00-17:00"] * 5 + ["unknown", "closed"]),
        ("Mo–Su 08:00–20:00; ", ["08:00-20:00"] * 7),
        (
            "Mo-Th off; Fr 18:00-02:00, Sa 00:00-01:00, Sa 10:00-12:00, Su 00:00-24:00",
            ["closed"] * 4 + ["18:00-02:00", "00:00-01:00, 10:00-12:00", "24 hours"],
        ),
    ],
)
def test_a_week_is_what_each_weekday_opens(text, days):
    assert week(text) == days


def test_a_general_rule_at_the_end_replaces_all_before_it():
    text = "Mo-Fr 09:00-21:00; Sa 09:00-19:00; 10:00-18:00"
    assert week(text) == ["10:00-18:00"] * 7
    assert [caution for caution, _ in remarks(text)] == [Caution.OVERRIDDEN] * 2
    first, second = (message for _, message in remarks(text))
    assert "“Mo-Fr 09:00-21:00” has no effect" in first
    assert "“10:00-18:00” replaces it on Saturday" in second


def test_a_day_written_twice_loses_another():
    text = "Mo-Fr 09:00-21:00; Sa 09:00-19:00; Sa 09:00-18:00"
    assert week(text)[5:] == ["09:00-18:00", "closed"]
    (over, first), (lost, second) = remarks(text)
    assert (over, lost) == (Caution.OVERRIDDEN, Caution.DAY_LOST)
    assert "“Sa 09:00-19:00” has no effect" in first
    assert second.startswith("Sunday: not mentioned, so read as closed; perhaps")


def test_a_day_in_two_groups_is_shortened():
    text = "Mo-Fr 09:00-21:00; Fr,Sa 09:00-19:00; Su 10:00-18:00"
    assert week(text)[3:6] == ["09:00-21:00", "09:00-19:00", "09:00-19:00"]
    [(caution, message)] = remarks(text)
    assert caution is Caution.DAY_SHORTENED
    assert message.startswith("Friday: 09:00-21:00 of “Mo-Fr 09:00-21:00” becomes 09:00-19:00")


def test_a_night_cut_by_the_next_days_rule_is_told():
    text = "Mo-Fr 18:00-02:00; Sa 18:00-03:00; Su off"
    assert week(text)[4:6] == ["18:00-00:00", "18:00-00:00"]
    found = [message for caution, message in remarks(text) if caution is Caution.DAY_SHORTENED]
    assert any(
        message.startswith("Friday: “Mo-Fr 18:00-02:00” ends at midnight") for message in found
    )
    joined = "Su off; Mo-Fr 18:00-02:00, Sa 18:00-03:00"
    assert week(joined)[4:6] == ["18:00-02:00", "18:00-03:00"]
    assert remarks(joined) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 09:00-17:00; Sa,Su off",
        "Mo-Su 08:00-20:00; Su off",
        "Mo-Fr 09:00-21:00, Sa 09:00-19:00, Su 10:00-18:00",
    ],
)
def test_ordinary_strings_pass_without_a_word(text):
    assert remarks(text) == []


def test_days_not_mentioned_are_told():
    assert remarks("Mo-Fr 09:00-17:00") == [
        (Caution.DAY_LOST, "Saturday, Sunday: not mentioned, so read as closed")
    ]


def test_dates_and_holidays_become_exceptions():
    text = "Mo-Su 09:00-17:00; PH off; 2026 Nov 27 05:00-23:00; 2026 Dec 31 10:00-02:00"
    found = dates(text)
    assert found["2026-11-26"] == "closed"
    assert found["2026-11-27"] == "05:00-23:00"
    assert found["2026-12-31"] == "10:00-02:00"
    assert found["2027-01-01"] == "closed"
    assert week(text) == ["09:00-17:00"] * 7


def test_a_dated_rule_before_the_week_is_lost_and_told():
    text = "Dec 25 off; Mo-Su 09:00-17:00"
    assert dates(text) == {}
    assert remarks(text) == [(Caution.OVERRIDDEN, "rule 1 “Dec 25 off”: a later rule replaces it")]


def test_dates_gone_by_are_told():
    assert (Caution.PAST, "“2025 Nov 27 off” has gone by") in remarks(
        "Mo-Su 10:00-12:00; 2025 Nov 27 off"
    )


def test_dates_alone_say_nothing_about_the_week():
    text = "2026 Nov 27 05:00-23:00"
    assert week(text) == [None] * 7
    assert dates(text) == {"2026-11-27": "05:00-23:00"}


def test_seasons_leave_the_week_unknown_and_write_the_dates_out():
    text = "Jun-Aug Mo-Fr 09:00-17:00; Sep-May Mo-Fr 10:00-12:00"
    assert week(text) == ["unknown"] * 5 + ["closed"] * 2
    found = dates(text)
    assert (found["2026-11-23"], found["2027-07-01"]) == ("10:00-12:00", "09:00-17:00")
    assert Caution.VARYING in {caution for caution, _ in remarks(text)}


@pytest.mark.parametrize(
    ("text", "day", "says"),
    [
        ("Mo-Su sunrise-sunset", "unknown", "follow the sun"),
        ("Mo-Su 09:00+", "unknown", "an open end"),
        ("SH Mo-Su 10:00-12:00", "unknown", "school holidays"),
        ('Mo-Su 09:00-17:00 "by appointment"', "09:00-17:00", "“by appointment”"),
        ('Mo-Su unknown "call us"', "unknown", "“call us”"),
    ],
)
def test_conditions_that_no_grid_can_hold_are_told(text, day, says):
    assert week(text)[0] == day
    assert any(
        caution is Caution.CONDITION and says in message for caution, message in remarks(text)
    )


def test_a_fallback_is_not_read_as_closed():
    assert week('Mo-Fr 09:00-17:00 || "call us"')[5:] == ["unknown", "unknown"]


@pytest.mark.parametrize(
    "text", ["Mo-Fr 9-17", "9am to 5pm", '"', "Mo-Fr 09:00-17:00; Sa 1000-1400"]
)
def test_what_is_no_such_string_is_refused(text):
    with pytest.raises(ExpressionError, match="not understood from character"):
        read_expression(text, "US", TODAY)


def test_a_very_long_string_is_refused():
    with pytest.raises(ExpressionError, match="more than 500 characters"):
        read_expression("Mo-Fr 09:00-17:00; " * 40, "US", TODAY)


def test_holidays_of_a_country_that_is_not_known_are_told():
    found = read_expression("Mo-Su 09:00-17:00; PH off", "ZZ", TODAY)
    assert found.dated == ()
    assert (Caution.CONDITION, "public holidays of “ZZ” are not known") in found.remarks


def test_rules_are_split_where_they_end():
    assert split('Mo-Fr 09:00-13:30,14:00-19:00, Sa,Su 10:00-12:00; Dec 25,Dec 26 off "a; b"') == [
        ("Mo-Fr 09:00-13:30,14:00-19:00", True),
        ("Sa,Su 10:00-12:00", False),
        ('Dec 25,Dec 26 off "a; b"', True),
    ]


def test_zones_follow_from_coordinates():
    assert zone_at(33.45, -112.07) == "America/Phoenix"
    assert zone_at(21.31, -157.86) == "Pacific/Honolulu"


OVERPASS = {
    "elements": [
        {
            "type": "node",
            "id": 1,
            "lat": 42.36,
            "lon": -71.06,
            "tags": {
                "name": "Alder Harbor",
                "addr:housenumber": "1",
                "addr:street": "Quay St",
                "addr:city": "Boston",
                "addr:state": "Ma",
                "addr:country": "US",
                "ref:alder": "B1",
                "opening_hours": "Mo-Su 08:00-20:00",
                "opening_hours:pharmacy": "Mo-Fr 09:00-17:00; Sa,Su off",
                "opening_hours:bakery": "Mo-Su 07:00-10:00",
            },
        },
        {"type": "node", "id": 2, "tags": {"name": "Alder Union", "opening_hours": "9-17"}},
        {"type": "node", "id": 3},
    ]
}


def test_an_overpass_answer_gives_places_with_cautions():
    first, second = importer("osm").read(json.dumps(OVERPASS).encode(), Reading(TODAY))
    assert (first.code, first.identity.state, first.identity.address) == (
        "B1",
        "US-MA",
        "1 Quay St",
    )
    assert [kind.hours_type for kind in first.weeks] == ["main", "pharmacy"]
    assert {notice.caution for notice in first.notices} == {Caution.STATE, Caution.HOURS_TYPE}
    assert first.notices[0].place == "$.elements[0]"
    assert "“Ma” was read as US-MA" in first.notices[0].message
    assert (second.code, second.weeks) == ("node-2", ())
    assert [notice.caution for notice in second.notices] == [Caution.UNREADABLE]


def test_a_table_of_strings_is_read():
    table = b"code,opening_hours,hours_type\nB1,Mo-Su 08:00-20:00,\nB1,Mo-Su 09:00-18:00,pickup\n"
    (place,) = importer("osm").read(table, Reading(TODAY))
    assert [kind.hours_type for kind in place.weeks] == ["main", "pickup"]


@pytest.mark.skipif(not SAMPLE.exists(), reason="shared data is absent")
def test_every_string_of_the_sample_is_read():
    data = SAMPLE.read_bytes()
    written = [
        element["tags"]["opening_hours"]
        for element in json.loads(data)["elements"]
        if "opening_hours" in element["tags"]
    ]
    assert len(written) == 510
    found = list(importer("osm").places(data, Reading(TODAY)))
    assert sum(any(kind.hours_type == "main" for kind in place.weeks) for place in found) == 510
    cautions = [notice.caution for place in found for notice in place.notices]
    assert Caution.UNREADABLE not in cautions
    # The three strings that are valid but were not meant so, and “Fl”.
    assert cautions.count(Caution.OVERRIDDEN) == 3
    assert cautions.count(Caution.DAY_SHORTENED) == 1
    assert cautions.count(Caution.STATE) == 1
