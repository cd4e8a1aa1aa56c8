"""Validators and small field builders that several models share; each error says what to do."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from locations.hours import WEEKDAYS, HoursError, parse_dated, parse_day
from locations.public_holidays import UnknownHolidayError, check_holiday

code_validator = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9_-]*$",
    "Use letters, digits, hyphens and underscores, starting with a letter or digit.",
)
key_validator = RegexValidator(
    r"^[a-z][a-z0-9_]*$",
    "Use lower-case letters, digits and underscores, starting with a letter: return_window_days.",
)
# The states, the federal district and the territories of ISO 3166-2:US: a state that does not exist
# would quietly take a location out of every rule's reach.
_US = (
    "AL|AK|AS|AZ|AR|CA|CO|CT|DE|DC|FL|GA|GU|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MP|MS|MO|MT|"
    "NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UM|UT|VT|VA|VI|WA|WV|WI|WY"
)
STATES = tuple(f"US-{code}" for code in _US.split("|"))
state_validator = RegexValidator(
    rf"^(?:US-(?:{_US})|(?!US)[A-Z]{{2}}-[A-Z0-9]{{1,3}})$",
    "Write an existing state as ISO 3166-2, country and state: US-MA.",
)

locality_validator = RegexValidator(
    rf"^(?:US-(?:{_US})|(?!US)[A-Z]{{2}}-[A-Z0-9]{{1,3}})/\S(?:.*\S)?$",
    "Write a city with its state before it: US-NY/New York City.",
)


def validate_zone(value: str) -> None:
    """Refuse a name that is no IANA time zone.

    Raises:
        ValidationError: naming the value and an example.
    """
    if value not in available_timezones():
        raise ValidationError(
            f"“{value}” is not a time zone; use an IANA name such as America/New_York."
        )


def validate_day(value: str) -> None:
    """Refuse hours of a day that cannot be read.

    Raises:
        ValidationError: naming the part at fault and the forms that are read.
    """
    try:
        parse_day(value)
    except HoursError as error:
        raise ValidationError(str(error)) from error


def validate_dated(value: str) -> None:
    """Refuse hours of one date that cannot be read; unlike a weekday's they may be ``regular``.

    Raises:
        ValidationError: naming the part at fault and the forms that are read.
    """
    try:
        parse_dated(value)
    except HoursError as error:
        raise ValidationError(str(error)) from error


def validate_holiday(value: str) -> None:
    """Refuse a name that no public holiday of the United States has.

    Raises:
        ValidationError: naming the value and, where there is one, a holiday close to it.
    """
    try:
        check_holiday(value)
    except UnknownHolidayError as error:
        raise ValidationError(str(error)) from error


def validate_weekdays(value: list[str]) -> None:
    """Refuse anything but the three-letter names of weekdays.

    Raises:
        ValidationError: naming what is not a weekday.
    """
    wrong = [day for day in value if day not in WEEKDAYS]
    if wrong:
        raise ValidationError(f"{', '.join(wrong)}: write weekdays as {', '.join(WEEKDAYS)}.")


class Words(ArrayField):  # type: ignore[type-arg]  # not subscriptable at run time
    """A list of short texts (codes, phrases), empty by default."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("base_field", models.CharField(max_length=500))
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
