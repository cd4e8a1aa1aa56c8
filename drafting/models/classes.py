"""Ticket classes and the reply templates that the composer draws from."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from drafting.backends.slots import SLOTS, unknown_slots
from locations.models.fields import Words, code_validator
from locations.models.places import Brand, Vertical
from locations.models.tracked import Tracked


class TicketClass(Tracked):
    """What a ticket is about, with the words that tell. A new one needs no code."""

    code = models.CharField(max_length=60, unique=True, validators=[code_validator])
    name = models.CharField(max_length=200)
    cues = Words(help_text="Words and phrases of customers; more specific ones weigh more.")
    priority = models.PositiveIntegerField(
        default=100, help_text="Between classes that fit equally well, the lower number wins."
    )

    save_offers = models.BooleanField(
        "may use save-offers",
        default=False,
        help_text="Only in such classes may a reply make an offer that keeps a customer.",
    )

    class Meta(Tracked.Meta):
        abstract = False
        verbose_name_plural = "ticket classes"
        ordering = ("priority", "code")

    def __str__(self) -> str:
        return self.name


class ReplyTemplate(Tracked):
    """A reply the operator wrote, with slots for facts: the composer fills and gates it.

    Single line breaks flow together, a blank line starts a paragraph. A line with a slot that no
    fact fills is left out; a reply that keeps nothing but its greeting is not sent.
    """

    code = models.CharField(max_length=80, unique=True, validators=[code_validator])
    ticket_class = models.ForeignKey(TicketClass, models.PROTECT, related_name="templates")
    vertical = models.ForeignKey(Vertical, models.PROTECT, null=True, blank=True)
    brand = models.ForeignKey(Brand, models.PROTECT, null=True, blank=True)
    channels = Words(help_text="Channels it is for; empty means all.")
    body = models.TextField(help_text="Plain text with {slots}, such as {hours.today}.")
    active = models.BooleanField(default=True)

    class Meta(Tracked.Meta):
        abstract = False
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        """Refuse a slot that nothing can fill: its line would never be sent."""
        super().clean()
        unknown = unknown_slots(self.body)
        if unknown:
            raise ValidationError(
                {
                    "body": f"{', '.join(unknown)}: no such slot. Known are "
                    f"{', '.join(f'{{{slot}}}' for slot in SLOTS)}, "
                    "{hours.<type>.today} (such as pickup), {policy.<key>} and "
                    "{policy.<key>.sentence}."
                }
            )
