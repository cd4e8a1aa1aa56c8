"""The demo operator holds every fact of the evaluation world, and both survive a round trip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from console.bundles.export import document, dump, write_folder
from console.bundles.plan import contents
from console.bundles.rows import FIELDS, BundleRows, key_of
from console.bundles.schema import read_bundle


def facts_missing(wanted: Any, held: Any, path: str = "") -> Iterator[str]:
    """Every fact of ``wanted`` that ``held`` lacks or has otherwise; lists of rows go by id."""
    if isinstance(wanted, dict) and isinstance(held, dict):
        for key, value in wanted.items():
            if key not in held:
                yield f"{path}.{key} is missing"
            else:
                yield from facts_missing(value, held[key], f"{path}.{key}")
    elif isinstance(wanted, list) and any(isinstance(item, dict) for item in wanted):
        name = "id" if "id" in wanted[0] else "code"
        named = {item[name]: item for item in held}
        for item in wanted:
            yield from facts_missing(item, named.get(item[name], {}), f"{path}.{item[name]}")
    elif wanted != held:
        yield f"{path} is {held!r}, not {wanted!r}"


def as_read_by_anyone(path) -> dict[str, Any]:
    files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    sections: dict[str, Any] = {}
    for file in files:
        sections |= yaml.safe_load(file.read_text(encoding="utf-8"))
    return sections


def says(rows: BundleRows) -> dict[str, Any]:
    return {
        f"{model.__name__} {key_of(row)}": contents(row)
        for model in FIELDS
        for row in rows.of(model)
    } | {"people": rows.people}


def test_the_demo_operator_holds_every_fact_of_the_world_unchanged(world, demo):
    assert list(facts_missing(as_read_by_anyone(world), as_read_by_anyone(demo))) == []


def test_the_world_is_read_whole(world):
    rows = read_bundle(world)
    sizes = {name: len(rows.of(model)) for model, name in FIELDS.items()}
    assert sizes == {
        "operator": 1,
        "brands": 4,
        "verticals": 5,
        "locations": 24,
        "weekly_hours": 24,
        "dated_hours": 102,
        "policy_terms": 63,
        "policy_values": 133,
        "promotions": 22,
        "articles": 29,
        "concepts": 0,
        "rules": 34,
        "overlays": 6,
        "channels": 5,
        "quiet_hours": 0,
        "customers": 30,
        "ticket_classes": 0,
        "reply_templates": 0,
        "retention": 0,
        "roster": 0,
    }
    assert rows.warnings == ()


def test_the_written_world_has_the_facts_of_the_read_one(world):
    written = yaml.safe_load(dump(document(read_bundle(world))))
    assert list(facts_missing(as_read_by_anyone(world), written)) == []


@pytest.mark.parametrize("source", ["world", "demo"])
def test_written_and_read_again_the_rows_are_the_same(source, tmp_path, request):
    rows = read_bundle(request.getfixturevalue(source))
    write_folder(rows, tmp_path / "out")
    again = read_bundle(tmp_path / "out")
    assert says(again) == says(rows)


def test_the_demo_operator_has_what_a_first_day_needs(demo):
    rows = read_bundle(demo)
    assert {person.username: person.roles for person in rows.people} == {
        "operator": ("operator",),
        "reviewer": ("reviewer",),
        "agent-fernway": ("agent",),
        "agent-texas": ("agent",),
        "auditor": ("auditor",),
    }
    answered = {row.ticket_class.code for row in rows.reply_templates}
    assert {row.code for row in rows.ticket_classes} - answered == set()
    assert all(row.label for row in rows.policy_terms)
