"""Differences are named by their path, and there are none exactly when the JSON is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.differences import Change, Difference, differences
from compliance.gate.fingerprint import canonical

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ({"verdict": "pass"}, {"verdict": "block"}, ['verdict: was "pass", is "block"']),
        ({"a": [{"b": 1}]}, {"a": [{"b": 2}]}, ["a.0.b: was 1, is 2"]),
        ([1], [1, {"x": 2}], ['1: was not there, is {"x":2}']),
        ({"a": 1, "b": None}, {"a": 1}, ["b: was null, is gone"]),
        ({"a": True}, {"a": 1}, ["a: was true, is 1"]),
        ({"a": 18.0}, {"a": 18}, []),
        ({"a": []}, {"a": {}}, ["a: was [], is {}"]),
    ],
)
def test_differences_are_said_in_words(was, now, said):
    assert [str(each) for each in differences(was, now)] == said


def test_what_is_new_was_nothing_and_what_is_gone_is_nothing():
    assert differences({"a": 1}, {"b": None}) == (
        Difference("a", Change.GONE, was=1),
        Difference("b", Change.NEW),
    )


@given(VALUES, VALUES)
def test_there_is_no_difference_exactly_when_the_json_is_the_same(one, other):
    assert (differences(one, other) == ()) == (canonical(one) == canonical(other))
