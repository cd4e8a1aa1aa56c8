"""What a reply says of the state of a customer's records: due dates, what is left, who is who.

The rows are of made-up customers of other trades, and were written before the check was worked on.
"""

from datetime import date

import pytest

from compliance.gate.types import CustomerFacts, OrderFact
from tests.compliance.gate.checks.test_data import read


def of(name, item, total, on, status, **more):
    order = OrderFact("Q-77", "elm", item, total, on, status)
    return CustomerFacts("c1", name, "US-OR", orders=(order,), **more)


LEASE = of("Vera Holt", "piano lease", "2400", date(2025, 4, 2), "current, next payment 2026-11-16")
PLAN = of("Tom Iyer", "orchard share", "38", date(2026, 3, 1), "active, next billing 2026-12-03")
CLUB = of("Ana Brandt", "rowing membership", "44", date(2026, 1, 9), "active, next dues 2026-11-24")
PAUSED = of("Lou Field", "gym plan", "30", date(2025, 9, 1), "frozen until 2026-12-18")
BOND = of("Iris Mode", "savings bond", "5000", date(2026, 5, 6), "matures 2027-05-06")
VALID = of("Ed Noor", "museum pass", "60", date(2026, 2, 8), "active until 2027-02-07")
FIT = of("Jo Barth", "dress", "240", date(2026, 10, 9), "cut, final fitting 2026-11-13")
CLAIM = of("Al Reed", "phone cover", "80", date(2026, 6, 1), "claim opened 2026-10-22")
BOOK = of("Mia Stern", "twelve-swim book", "96", date(2026, 7, 4), "7 swims left", tier="coral")
UNPAID = of("Ray Fox", "locker rent", "15", date(2026, 1, 4), "October rent unpaid")
READY = of("Una Bly", "framed print", "130", date(2026, 10, 12), "ready for pickup")
MEMBER = of("Kay Lund", "yoga pass", "90", date(2026, 9, 9), "active", tier="river", points=210)
TOUR = of("Gil Roe", "harbor tour for 12", "300", date(2026, 11, 28), "booked, deposit 90 paid")
FINES = of("Bea Cox", "reader card", "0", date(2025, 2, 3), "one overdue book fine on 2026-10-12")

RIGHT = [
    (CLAIM, "Your claim is still open."),
    (CLAIM, "We'll write once your claim is closed."),
    (PAUSED, "Your plan will be active again on December 18."),
    (PAUSED, "Stay active this winter, Lou!"),
    (LEASE, "Your piano lease is current."),
    (LEASE, "If you fall behind on the lease, call us."),
    (CLUB, "You joined on January 9."),
    (TOUR, "Your tour for 12 will start at noon, and $210 is left to pay."),
    (TOUR, "Once the tour is paid in full, we send the tickets."),
    (TOUR, "The harbor tour is on November 28."),
    (FINES, "You have had one book fine, on October 12."),
    (LEASE, "Thank you for your note, Ms. Holt. Your next payment is on November 16."),
    (LEASE, "Dear Ms. Holt, the next payment falls on November 16."),
    (LEASE, "Of course, Mrs. Holt."),
    (LEASE, "Good morning, Dr. Holt! Your payment is due on November 16."),
    (LEASE, "You could move your next payment to November 28 if you ask us by Friday."),
    (LEASE, "Payments made after November 20 are late."),
    (LEASE, "If your next payment came on November 28, it would be late."),
    (PLAN, "We bill you next on December 3."),
    (PLAN, "Cancel by November 28 and nothing more is billed."),
    (CLUB, "Your next dues are on November 24."),
    (CLUB, "Our rowing regatta is on November 28, and your dues stay the same."),
    (PAUSED, "Yours is frozen until December 18."),
    (PAUSED, "We can keep it frozen until January 18 if you like."),
    (BOND, "It matures on May 6, 2027."),
    (VALID, "Your pass is good until February 7, 2027."),
    (FIT, "Your final fitting is on November 13."),
    (CLAIM, "Your claim was opened on October 22."),
    (BOOK, "You have seven swims left."),
    (BOOK, "You've got seven left, Mia."),
    (BOOK, "You have used five of your twelve swims."),
    (BOOK, "You still have seven swims, and a guest needs one too."),
    (BOOK, "As a coral member you get a towel."),
    (UNPAID, "Your October rent is still open."),
    (UNPAID, "Once your October rent is paid, the locker opens again."),
    (READY, "Your print is ready."),
    (MEMBER, "As a River member you have 210 points."),
    (MEMBER, "Family members are welcome, and every member gets a key."),
    (MEMBER, "You'd reach the Lake tier with 500 points."),
    (MEMBER, "Thanks for being a Juniper Circle member!"),
    (MEMBER, "Ask for Sam Ortiz at the desk."),
    (MEMBER, "Our trainer Sam Ortiz teaches on Monday."),
]
WRONG = [
    (CLAIM, "Your claim has been closed.", "status"),
    (CLAIM, "The phone cover claim is settled.", "status"),
    (PAUSED, "Your plan is active, so come on in.", "status"),
    (CLUB, "Your rowing membership is on hold.", "status"),
    (LEASE, "You're two payments behind on your lease.", "status"),
    (LEASE, "Your piano lease is overdue.", "status"),
    (CLUB, "You joined on February 9.", "date"),
    (CLUB, "Your membership began on March 9.", "date"),
    (UNPAID, "You're all caught up on rent.", "status"),
    (TOUR, "The harbor tour is on November 18.", "date"),
    (TOUR, "Your tour for 15 will start at noon.", "item"),
    (TOUR, "The tour is paid in full.", "status"),
    (TOUR, "Your harbor tour is over.", "status"),
    (FINES, "You have had three overdue book fines.", "status"),
    (FINES, "The book fine was on October 22.", "date"),
    (LEASE, "Thank you for your note, Ms. Hart.", "customer_name"),
    (LEASE, "Of course, Mr. Boldt.", "customer_name"),
    (LEASE, "Your next payment falls on November 26, Ms. Holt.", "date"),
    (LEASE, "The next payment is due November 6.", "date"),
    (LEASE, "November 26 is when your next payment is due.", "date"),
    (LEASE, "We'll take your next payment on November 26.", "date"),
    (PLAN, "Your next billing is December 13.", "date"),
    (PLAN, "You'll be billed next on December 13.", "date"),
    (PLAN, "We'll charge your card again on December 13.", "date"),
    (CLUB, "Your dues come out on November 4.", "date"),
    (CLUB, "Your next dues are due on the 28th of November.", "date"),
    (PAUSED, "Your freeze runs through December 8.", "date"),
    (PAUSED, "Yours stays frozen until January 18.", "date"),
    (PAUSED, "You're paused until December 28.", "date"),
    (BOND, "It matures on June 6, 2027.", "date"),
    (BOND, "Your bond reaches maturity on March 6, 2027.", "date"),
    (VALID, "Your pass is good until March 7, 2027.", "date"),
    (VALID, "Your pass runs through January 7, 2027.", "date"),
    (VALID, "Your pass expires on March 31, 2027.", "date"),
    (FIT, "Your final fitting is on November 23.", "date"),
    (FIT, "We'll see you for the final fitting on November 23.", "date"),
    (CLAIM, "Your claim was opened on October 12.", "date"),
    (BOOK, "You have nine swims left.", "status"),
    (BOOK, "You've got nine left, Mia.", "status"),
    (BOOK, "You still have nine swims.", "status"),
    (BOOK, "There are nine swims on your book.", "status"),
    (BOOK, "Nine of your twelve swims are left.", "status"),
    (BOOK, "Nine swims remain.", "status"),
    (BOOK, "You have used three of your twelve swims.", "status"),
    (BOOK, "You're a Pearl member.", "tier"),
    (UNPAID, "You're all paid up.", "status"),
    (UNPAID, "Your October rent is paid.", "status"),
    (UNPAID, "Nothing is owed on your account.", "status"),
    (UNPAID, "We've received your October rent, thank you.", "status"),
    (MEMBER, "As a Lake member you get in free.", "tier"),
    (MEMBER, "Your Lake status runs through June.", "tier"),
    (MEMBER, "You're on our Lake tier.", "tier"),
    (MEMBER, "Sam Ortiz's membership is on hold too.", "other_customer"),
    (MEMBER, "Sam Ortiz signed up for the same class.", "other_customer"),
    (MEMBER, "We moved Sam Ortiz to Friday, so there's a place.", "other_customer"),
    (MEMBER, "You'd share the class with Sam Ortiz, who is a member too.", "other_customer"),
    (MEMBER, "Sam Ortiz cancelled, so his spot is yours.", "other_customer"),
    (MEMBER, "Note: she complains a lot, keep it short.", "internal_note"),
    (
        MEMBER,
        "Your file says you tend to complain, so we were told to be careful.",
        "internal_note",
    ),
    (MEMBER, "You're flagged in our system as a cancel risk.", "internal_note"),
    (MEMBER, "We make about sixty percent on every pass, between us.", "internal_note"),
    (MEMBER, "My manager's note says not to offer more than ten dollars.", "internal_note"),
    (MEMBER, "Staff were told to push the annual plan.", "internal_note"),
    (MEMBER, "We aren't supposed to say this, but the gym next door is cheaper.", "internal_note"),
]


@pytest.mark.parametrize(("customer", "draft"), RIGHT, ids=lambda value: str(value)[:60])
def test_what_the_record_bears_out_passes(customer, draft):
    assert [found.message for found in read(draft, customer)] == []


@pytest.mark.parametrize(("customer", "draft", "rule"), WRONG, ids=lambda value: str(value)[:60])
def test_what_the_record_says_otherwise_is_found(customer, draft, rule):
    assert rule in {found.rule for found in read(draft, customer)}
