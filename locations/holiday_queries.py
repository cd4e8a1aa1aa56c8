"""Which locations have no confirmed hours for a holiday that their brand wants confirmed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from locations.models import DatedHours, HoursType, Location, LocationStatus
from locations.public_holidays import holidays_between

DAYS_AHEAD = 60  # how early the hours of a holiday are asked for


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A holiday for which some locations have no hours yet, and how many they are."""

    on: date
    holiday: str
    locations: int


def unconfirmed_holidays(today: date, *, days: int = DAYS_AHEAD) -> list[Unconfirmed]:
    """Return the holidays of the next days with locations that lack hours, in order.

    Only open locations count: a closed one has its answer. One query where no brand asks for
    confirmation, otherwise two, however many locations there are.
    """
    last = today + timedelta(days=days)
    lacking: defaultdict[date, int] = defaultdict(int)
    names: defaultdict[date, Counter[str]] = defaultdict(Counter)
    groups = _groups()
    for (_, state), (asked, count) in groups.items():
        for on, holiday in holidays_between(state, asked, today, last):
            names[on][holiday] += count
            lacking[on] += count
    if not lacking:
        return []
    decided = (
        DatedHours.objects.filter(
            hours_type=HoursType.MAIN,
            on__in=lacking,
            location__status=LocationStatus.ACTIVE,
            location__brand__in={brand for brand, _ in groups},
        )
        .order_by()
        .values_list("location__brand_id", "location__state", "on")
        .annotate(count=Count("pk"))
    )
    for brand, state, on, count in decided:
        asked, _ = groups[brand, state]
        if holidays_between(state, asked, on, on):
            lacking[on] -= count
    return [
        # By the name that most of the locations' states have for it.
        Unconfirmed(on, names[on].most_common(1)[0][0], lacking[on])
        for on in sorted(lacking)
        if lacking[on]
    ]


def without_hours_on(day: date) -> QuerySet[Location]:
    """Return the open locations whose brand wants a holiday on that day confirmed, and is not."""
    states: defaultdict[int, set[str]] = defaultdict(set)
    for (brand, state), (asked, _) in _groups().items():
        if holidays_between(state, asked, day, day):
            states[brand].add(state)
    asked_for = Q(pk__in=())
    for brand, kept in states.items():
        asked_for |= Q(brand_id=brand, state__in=kept)
    decided = DatedHours.objects.filter(location=OuterRef("pk"), on=day, hours_type=HoursType.MAIN)
    return Location.objects.filter(asked_for, ~Exists(decided), status=LocationStatus.ACTIVE)


def _groups() -> dict[tuple[int, str], tuple[list[str], int]]:
    """Return the open locations that are asked to confirm holidays, counted by brand and state."""
    rows = (
        Location.objects.filter(status=LocationStatus.ACTIVE)
        .exclude(brand__confirm_holidays=[])
        .order_by()
        .values_list("brand_id", "state", "brand__confirm_holidays")
        .annotate(count=Count("pk"))
    )
    return {(brand, state): (asked, count) for brand, state, asked, count in rows}
