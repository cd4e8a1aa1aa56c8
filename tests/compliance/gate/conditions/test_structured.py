"""Conditions that other systems keep as named values become lines that say the same."""

import pytest

from compliance.gate.conditions.checking import compile_conditions
from compliance.gate.conditions.structured import StructureError, as_lines


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ({"field": "purchase.age_days", "op": "lte", "value": 30}, "purchase.age_days <= 30"),
        ({"field": "order.amount", "op": "lt", "value": 5, "unit": "USD"}, "order.amount < $5"),
        (
            {"field": "draft.percent", "op": "gte", "value": "7.5", "unit": "percent"},
            "draft.percent >= 7.5%",
        ),
        (
            {"field": "order.age", "op": "lte", "value": 3, "unit": "business_days"},
            "order.age <= 3 business days",
        ),
        (
            {"field": "order.amount", "op": "lt", "value": "$param", "unit": "USD"},
            "order.amount < $param",
        ),
        (
            {"field": "order.channel", "op": "in", "value": ["online", "by phone"]},
            "order.channel in (online, by phone)",
        ),
        ({"field": "order.item", "op": "ne", "value": "5% ale"}, 'order.item != "5% ale"'),
        ({"field": "policy.sign", "op": "missing"}, "policy.sign is missing"),
        ({"field": "policy.sign", "op": "exists"}, "policy.sign is stored"),
        ({"field": "policy.sign", "op": "is_not_true", "value": None}, "policy.sign is not true"),
        ("policy.sign is false", "policy.sign is false"),
    ],
)
def test_named_values_become_a_line_that_can_be_asked(entry, line):
    assert as_lines([entry]) == line
    assert compile_conditions(line, {"US-CO": "$5"}) is not None


def test_groups_are_indented_as_deep_as_they_stand():
    a, b, c = ({"field": f"policy.{name}", "op": "is_true"} for name in "abc")
    assert as_lines([{"any_of": [{"all_of": [a, b]}, c]}, a]) == (
        "any of:\n"
        "  all of:\n"
        "    policy.a is true\n"
        "    policy.b is true\n"
        "  policy.c is true\n"
        "policy.a is true"
    )


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (5, "Expected lines"),
        ([["policy.a is true"]], "Entry 1 is no condition"),
        (["policy.a is true", {"field": "policy.a"}], "Entry 2: write field and op"),
        ([{"field": "policy.a", "op": "like", "value": 1}], "one of lt, lte"),
        ([{"field": "policy.a", "op": "eq"}], "write one value"),
        ([{"field": "policy.a", "op": "eq", "value": [1]}], "write one value"),
        ([{"field": "policy.a", "op": "in", "value": "b"}], "takes a list"),
        ([{"field": "policy.a", "op": "is_true", "value": 1}], "takes no value"),
        ([{"field": "policy.a", "op": "eq", "value": 1, "unit": "furlongs"}], "is no unit"),
        ([{"field": "policy.a", "op": "eq", "vale": 1}], "no “vale”"),
        ([{"any_of": [], "all_of": []}], "stands alone"),
    ],
)
def test_what_is_no_condition_is_refused(written, why):
    with pytest.raises(StructureError) as refused:
        as_lines(written)
    assert why in str(refused.value)
