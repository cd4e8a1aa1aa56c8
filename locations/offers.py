"""Where an offer stands for one location, customer, ticket and date, with the reason in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from locations.hours import WEEKDAYS

Offer = TypeVar("Offer")


class OfferStanding(StrEnum):
    """Whether an offer can be used here and now, and if not, why."""

    ACTIVE = "active"
    UPCOMING = "upcoming"
    RECENTLY_ENDED = "recently_ended"
    ENDED = "ended"
    NOT_HERE = "not_here"
    EXCLUDED_STATE = "excluded_state"
    WRONG_WEEKDAY = "wrong_weekday"
    NOT_FOR_THIS_TICKET = "not_for_this_ticket"


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """What decides an offer's standing.

    Empty ``weekdays`` means every day, empty ``locations`` every location of the brand; both dates
    are included, ``None`` is open-ended. A ``save_offer`` keeps a customer who wants to cancel.
    """

    start: date | None
    end: date | None
    weekdays: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    excluded_states: tuple[str, ...] = ()
    save_offer: bool = False


def standing(
    terms: OfferTerms,
    *,
    location: str,
    location_state: str,
    customer_state: str | None,
    on: date,
    save_offers: bool = False,
    recent_days: int = 0,
) -> tuple[OfferStanding, str]:
    """Return an offer's standing and its reason.

    ``save_offers`` says whether the ticket may be answered with a save-offer; for ``recent_days``
    an offer that is over counts as recently ended. A weekday limit only makes an offer unusable
    *today*: it is reported last, after every reason that would also hold on another day.
    """
    if terms.end is not None and on > terms.end:
        is_recent = on <= terms.end + timedelta(days=recent_days)
        over = OfferStanding.RECENTLY_ENDED if is_recent else OfferStanding.ENDED
        return over, f"ended on {terms.end:%B} {terms.end.day}, {terms.end.year}"
    if terms.locations and location not in terms.locations:
        return OfferStanding.NOT_HERE, f"does not run at {location}"
    for state, whose in ((location_state, "the location's"), (customer_state, "the customer's")):
        if state is not None and state in terms.excluded_states:
            return OfferStanding.EXCLUDED_STATE, f"is not allowed in {state}, {whose} state"
    if terms.save_offer and not save_offers:
        return OfferStanding.NOT_FOR_THIS_TICKET, "is only for customers who want to cancel"
    if terms.start is not None and on < terms.start:
        start = terms.start
        return OfferStanding.UPCOMING, f"starts on {start:%B} {start.day}, {start.year}"
    if terms.weekdays and WEEKDAYS[on.weekday()] not in terms.weekdays:
        return OfferStanding.WRONG_WEEKDAY, f"runs only on {', '.join(terms.weekdays)}"
    return OfferStanding.ACTIVE, "is active"


def first_usable(
    offer: Offer,
    *,
    successor: Callable[[Offer], Offer | None],
    is_usable: Callable[[Offer], bool],
) -> Offer | None:
    """Return the first offer after ``offer`` in its chain of replacements that can be used.

    A chain that bites its own tail ends where it does.
    """
    seen = [offer]
    current = successor(offer)
    while current is not None and not any(current is each for each in seen):
        if is_usable(current):
            return current
        seen.append(current)
        current = successor(current)
    return None


def instead(name: str) -> str:
    """Return how the reason of an offer's standing goes on where another one replaces it."""
    return f"; offer {name} instead"
