"""Where a disclosure goes in, how often, in which order, and what happens without room."""

from dataclasses import replace

import pytest

from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import ChannelRules, Placement, Verdict
from tests.compliance.gate.checks.rule_makers import LOAN, RATES, due, reply
from tests.compliance.gate.checks.test_claims import run

READERS = (Claims(), Disclosures())
EMAIL = ChannelRules("email")
OPEN = "We open at nine."


def gated(rules, case):
    """The decision, after making sure that gating its text again changes nothing."""
    ruleset = compile_rules(tuple(rules))
    decision = gate(case, ruleset, checks=READERS, budget_seconds=60)
    if decision.text_after is not None:
        again = gate(
            replace(case, text=decision.text_after), ruleset, checks=READERS, budget_seconds=60
        )
        assert (again.verdict, again.text_after) == (Verdict.PASS, decision.text_after)
    return decision


@pytest.mark.parametrize(
    ("placement", "text", "after"),
    [
        (Placement.AFTER, f"{LOAN} {OPEN}", f"{LOAN} {RATES} {OPEN}"),
        (Placement.START, f"{LOAN} {OPEN}", f"{RATES} {LOAN} {OPEN}"),
        (Placement.START, f"Hi Dana,\n\n{LOAN}", f"Hi Dana,\n\n{RATES} {LOAN}"),
        (Placement.START, f"Hello Dana! {LOAN}", f"Hello Dana! {RATES} {LOAN}"),
        (Placement.START, f"Hi Dana, {LOAN}", f"{RATES} Hi Dana, {LOAN}"),
        (Placement.END, f"{LOAN} {OPEN}", f"{LOAN} {OPEN} {RATES}"),
        (Placement.END, f"{LOAN} {OPEN}\n", f"{LOAN} {OPEN} {RATES}\n"),
        (
            Placement.END,
            f"{LOAN} {OPEN}\n\nKind regards,\nBrand One",
            f"{LOAN} {OPEN} {RATES}\n\nKind regards,\nBrand One",
        ),
        (
            Placement.END,
            f"{LOAN} {OPEN} Reply STOP to opt out.",
            f"{LOAN} {OPEN} {RATES} Reply STOP to opt out.",
        ),
    ],
)
def test_it_goes_where_the_rule_wants_it(placement, text, after):
    assert gated([due(placement=placement)], reply(text, EMAIL)).text_after == after


def test_what_is_no_sentence_is_closed_from_what_follows():
    licence = due(text="License 10-331")
    assert gated([licence], reply(f"{LOAN} {OPEN}", EMAIL)).text_after == (
        f"{LOAN} License 10-331. {OPEN}"
    )
    link = due(text="Terms: https://brand.example/t")
    assert gated([link], reply(LOAN, EMAIL)).text_after == f"{LOAN} Terms: https://brand.example/t"


def test_several_stand_in_the_order_of_their_rules():
    rules = [
        due("C", text="Third text."),
        due("A", text="First text."),
        due("B", text="Second text."),
        due("E", text="Last of all.", placement=Placement.END),
        due("D", text="End one.", placement=Placement.END),
        due("F", text="Opening.", placement=Placement.START),
    ]
    assert gated(rules, reply(f"{LOAN} {OPEN}", EMAIL)).text_after == (
        f"Opening. {LOAN} First text. Second text. Third text. {OPEN} End one. Last of all."
    )


def test_a_text_within_another_goes_in_once_and_satisfies_both():
    whole = due("A", text=f"Loans need approval, and {RATES.lower()}")
    part = due("B", text=RATES)
    decision = gated([whole, part], reply(LOAN, EMAIL))
    assert decision.text_after == f"{LOAN} {whole.text}"
    assert {found.rule: found.edits for found in decision.findings}.keys() == {"A", "B"}
    assert decision.findings[0].edits == decision.findings[1].edits


def test_a_text_that_mentions_what_another_rule_asks_for_serves_it():
    whole = due("A", text="Loans need approval and rates may change at any time.")
    part = due("B", text="Please note: rates are not fixed.", must_mention=("rates may change",))
    assert gated([part, whole], reply(LOAN, EMAIL)).text_after == f"{LOAN} {whole.text}"


def test_one_text_for_two_goes_to_the_earlier_place():
    rules = [due("A"), due("B", placement=Placement.START)]
    assert gated(rules, reply(LOAN, EMAIL)).text_after == f"{RATES} {LOAN}"


def test_once_per_conversation_is_enough_where_the_rule_says_so():
    before = ("Hi Dana, loans start at 6%. Rates may change at any time.",)
    once = due(once_per_conversation=True)
    assert gated([once], reply(LOAN, EMAIL, earlier=before)).verdict is Verdict.PASS
    assert gated([once], reply(LOAN, EMAIL, earlier=("Hi Dana.",))).verdict is Verdict.MODIFY
    assert gated([due()], reply(LOAN, EMAIL, earlier=before)).verdict is Verdict.MODIFY
    other = due(once_per_conversation=True, must_mention=("may change",))
    said = ("Our rates may change.",)
    assert gated([other], reply(LOAN, EMAIL, earlier=said)).verdict is Verdict.PASS


# --- Room --------------------------------------------------------------------------------------

LONG = "Every loan is subject to credit approval, and the rate may change before it is signed."


def sms(most):
    return ChannelRules("sms", max_chars=most)


def test_a_long_text_rather_takes_the_claim_along_than_half_the_channel():
    decision = gated([due(text=LONG)], reply(f"{LOAN} {OPEN}", sms(160)))
    assert len(f"{LOAN} {OPEN} {LONG}") < 160
    assert decision.text_after == OPEN


def test_its_short_form_goes_in_instead():
    asked = due(text=LONG, short_text="Rate may change.")
    decision = gated([asked], reply(f"{LOAN} {OPEN}", sms(160)))
    assert decision.text_after == f"{LOAN} Rate may change. {OPEN}"
    assert LONG in gated([asked], reply(f"{LOAN} {OPEN}", sms(400))).text_after


def test_where_the_claim_is_all_there_is_the_long_text_goes_in_if_it_fits():
    decision = gated([due(text=LONG)], reply(LOAN, sms(160)))
    assert decision.text_after == f"{LOAN} {LONG}"


def test_without_any_room_it_blocks_and_says_why():
    decision = gated([due(text=LONG)], reply(LOAN, sms(60)))
    assert decision.verdict is Verdict.BLOCK
    assert "no room for it: sms carries 60 characters" in decision.findings[0].message


def test_several_share_the_room_and_the_one_without_takes_its_claim_along():
    first = due("A", text="Rates may change.")
    second = due("B", "mentions a gift card", text="Gift cards never expire, as the law asks.")
    text = f"{LOAN} {OPEN} We sell gift cards too."
    decision = gated([first, second], reply(text, sms(len(text) + 25)))
    assert decision.text_after == f"{LOAN} Rates may change. {OPEN}"


def test_a_rule_that_only_watches_takes_no_room():
    watching = due("A", text="Rates may change, as ever.", mode="shadow")
    acting = due("B", text="Rates may change soon.")
    text = f"{LOAN} {OPEN}"
    case = reply(text, sms(len(text) + 24))
    assert "soon" in gated([watching, acting], case).text_after


def test_a_disclosure_that_calls_for_another_brings_it_in():
    first = due("A", text="Gift cards are sold at the counter.")
    second = due("B", "mentions a gift card", text="They never expire.")
    assert gated([first, second], reply(LOAN, EMAIL)).text_after == (
        f"{LOAN} Gift cards are sold at the counter. They never expire."
    )


def test_an_unrelated_reply_is_left_alone():
    assert run([due(placement=Placement.START)], OPEN).verdict is Verdict.PASS
