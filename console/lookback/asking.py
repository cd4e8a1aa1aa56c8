"""What the page of affected drafts is asked for."""

from __future__ import annotations

from typing import Any

from django import forms

from drafting.affected import KINDS, Asked

MOST_VERSION = 2_000_000_000


class AskedForm(forms.Form):
    """One condition, by kind, name and version, and between which moments."""

    kind = forms.ChoiceField(label="Made under", choices=[(kind, kind) for kind in KINDS])
    name = forms.CharField(label="Its name", max_length=240)
    version = forms.IntegerField(min_value=1, max_value=MOST_VERSION, required=False)
    since = forms.DateTimeField(required=False)
    until = forms.DateTimeField(label="Until, not included", required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a version where there are versions, and only there."""
        given: dict[str, Any] = super().clean() or {}
        kind = given.get("kind")
        if kind is not None and KINDS[kind] and not given.get("version"):
            self.add_error("version", f"Say which version of the {kind}.")
        since, until = given.get("since"), given.get("until")
        if since and until and since >= until:
            self.add_error("until", "This is not after the moment that it starts at.")
        return given

    @property
    def asked(self) -> Asked:
        """What a valid form asks for."""
        given = self.cleaned_data
        return Asked(
            kind=given["kind"],
            name=given["name"],
            version=given["version"] if KINDS[given["kind"]] else None,
            since=given["since"],
            until=given["until"],
        )
