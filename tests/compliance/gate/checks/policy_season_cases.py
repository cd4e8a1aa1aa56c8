"""Statements of the terms of an ice rink, a photo studio and a garden center, right and wrong.

The fourth table, written as a whole before any of its rows was run.
"""

from __future__ import annotations

from typing import Any

from compliance.gate.types import Unit
from tests.compliance.gate.checks.policy_generality_cases import rows_of

D, H, MIN, MO = Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.MONTHS
USD, PCT, AGE, COUNT = Unit.MONEY, Unit.PERCENT, Unit.AGE, Unit.COUNT
YES_NO, CHOICE, LIST = Unit.BOOLEAN, Unit.CHOICE, Unit.LIST

ICE = {
    "skate_rental_fee_usd": (USD, 6),
    "spectator_entry_free": (YES_NO, True),
    "lesson_cancel_notice_hours": (H, 24),
    "lesson_refund_method": (CHOICE, "store_credit"),
    "party_deposit_pct": (PCT, 40),
    "party_min_guests": (COUNT, 10),
    "locker_deposit_usd": (USD, 5),
    "locker_deposit_refundable": (YES_NO, True),
    "late_entry_minutes": (MIN, 15),
    "rink_min_age": (AGE, 4),
    "helmet_required": (YES_NO, True),
    "lost_property_hold_days": (D, 30),
    "evening_discount_pct": (PCT, 25),
}
PHOTO = {
    "sitting_fee_usd": (USD, 60),
    "sitting_fee_credited": (YES_NO, False),
    "proof_turnaround_days": (D, 4),
    "reshoot_days": (D, 14),
    "print_refund_method": (CHOICE, "none"),
    "rush_fee_usd": (USD, 25),
    "gallery_online_months": (MO, 3),
    "pets_allowed": (YES_NO, True),
    "travel_radius_miles": (COUNT, 25),
    "travel_fee_usd": (USD, 40),
    "appointment_grace_minutes": (MIN, 10),
    "payment_plans_offered": (YES_NO, False),
    "album_deposit_pct": (PCT, 50),
}
GARDEN = {
    "plant_return_days": (D, 14),
    "plant_return_condition": (CHOICE, "undamaged"),
    "tool_return_days": (D, 60),
    "restocking_fee_pct": (PCT, 20),
    "delivery_fee_usd": (USD, 15),
    "free_delivery_minimum_usd": (USD, 100),
    "mower_warranty_months": (MO, 24),
    "blade_sharpening_fee_usd": (USD, 12),
    "storage_fee_usd": (USD, 50),
    "soil_test_fee_usd": (USD, 18),
    "soil_test_credited": (YES_NO, True),
    "accepts_cash": (YES_NO, False),
    "refund_method": (CHOICE, "original_payment"),
    "layaway_offered": (YES_NO, False),
    "workshop_fee_usd": (USD, 30),
    "hold_days": (D, 3),
    "price_match_days": (D, 0),
    "walk_ins_accepted": (YES_NO, True),
}
_TABLE: tuple[tuple[dict[str, tuple[Unit, Any]], str, str, str], ...] = (
    (
        ICE,
        "skate_rental_fee_usd",
        """
Skates are $6 a pair.
Do you rent skates? // We do, for six dollars.
Renting skates costs $6, and a locker needs a $5 deposit.
""",
        """
Skates are $8 a pair.
Do you rent skates? // We do, for nine dollars.
Skate hire is included in the ticket.
Renting skates runs $4.
""",
    ),
    (
        ICE,
        "spectator_entry_free",
        """
Watching is free.
Spectators come in for free.
""",
        """
Spectators pay $3 to come in.
Spectators need a ticket too.
There's a small charge for spectators.
""",
    ),
    (
        ICE,
        "lesson_cancel_notice_hours",
        """
Lessons can be called off up to a day before.
Can I cancel my lesson tomorrow? // Yes, as long as it's a day ahead.
""",
        """
Lessons can be called off up to two hours before.
You can cancel a lesson right up to the start.
We ask for two days' notice if you can't make a lesson.
Just let us know by the same morning if you need to cancel the lesson.
""",
    ),
    (
        ICE,
        "lesson_refund_method",
        """
If you cancel a lesson, you get store credit.
""",
        """
If you cancel a lesson, the money goes back to your card.
Cancel the lesson and we'll return your payment to your card.
Your lesson money comes back to you the way you paid.
""",
    ),
    (
        ICE,
        "party_deposit_pct",
        """
Parties are booked with 40% down.
We take forty percent up front for a party.
""",
        """
Parties are booked with 20% down.
We take half up front for a party.
A quarter of the party price is due when you book.
No deposit is needed for parties.
""",
    ),
    (
        ICE,
        "party_min_guests",
        """
A party starts at ten guests.
We are eight. Can we book a party? // Parties start at ten guests, so two more and you're in.
""",
        """
A party starts at six guests.
You need at least twelve guests for a party.
We are eight. Can we book a party? // Yes, eight guests is enough.
""",
    ),
    (
        ICE,
        "locker_deposit_refundable",
        """
You get the locker deposit back when you leave.
The five dollars for the locker come back to you.
""",
        """
The locker deposit isn't returned.
You won't get the locker deposit back.
We keep the locker deposit.
""",
    ),
    (
        ICE,
        "late_entry_minutes",
        """
How late can we come? // We let people in up to 15 minutes after the start.
Late entry is possible for a quarter of an hour.
""",
        """
How late can we come? // We let people in up to half an hour after the start.
Late entry is possible for 30 minutes.
We close the doors five minutes into the session, and there's no late entry after that.
""",
    ),
    (
        ICE,
        "helmet_required",
        """
Everyone wears a helmet on the ice.
Helmets are a must.
""",
        """
Helmets are optional.
You don't need a helmet.
It's up to you whether you wear a helmet.
""",
    ),
    (
        ICE,
        "lost_property_hold_days",
        """
We keep lost things for 30 days.
I left my scarf. How long do you keep things? // For thirty days.
""",
        """
We keep lost things for two weeks.
I left my scarf. How long do you keep things? // For sixty days.
Lost property is held for a week.
""",
    ),
    (
        ICE,
        "evening_discount_pct",
        """
Evenings are 25% off.
It's a quarter less in the evening.
""",
        """
Evenings are 15% off.
In the evening you save 30%.
Evening skating is half price.
""",
    ),
    (
        PHOTO,
        "sitting_fee_credited",
        """
The sitting fee is separate from your prints.
The sitting fee isn't taken off the prints.
""",
        """
The sitting fee comes off your print order.
We take the sitting fee off your prints.
Your $60 goes toward the prints you choose.
The sitting fee counts toward your prints.
""",
    ),
    (
        PHOTO,
        "proof_turnaround_days",
        """
Your proofs are ready in four days.
When will I see the proofs? // Four days after the session.
""",
        """
Your proofs are ready in two days.
When will I see the proofs? // About a week after the session.
Expect the proofs within ten days.
""",
    ),
    (
        PHOTO,
        "print_refund_method",
        """
We don't refund prints.
""",
        """
Prints can be refunded to your card.
We refund prints to the way you paid.
You can return prints for store credit.
""",
    ),
    (
        PHOTO,
        "rush_fee_usd",
        """
A rush order adds $25.
Can I have it tomorrow? // Yes, urgent orders are $25 extra.
""",
        """
A rush order adds $35.
Urgent orders cost $15 extra.
There's no charge for a rush.
""",
    ),
    (
        PHOTO,
        "gallery_online_months",
        """
Your gallery stays online for three months.
""",
        """
Your gallery stays online for six months.
Your gallery is online for a year.
The online gallery comes down after 30 days.
""",
    ),
    (
        PHOTO,
        "travel_radius_miles",
        """
We travel up to 25 miles.
The lake is 60 miles from here.
""",
        """
We travel up to 40 miles.
We'll come to you anywhere within 50 miles.
""",
    ),
    (
        PHOTO,
        "appointment_grace_minutes",
        """
We can wait ten minutes for you.
I'm running late. // We hold your appointment for ten minutes.
""",
        """
I'm running late. // We hold your appointment for half an hour.
Our grace period is 20 minutes.
You have a five-minute grace period.
""",
    ),
    (
        PHOTO,
        "payment_plans_offered",
        """
We can't split the price into payments.
Can I pay in installments? // Sorry, we don't offer payment plans.
""",
        """
Can I pay in installments? // Of course, three payments are fine.
You can pay it off over three months.
We're happy to set up a payment plan.
""",
    ),
    (
        GARDEN,
        "plant_return_days",
        """
Plants can come back within two weeks; tools have 60 days.
Can I return the fern? // Plants have 14 days.
""",
        """
Plants can come back within a month.
Can I return the fern? // Plants have 30 days.
You have seven days to return a plant.
Plants and tools both have 60 days.
""",
    ),
    (
        GARDEN,
        "tool_return_days",
        """
Tools can be returned for two months.
""",
        """
Tools can be returned for 30 days.
Tools have two weeks.
You have ninety days to bring a tool back.
""",
    ),
    (
        GARDEN,
        "restocking_fee_pct",
        """
We keep 20% as a restocking fee.
You get 80% back after restocking.
""",
        """
We keep 10% for restocking.
There's no restocking fee.
Restocking takes fifteen percent off your refund.
""",
    ),
    (
        GARDEN,
        "free_delivery_minimum_usd",
        """
Delivery is free from $100.
Delivery is $15, and free over $100.
""",
        """
Delivery is free from $75.
Delivery is free over $50.
Spend $60 and delivery is on us.
""",
    ),
    (
        GARDEN,
        "mower_warranty_months",
        """
Mowers are covered for two years.
The mower comes with a 24-month warranty.
""",
        """
Mowers are covered for a year.
The mower comes with a 12-month warranty.
Your mower is guaranteed for three years.
""",
    ),
    (
        GARDEN,
        "soil_test_credited",
        """
The $18 for the soil test comes off your first order.
""",
        """
The soil test isn't credited toward an order.
The soil test fee is separate and isn't taken off.
""",
    ),
    (
        GARDEN,
        "accepts_cash",
        """
We don't take cash.
Please bring a card, as we're cashless.
""",
        """
You can pay cash.
Cash works too.
Cash or card, both are fine.
""",
    ),
    (
        GARDEN,
        "layaway_offered",
        """
We don't do layaway.
""",
        """
Layaway is available.
You can put it on layaway.
We do layaway on mowers.
""",
    ),
    (
        GARDEN,
        "hold_days",
        """
We can hold it for three days.
""",
        """
We can hold it for a week.
We'll set it aside for two days.
Can you keep it for me? // Sure, for ten days.
""",
    ),
    (
        GARDEN,
        "price_match_days",
        """
We don't match prices.
""",
        """
We match prices for 30 days.
If you find it for less, we'll match it.
We'll refund the difference if the price drops.
""",
    ),
)

SEASONS = rows_of(_TABLE)
