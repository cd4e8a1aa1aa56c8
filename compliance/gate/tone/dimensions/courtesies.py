"""How a draft addresses the customer: by first name, formally, or by no name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from compliance.gate.tone.address import Address as Form
from compliance.gate.tone.dimensions.base import Break
from compliance.gate.tone.report import Dimension, Standing, at_most
from compliance.gate.tone.speech import Speech
from compliance.gate.tone.voice import Span
from compliance.gate.types import Edit, ToneOverlay

_BY_NAME: Final = frozenset({Form.FIRST_NAME, Form.FULL_NAME, Form.TITLE})
# Without a title that is known, the full name is the formal address.
_WANTED: Final = {
    "first_name": frozenset({Form.FIRST_NAME}),
    "title": frozenset({Form.TITLE, Form.FULL_NAME}),
}
_REASON: Final = "this voice names no customer"
# What may follow a name that is set apart by a comma before it.
_STOP: Final = re.compile(r"[,.!?;:]|\s*$")
_OPENER: Final = re.compile(r",\s+(?=(\w))")


class Address:
    """Whether the customer is addressed as the voice wants it."""

    name: ClassVar[str] = "address"
    title: ClassVar[str] = "Address of the customer"
    unit: ClassVar[str] = "places"
    fields: ClassVar[tuple[str, ...]] = ("address",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice has a form of address."""
        return overlay.address in {"none", *_WANTED}

    def measure(self, speech: Speech) -> Dimension:
        """Return how often the customer is addressed in another form.

        A name fails in a voice that uses none; another form of it is near.
        """
        if speech.overlay.address in _WANTED:
            opened = speech.greeting
            other = opened is not None and opened.address not in _WANTED[speech.overlay.address]
            if opened is None or not other:
                return Dimension(self.name, 0, None, 0, Standing.PASS)
            span = opened.start, opened.end
            return Dimension(self.name, 1, None, 0, Standing.NEAR, (span,))
        spans = tuple((one.start, one.end) for one in _names(speech))
        limit = 0 if speech.overlay.address == "none" else None
        return at_most(self.name, len(spans), limit, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each name by which the customer is addressed, taken out where it stands apart."""
        if speech.overlay.address != "none":
            return
        original, opened = speech.text.original, speech.greeting
        for one in _names(speech):
            if opened is not None and one == opened.name:
                edit = opened.without_name
            else:
                edit = _without(original, one)
            yield Break(
                self.name,
                "address",
                one.start,
                one.end,
                f"This voice addresses nobody by name: “{original[one.start : one.end]}”.",
                "none",
                (edit,) if edit else (),
            )


def _names(speech: Speech) -> list[Span]:
    opened = speech.greeting
    named = opened is not None and opened.address in _BY_NAME and opened.name is not None
    first = [opened.name] if named and opened is not None and opened.name is not None else []
    return [*first, *speech.vocatives]


def _without(original: str, name: Span) -> Edit | None:
    """Take a name out that commas set apart: "Thanks, Ana!", "Ana, we are open"."""
    before = original[: name.start].rstrip(" ")
    if before.endswith(",") and _STOP.match(original, name.end):
        return Edit(len(before) - 1, name.end, "", _REASON)
    follows = _OPENER.match(original, name.end)
    if follows is not None and (not before or before[-1] in ".!?\n"):
        return Edit(name.start, follows.end() + 1, follows[1].upper(), _REASON)
    return None
