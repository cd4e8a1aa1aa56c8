"""A stretch of a claim read as ideas: groups of the thesaurus, or words with their relatives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from compliance.gate.claim_words import (
    CARRIERS,
    CIRCUMSTANCES,
    COUNTED_PLURAL,
    DENIALS,
    FINITE,
    FLIPS,
    LISTS,
    OPERATOR,
    PLACING,
    SOFT,
    WARES,
    WHOLE,
)
from compliance.gate.concepts import shipped, things
from compliance.gate.index import Index
from compliance.gate.lexicon import stem, words
from compliance.gate.matcher import Scan, anchor
from compliance.gate.nodes import Chain, Either, Family, Node, Phrase, Ref
from compliance.gate.patterns import parse
from compliance.gate.senses import senses, synonyms
from compliance.gate.stream import LIGHT, NUMBER, Words
from compliance.gate.text import Text


@lru_cache(maxsize=4_096)
def _either(options: tuple[Node, ...]) -> Node:
    return options[0] if len(options) == 1 else Either(options)


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing that a claim says; ``opposite`` says the contrary.

    ``thing``: it is a thing that a pronoun may stand for. ``plain``: no group knows it.
    ``said``: something is said by it (an action, a quality); ``named``: it is a thing. ``weight``:
    how much of the claim it makes; what only underlines the rest ("every", "surely") has none.
    """

    node: Node
    shown: str
    opposite: Node | None = None
    thing: bool = False
    plain: bool = False
    said: bool = False
    named: bool = True
    weight: float = 1.0

    @property
    def either(self) -> Node:
        """The pattern of the idea or its opposite."""
        return self.node if self.opposite is None else _either((self.node, self.opposite))


@dataclass(frozen=True, slots=True)
class Atom:
    """An idea with its words.

    ``carries``: it says nothing; ``soft``: little; ``quality``: how; ``action``: what is done;
    ``owner``: whose; ``placed``: where, for what or in what; ``flips``: beside other ideas it
    denies them ("optional").
    """

    start: int
    end: int
    idea: Idea
    carries: bool
    soft: bool = False
    quality: bool = False
    action: bool = False
    owner: bool = False
    placed: bool = False
    flips: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch between "and" and "or": its ideas before its verb and from it on, its denials.

    ``verb``: ``none``, ``own`` (with a subject), ``finite`` or ``bare`` (it begins with one).
    ``modal``: one like "can" goes before it; ``linked``: a preposition joins its ideas.
    ``absent``: so many of its denials say that something is not there ("free of X"). ``whole``: it
    is said of all ("every", "entirely", "100%"). ``never``: that word denies its verb.
    ``back``: it speaks of something of what was named before ("or its fee").
    """

    before: tuple[Atom, ...]
    after: tuple[Atom, ...]
    verb: str
    denials: int
    sure: bool
    ours: bool
    softer: tuple[Atom, ...]
    modal: bool = False
    linked: bool = False
    absent: int = 0
    whole: bool = False
    never: bool = False
    back: bool = False

    @property
    def denies(self) -> bool:
        """Whether its verb is denied, and with it what "or" joins to it."""
        return (self.denials - self.absent) % 2 == 1

    @property
    def content(self) -> tuple[Atom, ...]:
        """All ideas of the stretch."""
        return (*self.before, *self.after)


@lru_cache(maxsize=50_000)
def read_piece(piece: str, *, ends: bool = False) -> Piece:
    """Return the ideas of a stretch of a claim; ``ends``: with its verb, if one ends it."""
    read = Words(Text(piece))
    atoms, free_of = _atoms(read)
    inside = {
        at for atom in atoms if atom.end - atom.start > 1 for at in range(atom.start, atom.end)
    }
    denials = len(free_of) + sum(
        word in FLIPS and at not in inside for at, word in enumerate(read.stems)
    )
    at, verb = _verb(read, atoms, ends=ends)
    content = tuple(atom for atom in atoms if not atom.carries)
    before = tuple(atom for atom in content if atom.end <= at)
    after = content[len(before) :]
    if verb == "own" and not after and not any(atom.soft for atom in atoms):
        before, after, verb = (), content, "none"
    ours = verb == "own" and any(word in OPERATOR for word in read.stems[:at])
    sure = not {"will", "never", "always"}.isdisjoint(read.stems) or any(
        "certain" in atom.idea.shown for atom in content
    )
    softer = tuple(atom for atom in atoms if not atom.carries or atom.soft)
    modal = not _MODALS.isdisjoint(read.raw)
    linked = len(content) > 1 and not PLACING.isdisjoint(
        read.raw[content[0].end : content[-1].start]
    )
    whole = not WHOLE.isdisjoint(read.raw) or any(
        first == NUMBER and second == "%" for first, second in pairwise(read.stems)
    )
    return Piece(
        before,
        after,
        verb,
        denials,
        sure,
        ours,
        softer,
        modal,
        linked,
        len(free_of),
        whole,
        never="never" in read.stems,
        back=not {"its", "their"}.isdisjoint(read.raw[:1]),
    )


def topic(claim: str, beside: Iterable[tuple[int, int]], *, whole: bool) -> Node | None:
    """Return what a claim speaks of beside some of its words, or with them: any of those ideas.

    A claim without a subject says each of its verbs for itself ("admits fault, or promises to
    pay"): only what goes with the verb that those words belong to counts.
    """
    read = Words(Text(claim))
    taken = {at for start, end in beside for at in range(start, end)}
    heads = [at for at in range(len(read.raw)) if _finite_at(read, at)]
    if not heads or heads[0]:
        heads = [0]
    kept = {
        at
        for first, last in pairwise((*heads, len(read.raw)))
        if not taken.isdisjoint(range(first, last))
        for at in range(first, last)
    }
    if not whole:
        kept -= taken
    ideas = [
        atom.idea
        for atom in _atoms(read)[0]
        if kept.issuperset(range(atom.start, atom.end)) and not (atom.carries or atom.flips)
    ]
    # Of money nearly every reply speaks.
    telling = [idea for idea in ideas if idea.weight >= 1.0]
    found = [idea.node for idea in telling or ideas if idea.weight > _ASIDE]
    return _either(tuple(dict.fromkeys(found))) if found else None


def _third_person(read: Words, *, ends: bool) -> int | None:
    """Return where a verb ends the stretch, or begins it with its object."""
    last = len(read.raw) - 1
    if ends and last > 0 and _third(read.raw[last]) and read.stems[last] in verbs():
        return last
    return (
        0
        if last > 0 and _third(read.raw[0]) and not _DETERMINERS.isdisjoint(read.raw[1:2])
        else None
    )


def _third(raw: str) -> bool:
    """Say whether a word ends like a verb in the third person."""
    return raw.endswith("s") and not raw.endswith(("ss", "'s"))


def _finite_at(read: Words, at: int) -> bool:
    """Say whether a verb with no subject of its own opens the claim, or follows "or"."""
    raw = read.raw[at]
    opens = not at or read.raw[at - 1] in {"or", "and"}
    return opens and read.stems[at] in verbs() and _third(raw)


def _atoms(read: Words) -> tuple[list[Atom], set[int]]:
    scan = Scan(read, shipped())
    taken: set[int] = set()
    atoms: list[Atom] = []
    free_of = freedoms(read)
    known = senses()
    for start, end, names in _named(read, scan):
        bare = end - start == 1 and read.stems[start] in DENIALS
        if bare or any(at in taken or at in free_of for at in range(start, end)):
            continue
        taken.update(range(start, end))
        soft = all(name in SOFT for name in names)
        carries = soft or _carry(read, start, end) or _modifies(read, end)
        groups = [known[name] for name in names if name in known]
        atoms.append(
            Atom(
                start,
                end,
                _idea(names, read, start, end),
                carries,
                soft=soft and read.raw[start] not in FINITE,
                quality=bool(groups) and all(one.quality for one in groups),
                action=any(one.action for one in groups),
                flips=end - start == 1 and read.stems[start] in FLIPS - DENIALS,
            )
        )
    for at, word in enumerate(read.stems):
        if at in taken or at in free_of or word in DENIALS:
            continue
        carries = word in CARRIERS or len(word) < 3 or word == NUMBER
        atoms.append(Atom(at, at + 1, _word(word, read.raw[at]), carries))
    atoms.sort(key=lambda atom: atom.start)
    aside = next((at for at, raw in enumerate(read.raw) if at and raw in CIRCUMSTANCES), None)
    if aside is not None:
        atoms = [
            replace(atom, idea=replace(atom.idea, weight=min(atom.idea.weight, _ASIDE)))
            if atom.start > aside
            else atom
            for atom in atoms
        ]
    atoms = [
        replace(
            atom,
            owner=read.raw[atom.end - 1].endswith(("'s", "s'")),
            placed=not PLACING.isdisjoint(read.raw[max(0, atom.start - 2) : atom.start])
            and _EVERY.isdisjoint(read.raw[max(0, atom.start - 1) : atom.start]),
        )
        for atom in atoms
    ]
    return _compounds(atoms), free_of


def _compounds(atoms: list[Atom]) -> list[Atom]:
    """Join words that stand side by side and that no group knows: they name one thing."""
    found: list[Atom] = []
    for atom in atoms:
        last = found[-1] if found else None
        plain = atom.idea.plain and not atom.carries
        if last and plain and last.idea.plain and not last.carries and last.end == atom.start:
            node = Chain((last.idea.node, atom.idea.node), ((0, 1),))
            shown = f"{last.idea.shown} {{0,1}} {atom.idea.shown}"
            found[-1] = Atom(last.start, atom.end, Idea(node, shown, plain=True), carries=False)
        else:
            found.append(atom)
    return found


def freedoms(read: Words) -> set[int]:
    """Return where "free" says that something is absent ("free of X", "X-free", "X free")."""
    found = set()
    for at in read.positions.get("fre", ()):
        after = read.stems[at + 1 : at + 2]
        before = read.stems[at - 1] if at else ""
        joined = at in read.joined
        ends = not after or not _MARKS.isdisjoint(
            read.text.norm[read.starts[at] : read.starts[at + 1]]
        )
        last = ends and at and before not in CARRIERS and before not in DENIALS
        if after in (["of"], ["from"]) or joined or last:
            found.add(at)
    return found


def _modifies(read: Words, end: int) -> bool:
    """Say whether the next word is one for what is sold ("phone plan", "pest control service")."""
    return not WARES.isdisjoint(read.stems[end : end + 1])


def _carry(read: Words, start: int, end: int) -> bool:
    # "Go up" says something although "go" and "up" do not.
    return end - start == 1 and read.stems[start] in CARRIERS


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
    found.sort(key=lambda hit: (hit[0] - hit[1], (hit[0], hit[1]) not in firm, hit[0]))
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
        thing=any(name not in known or name.startswith("kind_") for name in names)
        and not any(name.startswith("sense_") for name in names),
        said=any(name.startswith("sense_") for name in names),
        named=not all(name.startswith("sense_") for name in names),
        weight=max((_WEIGHTS.get(name, 1.0) for name in names), default=1.0),
    )


_ASIDE: Final = 0.3
_EVERY: Final = words("every all any each")
_MARKS: Final = frozenset(",;:.!?")
_DETERMINERS: Final = words("a an the its their his her our your any no")
_ONE: Final = words("a an one each every this that")
_MODALS: Final = words("will would can could may might must shall should cannot can't won't never")
# What underlines a claim without making it, and what so many replies do that it says little.
_WEIGHTS: Final = {
    **dict.fromkeys(
        (
            *("sense_every", "sense_everyone", "sense_always", "sense_full", "sense_certain"),
            *("sense_only", "sense_first", "sense_available"),
        ),
        0.0,
    ),
    **dict.fromkeys(
        (
            *("sense_open", "sense_see", "sense_tell", "sense_leave", "sense_keep", "sense_begin"),
            *("sense_allowed", "sense_necessary", "sense_get_in", "sense_work", "sense_depart"),
            *("sense_continue", "sense_bring", "sense_carry", "sense_buy", "sense_sell"),
            *("sense_contact", "sense_confirm", "sense_charge", "sense_pay", "sense_buy"),
            *("sense_stay", "sense_happen", "sense_return", "sense_arrive", "sense_share"),
            # Of money nearly every reply speaks.
            *("kind_price", "kind_cash", "kind_fee"),
        ),
        0.6,
    ),
}
_nodes: dict[tuple[tuple[str, ...], tuple[Node, ...]], Node] = {}


def _alternatives(names: tuple[str, ...], own: tuple[Node, ...]) -> Node:
    key = names, own
    if key not in _nodes:
        _nodes[key] = _either((*(Ref(name) for name in names), *own))
    return _nodes[key]


@lru_cache(maxsize=20_000)
def _word(word: str, raw: str) -> Idea:
    """Return the idea of a word that the thesaurus does not know: the word and its relatives."""
    own: Node = Family(word) if len(word) >= 6 and word.isalpha() else Phrase((word,))
    others = tuple(parse(other) for other in synonyms().get(word, ()))
    said = bool(others) or raw.endswith(("ed", "ing"))
    return Idea(_either((own, *others)), raw, plain=True, said=said)


OTHER_VERBS: Final = (
    "admit promise guarantee claim state "
    "help accept say allow include support import export apply set make get give take use offer "
    "provide send put try change turn show mean need want speak act lie rest serve"
)


@lru_cache(maxsize=1)
def verbs() -> frozenset[str]:
    """Return the stems of the verbs that a claim or an order may begin with."""
    found = set()
    for sense in senses().values():
        if sense.action:
            for option in (*sense.heads, *sense.tails):
                found.add(stem(option.partition(" ")[0].strip("(*")))
    return frozenset((found - LIGHT) | {stem(word) for word in words(OTHER_VERBS)})


def _verb(read: Words, atoms: list[Atom], *, ends: bool) -> tuple[int, str]:
    """Return where the first verb stands and what kind of verb it is."""
    if (at := _third_person(read, ends=ends)) is not None:
        return at, "own" if at else "finite"
    for at, raw in enumerate(read.raw):
        if raw in FINITE and (at or read.stems[1:2]):
            return (at, "own") if at else (0, "finite")
    said = [atom.start for atom in atoms if not atom.carries]
    for at, raw in enumerate(read.raw):
        if read.stems[at] not in verbs():
            continue
        third = _third(raw)
        if not at and any(atom.start == 0 and atom.quality for atom in atoms):
            return 0, "none"
        if not at:
            bare = not third and not raw.endswith("ing")
            return 0, "finite" if third else "bare" if bare else "none"
        previous = read.raw[at - 1]
        if previous in {"a", "an", "the", "of", "no", "and", "to", "for", "in", "on", "with"}:
            continue
        # "Rabies" and "news" end like a plural and are none.
        plural = (previous.endswith("s") and stem(previous) != previous) or (
            previous in COUNTED_PLURAL
        )
        # "Proof of a current rabies shot": one thing, however its words end.
        plural = plural and not _ONE.intersection(read.raw[max(0, at - 3) : at - 1])
        if (third and any(start > at for start in said)) or (
            plural and raw == read.raw[at] and not third and not raw.endswith(("ed", "ing"))
        ):
            return at, "own"
    return 0, "none"
