"""Histories: who, when, why, from what to what; and the way back."""

import pytest
from django.test import Client

from locations import changes
from locations.models import Location, PolicyValue


@pytest.fixture
def client(operator):
    client = Client()
    client.force_login(operator)
    return client


def _rename(boston, operator, *names):
    for name in names:
        row = Location.objects.get(pk=boston.pk)
        row.name = name
        changes.save(row=row, actor=operator, reason=f"now {name}")


def test_the_number_of_queries_does_not_grow_with_the_history(
    client, boston, operator, django_assert_max_num_queries
):
    url = f"/admin/locations/location/{boston.pk}/history/"
    client.get(url)
    _rename(boston, operator, *(f"Alder {number}" for number in range(40)))
    value = PolicyValue.objects.get(location=boston)
    for days in range(20, 30):
        value.value = days
        changes.save(row=value, actor=operator, reason="again")
    with django_assert_max_num_queries(20):
        shown = client.get(url).content.decode()
    assert "now Alder 39" in shown


def test_long_histories_come_in_pages(client, boston, operator):
    _rename(boston, operator, *(f"Alder {number}" for number in range(60)))
    url = f"/admin/locations/location/{boston.pk}/history/"
    first, second = (client.get(f"{url}?p={page}").content.decode() for page in (1, 2))
    assert "now Alder 59" in first
    assert "now Alder 5”" not in first
    assert "now Alder 5”" in second
    assert "<del>Alder 4</del>" in second, "the change across the pages' border is told too"


def test_an_old_version_comes_back_as_a_new_one_with_a_reason(client, boston, operator):
    changes.save(row=boston, actor=operator, reason="as it was")
    _rename(boston, operator, "Alder Wharf")
    old = boston.history.get(version=2)
    url = f"/admin/locations/location/{boston.pk}/history/{old.pk}/"
    page = client.get(url)
    assert "Alder Harbor" in page.content.decode()
    seen = page.context["seen_version"]
    refused = client.post(url, {"seen_version": seen, "change_reason": ""})
    assert refused.status_code == 409
    assert "Say why" in refused.content.decode()
    answer = client.post(url, {"seen_version": seen, "change_reason": "the old name stays"})
    assert answer.status_code == 302
    boston.refresh_from_db()
    assert (boston.name, boston.version) == ("Alder Harbor", 4)
    entry = boston.history.first()
    assert entry.history_change_reason == "the old name stays"
    assert entry.history_user == operator


def test_a_version_is_not_restored_over_a_newer_change(client, boston, operator):
    changes.save(row=boston, actor=operator, reason="as it was")
    old = boston.history.get(version=2)
    url = f"/admin/locations/location/{boston.pk}/history/{old.pk}/"
    seen = client.get(url).context["seen_version"]
    _rename(boston, operator, "Alder Wharf")
    answer = client.post(url, {"seen_version": seen, "change_reason": "back"})
    assert answer.status_code == 409
    assert "changed by someone else" in answer.content.decode()
    assert Location.objects.get(pk=boston.pk).name == "Alder Wharf"


def test_an_auditor_reads_versions_and_restores_nothing(auditor, boston, operator):
    changes.save(row=boston, actor=operator, reason="as it was")
    client = Client()
    client.force_login(auditor)
    old = boston.history.first()
    url = f"/admin/locations/location/{boston.pk}/history/{old.pk}/"
    assert "Restore this version" not in client.get(url).content.decode()
    assert client.post(url, {"seen_version": 2, "change_reason": "x"}).status_code == 403


def test_a_deleted_row_keeps_its_page(client, boston, operator):
    value = PolicyValue.objects.get(location=boston)
    key = value.pk
    changes.save(row=value, actor=operator, reason="touched")
    changes.delete(row=value, actor=operator, reason="gone for good")
    shown = client.get(f"/admin/locations/policyvalue/{key}/history/")
    assert shown.status_code == 200
    assert "gone for good" in shown.content.decode()
    assert client.get("/admin/locations/policyvalue/999999/history/").status_code == 404
    assert client.get("/admin/locations/policyvalue/junk/history/").status_code in {302, 404}


def test_the_index_counts_and_says_what_waits(client, held):
    page = client.get("/admin/")
    shown = page.content.decode()
    assert "Needs a person" in shown
    assert "drafts wait for a reviewer" in shown
    assert "Policies and offers" in shown
    # Every table has its subject, and what the other pages lead to is led to from here as well.
    assert [group["name"] for group in page.context["app_list"]].count("Other") == 0
    for way in ("/rules/", "/voice/lab/", "/knowledge/freshness/", "/audit/", "/privacy/"):
        assert f'href="{way}"' in shown


def test_pages_carry_no_inline_script_or_style(client, boston, held):
    pages = (
        "/admin/",
        f"/admin/locations/location/{boston.pk}/change/",
        f"/admin/locations/location/{boston.pk}/history/",
        "/review/",
    )
    for path in pages:
        response = client.get(path)
        policy = response["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        shown = response.content.decode()
        assert "<style" not in shown, path
        assert " style=" not in shown, path
        assert "<script>" not in shown, path
        assert " onclick=" not in shown, path
        assert "http://" not in shown.replace("http://www.w3.org/", ""), path
        assert "https://" not in shown, path
