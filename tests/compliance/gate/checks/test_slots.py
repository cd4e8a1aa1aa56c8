"""A slot holds what is true of the location, or nothing goes out; a brace never does."""

import pytest

from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.checks.slots import Slots
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.slots import FACT_SLOTS, fill, slot_problems, term_slots
from compliance.gate.types import (
    ChannelRules,
    MissingValue,
    RuleMode,
    Severity,
    Verdict,
)
from tests.compliance.gate.checks.rule_makers import LOAN, due, place, reply
from tests.compliance.gate.checks.test_claims import rule, run

CANCEL = "Cancel any time at {cancel_url}."
URL = ("cancel_url", "https://brand.example/my_plan", "choice")


@pytest.mark.parametrize(
    ("text", "terms", "written"),
    [
        ("A {fee_pct} fee is added.", [("fee_pct", 18, "percent")], "A 18% fee is added."),
        ("It is {fee_usd} more.", [("fee_usd", 12.5, "money")], "It is $12.50 more."),
        ("Within {notice_days}.", [("notice_days", 3, "days")], "Within 3 days."),
        ("License #{licence_number}", [("licence_number", 1054321, "count")], "License #1054321"),
        ("Paid as {tender}.", [("tender", "store_credit", "choice")], "Paid as store credit."),
        (CANCEL, [URL], "Cancel any time at https://brand.example/my_plan."),
        ("By {firm}. Call.", [("firm", "Ash  &\nCo.", "text")], "By Ash & Co. Call."),
        ("{ fee_pct } and {fee_pct}", [("fee_pct", 2, "percent")], "2% and 2%"),
    ],
)
def test_a_policy_term_is_written_by_its_unit(text, terms, written):
    filled = fill(text, place(*terms))
    assert (filled.text, filled.missing) == (written, ())


def test_facts_of_the_place_and_the_brand_fill_slots():
    where = place(phone="555-0100", domain="brand.example")
    filled = fill("{brand.name}, {location.name}, {location.phone}, {location.city}", where)
    assert filled.text == "Brand, Brand One, 555-0100, Toledo"
    assert not [name for name in FACT_SLOTS if "customer" in name]


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ([], "Brand One has no value for it; enter one under Policy values"),
        ([("cancel_url", "none", "choice")], "cannot be written in a text"),
        ([("cancel_url", False, "boolean")], "cannot be written in a text"),
        ([("cancel_url", "see {link}", "text")], "cannot be written in a text"),
    ],
)
def test_a_missing_value_holds_the_reply_and_says_what_to_enter(terms, why):
    decision = run([due(text=CANCEL)], LOAN, where=place(*terms))
    assert decision.verdict is Verdict.BLOCK
    (found,) = decision.findings
    assert found.severity is Severity.BLOCK
    assert "{cancel_url}" in found.message
    assert why in found.message


def test_a_missing_fact_names_the_page_where_it_is_entered():
    decision = run([due(text="Call {location.phone}.")], LOAN)
    assert "Brand One has no phone; enter it on the location's page" in decision.findings[0].message


def test_a_missing_value_takes_the_claim_along_where_the_rule_says_so():
    asked = due(text=CANCEL, missing_value=MissingValue.REMOVE)
    decision = run([asked], f"{LOAN} We open at nine tomorrow.")
    assert (decision.verdict, decision.text_after) == (
        Verdict.MODIFY,
        "We open at nine tomorrow.",
    )
    # Where nothing else would be left, it holds.
    assert run([asked], LOAN).verdict is Verdict.BLOCK


def test_a_filled_text_goes_in_and_satisfies_its_rule():
    where = place(URL)
    link = "https://brand.example/my_plan"
    once = run([due(text=CANCEL)], f"{LOAN} We open at nine.", where=where)
    assert once.text_after == f"{LOAN} Cancel any time at {link}. We open at nine."
    assert run([due(text=CANCEL)], once.text_after, where=where).verdict is Verdict.PASS
    elsewhere = place(("cancel_url", "https://other.example", "choice"))
    assert run([due(text=CANCEL)], once.text_after, where=elsewhere).verdict is Verdict.MODIFY


def test_a_rewrite_has_slots_too():
    wording = "Gift cards are good for {card_years}."
    lapse = rule("gift cards expire", text=wording)
    text = "Your gift card expires in June. We open at nine."
    filled = run([lapse], text, where=place(("card_years", 5, "years")))
    assert filled.text_after == "Gift cards are good for 5 years. We open at nine."
    held = run([lapse], text)
    assert held.verdict is Verdict.BLOCK
    assert "{card_years}" in held.findings[0].message
    dropped = rule("gift cards expire", text=wording, missing_value=MissingValue.REMOVE)
    assert run([dropped], text).text_after == "We open at nine."


@pytest.mark.parametrize("mode", [RuleMode.SHADOW, RuleMode.FLAG])
def test_a_missing_value_of_a_rule_that_does_not_act_holds_nothing(mode):
    decision = run([due(text=CANCEL, mode=mode)], LOAN)
    assert decision.verdict is Verdict.PASS
    assert "{cancel_url}" in decision.findings[0].message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Call {location.fax}.", "{location.fax} is no slot"),
        ("Dear {customer.name},", "known of a customer"),
        ("Order {order.id}", "known of a customer"),
        ("Set {braces", "“{” stands alone"),
        ("{Cancel URL}", "{Cancel URL} is no slot"),
    ],
)
def test_what_no_value_could_mend_is_refused_on_save(text, why):
    assert why in " ".join(slot_problems(text))
    assert slot_problems("Call {location.phone} or see {cancel_url}.") == ()
    assert term_slots(("{location.phone} {cancel_url}", "{cancel_url}")) == ("cancel_url",)


@pytest.mark.parametrize("text", ["See {cancel_url}.", "Hi {{first_name}}!", "Hi {First.Name},"])
def test_a_slot_that_somebody_else_left_in_a_draft_never_goes_out(text):
    case = reply(text, ChannelRules("email"))
    assert gate(case, compile_rules(()), checks=(Slots(),)).verdict is Verdict.BLOCK


def test_a_slot_in_a_draft_is_filled_where_its_value_is_known():
    case = reply("See {cancel_url}.", ChannelRules("email"), where=place(URL))
    decision = gate(case, compile_rules(()), checks=(Slots(),))
    assert decision.text_after == "See https://brand.example/my_plan."


def test_no_reply_ever_holds_a_brace_of_a_rule():
    rules = compile_rules((due(text=CANCEL),))
    for terms in ([], [URL], [("cancel_url", "{x}", "text")]):
        case = reply(LOAN, ChannelRules("email"), where=place(*terms))
        decision = gate(case, rules, checks=(Claims(), Disclosures(), Slots()))
        assert "{" not in (decision.text_after or "")
