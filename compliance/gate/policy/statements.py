"""Which policy term the words around a span speak of.

Every topic of every term is looked up once; a span then belongs to the terms whose topics stand
nearest to it: in its clause, its sentence, the sentence before, or the customer's question.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from compliance.gate.faults import TooDenseError
from compliance.gate.places import place_of
from compliance.gate.polarity import Clause, Polarity, clauses, polarity
from compliance.gate.policy.asked import NAMED, Asked, with_bare
from compliance.gate.policy.asking import ANAPHOR, TELL_US, YOU_SAID, is_light
from compliance.gate.policy.lookup import WordStarts
from compliance.gate.policy.questions import Question
from compliance.gate.policy.siblings import paired
from compliance.gate.policy.vocabulary import Concept, Term, words_for
from compliance.gate.quantities import Quantity, quantities, same_amount
from compliance.gate.reading import Reading
from compliance.gate.text import Sentence
from compliance.gate.types import Edit, PlaceFacts, PolicyFact, Unit

# A topic that narrows a term to one kind of business: without it the words speak of another kind.
QUALIFIERS = frozenset(
    {
        "catering", "gift", "online", "mobile", "shipping", "delivery", "package", "membership",
        "rental", "certificate", "tuition", "pet", "warranty", "restocking", "rush", "gift_card",
        "mortgage", "auto", "lesson", "storage", "luggage", "cleaning", "overdraft", "trial",
    }
)  # fmt: skip
_NEGATION = re.compile(r"\b(?:not?|never|without|cannot|none|nothing|nor|neither)\b|n't\b")
_NO_NEGATION = re.compile(
    r"\bno[- ]shows?\b|(?:\bnot|\bnever|n't|\bwithout|\bfails? to) (?:show|turn|attend|arriv)\w*"
    r"|\b(?:no|without)(?: an?y?| the| your)? (?:receipt|proof of purchase)"
    r"|^\W*(?:no|nope)(?=[,;:.!] )"  # the answer to a question, not a denial of what follows
)
UNCHARGED = re.compile(
    r"\b(?:no|without(?: an?y?)?|zero) (?:\w+ ){0,2}(?:fees?|charges?|costs?|penalt(?:y|ies))\b"
    r"|(?:\bnot|n't|\bnever) (?:be charged|be billed|charge you|pay (?:anything|a \w+)|owe|cost)"
    r"|\bnothing (?:to pay|is due|due|will be charged)|\bpay nothing\b"
    r"|\bfree of charge\b|\bat no (?:cost|charge)\b"
)
_AVOIDS = re.compile(r"\bavoid\w* (?:paying )?(?:the|that|any|this|a|your|our)\b")
_CASE = re.compile(r"(?:if|when|whenever|in case|should you|once|where)\b")
_ANSWERING = 3  # the sentence of a reply, from 0, up to which it may answer without naming
_NEEDED = 0.5  # the share of a term's topics that must be spoken of
_ROLE = 0.3  # what naming the kind of value adds
_MOST_AMOUNTS = 250  # no reply states so many
_CLOSE = 0.65  # a candidate this near to the best one may be meant as well


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement that differs from a term's value: its original span, in words, and its mend."""

    start: int
    end: int
    says: str
    fact: PolicyFact
    place: PlaceFacts
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term that a span may speak of, with how well it fits and whether it is named nearby."""

    term: Term
    score: float
    coverage: float
    tier: int
    role: bool


class Statements:
    """The topics that a draft and the customer's message speak of, found once per reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self.words = WordStarts(reading.text.norm)
        self._hits: dict[str, tuple[tuple[int, int], ...]] = {}
        self._terms: dict[str, tuple[Term, ...]] = {}
        self._named: dict[tuple[str, int, int], bool] = {}
        self._live: dict[str, tuple[Term, ...]] = {}
        self.asks = Asked(reading.message)

    @cached_property
    def _spans(self) -> list[tuple[Sentence, tuple[Clause, ...]]]:
        return [(sentence, clauses(self.text, sentence)) for sentence in self.text.sentences]

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.norm_start for sentence, _ in self._spans]

    @cached_property
    def _clause_starts(self) -> list[list[int]]:
        return [[part.norm_start for part in parts] for _, parts in self._spans]

    @cached_property
    def _clauses(self) -> dict[Sentence, tuple[Clause, ...]]:
        return dict(self._spans)

    def terms(self, place: PlaceFacts) -> tuple[Term, ...]:
        """Return the terms of a location."""
        found = self._terms.get(place.code)
        if found is None:
            found = tuple(words_for(fact) for fact in place.policies)
            self._terms[place.code] = found
        return found

    def live(self, place: PlaceFacts) -> tuple[Term, ...]:
        """Return the terms of a location that the draft or the customer names any part of."""
        found = self._live.get(place.code)
        if found is None:
            found = tuple(term for term in self.terms(place) if self._is_live(term))
            self._live[place.code] = found
        return found

    def _is_live(self, term: Term) -> bool:
        return (
            term.phrases is not None
            or term.fact.unit is Unit.AGE
            or any(self.hits(topic) for topic in term.topics)
            or any(self.asked(topic) for topic in term.topics)
        )

    def hits(self, concept: Concept) -> tuple[tuple[int, int], ...]:
        """Return where the draft speaks of a concept (offsets in the normalised text)."""
        found = self._hits.get(concept.name)
        if found is None:
            found = self.words.find(concept.pattern, concept.starts)
            if concept.name == "loyalty":
                found = tuple(sorted({*found, *self._programme()}))
            self._hits[concept.name] = found
        return found

    def _programme(self) -> list[tuple[int, int]]:
        """Return where the draft names the brand's own loyalty programme."""
        name = self.reading.facts.brand.loyalty.lower()
        return [hit.span() for hit in re.finditer(re.escape(name), self.text.norm)] if name else []

    def asked(self, concept: Concept) -> bool:
        """Say whether the customer's message speaks of a concept."""
        return bool(self.asks.hits(concept))

    def asked_terms(self, place: PlaceFacts, question: Question) -> tuple[Term, ...]:
        """Return the terms of a location that a question is about, the fullest named first."""
        return self.asks.terms(place, self.live(place), question)

    def answered_terms(self, place: PlaceFacts, norm: int) -> tuple[Term, ...]:
        """Return the terms that a bare value at an offset of the reply is of, by what was asked."""
        if not self.asks.questions:
            return ()
        _, clause, index = self.clause_of(norm)
        if index > _ANSWERING or not is_light(self.text.norm, clause.norm_start, norm):
            return ()
        found = (self.asked_terms(place, question) for question in self.asks.questions)
        return tuple(dict.fromkeys(term for terms in found for term in terms))

    def within(self, concept: Concept, start: int, end: int) -> tuple[int, int] | None:
        """Return the first place in a span of ``norm`` that speaks of a concept."""
        return next((hit for hit in self.hits(concept) if hit[0] < end and start < hit[1]), None)

    def names_within(self, term: Term, start: int, end: int) -> bool:
        """Say whether a span of ``norm`` names a term: all, or nearly all, of its topics."""
        key = (term.fact.key, start, end)
        named = self._named.get(key)
        if named is None:
            spoken = 0.0
            for topic in term.topics:
                for first, last in self.hits(topic):
                    if first < end and start < last:
                        spoken += topic.weight
                        break
            named = self._named[key] = spoken >= NAMED * term.weight
        return named

    def clause_of(self, norm: int) -> tuple[Sentence, Clause, int]:
        """Return the sentence and clause around a normalised offset, and the sentence's index."""
        best = max(0, bisect_right(self._starts, norm) - 1)
        sentence, parts = self._spans[best]
        # A sentence may have thousands of clauses, and each is asked for.
        at = bisect_right(self._clause_starts[best], norm) - 1
        if at >= 0 and norm < parts[at].norm_end:
            return sentence, parts[at], best
        whole = Clause(sentence.start, sentence.end, sentence.norm_start, sentence.norm_end)
        return sentence, whole, best

    def clauses_in(self, sentence: Sentence) -> tuple[Clause, ...]:
        """Return the clauses of one of the draft's sentences."""
        return self._clauses.get(sentence, ())

    def names_sibling(self, term: Term, clause: Clause) -> bool:
        """Say whether a clause speaks of a term of the same kind that has more to it."""
        place = self.place_at(clause.start)
        own = {topic.name for topic in term.topics}
        for other in self.live(place):
            names = {topic.name for topic in other.topics}
            if own < names and all(
                self.within(topic, clause.norm_start, clause.norm_end)
                for topic in other.topics
                if topic.name not in own
            ):
                return True
        return False

    def polarity_of(self, start: int, end: int) -> Polarity:
        """Return how an original span is put forward; a "no-show" in its clause denies nothing."""
        how = polarity(self.text, start, end)
        if how.reported and self._asks_to_be_told(start):
            how = replace(how, reported=False)
        if not how.negated:
            return how
        _, clause, _ = self.clause_of(self.text.norm_position(start))
        words = self.text.norm[clause.norm_start : clause.norm_end]
        if _NEGATION.search(words) and not _NEGATION.search(_NO_NEGATION.sub(" ", words)):
            return replace(how, negated=False)
        return how

    def _asks_to_be_told(self, start: int) -> bool:
        """Say whether what looks like a report is a request: "tell us two days ahead"."""
        first = self.text.norm_position(start)
        sentence, _, _ = self.clause_of(first)
        before = self.text.norm[sentence.norm_start : first]
        return bool(TELL_US.search(before)) and not YOU_SAID.search(before)

    def denies_amount(self, start: int, end: int) -> bool:
        """Say whether an amount itself is denied: not its cost, nor the case it applies to."""
        if not self.polarity_of(start, end).negated:
            return False
        first = self.text.norm_position(start)
        _, clause, _ = self.clause_of(first)
        begin = clause.norm_start
        if _CASE.match(self.text.norm, begin):
            # "If you can't come, tell us a day ahead": what is denied is the case.
            begin = max(begin, self.text.norm.rfind(", ", begin, first))
        if not _NEGATION.search(self.text.norm, clause.norm_start, clause.norm_end):
            # Another way to deny ("we refuse"), unless a fee is what is avoided by the amount.
            return not _AVOIDS.search(self.text.norm, clause.norm_start, first)
        words = self.text.norm[begin : clause.norm_end]
        return bool(_NEGATION.search(UNCHARGED.sub(" ", _NO_NEGATION.sub(" ", words))))

    def place_at(self, start: int) -> PlaceFacts:
        """Return the location that the words at an original offset speak of."""
        return place_of(self.reading, start)

    @cached_property
    def amounts(self) -> tuple[Quantity, ...]:
        """The draft's amounts, in order, with the bare numbers that answer how many or how old."""
        found = quantities(self.text)
        if len(found) > _MOST_AMOUNTS:
            # Each is weighed against each: a draft of nothing but amounts would take minutes.
            raise TooDenseError(
                f"The draft states {len(found):,} amounts; up to {_MOST_AMOUNTS} are read in one."
            )
        for unit in self.asks.counted:
            found = with_bare(self.text, found, unit)
        return found

    def candidates(self, start: int, end: int, terms: tuple[Term, ...]) -> tuple[Candidate, ...]:
        """Return the terms that the normalised span may speak of, best first.

        Terms named in the sentence win over those carried from the sentence before, and those
        over what the customer asked about; near ties are all returned.
        """
        sentence, clause, index = self.clause_of(start)
        before = self._spans[index - 1][0] if index else None
        found: list[Candidate] = []
        for term in terms:
            candidate = self._weigh(term, start, end, sentence, clause, before)
            if candidate is not None:
                found.append(candidate)
        if not found:
            return ()
        tier = min(candidate.tier for candidate in found)
        ranked = sorted(
            (candidate for candidate in found if candidate.tier == tier),
            key=lambda candidate: (-candidate.score, candidate.term.fact.key),
        )
        best = ranked[0]
        if not self._misses_qualifier(best.term):
            ranked = [each for each in ranked if not self._misses_qualifier(each.term)]
        bar = min(best.score, best.score * _CLOSE)
        near = tuple(
            candidate
            for candidate in ranked
            if candidate.score >= bar or _is_part_of(candidate, best)
        )
        near = self._own_of(start, self._spoken_of(near), ranked, sentence)
        if len(near) == 1 and (self._misses_qualifier(best.term) or _is_vague(best)):
            return ()
        return near

    def _spoken_of(self, near: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Leave a term out whose own matter is nowhere spoken of, where another's is.

        "A cake needs two days' notice" is of ordering one, with no word of cancelling anywhere.
        """
        spoken = tuple(
            each
            for each in near
            if all(
                topic.weight < 1 or self.hits(topic) or self.asked(topic)
                for topic in each.term.topics
            )
        )
        return spoken or near

    def _own_of(
        self,
        start: int,
        near: tuple[Candidate, ...],
        ranked: list[Candidate],
        sentence: Sentence,
    ) -> tuple[Candidate, ...]:
        """Keep the one candidate whose own amount this is, where the sentence pairs them."""
        own = next((each for each in self.amounts if each.norm_start == start), None)
        if own is None:
            return near
        attached = [each for each in ranked if self._is_attached(own, each)]
        if len(attached) == 1:
            return tuple(attached)
        alike = [each for each in self.amounts if same_amount(each, 1.0, own.unit) is not None]
        others = [each for each in alike if each is not own]
        taken = [each for each in near if any(self._is_attached(other, each) for other in others)]
        if taken:
            return tuple(each for each in near if each not in taken)
        named = tuple(each.term for each in ranked if each.coverage >= 1)
        for terms in (tuple(each.term for each in near), named):
            if len(terms) >= 2:
                term = paired(own, terms, alike, sentence, self.hits)
                if term is not None:
                    return tuple(each for each in ranked if each.term is term)
        return near

    def _is_attached(self, amount: Quantity, candidate: Candidate) -> bool:
        """Say whether an amount and a whole term are one noun phrase: "a $40 deposit"."""
        if candidate.coverage < 1:
            return False
        at = amount.norm_end
        for _ in candidate.term.topics:
            ends = [
                end
                for topic in candidate.term.topics
                for start, end in self.hits(topic)
                if at < start <= at + 1
            ]
            if not ends:
                return False
            at = max(ends)
        return True

    def _weigh(
        self,
        term: Term,
        start: int,
        end: int,
        sentence: Sentence,
        clause: Clause,
        before: Sentence | None,
    ) -> Candidate | None:
        if term.phrases is not None and term.phrases.search(
            self.text.norm, sentence.norm_start, sentence.norm_end
        ):
            return Candidate(term, 2.0 + term.weight, 1.0, 0, role=True)
        if self._is_of_another_subject(term, start, end, sentence, clause, before):
            return None
        here = earlier = asked = score = 0.0
        for topic in term.topics:
            # An age speaks of an age limit by itself: "you must be 18".
            own = topic.name == "age" and term.fact.unit is Unit.AGE
            near = 1.0 if own else self._proximity(term, topic, start, end, sentence, clause)
            if near:
                here += topic.weight
                score += topic.weight * near
            elif before and self.within(topic, before.norm_start, before.norm_end):
                earlier += topic.weight
                score += topic.weight * 0.3
            elif self.asked(topic):
                asked += topic.weight
                score += topic.weight * 0.15
            else:
                score -= topic.weight * 0.4
        named = self._role(term, clause)
        answers = not named and asked > 0 and self._answers(term, start)
        if "discount" in term.roles and not named and not answers:
            return None  # an amount beside what is discounted is its price
        score += _ROLE if named else 0.0
        role = named or answers or (earlier > 0 and self.points_back(clause))
        for tier, share in ((0, here), (1, here + earlier), (2, here + earlier + asked)):
            if share >= _NEEDED * term.weight and (tier == 0 or role):
                return Candidate(term, score, share / term.weight, tier, role)
        return None

    def _is_of_another_subject(
        self,
        term: Term,
        start: int,
        end: int,
        sentence: Sentence,
        clause: Clause,
        before: Sentence | None,
    ) -> bool:
        """Say whether an age or a count shares no more with a term than what it is counted in.

        "Wine is for guests 21 and over" is not the age of seniors, nor is a warranty of 1,000 miles
        the radius of deliveries: what else a term is about has to be named as well.
        """
        if term.fact.unit not in {Unit.AGE, Unit.COUNT}:
            return False
        heads = [
            topic
            for topic in term.topics
            if topic.weight >= 1
            and topic.name != "age"
            and not any(start <= first < end for first, _ in self.hits(topic))
        ]
        if not heads or len(heads) == len(term.topics):
            return False
        if any(self.within(topic, sentence.norm_start, sentence.norm_end) for topic in heads):
            return False
        if is_light(self.text.norm, clause.norm_start, start) and any(map(self.asked, heads)):
            return False
        return not (
            before
            and self.points_back(clause)
            and any(self.within(topic, before.norm_start, before.norm_end) for topic in heads)
        )

    def _proximity(
        self,
        term: Term,
        topic: Concept,
        start: int,
        end: int,
        sentence: Sentence,
        clause: Clause,
    ) -> float:
        """Return how near the sentence speaks of a topic to a span: 1 beside it, 0 nowhere."""
        best = 0.0
        for first, last in self.hits(topic):
            if not sentence.norm_start <= first < sentence.norm_end:
                continue
            gap = max(0, start - last, first - end)
            near = 1 / (1 + gap / 60)
            if not clause.norm_start <= first < clause.norm_end:
                beside = 0 <= start - last <= 3  # a label: "Exchanges: 60 days"
                if not beside and self._has_own_amount(term, first, start):
                    continue  # "30 days; exchanges 60 days": the exchange speaks for its own
                near *= 0.6
            best = max(best, near)
        return best

    def _has_own_amount(self, term: Term, hit: int, start: int) -> bool:
        """Say whether a topic's clause holds another amount of the kind that stands at start."""
        own = next((each for each in self.amounts if each.norm_start == start), None)
        if own is None:
            return False
        _, clause, _ = self.clause_of(hit)
        return any(
            clause.norm_start <= each.norm_start < clause.norm_end
            and same_amount(each, 1.0, own.unit) is not None
            and not self.is_of_another(term, each)
            for each in self.amounts
        )

    def is_of_another(self, term: Term, amount: Quantity) -> bool:
        """Say whether an amount is the value of a like term: "we waive the $9 if you keep ..."."""
        names = {topic.name for topic in term.topics}
        return any(
            isinstance(other.fact.value, int | float)
            and bool(same_amount(amount, float(other.fact.value), other.fact.unit))
            for other in self.terms(self.place_at(amount.start))
            if other is not term and {topic.name for topic in other.topics} < names
        )

    def points_back(self, clause: Clause) -> bool:
        """Say whether a clause is about what was named before it: "It's $25."."""
        return bool(ANAPHOR.match(self.text.norm, clause.norm_start, clause.norm_end))

    def _answers(self, term: Term, start: int) -> bool:
        """Say whether a value stands as the bare answer to what the customer asked of a term."""
        return term in self.answered_terms(
            self.place_at(self.text.span(start, start + 1)[0]), start
        )

    def _role(self, term: Term, clause: Clause) -> bool:
        if term.role_pattern is None:
            return False
        return bool(term.role_pattern.search(self.text.norm, clause.norm_start, clause.norm_end))

    def qualified(self, term: Term) -> bool:
        """Say whether what narrows a term, if anything does, is spoken of."""
        return not self._misses_qualifier(term)

    def _misses_qualifier(self, term: Term) -> bool:
        return any(
            topic.name in QUALIFIERS and not self.hits(topic) and not self.asked(topic)
            for topic in term.topics
        )


def _is_part_of(candidate: Candidate, best: Candidate) -> bool:
    """Say whether a fully named term is part of a longer one ("monthly fee" of its waiver)."""
    own = {topic.name for topic in candidate.term.topics}
    whole = {topic.name for topic in best.term.topics}
    return candidate.coverage >= 1 and own < whole and not (whole - own) & QUALIFIERS


def _is_vague(candidate: Candidate) -> bool:
    """Say whether only a part of a term is named, and nothing says what kind of value is meant."""
    return bool(candidate.term.roles) and candidate.coverage < 0.6 and not candidate.role
