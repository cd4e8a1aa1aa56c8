"""The terms that the customer's questions are about, and the bare numbers that answer them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from compliance.gate.numerals import NUMBER, number_value
from compliance.gate.policy.lookup import WordStarts
from compliance.gate.policy.questions import Question, questions
from compliance.gate.policy.vocabulary import Concept, Term
from compliance.gate.quantities import Quantity, quantities
from compliance.gate.text import Text
from compliance.gate.types import PlaceFacts, Unit

NAMED: Final = 0.75  # the share of a term's topics that names it outright
_ASKED: Final = 0.6  # the same for a question, which a customer puts in fewer words
_UNSIZED: Final = frozenset({Unit.BOOLEAN, Unit.CHOICE, Unit.LIST, Unit.TEXT})
# What a question of a kind asks for, so that it need not be named: "how late" asks for a grace.
_KIND_ONLY: Final = frozenset({"grace", "cutoff", "expire", "validity", "turnaround", "warning"})
_NO_NOUN: Final = frozenset(
    {"a", "per", "each", "every", "total", "maximum", "minimum", "max", "altogether"}
)
_FEW_WORDS: Final = 4
_BARE_NUMBER: Final = re.compile(
    rf"(?<![\w$#:./-]){NUMBER}(?=\W*$|\s*[.,;!?)](?!\d)| (?:a|an|per|each|every|total|max\w*|"
    r"min\w*|altogether|is|at|in|and|or|of (?:you|us|them)|if|for)\b)"
    r"(?! (?:and|or) (?:over|up|older))"
)


class Asked:
    """The customer's message, read for what it asks; everything is found once."""

    def __init__(self, message: Text) -> None:
        self.message = message
        self._words = WordStarts(message.norm)
        self._hits: dict[str, tuple[tuple[int, int], ...]] = {}
        self._terms: dict[tuple[str, int], tuple[Term, ...]] = {}

    def hits(self, concept: Concept) -> tuple[tuple[int, int], ...]:
        """Return where the message speaks of a concept (offsets in its normalised text)."""
        found = self._hits.get(concept.name)
        if found is None:
            found = self._words.find(concept.pattern, concept.starts)
            self._hits[concept.name] = found
        return found

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What the customer asks, in order."""
        return questions(self.message)

    @cached_property
    def amounts(self) -> tuple[Quantity, ...]:
        """The amounts in the message."""
        return quantities(self.message)

    @cached_property
    def counted(self) -> tuple[Unit, ...]:
        """The units without a name of their own that are asked for: how many, how old."""
        asked = {unit for question in self.questions for unit in question.kinds}
        return tuple(unit for unit in (Unit.COUNT, Unit.AGE, Unit.MONEY) if unit in asked)

    def terms(
        self, place: PlaceFacts, live: Iterable[Term], question: Question
    ) -> tuple[Term, ...]:
        """Return those of a location's terms that a question is about, the fullest named first."""
        key = (place.code, question.start)
        found = self._terms.get(key)
        if found is None:
            found = self._about(live, question)
            self._terms[key] = found
        return found

    def _about(self, live: Iterable[Term], question: Question) -> tuple[Term, ...]:
        shares = [(term, self._share_asked(term, question)) for term in live]
        named = [(term, share) for term, share in shares if share >= _ASKED]
        named.sort(key=lambda item: (-item[0].weight, item[0].fact.key))
        names = [({topic.name for topic in term.topics}, share) for term, share in named]
        # A term with more to it is what is meant, if all of it is named.
        return tuple(
            term
            for (term, _), (own, _) in zip(named, names, strict=True)
            if not any(own < other and share >= NAMED for other, share in names)
        )

    def _asks_of_age(self, question: Question) -> bool:
        return Unit.AGE in question.kinds or any(
            each.unit is Unit.AGE and question.start <= each.norm_start < question.end
            for each in self.amounts
        )

    def _share_asked(self, term: Term, question: Question) -> float:
        """Return how much of a term a question names, by weight: 0 for one of another kind."""
        if not question.asks_for(term.fact.unit) and term.fact.unit not in _UNSIZED:
            return 0.0
        inside = around = 0.0
        for topic in term.topics:
            hits = self.hits(topic)
            meant = (topic.name == "age" and self._asks_of_age(question)) or (
                topic.name in _KIND_ONLY and bool(question.kinds)
            )
            if meant or any(question.start <= hit[0] < question.end for hit in hits):
                inside += topic.weight
            elif any(hit[0] < question.start for hit in hits):
                around += topic.weight
        return (inside + around) / term.weight if inside else 0.0


def _is_alone(text: Text, start: int) -> bool:
    """Say whether a sentence holds little more than a number: "Ninety.", "Just forty."."""
    sentence = text.sentence_at(start)
    return text.norm.count(" ", sentence.norm_start, sentence.norm_end) < _FEW_WORDS


def with_bare(text: Text, amounts: tuple[Quantity, ...], unit: Unit) -> tuple[Quantity, ...]:
    """Return the amounts with the numbers that count nothing by name ("Eight.", "Four a month")."""
    kept = [each for each in amounts if each.unit is not Unit.COUNT or each.noun not in _NO_NOUN]
    for hit in _BARE_NUMBER.finditer(text.norm):
        value = number_value(hit.group())
        if value is None or any(
            each.norm_start < hit.end() and hit.start() < each.norm_end for each in kept
        ):
            continue
        start, end = text.span(*hit.span())
        if unit is Unit.MONEY and not _is_alone(text, start):
            continue
        kept.append(Quantity(unit, value, start, end, *hit.span()))
    return tuple(sorted(kept, key=lambda each: each.norm_start))
