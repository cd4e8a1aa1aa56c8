"""Concepts looked up by their first letters: the same places as by trying everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.policy.lookup import WordStarts, beginnings
from compliance.gate.policy.vocabulary import concept
from compliance.gate.policy.vocabulary_words import CONCEPTS
from tests.compliance.gate.checks.policy_generality_cases import ROWS
from tests.compliance.gate.checks.policy_reply_cases import REPLIES

TEXTS = [f"{row.ask} {row.reply}".lower() for row in (*ROWS, *REPLIES)]


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("return(?:s|ed)?", {"re"}),
        ("(?:bring|take) (?:it )?back|refund", {"br", "ta", "re"}),
        ("(?:non-)?refundable", {"no", "re"}),
        ("re-?fund|a?b", {"re", "ab", "b"}),
        (r"(?<!gift )cards?", {"ca"}),
        (r"x\w+", {"x"}),
        ("p+ay", {"p", "pa"}),
        (r"\w+n't", None),
        ("[ab]c", None),
        ("(?:a)?", None),
    ],
)
def test_the_first_letters_of_a_pattern(words, starts):
    assert beginnings(words) == starts


@pytest.mark.parametrize("name", sorted(CONCEPTS))
def test_every_concept_is_found_where_trying_everywhere_finds_it(name):
    known = concept(name)
    for norm in TEXTS:
        everywhere = tuple(hit.span() for hit in known.pattern.finditer(norm))
        assert WordStarts(norm).find(known.pattern, known.starts) == everywhere


@given(st.text(alphabet="abcde $1-", max_size=40), st.sampled_from(sorted(CONCEPTS)))
def test_any_text_is_looked_up_without_error(norm, name):
    known = concept(name)
    for start, end in WordStarts(norm).find(known.pattern, known.starts):
        assert 0 <= start < end <= len(norm)
