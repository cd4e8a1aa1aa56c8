"""The distribution of sentence lengths: by table, and what holds of any lengths."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.text import Text
from compliance.gate.tone.lengths import Lengths, lengths
from compliance.gate.tone.sentences import Measured, measure_sentences
from compliance.gate.tone.voice import Voice


def of(*words: int) -> Lengths:
    return lengths(
        Measured(10 * at, 10 * at + 9, count, aside=False) for at, count in enumerate(words)
    )


@pytest.mark.parametrize(
    ("words", "q", "expected"),
    [
        ((7,), 0.0, 7),
        ((7,), 0.9, 7),
        ((4, 10), 0.5, 7),
        ((4, 10), 0.25, 5.5),
        ((1, 2, 3, 4), 0.5, 2.5),
        ((1, 2, 3, 4), 0.1, 1.3),
        ((4, 3, 2, 1), 0.9, 3.7),
        ((5, 8, 12, 20, 31), 0.25, 8),
        ((5, 8, 12, 20, 31), 0.9, 26.6),
        ((5, 8, 12, 20, 31), 1.0, 31),
        ((), 0.5, 0),
    ],
)
def test_quantiles(words, q, expected):
    assert of(*words).quantile(q) == pytest.approx(expected)


@pytest.mark.parametrize("q", [-0.01, 1.01, float("nan")])
def test_a_share_is_no_less_than_none_and_no_more_than_all(q):
    with pytest.raises(ValueError, match="share of 0 to 1"):
        of(3).quantile(q)


@pytest.mark.parametrize(
    ("words", "band", "outside", "share"),
    [
        ((4, 8, 12), (4, 12), (), 0.0),
        ((3, 8, 13), (4, 12), (3, 13), 2 / 3),
        ((3, 3, 3), (4.5, 12.0), (3, 3, 3), 1.0),
        ((), (4, 12), (), 0.0),
    ],
)
def test_what_lies_outside_a_band(words, band, outside, share):
    found = of(*words)
    assert tuple(each.words for each in found.outside(band)) == outside
    assert found.share_outside(band) == pytest.approx(share)


def test_without_sentences_there_is_no_mean():
    assert (of().count, of().mean) == (0, 0.0)


def test_reads_a_reply_without_its_asides():
    reply = (
        "Hi Dana,\n\nThanks for writing. Please bring:\n- your card\n- your form\n\n"
        "We close at 5 p.m. on Sunday, so come before then.\n\nKind regards,\nAna\nOak Dental"
    )
    found = lengths(measure_sentences(Voice(Text(reply))))
    assert [each.words for each in found.sentences] == [3, 11]
    assert (found.count, found.mean) == (2, 7.0)
    (long,) = found.outside((1, 10))
    assert reply[long.start : long.end] == "We close at 5 p.m. on Sunday, so come before then."


_WORDS = st.lists(st.integers(min_value=1, max_value=80), max_size=40)
_BANDS = st.tuples(st.integers(0, 40), st.integers(0, 80)).map(lambda ends: tuple(sorted(ends)))


@given(_WORDS.filter(bool), st.floats(0, 1), st.floats(0, 1))
def test_quantiles_ascend_between_the_shortest_and_the_longest(words, one, other):
    found = of(*words)
    low, high = sorted((one, other))
    assert min(words) <= found.quantile(low) <= found.quantile(high) + 1e-9
    assert found.quantile(high) <= max(words) + 1e-9


@given(_WORDS.filter(bool))
def test_the_half_is_the_median_and_the_edges_are_the_extremes(words):
    found = of(*words)
    assert found.quantile(0.5) == pytest.approx(statistics.median(words))
    assert (found.quantile(0), found.quantile(1)) == (min(words), max(words))
    assert found.mean == pytest.approx(statistics.fmean(words))


@given(st.lists(st.integers(min_value=1, max_value=80), min_size=2, max_size=40))
def test_deciles_are_those_of_the_standard_library(words):
    found = of(*words)
    expected = statistics.quantiles(words, n=10, method="inclusive")
    assert [found.quantile(tenth / 10) for tenth in range(1, 10)] == pytest.approx(expected)


@given(_WORDS, _BANDS)
def test_each_sentence_is_in_the_band_or_outside(words, band):
    found = of(*words)
    outside = found.outside(band)
    inside = [count for count in words if band[0] <= count <= band[1]]
    assert len(outside) + len(inside) == found.count
    assert set(outside) <= set(found.sentences)
    assert list(outside) == sorted(outside, key=lambda each: each.start)
    assert found.share_outside(band) * max(1, found.count) == pytest.approx(len(outside))


@given(_WORDS, _BANDS, st.integers(0, 10))
def test_a_wider_band_leaves_no_more_outside(words, band, more):
    found = of(*words)
    wider = (band[0] - more, band[1] + more)
    assert set(found.outside(wider)) <= set(found.outside(band))
    assert found.share_outside(wider) <= found.share_outside(band)
