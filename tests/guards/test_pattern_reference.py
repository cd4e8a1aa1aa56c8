"""The reference of the pattern language, run: every pattern, text, error and bound on the page."""

import re
from pathlib import Path

import pytest

from compliance.gate import cost, patterns
from compliance.gate.concepts import shipped
from compliance.gate.concepts.own import missing_concept
from compliance.gate.cost import check_cost
from compliance.gate.matcher import Scan
from compliance.gate.patterns import PatternError, parse
from compliance.gate.stream import Words
from compliance.gate.text import Text

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "patterns.md"
TEXT = PAGE.read_text(encoding="utf-8")


def blocks(kind):
    return [found.split("\n") for found in re.findall(rf"```{kind}\n(.*?)\n```", TEXT, re.DOTALL)]


EXAMPLES = [
    (pattern, line[2:], line[0] == "+") for pattern, *lines in blocks("pattern") for line in lines
]


@pytest.mark.parametrize(("pattern", "text", "found"), EXAMPLES)
def test_every_example_is_as_the_page_says(pattern, text, found):
    check_cost(pattern, parse(pattern))
    spans = Scan(Words(Text(text)), shipped()).find(parse(pattern))
    assert bool(spans) is found


def test_every_pattern_has_texts_of_both_kinds():
    kinds = {pattern: set() for pattern, _, _ in EXAMPLES}
    for pattern, _, found in EXAMPLES:
        kinds[pattern].add(found)
    assert [pattern for pattern, both in kinds.items() if both != {True, False}] == []
    assert len(kinds) > 12


def fault_of(pattern):
    try:
        return missing_concept(pattern, parse(pattern), shipped(), {})
    except PatternError as error:
        return error


@pytest.mark.parametrize(("pattern", "drawn"), blocks("error"))
def test_every_error_is_as_the_page_says(pattern, drawn):
    position = drawn.index("^")
    refused = fault_of(pattern)
    assert str(refused) == f"{drawn[position + 2 :]} (at character {position + 1})"
    assert refused.drawing == f"{pattern}\n{' ' * position}^"


def test_the_bounds_are_those_of_the_code():
    table = re.findall(r"^\| ([a-z][^|]+) \| ([\d,]+) \|$", TEXT, re.MULTILINE)
    told = {what: int(most.replace(",", "")) for what, most in table}
    assert told == {
        "characters of a pattern, or of a regular expression": cost.MOST_CHARS,
        "words and alternatives of a pattern": cost.MOST_WORDS,
        "brackets in brackets": patterns.DEEPEST,
        "gaps, `near` and `&` that one match has to make": cost.MOST_JOINS,
        "of these `&`": cost.MOST_IN_SENTENCE,
        "words of a gap": patterns.WIDEST_GAP,
        "optional parts in a row": 4,
        "expressions of a concept": cost.MOST_EXPRESSIONS,
        "detectors of a rule": cost.MOST_DETECTORS,
        "examples, and counter-examples, of a rule": cost.MOST_EXAMPLES,
    }
    optional = " ".join("[x]" for _ in range(told["optional parts in a row"]))
    assert parse(f"{optional} y")


def test_the_dearest_pattern_stays_small_on_a_text_made_to_be_slow():
    words = "(red | blue)"
    dearest = " & ".join([words] * 4) + f" near {words}" * 4
    node = parse(dearest)
    check_cost(dearest, node)
    for text in ("red blue " * 2_200, "red blue " * 350, ("red blue " * 30 + ". ") * 70):
        scan = Scan(Words(Text(text)), shipped())
        assert len(scan.find(node)) < 60_000
