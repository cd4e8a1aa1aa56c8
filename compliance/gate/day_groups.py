"""Mentions of days joined: ranges, lists, exceptions and the naked numbers that follow a date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from compliance.gate.day_words import MONTH, NUMBER, made_date, number_of

_LONGEST = 300  # characters that a list of days may take
_THROUGH = re.compile(r"\s*(?:-+|,?\s?\b(?:to|through|thru|until|till?|up\sto)\b)\s*(?:and\s)?")
_LIST = re.compile(r"\s*(?:,|/|&|\+|,?\s?\b(?:and|or|as\swell\sas|plus)\b)\s*(?:on\s|also\s)?")
_AND = re.compile(r"\s(?:and|or|&)\s")
_EXCEPT = re.compile(
    r"\s*[,(]?\s*(?:except|but|excluding|apart\sfrom|other\sthan|save|with\sthe\sexception\sof)"
    r"\s(?:for\s|not\s)?(?:on\s)?"
)
# A clause of its own begins after a day: "shut on Monday, and Tuesday our doors open late".
_CLAUSE_NEXT = re.compile(
    r"(?P<comma>,)?\s(?P<subject>(?:we|they|it|you|there|that)'\w+|we|they|it|you|(?:our|the|this|all|everyone"
    r"|everything)\s(?:[\w'-]+\s){0,3}?(?:is|are|will|(?:re)?opens?|closes?|stays?|runs?|starts?|begins?"
    r"|returns?))\s|\s(?:is|are|was|will|opens?|closes?|runs?|brings|stays?|goes)\s"
)
_TOLD_BEFORE = re.compile(
    r"\b(?:closed?|closes|closing|open|opens|shut|off|here|back|are|is|be|am|do|does|will|can|runs?|works?)\b"
    r"|'(?:re|s|ll|m)\b"
)
_CLAUSE_EDGE = re.compile(r"[.;:!?,(]|\b(?:and|but|while|because|so)\b")
_DASH = re.compile(r"\s-+\s")
_LISTED = re.compile(r"[,/&]|\b(?:and|or)\b")
_REACH_BACK = 80  # characters before a day in which its own clause may have begun
_BARE_DAY = re.compile(rf"(?P<day>{NUMBER})(?![\w%])(?!\s?(?:to|-|until)\s?\d)")


@dataclass(frozen=True, slots=True)
class DayMention:
    """The days a phrase stands for.

    ``dates`` all apply; ``instead`` are dates that a reader may take them for (*next Tuesday*).
    ``weekdays`` (Monday is 0) is the general reading; ``general`` says that it is the only one.
    ``excluded`` are weekdays taken out (*every day except Sunday*). ``shift`` marks a phrase
    relative to the day spoken of before (``0``: that day, ``1``: the next day). ``named`` is false
    where the year is left out, ``plain`` true for a lone weekday name without more. ``that``: a
    weekday of the week that another mention speaks of ("that Friday").
    """

    start: int
    end: int
    dates: tuple[date, ...] = ()
    instead: tuple[date, ...] = ()
    weekdays: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()
    shift: int | None = None
    part: str = ""
    plain: bool = False
    year_stated: bool = False
    mismatch: bool = False
    that: bool = False

    @property
    def general(self) -> bool:
        """Say whether the mention stands for weekdays as such, not for dates."""
        return bool(self.weekdays) and not self.dates


def grouped(norm: str, atoms: list[DayMention], on: date, end: int) -> list[DayMention]:
    """Join ranges, lists and exceptions of day mentions into one mention each."""
    groups: list[DayMention] = []
    for found in atoms:
        atom = found
        previous = groups[-1] if groups else None
        between = norm[previous.end : atom.start] if previous else ""
        if previous is not None and _begins_clause(norm, previous, atom, between, end):
            groups.append(_with_bare_days(norm, atom, on, end))
            continue
        if previous is not None and previous.dates and atom.shift and _AND.fullmatch(between):
            # "closed Thanksgiving and the day after"
            last = previous.dates[-1] + timedelta(days=atom.shift)
            atom = replace(atom, dates=(last,), shift=None)
        if previous is not None and previous.shift is None and atom.shift is None:
            joined = _join(previous, atom, between, on)
            if joined is not None:
                groups[-1] = _with_bare_days(norm, joined, on, end)
                continue
        groups.append(_with_bare_days(norm, atom, on, end))
    return groups


def _begins_clause(
    norm: str, first: DayMention, second: DayMention, between: str, end: int
) -> bool:
    """Say whether a day begins a clause of its own, one having been told of the day before it.

    In "we are shut on Monday, and Tuesday our doors open late" the two days are no list.
    """
    dashed = _DASH.fullmatch(between) is not None
    if not (dashed or _LIST.fullmatch(between)):
        return False
    before = norm[max(0, first.start - _REACH_BACK) : first.start]
    before = _CLAUSE_EDGE.split(before)[-1]
    if _TOLD_BEFORE.search(before) is None:
        return False
    after = _CLAUSE_NEXT.match(norm, second.end, end)
    if after is None or (dashed and after["subject"] is None):
        return False
    # "Closed Monday and Tuesday, we ..." and "Monday, Tuesday, and Wednesday, we ..." are lists.
    listed = _LISTED.search(norm, first.start, first.end) is not None
    return not after["comma"] or ("," in between and not listed)


def _join(first: DayMention, second: DayMention, between: str, on: date) -> DayMention | None:
    if second.end - first.start > _LONGEST:
        return None
    if _THROUGH.fullmatch(between):
        return _through(first, second)
    if _EXCEPT.fullmatch(between) and first.weekdays and second.weekdays:
        left = tuple(day for day in first.weekdays if day not in second.weekdays)
        return replace(first, end=second.end, weekdays=left, excluded=second.weekdays)
    if _LIST.fullmatch(between) and first.general == second.general:
        both = tuple(sorted({*first.weekdays, *second.weekdays}))
        if bool(first.weekdays) != bool(second.weekdays):
            both = ()
        dates = tuple(sorted({*first.dates, *second.dates}))
        return replace(
            first, end=second.end, dates=dates, weekdays=both, instead=(), plain=False,
            part=second.part or first.part,
        )  # fmt: skip
    return None


def _through(first: DayMention, second: DayMention) -> DayMention | None:
    if len(first.weekdays) == 1 and len(second.weekdays) == 1:
        start, count = first.weekdays[0], (second.weekdays[0] - first.weekdays[0]) % 7 + 1
        return DayMention(
            first.start,
            second.end,
            weekdays=tuple(sorted((start + n) % 7 for n in range(count))),
            part=second.part,
        )
    if len(first.dates) == 1 and len(second.dates) == 1:
        gap = (second.dates[0] - first.dates[0]).days
        if 0 < gap <= 400:
            run = tuple(first.dates[0] + timedelta(days=n) for n in range(gap + 1))
            return replace(first, end=second.end, dates=run, weekdays=(), instead=(), plain=False)
    return None


def _with_bare_days(norm: str, mention: DayMention, on: date, end: int) -> DayMention:
    """Extend ``November 7 and 8`` and ``December 24-26`` by their naked numbers."""
    if not mention.dates or mention.weekdays or not norm[mention.end - 1].isalnum():
        return mention
    if re.search(rf"{MONTH}\s(?:the\s)?{NUMBER}", norm[mention.start : mention.end]) is None:
        return mention
    last = mention.dates[-1]
    for join, fill in ((_THROUGH, True), (_LIST, False)):
        link = join.match(norm, mention.end, end)
        number = (
            _BARE_DAY.match(norm, link.end(), end) if link and link.end() > link.start() else None
        )
        if number is None:
            continue
        made = made_date(last.year, last.month, number_of(number["day"]))
        if made is None or made <= last:
            continue
        gap = (made - last).days
        more = tuple(last + timedelta(days=n) for n in range(1, gap + 1)) if fill else (made,)
        return replace(mention, end=number.end(), dates=(*mention.dates, *more))
    return mention
