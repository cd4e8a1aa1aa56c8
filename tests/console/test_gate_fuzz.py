"""Any text at all through the whole gate, with every rule, term, offer and voice of the demo."""

from functools import cache
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import Verdict
from compliance.rule_values import read_rule
from console.benchmarks.gate import bench_case
from console.bundles.schema import read_bundle

WORLD = Path(__file__).resolve().parents[2] / "demo" / "world"
# What a fault may be about: the text as a whole. No check may break on it.
OF_THE_TEXT = {"language", "characters"}

SIGNS = "()[]<>*_`~|&#@$%\"'\\/{}\n\t\x00\u200b\u00ad\u202e\u0301\ufe0f😀"
WORDS = """
we you your gift card expires never free open closes at 9 30 days $25 25% refund return Monday
tomorrow Thanksgiving guaranteed cures not unless points order F-1 STOP http://x.y
[link](http://x.y) <b>bold</b> 1/2 ½ ٣ 12:00 half a fortnight However, And - • &#x67;
"""
signs, words = st.sampled_from(SIGNS), st.sampled_from(WORDS.split())
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.one_of(words, signs, st.text(max_size=4)), max_size=30).map(" ".join),
    st.lists(st.one_of(words, signs), max_size=40).map("".join),
)


@cache
def world():
    rows = read_bundle(WORLD)
    return bench_case(rows), compile_rules(tuple(read_rule(row)[0] for row in rows.rules))


def decide(text):
    case, rules = world()
    made = type(case)(text, case.facts, case.channel, case.tone, case.customer_message)
    return gate(made, rules, budget_seconds=60.0)


@given(texts)
@example("[B](A0B)Y0B0B0Y0Y")  # no language at all, once its link is taken apart
def test_any_text_gets_a_decision_and_a_decided_text_stays(text):
    decision = decide(text)
    assert {fault.stage for fault in decision.faults} <= OF_THE_TEXT, decision.faults
    for found in decision.findings:
        assert found.excerpt == text[found.start : found.end]
    if decision.text_after is not None:
        again = decide(decision.text_after)
        assert (again.verdict, again.text_after) == (Verdict.PASS, decision.text_after)
