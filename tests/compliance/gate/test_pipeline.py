"""Pass, modify or block; nothing fails open; a modified reply passes unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.fixes import apply, choose, compose, says_nothing
from compliance.gate.language import is_covered
from compliance.gate.pipeline import MAX_CHARS, gate
from compliance.gate.reading import finding
from compliance.gate.ruleset import compile_rules
from compliance.gate.text import Text
from compliance.gate.types import (
    ChannelRules,
    Edit,
    Finding,
    GateInput,
    Layer,
    Severity,
    ToneOverlay,
    Verdict,
)
from tests.compliance.gate.checks.rule_cases import RULES
from tests.compliance.gate.checks.test_claims import CHECKS, facts, of_table, rule

NO_RULES = compile_rules(())


def case(text):
    return GateInput(text, facts(), ChannelRules("email"), ToneOverlay())


class Broken:
    id, title, version, layer = "broken", "Broken", 1, Layer.TONE

    def find(self, reading):
        raise KeyError("gone")


class Stubborn:
    """Wants a word away and puts it back."""

    id, title, version, layer = "stubborn", "Stubborn", 1, Layer.TONE

    def find(self, reading):
        at = reading.case.text.find("fine")
        edit = Edit(at, at + 4, "fine")
        return (
            [finding(self, reading, at, at + 4, "no", rule="r", edits=(edit,))] if at >= 0 else []
        )


def test_a_check_that_fails_blocks_with_a_fault_of_its_own():
    decision = gate(case("All is fine here."), NO_RULES, checks=(Broken(),))
    assert decision.verdict is Verdict.BLOCK
    assert decision.text_after is None
    assert decision.faults[0].stage == "broken"
    assert not decision.findings


def test_what_does_not_converge_blocks():
    decision = gate(case("All is fine here."), NO_RULES, checks=(Stubborn(),))
    assert decision.verdict is Verdict.BLOCK
    assert decision.remaining


def test_a_budget_that_runs_out_blocks():
    ticks = iter(range(100))
    decision = gate(case("Hi there."), NO_RULES, checks=CHECKS, clock=lambda: next(ticks))
    assert decision.verdict is Verdict.BLOCK
    assert decision.faults[0].stage == "budget"


def test_an_endless_draft_blocks_unread():
    decision = gate(case("a" * (MAX_CHARS + 1)), NO_RULES, checks=CHECKS)
    assert decision.faults[0].stage == "length"


@pytest.mark.parametrize(
    "text",
    [
        "Gracias por su mensaje, las tarjetas de regalo no son para usted en la tienda.",
        "Merci pour votre message, nous ne sommes pas dans la boutique avec vous.",
        "Vielen Dank, wir haben für Sie eine gute Lösung und sind bald bei Ihnen.",
        "Спасибо за ваше сообщение, мы скоро вам ответим и всё исправим.",
        "Vielen Dank, wir melden uns morgen.",
        "Gracias por su mensaje.",
        "Спасибо, ждём вас!",
    ],
)
def test_another_language_blocks(text):
    decision = gate(case(text), NO_RULES, checks=CHECKS)
    assert decision.verdict is Verdict.BLOCK
    assert "not covered" in decision.faults[0].message


@pytest.mark.parametrize(
    "text",
    [
        "¡Hola!",
        "Hola Marta, see you.",
        "La Mesa, Friday, 6 pm.",
        "Dr. van der Berg, Tuesday",
        "Des Moines, IA",
        "Tenders, wings, fries, slaw, biscuits, tea, lemonade, cookies, pie, shakes.",
        "Your table at La Casa de las Flores on El Camino is ready for you.",
        "The crème brûlée and the jalapeño poppers are back at our café today.",
    ],
)
def test_english_with_foreign_names_is_covered(text):
    assert is_covered(Text(text))


SENTENCES = [text for _, _, _, bad, good in RULES for text in (*bad, *good)]
TABLE = compile_rules(
    tuple(
        rule(claim, text=wording)
        for claim, wording in (
            ("gift cards expire", "Gift cards do not expire."),
            ("results are guaranteed", "results vary"),
            ("free beer", ""),
            ("a product cures a disease", "may help you feel at ease"),
            ("hair removal is permanent", "long-term hair reduction"),
        )
    )
    + tuple(of_table(kind, claim, examples) for kind, claim, examples, _, _ in RULES[30:])
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_gating_a_gated_reply_changes_nothing(sentences):
    decision = gate(case(" ".join(sentences)), TABLE, checks=CHECKS, budget_seconds=60)
    if decision.text_after is not None:
        again = gate(case(decision.text_after), TABLE, checks=CHECKS, budget_seconds=60)
        assert again.verdict is Verdict.PASS
        assert again.text_after == decision.text_after
        assert "  " not in decision.text_after


@given(st.text(max_size=200))
def test_no_text_makes_a_check_fail(text):
    decision = gate(case(text), TABLE, checks=CHECKS, budget_seconds=60)
    assert all(fault.stage == "language" for fault in decision.faults)
    for found in decision.findings:
        assert found.excerpt == text[found.start : found.end]


def found_with(*edits, rule_code="r", severity=Severity.MODIFY):
    return Finding("c", rule_code, Layer.TONE, severity, 0, 1, "", "", edits=edits)


@pytest.mark.parametrize(
    ("text", "edits", "after"),
    [
        ("One. Two. Three.", [(5, 9, "")], "One. Three."),
        ("One. Two. Also, three is here.", [(5, 9, "")], "One. Three is here."),
        ("One two three.", [(4, 8, "")], "One three."),
        ("- one\n- two\n- three", [(8, 11, "")], "- one\n- three"),
        ("One. Two.", [(5, 9, "")], "One."),
        ("One. Two. Three.", [(0, 4, "")], "Two. Three."),
        ("Hey, we can help.", [(0, 5, "")], "We can help."),
        ("One. two here.", [(5, 8, "three")], "One. Three here."),
        ("One. Two.", [(4, 4, " Extra.")], "One. Extra. Two."),
    ],
)
def test_seams_are_tidy(text, edits, after):
    assert apply(text, [Edit(*edit) for edit in edits]).text == after


def test_overlapping_edits_leave_the_longest():
    short, long = Edit(2, 4, "x"), Edit(0, 9, "y")
    assert choose([found_with(short), found_with(long)]) == (long,)


def test_a_letter_whose_capital_is_two_letters_keeps_its_origin():
    fixed = apply("Gone. ßa", [Edit(0, 5, "")])
    assert fixed.text == "SSa"
    assert len(fixed.origin) == len(fixed.text)


@given(st.text(min_size=1, max_size=30), st.data())
def test_rounds_compose_into_edits_of_the_original(text, data):
    rounds = []
    current = text
    for _ in range(2):
        start = data.draw(st.integers(0, len(current)))
        end = data.draw(st.integers(start, len(current)))
        fixed = apply(current, [Edit(start, end, data.draw(st.sampled_from(["", "New", "x y"])))])
        rounds.append(fixed)
        current = fixed.text
    rebuilt, position = "", 0
    for edit in compose(text, rounds):
        rebuilt += text[position : edit.start] + edit.replacement
        position = edit.end
    assert rebuilt + text[position:] == current


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Hello, we are open.", False),
        ("Hi Ana, your room is ready.", False),
        ("Thanks for asking, we are open.", False),
        ("Hi Ana,", True),
        ("Hello, Ana! Thanks for your note, and for your patience.", True),
        ("Dear Ana Ruiz,\nThank you.", True),
    ],
)
def test_a_greeting_with_an_answer_says_something(text, nothing):
    assert says_nothing(text) is nothing
