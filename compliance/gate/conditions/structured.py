"""Conditions as lists of named values, as other systems keep them, turned into lines.

``{field: purchase.amount, op: lte, value: 15, unit: USD}`` is ``purchase.amount <= $15``; groups
are ``{any_of: [...]}`` and ``{all_of: [...]}``; a line may stand among them as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from compliance.gate.conditions.language import PARAM

_OPS: Final = {
    "lt": "<",
    "lte": "<=",
    "gt": ">",
    "gte": ">=",
    "eq": "=",
    "ne": "!=",
    "in": "in",
    "not_in": "not in",
    "is_true": "is true",
    "is_false": "is false",
    "is_not_true": "is not true",
    "is_not_false": "is not false",
    "missing": "is missing",
    "exists": "is stored",
    "stored": "is stored",
}
_VALUELESS: Final = frozenset(op for op, sign in _OPS.items() if sign.startswith("is "))
_PERIODS: Final = frozenset({"hours", "days", "business_days", "weeks", "months", "years"})
_KEYS: Final = frozenset({"field", "op", "value", "unit"})
_PLAIN: Final = re.compile(r"[\w.:/&'-]+(?: [\w./&'-]+)*")


class StructureError(ValueError):
    """A list that is no conditions; the message says what is wrong, and at which entry."""


def as_lines(written: object, depth: int = 0) -> str:
    """Return conditions as lines of the language; whether they can be asked is checked there.

    Raises:
        StructureError: naming the entry that is neither a comparison nor a group nor a line.
    """
    if isinstance(written, str):
        return written
    if not isinstance(written, Sequence):
        raise StructureError("Expected lines, or a list of conditions.")
    lines: list[str] = []
    for number, entry in enumerate(written, start=1):
        lines += _entry(entry, number, depth)
    return "\n".join(lines)


def _entry(entry: object, number: int, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(entry, str):
        return [f"{indent}{line}" for line in entry.splitlines()]
    if not isinstance(entry, Mapping):
        raise StructureError(f"Entry {number} is no condition.")
    for name, head in (("any_of", "any of:"), ("all_of", "all of:")):
        if name in entry:
            if len(entry) > 1:
                raise StructureError(f"Entry {number}: {name} stands alone.")
            return [f"{indent}{head}", as_lines(entry[name], depth + 1)]
    return [f"{indent}{_comparison(entry, number)}"]


def _comparison(entry: Mapping[str, object], number: int) -> str:
    if unknown := sorted(set(entry) - _KEYS):
        raise StructureError(f"Entry {number}: there is no “{unknown[0]}” in a condition.")
    op = str(entry.get("op", ""))
    if "field" not in entry or op not in _OPS:
        raise StructureError(f"Entry {number}: write field and op, one of {', '.join(_OPS)}.")
    head = f"{entry['field']} {_OPS[op]}"
    value, unit = entry.get("value"), str(entry.get("unit") or "")
    if op in _VALUELESS:
        if value is not None:
            raise StructureError(f"Entry {number}: {op} takes no value.")
        return head
    if op in {"in", "not_in"}:
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise StructureError(f"Entry {number}: {op} takes a list of values.")
        return f"{head} ({', '.join(_value(each, unit, number) for each in value)})"
    return f"{head} {_value(value, unit, number)}"


def _value(value: object, unit: str, number: int) -> str:
    if value is None or (
        isinstance(value, bool | Sequence | Mapping) and not isinstance(value, str)
    ):
        raise StructureError(f"Entry {number}: write one value.")
    text = str(value).strip()
    if text == PARAM:
        return text
    if unit in {"USD", "usd", "dollars"}:
        return f"${text.removeprefix('$')}"
    if unit in {"percent", "%"}:
        return f"{text.removesuffix('%')}%"
    if unit in _PERIODS:
        return f"{text} {unit.replace('_', ' ')}"
    if unit:
        raise StructureError(f"Entry {number}: “{unit}” is no unit; write USD, percent or days.")
    # What is no plain word is put in quotes, so that it is read as one text.
    return text if _PLAIN.fullmatch(text) or text[:1] in "$-" or text[-1:] == "%" else f'"{text}"'
