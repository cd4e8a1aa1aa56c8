"""When a rule applies: conditions, permissions, exemptions, values by state, places, sales."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from compliance.gate.jurisdiction import in_city
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import (
    BindsOn,
    ChannelRules,
    CustomerFacts,
    GateInput,
    OfferFact,
    OrderFact,
    PolicyFact,
    RuleAction,
    RuleKind,
    RuleMode,
    Severity,
    ToneOverlay,
    Unit,
    Verdict,
)
from locations.offers import OfferTerms
from tests.compliance.gate.checks.test_claims import facts, rule, run

REFUSES = "We looked at your lamp. All sales are final."
MENDED = "You can bring it back within 30 days."


def refusal(**fields):
    """Return a rule against refusing returns."""
    return rule(
        "all sales are final", text=MENDED, **{"examples": ("all sales are final",), **fields}
    )


def bought(on=date(2026, 7, 20), **fields):
    total, details = fields.pop("total", "20.00"), fields.pop("details", ())
    return OrderFact(
        "o-1", fields.pop("at", "b-1"), "lamp", total, on, "done", details=details, **fields
    )


def known(*orders, state="US-OH", **fields):
    return CustomerFacts(code="c-1", state=state, orders=orders, **fields)


def stored(where, **terms):
    units = {bool: Unit.BOOLEAN, int: Unit.COUNT}
    policies = tuple(
        PolicyFact(key, key, "", units.get(type(value), Unit.TEXT), value)
        for key, value in terms.items()
    )
    return replace(where, place=replace(where.place, policies=policies))


def with_customer(customer, **fields):
    return replace(facts(**fields), customer=customer)


# --- Conditions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "verdict"),
    [
        (date(2026, 7, 4), Verdict.MODIFY),  # the thirtieth day
        (date(2026, 7, 3), Verdict.PASS),
    ],
)
def test_a_rule_applies_while_its_conditions_hold(on, verdict):
    bound = refusal(conditions="purchase.age_days <= 30")
    assert run([bound], REFUSES, where=with_customer(known(bought(on)))).verdict is verdict


def test_evidence_that_is_stored_lets_a_refusal_stand():
    bound = refusal(conditions="location.sign_evidence is missing")
    assert run([bound], REFUSES).verdict is Verdict.MODIFY
    shown = stored(facts(), sign_evidence="photo of 2026-05-01")
    assert not run([bound], REFUSES, where=shown).findings


@pytest.mark.parametrize("kind", [RuleKind.PROHIBITED_CLAIM, RuleKind.DATA_HANDLING])
def test_what_is_unknown_counts_against_a_claim(kind):
    bound = refusal(kind=kind, conditions="purchase.age_days <= 30")
    decision = run([bound], REFUSES, where=with_customer(known()))
    assert decision.verdict is Verdict.MODIFY
    assert "order.age_days is unknown, so it is taken to apply" in decision.findings[0].message


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        (RuleKind.RESTRICTED_OFFER, RuleAction.REMOVE),
        (RuleKind.RESTRICTED_TOPIC, RuleAction.BLOCK),
        (RuleKind.REQUIRED_DISCLOSURE, RuleAction.INSERT_DISCLOSURE),
    ],
)
def test_what_is_unknown_is_a_note_on_other_rules(kind, action):
    bound = refusal(kind=kind, action=action, conditions="policy.license_shown is false")
    decision = run([bound], REFUSES)
    assert decision.verdict is Verdict.PASS
    (found,) = decision.findings
    assert found.severity is Severity.ADVISE
    assert "policy.license_shown is unknown, so this is only a note" in found.message


def test_contracts_from_before_the_law_are_left_alone():
    bound = refusal(conditions="order.detail.signed_on >= 2025-07-01")
    for signed, verdict in (("2025-07-01", Verdict.MODIFY), ("2025-06-30", Verdict.PASS)):
        where = with_customer(known(bought(details=(("signed_on", signed),))))
        assert run([bound], REFUSES, where=where).verdict is verdict


def test_the_order_that_is_spoken_of_decides():
    new, old = bought(date(2026, 8, 1)), replace(bought(date(2026, 1, 1)), id="o-2")
    where = with_customer(known(new, old))
    bound = refusal(conditions="purchase.age_days <= 30")
    assert not run([bound], REFUSES, where=where, message="My order (o-2) is too dark.").findings
    named = run([bound], REFUSES, where=where, message="Order o-1 is too dark.")
    assert "unknown" not in named.findings[0].message
    assert (
        "which order is meant is unknown" in run([bound], REFUSES, where=where).findings[0].message
    )


@pytest.mark.parametrize(("hour", "found"), [(23, False), (0, True)])
def test_a_law_begins_at_midnight_where_the_location_is(hour, found):
    begins = refusal(effective_from=date(2026, 8, 4))
    pacific = ZoneInfo("America/Los_Angeles")  # in UTC it is the fourth already
    at = datetime(2026, 8, 3 if hour else 4, hour, 30, tzinfo=pacific)
    where = replace(facts(), at=at)
    assert bool(run([begins], REFUSES, where=where).findings) is found


def test_a_person_who_sends_lifts_a_notice_about_machines():
    bound = rule(
        "mentions a sale",
        RuleAction.INSERT_DISCLOSURE,
        kind=RuleKind.REQUIRED_DISCLOSURE,
        examples=("on sale",),
        text="You are chatting with an automated assistant.",
        conditions="draft.human_reviewed is not true\nconversation.turn = 1",
    )

    def verdict(**fields):
        case = GateInput(
            "Lamps are on sale.", facts(), ChannelRules("chat"), ToneOverlay(), **fields
        )
        return gate(case, compile_rules((bound,))).verdict

    assert verdict(turn=1) is Verdict.MODIFY
    assert verdict(turn=2) is Verdict.PASS
    assert verdict(turn=1, human_reviewed=True) is Verdict.PASS


def test_a_rule_that_cannot_be_read_blocks_its_scope():
    broken = refusal(conditions="the purchase is new")
    decision = run([broken], "Hello there.")
    assert decision.verdict is Verdict.BLOCK
    assert "Line 1, character 1" in decision.faults[0].message


# --- Permissions and exemptions ------------------------------------------------------------------


def drinks(**fields):
    return rule(
        "drinks at half price",
        RuleAction.REMOVE,
        kind=RuleKind.RESTRICTED_OFFER,
        examples=("half-price drinks",),
        **fields,
    )


def test_a_restricted_offer_is_allowed_when_all_of_it_holds():
    text = "We open at five. Come for half-price drinks on Monday."
    bound = drinks(permitted_when="policy.hours_a_day <= 4\npolicy.posted_ahead is true")
    fine = stored(facts(), hours_a_day=4, posted_ahead=True)
    assert not run([bound], text, where=fine).findings
    assert run([bound], text, where=stored(facts(), hours_a_day=5, posted_ahead=True)).findings
    unsure = run([bound], text, where=stored(facts(), hours_a_day=4))
    assert unsure.verdict is Verdict.MODIFY
    assert "policy.posted_ahead is unknown" in unsure.findings[0].message


def test_an_exemption_is_a_condition_or_a_note_for_the_reviewer():
    bound = refusal(exemptions=("order.detail.custom_made is true", "food and perishables"))
    custom = with_customer(known(bought(details=(("custom_made", True),))))
    assert not run([bound], REFUSES, where=custom).findings
    plain = with_customer(known(bought(details=(("custom_made", False),))))
    (found,) = run([bound], REFUSES, where=plain).findings
    assert found.message.endswith("It does not hold for: food and perishables.")
    (unsure,) = run([bound], REFUSES).findings
    assert "It may be exempt (order.detail.custom_made is true)" in unsure.message
    assert unsure.severity is Severity.MODIFY


# --- Values by state -----------------------------------------------------------------------------

TABLE = (("US-CO", "<= $5.00"), ("US-ME", "$5.00"))


def cash_out(**fields):
    return rule(
        "gift cards cannot be exchanged for cash",
        text="A balance of $param can be paid out.",
        examples=("no cash for gift cards",),
        states=("US-CO", "US-ME", "US-VT"),
        binds_on=BindsOn.EITHER,
        conditions="order.detail.balance < $param",
        params=TABLE,
        **fields,
    )


@pytest.mark.parametrize(
    ("state", "balance", "after"),
    [
        ("US-CO", 5, "A balance of $5.00 can be paid out."),
        ("US-ME", 5, None),
        ("US-ME", 4.99, "A balance of $5.00 can be paid out."),
    ],
)
def test_each_state_has_its_own_value_in_conditions_and_text(state, balance, after):
    where = with_customer(known(bought(details=(("balance", balance),)), state=state), state=state)
    decision = run([cash_out()], "There is no cash for gift cards.", where=where)
    assert decision.text_after == (after or "There is no cash for gift cards.")


def test_a_state_without_a_value_writes_no_text():
    where = with_customer(known(bought(details=(("balance", 1),)), state="US-VT"), state="US-VT")
    decision = run([cash_out()], "There is no cash for gift cards.", where=where)
    assert decision.verdict is Verdict.BLOCK
    assert "the value for US-VT is unknown" in decision.findings[0].message
    assert "the value of $param for US-VT is to be entered" in decision.findings[0].message
    assert decision.findings[0].edits == ()


def test_of_two_states_the_one_that_forbids_counts():
    where = with_customer(known(bought(details=(("balance", 5),)), state="US-CO"), state="US-ME")
    decision = run([cash_out()], "There is no cash for gift cards.", where=where)
    assert decision.verdict is Verdict.MODIFY


# --- Places and sales ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "city", "found"),
    [
        ("US-NY", "New York City", True),
        ("US-NY", "NYC", True),
        ("US-NY", "Brooklyn", True),
        ("US-NY", "Albany", False),
        ("US-NJ", "New York City", False),
        ("US-NY", "", None),
        ("US-CA", "Fresno", False),
    ],
)
def test_a_citys_law_holds_in_that_city(state, city, found):
    bound = refusal(
        states=("US-NY", "US-CA"),
        localities=("US-NY/New York City", "US-CA/San Francisco"),
        binds_on=BindsOn.LOCATION,
    )
    where = facts(state=state)
    where = replace(where, place=replace(where.place, city=city))
    decision = run([bound], REFUSES, where=where)
    assert bool(decision.findings) is (found is not False)
    if found is None:
        assert decision.findings[0].severity is Severity.ADVISE


def test_a_city_of_another_state_is_another_city():
    assert in_city("US-PA", "Philly", "US-PA/Philadelphia")
    assert not in_city("US-MS", "Philadelphia", "US-PA/Philadelphia")


@pytest.mark.parametrize(
    ("orders", "binds"),
    [
        ((bought(channel="online"),), True),
        ((bought(at="online"),), True),
        ((bought(channel="in_store"),), False),
        ((bought(),), None),
        ((), None),
        ((bought(channel="online"), bought(channel="in_store")), None),
    ],
)
def test_a_sale_from_afar_brings_the_customers_law(orders, binds):
    bound = refusal(
        states=("US-CT",), binds_on=BindsOn.LOCATION, binds_on_remote_sale=BindsOn.EITHER
    )
    decision = run([bound], REFUSES, where=with_customer(known(*orders, state="US-CT")))
    assert bool(decision.findings) is (binds is not False)
    assert decision.verdict is (Verdict.MODIFY if binds else Verdict.PASS)


def test_where_the_store_is_both_laws_agree_on_it():
    bound = refusal(
        states=("US-CT",), binds_on=BindsOn.LOCATION, binds_on_remote_sale=BindsOn.EITHER
    )
    where = with_customer(known(bought()), state="US-CT")
    assert run([bound], REFUSES, where=where).verdict is Verdict.MODIFY


@pytest.mark.parametrize(
    ("licences", "severity"),
    [(("US-CA",), Severity.MODIFY), (("US-NV",), None), ((), Severity.ADVISE)],
)
def test_a_licence_binds_wherever_the_parties_are(licences, severity):
    bound = refusal(states=("US-CA",), binds_on=BindsOn.LICENCE)
    where = facts()
    where = replace(where, place=replace(where.place, licence_states=licences))
    found = run([bound], REFUSES, where=where).findings
    assert [each.severity for each in found] == ([severity] if severity else [])


# --- Rules that replace others -------------------------------------------------------------------

PRICE = "Prices of dishes are as on the menu, plus a service fee."


def fee(code, **fields):
    return replace(
        rule(
            "mentions a service fee",
            RuleAction.INSERT_DISCLOSURE,
            kind=RuleKind.REQUIRED_DISCLOSURE,
            examples=("service fee",),
            **{"text": f"This is the text of {code}.", **fields},
        ),
        code=code,
    )


def texts(decision):
    return [each.rule for each in decision.findings]


def test_a_rule_replaces_another_where_it_applies():
    general = fee("general")
    own = fee("restaurants", verticals=("restaurant",), except_rules=("general",))
    assert texts(run([general, own], PRICE, where=facts(vertical="restaurant"))) == ["restaurants"]
    assert texts(run([general, own], PRICE, where=facts(vertical="retail"))) == ["general"]


def test_what_is_in_doubt_or_on_trial_replaces_nothing():
    general = fee("general")
    doubt = fee("doubt", conditions="policy.small is true", except_rules=("general",))
    assert texts(run([general, doubt], PRICE)) == ["doubt", "general"]
    trial = fee("trial", mode=RuleMode.SHADOW, except_rules=("general",))
    assert texts(run([general, trial], PRICE)) == ["general", "trial"]
    unlike = fee("unlike", conditions="policy.small is missing", except_rules=("general",))
    assert texts(run([general, unlike], PRICE)) == ["unlike"]


def test_rules_that_replace_each_other_all_stay():
    first = fee("first", except_rules=("second",))
    second = fee("second", except_rules=("first",))
    assert texts(run([first, second], PRICE)) == ["first", "second"]


def test_a_rule_that_is_replaced_replaces_nothing():
    first = fee("first", except_rules=("second",))
    second = fee("second", except_rules=("third",))
    assert texts(run([first, second, fee("third")], PRICE)) == ["first", "third"]


# --- The strictest obligation of a topic ---------------------------------------------------------

OFFER = "We can cancel it for you. As a save offer, you would get a free month."
BOTH = {"topic": "cancelling", "examples": ("save offer",)}


def saves(code, action, text="", **fields):
    kind = (
        RuleKind.REQUIRED_DISCLOSURE
        if action is RuleAction.INSERT_DISCLOSURE
        else RuleKind.RESTRICTED_OFFER
    )
    made = rule("mentions a save offer", action, kind=kind, text=text, **{**BOTH, **fields})
    return replace(made, code=code)


def test_what_is_removed_beats_what_is_added_beside_it():
    beside = saves("beside", RuleAction.INSERT_DISCLOSURE, "You can still cancel now.")
    barred = saves("barred", RuleAction.REMOVE)
    decision = run([beside, barred], OFFER)
    assert texts(decision) == ["barred", "beside"]
    assert decision.text_after == "We can cancel it for you."


@pytest.mark.parametrize("topic", ["cancelling", ""])
def test_what_is_removed_beats_what_is_rewritten(topic):
    long = "Ask us about what we can do for you, at any time and in any of our shops."
    reworded = saves("a-reworded", RuleAction.REWRITE, long, topic=topic)
    barred = saves("b-barred", RuleAction.REMOVE, topic=topic)
    assert run([reworded, barred], OFFER).text_after == (
        "We can cancel it for you." if topic else f"We can cancel it for you. {long}"
    )


@pytest.mark.parametrize("codes", [("a", "b"), ("b", "a")])
def test_a_federal_wording_never_loosens_a_states(codes):
    floor, stricter = codes
    text = "Your gift card expires in June."
    five = replace(
        rule(
            "a gift card expires",
            text="Your gift card is good for five years at least.",
            topic="gift-card-expiry",
        ),
        code=floor,
    )
    never = replace(
        rule(
            "a gift card expires",
            text="Your gift card never expires.",
            topic="gift-card-expiry",
            states=("US-OH",),
            binds_on=BindsOn.LOCATION,
        ),
        code=stricter,
    )
    decision = run([five, never], text)
    assert sorted(texts(decision)) == ["a", "b"]
    assert decision.text_after == "Your gift card never expires."
    again = run([five, never], decision.text_after)
    assert (again.verdict, again.text_after) == (Verdict.PASS, decision.text_after)


def test_of_two_disclosures_the_more_specific_law_is_carried_out():
    national = fee("national", topic="fees", text="Service fees are included in the total price.")
    here = fee(
        "here",
        topic="fees",
        text="All fees go to our staff.",
        states=("US-OH",),
        binds_on=BindsOn.LOCATION,
    )
    decision = run([national, here], PRICE)
    assert texts(decision) == ["here", "national"]
    assert decision.text_after == f"{PRICE} All fees go to our staff."
    again = run([national, here], decision.text_after)
    assert again.verdict is Verdict.PASS


def test_a_text_that_says_it_all_serves_both_though_its_law_is_wider():
    here = fee(
        "here",
        topic="fees",
        text="All fees go to our staff.",
        states=("US-OH",),
        binds_on=BindsOn.LOCATION,
    )
    more = fee("more", topic="fees", text="All fees go to our staff. They are in the total price.")
    assert run([here, more], PRICE).text_after == f"{PRICE} {more.text}"


def test_a_rule_that_only_advises_settles_nothing():
    national = fee("national", topic="fees", text="Service fees are included in the total price.")
    flagged = fee(
        "flagged",
        topic="fees",
        text="All fees go to our staff.",
        states=("US-OH",),
        binds_on=BindsOn.LOCATION,
        mode=RuleMode.FLAG,
    )
    decision = run([national, flagged], PRICE)
    assert decision.text_after == f"{PRICE} {national.text}"


# --- Offers --------------------------------------------------------------------------------------


def test_an_offer_under_the_states_limit_is_no_gift_at_all():
    bound = rule(
        "a gift card for a quote",
        RuleAction.BLOCK,
        kind=RuleKind.RESTRICTED_OFFER,
        examples=("gift card for a quote",),
        states=("US-AL", "US-GA"),
        binds_on=BindsOn.EITHER,
        permitted_when="offer.amount <= $param",
        params=(("US-AL", "$15"), ("US-GA", "$0")),
    )
    welcome = OfferFact(
        "WELCOME",
        "Welcome gift",
        (),
        "A $10 gift card for a quote",
        OfferTerms(None, None),
        "active",
        "",
    )
    text = "With our Welcome gift you get a gift card for a quote."
    for state, verdict in (("US-AL", Verdict.PASS), ("US-GA", Verdict.BLOCK)):
        where = replace(facts(state=state, customer_state=state), offers=(welcome,))
        assert run([bound], text, where=where).verdict is verdict
