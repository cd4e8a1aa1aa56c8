"""Hours told in any words: by what goes on at the place, by a part of the day, as the usual ones.

The shop and its neighbour are those of ``test_hours``. A case is (question, reply, wrong).
"""

from dataclasses import replace
from datetime import date

import pytest

from compliance.gate.types import Severity
from locations.hours import DatedHours, parse_day
from tests.compliance.gate.checks.test_hours import HERE, THERE, find, mended

LATE, EARLY, SATURDAY = "How late are you open tonight?", "When do you open tomorrow?", "Saturday?"
EVE = "Are you open on Christmas Eve?"

ANY_VERB = [
    (LATE, "We are at your disposal until nine tonight.", True),
    (LATE, "We are at your disposal until eight tonight.", False),
    (LATE, "Tonight we look after hikers until half past nine.", True),
    (LATE, "Tonight we look after hikers until eight.", False),
    (LATE, "Our florists tie bouquets until 7 this evening.", True),
    (LATE, "Our florists tie bouquets until 8 this evening.", False),
    (LATE, "We are at the counter until ten tonight and look forward to meeting you.", True),
    (LATE, "We are at the counter until eight tonight and look forward to meeting you.", False),
    ("What time do you close Saturday?", "The grooming tables stay busy until nine.", True),
    ("What time do you close Saturday?", "The grooming tables stay busy until ten.", False),
    ("How late is Hillside open Fridays?", "Our Hillside crew greets members till one.", True),
    ("How late is Hillside open Fridays?", "Our Hillside crew greets members till two.", False),
    (EARLY, "Our mechanics turn wrenches from seven tomorrow.", True),
    (EARLY, "Our mechanics turn wrenches from nine tomorrow.", False),
    ("Are you open yet?", "We have been at the counter since seven, so please come by.", True),
    ("Are you open yet?", "We have been at the counter since nine, so please come by.", False),
    ("Are you open Tuesday?", "We sure are, 7 in the morning to 6 at night, so no rush.", True),
    ("Are you open Tuesday?", "We sure are, 9 in the morning to 8 at night, so no rush.", False),
    ("What are your Saturday hours?", "Sure, 8 a.m. to 10 p.m., coffee included.", True),
    ("What are your Saturday hours?", "Sure, 10 a.m. to 10 p.m., coffee included.", False),
    ("When do you open on Friday?", "We have a mechanic in from 7 until 10.", True),
    ("When do you open on Friday?", "We have a mechanic in from 9 until 10.", False),
]
NOT_THE_DOORS = [
    (LATE, "We can hold your table until seven."),
    (LATE, "We will keep your parcel aside until nine tonight."),
    (LATE, "The spring sale runs until midnight."),
    (LATE, "Your ticket is good until eleven tonight."),
    (LATE, "We close at eight, and the candles burn until ten."),
    (LATE, "You may cancel the class until six tonight."),
    (LATE, "Our courier is on the road until ten tonight."),
    (EARLY, "We call patients from eight tomorrow."),
    (EARLY, "The price applies from seven tomorrow."),
    ("When can I bring the bike in on Friday?", "Our mechanic gives a course from 6 to 7."),
    ("Can I open an account?", "We have a webinar for it from 7 to 9 tonight."),
    ("It opens in 48 hours?", "The jar of paint keeps until eleven tonight."),
    ("Do you have rooms?", "Our rooms are quiet until nine in the morning."),
]
CLOSED = [
    ("We're dark all day Tuesday so that the crew can rest.", True),
    ("We're dark all day on Sunday so that the crew can rest.", False),
    ("The studio stays dark over Thanksgiving.", False),
    ("The studio goes dark on Black Friday.", True),
    ("We are dark the whole of Friday.", True),
    ("Our dark roast is poured all day on Tuesday.", False),
]
USUAL = [
    ("We keep full hours on Christmas Eve.", True),
    ("We keep full hours on December 23.", False),
    ("On Christmas Eve the shop follows its usual Thursday routine.", True),
    ("On December 23 the shop follows its usual Wednesday routine.", False),
    ("We close on Thanksgiving, and the shop is back to its usual Friday schedule the next day.",
     True),
    ("We close on Thanksgiving, and the shop is back to its usual Saturday schedule on the 28th.",
     False),
    ("A full hour is plenty for the fitting on Christmas Eve.", False),
]  # fmt: skip
PARTS = [
    ("On Christmas Eve the counter is staffed through the afternoon and evening.", True),
    ("On December 23 the counter is staffed through the afternoon and evening.", False),
    ("We are open on the evening of December 24.", True),
    ("We are open in the evening on Tuesday.", False),
    ("We are open on Veterans Day in the morning.", True),
    ("We are open on Veterans Day in the afternoon.", False),
    ("We stay open through the evening on Christmas Eve.", True),
    ("We are open Saturday mornings.", False),
    ("Friday evenings we are open late.", False),
]
AS_ON = [
    ("On Christmas Eve we close at eight, as on any Thursday.", True),
    ("Today we close at eight, as on most Fridays.", False),
    ("On Black Friday we close at ten, just as on Saturdays.", False),
    ("On Christmas Eve we are open until ten, as every Friday.", True),
    ("On December 23 we open at nine, the same as on Fridays.", False),
]
CLOSE_ON = [
    ("We close on Tuesdays.", True),
    ("We close on Sundays.", False),
    ("The shop closes for Thanksgiving.", False),
    ("The shop closes on Black Friday so that the team can rest.", True),
    ("We only close on Thanksgiving.", False),
    ("We do not close on Sundays.", True),
    ("Please come by before we close on Friday.", False),
    ("The till is counted when we close on Tuesdays.", False),
    ("We close on time on Tuesdays.", False),
    ("We close on Tuesday at eight.", False),
    ("The loan closes on Tuesday.", False),
]
THEN = [
    ("We are closed Sunday, so after that it's Monday at 9.", False),
    ("We are closed Sunday, so after that it's Monday at 8.", True),
    ("We're always closed on Sundays, then it's Monday at nine.", False),
    ("Buy three tires and the fourth is a dollar; we are open Tuesday until 8.", False),
    ("Buy three and the fourth is free, and we are open Tuesday until 9.", True),
]
SUITS = [
    ("On Christmas Eve a five o'clock visit is no trouble.", True),
    ("On Christmas Eve a two o'clock visit is no trouble.", False),
    ("A nine thirty start on Tuesday is no bother at all.", False),
    ("Saturday at nine in the morning is no trouble for us.", True),
    ("Saturday at eleven is no trouble for us.", False),
    ("Tuesday's seven o'clock webinar is no trouble.", False),
]


def wrong(draft, asked="", **options):
    found = find(draft, asked=asked, **options)
    return any(each.severity is not Severity.ADVISE for each in found)


@pytest.mark.parametrize(("asked", "draft", "is_wrong"), ANY_VERB)
def test_what_goes_on_until_a_time_answers_how_long_the_place_is_open(asked, draft, is_wrong):
    assert wrong(draft, asked) is is_wrong
    if is_wrong:
        assert not wrong(mended(draft, asked=asked), asked)


@pytest.mark.parametrize(("asked", "draft"), NOT_THE_DOORS)
def test_a_time_of_something_else_is_no_answer(asked, draft):
    assert not wrong(draft, asked)


@pytest.mark.parametrize(
    ("draft", "is_wrong"), [*CLOSED, *USUAL, *PARTS, *THEN, *CLOSE_ON, *AS_ON, *SUITS]
)
def test_hours_without_their_usual_words(draft, is_wrong):
    assert wrong(draft) is is_wrong
    if is_wrong:
        assert not wrong(mended(draft))


def test_parts_of_a_day_count_beyond_midnight_too():
    assert not wrong("We are open on Friday night.", here=THERE)


THANKSGIVING_AND_AFTER = replace(
    HERE,
    schedule=replace(
        HERE.schedule,
        dated=(
            DatedHours(date(2026, 11, 26), parse_day("closed")),
            DatedHours(date(2026, 11, 27), parse_day("closed")),
            DatedHours(date(2026, 12, 24), parse_day("closed")),
        ),
    ),
)


@pytest.mark.parametrize(
    ("draft", "is_wrong"),
    [
        ("We are closed only on Thanksgiving.", True),
        ("We close on November 26 only, and then we are back.", True),
        ("Only on November 27 are we closed.", True),
        ("We are closed on November 26 and 27 only.", False),
        ("We are only closed on Christmas Eve.", False),
        ("We are closed on Thanksgiving.", False),
        ("We are closed on December 24 only.", False),
    ],
)
def test_closed_only_on_one_day_denies_the_day_beside_it(draft, is_wrong):
    assert wrong(draft, here=THANKSGIVING_AND_AFTER) is is_wrong
