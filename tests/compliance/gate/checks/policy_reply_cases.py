"""Whole replies about the terms of ten more made-up businesses, right and wrong.

Written after the check had been worked on with ``policy_generality_cases``, and as a whole before
any of them was run. A reply has other sentences around the statement, and every location has
several terms that a value could be of.
"""

from __future__ import annotations

from typing import Any

from compliance.gate.types import Unit
from tests.compliance.gate.checks.policy_generality_cases import rows_of

D, H, MIN, MO = Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.MONTHS
USD, PCT, AGE, COUNT = Unit.MONEY, Unit.PERCENT, Unit.AGE, Unit.COUNT
YES_NO, CHOICE, LIST = Unit.BOOLEAN, Unit.CHOICE, Unit.LIST

CAR_WASH = {
    "rewash_guarantee_hours": (H, 24),
    "membership_cancel_notice_days": (D, 7),
    "vehicles_per_membership": (COUNT, 1),
    "vacuum_fee_usd": (USD, 0),
    "oversize_surcharge_usd": (USD, 4),
    "refund_method": (CHOICE, "wash_voucher"),
}
PET_HOTEL = {
    "vaccination_required": (YES_NO, True),
    "cancel_notice_days": (D, 3),
    "late_pickup_fee_usd": (USD, 12),
    "own_food_allowed": (YES_NO, True),
    "second_dog_discount_pct": (PCT, 20),
    "min_age_months": (MO, 4),
    "holiday_deposit_usd": (USD, 50),
}
CREDIT_UNION = {
    "overdraft_fee_usd": (USD, 18),
    "skip_a_payment_per_year": (COUNT, 2),
    "loan_prepayment_penalty_usd": (USD, 0),
    "dispute_window_days": (D, 60),
    "minimum_balance_usd": (USD, 100),
    "coin_counting_free": (YES_NO, True),
    "card_replacement_fee_usd": (USD, 5),
}
SPA = {
    "cancel_notice_hours": (H, 24),
    "no_show_fee_pct": (PCT, 100),
    "gratuity_included": (YES_NO, True),
    "min_age": (AGE, 16),
    "gift_card_expiry_months": (MO, 36),
    "late_grace_minutes": (MIN, 15),
    "robe_included": (YES_NO, True),
    "package_transferable": (YES_NO, False),
}
PHARMACY = {
    "delivery_fee_usd": (USD, 0),
    "refill_notice_days": (D, 2),
    "walk_in_vaccines": (YES_NO, True),
    "return_window_days": (D, 14),
    "opened_returns_accepted": (YES_NO, False),
    "flu_shot_min_age": (AGE, 7),
}
BISTRO = {
    "corkage_fee_usd": (USD, 25),
    "reservation_hold_minutes": (MIN, 15),
    "large_party_gratuity_pct": (PCT, 18),
    "dogs_on_patio": (YES_NO, True),
    "split_checks_allowed": (YES_NO, False),
    "cake_fee_usd": (USD, 3),
    "catering_deposit_pct": (PCT, 50),
}
TUTORING = {
    "makeup_lessons_offered": (YES_NO, True),
    "lesson_cancel_notice_hours": (H, 12),
    "trial_lesson_free": (YES_NO, True),
    "materials_fee_usd": (USD, 35),
    "refund_window_days": (D, 10),
    "pause_max_months": (MO, 2),
    "sibling_discount_pct": (PCT, 10),
}
TIRE_SHOP = {
    "flat_repair_fee_usd": (USD, 0),
    "road_hazard_warranty_months": (MO, 24),
    "appointment_required": (YES_NO, False),
    "price_match": (CHOICE, "none"),
    "disposal_fee_usd": (USD, 6),
    "return_window_days": (D, 30),
    "refund_method": (CHOICE, "original_payment"),
}
INN = {
    "check_in_from": (CHOICE, "16:00"),
    "breakfast_included": (YES_NO, False),
    "crib_fee_usd": (USD, 0),
    "parking_fee_usd": (USD, 14),
    "cancel_notice_days": (D, 5),
    "luggage_storage_offered": (YES_NO, True),
    "pets_allowed": (YES_NO, False),
}
BOUTIQUE = {
    "return_window_days": (D, 21),
    "refund_method": (CHOICE, "store_credit"),
    "receipt_required": (YES_NO, True),
    "final_sale": (LIST, ("swimwear", "sale items")),
    "alteration_fee_usd": (USD, 20),
    "hold_days": (D, 2),
    "gift_wrap_free": (YES_NO, True),
}

_TABLE: tuple[tuple[dict[str, tuple[Unit, Any]], str, str, str], ...] = (
    (CAR_WASH, "rewash_guarantee_hours",
     """
     There are streaks all over my hood.
     // Sorry about that! You can come back for a rewash within a day.
     Our rewash guarantee is good for 24 hours after your visit.
     How long is the rewash guarantee? // A full day, so just keep your ticket.
     """,
     """
     There are streaks all over my hood.
     // Sorry about that! You can come back for a rewash within three days.
     If you aren't happy, we rewash your car any time, no questions asked.
     How long is the rewash guarantee? // A whole week, so just keep your ticket.
     """),
    (CAR_WASH, "membership_cancel_notice_days",
     """
     How do I cancel my membership?
     // Let us know a week before the next billing date and you're done.
     You can end the membership with seven days' notice.
     Do I have to give notice to cancel my membership? // Yes, seven days.
     """,
     """
     How do I cancel my membership?
     // Let us know a month before the next billing date and you're done.
     Cancel your membership whenever you like, no notice needed.
     Do I have to give notice to cancel my membership? // Nope, it stops that very day.
     """),
    (CAR_WASH, "vehicles_per_membership",
     """
     How many vehicles can I put on my membership? // Just one.
     A membership covers one vehicle.
     Can I add my wife's car? // Each membership is for a single vehicle, so she'd need her own.
     """,
     """
     How many vehicles can I put on my membership? // Up to three.
     A membership covers two vehicles.
     How many vehicles can I have on my membership? // As many as you like.
     """),
    (CAR_WASH, "vacuum_fee_usd",
     """
     Do the vacuums cost anything? // They don't, help yourself.
     Use of the vacuums is always free.
     What do you charge for the vacuums? // Not a dime.
     """,
     """
     Do the vacuums cost anything? // They do, $2 for ten minutes.
     The vacuums run a dollar per use.
     What do you charge for the vacuums? // Three bucks.
     """),
    (CAR_WASH, "oversize_surcharge_usd",
     """
     I drive an oversize van. Do I pay more? // Yes, four dollars on top.
     Oversize vehicles pay $4 more.
     There is a $4 surcharge for oversize trucks.
     """,
     """
     I drive an oversize van. Do I pay an oversize surcharge? // No, same price for everybody.
     Oversize vehicles pay $10 more.
     We don't charge extra for oversize trucks.
     """),
    (CAR_WASH, "refund_method",
     """
     The wash was bad, can I get my money back?
     // We can't do cash, but we'll give you a voucher for another wash.
     If something went wrong we refund you with a wash voucher.
     How do you handle refunds? // You receive a voucher for a free wash.
     """,
     """
     The wash was bad, can I get my money back? // Absolutely, we'll reverse the charge today.
     If something went wrong we put the money back on your card.
     How do you handle refunds? // The amount goes back to the card you used.
     """),
    (PET_HOTEL, "vaccination_required",
     """
     Does Rex need his shots to stay with you? // He does, please bring the paperwork.
     We can only take dogs who are up to date on their vaccinations.
     Are vaccinations required? // They are, for every guest.
     """,
     """
     Does Rex need his shots to stay with you? // No, he can come as he is.
     Vaccinations are recommended, but we leave that up to you.
     Are vaccinations required? // They're not, no.
     """),
    (PET_HOTEL, "cancel_notice_days",
     """
     Our trip may fall through. By when would I have to cancel? // Three days before drop-off.
     Just cancel at least 72 hours ahead and you owe nothing.
     What if I need to cancel? // That's fine with three days' notice.
     """,
     """
     Our trip may fall through. By when would I have to cancel? // The day before is fine.
     Just cancel at least 24 hours ahead and you owe nothing.
     What if I need to cancel? // That's fine, right up to drop-off.
     """),
    (PET_HOTEL, "late_pickup_fee_usd",
     """
     I might be late picking up Bella tonight.
     // No stress, it's just a $12 charge for late pickups.
     A late pickup is twelve dollars.
     Is there a charge for late pickup? // There is, twelve dollars.
     """,
     """
     I might be late picking up Bella tonight. // No stress, there's no late pickup fee.
     A late pickup is twenty dollars.
     Is there a charge for late pickup? // There isn't, take your time.
     """),
    (PET_HOTEL, "own_food_allowed",
     """
     Can I bring my own food for him? // By all means, just label the bag.
     You're welcome to bring your own food.
     Is it okay if he eats his own food? // Sure thing.
     """,
     """
     Can I bring my own food for him? // We'd rather you didn't; own food isn't allowed.
     Sorry, we don't permit own food.
     Is it okay to bring his own food? // Unfortunately it isn't.
     """),
    (PET_HOTEL, "second_dog_discount_pct",
     """
     Do I save anything with a second dog? // You do, the second dog is 20% off.
     The second dog gets a twenty percent discount.
     What's the discount for a second dog? // A fifth off the nightly rate.
     """,
     """
     Do I get a discount for a second dog? // Sorry, each dog is full price.
     The second dog stays for half price.
     What's the discount for a second dog? // Ten percent.
     """),
    (PET_HOTEL, "min_age_months",
     """
     How old does my puppy have to be? // Four months.
     Puppies can board from the age of four months.
     My puppy is 5 months old, can she stay? // Yes, we take puppies from 4 months.
     """,
     """
     How old does my puppy have to be? // Eight weeks is enough.
     Puppies can board from the age of six months.
     How old does my puppy have to be? // We have no age limit.
     """),
    (PET_HOTEL, "holiday_deposit_usd",
     """
     Do you need a deposit for the holidays? // Yes, fifty dollars.
     Holiday stays take a $50 deposit.
     How much is the holiday deposit? // $50 per dog family.
     """,
     """
     Do you need a holiday deposit? // No, you just pay at pickup.
     Holiday stays don't need a deposit.
     How much is the holiday deposit? // It's $25.
     """),
    (CREDIT_UNION, "overdraft_fee_usd",
     """
     I went below zero yesterday. What will that cost me? // An overdraft is $18.
     Each overdraft costs eighteen dollars.
     What do you charge for an overdraft? // Eighteen bucks an item.
     """,
     """
     I went below zero yesterday. What will that cost me?
     // Nothing, we don't charge for overdrafts.
     Each overdraft costs thirty-four dollars.
     What do you charge for an overdraft? // We've done away with that fee, so zero.
     """),
    (CREDIT_UNION, "loan_prepayment_penalty_usd",
     """
     Can I pay off my loan early without a penalty? // You can, there's no prepayment penalty.
     There is no prepayment penalty on our loans.
     Do you charge a prepayment penalty? // Never.
     """,
     """
     Is there a prepayment penalty on my loan? // There is a small one, yes.
     A prepayment penalty applies if you pay the loan off early.
     Do you charge a prepayment penalty? // Yes, $75.
     """),
    (CREDIT_UNION, "dispute_window_days",
     """
     How long do I have to dispute a charge? // Sixty days from the statement.
     You can dispute a charge for up to two months.
     By when do I need to dispute this? // Within 60 days of the statement.
     """,
     """
     How long do I have to dispute a charge? // Ninety days from the statement.
     You can dispute a charge whenever you notice it, there's no deadline.
     By when do I need to dispute this? // Within a month of the statement.
     """),
    (CREDIT_UNION, "card_replacement_fee_usd",
     """
     I lost my card, what is a replacement? // A replacement card is five dollars.
     Card replacements are $5.
     Do you charge for a replacement card? // We do, $5.
     """,
     """
     I lost my card, do you charge for a replacement card? // No, we'll mail it for free.
     Card replacements are on us.
     How much is a replacement card? // Ten dollars.
     """),
    (CREDIT_UNION, "coin_counting_free",
     """
     Does it cost anything to use the coin counting machine? // No, coin counting is free.
     You can use our coin counting machine at no charge.
     Is coin counting free? // It is.
     """,
     """
     Is coin counting free? // No, we keep five percent.
     Coin counting costs 8%.
     We charge for coin counting.
     """),
    (SPA, "cancel_notice_hours",
     """
     Something came up, can I still cancel tomorrow's facial?
     // Yes, with a day's notice that's no problem.
     We only ask that you let us know 24 hours ahead if you can't make it.
     What's your cancellation policy? // One day ahead and there is no charge.
     """,
     """
     Something came up, how late can I cancel? // Up to two hours before is fine.
     We only ask that you let us know 48 hours ahead if you can't make it.
     What's your cancellation policy? // Cancel whenever you like, it's all the same to us.
     """),
    (SPA, "no_show_fee_pct",
     """
     What happens if I miss my appointment? // The full price is charged.
     A no-show is billed at 100%.
     If you don't show up, we charge the whole treatment.
     """,
     """
     What happens if I miss my appointment? // Half the price is charged.
     A no-show is billed at 50%.
     If you don't show up, we won't charge you anything.
     """),
    (SPA, "gratuity_included",
     """
     Do I need to tip? // No, the gratuity is already in the price.
     Gratuity is included in all of our prices.
     Is tip included? // Yep!
     """,
     """
     Do your prices include the tip? // They don't.
     Gratuity is not included, 20% is customary.
     Is tip included? // No, tips are up to you.
     """),
    (SPA, "min_age",
     """
     Can my 17-year-old daughter come for a massage? // Yes, guests from 16 are welcome.
     Guests must be sixteen or older.
     How old do guests have to be? // Sixteen.
     """,
     """
     How old do guests have to be? // At least 18.
     Guests must be 14 or older.
     Is there a minimum age? // No, children of any age are welcome.
     """),
    (SPA, "gift_card_expiry_months",
     """
     Does my gift card expire? // It does, after three years.
     Gift cards stay valid for three years.
     How long do I have to use a gift card? // 36 months.
     """,
     """
     Does my gift card expire? // No, never.
     Gift cards stay valid for a year.
     How long do I have to use a gift card? // As long as you want.
     """),
    (SPA, "late_grace_minutes",
     """
     What if I'm running late? // You have a quarter of an hour of grace.
     We hold your room for fifteen minutes if you are late.
     How late may I be? // Up to 15 minutes.
     """,
     """
     What if I'm running late? // You have half an hour of grace.
     There's a five-minute grace period if you are late.
     How late may I be? // Up to 30 minutes.
     """),
    (SPA, "robe_included",
     """
     Should I bring a robe? // No, robes are provided.
     A robe is waiting for you in the locker.
     Is a robe included? // Of course.
     """,
     """
     Is a robe included? // Sorry, it's not.
     Robes can be rented separately.
     You'll need to bring your own robe.
     """),
    (SPA, "package_transferable",
     """
     Can I give my package to my sister?
     // I'm afraid packages are for you alone and can't be transferred.
     Packages are non-transferable.
     Is my package transferable? // No.
     """,
     """
     Can I transfer my package to my sister? // With pleasure, just send us her name.
     You can pass your package on to a friend.
     Is my package transferable? // Sure is.
     """),
    (PHARMACY, "delivery_fee_usd",
     """
     How much do you charge for delivery? // It's free.
     We deliver at no charge.
     Does delivery cost extra? // Not at all.
     """,
     """
     How much do you charge for delivery? // Five dollars.
     Delivery comes to $4.99.
     Is delivery free? // I'm afraid not.
     """),
    (PHARMACY, "refill_notice_days",
     """
     How much notice do you need for a refill? // A couple of days.
     Please request refills two days ahead.
     When should I ask for my refill? // 48 hours before you run out.
     """,
     """
     How much notice do you need for a refill? // A week.
     Please request refills five days ahead.
     When should I ask for my refill? // The day before you run out.
     """),
    (PHARMACY, "opened_returns_accepted",
     """
     Can I return an opened bottle? // No, once it's open we can't take it back.
     Opened returns are not accepted.
     Do you take opened returns? // We can't, sorry.
     """,
     """
     Do you take opened returns? // Yes, no trouble at all.
     We accept opened returns.
     You can make opened returns here.
     """),
    (PHARMACY, "return_window_days",
     """
     How long can I return vitamins? // For two weeks.
     Returns are accepted up to two weeks after purchase.
     I bought these 10 days ago, can I return them? // Yes, you have 14 days.
     """,
     """
     How long can I return vitamins? // For a month.
     Returns are accepted up to 30 days after purchase.
     I bought these three weeks ago. How long are returns open? // Sixty days.
     """),
    (BISTRO, "corkage_fee_usd",
     """
     Can we bring our own wine? // Yes, corkage is $25.
     Corkage is twenty-five dollars a bottle.
     What's corkage? // $25 a bottle.
     """,
     """
     Can we bring our own wine? // Yes, and we don't charge corkage.
     Corkage is fifteen dollars a bottle.
     What's corkage? // Nothing on weeknights or any other night.
     """),
    (BISTRO, "reservation_hold_minutes",
     """
     We may be late. How long do you hold a reservation? // Fifteen minutes.
     We hold reservations for a quarter of an hour.
     We'll hold your reservation for 15 minutes.
     """,
     """
     We may be late. How long do you hold a reservation? // Half an hour.
     We hold reservations for ten minutes.
     We'll hold your reservation as long as you need.
     """),
    (BISTRO, "dogs_on_patio",
     """
     Can our dog sit with us on the patio? // Absolutely, we love dogs.
     Dogs are welcome on the patio.
     Are dogs allowed on the patio? // They are!
     """,
     """
     Can our dog sit with us on the patio? // I'm sorry, only service animals.
     Dogs aren't allowed on the patio.
     Are dogs allowed on the patio? // They aren't, sorry.
     """),
    (BISTRO, "split_checks_allowed",
     """
     Can you split the check? // Sorry, we can only do one check per table.
     We don't split checks.
     Are split checks possible? // They aren't.
     """,
     """
     Can you split the check? // Happy to!
     We're glad to split checks.
     Are split checks okay? // No worries at all.
     """),
    (BISTRO, "cake_fee_usd",
     """
     Can I bring a birthday cake? // Yes, there's a $3 cake fee per guest.
     The cake fee is three dollars.
     How much is the cake fee? // Three dollars a head.
     """,
     """
     Do you charge a cake fee? // We don't, enjoy your party!
     The cake fee is five dollars.
     We've dropped the cake fee, so bring any cake you like for free.
     """),
    (TUTORING, "lesson_cancel_notice_hours",
     """
     How early do I need to cancel a lesson? // Twelve hours before it starts.
     Lessons can be cancelled up to half a day ahead.
     By when should I cancel tomorrow's lesson? // 12 hours before.
     """,
     """
     How early do I need to cancel a lesson? // One hour before it starts.
     Lessons can be cancelled up to the last minute.
     By when should I cancel tomorrow's lesson? // Two days before.
     """),
    (TUTORING, "trial_lesson_free",
     """
     What does the trial lesson cost? // Nothing, the trial lesson is free.
     Your trial lesson is on us.
     Is the trial lesson free? // Completely.
     """,
     """
     Is the trial lesson free? // No, it's $20.
     The trial lesson costs ten dollars.
     We charge a small fee for the trial lesson.
     """),
    (TUTORING, "pause_max_months",
     """
     Can we pause over the summer? // Yes, for up to two months.
     You can pause for eight weeks at most.
     How long can we pause? // Two months.
     """,
     """
     Can we pause over the summer? // Yes, for up to four months.
     You can pause for as long as you wish.
     How long can we pause? // Half a year.
     """),
    (TUTORING, "makeup_lessons_offered",
     """
     Do you offer makeup lessons? // We do indeed.
     If your son is sick, we'll gladly give him a makeup lesson.
     Are makeup lessons possible? // Certainly.
     """,
     """
     Do you offer makeup lessons? // That's not something we can do.
     We don't give makeup lessons.
     Makeup lessons aren't available.
     """),
    (TIRE_SHOP, "flat_repair_fee_usd",
     """
     What do you charge to fix a flat? // Flat repairs are free.
     We do flat repairs for free.
     How much is a flat repair? // It won't cost you anything.
     """,
     """
     What do you charge for a flat repair? // Twenty dollars.
     Flat repairs start at $25.
     Is flat repair free? // No, there's a fee.
     """),
    (TIRE_SHOP, "appointment_required",
     """
     Do I need an appointment? // No, just roll in.
     You don't need an appointment for new tires.
     Can I come without an appointment? // Sure, any time we're open.
     """,
     """
     Do I need an appointment? // Yes, please.
     We work by appointment only.
     Can I come without an appointment? // I'm sorry, no.
     """),
    (TIRE_SHOP, "price_match",
     """
     I saw these tires for less online. Would you match that price? // We can't, unfortunately.
     We don't match prices.
     Do you price match? // No.
     """,
     """
     I saw these tires for less online. Would you match that price? // You bet.
     Show us a lower price and we'll beat it.
     Do you price match? // Always.
     """),
    (TIRE_SHOP, "disposal_fee_usd",
     """
     What's the disposal fee? // Six dollars a tire.
     Disposal is $6 per tire.
     Is there a disposal fee? // Yes, six bucks each.
     """,
     """
     What's the disposal fee? // There is none.
     Disposal is $3 per tire.
     We take care of disposal for free.
     """),
    (INN, "breakfast_included",
     """
     Is breakfast included? // It's not, but there is a cafe next door.
     Breakfast is extra.
     Does the room come with breakfast? // No, breakfast is charged separately.
     """,
     """
     Is breakfast included? // Yes, every morning from seven.
     Breakfast is on us.
     Does the room come with breakfast? // It sure does.
     """),
    (INN, "crib_fee_usd",
     """
     Do you charge for a crib? // No charge at all.
     We'll put a crib in your room for free.
     How much is a crib? // It's free of charge.
     """,
     """
     Do you charge for a crib? // Yes, a small amount.
     A crib is $15 a night.
     How much is a crib? // Ten dollars.
     """),
    (INN, "parking_fee_usd",
     """
     Is parking free? // No, it's $14 a night.
     Parking is fourteen dollars.
     What does parking cost? // 14 dollars per night.
     """,
     """
     Is parking free? // It is.
     Parking won't cost you a penny.
     What does parking cost? // Twenty dollars per night.
     """),
    (INN, "pets_allowed",
     """
     Can we bring our two cats? // Sorry, pets can't stay at this inn.
     We're a pet-free inn, so please leave pets at home.
     Do you allow pets? // We don't.
     """,
     """
     Can we bring our two cats? // Yes, please do!
     Pets are more than welcome.
     Do you allow pets? // Sure, we love them.
     """),
    (INN, "luggage_storage_offered",
     """
     Can you store our luggage after checkout? // Of course, at the front desk.
     We'd be happy to store your luggage.
     Do you offer luggage storage? // Yes.
     """,
     """
     Do you offer luggage storage? // No, I'm sorry.
     We have no luggage storage.
     Luggage storage isn't something we offer.
     """),
    (BOUTIQUE, "return_window_days",
     """
     I need to return a dress. How long do I have? // Three weeks from the purchase.
     You can return the dress within three weeks.
     Until when can I return this? // Up to 21 days after you bought it.
     """,
     """
     I need to return a dress. How long do I have? // Thirty days from the purchase.
     You can return the dress at any time.
     Until when can I return this? // Up to two weeks after you bought it.
     """),
    (BOUTIQUE, "refund_method",
     """
     How do refunds work? // You'd get a store credit for what you paid.
     We don't give cash back; returns become store credit.
     If I return it, do I get my money back? // No, you get credit to use in the boutique.
     """,
     """
     How do refunds work? // Straight back onto the card.
     We'll refund the money to your credit card.
     If I return it, do I get my money back? // Yes, all of it.
     """),
    (BOUTIQUE, "receipt_required",
     """
     I lost the receipt, can I still return it? // I'm sorry, without a receipt we can't.
     Please have your receipt with you, we need it for returns.
     Do I need the receipt? // Yes, please bring it.
     """,
     """
     I lost the receipt, can I still return it without a receipt? // Don't worry, that's fine.
     Returns work without a receipt too.
     Do I need the receipt? // Not necessarily, we can look you up.
     """),
    (BOUTIQUE, "alteration_fee_usd",
     """
     What do alterations cost? // Twenty dollars.
     We charge $20 for alterations.
     Are alterations free? // No, they're $20.
     """,
     """
     What do alterations cost? // We don't charge for those.
     Alterations are complimentary.
     Are alterations free? // Yes, always.
     """),
    (BOUTIQUE, "hold_days",
     """
     Can you hold a dress for me? // Sure, for two days.
     We can hold an item for 48 hours.
     How long can you hold it? // Two days.
     """,
     """
     Can you hold a dress for me? // Sure, for a week.
     We can hold an item for five days.
     How long can you hold it? // As long as you like.
     """),
    (BOUTIQUE, "gift_wrap_free",
     """
     Do you charge for gift wrapping? // No, it's free.
     Gift wrapping is complimentary.
     Is gift wrap free? // Yes it is.
     """,
     """
     Is gift wrap free? // It's $4, actually.
     Gift wrapping costs a few dollars.
     Do you charge for gift wrapping? // Yes, a little.
     """),
)  # fmt: skip


REPLIES = rows_of(_TABLE)
