"""United States holidays and shopping days by the names people use, computed for any year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the ``nth`` given weekday of a month; -1 is the last one."""
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int, shift: int = 0) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, nth) + timedelta(days=shift)


def _from_easter(shift: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=shift)


# Longer names first: "Christmas Eve" is not "Christmas".
_HOLIDAYS: tuple[tuple[str, Callable[[int], date]], ...] = (
    (r"new\s?year(?:'?s)?'?(?:\sday)?\seve|nye", _on(12, 31)),
    (r"new\s?year(?:'?s|s')(?:\sday)?|new\syear\sday", _on(1, 1)),
    (r"(?:christmas|xmas|x-mas)\seve", _on(12, 24)),
    (r"(?:christmas|xmas|x-mas)(?:\sday)?", _on(12, 25)),
    (r"boxing\sday", _on(12, 26)),
    (r"thanksgiving\seve", _nth(11, THURSDAY, 4, -1)),
    (r"(?:thanksgiving|turkey\sday)(?:\sday)?(?!\s(?:dinner|meal|feast|weekend|week|menu|sale))",
     _nth(11, THURSDAY, 4)),
    (r"black\sfriday", _nth(11, THURSDAY, 4, 1)),
    (r"small\sbusiness\ssaturday", _nth(11, THURSDAY, 4, 2)),
    (r"cyber\smonday", _nth(11, THURSDAY, 4, 4)),
    (r"giving\stuesday", _nth(11, THURSDAY, 4, 5)),
    (r"election\sday", _nth(11, MONDAY, 1, 1)),
    (r"veterans?'?s?'?\sday", _on(11, 11)),
    (r"(?:columbus|indigenous\speoples?'?s?'?)\sday", _nth(10, MONDAY, 2)),
    (r"halloween", _on(10, 31)),
    (r"labou?r\sday", _nth(9, MONDAY, 1)),
    (
        (
            r"independence\sday|the\sfourth(?:\sof\sjuly)?(?!\s\w+day)"
            # "Buy three, and the fourth is a dollar" names no day.
            r"(?!\s(?:one\s)?(?:is|comes|costs)\s(?:\w+\s)?(?:free|on\sus|half\s(?:off|price)|dollar|\$))"
            r"|fourth\sof\sjuly"
        ),
        _on(7, 4),
    ),
    (r"juneteenth", _on(6, 19)),
    (r"memorial\sday", _nth(5, MONDAY, -1)),
    (r"mother'?s'?\sday", _nth(5, SUNDAY, 2)),
    (r"father'?s'?\sday", _nth(6, SUNDAY, 3)),
    (r"easter\smonday", _from_easter(1)),
    (r"easter(?:\ssunday|\sday)?", _from_easter(0)),
    (r"good\sfriday", _from_easter(-2)),
    (r"mardi\sgras|fat\stuesday", _from_easter(-47)),
    (r"(?:mlk|martin\sluther\sking)(?:,?\sjr\.?)?(?:'s)?(?:\sday)?", _nth(1, MONDAY, 3)),
    (r"president'?s?'?\sday", _nth(2, MONDAY, 3)),
    (r"valentine'?s?'?(?:\sday)?", _on(2, 14)),
    (r"(?:st\.?|saint)\spatrick'?s\sday", _on(3, 17)),
    (r"patriots?'?s?'?\sday", _nth(4, MONDAY, 3)),
    (r"tax\sday", _on(4, 15)),
)  # fmt: skip
PATTERN = "|".join(f"(?:{pattern})" for pattern, _ in _HOLIDAYS)
_NAMES = tuple((re.compile(pattern), when) for pattern, when in _HOLIDAYS)


def holiday(name: str, around: date, *, back_days: int = 30) -> date | None:
    """Return the next holiday of that name (normalised), or one at most ``back_days`` ago."""
    for pattern, when in _NAMES:
        if pattern.fullmatch(name):
            earliest = around - timedelta(days=back_days)
            years = (around.year - 1, around.year, around.year + 1)
            return next((day for day in map(when, years) if day >= earliest), None)
    return None
