"""A claim read as ideas: what it speaks of, what it says of it, and whether it denies it.

Each idea is a group of the thesaurus, or a word with its relatives, so that a reply which says
the same in other words is recognised; ideas that only carry the sentence are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from compliance.gate.claim_words import CARRIERS, DENIALS, FINITE, FLIPS, LEADING, LISTS, SOFT
from compliance.gate.concepts import shipped, things
from compliance.gate.lexicon import stem, words
from compliance.gate.matcher import Either, Family, Index, Node, Phrase, Ref, Scan, Together, anchor
from compliance.gate.patterns import parse
from compliance.gate.senses import senses
from compliance.gate.stream import NUMBER, Words
from compliance.gate.text import Text

REACH: Final = 8
_MOST: Final = 4
_COORDINATED: Final = re.compile(r"\s*(?:,|;|/|\bor\b|\band/or\b)\s*(?:\bor\b\s*|\band\b\s*)?")
_ALSO: Final = re.compile(r"\s+and\s+")


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing that a claim says; ``opposite`` says the contrary."""

    node: Node
    shown: str
    opposite: Node | None = None
    thing: bool = False

    @property
    def either(self) -> Node:
        """The pattern of the idea or its opposite."""
        return self.node if self.opposite is None else _either((self.node, self.opposite))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a claim amounts to.

    ``denied``: the claim is that it is not so. ``told``: it is told to the customer to do.
    ``sure``: only a statement without reserve makes the claim. ``antecedent``: what a pronoun
    among the ideas must stand for.
    """

    ideas: tuple[Idea, ...]
    subjects: tuple[Node, ...] = ()
    denied: bool = False
    told: bool = False
    sure: bool = False
    antecedent: Node | None = None

    @property
    def shown(self) -> str:
        """The meaning in the pattern language."""
        return " near ".join(idea.shown for idea in self.ideas)


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    idea: Idea
    carries: bool
    soft: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """One of a claim's alternatives: its ideas, how many of them are its subject, its sign."""

    atoms: tuple[_Atom, ...]
    subject: int
    verb_first: bool
    denials: int
    sure: bool


@lru_cache(maxsize=4_096)
def _either(options: tuple[Node, ...]) -> Node:
    return options[0] if len(options) == 1 else Either(options)


def read_claim(claim: str, *, mention: bool = False) -> tuple[Meaning, ...]:
    """Return what a claim means, one meaning for each of its alternatives."""
    told = sure = False
    flipped = 0
    if (lead := LEADING.match(claim)) is not None:
        claim = claim[lead.end() :]
        told = (
            lead["verb"].lower().rstrip("s")
            in {
                *("tell", "advise", "instruct", "ask", "urge", "encourage", "advi"),
            }
            and lead["joint"].lower() != "that"
        )
        sure = lead["verb"].lower().startswith(("promis", "guarant", "assur"))
        flipped = int(lead["joint"].lower().startswith("not"))
    found: list[Meaning] = []
    for part in _complete([_read(piece) for piece in _pieces(claim)], mention=mention):
        meaning = _meaning(part)
        if meaning is not None:
            denied = meaning.denied != bool(flipped)
            found.append(replace(meaning, told=told, sure=sure or meaning.sure, denied=denied))
    return tuple(found)


_PRONOUN: Final = Idea(Ref("pronoun"), "@pronoun")


def with_pronoun(meaning: Meaning) -> Meaning | None:
    """Return the meaning with a pronoun in place of the thing that it names, where it names one."""
    at = next((i for i, idea in enumerate(meaning.ideas) if idea.thing), -1)
    if at < 0 or not 2 <= len(meaning.ideas) <= 3:
        return None
    ideas = (*meaning.ideas[:at], _PRONOUN, *meaning.ideas[at + 1 :])
    return replace(meaning, ideas=ideas, antecedent=meaning.ideas[at].node)


def _pieces(claim: str) -> Iterator[str]:
    for piece in _COORDINATED.split(claim):
        if not piece.strip():
            continue
        head, *rest = _ALSO.split(piece)
        # "harmless to pets and children" names either; "is open and has a pool" says two things.
        if rest and all(len(item.split()) <= 2 for item in rest):
            yield head
            yield from rest
        else:
            yield piece


def _complete(parts: list[_Part], *, mention: bool) -> list[_Part]:
    """Lend to alternatives that are only a word or two what their neighbours say around them."""
    parts = [part for part in parts if part.atoms]
    whole = [part for part in parts if _content(part) >= 2]
    found: list[_Part] = []
    for number, part in enumerate(parts):
        alone = mention and all(atom.carries or atom.idea.thing for atom in part.atoms)
        if _content(part) >= 2 or not whole or alone:
            found.append(part)
            continue
        before = next((one for one in reversed(parts[:number]) if _content(one) >= 2), None)
        if before is not None:
            kept = [atom for atom in before.atoms if not atom.carries]
            own = tuple(atom for atom in part.atoms if not atom.carries)
            if not own:
                continue
            lent = tuple(kept[: before.subject] if part.verb_first else kept[:-1])
            found.append(
                _Part(
                    (*lent, *own),
                    min(before.subject, len(lent)),
                    False,
                    before.denials,
                    before.sure,
                )
            )
            continue
        after = next(one for one in parts[number:] if _content(one) >= 2)
        own = tuple(atom for atom in part.atoms if not atom.carries)
        kept = [atom for atom in after.atoms if not atom.carries]
        if own:
            lent = tuple(kept[1:])
            found.append(
                _Part(
                    (*own, *lent),
                    len(own) if after.subject else 0,
                    False,
                    after.denials,
                    after.sure,
                )
            )
    return found


def _content(part: _Part) -> int:
    return sum(not atom.carries for atom in part.atoms)


def _meaning(part: _Part) -> Meaning | None:
    chosen = [atom for atom in part.atoms if not atom.carries]
    if len(chosen) == 1:
        # "accepts dogs": with one thing only, what is done with it counts as well.
        chosen = [atom for atom in part.atoms if not atom.carries or atom.soft]
        if part.subject and len(chosen) > 1:
            part = replace(part, subject=0)
    subjects = chosen[: part.subject]
    said = chosen[part.subject :]
    if not said:
        subjects, said = [], subjects
    if not said:
        return None
    return Meaning(
        ideas=tuple(atom.idea for atom in said[:_MOST]),
        subjects=tuple(atom.idea.node for atom in subjects),
        denied=part.denials % 2 == 1,
        sure=part.sure,
    )


@lru_cache(maxsize=20_000)
def _read(piece: str) -> _Part:
    read = Words(Text(piece))
    scan = Scan(read, shipped())
    taken: dict[int, tuple[int, int]] = {}
    atoms: list[_Atom] = []
    free_of = _freedoms(read)
    for start, end, names in _named(read, scan):
        if any(at in taken or at in free_of for at in range(start, end)):
            continue
        for at in range(start, end):
            taken[at] = start, end
        soft = all(name in SOFT for name in names)
        carries = soft or _carry(read, start, end) or _modifies(read, end)
        soft = soft and read.raw[start] not in FINITE
        atoms.append(_Atom(start, end, _idea(names, read, start, end), carries, soft))
    for at, word in enumerate(read.stems):
        if at in taken or at in free_of or word in DENIALS:
            continue
        carries = word in CARRIERS or len(word) < 3 or word == NUMBER
        atoms.append(_Atom(at, at + 1, _word(word, read.raw[at]), carries))
    atoms.sort(key=lambda atom: atom.start)
    inside = {
        at for atom in atoms if atom.end - atom.start > 1 for at in range(atom.start, atom.end)
    }
    denials = len(free_of) + sum(
        word in FLIPS and at not in inside for at, word in enumerate(read.stems)
    )
    verb = _verb(read, atoms)
    subject = sum(not atom.carries for atom in atoms if atom.end <= verb)
    content = [atom for atom in atoms if not atom.carries]
    if subject >= len(content):
        subject = 0
    stems = set(read.stems)
    sure = bool({"will", "never", "always"} & stems) or "sense_certain" in {
        name for _, _, names in _named(read, scan) for name in names
    }
    return _Part(tuple(atoms), subject, verb == 0, denials, sure)


def _freedoms(read: Words) -> set[int]:
    """Return where "free" says that something is absent ("free of X", "X-free", "X free")."""
    found = set()
    for at in read.positions.get("fre", ()):
        after = read.stems[at + 1 : at + 2]
        before = read.stems[at - 1] if at else ""
        joined = at in read.joined
        last = not after and at and before not in CARRIERS and before not in DENIALS
        if after in (["of"], ["from"]) or joined or last:
            found.add(at)
    return found


def _modifies(read: Words, end: int) -> bool:
    """Say whether the next word is one for what is sold ("phone plan", "pest control service")."""
    return read.stems[end : end + 1] in (
        ["plan"],
        ["servic"],
        ["product"],
        ["program"],
        ["treatment"],
    )


def _carry(read: Words, start: int, end: int) -> bool:
    return all(word in CARRIERS for word in read.stems[start:end])


@lru_cache(maxsize=1)
def _heads() -> tuple[Index, tuple[tuple[Node, str, bool], ...]]:
    """Return the index of the names by which claims call groups; ``True``: by a rarer one."""
    entries: list[tuple[Node, str, bool]] = []
    for name, sense in senses().items():
        entries.extend((parse(head), name, False) for head in sense.heads)
        entries.extend((parse(tail), name, True) for tail in sense.tails)
    concepts = shipped()
    entries.extend((Ref(name), name, False) for name in things.CONCEPTS if name not in LISTS)
    return Index([anchor(node, concepts) for node, _, _ in entries], concepts), tuple(entries)


def _named(read: Words, scan: Scan) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return the groups that a claim names, the longest names first."""
    index, entries = _heads()
    by_span: dict[tuple[int, int], dict[str, bool]] = {}
    for number in sorted(index.candidates(read)):
        node, name, rare = entries[number]
        for span in scan.find(node):
            if span[1] - span[0] == 1 and read.stems[span[0]] in CARRIERS and name not in SOFT:
                continue
            known = by_span.setdefault(span, {})
            known[name] = rare and known.get(name, True)
    found = []
    firm = {span for span, names in by_span.items() if not all(names.values())}
    for (start, end), names in by_span.items():
        wide = end - start > 1 and all(names.values())
        if wide and any(start <= first and last <= end for first, last in firm):
            continue
        heads = tuple(name for name, rare in names.items() if not rare)
        chosen = heads or tuple(names)[:3]
        found.append((start, end, chosen))
    found.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
    return found


def _idea(names: tuple[str, ...], read: Words, start: int, end: int) -> Idea:
    known = senses()
    opposite = tuple(
        known[name].opposite for name in names if name in known and known[name].opposite
    )
    own: tuple[Node, ...] = ()
    if end - start == 1 and len(read.stems[start]) >= 6:
        own = (_word(read.stems[start], read.raw[start]).node,)
    return Idea(
        _alternatives(tuple(names), own),
        f"@{names[0]}" if len(names) == 1 else f"({' | '.join('@' + name for name in names)})",
        _alternatives(opposite, ()) if opposite else None,
        thing=all(name.startswith("kind_") for name in names),
    )


_nodes: dict[tuple[tuple[str, ...], tuple[Node, ...]], Node] = {}


def _alternatives(names: tuple[str, ...], own: tuple[Node, ...]) -> Node:
    key = names, own
    if key not in _nodes:
        _nodes[key] = _either((*(Ref(name) for name in names), *own))
    return _nodes[key]


@lru_cache(maxsize=20_000)
def _word(word: str, raw: str) -> Idea:
    """Return the idea of a word that the thesaurus does not know: the word and its relatives."""
    if len(word) >= 6 and word.isalpha():
        return Idea(Family(word), raw)
    return Idea(Phrase((word,)), raw)


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    found = set()
    for sense in senses().values():
        if sense.action:
            for option in (*sense.heads, *sense.tails):
                found.add(stem(option.partition(" ")[0].strip("(*")))
    return frozenset(
        found | {stem(word) for word in words("help accept say allow include support")}
    )


def _verb(read: Words, atoms: list[_Atom]) -> int:
    """Return where the first verb of a claim stands; zero where it has none or begins with it."""
    for at, raw in enumerate(read.raw):
        if raw in FINITE and at:
            return at
    for at, raw in enumerate(read.raw):
        verb = raw.endswith("s") and not raw.endswith("ss") and read.stems[at] in _verbs()
        verb = verb and any(atom.start > at and not atom.carries for atom in atoms)
        if verb and at and read.raw[at - 1] not in {"a", "an", "the", "of", "no", "and"}:
            return at
    return 0


def together(meaning: Meaning, *, mention: bool = False) -> Node:
    """Return the pattern that holds wherever a text may say what is meant.

    ``mention``: it speaks of just this, so that its opposite does not count.
    """
    first, *others = (idea.node if mention else idea.either for idea in meaning.ideas)
    for other in others:
        first = Together(first, other, REACH, nested=True)
    return first
