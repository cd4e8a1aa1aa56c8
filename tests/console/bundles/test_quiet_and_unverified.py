"""Quiet hours and the actions for unverified statements in a bundle: read, refused, written."""

from __future__ import annotations

import pytest

from console.bundles.export import document
from console.bundles.problems import BundleError
from console.bundles.schema import read_bundle

QUIET = """
channel_restrictions:
  sms:
    max_chars: 320
    no_html: true
    quiet_hours:
      - {id: night, hours: "21:00-08:00", concerns: promotional, citation: "an act"}
      - {id: fl, hours: "20:00-08:00", weekdays: [sat, sun], states: [FL], clock: location,
         holidays: [Thanksgiving Day], answers_within_minutes: 0}
"""
ACTIONS = """
unverified: {policy: block}
brands: {acme: {name: Acme}}
verticals:
  books: {name: Books, unverified: {hours: ignore, data: advise}}
  music: {name: Music}
"""


def test_a_channel_has_its_windows(write):
    rows = read_bundle(write(QUIET))
    florida, night = rows.quiet_hours
    assert rows.channels[0].flags == ["no_html"]
    assert florida.channel is night.channel is rows.channels[0]
    assert (night.concerns, night.clock, night.states) == ("promotional", "customer", [])
    assert (florida.states, florida.clock, florida.answers_within_minutes) == (
        ["US-FL"],
        "location",
        0,
    )
    assert document(rows)["channel_restrictions"]["sms"]["quiet_hours"] == [
        {
            "id": "fl",
            "hours": "20:00-08:00",
            "weekdays": ["sat", "sun"],
            "holidays": ["Thanksgiving Day"],
            "states": ["FL"],
            "clock": "location",
            "answers_within_minutes": 0,
        },
        {"id": "night", "hours": "21:00-08:00", "concerns": "promotional", "citation": "an act"},
    ]


@pytest.mark.parametrize(
    ("window", "said"),
    [
        ("{id: a}", "quiet_hours.a.hours"),
        ('{id: a, hours: "at night"}', "is not a range of hours"),
        ('{id: a, hours: "24 hours"}', "Nothing could ever be sent"),
        ('{id: a, hours: "21:00-08:00", weekdays: [Monday]}', "write weekdays as"),
        ('{id: a, hours: "21:00-08:00", holidays: [Festivus]}', "Festivus"),
        ('{id: a, hours: "21:00-08:00", clock: mine}', "“mine” is not known"),
        ('{id: a, hours: "21:00-08:00", concern: every}', "There is no field “concern”"),
        ('{hours: "21:00-08:00"}', "Is missing"),
    ],
)
def test_a_window_that_cannot_be_kept_is_refused(write, window, said):
    text = f"channel_restrictions: {{sms: {{quiet_hours: [{window}]}}}}"
    with pytest.raises(BundleError) as refused:
        read_bundle(write(text))
    assert any(said in str(problem) for problem in refused.value.problems)


def test_actions_stand_with_the_operator_and_with_verticals(write):
    rows = read_bundle(write(ACTIONS))
    assert rows.operator[0].unverified == {"policy": "block"}
    assert [row.unverified for row in rows.verticals] == [{"hours": "ignore", "data": "advise"}, {}]
    written = document(rows)
    assert written["unverified"] == {"policy": "block"}
    assert written["verticals"]["books"] == {
        "name": "Books",
        "unverified": {"hours": "ignore", "data": "advise"},
    }
    assert written["verticals"]["music"] == {"name": "Music"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unverified: {policy: shout}", "“shout” is not known"),
        ("unverified: {prices: block}", "There is no field “prices”"),
    ],
)
def test_an_action_that_is_none_is_refused(write, text, said):
    with pytest.raises(BundleError) as refused:
        read_bundle(write(text))
    assert any(said in str(problem) for problem in refused.value.problems)
