"""What a voice is looked at for: a trade, a brand of it, or one location, and a channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from compliance.gate.types import ToneOverlay
from compliance.models import EVERY_CHANNEL, ChannelRestriction, Concept
from compliance.models import ToneOverlay as ToneOverlayRow
from compliance.voices import tone_overlay
from console.resolved.asking import MOST_FOUND, USUAL_CHANNEL, find
from drafting.context.configuration import StoredConfiguration
from locations.models import Location
from locations.queries import visible_locations

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, slots=True)
class Scope:
    """A scope with a location that stands for it: the one asked for, or the first of its kind."""

    place: Location
    by_brand: bool
    by_location: bool
    channel: str

    @property
    def title(self) -> str:
        """The scope in words."""
        if self.by_location:
            return self.place.name
        if self.by_brand:
            return f"{self.place.brand.name}, {self.place.vertical.name}"
        return str(self.place.vertical.name)

    def overlays(self) -> list[ToneOverlayRow]:
        """Return the overlays that make this scope's voice, on its channel. One query."""
        return [
            row
            for row in StoredConfiguration().overlays(self.place)
            if (self.by_location or row.location is None)
            and (self.by_brand or row.brand is None)
            and row.channel in {"", self.channel}
        ]

    def voice(self, rows: list[ToneOverlayRow]) -> ToneOverlay:
        """Return the voice that overlays of the scope amount to."""
        return tone_overlay(rows, self.channel, Concept.objects.in_force)


class ScopeForm(forms.Form):
    """The choice of a scope among a person's own locations."""

    use_required_attribute = False

    of = forms.CharField(label="Trade and brand", required=False, max_length=130)
    location = forms.CharField(
        required=False,
        max_length=100,
        help_text="Its code or a part of its name; empty for all of them.",
    )
    channel = forms.CharField(required=False, max_length=40)

    def __init__(
        self, asked: QueryDict | None, *, user: User, initial: dict[str, str] | None = None
    ) -> None:
        super().__init__(asked, initial=initial)
        self._mine = visible_locations(user).select_related("brand", "vertical")
        self._user = user
        self.scope: Scope | None = None
        self._channels = sorted(
            ChannelRestriction.objects.exclude(code=EVERY_CHANNEL).values_list("code", flat=True)
        )
        usual = USUAL_CHANNEL if USUAL_CHANNEL in self._channels else "".join(self._channels[:1])
        self._offer("channel", [(code, code) for code in self._channels], usual)
        pairs = list(
            self._mine.order_by("vertical__name", "brand__name")
            .values_list("vertical__code", "vertical__name", "brand__code", "brand__name")
            .distinct()
        )
        trades = {code: name for code, name, _, _ in pairs}
        scopes = [
            each
            for trade, name in trades.items()
            for each in (
                (trade, f"{name}, every brand"),
                *(
                    (f"{trade}/{brand}", f"{name}: {brand_name}")
                    for code, _, brand, brand_name in pairs
                    if code == trade
                ),
            )
        ]
        self._offer("of", scopes, scopes[0][0] if scopes else "")

    def clean(self) -> dict[str, Any]:
        """Find the location that stands for the scope."""
        given: dict[str, Any] = super().clean() or {}
        channel = given.get("channel") or self.fields["channel"].initial
        if channel not in self._channels:
            self.add_error("channel", "Choose a channel of the list; none means none is set up.")
        if words := given.get("location"):
            place = self._named(words)
        else:
            place = self._first(given.get("of") or self.fields["of"].initial)
        if place is not None and not self.errors:
            by_location = bool(given.get("location"))
            by_brand = by_location or "/" in (given.get("of") or self.fields["of"].initial)
            self.scope = Scope(place, by_brand, by_location, channel)
        return given

    def _first(self, scope: str) -> Location | None:
        trade, _, brand = scope.partition("/")
        among = self._mine.filter(vertical__code=trade)
        if brand:
            among = among.filter(brand__code=brand)
        place = among.order_by("code").first()
        if place is None:
            self.add_error(
                "of", "No location of yours is of this trade and brand; choose one of the list."
            )
        return place

    def _named(self, words: str) -> Location | None:
        exact = self._mine.filter(code=words).first()
        if exact is not None:
            return exact
        found = list(find(self._user, words).select_related("vertical")[: MOST_FOUND + 1])
        if len(found) == 1:
            return found[0]
        if not found:
            self.add_error("location", f"No location of yours has “{words}” in its code or name.")
            return None
        names = ", ".join(f"{each.name} ({each.code})" for each in found[:MOST_FOUND])
        more = " and more" if len(found) > MOST_FOUND else ""
        self.add_error("location", ValidationError(f"Several fit: {names}{more}. Type one’s code."))
        return None

    def _offer(self, name: str, choices: list[tuple[str, str]], initial: str) -> None:
        """Show a field as a list; it stays a text, so that its own fault can say what to do."""
        self.fields[name].widget = forms.Select(choices=choices)
        self.fields[name].initial = initial
