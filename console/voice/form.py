"""What the tone lab is given: a text, the scope of a voice, and who is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from console.voice.scope import ScopeForm
from drafting.gating import MAX_TEXT_CHARS

USUAL_DAYS: Final = 30
PERIODS: Final = tuple((str(days), f"{days} days ago") for days in (7, USUAL_DAYS, 90))

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class DriftForm(ScopeForm):
    """A scope and how far to look back."""

    days = forms.CharField(label="Since", required=False, widget=forms.Select(choices=PERIODS))

    def __init__(self, asked: QueryDict, *, user: User) -> None:
        super().__init__(asked, user=user)
        # The lists must show what is answered.
        shown = {"of": self.fields["of"].initial, "channel": self.fields["channel"].initial}
        self.data = {**shown, "days": str(USUAL_DAYS), **{k: v for k, v in asked.items() if v}}

    def clean_days(self) -> int:
        """One of the periods; the usual one when none is named."""
        days: str = self.cleaned_data["days"] or str(USUAL_DAYS)
        if days not in dict(PERIODS):
            raise ValidationError("Choose a period of the list.")
        return int(days)


class LabForm(ScopeForm):
    """A text for a voice; sent in the body, so it may be long and stands in no address."""

    text = forms.CharField(
        strip=False,
        max_length=MAX_TEXT_CHARS,
        widget=forms.Textarea(attrs={"rows": 5, "autofocus": True}),
        error_messages={"required": "Type or paste a text."},
    )
    customer = forms.CharField(
        label="Customer’s name",
        required=False,
        max_length=200,
        help_text="As it would stand in the ticket: a voice may address people by it.",
    )
    message = forms.CharField(
        label="What the customer wrote",
        required=False,
        max_length=MAX_TEXT_CHARS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    field_order = ("text", "of", "location", "channel", "customer", "message")

    def __init__(
        self, asked: QueryDict | None, *, user: User, initial: dict[str, str] | None = None
    ) -> None:
        super().__init__(asked, user=user, initial=initial)
        self.order_fields(self.field_order)

    def clean_text(self) -> str:
        """A text that says something."""
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if not text.strip():
            raise ValidationError("Type or paste a text.")
        return text

    def clean_message(self) -> str:
        """What the customer wrote."""
        message: str = self.cleaned_data["message"].replace("\r\n", "\n")
        return message
