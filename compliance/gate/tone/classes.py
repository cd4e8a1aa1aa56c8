"""Phrase classes: where a draft uses what a concept lists, as prohibited phrases are found.

A voice names a class among its prohibited phrases: ``@casual_greetings``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from compliance.gate.concepts import expressions_of, plain_ones
from compliance.gate.concepts.classes import CLASSES
from compliance.gate.concepts.own import Lists, OwnConcept, unusable
from compliance.gate.denial import denied_within
from compliance.gate.detection import Detection
from compliance.gate.lexicon import words
from compliance.gate.polarity import polarity
from compliance.gate.text import Text
from compliance.gate.tone.phrases import SIGN, PhraseUse
from compliance.gate.types import GateFault, OwnClass, ToneOverlay

MOST_SAMPLES: Final = 3
_ARTICLES: Final = words("a an the such his her their that this of")
_BEFORE: Final = 12


def phrases_in(written: Iterable[str]) -> tuple[str, ...]:
    """Return the plain phrases of a list that may hold classes, too."""
    return tuple(each for each in written if not each.lstrip().startswith(SIGN))


def classes_in(written: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the classes among phrases, each once."""
    stripped = (each.strip() for each in written)
    return tuple(
        dict.fromkeys(each.removeprefix(SIGN) for each in stripped if each.startswith(SIGN))
    )


def named_by(overlay: ToneOverlay) -> tuple[str, ...]:
    """Return the names of the classes that a voice prohibits or has a replacement for."""
    return classes_in((*overlay.prohibited, *(phrase for phrase, _ in overlay.replacements)))


def texts_of_classes(overlay: ToneOverlay, own: Iterable[OwnConcept]) -> Iterator[str]:
    """Yield what the classes that a voice prohibits are written in."""
    named = classes_in(overlay.prohibited)
    if named:
        yield from (CLASSES[name].expressions for name in named if name in CLASSES)
        for concept in own:
            if concept.name in named:
                yield from concept.expressions


def own_classes(names: Iterable[str], own: Iterable[OwnConcept]) -> tuple[OwnClass, ...]:
    """Return the classes of these names that are the operator's own, by name, to be told of."""
    named = set(names)
    return tuple(
        OwnClass(each.name, each.version, _samples(each))
        for each in sorted(own, key=lambda each: each.name)
        if each.name in named
    )


def _samples(concept: OwnConcept) -> tuple[str, ...]:
    kept = () if concept.replaces else expressions_of(concept.name)
    return plain_ones((*concept.expressions, *kept))[:MOST_SAMPLES]


def in_words(name: str) -> str:
    """Return what a class is called in a sentence."""
    return name.replace("_", " ")


def class_faults(overlay: ToneOverlay, lists: Lists) -> tuple[GateFault, ...]:
    """Return a fault for each class that a voice names and that cannot be used."""
    return tuple(
        GateFault("tone", f"The voice {overlay.code} cannot be kept: {why}")
        for name in named_by(overlay)
        if (why := unusable(name, lists.concepts, lists.broken))
    )


def find_classes(detection: Detection, names: Iterable[str]) -> list[PhraseUse]:
    """Return the uses of the phrases of classes; see :func:`find_class`.

    A name that no concept has finds nothing here: :func:`class_faults` tells of it.
    """
    known = detection.scan.concepts
    return [use for name in names if name in known for use in find_class(detection, name)]


def find_class(detection: Detection, name: str) -> list[PhraseUse]:
    """Return the uses of a class's phrases in order, the longest of those that overlap.

    What a class that claims something lists counts only where the draft puts it forward, and a
    form of address only where it is one.
    """
    read, text = detection.words, detection.words.text
    node = detection.scan.concepts[name]
    shipped = CLASSES.get(name)
    claims = shipped is not None and shipped.claims
    addresses = shipped is not None and shipped.addresses
    found: list[PhraseUse] = []
    done = 0
    for first, last in sorted(detection.scan.concept(name), key=lambda span: (span[0], -span[1])):
        start, end = read.starts[first], read.ends[last - 1]
        if start < done:
            continue
        if claims and (
            not polarity(text, *text.span(start, end)).asserted
            or denied_within(read, node, (first, last), detection.scan.concepts)
        ):
            continue
        if addresses and _speaks_of_another(text, start):
            continue
        said = tuple(token.text for token in text.tokens_between(start, end) if token.is_word)
        found.append(PhraseUse(text.norm[start:end], start, end, said, named=name))
        done = end
    return found


def _speaks_of_another(text: Text, start: int) -> bool:
    """Say whether a form of address is used of somebody else: an article stands before it."""
    before = text.tokens_between(max(0, start - _BEFORE), start)
    return bool(before) and before[-1].text in _ARTICLES


def joined(phrases: list[PhraseUse], others: list[PhraseUse]) -> list[PhraseUse]:
    """Return uses in order, of those that overlap the listed phrase, else the first and longest."""
    found: list[PhraseUse] = []
    for use in [*phrases, *sorted(others, key=lambda use: (use.start, -use.end))]:
        if not any(use.start < other.end and other.start < use.end for other in found):
            found.append(use)
    return sorted(found, key=lambda use: use.start)
