"""Knowledge sources: cited ones must be usable, unusable ones must not be restated."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from compliance.gate.checks.sources import Sources
from compliance.gate.reading import Reading
from compliance.gate.types import (
    ArticleFact,
    BrandFacts,
    ChannelRules,
    Facts,
    GateInput,
    Layer,
    OfferFact,
    PassageFact,
    PlaceFacts,
    Severity,
    ToneOverlay,
)
from locations.hours import ALWAYS, Schedule
from locations.offers import OfferTerms

NOW = ArticleFact("a-1", "Gym bags", "Lost bags are kept for 14 days at the desk.", "usable", "")
OLD = ArticleFact("a-2", "Gym bags (old)", "Lost bags are kept for 90 days at the desk.",
                  "deprecated", "replaced in May")  # fmt: skip
PART = ArticleFact(
    "a-4", "Towels", "Towels are washed every evening.", "usable", "",
    passages=(PassageFact("Towels may be borrowed for 3 hours at the pool.", "quarantined",
                          "says 3 hours; here it is 1 hour", "policy", "towel_hours"),),
    note="was due for review by 2026-10-01",
)  # fmt: skip
PROMO = ArticleFact("a-3", "Spring", "Spring Flex gives 3 months for $60.", "stale", "past review")
OFFER = OfferFact("FLEX", "Spring Flex", (), "3 months for $60", OfferTerms(None, None), "ended",
                  "ended")  # fmt: skip


def read(draft, sources=()):
    place = PlaceFacts(
        "elm", "Elm", "gym", "Salem", "US-OR", "corporate", "", "", "", "open",
        Schedule("America/Los_Angeles", (ALWAYS,) * 7),
    )  # fmt: skip
    facts = Facts(
        at=datetime(2026, 11, 2, 12, tzinfo=ZoneInfo("America/Los_Angeles")),
        brand=BrandFacts("gym", "Gym"),
        place=place,
        offers=(OFFER,),
        articles=(NOW, OLD, PROMO, PART),
    )
    case = GateInput(draft, facts, ChannelRules("email"), ToneOverlay(), sources=sources)
    return Sources().find(Reading(case))


@pytest.mark.parametrize(
    ("draft", "sources", "rule"),
    [
        ("Lost bags are kept for 90 days at the desk.", (), "a-2"),
        ("We keep lost bags at the desk for ninety days.", (), "a-2"),
        ("Lost bags are kept for 90 days at the desk.", ("a-2",), "a-2"),
        ("Anything at all.", ("a-99",), "a-99"),
    ],
)
def test_fires(draft, sources, rule):
    assert rule in {found.rule for found in read(draft, sources)}


@pytest.mark.parametrize(
    ("draft", "sources"),
    [
        ("Lost bags are kept for 14 days at the desk.", ("a-1",)),
        ("It took us 90 days to build the new desk.", ()),
        ("Your invoice is due in 90 days.", ()),
        ("We no longer keep lost bags for 90 days at the desk.", ()),
    ],
)
def test_passes(draft, sources):
    assert [found.rule for found in read(draft, sources)] == []


def test_an_unusable_source_that_left_no_trace_is_a_note():
    (found,) = read("See you soon.", ("a-2",))
    assert found.severity is Severity.ADVISE


def test_an_article_about_an_offer_fails_as_an_offer():
    found = read("Spring Flex gives 3 months for $60.", ("a-3",))
    assert {each.layer for each in found} == {Layer.OFFER}


def test_a_passage_that_may_not_be_used_is_not_restated_whether_it_is_cited_or_not():
    draft = "Towels may be borrowed for 3 hours at the pool."
    (found,) = read(draft)
    assert (found.rule, found.layer) == ("a-4", Layer.POLICY)
    assert "here it is 1 hour" in found.message
    cited = [each for each in read(draft, ("a-4",)) if "rests on a passage" in each.message]
    assert [each.severity for each in cited] == [Severity.MODIFY]


def test_what_may_be_used_of_an_article_is_fine_but_for_its_doubt():
    assert read("Towels are washed every evening.") == []
    (doubt,) = read("Towels are washed every evening.", ("a-4",))
    assert doubt.severity is Severity.ADVISE
    assert "was due for review" in doubt.message
