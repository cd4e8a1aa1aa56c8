"""What a text is tried against: a place, a moment, a customer and a channel."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from console.explaining.trying import Trial
from console.resolved.asking import PreviewForm
from drafting.gating import MAX_TEXT_CHARS
from drafting.models import Customer

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class TrialForm(PreviewForm):
    """The questions of a preview, beside the text; sent in the body, so it may be long."""

    text = forms.CharField(
        label="Reply",
        strip=False,
        max_length=MAX_TEXT_CHARS,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Type or paste the text of a reply."},
    )
    customer = forms.CharField(
        label="Customer",
        required=False,
        max_length=80,
        help_text="The customer’s code; empty for an unknown sender.",
    )
    message = forms.CharField(
        label="What the customer wrote",
        required=False,
        max_length=MAX_TEXT_CHARS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, asked: QueryDict, *, user: User, now: datetime) -> None:
        super().__init__(asked, user=user, now=now)
        # A trial has one side only; the class of the ticket follows from its message.
        for name in ("with_location", "with_at", "with_state", "with_second", "ticket_class"):
            del self.fields[name]

    def clean_text(self) -> str:
        """A text that says something."""
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if not text.strip():
            raise ValidationError("Type or paste the text of a reply.")
        return text

    def clean_customer(self) -> str:
        """An existing customer, or none."""
        code: str = self.cleaned_data["customer"]
        if code and not Customer.objects.filter(code=code).exists():
            raise ValidationError(
                f"There is no customer “{code}”; leave it empty for an unknown sender."
            )
        return code

    def clean_message(self) -> str:
        """What the customer wrote, as long as it may be."""
        message: str = self.cleaned_data["message"].replace("\r\n", "\n")
        return message

    @property
    def trial(self) -> Trial | None:
        """The trial that is asked for; ``None`` while something about it is wrong."""
        given: dict[str, Any] = getattr(self, "cleaned_data", {})
        if self.errors or self.left is None:
            return None
        return Trial(
            location=self.left.location.code,
            channel=given["channel"],
            text=given["text"],
            at=self.left.at,
            customer=given["customer"],
            customer_state=self.left.state or "",
            message=given["message"],
        )
