"""The phrase classes that a voice may name: what they find, and what they leave alone."""

import pytest

from compliance.gate.concepts import expressions_of, shipped
from compliance.gate.concepts.classes import CLASSES
from compliance.gate.concepts.own import OwnConcept, with_own
from compliance.gate.cost import check_cost
from compliance.gate.detection import Detection
from compliance.gate.patterns import parse
from compliance.gate.text import Text
from compliance.gate.tone.classes import find_class
from tests.compliance.gate.classes import care_cases, fresh_cases, manner_cases, selling_cases

TABLES = (manner_cases, selling_cases, care_cases, fresh_cases)
# What the lists do not tell apart: where a sentence or a name ends is not theirs to say.
UNFOUND = {
    "You need to relax.",
    "Stop using the steroid cream.",
    "We are in the process of onboarding a new vendor.",
    "K, see you then.",
    "You're gonna love it, it's fire.",
    "You left the door open.",
    "You'll be amazed, guaranteed.",
    "Every customer leaves happy.",
    "We'll check the PMS notes.",
    "Whatever, it's fine.",
}
MISTAKEN = {
    "What is up for renewal is your membership.",
    "Hello Mr. Hey, your room is ready.",
    "The yo-yo is for the kids.",
}


def holds(name, text, concepts=None):
    return bool(find_class(Detection(Text(text), Text(""), concepts or shipped()), name))


def cases(table):
    return [(name, text) for name, texts in table.items() for text in texts]


FOUND = [pair for each in TABLES for pair in cases(each.HITS)] + cases(fresh_cases.ODD_HITS)


@pytest.mark.parametrize(("name", "text"), FOUND)
def test_what_a_class_names_is_found(name, text):
    assert holds(name, text) is (text not in UNFOUND)


@pytest.mark.parametrize(
    ("name", "text"), [pair for each in TABLES for pair in cases(each.NON_HITS)]
)
def test_what_only_looks_like_it_is_left_alone(name, text):
    assert holds(name, text) is (text in MISTAKEN)


def test_every_class_has_enough_of_both():
    for table in ("HITS", "NON_HITS"):
        for name in CLASSES:
            texts = {text for each in TABLES for text in getattr(each, table).get(name, ())}
            assert len(texts) >= 12


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_is_documented_by_examples_that_hold(name):
    one = CLASSES[name]
    assert [text for text in one.found if not holds(name, text)] == []
    assert [text for text in one.left if holds(name, text)] == []
    assert one.about.endswith(".")


@pytest.mark.parametrize("name", CLASSES)
def test_its_expressions_are_as_an_operator_may_write_them(name):
    expressions = expressions_of(name)
    assert len(expressions) == len(set(expressions)) >= 15
    for expression in expressions:
        check_cost(expression, parse(expression))


def test_a_claim_that_is_denied_or_reported_is_none():
    assert holds("health_claims", "The wrap cures eczema.")
    assert not holds("health_claims", "The wrap does not cure eczema.")
    assert not holds("health_claims", "You mentioned that it cures eczema.")
    # A manner of speaking stays one.
    assert holds("slang", "That is not awesome.")


def test_what_addresses_somebody_else_is_no_endearment():
    assert holds("endearments", "Sweetheart, we will call you.")
    assert not holds("endearments", "Miso sounds like a sweetheart!")


def test_the_longest_phrase_is_told():
    detection = Detection(Text("Hey there, hiya and howdy!"), Text(""), shipped())
    said = [use.phrase for use in find_class(detection, "casual_greetings")]
    assert said == ["hey there", "hiya", "howdy"]


def test_an_operator_extends_or_replaces_a_class():
    more = with_own((OwnConcept("slang", ("bodacious",)),)).concepts
    assert holds("slang", "A bodacious wave.", more)
    assert holds("slang", "It is awesome.", more)
    instead = with_own((OwnConcept("slang", ("bodacious",), replaces=True),)).concepts
    assert holds("slang", "A bodacious wave.", instead)
    assert not holds("slang", "It is awesome.", instead)
