"""Public holidays of a state by date, and the names that an operator may call them by.

The dates and names are those of the library ``holidays``, observed days included. It is imported
where it is first needed: most operators never ask for a holiday.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

ALL = "all"
# Names in use that are no part of the library's own name.
_CALLED = {
    "juneteenth": "juneteenth national independence",
    "mlk": "martin luther king jr",
    "martin luther king": "martin luther king jr",
    "4th of july": "independence",
    "fourth of july": "independence",
    "july 4th": "independence",
    "black friday": "after thanksgiving",
    "friday after thanksgiving": "after thanksgiving",
    "turkey": "thanksgiving",
    "xmas": "christmas",
}
_YEARS_KNOWN = 4  # an election day comes every other year


class UnknownHolidayError(ValueError):
    """No public holiday has this name; the message names one that is close."""


def holidays_between(
    state: str, names: Iterable[str], first: date, last: date
) -> list[tuple[date, str]]:
    """Return the holidays of a state (ISO 3166-2) that ``names`` ask for, in order of dates.

    ``names`` are compared forgivingly; “all” asks for every one. A name means its day in this
    state, also where the state calls a federal holiday otherwise, and the day it is observed on.
    A state that the library does not know has none.
    """
    asked = {_key(name) for name in names}
    found: list[tuple[date, str]] = []
    for year in range(first.year, last.year + 1) if asked else ():
        for on, (name, keys) in _year(state, year).items():
            if first <= on <= last and (ALL in asked or asked & keys):
                found.append((on, name))
    return found


def check_holiday(name: str) -> None:
    """Refuse a name that no public holiday of the United States or one of its states has.

    Raises:
        UnknownHolidayError: with a suggestion where a name is close.
    """
    if _key(name) == ALL:
        return
    known = _known()
    if _key(name) in known:
        return
    close = difflib.get_close_matches(_key(name), known, n=1, cutoff=0.6)
    hint = f"did you mean “{known[close[0]]}”?" if close else "write Thanksgiving Day, or all."
    raise UnknownHolidayError(f"No public holiday of the United States is called “{name}”; {hint}")


@lru_cache(maxsize=1024)
def _year(state: str, year: int) -> dict[date, tuple[str, frozenset[str]]]:
    """Return a state's holidays of a year: the name, and the keys that it answers to."""
    country, _, subdivision = state.partition("-")
    federal = _dates(country, "", year)
    made: dict[date, tuple[str, frozenset[str]]] = {}
    for on, name in sorted(_dates(country, subdivision, year).items()):
        keys = {_key(part) for part in name.split("; ")}
        if on in federal:
            keys |= {_key(part) for part in federal[on].split("; ")}
            keys |= _elsewhere(country, year).get(on, frozenset())
        made[on] = (name, frozenset(keys))
    return made


@lru_cache(maxsize=64)
def _elsewhere(country: str, year: int) -> dict[date, frozenset[str]]:
    """Return what the states of a country call their holidays, by date."""
    made: dict[date, set[str]] = {}
    for state in _states(country):
        for on, name in _dates(country, state, year).items():
            made.setdefault(on, set()).update(_key(part) for part in name.split("; "))
    return {on: frozenset(keys) for on, keys in made.items()}


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Return the names that are understood, by their keys."""
    this = date.today().year  # noqa: DTZ011  (only which names exist, the same around the world)
    names: dict[str, str] = {}
    for year in range(this, this + _YEARS_KNOWN):
        for state in ("", *_states("US")):
            for each in _dates("US", state, year).values():
                for part in each.split("; "):
                    names.setdefault(_key(part), part.removesuffix(" (observed)"))
    return names


def _states(country: str) -> tuple[str, ...]:
    import holidays  # noqa: PLC0415  (only where holidays are asked for)

    return tuple(holidays.list_supported_countries(include_aliases=False).get(country, ()))


@lru_cache(maxsize=1024)
def _dates(country: str, subdivision: str, year: int) -> dict[date, str]:
    import holidays  # noqa: PLC0415  (only where holidays are asked for)

    try:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=year)
    except NotImplementedError:
        return {}
    return dict(found)


def _key(name: str) -> str:
    """Return a name as it is compared: without case, marks, *day*, *the* and *observed*."""
    text = name.casefold().replace("’", "'").replace("'", "")
    words = re.findall(r"[a-z0-9]+", text)
    key = " ".join(word for word in words if word not in {"day", "the", "observed"})
    return _CALLED.get(key, key)
