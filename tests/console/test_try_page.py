"""Trying a text on the page: verdict, findings in place, the changed text, faults at fields."""

import pytest
from django.test import Client

from compliance.models import GateDecision

TEXT = "You can return your boots within 60 days.\n\nSee you soon."
ASKED = {"text": TEXT, "location": "ald-boston", "at": "2026-11-03T12:00", "state": "US-MA"}


@pytest.fixture
def page(reviewer, boston):
    client = Client()
    client.force_login(reviewer)
    return client


def test_a_wrong_text_is_shown_with_its_findings_and_what_it_becomes(page):
    shown = page.post("/try/", ASKED)
    said = shown.content.decode()
    assert shown.status_code == 200
    assert "It passes when changed" in said
    assert '<mark class="modify">60 days</mark>' in said
    assert "within 14 days" in said
    assert "return_window_days" in said
    assert not GateDecision.objects.exists()


def test_the_customers_message_counts(page):
    asked = ASKED | {"text": "60 days.", "message": "How long do I have to return boots?"}
    assert "It passes unchanged" not in page.post("/try/", asked).content.decode()


def test_a_clean_text_passes(page):
    said = page.post("/try/", ASKED | {"text": "Thank you for writing."}).content.decode()
    assert "It passes unchanged" in said
    assert "Nothing was found." in said


def test_hostile_text_is_text(page):
    said = page.post("/try/", ASKED | {"text": "<script>alert(1)</script> 60 days"})
    assert b"<script>alert" not in said.content


@pytest.mark.parametrize(
    ("changed", "hint"),
    [
        ({"text": " "}, "paste the text"),
        ({"text": "x" * 20_001}, "20000"),
        ({"location": ""}, "Name a location"),
        ({"location": "zzz"}, "No location of yours"),
        ({"location": "ald-den"}, "No location of yours"),
        ({"channel": "pigeon"}, "no channel"),
        ({"customer": "c99"}, "no customer"),
        ({"at": "soon"}, "no local date and time"),
        ({"state": "US-XX"}, "state"),
    ],
)
def test_bad_input_is_told_at_its_field(page, changed, hint):
    shown = page.post("/try/", ASKED | changed)
    assert shown.status_code == 422
    assert hint in shown.content.decode()


def test_the_empty_page_says_what_to_do(page):
    assert "Paste a reply first" in page.get("/try/").content.decode()
