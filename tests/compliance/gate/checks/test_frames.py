"""Stances on any subject are recognised in everyday words, where the subject is at hand.

The bounds are the measured figures with a little room; tighten them when the gate gets better.
"""

import pytest

from tests.compliance.gate.checks.frame_cases import FRAMES, LATER_FRAMES
from tests.compliance.gate.checks.rule_cases import DISCLOSURE, PROHIBITED
from tests.compliance.gate.checks.scope_cases import SCOPES
from tests.compliance.gate.checks.test_claims import of_table, run


def fires(claim, examples, message, text):
    return bool(run([of_table(PROHIBITED, claim, examples)], text, message=message).findings)


@pytest.mark.parametrize(
    ("table", "least_found", "most_false"),
    [(FRAMES, 0.76, 0.02), (LATER_FRAMES, 0.74, 0.03)],
    ids=["first", "later"],
)
def test_claims_in_everyday_words_are_found_and_little_else(table, least_found, most_false):
    broken = [(row[:3], text) for row in table for text in row[3]]
    kept = [(row[:3], text) for row in table for text in row[4]]
    missed = [text for claim, text in broken if not fires(*claim, text)]
    false = [text for claim, text in kept if fires(*claim, text)]
    assert len(broken) == len(kept) == 6 * len(table)
    assert 1 - len(missed) / len(broken) >= least_found, missed
    assert len(false) / len(kept) <= most_false, false


@pytest.mark.parametrize("row", FRAMES[:6], ids=lambda row: row[0])
def test_a_frame_says_nothing_where_its_subject_is_not_at_hand(row):
    claim, examples, _, _, _ = row
    unrelated = (
        "You'll never have to think about parking again, since the lot is free.",
        "Leave the menu to us, and we'll take it from there.",
        "There's a $50 gift in it for you if you find the hidden egg.",
    )
    assert not any(fires(claim, examples, "when do you open?", text) for text in unrelated)


@pytest.mark.parametrize(
    ("claim", "message", "text"),
    [(claim, message, text) for claim, message, bad, _ in SCOPES for text in bad],
)
def test_what_is_said_is_found_whatever_else_is_denied(claim, message, text):
    assert fires(claim, (), message, text)


@pytest.mark.parametrize(
    ("claim", "message", "text"),
    [(claim, message, text) for claim, message, _, good in SCOPES for text in good],
)
def test_what_is_denied_deferred_or_said_in_part_passes(claim, message, text):
    assert not fires(claim, (), message, text)


@pytest.mark.parametrize(
    ("trigger", "text", "due"),
    [
        ("mentions leaving the boat or its keys with us", "Hand your keys to the mate.", True),
        ("mentions a storage order or its fee", "The launch fee is $18.", False),
        ("mentions a storage order or its fee", "The fee for a storage order is $18.", True),
    ],
)
def test_what_belongs_to_something_named_is_read_with_it_unless_it_tells_by_itself(
    trigger, text, due
):
    assert bool(run([of_table(DISCLOSURE, trigger, ())], text).findings) is due
