"""Days in a text, resolved against a moment: dates, weekdays, holidays and relative words.

A mention stands for dates (*Friday the 27th*), for weekdays in general (*Fridays*, *Monday
through Thursday*), or for both readings (a plain *Friday*). Spans count in ``Text.norm``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from compliance.gate import holidays
from compliance.gate.day_groups import DayMention, grouped
from compliance.gate.day_words import (
    ABBREVIATION,
    BESIDE,
    COMPOUND,
    DAY,
    HINTS,
    MENTION,
    SMALL,
    made_date,
    month_of,
    number_of,
    weekday_of,
    year_of,
)

# What joins the second of two weekdays to the first, and what makes one follow another day.
_JOINS = re.compile(r"\s*(?:,|and|or|&|through|to|-)\s*(?:on\s)?")
_THAT = re.compile(r"\bthat\s$")
_OVER = re.compile(
    r"\b(?:ended|wrapped\sup|expired|finished|closed\sout|stopped|was\sover|ran\sout|ran\s(?:through|until))"
    r"(?:\s\w+){0,2}\s$"
)
_AFTER = re.compile(
    r"\s(?:right\s|just\s)?(?:after|following)\s(?:it|that|then|this|the\sholiday|thanksgiving|christmas"
    r"|easter|new\syear)"
)

__all__ = ["DayMention", "days", "write_date"]


def days(
    norm: str, on: date, *, night: bool = False, start: int = 0, end: int | None = None
) -> tuple[DayMention, ...]:
    """Return the day mentions of normalised text in order, resolved against the date ``on``.

    ``night`` says that the moment is in the small hours, when *tonight* may still be the evening
    of the day before.
    """
    end = len(norm) if end is None else end
    words = norm[start:end]
    if not any(hint in words for hint in HINTS) and not any(map(words.count, "0123456789")):
        return ()
    atoms = []
    for found in MENTION.finditer(norm, start, end):
        if COMPOUND.search(norm, max(0, found.start() - 12), found.start()):
            continue
        atom = _resolve(found, on, night=night)
        if atom is not None:
            atoms.append(atom)
    return tuple(grouped(norm, _in_their_week(norm, atoms), on, end))


def _in_their_week(norm: str, atoms: list[DayMention]) -> list[DayMention]:
    """Resolve weekdays like "that Friday" by the date told before them, or else after them."""
    for at, atom in enumerate(atoms):
        last = atoms[at - 1] if at else None
        follows = (
            last is not None
            and last.that
            and atom.plain
            and _JOINS.fullmatch(norm, last.end, atom.start) is not None
        )
        if not (atom.that or follows) or len(atom.dates) != 1:
            continue
        anchor = next((one for one in reversed(atoms[:at]) if _is_date(one)), None)
        ahead = anchor is not None
        anchor = anchor or next((one for one in atoms[at + 1 :] if _is_date(one)), None)
        if anchor is None:
            continue
        weekday, first = atom.dates[0].weekday(), anchor.dates[-1]
        if not ahead:
            meant = first + timedelta(days=weekday - first.weekday())
        elif _AFTER.match(norm, atom.end):
            meant = first + timedelta(days=(weekday - first.weekday() - 1) % 7 + 1)
        else:
            meant = first + timedelta(days=(weekday - first.weekday()) % 7)
        atoms[at] = replace(atom, dates=(meant,), instead=(), weekdays=(), plain=False, that=True)
    return atoms


def _is_date(mention: DayMention) -> bool:
    return bool(mention.dates) and not mention.plain and mention.shift is None


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
            wanted = weekday_of(found["near_day"])
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
        month_of(found["month"]),
        number_of(found["md"]),
        year_of(found["md_year"]),
        found["md_day"],
    )


def _day_month(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    return _dated(
        span,
        on,
        month_of(found["dm_month"]),
        number_of(found["dm"]),
        year_of(found["dm_year"]),
        found["dm_day"],
    )


def _slashed(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    return _dated(
        span, on, int(found["slash_m"]), int(found["slash_d"]), year_of(found["slash_y"]),
        found["slash_day"],
    )  # fmt: skip


def _the_nth(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    day = number_of(found["the"])
    if _OVER.search(found.string, max(0, found.start() - 50), found.start()):
        months = [on.year * 12 + on.month - 1 - back for back in range(3)]
        past = (made_date(month // 12, month % 12 + 1, day) for month in months)
        made = next((when for when in past if when is not None and when <= on), None)
        return None if made is None else _checked(replace(span, dates=(made,)), found["the_day"])
    for ahead in range(3):
        month = on.month + ahead
        made = made_date(on.year + (month - 1) // 12, (month - 1) % 12 + 1, day)
        if made is not None and made >= on - timedelta(days=7):
            return _checked(replace(span, dates=(made,)), found["the_day"])
    return None


def _ahead(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    count = found["in"] or found["from"]
    unit = found["in_unit"] or found["from_unit"]
    number = int(count) if count.isdigit() else SMALL[count]
    return replace(span, dates=(on + timedelta(days=number * (7 if unit[0] == "w" else 1)),))


def _named_weekday(found: re.Match[str], on: date, span: DayMention) -> DayMention | None:
    name = found["weekday"]
    if ABBREVIATION.fullmatch(name) and not _abbreviates(found):
        return None
    weekday, part = weekday_of(name), (found["part"] or "")
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
        dates, instead = _next(coming, on)
        return replace(span, dates=dates, instead=instead)
    pointed = not which and _THAT.search(found.string, max(0, found.start() - 6), found.start())
    that = bool(pointed or _AFTER.match(found.string, found.end()))
    if not which and not that:
        return replace(span, dates=(coming,), weekdays=(weekday,), plain=True)
    later = (coming + week,) if coming == on else ()
    return replace(span, dates=(coming,), instead=later, that=that)


def _next(coming: date, on: date) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Return what *next Monday* means, and what it may mean instead.

    Nobody calls tomorrow so, nor a day of the week after next.
    """
    week, tomorrow = timedelta(days=7), on + timedelta(days=1)
    next_monday = on - timedelta(days=on.weekday()) + week
    if coming == on or (coming == tomorrow and coming < next_monday):
        return (coming + week,), ()
    if coming >= next_monday and coming > tomorrow:
        return (coming,), ()
    return (coming,), (coming + week,)


def _abbreviates(found: re.Match[str]) -> bool:
    after = found.string[found.end("weekday") : found.end("weekday") + 16]
    before = found.string[max(0, found.start() - 12) : found.start()]
    beside_another = re.search(rf"{DAY}\.?\s?(?:-|to|through|thru|,|and|&|/)\s?(?:and\s)?$", before)
    introduced = re.search(r"\b(?:on|this|next|every|until|till|open|closed)\s$", before)
    at_end = re.match(r"\.?\s*(?:[.,;)!?]|$)", after) is not None
    if found["weekday"] in {"sun", "sat", "wed", "mon", "fri"} and at_end:
        return beside_another is not None or introduced is not None
    return beside_another is not None or BESIDE.match(after) is not None


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


def _dated(
    span: DayMention, on: date, month: int, day: int, year: int | None, weekday: str | None
) -> DayMention | None:
    if year is not None:
        made = made_date(year, month, day)
    else:
        earliest = on - timedelta(days=90)
        years = (on.year - 1, on.year, on.year + 1)
        candidates = (made_date(candidate, month, day) for candidate in years)
        made = next((when for when in candidates if when is not None and when >= earliest), None)
    if made is None:
        return None
    return _checked(replace(span, dates=(made,), year_stated=year is not None), weekday)


def _checked(mention: DayMention, weekday: str | None) -> DayMention:
    """Note where the weekday named beside a date is not that date's."""
    wrong = weekday is not None and mention.dates[0].weekday() != weekday_of(weekday)
    return replace(mention, mismatch=wrong)


def write_date(day: date) -> str:
    """Write a date with its weekday: ``Friday, November 27``."""
    return f"{day:%A}, {day:%B} {day.day}"
