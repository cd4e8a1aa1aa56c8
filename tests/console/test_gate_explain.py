"""One text explained: verdict, findings with rule and fact, what it would become, bad input."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from compliance.models import GateDecision
from console.explaining.reference import reference
from console.management.commands.checks_reference import PATH


def explain(text, **options):
    out = StringIO()
    status = 0
    try:
        call_command("gate_explain", text, stdout=out, **{"location": "ald-boston"} | options)
    except SystemExit as ended:
        status = ended.code
    return out.getvalue(), status


def test_a_finding_names_its_rule_its_words_and_the_fact(boston):
    said, status = explain(
        "You can return your boots within 60 days.", at="2026-11-03T12:00", customer_state="US-MA"
    )
    assert status in {0, 3}
    assert "Tuesday 2026-11-03 12:00, customer in US-MA, on email" in said
    assert "1. policy (must change)" in said
    assert "“60 days”" in said
    assert "compared with return_window_days = 14" in said
    assert not GateDecision.objects.exists()


def test_a_text_that_passes_says_that_nothing_was_found(boston):
    said, status = explain("Thank you for writing to us.")
    assert "passes unchanged" in said
    assert "Nothing was found." in said
    assert status == 0


def test_a_text_from_standard_input_that_is_held_ends_with_its_own_status(boston, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("Vielen Dank, wir melden uns morgen bei Ihnen.\n"))
    said, status = explain("-")
    assert "is held back" in said
    assert "Language not covered" in said
    assert status == 3


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ({"location": "nowhere"}, "no location"),
        ({"channel": "pigeon"}, "no channel"),
        ({"customer": "c99"}, "no customer"),
        ({"at": "tomorrow"}, "2026-11-02T13:00"),
    ],
)
def test_bad_input_says_what_to_do(boston, options, hint):
    with pytest.raises(CommandError, match=hint):
        explain("Hello.", **options)


def test_the_reference_of_checks_is_as_written():
    assert PATH.read_text(encoding="utf-8") == reference(), "run manage.py checks_reference"
