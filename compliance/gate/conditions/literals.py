"""The values that a condition compares with, each with the unit that it is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias


class Measure(StrEnum):
    """What a written value measures."""

    NUMBER = "a number"
    MONEY = "an amount of money"
    PERCENT = "a percentage"
    PERIOD = "a period"
    DATE = "a date"
    TIME = "a time of day"
    TEXT = "a word"


class PeriodUnit(StrEnum):
    """What a period counts; months and years are those of the calendar."""

    HOURS = "hours"
    DAYS = "days"
    BUSINESS_DAYS = "business days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time."""

    count: Decimal
    unit: PeriodUnit

    @property
    def in_days(self) -> Decimal | None:
        """The same in days, where that is a fixed number."""
        factor = {PeriodUnit.DAYS: Decimal(1), PeriodUnit.WEEKS: Decimal(7)}.get(self.unit)
        return None if factor is None else self.count * factor


Value: TypeAlias = "Decimal | Period | date | time | str"


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as written; money in US dollars, a percentage as 15 for 15 %."""

    measure: Measure
    value: Value
    text: str


class LiteralError(ValueError):
    """A value that cannot be read."""


# Enough for any amount, date or count; longer digits would only be a mistake.
_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?"
_FORMS: Final = (
    (Measure.DATE, re.compile(r"(?P<n>\d{4}-\d{2}-\d{2})")),
    (Measure.TIME, re.compile(r"(?P<n>\d{1,2}:\d{2})")),
    (Measure.MONEY, re.compile(rf"(?:US)?\$\s?(?P<n>{_NUMBER})(?:\sUSD)?")),
    (Measure.MONEY, re.compile(rf"(?P<n>{_NUMBER})\s?(?:USD|dollars?)", re.IGNORECASE)),
    (Measure.PERCENT, re.compile(rf"(?P<n>{_NUMBER})\s?(?:%|percent)", re.IGNORECASE)),
    (
        Measure.PERIOD,
        re.compile(
            r"(?P<n>\d{1,4})\s?(?P<unit>hours?|days?|business\sdays?|weeks?|months?|years?)",
            re.IGNORECASE,
        ),
    ),
    (Measure.NUMBER, re.compile(rf"(?P<n>-?{_NUMBER})")),
    (Measure.TEXT, re.compile(r'"(?P<n>[^"]+)"')),
    (Measure.TEXT, re.compile(r"(?P<n>[^\W\d][\w./&'-]*(?: [\w./&'-]+)*)")),
)


def read_literal(text: str) -> Literal:
    """Read one value: ``30``, ``$15``, ``15%``, ``3 business days``, ``2022-12-10``, ``in_store``.

    Raises:
        LiteralError: saying what can be read.
    """
    for measure, form in _FORMS:
        if found := form.fullmatch(text):
            return Literal(measure, _value(measure, found), text)
    raise LiteralError(
        f"“{text}” cannot be read; write a number, $15, 15%, 30 days, 2022-12-10, 08:00, "
        "a word, or a text in straight quotes"
    )


def _value(measure: Measure, found: re.Match[str]) -> Value:
    written = found["n"]
    if measure is Measure.TEXT:
        return written
    try:
        if measure is Measure.DATE:
            return date.fromisoformat(written)
        if measure is Measure.TIME:
            return time.fromisoformat(written.zfill(5))
    except ValueError as error:
        raise LiteralError(f"“{written}” is not {measure.value}") from error
    number = Decimal(written.replace(",", ""))
    if measure is Measure.PERIOD:
        unit = found["unit"].lower().rstrip("s") + "s"
        return Period(number, PeriodUnit(" ".join(unit.split())))
    return number
