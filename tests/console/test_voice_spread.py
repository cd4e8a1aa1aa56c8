"""Spreads of measured values, how they are drawn, and what is advised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.tone.report import Standing
from console.voice.spread import advise, band_of, bar_of, scale_of, spread_of

PASS, NEAR, FAIL = Standing.PASS, Standing.NEAR, Standing.FAIL
MEASURED = st.lists(
    st.tuples(st.integers(0, 10_000).map(float), st.sampled_from(Standing)), min_size=1, max_size=40
)


def test_a_spread_leaves_out_the_tails():
    spread = spread_of([(float(value), PASS) for value in range(11)])
    assert (spread.low, spread.median, spread.high) == (1.0, 5.0, 9.0)


def test_nothing_has_no_spread():
    assert spread_of([]) is None


@given(MEASURED)
def test_a_spread_is_in_order_and_its_bar_stays_on_the_scale(measured):
    spread = spread_of(measured)
    lowest, highest = min(measured)[0], max(measured)[0]
    assert lowest <= spread.low <= spread.median <= spread.high <= highest
    assert spread.near + spread.fail <= spread.count == len(measured)
    bar = bar_of(spread, scale_of([spread], (None, None)))
    assert 0 <= bar.start <= bar.median <= 100
    assert bar.start + bar.width <= 100.5


def test_a_band_with_an_open_end_reaches_the_end_of_the_scale():
    assert band_of((10.0, None), 20.0).width == 50
    assert band_of((None, 5.0), 20.0).start == 0
    assert band_of((None, None), 20.0) is None


def _of(*values, standing=PASS):
    return spread_of([(float(value), standing) for value in values])


FINE, SHORT = _of(*[12] * 9), _of(*[5, 6, 6, 7, 7, 8], standing=NEAR)


@pytest.mark.parametrize(
    ("written", "gated", "sent", "band", "hint"),
    [
        (FINE, FINE, FINE, (10, 20), ""),
        (FINE, FINE, None, (10, 20), ""),
        (FINE, FINE, SHORT, (10, 20), "below the band"),
        (FINE, FINE, SHORT, (1, 4), "above the band"),
        (FINE, FINE, _of(*[1] * 6, standing=FAIL), (None, 0), "Agents often send"),
        (SHORT, FINE, FINE, (10, 20), "the gate mends them"),
        (SHORT, SHORT, FINE, (10, 20), "does not mend it"),
        (_of(5, 5, standing=FAIL), FINE, FINE, (10, 20), ""),
    ],
)
def test_advice_follows_from_who_drifts(written, gated, sent, band, hint):
    advice = advise(written, gated, sent, band=band)
    assert (advice is None) == (not hint)
    assert hint in (advice.words if advice else "")


def test_a_band_to_consider_is_that_of_what_was_sent():
    advice = advise(FINE, FINE, SHORT, band=(10, 20))
    assert (advice.low, advice.high) == (SHORT.low, SHORT.high)
    assert advice.learn
