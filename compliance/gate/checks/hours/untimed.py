"""Statements of hours without a clock time: open or closed, as usual, early, for two more hours."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.gate.checks.hours.cue_words import Cue
from compliance.gate.checks.hours.grammar import CueMention, Segment
from compliance.gate.checks.hours.kinds import Edge, Kind, Shift, Statement
from compliance.gate.dates import DayMention

_NOW = re.compile(
    r"\b(?:(?:right\s)?now|currently|at\s(?:the|this)\smoment|at\sthis\s(?:time|hour)|as\swe\sspeak|already"
    r"|just)\b|\bstill\sopen\b|\bfor\sthe\s(?:day|night|evening)\b"
)
_NORMAL = re.compile(
    r"\b(?:regular|normal|usual|standard|ordinary|typical|same|everyday|regularly\sscheduled|weekday"
    r"|weekend)\s(?:\w+\s){0,2}(?:schedule|timetable|routine)\b"
    r"|\b(?:regular|normal|usual|standard|ordinary|typical|same|everyday|full|regularly\sscheduled)\s"
    r"(?:[a-z]+\s){0,2}hours\b|\bas\s(?:usual|normal|always)\b|\bnormally\sscheduled\b"
    r"|\bhours\s(?:\w+\s){0,2}(?:the\ssame|unchanged|unaffected|normal|regular)\b(?!\shours)"
    r"|(?:\bnot|n't)\s(?:change|affect|alter|touch|shift)\s(?:\w+\s){0,2}hours\b"
    r"|\bnormal\s(?:opening|operations|business|trading)\b"
    r"|\ban?\s(?:normal|regular|working|full|ordinary|typical)\s(?:working\s|business\s)?\w*day\b"
    r"|\blike\s(?:any|every)\sother\s(?:\w+day|day)\b"
)
_UNLIKE = re.compile(
    r"(?:\bnot|n't|\bnever|\bno\slonger|\binstead\sof|\brather\sthan|\bdiffer\w*\sfrom|\bunlike)"
    r"(?:\s[\w']+){0,3}\s$"
)
_FROM_THEN = re.compile(
    r"\b(?:after\s(?:that|this|then|which)|from\s(?:then|there)(?:\son)?|afterwards?|thereafter|the\srest\sof)\b"
)
_VOID = re.compile(
    r"\s(?:\w+\s){0,2}(?:(?:not|n't|\w+n't)\s(?:\w+\s)?(?:apply|hold|count|valid|kept|resume)"
    r"|(?:change|differ|are\soff|are\ssuspended|pause))\b"
)
_LATE = re.compile(
    r"\b(?:open|here|hours|until|stay(?:ing)?|close|closing)\b[^,;]{0,20}\b(?:late|later)\b(?!\sas|st|\sthan)|\blate(?:r)?\shours\b"
)
_EARLY = re.compile(r"\b(?:open|opening|here|unlock)\b[^,;]{0,12}\bearl(?:y|ier)\b(?!\sas|\sthan)")
_UNBROKEN = re.compile(
    r"\b(?:straight\sthrough|without\s(?:a\s|any\s)?(?:midday\s|lunch\s)?(?:break|closing|interruption)"
    r"|all\sday(?:\slong)?|no\s(?:midday|lunch|afternoon)\s?(?:time)?\s(?:break|closing|closure)"
    r"|through\s(?:the\s)?lunch(?:\shour|time)?|(?:over|during|at)\slunch(?:time)?|nonstop|non-stop"
    r"|continuously)\b"
)
_A_PART = r"(?:morning|afternoon|evening|night|tonight)"
# "In the evening", "through the afternoon", "Friday night", "the afternoon and evening".
_PART = re.compile(
    r"\b(?:(?:in|through|during|into|over|on|of|throughout)\sthe\s(?:early\s|late\s)?|all\s|this\s"
    rf"|day'?s?\s|(?:and|or)\s(?:the\s)?|\b(?=tonight))({_A_PART})s?\b"
    r"(?!\s(?:class|menu|rush|show|session|slot|shift|appointment|tour|service)\w*)"
)
_PARTS_MEANT = {"tonight": "evening"}
_IN_PARTS = {Kind.OPEN, Kind.CLOSED, Kind.VISIT}
_AMOUNTS = {
    "half an": 0.5, "a half": 0.5, "an": 1.0, "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0,
    "four": 4.0, "five": 5.0, "six": 6.0, "ten": 10.0, "fifteen": 15.0, "twenty": 20.0,
    "thirty": 30.0, "forty": 40.0, "forty-five": 45.0, "ninety": 90.0, "a couple of": 2.0,
}  # fmt: skip
_DURATION = re.compile(
    r"\b(?P<how>in|within|for)\s(?:about\s|around\s|another\s|the\snext\s|roughly\s|just\s|only\s"
    r"|at\sleast\s|over\s|under\s)*(?:(?<=another\s)|(?<=next\s)|(?P<amount>\d+(?:\.\d+)?|"
    + "|".join(sorted(_AMOUNTS, key=len, reverse=True))
    + r")\s)(?P<unit>hours?|hrs?|minutes?|mins?)\b(?P<half>\sand\sa\shalf)?"
)
_SHIFT = re.compile(
    r"(?<!as\s)(?<!how\s)(?<!by\s)(?:(?:\b(?P<amount>\d+(?:\.\d+)?|"
    + "|".join(sorted(_AMOUNTS, key=len, reverse=True))
    + r")\s(?P<unit>hours?|hrs?|minutes?|mins?)(?P<half>\sand\sa\shalf)?\s)"
    r"|\b(?:(?:a\s(?:bit|little)|slightly|much|any|even|far)\s)?)"
    r"(?P<way>early|earlier|sooner|late|later|longer|shorter)\b"
    r"(?P<than>\sthan\s(?:usual|normal|always|regular\w*|typical\w*|we\s(?:usually|normally)\s\w+))?"
    r"(?!\sthan\b|\sas\b|\s(?:on|at)$|\sin\sthe\b|\sthis\b|\s(?:evening|night|morning|dinner|bird)\b)"
)
_MEASURED = (
    r"(?P<amount>\d+(?:\.\d+)?|"
    + "|".join(sorted(_AMOUNTS, key=len, reverse=True))
    + r")\s(?:more\s)?(?P<unit>hours?|hrs?|minutes?|mins?)(?P<half>\sand\sa\shalf)?\b"
)
_LEFT = re.compile(
    rf"\b(?:have|only|about|another|still|just|is)\s(?:only\s|about\s|just\s|another\s)*{_MEASURED}"
    r"(?=\s(?:left\s)?(?:before|until|till)\s(?:we\s|the\s\w+\s|our\s)?clos|\s(?:away|from\snow))"
    rf"|\bopen\s(?P<n>\d+|two|three|four|five|six)\smore\s(?P<u>hours?|minutes?)\b"
)
_BETWEEN = re.compile(
    r"(?:\s|,|\b(?:on|this|next|the|up|our|its|doors?|shop|store|for|today|tonight|tomorrow|usually|always"
    r"|a|the|by|about|\w+days?|(?:christmas|thanksgiving)(?:\s(?:day|eve))?)\b)*"
)
_LENGTH = re.compile(
    r"\b(?P<less>shorter|reduced|shortened|abbreviated|limited|fewer|cut)\b"
    r"|\b(?:longer|extended|expanded|lengthened)\b"
)


def untimed(
    norm: str, segment: Segment, cue: CueMention, *, timed: bool, days: tuple[DayMention, ...]
) -> list[Statement]:
    """Return what a cue states without a time, in its segment of a sentence."""
    words = norm[segment.start : segment.end]
    shifted = None if timed else _shifted(norm, segment, cue)
    if shifted is not None:
        return [shifted]
    found = _manners(norm, segment, cue, timed=timed)
    if timed:
        return found
    lasting = _duration(norm, segment, cue)
    if lasting is not None:
        return [*found, lasting]
    state = _state(words, norm, segment.start, cue, days)
    if state in {Kind.OPEN, Kind.CLOSED} and not days and _NOW.search(words):
        state = Kind.NOW_OPEN if state is Kind.OPEN else Kind.NOW_CLOSED
    if state is not None:
        only = re.search(r"\bonly\b", words) is not None
        parts = _PART.findall(words) if state in _IN_PARTS else []
        made = Statement(state, cue.start, cue.end, None, cue.reopens, only)
        found.append(replace(made, parts=tuple(_PARTS_MEANT.get(part, part) for part in parts)))
    return found


def _manners(norm: str, segment: Segment, cue: CueMention, *, timed: bool) -> list[Statement]:
    """Read how a day's hours are described: as usual, without a break, late, early."""
    normal = _as_usual(norm[segment.start : segment.end], cue)
    found = [] if normal is None else [normal]
    described = (
        (Kind.UNBROKEN, _UNBROKEN, cue.cue is Cue.OPEN),
        (Kind.LATE, _LATE, not timed),
        (Kind.EARLY, _EARLY, not timed),
    )
    if cue.cue not in {Cue.OPEN, Cue.HOURS} or cue.negated:
        return found
    for kind, pattern, applies in described:
        hit = pattern.search(norm, segment.start, segment.end) if applies else None
        if hit is not None:
            start, end = min(cue.start, hit.start()), max(cue.end, hit.end())
            found.append(Statement(kind, start, end, None, cue.reopens))
    return found


def _as_usual(words: str, cue: CueMention) -> Statement | None:
    """Read *our regular schedule*, *open as usual*, and the denial of either."""
    hit = _NORMAL.search(words) if cue.cue in {Cue.OPEN, Cue.HOURS} else None
    if hit is not None and _FROM_THEN.search(words, 0, hit.start()):
        return None  # "after that it's back to the usual schedule": on no day that was named
    if hit is None:
        return None
    unlike = (
        cue.negated
        or _UNLIKE.search(words[: hit.start()]) is not None
        or _VOID.match(words, hit.end()) is not None
    )
    if unlike and cue.cue is Cue.OPEN:
        return None
    return Statement(Kind.NORMAL, cue.start, cue.end, negated=unlike)


def _shifted(norm: str, segment: Segment, cue: CueMention) -> Statement | None:
    """Read *closes early*, *open an hour later than usual*, *reduced hours*."""
    if cue.cue is Cue.HOURS:
        around = norm[max(segment.start, cue.start - 12) : min(segment.end, cue.end + 40)]
        told = _LENGTH.search(around)
        if told is None:
            return None
        negated = cue.negated or _UNLIKE.search(around[: told.start()]) is not None
        # A weekday's short hours may be its usual ones: only "than usual" compares it to itself.
        usual = re.search(r"\bthan\s(?:usual|normal)", around) is not None
        shift = Shift(Edge.LENGTH, told["less"] is not None, usual=usual)
        return Statement(Kind.SHIFTED, cue.start, cue.end, negated=negated, shift=shift)
    if cue.cue not in {Cue.OPEN, Cue.CLOSE}:
        return None
    hit = _SHIFT.search(norm, cue.end, min(segment.end, cue.end + 60))
    if hit is None or not _BETWEEN.fullmatch(norm, cue.end, hit.start()):
        return None
    usual = hit["than"] is not None
    edge = _edge(cue, hit["way"], measured=usual or hit["amount"] is not None)
    if edge is None:
        return None
    shift = Shift(
        edge, hit["way"] in {"early", "earlier", "sooner", "shorter"}, _minutes(hit), usual
    )
    return Statement(Kind.SHIFTED, cue.start, hit.end(), negated=cue.negated, shift=shift)


def _edge(cue: CueMention, way: str, *, measured: bool) -> Edge | None:
    """Return what *early*, *later* or *longer* moves beside a verb, if it moves anything."""
    if cue.cue is Cue.CLOSE:
        return None if way == "late" and not measured else Edge.CLOSES
    if way in {"longer", "shorter"}:
        return Edge.LENGTH
    if way in {"late", "early"} and not measured:
        return None  # "open late" and "open early" say what hour, not how far from the usual one
    if way in {"early", "earlier", "sooner"}:
        return Edge.OPENS if measured or cue.verb else None
    return Edge.OPENS if cue.verb else Edge.CLOSES if measured else None


def _minutes(hit: re.Match[str]) -> int:
    """Return the minutes that *an hour and a half* or *30 minutes* comes to; none is zero."""
    if hit.groupdict().get("n"):
        number = _AMOUNTS.get(hit["n"]) or float(hit["n"])
        return round(number * (60 if hit["u"][0] == "h" else 1))
    if hit["amount"] is None:
        return 0
    number = _AMOUNTS.get(hit["amount"]) or float(hit["amount"])
    return round((number + (0.5 if hit["half"] else 0)) * (60 if hit["unit"][0] == "h" else 1))


def _duration(norm: str, segment: Segment, cue: CueMention) -> Statement | None:
    """Read *closes in two hours*, *open for another hour*, *an hour before we close*."""
    left = _LEFT.search(norm, segment.start, min(segment.end, cue.end + 40))
    if left is not None and cue.cue in {Cue.CLOSE, Cue.OPEN} and not cue.negated:
        return Statement(Kind.CLOSES_IN, left.start(), left.end(), minutes=_minutes(left))
    for hit in _DURATION.finditer(norm, cue.start, min(segment.end, cue.end + 40)):
        minutes = _minutes(hit) or (60 if hit["unit"][0] == "h" else 1)
        ahead = hit["how"] in {"in", "within"}
        if cue.cue is Cue.CLOSE and ahead and not cue.negated:
            kind = Kind.CLOSES_IN
        elif cue.cue is Cue.OPEN and not cue.negated:
            kind = Kind.OPENS_IN if ahead else Kind.CLOSES_IN
        else:
            return None
        return Statement(kind, cue.start, hit.end(), minutes=minutes)
    return None


_BEGINS = re.compile(r"start|begin|get|kick|let|run|at\b|in\b")
_LUNCH = re.compile(r"\blunch|\bmidday|\bsiesta")
_FOR_LUNCH = re.compile(
    r"\s(?:up\s)?(?:for|over|at|during)\s(?:a\s|our\s|the\s)?(?:lunch|midday|siesta)"
)
_BREAK = re.compile(r"\bbreaks?\b|\bpauses?\b")
_NO_HOURS = (
    r"(?:any|no)\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s|weekend\s|holiday\s|business\s"
    r"|store\s)?hours"
)


def _closed(norm: str, cue: CueMention, days: tuple[DayMention, ...]) -> Kind:
    lunch = _LUNCH.search(norm, cue.start, cue.end + 16)
    if lunch or (not days and _BREAK.search(norm, cue.start, cue.end)):
        return Kind.UNBROKEN if cue.negated else Kind.BROKEN
    return Kind.OPEN if cue.negated else Kind.CLOSED


def _state(
    words: str, norm: str, segment_start: int, cue: CueMention, days: tuple[DayMention, ...]
) -> Kind | None:
    if cue.cue is Cue.CLOSED:
        return _closed(norm, cue, days)
    if cue.cue is Cue.CLOSE:
        if days and _CLOSES.match(norm, cue.start) and _closes_on(words, cue.end - segment_start):
            return Kind.OPEN if cue.negated else Kind.CLOSED
        return _close(words, cue, cue.end - segment_start)
    if cue.cue is Cue.OPEN:
        if _BEGINS.match(norm, cue.start):
            return None  # "we start on Monday" speaks of hours only beside a time
        return Kind.CLOSED if cue.negated else Kind.OPEN
    if cue.cue is Cue.HOURS:
        nothing = re.fullmatch(_NO_HOURS, norm[cue.start : cue.end])
        return Kind.CLOSED if nothing or cue.negated else None
    return Kind.VISIT if cue.cue is Cue.VISIT and not cue.negated else None


_CLOSES = re.compile(r"(?:clos|shut)(?:e|es|s|ing)?\b")
_ON_A_DAY = re.compile(
    r"\s(?:on|for|over|all)\s(?!(?:time|schedule|lunch|an?|good)\b)|\s(?=\w+days?\b)"
)
_ONCE = re.compile(
    r"\b(?:before|when|until|till?|after|once|time|how|what|as|whenever|unless|if)\b"
)


def _closes_on(words: str, cue_end: int) -> bool:
    """Say whether *we close on Sundays* means the whole day, not an event of it."""
    return _ON_A_DAY.match(words, cue_end) is not None and not _ONCE.search(words)


def _close(words: str, cue: CueMention, cue_end: int) -> Kind | None:
    if not cue.negated:
        if _FOR_LUNCH.match(words[cue_end:]):
            return Kind.BROKEN
        whole = re.search(r"\bfor\s(?:the\s)?(?:holiday|day\b|whole|entire)", words)
        return Kind.CLOSED if whole else None
    if re.search(r"\bnever\sclos", words):
        return Kind.ALL_DAY
    return Kind.UNBROKEN if re.search(r"\blunch|\bmidday|\bbreak", words) else None
