"""From a file to the stored rows: what would change, what is refused, and nothing in between."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from locations import changes
from locations.importers import runs
from locations.importers.defaults import Defaults
from locations.importers.export import hours_string, locations_table
from locations.importers.plan import plan_import
from locations.importers.registry import Reading, importer
from locations.importers.values import Caution
from locations.models import (
    Brand,
    DatedHours,
    ImportLine,
    ImportRun,
    Location,
    Vertical,
    WeeklyHours,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 21)
ALDER = Defaults(brand="alder", vertical="Retail", zone="America/New_York")
HEADER = "code,name,city,state,zone,status,mon,tue,special hours\n"
NEW = HEADER + "B1,Alder Harbor,Boston,MA,,,09:00-17:00,closed,2026-11-26: closed\n"


@pytest.fixture(autouse=True)
def world():
    Brand.objects.create(code="alder", name="Alder")
    Vertical.objects.create(code="retail", name="Retail")


@pytest.fixture
def olaf():
    return User.objects.create_user("olaf")


def plan(text, defaults=ALDER, format_name="csv"):
    places = importer(format_name).read(text.encode(), Reading(TODAY))
    return plan_import(places, defaults, TODAY)


def start(text, defaults=ALDER, actor=None):
    return runs.start_run(
        format_name="csv",
        file_name="stores.csv",
        data=text.encode(),
        defaults=defaults,
        actor=actor,
        today=TODAY,
    )


def bring(text, defaults=ALDER, actor=None, reason="first import"):
    run = start(text, defaults, actor)
    return runs.apply_run(run=run, actor=actor, reason=reason, today=TODAY)


def counts(text, **given):
    found = plan(text, **given)
    assert found.problems == ()
    return {name: count for name, count in found.count().items() if count and name != "cautions"}


def test_a_new_location_is_created_with_its_hours_and_their_history(olaf):
    bring(NEW, actor=olaf)
    row = Location.objects.get()
    assert (row.code, row.name, row.state, row.zone) == (
        "B1",
        "Alder Harbor",
        "US-MA",
        "America/New_York",
    )
    assert (row.brand.code, row.vertical.code) == ("alder", "retail")
    week = WeeklyHours.objects.get()
    assert week.days() == ("09:00-17:00", "closed", *["unknown"] * 5)
    assert (str(DatedHours.objects.get().on), DatedHours.objects.get().hours) == (
        "2026-11-26",
        "closed",
    )
    for record in (row.history.get(), week.history.get(), DatedHours.history.get()):
        assert (record.history_user, record.history_change_reason) == (olaf, "first import")


def test_the_same_file_again_changes_nothing():
    bring(NEW)
    assert counts(NEW) == {"unchanged": 1}
    bring(NEW)
    assert (
        Location.history.count() == WeeklyHours.history.count() == DatedHours.history.count() == 1
    )


def test_a_change_names_every_field_day_and_date():
    bring(NEW)
    (line,) = plan(
        HEADER + "B1,Alder Quay,Boston,MA,,temporarily closed,10:00-18:00,,"
        "2026-11-26: 09:00-12:00; 2026-12-25: closed\n"
    ).lines
    assert [(item.name, item.old, item.new) for item in line.fields] == [
        ("name", "Alder Harbor", "Alder Quay"),
        ("status", "active", "temporarily_closed"),
    ]
    (week,) = line.weeks
    assert [(day.name, day.old, day.new) for day in week.days[:3]] == [
        ("mon", "09:00-17:00", "10:00-18:00"),
        ("tue", "closed", "closed"),
        ("wed", "unknown", "unknown"),
    ]
    assert [(str(item.on), item.old, item.new) for item in line.dates] == [
        ("2026-11-26", "closed", "09:00-12:00"),
        ("2026-12-25", "", "closed"),
    ]


def test_an_applied_change_raises_versions_and_leaves_the_rest_alone(olaf):
    bring(NEW)
    bring(HEADER + "B2,Alder Union,Denver,CO,America/Denver,,,,\n")
    before = Location.objects.get(code="B2").updated_at
    bring(HEADER + "B1,,,,,,10:00-18:00,,\n", actor=olaf, reason="winter hours")
    week = WeeklyHours.objects.get()
    assert (week.mon, week.tue, week.version) == ("10:00-18:00", "closed", 2)
    assert (week.history.first().history_user, week.history.first().history_change_reason) == (
        olaf,
        "winter hours",
    )
    assert Location.objects.get(code="B1").version == 1
    assert Location.objects.get(code="B2").updated_at == before
    assert DatedHours.objects.count() == 1


def test_only_a_full_list_of_exceptions_removes_one():
    bring(NEW)
    place = '{"storeCode": "B1", "specialHours": {"specialHourPeriods": []}}'
    (line,) = plan(place, format_name="google").lines
    assert [(str(item.on), item.old, item.new) for item in line.dates] == [
        ("2026-11-26", "closed", "")
    ]
    run = runs.start_run(
        format_name="google",
        file_name="google.json",
        data=place.encode(),
        defaults=ALDER,
        actor=None,
        today=TODAY,
    )
    runs.apply_run(run=run, actor=None, reason="as Google has it", today=TODAY)
    assert DatedHours.objects.count() == 0
    assert DatedHours.history.first().history_change_reason == "as Google has it"


def test_an_open_location_loses_its_reopening_date():
    bring(HEADER + "B1,Alder,Boston,MA,,temporarily closed,,,\n")
    Location.objects.update(reopens_on=date(2027, 1, 1))
    (line,) = plan(HEADER + "B1,,,,,open,,,\n").lines
    assert {item.name: item.new for item in line.fields} == {"status": "active", "reopens_on": ""}


@pytest.mark.parametrize(
    ("row", "defaults", "says"),
    [
        ("B1,Alder,Boston,,,,,,", ALDER, "line 2: “B1” is new and has no state"),
        ("B1,,,MA,,,,,", ALDER, "has no name and city"),
        ("B1,Alder,Boston,MA,,,,,", Defaults(), "no brand, vertical and time zone"),
        ("B1,Alder,Boston,QQ,,,,,", ALDER, "Write an existing state as ISO 3166-2"),
        ("B1,Alder,Boston,MA,Boston,,,,", ALDER, "“Boston” is no time zone"),
        ("B 1,Alder,Boston,MA,,,,,", ALDER, "Use letters, digits, hyphens"),
        ("B1,Alder,Boston,MA,,,,,", Defaults(brand="elder"), "there is no brand “elder”; use"),
        ("B1,Alder,Boston,MA,,,,,", Defaults(zone="Mars"), "default time zone: “Mars” is no"),
    ],
)
def test_what_cannot_be_stored_names_its_line_and_changes_nothing(row, defaults, says):
    text = HEADER + row + "\nB2,Fine,Boston,MA,America/New_York,,,,\n"
    run = start(text, defaults)
    assert any(says in problem for problem in run.problems), run.problems
    with pytest.raises(ValidationError, match="Nothing was imported"):
        runs.apply_run(run=run, actor=None, reason="try", today=TODAY)
    assert Location.objects.count() == 0


def test_a_brand_of_the_file_must_exist():
    found = plan("code,brand,vertical,name,city,state\nB1,elder,spa,A,Boston,MA\n")
    assert [problem.partition(";")[0] for problem in found.problems] == [
        "line 2: there is no brand “elder”",
        "line 2: there is no vertical “spa”",
    ]


def test_what_cannot_be_created_may_be_left_out():
    text = HEADER + "B1,Alder,Boston,,,,,,\nB2,Fine,Boston,MA,,,,,\n"
    chosen = Defaults("alder", "retail", "America/New_York", leave_out=True)
    found = plan(text, chosen)
    assert [line.outcome for line in found.lines] == ["left_out", "new"]
    assert any(note.caution is Caution.LEFT_OUT for note in found.lines[0].notices)
    bring(text, chosen)
    assert [row.code for row in Location.objects.all()] == ["B2"]


def test_a_zone_is_found_from_coordinates_before_the_default():
    text = "code,name,city,state,lat,lon\nP1,Alder,Phoenix,AZ,33.45,-112.07\n"
    (line,) = plan(text).lines
    assert line.location.zone == "America/Phoenix"
    assert "from the coordinates" in line.notices[0].message


def test_a_stored_zone_stays_when_the_file_has_none():
    bring(HEADER + "B1,Alder,Denver,CO,America/Denver,,,,\n")
    assert counts(HEADER + "B1,Alder,Denver,CO,,,,,\n") == {"unchanged": 1}


def test_a_code_of_another_brand_is_not_overwritten():
    bring(NEW)
    Brand.objects.create(code="birch", name="Birch")
    chosen = Defaults("birch", "retail", "America/New_York")
    (problem,) = plan(NEW, chosen).problems
    assert problem.startswith("line 2: “B1” is a location of alder, not of birch; let the codes")


def test_codes_may_be_given_a_prefix():
    bring(NEW, Defaults("alder", "retail", "America/New_York", prefix="alder-"))
    assert Location.objects.get().code == "alder-B1"


# --- Between the preview and the confirmation -----------------------------------------------------


def test_a_row_that_moved_on_since_the_preview_stops_everything(olaf):
    bring(NEW)
    run = start(HEADER + "B1,Alder Quay,,,,,,,\nB9,New,Boston,MA,,,,,\n")
    row = Location.objects.get()
    row.phone = "617-555-0100"
    changes.save(row=row, actor=olaf, reason="New number")
    with pytest.raises(changes.StaleVersionError, match="changed since this preview"):
        runs.apply_run(run=run, actor=olaf, reason="rename", today=TODAY)
    assert [row.name for row in Location.objects.all()] == ["Alder Harbor"]
    runs.refresh(run, TODAY)
    runs.apply_run(run=run, actor=olaf, reason="rename", today=TODAY)
    assert {row.code: (row.name, row.phone) for row in Location.objects.all()} == {
        "B1": ("Alder Quay", "617-555-0100"),
        "B9": ("New", ""),
    }


def test_an_import_is_applied_once_and_with_a_reason(olaf):
    run = start(NEW)
    with pytest.raises(ValidationError, match="Say why"):
        runs.apply_run(run=run, actor=olaf, reason=" ", today=TODAY)
    runs.apply_run(run=run, actor=olaf, reason="first", today=TODAY)
    run.refresh_from_db()
    assert (run.state, run.reason, run.applied_by, run.file) == ("applied", "first", olaf, None)
    with pytest.raises(ValidationError, match="applied already"):
        runs.apply_run(run=run, actor=olaf, reason="again", today=TODAY)


def test_many_rows_are_saved_together_or_not_at_all(olaf):
    bring(HEADER + "B1,One,Boston,MA,,,,,\nB2,Two,Boston,MA,,,,,\n")
    one, two = Location.objects.order_by("code")
    one.name, two.name, two.version = "Uno", "Due", 7
    with pytest.raises(changes.StaleVersionError, match=r"Due \(B2\) was changed by someone else"):
        changes.save_many(rows=[one, two], actor=olaf, reason="rename")
    assert {row.name for row in Location.objects.all()} == {"One", "Two"}


def test_old_previews_and_lines_are_forgotten(olaf, monkeypatch):
    monkeypatch.setattr(runs, "RUNS_KEPT", 3)
    monkeypatch.setattr(runs, "LINES_KEPT", 2)
    made = [start(NEW, actor=olaf) for _ in range(5)]
    kept = list(ImportRun.objects.all())
    assert [run.pk for run in kept] == [run.pk for run in reversed(made[2:])]
    assert [run.waits for run in kept] == [True, False, False]
    assert set(ImportLine.objects.values_list("run", flat=True)) == {made[3].pk, made[4].pk}


# --- Bounds -----------------------------------------------------------------------------------


def _many(number):
    return HEADER + "".join(
        f"B{count},Alder {count},Boston,MA,,,09:00-17:00,closed,2026-11-26: closed\n"
        for count in range(number)
    )


def _queries(act):
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)


def test_queries_do_not_grow_with_the_file():
    few, many = _many(3), _many(60)
    assert _queries(lambda: plan(few)) == _queries(lambda: plan(many))
    runs_few, runs_many = start(few), start(many)
    apply = {"actor": None, "reason": "import", "today": TODAY}
    created = _queries(lambda: runs.apply_run(run=runs_many, **apply))
    Location.objects.all().delete()
    assert _queries(lambda: runs.apply_run(run=start(few), **apply)) >= created
    assert runs_few.pk != runs_many.pk
    changed = many.replace("09:00", "10:00").replace("Boston", "Salem")
    bring(many)
    run = start(changed)
    assert _queries(lambda: runs.apply_run(run=run, **apply)) < 30
    assert set(WeeklyHours.objects.values_list("mon", flat=True)) == {"10:00-17:00"}


# --- Back -------------------------------------------------------------------------------------


def test_what_is_exported_imports_without_a_change():
    bring(
        "code,name,city,state,zone,hours type,mon,tue,date,hours,note\n"
        "B1,Alder,Boston,MA,America/New_York,,18:00-02:00,closed,,,\n"
        "B1,,,,,pickup,24 hours,unknown,,,\n"
        "B1,,,,,,,,2026-11-26,closed,Thanksgiving\n"
        "B1,,,,,,,,2026-12-24,regular,\n"
        "B2,Bare,Boston,MA,America/New_York,,,,,,\n"
    )
    table = locations_table(Location.objects.all())
    assert counts(table, defaults=Defaults()) == {"unchanged": 2}
    Location.objects.all().delete()
    bring(table, Defaults())
    assert locations_table(Location.objects.all()) == table


def test_hours_are_exported_as_a_string():
    bring(NEW.replace("09:00-17:00,closed", "18:00-02:00,closed"))
    assert hours_string(Location.objects.get()) == (
        "Tu off; We-Su unknown, Mo 18:00-02:00; 2026 Nov 26 off"
    )
