"""What is done about statements that no stored fact answers, by kind of facts."""

from __future__ import annotations

from typing import Final

from django.db import models

# The kinds of facts that a statement may lack, as they are named in columns and bundles.
UNVERIFIED_KINDS: Final = ("policy", "hours", "offer", "data", "source")


class UnverifiedAction(models.TextChoices):
    """What follows from a statement that cannot be checked."""

    IGNORE = "ignore", "nothing"
    ADVISE = "advise", "a note on the draft"
    BLOCK = "block", "the draft is held for a reviewer"


def _action(label: str, of_what: str) -> models.CharField[str, str]:
    return models.CharField(
        label,
        max_length=10,
        choices=UnverifiedAction.choices,
        blank=True,
        help_text=f"When a draft states {of_what} that nothing here answers. Empty: as the wider "
        "setting says, in the end a note.",
    )


class UnverifiedActions(models.Model):
    """The actions that a row sets; those that it leaves empty are decided elsewhere."""

    unverified_policy = _action("policies and prices", "a price, a fee or a term")
    unverified_hours = _action("hours", "hours of a place or a service")
    unverified_offer = _action("offers", "a discount")
    unverified_data = _action("customer data", "an order, a total or points")
    unverified_source = _action("sources", "something of an article in doubt")

    class Meta:
        abstract = True

    @property
    def unverified(self) -> dict[str, str]:
        """The actions that are set, by kind."""
        actions = {kind: getattr(self, f"unverified_{kind}") for kind in UNVERIFIED_KINDS}
        return {kind: action for kind, action in actions.items() if action}
