"""The compiled rules follow the stored ones, whoever wrote them and whatever the clocks say."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from compliance.evaluate import evaluate
from compliance.gate.pipeline import gate
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    Facts,
    GateInput,
    PlaceFacts,
    ToneOverlay,
    Verdict,
)
from compliance.loading import stored_ruleset
from compliance.models import ComplianceRule, Concept
from locations.hours import UNKNOWN, Schedule

CASE = GateInput(
    text="Thanks for asking. You can return the boots.",
    facts=Facts(
        at=datetime(2026, 11, 3, 12, tzinfo=ZoneInfo("America/New_York")),
        brand=BrandFacts("alder", "Alder"),
        place=PlaceFacts(
            code="ald-boston",
            name="Alder Harbor",
            vertical="retail",
            city="Boston",
            state="US-MA",
            ownership="corporate",
            staffing="",
            phone="",
            address="",
            status="open",
            schedule=Schedule(zone="America/New_York", weekly=(UNKNOWN,) * 7),
        ),
    ),
    channel=ChannelRules("email"),
    tone=ToneOverlay(),
)


def rule(code):
    return ComplianceRule.objects.create(
        code=code, kind="prohibited_claim", claim=f"{code} is sold as is", action="block"
    )


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def codes():
    return [each.code for each in stored_ruleset().rules]


def test_nothing_is_compiled_twice(db):
    rule("boots")
    assert stored_ruleset() is stored_ruleset()


def test_a_rule_in_anothers_place_counts_even_from_a_server_whose_clock_is_behind(db):
    old = rule("boots")
    assert codes() == ["boots"]
    old.delete()
    new = rule("jackets")
    ComplianceRule.objects.filter(pk=new.pk).update(updated_at=datetime(2020, 1, 1, tzinfo=UTC))
    sql("UPDATE compliance_compliancerule SET updated_at = %s", old.updated_at)
    assert codes() == ["jackets"]


def test_what_is_written_past_the_forms_is_met_at_once(db):
    rule("boots")
    assert codes() == ["boots"]
    sql("UPDATE compliance_compliancerule SET claim = 'a coat is sold as is'")
    assert stored_ruleset().rules[0].claim == "a coat is sold as is"


def test_a_rule_that_cannot_be_read_blocks_and_is_named(db):
    rule("boots")
    assert evaluate(CASE).decision.verdict is Verdict.PASS
    sql("UPDATE compliance_compliancerule SET kind = 'nonsense'")
    decision = evaluate(CASE).decision
    assert decision.verdict is Verdict.BLOCK
    assert (
        "Rule boots cannot be used: its kind “nonsense” is not known" in decision.faults[0].message
    )


DENVER = replace(
    CASE,
    facts=replace(CASE.facts, place=replace(CASE.facts.place, code="ald-denver", state="US-CO")),
)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("kind = 'nonsense'", "its kind “nonsense” is not known"),
        ("action = 'nonsense'", "its action “nonsense” is not known"),
        ("judge = 'nonsense'", "its judge “nonsense” is not known"),
        ("params = '[1]'", "its values by state are no pairs"),
        ("detectors = '{(a | b}'", "the “)” for this bracket is missing"),
        ("detectors = '{@gone}'", "there is no concept @gone"),
        ("must_mention = '{@gone}'", "there is no concept @gone"),
        ("customer_detectors = '{(a | b}'", "the “)” for this bracket is missing"),
        ("conditions = 'the moon is full'", "Line 1, character 1"),
        ("fires_on = 'nonsense'", "its fires on “nonsense” is not known"),
        ("detectors = '{a & b & c & d & e}'", "may have 3"),
        ("detectors = '{/(a/}'", "missing )"),
        ("claim = ''", "neither a claim nor examples nor detectors"),
        (
            "locations = '{ald-boston}', states = '{}', mode = 'nonsense'",
            "its mode “nonsense” is not known",
        ),
    ],
)
def test_a_rule_that_became_invalid_blocks_what_is_in_its_scope_and_only_that(db, change, why):
    row = rule("boots")
    row.binds_on, row.states = "location", ["US-MA"]
    row.save()
    sql(f"UPDATE compliance_compliancerule SET {change}")  # noqa: S608  (the test's own words)
    decision = evaluate(CASE).decision
    assert decision.verdict is Verdict.BLOCK
    assert "Rule boots cannot be used" in decision.faults[0].message
    assert why in decision.faults[0].message
    assert evaluate(DENVER).decision.verdict is Verdict.PASS


@pytest.mark.parametrize("change", ["binds_on = 'nonsense'", "states = '{MA}'"])
def test_a_rule_whose_reach_cannot_be_read_blocks_everywhere(db, change):
    row = rule("boots")
    row.binds_on, row.states = "location", ["US-MA"]
    row.save()
    sql(f"UPDATE compliance_compliancerule SET {change}")  # noqa: S608  (the test's own words)
    assert evaluate(CASE).decision.verdict is Verdict.BLOCK
    assert evaluate(DENVER).decision.verdict is Verdict.BLOCK


def test_an_unreadable_rule_that_is_off_blocks_nothing(db):
    rule("boots")
    sql("UPDATE compliance_compliancerule SET kind = 'nonsense', mode = 'off'")
    assert evaluate(CASE).decision.verdict is Verdict.PASS


@pytest.mark.parametrize(
    "change",
    ["DELETE FROM compliance_concept", "UPDATE compliance_concept SET expressions = '{(a}'"],
)
def test_a_concept_that_goes_behind_the_forms_blocks_the_rules_that_need_it(db, change):
    Concept.objects.create(name="prizes", about="prizes", expressions=["golden ticket"])
    boots = rule("boots")
    boots.detectors, boots.locations = ["win @prizes"], ["ald-boston"]
    boots.save()
    rule("jackets")
    assert evaluate(CASE).decision.verdict is Verdict.PASS
    sql(change)
    (fault,) = evaluate(CASE).decision.faults
    assert "Rule boots cannot be used" in fault.message
    assert "@prizes" in fault.message
    assert evaluate(DENVER).decision.verdict is Verdict.PASS


def test_a_decision_names_other_rules_once_a_concept_changed(db):
    concept = Concept.objects.create(name="prizes", about="prizes", expressions=["golden ticket"])
    before = evaluate(CASE).ruleset_sha256
    concept.expressions = ["silver spoon"]
    concept.save()
    assert evaluate(CASE).ruleset_sha256 != before


def test_a_fault_never_quotes_the_error(db, monkeypatch):
    def fail(*_, **__):
        raise ValueError("Dana Whitlock, 12 Elm Street")

    monkeypatch.setattr("compliance.evaluate.gate", fail)
    (fault,) = evaluate(CASE).decision.faults
    assert fault.stage == "gate"
    assert "ValueError at test_rules_in_force.py" in fault.message
    assert "Dana" not in fault.message


def test_a_check_that_fails_never_quotes_the_error(db):
    class Failing:
        id = "failing"
        title = "fails"
        version = 1

        def find(self, reading):
            raise KeyError("Dana Whitlock")

    decision = gate(CASE, stored_ruleset(), checks=(Failing(),))
    assert decision.verdict is Verdict.BLOCK
    assert "KeyError" in decision.faults[0].message
    assert "Dana" not in decision.faults[0].message
