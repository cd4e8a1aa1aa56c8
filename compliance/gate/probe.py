"""One sentence under one rule: which patterns found which words, and which almost did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import re2

from compliance.gate.concepts.own import Lists
from compliance.gate.derivation import Detector
from compliance.gate.detection import Detection, Hit, occurrences, outside
from compliance.gate.matcher import Scan
from compliance.gate.nodes import (
    Chain,
    Either,
    Family,
    Most,
    Node,
    Phrase,
    Prefix,
    Ref,
    Together,
)
from compliance.gate.polarity import standing
from compliance.gate.reading import expression_hits, mentions
from compliance.gate.ruleset import CompiledRule, shown
from compliance.gate.stream import LIGHT
from compliance.gate.text import Text

_MOST_MISSES: Final = 3
# Of a pattern that nobody wrote, less than this is chance.
_LEAST_SHARE: Final = 0.5
_SHOWN_OPTIONS: Final = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that found the rule; ``start`` and ``end`` are offsets of the sentence."""

    pattern: str
    words: str
    start: int
    end: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class Almost:
    """A pattern that did not, though part of it is there: what is, what is not, or why not."""

    pattern: str
    there: tuple[str, ...]
    lacking: tuple[str, ...]
    why: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Side:
    """What a rule looks for in one kind of text: a reply, or a customer's message."""

    own: tuple[Detector, ...]
    derived: tuple[Detector, ...]
    expressions: tuple[re2.Pattern, ...]

    @property
    def detectors(self) -> Iterator[tuple[Detector, bool]]:
        """All patterns, each with whether the operator wrote it."""
        yield from ((one, True) for one in self.own)
        yield from ((one, False) for one in self.derived)


@dataclass(frozen=True, slots=True)
class Probe:
    """What a rule makes of a text. ``exempt``: what is found is listed as fine, word for word."""

    text: str
    found: tuple[Found, ...]
    almost: tuple[Almost, ...]
    exempt: bool = False

    @property
    def fires(self) -> bool:
        """Whether the rule is found in the text."""
        return bool(self.found) and not self.exempt


def probe(
    item: CompiledRule, lists: Lists, text: str, *, message: str = "", heard: bool = False
) -> Probe:
    """Return what a rule makes of a reply, and of what the customer wrote before it.

    ``heard``: the text is a customer's message itself.
    """
    side = _Side(item.own, item.derived, item.expressions)
    if heard:
        side = _Side(item.customer_own, item.customer_derived, item.customer_expressions)
    read = Text(text)
    before = Text("" if heard else message or item.rule.claim)
    detection = Detection(read, before, lists.concepts)
    found: dict[tuple[int, int, str], Found] = {}
    for detector, own in side.detectors:
        for hit in detection.hits([detector]):
            pattern = shown(detector)
            words = read.excerpt(hit.start, hit.end)
            found[hit.start, hit.end, pattern] = Found(pattern, words, hit.start, hit.end, own)
    mentioned = mentions(item.rule) and not heard
    for expression in side.expressions:
        pattern = f"/{expression.pattern}/"
        for hit in expression_hits((expression,), read, mentioned=mentioned):
            words = read.excerpt(hit.start, hit.end)
            found[hit.start, hit.end, pattern] = Found(pattern, words, hit.start, hit.end, own=True)
    hits = [Hit(one.start, one.end) for one in found.values()]
    fine = () if heard else item.rule.counter_examples
    kept = outside(hits, occurrences(read, fine))
    misses = () if found else _closest(side, detection)
    # What the operator wrote is told first, then what takes in the fewest words.
    order = sorted(found.values(), key=lambda one: (not one.own, one.end - one.start, one.start))
    return Probe(text, tuple(order), misses, exempt=bool(found) and not kept)


def _closest(side: _Side, detection: Detection) -> tuple[Almost, ...]:
    """Return the patterns of which the most is there, each way of missing once."""
    ranked: dict[tuple[tuple[str, ...], str], tuple[float, Almost]] = {}
    for detector, own in side.detectors:
        almost = _missed(detector, detection, own=own)
        if almost is None:
            continue
        parts = len(almost.there) + len(almost.lacking)
        share = len(almost.there) / parts if parts else 1.0
        if share < _LEAST_SHARE and not own:
            continue
        kept = ranked.get((almost.lacking, almost.why))
        if kept is None or (share, own) > (kept[0], kept[1].own):
            ranked[almost.lacking, almost.why] = share, almost
    best = sorted(ranked.values(), key=lambda pair: (-pair[0], not pair[1].own))
    return tuple(almost for _, almost in best[:_MOST_MISSES])


def _missed(detector: Detector, detection: Detection, *, own: bool) -> Almost | None:
    """Return why a pattern did not find the rule; nothing where none of it is there."""
    pattern = shown(detector)
    spans = detection.scan.find(detector.node)
    if spans:
        return Almost(pattern, (), (), _uncounted(detector, detection, *spans[0]), own)
    there, lacking = _parts(detector, detection.scan)
    if not there:
        return None
    why = "" if lacking else "All of it is there, but not in this order or too far apart."
    return Almost(pattern, there, lacking, why, own)


def _uncounted(detector: Detector, detection: Detection, start: int, end: int) -> str:
    """Return why words that are there do not count."""
    read = detection.words
    words = " ".join(read.raw[start:end])
    if detector.meaning is None:
        why = detection.withheld(detector, start, end, any_polarity=False)
    else:
        put = standing(read.text, *read.span(start, end))
        denied = (put.before + put.after + len(put.within)) % 2 == 1
        if put.question:
            why = "the sentence only asks"
        elif put.reported:
            why = "the sentence only reports it"
        elif denied != detector.meaning.denied:
            why = "the sentence denies what the claim says"
        else:
            why = "it is said of something else, with a reserve, or under a condition"
    return f"“{words}” is there, but {why}."


def _parts(detector: Detector, scan: Scan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts of a pattern that a text has, and those that it lacks."""
    best: tuple[float, tuple[str, ...], tuple[str, ...]] = 0.0, (), ()
    for labelled in _ways(detector):
        told = [(label, node) for label, node in labelled if label not in LIGHT]
        there = tuple(dict.fromkeys(label for label, node in told if scan.find(node)))
        lacking = tuple(dict.fromkeys(label for label, node in told if not scan.find(node)))
        if there and len(there) / len(told) > best[0]:
            best = len(there) / len(told), there, lacking
    return best[1:]


def _ways(detector: Detector) -> Iterator[list[tuple[str, Node]]]:
    """Yield each way in which a pattern can be satisfied, as named parts."""
    if detector.meaning is not None:
        named = [idea.shown for idea in detector.meaning.ideas]
        parts = _flat(detector.node)
        if len(parts) == len(named):
            yield list(zip(named, parts, strict=True))
            return
    for option in detector.node.options if isinstance(detector.node, Either) else (detector.node,):
        yield [(written(part), part) for part in _flat(option)]


def _flat(node: Node) -> list[Node]:
    match node:
        case Chain(parts):
            return [one for part in parts for one in _flat(part)]
        case Together(left, right):
            return [*_flat(left), *_flat(right)]
        case Most(parts):
            return list(parts)
        case _:
            return [node]


def written(node: Node) -> str:
    """Return a pattern as an operator would write it, long lists of alternatives cut short."""
    match node:
        case Phrase(stems):
            return node.written or " ".join(stems)
        case Prefix(start):
            return node.written or f"{start}*"
        case Family(word):
            return word
        case Ref(name):
            return f"@{name}"
        case Either(options):
            some = [written(option) for option in options[:_SHOWN_OPTIONS]]
            more = " | …" if len(options) > _SHOWN_OPTIONS else ""
            return f"({' | '.join(some)}{more})"
        case Chain(parts, gaps):
            words = [written(parts[0])]
            for part, (_, most) in zip(parts[1:], gaps, strict=True):
                words.append(f"... {written(part)}" if most else written(part))
            return " ".join(words)
        case Together(left, right):
            return f"{written(left)} near {written(right)}"
        case Most(parts):
            return " near ".join(written(part) for part in parts)
