"""The project's own labelled replies: the gate must not get worse on them.

The bounds are the measured rates with a little room; lower them when the gate gets better.
"""

from pathlib import Path

import pytest

from console.bundles.schema import read_bundle
from console.evaluation.cases import read_cases
from console.evaluation.scoring import measure

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT / "tests" / "evaluation"


@pytest.mark.parametrize(
    ("bundle", "cases", "count", "most_leaks", "most_false_alarms"),
    [
        (ROOT / "demo" / "world", "demo_operator", 200, 0.27, 0.10),
        (SETS / "other_operator.yaml", "other_operator", 200, 0.20, 0.07),
        (SETS / "third_operator.yaml", "third_operator", 100, 0.18, 0.14),
        (SETS / "fourth_operator.yaml", "fourth_operator", 100, 0.24, 0.15),
        (SETS / "fifth_operator.yaml", "fifth_operator", 160, 0.17, 0.10),
        (SETS / "sixth_operator.yaml", "sixth_operator", 160, 0.19, 0.15),
        (SETS / "seventh_operator.yaml", "seventh_operator", 160, 0.41, 0.17),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_gate_gets_no_worse(bundle, cases, count, most_leaks, most_false_alarms):
    file = read_cases(SETS / f"{cases}_cases.jsonl")
    assert not file.bad_lines
    # Time is not what this measures: a busy machine must not turn a leak into a block.
    scores = measure(read_bundle(bundle), file.cases, budget_seconds=60.0)
    faulty = [score for score in scores if score.case.expected.failures]
    clean = [score for score in scores if not score.case.expected.failures]
    leaks = [score.case.id for score in faulty if score.leak]
    false_alarms = [score.case.id for score in clean if score.false_alarm]
    assert len(faulty) + len(clean) == count
    assert len(leaks) / len(faulty) <= most_leaks, leaks
    assert len(false_alarms) / len(clean) <= most_false_alarms, false_alarms
