"""A text that a rule puts in reads as its author wrote it, whatever voice the reply has."""

from dataclasses import replace
from pathlib import Path

import pytest

from compliance.gate.checks.channel import Channel
from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.checks.tone import Tone
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import (
    BindsOn,
    ChannelRules,
    GateInput,
    Judgement,
    RuleAction,
    RuleKind,
    Verdict,
)
from compliance.gate.types import ToneOverlay as OverlayValue
from compliance.models import ToneOverlay
from compliance.rule_values import read_rule
from compliance.voices import tone_overlay
from console.bundles.schema import read_bundle
from tests.compliance.gate.checks.test_claims import facts

ROOT = Path(__file__).resolve().parents[3]
BUNDLES = [ROOT / "demo" / "world", *sorted((ROOT / "tests" / "evaluation").glob("*.yaml"))]
CHECKS = (Claims(), Disclosures(), Tone(), Channel())
EMAIL = ChannelRules("email", max_chars=4000, flags=frozenset({"no_html", "no_markdown"}))
# Words that no voice and no rule has anything against.
CALLS = "The lamp by the window is yellow."
REPLY = f"Hello Dana,\n\n{CALLS} We look at it on Monday."


def bound_nowhere(rule):
    return replace(
        rule,
        states=(),
        binds_on=BindsOn.EVERYWHERE,
        verticals=(),
        brands=(),
        locations=(),
        channels=(),
    )


def writes(rule):
    """Whether the rule adds or replaces whole sentences."""
    if rule.kind is RuleKind.REQUIRED_DISCLOSURE:
        return rule.action is RuleAction.INSERT_DISCLOSURE
    return rule.action is RuleAction.REWRITE and rule.text.strip()[-1] in ".!?"


def of_bundle(path):
    rows = read_bundle(path, lenient=True)
    rules = [bound_nowhere(read_rule(row)[0]) for row in rows.rules]
    return [rule for rule in rules if writes(rule)], [
        tone_overlay([row], row.channel) for row in rows.of(ToneOverlay)
    ]


def against(text):
    """The voice that likes nothing about a text: its words, its length, its person, its marks."""
    words = {word.strip(".,!?()").lower() for word in text.split()}
    return OverlayValue(
        code="against",
        sentence_mean=(20.0, 30.0),
        sentence_max=7,
        contractions="avoid",
        emoji_max=0,
        exclamations_max=0,
        person="first_singular",
        prohibited=tuple(sorted(word for word in words if word not in REPLY.lower())),
    )


@pytest.mark.parametrize("verbatim", [False, True])
@pytest.mark.parametrize("path", BUNDLES, ids=lambda path: path.stem)
def test_no_voice_mangles_or_blames_the_text_of_a_rule(path, verbatim):
    rules, voices = of_bundle(path)
    assert len(rules) >= 5
    assert len(voices) >= 3
    for rule in rules:
        ruleset = compile_rules((replace(rule, verbatim=verbatim),))
        for voice in (*voices, against(rule.text)):
            case = GateInput(
                REPLY,
                facts(),
                EMAIL,
                voice,
                judgements=(Judgement(rule.code, True, CALLS, "f"),),
            )
            decision = gate(case, ruleset, checks=CHECKS, budget_seconds=60)
            assert decision.verdict is Verdict.MODIFY, (rule.code, voice.code, decision.remaining)
            assert decision.text_after.count(rule.text) == 1, (rule.code, voice.code)
            again = gate(
                replace(case, text=decision.text_after, judgements=()), ruleset, budget_seconds=60
            )
            assert again.verdict is not Verdict.MODIFY, (rule.code, voice.code, again.findings)
