"""The whole gate on everyday replies of an operator in trades that no other set has.

Rows that still go wrong stay in the tables and are counted; lower a bound when the gate
gets better.
"""

import pytest

from tests.compliance.gate.everyday import replies

MOST_FALSE_ALARMS = 6
MOST_LEAKS = 21


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
