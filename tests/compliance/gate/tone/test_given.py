"""What a decision keeps of the voice: the report on the text read last, and on the draft given."""

import pytest

from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import ChannelRules, ToneOverlay, Verdict
from tests.compliance.gate.checks.rule_makers import reply

VOICE = ToneOverlay(contractions="avoid", sentence_max=8)
LONG = "You can bring it back to any desk on any day that you like."


@pytest.mark.parametrize(
    ("text", "verdict", "given", "last"),
    [
        ("We are open and it is free.", Verdict.PASS, None, 0),
        ("We're open and it's free.", Verdict.MODIFY, 2, 0),
        (f"We're open. {LONG}", Verdict.BLOCK, 1, 0),
        (LONG, Verdict.BLOCK, None, 0),
    ],
)
def test_both_reports_are_kept_where_edits_made_another_text(text, verdict, given, last):
    decision = gate(reply(text, ChannelRules("chat"), tone=VOICE), compile_rules(()))
    assert decision.verdict is verdict
    assert decision.tone["contractions"].value == last
    before = decision.tone_given
    assert (None if before is None else before["contractions"].value) == given
