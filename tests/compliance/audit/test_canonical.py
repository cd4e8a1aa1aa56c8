"""Events as bytes: official pairs, one spelling, and what no event can hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from compliance.audit.canonical import CanonicalError, canonical, read_canonical

VECTORS = Path(__file__).parents[4] / "shared" / "vectors" / "jcs" / "testdata"
NAMES = ["arrays", "french", "structures", "unicode", "values", "weird"]


@pytest.mark.skipif(not VECTORS.exists(), reason="shared data is absent")
@pytest.mark.parametrize("name", NAMES)
def test_published_pairs(name: str) -> None:
    value = json.loads((VECTORS / "input" / f"{name}.json").read_text())
    expected = bytes.fromhex((VECTORS / "outhex" / f"{name}.txt").read_text())
    assert rfc8785.dumps(value) == expected
    assert expected == (VECTORS / "output" / f"{name}.json").read_bytes()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS, VALUES, max_size=5))
def test_what_is_written_is_read_back(value: dict[str, object]) -> None:
    written = canonical(value)
    assert read_canonical(written) == value
    assert canonical(read_canonical(written)) == written


# Controls, escapes, and characters on both sides of where the two orders of names part.
EDGES = st.text('a\\"/\b\t\n\x00\x1f\x7f\u2028\ud7ff\ue000\uffff\U00010000\U0010ffff', max_size=4)


@given(st.dictionaries(TEXTS | EDGES, VALUES | EDGES, max_size=6))
def test_it_is_what_the_standard_has(value: dict[str, object]) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize(
    "written",
    [
        b'{"a":Infinity}',
        b'{"a":-0}',
        b'{"a":"\\/"}',
        '{"\uffff":1,"\U00010000":2}'.encode(),
        b'{"a":1,"a":2}',
        b'{"a":{"b":1,"b":1}}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":1.5}',
        b'{"a":1e3}',
        b'{"a":1.0}',
        b'{"a":NaN}',
        b'{"a":"\\u0041"}',
        b'{"a":9007199254740993}',
        b'{"a":"\\ud800"}',
        b"[1]",
        b"1",
        b"",
        b"\xff",
        b'{"a":1}\n',
        b"[" * 100_000,
    ],
)
def test_other_spellings_are_refused(written: bytes) -> None:
    with pytest.raises(CanonicalError):
        read_canonical(written)


@pytest.mark.parametrize(
    "value",
    [{"a": 0.5}, {"a": 2**53}, {"a": "\ud800"}, {"a": b"x"}, {1: "a"}, {"a": "x" * 70_000}],
)
def test_what_no_event_can_hold(value: dict[str, object]) -> None:
    with pytest.raises(CanonicalError):
        canonical(value)
