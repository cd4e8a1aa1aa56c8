"""Examples of the fields of an overlay: every field has one, and each shows what a value does."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from compliance.models import ToneOverlay
from console.management.commands.voice_reference import PATH
from console.voice.examples import shown
from console.voice.reference import reference
from console.voice.samples import EXAMPLES, SCOPE
from locations.models import Vertical

# Two values of each field, as they are typed.
TYPED = {
    "sentence_mean_min": ("2", "12"),
    "sentence_mean_max": ("8", "40"),
    "sentence_max": ("12", "60"),
    "sentence_band_min": ("2", "12"),
    "sentence_band_max": ("8", "40"),
    "sentence_outside_pct": ("0", "90"),
    "sentence_quantiles": ('{"50": 4}', '{"50": 30}'),
    "reply_words_min": ("3", "60"),
    "reply_words_max": ("5", "200"),
    "reading_grade_min": ("1", "9"),
    "reading_grade_max": ("1", "12"),
    "contractions": ("avoid", "use"),
    "spelling": ("us", "gb"),
    "person": ("first_plural", "first_singular"),
    "second_person": ("use", "avoid"),
    "address": ("none", "first_name"),
    "formality": ("formal", "casual"),
    "register": ("calm", "lively"),
    "greetings": ("Hello {first_name},", "Good day,"),
    "closings": ("Warmly,", "Kind regards,"),
    "permitted": ("with pleasure", "happy trails"),
    "prohibited": ("cheap", "awesome"),
    "replacements": ('{"cheap": "affordable"}', '{"cheap": "good value"}'),
    "emoji_max": ("0", "2"),
    "emoji_allowed": ("🎉", "😊"),
    "exclamations_max": ("0", "5"),
    "capitals_max": ("0", "5"),
    "disclaimer_trigger": ("mentions side effects", "mentions a warranty"),
    "disclaimer_text": ("This is general information.", "Ask us first."),
    "disclaimer_placement": ("start", "end"),
}


def test_every_editable_field_has_an_example_and_no_other():
    fields = {
        field.name
        for field in ToneOverlay._meta.fields
        if field.editable and not field.primary_key and field.name not in SCOPE
    }
    assert set(EXAMPLES) == fields - {"version"}
    assert set(TYPED) == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_shows_the_difference_between_two_values(name):
    one, other = (shown(name, {name: value}) for value in TYPED[name])
    assert not one.fault
    assert not other.fault
    assert one != other
    assert shown(name, {}) != one or shown(name, {}) != other


def test_the_sample_is_changed_by_the_gate_itself():
    found = shown("contractions", {"contractions": "avoid"})
    assert "".join(each.now for each in found.changes) == "We are open and it is free."
    assert any(each.number for each in found.changes)


def test_what_only_steers_is_shown_in_full_voice():
    assert shown("contractions", {"contractions": "use"}).voiced == "We’re open and it’s free."


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_value_of_the_reference_says_something(name):
    found = shown(name, {name: EXAMPLES[name].shows})
    assert found.changes
    assert not found.fault
    assert found != shown(name, {})


def test_a_typed_phrase_stands_in_the_sample():
    found = shown("prohibited", {"prohibited": "to be honest\ncheap"})
    assert "to be honest" in "".join(each.was or each.now for each in found.changes)
    assert any(each.number for each in found.changes)


def test_a_default_shows_only_beside_what_it_is_for():
    assert not shown("sentence_outside_pct", {}).changes
    band = {"sentence_band_min": "3", "sentence_band_max": "12"}
    assert "at most 20%" in " ".join(shown("sentence_outside_pct", band).told)


@pytest.mark.parametrize(
    ("name", "typed"),
    [("replacements", "{"), ("sentence_max", "x"), ("sentence_quantiles", "[1]")],
)
def test_half_a_value_is_no_error(name, typed):
    assert shown(name, {name: typed}).fault


@pytest.fixture
def staff(operator):
    client = Client()
    client.force_login(operator)
    return client


def test_the_page_answers_what_is_typed(staff):
    address = reverse("voice:example", args=("contractions",))
    said = staff.post(address, {"contractions": "avoid", "csrfmiddlewaretoken": "x"})
    assert "<ins>We are</ins>" in said.content.decode()
    assert staff.get(address).status_code == 405
    assert staff.post(reverse("voice:example", args=("code",))).status_code == 404


def test_what_is_typed_is_text(staff):
    said = staff.post(reverse("voice:example", args=("permitted",)), {"permitted": "<b>x</b>"})
    assert b"<b>" not in said.content


def test_the_form_shows_examples_for_what_is_stored(staff, boston):
    row = ToneOverlay.objects.create(
        code="quiet", vertical=Vertical.objects.get(), contractions="avoid"
    )
    said = staff.get(f"/admin/compliance/toneoverlay/{row.pk}/change/").content.decode()
    assert "<ins>We are</ins>" in said
    assert said.count("data-example=") == len(EXAMPLES)
    fields = re.findall(r'data-field="(\w+)"', said)
    assert all(f'name="{name}"' in said for name in fields)


def test_the_reference_is_written_from_the_code():
    assert PATH.read_text(encoding="utf-8") == reference(), "run manage.py voice_reference"
