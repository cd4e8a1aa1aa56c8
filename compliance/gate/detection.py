"""Where detectors fire in a draft: subject at hand, and put forward as so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compliance.gate.assertion import said_at
from compliance.gate.claim_words import PARTS
from compliance.gate.denial import DENIALS, denied_within
from compliance.gate.derivation import MONTHS, Detector
from compliance.gate.matcher import Concepts, Scan
from compliance.gate.nodes import Node
from compliance.gate.polarity import Polarity, polarity
from compliance.gate.stream import LIGHT, Words
from compliance.gate.text import Text

# Which span says best what makes the claim: an example's, a theme's, one that means the same.
# How often a detector may be weighed in one sentence; more is no reply.
_MOST_TRIED: Final = 24
_LITERAL, _STATED, _MEANT = 0, 1, 2


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
        spans: set[tuple[int, int, int]] = set()
        for detector in detectors:
            meant = None if any_polarity or detector.topical else detector.meaning
            tried: Counter[int] = Counter()
            for start, end in self.scan.find(detector.node):
                sentence = self.words.sentence_of[start]
                tried[sentence] += 1
                if tried[sentence] > _MOST_TRIED:
                    continue
                if meant is not None:
                    place = (start, end)
                    said = said_at(self.words, self.scan, meant, place, self._in_message)
                    if said is not None:
                        spans.add((*self.words.span(*said), _MEANT))
                elif not self.withheld(detector, start, end, any_polarity=any_polarity):
                    rank = _LITERAL if detector.literal else _MEANT if detector.loose else _STATED
                    spans.add((*self.words.span(start, end), rank))
        groups: list[list[tuple[int, int, int]]] = []
        reach = -1
        for span in sorted(spans):
            if span[0] < reach:
                groups[-1].append(span)
            else:
                groups.append([span])
            reach = max(reach, span[1])
        return [_joined(group) for group in groups]

    def withheld(self, detector: Detector, start: int, end: int, *, any_polarity: bool) -> str:
        """Return why a detector's words do not count where they stand; nothing when they do."""
        subject = detector.subject
        if subject is not None and not self._about(detector, subject, start, end):
            return f"nothing says that {detector.subject_shown} is spoken of"
        if detector.floor_months is not None and self._long_enough(detector.floor_months, start):
            return "the time that is stated is as long as the claim asks for"
        if any_polarity or detector.topical:
            return ""
        if detector.whole and not PARTS.isdisjoint(self._clause(start, end)):
            return "the sentence says it of a part only"
        put = polarity(self.words.text, *self.words.span(start, end))
        bound = detector.loose and detector.subject is not None
        if unsaid := _unsaid(put, bound=bound):
            return unsaid
        stems = self.words.stems
        if DENIALS & set(stems[start:end]) and _except(stems[end - 1 : end + 5]):
            return "what is denied is allowed under a condition that follows"
        if "whether" in self.words.stems[max(0, start - 3) : end]:
            return "the sentence only says that it is open whether"
        denied = denied_within(self.words, detector.node, (start, end), self._concepts)
        return "the sentence denies it" if denied else ""

    def _clause(self, start: int, end: int) -> list[str]:
        """Return the stems of the clauses in which some words stand."""
        first, last = self.words.clause_around(start)[0], self.words.clause_around(end - 1)[1]
        return self.words.stems[first:last]

    def _about(self, detector: Detector, subject: Node, start: int, end: int) -> bool:
        """Say whether the subject is named in the sentence, or stood for and named before it."""
        sentence = self.words.sentence_of[start]
        named = self.scan.find(subject)
        # What the pattern itself takes for the subject names none ("consider it settled").
        if any(
            self.words.sentence_of[at] == sentence and not (start <= at and last <= end)
            for at, last in named
        ):
            return True
        first = self.words.sentence_start(start)
        stands_for = detector.anaphors is None or any(
            self.words.sentence_of[at] == sentence for at, _ in self.scan.find(detector.anaphors)
        )
        # "Valid for a year.": a sentence without a subject of its own continues the last one.
        opens = all(
            self.words.stems[at] in LIGHT or self.words.starts[at] == self.words.starts[start]
            for at in range(first, start)
        )
        if not stands_for and not opens:
            return False
        if any(sentence - 3 <= self.words.sentence_of[at] < sentence for at, _ in named):
            return True
        return bool(self._in_message.find(subject))

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


def _unsaid(put: Polarity, *, bound: bool) -> str:
    """Return why what is put forward like this is not said; ``bound``: its words say little."""
    if put.reported:
        return "the sentence only reports it"
    if put.negated:
        return "the sentence denies it"
    supposed = bound and (put.conditional or put.question)
    return "the sentence only asks or supposes it" if supposed else ""


def _except(after: list[str]) -> bool:
    """Say whether what was denied is allowed all the same under a condition that follows."""
    return any(word in {"without", "unless", "until"} for word in after[1:])


def _joined(group: list[tuple[int, int, int]]) -> Hit:
    """Return one hit for overlapping spans; an example's words, else the tightest, are its core."""
    core = min(group, key=lambda span: (span[2], span[1] - span[0], span[0]))
    return Hit(min(span[0] for span in group), max(span[1] for span in group), core[:2])


def outside(hits: Sequence[Hit], kept: Sequence[tuple[int, int]]) -> list[Hit]:
    """Return the hits that do not lie within any of the kept spans."""
    return [
        hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in kept)
    ]


@lru_cache(maxsize=4_096)
def _normal(phrase: str) -> str:
    return Text(phrase).norm.strip(" .!?")


def occurrences(draft: Text, phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Return the original spans where phrases stand in the draft, compared normalised."""
    found = []
    for phrase in phrases:
        wanted = _normal(phrase)
        at = draft.norm.find(wanted) if wanted else -1
        while at >= 0:
            found.append(draft.span(at, at + len(wanted)))
            at = draft.norm.find(wanted, at + 1)
    return found
