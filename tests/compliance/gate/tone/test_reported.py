"""What is measured of a voice and never holds a draft up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.gate.reading import Reading
from compliance.gate.tone.dimensions import tone_report
from compliance.gate.tone.report import Dimension, Standing
from compliance.gate.types import ToneOverlay
from tests.compliance.gate.checks.test_tone import FREE, case, read

HOUSE = replace(
    FREE,
    greetings=("Good morning {first_name}, | morning", "Hello {first_name},"),
    closings=("Warmly,", "See you at {location}"),
    permitted=("fresh towels | of laundry", "paw-some"),
)


def measured(name: str, text: str, tone: ToneOverlay) -> Dimension:
    assert read(text, tone) == []
    return tone_report(Reading(case(text, tone)).speech)[name]


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("Hello Ines, we are open.", 1),
        ("Good morning, we are open.", 1),
        ("Hi Ines, we are open.", 0),
        ("We are open. Hello is what we say.", 0),
    ],
)
def test_greetings_of_the_voice(text: str, used: int) -> None:
    found = measured("greetings", text, HOUSE)
    assert (found.value, found.standing) == (used, Standing.PASS if used else Standing.NEAR)


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("We are open.\n\nWarmly,\nAna\nPinnacle", 1),
        ("We are open. See you at Elm Street!", 1),
        ("We are open.\n\nKind regards,\nAna", 0),
        ("Warmly, they greet you. " + "We are open. " * 6, 0),
    ],
)
def test_closings_of_the_voice(text: str, used: int) -> None:
    assert measured("closings", text, HOUSE).value == used


def test_house_phrases_are_counted_where_they_stand() -> None:
    text = "We have fresh towels, and a paw-some pool."
    found = measured("permitted", text, HOUSE)
    assert [text[slice(*span)] for span in found.spans] == ["fresh towels", "paw-some"]


LONG = "Please come by whenever it suits you and whoever you would like to bring along. "


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("We are open all day. Please come by at noon. It is warm here too.", Standing.PASS),
        (LONG * 3, Standing.NEAR),
        ("Yes. No.", Standing.PASS),
    ],
)
def test_lengths_aimed_at(text: str, standing: Standing) -> None:
    tone = replace(FREE, sentence_quantiles=((50, 5.0), (90, 6.0)))
    assert measured("sentence_quantiles", text, tone).standing is standing


@pytest.mark.parametrize(
    ("text", "share", "standing"),
    [
        ("We're open, and it's warm. We do not charge.", 0.667, Standing.PASS),
        ("We are open, and it is warm. We don't charge.", 0.333, Standing.NEAR),
        ("The pool opens at nine.", None, Standing.PASS),
    ],
)
def test_how_much_is_contracted(text: str, share: float | None, standing: Standing) -> None:
    found = measured("contraction_use", text, replace(FREE, contractions="use"))
    assert (found.value, found.standing) == (share, standing)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("We are open all day. You can come by at noon. It is warm here too. " * 3, Standing.PASS),
        (
            "Our establishment accommodates reservations exclusively through authorised "
            "representatives. Cancellation necessitates written notification beforehand. "
            "Additional documentation facilitates expeditious consideration of applications. " * 2,
            Standing.NEAR,
        ),
        ("Authorised representatives.", Standing.PASS),
    ],
)
def test_the_grade_that_a_draft_reads_at(text: str, standing: Standing) -> None:
    tone = replace(FREE, reading_grade=(None, 8.0))
    assert measured("reading_grade", text, tone).standing is standing


FORMAL = (
    "Dear Ms. O'Dell,\nThank you for your enquiry. We would be pleased to assist you regarding "
    "your reservation. Please find the requested details below.\nYours sincerely,"
)
CASUAL = "Hey! That's so cool, we're super happy you're coming. Gonna be awesome, see ya! 🎉"


@pytest.mark.parametrize(
    ("text", "level", "standing"),
    [
        (FORMAL, "formal", Standing.PASS),
        (CASUAL, "formal", Standing.NEAR),
        (FORMAL, "casual", Standing.NEAR),
        (CASUAL, "casual", Standing.PASS),
        ("The pool is open at nine. It is heated.", "neutral", Standing.PASS),
    ],
)
def test_the_register(text: str, level: str, standing: Standing) -> None:
    found = measured("formality", text, replace(FREE, formality=level))
    assert found.standing is standing
    assert bool(found.spans) == (standing is Standing.NEAR)


def test_a_voice_of_either_person_has_both_counts() -> None:
    text = "I checked our stock. We have it, and I will hold it for you."
    either = replace(FREE, person="first_plural_or_singular")
    one, many = measured("person", text, either), measured("first_plural", text, either)
    assert [text[slice(*span)] for span in one.spans] == ["I", "I"]
    assert [text[slice(*span)] for span in many.spans] == ["our", "We"]
    assert one.standing is many.standing is Standing.PASS
    named = {each.name for each in tone_report(Reading(case(text, HOUSE)).speech).dimensions}
    assert not named & {"person", "first_plural"}
