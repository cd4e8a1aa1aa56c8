"""A brand with thousands of offers and places: what a text names is found, from either source."""

from datetime import UTC, date, datetime

import pytest

from compliance.gate.checks.offers.naming import mentions
from compliance.gate.text import Text
from compliance.gate.types import CustomerFacts
from compliance.models import ChannelRestriction
from drafting.context.assemble import assemble
from drafting.context.configuration import MemoryConfiguration, StoredConfiguration
from drafting.context.facts import offer_facts
from drafting.context.offers import MOST_OFFERS
from drafting.context.payload import Message
from locations.models import Brand, Location, Promotion, Vertical

NOON = datetime(2026, 11, 2, 17, 0, tzinfo=UTC)
ADJECTIVES = ["Amber", "Birch", "Copper", "Dusty", "Ember", "Frost", "Golden", "Hazel"]
ADJECTIVES += ["Ivory", "Juniper"]
NOUNS = ["Anchor", "Bridge", "Candle", "Dinghy", "Engine", "Feather", "Garden", "Harvest"]
NOUNS += ["Island", "Jigsaw"]
KINDS = ["Days", "Deal", "Festival", "Gala"]


def rows():
    brand = Brand(code="kite", name="Kite Coffee")
    shop = Vertical(code="shop", name="Shop")
    places = [
        Location(
            code=f"kite-{number:03}",
            name=f"Kite {ADJECTIVES[number % 10]} {NOUNS[number // 10]}",
            brand=brand,
            vertical=shop,
            city=f"Port {NOUNS[number % 7]}" if number else "Reno",
            state="US-OR",
            zone="UTC",
        )
        for number in range(100)
    ]
    offers = [
        Promotion(
            code=f"K{number}",
            brand=brand,
            name=f"{ADJECTIVES[number % 10]} {NOUNS[number // 10 % 10]} {KINDS[number // 100]}",
            aliases=[f"the {NOUNS[number // 10 % 10]}{number} thing"] if number % 3 else [],
            terms="5% off",
            start=date(2026, 1 + number % 12, 1),
            end=date(2026, 1 + number % 12, 20),
            locations=[places[number % 100].code] if number % 5 else [],
            excluded_states=["US-OR"] if number % 11 == 0 else [],
        )
        for number in range(400)
    ]
    for number in range(0, 390, 13):
        offers[number].replaced_by = offers[number + 7]
    channels = [ChannelRestriction(code="chat")]
    return {
        "brands": [brand],
        "verticals": [shop],
        "locations": places,
        "promotions": sorted(offers, key=lambda row: row.replaced_by is not None),
        "channels": channels,
    }


@pytest.fixture
def memory():
    kept = rows()
    return MemoryConfiguration(
        **{name: kept[name] for name in ("locations", "promotions", "channels")}
    )


@pytest.fixture
def stored(db):
    for kind in rows().values():
        for row in kind:
            for field in row._meta.concrete_fields:
                if field.is_relation:
                    setattr(row, field.name, getattr(row, field.name))
            row.save()
    return StoredConfiguration()


def payload(configuration, said, draft=""):
    return assemble(
        configuration,
        location="kite-000",
        channel="chat",
        at=NOON,
        customer=CustomerFacts(),
        messages=[Message("customer", said)],
        draft=draft,
    )


def codes(found):
    return {offer.code for offer in found.facts.offers}


SAID = [
    "Hello there",
    "Is the Amber Anchor Days thing still on?",
    "Is ambr anchor days still on? And the birch candle festval?",
    "code k37 and K 41, please",
    "the anchor1 thing, the Garden62 thing",
    "Do Kite Birch Bridge and the copper anchor open in Port Candle?",
    "port dinghy PORT-ENGINE Kite  Dusty  Dinghy",
    "Gólden Fèather gala / IVORY ISLAND, days",
    "",
]


@pytest.mark.parametrize("said", SAID)
def test_both_sources_choose_the_same(memory, stored, said):
    ours, theirs = payload(memory, said), payload(stored, said)
    assert ours.as_json() == theirs.as_json()
    assert ours.sha256 == theirs.sha256


@pytest.mark.parametrize("said", SAID)
def test_every_offer_that_the_gate_would_find_named_is_there(said):
    kept = rows()
    home = kept["locations"][0]
    everything = offer_facts(
        kept["promotions"], home=home, customer_state=None, save_offers=False, on=NOON.date()
    )
    sure = {each.offer.code for each in mentions(Text(said), everything) if each.how < 3}
    memory = MemoryConfiguration(
        **{name: kept[name] for name in ("locations", "promotions", "channels")}
    )
    for found in (payload(memory, said), payload(memory, "Hi", draft=said)):
        assert sure <= codes(found)


def test_a_payload_does_not_carry_thousands_of_offers(stored):
    found = codes(payload(stored, "Hello there"))
    assert 0 < len(found) < MOST_OFFERS
    # What ended long ago elsewhere is not there, what runs here is.
    assert "K10" in found
    assert "K1" not in found
    assert "K1" in codes(payload(stored, "Is Birch Anchor Days on?"))


def test_an_offer_that_was_chosen_brings_what_replaces_it(stored):
    found = {offer.code: offer for offer in payload(stored, "").facts.offers}
    linked = Promotion.objects.filter(code__in=found, replaced_by__isnull=False)
    assert linked
    assert all(row.replaced_by.code in found for row in linked)


def test_queries_stay_as_many(stored, django_assert_num_queries):
    for said in filter(None, SAID):
        with django_assert_num_queries(12):
            payload(stored, said)


def test_places_are_found_by_name_tail_and_city(stored):
    def found(said):
        return [place.code for place in payload(stored, said).facts.elsewhere]

    assert found("Does Kite Birch Anchor open?") == ["kite-001"]
    assert found("does the birch-anchor open") == ["kite-001"]
    assert found("birch") == []
    assert found("kite birch anchors") == []
    in_port = found("Are you in Port Anchor?")
    assert len(in_port) == 12
    assert in_port == sorted(in_port)
    assert found("Port Anchor, Kite Juniper Jigsaw") == [*in_port, "kite-099"]
