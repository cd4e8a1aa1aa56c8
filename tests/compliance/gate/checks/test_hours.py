"""The hours check, by tables of statements about a shop and its neighbour with other hours."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.checks.hours import Hours
from compliance.gate.checks.hours.grammar import TooDenseError
from compliance.gate.fixes import apply, choose
from compliance.gate.reading import Reading
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    Facts,
    GateInput,
    PlaceFacts,
    Severity,
    ToneOverlay,
)
from locations.hours import UNKNOWN, DatedHours, Schedule, parse_day

ZONE = "America/Chicago"


def week(*days):
    return tuple(parse_day(day) for day in days)


RIVERSIDE = Schedule(
    ZONE,
    week(*["09:00-20:00"] * 4, "09:00-22:00", "10:00-22:00", "closed"),
    (
        DatedHours(date(2026, 11, 11), parse_day("12:00-17:00"), "Veterans Day"),
        DatedHours(date(2026, 11, 26), parse_day("closed"), "Thanksgiving"),
        DatedHours(date(2026, 11, 27), parse_day("06:00-22:00"), "Black Friday"),
        DatedHours(date(2026, 12, 24), parse_day("09:00-15:00")),
        DatedHours(date(2026, 12, 27), parse_day("12:00-18:00")),
        DatedHours(date(2027, 1, 1), UNKNOWN),
    ),
)
HILLSIDE = Schedule(
    ZONE,
    week(*["08:30-12:30, 13:30-17:30"] * 4, "11:00-02:00", "11:00-02:00", "closed"),
    (DatedHours(date(2026, 11, 26), parse_day("10:00-14:00")),),
)


def place(code, name, city, schedule):
    return PlaceFacts(
        code=code,
        name=f"Marlow {name}",
        vertical="retail",
        city=city,
        state="US-IL",
        ownership="corporate",
        staffing="",
        phone="",
        address="",
        status="open",
        schedule=schedule,
        names=(f"Marlow {name}", name, city),
    )


HERE = place("mar-river", "Riverside", "Peoria", RIVERSIDE)
THERE = place("mar-hill", "Hillside", "Galena", HILLSIDE)


def find(draft, asked="", at="2026-11-02T14:00", here=HERE, there=(THERE,)):
    facts = Facts(
        at=datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(ZONE)),
        brand=BrandFacts("marlow", "Marlow"),
        place=here,
        elsewhere=there,
    )
    case = GateInput(draft, facts, ChannelRules("email"), ToneOverlay(), customer_message=asked)
    return Hours().find(Reading(case))


def mended(draft, **options):
    found = find(draft, **options)
    assert found, draft
    return apply(draft, choose(found)).text


RIGHT = [
    "We close at 8 tonight.",
    "We're here till 8.",
    "We are open from 9 a.m. to 8 p.m., Mondays through Thursdays.",
    "On Fridays we close at ten in the evening.",
    "Our hours on Saturday are 10 to 10.",
    "We're closed on Sundays.",
    "We do not open on Sundays.",
    "Sunday: closed. Saturday: 10-10.",
    "Monday through Thursday we are open nine to eight, Friday nine to ten.",
    "Mon-Thu 9-8, Fri 9-10, Sat 10-10, closed Sun.",
    "We are open every day except Sunday.",
    "We're closed on Thanksgiving and open again at 6 a.m. on Friday the 27th.",
    "On Black Friday the doors open at six in the morning.",
    "The store opens at 6 the day after Thanksgiving and closes at 10 that night.",
    "On Veterans Day we are open from noon until 5.",
    "We keep shorter hours on November 11: 12 to 5.",
    "We close at 3 p.m. on Christmas Eve.",
    "We are open right now.",
    "We're still open for another six hours.",
    "We close in six hours.",
    "We open at 9 tomorrow.",
    "See you at 10 tomorrow.",
    "You can stop by any time before 8 tonight.",
    "Come in between 10 and 4 on Saturday.",
    "Our Hillside store is open on Thanksgiving from 10 to 2.",
    "Hillside closes for lunch from 12:30 to 1:30 on Tuesdays.",
    "Marlow Hillside is open until 2 a.m. on Fridays and Saturdays.",
    "On Tuesday Hillside is open from 8:30 to 12:30 and from 1:30 to 5:30.",
    "We are open late on Friday.",
    "We are not open on Thanksgiving Day.",
    "We will be closed for Thanksgiving.",
    "We close early on Christmas Eve, at 3.",
    "Doors open at 9 a.m. and close at 8 p.m.",
    "We don't close until 10 on Friday.",
    "We won't open until noon on Veterans Day.",
    "Our regular hours on Tuesday apply.",
    "If you get here after we close at 8, use the drop box.",
    "Open 09:00-20:00 today.",
    "Thursday works! We are open until eight that evening.",
    "We serve customers on Saturday from ten in the morning to ten in the evening.",
    "The lobby is staffed until eight o'clock this evening.",
    "Our branch offers Saturday service between ten and ten.",
    "You will find us here until 8.",
    "We lock the doors at 8 tonight.",
    "We have no Sunday hours.",
    "Sunday is our day off.",
    "Nobody is here on Sundays.",
    "We are usually closed on Sundays, but December 27 is an exception and we are open 12 to 6.",
    "On Friday we are open past nine.",
    "We keep the grill hot and we're frying doughnuts till 8 tonight.",
    "We are happy to hold it until Sunday at noon.",
    "We will call you between 9 and 11 on Sunday.",
    "We're shipping your parcel by 6 on Sunday.",
    "Our Friday hours run 9 a.m. - 10 p.m.",
    "Tonight's closing time is 8.",
    "You can shop with us until 8 p.m. today.",
    "Holiday hours on 12/24 are 9-3.",
    "We are closed on Thanksgiving, and the day after we open at 6.",
    "On weekdays we open at nine sharp.",
    "Weekday hours are 9 to 8, except Fridays when we stay open until 10.",
    "We're open till 10 Fri and Sat.",
    "We're open 'til ten on Fridays.",
    "The shop shuts at eight on a Monday.",
    "There is plenty of time: we do not close for six more hours.",
    "Our doors stay closed on Sundays.",
    "We are open Monday-Saturday and closed Sunday.",
    "Sadly the store won't be open this Sunday.",
    "Hillside opens at 11 on Friday and runs until 2 in the morning.",
    "We open at 12 on Veterans Day.",
    "Veterans Day: noon to five.",
    "We just opened at 9 this morning.",
    "We're open right up until 8.",
    "We reopen at 9 tomorrow morning.",
    "Please arrive by 7:45 p.m. today, since we close at 8.",
    "Your table is booked for 7 on Saturday and we close at 10.",
    "Your pickup is ready; the store closes at 20:00.",
    "Our team answers emails from 9 to 5 on weekdays.",
    "The webinar runs from 1 to 2 p.m. on Sunday.",
    "The live chat is staffed until 11 p.m.",
    "We can hold the item until Sunday.",
    "The sale opens on Sunday at 8 a.m.",
    "Our warehouse ships until 3 p.m. on weekdays.",
    "We close your ticket after 7 days.",
    "Christmas Eve we shut our doors at three.",
    "Thursday the 26th we're closed.",
    "Sure thing, the store will be open until ten at night on Saturday.",
    "From Monday to Thursday you can visit between 9 and 8, and on Friday and Saturday until 10.",
]
NOT_OURS = [
    "Your appointment is at 3 p.m. on Sunday.",
    "The phone line closes at 5 on Friday.",
    "Our call center is open around the clock.",
    "The parking garage is open until midnight.",
    "The steam room closes at seven.",
    "Please open an account by 5 p.m. on Sunday.",
    "We are close to the park, about 10 minutes away.",
    "Your case was closed at 9 on Sunday.",
    "Delivery arrives between 9 and 11 on Sunday.",
    "You have 30 days to return opened items.",
    "You said that we close at 7.",
    "You mentioned the store was closed on Tuesday.",
    "We are open to suggestions.",
    "Cancel 24 hours before your visit.",
    "Orders placed by 2 p.m. ship the same day.",
    "The class runs from 6 to 7 on Sunday evening.",
    "Would Sunday at 3 suit you?",
    "Your order was picked up at 7 on Sunday.",
    "We opened your account on Sunday.",
    "Thank you for visiting us on Sunday.",
]
WRONG = [
    ("We close at 9 tonight.", "8"),
    ("We're here till 9.", "8"),
    ("We are open from 10 a.m. to 8 p.m. on Wednesdays.", "9 a.m."),
    ("On Fridays we close at nine in the evening.", "ten in"),
    ("Our hours on Saturday are 9 to 10.", "10 to 10"),
    ("We're open on Sundays.", "closed on Sundays"),
    ("You can come in on Sunday from 12 to 5.", "closed on Sunday"),
    ("We are open every day.", None),
    ("We are open seven days a week from 9 to 8.", None),
    ("Saturday: 9-10. Sunday: 12-6.", "closed on"),
    ("Monday through Friday we are open nine to five.", None),
    ("We're open on Thanksgiving from 9 to 8.", "closed on Thursday, November 26"),
    ("Yes! Our doors will be open on Thanksgiving Day.", "We are closed on Thursday, November 26."),
    ("We keep our regular hours on Veterans Day.", "from 12:00 p.m. to 5:00 p.m."),
    ("On Black Friday the doors open at nine in the morning.", "at six in"),
    ("We open at 8 a.m. the day after Thanksgiving.", "6 a.m."),
    ("We are closed on Veterans Day.", "from 12:00 p.m. to 5:00 p.m. on Wednesday, November 11"),
    ("We close at 5 p.m. on Christmas Eve.", "3 p.m."),
    ("On December 24 we lock up at 6.", "3"),
    ("We are closed right now.", "open until 8:00 p.m."),
    ("We close in two hours.", "open until 8:00 p.m."),
    ("We are open for another hour.", "open until 8:00 p.m."),
    ("We open at 10 tomorrow.", "9"),
    ("See you at 8 a.m. tomorrow.", None),
    ("Stop by any time before 9 tonight.", "8"),
    ("Come in on Sunday, we would love to help.", "closed on Sunday"),
    ("Our Hillside store is closed on Thanksgiving.", "Marlow Hillside is open from 10:00 a.m."),
    ("Hillside stays open straight through lunch on Tuesdays.", "12:30"),
    ("Hillside is open from 8:30 to 5:30 on Tuesday.", "1:30 p.m. to 5:30"),
    ("Marlow Hillside is open until midnight on Fridays.", "2:00 a.m."),
    ("We're open late on Thanksgiving.", "closed on Thursday"),
    ("We don't open until 10 on Friday.", "9"),
    ("We are open around the clock.", None),
    ("We're open 24/7.", None),
    ("Our closing time is 7 p.m. today.", "8 p.m."),
    ("We will be here until half past nine this evening.", "8:00 p.m."),
    ("We reopen on Friday, November 27 at 9 a.m.", "6 a.m."),
    ("Doors close at 21:00 tonight.", "20:00"),
    ("Sunday works! We look forward to it.", "closed on Sunday"),
    ("We serve customers on Saturday from eleven in the morning to seven in the evening.", None),
    ("The lobby is staffed until nine o'clock this evening.", "eight o'clock"),
    ("Our branch offers Sunday service between nine and noon.", "closed on Sunday"),
    ("You will find us here until 9.", "8"),
    ("We shut the doors at midnight on Fridays.", "10:00 p.m."),
    ("We're frying doughnuts till 2 am tonight.", "8 pm"),
    ("We welcome guests on Saturday until seven in the evening.", None),
    ("Our team is on site from 7 a.m. on Saturdays.", "10 a.m."),
    ("We never close.", None),
    ("Saturday is our day off.", "from 10:00 a.m."),
    ("Nobody is here on Saturdays.", "from 10:00 a.m."),
    ("Our closing time on Friday is half past eight.", "10:00 p.m."),
    ("We are open past eleven on Friday.", None),
    ("The shop stays open until 11 on Friday nights.", "10"),
    ("Last entry is at 11 p.m. on Friday.", None),
    ("Weekends we're open ten to ten.", "closed on Sundays"),
    ("We are open on Sunday, November 8.", "closed on Sunday, November 8"),
    ("Friday's hours: 9am–9pm.", None),
    ("Swing by before we lock up at 9 tonight.", None),
    ("We'll have the lights on until 9 this evening.", None),
    ("Feel free to come in Monday through Saturday, 9 to 8.", None),
    ("We're open for business at 8 on weekdays.", None),
    ("You can shop with us until 9:30 p.m. today.", None),
    ("The earliest you can come in on Saturday is 9 a.m.", None),
    ("Expect us to be open on Veterans Day as usual.", None),
    ("Holiday hours on 12/24 are 9-5.", None),
    ("We'll be closed both Thanksgiving and the day after.", None),
    ("We are closed on Thanksgiving but open the next day from 9.", None),
    ("The store is open late on Saturdays, until 11.", None),
    ("Every evening but Sunday we close at 8.", None),
    ("Stop in today between 8:30 and 9:30 p.m.", None),
    ("The shop shuts at seven on a Monday.", None),
    ("We are open for another three hours today.", None),
    ("Our doors stay shut on Saturdays.", None),
    ("We only open on weekdays.", None),
    ("Sadly the store won't be open this Saturday.", None),
    ("Hillside closes at 1 a.m. on Saturdays.", None),
    ("We open at 9 on Veterans Day.", None),
    ("11/11: 12pm to 6pm", None),
    ("I checked and we're closed at the moment.", None),
    ("We reopen at 8 tomorrow morning.", None),
    ("Your pickup is ready; the store closes at 21:00.", None),
    ("We will be closing two hours early, at 6, on Wednesday.", None),
    ("The spa is open today 10–8.", None),
    ("Christmas Eve we shut our doors at five.", None),
    ("Thursday the 26th we're open 9-8.", None),
]


@pytest.mark.parametrize("draft", RIGHT)
def test_true_hours_pass(draft):
    assert find(draft) == []


@pytest.mark.parametrize("draft", NOT_OURS)
def test_what_is_not_the_places_hours_passes(draft):
    assert find(draft) == []


@pytest.mark.parametrize(("draft", "truth"), WRONG)
def test_wrong_hours_are_found_and_mended(draft, truth):
    after = mended(draft)
    if truth is not None:
        assert truth in after
    assert find(after) == []


@pytest.mark.parametrize(
    ("asked", "draft", "wrong"),
    [
        ("Are you open on Thanksgiving?", "Yes, we are open from 9 to 8.", True),
        ("Are you open on Thanksgiving?", "Unfortunately we are closed that day.", False),
        ("How late are you open on Friday?", "Until 10.", False),
        ("How late are you open on Friday?", "Until 8.", True),
        ("What are your hours on Veterans Day?", "Noon to 5.", False),
        ("Can I come by on Sunday?", "Of course. We are open 10 to 4.", True),
        ("Are you open on Sunday?", "Yes! Bring your receipt along.", True),
        ("Are you open on Saturday?", "Absolutely. Bring your receipt along.", False),
        ("Are you closed on Veterans Day?", "No, but bring a coat.", False),
        ("Are you closed on Veterans Day?", "Yes, have a good holiday.", True),
        ("can i come by sunday", "Of course! See you then.", True),
        ("I bought it on Sunday. When do you close?", "We close at 8.", False),
        ("Are you open Friday the 27th?", "We open at 6 on Friday.", False),
        ("Are you open Friday the 27th?", "We open at 9 on Friday.", True),
        ("Is Hillside open on Thanksgiving?", "Yes, Hillside is open from 10 to 2.", False),
    ],
)
def test_the_day_may_stand_in_the_question(asked, draft, wrong):
    assert bool(find(draft, asked=asked)) is wrong


@pytest.mark.parametrize(
    ("at", "draft", "wrong"),
    [
        ("2026-11-07T00:30", "We are open until 2 a.m. tonight.", False),
        ("2026-11-07T00:30", "We are open now.", False),
        ("2026-11-07T00:30", "We close in half an hour.", True),
        ("2026-11-08T03:30", "We are open now.", True),
        ("2026-11-06T23:00", "We close at 2 in the morning.", False),
    ],
)
def test_hours_past_midnight_belong_to_the_evening(at, draft, wrong):
    assert bool(find(draft, at=at, here=THERE, there=(HERE,))) is wrong


def test_unknown_hours_are_noted_not_mended():
    found = find("On New Year's Day we are open from 10 to 4.")
    assert [each.severity for each in found] == [Severity.ADVISE]


def test_a_finding_names_the_fact_and_its_source():
    (found,) = find("We close at 5 p.m. on Christmas Eve.")
    assert found.fact.value == "09:00-15:00"
    assert "exception of 2026-12-24" in found.fact.source
    assert "3:00 p.m." in found.message


def test_a_time_is_replaced_in_the_drafts_own_words():
    assert mended("We close at 9pm tonight, see you!") == "We close at 8pm tonight, see you!"


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(draft):
    find(draft)


@given(
    st.lists(
        st.sampled_from(
            [
                "we",
                "open",
                "close",
                "closed",
                "until",
                "at",
                "9",
                "5",
                "pm",
                "sunday",
                "friday",
                "tonight",
                "not",
                ".",
                ",",
                "and",
                "on",
                "from",
                "to",
                "thanksgiving",
                "hillside",
                "hours",
                "are",
                "24",
                "now",
                "in",
                "two",
            ]
        ),
        max_size=25,
    )
)
def test_any_jumble_of_the_grammars_words_is_read_without_an_error(words):
    draft = " ".join(words)
    for each in find(draft):
        assert each.excerpt == draft[each.start : each.end]


def test_a_flood_of_statements_is_refused_not_read_for_ever():
    with pytest.raises(TooDenseError):
        find(" open until 9 pm," * 2000)
