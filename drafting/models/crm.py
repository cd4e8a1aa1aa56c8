"""Where customer records are read from when a ticket arrives."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from drafting.crm.mapping import MappingError, check_mapping
from drafting.outbound.fetch import address_problem
from locations.models.fields import code_validator
from locations.models.tracked import Tracked

PLACEHOLDER = "{customer}"


class CrmConnection(Tracked):
    """A CRM that answers with one customer's record as JSON. At most one is in use."""

    code = models.CharField(max_length=60, unique=True, validators=[code_validator])
    active = models.BooleanField(
        "in use", default=True, help_text="Asked for the customer of every new ticket."
    )
    url = models.CharField(
        "address",
        max_length=500,
        help_text="With {customer} where the customer's code belongs: "
        "https://crm.example.com/v2/customers/{customer}.",
    )
    fields = models.JSONField(
        default=dict,
        blank=True,
        help_text="Where each part of a record stands in the CRM's answer, as {“name”: "
        "“profile.full_name”, “orders”: “purchases”, “order.id”: “number”}. A part that is left "
        "out is looked for under its own name.",
    )
    timeout_seconds = models.PositiveSmallIntegerField(
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text="How long one call may take in all; then the ticket is taken in without.",
    )

    class Meta(Tracked.Meta):
        abstract = False
        verbose_name = "CRM connection"
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("active",),
                name="crm_connection_one_in_use",
                condition=Q(active=True),
                violation_error_message="Another connection is in use; switch that one off first.",
            ),
        )

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """Refuse an address without its placeholder, and a mapping that cannot work."""
        super().clean()
        if self.url.count(PLACEHOLDER) != 1:
            raise ValidationError({"url": f"Write {PLACEHOLDER} once, where the code belongs."})
        problem = address_problem(self.url.replace(PLACEHOLDER, "c1"))
        if problem:
            raise ValidationError({"url": problem})
        if PLACEHOLDER in self.url.partition("://")[2].partition("/")[0]:
            raise ValidationError({"url": "The code belongs into the path, not into the host."})
        try:
            check_mapping(self.fields)
        except MappingError as error:
            raise ValidationError({"fields": str(error)}) from error
