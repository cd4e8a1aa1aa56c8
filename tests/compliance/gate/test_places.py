"""Which location a sentence speaks of."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from compliance.gate.places import place_of
from compliance.gate.reading import Reading
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    Facts,
    GateInput,
    PlaceFacts,
    ToneOverlay,
)
from locations.hours import ALWAYS, Schedule


def place(code, name, city):
    return PlaceFacts(
        code, name, "shop", city, "US-OR", "corporate", "", "", "", "open",
        Schedule("America/Los_Angeles", (ALWAYS,) * 7), names=(name, city),
    )  # fmt: skip


OWN = place("own", "Old Mill", "Bend")
NORTH = place("north", "North Pier", "Astoria")
SOUTH = place("south", "South Gate", "Medford")


@pytest.mark.parametrize(
    ("draft", "words", "code"),
    [
        ("You have 45 days.", "45", "own"),
        ("At North Pier you have 45 days.", "45", "north"),
        ("North Pier takes them for 45 days, but here it is 30 days.", "30", "own"),
        ("North Pier gives 45 days and South Gate 60 days.", "45", "north"),
        ("North Pier gives 45 days and South Gate 60 days.", "60", "south"),
        ("It is 45 days in Astoria and 60 in Medford.", "45", "north"),
        ("It is 45 days in Astoria and 60 in Medford.", "60", "south"),
        ("You asked about North Pier. They take them for 45 days.", "45", "north"),
        ("You asked about North Pier. We take them for 45 days.", "45", "own"),
        ("Our Old Mill store takes them for 45 days.", "45", "own"),
        ("Our Medford branch, unlike ours, allows 45 days.", "45", "south"),
    ],
)
def test_names_decide_else_the_location_that_answers(draft, words, code):
    facts = Facts(
        at=datetime(2026, 11, 2, 12, tzinfo=ZoneInfo("America/Los_Angeles")),
        brand=BrandFacts("b", "B"),
        place=OWN,
        elsewhere=(NORTH, SOUTH),
    )
    reading = Reading(GateInput(draft, facts, ChannelRules("email"), ToneOverlay()))
    assert place_of(reading, draft.index(words)).code == code
