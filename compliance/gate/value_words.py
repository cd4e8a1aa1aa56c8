"""Stored values in the words of a reply: amounts, times, lists; nothing made up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from compliance.gate.types import PolicyFact, Unit

_COUNTED: Final = {
    Unit.DAYS: "day",
    Unit.HOURS: "hour",
    Unit.MINUTES: "minute",
    Unit.MONTHS: "month",
    Unit.YEARS: "year",
}
# Codes of choices are written with underscores; addresses and licences may have their own.
_CODE: Final = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
# A number that names something is no amount: no comma belongs into it.
_NAMING: Final = frozenset(
    "no nr num number id license licence registration reg permit nmls cslb".split()  # noqa: SIM905
)


def policy_words(fact: PolicyFact) -> str | None:
    """Return a value in words; ``None`` for one that says there is none, for yes and no."""
    value, unit = fact.value, fact.unit
    if isinstance(value, bool) or value in ("none", "") or value == ():
        return None
    if isinstance(value, tuple):
        return listed(list(value))
    if isinstance(value, str):
        return value.replace("_", " ") if _CODE.fullmatch(value) else value
    if unit is Unit.MONEY:
        return money(value)
    return None if value == 0 else _number_words(value, unit, fact.key)


def _number_words(value: float, unit: Unit, key: str) -> str:
    if unit is Unit.PERCENT:
        return f"{value:g}%"
    if unit in _COUNTED:
        return f"{value:g} {_COUNTED[unit]}{'' if value == 1 else 's'}"
    if value != int(value):
        return f"{value:,g}"
    return f"{int(value)}" if _NAMING & set(key.split("_")) else f"{int(value):,}"


def money(value: float) -> str:
    """Return US dollars as a reply writes them: ``$25``, ``$38.50``, ``$1,500``."""
    return f"${value:,.0f}" if value == int(value) else f"${value:,.2f}"


def listed(parts: Sequence[str]) -> str:
    """Return parts as a sentence lists them: ``a``, ``a and b``, ``a, b, and c``."""
    comma = ";" if any(", " in part for part in parts) else ","
    if len(parts) < 2:
        return "".join(parts)
    if len(parts) == 2:
        return f"{parts[0]}, and {parts[1]}" if comma == ";" else " and ".join(parts)
    return f"{comma} ".join(parts[:-1]) + f"{comma} and {parts[-1]}"
