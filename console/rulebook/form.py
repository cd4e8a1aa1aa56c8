"""The sentences that a rule is tried on."""

from __future__ import annotations

from typing import Final

from django import forms
from django.core.exceptions import ValidationError

MOST_SENTENCES: Final = 30
MOST_CHARS: Final = 6_000


class SampleForm(forms.Form):
    """Sentences as a reply might say them, one a line, and what the customer asked before."""

    sentences = forms.CharField(
        label="Sentences to try",
        max_length=MOST_CHARS,
        help_text="As a reply might say them, one per line.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Type a sentence to try."},
    )
    message = forms.CharField(
        label="What the customer wrote before",
        required=False,
        max_length=MOST_CHARS,
        help_text="Left empty, the sentences are read as answers about the claim.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    heard = forms.BooleanField(
        label="They are a customer’s words",
        required=False,
        help_text="Tried with what the rule hears in a customer’s message.",
    )

    def clean_sentences(self) -> list[str]:
        """The sentences, without empty lines.

        Raises:
            ValidationError: when there are none, or too many to read at once.
        """
        text: str = self.cleaned_data["sentences"]
        found = [line.strip() for line in text.splitlines() if line.strip()]
        if not found:
            raise ValidationError("Type a sentence to try.")
        if len(found) > MOST_SENTENCES:
            raise ValidationError(f"Try at most {MOST_SENTENCES} sentences at once.")
        return found
