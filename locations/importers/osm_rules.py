"""What looks wrong in an ``opening_hours`` string although it is valid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, TypeAlias

from locations.hours import CLOSED, MINUTES_A_DAY, UNKNOWN, DayHours, DayKind
from locations.importers.osm_hours import DATES, QUOTED, ExpressionError, work_out
from locations.importers.times import length, named_days
from locations.importers.values import NOTHING_SAID, Caution, Week, shown

_PIECE: Final = re.compile(r'"[^"]*"|\|\||;|,|[^",;|]+|.', re.DOTALL)
# After one of these a comma begins a new rule when a day or a date follows.
_ENDS_RULE: Final = re.compile(r'(?:\d\d?:\d\d\+?|24/7|"|\b(?:off|closed|open|unknown))\s*$')
_STARTS_RULE: Final = re.compile(
    r"\s*(?!sunrise|sunset|dawn|dusk)[A-Za-z]|\s*\d{4}\b", re.IGNORECASE
)
_CLOSES: Final = re.compile(r'\s*\b(?:off|closed)\b\s*(?:"[^"]*")?\s*$', re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"\b(?:mo|tu|we|th|fr|sa|su)\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b(?!:)")
_SUN: Final = re.compile(r"\b(?:sunrise|sunset|dawn|dusk)\b", re.IGNORECASE)
_OPEN_END: Final = re.compile(r"\d\d?:\d\d\+")
_SCHOOL: Final = re.compile(r"\bSH\b")
_MOST_RULES: Final = 40

Remark: TypeAlias = tuple[Caution, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its text, whether it replaces earlier ones, and the weekdays it gives hours to.

    ``comes`` says whether any day of the coming year is spoken of.
    """

    text: str
    replaces: bool
    dated: bool
    closes: bool
    comes: bool
    week: tuple[DayHours, ...]

    def opens(self, weekday: int) -> bool:
        """Whether the rule alone has hours on a weekday."""
        return not self.dated and self.week[weekday].kind is DayKind.OPEN

    def mentions(self, weekday: int) -> bool:
        """Whether the rule speaks of a weekday at all."""
        return not self.dated and self.week[weekday].kind is not DayKind.CLOSED


@dataclass(frozen=True, slots=True)
class Hours:
    """A string's regular week, the dates that differ from it, and what to look at."""

    week: Week
    dated: tuple[tuple[date, DayHours], ...]
    remarks: tuple[Remark, ...]


@lru_cache(maxsize=4096)
def read_expression(written: str, country: str, today: date) -> Hours:
    """Read a string into a week, exceptions and remarks.

    Raises:
        ExpressionError: when it is not written as ``opening_hours``.
    """
    text = re.sub("[–—]", "-", " ".join(written.split())).rstrip("; ")
    main, fallback, _ = text.partition("||")
    worked = work_out(main.strip() if fallback else text, country, today)
    rules = _rules(main, country, today)
    remarks: list[Remark] = []
    if not worked.country_known:
        remarks.append((Caution.CONDITION, f"public holidays of “{shown(country)}” are not known"))
    remarks += [
        (Caution.CONDITION, f"{named_days(list(days))}: “{comment}”")
        for comment, days in worked.comments
    ]
    remarks += _replaced(rules)
    remarks += _cut_nights(rules, worked.grid)
    remarks += _without_effect(rules, country, today)
    grid: list[DayHours | None] = list(worked.grid)
    remarks += _unsaid(rules, grid, worked.varying)
    remarks += _unholdable(rules, grid)
    if fallback:
        remarks.append(
            (Caution.CONDITION, "what follows “||” is not read; closed days are unknown")
        )
        grid = [UNKNOWN if day is not None and not day.intervals else day for day in grid]
    if worked.varying:
        days = named_days(list(worked.varying))
        remarks.append((Caution.VARYING, f"{days}: no regular hours; dates are written out"))
    dated = worked.exceptions(grid) if any(rule.dated for rule in rules) else []
    if grid == list(NOTHING_SAID):
        dated = [(day, hours) for day, hours in dated if hours != CLOSED]
    if dated:
        last = max(day for day, _ in worked.days)
        message = f"{len(dated)} dates differ from the week; import again by {last}"
        remarks.append((Caution.VARYING, message))
    return Hours(tuple(grid), tuple(dated), tuple(remarks))


def _rules(text: str, country: str, today: date) -> list[Rule]:
    rules: list[Rule] = []
    for part, replaces in split(text)[:_MOST_RULES]:
        bare = QUOTED.sub("", part)
        closes = bool(_CLOSES.search(part))
        # What a closing rule speaks of is seen when it opens instead.
        spoken = (_CLOSES.sub("", part) or "24/7") if closes else part
        try:
            worked = work_out(spoken, country, today)
        except ExpressionError:
            continue
        comes = any(day != CLOSED for _, day in worked.days)
        dated = bool(DATES.search(bare))
        rules.append(Rule(part, replaces, dated, closes, comes, worked.grid))
    return rules


def split(text: str) -> list[tuple[str, bool]]:
    """Split a string into rules; with each, whether it replaces earlier ones on its days."""
    rules: list[tuple[str, bool]] = []
    current, replaces = "", True
    pieces = _PIECE.findall(text)
    for number, piece in enumerate(pieces):
        following = "".join(pieces[number + 1 : number + 2])
        ends = piece == "," and _ENDS_RULE.search(current) and _STARTS_RULE.match(following)
        if piece != ";" and not ends:
            current += piece
            continue
        rules.append((current.strip(), replaces))
        current, replaces = "", piece == ";"
    rules.append((current.strip(), replaces))
    return [(rule, first) for rule, first in rules if rule]


def _replaced(rules: list[Rule]) -> list[Remark]:
    """Find hours that a later rule takes the place of, wholly or on some days."""
    remarks: list[Remark] = []
    for number, rule in enumerate(rules):
        if rule.closes:
            continue
        days = [day for day in range(7) if rule.opens(day)]
        by = {day: other for day in days if (other := _replacing(rules, number, day)) is not None}
        if days and len(by) == len(days):
            others = " and ".join(
                f"“{shown(text)}”" for text in dict.fromkeys(o.text for o in by.values())
            )
            what = f"rule {number + 1} “{shown(rule.text)}” has no effect: {others} replaces it"
            remarks.append((Caution.OVERRIDDEN, f"{what} on {named_days(days)}"))
            continue
        remarks += [_changed(rule, other, day) for day, other in by.items() if not other.closes]
    return remarks


def _replacing(rules: list[Rule], number: int, day: int) -> Rule | None:
    found = None
    for other in rules[number + 1 :]:
        if other.replaces and other.mentions(day):
            found = other
    return found


def _changed(rule: Rule, other: Rule, day: int) -> Remark:
    old, new = rule.week[day], other.week[day]
    shorter = new.kind is DayKind.OPEN and length(new) < length(old)
    message = (
        f"{named_days([day])}: {old.describe()} of “{shown(rule.text)}” becomes "
        f"{new.describe()} by “{shown(other.text)}”"
    )
    return (Caution.DAY_SHORTENED if shorter else Caution.DAY_CHANGED), message


def _cut_nights(rules: list[Rule], grid: tuple[DayHours, ...]) -> list[Remark]:
    """Find nights that end at midnight because a later rule sets the next day anew."""
    remarks: list[Remark] = []
    for day, hours in enumerate(grid):
        if not hours.intervals or hours.intervals[-1][1] != MINUTES_A_DAY:
            continue
        for rule in rules:
            if rule.closes or not rule.opens(day):
                continue
            opens, closes = rule.week[day].intervals[-1]
            if closes > MINUTES_A_DAY and opens == hours.intervals[-1][0]:
                message = (
                    f"{named_days([day])}: “{shown(rule.text)}” ends at midnight, because a later "
                    f"rule sets {named_days([(day + 1) % 7])} anew; join them by a comma if the "
                    "night goes on"
                )
                remarks.append((Caution.DAY_SHORTENED, message))
    return remarks


def _without_effect(rules: list[Rule], country: str, today: date) -> list[Remark]:
    """Find dated rules that change nothing: gone by, or replaced by a later general rule."""
    remarks: list[Remark] = []
    for number, rule in enumerate(rules):
        if not rule.dated:
            continue
        if _YEAR.search(QUOTED.sub("", rule.text)) and not rule.comes:
            remarks.append((Caution.PAST, f"“{shown(rule.text)}” has gone by"))
        elif _drops_silently(rules, number, country, today):
            message = f"rule {number + 1} “{shown(rule.text)}”: a later rule replaces it"
            remarks.append((Caution.OVERRIDDEN, message))
    return remarks


def _drops_silently(rules: list[Rule], number: int, country: str, today: date) -> bool:
    rest = rules[:number] + rules[number + 1 :]
    if not any(rule.replaces and not rule.closes for rule in rules[number + 1 :]):
        return False
    try:
        whole = work_out(_written(rules), country, today)
        without = work_out(_written(rest), country, today)
    except ExpressionError:
        return False
    known = dict(without.days)
    # Without dates the rest says the same every week.
    return all(known.get(day, without.grid[day.weekday()]) == hours for day, hours in whole.days)


def _written(rules: list[Rule]) -> str:
    text = rules[0].text
    for rule in rules[1:]:
        text += ("; " if rule.replaces else ", ") + rule.text
    return text


def _unsaid(
    rules: list[Rule], grid: list[DayHours | None], varying: tuple[int, ...]
) -> list[Remark]:
    """Find weekdays that no rule mentions: closed for OpenStreetMap, but perhaps forgotten."""
    silent = [
        day
        for day in range(7)
        if day not in varying and not any(rule.mentions(day) for rule in rules)
    ]
    if not silent:
        return []
    if len(silent) == 7 and rules and not any(_WEEKDAY.search(rule.text) for rule in rules):
        # Dates alone say nothing about a week.
        grid[:] = NOTHING_SAID
        return [(Caution.DAY_LOST, "only dates are given: the stored week stays")]
    lost = [
        rule.text
        for number, rule in enumerate(rules)
        if any(rule.opens(d) for d in range(7))
        and all(_replacing(rules, number, d) for d in range(7) if rule.opens(d))
    ]
    perhaps = f"; perhaps “{shown(lost[-1])}” or the rule after it was meant for it" if lost else ""
    message = f"{named_days(silent)}: not mentioned, so read as closed{perhaps}"
    return [(Caution.DAY_LOST, message)]


def _unholdable(rules: list[Rule], grid: list[DayHours | None]) -> list[Remark]:
    """Make days unknown whose hours hang on the sun, school holidays or an open end."""
    remarks: list[Remark] = []
    for rule in rules:
        bare = QUOTED.sub("", rule.text)
        why = ""
        if _SUN.search(bare):
            why = "hours that follow the sun"
        elif _OPEN_END.search(bare):
            why = "an open end"
        elif _SCHOOL.search(bare):
            why = "school holidays"
        if not why:
            continue
        days = [day for day in range(7) if rule.mentions(day)] or list(range(7))
        for day in days:
            grid[day] = UNKNOWN
        remarks.append(
            (Caution.CONDITION, f"“{shown(rule.text)}” has {why}: {named_days(days)} is unknown")
        )
    return remarks
