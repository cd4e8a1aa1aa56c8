"""The offers check, by tables of sentences about a garden centre's promotions."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.checks.offers import Offers
from compliance.gate.checks.offers.naming import TooManyOffersError
from compliance.gate.fixes import apply, choose
from compliance.gate.reading import Reading
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Facts,
    GateInput,
    OfferFact,
    PlaceFacts,
    Severity,
    ToneOverlay,
)
from locations.hours import ALWAYS, Schedule
from locations.offers import OfferTerms, standing
from tests.compliance.gate.checks.offer_cases import KEPT, RIGHT, TOLD, WRONG

NORTH, SOUTH = "qui-north", "qui-south"
BOTH = (NORTH, SOUTH)


def place(code, name, state):
    return PlaceFacts(
        code=code,
        name=f"Quillby {name}",
        vertical="retail",
        city=name,
        state=state,
        ownership="corporate",
        staffing="",
        phone="",
        address="",
        status="open",
        schedule=Schedule("America/New_York", (ALWAYS,) * 7),
        names=(f"Quillby {name}", name),
    )


HERE, THERE = place(NORTH, "Northfield", "US-PA"), place(SOUTH, "Southgate", "US-NJ")
OFFERS = [
    ("BULB30", "Bulb Bonanza", ("tulip deal",), "30% off spring bulbs",
     OfferTerms(date(2026, 10, 1), date(2026, 11, 20), (), BOTH)),
    ("ROSE10", "Rose Revival", ("rose week",), "$10 off any climbing rose",
     OfferTerms(date(2026, 9, 1), date(2026, 10, 18), (), BOTH)),
    ("HARVEST", "Harvest Hay Days", (), "two hay bales for $15",
     OfferTerms(date(2026, 9, 1), date(2026, 10, 31), (), BOTH)),
    ("WREATH", "Wreath Wednesday", ("wreath day",), "second wreath half price, Wednesdays only",
     OfferTerms(date(2026, 10, 1), date(2026, 12, 20), ("wed",), BOTH)),
    ("TRELLIS2", "Second Trellis Half Off", (), "second trellis 50% off",
     OfferTerms(date(2026, 10, 1), date(2026, 12, 31), (), BOTH)),
    ("FROST25", "First Frost Event", (), "$25 gift card with every $100 spent",
     OfferTerms(date(2026, 11, 14), date(2026, 11, 22), (), BOTH)),
    ("GREEN15", "Greenhouse Club 15", ("club discount",), "15% off houseplants for Club members",
     OfferTerms(date(2026, 1, 1), date(2026, 12, 31), (), (NORTH,), ("US-NJ",))),
    ("SHADE", "Southern Shade", (), "20% off patio umbrellas",
     OfferTerms(date(2026, 10, 1), date(2026, 12, 31), (), (SOUTH,))),
    ("TRIO", "Herb Trio", (), "three herb pots for the price of two",
     OfferTerms(date(2026, 6, 1), date(2026, 8, 31), (), BOTH)),
    ("STAY12", "Evergreen Thanks", ("evergreen credit",), "$12 off your next mulch delivery",
     OfferTerms(date(2026, 1, 1), date(2026, 12, 31), (), BOTH, save_offer=True)),
]  # fmt: skip


def case_of(
    draft,
    *,
    asked="",
    customer_state="US-PA",
    at="2026-11-02T14:00",
    save_offers=False,
    recent_days=0,
    told=OFFERS,
    policies=(),
):
    moment = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("America/New_York"))
    offers = []
    for code, name, aliases, terms_text, terms in told:
        now, reason = standing(
            terms,
            location=NORTH,
            location_state="US-PA",
            customer_state=customer_state,
            on=moment.date(),
            save_offers=save_offers,
            recent_days=recent_days,
        )
        offers.append(OfferFact(code, name, aliases, terms_text, terms, now.value, reason))
    facts = Facts(
        at=moment,
        brand=BrandFacts("quillby", "Quillby"),
        place=replace(HERE, policies=policies),
        customer=CustomerFacts(state=customer_state),
        elsewhere=(THERE,),
        offers=tuple(offers),
        save_offers=save_offers,
    )
    return GateInput(draft, facts, ChannelRules("email"), ToneOverlay(), customer_message=asked)


def find(draft, **options):
    return Offers().find(Reading(case_of(draft, **options)))


def faults(draft, **options):
    return [each for each in find(draft, **options) if each.severity is not Severity.ADVISE]


@pytest.mark.parametrize("draft", RIGHT)
def test_what_is_true_of_an_offer_passes(draft):
    assert faults(draft) == []


@pytest.mark.parametrize("draft", WRONG)
def test_what_is_not_true_of_an_offer_is_found(draft):
    assert faults(draft)


@pytest.mark.parametrize("draft", WRONG)
def test_mended_drafts_pass(draft):
    whole = f"Thank you for writing to us about your garden. {draft} Our team is glad to help."
    after = apply(whole, choose(faults(whole))).text
    assert after != whole
    assert faults(after) == []


@pytest.mark.parametrize(
    ("asked", "draft", "wrong"),
    [
        ("Is Rose Revival still on?", "Yes, it is still on!", True),
        ("Is Rose Revival still on?", "No, it ended on October 18.", False),
        ("Is Rose Revival still on?", "Yes, come by this week to use it.", True),
        ("Can I use BULB30 on Friday?", "Yes, that offer is valid until November 20.", False),
        ("Can I use BULB30 in December?", "Sure, the deal runs until December 31.", True),
        ("Do you have the rose deal?", "Absolutely, still running.", True),
        ("Where is the rose deal?", "Your order ships tomorrow.", False),
    ],
)
def test_the_offer_may_stand_in_the_question(asked, draft, wrong):
    assert bool(faults(draft, asked=asked)) is wrong


def test_an_offer_excluded_in_the_customers_state_is_found():
    draft = "Greenhouse Club 15 takes 15% off houseplants for members."
    assert faults(draft) == []
    assert faults(draft, customer_state="US-NJ")


@pytest.mark.parametrize(
    ("draft", "after"),
    [
        ("Bulb Bonanza gives you 40% off bulbs.", "Bulb Bonanza gives you 30% off bulbs."),
        ("Bulb Bonanza ends on November 30.", "Bulb Bonanza ends on November 20."),
        ("The First Frost Event starts on Saturday, November 7.",
         "The First Frost Event starts on Saturday, November 14."),
        ("A $25 gift card comes with every $75 in the First Frost Event from November 14.",
         "A $25 gift card comes with every $100 in the First Frost Event from November 14."),
    ],
)  # fmt: skip
def test_wrong_terms_are_replaced(draft, after):
    assert apply(draft, choose(faults(draft))).text == after


def test_an_offer_that_cannot_be_used_goes_with_what_leans_on_it():
    draft = "Shipping takes three days. Rose Revival is on. Just show this text."
    (found,) = faults(draft)
    assert apply(draft, found.edits).text == "Shipping takes three days."


@pytest.mark.parametrize(("draft", "truth"), TOLD)
def test_a_reply_of_nothing_else_tells_where_the_offer_stands(draft, truth):
    after = apply(draft, choose(faults(draft))).text
    assert truth in after
    assert faults(after) == []


@pytest.mark.parametrize(("draft", "after"), KEPT)
def test_the_rest_of_the_sentence_stays(draft, after):
    assert apply(draft, choose(faults(draft))).text == after


def test_a_discount_of_no_offer_is_noted():
    (found,) = find("I can give you 45% off your next fountain.")
    assert found.severity is Severity.ADVISE


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(draft):
    find(draft)


@given(
    st.lists(
        st.sampled_from(
            [
                "rose", "revival", "bulb", "bonanza", "30%", "off", "$10", "until", "ended", "not",
                "it", "november", "14", "starts", ".", ",", "but", "wednesday", "still", "on",
                "southgate", "here", "ROSE10", "get", "for", "two", "yes",
            ]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_jumble_of_the_grammars_words_is_read_without_an_error(words):
    draft = " ".join(words)
    for each in find(draft):
        assert each.excerpt == draft[each.start : each.end]


def test_a_flood_of_offers_is_refused_not_read_for_ever():
    with pytest.raises(TooManyOffersError):
        find("rose revival and bulb bonanza " * 500)


SAVING = [
    "Before you go: with Evergreen Thanks you get $12 off your next mulch delivery.",
    "Use code STAY12 and stay with us.",
    "We can take $12 off your next mulch delivery.",
    "Unfortunately Evergreen Thanks is not available to you.",
]


@pytest.mark.parametrize("draft", SAVING)
def test_a_save_offer_is_kept_for_tickets_of_its_classes(draft):
    (found,) = faults(draft)
    assert (found.rule, found.layer.value) == ("STAY12", "offer")
    assert "want to cancel" in found.message


@pytest.mark.parametrize("draft", SAVING[:3])
def test_a_save_offer_may_be_made_where_the_class_is_marked(draft):
    assert faults(draft, save_offers=True) == []


def test_a_save_offer_that_the_customer_names_may_be_denied():
    asked = "My neighbor got Evergreen Thanks. Can I have it too?"
    assert faults("Evergreen Thanks is not available for this order.", asked=asked) == []
    assert faults("Of course, Evergreen Thanks is yours.", asked=asked)


def test_taking_a_save_offer_out_does_not_name_it_again():
    draft = "Your roses ship tomorrow. Ask for Evergreen Thanks to get $12 off."
    (found,) = faults(draft)
    assert apply(draft, found.edits).text.strip() == "Your roses ship tomorrow."


def test_an_offer_that_ended_recently_is_over_like_any_other():
    draft = "Rose Revival gives you $10 off any climbing rose today."
    (recent,), (long_over,) = faults(draft, recent_days=30), faults(draft)
    assert recent == long_over
    assert faults("Rose Revival ended on October 18.", recent_days=30) == []
