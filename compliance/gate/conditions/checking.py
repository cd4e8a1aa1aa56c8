"""Whether conditions can be asked at all: known fields, fitting units, a value for each state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from compliance.gate.conditions.fields import (
    Field,
    FieldKind,
    Subject,
    UnknownFieldError,
    field_named,
    term_of,
)
from compliance.gate.conditions.language import (
    ORDERED,
    PARAM,
    Comparison,
    ConditionError,
    Group,
    Node,
    Op,
    comparisons,
    parse,
    with_operator,
)
from compliance.gate.conditions.literals import (
    Literal,
    LiteralError,
    Measure,
    PeriodUnit,
    read_literal,
)

# What a field may be compared with.
_MEASURES: Final = {
    FieldKind.NUMBER: {Measure.NUMBER},
    FieldKind.DAYS: {Measure.NUMBER, Measure.PERIOD},
    FieldKind.MONEY: {Measure.MONEY, Measure.NUMBER},
    FieldKind.PERCENT: {Measure.PERCENT, Measure.NUMBER},
    FieldKind.AGE: {Measure.PERIOD},
    FieldKind.DATE: {Measure.DATE},
    FieldKind.TIME: {Measure.TIME},
    FieldKind.TEXT: {Measure.TEXT, Measure.NUMBER},
    FieldKind.TRUTH: set[Measure](),
    FieldKind.OPEN: set(Measure),
}
_ASKED_ONLY: Final = frozenset(
    {Op.TRUE, Op.FALSE, Op.NOT_TRUE, Op.NOT_FALSE, Op.MISSING, Op.STORED}
)
_TRUTHS: Final = _ASKED_ONLY - {Op.MISSING, Op.STORED}


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions that can be asked: the tree, the fields by name, and what they are asked of.

    ``by_state`` are the same with the value of ``$param`` filled in, for each state that has one.
    """

    root: Group
    fields: Mapping[str, Field]
    subjects: frozenset[Subject]
    takes_param: bool
    by_state: Mapping[str, Group]


class ParamError(ValueError):
    """A state's value of ``$param`` that cannot be read or does not fit; the message names it."""


def compile_conditions(text: str, params: Mapping[str, str]) -> Conditions | None:
    """Read conditions and make sure that they can be asked; ``None`` when there are none.

    Raises:
        ConditionError: at the character at fault.
        ParamError: for a value of ``params``.
    """
    root = parse(text)
    if root is None:
        return None
    fields: dict[str, Field] = {}
    for test in comparisons(root):
        fields[test.field] = _field(test)
        _check(test, fields[test.field])
    takes_param = any(test.takes_param for test in comparisons(root))
    return Conditions(
        root=root,
        fields=fields,
        subjects=frozenset(each.subject for each in fields.values() if each.subject),
        takes_param=takes_param,
        by_state={state: _filled(root, fields, state, value) for state, value in params.items()}
        if takes_param
        else {},
    )


def terms_asked(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of the policy terms that conditions ask for; what is unreadable asks none."""
    keys: list[str] = []
    for text in texts:
        with suppress(ConditionError):
            root = parse(text)
            keys += (term_of(each.field) for each in comparisons(root)) if root else ()
    return tuple(dict.fromkeys(key for key in keys if key))


def _field(test: Comparison) -> Field:
    try:
        return field_named(test.field)
    except UnknownFieldError as error:
        raise ConditionError(str(error.args[0]), test.line, test.column) from error


def _check(test: Comparison, field: Field) -> None:
    for why, at in _objections(test, field):
        raise ConditionError(why, test.line, at)


def _objections(test: Comparison, field: Field) -> Iterator[tuple[str, int]]:
    kind = field.kind
    if test.op in _ASKED_ONLY:
        if test.op in _TRUTHS and kind not in {FieldKind.TRUTH, FieldKind.OPEN}:
            yield f"{field.name} is a {kind}, neither true nor false", test.value_column
        return
    if kind is FieldKind.TRUTH:
        yield f"{field.name} is yes or no; write is true or is false", test.value_column
        return
    if test.op in ORDERED and kind is FieldKind.TEXT:
        yield f"{field.name} is a word; write =, != or in", test.value_column
        return
    for value in test.values:
        if why := _unfit(field, test.op, value):
            yield why, test.value_column


def _unfit(field: Field, op: Op, value: Literal) -> str:
    """Return why a field cannot be compared with a value, or nothing."""
    if value.measure not in _MEASURES[field.kind]:
        return f"{field.name} is a {field.kind}; “{value.text}” is {value.measure}"
    if op in ORDERED and value.measure is Measure.TEXT:
        return f"{op} needs a number, an amount, a period or a date, not “{value.text}”"
    if field.kind is FieldKind.DAYS and not isinstance(value.value, str):
        in_days = getattr(value.value, "in_days", 0)
        if in_days is None:
            return f"{field.name} counts days; write “{value.text}” in days or weeks"
    unit = getattr(value.value, "unit", None)
    if field.kind is FieldKind.AGE and unit is PeriodUnit.HOURS:
        return f"{field.name} is known by the day; write “{value.text}” in days"
    return ""


def _filled(root: Group, fields: Mapping[str, Field], state: str, value: str) -> Group:
    def fill(node: Node) -> Node:
        if isinstance(node, Group):
            return replace(node, parts=tuple(fill(part) for part in node.parts))
        if not node.takes_param:
            return node
        own, rest = with_operator(value)
        try:
            literal = read_literal(rest)
        except LiteralError as error:
            raise ParamError(f"{state}: {error}.") from error
        op = own or node.op
        if why := _unfit(fields[node.field], op, literal):
            raise ParamError(f"{state}: {why}.")
        return replace(node, op=op, values=(literal,), text=node.text.replace(PARAM, literal.text))

    filled = fill(root)
    assert isinstance(filled, Group)  # noqa: S101  (a group is filled into a group)
    return filled
