"""What a preview is asked for: place, moment, customer; read from an address, faults by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict

from compliance.models import EVERY_CHANNEL, ChannelRestriction
from console.resolved.words import moment_of
from drafting.models import TicketClass
from locations.models import Location
from locations.models.fields import STATES, state_validator
from locations.queries import visible_locations

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# The page is an address that can be shared; web servers cut those at 4,094 bytes.
MOST_MESSAGE_BYTES: Final = 2_500
MOST_FOUND: Final = 20
USUAL_CHANNEL: Final = "email"
YEARS: Final = (2000, 2099)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a preview: a place, a moment in its zone, and the customer's state if known."""

    location: Location
    at: datetime
    state: str | None

    @property
    def moment(self) -> str:
        """The moment in words, with the name of its clock."""
        return moment_of(self.at)


@dataclass(frozen=True, slots=True)
class Wall:
    """A local time as an instant, and what to say where the clocks change at it."""

    at: datetime
    note: str = ""
    comes_twice: bool = False


def read_wall(typed: str, zone: ZoneInfo, *, second: bool = False) -> Wall:
    """Turn a local time (``2026-11-01T01:30``) of a zone into an instant.

    A time that the spring change skips is taken as much later as clocks jump; of one that autumn
    brings twice the first is taken, or the second if asked.

    Raises:
        ValidationError: when it is no time, or of a year that nobody plans for.
    """
    try:
        naive = datetime.fromisoformat(typed)
    except ValueError:
        naive = None
    if naive is None or naive.tzinfo is not None:
        raise ValidationError(
            f"“{typed[:40]}” is no local date and time; write it as 2026-11-26T12:00."
        )
    if not YEARS[0] <= naive.year <= YEARS[1]:
        raise ValidationError(f"Choose a year from {YEARS[0]} to {YEARS[1]}.")
    first = naive.replace(tzinfo=zone, fold=0)
    later = naive.replace(tzinfo=zone, fold=1)
    before, after = first.utcoffset() or timedelta(), later.utcoffset() or timedelta()
    if before == after:
        return Wall(first)
    if before < after:
        taken = (naive + (after - before)).replace(tzinfo=zone)
        return Wall(
            taken,
            f"{naive:%H:%M} does not exist on this day: clocks go forward. "
            f"{taken:%H:%M} {taken.tzname()} was taken.",
        )
    chosen, other = (later, first) if second else (first, later)
    return Wall(
        chosen,
        f"{naive:%H:%M} comes twice on this day: clocks go back. The "
        f"{'second' if second else 'first'} was taken, {chosen.tzname()}; the other is "
        f"{other.tzname()}.",
        comes_twice=True,
    )


def find(user: User, words: str) -> QuerySet[Location]:
    """Return the person's locations whose code, name or city holds the words, by code."""
    return (
        visible_locations(user)
        .filter(Q(code__icontains=words) | Q(name__icontains=words) | Q(city__icontains=words))
        .select_related("brand")
        .order_by("code")
    )


class PreviewForm(forms.Form):
    """The question, as it stands in the address."""

    use_required_attribute = False

    location = forms.CharField(
        max_length=100,
        help_text="Its code, or a part of its code, name or city to search for.",
        error_messages={"required": "Name a location: its code, or a part of its name or city."},
    )
    at = forms.CharField(
        label="Moment",
        required=False,
        max_length=40,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        help_text="In the location’s own time; empty means now.",
    )
    state = forms.CharField(label="Customer’s state", required=False, max_length=10)
    channel = forms.CharField(required=False, max_length=40)
    ticket_class = forms.CharField(required=False, max_length=60)
    message = forms.CharField(
        label="Customer’s message",
        required=False,
        strip=True,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Locations that it names are resolved as well. Nothing is stored; it stands in "
        "the address of the page.",
    )
    with_location = forms.CharField(
        label="Another location",
        required=False,
        max_length=100,
        help_text="Its code, or words to search for.",
    )
    with_at = forms.CharField(
        label="Another moment",
        required=False,
        max_length=40,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        help_text="In the time of the location it is compared at.",
    )
    with_state = forms.CharField(label="Another customer’s state", required=False, max_length=10)
    second = forms.BooleanField(required=False, widget=forms.HiddenInput)
    with_second = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict, *, user: User, now: datetime) -> None:
        super().__init__(asked or None)
        self._user = user
        self._now = now
        self.found: dict[str, list[Location]] = {}
        self.notes: dict[str, Wall] = {}
        self.left: Side | None = None
        self.right: Side | None = None
        channels = ChannelRestriction.objects.exclude(code=EVERY_CHANNEL)
        self._channels = sorted(channels.values_list("code", flat=True))
        self._classes = list(TicketClass.objects.order_by("name").values_list("code", "name"))
        states = [(code, code) for code in STATES]
        self._offer("channel", [(code, code) for code in self._channels])
        self._offer("ticket_class", [("", "None"), *self._classes])
        self._offer("state", [("", "Unknown"), *states])
        self._offer("with_state", [("", "The same"), ("unknown", "Unknown"), *states])
        self.fields["channel"].initial = self._usual_channel
        if self.is_bound and not self.data.get("channel"):
            # The list must show what is answered.
            self.data = asked.dict() | {"channel": self._usual_channel}

    def clean_state(self) -> str | None:
        """The customer's state, ``None`` when unknown."""
        return self._state("state")

    def clean_channel(self) -> str:
        """An existing channel; the usual one when none is named."""
        code: str = self.cleaned_data["channel"] or self._usual_channel
        if not code:
            raise ValidationError(
                "There is no channel yet: add one under Channel restrictions, then come back."
            )
        if code not in self._channels:
            raise ValidationError(
                f"There is no channel “{code}”; choose {_either(self._channels)}."
            )
        return code

    def clean_ticket_class(self) -> str:
        """An existing ticket class, or none."""
        code: str = self.cleaned_data["ticket_class"]
        if code and code not in dict(self._classes):
            raise ValidationError(f"There is no ticket class “{code}”; choose one of the list.")
        return code

    def clean_message(self) -> str:
        """A message that still fits an address."""
        message: str = self.cleaned_data["message"]
        if len(quote(message)) > MOST_MESSAGE_BYTES:
            raise ValidationError(
                "This message is too long for an address that can be shared; shorten it."
            )
        return message

    def clean_with_state(self) -> str | None:
        """The other customer's state; ``None`` when it is unknown."""
        if self.cleaned_data["with_state"] == "unknown":
            return None
        return self._state("with_state")

    def clean(self) -> dict[str, Any]:
        """Find the places, then read each moment in its own place's time."""
        given: dict[str, Any] = super().clean() or {}
        here = self._place("location", given.get("location", ""))
        at = self._moment("at", here, given.get("second", False))
        if here is not None and at is not None and "state" not in self.errors:
            self.left = Side(here, at, given["state"])
        if self.compares:
            self._clean_other(given, here, at)
        return given

    @property
    def compares(self) -> bool:
        """Whether something to compare with is named."""
        return any(self.data.get(name) for name in ("with_location", "with_at", "with_state"))

    def address(self, **changed: str) -> str:
        """The question as the end of an address, with parts of it changed; ``""`` drops one."""
        kept = {name: str(self.data.get(name, "")) for name in self.fields}
        return "?" + urlencode({name: v for name, v in (kept | changed).items() if v})

    # --- Reading -----------------------------------------------------------------------------

    def _clean_other(
        self, given: dict[str, Any], here: Location | None, at: datetime | None
    ) -> None:
        there = here
        if given.get("with_location"):
            there = self._place("with_location", given["with_location"])
        moment = at
        if given.get("with_at"):
            moment = self._moment("with_at", there, given.get("with_second", False))
        elif there is not None and at is not None:
            moment = at.astimezone(ZoneInfo(there.zone))
        state = given.get("with_state") if self.data.get("with_state") else given.get("state")
        if there is not None and moment is not None and not self.errors:
            self.right = Side(there, moment, state)

    def _place(self, name: str, words: str) -> Location | None:
        if not words or name in self.errors:
            return None
        mine = visible_locations(self._user).select_related("brand", "vertical")
        exact = mine.filter(code=words).first()
        if exact is not None:
            return self._with_zone(name, exact)
        self.found[name] = list(find(self._user, words)[: MOST_FOUND + 1])
        if self.found[name]:
            self.add_error(name, f"No location of yours has the code “{words}”. Choose one below.")
        else:
            self.add_error(
                name,
                f"No location of yours has “{words}” in its code, name or city. Try fewer letters, "
                "or ask an operator whether it is on your roster.",
            )
        return None

    def _with_zone(self, name: str, place: Location) -> Location | None:
        try:
            ZoneInfo(place.zone)
        except (KeyError, ValueError, OSError):
            self.add_error(
                name,
                f"{place.name} has the time zone “{place.zone}”, which does not exist; mend it on "
                "the location’s page. Until then every draft for it is held.",
            )
            return None
        return place

    def _moment(self, name: str, place: Location | None, second: bool) -> datetime | None:
        typed = self.cleaned_data.get(name, "")
        if name in self.errors:
            return None
        # Without its place a moment is still read, so that its own fault is told at once.
        zone = ZoneInfo(place.zone if place is not None else "UTC")
        if not typed:
            return self._now.astimezone(zone).replace(second=0, microsecond=0)
        try:
            wall = read_wall(typed, zone, second=second)
        except ValidationError as error:
            self.add_error(name, error)
            return None
        if wall.note and place is not None:
            self.notes[name] = wall
        return wall.at

    def _state(self, name: str) -> str | None:
        code: str = self.cleaned_data[name]
        if code:
            state_validator(code)
        return code or None

    @property
    def _usual_channel(self) -> str:
        if USUAL_CHANNEL in self._channels:
            return USUAL_CHANNEL
        return self._channels[0] if self._channels else ""

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Show a field as a list; it stays a text, so that its own fault can say what to do."""
        self.fields[name].widget = forms.Select(choices=choices)


def _either(codes: list[str]) -> str:
    return ", ".join(codes[:-1]) + f" or {codes[-1]}" if len(codes) > 1 else codes[0]
