"""What the pages of affected drafts are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from drafting.affected import KINDS, Asked, Became, read_condition
from drafting.context.fingerprints import condition

MOST_CHARS = 250


class AskedForm(forms.Form):
    """One condition as it is written (``rule:R1:3``), and between which moments.

    Addresses may name its parts instead: ``?kind=rule&name=R1&version=3``.
    """

    condition = forms.CharField(
        label="Made under",
        max_length=MOST_CHARS,
        help_text=(
            "As rule:CODE:VERSION; a policy says whose it is, as policy:TERM/location:CODE. "
            "Without a version, every one. Pick one, or begin to type."
        ),
        widget=forms.TextInput(attrs={"list": "conditions", "autocomplete": "off"}),
    )
    since = forms.DateTimeField(label="Drafted since", required=False)
    until = forms.DateTimeField(label="Until, not included", required=False)
    became = forms.ChoiceField(
        required=False,
        choices=[("", "all"), *((each.value, each.value) for each in Became)],
        widget=forms.HiddenInput,
    )

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        super().__init__(None if given is None else _whole(given))

    def clean_condition(self) -> str:
        """Read the condition.

        Raises:
            ValidationError: when it names nothing that drafts are made under.
        """
        said: str = self.cleaned_data["condition"]
        try:
            read_condition(said)
        except ValueError as error:
            raise ValidationError(
                f"Write a kind and a name, as rule:R1:3. Kinds are {', '.join(KINDS)}."
            ) from error
        return said

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        given: dict[str, Any] = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and since >= until:
            self.add_error("until", "This is not after the moment that it starts at.")
        return given

    @property
    def asked(self) -> Asked:
        """What a valid form asks for."""
        given = self.cleaned_data
        kind, name, version = read_condition(given["condition"])
        return Asked(kind, name, version, given["since"], given["until"])

    @property
    def narrowed_to(self) -> Became | None:
        """To what became of them the list is narrowed."""
        said = self.cleaned_data["became"]
        return Became(said) if said else None


class RecallForm(AskedForm):
    """The same, the drafts that were ticked, and why they are taken back."""

    reason = forms.CharField(required=False)
    seen_at = forms.DateTimeField(required=False)
    recall = forms.UUIDField(required=False)

    def __init__(self, given: Any) -> None:
        super().__init__(given)
        self._ticked = given.getlist("draft")

    def clean(self) -> dict[str, Any]:
        """Read which drafts are ticked; none means all that are visible."""
        given = super().clean()
        try:
            given["drafts"] = [UUID(each) for each in self._ticked] or None
        except ValueError:
            self.add_error(None, "These are no drafts; go back to the list and tick some.")
        return given


def _whole(given: Mapping[str, str]) -> dict[str, str]:
    """Return what is given with the condition in one piece."""
    whole = {name: given[name] for name in given}
    if "condition" not in whole and whole.get("kind"):
        version = whole.get("version", "").strip()
        written = condition(whole["kind"], whole.get("name", ""))
        whole["condition"] = f"{written}:{version}" if version else written
    return whole
