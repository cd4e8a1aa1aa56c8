"""How a draft addresses the customer, and whether it greets and closes as its voice does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar, Final

from compliance.gate.tone.address import Address as Form
from compliance.gate.tone.dimensions.base import Break, Reported
from compliance.gate.tone.permitted import parse
from compliance.gate.tone.phrases import find_phrases
from compliance.gate.tone.report import Dimension, Standing, at_most, within
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
# A closing stands in one of the last lines: before a signature, a phone number, a link.
_CLOSES_WITHIN: Final = 5
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


class OwnGreeting(Reported):
    """Whether the draft opens as the voice does."""

    name: ClassVar[str] = "greetings"
    title: ClassVar[str] = "Greetings of the voice"
    unit: ClassVar[str] = "greetings"
    fields: ClassVar[tuple[str, ...]] = ("greetings",)

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice has greetings of its own."""
        return bool(overlay.greetings)

    def measure(self, speech: Speech) -> Dimension:
        """Return 1 where the draft opens with one of them, else 0, which is near."""
        opened = speech.greeting
        end = 0 if opened is None else speech.text.norm_position(opened.end)
        spans = _used(speech, speech.overlay.greetings, 0, end)[:1]
        band = (1 if self.constrained(speech.overlay) else None, None)
        return within(self.name, len(spans), band, spans=spans)


class OwnClosing(Reported):
    """Whether the draft ends as the voice does."""

    name: ClassVar[str] = "closings"
    title: ClassVar[str] = "Closings of the voice"
    unit: ClassVar[str] = "closings"
    fields: ClassVar[tuple[str, ...]] = ("closings",)

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice has closings of its own."""
        return bool(overlay.closings)

    def measure(self, speech: Speech) -> Dimension:
        """Return 1 where the draft closes with one of them, else 0, which is near."""
        text = speech.text
        last = text.sentences[-_CLOSES_WITHIN:]
        start = last[0].norm_start if last else 0
        spans = _used(speech, speech.overlay.closings, start, len(text.norm))[:1]
        band = (1 if self.constrained(speech.overlay) else None, None)
        return within(self.name, len(spans), band, spans=spans)


def _used(
    speech: Speech, lines: tuple[str, ...], start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """Return where phrases stand within a span of the normalised text, up to what is filled in."""
    return tuple(
        speech.span(use.start, use.end)
        for use in find_phrases(speech.text, _fixed_parts(lines))
        if start <= use.start and use.end <= end
    )


@lru_cache(maxsize=256)
def _fixed_parts(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of phrases that are the same for every customer and place."""
    parts = (parse(line).text.partition("{")[0].strip(" ,.!") for line in lines)
    return tuple(part for part in parts if part)
