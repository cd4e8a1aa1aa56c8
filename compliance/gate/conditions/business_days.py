"""Business days between two dates: Monday to Friday, without the federal holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from compliance.gate.holidays import MONDAY, SATURDAY, SUNDAY, THURSDAY, nth_weekday

# Further back every term in business days is over.
_FURTHEST: Final = 366


@lru_cache(maxsize=32)
def federal_holidays(year: int) -> frozenset[date]:
    """Return the federal holidays of a year (5 U.S.C. 6103) on the days they are observed."""
    fixed = (
        date(year, 1, 1),
        date(year, 6, 19),
        date(year, 7, 4),
        date(year, 11, 11),
        date(year, 12, 25),
        date(year + 1, 1, 1),
    )
    moving = (
        nth_weekday(year, 1, MONDAY, 3),
        nth_weekday(year, 2, MONDAY, 3),
        nth_weekday(year, 5, MONDAY, -1),
        nth_weekday(year, 9, MONDAY, 1),
        nth_weekday(year, 10, MONDAY, 2),
        nth_weekday(year, 11, THURSDAY, 4),
    )
    return frozenset((*map(_observed, fixed), *moving))


def _observed(day: date) -> date:
    if day.weekday() == SATURDAY:
        return day - timedelta(days=1)
    return day + timedelta(days=1) if day.weekday() == SUNDAY else day


def business_days_since(start: date, today: date) -> int:
    """Count the business days after ``start`` up to ``today``; those of a year at most."""
    first = max(start, today - timedelta(days=_FURTHEST))
    days = (first + timedelta(days=number) for number in range(1, (today - first).days + 1))
    return sum(day.weekday() < SATURDAY and day not in federal_holidays(day.year) for day in days)
