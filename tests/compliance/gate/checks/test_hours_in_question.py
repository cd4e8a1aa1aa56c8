"""Hours of holidays nobody confirmed, of closures and of services: what a reply may say of them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.fixes import apply, choose
from compliance.gate.types import Severity
from locations.hours import Closure, TypedSchedule, UnconfirmedDay, beside
from tests.compliance.gate.checks.test_hours import HERE, RIVERSIDE, THERE, find, week

THANKSGIVING, CHRISTMAS = date(2026, 11, 26), date(2026, 12, 25)
ASKING = replace(
    HERE,
    schedule=replace(
        RIVERSIDE,
        dated=tuple(each for each in RIVERSIDE.dated if each.on != THANKSGIVING),
        unconfirmed=(
            UnconfirmedDay(THANKSGIVING, "Thanksgiving Day"),
            UnconfirmedDay(CHRISTMAS, "Christmas Day"),
        ),
    ),
)
RENOVATED = replace(HERE, schedule=replace(RIVERSIDE, closure=Closure(date(2026, 12, 1))))
SHUT = replace(HERE, schedule=replace(RIVERSIDE, closure=Closure()))
GONE = replace(HERE, schedule=replace(RIVERSIDE, closure=Closure(for_good=True)))
SERVED = replace(
    HERE,
    services=tuple(
        TypedSchedule(kind, beside(RIVERSIDE, kind, week(*days), ()))
        for kind, days in (
            ("delivery", ["11:00-21:00"] * 7),
            ("drive_through", ["06:00-23:00"] * 7),
            ("kitchen", [*["11:00-19:00"] * 6, "closed"]),
            ("pickup", ["10:00-18:00"] * 7),
        )
    ),
)


def judged(draft, asked, at, here):
    """Return the findings that do not pass, after making sure that their edits mend them."""
    found = find(draft, asked=asked, at=at, here=here)
    faults = [each for each in found if each.severity is not Severity.ADVISE]
    if faults:
        after = apply(draft, choose(found)).text
        assert after != draft
        assert not find(after, at=at, here=here), after
    return faults


def cases(at, rows):
    return [(at, asked, draft, wrong) for wrong, draft, asked in rows]


UNCONFIRMED = [
    *cases(
        "2026-11-21T14:00",
        [
            (True, "We are open from 9 to 6 on Thanksgiving.", ""),
            (True, "We are closed on Thanksgiving.", ""),
            (True, "On November 26 we open at 10 a.m.", ""),
            (True, "We close at 8 p.m. this Thursday.", ""),
            (True, "We close at 8 p.m. on Thursday.", ""),
            (True, "Thanksgiving: closed", ""),
            (True, "We keep our regular hours on Thanksgiving Day.", ""),
            (True, "Come by at 3 p.m. on Thursday, November 26.", ""),
            (True, "Yes, we are open.", "Are you open on Thanksgiving?"),
            (True, "Yes!", "Are you open on Thanksgiving?"),
            (True, "Yes!", "Are you open on Thursday?"),
            (True, "Unfortunately not.", "Are you open on Thanksgiving?"),
            (True, "We are open from 9 to 8.", "What are your hours on Thanksgiving?"),
            (True, "Our Thanksgiving hours are 10 to 4.", ""),
            (True, "We have reduced hours on Thanksgiving.", ""),
            (
                True,
                "Thank you! We are open until 8 p.m. on Thanksgiving, and your coat is in.",
                "",
            ),
            (True, "We'll be open as usual on Christmas Day.", ""),
            (True, "Happy to help. Merry Christmas! We will be open on the 25th of December.", ""),
            (True, "Our hours this coming Thursday are the same as usual.", ""),
            (True, "Our hours: Wed 11/25 9-8, Thu 11/26 9-8, Fri 11/27 6-22.", ""),
            (False, "We have not confirmed our hours for that day yet.", "Open on Thanksgiving?"),
            (False, "No news: our hours are not confirmed.", "Are you open on Thanksgiving?"),
            (False, "We have not confirmed our Thanksgiving hours yet.", ""),
            (False, "We have not confirmed our hours for Thursday, November 26 yet.", ""),
            (False, "Our Thanksgiving hours are not confirmed yet.", ""),
            (False, "We haven't confirmed yet whether we will be open on Thanksgiving.", ""),
            (False, "Our hours for Thanksgiving may differ from our regular hours.", ""),
            (False, "Our Thanksgiving hours have not been set yet, so please check back.", ""),
            (False, "Please call us to find out whether we are open on Thanksgiving.", ""),
            (False, "We will post our Thanksgiving hours soon.", ""),
            (False, "I don't know yet if we're open on Thanksgiving.", ""),
            (False, "We can't say yet if we will be closed on Thanksgiving.", ""),
            (False, "We are still confirming our hours for Thanksgiving.", ""),
            (False, "Holiday hours for Thanksgiving are still being finalized.", ""),
            (False, "We are open from 9 to 8 on Wednesday.", ""),
            (
                False,
                "We are open Monday to Thursday 9 to 8, Friday 9 to 10, Saturday 10 to 10.",
                "",
            ),
            (
                False,
                "Monday 9-8, Wednesday 9-8, Thursday 9-8, Friday 9-10, Sunday closed.",
                "What are your hours?",
            ),
            (False, "Happy Thanksgiving! Your refund is on its way.", ""),
            (False, "On Thursdays we are open from 9 to 8.", ""),
            (False, "We are open from 9 a.m. to 8 p.m. on Wednesdays except Thanksgiving.", ""),
            (False, "You can return the jacket until Thanksgiving.", ""),
            (False, "Your order arrives before Thanksgiving, on November 25.", ""),
            (False, "Yes, Hillside is open from 10 to 2.", "Is Hillside open on Thanksgiving?"),
        ],
    ),
    *cases(
        "2026-11-25T14:00",
        [
            (True, "We are open from 9 to 8 tomorrow.", ""),
            (True, "See you tomorrow at 10!", ""),
            (False, "We are open until 8 p.m. today.", ""),
            (True, "We are open until 8 p.m. today and from 9 to 8 tomorrow.", ""),
        ],
    ),
    *cases(
        "2026-11-26T14:00",
        [
            (True, "We are open now.", ""),
            (True, "We are open until 8 p.m.", ""),
            (True, "We are closed right now.", ""),
            (True, "We close in 6 hours.", ""),
            (False, "We have not confirmed today's hours.", ""),
            (False, "We are open from 6 a.m. tomorrow.", ""),
            (True, "You can stop by until 8.", ""),
        ],
    ),
]

RENOVATING = [
    *cases(
        "2026-11-21T14:00",
        [
            (True, "We are open tomorrow.", ""),
            (True, "We are open until 8 p.m. today.", ""),
            (True, "We're open Monday through Thursday from 9 to 8.", ""),
            (False, "We are temporarily closed.", ""),
            (False, "We are closed right now and reopen on December 1.", ""),
            (False, "We will reopen on Tuesday, December 1 at 9 a.m.", ""),
            (True, "We reopen on December 3.", ""),
            (True, "We will be open again on November 28.", ""),
            (True, "We reopen on December 1 at 8 a.m.", ""),
            (False, "We are closed until December 1.", ""),
            (True, "We are closed until December 5.", ""),
            (False, "We are closed through November 30.", ""),
            (True, "We are closed through November 25.", ""),
            (False, "When we reopen, our hours are 9 to 8 from Monday through Thursday.", ""),
            (False, "On December 2 we are open from 9 to 8.", ""),
            (True, "Come by on Friday!", ""),
            (False, "Come by on December 4, we would love to see you.", ""),
            (True, "We are open now.", ""),
            (False, "We are closed now.", ""),
            (True, "Yes, we are open.", "Are you open on Monday?"),
            (False, "We are closed on Monday.", ""),
            (True, "We are permanently closed.", ""),
        ],
    ),
    *cases(
        "2026-11-21T14:00",
        [
            (False, "We will let you know when we reopen.", ""),
            (False, "We can't wait to see you again when we reopen on December 1!", ""),
            (True, "We can't wait to see you when we reopen on December 4!", ""),
            (False, "We are closed for renovations until Tuesday, December 1.", ""),
            (True, "We're closed for renovations until next Friday.", ""),
            (False, "Our store is closed for repairs through the end of November.", ""),
            (False, "Nobody is in the store before December 1.", ""),
            (True, "We reopen next week on Friday.", ""),
            (False, "We do not know whether we will be open on Sunday.", ""),
            (False, "We are not open this week.", ""),
            (True, "We're back on Monday.", ""),
        ],
    ),
]

ENDLESS = [
    *cases(
        "2026-11-21T14:00",
        [
            (True, "We reopen on December 3.", ""),
            (False, "We are temporarily closed, and the reopening date is not known yet.", ""),
            (False, "We do not know yet when we will reopen.", ""),
            (True, "We are open tomorrow.", ""),
        ],
    ),
]

SERVICES = [
    *cases(
        "2026-11-03T14:00",
        [
            (True, "There is no delivery on Friday.", ""),
            (True, "We do not deliver on Fridays.", ""),
            (False, "A delivery on Friday from 9 to 11 is possible.", ""),
            (False, "We scheduled the delivery for Thursday, 8 a.m. to noon.", ""),
            (True, "Delivery orders are taken until 11 p.m.", ""),
            (False, "Pickup is open until 6 p.m.", ""),
            (True, "Pickup is open until 8 p.m.", ""),
            (False, "Our drive-through is open until 11 tonight.", ""),
            (True, "The drive-thru closes at 10 p.m.", ""),
            (False, "Our drive-thru hours are 6 a.m. to 11 p.m.", ""),
            (True, "Drive-through hours: 7 a.m. to 11 p.m.", ""),
            (False, "The kitchen closes at 7 p.m.", ""),
            (True, "The kitchen closes at 9 p.m.", ""),
            (True, "The kitchen is open on Sunday.", ""),
            (False, "Delivery runs from 11 a.m. to 9 p.m.", ""),
            (True, "Delivery is available from 11 a.m. to 10 p.m.", ""),
            (False, "We deliver from 11 to 9.", ""),
            (True, "We deliver until 11 p.m.", ""),
            (False, "You can pick up your order until 6 p.m.", ""),
            (True, "You can pick up your order until 7:30 p.m.", ""),
            (False, "Our hours for pickup are 10 to 6.", ""),
            (True, "For pickup, we are open until 8 p.m.", ""),
            (False, "For pickup, we are open until 6 p.m.", ""),
            (False, "We close at 8 p.m. and the drive-through at 11 p.m.", ""),
            (True, "We close at 8 p.m. and the drive-through at 10 p.m.", ""),
            (False, "Our store closes at 8 p.m., but the kitchen closes at 7 p.m.", ""),
            (False, "Your delivery is tomorrow between 2 and 4 p.m.", ""),
            (False, "Your pickup is scheduled for 7:30 p.m.", ""),
            (False, "Your delivery will arrive at 9:30 p.m.", ""),
            (False, "We are open until 8 p.m.", ""),
            (True, "We are open until 6 p.m.", ""),
            (True, "You can use our drive-through until we close at 11 p.m.", ""),
            (True, "Delivery is available on Thanksgiving from 11 to 9.", ""),
            (True, "Pickup is open on Thanksgiving.", ""),
            (False, "There is no delivery on Thanksgiving.", ""),
            (False, "Pickup hours:\nMonday 10-6\nTuesday 10-6", ""),
            (True, "Pickup hours:\nMonday 10-6\nTuesday 9-8", ""),
            (True, "Yes, until 8 p.m.", "How late is pickup open on Friday?"),
            (False, "Our phone line is open until 10 p.m.", ""),
            (False, "The pool closes at 6 p.m.", ""),
        ],
    ),
]

ENDED = [
    *cases(
        "2026-11-21T14:00",
        [
            (False, "We are permanently closed.", ""),
            (True, "We are temporarily closed.", ""),
            (True, "We are open until 8.", ""),
            (False, "This location has closed for good.", ""),
            (True, "We reopen on Monday.", ""),
        ],
    ),
]

OPEN = [
    *cases(
        "2026-11-07T21:00",
        [
            (False, "We are closed until Monday.", ""),
            (True, "We are permanently closed.", ""),
            (False, "We are closed right now until 9 a.m. on Monday.", ""),
            (False, "We will let you know when we reopen.", ""),
            (True, "We are closed until Sunday.", ""),
        ],
    ),
]


@pytest.mark.parametrize(("at", "asked", "draft", "wrong"), UNCONFIRMED)
def test_no_hours_are_stated_for_a_holiday_that_nobody_confirmed(at, asked, draft, wrong):
    assert bool(judged(draft, asked, at, ASKING)) is wrong


@pytest.mark.parametrize(("at", "asked", "draft", "wrong"), RENOVATING)
def test_a_closed_place_opens_when_it_reopens_and_not_before(at, asked, draft, wrong):
    assert bool(judged(draft, asked, at, RENOVATED)) is wrong


@pytest.mark.parametrize(("at", "asked", "draft", "wrong"), ENDLESS)
def test_a_closure_without_an_end_has_no_reopening_day(at, asked, draft, wrong):
    assert bool(judged(draft, asked, at, SHUT)) is wrong


@pytest.mark.parametrize(("at", "asked", "draft", "wrong"), SERVICES)
def test_a_service_is_held_to_its_own_hours(at, asked, draft, wrong):
    assert bool(judged(draft, asked, at, SERVED)) is wrong


@pytest.mark.parametrize(("at", "asked", "draft", "wrong"), ENDED)
def test_a_place_closed_for_good_does_not_open_again(at, asked, draft, wrong):
    assert bool(judged(draft, asked, at, GONE)) is wrong


@pytest.mark.parametrize(("at", "asked", "draft", "wrong"), OPEN)
def test_closed_until_a_day_means_open_on_it(at, asked, draft, wrong):
    assert bool(judged(draft, asked, at, HERE)) is wrong


def test_an_unconfirmed_holiday_is_named_with_what_to_do():
    (found,) = find("We are open until 8 on Thanksgiving.", at="2026-11-21T14:00", here=ASKING)
    assert found.severity is Severity.MODIFY
    assert "its hours for Thanksgiving Day (Thursday, November 26) are not confirmed" in (
        found.message
    )
    assert "confirm them by dated hours" in found.message


def test_a_service_is_named_with_its_own_hours():
    (found,) = find("The kitchen closes at 9 p.m.", at="2026-11-03T14:00", here=SERVED)
    assert found.rule == "hours:mar-river:kitchen"
    assert found.fact.source == "mar-river: kitchen weekly hours"
    assert "the kitchen at Marlow Riverside" in found.message


@pytest.mark.parametrize(
    "draft", ["The kitchen closes at 9 p.m.", "Pickup is open until 9 p.m.", "We deliver until 11."]
)
def test_services_without_hours_of_their_own_are_let_be(draft):
    assert find(draft, at="2026-11-03T14:00") == []
    assert find(draft, at="2026-11-03T14:00", here=THERE) == []


WORDS = """
    we you our the are is will not open opens close closed until before through on at from to
    reopen again when temporarily permanently pickup delivery kitchen drive-through deliver for
    thanksgiving november 26 december 1 thursday tomorrow 9 5 pm hours confirmed may , . and no
"""


@given(
    words=st.lists(st.sampled_from(WORDS.split()), max_size=20),
    here=st.sampled_from([ASKING, RENOVATED, SHUT, GONE, SERVED]),
)
def test_any_jumble_is_read_without_an_error_and_quoted_as_it_stands(words, here):
    draft = " ".join(words)
    for each in find(draft, at="2026-11-21T14:00", here=here):
        assert each.excerpt == draft[each.start : each.end]


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("We close in two and a half hours.", False),
        ("We close in an hour and a half.", True),
    ],
)
def test_time_left_counts_the_hour_that_comes_twice(draft, wrong):
    """Clocks go back at two on November 1; the place closes at two, after the second hour."""
    assert bool(find(draft, at="2026-11-01T00:30", here=THERE)) is wrong
