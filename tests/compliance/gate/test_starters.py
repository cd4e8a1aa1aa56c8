"""The lists that operators start from: many phrasings of what most trades have to watch."""

import pytest

from compliance.gate.concepts import shipped
from compliance.gate.matcher import Scan
from compliance.gate.stream import Words
from compliance.gate.text import Text

FOUND = {
    "guarantee": [
        "You are guaranteed to love it.",
        "We promise it will hold.",
        "It works every time.",
        "Rest assured, it will be fine.",
        "There is no doubt about it.",
        "It can't go wrong.",
    ],
    "cure": [
        "This mask makes eczema disappear.",
        "Your knee pain will be gone after two sessions.",
        "Say goodbye to migraines!",
        "It heals scars and cures acne.",
        "You will be free of back pain.",
        "You will never have headaches again.",
        "It relieves arthritis.",
    ],
    "medical_condition": [
        "your arthritis",
        "chronic back pain",
        "asthma",
        "high blood pressure",
        "a skin condition",
    ],
    "approval": [
        "You're pre-approved for our card.",
        "Everyone gets approved.",
        "We never turn anybody down.",
        "Your loan application will go through.",
        "You already qualify.",
        "No credit check needed.",
    ],
    "deposit_insurance": [
        "Your savings are insured by the FDIC.",
        "You cannot lose a cent.",
        "Deposits are backed by the government.",
        "Your balance is fully protected.",
        "Every dollar is insured without limit.",
    ],
    "tax": ["Sales tax is included.", "There is VAT on it.", "plus tax"],
    "tax_free": ["It is tax-free.", "We'll cover the tax.", "You pay no sales tax."],
    "free": ["It's on us.", "There is no charge.", "a complimentary drink", "It costs nothing."],
    "discount": ["20% off", "half price", "two for one", "a special price", "ten percent off"],
    "expiry": [
        "This voucher runs out on Friday.",
        "The code ends in May.",
        "It is good through June.",
        "While supplies last!",
        "Your points will lapse.",
        "It is not valid after Monday.",
    ],
    "refusal": [
        "Unfortunately we cannot process that.",
        "That's not something we do.",
        "We are unable to change the booking.",
        "I'm afraid that isn't possible.",
        "There is nothing we can do.",
        "It is against our policy.",
        "We have to decline your request.",
        "Our hands are tied.",
    ],
    "admission_of_fault": [
        "That was our kitchen's mistake.",
        "We messed up your order.",
        "We take full responsibility.",
        "Our technician got it wrong.",
        "It is our fault.",
        "We dropped the ball.",
        "We were negligent.",
    ],
    "allergen": ["peanuts", "a dairy product", "gluten", "shellfish", "sesame"],
    "allergen_free": [
        "The sauce is peanut-free.",
        "There are no traces of nuts.",
        "It does not contain gluten.",
        "It is safe for people with a dairy allergy.",
        "There is no cross-contamination.",
    ],
    "investment_advice": [
        "You should move your savings into an index fund.",
        "Now is a great time to buy gold.",
        "It will beat the market.",
        "I'd recommend buying crypto.",
        "Put your money in bonds.",
        "A sure return, every year.",
    ],
}
PLAIN = [
    "Thank you for your message.",
    "We open at nine on Monday and close at six.",
    "Your order ships tomorrow.",
    "Please bring your receipt and a photo of the label.",
    "We would love to see you soon.",
    "The studio is on the second floor, next to the lift.",
    "Your appointment is on Tuesday at 3 pm with Dana.",
    "I have added a note to your order for the team.",
    "You will get a message when the parcel is on its way.",
    "Could you send us the number on the back of the box?",
    "Your current order is at the health counter.",
]


def holds(name, text):
    return bool(Scan(Words(Text(text)), shipped()).concept(name))


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in FOUND.items() for text in texts]
)
def test_it_is_found_in_many_words(name, text):
    assert holds(name, text)


@pytest.mark.parametrize("name", FOUND)
def test_everyday_replies_hold_none_of_it(name):
    assert [text for text in PLAIN if holds(name, text)] == []
