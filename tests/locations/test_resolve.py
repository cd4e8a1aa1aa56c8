"""The layered merge of policy values, and where an offer stands."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locations.offers import OfferStanding, OfferTerms, first_usable, standing
from locations.resolve import LayerValue, PolicyLayer, resolve
from locations.units import UnitError, check_value, unit_of

TODAY = date(2026, 11, 2)


def value(layer, number, **period):
    return LayerValue("return_window_days", PolicyLayer(layer), f"{layer}-row", 1, number, **period)


def test_the_most_specific_layer_wins_and_names_what_it_overrode():
    found = resolve([value("location", 14), value("vertical", 30), value("brand", 21)], TODAY)
    resolved = found["return_window_days"]
    assert resolved.value == 14
    assert resolved.provenance.row == "location-row"
    assert resolved.provenance.overrode == ("brand-row", "vertical-row")


def test_a_value_out_of_its_period_does_not_count():
    ended = value("location", 14, valid_to=date(2026, 11, 1))
    coming = value("brand", 21, valid_from=date(2026, 11, 3))
    found = resolve([ended, coming, value("vertical", 30)], TODAY)
    assert found["return_window_days"].value == 30


layers = st.sampled_from(list(PolicyLayer))
dates = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
layer_values = st.lists(
    st.builds(
        LayerValue,
        key=st.sampled_from(["return_window_days", "cancel_fee_pct"]),
        layer=layers,
        row=st.uuids().map(str),
        version=st.integers(1, 9),
        value=st.integers(0, 99),
        valid_from=dates,
        valid_to=dates,
    ),
    max_size=12,
)


@given(layer_values, st.randoms())
def test_the_order_of_rows_never_matters(values, random):
    shuffled = list(values)
    random.shuffle(shuffled)
    assert resolve(values, TODAY) == resolve(shuffled, TODAY)


@given(layer_values)
def test_provenance_names_rows_in_force(values):
    rows = {row.row: row for row in values}
    for resolved in resolve(values, TODAY).values():
        for row in (resolved.provenance.row, *resolved.provenance.overrode):
            assert rows[row].in_force(TODAY)
            assert rows[row].key == resolved.key
        assert rows[resolved.provenance.row].value == resolved.value


@given(layer_values)
def test_taking_the_loser_away_changes_nothing(values):
    for key, resolved in resolve(values, TODAY).items():
        for loser in resolved.provenance.overrode:
            kept = [row for row in values if row.row != loser]
            assert resolve(kept, TODAY)[key].value == resolved.value


FULL = OfferTerms(
    start=date(2026, 10, 1),
    end=date(2026, 12, 18),
    weekdays=("fri",),
    locations=("soho",),
    excluded_states=("US-NJ",),
)


@pytest.mark.parametrize(
    ("where", "state", "customer", "on", "expected"),
    [
        ("soho", "US-NY", "US-NY", date(2026, 11, 6), OfferStanding.ACTIVE),
        ("soho", "US-NY", None, date(2026, 12, 18), OfferStanding.ACTIVE),
        ("soho", "US-NY", "US-NY", date(2026, 12, 19), OfferStanding.ENDED),
        ("soho", "US-NY", "US-NY", date(2026, 9, 30), OfferStanding.UPCOMING),
        ("soho", "US-NY", "US-NY", date(2026, 11, 5), OfferStanding.WRONG_WEEKDAY),
        ("austin", "US-TX", "US-TX", date(2026, 11, 6), OfferStanding.NOT_HERE),
        ("soho", "US-NY", "US-NJ", date(2026, 11, 6), OfferStanding.EXCLUDED_STATE),
        ("soho", "US-NJ", None, date(2026, 11, 6), OfferStanding.EXCLUDED_STATE),
    ],
)
def test_where_an_offer_stands(where, state, customer, on, expected):
    found, reason = standing(
        FULL, location=where, location_state=state, customer_state=customer, on=on
    )
    assert found is expected
    assert reason


@pytest.mark.parametrize(
    ("recent_days", "on", "expected"),
    [
        (30, date(2026, 12, 18), OfferStanding.ACTIVE),
        (30, date(2026, 12, 19), OfferStanding.RECENTLY_ENDED),
        (30, date(2027, 1, 17), OfferStanding.RECENTLY_ENDED),
        (30, date(2027, 1, 18), OfferStanding.ENDED),
        (0, date(2026, 12, 19), OfferStanding.ENDED),
    ],
)
def test_an_offer_is_recently_ended_for_as_long_as_the_brand_says(recent_days, on, expected):
    found, _ = standing(
        FULL,
        location="soho",
        location_state="US-NY",
        customer_state=None,
        on=on,
        recent_days=recent_days,
    )
    assert found is expected


@pytest.mark.parametrize(
    ("where", "on", "marked", "expected"),
    [
        ("soho", date(2026, 11, 6), True, OfferStanding.ACTIVE),
        ("soho", date(2026, 11, 6), False, OfferStanding.NOT_FOR_THIS_TICKET),
        ("soho", date(2026, 9, 30), False, OfferStanding.NOT_FOR_THIS_TICKET),
        ("austin", date(2026, 11, 6), False, OfferStanding.NOT_HERE),
        ("soho", date(2026, 12, 19), False, OfferStanding.ENDED),
    ],
)
def test_a_save_offer_is_only_for_tickets_marked_for_it(where, on, marked, expected):
    found, reason = standing(
        replace(FULL, save_offer=True),
        location=where,
        location_state="US-NY",
        customer_state=None,
        on=on,
        save_offers=marked,
    )
    assert found is expected
    assert ("want to cancel" in reason) is (found is OfferStanding.NOT_FOR_THIS_TICKET)


@pytest.mark.parametrize(
    ("chain", "usable", "expected"),
    [
        ({"a": "b"}, "b", "b"),
        ({"a": "b", "b": "c"}, "c", "c"),
        ({"a": "b", "b": "c"}, "bc", "b"),
        ({"a": "b"}, "", None),
        ({"a": "b", "b": "a"}, "", None),
        ({"a": "b", "b": "c", "c": "b"}, "a", None),
        ({"a": "a"}, "a", None),
        ({}, "a", None),
    ],
)
def test_a_chain_of_replacements_is_followed_to_the_first_usable_one(chain, usable, expected):
    found = first_usable("a", successor=chain.get, is_usable=usable.__contains__)
    assert found == expected


@pytest.mark.parametrize(
    ("key", "given_value", "unit"),
    [
        ("return_window_days", 30, "days"),
        ("cancel_notice_hours", 24, "hours"),
        ("late_grace_minutes", 15, "minutes"),
        ("package_validity_months", 12, "months"),
        ("overdraft_fee_usd", 22, "money"),
        ("restocking_fee_pct", 0, "percent"),
        ("auto_loan_from_apr", 5.49, "percent"),
        ("cd_early_penalty_days_interest", 90, "days"),
        ("min_age", 16, "age"),
        ("catering_min_guests", 10, "count"),
        ("receipt_required", True, "boolean"),
        ("refund_method", "store_credit", "choice"),
        ("final_sale", ["clearance"], "list"),
        ("house_rule", "Shoes off inside", "text"),
    ],
)
def test_a_bare_key_knows_its_unit(key, given_value, unit):
    assert unit_of(key, given_value) == unit
    check_value(unit, given_value)


@pytest.mark.parametrize(
    ("unit", "wrong"),
    [("days", "thirty"), ("days", True), ("days", -1), ("boolean", "yes"), ("list", "clearance")],
)
def test_a_value_that_does_not_fit_says_what_would(unit, wrong):
    with pytest.raises(UnitError, match=r"written like|neither|0 or more|not a list"):
        check_value(unit, wrong)
