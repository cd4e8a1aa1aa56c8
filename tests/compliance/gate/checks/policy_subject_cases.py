"""Replies in which an amount is of another thing than the term that shares its unit.

Written before the check was worked on for it: whose age a number is, what is counted in miles, how
long ahead something has to be said, and how money goes back.
"""

from __future__ import annotations

from typing import Any

from compliance.gate.types import Unit
from tests.compliance.gate.checks.policy_generality_cases import rows_of

D, H, MIN, MO = Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.MONTHS
USD, PCT, AGE, COUNT = Unit.MONEY, Unit.PERCENT, Unit.AGE, Unit.COUNT
YES_NO, CHOICE = Unit.BOOLEAN, Unit.CHOICE

MUSEUM = {
    "senior_age": (AGE, 62),
    "senior_discount_pct": (PCT, 20),
    "tour_cancel_notice_hours": (H, 72),
    "audio_guide_fee_usd": (USD, 6),
    "refund_method": (CHOICE, "store_credit"),
    "workshop_notice_days": (D, 5),
}
BOATS = {
    "skipper_min_age": (AGE, 21),
    "towing_radius_miles": (COUNT, 8),
    "engine_warranty_months": (MO, 18),
    "refund_method": (CHOICE, "original_payment"),
    "mooring_cancel_notice_days": (D, 3),
    "hull_service_interval_miles": (COUNT, 500),
}
FLORIST = {
    "delivery_radius_miles": (COUNT, 7),
    "wedding_order_notice_days": (D, 21),
    "bouquet_order_notice_hours": (H, 24),
    "refund_method": (CHOICE, "house_credit"),
    "workshop_min_age": (AGE, 12),
}
MOPEDS = {
    "rider_min_age": (AGE, 19),
    "ticket_refund_method": (CHOICE, "original_payment"),
    "pickup_radius_miles": (COUNT, 4),
    "reservation_notice_hours": (H, 48),
    "urgent_repair_fee_usd": (USD, 90),
    "repair_fee_usd": (USD, 55),
}

_TABLE: tuple[tuple[dict[str, tuple[Unit, Any]], str, str, str], ...] = (
    (MUSEUM, "senior_age",
     """
     The rooftop café pours wine for visitors 21 and over.
     You must be 18 or older to join the late-night life drawing.
     Visitors 21 and up may order cocktails, and seniors 62 and over save 20%.
     Is there a drinks reception? // There is. Drinks are for guests 21 and over, with ID.
     Anyone 16 or older may borrow an easel.
     Seniors are 62 and over with us.
     Do you have a senior rate? // Yes, for everyone 62 and over.
     """,
     """
     Seniors are visitors 65 and over.
     The senior rate is for guests 60 and up.
     Do you have a senior price? // Yes, for everyone 65 and over.
     You count as a senior from the age of 65.
     """),
    (BOATS, "skipper_min_age",
     """
     Beer on the terrace is for guests 18 and over.
     Skippers must be 21 or older.
     Sailors 75 and over need a doctor's note.
     """,
     """
     You can skipper a boat at 18 and over.
     Skippers must be at least 18 years old.
     How old do I have to be to skipper? // You must be 18 or older.
     """),
    (BOATS, "towing_radius_miles",
     """
     The engine is under warranty for 1,000 miles or 18 months.
     We tow within eight miles of the harbor.
     The trip around the island is twelve miles.
     After the first 50 miles, have the oil changed.
     """,
     """
     We tow boats within fifteen miles of the harbor.
     Our towing radius is 12 miles.
     How far do you tow? // Up to twenty miles from here.
     """),
    (FLORIST, "delivery_radius_miles",
     """
     We deliver within seven miles of the shop.
     Our roses come from a farm 40 miles away.
     The van has an electric range of 120 miles.
     """,
     """
     We deliver within ten miles of the shop.
     Do you deliver to Hadley? // We do, up to twelve miles out.
     Delivery covers a 15-mile radius.
     """),
    (MOPEDS, "pickup_radius_miles",
     """
     The battery lasts for sixty miles on one charge.
     Rentals include two hundred miles a week.
     We pick you up within four miles.
     """,
     """
     We pick you up within nine miles.
     Our pickup radius is ten miles.
     """),
    (MOPEDS, "repair_fee_usd",
     """
     A repair is $55, and an urgent repair is $90.
     What does an urgent repair cost? // An urgent repair is $90.
     What is a rush repair? // A rush repair is $90.
     We can fix it tonight; an express repair costs $90.
     """,
     """
     A repair is $70.
     What does a repair cost? // A repair is $60.
     """),
    (FLORIST, "bouquet_order_notice_hours",
     """
     We need a day's notice for a bouquet.
     Order your bouquet a day ahead.
     A bouquet needs twenty-four hours' notice.
     """,
     """
     We only need two hours' notice for a bouquet.
     A bouquet needs three days' notice.
     Order your bouquet two days ahead.
     For a bouquet we ask for half a day's notice.
     """),
    (FLORIST, "wedding_order_notice_days",
     """
     Can you do our wedding on the 20th? // We need three weeks' notice for wedding orders.
     Wedding orders need 21 days' notice.
     """,
     """
     Can you do our wedding on the 20th? // We need two weeks' notice for wedding orders.
     We only ask for a week's notice for wedding flowers.
     Order your wedding flowers ten days ahead.
     Weddings need 14 days' notice, so there's time to spare.
     """),
    (MOPEDS, "reservation_notice_hours",
     """
     Reservations need two days' notice.
     Please reserve two days ahead.
     Can I reserve for Saturday? // Yes, we need two days' notice, so you're fine.
     """,
     """
     Reservations need one day's notice.
     Please reserve a day ahead.
     Can I reserve for Saturday? // Yes, we only need a day's notice.
     Reserve with twelve hours to spare and you're set.
     """),
    (MUSEUM, "tour_cancel_notice_hours",
     """
     You can cancel a tour with three days to spare.
     Cancel your tour three days out and nothing is charged.
     A tour can be cancelled with three days' notice.
     """,
     """
     You can cancel a tour with a day to spare.
     A tour can be cancelled with one day's notice.
     Cancel your tour the day before and nothing is charged.
     You may cancel the tour up to two days ahead.
     """),
    (BOATS, "mooring_cancel_notice_days",
     """
     A mooring can be cancelled with 72 hours to spare.
     Cancel your mooring three days before you arrive.
     """,
     """
     A mooring can be cancelled with 24 hours to spare.
     Cancel your mooring with a week's notice.
     Give us a day's notice if you cancel the mooring.
     """),
    (MUSEUM, "refund_method",
     """
     Can I get my money back for the print? // We refund it as store credit.
     The refund comes as store credit, not to your card.
     The refund goes onto a museum credit for your next visit.
     """,
     """
     The refund goes straight back to your bank card.
     Can I return the print? // Yes, the money goes right back onto the card you used.
     We'll refund you the same way you paid.
     Your refund will land on your Visa in a few days.
     The money is returned to the card you paid with.
     You'd see the refund on your card within a week.
     Your money will be sent directly back to your account.
     Refunds are made to whatever payment you used.
     We'll put it back on the card.
     The amount goes automatically back to the card on file.
     The charge will simply be reversed.
     """),
    (FLORIST, "refund_method",
     """
     We'd credit it to your house account for the next order.
     The refund is a house credit.
     """,
     """
     Refunds go straight onto your debit card.
     The refund heads back to your checking account.
     You will get the money back in the form you paid.
     """),
    (BOATS, "refund_method",
     """
     The refund goes straight back to your credit card.
     We refund you the way you paid.
     Your money goes back to the card you used.
     """,
     """
     The refund goes onto a gift card.
     We refund it as credit for your next trip.
     Returns are refunded as store credit.
     The refund comes in the form of a credit with us.
     We'd give you a credit toward another rental instead of a refund.
     The refund is paid out in house credit.
     """),
    (MOPEDS, "ticket_refund_method",
     """
     The ticket refund goes straight back to your card.
     Can I get a refund for my tickets? // You can, the refund lands back on your card.
     """,
     """
     Can I get a refund for my tickets? // You can, it comes as a credit on your account with us.
     The ticket refund goes straight onto a gift card.
     Ticket refunds are given as a credit for a later ride.
     """),
)  # fmt: skip

SUBJECTS = rows_of(_TABLE)
