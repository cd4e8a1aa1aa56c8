"""Days in a text, resolved against a moment: dates, weekdays, holidays and relative words.

A mention stands for dates (*Friday the 27th*), for weekdays in general (*Fridays*, *Monday
through Thursday*), or for both readings (a plain *Friday*). Spans count in ``Text.norm``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from compliance.gate import holidays

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
_DAY = (
    r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?"
    r"|mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b"
)
_ONE_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|thu|fri|sat|sun)\b"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![:%.,]\d)(?!\s?[ap]\.?m\b)"
_ORDINAL = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b"
_COUNT = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|ten|couple\sof|few)"
_SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "ten": 10, "couple of": 2, "few": 3,
}  # fmt: skip
_PART = r"(?:\s(?P<part>mornings?|afternoons?|evenings?|nights?))?\b"

_MENTION = re.compile(
    rf"""
    (?<![\w'$/.])
    (?:
        (?:the\s(?:day|morning|evening|night|(?P<near_day>{_DAY}))\s(?:right\s|immediately\s)?
          (?P<near>after|before|following|preceding)\s)?
        (?P<holiday>{holidays.PATTERN})(?![\w-])
      | (?P<iso>20\d\d-\d\d-\d\d)(?!\d)
      | (?:(?P<md_day>{_ONE_DAY})\.?,?\s(?:the\s)?)?
        (?P<month>{_MONTH})\s(?:the\s)?(?P<md>{_NUMBER})(?:,?\s(?P<md_year>20\d\d))?
      | (?:(?P<dm_day>{_ONE_DAY})\.?,?\s)?(?:the\s)?
        (?P<dm>{_NUMBER})\s(?:of\s)?(?P<dm_month>{_MONTH})(?:,?\s(?P<dm_year>20\d\d))?
      | (?:(?P<slash_day>{_ONE_DAY})\.?,?\s)?(?P<slash_m>1[0-2]|0?[1-9])/
        (?P<slash_d>3[01]|[12]\d|0?[1-9])
        (?:/(?P<slash_y>(?:20)?\d\d))?(?![\w/])
      | (?:(?P<the_day>{_ONE_DAY})\.?,?\s)?the\s(?P<the>{_ORDINAL})
        (?!\s(?:of|floor|anniversary|visit|time|street|avenue))
      | the\sday\safter\stomorrow | day\safter\stomorrow
      | (?:today|tonight|tonite|tomorrow|yesterday){_PART.replace("<part>", "<rel_part>")}
      | (?:this|later\sthis)\s(?P<this_part>morning|afternoon|evening)
      | in\s(?P<in>{_COUNT})\s(?P<in_unit>days?|weeks?)(?:'\stime)?
      | (?P<from>{_COUNT})\s(?P<from_unit>days?|weeks?)\sfrom\s(?:now|today)
      | (?:(?P<week_of>a\sweek\sfrom)\s)?
        (?P<which>(?:this|next|last|the\scoming|coming|upcoming|this\scoming|this\spast|every|each|on\sa
          |any|the\sfollowing|the\snext)\s(?:coming\s)?)?
        (?P<weekday>{_DAY})(?P<dot>\.)?{_PART}(?P<next_week>,?\s(?:of\s)?(?:next|this)\sweek)?
      | (?P<generic>weekdays?|weeknights?|business\sdays?|working\sdays?
          |(?<!this\s)(?<!next\s)weekends
          |(?:every|each)\s(?:single\s)?(?:day|morning|afternoon|evening|night)|daily|nightly|(?:seven|7)\sdays(?:\s(?:a|per|each|every)\s?week)?
          |all\sweek(?:\slong)?|any\sday(?:\sof\sthe\sweek)?|365\sdays(?:\s(?:a|per)\syear)?|year[\s-]round)\b
      | (?P<span>(?:this|next|the|over\sthe|all|on\sthe|that)\s(?:coming\s)?weekend
          |(?:for\s)?the\s(?:rest|remainder)\sof\s(?:the|this)\sweek|this\sweek|next\sweek)\b
      | (?P<relative>(?:the\s)?(?:next|following)\s(?:day|morning)|the\sday\s(?:after|before)
          (?:\sthat)?|the\smorning\safter|(?:the\s(?:same|very)|that(?:\ssame|\svery)?)\s(?:day|date|evening|night)|the\s(?:day\sof|holiday)
          |both\s(?:of\sthose\s)?days
          |those\sdays|these\sdays)\b
    )
    """,
    re.VERBOSE,
)  # fmt: skip
_LONGEST = 300  # characters that a list of days may take
# Every mention holds a digit or one of these.
_HINTS = (
    "day", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "week", "night", "morrow", "morning",
    "evening", "afternoon", "daily", "year", "date", "holiday", "eve", "tonite", "christmas",
    "xmas", "x-mas", "easter", "thanksgiving", "halloween", "juneteenth", "nye", "fourth", "mardi",
    "mlk", "luther", "valentine", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
    "oct", "nov", "dec",
)  # fmt: skip
_THROUGH = re.compile(r"\s*(?:-+|,?\s?\b(?:to|through|thru|until|till?|up\sto)\b)\s*(?:and\s)?")
_LIST = re.compile(r"\s*(?:,|/|&|\+|,?\s?\b(?:and|or|as\swell\sas|plus)\b)\s*(?:on\s|also\s)?")
_AND = re.compile(r"\s(?:and|or|&)\s")
_EXCEPT = re.compile(
    r"\s*[,(]?\s*(?:except|but|excluding|apart\sfrom|other\sthan|save|with\sthe\sexception\sof)"
    r"\s(?:for\s|not\s)?(?:on\s)?"
)
# "mid-November" and "two-day" are words of their own; "Mon-Thu" is a range.
_COMPOUND = re.compile(rf"(?<![a-z])(?!{_DAY}\.?-)[a-z]+-$")
_BARE_DAY = re.compile(rf"(?P<day>{_NUMBER})(?![\w%])(?!\s?(?:to|-|until)\s?\d)")
# An abbreviated weekday is a word of its own kind ("sun", "sat", "wed"): only beside these.
_ABBREVIATION = re.compile(r"(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)")
_BESIDE = re.compile(
    r"\.?\s*(?:[:&/-]|,?\s?\d|,\s?(?:mon|tue|wed|thu|fri|sat|sun|and)|(?:and|to|through|thru|closed|"
    r"from|open|at|till|until|morning|afternoon|evening|night)\b|[.,;)]|$)"
)


@dataclass(frozen=True, slots=True)
class DayMention:
    """The days a phrase stands for.

    ``dates`` all apply; ``instead`` are dates that a reader may take them for (*next Tuesday*).
    ``weekdays`` (Monday is 0) is the general reading; ``general`` says that it is the only one.
    ``excluded`` are weekdays taken out (*every day except Sunday*). ``shift`` marks a phrase
    relative to the day spoken of before (``0``: that day, ``1``: the next day). ``named`` is false
    where the year is left out, ``plain`` true for a lone weekday name without more.
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

    @property
    def general(self) -> bool:
        """Say whether the mention stands for weekdays as such, not for dates."""
        return bool(self.weekdays) and not self.dates


def days(
    norm: str, on: date, *, night: bool = False, start: int = 0, end: int | None = None
) -> tuple[DayMention, ...]:
    """Return the day mentions of normalised text in order, resolved against the date ``on``.

    ``night`` says that the moment is in the small hours, when *tonight* may still be the evening
    of the day before.
    """
    end = len(norm) if end is None else end
    words = norm[start:end]
    if not any(hint in words for hint in _HINTS) and not any(map(words.count, "0123456789")):
        return ()
    atoms = []
    for found in _MENTION.finditer(norm, start, end):
        if _COMPOUND.search(norm, max(0, found.start() - 12), found.start()):
            continue
        atom = _resolve(found, on, night=night)
        if atom is not None:
            atoms.append(atom)
    return tuple(_grouped(norm, atoms, on, end))


def _resolve(found: re.Match[str], on: date, *, night: bool) -> DayMention | None:
    span = DayMention(found.start(), found.end())
    for group, reader in _READERS:
        if found[group] is not None:
            return reader(found, on, span)
    return _relative_word(found, on, span, night=night)


def _relative_word(
    found: re.Match[str], on: date, span: DayMention, *, night: bool
) -> DayMention | None:
    words = found.group()
    part = (found["rel_part"] or "").rstrip("s")
    if "day after tomorrow" in words:
        return replace(span, dates=(on + timedelta(days=2),))
    if words.startswith("tomorrow"):
        # After midnight "tomorrow" may mean the day that has just begun.
        return replace(
            span, dates=(on + timedelta(days=1),), instead=(on,) if night else (), part=part
        )
    if words.startswith("yesterday"):
        return replace(span, dates=(on - timedelta(days=1),), part=part)
    evening = words.startswith(("tonight", "tonite"))
    before = (on - timedelta(days=1),) if night else ()
    return replace(span, dates=(on,), instead=before, part="night" if evening else part)


def _holiday(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    day = holidays.holiday(found["holiday"], on)
    if day is None:
        return None
    if found["near"]:
        later = found["near"] in {"after", "following"}
        if found["near_day"]:
            wanted = _weekday(found["near_day"])
            gap = (
                ((wanted - day.weekday()) % 7 or 7)
                if later
                else -((day.weekday() - wanted) % 7 or 7)
            )
        else:
            gap = 1 if later else -1
        day += timedelta(days=gap)
    return replace(span, dates=(day,))


def _iso(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    year, month, day = (int(part) for part in found["iso"].split("-"))
    return _dated(span, on, month, day, year, None)


def _month_day(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    return _dated(
        span,
        on,
        _month(found["month"]),
        _int(found["md"]),
        _year(found["md_year"]),
        found["md_day"],
    )


def _day_month(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    return _dated(
        span,
        on,
        _month(found["dm_month"]),
        _int(found["dm"]),
        _year(found["dm_year"]),
        found["dm_day"],
    )


def _slashed(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    return _dated(
        span, on, int(found["slash_m"]), int(found["slash_d"]), _year(found["slash_y"]),
        found["slash_day"],
    )  # fmt: skip


def _the_nth(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    day = _int(found["the"])
    for ahead in range(3):
        month = on.month + ahead
        made = _date(on.year + (month - 1) // 12, (month - 1) % 12 + 1, day)
        if made is not None and made >= on - timedelta(days=7):
            return _checked(replace(span, dates=(made,)), found["the_day"])
    return None


def _ahead(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    count = found["in"] or found["from"]
    unit = found["in_unit"] or found["from_unit"]
    number = int(count) if count.isdigit() else _SMALL[count]
    return replace(span, dates=(on + timedelta(days=number * (7 if unit[0] == "w" else 1)),))


def _named_weekday(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    name = found["weekday"]
    if _ABBREVIATION.fullmatch(name) and not _abbreviates(found):
        return None
    weekday, part = _weekday(name), (found["part"] or "")
    which = " ".join((found["which"] or "").split())
    coming = on + timedelta(days=(weekday - on.weekday()) % 7)
    span = replace(span, part=part.rstrip("s"))
    plural = part.endswith("s") or (name.endswith("s") and len(name) > 5)
    if plural or which in {"every", "each", "on a", "any"}:
        return replace(span, weekdays=(weekday,))
    week = timedelta(days=7)
    if found["week_of"]:
        return replace(span, dates=(coming + week,))
    if found["next_week"]:
        monday = on - timedelta(days=on.weekday())
        shift = week if "next" in found["next_week"] else timedelta()
        return replace(span, dates=(monday + shift + timedelta(days=weekday),))
    if which in {"last", "this past"}:
        return replace(span, dates=(coming - week,))
    if which in {"next", "the following", "the next"}:
        near = coming + (week if coming == on else timedelta())
        return replace(span, dates=(near,), instead=(near + week,))
    if which:
        return replace(span, dates=(coming,), instead=(coming + week,) if coming == on else ())
    return replace(span, dates=(coming,), weekdays=(weekday,), plain=True)


def _abbreviates(found: re.Match[str]) -> bool:
    after = found.string[found.end("weekday") : found.end("weekday") + 16]
    before = found.string[max(0, found.start() - 12) : found.start()]
    beside_another = re.search(
        rf"{_DAY}\.?\s?(?:-|to|through|thru|,|and|&|/)\s?(?:and\s)?$", before
    )
    introduced = re.search(r"\b(?:on|this|next|every|until|till|open|closed)\s$", before)
    at_end = re.match(r"\.?\s*(?:[.,;)!?]|$)", after) is not None
    if found["weekday"] in {"sun", "sat", "wed", "mon", "fri"} and at_end:
        return beside_another is not None or introduced is not None
    return beside_another is not None or _BESIDE.match(after) is not None


def _general(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    words = found["generic"]
    if words.startswith(("weekday", "weeknight", "business", "working")):
        if words.startswith(("business", "working")) and re.search(
            r"\d\s?$|\b(?:two|three|four|five|seven|ten|few)\s$", found.string[: found.start()]
        ):
            return None
        return replace(span, weekdays=(0, 1, 2, 3, 4))
    if words.startswith("weekend"):
        return replace(span, weekdays=(5, 6))
    return replace(span, weekdays=tuple(range(7)))


def _stretch(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    words = found["span"]
    monday = on - timedelta(days=on.weekday())
    if "weekend" in words:
        saturday = monday + timedelta(days=5 + (7 if words.startswith("next") else 0))
        ahead = tuple(day for day in (saturday, saturday + timedelta(days=1)) if day >= on)
        later = tuple(day + timedelta(days=7) for day in ahead) if "next" in words else ()
        return replace(span, dates=ahead, instead=later)
    if words.startswith("next"):
        return replace(span, dates=tuple(monday + timedelta(days=7 + n) for n in range(7)))
    first = on + timedelta(days=1 if "rest" in words or "remainder" in words else 0)
    left = tuple(first + timedelta(days=n) for n in range((monday - first).days + 7))
    return replace(span, dates=left or (on,))


def _back_reference(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    words = found["relative"]
    if "before" in words:
        return replace(span, shift=-1)
    later = "next" in words or "following" in words or "after" in words
    return replace(span, shift=1 if later else 0)


_Reader: TypeAlias = Callable[[re.Match[str], date, DayMention], DayMention | None]
_READERS: tuple[tuple[str, _Reader], ...] = (
    ("holiday", _holiday),
    ("iso", _iso),
    ("md", _month_day),
    ("dm", _day_month),
    ("slash_m", _slashed),
    ("the", _the_nth),
    ("in", _ahead),
    ("from", _ahead),
    ("weekday", _named_weekday),
    ("generic", _general),
    ("span", _stretch),
    ("relative", _back_reference),
)


def _grouped(norm: str, atoms: list[DayMention], on: date, end: int) -> list[DayMention]:
    """Join ranges, lists and exceptions of day mentions into one mention each."""
    groups: list[DayMention] = []
    for found in atoms:
        atom = found
        previous = groups[-1] if groups else None
        between = norm[previous.end : atom.start] if previous else ""
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
    if re.search(rf"{_MONTH}\s(?:the\s)?{_NUMBER}", norm[mention.start : mention.end]) is None:
        return mention
    last = mention.dates[-1]
    for join, fill in ((_THROUGH, True), (_LIST, False)):
        link = join.match(norm, mention.end, end)
        number = (
            _BARE_DAY.match(norm, link.end(), end) if link and link.end() > link.start() else None
        )
        if number is None:
            continue
        made = _date(last.year, last.month, _int(number["day"]))
        if made is None or made <= last:
            continue
        gap = (made - last).days
        more = tuple(last + timedelta(days=n) for n in range(1, gap + 1)) if fill else (made,)
        return replace(mention, end=number.end(), dates=(*mention.dates, *more))
    return mention


def _dated(
    span: DayMention, on: date, month: int, day: int, year: int | None, weekday: str | None
) -> DayMention | None:
    if year is not None:
        made = _date(year, month, day)
    else:
        earliest = on - timedelta(days=90)
        years = (on.year - 1, on.year, on.year + 1)
        candidates = (_date(candidate, month, day) for candidate in years)
        made = next((when for when in candidates if when is not None and when >= earliest), None)
    if made is None:
        return None
    return _checked(replace(span, dates=(made,), year_stated=year is not None), weekday)


def _checked(mention: DayMention, weekday: str | None) -> DayMention:
    """Note where the weekday named beside a date is not that date's."""
    wrong = weekday is not None and mention.dates[0].weekday() != _weekday(weekday)
    return replace(mention, mismatch=wrong)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(name: str) -> int:
    return next(index for index, full in enumerate(_DAYS) if full[:3] == name[:3])


def _month(name: str) -> int:
    return next(index for index, full in enumerate(_MONTHS, 1) if full[:3] == name[:3])


def _int(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def write_date(day: date) -> str:
    """Write a date with its weekday: ``Friday, November 27``."""
    return f"{day:%A}, {day:%B} {day.day}"
