"""Offers told in other words than their terms: what is free, what is the same price, what is over.

The places are those of ``test_offers``, on Monday, November 2; the offers are of other trades.
"""

from datetime import date

import pytest

from compliance.gate.fixes import apply, choose
from compliance.gate.types import PolicyFact, Severity, Unit
from locations.offers import OfferTerms
from tests.compliance.gate.checks.test_offers import BOTH, SOUTH, find

PAST = OfferTerms(date(2026, 9, 1), date(2026, 10, 31), (), BOTH)
AHEAD = OfferTerms(date(2026, 12, 1), date(2026, 12, 31), (), BOTH)
AWAY = OfferTerms(date(2026, 9, 1), date(2026, 12, 31), (), (SOUTH,))
THURSDAYS = OfferTerms(date(2026, 9, 1), date(2026, 12, 31), ("thu",), BOTH)
RUNNING = OfferTerms(date(2026, 9, 1), date(2026, 12, 31), (), BOTH)
OFFERS = [
    ("LAP4", "Fourth Lap", (), "fourth swim lesson free", PAST),
    ("WHEELS", "Winter Wheels", (), "free tire rotation with any oil change", AHEAD),
    ("SLATE", "Clean Slate", (), "$0 enrollment fee with a yearly plan", PAST),
    ("EASY", "Easy Start", (), "setup fee waived on fiber lines", AWAY),
    ("DUSK", "Dusk Hour", (), "complimentary dessert with a dinner for two", PAST),
    ("LOOK2", "Second Look", (), "second pair of glasses at no charge", PAST),
    ("POOCH", "Porcupine Week", (), "bath, brush and nail trim for $45", AWAY),
    ("MOSAIC", "Mosaic Evenings", (), "20% off tile workshops", THURSDAYS),
    ("WICK4", "Wick Week", (), "buy three candles, get the fourth for $1", PAST),
    ("TEA", "Kettle Club", (), "free scone with a pot of tea", RUNNING),
]
WRONG = [
    "The Mosaic discount works any day this week.",
    "You get the Mosaic savings whenever you like this week.",
    "Buy three candles and the fourth is just a dollar.",
    "Get three candles this week and the fourth is a buck.",
    "Book three lessons and the fourth is on us.",
    "Take three swim lessons, and the fourth is with our compliments.",
    "The fourth swim lesson costs you nothing this winter.",
    "With an oil change the tire rotation is free today.",
    "Come in for an oil change today and we do the tire rotation at no charge.",
    "Sign up for a yearly plan and we'll drop the enrollment fee to zero.",
    "Take a yearly plan and the enrollment fee is waived.",
    "We are happy to waive the enrollment fee on a yearly plan.",
    "There is no enrollment fee with a yearly plan.",
    "On a fiber line we waive the setup fee.",
    "Order dinner for two and dessert is on the house.",
    "Have dinner for two and the dessert is our treat.",
    "Buy your glasses and the second pair is gratis.",
    "The second pair of glasses comes at no cost to you.",
    "New dogs here have a bath, brush and nail trim for the same $45.",
    "Come on Tuesday: the Mosaic reduction takes 20% off tile workshops.",
    "A Tuesday seat also gets the Mosaic savings of 20%.",
]
RIGHT = [
    "You can take 20% off tile workshops instead on Thursday.",
    "On Thursday it is 20% off tile workshops as well.",
    "The Mosaic discount works this Thursday.",
    "The enrollment fee is $40 with a yearly plan.",
    "The fourth lesson is on Tuesday.",
    "Your fourth swim lesson is on us to reschedule.",
    "Parking is free while you swim.",
    "Water is on us while you wait for the oil change.",
    "A tire rotation is $20, and the air check is free.",
    "Feel free to order dessert with dinner for two.",
    "The dessert menu is on the house website.",
    "We do not waive the enrollment fee on a yearly plan.",
    "The enrollment fee is no longer waived on yearly plans.",
    "The second pair of glasses is not free.",
    "The scone is free with a pot of tea.",
    "Order a pot of tea and the scone is on the house.",
    "A bath, brush and nail trim is $60 here.",
    "On Thursday the Mosaic reduction takes 20% off tile workshops.",
    "Dusk Hour came to a close on October 31, so that dessert is charged again.",
    "Second Look drew to a close on October 31.",
    "Clean Slate has run its course.",
    "The swim lesson offer has come to its end.",
    "Fourth Lap was wound up at the end of October.",
    "Your glasses are free of scratches now.",
]


def wrong(draft, **options):
    found = find(draft, told=OFFERS, **options)
    return [each for each in found if each.severity is not Severity.ADVISE]


@pytest.mark.parametrize("draft", WRONG)
def test_an_offer_that_cannot_be_used_is_known_in_any_words(draft):
    found = wrong(draft)
    assert found
    assert not wrong(apply(draft, choose(found)).text)


@pytest.mark.parametrize("draft", RIGHT)
def test_what_is_true_or_of_something_else_passes(draft):
    assert wrong(draft) == []


@pytest.mark.parametrize(("value", "is_wrong"), [(0, False), (40, True)])
def test_what_a_policy_makes_free_is_no_offer(value, is_wrong):
    fee = PolicyFact("enrollment_fee_usd", "Enrollment fee", "fees", Unit.MONEY, value)
    draft = "There is no enrollment fee with a yearly plan."
    assert bool(wrong(draft, policies=(fee,))) is is_wrong
