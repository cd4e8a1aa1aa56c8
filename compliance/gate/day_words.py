"""How days are written: one pattern for every mention of a day; data, read by ``dates``."""

from __future__ import annotations

import re
from datetime import date

from compliance.gate import holidays

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
DAY = (
    r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?"
    r"|mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b"
)
ONE_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|thu|fri|sat|sun)\b"
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![:%.,]\d)(?!\s?[ap]\.?m\b)"
ORDINAL = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b"
COUNT = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|ten|couple\sof|few)"
SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "ten": 10, "couple of": 2, "few": 3,
}  # fmt: skip
PART = r"(?:\s(?P<part>mornings?|afternoons?|evenings?|nights?))?\b"

MENTION = re.compile(
    rf"""
    (?<![\w'$/.])
    (?:
        (?:the\s(?:day|morning|evening|night|(?P<near_day>{DAY}))\s(?:right\s|immediately\s)?
          (?P<near>after|before|following|preceding)\s)?
        (?P<holiday>{holidays.PATTERN})(?![\w-])
      | (?P<iso>20\d\d-\d\d-\d\d)(?!\d)
      | (?:(?P<md_day>{ONE_DAY})\.?,?\s(?:the\s)?)?
        (?P<month>{MONTH})\s(?:the\s)?(?P<md>{NUMBER})(?:,?\s(?P<md_year>20\d\d))?
      | (?:(?P<dm_day>{ONE_DAY})\.?,?\s)?(?:the\s)?
        (?P<dm>{NUMBER})\s(?:of\s)?(?P<dm_month>{MONTH})(?:,?\s(?P<dm_year>20\d\d))?
      | (?:(?P<slash_day>{ONE_DAY})\.?,?\s)?(?P<slash_m>1[0-2]|0?[1-9])/
        (?P<slash_d>3[01]|[12]\d|0?[1-9])
        (?:/(?P<slash_y>(?:20)?\d\d))?(?![\w/])
      | (?:(?P<the_day>{ONE_DAY})\.?,?\s)?the\s(?P<the>{ORDINAL})
        (?!\s(?:of|floor|anniversary|visit|time|street|avenue))
      | the\sday\safter\stomorrow | day\safter\stomorrow
      | (?:today|tonight|tonite|tomorrow|yesterday){PART.replace("<part>", "<rel_part>")}
      | (?:this|later\sthis)\s(?P<this_part>morning|afternoon|evening)
      | in\s(?P<in>{COUNT})\s(?P<in_unit>days?|weeks?)(?:'\stime)?
      | (?P<from>{COUNT})\s(?P<from_unit>days?|weeks?)\sfrom\s(?:now|today)
      | (?:(?P<week_of>a\sweek\sfrom)\s)?
        (?P<which>(?:this|next|last|the\scoming|coming|upcoming|this\scoming|this\spast|every|each|on\sa
          |any|the\sfollowing|the\snext)\s(?:coming\s)?)?
        (?P<weekday>{DAY})(?P<dot>\.)?{PART}(?P<next_week>,?\s(?:of\s)?(?:next|this)\sweek)?
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
# Every mention holds a digit or one of these.
HINTS = (
    "day", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "week", "night", "morrow", "morning",
    "evening", "afternoon", "daily", "year", "date", "holiday", "eve", "tonite", "christmas",
    "xmas", "x-mas", "easter", "thanksgiving", "halloween", "juneteenth", "nye", "fourth", "mardi",
    "mlk", "luther", "valentine", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
    "oct", "nov", "dec",
)  # fmt: skip
# "mid-November" and "two-day" are words of their own; "Mon-Thu" is a range.
COMPOUND = re.compile(rf"(?<![a-z])(?!{DAY}\.?-)[a-z]+-$")
# An abbreviated weekday is a word of its own kind ("sun", "sat", "wed"): only beside these.
ABBREVIATION = re.compile(r"(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)")
BESIDE = re.compile(
    r"\.?\s*(?:[:&/-]|,?\s?\d|,\s?(?:mon|tue|wed|thu|fri|sat|sun|and)|(?:and|to|through|thru|closed|"
    r"from|open|at|till|until|morning|afternoon|evening|night)\b|[.,;)]|$)"
)


def made_date(year: int, month: int, day: int) -> date | None:
    """Return a date, or ``None`` where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_of(name: str) -> int:
    """Return the number of a weekday by its name, Monday first."""
    return next(index for index, full in enumerate(DAYS) if full[:3] == name[:3])


def month_of(name: str) -> int:
    """Return the number of a month by its name."""
    return next(index for index, full in enumerate(MONTHS, 1) if full[:3] == name[:3])


def number_of(written: str) -> int:
    """Return the number of a day as written: ``27th``."""
    return int(re.sub(r"\D", "", written))


def year_of(written: str | None) -> int | None:
    """Return a year as written, with two digits or four."""
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)
