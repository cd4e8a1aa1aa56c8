"""Brands, verticals, locations and their hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models

from locations.hours import WEEKDAYS
from locations.models.fields import (
    Words,
    code_validator,
    state_validator,
    validate_dated,
    validate_day,
    validate_holiday,
    validate_zone,
)
from locations.models.lookups import PlaceKey, PlaceTail
from locations.models.tracked import Tracked
from locations.models.unverified import UnverifiedActions


class StaleArticles(models.TextChoices):
    """What happens to a knowledge article whose review date has passed."""

    EXCLUDE = "exclude", "left out"
    WARN = "warn", "used, with a warning"


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
    confirm_holidays = Words(
        base_field=models.CharField(max_length=500, validators=[validate_holiday]),
        help_text="Public holidays whose hours must be confirmed by a dated row, by their names "
        "(Thanksgiving Day, ...), or “all”. Until then no reply states hours for them.",
    )
    stale_articles = models.CharField(
        "articles past their review date",
        max_length=10,
        choices=StaleArticles.choices,
        default=StaleArticles.EXCLUDE,
    )
    ended_offer_days = models.PositiveSmallIntegerField(
        "recently ended",
        default=30,
        help_text="For how many days an ended offer still counts as recently ended.",
    )

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class VerticalJudge(models.TextChoices):
    """Whether a model reads the drafts of a vertical for its rules."""

    OFF = "off"
    OPTIONAL = "optional", "optional: used when it answers"
    REQUIRED = "required", "required: without its answer a draft is held"


class Vertical(UnverifiedActions, Tracked):
    """A trade: it decides policy defaults, claims and voice. A new one needs no code."""

    code = models.CharField(max_length=60, unique=True, validators=[code_validator])
    name = models.CharField(max_length=200)
    judge = models.CharField(
        "semantic judge",
        max_length=10,
        choices=VerticalJudge.choices,
        default=VerticalJudge.OPTIONAL,
        help_text="Whether a model reads drafts for rules that do not say so themselves.",
    )

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
    reopens_on = models.DateField(
        null=True, blank=True, help_text="The first day open again after a temporary closure."
    )
    licence_states = models.JSONField(
        default=list,
        blank=True,
        help_text="States whose licences are used here, as a list: [“US-CA”].",
    )

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)
        indexes = (
            models.Index(fields=("brand", "code"), name="location_brand_code"),
            models.Index(models.F("brand"), PlaceKey("name"), name="location_name_key"),
            models.Index(models.F("brand"), PlaceKey("city"), name="location_city_key"),
            models.Index(models.F("brand"), PlaceTail("name"), name="location_name_tail"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def clean(self) -> None:
        """Refuse a reopening day for a place that is not temporarily closed."""
        super().clean()
        if self.reopens_on is not None and self.status != LocationStatus.TEMPORARILY_CLOSED:
            raise ValidationError(
                {
                    "reopens_on": "Only a temporarily closed location reopens; set its status to "
                    "temporarily closed, or leave this day out."
                }
            )


def _day_field(name: str) -> models.CharField[str, str]:
    return models.CharField(
        name,
        max_length=120,
        default="unknown",
        validators=[validate_day],
        help_text="09:00-17:00, several ranges with commas, closed, unknown or 24 hours.",
    )


class HoursType(models.TextChoices):
    """What hours are of: the doors themselves, or one way of being served."""

    MAIN = "main"
    PICKUP = "pickup"
    DRIVE_THROUGH = "drive_through", "drive-through"
    DELIVERY = "delivery"
    TAKEOUT = "takeout"
    KITCHEN = "kitchen"
    SENIOR = "senior", "senior hours"
    PHARMACY = "pharmacy"
    PHONE = "phone"
    ONLINE = "online", "online service"


class WeeklyHours(Tracked):
    """A location's regular week of one hours type; no row means every day is unknown."""

    location = models.ForeignKey(Location, models.CASCADE, related_name="weekly_hours")
    hours_type = models.CharField(max_length=20, choices=HoursType.choices, default=HoursType.MAIN)
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
        ordering = ("location__code", "hours_type")
        constraints = (
            models.UniqueConstraint(
                fields=("location", "hours_type"),
                name="weekly_hours_one_a_type",
                violation_error_message="This location already has a week of this type; edit it.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_hours_type_display()} hours of {self.location.code}"

    def days(self) -> tuple[str, ...]:
        """Return the week as written, Monday first."""
        return tuple(getattr(self, day) for day in WEEKDAYS)


class DatedHours(Tracked):
    """Hours that replace the weekly ones on one date: a holiday, an early closing."""

    location = models.ForeignKey(Location, models.CASCADE, related_name="dated_hours")
    hours_type = models.CharField(max_length=20, choices=HoursType.choices, default=HoursType.MAIN)
    on = models.DateField("date")
    hours = models.CharField(
        max_length=120,
        validators=[validate_dated],
        help_text="closed, ranges as in the weekly hours, or regular: the weekly hours, confirmed.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="Why, in a few words.")

    class Meta(Tracked.Meta):
        abstract = False
        verbose_name_plural = "dated hours"
        ordering = ("location__code", "on", "hours_type")
        constraints = (
            models.UniqueConstraint(
                fields=("location", "on", "hours_type"),
                name="dated_hours_one_a_date",
                violation_error_message="This location already has hours for that date; edit them.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.location.code} on {self.on}"

    def is_past(self, at: datetime) -> bool:
        """Say whether the date is over at a moment (aware), wherever on earth the place is."""
        return self.on < (at.astimezone(UTC) - timedelta(hours=12)).date()
