"""`locations_import` and `locations_export`: the same diff and cautions as the pages."""

import json
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from locations.models import Brand, ImportRun, Location, Vertical, WeeklyHours

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


@pytest.fixture
def world():
    Brand.objects.create(code="alder", name="Alder")
    Vertical.objects.create(code="retail", name="Retail")
    with time_machine.travel("2026-11-21 12:00 +0000", tick=False):
        yield


@pytest.fixture
def overpass(tmp_path):
    path = tmp_path / "alder.json"
    tags = {
        "name": "Alder Harbor",
        "ref": "B1",
        "addr:city": "Boston",
        "addr:state": "MA",
        "opening_hours": "Mo-Fr 09:00-21:00; Sa 09:00-19:00; 10:00-18:00",
    }
    element = {"type": "node", "id": 1, "lat": 42.36, "lon": -71.06, "tags": tags}
    path.write_text(json.dumps({"elements": [element]}))
    return path


def run(*args, **options):
    out = StringIO()
    call_command(*args, stdout=out, **options)
    return out.getvalue()


def test_a_dry_run_prints_the_diff_and_the_cautions_and_changes_nothing(overpass):
    text = run("locations_import", "osm", overpass, brand="alder", vertical="retail", dry_run=True)
    assert "+ B1 Alder Harbor ($.elements[0])" in text
    assert "    zone: - -> America/New_York" in text
    assert "    main sun: - -> 10:00-18:00" in text
    assert "rule without effect: rule 1 “Mo-Fr 09:00-21:00” has no effect" in text
    assert text.endswith("1 new, 0 to change, 0 unchanged, 0 left out, 2 cautions.\n"
                         "Dry run: nothing was changed.\n")  # fmt: skip
    assert not Location.objects.exists()
    assert not ImportRun.objects.exists()


def test_an_import_is_applied_and_remembered(overpass):
    text = run("locations_import", "osm", overpass, brand="alder", vertical="retail")
    assert text.endswith("Done.\n")
    assert WeeklyHours.objects.get().sun == "10:00-18:00"
    assert ImportRun.objects.get().state == "applied"
    assert Location.history.get().history_change_reason == "imported from alder.json"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({}, "B1” is new and has no brand and vertical"),
        ({"brand": "elder", "vertical": "retail"}, "default brand: there is no brand “elder”"),
        ({"user": "nobody"}, "There is no user “nobody”"),
    ],
)
def test_what_cannot_be_imported_is_said_and_changes_nothing(overpass, arguments, says):
    with pytest.raises(CommandError, match=says):
        run("locations_import", "osm", overpass, **arguments)
    assert not Location.objects.exists()


def test_a_file_that_is_not_there_or_not_json(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        run("locations_import", "google", tmp_path / "none.json")
    (tmp_path / "page.json").write_text("<html>")
    with pytest.raises(CommandError, match="line 1: not readable as JSON"):
        run("locations_import", "google", tmp_path / "page.json")


def test_locations_are_exported_as_a_table_or_a_string(overpass, tmp_path):
    run("locations_import", "osm", overpass, brand="alder", vertical="retail")
    table = run("locations_export", brand="alder")
    assert table.splitlines()[1].startswith("B1,Alder Harbor,alder,retail,corporate,")
    (tmp_path / "back.csv").write_text(table)
    again = run("locations_import", "csv", tmp_path / "back.csv", dry_run=True)
    assert "0 new, 0 to change, 1 unchanged" in again
    assert run("locations_export", location="B1", osm=True) == "B1\tMo-Su 10:00-18:00\n"
    with pytest.raises(CommandError, match="no such location"):
        run("locations_export", location="B9")
