"""A rule that could not act as its author means it is refused, at the field to mend."""

import pytest
from django.core.exceptions import ValidationError

from compliance.gate.rule_check import rule_problems
from compliance.gate.ruleset import compile_rules, explain_rule
from compliance.gate.types import RuleAction, RuleKind, Verdict
from compliance.models import ComplianceRule
from tests.compliance.gate.checks.test_claims import rule, run


def fields(problems):
    return [name for name, _ in problems]


@pytest.mark.parametrize("detector", ["(a | b", "@no_such_concept", "... lonely", "/(unclosed/"])
def test_a_detector_that_cannot_be_read_is_named(detector):
    problems = rule_problems(rule("x", detectors=(detector, "gift card")))
    assert fields(problems) == ["detectors"]
    assert detector in problems[0][1]


def test_the_character_where_reading_stopped_is_named():
    assert "character 1" in rule_problems(rule("x", detectors=("(a | b",)))[0][1]


@pytest.mark.parametrize("claim", ["it is so", "the the", "..."])
def test_a_claim_that_finds_nothing_asks_for_an_example(claim):
    silent = rule(claim)
    assert fields(rule_problems(silent)) == ["examples"]
    assert compile_rules((silent,)).inert == ("R1",)
    assert "add an example" in explain_rule(silent)[0]
    assert compile_rules((rule("gift cards expire"),)).inert == ()


def test_an_example_must_be_caught_and_a_counter_example_not():
    assert rule_problems(rule("gift cards expire", examples=("expires after a year",))) == ()
    missed = rule("x", detectors=("golden ticket",), examples=("it",))
    assert fields(rule_problems(missed)) == ["examples"]
    both = rule("gift cards expire", examples=("cards expire",), counter_examples=("cards expire",))
    ((field, why),) = rule_problems(both)
    assert field == "counter_examples"
    assert "never catches its example “cards expire”" in why


def test_a_form_refuses_it_at_the_field():
    row = ComplianceRule(
        code="r",
        kind=RuleKind.PROHIBITED_CLAIM.value,
        claim="gift cards expire",
        action=RuleAction.BLOCK.value,
        detectors=["(a | b"],
    )
    row.beside = ()
    with pytest.raises(ValidationError) as refused:
        row.clean()
    assert list(refused.value.message_dict) == ["detectors"]


def test_a_regular_expression_that_the_reply_denies_is_not_a_claim():
    own = rule("x", RuleAction.BLOCK, detectors=("/golden tickets?/",))
    assert run([own], "You get a golden ticket.").verdict is Verdict.BLOCK
    assert run([own], "You do not get a golden ticket.").verdict is Verdict.PASS


def test_a_kind_that_is_none_is_said_at_the_field():
    row = ComplianceRule(code="x", kind="bogus", claim="gift cards expire", action="block")
    with pytest.raises(ValidationError) as caught:
        row.full_clean(validate_unique=False, validate_constraints=False)
    assert "kind" in caught.value.message_dict
