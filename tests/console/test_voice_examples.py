"""Examples of the fields of an overlay: every field has one, and each shows what a value does."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from compliance.models import Concept, ToneOverlay
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
    [
        ("replacements", "{"),
        ("replacements", '{"cheap": 3}'),
        ("replacements", "3"),
        ("sentence_max", "x"),
        ("sentence_max", "2"),
        ("sentence_mean_min", "-3"),
        ("sentence_mean_max", "0"),
        ("sentence_outside_pct", "150"),
        ("sentence_quantiles", "[1]"),
        ("sentence_quantiles", '{"50": 20, "90": 10}'),
        ("greetings", "Good morning {firstname}"),
        ("permitted", "with pleasure | mornin"),
        ("prohibited", "@no_such_class"),
        ("emoji_allowed", "smile"),
    ],
)
def test_what_the_form_would_refuse_is_said_while_it_is_typed(db, name, typed):
    example = shown(name, {name: typed})
    assert example.fault
    assert not example.changes


def test_a_band_upside_down_is_said_at_both_ends():
    typed = {"sentence_band_min": "30", "sentence_band_max": "4"}
    faults = {shown(name, typed).fault for name in typed}
    assert faults == {"The band ends below its start."}


def test_a_class_of_the_operator_shows_one_of_its_own_phrases(db):
    Concept.objects.create(name="jaw_words", about="Jaws", expressions=["gnashers"])
    example = shown("prohibited", {"prohibited": "@jaw_words"})
    assert "gnashers" in "".join(change.now for change in example.changes)
    assert any("gnashers" in line for line in example.held)
    swapped = shown("replacements", {"replacements": '{"@jaw_words": "teeth"}'})
    assert [(change.was, change.now) for change in swapped.changes if change.number] == [
        ("gnashers.", "teeth.")
    ]


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


def test_a_form_with_many_mistakes_names_them_all(staff, boston):
    said = staff.post(
        "/admin/compliance/toneoverlay/add/",
        {
            "code": "dental",
            "vertical": Vertical.objects.get().pk,
            "sentence_band_min": "30",
            "sentence_band_max": "4",
            "greetings": "Good morning {firstname}",
            "prohibited": "@no_such_class",
            "replacements": '{"cheap": 3}',
            "emoji_allowed": "smile",
            "change_reason": "A voice of our own",
        },
    )
    assert said.status_code == 200
    assert set(said.context["adminform"].form.errors) == {
        "sentence_band_max",
        "greetings",
        "replacements",
        "emoji_allowed",
    }
    assert not ToneOverlay.objects.exists()


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
