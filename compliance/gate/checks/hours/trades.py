"""Which kinds of business are an operator's own: *the library* of a bank's reply is a neighbour."""

from __future__ import annotations

import re
from functools import lru_cache

# Each line holds what one kind of business may be called, by itself or as a vertical.
_TRADES: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split("/"))
    for line in """
    retail/store/shop/boutique/outlet/showroom/department store/mall store
    restaurant/diner/bistro/eatery/cafe/café/grill/pizzeria/steakhouse/cafeteria
    coffee house/coffee shop/cafe/café/roastery
    bakery/patisserie/pastry shop
    bar/pub/tavern/brewery/winery/taproom/lounge
    spa/salon/studio/day spa
    salon/barbershop/barber/hairdresser
    clinic/medical/practice/office/surgery/hospital/urgent care/health
    vet/veterinary/animal hospital/clinic/hospital/practice/kennel
    dental/dentist/dentistry/practice/office/clinic
    optician/optical/eye care/practice/office
    pharmacy/drugstore/chemist
    lab/laboratory/clinic
    finance/bank/credit union/branch/lender
    fitness/gym/club/studio/health club
    hotel/inn/motel/lodge/resort/hostel/bed and breakfast
    auto/garage/repair shop/dealership/body shop/workshop/service station
    tires/tire shop/garage/workshop
    cinema/theater/theatre/movie house/movies/box office
    museum/gallery/exhibition
    library
    school/academy/college/university/education/language school
    daycare/nursery/preschool/kindergarten
    garden/nursery/garden center
    laundromat/laundry/dry cleaner/cleaners
    market/supermarket/grocery/grocery store
    dispensary
    post office
    church/temple/mosque
    station/airport/ferry terminal/terminal
    stadium/arena/ballpark
    zoo/aquarium
    city hall/town hall/courthouse
    """.strip().splitlines()
    for line in (line.strip(),)
)
_NOUNS = frozenset().union(*_TRADES)


@lru_cache(maxsize=512)
def neighbours(own: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern of other kinds of business, where an operator's own kind is known.

    ``own`` are the operator's words for itself, in lower case: its vertical, brand and names. No
    pattern is returned for an operator whose kind is not known from them.
    """
    said = " ".join(own)
    mine = [
        trade
        for trade in _TRADES
        if any(re.search(rf"(?<![a-z]){re.escape(noun)}s?(?![a-z])", said) for noun in trade)
    ]
    if not mine:
        return None
    others = _NOUNS - frozenset().union(*mine) - {"store", "shop", "office", "branch"}
    listed = "|".join(re.escape(noun) for noun in sorted(others, key=len, reverse=True))
    return re.compile(rf"\b(?:the|a|an|that|their|his|her)\s(?:[\w'-]+\s)?(?:{listed})(?:'s)?\b")
