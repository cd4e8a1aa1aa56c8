"""Asks conditions of a case. An answer is yes, no, or unknown with what it would take to know."""

from __future__ import annotations

import calendar
import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from compliance.gate.conditions.business_days import business_days_since
from compliance.gate.conditions.checking import Conditions
from compliance.gate.conditions.fields import Field, FieldKind, Stored, Subject, View
from compliance.gate.conditions.language import Comparison, Group, Node, Op
from compliance.gate.conditions.literals import Literal, Measure, Period, PeriodUnit
from compliance.gate.types import OfferFact, OrderFact, Unit

_COMPARE: Final[dict[Op, Any]] = {
    Op.LT: operator.lt,
    Op.LTE: operator.le,
    Op.GT: operator.gt,
    Op.GTE: operator.ge,
    Op.EQ: operator.eq,
    Op.NE: operator.ne,
}
# How a policy term of a unit is compared with a value that is written in another.
_UNIT_MEASURES: Final = {
    Unit.MONEY: {Measure.MONEY, Measure.NUMBER},
    Unit.PERCENT: {Measure.PERCENT, Measure.NUMBER},
    Unit.COUNT: {Measure.NUMBER},
    Unit.AGE: {Measure.NUMBER},
    Unit.BOOLEAN: set[Measure](),
}
_UNIT_PERIODS: Final = {
    Unit.DAYS: {PeriodUnit.DAYS, PeriodUnit.WEEKS},
    Unit.HOURS: {PeriodUnit.HOURS},
    Unit.MONTHS: {PeriodUnit.MONTHS, PeriodUnit.YEARS},
    Unit.YEARS: {PeriodUnit.MONTHS, PeriodUnit.YEARS},
}
_ANY: Final = frozenset(Measure)
_NOTHING: Final = frozenset({"", "none"})


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether conditions hold; ``None`` is unknown, because of what ``unknown`` says in words."""

    holds: bool | None
    unknown: tuple[str, ...] = ()


YES: Final = Answer(holds=True)
NO: Final = Answer(holds=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a case has several of: conditions are asked of each, and must be answered alike."""

    orders: tuple[OrderFact, ...] = ()
    offers: tuple[OfferFact, ...] = ()
    amounts: tuple[Decimal, ...] = ()
    percentages: tuple[Decimal, ...] = ()


def answer(conditions: Conditions, view: View, asked: Asked, state: str | None = None) -> Answer:
    """Ask conditions of a case; ``state`` says whose value ``$param`` is.

    Orders, named offers and stated amounts are asked one by one: where they differ, which of them
    is meant is unknown.
    """
    root = conditions.root
    if conditions.takes_param:
        filled = conditions.by_state.get(state or "")
        if filled is None:
            return Answer(None, (f"the value for {state or 'the customer’s state'}",))
        root = filled
    answers = [_ask(root, each, conditions) for each in _views(conditions, view, asked)]
    if all(each.holds == answers[0].holds for each in answers):
        return Answer(answers[0].holds, _all_unknown(answers))
    if any(each.holds is None for each in answers):
        return Answer(None, _all_unknown(answers))
    which = sorted(subject.value for subject in conditions.subjects)
    return Answer(None, (f"which {' and '.join(which)} is meant",))


def _views(conditions: Conditions, view: View, asked: Asked) -> list[View]:
    views = [view]
    several: tuple[tuple[Subject, str, Sequence[Any]], ...] = (
        (Subject.ORDER, "order", asked.orders),
        (Subject.OFFER, "offer", asked.offers),
        (Subject.AMOUNT, "amount", asked.amounts),
        (Subject.PERCENTAGE, "percentage", asked.percentages),
    )
    for subject, name, values in several:
        if subject in conditions.subjects and values:
            views = [replace(each, **{name: value}) for each in views for value in values]
    return views


def _ask(node: Node, view: View, conditions: Conditions) -> Answer:
    if isinstance(node, Comparison):
        return _tested(node, conditions.fields[node.field], view)
    return _together(node, (_ask(part, view, conditions) for part in node.parts))


def _together(group: Group, answers: Iterable[Answer]) -> Answer:
    """Join answers after Kleene: what decides a group is not undone by an unknown beside it."""
    decides = not group.every
    unsure: list[Answer] = []
    for each in answers:
        if each.holds is decides:
            return each
        if each.holds is None:
            unsure.append(each)
    return Answer(None, _all_unknown(unsure)) if unsure else Answer(not decides)


def _all_unknown(answers: Iterable[Answer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for each in answers for word in each.unknown))


def _tested(test: Comparison, field: Field, view: View) -> Answer:
    value = field.read(view)
    missing = value is None or value == () or str(value).strip().lower() in _NOTHING
    if test.op in {Op.MISSING, Op.STORED}:
        # Evidence that is recorded as not being there is as good as none.
        return Answer((missing or value is False) is (test.op is Op.MISSING))
    if test.op in {Op.NOT_TRUE, Op.NOT_FALSE}:
        return Answer(value is not (test.op is Op.NOT_TRUE))
    if test.op in {Op.TRUE, Op.FALSE}:
        if not isinstance(value, bool):
            return Answer(None, (field.name,))
        return Answer(value is (test.op is Op.TRUE))
    if missing:
        return Answer(None, (field.name,))
    if test.op in {Op.IN, Op.NOT_IN}:
        found = [_compared(Op.EQ, value, each, field, view) for each in test.values]
        any_of = _together(Group(every=False, parts=()), found)
        if any_of.holds is None:
            return any_of
        return Answer(any_of.holds is (test.op is Op.IN))
    return _compared(test.op, value, test.values[0], field, view)


def _compared(op: Op, value: Stored, literal: Literal, field: Field, view: View) -> Answer:
    unknown = Answer(None, (f"{field.name} in the unit of “{literal.text}”",))
    if isinstance(value, tuple):
        found = any(_alike(each, literal) for each in value)
        if op in {Op.EQ, Op.NE}:
            return Answer(found is (op is Op.EQ))
        return unknown
    if literal.measure is Measure.TEXT:
        alike = _alike(value, literal)
        return Answer(alike is (op is Op.EQ)) if op in {Op.EQ, Op.NE} else unknown
    if isinstance(literal.value, Period) and field.kind is FieldKind.AGE:
        return Answer(_aged(op, value, literal.value, view.facts.at.date()))
    pair = _pair(value, literal, field.unit(view), field.kind)
    return unknown if pair is None else Answer(bool(_COMPARE[op](*pair)))


def _alike(value: Stored, literal: Literal) -> bool:
    return _plain(str(value)) == _plain(str(literal.value))


def _plain(word: str) -> str:
    return " ".join(word.replace("_", " ").casefold().split())


def _pair(
    value: Stored, literal: Literal, unit: Unit | None, kind: FieldKind
) -> tuple[Any, Any] | None:
    """Return a stored value and a written one in the same unit; nothing where there is none."""
    written = literal.value
    if isinstance(value, datetime):
        return (value.time(), written) if isinstance(written, time) else None
    if isinstance(written, date):
        day = value if isinstance(value, date) else _as_day(value)
        return None if day is None else (day, written)
    if kind is FieldKind.TEXT:
        return _plain(str(value)), _plain(literal.text)
    number = _as_number(value)
    if number is None:
        return None
    if isinstance(written, Period):
        return _periods(number, written, unit, kind)
    measured = unit in _UNIT_PERIODS and literal.measure is not Measure.NUMBER
    if measured or (unit is not None and literal.measure not in _UNIT_MEASURES.get(unit, _ANY)):
        return None
    return (number, written) if isinstance(written, Decimal) else None


def _periods(
    number: Decimal, written: Period, unit: Unit | None, kind: FieldKind
) -> tuple[Decimal, Decimal] | None:
    if kind is FieldKind.DAYS:
        days = written.in_days
        return None if days is None else (number, days)
    if unit is None or written.unit not in _UNIT_PERIODS.get(unit, ()):
        return None
    if (days := written.in_days) is not None:
        return number, days
    in_months = {Unit.MONTHS: 1, Unit.YEARS: 12, PeriodUnit.MONTHS: 1, PeriodUnit.YEARS: 12}
    return number * in_months.get(unit, 1), written.count * in_months.get(written.unit, 1)


def _as_number(value: Stored) -> Decimal | None:
    if value is None or isinstance(value, bool | date | tuple):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _as_day(value: Stored) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _aged(op: Op, since: Stored, period: Period, today: date) -> bool | None:
    """Compare the time since a day with a period, by the calendar."""
    if not isinstance(since, date):
        return None
    if period.unit is PeriodUnit.BUSINESS_DAYS:
        return bool(_COMPARE[op](Decimal(business_days_since(since, today)), period.count))
    return bool(_COMPARE[op](today, _after(since, period)))


def _after(start: date, period: Period) -> date:
    """Return the day a period after another; the 31st is followed by a month's last day."""
    if (days := period.in_days) is not None:
        return start + timedelta(days=int(days))
    months = int(period.count) * (12 if period.unit is PeriodUnit.YEARS else 1)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
