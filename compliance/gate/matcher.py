"""Every span of a text where a pattern holds, and the index that says which patterns can."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from compliance.gate.lexicon import root, words
from compliance.gate.nodes import Chain, Either, Family, Most, Node, Phrase, Prefix, Ref, Together
from compliance.gate.stream import LIGHT, Words


class Concepts(dict[str, Node]):
    """Concepts by name; remembers which words each pattern needs, so that most are never tried."""

    def __init__(self, concepts: Mapping[str, Node]) -> None:
        super().__init__(concepts)
        self._needs: dict[Node, frozenset[str] | None] = {}
        self._anchors: dict[Node, frozenset[str]] = {}
        self._phrases: dict[str, frozenset[str]] = {}
        self._dispatch: dict[Either, tuple[dict[str, list[Node]], frozenset[str], list[Node]]] = {}

    def needs(self, node: Node) -> frozenset[str] | None:
        """Return words, one of which any text has where the pattern holds; ``None``: unknown."""
        if node not in self._needs:
            self._needs[node] = None  # what a concept that contains itself needs is unknown
            self._needs[node] = self._needed(node)
        return self._needs[node]

    def anchor(self, node: Node) -> frozenset[str]:
        """Return the keys by which the index finds a pattern, worked out once."""
        if node not in self._anchors:
            self._anchors[node] = anchor(node, self)
        return self._anchors[node]

    def phrases(self, name: str) -> frozenset[str]:
        """Return phrases, one of which occurs wherever a concept holds, worked out once."""
        if name not in self._phrases:
            self._phrases[name] = frozenset(phrases_of(Ref(name), self))
        return self._phrases[name]

    def possible(self, node: Node, vocabulary: frozenset[str]) -> bool:
        """Say whether a text with this vocabulary has what each part of a pattern needs."""
        match node:
            case Chain(parts, _):
                return all(self.possible(part, vocabulary) for part in parts)
            case Together(left, right):
                return self.possible(left, vocabulary) and self.possible(right, vocabulary)
            case Most(parts, weights, least, each, _):
                able = [self.possible(part, vocabulary) for part in parts]
                enough = sum(one for one, there in zip(weights, able, strict=True) if there)
                return enough >= least and all(any(able[at] for at in group) for group in each)
            case _:
                needed = self.needs(node)
                return needed is None or not needed.isdisjoint(vocabulary)

    def options(self, node: Either, vocabulary: frozenset[str]) -> list[Node]:
        """Return the options of a pattern that a text with this vocabulary could satisfy."""
        if node not in self._dispatch:
            by_word: dict[str, list[Node]] = {}
            always: list[Node] = []
            for option in node.options:
                needed = self.needs(option)
                if needed is None:
                    always.append(option)
                for word in needed or ():
                    by_word.setdefault(word, []).append(option)
            self._dispatch[node] = by_word, frozenset(by_word), always
        by_word, known, always = self._dispatch[node]
        found = dict.fromkeys(option for word in vocabulary & known for option in by_word[word])
        return [*found, *always]

    def _needed(self, node: Node) -> frozenset[str] | None:
        match node:
            case Phrase(stems, _):
                return frozenset({min(stems, key=lambda word: (word in _COMMON, -len(word)))})
            case Prefix(start):
                return frozenset({f"*{start}"})
            case Family(word):
                return frozenset({f"~{root(word)}"})
            case Ref(name):
                return self.needs(self[name]) if name in self else None
            case Either(options):
                parts = [self.needs(option) for option in options]
                known = [part for part in parts if part is not None]
                return frozenset().union(*known) if len(known) == len(parts) else None
            case Chain(parts, _):
                return self._rarest(parts)
            case Together(left, right):
                return self._rarest((left, right))
            case Most(parts, _, _, each, _):
                return self._rarest(tuple(Either(tuple(parts[at] for at in one)) for one in each))

    def _rarest(self, parts: tuple[Node, ...]) -> frozenset[str] | None:
        known = [needed for part in parts if (needed := self.needs(part)) is not None]
        return min(known, key=_commonness) if known else None


_LONG: Final = 800
# So many pairs to weigh are no reply either, however short it is.
_CROWDED: Final = 10_000
_SEEDS: Final = 6


class Scan:
    """The spans of patterns in one text; each pattern is evaluated at most once."""

    def __init__(self, read: Words, concepts: Concepts) -> None:
        self.words = read
        self.concepts = concepts
        self._found: dict[Node, list[tuple[int, int]]] = {}
        self._named: dict[str, list[tuple[int, int]]] = {}
        # In a text longer than any reply is, what repeats itself is read in part.
        self._fewest = 2 if len(read.stems) > _LONG else -1

    def find(self, node: Node) -> list[tuple[int, int]]:
        """Return the spans (word indexes, end excluded) where a pattern holds, in order."""
        found = self._found.get(node)
        if found is None:
            possible = self.concepts.possible(node, self.words.vocabulary)
            found = sorted(set(self._evaluate(node))) if possible else []
            self._found[node] = found
        return found

    def concept(self, name: str) -> list[tuple[int, int]]:
        """Return the spans of a concept."""
        found = self._named.get(name)
        if found is None:
            self._named[name] = []  # a concept that contains itself finds nothing more
            found = self._named[name] = self.find(self.concepts[name])
        return found

    def _evaluate(self, node: Node) -> list[tuple[int, int]]:
        match node:
            case Phrase(stems, apart):
                found = self._phrase(stems)
                joined = self.words.joined
                return [span for span in found if span[0] not in joined] if apart else found
            case Prefix(start):
                return [
                    (index, index + 1)
                    for word, places in self.words.positions.items()
                    if word.startswith(start)
                    for index in places
                ]
            case Family(word):
                places = self.words.roots.get(root(word), ())
                return [(index, index + 1) for index in places]
            case Ref(name):
                return self.concept(name)
            case Either():
                able = self.concepts.options(node, self.words.vocabulary)
                return [span for option in able for span in self.find(option)]
            case Chain(parts, gaps):
                return self._chain(parts, gaps)
            case Together(left, right, distance, nested):
                return self._together(left, right, distance, nested=nested)
            case Most():
                return self._most(node)

    def _nearest(self, spans: list[tuple[int, int]], others: list[tuple[int, int]]) -> int:
        """Return with how many of the others each span is paired; -1: with all in reach."""
        return 2 if len(spans) * len(others) > _CROWDED else self._fewest

    def _phrase(self, stems: tuple[str, ...]) -> list[tuple[int, int]]:
        size, text = len(stems), self.words.stems
        return [
            (index, index + size)
            for index in self.words.positions.get(stems[0], ())
            if size == 1 or tuple(text[index : index + size]) == stems
        ]

    def _chain(
        self, parts: tuple[Node, ...], gaps: tuple[tuple[int, int], ...]
    ) -> list[tuple[int, int]]:
        spans = self.find(parts[0])
        sentence = self.words.sentence_of
        before, passed = self.words.before, self.words.after
        for part, (least, most) in zip(parts[1:], gaps, strict=True):
            if not spans:
                return []
            later = self.find(part)
            found = set()
            fewest = self._nearest(spans, later)
            for start, end in spans:
                nearest = fewest
                for at in range(bisect_left(later, (end,)), len(later)):
                    after, after_end = later[at]
                    apart = before[after] - passed[end]
                    if apart > most or sentence[after] != sentence[start]:
                        break
                    if apart >= least:
                        found.add((start, after_end))
                        nearest -= 1
                        if not nearest:
                            break
            spans = list(found)
        return spans

    def _most(self, node: Most) -> list[tuple[int, int]]:
        sentence = self.words.sentence_of
        by_sentence: dict[int, list[list[tuple[int, int]]]] = {}
        for number, part in enumerate(node.parts):
            for span in self.find(part):
                known = by_sentence.setdefault(sentence[span[0]], [[] for _ in node.parts])
                known[number].append(span)
        found: list[tuple[int, int]] = []
        for places in by_sentence.values():
            able = sum(weight for weight, there in zip(node.weights, places, strict=True) if there)
            if able < node.least:
                continue
            groups = [[at for at in group if places[at]] for group in node.each]
            if not all(groups):
                continue
            first = min(groups, key=lambda group: sum(len(places[at]) for at in group))
            seeds = [(at, span) for at in first for span in places[at]][:_SEEDS]
            grown = (self._grown(node, places, *seed) for seed in seeds)
            found.extend(span for span in grown if span is not None)
        return found

    def _grown(
        self, node: Most, places: list[list[tuple[int, int]]], part: int, seed: tuple[int, int]
    ) -> tuple[int, int] | None:
        """Return the words around one part that hold enough of the others, each its own words."""
        before, passed = self.words.before, self.words.after
        taken = {part: seed}
        start, end = seed
        while True:
            nearest: tuple[float, int, tuple[int, int]] | None = None
            for number, spans in enumerate(places):
                if number in taken:
                    continue
                for first, last in spans:
                    if any(first < other[1] and other[0] < last for other in taken.values()):
                        continue
                    apart = max(before[first] - passed[end], before[start] - passed[last], 0)
                    if apart <= node.distance and (
                        nearest is None or (apart, number) < nearest[:2]
                    ):
                        nearest = apart, number, (first, last)
            if nearest is None:
                break
            _, number, place = nearest
            taken[number] = place
            start, end = min(start, place[0]), max(end, place[1])
        enough = len(taken) > 1 and sum(node.weights[number] for number in taken) >= node.least
        whole = all(any(number in taken for number in group) for group in node.each)
        return (start, end) if enough and whole else None

    def _together(
        self, left: Node, right: Node, distance: int, *, nested: bool
    ) -> list[tuple[int, int]]:
        spans = self.find(left)
        others = self.find(right) if spans else []
        longest = max((end - start for start, end in others), default=0)
        sentence = self.words.sentence_of
        found = []
        fewest = self._nearest(spans, others)
        for start, end in spans:
            nearest = fewest
            for at in range(bisect_left(others, (start - distance - longest,)), len(others)):
                other, other_end = others[at]
                if not nearest or other - end > distance:
                    break
                if sentence[start] == sentence[other] and start - other_end <= distance:
                    beside = other >= end or start >= other_end
                    inner = start < other and other_end < end
                    outer = other < start and end < other_end
                    if beside or (nested and (inner or outer)):
                        found.append((min(start, other), max(end, other_end)))
                        nearest -= 1
        return found


def phrases_of(node: Node, concepts: Concepts, seen: frozenset[str] = frozenset()) -> set[str]:
    """Return phrases, one of which occurs wherever the pattern holds; prefixes as ``*start``."""
    match node:
        case Phrase(stems, _):
            return {" ".join(stems)}
        case Prefix(start):
            return {f"*{start}"}
        case Family(word):
            return {f"~{root(word)}"}
        case Ref(name):
            return set() if name in seen else phrases_of(concepts[name], concepts, seen | {name})
        case Either(options):
            return {item for option in options for item in phrases_of(option, concepts, seen)}
        case Chain(parts, _):
            return min((phrases_of(part, concepts, seen) for part in parts), key=_commonness)
        case Together(left, right):
            return min(
                (phrases_of(part, concepts, seen) for part in (left, right)), key=_commonness
            )
        case Most(parts, _, _, each, _):
            groups = (
                {item for at in one for item in phrases_of(parts[at], concepts, seen)}
                for one in each
            )
            return min(groups, key=_commonness)


def anchor(node: Node, concepts: Concepts) -> frozenset[str]:
    """Return the keys by which the index finds a pattern; a concept is one key, ``@name``."""
    match node:
        case Phrase(stems, _):
            return frozenset({" ".join(stems)})
        case Prefix(start):
            return frozenset({f"*{start}"})
        case Family(word):
            return frozenset({f"~{root(word)}"})
        case Ref(name):
            return frozenset({f"@{name}"})
        case Either(options):
            return frozenset(key for option in options for key in anchor(option, concepts))
        case Chain(parts, _):
            return min((anchor(part, concepts) for part in parts), key=_commonness)
        case Together(left, right):
            return min((anchor(part, concepts) for part in (left, right)), key=_commonness)
        case Most(parts, _, _, each, _):
            groups = [
                frozenset(key for at in one for key in anchor(parts[at], concepts)) for one in each
            ]
            return min(groups, key=_commonness)


_COMMON: Final = LIGHT | words(
    "not no be have do will can we you i it they to of in on at for with from by and or if when "
    "get give take make # $ % until after before than more only as us them there"
)


def _commonness(keys: frozenset[str] | set[str]) -> tuple[int, int]:
    return sum(key in _COMMON for key in keys), len(keys)
