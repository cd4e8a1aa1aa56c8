"""The pattern language: what matches, and errors that point at the character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.concepts import shipped
from compliance.gate.index import Index
from compliance.gate.matcher import Concepts, Scan, anchor
from compliance.gate.nodes import concepts_in
from compliance.gate.patterns import PatternError, parse
from compliance.gate.stream import Words
from compliance.gate.text import Text
from compliance.gate.themes import THEMES, lines

CONCEPTS = Concepts({"end": parse("expire | lapse | run out"), "animal": parse("cat | big dog")})


def matches(pattern, text):
    return bool(Scan(Words(Text(text)), CONCEPTS).find(parse(pattern)))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("gift card", "Your gift cards are here"),
        ("gift card ... @end", "The gift card you bought will have expired by May"),
        ("card {0,2} lapse", "the card has simply lapsed"),
        ("refund* policy", "Refundable policies"),
        ("[very] big @animal", "a big cat"),
        ("(red | blue) hat", "the blue hats"),
        ("@animal near food", "food for a cat"),
        ("@animal & vet", "The vet saw your cat on Monday afternoon at three"),
        ("# day", "within thirty days"),
        ("$ # off", "$1,200.50 off"),
        ("# %", "20 percent"),
        ("do not worry", "don't worry"),
        ("tax free", "tax-free"),
    ],
)
def test_a_pattern_matches(pattern, text):
    assert matches(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("gift card", "a gift for your card game"),
        ("card {0,1} lapse", "the card that you were once given lapsed"),
        ("cat dog", "The cat. Dog food."),
        ("free! sample", "a sugar-free sample"),
        ("@end", "the end"),
    ],
)
def test_a_pattern_does_not_match(pattern, text):
    assert not matches(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "position"),
    [("(a | b", 0), ("a ? b", 2), ("a | ", 3), ("... a", 0), ("a {5,2} b", 2), ("a ) b", 2)],
)
def test_an_error_points_at_the_character(pattern, position):
    with pytest.raises(PatternError) as caught:
        parse(pattern)
    assert caught.value.position == position


def test_every_shipped_pattern_can_be_read_and_found():
    concepts = shipped()
    patterns = [line.removeprefix("~") for theme in THEMES for line in lines(theme.says)]
    patterns += [line for theme in THEMES for line in lines(theme.cues)]
    for pattern in patterns:
        assert anchor(parse(pattern), concepts)


def test_the_index_proves_that_it_read_the_text():
    index = Index([anchor(parse("cat"), CONCEPTS), anchor(parse("@end"), CONCEPTS)], CONCEPTS)
    assert index.candidates(Words(Text("the cats ran out"))) == {0, 1}
    assert index.candidates(Words(Text("nothing here"))) == set()
    assert index.candidates(Words(Text(""))) == set()


def test_a_word_that_is_cut_off_finds_how_it_goes_on():
    assert matches("prescri*", "It was prescribed.")
    assert matches("calorie*", "few calories")
    assert matches("carrie*", "It carries on.")
    assert not matches("prescri*", "the press")


def test_numbers_in_words_are_numbers():
    assert matches("two for one", "2 for one")
    assert matches("two for one", "Two for one!")


def test_letters_are_read_as_texts_are():
    assert matches("Crème Brûlée", "creme brulee")
    assert matches("don’t worry", "don't worry")


signs = st.sampled_from(["(", ")", "[", "]", "|", "&", "...", "{0,3}", "{3}", "@end", "@x", "#"])
pieces = st.lists(signs | st.sampled_from(["near", "cat", "dogs*", "free!", "$", "%", "?"]))


def read_or_fault(pattern):
    try:
        return parse(pattern), None
    except PatternError as error:
        return None, error


@given(pattern=st.one_of(pieces.map(" ".join), pieces.map("".join), st.text(max_size=30)))
def test_any_text_is_a_pattern_or_an_error_at_one_of_its_characters(pattern):
    node, fault = read_or_fault(pattern)
    if fault is None:
        scan = Scan(Words(Text("The cat and two dogs ran out of free food.")), CONCEPTS)
        if set(concepts_in(node)) <= set(CONCEPTS):
            assert scan.find(node) == sorted(set(scan.find(node)))
        return
    assert 0 <= fault.position <= len(pattern)
    # A long pattern is drawn in part: the caret stands below the same character all the same.
    drawn, _, caret = fault.drawing.rpartition("\n")
    below = len(caret) - 1
    assert caret == " " * below + "^"
    assert drawn[below : below + 1] == pattern[fault.position : fault.position + 1]


@given(
    pattern=st.lists(st.sampled_from(["cat", "dog", "...", "{0,3}", "near", "&"]), min_size=1),
    text=st.lists(st.sampled_from(["cat", "dog", "the", ".", ","]), max_size=40),
)
def test_what_the_index_rules_out_never_matches(pattern, text):
    node, fault = read_or_fault(" ".join(pattern))
    if fault is not None:
        return
    read = Words(Text(" ".join(text)))
    candidates = Index([anchor(node, CONCEPTS)], CONCEPTS).candidates(read)
    assert candidates == {0} or not Scan(read, CONCEPTS).find(node)
