"""Edited replies read well, and gating them again changes nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from compliance.gate.types import Verdict
from console.bundles.schema import read_bundle
from console.evaluation.cases import read_cases
from console.evaluation.running import Evaluation
from tests.compliance.gate.reply_quality import faults_of

ROOT = Path(__file__).resolve().parents[3]
SETS = ROOT / "tests" / "evaluation"
GOOD = "Hello Dana, we open at 9. You have 3 days.\n1. Bring it.\n2. Sign it."


@pytest.mark.parametrize(
    ("after", "fault"),
    [
        ("Hello Dana, we  open at 9.", "two spaces"),
        ("Hello Dana, we open at 9 .", "a space before a mark"),
        ("We open at 9. However.", "a connective alone"),
        ("However, we open at 9.", "opens with a connective"),
        ("we open at 9.", "opens with a small letter"),
        ("We open at nine. you have time.", "a small letter after a sentence"),
        ("We open:\n-\n- at 9", "an empty item"),
        ("1. Bring it.\n3. Sign it.", "broken numbering"),
        ("Hello Dana,", "nothing but a salutation"),
        ("You have 1 days.", "one with a plural"),
        ("You have 3 day to come.", "many with a singular"),
        ("It is a 8-hour wait.", "a for an"),
        ("It is an refund.", "an for a"),
        ("Our hours is long.", "a plural that is"),
        ("We open at 9,. See you.", "marks in a row"),
        ("We open (at 9.", "brackets that do not close"),
    ],
)
def test_a_reply_that_reads_badly_is_told(after, fault):
    assert fault in faults_of(GOOD, after)


def test_a_reply_that_reads_well_is_not():
    assert faults_of(GOOD, GOOD) == []


@pytest.mark.parametrize(
    ("bundle", "name"),
    [
        (ROOT / "demo" / "world", "demo"),
        *((SETS / f"{name}_operator.yaml", name) for name in ("other", "third", "fourth")),
    ],
    ids=["demo operator", "other operator", "third operator", "fourth operator"],
)
def test_what_is_edited_reads_well_and_passes_as_it_is(bundle, name):
    evaluation = Evaluation(read_bundle(bundle), budget_seconds=60.0)
    edited, wrong = 0, []
    for case in read_cases(SETS / f"{name}_operator_cases.jsonl").cases:
        after = evaluation.judge(case).decision
        if after.verdict is not Verdict.MODIFY:
            continue
        edited += 1
        again = evaluation.judge(replace(case, draft=after.text_after)).decision
        if (again.verdict, again.text_after) != (Verdict.PASS, after.text_after):
            wrong.append((case.id, "does not pass as it is"))
        wrong.extend((case.id, fault) for fault in faults_of(case.draft, after.text_after))
    assert edited
    assert wrong == []
