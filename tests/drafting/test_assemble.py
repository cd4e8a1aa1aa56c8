"""The payload: right for this place, customer and moment, and the same from either source."""

from datetime import UTC, date, datetime

import pytest

from compliance.gate.fingerprint import plain
from compliance.gate.types import CustomerFacts
from compliance.loading import UnknownChannelError
from compliance.models import ChannelRestriction, ToneOverlay
from drafting.backends.filling import Filling
from drafting.context.assemble import assemble
from drafting.context.configuration import (
    MOST_IN_A_CITY,
    MemoryConfiguration,
    StoredConfiguration,
    UnknownLocationError,
    names_of,
)
from drafting.context.customers import customer_facts, customer_from_snapshot
from drafting.context.payload import Message
from drafting.context.prompt import prompt_data
from drafting.models import Customer, TicketClass
from locations.models import (
    Brand,
    DatedHours,
    KnowledgeArticle,
    Location,
    PolicyTerm,
    PolicyValue,
    Promotion,
    Vertical,
    WeeklyHours,
)

NOON = datetime(2026, 11, 2, 17, 0, tzinfo=UTC)


def operator_rows():
    """A small operator of two trades; unsaved, linked rows."""
    brand = Brand(code="kite", name="Kite Coffee", domain="kite.example", confirm_holidays=["all"])
    other = Brand(code="oak", name="Oak Books")
    cafe = Vertical(code="cafe", name="Café")
    shop = Vertical(code="shop", name="Shop")
    locations = [
        Location(
            code=code,
            name=name,
            brand=of,
            vertical=trade,
            city=city,
            state=state,
            zone=zone,
            ownership=ownership,
        )
        for code, name, of, trade, city, state, zone, ownership in (
            (
                "kite-pier",
                "Kite Pier",
                brand,
                cafe,
                "Reno",
                "US-NV",
                "America/Los_Angeles",
                "franchise",
            ),
            (
                "kite-dock",
                "Kite Old Dock",
                brand,
                cafe,
                "Salem",
                "US-OR",
                "America/Los_Angeles",
                "corporate",
            ),
            (
                "oak-main",
                "Oak Main Street",
                other,
                shop,
                "Salem",
                "US-OR",
                "America/Los_Angeles",
                "corporate",
            ),
        )
    ]
    pier, dock, _ = locations
    refund = PolicyTerm(key="refund_window_days", unit="days")
    deposit = PolicyTerm(key="deposit_pct", unit="percent")
    bean = Promotion(code="BEAN", brand=brand, name="Bean Day", terms="10% off beans")
    cup = Promotion(
        code="CUP",
        brand=brand,
        name="Cup Day",
        terms="free cup",
        locations=["kite-dock"],
        replaced_by=bean,
    )
    return {
        "brands": [brand, other],
        "verticals": [cafe, shop],
        "locations": locations,
        "terms": [refund, deposit],
        "weekly_hours": [
            WeeklyHours(location=pier, mon="08:00-18:00", tue="closed"),
            WeeklyHours(location=pier, hours_type="pickup", mon="09:00-12:00"),
        ],
        "dated_hours": [
            DatedHours(location=pier, on=date(2026, 11, 26), hours="closed"),
            DatedHours(location=pier, on=date(2026, 12, 25), hours="regular"),
            DatedHours(location=pier, on=date(2026, 12, 25), hours="closed", hours_type="pickup"),
        ],
        "policy_values": [
            PolicyValue(term=refund, layer="vertical", vertical=cafe, value=7),
            PolicyValue(term=refund, layer="ownership", ownership="franchise", value=3),
            PolicyValue(term=refund, layer="location", location=dock, value=10),
            PolicyValue(term=deposit, layer="vertical", vertical=shop, value=20),
        ],
        "promotions": [
            bean,
            cup,
            Promotion(
                code="MUG",
                brand=brand,
                name="Mug Week",
                terms="free mug",
                end=date(2026, 10, 1),
                replaced_by=cup,
            ),
            Promotion(
                code="STAY",
                brand=brand,
                name="Stay Credit",
                terms="$5 off the next bag",
                kind="save_offer",
            ),
            Promotion(code="PAGE", brand=other, name="Page Day", terms="10% off books"),
        ],
        "articles": [
            KnowledgeArticle(
                code="kb-1", title="Beans", brand=brand, body="Fresh.", review_by=date(2026, 1, 1)
            ),
            KnowledgeArticle(
                code="kb-2", title="Cups", brand=brand, body="Big.", exclude=["kite-pier"]
            ),
            KnowledgeArticle(code="kb-3", title="Tea", brand=brand, body="Green."),
        ],
        "overlays": [
            ToneOverlay(
                code="cafe",
                vertical=cafe,
                contractions="use",
                exclamations_max=2,
                prohibited=["kindly"],
            ),
            ToneOverlay(code="pier", location=pier, exclamations_max=0, prohibited=["dude"]),
        ],
        "channels": [
            ChannelRestriction(code="chat", max_chars=900, flags=["no_html"]),
            ChannelRestriction(code="all", flags=["no_invisible_characters"]),
        ],
        "ticket_classes": [
            TicketClass(code="hours", name="Hours"),
            TicketClass(code="leaving", name="Leaving", save_offers=True),
        ],
    }


@pytest.fixture
def memory():
    rows = operator_rows()
    for name in ("brands", "verticals", "terms"):
        del rows[name]
    return MemoryConfiguration(**rows)


@pytest.fixture
def stored(db):
    for rows in operator_rows().values():
        for row in rows:
            for field in row._meta.concrete_fields:
                # Linked rows were saved before this one; take their keys over.
                if field.is_relation:
                    setattr(row, field.name, getattr(row, field.name))
            row.save()
    return StoredConfiguration()


def payload(configuration, *, location="kite-pier", said="Hi", customer=None, **changes):
    return assemble(
        configuration,
        location=location,
        channel=changes.pop("channel", "chat"),
        at=changes.pop("at", NOON),
        customer=customer or CustomerFacts(),
        messages=[Message("customer", said)],
        **changes,
    )


def policies(place):
    return {fact.key: (fact.value, fact.provenance.layer) for fact in place.policies}


def test_both_sources_give_the_same_payload(memory, stored):
    for said in ("Hi", "What about Salem?", "Is the Old Dock open on Sunday?"):
        ours, theirs = payload(memory, said=said), payload(stored, said=said)
        assert ours.as_json() == theirs.as_json()
        assert ours.sha256 == theirs.sha256


def test_another_moment_is_another_payload(memory):
    assert payload(memory).sha256 == payload(memory).sha256
    assert payload(memory).sha256 != payload(memory, at=NOON.replace(hour=18)).sha256


def test_the_moment_is_read_in_the_zone_of_the_place(memory):
    late = datetime(2026, 11, 3, 5, 0, tzinfo=UTC)
    assert payload(memory, at=late).facts.at.isoformat() == "2026-11-02T21:00:00-08:00"


def test_the_most_specific_policy_holds_and_says_where_it_stands(memory):
    assert policies(payload(memory).facts.place) == {"refund_window_days": (3, "ownership")}
    assert policies(payload(memory, location="kite-dock").facts.place) == {
        "refund_window_days": (10, "location")
    }
    assert policies(payload(memory, location="oak-main").facts.place) == {
        "deposit_pct": (20, "vertical")
    }


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("are you open?", []),
        ("and in SALEM?", ["kite-dock"]),
        ("I was at the old dock yesterday", ["kite-dock"]),
        ("Kite Old Dock charged me", ["kite-dock"]),
        ("Salemtown is nice", []),
        ("the pier is lovely", []),
    ],
)
def test_other_places_of_the_brand_that_are_named_come_along(memory, stored, said, expected):
    for configuration in (memory, stored):
        found = payload(configuration, said=said).facts.elsewhere
        assert [place.code for place in found] == expected


def test_a_place_named_only_by_the_draft_comes_along(memory):
    found = payload(memory, draft="Our Salem café keeps it for ten days.").facts.elsewhere
    assert [policies(place)["refund_window_days"] for place in found] == [(10, "location")]


def test_a_place_without_hours_is_unknown_not_closed(memory):
    week = payload(memory, location="kite-dock").facts.place.schedule.weekly
    assert {day.kind.value for day in week} == {"unknown"}


def test_says_what_was_left_out_and_why(memory):
    left = {(item.kind, item.code): item.reason for item in payload(memory).left_out}
    assert set(left) == {
        ("offer", "MUG"),
        ("offer", "CUP"),
        ("offer", "STAY"),
        ("article", "kb-1"),
        ("article", "kb-2"),
    }
    assert "October 1, 2026" in left["offer", "MUG"]
    assert "2026-01-01" in left["article", "kb-1"]
    assert "kite-pier" in left["article", "kb-2"]


def test_a_narrow_overlay_overrides_field_by_field(memory):
    tone = payload(memory).tone
    assert (tone.contractions, tone.exclamations_max) == ("use", 0)
    assert set(tone.prohibited) == {"kindly", "dude"}
    assert payload(memory, location="kite-dock").tone.exclamations_max == 2


def test_a_channel_has_its_own_restrictions_and_those_of_all(memory):
    channel = payload(memory).channel
    assert channel.max_chars == 900
    assert channel.flags == {"no_html", "no_invisible_characters"}


def test_unknown_places_and_channels_are_named(memory, stored):
    for configuration in (memory, stored):
        with pytest.raises(UnknownLocationError, match="kite-moon"):
            payload(configuration, location="kite-moon")
        with pytest.raises(UnknownChannelError, match="telex"):
            payload(configuration, channel="telex")


def test_the_number_of_queries_does_not_grow(stored, django_assert_num_queries):
    with django_assert_num_queries(13):
        payload(stored, said="What about Salem?")
    brand = Brand.objects.get(code="kite")
    cafe = Vertical.objects.get(code="cafe")
    Location.objects.bulk_create(
        Location(
            code=f"kite-{number}",
            name=f"Kite Salem {number}",
            brand=brand,
            vertical=cafe,
            city="Salem",
            state="US-OR",
            zone="America/Los_Angeles",
        )
        for number in range(50)
    )
    with django_assert_num_queries(13):
        found = payload(stored, said="What about Salem?").facts.elsewhere
    assert len(found) == MOST_IN_A_CITY


def test_names_leave_out_the_words_of_the_brand():
    rows = operator_rows()
    assert names_of(rows["locations"][1]) == ("Kite Old Dock", "Old Dock", "Salem")


def test_a_customer_survives_the_snapshot():
    record = Customer(
        code="c1",
        name="Ada Byron",
        state="US-NV",
        loyalty={"tier": "gold", "points": 12},
        orders=[
            {
                "id": "K-1",
                "location": "kite-pier",
                "item": "beans",
                "total": 12.5,
                "date": "2026-10-30",
                "status": "paid",
            }
        ],
        contacts=["2026-10-31 asked for a receipt"],
    )
    facts = customer_facts(record, "US-OR")
    assert (facts.state, facts.orders[0].total, facts.points) == ("US-OR", "12.50", 12)
    assert customer_from_snapshot(plain(facts)) == facts
    assert customer_facts(None, "US-NV") == CustomerFacts(state="US-NV")


# --- Offers --------------------------------------------------------------------------------------


def stands(payload):
    return {offer.code: offer.standing for offer in payload.facts.offers}


def reasons(payload):
    return {offer.code: (offer.reason, offer.replaced_by) for offer in payload.facts.offers}


def test_an_offer_that_ended_within_the_brands_window_ended_recently(memory, stored):
    for configuration in (memory, stored):
        assert stands(payload(configuration))["MUG"] == "ended"
        in_october = payload(configuration, at=NOON.replace(month=10, day=31))
        assert stands(in_october)["MUG"] == "recently_ended"


def test_an_ended_offer_names_the_first_of_its_replacements_that_can_be_used(memory, stored):
    for configuration in (memory, stored):
        told = reasons(payload(configuration))
        assert told["MUG"] == ("ended on October 1, 2026; offer Bean Day instead", "BEAN")
        assert told["CUP"] == ("does not run at kite-pier; offer Bean Day instead", "BEAN")
        assert told["BEAN"] == ("is active", "")


def test_a_save_offer_can_be_used_only_in_a_class_marked_for_it(memory, stored):
    for configuration in (memory, stored):
        assert stands(payload(configuration))["STAY"] == "not_for_this_ticket"
        plainly = payload(configuration, ticket_class="hours")
        assert (stands(plainly)["STAY"], plainly.facts.save_offers) == (
            "not_for_this_ticket",
            False,
        )
        leaving = payload(configuration, ticket_class="leaving")
        assert (stands(leaving)["STAY"], leaving.facts.save_offers) == ("active", True)
        unknown = payload(configuration, ticket_class="no such class")
        assert not unknown.facts.save_offers


def test_a_model_hears_of_offers_that_ended_recently_and_of_what_runs_instead(memory):
    told = prompt_data(payload(memory, at=NOON.replace(month=10, day=31)), customer_fields=())
    assert {offer["code"] for offer in told["offers"]} == {"BEAN"}
    assert told["offers_not_usable"] == [
        {"name": "Cup Day", "why": "does not run at kite-pier; offer Bean Day instead"},
        {"name": "Mug Week", "why": "ended on October 1, 2026; offer Bean Day instead"},
    ]
    later = prompt_data(payload(memory, at=NOON), customer_fields=())
    assert [offer["name"] for offer in later["offers_not_usable"]] == ["Cup Day"]


def test_a_composed_reply_says_what_runs_in_place_of_the_offer_asked_for(memory):
    asked = payload(memory, said="Is the Mug Week still on?")
    assert Filling(asked).value("offers.unavailable") == (
        "Mug Week ended on October 1, 2026, and Bean Day (10% off beans) is on instead"
    )


def test_a_composed_reply_says_nothing_of_a_save_offer_that_is_asked_for(memory):
    asked = payload(memory, said="Can I have the Stay Credit?")
    assert Filling(asked).value("offers.unavailable") is None
    assert Filling(asked).value("offers.asked") is None


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Kite Corner House Nob Hill", ["Corner House Nob Hill", "Nob Hill"]),
        ("Kite Bakery Over-the-Rhine", ["Bakery Over-the-Rhine", "Over-the-Rhine"]),
        ("Kite Pier", ["Pier"]),
        ("Kite Old Town Center", ["Old Town Center"]),
        ("Corner House", []),
    ],
)
def test_a_place_is_called_by_the_street_or_quarter_that_ends_its_name(name, others):
    place = Location(name=name, city="Erie", brand=Brand(name="Kite"))
    assert names_of(place) == (name, *others, "Erie")
