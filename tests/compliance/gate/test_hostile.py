"""Drafts as long as the gate reads them, of one thing over and over, take a bounded time."""

import time

import pytest

from compliance.gate.pipeline import MAX_CHARS, MOST_FINDINGS, gate
from compliance.gate.reading import finding
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import Edit, Layer, Unit, Verdict
from tests.compliance.gate.checks.test_policies import case_of

NO_RULES = compile_rules(())
TERMS = {"return_window_days": (Unit.DAYS, 30), "receipt_required": (Unit.BOOLEAN, True)}
# Of the processor alone, so that a busy machine does not matter; each took 4 to 11 seconds before.
MOST_SECONDS = 3.0


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a\n",
        "!",
        "(",
        "<!--",
        "<b ",
        "**",
        "\u200b",
        "a\u200b",
        "\u0301",
        "а",
        "\x00",
        "\ud800",
        "$5 ",
        "thirty days or ninety days, ",
        "return within 30 days ",
    ],
    ids=ascii,
)
def test_repetition_takes_no_time_out_of_measure(piece):
    text = (piece * MAX_CHARS)[:MAX_CHARS]
    started = time.process_time()
    decision = gate(case_of(TERMS, text), NO_RULES, budget_seconds=60.0)
    assert time.process_time() - started < MOST_SECONDS
    # Whatever is found is told; no check may break on it.
    broken = [fault for fault in decision.faults if "up to 250 are read" not in fault.message]
    stages = {fault.stage for fault in broken}
    assert stages <= {"language", "characters", "findings"}, decision.faults


class Pedantic:
    """Finds something at every letter."""

    id, title, version, layer = "pedantic", "Pedantic", 1, Layer.TONE

    def find(self, reading):
        return [
            finding(self, reading, at, at + 1, "no", rule="r", edits=(Edit(at, at + 1, "b"),))
            for at in range(len(reading.case.text))
        ]


def test_ten_thousand_findings_block_at_once():
    started = time.process_time()
    decision = gate(case_of(TERMS, "a " * 5_000), NO_RULES, checks=(Pedantic(),))
    assert time.process_time() - started < MOST_SECONDS
    assert decision.verdict is Verdict.BLOCK
    assert "10,000 things" in decision.faults[0].message
    assert len(decision.findings) == MOST_FINDINGS


def test_what_is_no_text_blocks_with_a_reason_of_its_own():
    decision = gate(case_of(TERMS, "We are \ud800 open."), NO_RULES)
    assert decision.verdict is Verdict.BLOCK
    assert [fault.stage for fault in decision.faults] == ["characters"]


def test_a_draft_of_nothing_but_amounts_says_so():
    decision = gate(case_of(TERMS, "It costs $5 or $6. " * 400), NO_RULES, budget_seconds=60.0)
    assert decision.verdict is Verdict.BLOCK
    assert "The draft states 400 amounts" in decision.faults[0].message


def test_a_long_list_of_prices_is_still_read():
    text = "".join(f"Item {number} costs ${number}.\n" for number in range(1, 100))
    decision = gate(case_of(TERMS, text), NO_RULES, budget_seconds=60.0)
    assert not decision.faults
