"""Rules of trades that no theme knows, by claim and two examples: most rewordings are found.

The bounds are the measured figures with a little room; tighten them when the gate gets better.
"""

import pytest

from compliance.gate.types import Rule, RuleAction, RuleKind
from tests.compliance.gate.checks.test_claims import run
from tests.compliance.gate.checks.trade_cases import DISCLOSURE, HELD_OUT, LATER, WORKED


def fires(trade, text):
    rule = Rule(
        code="R1",
        version=1,
        kind=RuleKind(trade.kind),
        claim=trade.claim,
        action=(RuleAction.INSERT_DISCLOSURE if trade.kind == DISCLOSURE else RuleAction.BLOCK),
        examples=trade.examples,
        text="Ask us about the posted terms.",
    )
    return bool(run([rule], text).findings)


@pytest.mark.parametrize(
    ("trades", "least_found", "most_false"),
    [(WORKED, 0.76, 0.0), (HELD_OUT, 0.53, 0.065), (LATER, 0.38, 0.04)],
    ids=["worked with", "held out", "later"],
)
def test_reworded_violations_are_found_and_little_else(trades, least_found, most_false):
    broken = [(trade, text) for trade in trades for text in trade.broken]
    kept = [(trade, text) for trade in trades for text in trade.kept]
    missed = [text for trade, text in broken if not fires(trade, text)]
    false = [text for trade, text in kept if fires(trade, text)]
    assert len(broken) == 5 * len(trades)
    assert len(kept) == 4 * len(trades)
    assert 1 - len(missed) / len(broken) >= least_found, missed
    assert len(false) / len(kept) <= most_false, false


@pytest.mark.parametrize("trade", [*WORKED, *HELD_OUT, *LATER], ids=lambda trade: trade.claim)
def test_a_rule_finds_its_own_examples(trade):
    assert all(fires(trade, example) for example in trade.examples)
