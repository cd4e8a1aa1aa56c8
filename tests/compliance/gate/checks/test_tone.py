"""The tone check: for each dimension what passes, what fires, and how the mended draft reads."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate import fixes
from compliance.gate.checks.tone import Tone
from compliance.gate.reading import Reading
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Disclaimer,
    Facts,
    Finding,
    GateInput,
    OfferFact,
    OrderFact,
    PlaceFacts,
    Rule,
    RuleAction,
    RuleKind,
    ToneOverlay,
)
from locations.hours import ALWAYS, Schedule
from locations.offers import OfferTerms

FACTS = Facts(
    at=datetime(2026, 5, 4, 10, tzinfo=UTC),
    brand=BrandFacts("pin", "Pinnacle Pet Hotel", "pinnacle.example"),
    place=PlaceFacts(
        code="pin-elm",
        name="Pinnacle Elm Street",
        vertical="boarding",
        city="Elmhurst",
        state="US-IL",
        ownership="corporate",
        staffing="walk-in",
        phone="630-555-0150",
        address="4 Elm Street",
        status="open",
        schedule=Schedule("America/Chicago", (ALWAYS,) * 7),
        names=("Pinnacle Elm Street", "Elmhurst"),
    ),
    customer=CustomerFacts(
        code="k",
        name="Ines O'Dell",
        orders=(OrderFact("P-1", "pin-elm", "Super Suds Bath", "40", date(2026, 5, 1), "done"),),
    ),
    offers=(
        OfferFact(
            "HEYDAY",
            "Hey Day Weekend",
            ("hey day",),
            "two nights for one",
            OfferTerms(None, None),
            "active",
            "is active",
        ),
    ),
)
FREE = ToneOverlay(code="free")
CHECK = Tone()


def case(text: str, tone: ToneOverlay, *, channel: str = "chat", message: str = "") -> GateInput:
    return GateInput(text, FACTS, ChannelRules(channel), tone, customer_message=message)


def read(
    text: str, tone: ToneOverlay, *, channel: str = "chat", message: str = ""
) -> list[Finding]:
    return CHECK.find(Reading(case(text, tone, channel=channel, message=message)))


def mended(text: str, tone: ToneOverlay, *, channel: str = "chat") -> str | None:
    """The text after the edits, or None when a finding is left."""
    for _ in range(3):
        found = read(text, tone, channel=channel)
        if not found:
            return text
        edits = fixes.choose(found)
        if not edits:
            return None
        text = fixes.apply(text, edits).text
    return None if read(text, tone, channel=channel) else text


def excerpts(found: list[Finding]) -> list[str]:
    return [one.excerpt for one in found]


def banning(*phrases: str) -> ToneOverlay:
    return replace(FREE, prohibited=phrases)


# --- Prohibited phrases ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "text", "hits"),
    [
        ("hey", "Hey, we can do that. HEY! heyyy", ["Hey", "HEY", "heyyy"]),
        ("super", "It is super-easy and super fast.", ["super", "super"]),
        ("cheap", "It is cheaper, the cheapest, done cheaply.", ["cheaper", "cheapest", "cheaply"]),
        ("zap", "We zap it, it was zapped, we are zapping it.", ["zap", "zapped", "zapping"]),
        ("no-brainer", "A no brainer, a no-brainer.", ["no brainer", "no-brainer"]),
        ("do not fret", "Don't fret about it.", ["Don't fret"]),
        ("don't fret", "Please do not fret.", ["do not fret"]),
        ("it's our rule", "It is our rule.", ["It is our rule"]),
        ("asap", "We will call A.S.A.P. today.", ["A.S.A.P"]),
        ("you should have", "You should've called.", ["You should've"]),
        ("deal with it", "Deal  with\nit.", ["Deal  with\nit"]),
        ("per our terms", "Per our terms, no.", ["Per our terms"]),
        ("gorgeous", "A g\u200borgeous day.", ["g\u200borgeous"]),
        ("bummer", "What a bum\u00admer.", ["bum\u00admer"]),
        ("cheap", "That is сheap.", ["сheap"]),
    ],
)
def test_finds_a_phrase(phrase: str, text: str, hits: list[str]) -> None:
    assert excerpts(read(text, banning(phrase))) == hits


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("hey", "They said so, and the whey is fresh."),
        ("super", "Our supervisor and the superintendent are in."),
        ("deal with it", "We are dealing with it."),
        ("hey", "The Hey Day Weekend starts on Friday."),
        ("super", "Your Super Suds Bath is booked."),
        ("no problem", 'You wrote "no problem at all", and we agree.'),
        ("asap", "See www.asap.example.org/asap for it."),
        ("cool", "The Cool Creek Trail is closed."),
        ("steal", "Stainless steel bowls are ready."),
        ("yep", "Yes, we can."),
        ("chill", "We serve chilled water after each class."),
    ],
)
def test_leaves_other_words_and_names(phrase: str, text: str) -> None:
    assert read(text, banning(phrase)) == []


def test_a_customer_s_own_word_in_quotes_is_not_the_voice() -> None:
    text = 'You asked whether it is "cheap". It costs $4.'
    assert read(text, banning("cheap"), message="is it cheap?") == []
    assert excerpts(read('That is a "cheap" room.', banning("cheap"))) == ["cheap"]


@pytest.mark.parametrize(
    ("phrase", "text", "after"),
    [
        ("hey", "Hey Ines, we can do that.", "Hello Ines, we can do that."),
        ("hey", "Hey, we can do that.", "Hello, we can do that."),
        ("no worries", "No worries! We moved it.", "We moved it."),
        ("no worries", "No worries, Ines. We moved it.", "Certainly, Ines. We moved it."),
        ("no problem", "We moved it, no problem.", "We moved it."),
        ("awesome", "That is an awesome plan.", "That is a wonderful plan."),
        ("awesome", "Awesome! We moved it.", "We moved it."),
        ("cheap", "It is a cheap room.", "It is an affordable room."),
        ("cheap", "It is cheaper there.", "It is less expensive there."),
        ("super", "It is a super quick walk.", "It is a very quick walk."),
        ("super easy", "It is super easy to book.", "It is simple to book."),
        ("trust me", "The room, trust me, is calm.", "The room is calm."),
        ("trust me", "Trust me, the room is calm.", "The room is calm."),
        ("honey", "Oh honey, the room is calm.", "Oh, the room is calm."),
        ("buddy", "Thanks, buddy, we moved it.", "Thanks, we moved it."),
        ("obviously", "Obviously the fee applies.", "The fee applies."),
        ("obviously", "The fee obviously applies.", "The fee applies."),
        ("you guys", "Are you guys coming?", "Are you coming?"),
        ("gonna", "We are gonna call.", "We are going to call."),
        ("asap", "We will call ASAP.", "We will call AS SOON AS POSSIBLE."),
        ("bucks", "It is 40 bucks.", "It is 40 dollars."),
        ("a no-brainer", "It is a no-brainer.", "It is an easy decision."),
        ("steal", "At $40 it is a steal.", "At $40 it is excellent value."),
        ("kindly be advised", "Kindly be advised that we close at six.", "We close at six."),
        ("pursuant", "Pursuant to our terms, we close.", "Under our terms, we close."),
        ("esteemed", "To an esteemed guest: welcome.", "To a guest: welcome."),
        ("dear valued customer", "Dear valued customer, we close.", "Hello, we close."),
        ("per our policy", "Per our policy, we close.", "Under our policy, we close."),
        ("calm down", "Please call us. Calm down.", "Please call us."),
        ("yep", "Yep, we can.", "Yes, we can."),
        ("do not panic", "Please do not panic.", "Please do not worry."),
        ("super", "A super question.", "An excellent question."),
        ("you guys", "We will hold it, you guys.", "We will hold it."),
        ("hang tight", "Hang tight while we check.", "Please wait while we check."),
        (
            "at your earliest convenience",
            "Call at your earliest convenience.",
            "Call when you can.",
        ),
    ],
)
def test_mends_a_phrase(phrase: str, text: str, after: str) -> None:
    tone = banning(phrase)
    result = mended(text, tone)
    assert result == after.replace("AS SOON AS POSSIBLE", "as soon as possible") or result == after


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("not my problem", "The fee is not my problem."),
        ("deal with it", "You will have to deal with it."),
        ("free money", "It is free money for you."),
        ("no", "No, we cannot."),
        ("vibe", "The vibe is calm."),
    ],
)
def test_what_cannot_be_mended_is_left_to_a_person(phrase: str, text: str) -> None:
    assert read(text, banning(phrase))
    assert mended(text, banning(phrase)) is None


def test_the_overlay_s_own_replacement_wins() -> None:
    tone = replace(FREE, prohibited=("vibe",), replacements=(("Vibe", "mood"),))
    assert mended("The Vibe is calm. VIBE.", tone) == "The Mood is calm. MOOD."


def test_a_replacement_that_is_banned_itself_is_no_mend() -> None:
    assert mended("It is awesome.", banning("awesome", "wonderful")) is None


# --- Contractions ------------------------------------------------------------------------------

AVOID = replace(FREE, contractions="avoid")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("We'll call. It's late.", "We will call. It is late."),
        ("We’ll call, and we’re glad.", "We will call, and we are glad."),
        ("WE'LL CALL.", "WE WILL CALL."),
        ("Don't you need it?", "Do you not need it?"),
        (
            "Let's see, Ines O'Dell: it's Ines's turn.",
            "Let us see, Ines O'Dell: it is Ines's turn.",
        ),
        ("I'm in, and I'd gone.", "I am in, and I had gone."),
        (
            "You said \"I can't come at all\", so we won't wait.",
            'You said "I can\'t come at all", so we will not wait.',
        ),
    ],
)
def test_writes_contractions_in_full(text: str, after: str) -> None:
    assert mended(text, AVOID) == after


def test_contractions_are_free_unless_avoided() -> None:
    assert read("We'll call.", FREE) == []
    assert read("We will call.", replace(FREE, contractions="use")) == []


# --- Person ------------------------------------------------------------------------------------

WE = replace(FREE, person="first_plural")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("I am sorry.", "We are sorry."),
        ("I'm sorry, and I'll check.", "We're sorry, and we'll check."),
        ("Today I was late, and so was I.", "Today we were late, and so were we."),
        ("I certainly am glad.", "We certainly are glad."),
        (
            "Please call me on my line; the fault is mine.",
            "Please call us on our line; the fault is ours.",
        ),
        ("Am I late?", "Are we late?"),
        ("I have checked it myself.", "We have checked it ourselves."),
    ],
)
def test_says_we(text: str, after: str) -> None:
    assert mended(text, WE) == after


@pytest.mark.parametrize(
    "text",
    [
        "We are on I-90 near International Drive.",
        "A type I room, phase I, i.e. small.",
        'You wrote "I am late for my room".',
        "We are in Portland, ME.",
        "A gold mine is near.",
        "Section (i) applies.",
        "See Your Stays under My Account.",
        "Oh my, what a day.",
        "Series I bonds and I bonds are sold here.",
        'Open "My Rewards" in the app.',
    ],
)
def test_other_letters_i_pass(text: str) -> None:
    assert read(text, WE) == []


@pytest.mark.parametrize(
    "text",
    ["I am the manager.", "My name is Ana.", "Ana and I were in.", "I, your host, am here."],
)
def test_one_person_cannot_become_several(text: str) -> None:
    assert read(text, WE)
    assert mended(text, WE) is None


def test_person_and_contraction_are_mended_together() -> None:
    both = replace(WE, contractions="avoid")
    assert mended("I'm sorry, I'd love to help; I wasn't in.", both) == (
        "We are sorry, we would love to help; we were not in."
    )


# --- Emoji and exclamation marks ---------------------------------------------------------------

CALM = replace(FREE, emoji_max=0, exclamations_max=0)
LIVELY = replace(FREE, emoji_max=2, exclamations_max=2)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("We are open! 🎉", "We are open."),
        ("We are open 🎉🎉 and glad", "We are open and glad"),
        ("See you soon 👩‍👩‍👧", "See you soon."),
        ("🎉 Welcome!", "Welcome."),
        ("Press 1️⃣ for sales, 2️⃣ for service.", "Press 1 for sales, 2 for service."),
        ("Thank you🎉we are open.", "Thank you we are open."),
        ("We ❤️ our guests.", None),
        ("You may bring the 🐶.", None),
        ("We 🎉 are open at the 🏊 pool.", "We are open at the pool."),
        ("Really?! Yes!!!", "Really? Yes."),
        ("Welcome (yes!) back.", "Welcome (yes) back."),
        ("See you soon :)", "See you soon."),
        ("Hi Ines!\nWe are open!", "Hi Ines.\nWe are open."),
        ("Press 1️⃣ now.", "Press 1 now."),
    ],
)
def test_calm_voice(text: str, after: str | None) -> None:
    assert mended(text, CALM) == after


@pytest.mark.parametrize(
    "text",
    ["Lumen™ © 2026 ®", "Press # or * or 1.", "We are open.", "Ratio 3:2 (8) at 8:00.", "☎ 555"],
)
def test_signs_are_no_emoji(text: str) -> None:
    assert read(text, CALM) == []


def test_limits_keep_the_first() -> None:
    assert mended("Yes!!! 🎉🎉🎉 Come by! 🎉", LIVELY) == "Yes! 🎉🎉 Come by!"
    assert read("Yes! Come! 🎉🎉 :)", LIVELY) == []


# --- Sentences ---------------------------------------------------------------------------------

LONG = replace(FREE, sentence_max=12)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "We open at nine every morning this week; you can bring your dog at eight.",
            "We open at nine every morning this week. You can bring your dog at eight.",
        ),
        (
            "The room is ready for your dog on Friday, and we will call you at noon.",
            "The room is ready for your dog on Friday. We will call you at noon.",
        ),
        (
            "The room is ready for your dog on Friday, but the bath is closed then.",
            "The room is ready for your dog on Friday. But the bath is closed then.",
        ),
    ],
)
def test_splits_between_clauses(text: str, after: str) -> None:
    assert mended(text, LONG) == after


@pytest.mark.parametrize(
    "text",
    [
        "If you bring the card and the form with you on Friday, then your dog may stay.",
        "We take dogs, cats, birds, hamsters, rabbits, snakes, turtles, mice, and big ponies.",
    ],
)
def test_does_not_cut_a_sentence_apart(text: str) -> None:
    (found,) = read(text, LONG)
    assert found.rule == "sentence_max"
    assert mended(text, LONG) is None


def test_quotes_links_and_names_do_not_count() -> None:
    text = (
        'You wrote "please tell me if one can bring a dog and a cat and a bird", and '
        "Pinnacle Pet Hotel can."
    )
    assert read(text, LONG) == []


def test_mean_needs_three_sentences_and_half_of_the_band() -> None:
    tone = replace(FREE, sentence_mean=(10.0, 20.0))
    assert [one.rule for one in read("Yes. We do. Come by.", tone)] == ["sentence_mean"]
    assert read("Yes. We do.", tone) == []
    assert (
        read(
            "Yes. We open at nine on every weekday. Please come by with your dog and a blanket.",
            tone,
        )
        == []
    )
    assert read("Hello Ines,\nYes, we open at nine today.\nKind regards,", tone) == []


# --- Disclaimer and legal texts ----------------------------------------------------------------

CAREFUL = replace(
    FREE,
    disclaimer=Disclaimer(
        "mentions side effects or recovery", "This is general information, not veterinary advice."
    ),
)


def test_a_disclaimer_is_added_once_where_it_is_due() -> None:
    text = "Most dogs need two days of recovery after it. Please call us."
    (found,) = read(text, CAREFUL)
    assert found.rule == "disclaimer"
    after = mended(text, CAREFUL)
    assert after is not None
    assert after.count("This is general information, not veterinary advice.") == 1
    assert read("We open at nine.", CAREFUL) == []
    said = "Recovery takes two days. This is general information and not veterinary advice."
    assert read(said, CAREFUL) == []


def test_a_legal_text_is_not_the_voice() -> None:
    legal = "You won't be charged!"
    rule = Rule(
        "L1",
        1,
        RuleKind.REQUIRED_DISCLOSURE,
        "quotes a fee",
        RuleAction.INSERT_DISCLOSURE,
        text=legal,
    )
    tone = replace(AVOID, exclamations_max=0)
    case = GateInput(f"The fee is $4. {legal}", FACTS, ChannelRules("chat"), tone)
    assert CHECK.find(Reading(case, compile_rules((rule,)))) == []
    assert CHECK.find(Reading(case)) != []


# --- All together ------------------------------------------------------------------------------

STRICT = ToneOverlay(
    code="strict",
    contractions="avoid",
    emoji_max=0,
    exclamations_max=0,
    person="first_plural",
    prohibited=("hey", "no worries", "cheap", "awesome", "trust me", "gonna"),
)
PIECES = [
    "Hey Ines,", "we'll", "call", "you", "at 9:30", "on May 4!", "🎉", "It's", "$40.", "I'm glad.",
    "Code HEYDAY", "is cheap;", 'you wrote "I can\'t wait, hey!".', "No worries!", "www.x.example",
    "P-1", "Trust me,", "don't", "gonna", "awesome?!", "\n", "it’s 10%.", "the",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_edits_never_touch_facts(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(text, STRICT)
    edits = fixes.choose(found)
    after = fixes.apply(text, edits).text
    after, text = after.replace("Www.", "www."), text.replace("Www.", "www.")
    facts = r"\d[\d:.%]*\d|\d%|\$40|HEYDAY|P-1|\"I can't wait, hey!\"|www\.x\.example|Ines"
    assert re.findall(facts, after) == re.findall(facts, text)


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_mending_comes_to_rest(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for _ in range(4):
        edits = fixes.choose(read(text, STRICT))
        if not edits:
            break
        text = fixes.apply(text, edits).text
    assert not fixes.choose(read(text, STRICT))


@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    for found in read(text, replace(STRICT, sentence_max=5, sentence_mean=(9.0, 20.0))):
        assert text[found.start : found.end] == found.excerpt
        for edit in found.edits:
            assert 0 <= edit.start <= edit.end <= len(text)


def test_lines_that_cite_the_customer_stay() -> None:
    tone = replace(FREE, prohibited=("cheap",), contractions="avoid", spelling="us")
    text = "> it's cheap, whatever the colour\n\nThank you for writing."
    assert read(text, tone, message="Hi, it's cheap, whatever the colour. Right?") == []
    # A mark alone hides nothing: these words are the draft's own.
    assert read(text, tone, message="Is it open?")
    assert read(text, tone)
