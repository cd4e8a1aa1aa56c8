"""Statements that no stored fact answers: what is noted, what is not, and what may follow."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import (
    ArticleFact,
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Decision,
    Facts,
    Finding,
    GateInput,
    Layer,
    OfferFact,
    OrderFact,
    PlaceFacts,
    PolicyFact,
    Severity,
    ToneOverlay,
    Unit,
    Verdict,
)
from compliance.gate.unverified import NOTES, Unverified, UnverifiedAction
from locations.hours import Schedule, TypedSchedule, parse_day
from locations.offers import OfferTerms

RULES = compile_rules(())
ZONE = "America/Denver"
OPEN = Schedule(ZONE, (parse_day("09:00-18:00"),) * 7)
PLACE = PlaceFacts(
    code="tel-golden",
    name="Tellurian Cycles Golden",
    vertical="bikes",
    city="Golden",
    state="US-CO",
    ownership="corporate",
    staffing="",
    phone="303-555-0114",
    address="8 Ford Street",
    status="active",
    schedule=OPEN,
    names=("Tellurian Cycles Golden", "Golden"),
    policies=(
        PolicyFact("return_window_days", "return window", "returns", Unit.DAYS, 30),
        PolicyFact("tune_up_fee_usd", "tune-up", "service", Unit.MONEY, 90),
        PolicyFact("second_bike_discount_pct", "second bike", "service", Unit.PERCENT, 20),
    ),
    services=(TypedSchedule("pickup", OPEN),),
)
LOVELAND = replace(
    PLACE, code="tel-loveland", name="Tellurian Cycles Loveland", city="Loveland", names=()
)
FACTS = Facts(
    at=datetime(2026, 11, 17, 12, tzinfo=ZoneInfo(ZONE)),
    brand=BrandFacts("tel", "Tellurian Cycles", "tellurian.example", "Chainring Club"),
    place=PLACE,
    elsewhere=(LOVELAND,),
    offers=(
        OfferFact(
            "FROST", "Frost Week", (), "$25 off overhauls", OfferTerms(None, None), "active", "runs"
        ),
    ),
    articles=(
        ArticleFact(
            "A1",
            "Storage",
            "Winter storage is $60 a month. The kitchen of our cafe closes at 3 p.m.",
            "usable",
            "",
        ),
    ),
)
KNOWN = CustomerFacts(
    code="k7",
    name="Ines Duarte",
    points=400,
    orders=(OrderFact("T-8841", "tel-golden", "gravel wheel", "310", date(2026, 11, 2), "ready"),),
)


def decide(
    text: str,
    message: str = "",
    *,
    customer: CustomerFacts | None = None,
    actions: Unverified = NOTES,
    sources: tuple[str, ...] = (),
    facts: Facts = FACTS,
) -> Decision:
    known = facts if customer is None else replace(facts, customer=customer)
    return gate(
        GateInput(
            text=text,
            facts=known,
            channel=ChannelRules("email"),
            tone=ToneOverlay(),
            customer_message=message,
            unverified=actions,
            sources=sources,
        ),
        RULES,
        budget_seconds=60,  # however busy the machine is
    )


def notes(decision: Decision) -> list[Finding]:
    return [found for found in decision.findings if found.rule.startswith("unverified:")]


NOTED = [
    ("A wheel truing costs $35.", "$35", "unverified:price", Layer.POLICY),
    ("Gift wrapping is $5 per box.", "$5", "unverified:price", Layer.POLICY),
    ("We add a $12 disposal fee.", "$12", "unverified:price", Layer.POLICY),
    ("Orders over $75 ship free.", "$75", "unverified:price", Layer.POLICY),
    ("Rentals are $40 a day.", "$40", "unverified:price", Layer.POLICY),
    (
        "Our frames come with a 2-year warranty.",
        "2-year",
        "unverified:warranty_months",
        Layer.POLICY,
    ),
    ("Delivery takes 3 days.", "3 days", "unverified:delivery_days", Layer.POLICY),
    ("Shipping takes 3 to 5 days.", "3 to 5 days", "unverified:shipping_days", Layer.POLICY),
    ("An 18% gratuity is added.", "18%", "unverified:gratuity_pct", Layer.POLICY),
    (
        "Refunds take 5 to 7 days to arrive.",
        "5 to 7 days",
        "unverified:refund_processing_days",
        Layer.POLICY,
    ),
    (
        "Gift cards are valid for 2 years.",
        "2 years",
        "unverified:gift_card_expiry_months",
        Layer.POLICY,
    ),
    (
        "Our phone line is answered until 7 p.m.",
        "phone line is answered until 7 p.m.",
        "unverified:hours:tel-golden:phone",
        Layer.HOURS,
    ),
    (
        "The drive-through is open until midnight.",
        "drive-through is open until midnight",
        "unverified:hours:tel-golden:drive_through",
        Layer.HOURS,
    ),
    ("Our Springfield store has it.", "Springfield", "unverified:location", Layer.POLICY),
    ("Try our shop in Estes Park.", "Estes Park", "unverified:location", Layer.POLICY),
    ("Take 15% off any helmet.", "15%", "unverified:offer", Layer.OFFER),
    ("Your order total was $58.20.", "$58.20", "unverified:total", Layer.DATA),
    ("You have 840 points.", "840 points", "unverified:points", Layer.DATA),
    ("You are a Gold member.", "Gold", "unverified:tier", Layer.DATA),
    ("Your order shipped yesterday.", "Your order shipped", "unverified:order", Layer.DATA),
    (
        "You bought the wheel on October 3, so you are in time.",
        "October 3",
        "unverified:order_date",
        Layer.DATA,
    ),
]


@pytest.mark.parametrize(("text", "excerpt", "rule", "layer"), NOTED)
def test_what_nothing_answers_is_a_note_on_a_draft_that_passes(text, excerpt, rule, layer):
    decision = decide(text)
    assert decision.verdict is Verdict.PASS
    assert decision.text_after == text
    (found,) = notes(decision)
    assert (found.excerpt, found.rule, found.layer) == (excerpt, rule, layer)
    assert found.severity is Severity.ADVISE
    assert decision.remaining == decision.findings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # a term, an article, an offer, an order or the customer says it
        ("A tune-up costs $90.", ""),
        ("Winter storage is $60 a month.", ""),
        ("Frost Week gives you $25 off overhauls.", ""),
        ("The second bike is 20% off.", ""),
        ("Yes, that is $35.", "Is truing $35?"),
        ("The kitchen closes at 3 p.m.", ""),
        # it follows from what is said
        ("Storage is $60 a month, so two months come to $120.", ""),
        # nobody states a price, a term or a record with it
        ("Does it cost $35?", ""),
        ("We do not charge $35.", ""),
        ("You can return it within 30 days for a refund.", ""),
        ("It takes 20 minutes to true a wheel.", ""),
        ("You saved $20.", ""),
        ("We have been here for 12 years.", ""),
        ("Pickup is open until 6 p.m.", ""),
        ("Call us by phone when you are close.", ""),
        ("We close at 6 p.m. and delivery is not offered.", ""),
        ("Our Golden store has it.", ""),
        ("Our store in Loveland has it.", ""),
        ("We do not have a Springfield store.", ""),
        ("Our Sunday shop hours are on the door.", ""),
        ("Once your order is ready, we will write to you.", ""),
        ("If your appointment is confirmed, come early.", ""),
        ("I am sorry that your order was delivered late.", "My order was delivered late."),
        ("You bought it on October 3, so you are in time.", "I bought it on October 3."),
        ("You paid $58.20.", "I paid $58.20."),
    ],
)
def test_what_something_answers_or_nobody_states_is_no_note(text, message):
    assert notes(decide(text, message)) == []


@pytest.mark.parametrize(
    "text",
    [
        "You can return it within 60 days.",
        "A tune-up costs $75.",
        "Pickup is open until 9 p.m. today.",
        "Use code SNOW44 for 30% off.",
    ],
)
def test_what_differs_from_a_fact_is_a_violation_and_never_unverified(text):
    decision = decide(text, actions=Unverified(*(UnverifiedAction.BLOCK,) * 5))
    assert notes(decision) == []
    assert any(found.severity is not Severity.ADVISE for found in decision.findings)


@pytest.mark.parametrize(
    "text", ["You have 840 points.", "Your order T-9913 is ready.", "Your wheel cost $200."]
)
def test_of_a_known_customer_a_wrong_record_is_a_violation(text):
    decision = decide(text, customer=KNOWN)
    assert notes(decision) == []
    assert decision.verdict is not Verdict.PASS


@pytest.mark.parametrize(("text", "excerpt", "rule", "layer"), NOTED)
def test_the_operator_decides_what_follows(text, excerpt, rule, layer):
    kind = {Layer.POLICY: "policy", Layer.HOURS: "hours", Layer.OFFER: "offer", Layer.DATA: "data"}
    mine = kind[layer]
    held = decide(text, actions=replace(NOTES, **{mine: UnverifiedAction.BLOCK}))
    assert held.verdict is Verdict.BLOCK
    assert [found.severity for found in notes(held)] == [Severity.BLOCK]
    silent = decide(text, actions=replace(NOTES, **{mine: UnverifiedAction.IGNORE}))
    assert (silent.verdict, silent.findings) == (Verdict.PASS, ())
    others = {part.name: UnverifiedAction.IGNORE for part in fields(Unverified)}
    others[mine] = UnverifiedAction.ADVISE
    assert len(notes(decide(text, actions=Unverified(**others)))) == 1


def test_a_source_in_doubt_follows_its_own_action():
    stale = replace(FACTS.articles[0], note="was to be reviewed on 2026-10-01")
    facts = replace(FACTS, articles=(stale,))
    (found,) = notes(decide("We will see you soon.", sources=("A1",), facts=facts))
    assert (found.rule, found.severity) == ("unverified:A1", Severity.ADVISE)
    held = decide(
        "We will see you soon.",
        sources=("A1",),
        facts=facts,
        actions=replace(NOTES, source=UnverifiedAction.BLOCK),
    )
    assert held.verdict is Verdict.BLOCK


def test_unknown_hours_of_a_day_follow_the_action_for_hours():
    unknown = Schedule(ZONE, (*(parse_day("09:00-18:00"),) * 6, parse_day("unknown")))
    facts = replace(FACTS, place=replace(PLACE, schedule=unknown))
    (found,) = notes(decide("We are open until 5 p.m. on Sunday.", facts=facts))
    assert found.rule == "unverified:hours:tel-golden"
    held = decide(
        "We are open until 5 p.m. on Sunday.",
        facts=facts,
        actions=replace(NOTES, hours=UnverifiedAction.BLOCK),
    )
    assert held.verdict is Verdict.BLOCK


def test_a_note_says_what_could_not_be_checked_and_which_row_to_fill():
    (found,) = notes(decide("Our frames come with a 2-year warranty."))
    assert found.message == (
        "“2-year” is stated of the warranty, for which Tellurian Cycles Golden has no policy "
        "term: add one, such as warranty_months, if it is right."
    )


def test_one_note_a_sentence():
    decision = decide("Truing costs $35 and a new rim is $80. Tubes are $9 each.")
    assert [found.excerpt for found in notes(decision)] == ["$35", "$9"]
