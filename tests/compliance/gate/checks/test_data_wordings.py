"""What a reply says of a customer's records in everyday words: what was paid, points, tiers, dates.

Written as a whole before the check was worked on for it.
"""

from datetime import date

import pytest

from compliance.gate.types import CustomerFacts, OrderFact
from tests.compliance.gate.checks.test_data import read

SKI = OrderFact("S-204", "elm", "ski rental", "168.00", date(2026, 10, 24), "completed")
CANOE = CustomerFacts(
    "c1",
    "Ines Park",
    "US-OR",
    tier="silver",
    points=310,
    orders=(OrderFact("R-31", "elm", "cedar canoe", "1240", date(2026, 9, 18), "delivered"),),
)
LENS = CustomerFacts(
    "c2",
    "Omar Reyes",
    "US-OR",
    orders=(
        OrderFact("G-71", "elm", "progressive glasses", "389.50", date(2026, 10, 6), "picked up"),
    ),
)
SKIER = CustomerFacts("c3", "Lia Moss", "US-OR", tier="trail", points=95, orders=(SKI,))
ROWS = [
    (CANOE, "You bought the cedar canoe on September 18, and the total was $1,420.", "total"),
    (CANOE, "The total came to $1,140.", "total"),
    (CANOE, "You bought a cedar canoe from us on September 18, for $1,420 in all.", "total"),
    (CANOE, "Altogether you paid $1,140.", "total"),
    (CANOE, "You paid us $1,140 in all for the canoe.", "total"),
    (LENS, "Your glasses came to $398.50 in October.", "total"),
    (LENS, "It came to $359.50 with the coating.", "total"),
    (LENS, "You were charged $329.50 in total.", "total"),
    (LENS, "The amount on your receipt is $309.50.", "total"),
    (LENS, "Your card was charged $339.50 on October 6.", "total"),
    (LENS, "We charged your card $339.50.", "total"),
    (SKIER, "The bill for your ski rental was $186.", "total"),
    (SKIER, "Everything together came to $186.", "total"),
    (SKIER, "Your payment of $186 went through.", "total"),
    (SKIER, "What you paid in all was $186.", "total"),
    (SKIER, "Your invoice shows $186.", "total"),
    (SKIER, "The price you paid was $186.", "total"),
    (SKIER, "I see a purchase total of $186 on your account.", "total"),
    (SKIER, "You spent a total of $186 with us.", "total"),
    (SKIER, "The rental set you back $186, and your receipt is attached.", "total"),
    (SKIER, "You currently have 905 points.", "points"),
    (SKIER, "Your points stand at 905.", "points"),
    (SKIER, "Your balance stands at 905 points.", "points"),
    (SKIER, "There are 905 points on your account.", "points"),
    (SKIER, "You've collected 905 points so far.", "points"),
    (SKIER, "You're sitting at 905 points.", "points"),
    (SKIER, "Your account shows 905 points.", "points"),
    (SKIER, "With your 905 points you can pick a hat.", "points"),
    (CANOE, "You're at gold level now.", "tier"),
    (CANOE, "You are a gold member.", "tier"),
    (CANOE, "Your gold status stays through the winter.", "tier"),
    (CANOE, "Your tier is gold.", "tier"),
    (CANOE, "You have reached gold.", "tier"),
    (CANOE, "Since you're gold, delivery is free.", "tier"),
    (CANOE, "You're in our gold tier.", "tier"),
    (CANOE, "You bought the canoe on September 8.", "date"),
    (CANOE, "The canoe was bought on September 28.", "date"),
    (CANOE, "Your purchase was on September 28.", "date"),
    (CANOE, "Our records show September 28 as the day you bought it.", "date"),
    (CANOE, "You got the canoe from us on September 28.", "date"),
    (CANOE, "The date of purchase is September 28.", "date"),
    (LENS, "You picked the glasses up on October 16.", "date"),
    (LENS, "Your receipt is dated October 16.", "date"),
    (LENS, "Since you bought them on October 16, you have time.", "date"),
    (SKIER, "You were here on October 14 for a ski rental.", "date"),
    (SKIER, "Your rental was on October 14.", "date"),
    (SKIER, "Your visit on October 14 came to $168.", "date"),
    (SKIER, "You rented skis from us on October 14.", "date"),
    (CANOE, "You bought the cedar canoe on September 18, and the total was $1,240.", ""),
    (CANOE, "The total came to $1,240.", ""),
    (CANOE, "If you add paddles, the total is $1,310.", ""),
    (CANOE, "Paddles for two: the total would be $130.", ""),
    (CANOE, "A second canoe costs $1,190, so the total for you would come to $2,430.", ""),
    (CANOE, "Last year's model came to $990 for many of our guests.", ""),
    (CANOE, "For you and a friend the total is $44.", ""),
    (LENS, "Your glasses came to $389.50.", ""),
    (LENS, "You paid $389.50 in all.", ""),
    (LENS, "The total for a new pair is about $420.", ""),
    (LENS, "A repair comes to $35 in all.", ""),
    (LENS, "Two pairs come to $779 in total if you'd like a spare.", ""),
    (SKIER, "Two adult passes come to $96, and your kids ski free.", ""),
    (SKIER, "For the four of you the total comes to $212.", ""),
    (SKIER, "I've added it up: your four tickets come to $212.", ""),
    (SKIER, "You currently have 95 points.", ""),
    (SKIER, "Your points stand at 95.", ""),
    (SKIER, "You need 200 points for a free day.", ""),
    (SKIER, "A free day costs 200 points, and you're at 95.", ""),
    (SKIER, "You'll have 263 points after this visit.", ""),
    (CANOE, "You're at silver level now.", ""),
    (CANOE, "Gold starts at 500 points; you have 310.", ""),
    (CANOE, "You could reach gold by spring.", ""),
    (CANOE, "Once you're gold, delivery is free.", ""),
    (CANOE, "Members at the gold level get free delivery.", ""),
    (CANOE, "Your tier is silver.", ""),
    (CANOE, "You bought the canoe on September 18, so the window closes October 18.", ""),
    (CANOE, "You got the canoe from us on September 18.", ""),
    (CANOE, "We can hold it until November 10.", ""),
    (LENS, "You picked the glasses up on October 6.", ""),
    (LENS, "If you get new ones by November 20, you save 10%.", ""),
    (LENS, "Your next check is due on November 16.", ""),
    (SKIER, "Your rental was on October 24.", ""),
    (SKIER, "We open for the season on November 14.", ""),
    (SKIER, "You can rent skis from us from November 14.", ""),
    (SKIER, "You were here on October 24 for a ski rental.", ""),
]


@pytest.mark.parametrize(("customer", "draft", "rule"), ROWS)
def test_a_record_is_read_in_everyday_words(customer, draft, rule):
    found = {each.rule for each in read(draft, customer, ask="How much did I pay, and when?")}
    assert (rule in found) if rule else not found
