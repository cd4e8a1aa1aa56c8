"""Voices learned from approved replies, as proposed: numbers, phrases and masked excerpts only."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from compliance.models.tone import ToneOverlay
from locations.models.places import Brand, Location, Vertical


class ToneProposal(models.Model):
    """What was learned for one scope, and which fields of it an operator took over.

    Of the file nothing is kept but its hash and what was counted. ``seen_version`` is that of the
    scope's overlay when it was learned or last written from here, 0 while there was none.
    """

    vertical = models.ForeignKey(Vertical, models.CASCADE, null=True, related_name="+")
    brand = models.ForeignKey(Brand, models.CASCADE, null=True, related_name="+")
    location = models.ForeignKey(Location, models.CASCADE, null=True, related_name="+")
    channel = models.CharField(max_length=40, blank=True)
    sha256 = models.CharField("SHA-256 of the file", max_length=64)
    sample: Any = models.JSONField(default=dict)
    proposals: Any = models.JSONField(default=list)
    declined: Any = models.JSONField(default=list)
    seen_version = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    overlay = models.ForeignKey(ToneOverlay, models.SET_NULL, null=True, related_name="+")
    accepted: Any = models.JSONField(default=list)
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="tone_proposal_has_a_scope",
                condition=Q(vertical__isnull=False)
                | Q(brand__isnull=False)
                | Q(location__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.scope} from {self.sample.get('usable', 0)} replies"

    @property
    def scope(self) -> str:
        """The scope in words: ``Spa, on sms``."""
        named = [str(each.name) for each in (self.vertical, self.brand, self.location) if each]
        return ", ".join([*named, f"on {self.channel}"] if self.channel else named)
