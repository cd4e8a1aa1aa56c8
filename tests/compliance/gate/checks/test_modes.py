"""Off, shadow, flag, enforce: what each does to a claim, a disclosure, a slot and an answer."""

from dataclasses import replace

import pytest

from compliance.gate.types import JudgeUse, RuleMode, Severity, Verdict
from tests.compliance.gate.checks.rule_makers import LOAN, due, told
from tests.compliance.gate.checks.test_claims import rule, run

CLAIM = "Your gift card expires in June. We open at nine."
SHAPES = {
    "claim": (rule("gift cards expire", text=""), CLAIM, ""),
    "disclosure": (due(), LOAN, ""),
    "slot": (due(text="Fee: {fee_pct}."), LOAN, ""),
    "verbatim": (due(text="THE LAW SAYS SO.", verbatim=True), LOAN, ""),
    "answer": (told("are you a bot"), "We open at nine.", "Are you a bot?"),
}


def decide(shape, mode, **fields):
    asked, text, message = SHAPES[shape]
    return text, run([replace(asked, mode=mode, **fields)], text, message=message)


@pytest.mark.parametrize("shape", SHAPES)
def test_off_is_as_if_there_were_no_rule(shape):
    _, decision = decide(shape, RuleMode.OFF)
    assert (decision.verdict, decision.findings, decision.rules_in_scope) == (Verdict.PASS, (), ())


@pytest.mark.parametrize("shape", SHAPES)
def test_shadow_is_recorded_and_never_acts(shape):
    text, decision = decide(shape, RuleMode.SHADOW)
    assert (decision.verdict, decision.text_after, decision.edits) == (Verdict.PASS, text, ())
    assert [found.mode for found in decision.findings] == [RuleMode.SHADOW]
    assert decision.rules_in_scope == (("R1", 1),)


@pytest.mark.parametrize("shape", SHAPES)
def test_flag_is_a_note_on_a_reply_that_passes(shape):
    text, decision = decide(shape, RuleMode.FLAG)
    assert (decision.verdict, decision.text_after) == (Verdict.PASS, text)
    (found,) = decision.findings
    assert (found.mode, found.severity) == (RuleMode.FLAG, Severity.ADVISE)


@pytest.mark.parametrize("shape", SHAPES)
def test_enforce_acts(shape):
    text, decision = decide(shape, RuleMode.ENFORCE)
    assert decision.text_after != text
    assert decision.verdict is (Verdict.BLOCK if shape == "slot" else Verdict.MODIFY)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("mode", [RuleMode.SHADOW, RuleMode.FLAG])
def test_what_does_not_act_changes_nothing_about_what_does(shape, mode):
    watching, text, message = SHAPES[shape]
    acting = due("R9", text="Ask us about terms.", claim="mentions a loan or a gift card")
    alone = run([acting], text, message=message)
    beside = run([replace(watching, mode=mode), acting], text, message=message)
    assert (beside.verdict, beside.text_after) == (alone.verdict, alone.text_after)


@pytest.mark.parametrize("mode", [RuleMode.SHADOW, RuleMode.FLAG])
def test_only_a_rule_that_acts_waits_for_a_judge(mode):
    _, decision = decide("claim", mode, judge=JudgeUse.REQUIRED)
    assert decision.verdict is Verdict.PASS
    _, held = decide("claim", RuleMode.ENFORCE, judge=JudgeUse.REQUIRED)
    assert held.faults
