"""The line language of conditions: one a line, all of which must hold.

``purchase.age_days <= 30`` compares a field with a value; ``is`` and ``is not`` go with a word,
``true``, ``false``, ``missing`` and ``stored``; ``in (a, b)`` and ``not in (a, b)`` with several.
``$param`` is the value that the rule gives for the state. A line ``any of:`` or ``all of:`` groups
the lines indented below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeAlias

from compliance.gate.conditions.literals import Literal, LiteralError, read_literal

PARAM: Final = "$param"
MOST_LINES: Final = 60


class Op(StrEnum):
    """How a field is compared."""

    LT = "<"
    LTE = "<="
    GT = ">"
    GTE = ">="
    EQ = "="
    NE = "!="
    IN = "in"
    NOT_IN = "not in"
    TRUE = "is true"
    FALSE = "is false"
    NOT_TRUE = "is not true"
    NOT_FALSE = "is not false"
    MISSING = "is missing"
    STORED = "is stored"


ORDERED: Final = frozenset({Op.LT, Op.LTE, Op.GT, Op.GTE})


class ConditionError(ValueError):
    """A condition that cannot be read: where (counted from 1), and why."""

    def __init__(self, message: str, line: int, column: int) -> None:
        stop = "" if message.endswith("?") else "."
        super().__init__(f"Line {line}, character {column}: {message}{stop}")
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison; no values where the operator needs none, and none yet for ``$param``."""

    field: str
    op: Op
    values: tuple[Literal, ...]
    text: str
    line: int
    column: int
    value_column: int = 1
    takes_param: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Several conditions of which all must hold, or any."""

    every: bool
    parts: tuple[Node, ...]


Node: TypeAlias = Comparison | Group

_FIELD: Final = re.compile(r"[a-z][a-z_]*(?:\.[a-z0-9][a-z0-9_]*)+")
_GROUP: Final = re.compile(r"(?P<which>any|all) of:?", re.IGNORECASE)
_IS: Final = {
    "true": (Op.TRUE, Op.NOT_TRUE),
    "false": (Op.FALSE, Op.NOT_FALSE),
    "missing": (Op.MISSING, Op.STORED),
    "stored": (Op.STORED, Op.MISSING),
}
_OPERATOR: Final = re.compile(
    r"(?P<sign><=|>=|!=|==?|<|>|≤|≥|≠)|(?P<word>not in|in|is not|is)(?![\w])", re.IGNORECASE
)
_SIGNS: Final = {"==": Op.EQ, "≤": Op.LTE, "≥": Op.GTE, "≠": Op.NE}
# A field, then anything that looks like a comparison: what else would such a line be?
_LIKE_A_CONDITION: Final = re.compile(rf"\s*{_FIELD.pattern}\s+(?:{_OPERATOR.pattern})")


def is_condition(line: str) -> bool:
    """Say whether a line is meant as a condition, and not as a note in words."""
    return _LIKE_A_CONDITION.match(line) is not None


@lru_cache(maxsize=4_096)
def parse(text: str) -> Group | None:
    """Read conditions; ``None`` when there are none.

    Raises:
        ConditionError: at the first character that cannot be read.
    """
    lines = [
        (number, line.rstrip())
        for number, line in enumerate(text.replace("\t", "    ").splitlines(), start=1)
        if line.strip()
    ]
    if not lines:
        return None
    if len(lines) > MOST_LINES:
        raise ConditionError(f"these are more than {MOST_LINES} lines", lines[MOST_LINES][0], 1)
    parts, rest = _block(lines, _indent(lines[0][1]))
    if rest:
        number, line = rest[0]
        raise ConditionError("this line stands further left than the first", number, _indent(line))
    return Group(every=True, parts=parts)


def comparisons(node: Node) -> Iterator[Comparison]:
    """Iterate over the comparisons of a condition, as they are written."""
    if isinstance(node, Comparison):
        yield node
        return
    for part in node.parts:
        yield from comparisons(part)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


_Lines: TypeAlias = list[tuple[int, str]]


def _block(lines: _Lines, indent: int) -> tuple[tuple[Node, ...], _Lines]:
    """Read the lines of one indentation, with the groups among them; return what follows."""
    parts: list[Node] = []
    while lines:
        number, line = lines[0]
        here = _indent(line)
        if here < indent:
            break
        if here > indent:
            raise ConditionError(
                "this line is indented, but no “any of:” stands above it", number, here
            )
        lines = lines[1:]
        if group := _GROUP.fullmatch(line.strip()):
            if not lines or _indent(lines[0][1]) <= indent:
                raise ConditionError(
                    f"indent the conditions of “{line.strip()}” below it", number, here
                )
            inner, lines = _block(lines, _indent(lines[0][1]))
            parts.append(Group(every=group["which"].lower() == "all", parts=inner))
            if lines and _indent(lines[0][1]) > indent:
                raise ConditionError(
                    "this line fits no group above it", lines[0][0], _indent(lines[0][1])
                )
        else:
            parts.append(_test(line, number, here))
    return tuple(parts), lines


def _test(line: str, number: int, column: int) -> Comparison:
    def fault(message: str, at: int) -> ConditionError:
        return ConditionError(message, number, at + 1)

    field = _FIELD.match(line, column - 1)
    if field is None:
        raise fault(
            "expected a field such as purchase.age_days, “any of:” or “all of:”", column - 1
        )
    at = _past_spaces(line, field.end())
    found = _OPERATOR.match(line, at)
    if found is None:
        raise fault("expected <, <=, =, !=, >=, >, is, is not, in or not in", at)
    at = _past_spaces(line, found.end())
    op = _operator(found)
    rest = line[at:]
    if found["word"] and (known := _IS.get(rest.lower())):
        if found["word"].lower() in {"in", "not in"}:
            raise fault("expected a list in brackets: (a, b)", at)
        denied = found["word"].lower() == "is not"
        return Comparison(field[0], known[denied], (), line.strip(), number, column, at + 1)
    if not rest:
        raise fault("expected a value", at)
    values = _values(rest, op, lambda message, offset: fault(message, at + offset))
    return Comparison(
        field[0],
        op,
        values,
        line.strip(),
        number,
        column,
        value_column=at + 1,
        takes_param=rest == PARAM,
    )


def _operator(found: re.Match[str]) -> Op:
    if found["sign"]:
        sign = found["sign"]
        return _SIGNS.get(sign) or Op(sign)
    word = found["word"].lower()
    return {"is": Op.EQ, "is not": Op.NE, "in": Op.IN, "not in": Op.NOT_IN}[word]


def _past_spaces(line: str, at: int) -> int:
    while at < len(line) and line[at] == " ":
        at += 1
    return at


def _values(rest: str, op: Op, fault: Callable[[str, int], ConditionError]) -> tuple[Literal, ...]:
    if op not in {Op.IN, Op.NOT_IN}:
        if rest == PARAM:
            return ()
        return (_literal(rest, 0, fault),)
    if rest[0] not in "([" or rest[-1] != {"(": ")", "[": "]"}[rest[0]]:
        raise fault("expected a list in brackets: (a, b)", 0)
    found: list[Literal] = []
    at = 1
    for part in rest[1:-1].split(","):
        found.append(_literal(part.strip(), at + len(part) - len(part.lstrip()), fault))
        at += len(part) + 1
    return tuple(found)


def _literal(text: str, at: int, fault: Callable[[str, int], ConditionError]) -> Literal:
    try:
        return read_literal(text)
    except LiteralError as error:
        raise fault(str(error), at) from error


def with_operator(text: str) -> tuple[Op | None, str]:
    """Split a state's value of ``$param`` into the operator it may begin with, and the rest."""
    found = _OPERATOR.match(text.strip())
    if found is None or not found["sign"]:
        return None, text.strip()
    return _operator(found), text.strip()[found.end() :].strip()
