"""Channel restrictions: what a channel allows. A new channel is a new row."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from locations.models.fields import Words, code_validator
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
