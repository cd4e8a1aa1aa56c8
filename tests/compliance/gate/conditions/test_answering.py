"""An answer is yes, no or unknown; what decides is never undone by what is unknown beside it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.conditions.answering import Asked, answer
from compliance.gate.conditions.business_days import business_days_since
from compliance.gate.conditions.checking import compile_conditions
from compliance.gate.conditions.fields import DraftFacts, View
from compliance.gate.types import (
    BrandFacts,
    CustomerFacts,
    Facts,
    OfferFact,
    OrderFact,
    PlaceFacts,
    PolicyFact,
    Unit,
)
from locations.hours import ALWAYS, Schedule
from locations.offers import OfferTerms

TODAY = datetime(2026, 8, 3, 12, tzinfo=UTC)  # a Monday


def order(on=date(2026, 7, 20), **fields):
    return OrderFact("o-1", "b-1", "lamp", fields.pop("total", "20.00"), on, "done", **fields)


def offer(terms, **fields):
    return OfferFact(
        "LAMP", "Lamp days", (), terms, OfferTerms(None, date(2026, 8, 31)), "active", "", **fields
    )


def policy(key, value, unit):
    return PolicyFact(key, key, "", unit, value)


def view(*policies, customer=None, draft=None):
    facts = Facts(
        at=TODAY,
        brand=BrandFacts("b", "Brand"),
        place=PlaceFacts(
            code="b-1",
            name="Brand One",
            vertical="retail",
            city="Toledo",
            state="US-OH",
            ownership="franchise",
            staffing="",
            phone="",
            address="",
            status="open",
            schedule=Schedule(zone="America/New_York", weekly=(ALWAYS,) * 7),
            policies=policies,
        ),
        customer=customer or CustomerFacts(),
    )
    return View(facts, draft or DraftFacts(channel="email"))


def ask(text, looked=None, state=None, params=None, **asked):
    return answer(compile_conditions(text, params or {}), looked or view(), Asked(**asked), state)


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("order.age_days <= 14", True),
        ("order.age_days < 14", False),
        ("order.age_days <= 2 weeks", True),
        ("order.age <= 2 weeks", True),
        ("order.age < 14 days", False),
        ("order.age <= 10 business days", True),
        ("order.age_business_days = 10", True),
        ("order.amount <= $20", True),
        ("order.amount < 20", False),
        ("order.date >= 2026-07-20", True),
        ("order.date > 2026-07-20", False),
        ("order.channel = in store", True),
        ("order.channel in (online, phone)", False),
        ("order.channel not in (online, phone)", True),
        ("order.detail.balance < $5", True),
        ("order.detail.issued_on >= 2022-12-10", True),
        ("order.detail.reloadable is false", True),
        ("order.detail.gift_card_kind is missing", True),
        ("order.detail.colour = blue", None),
        ("purchase.status != shipped", True),
    ],
)
def test_an_order_answers(line, holds):
    bought = order(
        channel="in_store",
        details=(("Balance", 4.99), ("issued on", "2022-12-10"), ("reloadable", False)),
    )
    assert ask(line, orders=(bought,)).holds is holds


@pytest.mark.parametrize(
    ("bought", "holds"),
    [(date(2021, 8, 4), True), (date(2021, 8, 3), False), (date(2021, 8, 2), False)],
)
def test_years_are_counted_by_the_calendar(bought, holds):
    assert ask("order.age < 5 years", orders=(order(bought),)).holds is holds


def test_the_last_day_of_a_month_is_followed_by_a_last_day():
    leap = order(date(2024, 2, 29))
    assert ask("order.age >= 29 months", orders=(leap,)).holds
    assert not ask("order.age >= 30 months", orders=(leap,)).holds


def test_business_days_leave_out_weekends_and_federal_holidays():
    # Friday, 3 July 2026 is the observed Independence Day.
    assert business_days_since(date(2026, 7, 2), date(2026, 7, 6)) == 1
    assert business_days_since(date(2026, 12, 31), date(2027, 1, 4)) == 1
    assert business_days_since(date(2026, 7, 6), date(2026, 7, 2)) == 0


@pytest.mark.parametrize(
    ("stored", "unit", "line", "holds"),
    [
        (30, Unit.DAYS, "policy.x >= 30 days", True),
        (30, Unit.DAYS, "policy.x >= 4 weeks", True),
        (30, Unit.DAYS, "policy.x >= 30", True),
        (30, Unit.DAYS, "policy.x >= 1 month", None),
        (30, Unit.DAYS, "policy.x >= $30", None),
        (24, Unit.MONTHS, "policy.x = 2 years", True),
        (15, Unit.PERCENT, "policy.x < 20%", True),
        (15, Unit.PERCENT, "policy.x < $20", None),
        (5.5, Unit.MONEY, "policy.x <= $5.50", True),
        (True, Unit.BOOLEAN, "policy.x is true", True),
        (False, Unit.BOOLEAN, "policy.x is stored", False),
        (False, Unit.BOOLEAN, "policy.x is missing", True),
        ("none", Unit.TEXT, "policy.x is missing", True),
        ("store_credit", Unit.CHOICE, "policy.x = store credit", True),
        (("cash", "card"), Unit.LIST, "policy.x = Cash", True),
        (("cash", "card"), Unit.LIST, "policy.x != cheque", True),
        ("soon", Unit.TEXT, "policy.x < 3", None),
    ],
)
def test_a_policy_term_answers_in_its_own_unit(stored, unit, line, holds):
    assert ask(line, view(policy("x", stored, unit))).holds is holds
    assert ask(line.replace("policy.", "location."), view(policy("x", stored, unit))).holds is holds


def test_what_is_not_stored_is_unknown_and_named():
    told = ask("policy.sign_posted is true")
    assert told.holds is None
    assert told.unknown == ("policy.sign_posted",)
    assert ask("customer.consent.sms is true").holds is None
    assert ask("order.age_days < 3").holds is None


@pytest.mark.parametrize("value", [True, False, None])
def test_is_not_true_holds_wherever_it_is_not_known_to_be_true(value):
    looked = view(*([policy("x", value, Unit.BOOLEAN)] if value is not None else []))
    assert ask("policy.x is not true", looked).holds is (value is not True)
    assert ask("policy.x is not false", looked).holds is (value is not False)


def test_the_case_itself_answers():
    known = CustomerFacts(
        code="c",
        state="US-NY",
        tier="gold",
        points=840,
        consents=(("Marketing SMS", False),),
        tickets_here=2,
    )
    looked = view(
        customer=known,
        draft=DraftFacts(
            length=90,
            human_reviewed=True,
            turn=1,
            channel="sms",
            asked_at=datetime(2026, 8, 2, 11, tzinfo=UTC),
        ),
    )
    for line in (
        "customer.known is true",
        "customer.state = US-NY",
        "customer.tier in (gold, silver)",
        "customer.points >= 840",
        "customer.tickets_here = 2",
        "customer.consent.marketing_sms is false",
        "location.vertical = retail",
        "location.ownership = franchise",
        "location.city = toledo",
        "brand.code = b",
        "channel.code = sms",
        "draft.length <= 90",
        "draft.human_reviewed is true",
        "conversation.turn = 1",
        "conversation.hours_since_message > 24",
        "conversation.wants_to_leave is false",
        "moment.date = 2026-08-03",
        "moment.time >= 08:00",
    ):
        assert ask(line, looked).holds is True, line
    assert ask("customer.tickets_here = 0").holds is None  # a stranger's history is not known


def test_offers_and_stated_amounts_answer():
    fifteen = offer("$15 off any lamp")
    assert ask("offer.amount <= $15", offers=(fifteen,)).holds
    assert ask("offer.ends_on > 2026-08-03", offers=(fifteen,)).holds
    assert ask("offer.starts_on is missing", offers=(fifteen,)).holds
    several = offer("$15 off over $80")
    assert ask("offer.amount <= $15", offers=(several,)).holds is None
    assert ask("draft.amount < $20", amounts=(Decimal(15), Decimal(19))).holds
    assert ask("draft.percent < 20%").holds is None


def test_several_orders_must_answer_alike():
    new, old = order(date(2026, 8, 1)), order(date(2026, 1, 1))
    assert ask("order.age_days <= 30", orders=(new, new)).holds is True
    told = ask("order.age_days <= 30", orders=(new, old))
    assert told.holds is None
    assert told.unknown == ("which order is meant",)


def test_all_conditions_are_asked_of_one_and_the_same_order():
    new_and_dear = order(date(2026, 8, 1), total="90.00")
    old_and_cheap = order(date(2026, 1, 1), total="10.00")
    both = "order.age_days <= 30\norder.amount < $50"
    assert ask(both, orders=(new_and_dear, old_and_cheap)).holds is False


def test_the_value_is_that_of_the_state():
    params = {"US-CO": "<= $5", "US-ME": "$5"}
    five = order(details=(("balance", 5),))
    line = "order.detail.balance < $param"
    assert ask(line, state="US-CO", params=params, orders=(five,)).holds is True
    assert ask(line, state="US-ME", params=params, orders=(five,)).holds is False
    told = ask(line, state="US-WA", params=params, orders=(five,))
    assert told.holds is None
    assert told.unknown == ("the value for US-WA",)


@given(
    st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=5),
    st.booleans(),
)
def test_unknown_never_hides_what_decides(answers, every):
    policies = [
        policy(f"p{number}", value, Unit.BOOLEAN)
        for number, value in enumerate(answers)
        if value is not None
    ]
    lines = [f"  policy.p{number} is true" for number in range(len(answers))]
    told = ask("\n".join([f"{'all' if every else 'any'} of:", *lines]), view(*policies))
    deciding = not every
    if deciding in answers:
        assert told.holds is deciding
    elif None in answers:
        assert told.holds is None
        assert len(told.unknown) == answers.count(None)
    else:
        assert told.holds is every
