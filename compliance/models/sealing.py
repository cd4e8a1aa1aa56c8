"""The keys that texts about people are sealed with: one a customer, destroyed to erase them."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from locations.models.kept import Kept


class DataKey(Kept):
    """A data key, wrapped by a master key; without it what it sealed is noise.

    A trigger refuses every change but two: that it is wrapped by another master key, and that it
    is destroyed. Rows stay, so that a text which cannot be read says when it was erased.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField(null=True)
    # The name of the master key that wrapped it.
    master = models.CharField(max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    changes = ("wrapped", "master", "destroyed_at")
    for_auditors = ("id", "created_at", "destroyed_at")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="data_key_is_there_or_destroyed",
                condition=Q(wrapped=None, destroyed_at__isnull=False)
                | Q(wrapped__isnull=False, destroyed_at=None),
            ),
        )
        indexes = (models.Index(fields=("master",), name="data_key_master"),)

    def __str__(self) -> str:
        return f"data key {str(self.pk)[:8]}"
