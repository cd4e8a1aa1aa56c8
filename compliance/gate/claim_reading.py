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
from compliance.gate.claim_words import ASIDE, CIRCUMSTANCES, LEADING, ORDER, OTHER_WORDS
from compliance.gate.meaning import LEAST, LESSER, Meaning, loosely

_MOST: Final = 4
# How much of an example makes it: it says more than the claim.
_EXAMPLE_SHARE: Final = 0.75
_TOLD: Final = ("tell", "advis", "instruct", "ask", "urge", "encourag", "recommend")
_SURE: Final = ("promis", "guarant", "assur")
_COORDINATED: Final = re.compile(r"\s*(?:,|;|/|\bor\b|\band/or\b)\s*(?:\bor\b\s*|\band\b\s*)?")
# "Can stay or play without proof": both without it.
_SHARED: Final = re.compile(
    r"(?P<head>\b(?:can|may|will|could|must|should|to)\s+)(?P<first>\w+)\s+or\s+(?P<second>\w+)\s+"
    r"(?P<tail>(?:without|with|before|after|unless|until|from|by)\b[^,;]*)",
    re.IGNORECASE,
)
_ALSO: Final = re.compile(r"\s+and\s+")


@dataclass(frozen=True, slots=True)
class _Said:
    """One predicate of a claim with what it is said of."""

    subjects: tuple[tuple[Atom, ...], ...]
    atoms: tuple[Atom, ...]
    denied: bool
    sure: bool
    ours: bool
    whole: bool = False


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
    claim = _SHARED.sub(r"\g<head>\g<first> \g<tail> or \g<second> \g<tail>", claim)
    pieces = _read(list(_pieces(claim)))
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
            whole=said.whole,
            narrowed=_narrowed(said),
        )
        if meaning.ideas:
            found.append(meaning)
    return tuple(found)


def _ideas(atoms: tuple[Atom, ...], *, told_of: bool) -> tuple[Idea, ...]:
    """Return the ideas of a predicate, each once, without the nouns that only narrow another.

    ``told_of``: it has a subject, so that the circumstances need not be there.
    """
    kept = [atom for atom in atoms if not 0 < atom.idea.weight <= LEAST] if told_of else []
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
    denials = piece.denials - sum(atom.flips for atom in piece.softer)
    meaning = Meaning(ideas=ideas, denied=denials % 2 == 1, whole=piece.whole, narrowed=ideas)
    return loosely(meaning, share=_EXAMPLE_SHARE)


def _narrowed(said: _Said) -> tuple[Idea, ...]:
    """Return the ideas of a predicate; what only says where or for what weighs less."""
    ideas: dict[str, Idea] = {}
    strong = 0
    for atom in said.atoms:
        idea = atom.idea
        if atom.placed and strong > 1 and idea.named:
            idea = replace(idea, weight=min(idea.weight, LEAST))
        strong += idea.weight > LESSER
        ideas[idea.shown] = idea
    return tuple(ideas.values())


def _read(stretches: Sequence[str]) -> list[Piece]:
    # "..., before the claim is reviewed" says when, and claims nothing by itself.
    said = [
        stretch
        for number, stretch in enumerate(stretches)
        if not number or stretch.partition(" ")[0].lower() not in CIRCUMSTANCES
    ]
    pieces = [read_piece(stretch) for stretch in said]
    if len(pieces) > 1 and pieces[0].verb == "none" and pieces[1].verb == "finite":
        # "The clinic waives, pays or absorbs it": the first verb ends its stretch.
        pieces[0] = read_piece(said[0], ends=True)
    return pieces


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
            if not clause and all(one.verb == "finite" for one in waiting):
                clause, waiting = waiting, []  # "waives or absorbs it": nobody is named
            elif not clause:
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
    denied = sure = never = False  # what is absent from one thing is not denied of the next
    for number, piece in enumerate(pieces):
        own = piece.after if piece.verb == "own" else piece.content
        negative = piece.denials % 2 == 1
        object_only = len(own) == 1 and own[0].idea.named
        if number and last and (piece.verb == "none" or (piece.verb == "bare" and object_only)):
            own = (*last[:-1], *own)
            negative = negative != denied
        elif number and (piece.verb == "bare" or (piece.verb == "finite" and never)):
            negative = negative != denied
        # "Never stains, scratches or wears": none of it.
        never = piece.never or (never and piece.verb == "finite")
        if piece.verb != "none" and len(own) == 1 and own[0].action:
            own = (*own, *_object(pieces[number + 1 :], modal=piece.modal))
        if not own:
            own = tuple(atom for atom in piece.softer if atom not in piece.before)
            # "Is optional" says just that, and denies nothing.
            negative = negative != (sum(atom.flips for atom in own) % 2 == 1)
        sure = sure or piece.sure
        last, denied = own, negative != (piece.absent % 2 == 1)
        about = subjects
        if not own and about:
            about, own = (), subjects[-1]
        if about and len(own) == 1 and "certain" in own[0].idea.shown:
            # That something is certain is said of it, not somewhere near it.
            for group in about:
                yield _Said((), (*group[-2:], *own), negative, sure, ours, piece.whole)
            continue
        if len(own) == 1 and not about:
            softer = tuple(atom for atom in piece.softer if atom.soft and atom not in own)
            own = (*softer, *own)
        yield _Said(about, own, negative, sure, ours, piece.whole)


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
        # "Its fee" could be anything's; "its keys" say by themselves what is spoken of.
        if piece.back and number and all(atom.idea.weight < 1.0 for atom in own):
            own = (*pieces[number - 1].content, *own)
        elif lent and later:
            own = (*own, *lent)
        elif lent:
            own = (*lent, *own)
        elif len(own) == 1 and piece.softer:
            own = piece.softer
        yield _Said((), own, piece.denials % 2 == 1, piece.sure, ours=False, whole=piece.whole)
