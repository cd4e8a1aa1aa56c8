"""Who speaks, "we" or "I", and whether to "you"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from compliance.gate.tone.dimensions.base import Break, Reported
from compliance.gate.tone.removal import opens_sentence
from compliance.gate.tone.report import Dimension, at_most, within
from compliance.gate.tone.speech import Speech
from compliance.gate.tone.wording import capitalised
from compliance.gate.types import Edit, ToneOverlay

_ONE_PERSON: Final = frozenset(["first_plural", "first_singular"])
_EITHER: Final = "first_plural_or_singular"


class Person:
    """How often a draft speaks as another person than its voice does."""

    name: ClassVar[str] = "person"
    title: ClassVar[str] = "Who speaks"
    unit: ClassVar[str] = "places"
    fields: ClassVar[tuple[str, ...]] = ("person",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice speaks in the first person at all, of one or of many."""
        return overlay.person in {*_ONE_PERSON, _EITHER}

    def measure(self, speech: Speech) -> Dimension:
        """Return how often the wrong person speaks; without a right one, how often "I" does."""
        limit = 0 if speech.overlay.person in _ONE_PERSON else None
        found = speech.plural if speech.overlay.person == "first_singular" else speech.singular
        spans = tuple(speech.span(one.start, one.end) for one in found)
        return at_most(self.name, len(spans), limit, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each place where the wrong person speaks, put into the right one."""
        if speech.overlay.person == "first_singular":
            yield from self._not_singular(speech)
        elif speech.overlay.person == "first_plural":
            yield from self._not_plural(speech)

    def _not_plural(self, speech: Speech) -> Iterator[Break]:
        original = speech.text.original
        for one in speech.singular:
            start, end = speech.span(one.start, one.end)
            edits: tuple[Edit, ...] = ()
            if one.plural is not None:
                wide = one.replace_end != one.end or one.plural.partition(" ")[0] in {"are", "were"}
                until = speech.span(one.start, one.replace_end)[1] if wide else end
                edits = (_plural_edit(original, start, until, one.plural),)
            yield Break(
                self.name,
                "person",
                start,
                end,
                f"This voice says “we”, not “{original[start:end]}”.",
                "first_plural",
                edits,
            )

    def _not_singular(self, speech: Speech) -> Iterator[Break]:
        for one in speech.plural:
            start, end = speech.span(one.start, one.end)
            said = speech.text.original[start:end]
            edit = Edit(start, end, one.singular, "this voice says “I”")
            message = f"This voice says “I”, not “{said}”."
            yield Break(self.name, "person", start, end, message, "first_singular", (edit,))


def _plural_edit(original: str, start: int, end: int, plural: str) -> Edit:
    """Write the plural; "I" is a capital anywhere, so only a sentence's start decides."""
    opens = opens_sentence(original, start)
    return Edit(start, end, capitalised(plural) if opens else plural, "this voice says “we”")


class FirstPlural(Reported):
    """How often a draft speaks as "we", in a voice that may also say "I"."""

    name: ClassVar[str] = "first_plural"
    title: ClassVar[str] = "Speaking as “we”"
    unit: ClassVar[str] = "places"
    fields: ClassVar[tuple[str, ...]] = ("person",)

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice has both persons; one that keeps to either is held to it."""
        return overlay.person == _EITHER

    def measure(self, speech: Speech) -> Dimension:
        """Return how often."""
        spans = tuple((one.start, one.end) for one in speech.we)
        return at_most(self.name, len(spans), None, spans=spans)


class SecondPerson:
    """How often a draft speaks to the customer as "you"."""

    name: ClassVar[str] = "second_person"
    title: ClassVar[str] = "Speaking to the customer as “you”"
    unit: ClassVar[str] = "places"
    fields: ClassVar[tuple[str, ...]] = ("second_person",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice says "you", or avoids it."""
        return overlay.second_person in {"use", "avoid"}

    def measure(self, speech: Speech) -> Dimension:
        """Return how often; none at all is near a voice that says it, one too many for another."""
        spans = tuple((one.start, one.end) for one in speech.second_person)
        if speech.overlay.second_person == "use" and speech.sentences:
            return within(self.name, len(spans), (1, None), spans=spans)
        limit = 0 if speech.overlay.second_person == "avoid" else None
        return at_most(self.name, len(spans), limit, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each "you": a sentence without it would be another one, so none is mended."""
        for one in speech.second_person:
            said = speech.text.original[one.start : one.end]
            message = f"This voice does not speak to the customer as “{said}”."
            yield Break(self.name, "second_person", one.start, one.end, message, "avoid")
