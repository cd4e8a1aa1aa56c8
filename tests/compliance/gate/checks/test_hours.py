"""The hours check, by tables of statements about a shop and its neighbour with other hours."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.checks.hours import Hours
from compliance.gate.faults import TooDenseError
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
from tests.compliance.gate.checks.hours_cases import (
    ANSWERED,
    CONFIRMED,
    KEPT,
    NOT_OURS,
    RIGHT,
    WRONG,
)
from tests.compliance.gate.checks.hours_frames import ANSWERS, FRAMES, NOT_HOURS

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


def place(code, name, city, schedule, vertical="visits"):
    return PlaceFacts(
        code=code,
        name=f"Marlow {name}",
        vertical=vertical,
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


SHOP = place("mar-shop", "Riverside", "Peoria", RIVERSIDE, "retail")


def case_of(draft, asked="", at="2026-11-02T14:00", here=HERE, there=(THERE,)):
    facts = Facts(
        at=datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(ZONE)),
        brand=BrandFacts("marlow", "Marlow"),
        place=here,
        elsewhere=there,
    )
    return GateInput(draft, facts, ChannelRules("email"), ToneOverlay(), customer_message=asked)


def find(draft, *asked, **options):
    return Hours().find(Reading(case_of(draft, *asked, **options)))


def mended(draft, **options):
    found = find(draft, **options)
    assert found, draft
    return apply(draft, choose(found)).text


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
        ("How late are you around?", "The kettle's hot until eight.", False),
        ("How late are you around?", "The forge is lit until ten, so come over!", True),
        ("How late are you around?", "The forge is lit until six, and we close at eight.", False),
        ("How late are you around?", "Happy hour is running until six.", False),
        ("How late are you around?", "The kitchen is running until six.", False),
        ("Do you have tea?", "The kettle's hot until ten.", False),
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


@pytest.mark.parametrize(("asked", "draft", "wrong"), ANSWERED)
def test_a_bare_answer_states_what_was_asked(asked, draft, wrong):
    assert bool(find(draft, asked=asked)) is wrong


@pytest.mark.parametrize(("asked", "draft", "after"), CONFIRMED)
def test_a_wrong_time_is_not_confirmed(asked, draft, after):
    assert mended(draft, asked=asked) == after


@pytest.mark.parametrize(("draft", "left"), KEPT)
def test_the_rest_of_the_sentence_stays(draft, left):
    assert left in mended(draft)


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


def flagged(draft, asked=""):
    return any(one.severity is not Severity.ADVISE for one in find(draft, asked))


FRAMES_RIGHT = [frame.format(value) for frame, right, _ in FRAMES for value in right]
FRAMES_WRONG = [frame.format(value) for frame, _, wrong in FRAMES for value in wrong]
MOST_UNREAD = 3


@pytest.mark.parametrize("draft", FRAMES_RIGHT)
def test_a_frame_with_a_true_value_passes(draft):
    assert not flagged(draft)


def test_a_frame_with_a_false_value_is_found():
    unread = [draft for draft in FRAMES_WRONG if not flagged(draft)]
    assert len(unread) <= MOST_UNREAD, unread


@pytest.mark.parametrize("draft", NOT_HOURS)
def test_times_of_other_things_pass(draft):
    found = find(draft, here=SHOP)
    assert [one for one in found if one.severity is not Severity.ADVISE] == []


def test_a_kind_of_business_is_ours_only_if_it_is_the_operators_own():
    assert find("The gym closes at 3 on Wednesday.", here=SHOP) == []
    gym = place("mar-gym", "Riverside", "Peoria", RIVERSIDE, "fitness")
    assert find("The gym closes at 3 on Wednesday.", here=gym)


@pytest.mark.parametrize(("asked", "right", "wrong"), ANSWERS)
def test_a_short_answer_means_what_was_asked(asked, right, wrong):
    assert right is None or not flagged(right, asked)
    assert wrong is None or flagged(wrong, asked)
