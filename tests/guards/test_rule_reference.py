"""The reference of rules names every field of a rule and of conditions, and its examples run."""

import re
from pathlib import Path

import pytest

from compliance.gate.conditions.checking import compile_conditions
from compliance.gate.conditions.fields import FIELDS, OPEN, field_named
from compliance.gate.conditions.language import ConditionError
from compliance.models import ComplianceRule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "rules.md"
TEXT = PAGE.read_text(encoding="utf-8")
# Under other names in a bundle, and on the page.
CALLED = {
    "code": "id",
    "binds_on": "applies_by",
    "binds_on_remote_sale": "applies_by_on_remote_sale",
}
# Where the row stands, which no operator writes.
NO_FIELD = {"id", "version", "updated_at", "source"}


def blocks(kind):
    return re.findall(rf"```{kind}\n(.*?)\n```", TEXT, re.DOTALL)


@pytest.mark.parametrize("conditions", blocks("conditions"))
def test_every_example_can_be_asked(conditions):
    assert compile_conditions(conditions, {}) is not None


@pytest.mark.parametrize("block", blocks("error"))
def test_every_error_is_as_the_page_says(block):
    line, drawn = block.split("\n")
    position = drawn.index("^")
    with pytest.raises(ConditionError) as refused:
        compile_conditions(line, {})
    assert refused.value.column == position + 1
    said = str(refused.value).removeprefix(f"Line 1, character {position + 1}: ")
    assert said.rstrip(".") == drawn[position + 2 :]


def test_every_field_of_conditions_is_on_the_page():
    rows = re.findall(r"^\| `([a-z_]+\.[a-z_.A-Z]+)` \| ([a-z ]+) \| (.*) \|$", TEXT, re.MULTILINE)
    listed = {name: (kind, about) for name, kind, about in rows if not name.endswith("KEY")}
    assert listed == {each.name: (each.kind.value, each.about) for each in FIELDS.values()}
    spaces = {name.removesuffix("KEY"): (kind, about) for name, kind, about in rows}
    for space, about in OPEN.items():
        assert spaces[space] == (field_named(f"{space}some_key").kind.value, about)


def test_every_field_of_a_rule_is_on_the_page():
    names = {field.name for field in ComplianceRule._meta.concrete_fields} - NO_FIELD
    named = set(re.findall(r"`([a-z_]+)`", TEXT))
    assert {CALLED.get(name, name) for name in names} <= named
