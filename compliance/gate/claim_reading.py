"""A claim read for what it means: who or what it speaks of, what it says of it, or denies.

Its alternatives are told apart: subjects, predicates and objects that "or" joins share what
stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from compliance.gate.claim_ideas import Atom, Idea, Piece, read_piece
from compliance.gate.claim_words import AGENTS, ASIDE, LEADING, ORDER, OTHER_WORDS
from compliance.gate.matcher import Either, Most, Node, Ref, Together

REACH: Final = 8
_MOST: Final = 4
_MOST_LOOSE: Final = 5
# How much of a claim's ideas make it, and of an example's, which says more than the claim.
_CLAIM_SHARE: Final = 0.7
_EXAMPLE_SHARE: Final = 0.75
_LESSER: Final = 0.6
_LEAST: Final = 0.3
_TOLD: Final = ("tell", "advis", "instruct", "ask", "urge", "encourag", "recommend")
_SURE: Final = ("promis", "guarant", "assur")
_COORDINATED: Final = re.compile(r"\s*(?:,|;|/|\bor\b|\band/or\b)\s*(?:\bor\b\s*|\band\b\s*)?")
_ALSO: Final = re.compile(r"\s+and\s+")
_PRONOUN: Final = Idea(Ref("pronoun"), "@pronoun")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a claim amounts to.

    ``denied``: the claim is that it is not so. ``told``: it is told to the customer to do;
    ``ours``: it is the business that does it; ``offered``: or lets the customer do. ``sure``: only
    a statement without reserve makes the claim. ``antecedent``: what a pronoun among the ideas must
    stand for. ``share``: that much of its ideas makes the claim, when not all of them need to be
    there; ``narrowed`` are all of them, with those that only narrow another.
    """

    ideas: tuple[Idea, ...]
    subjects: tuple[Node, ...] = ()
    denied: bool = False
    told: bool = False
    ours: bool = False
    offered: bool = False
    sure: bool = False
    antecedent: Node | None = None
    share: float = 1.0
    narrowed: tuple[Idea, ...] = ()

    @property
    def shown(self) -> str:
        """The meaning in the pattern language."""
        return " near ".join(idea.shown for idea in self.ideas)


@dataclass(frozen=True, slots=True)
class _Said:
    """One predicate of a claim with what it is said of."""

    subjects: tuple[tuple[Atom, ...], ...]
    atoms: tuple[Atom, ...]
    denied: bool
    sure: bool
    ours: bool


def read_claim(claim: str, *, mention: bool = False) -> tuple[Meaning, ...]:
    """Return what a claim means, one meaning for each of its alternatives.

    ``mention``: it names topics, so that a thing counts by itself.
    """
    told = sure = turned = offered = False
    if (lead := LEADING.match(claim)) is not None:
        verb, joint = (lead["verb"] or "says").lower(), (lead["joint"] or "that").lower()
        claim = claim[lead.end() :]
        told = verb.startswith(_TOLD) and joint != "that"
        sure = verb.startswith(_SURE)
        offered = verb.startswith(("offer", "agree")) and joint == "to"
        turned = joint.startswith("not")
    claim, ordered = ORDER.subn("", ASIDE.sub("", OTHER_WORDS.sub("instead of", claim)))
    pieces = [read_piece(piece) for piece in _pieces(claim)]
    found: list[Meaning] = []
    for said in _alternatives([piece for piece in pieces if piece.softer], mention=mention):
        meaning = Meaning(
            ideas=_ideas(said.atoms, told_of=bool(said.subjects)),
            subjects=tuple(atom.idea.node for group in said.subjects for atom in group),
            denied=said.denied != turned,
            told=told or (bool(ordered) and said.atoms[0].action),
            ours=said.ours or offered,
            offered=offered,
            sure=sure or said.sure,
            narrowed=_narrowed(said),
        )
        if meaning.ideas:
            found.append(meaning)
    return tuple(found)


def _ideas(atoms: tuple[Atom, ...], *, told_of: bool) -> tuple[Idea, ...]:
    """Return the ideas of a predicate, each once, without the nouns that only narrow another.

    ``told_of``: it has a subject, so that the circumstances need not be there.
    """
    kept = [atom for atom in atoms if not 0 < atom.idea.weight <= _LEAST] if told_of else []
    kept = kept or list(atoms)
    for first, second in pairwise(atoms):
        beside = first.end == second.start and not first.owner
        if len(kept) > 2 and first.idea.thing and second.idea.thing and beside:
            kept.remove(first)
    ideas = {atom.idea.shown: atom.idea for atom in kept}
    return tuple(ideas.values())[:_MOST]


def read_example(example: str) -> Meaning | None:
    """Return what a reply that breaks a rule says, as far as another may say it in other words."""
    piece = read_piece(example)
    ideas = tuple({atom.idea.shown: atom.idea for atom in piece.softer}.values())
    meaning = Meaning(ideas=ideas, denied=piece.denials % 2 == 1, narrowed=ideas)
    return loosely(meaning, share=_EXAMPLE_SHARE)


def loosely(meaning: Meaning, *, share: float = 0.0, mention: bool = False) -> Meaning | None:
    """Return the meaning with its subject among its ideas, not all of which need to be there.

    ``None`` where it says too little for that.
    """
    ideas = [
        idea
        if any(idea.shown == one.shown for one in meaning.ideas)
        else replace(idea, weight=min(idea.weight, _LESSER))
        for idea in meaning.narrowed
    ]
    if mention and any(idea.named and not idea.said for idea in ideas):
        # What is done with the things that a reply speaks of matters little.
        ideas = [
            idea if idea.named else replace(idea, weight=min(idea.weight, _LEAST)) for idea in ideas
        ]
    if meaning.subjects:
        node = meaning.subjects[0]
        if len(meaning.subjects) > 1:
            node = Either(meaning.subjects)
        ideas.append(Idea(node, "(its subject)", thing=True, weight=_LESSER))
    acted = any(_acts(one) for one in meaning.subjects)
    if sum(idea.weight > _LESSER for idea in ideas) < 2 and meaning.subjects:
        ideas[-1] = replace(ideas[-1], weight=1.0)
    if sum(idea.weight > _LESSER for idea in ideas) < 2:
        # Little is left of the claim without what underlines it.
        ideas = [replace(idea, weight=max(idea.weight, _LESSER)) for idea in ideas]
    if not mention and not any(idea.said and idea.weight >= _LESSER for idea in ideas):
        # That it is certain, or so for all, is what is claimed.
        ideas = [replace(idea, weight=1.0) if idea.said else idea for idea in ideas]
    core = [idea for idea in ideas if idea.weight >= _LESSER]
    if len(core) < 2:
        return None
    return replace(
        meaning,
        ideas=tuple(core[:_MOST_LOOSE]),
        subjects=(),
        share=share or _CLAIM_SHARE,
        ours=meaning.ours or acted,
    )


def _acts(node: Node) -> bool:
    """Say whether a subject is somebody who does what is said, not the customer."""
    match node:
        case Ref(name):
            return name in AGENTS
        case Either(options):
            return any(_acts(option) for option in options)
        case _:
            return False


def _narrowed(said: _Said) -> tuple[Idea, ...]:
    """Return the ideas of a predicate; what only says where or for what weighs less."""
    ideas: dict[str, Idea] = {}
    strong = 0
    for atom in said.atoms:
        idea = atom.idea
        if atom.placed and strong > 1 and idea.named:
            idea = replace(idea, weight=min(idea.weight, _LEAST))
        strong += idea.weight > _LESSER
        ideas[idea.shown] = idea
    return tuple(ideas.values())


def with_pronoun(meaning: Meaning) -> Meaning | None:
    """Return the meaning with a pronoun in place of the thing that it names, where it names one."""
    at = next((i for i, idea in enumerate(meaning.ideas) if idea.thing and not idea.said), -1)
    if at < 0 or not 2 <= len(meaning.ideas) <= 3:
        return None
    ideas = (*meaning.ideas[:at], _PRONOUN, *meaning.ideas[at + 1 :])
    return replace(meaning, ideas=ideas, antecedent=meaning.ideas[at].node)


def together(meaning: Meaning, *, mention: bool = False) -> Node:
    """Return the pattern that holds wherever a text may say what is meant.

    ``mention``: it speaks of just this, so that its opposite does not count.
    """
    if meaning.share < 1.0:
        return _most(meaning, mention=mention)
    first, *others = (idea.node if mention else idea.either for idea in meaning.ideas)
    for other in others:
        first = Together(first, other, REACH, nested=True)
    return first


def _most(meaning: Meaning, *, mention: bool) -> Most:
    ideas = meaning.ideas
    weights = tuple(idea.weight for idea in ideas)
    said = tuple(at for at, idea in enumerate(ideas) if idea.said)
    named = tuple(at for at, idea in enumerate(ideas) if idea.named)
    return Most(
        parts=tuple(idea.node if mention else idea.either for idea in ideas),
        weights=weights,
        least=sum(weights) * meaning.share - 0.001,
        each=tuple(group for group in (said, named) if group),
        distance=REACH,
    )


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


def _alternatives(pieces: list[Piece], *, mention: bool) -> Iterator[_Said]:
    """Yield the predicates of a claim, each whole."""
    waiting: list[Piece] = []
    clause: list[Piece] = []
    subjects: tuple[tuple[Atom, ...], ...] = ()
    ours = False
    for piece in pieces:
        if piece.verb == "own":
            yield from _predicates(clause, subjects, ours=ours)
            groups = (*(one.content for one in waiting), piece.before)
            subjects = tuple(group for group in groups if group)
            ours, waiting, clause = piece.ours and not subjects, [], [piece]
        elif clause or (piece.verb == "finite" and waiting):
            if not clause:
                subjects = tuple(one.content for one in waiting if one.content)
                waiting = []
            clause.append(piece)
        else:
            waiting.append(piece)
    yield from _predicates(clause, subjects, ours=ours)
    if waiting and all(piece.verb in {"bare", "finite"} for piece in waiting[:1]):
        yield from _predicates(waiting, (), ours=False)
    else:
        yield from _phrases(waiting, mention=mention)


def _predicates(
    pieces: Sequence[Piece], subjects: tuple[tuple[Atom, ...], ...], *, ours: bool
) -> Iterator[_Said]:
    """Yield what is said of a subject; verbs share an object, objects share a verb."""
    last: tuple[Atom, ...] = ()
    denied = sure = False
    for number, piece in enumerate(pieces):
        own = piece.after if piece.verb == "own" else piece.content
        negative = piece.denials % 2 == 1
        object_only = len(own) == 1 and own[0].idea.named
        if number and last and (piece.verb == "none" or (piece.verb == "bare" and object_only)):
            own = (*last[:-1], *own)
            negative = negative != denied
        elif piece.verb == "bare" and number:
            negative = negative != denied
        if piece.verb != "none" and len(own) == 1 and own[0].action:
            own = (*own, *_object(pieces[number + 1 :], modal=piece.modal))
        if not own:
            own = tuple(atom for atom in piece.softer if atom not in piece.before)
        sure = sure or piece.sure
        last, denied = own, negative
        about = subjects
        if not own and about:
            about, own = (), subjects[-1]
        if about and len(own) == 1 and "certain" in own[0].idea.shown:
            # That something is certain is said of it, not somewhere near it.
            for group in about:
                yield _Said((), (*group[-2:], *own), negative, sure, ours)
            continue
        if len(own) == 1 and not about:
            softer = tuple(atom for atom in piece.softer if atom.soft and atom not in own)
            own = (*softer, *own)
        yield _Said(about, own, negative, sure, ours)


def _object(later: Sequence[Piece], *, modal: bool) -> tuple[Atom, ...]:
    """Return what the verbs of a list are done to, which only the last of them names."""
    for piece in later:
        # "Can never fail or makes it safe": the verbs differ, and so does what they are done to.
        if piece.verb not in {"bare", "finite"} or (modal and piece.verb == "finite"):
            return ()
        if len(piece.content) > 1:
            return piece.content[1:]
    return ()


def _phrases(pieces: Sequence[Piece], *, mention: bool) -> Iterator[_Said]:
    """Yield what phrases without a verb name; a bare word takes what its neighbour goes with."""
    for number, piece in enumerate(pieces):
        own = piece.content or piece.softer
        lent: tuple[Atom, ...] = ()
        later: tuple[Atom, ...] = ()
        bare = len(own) == 1 and (own[0].quality or own[0].idea.shown.endswith(("ed", "ing")))
        joined = number and pieces[number - 1].linked
        if len(own) == 1 and (bare or joined or not mention):
            later = next((one.content for one in pieces[number + 1 :] if len(one.content) > 1), ())
            earlier = next(
                (one.content for one in reversed(pieces[:number]) if len(one.content) > 1), ()
            )
            lent = later[1:] if later else earlier[:-1]
        if lent and later:
            own = (*own, *lent)
        elif lent:
            own = (*lent, *own)
        elif len(own) == 1 and piece.softer:
            own = piece.softer
        yield _Said((), own, piece.denials % 2 == 1, piece.sure, ours=False)
