"""Which words a voice uses: none that are prohibited, contractions or words in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from compliance.gate.tone.classes import in_words
from compliance.gate.tone.contraction_edits import expansion_edit
from compliance.gate.tone.dimensions.base import Break, Reported
from compliance.gate.tone.mending import mend_phrase
from compliance.gate.tone.permitted import parse
from compliance.gate.tone.phrases import find_phrases
from compliance.gate.tone.report import Dimension, Standing, at_most, untold, within
from compliance.gate.tone.speech import Speech
from compliance.gate.types import ToneOverlay

# A voice that uses contractions still writes some words in full.
_USUALLY: Final = 0.5


class Prohibited:
    """The prohibited phrases that a draft uses itself."""

    name: ClassVar[str] = "prohibited"
    title: ClassVar[str] = "Prohibited phrases"
    unit: ClassVar[str] = "phrases"
    fields: ClassVar[tuple[str, ...]] = ("prohibited",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether anything is prohibited."""
        return bool(overlay.prohibited)

    def measure(self, speech: Speech) -> Dimension:
        """Return how many there are."""
        spans = tuple(speech.span(use.start, use.end) for use in speech.prohibited)
        return at_most(self.name, len(spans), 0, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each, with the approved swap or another safe one."""
        for use in speech.prohibited:
            start, end = speech.span(use.start, use.end)
            edit = mend_phrase(speech.text, use, speech.overlay)
            if edit is not None and speech.prohibits(edit.replacement):
                edit = None
            message, expected = f"This voice does not say “{use.phrase}”.", use.phrase
            if use.named:
                message = f"This voice does not use {in_words(use.named)}: “{use.phrase}”."
                expected = _dated(use.named, speech.overlay)
            yield Break(
                self.name,
                "prohibited",
                start,
                end,
                message,
                expected,
                (edit,) if edit else (),
            )


def _dated(name: str, overlay: ToneOverlay) -> str:
    """Write a class as an overlay names it, with its version where it is the operator's own."""
    own = [each for each in overlay.classes if each.name == name]
    return f"@{name} (version {own[0].version})" if own else f"@{name}"


class Contractions:
    """Contractions, where words are written in full."""

    name: ClassVar[str] = "contractions"
    title: ClassVar[str] = "Contractions"
    unit: ClassVar[str] = "contractions"
    fields: ClassVar[tuple[str, ...]] = ("contractions",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice avoids contractions."""
        return overlay.contractions == "avoid"

    def measure(self, speech: Speech) -> Dimension:
        """Return how many there are."""
        limit = 0 if self.constrained(speech.overlay) else None
        spans = tuple(speech.span(one.start, one.end) for one in speech.contractions)
        return at_most(self.name, len(spans), limit, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each, written in full where its meaning is certain."""
        if not self.constrained(speech.overlay):
            return
        for one in speech.contractions:
            start, end = speech.span(one.start, one.end)
            edit = expansion_edit(speech.text, one)
            yield Break(
                self.name,
                "contractions",
                start,
                end,
                f"This voice writes words in full: “{speech.text.original[start:end]}”.",
                "avoid",
                (edit,) if edit else (),
            )


class ContractionUse(Reported):
    """How much of what may be contracted is, in a voice that uses contractions."""

    name: ClassVar[str] = "contraction_use"
    title: ClassVar[str] = "Contracted of what may be"
    unit: ClassVar[str] = "%"
    fields: ClassVar[tuple[str, ...]] = ("contractions",)

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice uses contractions."""
        return overlay.contractions == "use"

    def measure(self, speech: Speech) -> Dimension:
        """Return the share; the spans are what stands in full."""
        used, full = len(speech.contractions), speech.contractible
        band = (_USUALLY if self.constrained(speech.overlay) else None, None)
        if not used and not full:
            return untold(self.name, band)
        spans = tuple(speech.span(one.start, one.end) for one in full)
        return within(self.name, round(used / (used + len(full)), 3), band, spans=spans)


class Spelling:
    """Words that are spelt as on the other side of the Atlantic."""

    name: ClassVar[str] = "spelling"
    title: ClassVar[str] = "Spelling"
    unit: ClassVar[str] = "words"
    fields: ClassVar[tuple[str, ...]] = ("spelling",)
    enforced: ClassVar[bool] = True

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice keeps to one spelling."""
        return overlay.spelling != ""

    def measure(self, speech: Speech) -> Dimension:
        """Return how many there are."""
        spans = tuple((one.start, one.end) for one in speech.spellings)
        return at_most(self.name, len(spans), 0, spans=spans)

    def breaks(self, speech: Speech) -> Iterator[Break]:
        """Yield each, respelt."""
        for one in speech.spellings:
            said = speech.text.original[one.start : one.end]
            message = f"This voice writes “{one.edit.replacement}”, not “{said}”."
            yield Break(
                self.name,
                "spelling",
                one.start,
                one.end,
                message,
                speech.overlay.spelling,
                (one.edit,),
            )


class Permitted(Reported):
    """The house terms and phrases of the voice that a draft uses."""

    name: ClassVar[str] = "permitted"
    title: ClassVar[str] = "House phrases"
    unit: ClassVar[str] = "phrases"
    fields: ClassVar[tuple[str, ...]] = ("permitted",)

    def constrained(self, overlay: ToneOverlay) -> bool:
        """Say whether a voice has phrases of its own."""
        return bool(overlay.permitted)

    def measure(self, speech: Speech) -> Dimension:
        """Return how many there are; a good reply may do without."""
        phrases = tuple(parse(line).text for line in speech.overlay.permitted)
        spans = tuple(speech.span(use.start, use.end) for use in find_phrases(speech.text, phrases))
        return Dimension(self.name, len(spans), None, None, Standing.PASS, spans)
