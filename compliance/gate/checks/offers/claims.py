"""How a reply speaks of an offer: as usable, ended, to come, limited to days, or not at all."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from compliance.gate.checks.offers.denials import is_denied
from compliance.gate.checks.offers.naming import Mention
from compliance.gate.dates import DayMention, days

_GENERIC_NOUN = (
    r"(?:deal|offer|promo(?:tion)?|special|sale|discount|bonus|event|coupon|voucher|savings|code|reward"
    r"|pricing|perk|rebate|credit)s?"
)
# Words that take up the offer spoken of before.
TAKES_UP = re.compile(
    rf"\b(?:it|it's|it'll|they|they're|that\sone|this\sone|those|that's)\b|\b(?:the|that|this|our|your"
    rf"|those|these|same)\s(?:\w+\s)?{_GENERIC_NOUN}\b"
)
SPEAKS_OF_OFFER = re.compile(
    r"\b(?:still\s(?:on|running|going|valid|available|active|good|live|honou?r\w*|time|use|claim)|valid"
    r"|available|running|active|in\seffect|live|honou?r\w*|appl(?:y|ies)|redeem\w*|claim|use|using"
    r"|take\sadvantage|ends?|ended|expires?|expired|over|starts?|started|begins?|runs?|good\s(?:until"
    r"|through|for)|off|get|save|enjoy|eligible|qualif\w+|offering?|offered|is\son|going\son|on\s(?:now|today"
    r"|until|through)|works?|participat\w+|good\sto\sgo|back)\b"
)
ENDED = re.compile(
    r"\b(?:ended|expired|finished|concluded|discontinued|retired|lapsed|wrapped\sup|closed\s(?:on|in|out)"
    r"|no\slonger|any\s?more|(?<!left\s)(?:is|are|was|has|'s|now|already|been)\sover\b|over\s(?:now|as\sof|since|for)"
    r"|(?:c[ao]me|drew|drawn|brought)\sto\s(?:an?|its)\s(?:end|close)|run\s(?:its\scourse|out)|(?:was|were|is|are|been)\swound\sup|ran\s(?:from|through|until|till|its|last|only|out|for|in|between)"
    r"|(?:was|were)\s(?:only\s)?(?:available|running|valid|active|offered|good|on|live|a\s\w+\soffer)"
    r"|has\spassed|have\spassed|behind\sus|missed|last\sday\s(?:was|to)|done\sfor|is\sdone|are\sdone"
    r"|(?:is|has)\sgone|stopped|not\s(?:be\s)?running\sany|previous\s(?:promotion|offer)|past\sits|history|off\sthe\stable|out\sof\sdate"
    r"|(?:was|were)\s(?:an?|our)\s(?:[\w-]+\s){0,2}(?:deal|offer|special|promotion)|(?:had\sto\s)close\sit)\b"
)
RETURNS = re.compile(
    r"\b(?:(?<!is\s)returns?|returning|comes?\sback|will\s(?:be|come|run|happen)\s(?:back|again)|coming\sback"
    r"|next\s(?:year|season|spring|summer|fall|autumn|winter))\b"
)
_NO_DENIAL = re.compile(
    r"(?:not|n't|cannot|never|no)\s(?:be\s)?(?:combin\w+|stack\w*|expire\w*|miss|forget|hesitate|wait|worry"
    r"|only|just|limit\w*|required?|need(?:ed)?|necessary|code|coupon|problem|doubt|end\b|over\b|strings"
    r"|too\slate|let)|\bno\sworries|\b(?:can't|cannot|don't)\s(?:wait|miss|forget|worry|need)"
    r"|\bwithout\s(?:a\s)?(?:code|coupon)|\b(?:not|n't)\s(?:over|end(?:ed)?|expired?|finished|gone)\b"
    r"|\b(?:not|n't)\sgoing\s(?:away|anywhere)\b|\bnot\sa\sproblem\b"
)
FUTURE = re.compile(
    r"\b(?:starts?|starting|begins?|beginning|kicks?\soff|launch(?:es|ing)?|coming|upcoming|returns?|soon"
    r"|not\s(?:yet|until)|will\s(?:start|begin|run|be\s(?:available|running|back|live|active))|opens|goes\slive"
    r"|from\sthen|(?:once|when)\sit\s(?:begins|starts|opens)|hasn't\sstarted|haven't\sstarted|has\snot\s(?:started|begun)|until\sthen|ahead\sof|debuts?"
    r"|isn't\s(?:live|active|on|running)|from\s(?=(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul"
    r"|aug|sep|oct|nov|dec|the\s\d)))\b"
)
_NEUTRAL_BEFORE = re.compile(
    r"\b(?:about|regarding|asking|asked|ask(?!\sfor)|question\w*|interest(?:ed)?(?:\sin)?|you\smention|mention(?:ed|ing)|curious"
    r"|re|concerning|inquir\w+|wonder\w*|saw|seen|heard|noticed|remember\w*|looking\sfor|thinking\sof)\W+"
    r"(?:[\w'-]+\W+){0,3}$"
)
_PAST_USE = re.compile(
    r"\byou\s(?:had\s|have\s|'ve\s)?(?:used|bought|purchased|ordered|redeemed|received|got|booked|enjoyed"
    r"|claimed)\b|\byour\s(?:[\w'-]+\s){0,3}(?:order|purchase|visit|receipt)\b"
)
_AHEAD = re.compile(r"\b(?:will|can|could|would|may)\b|'ll\b")
USABLE = re.compile(
    r"\b(?:still|is\s(?:on|running|valid|available|active|live|back|good)|are\s(?:on|running|valid|available)"
    r"|you\scan|use|enjoy|take\sadvantage|redeem|apply|applies|saves?|off|qualif\w+|eligible|get|gets|book"
    r"|come|stop|grab|claim|includes?|through|until|today|now|tonight|gives|running|available|happy\sto"
    r"|will\s(?:be\s)?(?:honou?r|appl\w+|take|add))\b"
)
_ENDS = re.compile(
    r"\b(?:through|thru|until|till?|til|ends?(?:\son)?|ended(?:\son)?|ending(?:\son)?|expires?(?:\son)?"
    r"|expired(?:\son)?|valid\s(?:to|through|until)|good\s(?:to|through|until)|to|last\sday\s(?:is|was)"
    r"|closes?(?:\son)?|closed(?:\son)?|finish(?:es|ed)?(?:\son)?|wraps?\sup(?:\son)?|wrapped\sup(?:\son)?"
    r"|concluded(?:\son)?|concludes(?:\son)?|over\s(?:on|as\sof)|up\sto|stopped(?:\son)?|goes\saway(?:\son)?)"
    r"\s(?:the\send\sof\s|and\sincluding\s|the\s|on\s|midnight\son\s)?$"
)
_BY = re.compile(r"\b(?:by|before|in\stime\sfor)\s(?:the\send\sof\s|the\s)?$")
_STARTS = re.compile(
    r"\b(?:starts?(?:\son)?|started(?:\son)?|starting(?:\son)?|begins?(?:\son)?|began(?:\son)?|from|since"
    r"|beginning(?:\son)?|kicks?\soff(?:\son)?|kicked\soff(?:\son)?|launch(?:es|ed|ing)?(?:\son)?|opens?(?:\son)?"
    r"|available\sfrom|returns?(?:\son)?|not\suntil|n't\s(?:start|begin)\suntil|goes\slive(?:\son)?|as\sof"
    r"|effective|available\s(?:on|starting)|debuts?(?:\son)?|arrives?(?:\son)?|coming(?:\son)?)"
    r"\s(?:the\s|on\s)?$"
)
# The date of a bill or a parcel is no day on which the offer is used.
_OF_OTHER = re.compile(
    r"\b(?:due|dated|posts?|posted|arriv(?:es|ed|ing)|ships?|shipped|placed|bought|purchased|ordered"
    r"|delivered|(?:bill|invoice|statement|payment|receipt|order|installment)\s(?:of|from|for))"
    r"\s(?:on\s|by\s)?(?:the\s)?$"
)
_NOT_UNTIL = re.compile(r"(?:\bnot|n't|\bnever)\s(?:[\w']+\s){0,4}(?:until|till?|before)\s$")
_MONTHS = "january february march april may june july august september october november december"
_MONTH_END = re.compile(
    rf"\b(?P<cue>through|until|till?|thru|by|at|to|ends?|ended|expires?|expired|for|over|in)\s(?:at\s|on\s)?"
    rf"(?:the\s)?(?P<whole>end\sof\s|rest\sof\s|all\s(?:of\s)?)?(?:the\s|this\s)?"
    rf"(?P<unit>{'|'.join(_MONTHS.split())}|month|year)\b(?!\s?\d)"
)


_IN_MONTH = re.compile(
    rf"\b(?:in|during|throughout|for)\s(?:early\s|late\s|mid-)?(?P<month>{'|'.join(_MONTHS.split())})\b(?!\s?\d)"
)
# "On Saturday coffee is at its usual price": a day on which the offer is not used.
_AT_FULL_PRICE = re.compile(r"\b(?:usual|regular|full|normal|standard|ordinary)\s(?:\w+\s)?price")
# Days named one by one, not the first and the last of a run.
_ENUMERATED = re.compile(r"\s(?:and|or|&|plus|as\swell\sas)\s")
# "... and we are open today": a day of our hours, not of the offer.
_OF_HOURS = re.compile(
    r"\bwe(?:'re|\sare|'ll\sbe|\swill\sbe|\sstay)\s(?:\w+\s){0,2}?(?:open|closed)\b[^,;:]{0,24}$"
    r"|\bwe\s(?:open|close)\s(?:\w+\s){0,3}$"
)
_PARTS = re.compile(r"[,;:]|\b(?:but|while|whereas)\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that a reply gives for an offer.

    ``role``: its ``start``, its ``end``, a latest day ``by`` which to use it, or a day of ``use``;
    ``each`` says that it is to be used on every one of the days ("today and tomorrow").
    """

    role: str
    days: tuple[date, ...]
    start: int
    end: int
    weekdays: tuple[int, ...] = ()
    year_stated: bool = False
    other: tuple[date, ...] = ()
    each: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How the words around an offer put it forward."""

    ended: bool
    denied: bool
    future: bool
    neutral: bool
    usable: bool
    stated: tuple[Stated, ...]


def manner(
    norm: str, start: int, end: int, mention: Mention | None, on: date, *, reported: bool = False
) -> Manner:
    """Return how the words of ``norm[start:end]`` put the offer forward that they speak of."""
    words = norm[start:end]
    before = norm[start : mention.start] if mention else ""
    named = (mention.start, mention.end) if mention else (0, 0)
    masked = words
    if mention:
        masked = f"{words[: named[0] - start]} it {words[named[1] - start :]}"
        masked = " ".join(masked.split())
    softened = _NO_DENIAL.sub(" ", masked)
    ended = ENDED.search(softened) is not None
    denied = is_denied(softened)
    usable = USABLE.search(softened) is not None
    neutral = reported or (
        _NEUTRAL_BEFORE.search(before) is not None
        or (_PAST_USE.search(masked) is not None and _AHEAD.search(masked) is None)
    )
    return Manner(
        ended=ended,
        denied=denied,
        future=FUTURE.search(softened) is not None,
        neutral=neutral,
        usable=usable,
        stated=stated_dates(norm, start, end, named, on),
    )


def stated_dates(
    norm: str, start: int, end: int, named: tuple[int, int], on: date
) -> tuple[Stated, ...]:
    """Return the dates given in ``norm[start:end]`` outside the offer's own name, with roles."""
    found: list[Stated] = []
    for day in days(norm, on, start=start, end=end):
        if day.start < named[1] and named[0] < day.end:
            continue
        if _AT_FULL_PRICE.search(_part(norm, start, end, day.start)) is None:
            found.extend(_roles(norm, start, day))
    for hit in _IN_MONTH.finditer(norm, start, end):
        last = _month_end(hit["month"], on)
        whole = tuple(last.replace(day=day) for day in range(1, last.day + 1))
        found.append(Stated("use", whole, hit.start("month"), hit.end()))
    for hit in _MONTH_END.finditer(norm, start, end):
        if not hit["whole"] and hit["cue"] not in {"through", "until", "till", "til", "thru"}:
            continue
        last = _month_end(hit["unit"], on)
        found.append(Stated("end", (last,), hit.start("unit"), hit.end()))
    return tuple(found)


def _roles(norm: str, start: int, day: DayMention) -> list[Stated]:
    before = norm[max(start, day.start - 36) : day.start]
    if _OF_HOURS.search(norm, start, day.start):
        return []
    if not day.dates:
        return [Stated("use", (), day.start, day.end, weekdays=day.weekdays)]
    consecutive = len(day.dates) > 1 and day.dates[-1] - day.dates[0] == timedelta(
        days=len(day.dates) - 1
    )
    enumerated = len(day.dates) > 1 and _ENUMERATED.search(norm, day.start, day.end) is not None
    if (
        consecutive
        and not enumerated
        and not day.weekdays
        and not norm[day.start : day.end].startswith(("this", "next", "the", "over", "on"))
    ):
        return [
            Stated("start", (day.dates[0],), day.start, day.end, year_stated=day.year_stated),
            Stated("end", (day.dates[-1],), day.start, day.end, year_stated=day.year_stated),
        ]
    is_reason = re.search(r"\bsince\s$", before) and re.match(r"\s(?:is|was)\b", norm[day.end :])
    if is_reason:
        role = "use"
    elif _OF_OTHER.search(before):
        return []
    elif _NOT_UNTIL.search(before) or _STARTS.search(before):
        role = "start"
    elif _ENDS.search(before):
        role = "end"
    elif _BY.search(before):
        role = "by"
    else:
        role = "use"
    each = enumerated and role == "use"
    return [
        Stated(
            role, day.dates, day.start, day.end, day.weekdays, day.year_stated, day.instead, each
        )
    ]


def _month_end(unit: str, on: date) -> date:
    if unit == "year":
        return date(on.year, 12, 31)
    month = on.month if unit == "month" else _MONTHS.split().index(unit) + 1
    year = on.year if unit == "month" or month >= on.month - 3 else on.year + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def _part(norm: str, start: int, end: int, position: int) -> str:
    """Return the part of ``norm[start:end]`` between commas that holds a position."""
    first = max((hit.end() for hit in _PARTS.finditer(norm, start, position)), default=start)
    after = _PARTS.search(norm, position, end)
    return norm[first : after.start() if after else end]
