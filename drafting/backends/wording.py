"""Facts in the words of a reply: hours, dates, policy values and offers, nothing made up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from compliance.gate.dates import days, write_date
from compliance.gate.text import Text
from compliance.gate.types import OfferFact, PlaceFacts, PolicyFact
from compliance.gate.value_words import listed, policy_words
from locations.hours import MINUTES_A_DAY, WEEKDAY_NAMES, Closure, DayHours, DayKind, Schedule
from locations.offers import instead

_MAX_DATES: Final = 4


def clock_words(minute: int) -> str:
    """Minutes after midnight as a reply says them: ``9:30 a.m.``, ``noon``, ``midnight``."""
    minute %= MINUTES_A_DAY
    if minute in {0, 720}:
        return "noon" if minute else "midnight"
    half = "a.m." if minute < 720 else "p.m."
    hour, rest = minute // 60 % 12 or 12, minute % 60
    return f"{hour}:{rest:02d} {half}" if rest else f"{hour} {half}"


def day_words(hours: DayHours) -> str | None:
    """One day's hours: ``open from 10 a.m. to 8 p.m.``, ``closed``; ``None`` when not known."""
    if not hours.is_known:
        return None
    if hours.kind is DayKind.CLOSED:
        return "closed"
    if hours.intervals == ((0, MINUTES_A_DAY),):
        return "open 24 hours"
    return "open " + " and ".join(
        f"from {clock_words(start)} to {clock_words(end)}" for start, end in hours.intervals
    )


def week_words(schedule: Schedule) -> str | None:
    """The regular week, equal days together; ``None`` when a day is not known."""
    said = [_short_day(hours) for hours in schedule.weekly]
    groups: list[tuple[int, int, str]] = []
    for day, each in enumerate(said):
        if each is None:
            return None
        if groups and groups[-1][2] == each:
            groups[-1] = (groups[-1][0], day, each)
        else:
            groups.append((day, day, each))
    # Semicolons: "closed on Monday, Tuesday 10 to 8" could be read either way.
    return "; ".join(f"{_stretch(first, last)} {each}" for first, last, each in groups)


def _short_day(hours: DayHours) -> str | None:
    said = day_words(hours)
    return None if said is None else said.removeprefix("open ").replace("from ", "")


def _stretch(first: int, last: int) -> str:
    if first == last:
        return WEEKDAY_NAMES[first]
    if last == first + 1:
        return f"{WEEKDAY_NAMES[first]} and {WEEKDAY_NAMES[last]}"
    return f"{WEEKDAY_NAMES[first]} through {WEEKDAY_NAMES[last]}"


def named_dates(message: str, on: date) -> tuple[date, ...]:
    """The days, from ``on`` onward, that a message speaks of; a weekday means its next one."""
    found: list[date] = []
    for mention in days(Text(message).norm, on):
        dates: Iterable[date] = mention.dates or (
            on + timedelta(days=(weekday - on.weekday()) % 7)
            for weekday in mention.weekdays
            if weekday not in mention.excluded
        )
        found.extend(day for day in dates if day >= on)
    distinct = tuple(dict.fromkeys(found))
    return distinct if len(distinct) <= _MAX_DATES else ()


def dates_words(schedule: Schedule, dates: Sequence[date]) -> str | None:
    """The hours on some dates: ``closed on Thursday, November 26``; ``None`` if one is unknown."""
    parts: list[str] = []
    for day in dates:
        said = day_words(schedule.on(day)[0])
        if said is None:
            return None
        parts.append(f"{said} on {write_date(day)}")
    return listed(parts) or None


def reopening_words(closure: Closure) -> str | None:
    """The day a closure ends: ``Tuesday, December 1``; ``None`` when it does not, or not known."""
    if closure.for_good or closure.reopens_on is None:
        return None
    return write_date(closure.reopens_on)


def policy_sentence(fact: PolicyFact) -> str | None:
    """The operator's own sentence with the value in it; ``None`` where it would not be true."""
    if not fact.sentence.strip():
        return None
    said = policy_words(fact)
    if "{value}" in fact.sentence:
        return None if said is None else fact.sentence.replace("{value}", said)
    return fact.sentence if fact.value is True else None


def offer_words(offer: OfferFact, on: date) -> str:
    """An offer with its terms and last day: ``Trail Days (25% off boots, through November 15)``."""
    end = offer.terms.end
    if end is None:
        return f"{offer.name} ({offer.terms_text})"
    year = "" if end.year == on.year else f", {end.year}"
    return f"{offer.name} ({offer.terms_text}, through {end:%B} {end.day}{year})"


def unavailable_words(
    offer: OfferFact, place: PlaceFacts, replacement: OfferFact | None = None
) -> str:
    """Why an offer cannot be used, as a clause without a full stop, and what runs in its place."""
    why = offer.reason.removesuffix(instead(replacement.name)) if replacement else offer.reason
    if offer.standing == "not_here":
        why = f"does not run at {place.name}"
    if replacement is None:
        return f"{offer.name} {why}"
    return f"{offer.name} {why}, and {replacement.name} ({replacement.terms_text}) is on instead"


def long_date(day: date) -> str:
    """A date with its year: ``October 24, 2026``."""
    return f"{day:%B} {day.day}, {day.year}"


def word_count(text: str) -> int:
    """How many words a reader counts in a text."""
    return sum(any(char.isalnum() for char in word) for word in text.split())
