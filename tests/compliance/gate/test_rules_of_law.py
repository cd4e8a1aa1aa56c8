"""Rules in the style of US consumer law, by claim and one example each, against reworded replies.

The rules and the replies are reference data that is not part of the project.
"""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Facts,
    GateInput,
    PlaceFacts,
    ToneOverlay,
)
from locations.hours import ALWAYS, Schedule
from tests.compliance.gate.law_pack import law, pack

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "rules"
STATES = ("CA", "NY", "MA", "TX", "FL", "IL", "CO", "WY")

pytestmark = pytest.mark.skipif(
    not (FOLDER / "eval_fixtures.jsonl").exists(), reason="the reference rules are not here"
)


@cache
def rules():
    return tuple(law(code) for code, row in pack().items() if row["lifecycle"] == "in_force")


@cache
def replies():
    lines = (FOLDER / "eval_fixtures.jsonl").read_text().splitlines()
    return tuple(json.loads(line) for line in lines if line.strip())


def findings(ruleset, text, state, vertical, channel="email"):
    where = Facts(
        at=datetime(2026, 11, 3, 12, tzinfo=UTC),
        brand=BrandFacts("b", "Brand"),
        place=PlaceFacts(
            code="b-1",
            name="Brand One",
            vertical=vertical,
            city="",
            state=f"US-{state}",
            ownership="corporate",
            staffing="",
            phone="",
            address="",
            status="open",
            schedule=Schedule(zone="America/New_York", weekly=(ALWAYS,) * 7),
        ),
        customer=CustomerFacts(state=f"US-{state}"),
    )
    case = GateInput(text, where, ChannelRules(channel), ToneOverlay())
    return gate(case, ruleset, checks=(Claims(), Disclosures())).findings


def of_kind(kind):
    return [row for row in replies() if row["kind"] == kind]


def worst(kind):
    """Return the most replies of a kind that any state flags, each in its trade or in all."""
    ruleset = compile_rules(rules())
    trades = sorted({row["vertical"] for row in replies() if "vertical" in row})
    return max(
        sum(
            any(
                findings(ruleset, row["text"], state, trade)
                for trade in ([row["vertical"]] if "vertical" in row else trades)
            )
            for row in of_kind(kind)
        )
        for state in STATES
    )


def caught():
    """Return the reworded replies that their own rule finds."""
    found = []
    known = {rule.code: rule for rule in rules()}
    for row in of_kind("violating_paraphrase"):
        if (rule := known.get(row["rule"])) is None:
            continue
        state = rule.states[0].removeprefix("US-") if rule.states else "WY"
        vertical = rule.verticals[0] if rule.verticals else "retail"
        channel = rule.channels[0] if rule.channels else "email"
        if findings(compile_rules((rule,)), row["text"], state, vertical, channel):
            found.append(row["text"])
    return found


def test_reworded_violations_are_found():
    assert len(of_kind("violating_paraphrase")) == 25
    assert len(caught()) >= 17


def test_negations_and_harmless_replies_pass():
    assert len(of_kind("compliant_negation")) == 7
    assert worst("compliant_negation") <= 1
    assert len(of_kind("benign")) == 32
    assert worst("benign") <= 2
