"""Customers as the operator's records have them, and as they stood when a ticket arrived."""

from __future__ import annotations

from django.db import models

from drafting.masking import mask
from locations.models.fields import code_validator, state_validator
from locations.models.tracked import Tracked


class Customer(Tracked):
    """A customer record: where they live, loyalty, orders and earlier contacts."""

    code = models.CharField(max_length=80, unique=True, validators=[code_validator])
    name = models.CharField(max_length=200)
    state = models.CharField(
        max_length=6, blank=True, validators=[state_validator], help_text="Empty when unknown."
    )
    loyalty = models.JSONField(
        null=True, blank=True, help_text="{“tier”: “gold”, “points”: 840}, or nothing."
    )
    orders = models.JSONField(
        default=list,
        blank=True,
        help_text="A list of {id, brand, location, item, total, date, status, channel, details}.",
    )
    consents = models.JSONField(
        default=dict,
        blank=True,
        help_text="What the customer agreed to or refused: {“marketing_sms”: false}.",
    )
    contacts = models.JSONField(
        default=list, blank=True, help_text="Earlier contacts, one line each."
    )

    is_configuration = False

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def clean(self) -> None:
        """Mask card and social security numbers that stand in contacts or an order's details."""
        super().clean()
        if isinstance(self.contacts, list):
            self.contacts = [
                mask(line) if isinstance(line, str) else line for line in self.contacts
            ]
        for order in self.orders if isinstance(self.orders, list) else ():
            details = order.get("details") if isinstance(order, dict) else None
            if isinstance(details, dict):
                order["details"] = {
                    name: mask(value) if isinstance(value, str) else value
                    for name, value in details.items()
                }
