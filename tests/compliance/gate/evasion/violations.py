"""Texts that the gate does not let pass as they are, each with how it is gated."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.checks.hours import Hours
from compliance.gate.checks.offers import Offers
from compliance.gate.checks.policies import Policies
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import (
    BindsOn,
    ChannelRules,
    Decision,
    GateInput,
    RuleMode,
    ToneOverlay,
    Verdict,
)
from compliance.rule_values import read_rule
from console.bundles.schema import read_bundle
from console.evaluation.cases import read_cases
from console.evaluation.running import Evaluation
from tests.compliance.gate.checks import (
    test_claims,
    test_hours,
    test_offers,
    test_policies,
)
from tests.compliance.gate.checks.hours_cases import WRONG as WRONG_HOURS
from tests.compliance.gate.checks.idiom_cases import IDIOMS
from tests.compliance.gate.checks.offer_cases import WRONG as WRONG_OFFERS
from tests.compliance.gate.checks.policy_cases import WRONG as WRONG_POLICIES

ROOT = Path(__file__).resolve().parents[4]
SETS = ROOT / "tests" / "evaluation"
SHARED = ROOT.parent / "shared"
BUDGET = 60.0


@dataclass(frozen=True)
class Violation:
    """A text at fault, and the gate as it stands around it."""

    name: str
    text: str
    decide: Callable[[str], Decision]

    @property
    def is_found(self):
        return self.decide(self.text).verdict is not Verdict.PASS


def _of_rule(name, rule, text, message=""):
    ruleset = compile_rules((rule,))
    facts = test_claims.facts()

    def decide(draft):
        case = GateInput(
            draft, facts, ChannelRules("email"), ToneOverlay(), customer_message=message
        )
        return gate(case, ruleset, checks=(Claims(), Disclosures()), budget_seconds=BUDGET)

    return Violation(name, text, decide)


def tables():
    """The tables of claims, with a rule each."""
    for kind, claim, examples, bad, _ in test_claims.TABLE:
        rule = test_claims.of_table(kind, claim, examples)
        yield from (_of_rule(f"claim: {text}", rule, text) for text in bad)
    for kind, claim, message, bad, _ in IDIOMS:
        rule = test_claims.of_table(kind, claim, ())
        yield from (_of_rule(f"idiom: {text}", rule, text, message) for text in bad)


def facts():
    """The tables of wrong hours, offers and policies."""
    none = compile_rules(())

    def of(check, case_of):
        return lambda draft: gate(case_of(draft), none, checks=(check,), budget_seconds=BUDGET)

    for text, _ in WRONG_HOURS:
        yield Violation(f"hours: {text}", text, of(Hours(), test_hours.case_of))
    for text in WRONG_OFFERS:
        yield Violation(f"offer: {text}", text, of(Offers(), test_offers.case_of))
    for policies, text, _ in [*test_policies.WRONG, *WRONG_POLICIES]:

        def case_of(draft, policies=policies):
            return test_policies.case_of(policies, draft)

        yield Violation(f"policy: {text}", text, of(Policies(), case_of))


@cache
def _rows(path):
    return read_bundle(path)


def _everywhere(rule):
    """A rule in scope wherever the gate stands."""
    return replace(
        rule,
        binds_on=BindsOn.EVERYWHERE,
        mode=RuleMode.ENFORCE,
        effective_from=None,
        effective_to=None,
        **dict.fromkeys(("states", "verticals", "brands", "locations", "channels"), ()),
    )


def bundles():
    """The examples of the rules of the project's operators."""
    for path in (ROOT / "demo" / "world", *sorted(SETS.glob("*_operator.yaml"))):
        for row in _rows(path).rules:
            rule = _everywhere(read_rule(row)[0])
            for text in rule.examples:
                yield _of_rule(f"{path.stem} {rule.code}: {text}", rule, text)


def laws():
    """The examples of the reference rules, where they are."""
    path = SHARED / "rules" / "us_rules.yaml"
    if not path.exists():
        return
    for row in yaml.safe_load(path.read_text())["rules"]:
        rule = test_claims.of_table(
            row["kind"], row["trigger"]["description"], (row["example_violating"],)
        )
        yield _of_rule(f"law {row['id']}", rule, row["example_violating"])


def cases():
    """The labelled replies at fault that may be worked with: those of odd numbers, and the open."""
    files = [
        (ROOT / "demo" / "world", SETS / "demo_operator_cases.jsonl", False),
        *(
            (SETS / f"{name}_operator.yaml", SETS / f"{name}_operator_cases.jsonl", False)
            for name in ("other", "third", "fourth")
        ),
        (ROOT / "demo" / "world", SHARED / "eval" / "dev_cases.jsonl", True),
    ]
    for bundle, path, is_open in files:
        if not path.exists():
            continue
        evaluation = Evaluation(_rows(bundle), budget_seconds=BUDGET)
        for case in read_cases(path).cases:
            number = int(re.sub(r"\D", "", case.id.rpartition("-")[2]))
            if case.is_clean or not (is_open or number % 2):
                continue

            def decide(draft, case=case, evaluation=evaluation):
                return evaluation.judge(replace(case, draft=draft)).decision

            yield Violation(f"case {case.id}", case.draft, decide)


SOURCES = {"tables": tables, "facts": facts, "bundles": bundles, "laws": laws, "cases": cases}


@cache
def violations(source, step=1):
    """The texts of a source that the gate finds something in; of all of them each ``step``-th."""
    chosen = itertools.islice(SOURCES[source](), 0, None, step)
    return tuple(each for each in chosen if each.is_found)
