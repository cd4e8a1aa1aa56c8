"""A stored value written the way the draft wrote the wrong one: digits or words, $ or dollars."""

from __future__ import annotations

import re

from compliance.gate.numerals import DIGITS, WORDS, in_words
from compliance.gate.quantities import DURATIONS, Quantity
from compliance.gate.text import Text
from compliance.gate.types import Edit, PolicyFact, Unit

_NUMBER = re.compile(DIGITS)
_SPELT = re.compile(WORDS, re.IGNORECASE)
MINUTES = {Unit.MINUTES: 1, Unit.HOURS: 60, Unit.DAYS: 1440, Unit.MONTHS: 43200, Unit.YEARS: 525600}
_NOUN = {
    Unit.MINUTES: "minute",
    Unit.HOURS: "hour",
    Unit.DAYS: "day",
    Unit.MONTHS: "month",
    Unit.YEARS: "year",
}


def plain_value(fact: PolicyFact) -> str:
    """Write a stored value for a person: ``30 days``, ``$22``, ``15%``, ``store credit``."""
    value = fact.value
    if isinstance(value, tuple):
        return ", ".join(value) or "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value.replace("_", " ")
    if fact.unit in _NOUN:
        return _counted(value, _NOUN[fact.unit], spelt=False)
    if fact.unit is Unit.MONEY:
        return _money(value)
    return f"{_digits(value)}%" if fact.unit is Unit.PERCENT else _digits(value)


def reworded(text: Text, quantity: Quantity, fact: PolicyFact) -> Edit | None:
    """Return the edit that states ``fact``'s value where ``quantity`` stood, in its style.

    ``None`` when the swap would not read well: a value of zero, "same day", "in full".
    """
    value = fact.value
    if isinstance(value, bool) or not isinstance(value, int | float) or value == 0:
        return None
    if quantity.noun in {"same day", "day before", "full"}:
        return None
    start, end = quantity.start, quantity.end
    written = text.original[start:end]
    following = text.original[end : end + 12]
    if fact.unit in DURATIONS:
        replacement = _duration(written, quantity, value, fact.unit)
        possessive = re.match(r"['’]s\b|['’](?=\s)", following)
        if possessive:
            end += possessive.end()
            replacement += "'" if replacement.endswith("s") else "'s"
    elif fact.unit is Unit.MONEY:
        replacement = _money_like(written, value)
    elif fact.unit is Unit.PERCENT:
        replacement = _percent_like(written, quantity, value, following)
    else:
        replacement = _number_like(written, value)
    if written[:1].isupper():
        replacement = replacement[:1].upper() + replacement[1:]
    return Edit(start, end, replacement, reason=f"states the value of {fact.key}")


def _duration(written: str, quantity: Quantity, value: float, unit: Unit) -> str:
    # The reader thinks in the draft's unit: keep it when the value is whole in it.
    target = unit
    stated = quantity.unit
    whole = value * MINUTES[unit] / MINUTES[stated]
    both = {unit, stated}
    exact = both <= {Unit.MINUTES, Unit.HOURS, Unit.DAYS} or both <= {Unit.MONTHS, Unit.YEARS}
    if stated is not unit and exact and whole == int(whole) and whole > 0:
        value, target = whole, stated
    spelt = quantity.in_words
    if "-" in written and re.search(r"-\w+$", written):
        return f"{_number(value, spelt=spelt)}-{_NOUN[target]}"
    return _counted(value, _NOUN[target], spelt=spelt)


def _counted(value: float, noun: str, *, spelt: bool) -> str:
    return f"{_number(value, spelt=spelt)} {noun}{'' if value == 1 else 's'}"


def _money(value: float) -> str:
    return f"${value:,.0f}" if value == int(value) else f"${value:,.2f}"


def _money_like(written: str, value: float) -> str:
    if "$" in written:
        return _money(value)
    number = _number(value, spelt=not _NUMBER.search(written))
    if re.search(r"\w-(?:dollar|buck)", written):
        return f"{number}-dollar"
    return f"{number} {'dollar' if value == 1 else 'dollars'}"


def _percent_like(written: str, quantity: Quantity, value: float, following: str) -> str:
    if quantity.fraction:
        takes_of = re.match(r"\s+(?:the|your|our|that|its|price)\b", following)
        return f"{_digits(value)}%{' of' if takes_of else ''}"
    if "%" in written:
        return f"{_digits(value)}%"
    return f"{_number(value, spelt=quantity.in_words)} percent"


def _number_like(written: str, value: float) -> str:
    digits = _NUMBER.search(written)
    if digits:
        said = f"{written[: digits.start()]}{_digits(value)}{written[digits.end() :]}"
    else:
        said = _SPELT.sub(in_words(int(value)) or _digits(value), written, count=1)
    return said.removesuffix("s") if value == 1 and said.endswith("ts") else said


def _number(value: float, *, spelt: bool) -> str:
    spelling = in_words(int(value)) if spelt and value == int(value) else None
    return spelling or _digits(value)


def _digits(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:.2f}".rstrip("0")
