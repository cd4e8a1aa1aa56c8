"""What a claim amounts to, and the patterns that find it: all of it, or enough of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from compliance.gate.claim_ideas import Idea
from compliance.gate.claim_words import AGENTS
from compliance.gate.nodes import Either, Most, Node, Ref, Together

REACH: Final = 8
# How much of a claim's ideas make it.
CLAIM_SHARE: Final = 0.7
# What only narrows a claim, and what only says when or where.
LESSER: Final = 0.6
LEAST: Final = 0.3
_MOST_LOOSE: Final = 5
_PRONOUN: Final = Idea(Ref("pronoun"), "@pronoun")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a claim amounts to.

    ``denied``: the claim is that it is not so. ``told``: it is told to the customer to do;
    ``ours``: it is the business that does it; ``offered``: or lets the customer do. ``sure``: only
    a statement without reserve makes the claim; ``whole``: only one of all of it. ``antecedent``:
    what a pronoun among the ideas must stand for. ``share``: that much of its ideas makes the
    claim, when not all of them need to be there; ``narrowed`` are all of them, with those that
    only narrow another.
    """

    ideas: tuple[Idea, ...]
    subjects: tuple[Node, ...] = ()
    denied: bool = False
    told: bool = False
    ours: bool = False
    offered: bool = False
    sure: bool = False
    whole: bool = False
    antecedent: Node | None = None
    share: float = 1.0
    narrowed: tuple[Idea, ...] = ()

    @property
    def shown(self) -> str:
        """The meaning in the pattern language."""
        return " near ".join(idea.shown for idea in self.ideas)


def loosely(meaning: Meaning, *, share: float = 0.0, mention: bool = False) -> Meaning | None:
    """Return the meaning with its subject among its ideas, not all of which need to be there.

    ``None`` where it says too little for that.
    """
    ideas = [
        idea
        if any(idea.shown == one.shown for one in meaning.ideas)
        else replace(idea, weight=min(idea.weight, LESSER))
        for idea in meaning.narrowed
    ]
    if mention and any(idea.named and not idea.said for idea in ideas):
        # What is done with the things that a reply speaks of matters little.
        ideas = [
            idea if idea.named else replace(idea, weight=min(idea.weight, LEAST)) for idea in ideas
        ]
    if meaning.subjects:
        node = meaning.subjects[0]
        if len(meaning.subjects) > 1:
            node = Either(meaning.subjects)
        ideas.append(Idea(node, "(its subject)", thing=True, weight=LESSER))
    acted = any(_acts(one) for one in meaning.subjects)
    if sum(idea.weight > LESSER for idea in ideas) < 2 and meaning.subjects:
        ideas[-1] = replace(ideas[-1], weight=1.0)
    if sum(idea.weight > LESSER for idea in ideas) < 2:
        # Little is left of the claim without what underlines it.
        ideas = [replace(idea, weight=max(idea.weight, LESSER)) for idea in ideas]
    if not mention and not any(idea.said and idea.weight >= LESSER for idea in ideas):
        # That it is certain, or so for all, is what is claimed.
        ideas = [replace(idea, weight=1.0) if idea.said else idea for idea in ideas]
    core = [idea for idea in ideas if idea.weight >= LESSER]
    if len(core) < 2:
        return None
    return replace(
        meaning,
        ideas=tuple(core[:_MOST_LOOSE]),
        subjects=(),
        share=share or CLAIM_SHARE,
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


def with_pronoun(meaning: Meaning) -> Meaning | None:
    """Return the meaning with a pronoun in place of the thing that it names, where it names one."""
    at = next(
        (
            i
            for i, idea in enumerate(meaning.ideas)
            if idea.thing and not idea.said and idea.weight > LESSER
        ),
        -1,
    )
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
