"""How a composed reply says hello and goodbye: as its voice does, else as suits the voice."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from compliance.gate.slots import slots_in, substitute
from compliance.gate.tone.names import Called, called
from compliance.gate.tone.permitted import Occasion, first_fitting
from compliance.gate.tone.phrases import mentions

if TYPE_CHECKING:
    from drafting.context.payload import ContextPayload

_PUBLIC: Final = frozenset({"no_personal_data", "no_order_or_visit_details"})
# Such a channel takes no full name beside a treatment; the composer never writes one there.
_NO_FULL_NAME: Final = "no_full_names_with_treatment"
# A reply on these is one message of many, which nobody signs.
_SHORT_CHANNELS: Final = frozenset({"sms", "chat"})
# A closing that names one of these needs no signature below it.
_SIGNATURES: Final = frozenset({"location", "brand"})


class Courtesies:
    """The greeting and the closing of one reply."""

    def __init__(self, payload: ContextPayload) -> None:
        self._payload = payload
        self._tone = payload.tone

    @property
    def formal(self) -> bool:
        """Whether the voice is formal: as it says; else, whether it avoids contractions."""
        if self._tone.formality:
            return self._tone.formality == "formal"
        return self._tone.contractions == "avoid"

    @property
    def is_public(self) -> bool:
        """Whether everybody reads the reply, so that it names no customer."""
        return bool(_PUBLIC & self._payload.channel.flags)

    @cached_property
    def names(self) -> Called:
        """What the customer may be called here; nothing in public, or where no name is used."""
        if self.is_public or self._tone.address == "none":
            return Called()
        names = called(self._payload.customer.name)
        if _NO_FULL_NAME in self._payload.channel.flags:
            titled = names.formal if names.formal != names.full else ""
            return Called(names.first, formal=titled)
        return names

    @property
    def greeting(self) -> str:
        """The voice's first greeting that fits, or a plain one with its form of address."""
        names, address = self.names, self._tone.address
        own = first_fitting(self._tone.greetings, self._occasion, self._filled)
        if own:
            return own
        if address == "title":
            return f"Dear {names.formal}," if names.formal else "Hello,"
        name = names.first or names.formal
        says_hi = (
            address == "free" and not self.formal and not mentions("hi", self._tone.prohibited)
        )
        if says_hi:
            return f"Hi {name}," if name else "Hi there,"
        return f"Hello {name}," if name else "Hello,"

    @property
    def closing(self) -> str:
        """The voice's first closing that fits, or a plain one, signed with the location.

        Nothing on a short channel.
        """
        if self._payload.channel.code in _SHORT_CHANNELS:
            return ""
        own = first_fitting(self._tone.closings, self._occasion, self._signed)
        return own or self._signed("Kind regards," if self.formal else "Thanks,")

    @property
    def _occasion(self) -> Occasion:
        return Occasion(
            at=self._payload.facts.at,
            ticket_class=self._payload.ticket_class,
            turn=self._payload.turn,
            named=bool(self.names.first or self.names.formal),
        )

    def _filled(self, phrase: str) -> str:
        """Fill a phrase; empty where one of its names is not known."""
        facts, names = self._payload.facts, self.names
        known = {
            "first_name": names.first,
            "name": names.formal if self._tone.address == "title" else names.full,
            "location": facts.place.name,
            "brand": facts.brand.name,
        }
        # Values come from rows and customers: a line break in one must not end a line here.
        values = {slot: " ".join(known.get(slot, "").split()) for slot in slots_in(phrase)}
        return substitute(phrase, values) if all(values.values()) else ""

    def _signed(self, closing: str) -> str:
        said = self._filled(closing)
        if not said or _SIGNATURES & set(slots_in(closing)):
            return said
        return f"{said}\n{self._filled('{location}')}".strip()
