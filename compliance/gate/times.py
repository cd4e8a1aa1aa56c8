"""Clock times in a text: single times, ranges and "around the clock", in digits and in words.

A time without a.m. or p.m. keeps every reading it may have; the schedule it is compared with
decides. Spans count in ``Text.norm``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from locations.hours import MINUTES_A_DAY

HALF_A_DAY = MINUTES_A_DAY // 2
_NUMBERS = (
    "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_HOUR_WORDS = {word: number for number, word in enumerate(_NUMBERS, 1)}
_MINUTE_WORDS = {
    "o'clock": 0, "oh five": 5, "o five": 5, "ten": 10, "fifteen": 15, "twenty": 20,
    "twenty-five": 25, "twenty five": 25, "thirty": 30, "thirty-five": 35, "thirty five": 35,
    "forty": 40, "forty-five": 45, "forty five": 45, "fifty": 50, "fifty-five": 55,
    "fifty five": 55,
}  # fmt: skip
_OFFSET_WORDS = {
    "half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20,
    "twenty-five": 25, "twenty five": 25,
}  # fmt: skip
_HOUR_NAME = "|".join(sorted(_HOUR_WORDS, key=len, reverse=True))
_MINUTE_NAME = "|".join(sorted(_MINUTE_WORDS, key=len, reverse=True))
_OFFSET_NAME = "|".join(sorted(_OFFSET_WORDS, key=len, reverse=True))
_MERIDIEM = r"(?:\s?(?P<{0}>[ap]\.\s?m\b\.?|[ap]m\b\.?)|(?<=\d)(?P<{0}_short>[ap])\b(?![.'/]\w))"
_PART = (
    r"(?:,?\s(?:in\sthe|on\s\w+day|every|each)\s(?P<part>morning|afternoon|evening)s?\b"
    r"|,?\s(?:at\s)?(?P<part_night>night|tonight)\b(?!\s*[:-]\s*\d)"
    r"|\sthis\s(?P<part_this>morning|afternoon|evening)\b)"
)
_TIME = re.compile(
    rf"""
    (?<![\w$#€£.,:/]) (?<!\d{3}-)
    (?:
        (?:(?:12|twelve)\s?)? (?P<named>noon|midday|midnight)
      | (?P<offset>{_OFFSET_NAME}|\d\d?(?=\sminutes?))(?:\sminutes?)?
        \s(?P<way>past|after|before|to|till|until|of)\s
        (?P<rel>{_HOUR_NAME}|1[0-2]|[1-9])(?![\w:]) {_MERIDIEM.format("rel_mer")}?
      | (?P<word>{_HOUR_NAME})\b (?:[\s-](?P<minute_word>{_MINUTE_NAME})\b)?
        {_MERIDIEM.format("word_mer")}?
      | (?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)\s?(?:hours|hrs|h)\b
      | (?P<hour>2[0-4]|[01]?\d)
        (?: [:h](?P<minute>[0-5]\d)(?!\d) | \.(?P<dotted>[0-5]\d)(?=\s?[ap]\.?\s?m\b) )?
        (?:\s?(?P<oclock>o'?\s?clock))?
        {_MERIDIEM.format("digit_mer")}?
    )
    (?![\w$%€£°]|[.,:/]\d|-\d{{3}})
    {_PART}?
    """,
    re.VERBOSE,
)
_JOIN = re.compile(r"\s*(?:-+|,?\s?(?:up\s)?(?:to|until|till?|'till?|through|thru)\b)\s*")
_AND = re.compile(r"\s+(?:and|&)\s+")
_BETWEEN = re.compile(r"\b(?:between|from)\s+$")
# A naked number is a time only where the language says so: after one of these ...
_BEFORE_BARE = re.compile(
    r"(?:\b(?:at|until|till?|by|from|before|after|around|about|between|past|since|through|thru"
    r"|closes?|closing|opens?|opening|@|to|near|approximately|roughly|as\slate\sas|as\searly\sas"
    r"|exactly|say|times?\sis|time:|hours:)|@|'til"
    r"|\b(?:(?:opening|closing|start\w*)\s(?:time|hour)|earliest|latest|soonest)\b[^.;,]{0,32}\b(?:is|are|be))\s+$"
)
# ... and before one of these, never before the noun it would count.
_AFTER_BARE = re.compile(
    r"\s*(?:$|[.;!?)\]\"]|,|-|/|:(?!\d)|(?:on|and|to|till?|until|through|thru|today|tonight|tomorrow|"
    r"this|next|every|each|for|in|the|as|or|but|if|so|most|daily|sharp|at|we|you|it|they|is|are|"
    r"with|because|since|when|which|that|again|then|seven|all|except|local|weekdays?|weekends?|"
    r"mon|tue|wed|thu|fri|sat|sun|thanksgiving|christmas|new|black|labor|memorial|easter|only|"
    r"instead|rather|not|like|just|now|here|there|thanks|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|during|per|"
    r"usual|unless|while|before|after|anyway|though|too|due|january|february|april|june|july|"
    r"august|september|october|november|december|even|exactly|a|any|from|same|works?|suits?|would|will|sounds|should|can|could|may|both|straight|without|nonstop|weekly|plus|where|depending)\b)"
)
_A_COUNT = re.compile(
    r"\s*-?\s*(?:[ap]\s\w|(?:the|this|next|each|every|all|in|for)\s+(?:\w+\s+)?(?:"
    r"days?|weeks?|months?|years?|times?|people|guests)\b)"
)
_ALL_DAY = re.compile(
    r"\b(?:around\sthe\sclock|round\sthe\sclock|24\s?/\s?7|(?:24|twenty[\s-]four)[\s-]?(?:hours?|hrs?)"
    r"(?:\s(?:a|per|each|every)\sday)?|day\sand\snight|through\sthe\snight|all\snight(?:\slong)?)\b"
)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day: every minute after midnight it may mean, and how it is written.

    ``readings`` holds one minute when a.m. or p.m. is stated or evident, else two. ``bare`` marks
    a naked number. ``reach`` is where the part of the day beside it ends ("seven in the evening").
    """

    start: int
    end: int
    readings: tuple[int, ...]
    bare: bool
    reach: int

    def may_be(self, minute: int) -> bool:
        """Say whether the time may mean ``minute`` (past midnight wraps around)."""
        return minute % MINUTES_A_DAY in self.readings


@dataclass(frozen=True, slots=True)
class TimeRange:
    """A stretch from one time to another: ``9-5``, ``from ten until eight``."""

    start: int
    end: int
    opens: ClockTime
    closes: ClockTime

    def may_be(self, opens: int, closes: int) -> bool:
        """Say whether the range may mean the interval in minutes."""
        return self.opens.may_be(opens) and self.closes.may_be(closes)


@dataclass(frozen=True, slots=True)
class AllDay:
    """A statement of every hour of the day: ``24/7``, ``around the clock``."""

    start: int
    end: int


TimeMention: TypeAlias = ClockTime | TimeRange | AllDay


def times(norm: str, start: int = 0, end: int | None = None) -> tuple[TimeMention, ...]:
    """Return the time mentions of normalised text in order; ranges swallow their two ends."""
    end = len(norm) if end is None else end
    whole = [AllDay(found.start(), found.end()) for found in _ALL_DAY.finditer(norm, start, end)]
    clocks: list[ClockTime] = []
    position = start
    while (found := _TIME.search(norm, position, end)) is not None:
        if found.end() == found.start():
            position = found.end() + 1
            continue
        position = found.end()
        if not any(day.start < found.end() and found.start() < day.end for day in whole):
            range_start = _bare_ambiguous(found)
            if range_start is not None:
                # "ten to nine" is far more often a range than 8:50.
                found_first = _TIME.match(norm, found.start(), found.start() + range_start)
                if found_first is not None:
                    clocks.append(_clock(found_first))
                    position = found_first.end()
                    continue
            clocks.append(_clock(found))
    mentions: list[TimeMention] = [*whole, *_joined(norm, clocks, end)]
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _bare_ambiguous(found: re.Match[str]) -> int | None:
    """Return the length of the first number of ``ten to nine``, which reads as a range."""
    offset = found["offset"]
    if offset is None or offset not in _HOUR_WORDS or "minute" in found.group():
        return None
    return len(offset) if found["way"] in {"to", "till", "until"} else None


def _joined(norm: str, clocks: list[ClockTime], end: int) -> list[TimeMention]:
    mentions: list[TimeMention] = []
    index = 0
    while index < len(clocks):
        first = clocks[index]
        second = clocks[index + 1] if index + 1 < len(clocks) else None
        if second is not None and _is_range(norm, first, second, end):
            mentions.append(_range(first, second))
            index += 2
            continue
        if not first.bare or _stands_as_time(norm, first, end):
            mentions.append(first)
        index += 1
    return mentions


def _is_range(norm: str, first: ClockTime, second: ClockTime, end: int) -> bool:
    between = norm[first.reach : second.start]
    joined = _JOIN.fullmatch(between) is not None
    if not joined and _AND.fullmatch(between):
        joined = _BETWEEN.search(norm, 0, first.start) is not None
    if not joined:
        return False
    return not (first.bare and second.bare) or _follows_time(norm, second, end)


def _stands_as_time(norm: str, clock: ClockTime, end: int) -> bool:
    before = norm[max(0, clock.start - 64) : clock.start]
    return _BEFORE_BARE.search(before) is not None and _follows_time(norm, clock, end)


def _follows_time(norm: str, clock: ClockTime, end: int) -> bool:
    after = norm[clock.end : min(end, clock.end + 40)]
    return _AFTER_BARE.match(after) is not None and _A_COUNT.match(after) is None


def _range(first: ClockTime, second: ClockTime) -> TimeRange:
    return TimeRange(first.start, second.end, first, second)


def _clock(found: re.Match[str]) -> ClockTime:
    part = found["part"] or found["part_night"] or found["part_this"]
    meridiem = _meridiem(found)
    minute, explicit, bare, style = _face(found)
    if explicit:
        readings: tuple[int, ...] = (minute % MINUTES_A_DAY,)
    elif meridiem:
        readings = (minute % HALF_A_DAY + (HALF_A_DAY if meridiem == "p" else 0),)
    elif part:
        readings, bare = _by_part(minute % HALF_A_DAY, part), False
    elif minute >= HALF_A_DAY + 60 or style == "24h":
        readings = (minute % MINUTES_A_DAY,)
    else:
        half = minute % HALF_A_DAY
        readings = (half, half + HALF_A_DAY)
    return ClockTime(
        found.start(), _bare_end(found, part), readings, bare and not meridiem, found.end()
    )


def _bare_end(found: re.Match[str], part: str | None) -> int:
    """Return where the time itself ends, before the part of the day that follows it."""
    if part is None:
        return found.end()
    tail = re.search(rf"{_PART}$", found.group(), re.VERBOSE)
    return found.start() + tail.start() if tail else found.end()


def _meridiem(found: re.Match[str]) -> str:
    for name in ("rel_mer", "word_mer", "digit_mer"):
        stated = found[name] or found[f"{name}_short"]
        if stated:
            return str(stated[0])
    return ""


def _face(found: re.Match[str]) -> tuple[int, bool, bool, str]:
    """Return the minute on the face; whether unmistakable; whether a naked number; its style."""
    if found["named"]:
        return (0 if found["named"] == "midnight" else HALF_A_DAY), True, False, "named"
    if found["rel"]:
        offset = _OFFSET_WORDS.get(found["offset"]) or int(found["offset"])
        hour = _HOUR_WORDS.get(found["rel"]) or int(found["rel"])
        back = found["way"] in {"to", "before", "till", "until", "of"}
        minute = (hour * 60 - offset) if back else hour * 60 + offset
        return minute % HALF_A_DAY, False, False, "words"
    if found["word"]:
        minutes = _MINUTE_WORDS.get(found["minute_word"] or "", 0)
        hour = _HOUR_WORDS[found["word"]]
        return hour % 12 * 60 + minutes, False, found["minute_word"] is None, "words"
    if found["military"]:
        return int(found["military"][:2]) * 60 + int(found["military"][2:]), True, False, "24h"
    written = found["minute"] or found["dotted"]
    hour = int(found["hour"])
    minute = hour * 60 + int(written or 0)
    bare = written is None and not found["oclock"]
    is_24h = written is not None and (hour > 12 or found["hour"][0] == "0" or hour == 0)
    if hour == 12 and not is_24h:
        minute -= HALF_A_DAY
    return minute, hour > 12 or (hour == 0 and not bare), bare, "24h" if is_24h else "12h"


def _by_part(half: int, part: str) -> tuple[int, ...]:
    """Return what an hour may mean with "in the morning", "tonight" and the like."""
    if part == "morning":
        return (half,)
    late = half + HALF_A_DAY
    # "until 2 tonight" and "12 at night" are past midnight.
    return (half, late) if part in {"night", "tonight"} and half < 6 * 60 else (late,)


def write_clock(minute: int) -> str:
    """Write minutes after midnight in full: ``9:30 a.m.``, ``noon`` stays ``12:00 p.m.``."""
    minute %= MINUTES_A_DAY
    half = "a.m." if minute < HALF_A_DAY else "p.m."
    return f"{minute // 60 % 12 or 12}:{minute % 60:02d} {half}"


def write_like(minute: int, written: str) -> str:
    """Write minutes after midnight in the style of an existing time: ``9pm``, ``21:00``, ``nine``.

    The result always stands for exactly one time when ``written`` did.
    """
    minute %= MINUTES_A_DAY
    low = written.casefold()
    hour, rest = minute // 60 % 12 or 12, minute % 60
    found = re.search(r"(\s?)([ap])(\.?)(\s?)(?:m(\.?))?$", written, re.IGNORECASE)
    if found and re.search(r"\d\s?[ap]\.?\s?m?\.?$", low):
        letter = "p" if minute >= HALF_A_DAY else "a"
        letter = letter.upper() if found[2].isupper() else letter
        has_m = low.rstrip(".").endswith("m")
        em = ("M" if found[2].isupper() else "m") if has_m else ""
        tail = f"{letter}{found[3]}{found[4]}{em}{found[5] or ''}"
        digits = f"{hour}:{rest:02d}" if rest or ":" in written else str(hour)
        return f"{digits}{found[1]}{tail}"
    if re.fullmatch(r"(?:0\d|1[3-9]|2\d|00):\d\d", low):
        return f"{minute // 60:02d}:{rest:02d}"
    if re.fullmatch(r"\d{1,2}:\d\d", low):
        return f"{hour}:{rest:02d}"
    if re.fullmatch(r"\d{1,2}", low):
        return f"{hour}:{rest:02d}" if rest else str(hour)
    if rest == 0 and low.endswith("clock"):
        clock_word = re.search(r"\s?o.?\s?clock$", written, re.IGNORECASE)
        name = str(hour) if written[0].isdigit() else _NUMBERS[hour - 1]
        return name + (clock_word.group() if clock_word else " o'clock")
    if rest == 0 and low in _HOUR_WORDS:
        return _NUMBERS[hour - 1]
    return write_clock(minute)
