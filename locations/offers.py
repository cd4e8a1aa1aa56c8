"""Where an offer stands for one location, customer and date, with the reason in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from locations.hours import WEEKDAYS


class OfferStanding(StrEnum):
    """Whether an offer can be used here and now, and if not, why."""

    ACTIVE = "active"
    UPCOMING = "upcoming"
    ENDED = "ended"
    NOT_HERE = "not_here"
    EXCLUDED_STATE = "excluded_state"
    WRONG_WEEKDAY = "wrong_weekday"


@dataclass(frozen=True, slots=True)
class OfferTerms:
    """What decides an offer's standing.

    Empty ``weekdays`` means every day, empty ``locations`` every location of the brand; both dates
    are included, ``None`` is open-ended.
    """

    start: date | None
    end: date | None
    weekdays: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    excluded_states: tuple[str, ...] = ()


def standing(
    terms: OfferTerms,
    *,
    location: str,
    location_state: str,
    customer_state: str | None,
    on: date,
) -> tuple[OfferStanding, str]:
    """Return an offer's standing and its reason.

    A weekday limit only makes an offer unusable *today*: it is reported last, after every reason
    that would also hold on another day.
    """
    if terms.end is not None and on > terms.end:
        return OfferStanding.ENDED, f"ended on {terms.end:%B} {terms.end.day}, {terms.end.year}"
    if terms.locations and location not in terms.locations:
        return OfferStanding.NOT_HERE, f"does not run at {location}"
    for state, whose in ((location_state, "the location's"), (customer_state, "the customer's")):
        if state is not None and state in terms.excluded_states:
            return OfferStanding.EXCLUDED_STATE, f"is not allowed in {state}, {whose} state"
    if terms.start is not None and on < terms.start:
        start = terms.start
        return OfferStanding.UPCOMING, f"starts on {start:%B} {start.day}, {start.year}"
    if terms.weekdays and WEEKDAYS[on.weekday()] not in terms.weekdays:
        return OfferStanding.WRONG_WEEKDAY, f"runs only on {', '.join(terms.weekdays)}"
    return OfferStanding.ACTIVE, "is active"
