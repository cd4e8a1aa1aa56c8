"""Rules in the style of US consumer law apply when their conditions, places and dates say so.

The rules are reference data that is not part of the project.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.shape_check import shape_problems
from compliance.gate.standing import shape_of
from compliance.gate.types import (
    BindsOn,
    ChannelRules,
    CustomerFacts,
    GateInput,
    OrderFact,
    PolicyFact,
    RuleAction,
    Severity,
    ToneOverlay,
    Unit,
    Verdict,
)
from tests.compliance.gate.checks.test_claims import facts
from tests.compliance.gate.law_pack import FILE, law, pack

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the reference rules are not here")

TODAY = date(2026, 11, 3)


def where(state, *, city="", at=TODAY, customer=None, orders=(), licences=(), **terms):
    """Return the facts of a place that stores the given policy terms."""
    base = facts(state=f"US-{state}", vertical="retail")
    policies = tuple(
        PolicyFact(key, key, "", Unit.BOOLEAN if isinstance(value, bool) else Unit.COUNT, value)
        for key, value in terms.items()
    )
    licensed = tuple(f"US-{code}" for code in licences)
    return replace(
        base,
        at=datetime(at.year, at.month, at.day, 12, tzinfo=UTC),
        place=replace(base.place, city=city, policies=policies, licence_states=licensed),
        customer=CustomerFacts(code="c-1", state=f"US-{customer or state}", orders=orders),
    )


def order(days_ago=5, at=TODAY, total="40.00", channel="", **details):
    return OrderFact(
        "o-1",
        "b-1",
        "item",
        total,
        at - timedelta(days=days_ago),
        "done",
        channel=channel,
        details=tuple(details.items()),
    )


def run(rules, here, text=None, *, channel="email", message="", **case):
    """Gate the violating example of the first rule, or another text."""
    first = rules[0]
    here = replace(
        here,
        place=replace(
            here.place, vertical=first.verticals[0] if first.verticals else here.place.vertical
        ),
    )
    written = GateInput(
        first.examples[0] if text is None else text,
        here,
        ChannelRules(channel),
        ToneOverlay(),
        customer_message=message,
        **case,
    )
    return gate(written, compile_rules(tuple(rules)), checks=(Claims(), Disclosures()))


def severities(decision):
    return [each.severity for each in decision.findings]


@pytest.mark.parametrize("code", sorted(pack()))
def test_every_rule_can_be_asked(code):
    rule = law(code)
    assert not list(shape_problems(rule))
    dependent = rule.conditions or rule.permitted_when or rule.exemptions or rule.params
    assert (shape_of(rule) is not None) is bool(dependent)


# --- Conditional thresholds, evidence, exemptions ------------------------------------------------


@pytest.mark.parametrize(
    ("terms", "days", "fires"),
    [
        ({"meets_7day_refund_or_exchange": False}, 30, True),
        ({"meets_7day_refund_or_exchange": False}, 31, False),
        ({"meets_7day_refund_or_exchange": True}, 30, False),
        ({"meets_7day_refund_or_exchange": False, "policy_display_evidence": True}, 30, False),
        ({}, 30, True),
    ],
)
def test_california_asks_for_a_shown_policy_for_thirty_days(terms, days, fires):
    here = where("CA", orders=(order(days),), **terms)
    decision = run([law("us-ca-return-policy-display")], here)
    assert (decision.verdict is Verdict.BLOCK) is fires
    if fires:
        assert "It does not hold for: food, plants, flowers" in decision.findings[0].message


@pytest.mark.parametrize(
    ("total", "miles", "days", "fires"),
    [
        ("50000.00", 400, 3, True),
        ("50000.01", 400, 3, False),
        ("50000.00", 401, 3, False),
        ("50000.00", 400, 4, False),
    ],
)
def test_a_used_car_may_go_back_while_all_limits_are_kept(total, miles, days, fires):
    car = order(days, total=total, miles_since_sale=miles, used=True)
    decision = run([law("us-ca-used-car-3-day-cancel")], where("CA", orders=(car,)))
    assert bool(decision.findings) is fires


@pytest.mark.parametrize(
    ("place", "total", "fires"),
    [
        ("customer_home", "25.00", True),
        ("temporary_location", "100.00", False),
        ("temporary_location", "130.00", True),
        ("shop", "200.00", False),
    ],
)
def test_the_cooling_off_sum_depends_on_where_it_was_sold(place, total, fires):
    sale = order(1, total=total, place=place)
    assert bool(run([law("us-ftc-cooling-off")], where("WY", orders=(sale,))).findings) is fires


@pytest.mark.parametrize(
    ("details", "fires"),
    [
        ({"reloadable": True, "balance": 4.99}, True),
        ({"reloadable": True, "balance": 5}, False),
        ({"reloadable": False, "fraction_used": 0.9}, True),
        ({"reloadable": False, "fraction_used": 0.8}, False),
    ],
)
def test_massachusetts_counts_the_rest_of_a_card_in_two_ways(details, fires):
    here = where("MA", orders=(order(**details),))
    decision = run([law("us-ma-gift-certificate-cash-out")], here)
    assert bool(decision.findings) is fires


def test_drinks_may_be_cheaper_for_some_hours_that_were_posted():
    fine = {
        "promotion_hours_per_day": 4,
        "promotion_hours_per_week": 15,
        "promotion_posted_days_before": 7,
    }
    rule = law("us-il-drink-promotions")
    assert not run([rule], where("IL", **fine)).findings
    assert run([rule], where("IL", **{**fine, "promotion_hours_per_week": 16})).findings
    unsure = run([rule], where("IL")).findings[0].message
    assert "policy.promotion_hours_per_day" in unsure
    assert "private functions" in unsure


# --- Values by state -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "balance", "fires"),
    [
        ("CO", 5, True),
        ("CO", 5.01, False),
        ("ME", 5, False),
        ("ME", 4.99, True),
        ("RI", 1, False),
        ("CT", 2.99, True),
    ],
)
def test_a_small_balance_is_another_in_each_state(state, balance, fires):
    here = where(state, orders=(order(balance=balance),))
    assert bool(run([law("us-gift-card-cash-out-table")], here).findings) is fires


@pytest.mark.parametrize(
    ("state", "bought", "fires"),
    [
        ("CT", date(2026, 10, 31), True),  # three days
        ("CT", date(2026, 10, 30), False),
        ("NY", date(2026, 10, 29), True),  # three business days, over a weekend
        ("NY", date(2026, 10, 28), False),
    ],
)
def test_a_gyms_window_is_counted_as_its_state_does(state, bought, fires):
    joined = order((TODAY - bought).days)
    decision = run([law("us-gym-cooling-off-table")], where(state, orders=(joined,)))
    assert bool(decision.findings) is fires


def test_a_gift_within_the_states_cap_is_allowed():
    rule = law("us-insurance-no-rebate-inducement", examples=("we'll send you a gift card",))
    text = "Renew your policy today and we'll send you a gift card of $20."
    for state, fires in (("AZ", False), ("AL", True), ("GA", True)):
        assert bool(run([rule], where(state), text).findings) is fires


# --- Dates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "applying"),
    [
        (date(2026, 3, 31), "us-ca-gift-card-cash-out-10"),
        (date(2026, 4, 1), "us-ca-gift-card-cash-out-15"),
    ],
)
def test_the_law_of_the_drafts_day_counts(at, applying):
    both = [law("us-ca-gift-card-cash-out-15"), law("us-ca-gift-card-cash-out-10")]
    text = "Thanks for asking. Small balances stay on the card."
    both = [replace(rule, examples=("small balances stay on the card",)) for rule in both]
    here = where("CA", at=at, orders=(order(at=at, balance=9),))
    assert [found.rule for found in run(both, here, text).findings] == [applying]
    twelve = where("CA", at=at, orders=(order(at=at, balance=12),))
    assert bool(run(both, twelve, text).findings) is (at >= date(2026, 4, 1))


@pytest.mark.parametrize(
    ("issued", "fires"),
    [
        (date(2022, 12, 10), True),
        (date(2022, 12, 9), False),  # issued before the law
    ],
)
def test_new_york_protects_cards_issued_since_its_law(issued, fires):
    here = where("NY", orders=(order((TODAY - issued).days),))
    assert bool(run([law("us-ny-gift-card-nine-year")], here).findings) is fires


@pytest.mark.parametrize(("entered", "fires"), [("2025-07-01", True), ("2025-06-30", False)])
def test_contracts_entered_before_the_law_stay_as_they_are(entered, fires):
    here = where("CA", orders=(order(active=True, entered_or_amended_on=entered),))
    assert bool(run([law("us-ca-arl-no-obstruct-cancel")], here).findings) is fires


# --- Places, sales, licences ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "city", "severity"),
    [
        ("NY", "NYC", Severity.BLOCK),
        ("NY", "Brooklyn", Severity.BLOCK),
        ("NY", "Buffalo", None),
        ("PA", "Philadelphia", Severity.BLOCK),
        ("CA", "San Diego", None),
        ("CA", "", Severity.ADVISE),
    ],
)
def test_cash_must_be_taken_in_three_cities(state, city, severity):
    rule = law("us-local-must-accept-cash")
    decision = run([rule], where(state, city=city), "Our cafe is card only, no cash.")
    assert severities(decision)[:1] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("channel", "severities_found"),
    [("online", [Severity.BLOCK]), ("in_store", []), ("", [Severity.ADVISE])],
)
def test_a_web_order_brings_the_customers_refund_law(channel, severities_found):
    rule = law("us-hi-no-restocking-fee")
    here = where("WY", customer="HI", orders=(order(channel=channel),))
    assert severities(run([rule], here)) == severities_found


@pytest.mark.parametrize(
    ("licences", "fires"), [(("CA",), Verdict.MODIFY), (("NV",), Verdict.PASS), ((), Verdict.PASS)]
)
def test_a_licence_number_is_asked_of_who_holds_the_licence(licences, fires):
    rule = law("us-ca-insurance-license-in-email", text="CA licence 0X123.")
    decision = run([rule], where("WY", licences=licences))
    assert decision.verdict is fires
    assert bool(decision.findings) is (licences != ("NV",))


# --- Who sends, and when -------------------------------------------------------------------------


def test_a_bot_says_so_until_a_person_stands_behind_the_reply():
    rule = law("us-nj-bot-disclosure", text="This is an automated assistant.")
    here = where("NJ")
    assert run([rule], here, turn=1).verdict is Verdict.MODIFY
    assert run([rule], here, turn=1, human_reviewed=True).verdict is Verdict.PASS
    assert run([rule], here, turn=2).verdict is Verdict.PASS


def test_a_day_after_the_message_no_free_reply_goes_out():
    rule = law("platform-whatsapp-window-escalation")
    here = where("WY")
    for hours, verdict in ((25, Verdict.BLOCK), (23, Verdict.PASS)):
        asked = here.at - timedelta(hours=hours)
        assert run([rule], here, channel="whatsapp", asked_at=asked).verdict is verdict


# --- Rules beside each other ---------------------------------------------------------------------


def test_restaurants_in_california_say_their_fee_instead_of_the_general_rule():
    price = "The prix fixe is $65 per guest plus a $12 service fee."
    general = law("us-ca-total-price-sb478", examples=("plus a $12 service fee",))
    own = law(
        "us-ca-restaurant-fee-disclosure",
        examples=("service fee",),
        conditions="",
        text="The mandatory charge goes to the staff.",
        except_rules=("us-ca-total-price-sb478",),
    )
    assert run([own, general], where("CA"), price).verdict is Verdict.MODIFY
    shop = replace(own, verticals=("bar",))
    assert [found.rule for found in run([general, shop], where("CA"), price).findings] == [
        general.code
    ]


def test_a_save_offer_that_minnesota_bars_is_removed_not_accompanied():
    text = "Your membership ends today. Before you go, how about 30% off for three months?"
    shared = {"topic": "save-offers", "examples": ("how about 30% off",), "counter_examples": ()}
    beside = law(
        "us-ca-arl-save-offer-with-cancel-path",
        binds_on=BindsOn.EITHER,
        text="To cancel right now, reply CANCEL.",
        **shared,
    )
    barred = law(
        "us-mn-no-save-attempt", binds_on=BindsOn.EITHER, action=RuleAction.REMOVE, **shared
    )
    both = run([beside, barred], where("CA", customer="MN"), text)
    assert {found.rule for found in both.findings} == {beside.code, barred.code}
    assert both.text_after == "Your membership ends today."
    alone = run([beside, barred], where("CA"), text)
    assert alone.text_after == f"{text} To cancel right now, reply CANCEL."
