"""The compiled rules follow the stored ones, whoever wrote them and whatever the clocks say."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

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
from compliance.models import ComplianceRule
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
    assert "Rule boots cannot be used: “nonsense” is no kind of rules" in decision.faults[0].message


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
