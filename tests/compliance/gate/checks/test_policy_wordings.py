"""Statements of policy in the words that people use, in other lines of business."""

import pytest

from tests.compliance.gate.checks.policy_cases import (
    RIGHT,
    RIGHT_ANSWERS,
    WRONG,
    WRONG_ANSWERS,
)
from tests.compliance.gate.checks.test_policies import fired


@pytest.mark.parametrize(("policies", "draft", "rule"), WRONG, ids=[row[1] for row in WRONG])
def test_a_wrong_statement_fires(policies, draft, rule):
    rules = {name for name, _ in fired(policies, draft)}
    assert rules
    assert rule is None or rule in rules


@pytest.mark.parametrize(
    ("policies", "ask", "draft", "rule"), WRONG_ANSWERS, ids=[row[2] for row in WRONG_ANSWERS]
)
def test_a_wrong_answer_fires(policies, ask, draft, rule):
    assert rule in {name for name, _ in fired(policies, draft, ask=ask)}


@pytest.mark.parametrize(("policies", "draft"), RIGHT, ids=[row[1] for row in RIGHT])
def test_what_is_true_or_no_statement_passes(policies, draft):
    assert fired(policies, draft) == []


@pytest.mark.parametrize(
    ("policies", "ask", "draft"), RIGHT_ANSWERS, ids=[row[2] for row in RIGHT_ANSWERS]
)
def test_a_true_answer_passes(policies, ask, draft):
    assert fired(policies, draft, ask=ask) == []
