"""Disclosures in the style of US consumer law: filled, put in once, satisfied, or held.

The rules are reference data that is not part of the project. They are read by their own patterns
here, so that only what they write is under test.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml

from compliance.gate.checks import CHECKS
from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.pipeline import gate
from compliance.gate.rule_check import rule_problems
from compliance.gate.ruleset import compile_rules
from compliance.gate.slots import slots_in
from compliance.gate.types import (
    ChannelRules,
    FiresOn,
    Placement,
    Rule,
    RuleAction,
    RuleKind,
    RuleMode,
    ToneOverlay,
    Verdict,
)
from tests.compliance.gate.checks.rule_makers import place, reply

FILE = Path(__file__).resolve().parents[4] / "shared" / "rules" / "us_rules.yaml"
READERS = (Claims(), Disclosures())
EMAIL = ChannelRules("email")
# The rules that fire on what the customer wrote, alone or together with the reply.
HEARING = {
    "us-ut-genai-on-request": (FiresOn.MESSAGE, "Are you a bot?"),
    "us-ca-arl-save-offer-with-cancel-path": (FiresOn.BOTH, "Please cancel my membership."),
    "us-self-pay-good-faith-estimate": (FiresOn.BOTH, "How much is it? I have no insurance."),
    "sms-honor-opt-out": (FiresOn.MESSAGE, "STOP"),
}

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the reference rules are not here")


def patterns(written):
    return tuple(f"/{one}/" for one in written or ())


def as_rule(row, **fields):
    fires_on, _ = HEARING.get(row["id"], (FiresOn.REPLY, ""))
    kind, trigger = RuleKind(row["kind"]), row["trigger"]
    verbatim = bool(row.get("verbatim_required"))
    made = Rule(
        code=row["id"],
        version=1,
        kind=kind,
        claim=trigger["description"],
        action=RuleAction(row["action"]),
        detectors=() if fires_on is FiresOn.MESSAGE else patterns(trigger["seeds"]),
        fires_on=fires_on,
        customer_detectors=(
            () if fires_on is FiresOn.REPLY else patterns(trigger["context_seeds"])
        ),
        text=row.get("disclosure_text") or "",
        short_text=row.get("disclosure_text_short") or "",
        must_mention=() if verbatim else patterns(row.get("satisfied_by")),
        verbatim=verbatim,
    )
    return replace(made, **fields)


@cache
def rows():
    found = yaml.safe_load(FILE.read_text())["rules"] if FILE.exists() else []
    return {row["id"]: row for row in found}


def disclosing():
    return sorted(
        code
        for code, row in rows().items()
        if row["kind"] == "required_disclosure" and row.get("disclosure_text")
    )


def place_of(row):
    """A place that has a value for every slot of a rule."""
    slots = sorted(
        {*slots_in(row["disclosure_text"]), *slots_in(row.get("disclosure_text_short") or "")}
    )
    return place(*((slot, f"Value of {slot.upper().replace('_', ' ')}", "text") for slot in slots))


def gated(rule, row, text, *, where=None, channel=EMAIL, tone=None, checks=READERS):
    _, message = HEARING.get(row["id"], (None, ""))
    case = reply(text, channel, where=where or place_of(row), message=message, tone=tone)
    ruleset = compile_rules((rule,))
    decision = gate(case, ruleset, checks=checks, budget_seconds=60)
    if decision.text_after is not None:
        again = gate(
            replace(case, text=decision.text_after), ruleset, checks=checks, budget_seconds=60
        )
        assert (again.verdict, again.text_after) == (Verdict.PASS, decision.text_after)
    return decision


@pytest.mark.parametrize("code", disclosing())
def test_each_is_filled_and_put_in_once(code):
    row = rows()[code]
    rule = as_rule(row)
    assert rule_problems(rule) == ()
    decision = gated(rule, row, row["example_violating"])
    assert decision.verdict is Verdict.MODIFY
    assert not {"{", "}"} & set(decision.text_after)
    filled = rule.text
    for slot in slots_in(rule.text):
        filled = filled.replace(f"{{{slot}}}", f"Value of {slot.upper().replace('_', ' ')}")
    assert decision.text_after.count(filled) == 1


@pytest.mark.parametrize("code", disclosing())
def test_each_holds_without_its_values_and_names_them(code):
    row = rows()[code]
    rule = as_rule(row)
    slots = slots_in(rule.text)
    decision = gated(rule, row, row["example_violating"], where=place())
    if not slots:
        assert decision.verdict is Verdict.MODIFY
        return
    assert decision.verdict is Verdict.BLOCK
    assert all(f"{{{slot}}}" in decision.findings[0].message for slot in slots)


@pytest.mark.parametrize("code", disclosing())
def test_each_is_satisfied_by_the_reply_that_complies(code):
    row = rows()[code]
    complies = row["example_compliant"]
    for slot in slots_in(complies):
        complies = complies.replace(f"{{{slot}}}", f"Value of {slot.upper().replace('_', ' ')}")
    assert gated(as_rule(row), row, complies).verdict is Verdict.PASS


@pytest.mark.parametrize("mode", [RuleMode.SHADOW, RuleMode.FLAG])
@pytest.mark.parametrize("code", disclosing())
def test_none_acts_before_it_is_enforced(code, mode):
    row = rows()[code]
    decision = gated(as_rule(row, mode=mode), row, row["example_violating"], where=place())
    assert decision.verdict is Verdict.PASS
    assert [found.rule for found in decision.findings] == [code]


def test_capital_letters_of_the_law_stand_in_any_voice():
    row = rows()["us-fl-free-health-service-72h"]
    voice = ToneOverlay(contractions="avoid", sentence_max=8, prohibited=("cancel", "refuse"))
    decision = gated(as_rule(row), row, row["example_violating"], tone=voice, checks=CHECKS)
    assert row["disclosure_text"] in decision.text_after


def test_a_long_text_of_the_law_takes_its_claim_off_an_sms():
    row = rows()["us-dshea-disclaimer"]
    text = f"{row['example_violating']} We open at nine tomorrow."
    sms = ChannelRules("sms", max_chars=160)
    assert gated(as_rule(row), row, text, channel=sms).text_after == "We open at nine tomorrow."


def test_an_opt_out_is_not_answered_with_more():
    row = rows()["sms-honor-opt-out"]
    rule = as_rule(row)
    held = gated(rule, row, row["example_violating"], where=place())
    assert held.verdict is Verdict.BLOCK
    assert "“STOP”" in held.findings[0].message
    done = "You are unsubscribed."
    assert gated(rule, row, done, where=place()).verdict is Verdict.PASS


def test_a_notice_that_opens_a_conversation_is_given_once():
    row = rows()["us-me-ai-chatbot-disclosure"]
    rule = as_rule(row, placement=Placement.START, once_per_conversation=True)
    text = "Hi Dana,\n\nYour lamp ships today."
    first = gated(rule, row, text)
    assert first.text_after == f"Hi Dana,\n\n{rule.text} Your lamp ships today."
    later = reply(text, EMAIL, earlier=(first.text_after,))
    assert (
        gate(later, compile_rules((rule,)), checks=CHECKS, budget_seconds=60).verdict
        is Verdict.PASS
    )


def test_clinical_advice_is_handed_over():
    row = rows()["us-no-medical-advice"]
    line = "I am passing this to our nurse line now."
    rule = as_rule(row, action=RuleAction.HAND_OVER, text=line)
    decision = gated(rule, row, f"{row['example_violating']} We open at nine.", where=place())
    assert decision.text_after == f"{line} We open at nine."
