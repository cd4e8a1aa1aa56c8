"""Phrase classes that a voice names: broken, mended, and never silently left out."""

import pytest

from compliance.gate.concepts.own import OwnConcept
from compliance.gate.fingerprint import fingerprint
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import ChannelRules, GateInput, OwnClass, ToneOverlay, Verdict
from tests.compliance.gate.checks.test_claims import facts

REST = " We have your table at six."
GREETING = "Hey there, Dana."


def decide(text, *prohibited, own=(), **more):
    tone = ToneOverlay(code="spa", prohibited=prohibited, **more)
    case = GateInput(text + REST, facts(), ChannelRules("email"), tone)
    return gate(case, compile_rules((), own))


def after(text, *prohibited, **more):
    decision = decide(text, *prohibited, **more)
    return None if decision.text_after is None else decision.text_after.removesuffix(REST)


def test_the_finding_names_the_class_in_words_and_the_phrase():
    (found,) = decide(GREETING, "@casual_greetings").findings
    assert found.message == "This voice does not use casual greetings: “hey there”."
    assert found.excerpt == "Hey there"
    assert (found.rule, found.fact.value) == ("prohibited", "@casual_greetings")


def test_a_class_stands_beside_plain_phrases():
    decision = decide("Hey there, friend. We will circle back.", "friend", "@casual_greetings")
    assert [found.fact.value for found in decision.findings] == ["@casual_greetings", "friend"]


@pytest.mark.parametrize(
    ("text", "named", "swaps", "expected"),
    [
        (GREETING, "casual_greetings", {"@casual_greetings": "Good day,"}, "Good day, Dana."),
        ("Hey there Dana.", "casual_greetings", {"@casual_greetings": "Hello"}, "Hello Dana."),
        (
            "Well, howdy.",
            "casual_greetings",
            {"@casual_greetings": "Hello", "yo": "Good day"},
            "Well, hello.",
        ),
        (
            "Howdy!",
            "casual_greetings",
            {"@casual_greetings": "Hello", "howdy": "Welcome"},
            "Welcome!",
        ),
        ("It's a no-brainer.", "sales_pressure", {"no-brainer": "easy choice"},
             "It's an easy choice."),
        ("No biggie, we moved it.", "slang", {"@slang": "no problem"}, "No problem, we moved it."),
        ("You saw it. Act now! It is new.", "false_urgency", {"@false_urgency": ""},
         "You saw it. It is new."),
    ],
)  # fmt: skip
def test_an_approved_swap_takes_on_what_surrounds_it(text, named, swaps, expected):
    found = after(text, f"@{named}", replacements=tuple(sorted(swaps.items())))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        (GREETING, "casual_greetings", "Hello, Dana."),
        ("Thanks, pal.", "endearments", "Thanks."),
        ("Of course, my dear, come in.", "endearments", "Of course, come in."),
        ("It is super easy.", "slang", "It is simple."),
        ("The wrap cures eczema.", "health_claims", None),
        ("You'd be crazy to pass this up.", "sales_pressure", None),
    ],
)
def test_without_one_only_a_safe_mend_is_made_and_else_it_blocks(text, named, expected):
    assert after(text, f"@{named}") == expected


def test_a_swap_that_is_of_a_prohibited_class_itself_is_none():
    replacements = (("@slang", "awesome"),)
    assert decide("No biggie.", "@slang", replacements=replacements).verdict is Verdict.BLOCK


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The wrap does not cure eczema.", "health_claims"),
        ("You wrote “hey there, friend”.", "casual_greetings"),
        ("Our hotel is at Darling Harbour.", "endearments"),
        ("Your scrub is the Howdy Honey Scrub.", "casual_greetings"),
    ],
)
def test_what_is_denied_quoted_or_a_name_is_no_break(text, named):
    assert decide(text, f"@{named}").verdict is Verdict.PASS


def test_disguised_words_of_a_class_are_met():
    assert decide("It is an aw3some room.", "@slang").verdict is not Verdict.PASS
    own = (OwnConcept("house_bans", ("bodacious",)),)
    assert decide("A b0dac1ous wave.", "@house_bans", own=own).verdict is Verdict.BLOCK


def test_an_operators_own_class_is_told_with_its_version():
    own = (OwnConcept("house_bans", ("golden ticket",), version=4),)
    classes = (OwnClass("house_bans", 4),)
    (found,) = decide("Win a golden ticket.", "@house_bans", own=own, classes=classes).findings
    assert found.message == "This voice does not use house bans: “golden ticket”."
    assert found.fact.value == "@house_bans (version 4)"


def test_an_edited_class_is_met_at_once_and_changes_what_is_recorded():
    before = (OwnConcept("slang", ("bodacious",), version=1),)
    edited = (OwnConcept("slang", ("groovy",), version=2),)
    assert decide("It is groovy.", "@slang", own=before).verdict is Verdict.PASS
    assert decide("It is groovy.", "@slang", own=edited).verdict is Verdict.BLOCK
    assert compile_rules((), before).fingerprint != compile_rules((), edited).fingerprint
    voices = (ToneOverlay(classes=(OwnClass("slang", version),)) for version in (1, 2))
    assert len({fingerprint(voice) for voice in voices}) == 2


@pytest.mark.parametrize(
    ("named", "own", "why"),
    [
        ("casual_greetngs", (), "did you mean @casual_greetings?"),
        ("house_bans", (), "there is no concept @house_bans"),
        ("house_bans", (OwnConcept("house_bans", ("(a | b",)),), "“)” for this bracket is missing"),
    ],
)
def test_a_class_that_cannot_be_used_holds_every_draft_with_the_reason(named, own, why):
    for more in ({}, {"replacements": ((f"@{named}", "Hello"),)}):
        prohibited = () if more else (f"@{named}",)
        decision = decide("Good day.", *prohibited, own=own, **more)
        assert decision.verdict is Verdict.BLOCK
        assert decision.faults[0].stage == "tone"
        assert why in decision.faults[0].message
        assert "spa" in decision.faults[0].message
