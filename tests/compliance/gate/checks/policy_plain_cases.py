"""Statements of the terms of a marina, a kennel, a print shop and a club, right and wrong.

The fifth table, written as a whole before any of its rows was run: keys that end in the thing
itself, counts of nights and feet, prices of what is included, and terms that are denied outright.
"""

from __future__ import annotations

from typing import Any

from compliance.gate.types import Unit
from tests.compliance.gate.checks.policy_generality_cases import rows_of

D, H, MIN, MO = Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.MONTHS
USD, PCT, AGE, COUNT = Unit.MONEY, Unit.PERCENT, Unit.AGE, Unit.COUNT
YES_NO, CHOICE, LIST = Unit.BOOLEAN, Unit.CHOICE, Unit.LIST

MARINA = {
    "walk_ins": (YES_NO, False),
    "overnight_docking": (YES_NO, True),
    "late_cancel_fee_nights": (COUNT, 2),
    "no_show_fee_nights": (COUNT, 1),
    "boat_max_length_feet": (COUNT, 40),
    "shore_power_included": (YES_NO, True),
    "pump_out_included": (YES_NO, False),
    "incidental_deposit_usd": (USD, 120),
    "pets_allowed": (YES_NO, True),
    "min_age": (AGE, 16),
    "fuel_discount_pct": (PCT, 6),
}
KENNEL = {
    "same_day_boarding": (YES_NO, False),
    "emergency_visits": (YES_NO, True),
    "playtime_included": (YES_NO, True),
    "pickup_late_fee_usd": (USD, 15),
    "webcam_included": (YES_NO, False),
    "long_stay_deposit_usd": (USD, 75),
    "long_stay_discount_pct": (PCT, 12),
    "boarding_min_nights": (COUNT, 2),
    "visit_no_show_fee_usd": (USD, 20),
    "vaccination_required": (YES_NO, True),
    "accepts_cash": (YES_NO, False),
}
PRINTER = {
    "rounds_up_donations": (YES_NO, False),
    "prints_photos": (YES_NO, True),
    "delivery_min_usd": (USD, 40),
    "design_deposit_pct": (PCT, 30),
    "interest_free_plan_months": (MO, 6),
    "refund_method": (CHOICE, "original_payment"),
    "setup_fee_usd": (USD, 22),
    "paper_samples_free": (YES_NO, True),
    "file_storage_months": (MO, 12),
}
CLUB = {
    "locker_rental_usd": (USD, 9),
    "guest_passes_per_month": (COUNT, 3),
    "parking_included": (YES_NO, False),
    "points_expire_months": (MO, 18),
    "sauna_included": (YES_NO, True),
    "youth_min_age": (AGE, 12),
    "class_no_show_fee_usd": (USD, 6),
    "atm_withdrawal_daily_limit_usd": (USD, 300),
    "plan_cancel_notice_days": (D, 14),
}
_TABLE: tuple[tuple[dict[str, tuple[Unit, Any]], str, str, str], ...] = (
    (
        MARINA,
        "walk_ins",
        """
We don't take walk-ins.
You'd need a reservation, I'm afraid.
Please book ahead, walk-ins can't be fitted in.
""",
        """
Walk-ins are welcome.
Just walk in, no booking needed.
You can simply drop in without a reservation.
""",
    ),
    (
        MARINA,
        "overnight_docking",
        """
Overnight docking is possible.
You can dock overnight.
""",
        """
We don't allow overnight docking.
Overnight docking isn't possible here.
Docking overnight is not permitted.
""",
    ),
    (
        MARINA,
        "late_cancel_fee_nights",
        """
A late cancellation costs two nights.
Cancel late and we charge two nights.
""",
        """
A late cancellation costs one night.
Cancelling late is charged at three nights.
If you cancel late, you pay for four nights.
""",
    ),
    (
        MARINA,
        "no_show_fee_nights",
        """
A no-show is charged one night.
""",
        """
A no-show is charged three nights.
If you don't show up, two nights are charged.
""",
    ),
    (
        MARINA,
        "boat_max_length_feet",
        """
Boats of up to 40 feet fit.
The longest boat we take is forty feet long.
""",
        """
Boats of up to 55 feet in length fit.
The maximum length of a boat is thirty feet.
""",
    ),
    (
        MARINA,
        "shore_power_included",
        """
Shore power is part of your fee.
You plug in to shore power at no extra cost.
""",
        """
Shore power is $8 a night.
Shore power runs ten dollars a day.
We have no shore power.
There's no shore power at our docks.
""",
    ),
    (
        MARINA,
        "pump_out_included",
        """
A pump-out is $15.
Pump-outs cost extra.
""",
        """
A pump-out is part of the fee.
Pump-outs are free.
""",
    ),
    (
        MARINA,
        "incidental_deposit_usd",
        """
We put a $120 hold on your card for incidentals.
""",
        """
We put a $60 hold on your card for extras.
A $200 authorization goes on your card.
There's no hold on your card.
""",
    ),
    (
        MARINA,
        "pets_allowed",
        """
Dogs are fine on the docks.
""",
        """
We're a pet-free marina.
We are a pet-free house, sorry.
""",
    ),
    (
        MARINA,
        "fuel_discount_pct",
        """
You save six percent on fuel.
""",
        """
We have no discount on fuel.
There's no fuel discount.
We don't offer a discount on fuel.
""",
    ),
    (
        KENNEL,
        "same_day_boarding",
        """
We can't board a dog the same day.
Same-day boarding isn't possible.
""",
        """
Same-day boarding is no problem.
We take same-day boarding.
""",
    ),
    (
        KENNEL,
        "emergency_visits",
        """
Emergency visits are possible at any time.
We see emergencies.
""",
        """
We don't take emergency visits.
Emergency visits aren't possible here.
We have no emergency visits.
""",
    ),
    (
        KENNEL,
        "playtime_included",
        """
Playtime comes with every stay.
Playtime is on us.
""",
        """
Playtime is $6 a session.
Playtime runs five dollars.
There's no playtime.
Playtime is coin-operated.
""",
    ),
    (
        KENNEL,
        "webcam_included",
        """
The webcam is $4 a day.
We have no webcam.
""",
        """
The webcam is free with every stay.
The webcam comes at no extra charge.
""",
    ),
    (
        KENNEL,
        "long_stay_deposit_usd",
        """
We take $75 down for long stays.
""",
        """
We take $30 down for long stays.
Long stays are held with fifty dollars down.
Long stays need no deposit.
""",
    ),
    (
        KENNEL,
        "boarding_min_nights",
        """
We board for at least two nights.
""",
        """
We board for at least five nights.
Boarding takes a minimum of four nights.
""",
    ),
    (
        KENNEL,
        "visit_no_show_fee_usd",
        """
Skipping a visit costs $20.
""",
        """
There's no penalty if you skip a visit.
You pay nothing when you miss a visit.
You can skip a visit for nothing.
""",
    ),
    (
        PRINTER,
        "rounds_up_donations",
        """
We don't round up donations.
""",
        """
We round up your donations.
Our tills round donations up.
""",
    ),
    (
        PRINTER,
        "prints_photos",
        """
We print photos, too.
""",
        """
We don't print photos.
We no longer print photos.
""",
    ),
    (
        PRINTER,
        "delivery_min_usd",
        """
Delivery starts at orders of $40.
""",
        """
There's no minimum for delivery.
We deliver with no order minimum.
Orders of any size are delivered.
""",
    ),
    (
        PRINTER,
        "interest_free_plan_months",
        """
You can pay over six months without interest.
Do you have a payment plan? // Yes, six months at no interest.
""",
        """
You can pay over 24 months without interest.
Interest-free payments run for up to three months.
""",
    ),
    (
        PRINTER,
        "refund_method",
        """
We refund your card.
You'll see a bill credit of $5 as a thank-you.
""",
        """
We refund with print credit.
Refunds come as ink credit.
We can refund you in paper credit.
""",
    ),
    (
        PRINTER,
        "setup_fee_usd",
        """
Setup costs $22.
""",
        """
You get the setup for nothing.
We do the setup for nothing.
""",
    ),
    (
        CLUB,
        "guest_passes_per_month",
        """
You can bring three guests a month.
""",
        """
You can bring eight guests a month.
You may bring one guest every month.
""",
    ),
    (
        CLUB,
        "points_expire_months",
        """
You lose your points after 18 months.
""",
        """
You lose your points after six months.
Your points are gone after a year.
""",
    ),
    (
        CLUB,
        "sauna_included",
        """
The sauna is included.
There's no charge for the sauna.
""",
        """
The sauna is $7 a visit.
The sauna costs seven dollars.
We don't have a sauna.
We have no sauna.
""",
    ),
    (
        CLUB,
        "class_no_show_fee_usd",
        """
Skipping a class costs six dollars.
""",
        """
There's no fee if you skip a class.
We don't charge anything when you miss a class.
""",
    ),
    (
        CLUB,
        "atm_withdrawal_daily_limit_usd",
        """
The ATM gives at most $300 a day.
""",
        """
The ATM gives at most $500 a day.
You can take out up to $800 a day at the ATM.
""",
    ),
    (
        CLUB,
        "plan_cancel_notice_days",
        """
To stop the plan, tell us two weeks ahead.
""",
        """
You can stop the plan right up to the billing date.
To stop your plan, tell us three days ahead.
""",
    ),
)
PLAIN = rows_of(_TABLE)
