"""A rule with a claim and perhaps an example catches what means the same, and nothing else."""

from datetime import UTC, date, datetime

import pytest

from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules, explain_rule
from compliance.gate.types import (
    BindsOn,
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Facts,
    GateInput,
    Judgement,
    PlaceFacts,
    Rule,
    RuleAction,
    RuleKind,
    RuleMode,
    ToneOverlay,
    Verdict,
)
from locations.hours import ALWAYS, Schedule
from tests.compliance.gate.checks.idiom_cases import IDIOMS
from tests.compliance.gate.checks.rule_cases import PROHIBITED, RULES
from tests.compliance.gate.checks.unfamiliar_cases import UNFAMILIAR

CHECKS = (Claims(), Disclosures())
TABLE = [*RULES, *UNFAMILIAR]


def facts(*, state="US-OH", customer_state="US-OH", vertical="salon"):
    return Facts(
        at=datetime(2026, 8, 3, 12, tzinfo=UTC),
        brand=BrandFacts("b", "Brand"),
        place=PlaceFacts(
            code="b-1",
            name="Brand One",
            vertical=vertical,
            city="Toledo",
            state=state,
            ownership="corporate",
            staffing="",
            phone="",
            address="",
            status="open",
            schedule=Schedule(zone="America/New_York", weekly=(ALWAYS,) * 7),
        ),
        customer=CustomerFacts(state=customer_state),
    )


def run(rules, text, *, message="", channel=None, where=None, judgements=()):
    case = GateInput(
        text,
        where or facts(),
        channel or ChannelRules("email"),
        ToneOverlay(),
        customer_message=message,
        judgements=judgements,
    )
    return gate(case, compile_rules(tuple(rules)), checks=CHECKS)


def rule(claim, action=RuleAction.REWRITE, **fields):
    fields.setdefault("kind", RuleKind.PROHIBITED_CLAIM)
    return Rule(code="R1", version=1, claim=claim, action=action, **fields)


def of_table(kind, claim, examples):
    return Rule(
        code="R1",
        version=1,
        kind=RuleKind(kind),
        claim=claim,
        action=RuleAction.BLOCK if kind == PROHIBITED else RuleAction.INSERT_DISCLOSURE,
        examples=tuple(examples),
        text="Ask us about the posted terms.",
    )


@pytest.mark.parametrize(
    ("kind", "claim", "examples", "text"),
    [(kind, claim, examples, text) for kind, claim, examples, bad, _ in TABLE for text in bad],
)
def test_a_reworded_claim_is_found(kind, claim, examples, text):
    assert run([of_table(kind, claim, examples)], text).findings


@pytest.mark.parametrize(
    ("kind", "claim", "examples", "text"),
    [(kind, claim, examples, text) for kind, claim, examples, _, good in TABLE for text in good],
)
def test_a_lawful_reply_passes(kind, claim, examples, text):
    decision = run([of_table(kind, claim, examples)], text)
    assert decision.verdict is Verdict.PASS
    assert not decision.findings


@pytest.mark.parametrize(
    ("kind", "claim", "message", "text"),
    [(kind, claim, message, text) for kind, claim, message, bad, _ in IDIOMS for text in bad],
)
def test_a_claim_made_without_its_terms_is_found(kind, claim, message, text):
    assert run([of_table(kind, claim, ())], text, message=message).findings


@pytest.mark.parametrize(
    ("kind", "claim", "message", "text"),
    [(kind, claim, message, text) for kind, claim, message, _, good in IDIOMS for text in good],
)
def test_an_answer_to_the_same_question_passes(kind, claim, message, text):
    assert not run([of_table(kind, claim, ())], text, message=message).findings


EXPIRY = "gift cards expire"
NO_EXPIRY = "Gift cards do not expire here."


@pytest.mark.parametrize(
    ("claim", "wording", "text", "after"),
    [
        (
            EXPIRY,
            NO_EXPIRY,
            "Hi. Your gift card expires in May. Bye for now.",
            f"Hi. {NO_EXPIRY} Bye for now.",
        ),
        (
            "a service cures a medical condition",
            "may help you relax",
            "Our massage cures migraines. See you Monday at three.",
            "Our massage may help you relax. See you Monday at three.",
        ),
        (
            "hair removal is permanent",
            "long-term hair reduction",
            "Our laser gives permanent hair removal to most guests.",
            "Our laser gives long-term hair reduction to most guests.",
        ),
        (
            "cash for referrals",
            "",
            "Refer a friend and get $50. We open at nine tomorrow.",
            "We open at nine tomorrow.",
        ),
        (
            "results are guaranteed",
            "results vary from person to person",
            "The peel takes an hour, and we guarantee results.",
            "The peel takes an hour, and results vary from person to person.",
        ),
    ],
)
def test_an_edited_reply_reads_well(claim, wording, text, after):
    decision = run([rule(claim, text=wording)], text)
    assert decision.verdict is Verdict.MODIFY
    assert decision.text_after == after


def test_a_reply_that_was_only_the_claim_blocks():
    assert run([rule("free beer", text="")], "Have a free beer!").verdict is Verdict.BLOCK


def test_a_rule_that_blocks_keeps_its_wording_as_a_suggestion():
    decision = run([rule(EXPIRY, RuleAction.BLOCK, text=NO_EXPIRY)], "Your gift card expires soon.")
    assert decision.verdict is Verdict.BLOCK
    assert decision.text_after is None
    assert decision.findings[0].edits[0].replacement == NO_EXPIRY


@pytest.mark.parametrize("message", ["How long is my gift card good?", "gift certificate question"])
def test_the_customers_message_gives_the_subject(message):
    assert run([rule(EXPIRY, text=NO_EXPIRY)], "It lapses after a year.", message=message).findings
    assert not run([rule(EXPIRY, text=NO_EXPIRY)], "It lapses after a year.").findings


def test_a_longer_time_than_the_law_asks_for_is_lawful():
    shorter = rule("a gift card expires in less than 24 months", text=NO_EXPIRY)
    assert run([shorter], "Gift cards are valid for 12 months.").findings
    assert not run([shorter], "Gift cards are valid for 36 months.").findings
    assert not run([shorter], "Gift cards are valid for three years.").findings


@pytest.mark.parametrize(
    ("binds_on", "place", "customer", "verdict"),
    [
        (BindsOn.LOCATION, "US-CA", "US-OH", Verdict.MODIFY),
        (BindsOn.LOCATION, "US-OH", "US-CA", Verdict.PASS),
        (BindsOn.CUSTOMER, "US-OH", "US-CA", Verdict.MODIFY),
        (BindsOn.CUSTOMER, "US-CA", "US-OH", Verdict.PASS),
        (BindsOn.EITHER, "US-OH", "US-CA", Verdict.MODIFY),
        (BindsOn.EITHER, "US-CA", None, Verdict.MODIFY),
        (BindsOn.EITHER, "US-OH", None, Verdict.PASS),
        (BindsOn.EVERYWHERE, "US-OH", None, Verdict.MODIFY),
    ],
)
def test_the_jurisdiction_that_binds_decides(binds_on, place, customer, verdict):
    bound = rule(EXPIRY, text=NO_EXPIRY, binds_on=binds_on, states=("US-CA",))
    where = facts(state=place, customer_state=customer)
    assert run([bound], "Your gift card expires in May.", where=where).verdict is verdict


def test_an_unknown_customer_state_is_noted_not_enforced():
    bound = rule(EXPIRY, text=NO_EXPIRY, binds_on=BindsOn.CUSTOMER, states=("US-CA",))
    decision = run([bound], "Your gift card expires in May.", where=facts(customer_state=None))
    assert decision.verdict is Verdict.PASS
    assert [found.severity.value for found in decision.findings] == ["advise"]


@pytest.mark.parametrize(
    "scope",
    [
        {"verticals": ("bank",)},
        {"brands": ("other",)},
        {"locations": ("b-2",)},
        {"channels": ("sms",)},
        {"effective_from": date(2026, 8, 4)},
        {"effective_to": date(2026, 8, 2)},
        {"mode": RuleMode.OFF},
    ],
)
def test_a_rule_out_of_scope_says_nothing(scope):
    assert not run([rule(EXPIRY, text=NO_EXPIRY, **scope)], "Your gift card expires.").findings


@pytest.mark.parametrize("mode", [RuleMode.SHADOW, RuleMode.FLAG])
def test_shadow_and_flag_never_change_a_reply(mode):
    decision = run([rule(EXPIRY, text=NO_EXPIRY, mode=mode)], "Your gift card expires in May.")
    assert decision.verdict is Verdict.PASS
    assert decision.findings[0].mode is mode


def test_a_judgement_counts_when_its_quote_is_exact():
    text = "We open at nine. It is a sure winner."
    judged = (Judgement("R1", True, "a sure winner", "f"),)
    invented = (Judgement("R1", True, "a certain winner", "f"),)
    assert run([rule("odd claim here", text="")], text, judgements=judged).findings
    assert not run([rule("odd claim here", text="")], text, judgements=invented).findings


def test_an_operators_detector_is_read_and_shown():
    own = rule("x", RuleAction.BLOCK, detectors=("(golden | silver) ticket* ... @expire",))
    assert run([own], "The golden tickets all lapse soon.").verdict is Verdict.BLOCK
    assert explain_rule(own)[0] == own.detectors[0]


@pytest.mark.parametrize(
    "detector", ["(a | b", "@no_such_concept", "... lonely", "/(unclosed/", "{5,2} x"]
)
def test_a_rule_that_cannot_be_read_blocks_its_scope(detector):
    broken = rule("x", RuleAction.BLOCK, detectors=(detector,))
    decision = run([broken], "We open at nine tomorrow.")
    assert decision.verdict is Verdict.BLOCK
    assert "R1" in decision.faults[0].message
    elsewhere = rule("x", RuleAction.BLOCK, detectors=(detector,), verticals=("bank",))
    assert run([elsewhere], "We open at nine tomorrow.").verdict is Verdict.PASS
