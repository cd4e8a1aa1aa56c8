"""Statements of the terms of nine made-up businesses, in the words people use, right and wrong.

They were written as a whole before any of them was run. Each term stands as an operator would key
it, with nothing but its key and value to go by; half of the replies leave the term to the
customer's question. Replies with a question and without take turns, so every second pair is held
out: half of each kind for every term.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from compliance.gate.types import Unit

D, H, MIN, MO = Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.MONTHS
USD, PCT, AGE, COUNT = Unit.MONEY, Unit.PERCENT, Unit.AGE, Unit.COUNT
YES_NO, CHOICE, LIST = Unit.BOOLEAN, Unit.CHOICE, Unit.LIST

BIKE_SHOP = {
    "return_window_days": (D, 60),
    "refund_method": (CHOICE, "store_credit"),
    "rental_late_fee_usd": (USD, 15),
    "helmet_included": (YES_NO, True),
    "tune_up_warranty_days": (D, 30),
    "trade_ins_accepted": (YES_NO, False),
    "final_sale": (LIST, ("helmets", "inner tubes")),
}
OPTICIAN = {
    "frame_warranty_months": (MO, 12),
    "remake_free_days": (D, 45),
    "eye_exam_fee_usd": (USD, 80),
    "prescription_required": (YES_NO, True),
    "adjustment_fee_usd": (USD, 0),
    "contact_lens_return_days": (D, 30),
    "walk_ins_accepted": (YES_NO, False),
}
CAMPGROUND = {
    "cancel_notice_hours": (H, 48),
    "cancel_fee_pct": (PCT, 50),
    "pets_allowed": (YES_NO, True),
    "extra_vehicle_fee_usd": (USD, 10),
    "max_guests_per_site": (COUNT, 6),
    "campfires_allowed": (YES_NO, False),
    "check_out_by": (CHOICE, "11:00"),
    "deposit_refundable": (YES_NO, False),
}
DAYCARE = {
    "late_pickup_fee_usd": (USD, 20),
    "late_pickup_grace_minutes": (MIN, 10),
    "withdrawal_notice_days": (D, 30),
    "sibling_discount_pct": (PCT, 15),
    "meals_included": (YES_NO, True),
    "min_age_months": (MO, 6),
    "registration_fee_refundable": (YES_NO, False),
}
FURNITURE = {
    "delivery_fee_usd": (USD, 75),
    "restocking_fee_pct": (PCT, 20),
    "assembly_included": (YES_NO, False),
    "damage_report_days": (D, 3),
    "deposit_pct": (PCT, 25),
    "price_match_offered": (YES_NO, True),
    "refund_method": (CHOICE, "original_payment"),
    "exchange_window_days": (D, 14),
}
CINEMA = {
    "ticket_refund_cutoff_minutes": (MIN, 60),
    "booking_fee_usd": (USD, 2),
    "outside_food_allowed": (YES_NO, False),
    "senior_age": (AGE, 62),
    "accepts_cash": (YES_NO, False),
    "guest_passes_per_month": (COUNT, 2),
    "gift_card_expiry_months": (MO, 24),
}
CLIMBING = {
    "min_age": (AGE, 8),
    "waiver_required": (YES_NO, True),
    "shoe_rental_fee_usd": (USD, 6),
    "freeze_max_months": (MO, 4),
    "membership_cancel_notice_days": (D, 14),
    "no_show_fee_usd": (USD, 10),
    "guests_allowed": (YES_NO, True),
}
STORAGE = {
    "access_fee_usd": (USD, 0),
    "late_fee_pct": (PCT, 10),
    "payment_grace_days": (D, 5),
    "insurance_required": (YES_NO, True),
    "move_out_notice_days": (D, 10),
    "lock_included": (YES_NO, True),
    "minimum_rental_months": (MO, 1),
}
CATERER = {
    "tasting_fee_usd": (USD, 40),
    "tasting_fee_credited": (YES_NO, True),
    "final_headcount_days": (D, 7),
    "overtime_fee_usd": (USD, 90),
    "gratuity_included": (YES_NO, False),
    "leftovers_allowed": (YES_NO, True),
    "reschedule_fee_usd": (USD, 0),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A reply to a question, and the term that it states wrongly (``""``: it is right)."""

    number: int
    terms: dict[str, tuple[Unit, Any]]
    ask: str
    reply: str
    wrong: str

    @property
    def held_out(self) -> bool:
        """Say whether the row was only measured while the check was worked on."""
        pair = (self.number - 1) // 2
        return (pair + pair // 4) % 2 == 1


# terms, key, right replies, wrong replies; a reply may follow its question after "//"
_TABLE: tuple[tuple[dict[str, tuple[Unit, Any]], str, str, str], ...] = (
    (
        BIKE_SHOP,
        "return_window_days",
        """
        How long do I have to return these? // You have two months from the day you bought them.
        You can bring unused parts back any time in the first sixty days.
        Can I still return a jacket I got three weeks ago? // Yes, you have 60 days for that.
        Returns are fine for a full two months.
        """,
        """
        How long do I have to return these pedals? // You've got a fortnight.
        Feel free to bring it back whenever suits you, there is no deadline.
        What's your return policy? // Ninety days, no questions asked.
        We only take things back within a week of purchase.
        """,
    ),
    (
        BIKE_SHOP,
        "refund_method",
        """
        If I bring lights back, do I get cash? // No, we give you a credit to spend in the shop.
        Returned items are refunded as shop credit.
        How will I get my money back? // It goes onto a voucher you can spend with us.
        You'll leave with store credit for the full amount.
        """,
        """
        If I bring the lights back, do I get cash? // Of course, no problem.
        You'll get the money back on your card.
        How will I get my money back? // It goes right back to whatever you paid with.
        We can hand you the cash at the counter when you return it.
        """,
    ),
    (
        BIKE_SHOP,
        "rental_late_fee_usd",
        """
        What happens if I bring the rental bike back late? // There is a fifteen-dollar charge.
        Bringing the rental back late costs you $15.
        Is there a penalty for a late rental? // Yes, $15.00.
        A late rental adds 15 dollars to your bill.
        """,
        """
        What happens if I bring the rental bike back late? // Nothing at all, take your time.
        Late rentals are billed an extra twenty-five dollars.
        Is there a penalty for a late rental? // No, we don't charge anything for that.
        If the rental comes back late, we add $50.
        """,
    ),
    (
        BIKE_SHOP,
        "helmet_included",
        """
        Do I need to bring my own helmet for the rental? // No, a helmet comes with every bike.
        Every bike comes with a helmet at no extra cost.
        Is a helmet included? // It is.
        There's no need to pay separately for a helmet.
        """,
        """
        Is a helmet included? // Afraid not, that one is extra.
        Helmets cost extra.
        Do rentals come with a helmet? // You would have to rent one separately.
        A helmet isn't part of the rental, so bring your own.
        """,
    ),
    (
        BIKE_SHOP,
        "trade_ins_accepted",
        """
        Would you take my old bike as a trade-in? // I'm afraid that's not something we do.
        We don't do trade-ins.
        Can I trade in my road bike? // Sadly no.
        Trade-ins aren't possible at our shop.
        """,
        """
        Would you take my old bike as a trade-in? // We'd be happy to!
        You're welcome to trade in your old bike.
        Can I trade in my road bike? // Absolutely, bring it along.
        We gladly take trade-ins.
        """,
    ),
    (
        BIKE_SHOP,
        "final_sale",
        """
        Can I return this helmet? // Sorry, all helmet sales are final.
        Inner tubes can't be returned.
        Are inner tubes returnable? // No, they are final sale.
        Helmets are ours to keep sold: no returns on those.
        """,
        """
        Can I return this helmet? // Sure, just bring it in.
        Saddles are final sale.
        Are inner tubes returnable? // Yes, they can come back like anything else.
        You can send the helmet back if it doesn't fit.
        """,
    ),
    (
        OPTICIAN,
        "frame_warranty_months",
        """
        How long is the warranty on the frames? // One year.
        Frames are covered for twelve months.
        My frame broke, is it under warranty? // Yes, frames are guaranteed for a year.
        We guarantee every frame for a full year.
        """,
        """
        How long is the warranty on the frames? // Two years.
        Your frames are guaranteed for life.
        How long are frames covered? // They are protected for half a year.
        The frame warranty runs for 24 months.
        """,
    ),
    (
        OPTICIAN,
        "eye_exam_fee_usd",
        """
        How much is an eye exam? // It's eighty dollars.
        Eye exams run $80.
        What do you charge for an eye test? // $80 flat.
        An eye exam will set you back eighty bucks.
        """,
        """
        How much is an eye exam? // That's free.
        Eye exams are on us.
        What do you charge for an eye exam? // Just $45.
        Your eye exam won't cost you a thing.
        """,
    ),
    (
        OPTICIAN,
        "adjustment_fee_usd",
        """
        What does an adjustment cost? // Not a cent.
        We adjust your glasses free of charge.
        Do you charge for adjustments? // No, never.
        Adjustments are always complimentary.
        """,
        """
        What does an adjustment cost? // Ten dollars.
        Adjustments carry a small fee of $12.
        Do you charge for adjustments? // Yes, there's a small charge.
        We bill $5 for each adjustment.
        """,
    ),
    (
        OPTICIAN,
        "prescription_required",
        """
        Can I order lenses without a prescription? // No, we have to see a valid one first.
        We can't make lenses without a prescription.
        Do I need a prescription? // You do.
        Please bring your prescription, as we need it to place the order.
        """,
        """
        Can I order lenses without a prescription? // Yes, that's no problem.
        You don't need a prescription.
        Do I need a prescription? // Not at all.
        A prescription is not necessary to order with us.
        """,
    ),
    (
        OPTICIAN,
        "walk_ins_accepted",
        """
        Can I just drop by for an exam? // You would need an appointment.
        We see people by appointment only.
        Do you take walk-ins? // Unfortunately we don't.
        We can't see anyone without an appointment.
        """,
        """
        Can I just drop by? // Sure, come any time.
        No appointment needed, just walk in.
        Do you take walk-ins? // We do!
        Feel free to stop in without booking.
        """,
    ),
    (
        CAMPGROUND,
        "cancel_notice_hours",
        """
        Is there a fee to cancel? // Not if you tell us two days ahead.
        We'd need to know two days before you arrive if you want to call it off.
        How late can I cancel? // Up to 48 hours before arrival.
        Please give us two days' notice if your plans change.
        """,
        """
        Is there a fee to cancel? // Not if you tell us the day before.
        Just let us know by the night before if you have to cancel.
        How late can I cancel? // Up until the morning of your stay.
        We need a week's notice for cancellations.
        """,
    ),
    (
        CAMPGROUND,
        "cancel_fee_pct",
        """
        What do you keep if I cancel late? // Half of the booking.
        A late cancellation costs half the price of the stay.
        How much is the cancellation fee? // Fifty percent of the stay.
        If you cancel too late, we charge 50% of the total.
        """,
        """
        What do you keep if I cancel late? // A quarter of the booking.
        If you cancel late, we keep the whole amount.
        How much is the cancellation fee? // There isn't one.
        You pay nothing when you cancel late.
        """,
    ),
    (
        CAMPGROUND,
        "pets_allowed",
        """
        Is it OK to bring our dog? // Yes, dogs are more than welcome.
        Your four-legged friend is welcome to join you.
        Can we bring a cat? // Sure.
        We are happy to have pets stay with you.
        """,
        """
        Is it OK to bring our dog? // I'm sorry, but please leave him at home.
        We have a strict no-pets rule.
        Can we bring a cat? // Sorry, that isn't allowed.
        Pets have to stay home.
        """,
    ),
    (
        CAMPGROUND,
        "max_guests_per_site",
        """
        How many people fit on one site? // Up to six.
        Each site takes six guests at most.
        Can eight of us share a site? // No, the limit is six guests per site.
        You can have half a dozen guests on one site.
        """,
        """
        How many guests can we have on one site? // Eight.
        Each site takes up to ten guests.
        Can eight of us share a site? // Yes, up to 8 guests is fine.
        There is no limit on guests per site.
        """,
    ),
    (
        CAMPGROUND,
        "campfires_allowed",
        """
        Can we have a campfire? // I'm afraid campfires are off the table.
        Campfires are prohibited.
        Are campfires okay? // They're not, sorry.
        Please note that you may not light a campfire.
        """,
        """
        Can we have a campfire? // Go right ahead.
        Campfires are fine here.
        Are campfires okay? // They sure are.
        You may light a campfire in the evening.
        """,
    ),
    (
        CAMPGROUND,
        "deposit_refundable",
        """
        Do I get my deposit back if I cancel? // No, we keep it.
        The deposit is non-refundable.
        Is the deposit refundable? // It isn't.
        We are unable to return the deposit.
        """,
        """
        Do I get my deposit back if I cancel? // Yes, every cent of it.
        You will get your deposit back.
        Is the deposit refundable? // Fully.
        We return the deposit in full when you leave.
        """,
    ),
    (
        DAYCARE,
        "late_pickup_fee_usd",
        """
        What if I'm late for pickup? // We add $20 to your bill.
        Picking up late means a twenty-dollar charge.
        Is there a late pickup fee? // Yes, it's $20.
        Late pickups cost 20 dollars.
        """,
        """
        What if I'm late for pickup? // No worries, there's no charge for that.
        We waive the late pickup fee.
        Is there a late pickup fee? // Yes, a dollar a minute.
        Late pickups cost 30 dollars.
        """,
    ),
    (
        DAYCARE,
        "late_pickup_grace_minutes",
        """
        How late can I be for pickup? // Ten minutes is fine.
        You have a ten-minute grace period at pickup.
        Do you have a grace period for late pickups? // Yes, 10 min.
        The first ten minutes after pickup time are forgiven.
        """,
        """
        How late can I be for pickup? // Half an hour is fine.
        You have a 15-minute grace period at pickup.
        Do you have a grace period for late pickups? // No, none.
        The first 30 min after pickup time are free.
        """,
    ),
    (
        DAYCARE,
        "withdrawal_notice_days",
        """
        We are moving. How much notice do you need to withdraw our son? // A month, please.
        To withdraw your child, tell us thirty days ahead.
        When should I tell you about a withdrawal? // At least 30 days before the last day.
        A withdrawal takes one month's notice.
        """,
        """
        We are moving. How much notice do you need to withdraw our son? // Two weeks is enough.
        You can withdraw your child at any time without notice.
        When should I tell you about a withdrawal? // Just let us know the week before.
        A withdrawal takes sixty days' notice.
        """,
    ),
    (
        DAYCARE,
        "sibling_discount_pct",
        """
        Do you have a discount for siblings? // Yes, fifteen percent.
        The second child gets 15% off.
        How much do we save with two kids? // Siblings get 15 percent off.
        We take 15% off for siblings.
        """,
        """
        Do you have a discount for siblings? // No, everyone pays the same.
        The second child is half price.
        How much is the sibling discount? // A quarter off.
        We take ten percent off for siblings.
        """,
    ),
    (
        DAYCARE,
        "meals_included",
        """
        Do I have to pack a lunch? // No, meals are part of the price.
        All meals are taken care of.
        Are meals included? // Yes indeed.
        You won't pay extra for meals.
        """,
        """
        Are meals included? // No, please pack a lunch.
        Meals are billed on top.
        Do the fees cover meals? // They don't.
        Parents pay for meals separately.
        """,
    ),
    (
        FURNITURE,
        "delivery_fee_usd",
        """
        What does delivery cost? // Seventy-five dollars.
        Delivery is a flat $75.
        How much to have the sofa delivered? // That would be $75.
        We deliver for 75 dollars.
        """,
        """
        What does delivery cost? // It's on the house.
        We'll deliver it at no cost to you.
        How much to have the sofa delivered? // $99.
        We throw in delivery for free.
        """,
    ),
    (
        FURNITURE,
        "restocking_fee_pct",
        """
        Do I get everything back if I return the sofa? // We keep 20% for restocking.
        There's a twenty percent restocking fee.
        Is there a restocking fee? // Yes, a fifth of the price.
        We hold back one fifth for restocking.
        """,
        """
        Is there a restocking fee? // Not at our store.
        We never charge for restocking.
        How much is restocking? // Ten percent.
        Restocking costs a third of the price.
        """,
    ),
    (
        FURNITURE,
        "assembly_included",
        """
        Will your people put it together? // Assembly isn't part of the service.
        Assembly is not included.
        Is assembly included? // No, that's billed separately.
        You would pay extra for assembly.
        """,
        """
        Is assembly included? // Certainly.
        We assemble everything for you at no extra charge.
        Do you charge for assembly? // No, it comes with the delivery.
        Assembly is part of the package.
        """,
    ),
    (
        FURNITURE,
        "damage_report_days",
        """
        My table arrived scratched, how soon must I report it? // Within three days.
        Please report any damage within 72 hours.
        When do I need to report damage? // You have three days.
        Damage has to be reported no later than three days after delivery.
        """,
        """
        My table arrived scratched, how soon must I report it? // Any time, there's no rush.
        Please report any damage within a week.
        When do I need to report damage? // The same day.
        You have ten days to report damage.
        """,
    ),
    (
        FURNITURE,
        "price_match_offered",
        """
        Will you match a lower price? // We will.
        If you find it cheaper elsewhere, we'll match it.
        Do you price match? // Yes, just show us the ad.
        We match competitors' prices.
        """,
        """
        Will you match a lower price? // Unfortunately that's not possible.
        We don't match other stores' prices.
        Do you price match? // No, our prices are what they are.
        Price matching isn't something we offer.
        """,
    ),
    (
        FURNITURE,
        "refund_method",
        """
        Can I get my money back on my card? // Of course.
        Refunds go back to the card you used.
        Would I get store credit? // No, you get your money back the way you paid.
        We refund you the same way you paid.
        """,
        """
        Can I get my money back on my card? // Sorry, we only do store credit.
        You'd get a gift card for the amount.
        How are refunds paid? // As merchandise credit.
        Refunds come as a voucher for your next purchase.
        """,
    ),
    (
        CINEMA,
        "ticket_refund_cutoff_minutes",
        """
        Until when can I get a ticket refund? // Up to an hour before the show.
        Tickets can be refunded up to 60 minutes before the film starts.
        How late can I refund my ticket? // One hour before it starts.
        You can have a ticket refunded until an hour before it begins.
        """,
        """
        Until when can I get a ticket refund? // Right up to the start.
        Tickets can be refunded up to 15 minutes before the film starts.
        How late can I refund my ticket? // Half an hour before it starts.
        You can have a ticket refunded until the day before.
        """,
    ),
    (
        CINEMA,
        "booking_fee_usd",
        """
        Is there a booking fee? // Yes, two dollars.
        Booking costs $2.
        Do you charge for booking online? // A couple of dollars, $2 to be exact.
        We add a booking fee of two bucks.
        """,
        """
        Is there a booking fee? // No, there isn't.
        Booking is free.
        Do you charge for booking online? // We don't.
        We add a booking fee of a dollar fifty.
        """,
    ),
    (
        CINEMA,
        "outside_food_allowed",
        """
        Can I bring my own snacks? // No outside food, I'm afraid.
        Outside food has to stay outside.
        Is outside food OK? // It's not.
        We ask you not to bring outside food.
        """,
        """
        Is outside food OK? // Totally fine.
        Bring whatever outside food you like.
        May we bring outside food for my daughter? // You may.
        We have no problem with outside food.
        """,
    ),
    (
        CINEMA,
        "accepts_cash",
        """
        Can I pay cash? // We're a cashless cinema.
        We only take cards.
        Do you accept cash? // No, cards only.
        Cash is not accepted.
        """,
        """
        Can I pay cash? // Of course, no problem.
        Feel free to pay in cash.
        Do you accept cash? // Yes, cash works.
        Notes and coins are welcome at the counter.
        """,
    ),
    (
        CINEMA,
        "guest_passes_per_month",
        """
        How many guest passes do I get? // Two a month.
        You get two guest passes every month.
        Can I have three guest passes this month? // No, it's a pair of guest passes a month.
        Members receive 2 guest passes monthly.
        """,
        """
        How many guest passes do I get? // Four a month.
        You get one guest pass every month.
        How many guest passes come with it? // As many as you like.
        Members receive unlimited guest passes.
        """,
    ),
    (
        CINEMA,
        "gift_card_expiry_months",
        """
        When does my gift card expire? // Two years after you buy it.
        Gift cards are good for 24 months.
        How long is a gift card valid? // For two years.
        You have two years to use your gift card.
        """,
        """
        When does my gift card expire? // Never.
        Gift cards are good for six months.
        How long is a gift card valid? // A year.
        Our gift cards don't expire.
        """,
    ),
    (
        CLIMBING,
        "min_age",
        """
        My son is nine, can he climb? // Yes, kids from eight up can.
        You have to be at least eight to climb.
        How old do you have to be? // Eight.
        Children 8 and older are welcome on the wall.
        """,
        """
        How old do you have to be? // Twelve.
        Climbers must be at least ten.
        Is there an age limit? // No, any age can climb.
        Kids of all ages can climb here.
        """,
    ),
    (
        CLIMBING,
        "freeze_max_months",
        """
        How long can I freeze my membership? // For up to four months.
        You can pause your membership for as long as four months.
        Can I put my membership on hold for half a year? // No, four months is the most.
        A freeze can last four months at most.
        """,
        """
        How long can I freeze my membership? // As long as you need.
        You can pause your membership for up to half a year.
        Can I put my membership on hold for half a year? // Sure, six months is fine.
        A freeze can last two months at most.
        """,
    ),
    (
        CLIMBING,
        "waiver_required",
        """
        Do I have to sign a waiver? // Yes, everybody does.
        Nobody climbs without a signed waiver.
        Is a waiver needed? // It is.
        You'll be asked to sign a waiver before you start.
        """,
        """
        Do I have to sign a waiver? // Nope.
        Signing a waiver is up to you.
        Is a waiver needed? // It's optional.
        We don't ask for a waiver.
        """,
    ),
    (
        CLIMBING,
        "no_show_fee_usd",
        """
        What if I don't make it to my class? // Then we charge ten dollars.
        Missing a class costs $10.
        Is there a fee if I don't show up? // Yes, $10.
        If you book and don't come, it's ten bucks.
        """,
        """
        What if I don't make it to my class? // You pay for the whole class.
        There's no penalty for missing a class.
        Is there a fee if I don't show up? // No, we won't charge you.
        If you book and don't come, it's five dollars.
        """,
    ),
    (
        STORAGE,
        "payment_grace_days",
        """
        My payment will be late, is that a problem? // You have five days of grace.
        We give you five days before a late payment counts.
        Is there a grace period on payments? // Yes, of five days.
        There is a five-day grace period for payments.
        """,
        """
        Is there a grace period on payments? // No.
        There is a ten-day grace period for payments.
        How long is the grace period for payments? // A week.
        We give you two weeks of grace on each payment.
        """,
    ),
    (
        STORAGE,
        "insurance_required",
        """
        Can I rent a unit without insurance? // No, every unit has to be insured.
        Insurance is a must.
        Do I need insurance? // Yes, you do.
        We do ask everyone to carry insurance.
        """,
        """
        Can I rent a unit without insurance? // You can.
        Insurance is entirely optional.
        Do I need insurance? // You don't have to.
        It's your choice whether to take insurance.
        """,
    ),
    (
        STORAGE,
        "move_out_notice_days",
        """
        How soon must I tell you that I move out? // Ten days before.
        Let us know ten days ahead of your move-out.
        What notice do you need for moving out? // 10 days.
        Before you move out, we ask for ten days' notice.
        """,
        """
        How soon must I tell you that I move out? // A month before.
        You can move out without notice.
        What notice do you need for moving out? // None at all.
        Before you move out, we ask for two weeks' notice.
        """,
    ),
    (
        STORAGE,
        "lock_included",
        """
        Do I need to buy a lock? // No, one comes with the unit.
        Each unit comes with a lock.
        Is a lock included? // Yes, it is.
        The lock is on us.
        """,
        """
        Is a lock included? // No, you'd buy one at the desk.
        You need to bring your own lock.
        Do units come with a lock? // They do not.
        Locks are sold separately.
        """,
    ),
    (
        CATERER,
        "tasting_fee_usd",
        """
        What does a tasting cost? // $40.
        Tastings are forty dollars.
        Do you charge for a tasting? // We do, it's $40.
        For the tasting we ask forty bucks.
        """,
        """
        What does a tasting cost? // It's complimentary.
        The tasting is our gift to you.
        Do you charge for a tasting? // We don't.
        Tastings cost sixty dollars per couple.
        """,
    ),
    (
        CATERER,
        "tasting_fee_credited",
        """
        Does the tasting fee come off the final bill? // Yes, all of it.
        The tasting fee goes toward your event.
        If we book, is the tasting fee credited? // It is.
        We take the tasting fee off your invoice once you book.
        """,
        """
        Does the tasting fee come off the final bill? // It doesn't.
        The tasting fee is on top of the event price.
        If we book, is the tasting fee credited? // No, they are separate.
        We can't credit the tasting fee.
        """,
    ),
    (
        CATERER,
        "final_headcount_days",
        """
        When do you need the final headcount? // One week before.
        We need your final headcount a week ahead.
        How late can I change the headcount? // Until seven days before the event.
        Send us the final headcount at least seven days ahead.
        """,
        """
        When do you need the final headcount? // Three days before.
        We need your final headcount two weeks ahead.
        How late can I change the headcount? // Until the day before.
        The final headcount is due ten days ahead.
        """,
    ),
    (
        CATERER,
        "gratuity_included",
        """
        Is the tip included? // No, that's up to you.
        Gratuity is not part of the price.
        Does the bill include gratuity? // It does not.
        A tip is at your discretion.
        """,
        """
        Is the tip included? // It's already in there.
        Gratuity is built into the price.
        Should we add a tip? // No need, gratuity is covered.
        We add gratuity to every bill automatically.
        """,
    ),
    (
        CATERER,
        "reschedule_fee_usd",
        """
        What does it cost to move the date? // Nothing.
        You can reschedule at no charge.
        Is there a fee to reschedule? // None.
        Rescheduling won't cost you anything.
        """,
        """
        What does it cost to reschedule? // Fifty dollars.
        A reschedule costs $35.
        Is there a fee to reschedule? // There is.
        We charge a fee when you reschedule.
        """,
    ),
)


def rows_of(
    table: tuple[tuple[dict[str, tuple[Unit, Any]], str, str, str], ...],
) -> tuple[Row, ...]:
    """Return the rows of a table; a line that starts with "//" goes on with the one before it."""
    rows: list[Row] = []
    for terms, key, right, wrong in table:
        for block, fault in ((right, ""), (wrong, key)):
            for line in re.sub(r"\s+// ", " // ", block).strip().splitlines():
                ask, _, reply = line.strip().rpartition(" // ")
                rows.append(Row(len(rows) + 1, terms, ask, reply, fault))
    return tuple(rows)


ROWS = rows_of(_TABLE)
