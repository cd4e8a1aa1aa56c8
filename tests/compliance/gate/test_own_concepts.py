"""An operator's own concepts: how they extend and replace, and what is wrong with them."""

from dataclasses import replace

import pytest

from compliance.gate.concepts import SENSES, SHIPPED, expressions_of, shipped
from compliance.gate.concepts.own import OwnConcept, concept_faults, with_own
from compliance.gate.cost import MOST_CHARS, MOST_EXPRESSIONS, MOST_JOINS, MOST_WORDS, check_cost
from compliance.gate.matcher import Scan
from compliance.gate.patterns import PatternError, parse
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.stream import Words
from compliance.gate.text import Text
from compliance.gate.types import ChannelRules, GateInput, RuleAction, ToneOverlay, Verdict
from tests.compliance.gate.checks.test_claims import facts, rule


def own(name, *expressions, replaces=False):
    return OwnConcept(name, expressions, replaces)


def found(name, text, *concepts):
    lists = with_own(concepts)
    return bool(Scan(Words(Text(text)), lists.concepts).concept(name))


def test_an_extended_list_means_more_and_a_replaced_one_only_what_it_says():
    more = own("free", "won't set you back a thing")
    assert found("free", "It won't set you back a thing.", more)
    assert found("free", "It is on the house.", more)
    instead = own("free", "gratis", replaces=True)
    assert found("free", "It is gratis.", instead)
    assert not found("free", "It is on the house.", instead)


def test_a_list_of_its_own_may_refer_to_others():
    lists = (own("ticket_words", "golden ticket"), own("lost_ticket", "lose {0,3} @ticket_words"))
    assert found("lost_ticket", "You lose your golden ticket.", *lists)


@pytest.mark.parametrize(
    ("concepts", "why"),
    [
        ((own("mine", "(a | b"),), "the “)” for this bracket is missing (at character 1)"),
        ((own("mine", "@guarante"),), "there is no concept @guarante; did you mean @guarantee"),
        ((own("mine", "very @mine"),), "contain itself: @mine → @mine"),
        (
            (own("mine", "@other"), own("other", "@mine")),
            "contain itself: @mine → @other → @mine",
        ),
        # The shipped @absolute refers to @guarantee.
        (
            (own("guarantee", "@absolute"),),
            "contain itself: @guarantee → @absolute → @guarantee",
        ),
        ((own("mine"),), "it has no expressions"),
        ((own("mine", "x" * (MOST_CHARS + 1)),), "1,001 characters long"),
        ((own("mine", " | ".join(["x"] * (MOST_WORDS + 1))),), "may have 200"),
        ((own("mine", *map(str, range(MOST_EXPRESSIONS + 1))),), "may have 300"),
    ],
)
def test_what_cannot_be_used_is_told_and_never_left_out_silently(concepts, why):
    first = concepts[0]
    (fault, *_) = concept_faults(first, concepts[1:])
    assert why in str(fault)
    assert why in with_own(concepts).broken[first.name]


def test_what_refers_to_a_broken_list_is_broken_with_it():
    lists = with_own((own("inner", "(a"), own("outer", "@inner"), own("fine", "golden ticket")))
    assert set(lists.broken) == {"inner", "outer"}
    assert "the concept @inner cannot be used" in lists.broken["outer"]


def test_an_error_is_drawn_at_its_character():
    (fault,) = concept_faults(own("mine", "one (two | three"), ())
    assert fault.drawing == "one (two | three\n    ^"
    long = "a " * 60 + "? b"
    with pytest.raises(PatternError) as caught:
        parse(long)
    pattern, caret = caught.value.drawing.split("\n")
    assert pattern[caret.index("^")] == "?"
    assert len(pattern) < 70


@pytest.mark.parametrize(
    "pattern",
    [
        " ... ".join("ab" for _ in range(MOST_JOINS + 2)),
        " near ".join("ab" for _ in range(MOST_JOINS + 2)),
        "a & b & c & d & e",
        "((a ... b) ... (c ... d)) near ((a ... b) ... (c ... d ... e))",
    ],
)
def test_too_many_joins_are_refused(pattern):
    with pytest.raises(PatternError, match="in a row"):
        check_cost(pattern, parse(pattern))


def test_every_shipped_expression_is_within_the_bounds_of_an_operators_own():
    for name in {**SHIPPED, **SENSES}:
        for expression in expressions_of(name):
            check_cost(expression, parse(expression))


def test_shipped_concepts_refer_only_to_each_other_and_never_to_themselves():
    as_own = tuple(OwnConcept(name, expressions_of(name), replaces=True) for name in shipped())
    assert dict(with_own(as_own).broken) == {}


def gate_with(concepts, *rules, text):
    case = GateInput(text, facts(), ChannelRules("email"), ToneOverlay())
    return gate(case, compile_rules(rules, concepts))


def test_a_rule_blocks_by_an_operators_concept():
    banned = rule("x", RuleAction.BLOCK, detectors=("win @ticket_words",))
    lists = (own("ticket_words", "golden ticket"),)
    assert gate_with(lists, banned, text="You win a golden ticket.").verdict is Verdict.BLOCK
    assert gate_with(lists, banned, text="You win a silver spoon.").verdict is Verdict.PASS


def test_a_rule_that_needs_a_broken_concept_blocks_even_if_it_was_derived():
    derived = rule("the visit is free", RuleAction.BLOCK)
    other = replace(rule("gift cards expire", RuleAction.BLOCK), code="R2")
    ruleset = compile_rules((derived, other), (own("free", "(a"),))
    assert [one.code for one, _ in ruleset.broken] == [derived.code]
    assert "@free" in ruleset.broken[0][1]


def test_the_fingerprint_of_a_set_changes_with_its_concepts():
    one = compile_rules((), (own("mine", "a"),))
    other = compile_rules((), (own("mine", "b"),))
    assert len({one.fingerprint, other.fingerprint, compile_rules(()).fingerprint}) == 3
