"""Amounts in a draft, in digits or words: money, percentages, durations, ages and counts.

Every quantity keeps the span it was written in, so it can be quoted and replaced; durations
compare across units (24 hours are a day, twelve months a year, a month is 28 to 31 days).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from compliance.gate.numerals import STARTS, number_value
from compliance.gate.quantity_patterns import COUNTED, PATTERNS
from compliance.gate.text import Text
from compliance.gate.types import Unit


class Comparator(StrEnum):
    """How a quantity is bounded: ``at least 18``, ``up to 30``, ``within two days`` ..."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    WITHIN = "within"
    LESS_THAN = "less_than"
    MORE_THAN = "more_than"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount and where it stands.

    ``value`` counts in ``unit``: dollars, percent (15 for 15 %), days (weeks are turned into
    days), hours, minutes, months, years, or things. ``upper`` is the end of a range ("5 to 7
    days"). ``noun`` is the word that was counted ("guests", "week", "dollars"). ``start:end``
    slices the original text, ``norm_start:norm_end`` the normalised one.
    """

    unit: Unit
    value: float
    start: int
    end: int
    norm_start: int
    norm_end: int
    noun: str = ""
    comparator: Comparator = Comparator.EXACT
    upper: float | None = None
    fraction: bool = False
    in_words: bool = False


_HALF_FRACTIONS = {
    "half": 50.0, "quarter": 25.0, "third": 100 / 3, "fourth": 25.0, "fifth": 20.0, "tenth": 10.0,
    "thirds": 200 / 3, "quarters": 75.0, "fourths": 75.0,
}  # fmt: skip
_UNITS: dict[str, tuple[Unit, float]] = {
    "minute": (Unit.MINUTES, 1), "min": (Unit.MINUTES, 1),
    "hour": (Unit.HOURS, 1), "hr": (Unit.HOURS, 1), "h": (Unit.HOURS, 1),
    "day": (Unit.DAYS, 1), "night": (Unit.DAYS, 1), "d": (Unit.DAYS, 1),
    "week": (Unit.DAYS, 7), "fortnight": (Unit.DAYS, 14),
    "month": (Unit.MONTHS, 1), "mo": (Unit.MONTHS, 1),
    "year": (Unit.YEARS, 1), "yr": (Unit.YEARS, 1),
}  # fmt: skip
_COUNTS_FROM = re.compile(r"\b(?:from|after|since|of)(?: the)? $")
_THIS_ONE = frozenset({"the", "that", "another"})
_UNNUMBERED = frozenset({"same day", "day before", "full", "fraction", "of a dollar"})
_COINS = {"penny": 1.0, "nickel": 5.0, "dime": 10.0, "quarter": 25.0}
_EVE = {"week": (Unit.DAYS, 7), "month": (Unit.MONTHS, 1)}
_BEFORE: tuple[tuple[Comparator, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:{words})\s+(?:the\s+|a\s+|your\s+)?(?:first\s+|next\s+)?$"))
    for kind, words in (
        (
            Comparator.AT_LEAST,
            r"at least|a minimum of|minimum(?: of)?|not? (?:less|fewer) than|no later than",
        ),
        (
            Comparator.UP_TO,
            r"up to|at most|a maximum of|maximum(?: of)?|(?:no|not) more than|no longer than|until",
        ),
        (Comparator.WITHIN, r"within|inside(?: of)?|in under|during"),
        (Comparator.LESS_THAN, r"less than|fewer than|under|below|shorter than"),
        (Comparator.MORE_THAN, r"more than|over|above|longer than|after|past|beyond"),
        (Comparator.FROM, r"from|starting at|as low as"),
    )
)
_AFTER: tuple[tuple[Comparator, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:\s+\w+)?\s*(?:{words})\b"))
    for kind, words in (
        (
            Comparator.AT_LEAST,
            r"\+|minimum|at least|(?:and|or) (?:more|over|above|longer|older|up)",
        ),
        (Comparator.UP_TO, r"or (?:less|fewer|under)|and under|maximum|at most"),
    )
)
_RATE = re.compile(r"(?:\$\s?[\d.,]+|dollars?|bucks?|once|twice|times|points?|%)\s+$")


@lru_cache(maxsize=64)  # by the text's identity: several checks read the amounts of one draft
def quantities(text: Text) -> tuple[Quantity, ...]:
    """Return the amounts of ``text`` in order of appearance, never overlapping."""
    found: list[Quantity] = []
    starts = [hit.start() for hit in STARTS.finditer(text.norm)]
    for name, needs, pattern, numbered in PATTERNS:
        for match in _matches(text.norm, pattern, starts if numbered else None, needs):
            quantity = _read(text, name, match)
            if quantity is not None:
                found.append(quantity)
    for match in _at(text.norm, COUNTED, starts):
        counted = _counted(text, match)
        if counted is not None:
            found.append(counted)
    # Marking what is taken keeps a hostile draft of nothing but numbers linear.
    taken = bytearray(len(text.norm) + 1)
    kept: list[Quantity] = []
    for each in sorted(found, key=_preference):
        if not any(taken[each.norm_start : each.norm_end]):
            taken[each.norm_start : each.norm_end] = b"\x01" * (each.norm_end - each.norm_start)
            kept.append(each)
    return _joined(text.norm, sorted(kept, key=lambda each: each.norm_start))


def _joined(norm: str, amounts: list[Quantity]) -> tuple[Quantity, ...]:
    """Return the amounts with those that add up made one: "four weeks and two days"."""
    found: list[Quantity] = []
    for each in amounts:
        last = found[-1] if found else None
        if last is not None and _adds_to(norm, last, each):
            scale = _MINUTES[last.unit] / _MINUTES[each.unit]
            total = last.value * scale + each.value
            found[-1] = replace(last, unit=each.unit, value=total, noun=each.noun, end=each.end,
                                norm_end=each.norm_end)  # fmt: skip
        else:
            found.append(each)
    return tuple(found)


def _adds_to(norm: str, first: Quantity, second: Quantity) -> bool:
    if first.unit not in _MINUTES or second.unit not in _MINUTES:
        return False
    if first.upper is not None or second.upper is not None:
        return False
    larger = _UNITS.get(first.noun), _UNITS.get(second.noun)
    if larger[0] is None or larger[1] is None:
        return False
    one, other = (_MINUTES[unit] * size for unit, size in (larger[0], larger[1]))
    return one > other and norm[first.norm_end : second.norm_start] in {
        " and ",
        " ",
        "s and ",
        "s ",
    }


def _matches(
    norm: str, pattern: re.Pattern[str], starts: list[int] | None, needs: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    if not needs.search(norm):
        return iter(())
    return pattern.finditer(norm) if starts is None else _at(norm, pattern, starts)


def _at(norm: str, pattern: re.Pattern[str], starts: list[int]) -> Iterator[re.Match[str]]:
    """Yield the matches at the places where numbers start, none inside another."""
    free = 0
    for start in starts:
        if start >= free and (match := pattern.match(norm, start)):
            free = match.end()
            yield match


def _preference(quantity: Quantity) -> tuple[int, int, int]:
    """Order overlapping readings: a count gives way to every unit, then the longer one wins."""
    return (
        quantity.unit is Unit.COUNT,
        -(quantity.norm_end - quantity.norm_start),
        quantity.norm_start,
    )


def _read(text: Text, name: str, match: re.Match[str]) -> Quantity | None:
    if _inside_a_code(text.norm, match.start()):
        return None
    before = text.norm[max(0, match.start() - 12) : match.start()]
    if name == "same day" and _COUNTS_FROM.search(before):
        return None  # "two months from the day you bought it"
    if name in _UNNUMBERED:
        return _unnumbered(text, name, match)
    groups = match.groupdict()
    low, high = groups.get("n"), groups.get("m")
    whole = groups.get("one") or high in _THIS_ONE
    value = 1.0 if whole else _amount(low or high or "")
    if value is None:
        return None
    upper = _amount(high) if low is not None and high is not None else None
    if name == "duration":
        return _duration(text, match, value, upper)
    if name == "money":
        scale = 0.01 if (groups.get("u") or "").startswith("cent") else 1
        scale = 1000 if groups.get("k") else scale
        if rest := groups.get("rest"):
            value, upper = value + (_amount(rest) or 0.0) / 100, None  # "a dollar fifty"
        return _build(text, match, Unit.MONEY, value * scale, "dollars", upper=upper)
    unit = Unit.PERCENT if name == "percent" else Unit.AGE
    return _build(text, match, unit, value, name, upper=upper)


def _unnumbered(text: Text, name: str, match: re.Match[str]) -> Quantity:
    """Read an amount that is said without its own number: a share, a whole, the day before."""
    if name == "of a dollar":
        cents = _COINS[match["coin"]] if match["coin"] else _amount(match["cents"]) or 0.0
        return _build(text, match, Unit.PERCENT, cents, "percent")
    if name == "same day":
        return _build(text, match, Unit.DAYS, 1, name)
    if name == "day before":
        unit, size = _EVE.get(match["when"], (Unit.DAYS, 1))
        return _build(text, match, unit, size, name)
    if name == "full":
        return _build(text, match, Unit.PERCENT, 100, "full", fraction=True)
    share = 50.0 if match["halved"] else _share(match["f"])
    return _build(text, match, Unit.PERCENT, share, "share", fraction=True)


def _duration(
    text: Text, match: re.Match[str], value: float, upper: float | None
) -> Quantity | None:
    article = match["m"] in {"a", "an"}
    if article and _RATE.search(text.norm, max(0, match.start() - 16), match.start()):
        return None  # "$6 a month" is a rate, not a period
    if match["m"] in _THIS_ONE:
        whole = match.group().startswith(("the full", "the whole"))
        if not whole and not text.norm[: match.start()].endswith("within "):
            return None
    if "half" in match.groupdict() and match["half"]:
        value += 0.5
    unit, scale = _UNITS[match["u"]]
    return _build(
        text, match, unit, value * scale, match["u"], upper=None if upper is None else upper * scale
    )


def _counted(text: Text, match: re.Match[str]) -> Quantity | None:
    if _inside_a_code(text.norm, match.start()):
        return None
    value = _amount(match["m"])
    if value is None or (match["m"] == "one" and match["u"] in {"time", "thing", "more"}):
        return None
    return _build(text, match, Unit.COUNT, value, match["u"])


def _build(
    text: Text,
    match: re.Match[str],
    unit: Unit,
    value: float,
    noun: str,
    *,
    upper: float | None = None,
    fraction: bool = False,
) -> Quantity:
    start, end = text.span(match.start(), match.end())
    return Quantity(
        unit=unit,
        value=value,
        start=start,
        end=end,
        norm_start=match.start(),
        norm_end=match.end(),
        noun=noun,
        comparator=_comparator(text.norm, match.start(), match.end()),
        upper=upper,
        fraction=fraction,
        in_words=not any(char.isdigit() for char in match.group()),
    )


def _comparator(norm: str, start: int, end: int) -> Comparator:
    before = norm[max(0, start - 32) : start]
    for kind, pattern in _BEFORE:
        if pattern.search(before):
            return kind
    for kind, pattern in _AFTER:
        if pattern.match(norm, end):
            return kind
    return Comparator.EXACT


def _amount(written: str) -> float | None:
    return 0.25 if written == "quarter" else number_value(written)


def _share(written: str) -> float:
    words = written.replace("-", " ").split()
    if words == ["three", "fifths"]:
        return 60.0
    if words == ["two", "fifths"]:
        return 40.0
    return _HALF_FRACTIONS[words[-1]]


def _inside_a_code(norm: str, start: int) -> bool:
    """Say whether the digits at ``start`` belong to a code, date, clock time or phone number."""
    if not norm[start : start + 1].isdigit():
        return False
    before = norm[max(0, start - 2) : start]
    return bool(re.search(r"[\w#][-/:.]?$", before)) and not before.endswith("$")


_MINUTES = {Unit.MINUTES: 1.0, Unit.HOURS: 60.0, Unit.DAYS: 1440.0}
_MONTHS = {Unit.MONTHS: 1.0, Unit.YEARS: 12.0}
DURATIONS = frozenset({*_MINUTES, *_MONTHS})


def same_amount(quantity: Quantity, value: float, unit: Unit) -> bool | None:
    """Say whether a quantity states ``value`` in ``unit``; ``None`` when they do not compare."""
    if quantity.unit in DURATIONS and unit in DURATIONS:
        return any(_same_duration(stated, quantity.unit, value, unit) for stated in _ends(quantity))
    if quantity.unit is not unit:
        return None
    tolerance = 0.5 if quantity.fraction else 0.001
    return any(abs(stated - value) <= tolerance for stated in _ends(quantity))


def _ends(quantity: Quantity) -> tuple[float, ...]:
    return (quantity.value,) if quantity.upper is None else (quantity.upper,)


def _same_duration(stated: float, stated_unit: Unit, value: float, unit: Unit) -> bool:
    if (stated_unit in _MONTHS) == (unit in _MONTHS):
        table = _MONTHS if unit in _MONTHS else _MINUTES
        return abs(stated * table[stated_unit] - value * table[unit]) < 0.01
    if unit in _MONTHS:
        stated, stated_unit, value, unit = value, unit, stated, stated_unit
    months, minutes = stated * _MONTHS[stated_unit], value * _MINUTES[unit]
    return 28 * 1440 * months <= minutes <= 31 * 1440 * months
