"""What a rule depends on is read from lines or named values, and checked where it stands."""

from __future__ import annotations

import pytest

from console.bundles.problems import BundleError
from console.bundles.schema import read_bundle

RULE = """
policy_terms:
  sign_posted: {unit: boolean}
jurisdiction_rules:
  - id: cash
    states: [CO, ME]
    applies_by: location
    claim: gift cards cannot be exchanged for cash
    action: block
"""


def rule(write, more):
    (row,) = read_bundle(write(RULE + more)).rules
    return row


def refused(write, more):
    with pytest.raises(BundleError) as caught:
        read_bundle(write(RULE + more))
    return str(caught.value.problems[0])


def test_lines_and_named_values_say_the_same(write):
    lines = """
    conditions: |
      order.amount < $param
      any of:
        location.sign_posted is missing
        order.age_days <= 30
    params: {CO: "<= $5", ME: $5}
"""
    values = """
    conditions:
      - {field: order.amount, op: lt, value: $param}
      - any_of:
          - {field: location.sign_posted, op: missing}
          - order.age_days <= 30
    params: {CO: "<= $5", ME: $5}
"""
    first, second = rule(write, lines), rule(write, values)
    assert first.conditions == second.conditions
    assert first.conditions.splitlines()[2] == "  location.sign_posted is missing"
    assert first.params == {"US-CO": "<= $5", "US-ME": "$5"}


def test_places_and_sales_are_read(write):
    row = rule(write, "    localities: [CO/Denver]\n    applies_by_on_remote_sale: either\n")
    assert (row.localities, row.binds_on_remote_sale) == (["US-CO/Denver"], "either")


@pytest.mark.parametrize(
    ("more", "field", "why"),
    [
        ("conditions: order.agedays < 3", "conditions", "character 1: there is no field"),
        ("conditions: [{field: order.amount}]", "conditions", "write field and op"),
        ("conditions: location.sign_postd is missing", "conditions", "did you mean “sign_posted”"),
        ("conditions: order.amount < $param", "params", "give its value for each state"),
        ("params: {CO: $5}", "params", "No condition and no text says $param"),
        ("conditions: order.amount < $param\n    params: {CO: 5 days}", "params", "is a period"),
        ("conditions: order.amount < $param\n    params: {TX: $5}", "params", "not among"),
        ("permitted_when: order.amount < $5", "permitted_when", "Only a restricted offer"),
        ("exemptions: [food, order.amount < soon]", "exemptions", "character 16"),
        ("localities: [NY/New York City]", "localities", "not among the rule's states"),
        ("localities: [Denver]", "localities", "with its state before it"),
        ("except_rules: [kash]", "except_rules", "did you mean “cash”"),
        ("except_rules: [cash]", "except_rules", "cannot replace itself"),
        ("applies_by_on_remote_sale: nobody", "applies_by_on_remote_sale", "is not known"),
        ("topic: gift cards", "topic", "hyphens"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(write, more, field, why):
    problem = refused(write, f"    {more}\n")
    assert f"jurisdiction_rules.cash.{field}:" in problem
    assert why in problem
