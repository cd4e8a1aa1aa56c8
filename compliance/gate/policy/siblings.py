"""Which of several like terms an amount belongs to, where a sentence pairs each with its own.

"Cancelling costs 50% and a no-show 100%" names two fees and two amounts in turn, so each amount
has one term; held against either of the two, swapped values would pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from compliance.gate.policy.vocabulary import Concept, Term
from compliance.gate.quantities import Quantity
from compliance.gate.text import Sentence


def paired(
    quantity: Quantity,
    terms: tuple[Term, ...],
    amounts: Iterable[Quantity],
    sentence: Sentence,
    hits: Callable[[Concept], tuple[tuple[int, int], ...]],
) -> Term | None:
    """Return the term that a sentence pairs with an amount, or ``None`` where it is not plain.

    ``amounts`` are those of the draft that compare with the terms. The pairing is plain when
    terms and amounts alternate, as many of the one as of the other.
    """
    inside = [
        each for each in amounts if sentence.norm_start <= each.norm_start < sentence.norm_end
    ]
    marks: list[tuple[int, Term | None]] = [(each.norm_start, None) for each in inside]
    for term in terms:
        shared = set.intersection(
            *({topic.name for topic in other.topics} for other in terms if other is not term)
        )
        own = [topic for topic in term.topics if topic.name not in shared]
        marks.extend(
            (start, term)
            for topic in own
            for start, _ in hits(topic)
            if sentence.norm_start <= start < sentence.norm_end
        )
    marks.sort(key=lambda mark: mark[0])
    turns = marks[:1] + [
        mark for before, mark in pairwise(marks) if mark[1] is None or before[1] is not mark[1]
    ]
    if len(turns) < 4 or len(turns) % 2:
        return None
    if any((one[1] is None) is (other[1] is None) for one, other in pairwise(turns)):
        return None
    for index in range(0, len(turns), 2):
        first, second = turns[index], turns[index + 1]
        if quantity.norm_start in (first[0], second[0]):
            return first[1] or second[1]
    return None
