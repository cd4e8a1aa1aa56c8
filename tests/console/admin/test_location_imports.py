"""Importing in the admin: upload, look, confirm; and who may."""

import json

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from locations import changes
from locations.importers import values
from locations.models import ImportRun, Location, WeeklyHours

NEW = "/admin/locations/importrun/new/"
TABLE = (
    "code,name,city,state,mon,sun\n"
    "ald-boston,Alder Harbor,Boston,MA,10:00-19:00,13:00-17:00\n"
    "ald-salem,Alder <b>Salem</b>,Salem,Ma,9-5,closed\n"
)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-21 12:00 +0000", tick=False):
        yield


@pytest.fixture
def staff(operator):
    client = Client()
    client.force_login(operator)
    return client


@pytest.fixture
def onlooker(auditor):
    client = Client()
    client.force_login(auditor)
    return client


def upload(client, text=TABLE, format_name="csv", **given):
    file = SimpleUploadedFile("stores.csv", text if isinstance(text, bytes) else text.encode())
    choices = {"brand": "alder", "vertical": "retail", "zone": "America/New_York", "country": "us"}
    return client.post(NEW, {"format": format_name, "file": file, **choices, **given})


def confirm(client, run, reason="winter hours", **given):
    return client.post(
        f"/admin/locations/importrun/{run.pk}/preview/",
        {"change_reason": reason, "fingerprint": run.fingerprint, **given},
    )


def test_the_location_list_leads_to_the_upload(staff, onlooker):
    assert NEW in staff.get("/admin/locations/location/").content.decode()
    assert NEW not in onlooker.get("/admin/locations/location/").content.decode()
    assert NEW in staff.get("/admin/locations/importrun/").content.decode()
    assert NEW not in onlooker.get("/admin/locations/importrun/").content.decode()
    page = staff.get(NEW).content.decode()
    assert "OpenStreetMap opening_hours" in page
    assert "Google Business Profile" in page


def test_an_upload_shows_the_grid_the_diff_and_the_cautions_and_saves_nothing(staff):
    answer = upload(staff)
    run = ImportRun.objects.get()
    assert answer["Location"] == f"/admin/locations/importrun/{run.pk}/preview/"
    page = staff.get(answer["Location"]).content.decode()
    assert "<del>12:00-17:00</del> <ins>13:00-17:00</ins>" in page
    assert "Alder &lt;b&gt;Salem&lt;/b&gt;" in page
    assert "“Ma” was read as US-MA" in page
    assert "Monday: “9-5” may mean the evening or the night" in page
    assert "<strong>1</strong> new, <strong>1</strong> changed" in page
    assert Location.objects.count() == 2
    assert "ald-salem" not in staff.get(f"{answer['Location']}?show=changed").content.decode()


def test_a_confirmed_import_is_applied_with_who_and_why(staff, operator):
    upload(staff)
    run = ImportRun.objects.get()
    answer = confirm(staff, run)
    assert answer.status_code == 302
    page = staff.get(answer["Location"]).content.decode()
    assert "Applied by olaf" in page
    assert "winter hours" in page
    week = WeeklyHours.objects.get(location__code="ald-boston")
    assert week.sun == "13:00-17:00"
    record = week.history.first()
    assert (record.history_user, record.history_change_reason) == (operator, "winter hours")
    salem = Location.objects.get(code="ald-salem")
    assert (salem.state, salem.zone) == ("US-MA", "America/New_York")
    assert confirm(staff, run).status_code == 409


def test_the_list_tells_what_waits_from_what_nobody_confirmed(staff):
    upload(staff)
    confirm(staff, ImportRun.objects.get())
    upload(staff)
    upload(staff)
    page = staff.get("/admin/locations/importrun/").content.decode()
    standings = [part.partition("<")[0] for part in page.split('class="field-standing">')[1:]]
    assert standings == ["waits for a confirmation", "never confirmed", "Applied"]


def test_without_a_reason_nothing_is_imported(staff):
    upload(staff)
    answer = confirm(staff, ImportRun.objects.get(), reason=" ")
    assert answer.status_code == 409
    assert "Say why this changes" in answer.content.decode()
    assert Location.objects.count() == 2


def test_a_row_that_moved_on_shows_the_new_preview(staff, operator, boston):
    upload(staff)
    run = ImportRun.objects.get()
    week = WeeklyHours.objects.get(location=boston)
    week.sun = "11:00-16:00"
    changes.save(row=week, actor=operator, reason="Sundays")
    answer = confirm(staff, run)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "what is stored has changed since this preview" in page
    assert "<del>11:00-16:00</del> <ins>13:00-17:00</ins>" in page
    assert WeeklyHours.objects.get(location=boston).sun == "11:00-16:00"
    assert "not the latest" in confirm(staff, run).content.decode(), "an older window"
    run.refresh_from_db()
    assert confirm(staff, run).status_code == 302


def test_a_file_that_cannot_be_used_says_what_to_do(staff, monkeypatch):
    answer = upload(staff, "<html>", format_name="google")
    assert answer.status_code == 422
    assert "line 1: not readable as JSON" in answer.content.decode()
    answer = upload(staff, zone="Boston")
    assert "“Boston” is not a time zone" in answer.content.decode()
    assert ImportRun.objects.count() == 0


def test_problems_stop_the_whole_file_or_are_left_out(staff):
    text = TABLE + "ald-x,Nowhere,Nowhere,QQ,,\n"
    page = staff.get(upload(staff, text)["Location"]).content.decode()
    assert "This file cannot be imported as it is" in page
    assert "line 4: state: “QQ”: Write an existing state" in page
    assert "Step 3" not in page
    run = ImportRun.objects.get()
    answer = confirm(staff, run)
    assert answer.status_code == 409
    assert Location.objects.count() == 2
    page = staff.get(upload(staff, text, leave_out="on")["Location"]).content.decode()
    assert "<strong>left out</strong>" in page
    assert confirm(staff, ImportRun.objects.first()).status_code == 302
    assert Location.objects.count() == 3


def test_an_auditor_sees_what_was_imported_and_can_import_nothing(staff, onlooker):
    upload(staff)
    run = ImportRun.objects.get()
    assert onlooker.get(NEW).status_code == 403
    assert upload(onlooker).status_code == 403
    page = onlooker.get(f"/admin/locations/importrun/{run.pk}/preview/")
    assert page.status_code == 200
    assert "Step 3" not in page.content.decode()
    assert confirm(onlooker, run).status_code == 403
    assert onlooker.get(f"/admin/locations/importrun/{run.pk}/change/").status_code == 302


def test_pages_of_the_preview_need_the_same_queries_for_more_locations(
    staff, django_assert_max_num_queries
):
    places = [
        {"storeCode": f"G{number}", "title": f"Alder {number}",
         "storefrontAddress": {"administrativeArea": "MA", "locality": "Boston"}}
        for number in range(200)
    ]  # fmt: skip
    url = upload(staff, json.dumps(places), format_name="google")["Location"]
    with django_assert_max_num_queries(9):
        page = staff.get(f"{url}?p=3").content.decode()
    assert "Page 3 of 8" in page
    assert "G51" in page
    with django_assert_max_num_queries(11):
        assert staff.get("/admin/locations/importrun/").status_code == 200


def test_a_file_over_the_limit_is_not_even_read(staff, monkeypatch):
    monkeypatch.setattr("locations.admin.imports.MAX_BYTES", 10)
    answer = upload(staff)
    assert "too large" in answer.content.decode()
    assert values.MAX_BYTES > 10
