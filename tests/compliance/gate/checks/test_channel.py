"""The channel check: for each restriction what passes, what fires, and what a fix leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from compliance.gate import fixes
from compliance.gate.checks.channel import KNOWN_FLAGS, Channel
from compliance.gate.reading import Reading
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Facts,
    Finding,
    GateInput,
    OfferFact,
    OrderFact,
    PlaceFacts,
    Severity,
    ToneOverlay,
)
from locations.hours import ALWAYS, Schedule
from locations.offers import OfferTerms

PLACE = PlaceFacts(
    code="lum-harbor",
    name="Lumen Dental Harbor Point",
    vertical="dental",
    city="Harbor Point",
    state="US-OR",
    ownership="franchise",
    staffing="appointment",
    phone="541-555-0142",
    address="12 Pier Street",
    status="open",
    schedule=Schedule("America/Los_Angeles", (ALWAYS,) * 7),
    names=("Lumen Dental Harbor Point", "Harbor Point"),
)
FACTS = Facts(
    at=datetime(2026, 5, 4, 10, tzinfo=UTC),
    brand=BrandFacts("lumen", "Lumen Dental", "lumen.example", "Bright Circle"),
    place=PLACE,
    customer=CustomerFacts(
        code="k1",
        name="Tobias Renner",
        state="US-OR",
        orders=(
            OrderFact(
                "LD-4471",
                "lum-harbor",
                "overnight whitening tray",
                "240",
                date(2026, 4, 18),
                "done",
            ),
        ),
    ),
    offers=(
        OfferFact(
            "SMILE30",
            "Spring Smile Days",
            ("smile days", "spring smile deal"),
            "30% off whitening",
            OfferTerms(None, None),
            "active",
            "is active",
        ),
    ),
)
CHECK = Channel()


def read(
    text: str, channel: ChannelRules, message: str = "", facts: Facts = FACTS
) -> list[Finding]:
    case = GateInput(text, facts, channel, ToneOverlay(), customer_message=message)
    return CHECK.find(Reading(case))


def mended(text: str, channel: ChannelRules, message: str = "") -> str | None:
    """The text after the edits, or None when a finding is left without an edit."""
    for _ in range(3):
        found = read(text, channel, message)
        if not found:
            return text
        edits = fixes.choose(found)
        if not edits:
            return None
        text = fixes.apply(text, edits).text
    return None if read(text, channel, message) else text


def with_flag(flag: str) -> ChannelRules:
    return ChannelRules("any", flags=frozenset([flag]))


def excerpts(found: list[Finding]) -> list[str]:
    return [one.excerpt for one in found]


# --- Registry ----------------------------------------------------------------------------------


def test_an_unknown_flag_raises() -> None:
    with pytest.raises(ValueError, match="no_poems"):
        read("Hello.", with_flag("no_poems"))


def test_every_flag_is_described_and_harmless_on_plain_text() -> None:
    channel = ChannelRules("any", flags=frozenset(KNOWN_FLAGS))
    assert all(KNOWN_FLAGS.values())
    assert read("Thank you for writing. We open at nine tomorrow and close at five.", channel) == []


def test_out_of_scope_channel_finds_nothing() -> None:
    text = "**Hi Tobias Renner**, see bit.ly/x <p>order LD-4471</p>, save 30% with SMILE30!"
    assert read(text, ChannelRules("letter")) == []


# --- Length ------------------------------------------------------------------------------------

SHORT = ChannelRules("sms", max_chars=80)


def test_length_spans_the_overflow_and_drops_courtesies_only() -> None:
    text = "Yes, we open at nine on Sunday and close at five. We look forward to seeing you. Bye."
    found = read(text, SHORT)
    assert [(one.start, one.end) for one in found] == [(80, len(text))]
    assert mended(text, SHORT) == "Yes, we open at nine on Sunday and close at five. Bye."


def test_length_never_drops_an_answer() -> None:
    text = "We open at nine on Sunday. The garage closes at eight. Bring your card and a form, too."
    assert excerpts(read(text, SHORT)) == [text[80:]]
    assert mended(text, SHORT) is None


def test_length_at_the_limit_passes() -> None:
    assert read("x" * 80, SHORT) == []


# --- Opt-out line ------------------------------------------------------------------------------

SMS = ChannelRules("sms", max_chars=200, promo_must_include="STOP")


@pytest.mark.parametrize(
    "text",
    [
        "Spring Smile Days runs until Friday.",
        "Ask for SMILE30 at the desk.",
        "Our spring smile deal is on this week.",
        "You save 30% on whitening.",
        "Whitening is half price on Tuesdays.",
        "Take $25 off your next exam.",
        "Two for one on night guards this week.",
        "Buy one brush head and get one free.",
        "Use code BRIGHT at checkout.",
        "There is a special offer on aligners.",
        "Members earn double points on Monday.",
        "We have a discount on retainers.",
        "The fall offer ended, but Spring Smile Days takes 30% off whitening.",
    ],
)
def test_a_promotion_gets_the_opt_out_line(text: str) -> None:
    assert [one.rule for one in read(text, SMS)] == ["promo_must_include"]
    assert mended(text, SMS) == f"{text} Reply STOP to opt out."


@pytest.mark.parametrize(
    "text",
    [
        "Spring Smile Days ended on April 30.",
        "Spring Smile Days is no longer available.",
        "We do not offer a student discount.",
        "A late cancellation is charged at 50% of the fee.",
        "No, we cannot apply SMILE30 to an exam.",
        "We open at nine tomorrow.",
        "Spring Smile Days runs all week. Reply STOP to opt out.",
        "SMILE30 works today. Text stop to unsubscribe.",
        "A deposit of 20% holds the date.",
        "Returns are free within 30 days.",
    ],
)
def test_no_opt_out_line_is_asked_for(text: str) -> None:
    assert read(text, SMS) == []


def test_stopping_by_is_no_way_out() -> None:
    text = "Stop by for Spring Smile Days and we will stop the payment."
    assert mended(text, SMS) == f"{text} Reply STOP to opt out."


def test_without_room_the_promotion_goes() -> None:
    channel = replace(SMS, max_chars=75)
    text = "We are open until five today. SMILE30 takes 30% off whitening this week."
    assert mended(text, channel) == "We are open until five today."


# --- Links -------------------------------------------------------------------------------------

LINKS = with_flag("no_links_outside_brand_domain")


@pytest.mark.parametrize(
    "text",
    [
        "Book at lumen.example or book.lumen.example/harbor?x=1.",
        "See https://www.lumen.example:443/hours today.",
        "Write to care@lumen.example please.",
        "We close at 5 p.m.It is a short day.",
        "It is open.Please come by.",
        "Version 2.0 costs $3.50 e.g. today, i.e. now.",
        "Dr. Lee, D.D.S., is in.",
    ],
)
def test_brand_links_and_no_links_pass(text: str) -> None:
    assert read(text, LINKS) == []


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Book at bit.ly/3xYz now.", "bit.ly/3xYz"),
        ("See https://smiles.example.net/a.", "https://smiles.example.net/a"),
        ("Go to lumen.example.evil.com today.", "lumen.example.evil.com"),
        ("Go to notlumen.example today.", "notlumen.example"),
        ("https://lumen.example@evil.com/x is it.", "https://lumen.example@evil.com/x"),
        (r"https://evil.com\@lumen.example is it.", r"https://evil.com\@lumen.example"),
        ("Try lumen-dental.shop for that.", "lumen-dental.shop"),
        ("Find it on deals4teeth.com, thanks.", "deals4teeth.com"),
        ("Find it at brightteeth dot com, thanks.", "brightteeth dot com"),
        ("Pay via www.paypal.com please.", "www.paypal.com"),
        ("Go to lumеn.example today.", "lumеn.example"),
        ("HTTPS://T.CO/abc is short.", "HTTPS://T.CO/abc"),
        ("[our page](https://other.org/p)", "https://other.org/p"),
    ],
)
def test_foreign_links_fire(text: str, link: str) -> None:
    assert excerpts(read(text, LINKS)) == [link]


def test_a_link_goes_with_its_sentence_or_its_brackets() -> None:
    assert mended("We open at nine. Book at bit.ly/3xYz now.", LINKS) == "We open at nine."
    assert mended("Book by phone (bit.ly/q1) today.", LINKS) == "Book by phone today."
    assert mended("Book at bit.ly/3xYz now.", LINKS) is None


# --- Full names with treatments ----------------------------------------------------------------

NAMES = with_flag("no_full_names_with_treatment")


def test_full_names_become_first_names() -> None:
    text = "Hi Tobias Renner, your cleaning is on Friday at ten."
    assert mended(text, NAMES) == "Hi Tobias, your cleaning is on Friday at ten."
    other = "Hello Ana Sousa, we have moved your root canal."
    assert mended(other, NAMES) == "Hello Ana, we have moved your root canal."


@pytest.mark.parametrize(
    "text",
    [
        "Hi Tobias, your cleaning is on Friday.",
        "Hi Tobias Renner, we close at five.",
        "Harbor Point offers cleanings on Friday.",
    ],
)
def test_names_or_treatments_alone_pass(text: str) -> None:
    assert read(text, NAMES) == []


# --- Public replies ----------------------------------------------------------------------------

PUBLIC = ChannelRules(
    "public_review",
    flags=frozenset(["no_personal_data", "no_order_or_visit_details"]),
)


@pytest.mark.parametrize(
    ("text", "parts", "after"),
    [
        ("Hi Tobias, we are sorry.", ["Tobias"], "Hi, we are sorry."),
        ("Dear Tobias Renner, we are sorry.", ["Tobias Renner"], "Hello, we are sorry."),
        ("Thank you, Greta! We try hard.", ["Greta"], "Thank you! We try hard."),
        ("We are sorry to read this, Tobias.", ["Tobias"], "We are sorry to read this."),
        ("Tobias, this is not our way.", ["Tobias"], "This is not our way."),
        ("Mr. Renner deserves better. Please call us.", ["Renner"], "Please call us."),
        (
            "We are sorry. Our records show LD-4471 was late.",
            ["Our records show", "LD-4471"],
            "We are sorry.",
        ),
        ("Please call 303-555-0199. We can help.", ["303-555-0199"], "We can help."),
        ("Write to tobias@mail.test. We can help.", ["tobias@mail.test"], "We can help."),
        (
            "Booking #88213 is fine. Thanks for writing to us.",
            ["Booking #88213"],
            "Thanks for writing to us.",
        ),
        (
            "Your visit on April 18 was busy. We hired two people.",
            ["on April 18"],
            "We hired two people.",
        ),
        (
            "You came in last Tuesday at noon. We were short of people.",
            ["last Tuesday"],
            "We were short of people.",
        ),
        (
            "Your overnight whitening tray was late. We fixed the cause.",
            ["Your overnight whitening tray"],
            "We fixed the cause.",
        ),
        ("You paid $240 for it. We hear you.", ["$240"], "We hear you."),
        ("Your root canal went well. We hear you.", ["Your root canal"], "We hear you."),
        ("You still have 310 points. We hear you.", ["310 points"], "We hear you."),
    ],
)
def test_private_details_go(text: str, parts: list[str], after: str) -> None:
    assert excerpts(read(text, PUBLIC)) == parts
    assert mended(text, PUBLIC) == after


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the kind words, and sorry about the wait.",
        "Hello there, thank you for your visit.",
        "Thanks again, Harbor Point! We love this town.",
        "We hope to see you again on Sunday.",
        "Please call us at 541-555-0142 or write to care@lumen.example.",
        "We will add a second chair in May. See you soon.",
        "Thank you for choosing Lumen Dental, and we hope your next visit is calmer.",
        "Will we do better? We will.",
    ],
)
def test_general_public_replies_pass(text: str) -> None:
    assert read(text, PUBLIC) == []


def test_what_the_customer_made_public_may_be_taken_up() -> None:
    text = "We are sorry that your whitening tray was late on April 18."
    message = "My whitening tray from April 18 is a joke."
    assert read(text, PUBLIC, message) == []


COMPENSATION = with_flag("no_compensation_offers")


@pytest.mark.parametrize(
    "text",
    [
        "We'll refund you in full.",
        "We would like to offer you a voucher.",
        "Come back for a free cleaning.",
        "Your next visit is on us.",
        "We are happy to send you a $20 gift card.",
        "You'll receive a full refund.",
        "Let us treat you next time.",
        "Please DM us for a discount.",
        "Our manager will credit your account with store credit.",
        "We have added a 15% discount to your profile.",
        "Would you accept a partial refund?",
        "A refund has been issued.",
        "I will sort out a free retainer.",
        "Stop by and enjoy a complimentary polish.",
        "We can waive the fee for you, so it is free.",
    ],
)
def test_compensation_fires(text: str) -> None:
    assert [one.rule for one in read(text, COMPENSATION)] == ["no_compensation_offers"]
    assert mended(text, COMPENSATION) is None
    assert mended(f"We are sorry. {text}", COMPENSATION) == "We are sorry."


@pytest.mark.parametrize(
    "text",
    [
        "We would like to make this right; please call us.",
        "We cannot offer refunds in this forum.",
        "Our refund window is 30 days.",
        "We offer store credit for returns without a receipt.",
        "You will get a refund within 30 days of purchase, by our policy.",
        "Our shampoo is sulfate-free, and toll-free calls are answered until nine.",
        "We do not give discounts here.",
        "Feel free to stop by the desk.",
        "Parking is free for guests.",
        "We want to understand what went wrong.",
        "Credit goes to our front desk team.",
    ],
)
def test_no_compensation_passes(text: str) -> None:
    assert read(text, COMPENSATION) == []


REVIEWS = with_flag("no_review_solicitation")


@pytest.mark.parametrize(
    "text",
    [
        "Please update your review once it is fixed.",
        "Would you consider changing your rating?",
        "We'd love it if you left us five stars, so please leave a review.",
        "Could you take down this post?",
        "If you have a moment, leave us a review on Google.",
        "We hope you will reconsider your score.",
        "Mind bumping that up to five stars?",
        "Remove your review and we will talk.",
        "Rate us on Yelp.",
        "It would mean a lot if you shared your feedback online.",
        "A five-star review from you would make our day.",
    ],
)
def test_solicitation_fires(text: str) -> None:
    found = read(text, REVIEWS)
    assert found
    assert {one.rule for one in found} == {"no_review_solicitation"}
    assert mended(f"We are sorry. {text}", REVIEWS) == "We are sorry."


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your review.",
        "Thank you for taking the time to leave a review.",
        "We read every review and share it with the team.",
        "We appreciate your feedback.",
        "Our team reviews each schedule on Monday.",
        "We do not ask anyone to change a review.",
        "Please call us so we can review what happened.",
        "Your feedback has been shared with the manager.",
    ],
)
def test_talk_of_reviews_passes(text: str) -> None:
    assert read(text, REVIEWS) == []


# --- Markup ------------------------------------------------------------------------------------

HTML = with_flag("no_html")
MARKDOWN = with_flag("no_markdown")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("We <b>open</b> at nine.", "We open at nine."),
        ("Line one.<br>Line two.", "Line one.\nLine two."),
        ("<div>Hi.</div><div>Bye.</div>", "Hi.\nBye."),
        ("<ul><li>Card</li><li>Form</li></ul>", "Card\nForm"),
        ("Tom &amp; Ana are in.", "Tom & Ana are in."),
        (
            'See <a href="https://lumen.example/f">the form</a>.',
            "See the form (https://lumen.example/f).",
        ),
        ("Hi<!-- draft -->.", "Hi."),
    ],
)
def test_html_becomes_plain_text(text: str, after: str) -> None:
    assert read(text, HTML)
    assert mended(text, HTML) == after


def test_active_html_blocks() -> None:
    assert mended("Hi. <script>x()</script> Bye.", HTML) is None


@pytest.mark.parametrize(
    "text", ["We <3 this.", "5 < 6 and 7 > 2.", "Write to <care@lumen.example>.", "Q&A at 5 & 6."]
)
def test_no_html_passes(text: str) -> None:
    assert read(text, HTML) == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("We open at **nine**.", "We open at nine."),
        ("We open at __nine__.", "We open at nine."),
        ("That is *very* early.", "That is very early."),
        ("Type `yes` here.", "Type yes here."),
        ("# Hours\nNine to five.", "Hours\nNine to five."),
        ("See [the form](https://lumen.example/f).", "See the form (https://lumen.example/f)."),
        ("Bring:\n- a card\n- a form", "Bring:\n• a card\n• a form"),
        ("Bring:\n* a card", "Bring:\n• a card"),
        ("> You wrote\nYes.", "You wrote\nYes."),
        ("**Hours: nine to five.", "Hours: nine to five."),
        ("~~Nine~~ ten.", "Nine ten."),
    ],
)
def test_markdown_becomes_plain_text(text: str, after: str) -> None:
    assert read(text, MARKDOWN)
    assert mended(text, MARKDOWN) == after


@pytest.mark.parametrize(
    "text",
    [
        "Size 5*3 fits, see file_name_a and a_b.",
        "1. Bring a card.\n2. Bring a form.",
        "We open at nine - see you then.",
        "Prices* vary.\n* without tax".replace("\n* ", " (*) "),
        "Call #4 on the list.",
        "5 > 3 is true.",
    ],
)
def test_plain_signs_pass(text: str) -> None:
    assert read(text, MARKDOWN) == []


# --- Numbers and invisible characters ----------------------------------------------------------

NUMBERS = with_flag("no_full_card_or_account_numbers")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("We charged 4111 1111 1111 1111 today.", "4111 1111 1111 1111"),
        ("We charged 5500-0000-0000-0004 today.", "5500-0000-0000-0004"),
        ("Card 378282246310005 was used.", "378282246310005"),
        ("Your account number is 00418823917.", "00418823917"),
        ("Your checking account 88-4417-2093 is open.", "88-4417-2093"),
        ("Transfer to IBAN DE89 3704 0044 0532 0130 00 today.", "DE89 3704 0044 0532 0130 00"),
        ("Loan 4410028837 is paid.", "4410028837"),
        ("See acct. no. 8821-3377-10 there.", "8821-3377-10"),
    ],
)
def test_full_numbers_block_with_a_redaction(text: str, number: str) -> None:
    (found,) = read(text, NUMBERS)
    assert found.excerpt == number
    assert found.severity is Severity.BLOCK
    assert found.edits[0].replacement == "ending in " + "".join(filter(str.isalnum, number))[-4:]


@pytest.mark.parametrize(
    "text",
    [
        "The card ending in 9921 was charged.",
        "Call 541-555-0142 or +1 541 555 0142 or (541) 555-0142.",
        "Your account team is at 541-555-0142.",
        "Tracking number 9400 1000 0000 0000 0000 00 is yours.",
        "Order 20260418004471 is ready.",
        "It costs $1,200.00 until 2026-05-04.",
        "Account ****9921 is open.",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert read(text, NUMBERS) == []


INVISIBLE = with_flag("no_invisible_characters")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("SM\u200bILE30 works.", "SMILE30 works."),
        ("co\u00adop and \u2060\ufeffmore", "coop and more"),
        ("to\u202eday", "today"),
    ],
)
def test_invisible_characters_go(text: str, after: str) -> None:
    assert mended(text, INVISIBLE) == after


@pytest.mark.parametrize(
    "text",
    [
        "All well 👩\u200d⚕\ufe0f today.",
        "Flag 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f.",
    ],
)
def test_emoji_joiners_are_spelling(text: str) -> None:
    assert read(text, INVISIBLE) == []
