"""Where detectors fire in a draft: subject at hand, and put forward as so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compliance.gate.denial import denied_within
from compliance.gate.derivation import MONTHS, Detector
from compliance.gate.matcher import Concepts, Scan
from compliance.gate.polarity import polarity
from compliance.gate.stream import Words
from compliance.gate.text import Text


@dataclass(frozen=True, slots=True)
class Hit:
    """An original span in which detectors fired; ``core`` is the part that makes the claim."""

    start: int
    end: int
    core: tuple[int, int] = (0, 0)


class Detection:
    """A draft scanned once, with the customer's message for what the talk is about."""

    def __init__(self, draft: Text, message: Text, concepts: Concepts) -> None:
        self.words = Words(draft)
        self.scan = Scan(self.words, concepts)
        self._message = message
        self._concepts = concepts
        self._message_scan: Scan | None = None

    def hits(self, detectors: Iterable[Detector], *, any_polarity: bool = False) -> list[Hit]:
        """Return where any of the detectors fires, overlapping spans joined, in order.

        ``any_polarity`` also counts what the draft denies or reports.
        """
        spans: set[tuple[int, int, bool]] = set()
        for detector in detectors:
            for start, end in self.scan.find(detector.node):
                if self._holds(detector, start, end, any_polarity=any_polarity):
                    spans.add((*self.words.span(start, end), detector.literal))
        groups: list[list[tuple[int, int, bool]]] = []
        reach = -1
        for span in sorted(spans):
            if span[0] < reach:
                groups[-1].append(span)
            else:
                groups.append([span])
            reach = max(reach, span[1])
        return [_joined(group) for group in groups]

    def _holds(self, detector: Detector, start: int, end: int, *, any_polarity: bool) -> bool:
        if detector.subject and not self._about(detector, start, end):
            return False
        if detector.floor_months is not None and self._long_enough(detector.floor_months, start):
            return False
        if any_polarity or detector.topical:
            return True
        if not polarity(self.words.text, *self.words.span(start, end)).asserted:
            return False
        if "whether" in self.words.stems[max(0, start - 3) : start]:
            return False
        return not denied_within(self.words, detector.node, (start, end), self._concepts)

    def _about(self, detector: Detector, start: int, end: int) -> bool:
        """Say whether the subject is named in the sentence, or stood for and named before it."""
        sentence = self.words.sentence_of[start]
        named = self.scan.concept(detector.subject)
        if any(self.words.sentence_of[at] == sentence for at, _ in named):
            return True
        first = self.words.sentence_of.index(sentence)
        stands_for = detector.anaphors is None or any(
            self.words.sentence_of[at] == sentence for at, _ in self.scan.find(detector.anaphors)
        )
        # "Valid for a year.": a sentence without a subject of its own continues the last one.
        if not stands_for and start > first:
            return False
        if any(sentence - 3 <= self.words.sentence_of[at] < sentence for at, _ in named):
            return True
        return bool(self._in_message.concept(detector.subject))

    @property
    def _in_message(self) -> Scan:
        if self._message_scan is None:
            self._message_scan = Scan(Words(self._message), self._concepts)
        return self._message_scan

    def _long_enough(self, floor: float, start: int) -> bool:
        sentence, stems = self.words.sentence_of, self.words.stems
        for at, value in self.words.values.items():
            if sentence[at] == sentence[start] and at + 1 < len(stems):
                months = value * MONTHS.get(stems[at + 1], 0.0)
                if months >= floor:
                    return True
        return False


def _joined(group: list[tuple[int, int, bool]]) -> Hit:
    """Return one hit for overlapping spans; an example's words, else the tightest, are its core."""
    core = min(group, key=lambda span: (not span[2], span[1] - span[0], span[0]))
    return Hit(min(span[0] for span in group), max(span[1] for span in group), core[:2])


def outside(hits: Sequence[Hit], kept: Sequence[tuple[int, int]]) -> list[Hit]:
    """Return the hits that do not lie within any of the kept spans."""
    return [
        hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in kept)
    ]


def occurrences(draft: Text, phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Return the original spans where phrases stand in the draft, compared normalised."""
    found = []
    for phrase in phrases:
        wanted = Text(phrase).norm.strip(" .!?")
        at = draft.norm.find(wanted) if wanted else -1
        while at >= 0:
            found.append(draft.span(at, at + len(wanted)))
            at = draft.norm.find(wanted, at + 1)
    return found
