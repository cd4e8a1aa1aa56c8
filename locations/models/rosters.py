"""Rosters: which locations a person answers for."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from locations.models.fields import state_validator
from locations.models.places import Brand, Location
from locations.models.tracked import Tracked


class RosterEntry(Tracked):
    """One grant: a person covers a location, a brand, a state, a brand in a state, or everything.

    Nothing named at all means everything, so it must be said with ``everywhere``.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="roster")
    everywhere = models.BooleanField(default=False)
    brand = models.ForeignKey(Brand, models.CASCADE, null=True, blank=True)
    state = models.CharField(max_length=6, blank=True, validators=[state_validator])
    location = models.ForeignKey(Location, models.CASCADE, null=True, blank=True)

    class Meta(Tracked.Meta):
        abstract = False
        verbose_name_plural = "roster entries"
        ordering = ("user__username", "id")
        constraints = (
            models.CheckConstraint(
                name="roster_entry_names_something",
                condition=Q(everywhere=True, brand=None, state="", location=None)
                | (Q(everywhere=False, location__isnull=False, brand=None, state=""))
                | (Q(everywhere=False, location=None) & (Q(brand__isnull=False) | ~Q(state=""))),
                violation_error_message=(
                    "Name a location, or a brand and/or a state, or tick everywhere; not both."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.scope}"

    @property
    def scope(self) -> str:
        """What the entry covers, in words."""
        if self.everywhere:
            return "everywhere"
        if self.location is not None:
            return self.location.code
        return " in ".join(part for part in (self.brand and self.brand.code, self.state) if part)

    def clean(self) -> None:
        """Point at the field to fill when the entry names nothing."""
        super().clean()
        # The row itself may be unsaved, and so may be what it names.
        if not (self.everywhere or self.brand or self.state or self.location):
            raise ValidationError({"location": "Name a location, a brand or a state."})
