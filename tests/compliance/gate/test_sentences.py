"""Sentences as a reader would split them: support replies, the published golden rules, any text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.sentences import split_sentences
from compliance.gate.text import Text
from tests.compliance.gate.sentence_cases import LINES, MISSED, MORE_LINES

_GOLDEN = Path(__file__).parents[4] / "shared/samples/gate/pysbd/english_golden_rules.json"
# Of four dots with spaces between them the first ends a sentence there; here all four do.
_GOLDEN_REACHED = 47


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize("line", [*LINES, *MORE_LINES])
def test_splits_replies_where_a_reader_would(line):
    assert split(line.replace("|", "")) == [part.strip() for part in line.split("|")]


@pytest.mark.parametrize("line", MISSED)
def test_known_misses_are_still_missed(line):
    """A line that is split rightly now belongs with the others."""
    assert split(line.replace("|", "")) != [part.strip() for part in line.split("|")]


@pytest.mark.skipif(not _GOLDEN.exists(), reason="shared data is absent")
def test_reaches_its_number_of_the_golden_rules():
    rules = json.loads(_GOLDEN.read_text(encoding="utf-8"))
    exact = sum(split(rule["text"]) == rule["sentences"] for rule in rules)
    assert (exact, len(rules)) == (_GOLDEN_REACHED, 48)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("You can either 1) call or 2) write to us.", 1),
        ("Please 1) sign, 2) date, and 3) send it.", 1),
        ("We open at 9. On day 10. we close.", 3),
        ("Plan b. is fine.", 2),
        ("It has 1. a lid", 2),
        ("\u2022 towels \u2022 soap \u2022 mats", 3),
        ("Springfield \u2022 555-0142 \u2022 Mon-Fri", 1),
        ("\u2705 Free parking \u2705 Pool \u2705 Gym", 3),
        ("\U0001f389 Great news for you", 1),
        ("We \U0001f49b Portland.", 1),
        ("Hi \U0001f44b Dana, thanks for writing.", 1),
        ("Bring it by.</p><p>We are open.", 2),
        ("Ends at our Main St. We are next door.", 2),
        ("Come at 5 p.m. Sunday is our busy day.", 2),
        ("At 5 a.m. Mr. Lee opens the gym.", 1),
        ("The cat sat. we laughed in the sun. it was fun.", 3),
        ("It starts on the 3rd. Parking lots fill fast.", 2),
        ("**Hours.** We open at nine.", 2),
        ('Choose "plan B". Parking comes with it.', 2),
        ("It takes 40 min. Hence the wait.", 2),
        ("Fla. Stat. 501.616 applies in Calif. as well.", 1),
        ("Ask for Ann. Parking lots fill fast.", 2),
        ("Ask for J. A. Smith at the desk.", 1),
        ("Board at Gate B. Boarding has begun.", 2),
        ("Rates start at 5.49% APR. Auto loans differ.", 2),
        ("Visit Example.Com or asp.Net today.", 1),
        ("", 0),
        (" \n \n", 0),
        ("...", 1),
        ("\U0001f389", 1),
    ],
)
def test_counts(line, count):
    assert len(split(line)) == count


_WRITTEN = """
We you p.m. a.m. St. Mr. No. 4 $4.50. Inc. Jan. 5 U.S. e.g. etc. ... . ? ! ?! : ; :) (see it) 'so'
A. 1. 2. 1) 2) a) b) - 9-5. www.a.co b@c.de. Yahoo! closed. open closed.We <p> </p> , and "so."
\u2022 \u2026 \U0001f389 \u2764\ufe0f
"""
_PIECES = st.sampled_from(_WRITTEN.split())
_SPACES = st.sampled_from([" ", " ", " ", "", "  ", "\n", "\t", "\n\n", "\r\n", "\u2028"])
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.tuples(_PIECES, _SPACES), max_size=25).map(
        lambda parts: "".join(piece + space for piece, space in parts)
    ),
)


@given(_TEXTS)
def test_sentences_are_the_whole_text_but_its_spaces(text):
    spans = split_sentences(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(start < end and text[start:end].strip() == text[start:end] for start, end in spans)
    gaps = zip([0, *edges[1::2]], [*edges[::2], len(text)], strict=True)
    between = [text[start:end] for start, end in gaps]
    assert not "".join(between).strip()


@given(_TEXTS)
def test_lines_are_split_alone(text):
    assert split(text) == [one for line in text.splitlines() for one in split(line)]


@given(_TEXTS)
def test_sentences_know_their_place_in_the_normalised_text(text):
    read = Text(text)
    for sentence in read.sentences:
        assert read.norm_position(sentence.start) == sentence.norm_start
        assert read.norm_position(sentence.end) == sentence.norm_end
