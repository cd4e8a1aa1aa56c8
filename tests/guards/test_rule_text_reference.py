"""The page on what rules write and hear, run: every rule on it makes of the reply what it says."""

import re
from pathlib import Path

import pytest
import yaml

from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import ChannelRules, Verdict
from compliance.models import ComplianceRule
from compliance.rule_values import read_rule
from console.bundles.schema import read_bundle
from locations.units import unit_of
from tests.compliance.gate.checks.rule_makers import place, reply

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "rule-texts.md"
BLOCKS = re.findall(r"```yaml\n(.*?)\n```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def rule_of(shown, folder):
    """Read a rule as a bundle brings it, with the terms that it asks for."""
    slots = re.findall(r"\{(\w+)\}", shown.get("text", ""))
    terms = {key: {"unit": "text"} for key in slots}
    bundle = {"policy_terms": terms, "jurisdiction_rules": [{"action": "modify"} | shown]}
    path = folder / "bundle.yaml"
    path.write_text(yaml.safe_dump(bundle), encoding="utf-8")
    (row,) = read_bundle(path).of(ComplianceRule)
    rule, why = read_rule(row)
    assert not why
    return rule


@pytest.mark.parametrize("block", BLOCKS)
def test_every_rule_does_as_the_page_says(block, tmp_path):
    shown = yaml.safe_load(block)
    values = shown.get("values", {})
    case = reply(
        shown["reply"],
        ChannelRules("chat", max_chars=shown.get("max_chars")),
        where=place(*((key, value, unit_of(key, value)) for key, value in values.items())),
        message=shown.get("message", ""),
        earlier=tuple(shown.get("earlier", ())),
    )
    ruleset = compile_rules((rule_of(shown["rule"], tmp_path),))
    decision = gate(case, ruleset, checks=(Claims(), Disclosures()), budget_seconds=60)
    if shown["becomes"] == "held":
        assert decision.verdict is Verdict.BLOCK
        assert "Policy values" in decision.findings[0].message
        return
    assert decision.text_after == shown["becomes"]


def test_the_page_shows_every_field():
    text = "\n".join(BLOCKS)
    fields = ("fires_on", "customer_says", "customer_detectors", "verbatim", "placement")
    more = ("once_per_conversation", "missing_value", "must_mention", "hand_over")
    assert [name for name in (*fields, *more) if name not in text] == []
