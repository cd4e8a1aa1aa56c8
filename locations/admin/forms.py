"""Change forms that ask why, and that notice when someone else was faster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from locations.admin.fields import ListField, ReadableJSONField
from locations.admin.history import changed_fields, who
from locations.models import Brand, Location, Vertical
from locations.models.tracked import Tracked

if TYPE_CHECKING:
    _Form = forms.ModelForm[Tracked]
else:
    _Form = forms.ModelForm

# Lists of codes are short: one line with commas. Their codes must exist, or the row would apply
# to nothing without anyone noticing.
_CODES: dict[str, Any] = {
    "locations": Location,
    "include": Location,
    "exclude": Location,
    "verticals": Vertical,
    "brands": Brand,
}
_COMMAS = {*_CODES, "states", "excluded_states", "channels", "weekdays", "flags"}


class VersionedForm(_Form):
    """A form that remembers which version it was opened with."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The stored version; the instance's own is raised by the save.
        self.stored_version: int | None = self.instance.version if self.instance.pk else None
        if "seen_version" in self.fields:
            self.fields["seen_version"].initial = self.stored_version

    @property
    def changed_fields(self) -> list[str]:
        """The fields of the row that differ from what is stored."""
        return [name for name in self.changed_data if name not in {"seen_version", "change_reason"}]

    def clean(self) -> dict[str, Any]:
        """Refuse a form that was opened before someone else's change; nothing typed is lost."""
        cleaned = super().clean() or {}
        seen = cleaned.get("seen_version")
        if self.stored_version is not None and seen not in {None, self.stored_version}:
            self._refuse_stale(int(seen or 0))
        for name, model in _CODES.items():
            if name in cleaned:
                self._refuse_unknown_codes(name, model, cleaned[name])
        return cleaned

    def _refuse_unknown_codes(self, name: str, model: Any, codes: list[str]) -> None:
        known = set(
            model._default_manager.filter(code__in=codes).values_list("code", flat=True)
            if codes
            else ()
        )
        unknown = [code for code in codes if code not in known]
        if unknown:
            self.add_error(
                name,
                f"No {model._meta.verbose_name} has the code {', '.join(unknown)}; "
                "check the spelling.",
            )

    def _refuse_stale(self, seen: int) -> None:
        theirs = changed_fields(self.instance, since=seen)
        words = "; ".join(f"{change.field}: {change.old} → {change.new}" for change in theirs)
        self.add_error(
            None,
            ValidationError(
                f"{who(self.instance)} changed this while you were editing"
                f"{f' ({words})' if words else ''}. What you typed is still below. Compare, "
                "then save again: that replaces their values with yours where they differ.",
                code="stale",
            ),
        )
        # The next submission speaks for the version that the message has just shown.
        data: Any = self.data
        data = data.copy()
        data[self.add_prefix("seen_version")] = str(self.stored_version)
        self.data = data


class ConfigurationForm(VersionedForm):
    """The form of one row: its fields and, always, why they change."""

    change_reason = forms.CharField(
        label="Reason for this change",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        help_text="Kept in the history, with your name.",
        error_messages={"required": "Say why this changes; it is kept in the history."},
    )


def form_field(db_field: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    """Return the readable form field for lists and JSON, or None for every other column."""
    if isinstance(db_field, ArrayField):
        entry = db_field.base_field.formfield() or forms.CharField()
        # The model's validators of one entry: Django would run them for the list as a whole.
        entry.validators = [*entry.validators, *db_field.base_field.validators]
        return ListField(
            entry=entry,
            commas=db_field.name in _COMMAS,
            label=_label(db_field),
            help_text=db_field.help_text,
            required=not db_field.blank,
        )
    # One that is sealed says so itself: it is kept as bytes.
    if isinstance(db_field, models.JSONField) or getattr(db_field, "holds_json", False):
        return ReadableJSONField(
            empty=db_field.get_default,
            label=_label(db_field),
            help_text=db_field.help_text,
            required=not db_field.blank,
        )
    return None


def _label(db_field: models.Field[Any, Any]) -> str:
    name = str(db_field.verbose_name)
    return name[:1].upper() + name[1:]
