"""What every row of configuration has: a version and its full history."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from simple_history.models import HistoricalRecords


class Tracked(models.Model):
    """A row that operators own. Written through :mod:`locations.changes` only."""

    version = models.PositiveIntegerField(
        default=1, editable=False, help_text="Rises by one with every change."
    )
    updated_at = models.DateTimeField(auto_now=True)

    # Whether it says how replies are to be, rather than who customers are: then its changes are
    # published, where nothing personal may stand.
    is_configuration: ClassVar[bool] = True
    history: ClassVar[Any] = HistoricalRecords(inherit=True)

    class Meta:
        abstract = True

    def clean_deletion(self) -> None:
        """Refuse to be deleted while other rows name this one by its code; most may always go.

        Raises:
            ValidationError: naming what needs the row.
        """
