"""What is asked of the log: which events are looked for, and which are to be exported."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.http import QueryDict

from compliance.audit.search import Wanted
from compliance.audit.selection import Selection
from compliance.models import EventType
from console.audit.words import label
from locations.models import Location

MOST_VERSION: Final = 2_000_000_000
_MOMENT: Final = {"placeholder": "2026-11-21 09:30"}
_NO_MOMENT: Final = {"invalid": "Write it as 2026-11-21 09:30."}
_NO_ID: Final = {"invalid": "This is no id: take it over whole, as pages show it."}
_NAME: Final = {"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}


class _Period(forms.Form):
    """Between two moments, at a location."""

    since = forms.DateTimeField(
        label="From (UTC)",
        required=False,
        widget=forms.DateTimeInput(_MOMENT),
        error_messages=_NO_MOMENT,
    )
    until = forms.DateTimeField(
        label="Before (UTC)",
        required=False,
        widget=forms.DateTimeInput(_MOMENT),
        error_messages=_NO_MOMENT,
    )
    # A location that is gone is still in the log: any code may be asked for.
    location = forms.CharField(
        required=False, max_length=80, widget=forms.TextInput(_NAME | {"list": "places"})
    )

    def clean(self) -> dict[str, Any]:
        """Hold the two moments against each other."""
        given: dict[str, Any] = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and since >= until:
            self.add_error("until", "This is not after the moment that it starts at.")
        return given


class SearchForm(_Period):
    """Which events are looked for; nothing means all."""

    types = forms.MultipleChoiceField(
        label="What happened",
        required=False,
        choices=[(kind, label(kind)) for kind in EventType.values],
        widget=forms.CheckboxSelectMultiple,
    )
    actor = forms.CharField(
        label="Who acted (user name)",
        required=False,
        max_length=150,
        widget=forms.TextInput(_NAME),
    )
    ticket = forms.CharField(
        label="Ticket’s id", required=False, max_length=80, widget=forms.TextInput(_NAME)
    )
    draft = forms.UUIDField(
        label="Draft’s id",
        required=False,
        widget=forms.TextInput(_NAME),
        error_messages=_NO_ID,
    )
    rule = forms.CharField(
        label="Rule’s code", required=False, max_length=80, widget=forms.TextInput(_NAME)
    )
    version = forms.IntegerField(
        label="Its version", required=False, min_value=1, max_value=MOST_VERSION
    )
    decision = forms.UUIDField(
        label="Decision’s id",
        required=False,
        widget=forms.TextInput(_NAME),
        error_messages=_NO_ID,
    )
    before = forms.UUIDField(required=False, widget=forms.HiddenInput)

    field_order = (
        "since",
        "until",
        "location",
        "actor",
        "ticket",
        "draft",
        "rule",
        "version",
        "decision",
        "types",
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a rule where a version is given."""
        given = super().clean()
        if given.get("version") and not given.get("rule"):
            self.add_error("version", "Say of which rule.")
        return given

    @property
    def wanted(self) -> Wanted:
        """What a valid form looks for."""
        given = self.cleaned_data
        return Wanted(
            types=tuple(given["types"]),
            **{name: given[name] for name in self.field_order if name != "types"},
        )

    @property
    def narrowed(self) -> list[str]:
        """The labels of what was given."""
        return [
            str(self.fields[name].label or name.capitalize())
            for name in self.field_order
            if self.cleaned_data.get(name)
        ]


class ExportForm(_Period):
    """Which events are exported, and whether their texts go along."""

    agent = forms.CharField(
        label="Agent’s user name",
        required=False,
        max_length=150,
        widget=forms.TextInput(_NAME),
        help_text="What the agent did, and every event of those drafts.",
    )
    ticket = forms.CharField(
        label="Ticket’s id", required=False, max_length=80, widget=forms.TextInput(_NAME)
    )
    rule = forms.CharField(
        label="Rule’s code",
        required=False,
        max_length=80,
        widget=forms.TextInput(_NAME),
        help_text="Its versions, and every event of the drafts that were gated with it.",
    )
    draft = forms.UUIDField(
        label="Draft’s id",
        required=False,
        widget=forms.TextInput(_NAME),
        error_messages=_NO_ID,
    )
    texts = forms.BooleanField(label="With the texts of drafts and replies", required=False)
    confirm = forms.BooleanField(
        label="I may release these texts to whom I give the file", required=False
    )

    field_order = ("since", "until", "location", "agent", "ticket", "rule", "draft")

    def __init__(self, asked: QueryDict | None = None, *, final: bool = False) -> None:
        super().__init__(asked)
        self._final = final

    def clean(self) -> dict[str, Any]:
        """Release texts only to whom says that they may be."""
        given = super().clean()
        if self._final and given.get("texts") and not given.get("confirm"):
            self.add_error("confirm", "Texts are released only when you confirm it.")
        return given

    @property
    def selection(self) -> Selection:
        """What a valid form selects."""
        return Selection(**{name: self.cleaned_data[name] for name in self.field_order})


def places() -> list[tuple[str, str]]:
    """Return codes and names of locations, to choose from. One query."""
    return list(Location.objects.order_by("code").values_list("code", "name"))
