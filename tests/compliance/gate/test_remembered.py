"""What is made of offers is made once for equal ones, and anew for others."""

from __future__ import annotations

from dataclasses import replace

from compliance.gate.checks.offers.naming import mentions
from compliance.gate.checks.offers.remembered import of_offers
from compliance.gate.text import Text
from compliance.gate.types import OfferFact
from locations.offers import OfferTerms

FROST = OfferFact(
    code="FROST10",
    name="First Frost Event",
    aliases=(),
    terms_text="10% off boots",
    terms=OfferTerms(start=None, end=None),
    standing="active",
    reason="",
)
THAW = replace(FROST, code="THAW5", name="Great Thaw Week", terms_text="5% off hats")


def test_equal_offers_are_read_once_and_others_anew():
    asked = []

    @of_offers
    def codes(offers):
        asked.append(offers)
        return [each.code for each in offers]

    once = (FROST, THAW)
    assert codes(once) == codes(once) == codes((FROST, replace(THAW))) == ["FROST10", "THAW5"]
    assert len(asked) == 1
    assert codes((replace(FROST, code="FROST20"), THAW)) == ["FROST20", "THAW5"]
    assert len(asked) == 2


def test_a_tuple_that_takes_the_place_of_another_in_memory_is_not_taken_for_it():
    @of_offers
    def codes(offers):
        return offers[0].code

    for number in range(600):
        # Each is dropped before the next is made, so addresses would come round again.
        assert codes((replace(FROST, code=f"C{number}"),)) == f"C{number}"


def test_names_are_found_among_the_offers_that_are_asked_about():
    text = Text("The First Frost Event and the Great Thaw Week are on.")
    for offers in ((FROST,), (THAW,), (FROST, THAW)):
        for _ in range(2):
            assert {each.offer.code for each in mentions(text, offers)} == {
                each.code for each in offers
            }
