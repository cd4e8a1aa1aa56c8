"""Customers as the operator's records have them, and as they stood when a ticket arrived."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from compliance.sealing import keyring
from compliance.sealing.fields import SealedJSONField, SealedTextField
from compliance.sealing.keyed import DataKeyField
from drafting.masking import mask
from locations.models.fields import code_validator, state_validator
from locations.models.tracked import Tracked


class CustomerQuerySet(models.QuerySet["Customer"]):
    """Writes of many customers."""

    def bulk_create(self, objs: Iterable[Customer], *args: Any, **options: Any) -> list[Customer]:
        """Make the keys of new customers in one go, then store them."""
        rows = list(objs)
        new = [row for row in rows if cast("UUID | None", row.data_key_id) is None]
        for row, key_id in zip(new, keyring.make(len(new)) if new else (), strict=True):
            row.data_key_id = key_id
        return super().bulk_create(rows, *args, **options)


class Customer(Tracked):
    """A customer record: where they live, loyalty, orders and earlier contacts."""

    # What is sealed with it: this record, its history, and all that their tickets hold.
    data_key = DataKeyField(made=True)
    code = models.CharField(max_length=80, unique=True, validators=[code_validator])
    name = SealedTextField(
        key="data_key_id",
        row=("code",),
        max_length=200,
        blank=True,
        help_text="Empty when unknown.",
    )
    state = models.CharField(
        max_length=6, blank=True, validators=[state_validator], help_text="Empty when unknown."
    )
    loyalty = SealedJSONField(
        key="data_key_id",
        row=("code",),
        null=True,
        blank=True,
        help_text="{“tier”: “gold”, “points”: 840}, or nothing.",
    )
    orders = SealedJSONField(
        key="data_key_id",
        row=("code",),
        default=list,
        blank=True,
        help_text="A list of {id, brand, location, item, total, date, status, channel, details}.",
    )
    consents = SealedJSONField(
        key="data_key_id",
        row=("code",),
        default=dict,
        blank=True,
        help_text="What the customer agreed to or refused: {“marketing_sms”: false}.",
    )
    contacts = SealedJSONField(
        key="data_key_id",
        row=("code",),
        default=list,
        blank=True,
        help_text="Earlier contacts, one line each.",
    )

    is_configuration = False
    objects = CustomerQuerySet.as_manager()

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)

    def __str__(self) -> str:
        # It ends up in places that nothing erases.
        return self.code

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

    def clean_deletion(self) -> None:
        """Refuse: a deleted record would leave its history readable, and could be held.

        Raises:
            ValidationError: always; customers are erased, with their key.
        """
        raise ValidationError(
            f"Customers are erased and not deleted: find {self.code} under Stored data."
        )
