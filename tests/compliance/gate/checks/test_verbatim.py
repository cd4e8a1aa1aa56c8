"""A text that law fixes stands letter for letter, and no check has a say about it."""

from dataclasses import replace

import pytest

from compliance.gate.checks import CHECKS
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import ChannelRules, Disclaimer, RuleMode, ToneOverlay, Verdict
from tests.compliance.gate.checks.rule_makers import LOAN, due, place, reply
from tests.compliance.gate.checks.test_claims import rule

FIXED = "THE BORROWER HAS 30 DAYS TO CANCEL! Don't sign *before* that <b>term</b> ends."
EMAIL = ChannelRules("email", flags=frozenset({"no_html", "no_markdown"}))
VOICE = ToneOverlay(
    contractions="avoid",
    sentence_max=6,
    exclamations_max=0,
    prohibited=("borrower", "sign"),
    replacements=(("borrower", "guest"),),
)


def gated(rules, text, *, tone=VOICE, where=None, channel=EMAIL):
    case = reply(text, channel, tone=tone, where=where)
    ruleset = compile_rules(tuple(rules))
    decision = gate(case, ruleset, checks=CHECKS, budget_seconds=60)
    if decision.text_after is not None:
        again = gate(
            replace(case, text=decision.text_after), ruleset, checks=CHECKS, budget_seconds=60
        )
        assert (again.verdict, again.text_after) == (Verdict.PASS, decision.text_after)
    return decision


def test_no_check_touches_it():
    decision = gated([due(text=FIXED, verbatim=True)], f"{LOAN} We don't lend on Sundays.")
    assert decision.text_after == f"{LOAN} {FIXED} We do not lend on Sundays."


def test_facts_of_the_place_do_not_contradict_it():
    where = place(("cancel_window_days", 3, "days"))
    decision = gated([due(text=FIXED, verbatim=True)], LOAN, where=where)
    assert decision.text_after == f"{LOAN} {FIXED}"


def test_other_rules_do_not_read_it():
    rules = [
        due("A", text=FIXED, verbatim=True),
        replace(rule("mentions a borrower", examples=("the borrower has",)), text=""),
        due("B", "mentions a borrower", text="Borrowers sign here."),
    ]
    assert gated(rules, LOAN).text_after == f"{LOAN} {FIXED}"


@pytest.mark.parametrize("near", [FIXED.lower(), FIXED.replace("'", "’"), FIXED.capitalize()])
def test_a_draft_that_has_it_nearly_gets_the_letters_of_the_law(near):
    decision = gated([due(text=FIXED, verbatim=True)], f"{LOAN} {near}", tone=ToneOverlay())
    assert decision.text_after == f"{LOAN} {FIXED}"


def test_nothing_else_satisfies_it():
    asked = due(text=FIXED, verbatim=True, must_mention=("30 days to cancel",))
    decision = gated([asked], f"{LOAN} You have 30 days to cancel.", tone=ToneOverlay())
    assert FIXED in decision.text_after


def test_a_seam_before_it_takes_nothing_from_it():
    fixed = "also known as: a secured loan, which the law calls so."
    rules = [
        due("A", text=fixed, verbatim=True),
        rule("promises instant approval", examples=("instant approval",)),
    ]
    text = f"{LOAN} You get instant approval. {fixed}"
    decision = gated(rules, text, tone=ToneOverlay())
    assert decision.text_after == f"{LOAN} {fixed}"


def test_the_voice_measures_only_the_rest():
    tone = replace(VOICE, disclaimer=Disclaimer("mentions a borrower", "Ask a lawyer."))
    assert gated([due(text=FIXED, verbatim=True)], f"{LOAN} {FIXED}", tone=tone).verdict is (
        Verdict.PASS
    )


def test_a_text_that_a_rule_only_watches_for_is_held_to_the_voice_as_any_other():
    watching = due(text=FIXED, verbatim=True, mode=RuleMode.SHADOW)
    decision = gated([watching], f"{LOAN} {FIXED}")
    assert decision.text_after != f"{LOAN} {FIXED}"


def test_its_slots_are_filled_first():
    licensed = due(text="LICENSE No. {licence_number}. DON'T LEND WITHOUT.", verbatim=True)
    decision = gated([licensed], LOAN, where=place(("licence_number", 1054321, "count")))
    assert decision.text_after == f"{LOAN} LICENSE No. 1054321. DON'T LEND WITHOUT."
