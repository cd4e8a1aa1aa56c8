"""Amounts in digits and words: value, unit, span, comparator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.numerals import in_words, number_value
from compliance.gate.quantities import Comparator, quantities, same_amount
from compliance.gate.text import Text
from compliance.gate.types import Unit


def read(sentence: str) -> list[tuple[str, float, Unit]]:
    return [
        (sentence[found.start : found.end], found.value, found.unit)
        for found in quantities(Text(sentence))
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It costs $22.", [("$22", 22, Unit.MONEY)]),
        ("It costs 22 dollars.", [("22 dollars", 22, Unit.MONEY)]),
        ("That is twenty-two bucks", [("twenty-two bucks", 22, Unit.MONEY)]),
        ("a hundred dollars", [("a hundred dollars", 100, Unit.MONEY)]),
        ("Keep $1,500 there", [("$1,500", 1500, Unit.MONEY)]),
        ("$1,500.50 in all", [("$1,500.50", 1500.5, Unit.MONEY)]),
        ("only 50 cents", [("50 cents", 0.5, Unit.MONEY)]),
        ("two hundred and fifty dollars", [("two hundred and fifty dollars", 250, Unit.MONEY)]),
        ("a 15% fee", [("15%", 15, Unit.PERCENT)]),
        ("15 percent", [("15 percent", 15, Unit.PERCENT)]),
        ("Fifteen per cent of it", [("Fifteen per cent", 15, Unit.PERCENT)]),
        ("earns 4.10% a year", [("4.10%", 4.1, Unit.PERCENT)]),
        ("half the price of the visit", [("half", 50, Unit.PERCENT)]),
        ("a quarter of the price", [("a quarter", 25, Unit.PERCENT)]),
        ("a fifth off", [("a fifth", 20, Unit.PERCENT)]),
        ("three-quarters of the fee", [("three-quarters", 75, Unit.PERCENT)]),
        ("we ask for half up front", [("half", 50, Unit.PERCENT)]),
        ("a missed visit is charged in full", [("charged in full", 100, Unit.PERCENT)]),
        ("30 days", [("30 days", 30, Unit.DAYS)]),
        ("a thirty-day window", [("thirty-day", 30, Unit.DAYS)]),
        ("a 30-day window", [("30-day", 30, Unit.DAYS)]),
        ("two weeks", [("two weeks", 14, Unit.DAYS)]),
        ("a fortnight", [("a fortnight", 14, Unit.DAYS)]),
        ("a full week", [("a full week", 7, Unit.DAYS)]),
        ("within a month", [("a month", 1, Unit.MONTHS)]),
        ("48 hours of notice", [("48 hours", 48, Unit.HOURS)]),
        ("one day's notice", [("one day", 1, Unit.DAYS)]),
        ("two days' notice", [("two days", 2, Unit.DAYS)]),
        ("5 business days", [("5 business days", 5, Unit.DAYS)]),
        ("good for a year", [("a year", 1, Unit.YEARS)]),
        ("half an hour", [("half an hour", 0.5, Unit.HOURS)]),
        ("one and a half hours", [("one and a half hours", 1.5, Unit.HOURS)]),
        ("a year and a half", [("a year and a half", 1.5, Unit.YEARS)]),
        ("a couple of days", [("a couple of days", 2, Unit.DAYS)]),
        ("same-day refunds only", [("same-day", 1, Unit.DAYS)]),
        ("guests must be 18 and over", [("18 and over", 18, Unit.AGE)]),
        ("anyone 21 or older", [("21 or older", 21, Unit.AGE)]),
        ("sixteen years old", [("sixteen years old", 16, Unit.AGE)]),
        ("10 guests or more", [("10 guests", 10, Unit.COUNT)]),
        ("a dozen guests", [("a dozen guests", 12, Unit.COUNT)]),
        ("840 points", [("840 points", 840, Unit.COUNT)]),
        ("5 to 7 days", [("5 to 7 days", 5, Unit.DAYS)]),
        ("it costs a dollar fifty", [("a dollar fifty", 1.5, Unit.MONEY)]),
        ("a dollar a minute", [("a dollar", 1, Unit.MONEY)]),
        ("by the week before", [("the week before", 7, Unit.DAYS)]),
        ("return it within the week", [("the week", 7, Unit.DAYS)]),
        ("the fee is cut in half", [("cut in half", 50, Unit.PERCENT)]),
        ("after hours the rate doubles", [("doubles", 100, Unit.PERCENT)]),
        ("four weeks and two days", [("four weeks and two days", 30, Unit.DAYS)]),
        ("one hour and fifteen minutes", [("one hour and fifteen minutes", 75, Unit.MINUTES)]),
        ("two months from the day you bought it", [("two months", 2, Unit.MONTHS)]),
        ("a pair of guests", [("a pair of guests", 2, Unit.COUNT)]),
        ("we owe you nothing", []),
        ("order F-9021 came", []),
        ("call 617-555-0166 today", []),
        ("at 9:30 tomorrow", []),
        ("half past six", []),
        ("It is $6 a month", [("$6", 6, Unit.MONEY)]),
        ("“30 days”", [("30 days", 30, Unit.DAYS)]),
    ],
)
def test_reads_amounts_as_people_write_them(sentence, expected):
    assert read(sentence) == [
        (words, pytest.approx(value), unit) for words, value, unit in expected
    ]


@pytest.mark.parametrize(
    ("sentence", "comparator"),
    [
        ("at least 24 hours", Comparator.AT_LEAST),
        ("up to 30 days", Comparator.UP_TO),
        ("within 14 days", Comparator.WITHIN),
        ("fewer than 24 hours", Comparator.LESS_THAN),
        ("less than two days", Comparator.LESS_THAN),
        ("no more than 3 days", Comparator.UP_TO),
        ("from $25", Comparator.FROM),
        ("10 guests or more", Comparator.AT_LEAST),
        ("30 days", Comparator.EXACT),
    ],
)
def test_reads_the_bound(sentence, comparator):
    assert quantities(Text(sentence))[0].comparator is comparator


@pytest.mark.parametrize(
    ("sentence", "value", "unit", "same"),
    [
        ("24 hours", 1, Unit.DAYS, True),
        ("one day", 24, Unit.HOURS, True),
        ("two weeks", 14, Unit.DAYS, True),
        ("a month", 30, Unit.DAYS, True),
        ("a month", 45, Unit.DAYS, False),
        ("a year", 12, Unit.MONTHS, True),
        ("six months", 12, Unit.MONTHS, False),
        ("48 hours", 24, Unit.HOURS, False),
        ("half an hour", 30, Unit.MINUTES, True),
        ("60 days", 2, Unit.MONTHS, True),
        ("$22", 22, Unit.MONEY, True),
        ("$22", 22, Unit.PERCENT, None),
        ("a third of the price", 33, Unit.PERCENT, True),
    ],
)
def test_compares_across_units(sentence, value, unit, same):
    assert same_amount(quantities(Text(sentence))[0], value, unit) is same


@given(st.integers(min_value=0, max_value=999))
def test_words_and_digits_mean_the_same(value):
    written = in_words(value)
    assert written is not None
    assert number_value(written) == value == number_value(str(value))


@given(st.integers(min_value=2, max_value=999))
def test_a_duration_in_words_keeps_its_span(value):
    sentence = f"You have {in_words(value)} days."
    (found,) = quantities(Text(sentence))
    assert (found.value, sentence[found.end :]) == (value, ".")


@given(st.text(max_size=200))
def test_any_text_is_read_without_error_and_spans_slice_it(text):
    for found in quantities(Text(text)):
        assert 0 <= found.start < found.end <= len(text)
