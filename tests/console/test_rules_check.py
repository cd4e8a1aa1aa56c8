"""The survey of stored rules: what holds drafts, what finds nothing, what is out of reach."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from compliance.models import ComplianceRule, Concept, ToneOverlay


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def told():
    out = StringIO()
    try:
        call_command("rules_check", stdout=out)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def test_a_sound_configuration_has_nothing_wrong(boston):
    assert told() == ("Nothing is wrong.\n", "")


@pytest.mark.parametrize(
    ("change", "why", "holds"),
    [
        ("kind = 'nonsense'", "! rule R1: cannot be used: its kind “nonsense” is not known", True),
        ("detectors = '{(a}'", "! rule R1: cannot be used: the “)” for this bracket", True),
        ("detectors = '{(a}', mode = 'off'", "~ rule R1 (off): cannot be used", False),
        ("examples = '{it}'", "~ rule R1: The rule does not catch its example “it”.", False),
        (
            "claim = 'it is so', examples = '{}'",
            "~ rule R1: No reply can be recognised by this claim; add an example.",
            False,
        ),
        ("locations = '{gone}'", "~ rule R1: names locations that do not exist: gone", False),
        ("channels = '{pigeon}'", "~ rule R1: names channels that do not exist: pigeon", False),
        ("text = 'See {cancel_url}.'", "! rule R1: asks for {cancel_url}, which has no", True),
        ("text = '{cancel_url}', mode = 'flag'", "~ rule R1: asks for {cancel_url}", False),
        ("text = 'Call {location.phone}.'", "Nothing is wrong.", False),
        ("effective_to = '2020-01-01'", "~ rule R1: ended on 2020-01-01", False),
    ],
)
def test_what_was_written_past_the_forms_is_told(boston, change, why, holds):
    sql(f"UPDATE compliance_compliancerule SET {change}")  # noqa: S608  (the test's own words)
    said, error = told()
    assert why in said
    assert ("Drafts are held" in error) is holds


def test_a_broken_concept_is_told_with_the_rules_that_need_it(boston):
    Concept.objects.create(name="prizes", about="prizes", expressions=["golden ticket"])
    ComplianceRule.objects.create(
        code="R2",
        kind="prohibited_claim",
        claim="prizes",
        detectors=["win @prizes"],
        action="block",
    )
    assert told()[1] == ""
    sql("UPDATE compliance_concept SET expressions = '{(a}'")
    said, error = told()
    assert "! concept @prizes: “(a”: the “)” for this bracket is missing" in said
    assert "! rule R2: cannot be used: the concept @prizes cannot be used" in said
    assert "Drafts are held because of 2 of 2." in error


def test_a_list_that_is_shipped_since_is_told_and_stays_alone(boston):
    Concept.objects.create(name="cure_words", about="own words", expressions=["abracadabra"])
    sql("UPDATE compliance_concept SET name = 'cure'")
    said, error = told()
    assert "~ concept @cure: There is a shipped concept @cure" in said
    assert error == ""
    (own,) = Concept.objects.in_force()
    assert own.replaces


def test_a_disclaimer_that_nothing_would_ever_call_for_is_told(boston):
    voice = ToneOverlay.objects.create(
        code="odd",
        vertical=boston.vertical,
        disclaimer_trigger="it is so",
        disclaimer_text="So it is.",
    )
    assert "~ voice odd: never adds its disclaimer: nothing can be" in told()[0]
    voice.disclaimer_trigger = "names a price"
    voice.save()
    assert told() == ("Nothing is wrong.\n", "")
