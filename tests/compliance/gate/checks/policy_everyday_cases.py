"""Everyday replies about the terms of eight further made-up businesses, right and wrong.

The third table, written as a whole after the check had been worked on with the two before it and
before any of its rows was run. It leans to loose wording: values in passing, two facts in one
sentence, a term that is named by what it does.
"""

from __future__ import annotations

from typing import Any

from compliance.gate.types import Unit
from tests.compliance.gate.checks.policy_generality_cases import rows_of

D, H, MIN, MO = Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.MONTHS
USD, PCT, AGE, COUNT = Unit.MONEY, Unit.PERCENT, Unit.AGE, Unit.COUNT
YES_NO, CHOICE, LIST = Unit.BOOLEAN, Unit.CHOICE, Unit.LIST

YOGA = {
    "late_cancel_window_hours": (H, 6),
    "late_cancel_fee_usd": (USD, 15),
    "mat_rental_fee_usd": (USD, 2),
    "class_pack_validity_months": (MO, 6),
    "showers_available": (YES_NO, False),
    "intro_offer_days": (D, 14),
}
HARDWARE = {
    "return_window_days": (D, 90),
    "receipt_required": (YES_NO, False),
    "refund_method": (CHOICE, "original_payment"),
    "tool_rental_deposit_usd": (USD, 150),
    "paint_returns_accepted": (YES_NO, False),
    "key_copy_fee_usd": (USD, 4),
    "delivery_included": (YES_NO, False),
}
DENTAL = {
    "missed_visit_fee_usd": (USD, 60),
    "cancel_notice_days": (D, 2),
    "payment_plan_months": (MO, 12),
    "xrays_included": (YES_NO, True),
    "kids_min_age": (AGE, 3),
    "emergency_visits_offered": (YES_NO, True),
}
THEATER = {
    "ticket_exchange_hours": (H, 48),
    "exchange_fee_usd": (USD, 5),
    "latecomers_admitted": (YES_NO, False),
    "group_discount_pct": (PCT, 15),
    "group_min_size": (COUNT, 12),
    "tickets_refundable": (YES_NO, False),
    "wheelchair_seating_fee_usd": (USD, 0),
}
MOVERS = {
    "deposit_pct": (PCT, 20),
    "deposit_refundable": (YES_NO, True),
    "cancel_notice_days": (D, 7),
    "damage_claim_days": (D, 30),
    "boxes_included": (YES_NO, False),
    "weekend_surcharge_pct": (PCT, 10),
    "minimum_hours": (COUNT, 3),
}
VET = {
    "exam_fee_usd": (USD, 65),
    "recheck_free_days": (D, 14),
    "walk_ins_accepted": (YES_NO, True),
    "prescription_refill_hours": (H, 24),
    "payment_at_visit_required": (YES_NO, True),
    "carrier_required": (YES_NO, True),
    "no_show_fee_usd": (USD, 30),
}
BIKE_SHARE = {
    "free_minutes": (MIN, 30),
    "unlock_fee_usd": (USD, 1),
    "lost_bike_fee_usd": (USD, 1200),
    "min_age": (AGE, 16),
    "day_pass_refundable": (YES_NO, False),
    "guest_riders_max": (COUNT, 3),
    "parking_outside_station_fee_usd": (USD, 25),
}
NURSERY = {
    "plant_guarantee_months": (MO, 12),
    "guarantee_receipt_required": (YES_NO, True),
    "refund_method": (CHOICE, "exchange_only"),
    "planting_service_fee_usd": (USD, 45),
    "pots_returnable": (YES_NO, True),
    "special_order_deposit_pct": (PCT, 50),
    "dogs_allowed": (YES_NO, True),
}

_TABLE: tuple[tuple[dict[str, tuple[Unit, Any]], str, str, str], ...] = (
    (YOGA, "late_cancel_window_hours",
     """
     Until what time may I drop out of tonight's class without paying? // Up to six hours before.
     A cancellation counts as late once it's less than six hours before class.
     """,
     """
     By when do I have to cancel a class? // Any time up to the moment we start.
     A cancellation counts as late once it's less than two hours before class.
     """),
    (YOGA, "late_cancel_fee_usd",
     """
     I cancelled an hour before class. Will that cost me? // Yes, late cancels are $15.
     Cancel late and we charge fifteen dollars.
     """,
     """
     Is there a fee for cancelling late? // Not with us!
     Cancel late and you lose twenty dollars.
     """),
    (YOGA, "mat_rental_fee_usd",
     """
     I don't own a mat. What's it cost to rent one? // Two bucks.
     You can rent a mat for two dollars.
     """,
     """
     Do you charge for mat rental? // Nope, mats are there for everybody.
     Mat rental is free of charge.
     """),
    (YOGA, "class_pack_validity_months",
     """
     When does my class pack run out? // Half a year after you buy it.
     A class pack is valid for six months.
     """,
     """
     When does my class pack run out? // It doesn't, use it whenever.
     A class pack is valid for three months.
     """),
    (YOGA, "showers_available",
     """
     Can I shower at the studio afterwards? // I'm sorry, we have no showers.
     There aren't any showers at our studio.
     """,
     """
     Do you have showers? // Yep, two of them.
     Showers are available after class.
     """),
    (HARDWARE, "return_window_days",
     """
     I bought a drill in August. Too late to bring it back? // Not if it's been under 90 days.
     You've got three months to bring things back.
     """,
     """
     How long are returns open? // Thirty days.
     Bring it back any time, we don't count the days.
     """),
    (HARDWARE, "receipt_required",
     """
     I can't find my receipt, does that matter? // Not at all, we can take it back without one.
     A receipt helps but isn't necessary.
     """,
     """
     Is a receipt needed for a return? // It is, yes.
     No receipt, no return, I'm afraid.
     """),
    (HARDWARE, "refund_method",
     """
     How will the refund be paid? // Onto the card you used.
     We refund you in the way you paid.
     """,
     """
     How will the refund be paid? // You'd get a store gift card.
     We can only offer you in-store credit for that return.
     """),
    (HARDWARE, "tool_rental_deposit_usd",
     """
     What deposit do you take on tool rentals? // $150, and you get it back.
     Tool rentals need a deposit of one hundred and fifty dollars.
     """,
     """
     What deposit do you take on tool rentals? // None, just show us your license.
     Tool rentals need a deposit of fifty dollars.
     """),
    (HARDWARE, "paint_returns_accepted",
     """
     Can I bring back leftover paint? // Sorry, paint can't be returned.
     We don't take paint returns.
     """,
     """
     Do you take paint returns? // Yes, unopened or not.
     Paint returns are no problem.
     """),
    (HARDWARE, "key_copy_fee_usd",
     """
     What do you charge to copy a key? // Four dollars each.
     Key copies are $4.
     """,
     """
     How much is a key copy? // They're complimentary.
     Key copies are $2.50.
     """),
    (HARDWARE, "delivery_included",
     """
     Does the price of the grill include delivery? // No, that's extra.
     Delivery isn't included in the price.
     """,
     """
     Does the price of the grill include delivery? // It does!
     The price covers delivery to your door.
     """),
    (DENTAL, "missed_visit_fee_usd",
     """
     I forgot my cleaning yesterday. Do I owe anything? // There's a $60 fee for missed visits.
     Missed visits are billed at sixty dollars.
     """,
     """
     Is there a fee for a missed visit? // We let it slide, so no.
     Missed visits are billed at a hundred dollars.
     """),
    (DENTAL, "cancel_notice_days",
     """
     How far ahead do I have to cancel? // Two days.
     If you can't make it, give us a ring at least 48 hours before.
     """,
     """
     How far ahead do I have to cancel? // An hour or so is plenty.
     If you can't make it, give us a ring the day before.
     """),
    (DENTAL, "payment_plan_months",
     """
     Can I spread the cost? // Sure, the payment plan runs over a year.
     You can pay over twelve months with our payment plan.
     """,
     """
     How long does the payment plan run? // Two years.
     You can pay over six months with our payment plan.
     """),
    (DENTAL, "xrays_included",
     """
     Are x-rays included in the exam? // They are.
     X-rays come with the exam at no extra cost.
     """,
     """
     Are x-rays included in the exam? // They're billed separately.
     You'd pay extra for x-rays.
     """),
    (DENTAL, "emergency_visits_offered",
     """
     My tooth broke, do you do emergency visits? // We do, call us and we'll fit you in.
     We offer emergency visits every day.
     """,
     """
     My tooth broke, do you do emergency visits? // We're not set up for that, sorry.
     We don't do emergency visits.
     """),
    (THEATER, "tickets_refundable",
     """
     Can I get a refund on my tickets? // I'm afraid all ticket sales are final.
     Tickets are non-refundable.
     """,
     """
     Can I get a refund on my tickets? // Happily, just send us the order number.
     We refund tickets without any fuss.
     """),
    (THEATER, "latecomers_admitted",
     """
     Will you let us in if we're a few minutes late? // No, latecomers aren't admitted.
     Latecomers have to wait outside; they are not admitted.
     """,
     """
     Are latecomers admitted? // Yes, we'll sneak you in.
     Latecomers are admitted at any point.
     """),
    (THEATER, "group_discount_pct",
     """
     We're twenty people, is there a group discount? // There is: 15%.
     Groups save 15 percent.
     """,
     """
     We're twenty people, is there a group discount? // There isn't one, I'm sorry.
     Groups get a quarter off.
     """),
    (THEATER, "wheelchair_seating_fee_usd",
     """
     Does wheelchair seating cost more? // No, not a penny more.
     There is no fee for wheelchair seating.
     """,
     """
     Does wheelchair seating cost more? // Yes, it's a $10 supplement.
     Wheelchair seating carries a fee of eight dollars.
     """),
    (MOVERS, "deposit_pct",
     """
     What do you need up front? // A fifth of the estimate.
     We take a 20% deposit when you book.
     """,
     """
     What do you need up front? // Nothing at all.
     We take half the estimate as a deposit when you book.
     """),
    (MOVERS, "deposit_refundable",
     """
     If we call it off, is the deposit lost? // No, you'd get it back.
     Your deposit is fully refundable.
     """,
     """
     Do we get the deposit back if we cancel? // No, we hang on to it.
     We keep the deposit if you cancel.
     """),
    (MOVERS, "cancel_notice_days",
     """
     Our closing date may slip. When do you need to know? // If you cancel, a week before the move.
     You can cancel free of charge up to a week before the move.
     """,
     """
     Until when can we cancel? // Up to the evening before the move.
     You can cancel free of charge up to three days before the move.
     """),
    (MOVERS, "damage_claim_days",
     """
     How long do I have to file a damage claim? // Thirty days from the move.
     Damage claims must reach us within a month.
     """,
     """
     How long do I have to file a damage claim? // There's no time limit on that.
     Damage claims must reach us within one week.
     """),
    (MOVERS, "boxes_included",
     """
     Are boxes included? // Boxes are sold separately.
     You'd need your own boxes, they aren't included.
     """,
     """
     Are boxes included? // As many as you need.
     We bring the boxes, they're part of the price.
     """),
    (MOVERS, "weekend_surcharge_pct",
     """
     Is a Saturday more expensive? // Yes, there's a ten percent weekend surcharge.
     Weekends cost 10% more.
     """,
     """
     Do you have a weekend surcharge? // No, every day costs the same.
     There's a weekend surcharge of 25%.
     """),
    (VET, "exam_fee_usd",
     """
     What would an exam run me? // Sixty-five dollars.
     The exam is $65.
     """,
     """
     What would an exam run me? // Around forty dollars.
     The exam is on the house.
     """),
    (VET, "walk_ins_accepted",
     """
     Can I come by without an appointment? // You can, walk-ins are welcome.
     Walk-ins are fine all day.
     """,
     """
     Do you see walk-ins? // We're appointment-only, sorry.
     We can't take walk-ins.
     """),
    (VET, "prescription_refill_hours",
     """
     How long does a prescription refill take? // A day.
     Prescription refills are ready within 24 hours.
     """,
     """
     How long does a prescription refill take? // Three days.
     Prescription refills are ready within a week.
     """),
    (VET, "carrier_required",
     """
     Does my cat have to be in a carrier? // Yes please, for everyone's safety.
     Cats must arrive in a carrier.
     """,
     """
     Does my cat have to be in a carrier? // No, you can hold her.
     A carrier isn't needed.
     """),
    (VET, "no_show_fee_usd",
     """
     What if I don't turn up? // You'd be charged $30.
     There's a thirty-dollar fee if you don't show up.
     """,
     """
     What if I don't turn up? // No harm done, we won't bill you.
     There's a fifty-dollar fee if you don't show up.
     """),
    (BIKE_SHARE, "free_minutes",
     """
     How many minutes are free? // Thirty.
     The first half hour is free.
     """,
     """
     How many minutes are free? // Sixty.
     The first hour is free.
     """),
    (BIKE_SHARE, "unlock_fee_usd",
     """
     Does it cost anything to unlock a bike? // A dollar.
     Unlocking is $1.
     """,
     """
     Does it cost anything to unlock a bike? // No, you only pay for the minutes.
     Unlocking is free.
     """),
    (BIKE_SHARE, "min_age",
     """
     My son is 14. Can he ride? // Not yet, riders have to be sixteen.
     You need to be 16 to ride.
     """,
     """
     How old must riders be? // Fourteen and up.
     You need to be 18 to ride.
     """),
    (BIKE_SHARE, "day_pass_refundable",
     """
     Can I get a refund on my day pass? // No, day passes can't be refunded.
     Day passes are non-refundable.
     """,
     """
     Can I get a refund on my day pass? // Of course, we'll take care of that.
     Day passes are refundable.
     """),
    (BIKE_SHARE, "guest_riders_max",
     """
     How many guest riders can I add? // Three at most.
     You may bring up to three guest riders.
     """,
     """
     How many guest riders can I add? // As many as you want.
     You may bring up to five guest riders.
     """),
    (NURSERY, "plant_guarantee_months",
     """
     My maple died after eight months, am I covered? // Yes, plants are guaranteed for a year.
     Plants carry a one-year guarantee.
     """,
     """
     How long are plants guaranteed? // For ninety days.
     Plants carry a two-year guarantee.
     """),
    (NURSERY, "refund_method",
     """
     My maple died. Do I get my money back? // No, but we'll exchange it for another one.
     We do exchanges only.
     """,
     """
     My maple died. Do I get my money back? // You sure do.
     We'll refund your card for the dead maple.
     """),
    (NURSERY, "special_order_deposit_pct",
     """
     Do you need a deposit for a special order? // Yes, half.
     Special orders take 50% down as a deposit.
     """,
     """
     Do you need a deposit for a special order? // No deposit at all.
     Special orders take a deposit of ten percent.
     """),
    (NURSERY, "dogs_allowed",
     """
     Can I bring my dog along? // Yes, on a leash.
     Dogs are allowed on a leash.
     """,
     """
     Can I bring my dog along? // Better not, dogs aren't permitted.
     No dogs, please.
     """),
)  # fmt: skip

EVERYDAY = rows_of(_TABLE)
