"""What an amount or a yes bears on: a term, an offer, a record, or something beside them.

The rows are of businesses made up for them, and were written before the check was worked on.
"""

from datetime import date

import pytest

from compliance.gate.types import OfferFact, OrderFact, Unit
from locations.offers import OfferTerms
from tests.compliance.gate.checks.test_policies import read

D, H, MO = Unit.DAYS, Unit.HOURS, Unit.MONTHS
USD, PCT, AGE, COUNT = Unit.MONEY, Unit.PERCENT, Unit.AGE, Unit.COUNT
YES_NO, CHOICE, LIST = Unit.BOOLEAN, Unit.CHOICE, Unit.LIST

GARAGE = {
    "oil_change_usd": (USD, 45),
    "tire_rotation_fee_usd": (USD, 30),
    "inspection_fee_usd": (USD, 55),
    "storage_fee_usd": (USD, 20),
    "parts_return_days": (D, 30),
    "appointment_cancel_notice_hours": (H, 48),
    "tire_storage_max_months": (MO, 8),
    "labor_warranty_months": (MO, 12),
    "core_charge_pct": (PCT, 10),
    "final_sale": (LIST, ("batteries", "special orders", "wiper blades")),
    "loaner_min_age": (AGE, 21),
}
STUDIO = {
    "enrollment_fee_usd": (USD, 35),
    "class_drop_in_usd": (USD, 18),
    "membership_cancel_notice_days": (D, 20),
    "membership_freeze_max_months": (MO, 2),
    "class_package_refundable": (YES_NO, False),
    "private_lesson_cancel_notice_hours": (H, 24),
    "mat_rental_fee_usd": (USD, 3),
    "min_age": (AGE, 13),
}
LODGE = {
    "pets_allowed": (YES_NO, False),
    "pet_fee_usd": (USD, 35),
    "check_in_time": (CHOICE, "15:00"),
    "deposit_usd": (USD, 80),
    "cancel_notice_days": (D, 7),
    "min_check_in_age": (AGE, 25),
    "kayak_return_window_days": (D, 2),
}
STORE = {
    "return_window_days": (D, 21),
    "coin_counting_fee_pct": (PCT, 8),
    "consignment_fee_pct": (PCT, 40),
    "final_sale": (LIST, ("swimwear", "vitamins", "gift cards")),
    "custom_order_notice_days": (D, 10),
    "refund_method": (CHOICE, "store_credit"),
}


def offer(name, terms, standing="active", aliases=()):
    return OfferFact(
        "X1", name, aliases, terms, OfferTerms(date(2026, 10, 1), date(2026, 12, 31)), standing, ""
    )


OILY = offer("Winter Ready", "oil change and tire rotation for $59", "upcoming", ("winter deal",))
FREE_CHECK = offer("Brake Month", "free inspection with a brake job")
JOIN = offer("Join in June", "$0 enrollment fee with a six-month membership")
ENDED = offer("Join in June", "$0 enrollment fee with a six-month membership", "ended")
STORED = offer("Stow It", "first season of tire storage for $5")

PACK = OrderFact("P-1", "northgate", "eight-class package", "120", date(2026, 10, 2), "5 left")
CABIN = OrderFact(
    "C-1", "northgate", "lake cabin", "640", date(2026, 11, 20), "booked, deposit 160 paid"
)

RIGHT = [
    # An offer's own terms are no statement of the price it lowers.
    (GARAGE, "Winter Ready brings an oil change and a tire rotation to $59 from December.", OILY),
    (GARAGE, "The winter deal is an oil change with a rotation for $59.", OILY),
    (GARAGE, "With any brake job in November, the inspection is free.", FREE_CHECK),
    (GARAGE, "Brake Month is on: the inspection comes at no charge with a brake job.", FREE_CHECK),
    (GARAGE, "Stow It gives you a first season of tire storage for $5.", STORED),
    (STUDIO, "It is! $0 enrollment fee with a six-month membership.", JOIN),
    (STUDIO, "Take a six-month membership and there's no enrollment fee.", JOIN),
    (STUDIO, "Join in June waives the enrollment fee on a six-month membership.", JOIN),
    # A value that is another term's own, by the kind of value that the clause names.
    (STUDIO, "A freeze lasts up to two months. If you'd rather leave, we ask for 20 days' notice."),
    (STUDIO, "You can pause for two months. To end it for good, give us 20 days' notice."),
    (GARAGE, "Tires stay with us for up to eight months. To move a visit, give 48 hours' notice."),
    # Service animals are no pets.
    (LODGE, "Your service dog is welcome."),
    (LODGE, "Guide dogs are always welcome here and stay without a fee."),
    (LODGE, "Service animals stay for free."),
    (LODGE, "We charge nothing for an assistance dog."),
    # The time somebody comes at is no check-in time.
    (LODGE, "A five o'clock arrival is no trouble."),
    (LODGE, "Arriving at six is fine, since check-in opens at three."),
    # What a record says was paid is no term.
    (LODGE, "Your deposit of $160 has reached us.", None, CABIN),
    (LODGE, "We have your $160 deposit, thank you.", None, CABIN),
    # Ways to say a share, and to say what is taken back, that are right.
    (STORE, "The coin machine keeps eight cents of every dollar."),
    (STORE, "We keep 40 cents on the dollar when your consignment sells."),
    (STORE, "Lakeside takes everything back for 21 days."),
    (STORE, "We take things back for three weeks."),
    (STORE, "Sealed vitamins can't come back, but the rest can for 21 days."),
    (STORE, "Sandals can come back for three weeks, receipt or not."),
    (STUDIO, "What's left of a class package isn't paid back."),
    (STUDIO, "Class packages stay with us: the money for unused classes doesn't go back."),
    (STUDIO, "To join, you have to be at least thirteen."),
    (STUDIO, "The enrollment fee is $35."),
    # What we do by when is no window of the customer's, and what begins on its own no term.
    (STORE, "You have 21 days for a return. We decide about it in two days."),
    (LODGE, "The kayak can come back within two days. We review each return in five days."),
    (STORE, "You can return it for 21 days. We get back to you in three."),
    (GARAGE, "Tires are stored for eight months. The season starts in 60 days."),
    (STUDIO, "A freeze lasts two months. Yours begins in 10 days."),
    # The age of others, and the price of several.
    (STUDIO, "You have to be 13 to join. Children of 6 and up can watch with a parent."),
    (LODGE, "Guests need to be 25 to check in. The sauna is for guests of 16 and up."),
    (GARAGE, "Parts come back for 30 days. Four oil changes cost $150."),
    (STUDIO, "A mat is $3 to rent. Ten mat rentals cost $24."),
    (STUDIO, "Five drop-in classes are $80 as a card."),
]
WRONG = [
    (GARAGE, "An oil change is $59 any day.", "oil_change_usd", OILY),
    (STUDIO, "Two mat rentals are $5 each.", "mat_rental_fee_usd"),
    (STORE, "You can return it for 60 days.", "return_window_days"),
    (STUDIO, "You have to be 16 to join.", "min_age"),
    (GARAGE, "The inspection is free for everybody.", "inspection_fee_usd", FREE_CHECK),
    (STUDIO, "There's no enrollment fee at our place.", "enrollment_fee_usd", JOIN),
    (STUDIO, "We'll drop the enrollment fee to zero.", "enrollment_fee_usd", ENDED),
    (STUDIO, "We can bring the enrollment fee down to nothing.", "enrollment_fee_usd"),
    (GARAGE, "We'll take the storage fee down to zero for you.", "storage_fee_usd"),
    (STUDIO, "The enrollment fee gets cut to $0 for you.", "enrollment_fee_usd"),
    (STUDIO, "If you decide to leave, your membership takes 45 days' notice.",
     "membership_cancel_notice_days"),
    (STUDIO, "To end your membership, tell us 45 days ahead.", "membership_cancel_notice_days"),
    (STUDIO, "You can quit your membership with five days' notice.",
     "membership_cancel_notice_days"),
    (LODGE, "Your dog is welcome.", "pets_allowed"),
    (LODGE, "Dogs are welcome, service dogs too.", "pets_allowed"),
    (LODGE, "Pets stay without a fee.", "pet_fee_usd"),
    (LODGE, "Check-in starts at five o'clock.", "check_in_time"),
    (LODGE, "You can check in from one.", "check_in_time"),
    (LODGE, "The deposit is $200.", "deposit_usd", None, CABIN),
    (STORE, "The coin machine keeps a nickel of every dollar.", "coin_counting_fee_pct"),
    (STORE, "Coin counting costs a dime on the dollar.", "coin_counting_fee_pct"),
    (STORE, "We keep fifteen cents of every dollar for counting coins.", "coin_counting_fee_pct"),
    (STORE, "On consignment we keep a quarter of each dollar.", "consignment_fee_pct"),
    (STORE, "Consignment takes 50 cents on the dollar.", "consignment_fee_pct"),
    (STORE, "Counting coins costs you a penny per dollar.", "coin_counting_fee_pct"),
    (STORE, "Lakeside takes everything back for 90 days.", "return_window_days"),
    (STORE, "We'll take anything back for two months.", "return_window_days"),
    (STORE, "The store takes most things back for 60 days.", "return_window_days"),
    (STORE, "Sealed vitamins can come back for 21 days.", "final_sale"),
    (STORE, "Unworn swimwear comes back for three weeks, no questions asked.", "final_sale"),
    (GARAGE, "Batteries can be brought back for 30 days.", "final_sale"),
    (GARAGE, "We take back wiper blades if the box is closed.", "final_sale"),
    (STUDIO, "We'll put the money for the rest of your class package back on your card.",
     "class_package_refundable"),
    (STUDIO, "You'll get what you paid for the class package back.", "class_package_refundable"),
    (STUDIO, "The unused part of a class package goes back to your card.",
     "class_package_refundable"),
]  # fmt: skip


def found_in(terms, draft, told=None, order=None, ask=""):
    return read(
        terms,
        draft,
        ask=ask,
        orders=(order,) if order else (),
        offers=(told,) if told else (),
    )


@pytest.mark.parametrize("row", RIGHT, ids=lambda row: row[1])
def test_what_is_of_something_else_or_right_passes(row):
    assert [found.message for found in found_in(*row)] == []


@pytest.mark.parametrize("row", WRONG, ids=lambda row: row[1])
def test_what_is_of_the_term_is_found(row):
    terms, draft, rule, *rest = row
    assert rule in {found.rule for found in found_in(terms, draft, *rest)}


MENDED = [
    (STORE, "A custom order needs four days. So Friday works.", "A custom order needs ten days."),
    (STORE, "A custom order needs four days. That's plenty.", "A custom order needs ten days."),
    (STORE, "A custom order needs four days. You're fine for Friday.",
     "A custom order needs ten days."),
    (STORE, "You still can. You have 60 days for a return.", "You have 21 days for a return."),
    (STORE, "Friday is fine, since a custom order only needs four days.",
     "A custom order only needs ten days."),
    (LODGE, "You can still cancel because we only ask for two days' notice.",
     "We only ask for seven days' notice."),
    (STORE, "You have 60 days for a return. That's the same online.",
     "You have 21 days for a return. That's the same online."),
    (STORE, "You have 60 days for a return. So sorry for the trouble!",
     "You have 21 days for a return. So sorry for the trouble!"),
    (STUDIO, "You have to be at least eighteen to join.",
     "You have to be at least thirteen to join."),
    (STUDIO, "Members must be 18 to join.", "Members must be 13 to join."),
    (LODGE, "Guests who check in need to be at least eighteen.",
     "Guests who check in need to be at least twenty-five."),
    (STORE, "A custom order only needs four days, so Friday works.",
     "A custom order only needs ten days."),
    (LODGE, "You may cancel up to two days ahead, so nothing is owed if you write today.",
     "You may cancel up to seven days ahead."),
    (LODGE, "There's still time. We ask for two days' notice to cancel.",
     "We ask for seven days' notice to cancel."),
    (STORE, "You're well in time, Ada. You can return it for 60 days.",
     "You can return it for 21 days."),
    (GARAGE, "Appointments can be moved up to 12 hours ahead, which means tomorrow is fine.",
     "Appointments can be moved up to 48 hours ahead."),
    (GARAGE, "The oil change is $60, so please bring a card.",
     "The oil change is $45, so please bring a card."),
    (STORE, "You have 60 days for a return, so just keep the tag on.",
     "You have 21 days for a return, so just keep the tag on."),
]  # fmt: skip


@pytest.mark.parametrize(("terms", "draft", "mended"), MENDED)
def test_a_mend_takes_what_followed_from_the_wrong_value_with_it(terms, draft, mended):
    (found,) = found_in(terms, draft)
    for edit in sorted(found.edits, key=lambda each: -each.start):
        draft = draft[: edit.start] + edit.replacement + draft[edit.end :]
    assert draft.strip() == mended
