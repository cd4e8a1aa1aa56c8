"""Importing: a plan first, then all of it or nothing, and the same bundle twice does nothing."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from compliance.models import ComplianceRule
from console.bundles.apply import _Import, import_bundle, preview
from console.bundles.plan import Plan, contents, describe, plan_import
from console.bundles.problems import BundleError
from console.bundles.rows import FIELDS, key_of
from console.bundles.schema import read_bundle
from console.bundles.stored import stored_rows
from drafting.models import Customer, Ticket
from locations.models import (
    Brand,
    KnowledgeArticle,
    Location,
    PolicyTerm,
    PolicyValue,
    Promotion,
    RosterEntry,
)

pytestmark = pytest.mark.django_db


def run(command: str, *args: Any, **options: Any) -> str:
    out = StringIO()
    call_command(command, *args, stdout=out, **options)
    return out.getvalue()


def stored() -> dict[str, Any]:
    rows = stored_rows()
    return {
        f"{model.__name__} {key_of(row)}": contents(row)
        for model in FIELDS
        for row in rows.of(model)
    } | {"people": rows.people}


def history_size() -> int:
    return sum(model.history.count() for model in FIELDS)


def put(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_a_dry_run_shows_the_plan_and_changes_nothing(small):
    said = run("bundle_import", small, dry_run=True)
    assert "+ location acme-boston" in said
    assert "+ policy value return_window_days for location:acme-boston" in said
    assert "Dry run: nothing was changed." in said
    assert not Brand.objects.exists()


def test_an_import_creates_everything_with_who_and_why_in_the_history(small):
    actor = User.objects.create_user("olivia")
    run("bundle_import", small, user="olivia", reason="opening day")
    place = Location.objects.get(code="acme-boston")
    assert (place.state, place.brand.code, place.version) == ("US-MA", "acme", 1)
    (entry,) = place.history.all()
    assert (entry.history_type, entry.history_user, entry.history_change_reason) == (
        "+",
        actor,
        "opening day",
    )


def test_the_same_bundle_again_changes_nothing_and_writes_no_history(small):
    run("bundle_import", small)
    before, versions = history_size(), Location.objects.values_list("version", "updated_at").get()
    said = run("bundle_import", small)
    assert "Nothing to do." in said
    assert history_size() == before
    assert Location.objects.values_list("version", "updated_at").get() == versions


def test_a_change_is_shown_field_by_field_and_raises_the_version(small):
    run("bundle_import", small)
    put(small, "policy: {return_window_days: 14}", "policy: {return_window_days: 21}")
    put(small, "city: Boston", "city: Cambridge")
    said = run("bundle_import", small, reason="a longer window")
    assert "~ location acme-boston\n    city: Boston -> Cambridge" in said
    assert "~ policy value return_window_days for location:acme-boston\n    value: 14 -> 21" in said
    value = PolicyValue.objects.get(location__code="acme-boston")
    assert (value.value, value.version) == (21, 2)
    assert value.history.latest().history_change_reason == "a longer window"


def test_rows_that_the_bundle_lacks_are_kept_unless_pruned(small):
    run("bundle_import", small)
    put(small, "exceptions: {2026-11-26: []}", "exceptions: {}")
    assert "1 stored but not in the bundle (kept)" in run("bundle_import", small)
    place = Location.objects.get()
    assert place.dated_hours.count() == 1
    said = run("bundle_import", small, prune=True, reason="Thanksgiving is over")
    assert "- dated hours acme-boston on 2026-11-26" in said
    assert place.dated_hours.count() == 0
    history = place.dated_hours.model.history.latest()
    assert (history.history_type, history.history_change_reason) == ("-", "Thanksgiving is over")


def test_what_is_still_used_cannot_be_pruned_and_nothing_is(small, write):
    run("bundle_import", small)
    place = Location.objects.get()
    Ticket.objects.create(
        source="test",
        external_id="1",
        location=place,
        channel="chat",
        arrived_at="2026-11-02T12:00Z",
    )
    other = write("brands: {acme: {name: Acme Books, domain: acme.example}}", "other.yaml")
    with pytest.raises(CommandError, match="still used by test 1"):
        run("bundle_import", other, prune=True)
    assert place.dated_hours.count() == 1
    assert PolicyTerm.objects.count() == 3


def test_pruning_takes_rows_before_the_rows_that_they_name(small, write):
    run("bundle_import", small)
    other = write("brands: {other: {name: Other}}", "other.yaml")
    run("bundle_import", other, prune=True)
    assert set(stored()) == {"Brand other", "people"}


def test_nothing_is_half_applied_when_a_row_cannot_be_stored(small):
    run("bundle_import", small)
    PolicyValue.objects.filter(location__code="acme-boston").update(valid_to="2026-12-31")
    before = stored()
    put(small, "city: Boston", "city: Cambridge")
    put(
        small,
        "policy: {return_window_days: 14}",
        "policy: {}}\npolicy_layers:\n"
        "  - {layer: location, location: acme-boston, from: 2026-06-01,\n"
        "     values: {return_window_days: 21}",
    )
    with pytest.raises(CommandError) as caught:
        run("bundle_import", small)
    said = str(caught.value)
    assert f"{small}:12:15: return_window_days for location:acme-boston from 2026-06-01" in said
    assert "Holds at the same time as the stored value 14" in said
    assert "nothing was changed" in said
    assert stored() == before
    run("bundle_import", small, prune=True)
    assert PolicyValue.objects.get(location__code="acme-boston").value == 21


def test_what_only_the_database_can_refuse_names_the_row_and_changes_nothing(small):
    run("bundle_import", small)
    before = stored()
    rows = read_bundle(put(small, "city: Boston", "city: Cambridge"))
    # As if somebody else had taken the code between reading and storing.
    duplicate = Brand(code="acme", name="Twin")
    plan = plan_import(rows, stored_rows())
    broken = Plan(create=(*plan.create, duplicate), change=plan.change)
    with pytest.raises(BundleError, match=r"brand acme: Cannot be stored: duplicate key"):
        _Import(rows, stored_rows(), None, "test").run(broken)
    assert {**stored(), "x": 1} == {**before, "x": 1}


def test_bad_input_is_named_and_nothing_is_stored(write, small):
    put(small, "tz: America/New_York", "tz: Boston")
    with pytest.raises(CommandError) as caught:
        run("bundle_import", small)
    assert f"{small}:8:6: locations.acme-boston.tz: “Boston” is not a time zone" in str(
        caught.value
    )
    assert "1 problem; nothing was changed." in str(caught.value)
    assert not Brand.objects.exists()


def test_an_unknown_user_and_an_empty_reason_are_refused(small):
    with pytest.raises(CommandError, match="There is no user “nobody”"):
        run("bundle_import", small, user="nobody")
    with pytest.raises(CommandError, match="Say why"):
        run("bundle_import", small, reason=" ")
    assert not Brand.objects.exists()


def test_a_bare_term_leaves_what_the_operator_authored_about_it(small):
    run("bundle_import", small)
    PolicyTerm.objects.filter(key="return_window_days").update(label="Return window")
    assert "Nothing to do." in run("bundle_import", small)
    assert PolicyTerm.objects.get(key="return_window_days").label == "Return window"


def test_a_bare_value_must_fit_the_unit_that_the_stored_term_has(small):
    run("bundle_import", small)
    PolicyTerm.objects.filter(key="return_window_days").update(unit="text")
    put(small, "return_window_days: 14", "return_window_days: 15")
    with pytest.raises(CommandError, match="15 is not a text"):
        run("bundle_import", small)


def test_articles_are_created_after_their_successors(small, write):
    text = small.read_text(encoding="utf-8") + (
        "kb_articles:\n"
        "- {id: a, brand: acme, title: A, body: x, status: superseded, superseded_by: b}\n"
        "- {id: b, brand: acme, title: B, body: x, status: superseded, superseded_by: c}\n"
        "- {id: c, brand: acme, title: C, body: x}\n"
    )
    run("bundle_import", write(text, "a.yaml"))
    assert KnowledgeArticle.objects.get(code="a").superseded_by.superseded_by.code == "c"


def test_a_chain_of_offers_is_stored_and_may_be_turned_round(small, write):
    text = small.read_text(encoding="utf-8") + (
        "offers:\n"
        "- {code: A, brand: acme, name: A, terms: x, replaced_by: B}\n"
        "- {code: B, brand: acme, name: B, terms: x, replaced_by: C}\n"
        "- {code: C, brand: acme, name: C, terms: x}\n"
    )
    run("bundle_import", write(text, "a.yaml"))
    assert Promotion.objects.get(code="A").replaced_by.replaced_by.code == "C"
    turned = (
        text.replace(", replaced_by: B", "")
        .replace("name: B, terms: x, replaced_by: C", "name: B, terms: x, replaced_by: A")
        .replace("name: C, terms: x", "name: C, terms: x, replaced_by: B")
    )
    run("bundle_import", write(turned, "b.yaml"))
    assert Promotion.objects.get(code="C").replaced_by.replaced_by.code == "A"
    assert "0 to change" in run("bundle_import", write(turned, "c.yaml"), "--dry-run")


def test_people_come_without_a_password_and_never_lose_a_role(write, small):
    text = small.read_text(encoding="utf-8") + (
        "people:\n"
        "  ann: {first_name: Ann, roles: [agent], roster: [{brand: acme}, {state: MA}]}\n"
        "  olga: {roles: [operator], roster: everywhere}\n"
    )
    path = write(text, "people.yaml")
    said = run("bundle_import", path)
    assert "+ person ann: agent (new, signs in once a password is set)" in said
    ann, olga = User.objects.get(username="ann"), User.objects.get(username="olga")
    assert not ann.has_usable_password()
    assert (ann.is_staff, olga.is_staff, olga.is_superuser) == (False, True, False)
    assert sorted(entry.scope for entry in ann.roster.all()) == ["US-MA", "acme"]
    assert "Nothing to do." in run("bundle_import", path)
    put(path, "roles: [agent]", "roles: [reviewer]")
    assert "+ person ann: reviewer (gets a further role)" in run("bundle_import", path)
    assert set(ann.groups.values_list("name", flat=True)) == {"agent", "reviewer"}
    assert RosterEntry.objects.count() == 3


@pytest.mark.parametrize("source", ["world", "demo"])
def test_export_and_import_into_an_empty_database_gives_the_same(source, tmp_path, write, request):
    path = request.getfixturevalue(source)
    run("bundle_import", path)
    first = stored()
    for target in (tmp_path / "all.yaml", tmp_path / "folder"):
        run("bundle_export", target)
        assert "Nothing to do." in run("bundle_import", target)
    run("bundle_import", write("brands: {other: {name: Other}}", "other.yaml"), prune=True)
    # No import deletes people.
    assert set(stored()) - {name for name in first if name.startswith("Customer ")} == {
        "Brand other",
        "people",
    }
    Customer.objects.all().delete()
    run("bundle_import", tmp_path / "folder", prune=True)
    assert stored() == first


def test_an_export_leaves_no_stale_file_of_an_earlier_one(small, tmp_path):
    run("bundle_import", small)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "rules.yaml").write_text("jurisdiction_rules: []", encoding="utf-8")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    run("bundle_export", folder)
    assert sorted(file.name for file in folder.iterdir()) == [
        "locations.yaml",
        "notes.txt",
        "operator.yaml",
        "policies.yaml",
        "voices.yaml",
    ]


def test_the_comparison_asks_as_often_for_a_large_bundle_as_for_a_small_one(small, demo):
    people = "people: {ann: {roles: [agent], roster: everywhere}}\n"
    small.write_text(small.read_text(encoding="utf-8") + people, encoding="utf-8")
    sizes = []
    for path in (small, demo):
        run("bundle_import", path)
        rows = read_bundle(path)
        with CaptureQueriesContext(connection) as queries:
            preview(rows)
        sizes.append(len(queries))
    assert sizes[0] == sizes[1]


def test_creating_asks_as_often_for_many_rows_as_for_few(small, demo):
    with CaptureQueriesContext(connection) as queries:
        import_bundle(bundle=read_bundle(demo), actor=None, reason="test")
    # 534 rows of 17 models: a bulk insert of rows and one of history entries each, and at most four
    # more to tell the log of them (the entries, the places, the log itself, the events).
    assert len(queries) < 17 * 12 + 60
    assert ComplianceRule.history.count() == ComplianceRule.objects.count()


def test_the_plan_of_an_unchanged_bundle_is_one_line(small):
    import_bundle(bundle=read_bundle(small), actor=None, reason="test")
    lines = describe(preview(read_bundle(small)))
    assert len(lines) == 1
    assert lines[0].startswith("0 to create, 0 to change, 0 to delete, 13 unchanged")
