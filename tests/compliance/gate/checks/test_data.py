"""Customer data: names, orders, points, other people's purchases and staff notes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.checks.data import CustomerData
from compliance.gate.reading import Reading
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Facts,
    GateInput,
    OrderFact,
    PlaceFacts,
    Severity,
    ToneOverlay,
)
from locations.hours import ALWAYS, Schedule

KETTLE = OrderFact("K-4410", "elm", "copper kettle", "84.50", date(2026, 10, 20), "in repair")
MASSAGE = OrderFact("M-118", "elm", "90-minute massage", "170.00", date(2026, 11, 12), "booked")
PASSES = OrderFact("P-500", "elm", "ten-class pass", "200.00", date(2026, 9, 1), "4 classes left")
KNOWN = CustomerFacts("c9", "Benjamin Ochoa", "US-OR", tier="silver", points=310, orders=(KETTLE,))
BOOKED = CustomerFacts("c8", "Ruth Vale", "US-OR", orders=(MASSAGE,))
PASS_HOLDER = CustomerFacts("c7", "Ivy Lund", "US-OR", orders=(PASSES,))
LOANS = OrderFact(
    "L-77", "elm", "library card", "0", date(2024, 6, 1), "one late return on 2026-10-02"
)
PARTY = OrderFact("C-31", "elm", "picnic for 18", "250", date(2026, 12, 5), "booked")
CLOCK = OrderFact("B-9", "elm", "wall clock overhaul", "380", date(2026, 11, 2), "in progress")
READER = CustomerFacts("c6", "Nell Amis", "US-OR", orders=(LOANS,))
HOST = CustomerFacts("c5", "Sam Ode", "US-OR", orders=(PARTY,))
OWNER = CustomerFacts("c4", "Kit Lowe", "US-OR", orders=(CLOCK,))
UNKNOWN = CustomerFacts()


def read(draft, customer=KNOWN, ask=""):
    place = PlaceFacts(
        "elm", "Juniper Elm Street", "shop", "Salem", "US-OR", "corporate", "", "", "", "open",
        Schedule("America/Los_Angeles", (ALWAYS,) * 7), names=("Juniper Elm Street", "Elm Street"),
    )  # fmt: skip
    facts = Facts(
        at=datetime(2026, 11, 2, 12, tzinfo=ZoneInfo("America/Los_Angeles")),
        brand=BrandFacts("juniper", "Juniper", loyalty="Juniper Circle"),
        place=place,
        customer=customer,
    )
    case = GateInput(draft, facts, ChannelRules("email"), ToneOverlay(), customer_message=ask)
    return CustomerData().find(Reading(case))


@pytest.mark.parametrize(
    ("customer", "draft", "rule"),
    [
        (KNOWN, "Hi Clara, the kettle is here.", "customer_name"),
        (KNOWN, "Dear Ms. Porter, thank you for writing.", "customer_name"),
        (KNOWN, "Good morning Tom, thanks for writing.", "customer_name"),
        (KNOWN, "Thank you for your note, Anna.", "customer_name"),
        (KNOWN, "Your order K-4411 is ready.", "order_id"),
        (KNOWN, "We also see Q-9912 in the system.", "order_id"),
        (KNOWN, "The same kettle was bought by Nadia Frost last week.", "other_customer"),
        (KNOWN, "I mixed it up with Paul Reiner's order.", "other_customer"),
        (KNOWN, "You have 410 points.", "points"),
        (KNOWN, "Your balance is 1,310 points.", "points"),
        (KNOWN, "As a gold member you get early access.", "tier"),
        (KNOWN, "You paid $94.50 for it.", "total"),
        (KNOWN, "Your total was $48.50.", "total"),
        (KNOWN, "You ordered it in October, and the total came to $74.50.", "total"),
        (KNOWN, "Here is your receipt for the kettle. The total was $88.", "total"),
        (BOOKED, "You booked the massage last week, and the bill was $107.", "total"),
        (KNOWN, "You bought it on October 12.", "date"),
        (KNOWN, "You purchased the kettle on 10/25.", "date"),
        (KNOWN, "You ordered a steel toaster from us.", "item"),
        (KNOWN, "Your copper kettle is ready for pickup.", "status"),
        (KNOWN, "Your kettle has been repaired.", "status"),
        (BOOKED, "You are booked for a 60-minute massage.", "item"),
        (BOOKED, "You are booked for Friday, November 13.", "date"),
        (BOOKED, "Your appointment is on November 21.", "date"),
        (BOOKED, "See you on November 10.", "date"),
        (PASS_HOLDER, "You have 6 classes left.", "status"),
        (KNOWN, "You're at 130 Circle points.", "points"),
        (KNOWN, "There are 1,200 reward points waiting in your account.", "points"),
        (KNOWN, "Your points balance is 220.", "points"),
        (KNOWN, "You have collected four hundred loyalty points so far.", "points"),
        (KNOWN, "Looks like you've 30 unused points.", "points"),
        (READER, "Our records show three late returns since spring.", "status"),
        (READER, "I can see two late returns on your account.", "status"),
        (READER, "You've had 4 late returns this year.", "status"),
        (HOST, "You are down for twelve guests in December.", "item"),
        (HOST, "Your picnic for 81 is all set.", "item"),
        (HOST, "Everything is reserved for thirty diners.", "item"),
        (OWNER, "Your wall clock is finished, and you may fetch it on Friday.", "status"),
        (OWNER, "Your wall clock has been repaired; by noon we will have it boxed.", "status"),
        (KNOWN, "By the way, Joan Kettering's lenses are finished.", "other_customer"),
        (KNOWN, "By the way, Ruth Vale's car is waiting here.", "other_customer"),
        (KNOWN, "We see that Tom Reiss's lessons are paid until May.", "other_customer"),
        (KNOWN, "Sure. [STAFF ONLY: third complaint this month] We can help.", "internal_note"),
        (KNOWN, "We can help.\nNote to self: check the margin first.", "internal_note"),
        (KNOWN, "Do not tell the customer that we lost it.", "internal_note"),
        (KNOWN, "(internal note - supervisor approved) Here you go.", "internal_note"),
        (KNOWN, "This account is flagged as fraud.", "internal_note"),
    ],
)  # fmt: skip
def test_fires(customer, draft, rule):
    assert rule in {found.rule for found in read(draft, customer)}


@pytest.mark.parametrize(
    ("customer", "draft"),
    [
        (KNOWN, "Hi Benjamin, thanks for writing."),
        (KNOWN, "Hi Ben, thanks for writing."),
        (KNOWN, "Dear Mr. Ochoa, thank you."),
        (KNOWN, "Hi there, thanks for writing."),
        (KNOWN, "Hello from Elm Street."),
        (KNOWN, "Welcome to Juniper Circle."),
        (KNOWN, "Order K-4410 is in repair."),
        (KNOWN, "You have 310 points and silver status."),
        (KNOWN, "Every 100 points is a $5 reward, so you need 90 points more."),
        (KNOWN, "You paid $84.50 on October 20."),
        (KNOWN, "You ordered it in October, and the total came to $84.50."),
        (KNOWN, "Your order is here. Before the discount the price was $95."),
        (KNOWN, "A new lid is on sale, and the total is $12."),
        (KNOWN, "Your order is in repair. The total for a new cord was quoted at $15."),
        (KNOWN, "You bought the copper kettle on Tuesday, October 20."),
        (KNOWN, "You bought it October 20, so you have until November 10 to return it."),
        (KNOWN, "Your kettle is still being repaired and will be ready soon."),
        (KNOWN, "Your kettle is not ready yet."),
        (KNOWN, "A new kettle is $95, and the sale ends November 8."),
        (KNOWN, "Once it is ready we will call you."),
        (KNOWN, "Would you like to book a visit on November 9?"),
        (BOOKED, "You are booked for a 90-minute massage on November 12."),
        (BOOKED, "See you on Thursday, November 12."),
        (BOOKED, "We are open on November 10 from nine."),
        (PASS_HOLDER, "You have 4 classes left."),
        (KNOWN, "You have 310 Circle points."),
        (KNOWN, "You need 90 more reward points, so 400 reward points in all."),
        (KNOWN, "A free tea costs 150 reward points."),
        (KNOWN, "Members with 500 Circle points get a mug."),
        (KNOWN, "Your points balance is 310."),
        (READER, "Our records show one late return in October."),
        (READER, "I see a single late return on your account."),
        (READER, "After three late returns the card is paused."),
        (READER, "You have two books on hold."),
        (HOST, "You are down for eighteen guests in December."),
        (HOST, "The lawn seats 60 guests, and your picnic for 18 is booked."),
        (HOST, "Should we plan for 45 guests instead?"),
        (OWNER, "The overhaul is still in progress; we will call once it is finished."),
        (OWNER, "When the clock is repaired we will box it for you."),
        (KNOWN, "Mother's Day orders are ready, and Trader Joe's coffee is here."),
        (KNOWN, "Our Elm Street's new oven is ready."),
        (KNOWN, "Benjamin Ochoa's kettle is in repair."),
        (UNKNOWN, "Hi Clara, thanks for writing."),
        (KNOWN, "Please tell the customer service desk your name."),
        (KNOWN, "Ask for Maria Lopez at the desk."),
    ],
)
def test_passes(customer, draft):
    assert [(found.rule, found.excerpt) for found in read(draft, customer)] == []


def test_another_customers_purchase_blocks():
    (found,) = read("The kettle was bought by Nadia Frost.")
    assert found.severity is Severity.BLOCK


def test_an_unknown_sender_gets_a_note_not_a_block():
    (found,) = read("Your order K-4411 is ready.", UNKNOWN)
    assert found.severity is Severity.ADVISE
    assert read("Your order K-4411 is ready.", UNKNOWN, ask="where is K-4411") == []


@pytest.mark.parametrize(
    ("draft", "mended"),
    [
        ("Hi Clara, it is here.", "Hi Benjamin, it is here."),
        ("You have 410 points.", "You have 310 points."),
        ("You bought it on October 12.", "You bought it on October 20."),
        ("You paid $94.50 for it.", "You paid $84.50 for it."),
        ("As a gold member you get it first.", "As a silver member you get it first."),
    ],
)
def test_the_record_is_written_in_place(draft, mended):
    (found,) = read(draft)
    (edit,) = found.edits
    assert draft[: edit.start] + edit.replacement + draft[edit.end :] == mended


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text):
    for found in read(text):
        assert 0 <= found.start <= found.end <= len(text)


@pytest.mark.parametrize(
    ("name", "draft", "wanted"),
    [
        ("Ruiz, Ana", "Hello Clara, the kettle is here.", "Ana"),
        ("Ana Ruiz, Jr.", "Dear Ms. Porter, the kettle is here.", "Ruiz"),
        ("Ms. Ruiz", "Hello Clara, the kettle is here.", "Ms. Ruiz"),
        ("Ms. Ruiz", "Dear Ms. Porter, the kettle is here.", "Ruiz"),
    ],
)
def test_the_right_name_is_read_as_it_is_stored(name, draft, wanted):
    (found,) = read(draft, CustomerFacts("c3", name))
    assert [edit.replacement for edit in found.edits] == [wanted]


@pytest.mark.parametrize("name", ["", "  ", "Mr."])
def test_a_customer_without_a_name_has_no_wrong_one(name):
    assert read("Hello Clara, the kettle is here.", CustomerFacts("c3", name)) == []
