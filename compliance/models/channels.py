"""Channel restrictions: what a channel allows, and when. A new channel is a new row."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from compliance.gate.quiet.windows import Clock, Concerns
from locations.hours import ALWAYS, DayHours, DayKind, HoursError, parse_day
from locations.models.fields import (
    Words,
    code_validator,
    state_validator,
    validate_holiday,
    validate_weekdays,
)
from locations.models.tracked import Tracked

EVERY_CHANNEL = "all"


class ChannelRestriction(Tracked):
    """A channel's limits; the row ``all`` holds those of every channel."""

    code = models.CharField(max_length=40, unique=True, validators=[code_validator])
    max_chars = models.PositiveIntegerField("maximum characters", null=True, blank=True)
    promo_must_include = models.CharField(
        max_length=100, blank=True, help_text="A word every promotional reply must carry: STOP."
    )
    opt_out_line = models.CharField(max_length=160, blank=True, default="Reply STOP to opt out.")
    flags = Words(help_text="Restrictions by name, such as no_html.")

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """Refuse a restriction that no check knows: it would protect nobody."""
        super().clean()
        from compliance.gate.checks.channel import KNOWN_FLAGS  # noqa: PLC0415  (only on save)

        unknown = [flag for flag in self.flags if flag not in KNOWN_FLAGS]
        if unknown:
            raise ValidationError(
                {
                    "flags": f"{', '.join(unknown)}: no such restriction; known are "
                    f"{', '.join(sorted(KNOWN_FLAGS))}."
                }
            )


class QuietHours(Tracked):
    """Hours in which a channel carries nothing, or no promotions; ``all`` has those of each."""

    code = models.CharField(max_length=60, unique=True, validators=[code_validator])
    channel = models.ForeignKey(
        ChannelRestriction, models.PROTECT, related_name="quiet_hours", verbose_name="channel"
    )
    hours = models.CharField(
        "quiet hours",
        max_length=120,
        help_text="21:00-08:00 for past midnight; 24 hours for the whole day.",
    )
    weekdays = Words(
        validators=[validate_weekdays],
        help_text="mon to sun, the day on which the hours begin; empty means every day.",
    )
    holidays = Words(
        base_field=models.CharField(max_length=100, validators=[validate_holiday]),
        help_text="Public holidays that are quiet all day, such as Thanksgiving Day, or all.",
    )
    states = Words(
        base_field=models.CharField(max_length=6, validators=[state_validator]),
        help_text="Only for these states, such as US-TX; empty means any. Several rows add up.",
    )
    clock = models.CharField(
        "whose clock",
        max_length=10,
        choices=[
            (Clock.CUSTOMER.value, "the customer's: by their state, in each of its zones"),
            (Clock.LOCATION.value, "the location's"),
        ],
        default=Clock.CUSTOMER.value,
        help_text="It also decides whose state is meant.",
    )
    concerns = models.CharField(
        "which messages",
        max_length=12,
        choices=[
            (Concerns.EVERY.value, "every message"),
            (Concerns.PROMOTIONAL.value, "promotions only"),
        ],
        default=Concerns.EVERY.value,
    )
    answers_within_minutes = models.PositiveIntegerField(
        "live answers go out",
        null=True,
        blank=True,
        help_text="Minutes after the customer's own message within which a reply may go out all "
        "the same; empty means that none may.",
    )
    citation = models.CharField(max_length=300, blank=True)

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)
        verbose_name_plural = "quiet hours"

    def __str__(self) -> str:
        return f"{self.code}: {self.hours}"

    @property
    def quiet(self) -> DayHours:
        """The hours as a value.

        Raises:
            HoursError: when they cannot be read.
        """
        return parse_day(self.hours)

    def clean(self) -> None:
        """Refuse hours that are none, and those that never end."""
        super().clean()
        try:
            quiet = self.quiet
        except HoursError as error:
            raise ValidationError({"hours": str(error)}) from error
        if quiet.kind is not DayKind.OPEN:
            raise ValidationError({"hours": "Write the quiet hours: 21:00-08:00."})
        if quiet == ALWAYS and not self.weekdays:
            raise ValidationError(
                {"hours": "Nothing could ever be sent: name weekdays, or fewer hours."}
            )
