"""The whole gate on everyday replies of an operator in trades that no other set has.

Rows that still go wrong stay in the tables and are counted; lower a bound when the gate
gets better.
"""

from pathlib import Path

import pytest

from compliance.gate.types import Severity, Verdict
from console.bundles.schema import read_bundle
from console.evaluation.cases import Case, Expected
from console.evaluation.running import Evaluation
from console.evaluation.scoring import measure
from tests.compliance.gate.everyday import replies

DEMO = Path(__file__).resolve().parents[4] / "demo" / "world"
FACT_ROWS = replies.rows_of("fact_replies.txt")
MOST_FALSE_ALARMS = 2
MOST_LEAKS = 7
MOST_PLAIN_CHANGED = 1


@pytest.fixture(scope="module")
def everyday():
    rows = read_bundle(replies.OPERATOR)
    return rows, Evaluation(rows, budget_seconds=60.0)


@pytest.fixture(scope="module")
def scored():
    return replies.scores()


def test_the_tables_are_complete(scored):
    right, wrong = scored
    assert (len(right), len(wrong)) == (120, 100)


def test_right_replies_pass_unchanged(scored):
    changed = [score.case.id for score in scored[0] if score.false_alarm]
    assert len(changed) <= MOST_FALSE_ALARMS, changed


def test_wrong_replies_do_not_reach_an_agent(scored):
    passed = [score.case.id for score in scored[1] if replies.passed(score)]
    assert len(passed) <= MOST_LEAKS, passed


def test_what_clean_replies_contain_besides_facts_passes_unchanged():
    rows = read_bundle(DEMO)
    cases = replies.right_cases(rows, "plain_replies.txt", now="2026-11-03T10:00")
    assert len(cases) >= 150
    changed = [s.case.id for s in measure(rows, cases, budget_seconds=60.0) if s.false_alarm]
    assert len(changed) <= MOST_PLAIN_CHANGED, changed


@pytest.mark.parametrize(("kind", "place", "who", "asked", "draft"), FACT_ROWS)
def test_an_offer_or_a_record_is_right_or_found_wrong(everyday, kind, place, who, asked, draft):
    expected = Expected((Verdict.PASS,))
    at = replies.moment(everyday[0], place, "now")
    customer = None if who == "-" else who
    case = Case("row", place, "chat", at, asked, draft, expected, customer=customer)
    decision = everyday[1].judge(case).decision
    assert not decision.faults
    acting = {one.layer.value for one in decision.findings if one.severity is not Severity.ADVISE}
    assert (kind in acting) if kind != "right" else not acting, decision.findings
