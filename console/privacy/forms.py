"""What the pages about stored data are given: a name to look for, a hold, a confirmed erasure."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from drafting.models import Customer, Ticket
from drafting.privacy.asking import MAX_REASON
from drafting.privacy.holds import MAX_MATTER, Scope
from locations.models import Location


class FindForm(forms.Form):
    """A customer by code, or a ticket by our own id."""

    name = forms.CharField(
        label="Customer code or ticket id",
        max_length=100,
        help_text="The code as your records have it, or our id of a ticket.",
    )


class EraseForm(forms.Form):
    """Why, and the name typed once more: nothing brings it back."""

    reason = forms.CharField(
        label="Why",
        max_length=MAX_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept for good, with your name. Name nobody in it.",
    )
    confirm = forms.CharField(max_length=100)

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._name = name
        self.fields["confirm"].label = f"Type {name} to confirm"

    def clean_confirm(self) -> str:
        """Refuse what is not the name, to the letter."""
        typed: str = self.cleaned_data["confirm"].strip()
        if typed != self._name:
            raise forms.ValidationError(f"This is not {self._name}; nothing was erased.")
        return typed


class ReleaseForm(forms.Form):
    """Why a hold is released."""

    reason = forms.CharField(label="Why it is released", max_length=MAX_REASON)


class HoldForm(forms.Form):
    """What to keep, for which matter and why: one customer, one ticket, or a place and days."""

    customer = forms.CharField(
        label="Customer code", required=False, max_length=80, help_text="With every ticket."
    )
    ticket = forms.CharField(label="Ticket id", required=False, max_length=40)
    location = forms.CharField(label="Location code", required=False, max_length=80)
    since = forms.DateField(label="From", required=False)
    until = forms.DateField(
        label="To", required=False, help_text="Days in UTC, both included: 2026-11-30."
    )
    matter = forms.CharField(
        max_length=MAX_MATTER, help_text="The case or reference that it is for."
    )
    reason = forms.CharField(
        label="Why",
        max_length=MAX_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept for good, with your name. Name nobody in it.",
    )

    def clean_customer(self) -> Customer | None:
        """Find the customer."""
        code = self.cleaned_data["customer"]
        found = Customer.objects.filter(code=code).first() if code else None
        if code and found is None:
            raise forms.ValidationError("There is no customer with this code.")
        return found

    def clean_ticket(self) -> Ticket | None:
        """Find the ticket."""
        given = self.cleaned_data["ticket"]
        found = find_ticket(given) if given else None
        if given and found is None:
            raise forms.ValidationError("There is no ticket with this id.")
        return found

    def clean_location(self) -> Location | None:
        """Find the location."""
        code = self.cleaned_data["location"]
        found = Location.objects.filter(code=code).first() if code else None
        if code and found is None:
            raise forms.ValidationError("There is no location with this code.")
        return found

    @property
    def scope(self) -> Scope:
        """What a valid form names."""
        given = self.cleaned_data
        return Scope(
            customer=given["customer"],
            ticket=given["ticket"],
            location=given["location"],
            since=given["since"],
            until=given["until"],
        )


def find_ticket(given: str) -> Ticket | None:
    """Return a ticket by our id, as somebody typed it."""
    try:
        identity = UUID(given.strip())
    except ValueError:
        return None
    return Ticket.objects.select_related("location", "customer").filter(pk=identity).first()
