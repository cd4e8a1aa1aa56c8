"""What an operator says about its configuration as a whole."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from locations.models.tracked import Tracked
from locations.models.unverified import UnverifiedActions

OPERATOR_CODE = "operator"


class OperatorProfile(UnverifiedActions, Tracked):
    """The one row about the operator: as of when its facts hold, and how they are to be read."""

    code = models.CharField(max_length=20, unique=True, default=OPERATOR_CODE, editable=False)
    as_of = models.DateField(
        null=True, blank=True, help_text="The day for which the facts were last confirmed."
    )
    conventions = models.JSONField(
        default=dict,
        blank=True,
        help_text="How the facts are to be read, in words by topic; for people only.",
    )

    class Meta(Tracked.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(
                name="operator_profile_is_one",
                condition=Q(code=OPERATOR_CODE),
                violation_error_message="There is one operator; edit its row.",
            ),
        )

    def __str__(self) -> str:
        return "operator"

    def clean(self) -> None:
        """Refuse conventions that are not texts by topic."""
        super().clean()
        if not isinstance(self.conventions, dict) or not all(
            map(_is_note, self.conventions.values())
        ):
            raise ValidationError(
                {"conventions": "Write texts by topic: {“hours”: “local time of the location”}."}
            )


def _is_note(value: Any) -> bool:
    """Whether a convention is a text, or texts by topic."""
    return isinstance(value, str) or (
        isinstance(value, dict) and all(isinstance(part, str) for part in value.values())
    )
