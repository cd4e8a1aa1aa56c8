"""A phrase with when it fits: what a machine understands holds or not, the rest is for readers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.slots import has_braces, slots_in, substitute
from compliance.gate.tone.permitted import (
    PLACEHOLDERS,
    Occasion,
    first_fitting,
    line_problems,
    parse,
)
from compliance.models import ToneOverlay
from locations.models import Vertical

MONDAY_9 = datetime(2026, 11, 2, 9, tzinfo=UTC)
SATURDAY_18 = datetime(2026, 11, 7, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ("", True),
        ("morning", True),
        ("afternoon", False),
        ("evening", False),
        ("evening, morning", True),
        ("Morning,  First  Reply", True),
        ("morning, later reply", False),
        ("weekend", False),
        ("known name", True),
        ("no name", False),
        ("about returns", True),
        ("about hours", False),
        ("about hours, about returns", True),
        ("for regulars", False),
        ("morning, for regulars", False),
        (",, ,", True),
    ],
)
def test_when_a_phrase_fits_a_first_reply_on_a_monday_morning(when, fits):
    occasion = Occasion(at=MONDAY_9, ticket_class="returns", turn=1, named=True)
    assert parse(f"Hello | {when}").fits(occasion) is fits


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ("evening", True),
        ("weekend", True),
        ("no name", True),
        ("first reply", False),
        ("later reply", False),
    ],
)
def test_when_it_fits_a_reply_of_unknown_turn_on_a_saturday_evening(when, fits):
    assert parse(f"Hello | {when}").fits(Occasion(at=SATURDAY_18)) is fits


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, "morning"),
        (11, "morning"),
        (12, "afternoon"),
        (16, "afternoon"),
        (17, "evening"),
        (23, "evening"),
    ],
)
def test_every_hour_has_one_part_of_the_day(hour, part):
    occasion = Occasion(at=datetime(2026, 11, 2, hour, tzinfo=UTC))
    parts = ("morning", "afternoon", "evening")
    assert [each for each in parts if parse(f"x | {each}").fits(occasion)] == [part]


def test_a_line_says_its_phrase_and_when_in_words():
    line = parse(" Good  morning {first_name}, |  first reply , about  returns, for regulars")
    assert line.text == "Good morning {first_name},"
    assert line.when == "first reply, about returns, for regulars"
    assert parse("Warmly,").when == ""


def test_the_first_phrase_that_fits_and_can_be_filled_is_taken():
    lines = ("Good evening, | evening", "Hi {first_name},", "Hello,", "Howdy,")
    morning = Occasion(at=MONDAY_9)
    assert first_fitting(lines, morning, lambda text: "" if "{" in text else text) == "Hello,"
    assert first_fitting(lines, morning, lambda _: "") == ""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Hi {first_name},", ""),
        ("Hi { name }, | about gift_cards", ""),
        ("Hi {nam},", "no {nam}"),
        ("Hi {customer.first_name},", "no {customer.first_name}"),
        ("Hi {},", "no {}"),
        ("Hi {name,", "“{” stands alone"),
        ("Hi } there", "“}” stands alone"),
        (" | morning", "no phrase before the bar"),
        ("Hi, | mornings", "did you mean “morning”"),
        ("Hi, | in the afternon", "did you mean “afternoon”"),
        ("Hi, | only on weekends", "did you mean “weekend”"),
        ("Hi, | First replies", "did you mean “first reply”"),
        ("Hi, | for regulars who order breakfast", ""),
        ("Hi, | about a lost card", ""),
    ],
)
def test_what_is_wrong_with_a_line(line, told):
    problems = line_problems(line, placeholders=True)
    assert told in " ".join(problems)
    assert bool(problems) is bool(told)


def test_a_house_phrase_has_nothing_to_fill_in():
    assert line_problems("glad to help | a customer asks for help", placeholders=False) == ()
    assert "without braces" in line_problems("at {location}", placeholders=False)[0]


@pytest.mark.parametrize("field", ["greetings", "closings", "permitted"])
def test_an_overlay_is_refused_with_the_line_and_its_reason(spa_overlay, field):
    setattr(spa_overlay, field, ["With pleasure", "Bye {nme}"])
    with pytest.raises(ValidationError) as refused:
        spa_overlay.clean()
    (message,) = refused.value.message_dict[field]
    assert message.startswith("“Bye {nme}”: ")
    setattr(spa_overlay, field, ["With pleasure | evening"])
    spa_overlay.clean()


@pytest.fixture
def spa_overlay():
    return ToneOverlay(code="spa", vertical=Vertical(code="spa", name="Spa"))


@given(st.text(alphabet="ab{}| ,", max_size=30) | st.text(max_size=60))
def test_any_line_can_be_read_and_braces_never_pass_for_words(line):
    read = parse(line)
    assert read.fits(Occasion(at=MONDAY_9)) in {True, False}
    if not line_problems(line, placeholders=True):
        assert set(slots_in(read.text)) <= set(PLACEHOLDERS)
        assert not has_braces(substitute(read.text, dict.fromkeys(PLACEHOLDERS, "Ana")))
