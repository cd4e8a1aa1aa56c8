"""Conditions are read line by line, and what cannot be asked is refused at its character."""

import pytest

from compliance.gate.conditions.checking import ParamError, compile_conditions
from compliance.gate.conditions.fields import FIELDS, FieldKind
from compliance.gate.conditions.language import ConditionError, Op, comparisons, is_condition, parse


def read(text, **params):
    return compile_conditions(text, params)


@pytest.mark.parametrize(
    ("line", "op", "values"),
    [
        ("purchase.age_days <= 30", Op.LTE, ["30"]),
        ("order.age_days<30 days", Op.LT, ["30 days"]),
        ("order.age ≥ 3 business days", Op.GTE, ["3 business days"]),
        ("order.amount > $1,250.50", Op.GT, ["$1,250.50"]),
        ("draft.percent != 15%", Op.NE, ["15%"]),
        ("order.date = 2022-12-10", Op.EQ, ["2022-12-10"]),
        ("moment.time < 08:00", Op.LT, ["08:00"]),
        ('order.item is "gift card"', Op.EQ, ['"gift card"']),
        ("location.city is not New York City", Op.NE, ["New York City"]),
        ("order.channel in (in_store, phone)", Op.IN, ["in_store", "phone"]),
        ("order.channel not in [online]", Op.NOT_IN, ["online"]),
        ("policy.sign is true", Op.TRUE, []),
        ("policy.sign is not true", Op.NOT_TRUE, []),
        ("location.evidence is missing", Op.MISSING, []),
        ("location.evidence is not missing", Op.STORED, []),
        ("customer.consent.sms_marketing is false", Op.FALSE, []),
    ],
)
def test_a_line_compares_a_field_with_what_is_written(line, op, values):
    (one,) = comparisons(read(line).root)
    assert one.op is op
    assert [value.text for value in one.values] == values


def test_lines_add_up_and_groups_hold_what_is_indented():
    root = parse(
        "policy.a is true\n"
        "any of:\n"
        "  all of:\n"
        "    policy.b is true\n"
        "    policy.c is true\n"
        "  policy.d is true\n"
        "policy.e is true\n"
    )
    first, group, last = root.parts
    assert (first.field, last.field) == ("policy.a", "policy.e")
    assert not group.every
    assert [len(list(comparisons(part))) for part in group.parts] == [2, 1]


def test_nothing_written_is_no_condition():
    assert read(" \n ") is None


@pytest.mark.parametrize(
    ("text", "line", "column", "why"),
    [
        ("the order is old", 1, 1, "expected a field"),
        ("policy.a is true\n  policy.b is true", 2, 3, "no “any of:” stands above"),
        ("any of:\npolicy.b is true", 1, 1, "indent the conditions"),
        ("  policy.a is true\npolicy.b is true", 2, 1, "further left"),
        ("any of:\n    policy.a is true\n  policy.b is true", 3, 3, "fits no group"),
        ("order.age_days", 1, 15, "expected <"),
        ("order.age_days <= ", 1, 18, "expected a value"),
        ("order.age_days =< 3", 1, 17, "cannot be read"),
        ("order.channel in online", 1, 18, "a list in brackets"),
        ("order.channel in (online, %)", 1, 27, "cannot be read"),
        ("ordr.age < 3 days", 1, 1, "did you mean order.age"),
        ("customer.shoe_size = 9", 1, 1, "known are customer.known"),
        ("weather.rain is true", 1, 1, "fields begin with"),
        ("order.amount < 3 days", 1, 16, "is a period"),
        ("order.amount < 15%", 1, 16, "is a percentage"),
        ("order.age_days <= $30", 1, 19, "is an amount of money"),
        ("order.age_days < 2 months", 1, 18, "in days or weeks"),
        ("order.age < 12 hours", 1, 13, "known by the day"),
        ("order.date >= 30", 1, 15, "is a number"),
        ("order.date >= 2026-02-30", 1, 15, "is not a date"),
        ("order.channel < 3", 1, 17, "is a word"),
        ("order.channel is true", 1, 18, "neither true nor false"),
        ("customer.known = 1", 1, 18, "yes or no"),
        ("policy.limit < soon", 1, 16, "not “soon”"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_its_character(text, line, column, why):
    with pytest.raises(ConditionError) as refused:
        read(text)
    assert (refused.value.line, refused.value.column) == (line, column)
    assert why in str(refused.value)
    assert str(refused.value).startswith(f"Line {line}, character {column}: ")


def test_a_value_by_state_may_bring_its_own_operator():
    found = read("order.amount < $param", **{"US-CO": "<= $5", "US-ME": "$5"})
    ops = {state: next(comparisons(root)).op for state, root in found.by_state.items()}
    assert ops == {"US-CO": Op.LTE, "US-ME": Op.LT}


@pytest.mark.parametrize("value", ["5 days", "five %", ""])
def test_a_value_by_state_must_fit_the_field(value):
    with pytest.raises(ParamError) as refused:
        read("order.amount < $param", **{"US-CO": value})
    assert "US-CO" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("order.channel = online", True),
        ("ordr.channel = online", True),
        ("food, plants, flowers, perishables", False),
        ("e.g. goods that law forbids reselling", False),
        ("if fraud is shown", False),
    ],
)
def test_a_note_is_told_from_a_condition(text, meant):
    assert is_condition(text) is meant


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_every_field_can_be_asked_for(field):
    assert read(f"{field.name} is missing") is not None
    written = {
        FieldKind.NUMBER: "3",
        FieldKind.DAYS: "3 days",
        FieldKind.MONEY: "$3",
        FieldKind.PERCENT: "3%",
        FieldKind.AGE: "3 years",
        FieldKind.DATE: "2026-01-01",
        FieldKind.TIME: "08:00",
        FieldKind.TEXT: "word",
    }.get(field.kind)
    line = f"{field.name} is true" if written is None else f"{field.name} = {written}"
    assert read(line) is not None
