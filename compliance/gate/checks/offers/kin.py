"""Things that a reply may call by another name than an offer's terms do; data with one question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from compliance.gate.lexicon import stem

_KIN: Final = tuple(
    frozenset(stem(word) for word in line.split())
    for line in """
    boots footwear shoes sneakers trainers
    jackets outerwear coats parkas shells
    tents shelters camping
    packs backpacks daypacks bags rucksacks luggage
    sandwiches subs burgers hoagies wraps handhelds
    wings drumettes chicken tenders strips
    drinks beverages sodas coffees teas lattes
    fries sides potatoes
    desserts sweets pastries treats
    meals combos platters plates dinners lunches
    facials peels skincare treatments services
    massages bodywork treatments services
    haircuts cuts trims styling blowouts
    manicures pedicures nails
    plants greenery foliage ferns
    bulbs tulips daffodils crocuses hyacinths
    flowers blooms bouquets arrangements
    trees shrubs hedges saplings
    umbrellas parasols shades
    tires wheels tread
    brakes pads rotors
    repairs service labor maintenance
    glasses eyewear frames spectacles lenses
    cleanings checkups exams
    whitening bleaching
    vaccines shots immunizations flu
    vitamins supplements
    prescriptions refills medications
    food kibble chow
    grooming bath groom
    boarding kennel stays
    memberships dues plans subscription
    classes sessions lessons training
    rooms suites stays nights lodging
    phones handsets devices smartphones
    lines plans service
    loans financing credit borrowing
    certificates cds deposits savings
    books novels titles paperbacks
    furniture sofas couches chairs tables
    linens bedding sheets
    bikes bicycles cycling
    skis snowboards
    dogs puppies pets cats kittens animals
    """.strip().splitlines()
)


def related(said: Iterable[str], known: Iterable[str]) -> bool:
    """Say whether a stem may stand for one of the known: a compound of it, or one of its kin."""
    known = frozenset(known)
    for word in said:
        if any(
            len(min(word, other, key=len)) > 3 and (word in other or other in word)
            for other in known
        ):
            return True
        if any(word in group and group & known for group in _KIN):
            return True
    return False
