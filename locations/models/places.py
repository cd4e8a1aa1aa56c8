"""Brands, verticals, locations and their hours."""

from __future__ import annotations

from django.db import models

from locations.hours import WEEKDAYS
from locations.models.fields import code_validator, state_validator, validate_day, validate_zone
from locations.models.tracked import Tracked


class Brand(Tracked):
    """A name that customers know, with its own locations and offers."""

    code = models.CharField(max_length=60, unique=True, validators=[code_validator])
    name = models.CharField(max_length=200)
    line = models.CharField(
        "line of business", max_length=200, blank=True, help_text="What the brand does, in words."
    )
    domain = models.CharField(
        max_length=253, blank=True, help_text="The brand's own internet domain, for links."
    )
    loyalty = models.CharField("loyalty programme", max_length=100, blank=True)

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Vertical(Tracked):
    """A trade: it decides policy defaults, claims and voice. A new one needs no code."""

    code = models.CharField(max_length=60, unique=True, validators=[code_validator])
    name = models.CharField(max_length=200)

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Ownership(models.TextChoices):
    """Who runs a location."""

    CORPORATE = "corporate"
    FRANCHISE = "franchise"


class LocationStatus(models.TextChoices):
    """Whether a location serves customers."""

    ACTIVE = "active"
    TEMPORARILY_CLOSED = "temporarily_closed", "temporarily closed"
    CLOSED = "closed", "closed for good"


class Location(Tracked):
    """One place that customers deal with."""

    code = models.CharField(max_length=60, unique=True, validators=[code_validator])
    name = models.CharField(max_length=200)
    brand = models.ForeignKey(Brand, models.PROTECT, related_name="locations")
    vertical = models.ForeignKey(Vertical, models.PROTECT, related_name="locations")
    ownership = models.CharField(
        max_length=20, choices=Ownership.choices, default=Ownership.CORPORATE
    )
    staffing = models.CharField("staffing model", max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    city = models.CharField(max_length=120)
    state = models.CharField(
        max_length=6,
        validators=[state_validator],
        help_text="ISO 3166-2, such as US-MA: it decides which rules bind.",
    )
    zone = models.CharField(
        "time zone",
        max_length=60,
        validators=[validate_zone],
        help_text="IANA name, such as America/New_York: hours and dates are read in it.",
    )
    phone = models.CharField(max_length=40, blank=True)
    status = models.CharField(
        max_length=20, choices=LocationStatus.choices, default=LocationStatus.ACTIVE
    )
    licence_states = models.JSONField(
        default=list,
        blank=True,
        help_text="States whose licences are used here, as a list: [“US-CA”].",
    )

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)
        indexes = (models.Index(fields=("brand", "code"), name="location_brand_code"),)

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


def _day_field(name: str) -> models.CharField[str, str]:
    return models.CharField(
        name,
        max_length=120,
        default="unknown",
        validators=[validate_day],
        help_text="09:00-17:00, several ranges with commas, closed, unknown or 24 hours.",
    )


class WeeklyHours(Tracked):
    """A location's regular week, one row a location; no row means every day is unknown."""

    location = models.OneToOneField(Location, models.CASCADE, related_name="weekly_hours")
    mon = _day_field("Monday")
    tue = _day_field("Tuesday")
    wed = _day_field("Wednesday")
    thu = _day_field("Thursday")
    fri = _day_field("Friday")
    sat = _day_field("Saturday")
    sun = _day_field("Sunday")

    class Meta(Tracked.Meta):
        abstract = False
        verbose_name_plural = "weekly hours"
        ordering = ("location__code",)

    def __str__(self) -> str:
        return f"hours of {self.location.code}"

    def days(self) -> tuple[str, ...]:
        """Return the week as written, Monday first."""
        return tuple(getattr(self, day) for day in WEEKDAYS)


class DatedHours(Tracked):
    """Hours that replace the weekly ones on one date: a holiday, an early closing."""

    location = models.ForeignKey(Location, models.CASCADE, related_name="dated_hours")
    on = models.DateField("date")
    hours = models.CharField(
        max_length=120,
        validators=[validate_day],
        help_text="closed, or ranges as in the weekly hours.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="Why, in a few words.")

    class Meta(Tracked.Meta):
        abstract = False
        verbose_name_plural = "dated hours"
        ordering = ("location__code", "on")
        constraints = (
            models.UniqueConstraint(
                fields=("location", "on"),
                name="dated_hours_one_a_date",
                violation_error_message="This location already has hours for that date; edit them.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.location.code} on {self.on}"
