"""Concepts in a bundle: checked beside each other, changed together with what names them."""

import pytest

from compliance.loading import stored_ruleset
from compliance.models import ComplianceRule, Concept, ToneOverlay
from console.bundles.apply import import_bundle
from console.bundles.problems import BundleError
from console.bundles.schema import read_bundle
from console.evaluation.running import Evaluation

pytestmark = pytest.mark.django_db

BUNDLE = """
concepts:
  {name}: {{about: Prizes, expressions: [golden ticket, "@{other}"]}}
  {other}: {{about: Draws, expressions: [lucky draw]}}
  free: {{relation: extends, about: Our slang, expressions: [won't set you back], active: {active}}}
platform_rules:
  - {{id: prizes, claim: a prize is promised, detectors: ["win @{name}"], action: block}}
"""


def text(name="ticket_words", other="draw_words", active="true"):
    return BUNDLE.format(name=name, other=other, active=active)


def bring(write, words, **options):
    bundle = read_bundle(write(words))
    return import_bundle(bundle=bundle, actor=None, reason="a campaign", **options)


def test_concepts_are_created_with_the_rules_that_name_them(write):
    bring(write, text())
    assert [concept.name for concept in stored_ruleset().own] == [
        "draw_words",
        "free",
        "ticket_words",
    ]
    assert stored_ruleset().broken == ()
    assert bring(write, text()).is_empty


def test_a_bundle_in_memory_is_evaluated_with_its_concepts(write):
    ruleset = Evaluation(read_bundle(write(text()))).ruleset
    assert "ticket_words" in ruleset.concepts
    assert ruleset.broken == ()


def test_a_concept_and_its_rule_change_together(write):
    bring(write, text())
    bring(write, text(name="prize_words"), prune=True)
    assert ComplianceRule.objects.get().detectors == ["win @prize_words"]
    assert not Concept.objects.filter(name="ticket_words").exists()
    # What stood inside now stands outside: never a circle on the way.
    bring(write, text(name="draw_words", other="prize_words"), prune=True)
    assert Concept.objects.get(name="draw_words").expressions == ["golden ticket", "@prize_words"]


def test_what_would_break_a_stored_rule_is_refused_and_nothing_changes(write):
    bring(write, text())
    with pytest.raises(BundleError, match="rule prizes"):
        bring(write, SWITCHED_OFF)
    assert Concept.objects.get(name="ticket_words").active


SWITCHED_OFF = (
    "concepts:\n  ticket_words: {about: Prizes, expressions: [golden ticket], active: false}\n"
)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (text().replace("lucky draw", "(lucky"), "“)” for this bracket is missing"),
        (text().replace("lucky draw", "'@ticket_words'"), "would contain itself"),
        (text().replace("win @ticket", "win @tickt"), "did you mean @ticket_words"),
        (text().replace("relation: extends, ", ""), "There is a shipped concept @free"),
        (text().replace("extends", "enlarges"), "not known"),
        (text().replace("about: Draws, ", ""), "concepts.draw_words.about"),
    ],
)
def test_a_fault_names_its_line(write, words, hint):
    with pytest.raises(BundleError) as refused:
        read_bundle(write(words))
    assert hint in str(refused.value)
    assert "\n " not in str(refused.value)


VOICE = """
brands:
  kite: {name: Kite}
voices:
  calm: {brand: kite, prohibited: [hey, "@%s"], replacements: {"@slang": "so"}}
"""


def test_a_voice_names_a_class_that_the_bundle_brings(write):
    bring(write, text() + VOICE % "ticket_words")
    overlay = ToneOverlay.objects.get()
    assert overlay.classes == ("ticket_words", "slang")
    with pytest.raises(BundleError, match="voice calm"):
        bring(write, SWITCHED_OFF)


def test_an_unknown_class_of_a_voice_names_its_line(write):
    with pytest.raises(BundleError) as refused:
        read_bundle(write(text() + VOICE % "ticket_wrds"))
    assert "voices.calm.prohibited" in str(refused.value)
    assert "did you mean @ticket_words" in str(refused.value)
