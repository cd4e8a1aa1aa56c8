"""What learning a voice is given: a file and a scope, and what of it is taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from compliance.learned import Scope
from compliance.learning.samples import COLUMNS, FEWEST_REPLIES, MAX_BYTES, MAX_REPLIES
from compliance.models import EVERY_CHANNEL, ChannelRestriction, ToneProposal
from locations.models import Brand, Location, Vertical

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class UploadForm(forms.Form):
    """The file, and the scope of the overlay that is learned."""

    use_required_attribute = False

    file = forms.FileField(
        label="Approved replies",
        help_text=f"CSV with a column {', '.join(COLUMNS[:-1])} or {COLUMNS[-1]}; lines of JSON; "
        "or text with a line of --- between replies. "
        f"{FEWEST_REPLIES} to {MAX_REPLIES:,} replies, at most {MAX_BYTES // 1024 // 1024} MB.",
        error_messages={
            "required": "Choose a file of approved replies.",
            "empty": "The file is empty; choose one with approved replies.",
        },
    )
    column = forms.CharField(
        required=False,
        max_length=100,
        help_text="Only where the column of the replies has another name.",
    )
    vertical = forms.ModelChoiceField(
        Vertical.objects.order_by("name"),
        to_field_name="code",
        label="Trade",
        required=False,
        empty_label="any",
    )
    brand = forms.ModelChoiceField(
        Brand.objects.order_by("name"), to_field_name="code", required=False, empty_label="any"
    )
    location = forms.CharField(
        required=False, max_length=100, help_text="Its code, where one location has its own voice."
    )
    channel = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = ChannelRestriction.objects.exclude(code=EVERY_CHANNEL).order_by("code")
        channels = [(code, code) for code in codes.values_list("code", flat=True)]
        self.fields["channel"].choices = [("", "every channel"), *channels]  # type: ignore[attr-defined]

    def clean_file(self) -> UploadedFile[Any]:
        """Refuse a file that is too large before it is read."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise ValidationError("The file is too large; take a part of the replies.")
        return file

    def clean_location(self) -> Location | None:
        """An existing location, or none."""
        code: str = self.cleaned_data["location"]
        place = Location.objects.filter(code=code).select_related("brand", "vertical").first()
        if code and place is None:
            raise ValidationError(f"There is no location “{code}”; type its code.")
        return place

    def clean(self) -> dict[str, Any]:
        """Say what the voice is for: a trade, a brand or both, or one location."""
        given: dict[str, Any] = super().clean() or {}
        wider = given.get("vertical") or given.get("brand")
        if given.get("location") and wider:
            self.add_error("location", "One location has one trade and brand: leave these at any.")
        elif not (given.get("location") or wider) and not self.errors:
            self.add_error("vertical", "Choose a trade or a brand, or type a location’s code.")
        return given

    @property
    def scope(self) -> Scope:
        """The scope that was chosen."""
        given = self.cleaned_data
        return Scope(given["vertical"], given["brand"], given["location"], given["channel"])


class AcceptForm(forms.Form):
    """Which fields are taken over, and why."""

    fields_taken = forms.MultipleChoiceField(
        required=True, error_messages={"required": "Tick at least one field to take over."}
    )
    reason = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kept in the history, with the number of replies and the file’s hash.",
        error_messages={"required": "Say why this changes; it is kept in the history."},
    )

    def __init__(self, proposal: ToneProposal, data: Any = None) -> None:
        super().__init__(data)
        names = [(each["field"], each["field"]) for each in proposal.proposals]
        self.fields["fields_taken"].choices = names  # type: ignore[attr-defined]
