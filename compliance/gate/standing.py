"""How a rule stands in one case: whether it applies, how surely, and with which values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from compliance.gate.conditions.amounts import stated
from compliance.gate.conditions.answering import NO, YES, Answer, Asked, answer
from compliance.gate.conditions.checking import Conditions, compile_conditions
from compliance.gate.conditions.fields import DraftFacts, Subject, View
from compliance.gate.conditions.language import PARAM, is_condition, with_operator
from compliance.gate.detection import occurrences
from compliance.gate.jurisdiction import binding_states, binds
from compliance.gate.types import Facts, OfferFact, OrderFact, Rule, RuleKind, RuleMode, Unit

if TYPE_CHECKING:
    from compliance.gate.reading import Reading

# Where it is unknown whether these apply, they are taken to: the harm is in the saying.
_TAKEN_TO_APPLY: Final = frozenset({RuleKind.PROHIBITED_CLAIM, RuleKind.DATA_HANDLING})

# The number of an order, as a text has it; a shorter one may be any other number.
_NUMBERS: Final = re.compile(r"[\w-]*\w")
_TELLING: Final = 3


@dataclass(frozen=True, slots=True)
class Exemption:
    """What a rule does not hold for: a condition, or only a note in words."""

    text: str
    conditions: Conditions | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What a rule depends on, compiled; rules without any have no shape and cost nothing."""

    conditions: Conditions | None
    permitted_when: Conditions | None
    exemptions: tuple[Exemption, ...]
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule in one case.

    ``rule`` has the state's values in its texts. It applies surely where nothing is unknown;
    ``uncertain``: what is unknown lets it only advise. ``fault`` says why its text cannot be
    written, if so.
    """

    rule: Rule
    applies: bool = True
    sure: bool = True
    uncertain: bool = False
    notes: tuple[str, ...] = ()
    fault: str = ""


def shape_of(rule: Rule) -> Shape | None:
    """Compile what a rule depends on.

    Raises:
        ConditionError: at the character at fault.
        ParamError: for a state's value that does not fit.
    """
    if not (rule.conditions or rule.permitted_when or rule.exemptions or rule.params):
        return None
    params = dict(rule.params)
    return Shape(
        conditions=compile_conditions(rule.conditions, params),
        permitted_when=compile_conditions(rule.permitted_when, params),
        exemptions=tuple(
            Exemption(text, compile_conditions(text, params) if is_condition(text) else None)
            for text in rule.exemptions
            if text.strip()
        ),
        params=params,
    )


def with_values(rule: Rule, facts: Facts) -> Rule:
    """Return a rule as it reads for the states whose law it is here, whatever the case turns out.

    Texts that lack their state's value are empty.
    """
    filled, fault = _filled(rule, dict(rule.params), list(binding_states(rule, facts)))
    return replace(rule, text="", short_text="") if fault else filled


class Standings:
    """Answers how rules stand in the case of one reading; what several of them ask is read once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._facts: Facts = reading.facts

    def of(self, rule: Rule, shape: Shape | None) -> Standing:
        """Return how a rule that is in scope stands."""
        unbound = binds(rule, self._facts) is None
        if shape is None:
            return Standing(rule, sure=not unbound, uncertain=unbound)
        states = binding_states(rule, self._facts)
        applying = self._asked_of(shape.conditions, states, otherwise=YES)
        holds = _any(applying.values())
        if holds.holds is False:
            return Standing(rule, applies=False, sure=False)
        exempt, notes = self._exempt(shape, states)
        doubtful = exempt is None
        permitted = _all(self._asked_of(shape.permitted_when, states, otherwise=NO).values())
        if exempt or permitted.holds:
            return Standing(rule, applies=False, sure=False)
        taken = rule.kind in _TAKEN_TO_APPLY
        if holds.holds is None:
            what = "so it is taken to apply" if taken else "so this is only a note"
            notes.insert(0, f"Whether it applies could not be decided: {_are(holds)}, {what}.")
        if permitted.holds is None:
            notes.append(f"It would be allowed under conditions of its own; {_are(permitted)}.")
        bound = [state for state in states if applying.get(state, YES).holds is not False]
        filled, fault = _filled(rule, shape.params, bound)
        return Standing(
            filled,
            sure=not unbound and holds.holds is True and not doubtful,
            uncertain=unbound or (holds.holds is None and not taken),
            notes=tuple(notes),
            fault=fault,
        )

    def _exempt(self, shape: Shape, states: tuple[str, ...]) -> tuple[bool | None, list[str]]:
        """Say whether an exemption holds; return what a person must see to otherwise."""
        notes: list[str] = []
        words: list[str] = []
        for each in shape.exemptions:
            if each.conditions is None:
                words.append(each.text.strip())
                continue
            told = _all(self._asked_of(each.conditions, states, otherwise=NO).values())
            if told.holds:
                return True, []
            if told.holds is None:
                notes.append(f"It may be exempt ({each.text.strip()}): {_are(told)}.")
        doubtful = bool(notes)
        if words:
            notes.append(f"It does not hold for: {'; '.join(words)}.")
        return None if doubtful else False, notes

    def _asked_of(
        self, conditions: Conditions | None, states: tuple[str, ...], *, otherwise: Answer
    ) -> dict[str, Answer]:
        """Ask conditions for each state whose law binds; once where no value depends on it."""
        if conditions is None:
            return {"": otherwise}
        asked = self._asked(conditions)
        if not conditions.takes_param:
            return {"": answer(conditions, self._view, asked)}
        return {state: answer(conditions, self._view, asked, state) for state in states or ("",)}

    @cached_property
    def _view(self) -> View:
        case = self._reading.case
        return View(
            self._facts,
            DraftFacts(
                length=len(case.text),
                human_reviewed=case.human_reviewed,
                turn=case.turn,
                channel=case.channel.code,
                asked_at=case.asked_at,
            ),
        )

    def _asked(self, conditions: Conditions) -> Asked:
        subjects, text = conditions.subjects, self._reading.text
        return Asked(
            orders=self._orders if Subject.ORDER in subjects else (),
            offers=self._offers if Subject.OFFER in subjects else (),
            amounts=stated(text, Unit.MONEY) if Subject.AMOUNT in subjects else (),
            percentages=stated(text, Unit.PERCENT) if Subject.PERCENTAGE in subjects else (),
        )

    @cached_property
    def _orders(self) -> tuple[OrderFact, ...]:
        """The orders that ticket or reply name by their number; all where they name none."""
        orders = self._facts.customer.orders
        said = f"{self._reading.message.norm} {self._reading.text.norm}"
        words = set(_NUMBERS.findall(said))
        named = tuple(
            each for each in orders if len(each.id) >= _TELLING and each.id.lower() in words
        )
        return named or orders

    @cached_property
    def _offers(self) -> tuple[OfferFact, ...]:
        """The offers that the reply names by code, name or alias."""
        return tuple(
            each
            for each in self._facts.offers
            if occurrences(self._reading.text, (each.code, each.name, *each.aliases))
        )


_RANK: Final = {mode: rank for rank, mode in enumerate(RuleMode)}


def replaced(standings: Mapping[str, Standing]) -> frozenset[str]:
    """Return the codes of the rules that another rule replaces here.

    Only a rule that surely applies replaces others, and only those that act no further than it
    does itself: a rule on trial loosens nothing. Rules that replace each other in a circle stay.
    """
    by: dict[str, set[str]] = {}
    for code, standing in standings.items():
        for other in standing.rule.except_rules if standing.sure else ():
            held = standings.get(other)
            if held and held.applies and _RANK[standing.rule.mode] >= _RANK[held.rule.mode]:
                by.setdefault(other, set()).add(code)
    gone: set[str] = set()
    stays = set(standings) - set(by)
    while True:
        lost = {code for code, others in by.items() if code not in gone and others & stays}
        gone |= lost
        kept = {code for code, others in by.items() if code not in gone and others <= gone}
        if not lost and kept <= stays:
            return frozenset(gone)
        stays |= kept


def _any(answers: Iterable[Answer]) -> Answer:
    told = list(answers)
    if any(each.holds for each in told):
        return YES
    return _unsure(told) or NO


def _all(answers: Iterable[Answer]) -> Answer:
    told = list(answers)
    if any(each.holds is False for each in told):
        return NO
    return _unsure(told) or YES


def _unsure(answers: list[Answer]) -> Answer | None:
    if all(each.holds is not None for each in answers):
        return None
    return Answer(None, tuple(dict.fromkeys(word for each in answers for word in each.unknown)))


def _are(unsure: Answer) -> str:
    words = unsure.unknown
    listed = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
    return f"{listed} {'are' if len(words) > 1 else 'is'} unknown"


def _filled(rule: Rule, params: Mapping[str, str], states: list[str]) -> tuple[Rule, str]:
    """Return a rule with ``$param`` in its texts replaced, or why it cannot be."""
    if PARAM not in rule.text and PARAM not in rule.short_text:
        return rule, ""
    value = next((params[state] for state in states if state in params), None)
    if value is None:
        where = " or ".join(states) or "the state that binds"
        return rule, f"the value of {PARAM} for {where} is to be entered at the rule"
    said = with_operator(value)[1]
    return (
        replace(
            rule,
            text=rule.text.replace(PARAM, said),
            short_text=rule.short_text.replace(PARAM, said),
        ),
        "",
    )
