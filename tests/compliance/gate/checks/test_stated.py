"""What a judge read as a statement of fact is compared by the gate, and by nobody else."""

from datetime import UTC, date, datetime

import pytest

from compliance.gate.checks.stated import Stated
from compliance.gate.pipeline import gate
from compliance.gate.reading import Reading
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    Facts,
    GateInput,
    Judgement,
    JudgeUse,
    Layer,
    OfferFact,
    PlaceFacts,
    PolicyFact,
    Rule,
    RuleAction,
    RuleKind,
    Severity,
    StatedFact,
    ToneOverlay,
    Unit,
    Verdict,
)
from locations.hours import Schedule, parse_day
from locations.offers import OfferTerms

NOW = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)  # a Tuesday
WEEK = ("10:00-14:00, 16:30-21:00", "10:00-18:00", "closed", "unknown", *["10:00-18:00"] * 3)
DRAFT = "Bring it along whenever it suits you and we will sort it."


def policy(key, unit, value):
    return PolicyFact(key=key, label=key.replace("_", " "), topic="", unit=unit, value=value)


PLACE = PlaceFacts(
    code="kite-pier",
    name="Kite Pier",
    vertical="retail",
    city="Erie",
    state="US-PA",
    ownership="corporate",
    staffing="",
    phone="",
    address="",
    status="active",
    schedule=Schedule(zone="America/New_York", weekly=tuple(map(parse_day, WEEK))),
    policies=(
        policy("return_window_days", Unit.DAYS, 14),
        policy("late_fee_usd", Unit.MONEY, 15),
        policy("pets_allowed", Unit.BOOLEAN, False),
        policy("refund_method", Unit.CHOICE, "store_credit"),
        policy("guest_passes", Unit.COUNT, 2),
    ),
)
OFFER = OfferFact(
    code="LEAF",
    name="Leaf Week",
    aliases=(),
    terms_text="15% off",
    terms=OfferTerms(start=date(2026, 11, 6), end=date(2026, 11, 9)),
    standing="upcoming",
    reason="starts on November 6, 2026",
)
FACTS = Facts(at=NOW, brand=BrandFacts("kite", "Kite"), place=PLACE, offers=(OFFER,))


def case(fact, value, day=None, quote=DRAFT, location="kite-pier"):
    return GateInput(
        text=DRAFT,
        facts=FACTS,
        channel=ChannelRules("email"),
        tone=ToneOverlay(),
        stated=(StatedFact(fact, location, day, value, quote, "f"),),
    )


def severity(given):
    found = Stated().find(Reading(given))
    assert len(found) <= 1
    return found[0].severity if found else None


TUESDAY, WEDNESDAY, THURSDAY = date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 5)
MONDAY = date(2026, 11, 2)
WRONG, NOTED, RIGHT = Severity.MODIFY, Severity.ADVISE, None


@pytest.mark.parametrize(
    ("fact", "value", "day", "wanted"),
    [
        ("policy:return_window_days", "14 days", None, RIGHT),
        ("policy:return_window_days", "two weeks", None, RIGHT),
        ("policy:return_window_days", "14", None, RIGHT),
        ("policy:return_window_days", "30 days", None, WRONG),
        ("policy:return_window_days", "30", None, WRONG),
        ("policy:return_window_days", "a while", None, NOTED),
        ("policy:late_fee_usd", "$15", None, RIGHT),
        ("policy:late_fee_usd", "15.00", None, RIGHT),
        ("policy:late_fee_usd", "$20", None, WRONG),
        ("policy:pets_allowed", "no", None, RIGHT),
        ("policy:pets_allowed", "yes", None, WRONG),
        ("policy:pets_allowed", "on a leash", None, NOTED),
        ("policy:refund_method", "store credit", None, RIGHT),
        ("policy:refund_method", "cash", None, WRONG),
        ("policy:guest_passes", "2", None, RIGHT),
        ("policy:guest_passes", "3", None, WRONG),
        ("hours", "10:00-18:00", TUESDAY, RIGHT),
        ("hours", "?-18:00", TUESDAY, RIGHT),
        ("hours", "?-19:00", TUESDAY, WRONG),
        ("hours", "10:00-21:00", MONDAY, RIGHT),
        ("hours", "16:30-?", MONDAY, RIGHT),
        ("hours", "open", WEDNESDAY, WRONG),
        ("hours", "closed", WEDNESDAY, RIGHT),
        ("hours", "09:00-17:00", WEDNESDAY, WRONG),
        ("hours", "open", THURSDAY, NOTED),
        ("hours", "late", TUESDAY, NOTED),
        ("hours", "10:00-18:00", None, RIGHT),
        ("offer:LEAF", "usable", None, WRONG),
        ("offer:LEAF", "not usable", None, RIGHT),
        ("offer:LEAF", "usable", date(2026, 11, 6), RIGHT),
        ("offer:LEAF", "half off", None, NOTED),
    ],
)
def test_a_statement_is_compared_with_the_stored_fact(fact, value, day, wanted):
    assert severity(case(fact, value, day)) is wanted


def test_a_finding_names_the_fact_its_kind_and_the_place_in_the_draft():
    (found,) = Stated().find(Reading(case("hours", "open", WEDNESDAY, quote="whenever it suits")))
    assert DRAFT[found.start : found.end] == "whenever it suits"
    assert found.layer is Layer.HOURS
    assert "Kite Pier on 2026-11-04 (closed)" in found.message
    assert "semantic judge" in found.message


def test_a_quote_that_is_gone_and_a_place_that_is_none_say_nothing():
    assert severity(case("hours", "open", WEDNESDAY, quote="tomorrow")) is None
    assert severity(case("hours", "open", WEDNESDAY, location="nowhere")) is None


def test_a_wrong_statement_blocks_and_a_noted_one_passes():
    rules = compile_rules(())
    assert gate(case("policy:pets_allowed", "yes"), rules).verdict is Verdict.BLOCK
    passed = gate(case("policy:pets_allowed", "on a leash"), rules)
    assert (passed.verdict, passed.text_after) == (Verdict.PASS, DRAFT)
    assert [found.check for found in passed.findings] == ["stated"]


# --- A rule that a judge must read ----------------------------------------------------------------


def rule(judge):
    return Rule(
        code="R1",
        version=1,
        kind=RuleKind.PROHIBITED_CLAIM,
        claim="a result is guaranteed",
        action=RuleAction.REMOVE,
        examples=("guaranteed results",),
        judge=judge,
    )


def read_by(*judgements, use=JudgeUse.OPTIONAL):
    return GateInput(
        text=DRAFT,
        facts=FACTS,
        channel=ChannelRules("email"),
        tone=ToneOverlay(),
        judge=use,
        judgements=judgements,
    )


def test_a_rule_that_a_judge_must_read_blocks_until_one_has():
    rules = compile_rules((rule(JudgeUse.REQUIRED),))
    blocked = gate(read_by(), rules)
    assert blocked.verdict is Verdict.BLOCK
    assert [fault.stage for fault in blocked.faults] == ["judge"]
    assert "R1" in blocked.faults[0].message
    assert gate(read_by(Judgement("R1", False, "", "f")), rules).verdict is Verdict.PASS


def test_the_vertical_decides_for_a_rule_that_does_not():
    rules = compile_rules((rule(None),))
    assert gate(read_by(use=JudgeUse.REQUIRED), rules).verdict is Verdict.BLOCK
    assert gate(read_by(use=JudgeUse.OFF), rules).verdict is Verdict.PASS
    optional = compile_rules((rule(JudgeUse.OPTIONAL),))
    assert gate(read_by(use=JudgeUse.REQUIRED), optional).verdict is Verdict.PASS


def test_what_only_the_judge_saw_is_mended_and_what_the_gate_saw_too_is_said_once():
    text = "You will love it. We sort it, come what may, and that is a promise. See you."
    quote = "We sort it, come what may, and that is a promise."
    given = read_by(Judgement("R1", True, quote, "f"))
    given = GateInput(
        text=text,
        facts=FACTS,
        channel=given.channel,
        tone=given.tone,
        judgements=given.judgements,
    )
    rules = compile_rules((rule(JudgeUse.REQUIRED),))
    decided = gate(given, rules)
    assert (decided.verdict, decided.text_after) == (
        Verdict.MODIFY,
        "You will love it. See you.",
    )
    assert [(found.rule, text[found.start : found.end]) for found in decided.findings] == [
        ("R1", quote)
    ]
