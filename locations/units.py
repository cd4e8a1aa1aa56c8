"""Units of policy values: which there are, which one a bare key means, what fits each."""

from __future__ import annotations

from typing import Any

UNITS = (
    "days",
    "hours",
    "minutes",
    "months",
    "years",
    "money",
    "percent",
    "count",
    "age",
    "boolean",
    "choice",
    "list",
    "text",
)

_NUMERIC = {"days", "hours", "minutes", "months", "years", "money", "percent", "count", "age"}

_SUFFIXES = {
    "days": "days",
    "day": "days",
    "hours": "hours",
    "hrs": "hours",
    "minutes": "minutes",
    "mins": "minutes",
    "min": "minutes",
    "months": "months",
    "mo": "months",
    "years": "years",
    "yrs": "years",
    "weeks": "count",
    "usd": "money",
    "dollars": "money",
    "pct": "percent",
    "percent": "percent",
    "apy": "percent",
    "apr": "percent",
    "age": "age",
    "guests": "count",
    "count": "count",
    "limit": "count",
}


class UnitError(ValueError):
    """A value that does not fit its unit; the message says what would."""


def unit_of(key: str, value: Any) -> str:
    """Return the unit of a bare policy term, from a word of its key or the type of its value.

    The last word of the key decides, else an earlier one (``cd_early_penalty_days_interest`` is in
    days); ``min_age`` is an age, not minutes.
    """
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, list | tuple):
        return "list"
    if isinstance(value, int | float):
        words = key.split("_")
        for word in (*reversed(words[1:]), words[0]):
            if word in _SUFFIXES and not (word == "min" and word == words[0]):
                return _SUFFIXES[word]
        return "count"
    if isinstance(value, str) and " " not in value.strip():
        return "choice"
    return "text"


def check_value(unit: str, value: Any) -> None:
    """Check that a value fits a unit; the word ``none`` fits every unit but boolean.

    Raises:
        UnitError: with the value and what the unit takes.
    """
    if value == "none" and unit != "boolean":
        return
    if unit in _NUMERIC:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise UnitError(f"{value!r} is not a number; a value in {unit} is written like 30.")
        if value < 0:
            raise UnitError(f"{value!r} is negative; a value in {unit} is 0 or more.")
    elif unit == "boolean":
        if not isinstance(value, bool):
            raise UnitError(f"{value!r} is neither true nor false.")
    elif unit == "list":
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise UnitError(f"{value!r} is not a list of texts, such as [“clearance”].")
    elif not isinstance(value, str) or not value.strip():
        raise UnitError(f"{value!r} is not a text; a {unit} is written like “store_credit”.")
