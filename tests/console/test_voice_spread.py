"""Spreads of measured values, how they are drawn, and what is advised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.tone.report import Standing
from console.voice.spread import advise, scale_of, spread_of

PASS, NEAR, FAIL = Standing.PASS, Standing.NEAR, Standing.FAIL
MEASURED = st.lists(
    st.tuples(st.integers(-100, 10_000).map(float), st.sampled_from(Standing)),
    min_size=1,
    max_size=40,
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
    bar = scale_of([spread], (None, None)).spread(spread)
    assert 0 <= bar.start <= bar.median <= 100
    assert bar.start + bar.width <= 100.5


def test_a_band_with_an_open_end_reaches_the_end_of_the_scale():
    scale = scale_of([None], (10.0, None))
    assert scale.band((10.0, None)).start + scale.band((10.0, None)).width == 100
    assert scale.band((None, 5.0)).start == 0
    assert scale.band((None, None)) is None


def test_values_below_zero_have_room():
    spread = spread_of([(-0.4, PASS), (-0.2, PASS), (0.3, PASS)])
    bar = scale_of([spread], (-1.0, 1.0)).spread(spread)
    assert 20 < bar.start < bar.median < 50


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
        (SHORT, SHORT, SHORT, (10, 20), "Neither drafts nor agents"),
    ],
)
def test_advice_follows_from_who_drifts(written, gated, sent, band, hint):
    advice = advise(written, gated, sent, band=band)
    assert (advice is None) == (not hint)
    assert hint in (advice.words if advice else "")


@pytest.mark.parametrize(
    ("band", "ends"),
    [
        ((10, 20), (5, 8)),
        ((None, 4), (None, 8)),
        ((10, None), (None, None)),
        ((None, 0), (None, None)),
    ],
)
def test_a_band_to_consider_has_the_ends_of_the_present_one(band, ends):
    advice = advise(FINE, FINE, SHORT, band=band)
    assert (advice.low, advice.high) == ends


def test_a_band_to_consider_is_that_of_what_was_sent():
    advice = advise(FINE, FINE, SHORT, band=(10, 20))
    assert (advice.low, advice.high) == (SHORT.low, SHORT.high)
    assert advice.learn
