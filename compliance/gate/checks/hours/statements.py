"""What a reply states about opening hours, one statement at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from compliance.gate.checks.hours.grammar import Cue, CueMention, Segment
from compliance.gate.dates import DayMention
from compliance.gate.times import AllDay, ClockTime, TimeMention, TimeRange


class Kind(StrEnum):
    """What is stated; ``visit`` kinds only ask that the place is open at the time."""

    OPENS = "opens"
    CLOSES = "closes"
    RANGE = "range"
    BREAK = "break"
    ALL_DAY = "all_day"
    OPEN = "open"
    CLOSED = "closed"
    LATE = "late"
    EARLY = "early"
    UNBROKEN = "unbroken"
    NORMAL = "normal"
    NOW_OPEN = "now_open"
    NOW_CLOSED = "now_closed"
    CLOSES_IN = "closes_in"
    OPENS_IN = "opens_in"
    PAST = "past"
    VISIT = "visit"
    VISIT_AT = "visit_at"
    VISIT_UNTIL = "visit_until"
    VISIT_RANGE = "visit_range"


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of hours: its kind, the words that say it (in ``norm``) and its time."""

    kind: Kind
    start: int
    end: int
    time: TimeMention | None = None
    reopens: bool = False
    only: bool = False
    minutes: int = 0


# What may stand between a cue and its time without the time belonging to something else.
_FILLER = re.compile(
    r"(?:at|from|until|til|till|to|through|thru|by|around|about|between|on|in|the|and|for|again|daily|every"
    r"|each|day|days|week|lunch|dinner|breakfast|brunch|business|walk-?ins?|customers|guests|members"
    r"|visitors|everyone|our|regular|normal|usual|standard|hours|hour|are|is|be|will|as|early|late|today"
    r"|tonight|tomorrow|here|this|up|doors?|both|store|shop|spa|branch|location|clinic|restaurant|office"
    r"|that|evening|morning|afternoon|night|only|with|extended|shortened|reduced|special|limited|holiday"
    r"|instead|time|starting|beginning|sharp|exactly|promptly|approximately|roughly|public|all|same|or|so"
    r"|then|of|operation|closing|opening|closes?|opens?|a|bit|little|usually|normally|always|then|next"
    r"|later|earlier|than|not|before|after|since|now|you|we|it|stays?|remain|reopens?|reopening|back|noon"
    r"|just|actually|still|currently|weekends?|weekdays?|go|run|goes|runs|have|being|was|were|any|anytime"
    r"|sometime|per|us|off|service|shorter|longer|modified|when|what|open|closed|seven|7|half|past|sun"
    r"|no|it|it's|that|that's|we're|you're|they|they're|yes|sure|absolutely|until|year|years|weekly|tellers?|lobby|front|desk|out|lunchtime)"
)
_WORDS = re.compile(r"[a-z0-9'-]+")
_UNTIL = re.compile(
    r"\b(?:until|till?|through|thru|up\sto|to|as\slate\sas|no\slater\sthan|upto)\s(?:about\s|around\s"
    r"|at\sleast\s|as\slate\sas\s|approximately\s)?$|'til\s$|\btil\s$"
)
_FROM = re.compile(
    r"\b(?:from|after|since|starting(?:\sat)?|beginning(?:\sat)?|as\searly\sas|begin\sat"
    r"|start\sat)\s(?:about\s|around\s)?$"
)
_PAST_TIME = re.compile(r"\b(?:past|beyond|later\sthan)\s(?:about\s|around\s)?$")
_BY = re.compile(r"\b(?:before|by)\s(?:about\s|around\s)?$")
_ONWARD = re.compile(
    r"\s*(?:on(?:wards?)?\b(?!\s(?:mon|tue|wed|thu|fri|sat|sun|the|\w+day))|onwards?\b|and\slater)"
)
_CONTRAST = re.compile(
    r"\b(?:not|rather\sthan|instead\sof|versus|vs\.?|no\slonger)\s(?:at\s|until\s)?$"
)
_NOW = re.compile(
    r"\b(?:(?:right\s)?now|currently|at\s(?:the|this)\smoment|at\sthis\s(?:time|hour)|as\swe\sspeak|already"
    r"|just)\b|\bstill\sopen\b|\bfor\sthe\s(?:day|night|evening)\b"
)
_NORMAL = re.compile(
    r"\b(?:regular|normal|usual|standard|ordinary|typical|same|everyday|regularly\sscheduled)\s"
    r"(?:\w+\s){0,2}hours\b|\bas\s(?:usual|normal|always)\b|\bnormally\sscheduled\b"
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


def read(
    norm: str,
    segment: Segment,
    cues: tuple[CueMention, ...],
    times: tuple[TimeMention, ...],
    days: tuple[DayMention, ...],
    inherited: CueMention | None,
    *,
    listed: bool,
) -> list[Statement]:
    """Return the statements of one segment.

    ``inherited`` is the cue of the segment before it in the sentence; ``listed`` says that a lone
    range beside a day is a line of opening hours.
    """
    found: list[Statement] = []
    used: set[int] = set()
    for time in times:
        if _CONTRAST.search(norm[max(segment.start, time.start - 40) : time.start]):
            continue
        cue = _governing(norm, cues, time, days)
        if cue is not None:
            used.add(cue.start)
        if cue is None and inherited is not None and _stands_alone(norm, segment, time, days):
            statement = _timed(norm, segment, inherited, time)
        else:
            statement = _timed(norm, segment, cue, time)
        if cue is not None and not cue.ours:
            continue
        alone = listed and _stands_alone(norm, segment, time, days)
        if statement is None and alone and isinstance(time, TimeRange):
            statement = Statement(Kind.RANGE, time.start, time.end, time)
        if statement is None and listed and isinstance(time, ClockTime) and cue is None:
            statement = _fragment(norm, segment, time)
        if statement is not None:
            found.append(statement)
    for cue in (each for each in cues if each.ours):
        found.extend(_untimed(norm, segment, cue, timed=cue.start in used, days=days))
    return found


def _stands_alone(
    norm: str, segment: Segment, time: TimeMention, days: tuple[DayMention, ...]
) -> bool:
    """Say whether nothing but days and small words stands beside a time in its segment."""
    return _only_fillers(norm, segment.start, time.start, days) and _only_fillers(
        norm, time.end, segment.end, days
    )


def _governing(
    norm: str, cues: tuple[CueMention, ...], time: TimeMention, days: tuple[DayMention, ...]
) -> CueMention | None:
    """Return the cue that a time belongs to: the nearest before it, else the nearest after."""
    before = [cue for cue in cues if cue.end <= time.start]
    after = [cue for cue in cues if cue.start >= time.end]
    for cue in (*reversed(before), *after):
        left, right = (cue.end, time.start) if cue.end <= time.start else (time.end, cue.start)
        if cue.cue is Cue.VISIT and right - left < 80 and "," not in norm[left:right]:
            return cue
        if right - left < 90 and _only_fillers(norm, left, right, days):
            return cue
    return None


def _only_fillers(norm: str, start: int, end: int, days: tuple[DayMention, ...]) -> bool:
    kept = list(norm[start:end])
    for day in days:
        for at in range(max(day.start, start), min(day.end, end)):
            kept[at - start] = " "
    return all(
        _FILLER.fullmatch(word) for word in _WORDS.findall("".join(kept)) if not word.isdigit()
    )


def _timed(
    norm: str, segment: Segment, cue: CueMention | None, time: TimeMention
) -> Statement | None:
    if cue is None or not cue.ours:
        return None
    made: Kind | None
    if isinstance(time, AllDay):
        made = Kind.ALL_DAY if cue.cue in {Cue.OPEN, Cue.HOURS} and not cue.negated else None
    elif isinstance(time, TimeRange):
        made = _range_kind(cue)
    else:
        made = _edge_kind(norm, segment, cue, time)
    if made is None:
        return None
    return Statement(made, time.start, time.end, time, reopens=cue.reopens)


def _range_kind(cue: CueMention) -> Kind | None:
    if cue.cue in {Cue.CLOSED, Cue.CLOSE}:
        return None if cue.negated else Kind.BREAK
    if cue.negated:
        return Kind.BREAK if cue.cue is Cue.OPEN else None
    if cue.cue is Cue.VISIT:
        return Kind.VISIT_RANGE
    return Kind.RANGE if cue.cue in {Cue.OPEN, Cue.HOURS} else None


def _edge_kind(norm: str, segment: Segment, cue: CueMention, time: ClockTime) -> Kind | None:
    before = norm[max(segment.start, time.start - 60) : time.start]
    until = _UNTIL.search(before) is not None
    by = _BY.search(before) is not None
    since = _FROM.search(before) is not None or _ONWARD.match(norm, time.end) is not None
    if cue.cue is Cue.OPEN and _PAST_TIME.search(before):
        return None if cue.negated else Kind.PAST
    if cue.cue is Cue.OPEN:
        return _open_kind(cue, until=until, by=by, since=since)
    if cue.cue is Cue.HOURS:
        return _noun_kind(norm[cue.start : cue.end], until=until, since=since)
    if cue.cue is Cue.VISIT and cue.negated:
        return None
    if cue.cue is Cue.VISIT:
        return Kind.VISIT_UNTIL if until or by else Kind.VISIT_AT
    if cue.cue is Cue.LAST:
        return Kind.VISIT_UNTIL
    return Kind.OPENS if cue.cue is Cue.CLOSED and until else Kind.CLOSES


def _open_kind(cue: CueMention, *, until: bool, by: bool, since: bool) -> Kind | None:
    if until:
        return Kind.OPENS if cue.negated else Kind.CLOSES
    if cue.negated:
        # "not open before nine" and "not open after nine".
        return Kind.OPENS if by else Kind.CLOSES if since else None
    # "open 9 pm" and "we are here at 9" say only that the place is open then.
    return Kind.OPENS if since or by or cue.verb else Kind.VISIT_AT


def _noun_kind(noun: str, *, until: bool, since: bool) -> Kind | None:
    if noun.startswith("closing") or until:
        return Kind.CLOSES
    if noun.startswith("opening time") or since:
        return Kind.OPENS
    return None


def _fragment(norm: str, segment: Segment, time: ClockTime) -> Statement | None:
    before = norm[segment.start : time.start]
    if re.fullmatch(
        r"\W*(?:yes|sure|absolutely|until|till?|til|through|thru|[,!']|\s|'til)+", before
    ):
        return Statement(Kind.CLOSES, time.start, time.end, time) if _UNTIL.search(before) else None
    return None


def _untimed(
    norm: str, segment: Segment, cue: CueMention, *, timed: bool, days: tuple[DayMention, ...]
) -> list[Statement]:
    words = norm[segment.start : segment.end]
    found: list[Statement] = []

    def add(kind: Kind, *, only: bool = False) -> None:
        found.append(Statement(kind, cue.start, cue.end, None, cue.reopens, only))

    if cue.cue in {Cue.OPEN, Cue.HOURS} and not cue.negated:
        for kind, pattern, applies in (
            (Kind.NORMAL, _NORMAL, True),
            (Kind.UNBROKEN, _UNBROKEN, cue.cue is Cue.OPEN),
            (Kind.LATE, _LATE, not timed),
            (Kind.EARLY, _EARLY, not timed),
        ):
            if applies and pattern.search(words):
                add(kind)
    if timed:
        return found
    lasting = _duration(norm, segment, cue)
    if lasting is not None:
        return [*found, lasting]
    state = _state(words, norm, cue)
    if state in {Kind.OPEN, Kind.CLOSED} and not days and _NOW.search(words):
        state = Kind.NOW_OPEN if state is Kind.OPEN else Kind.NOW_CLOSED
    if state is not None:
        add(state, only=re.search(r"\bonly\b", words) is not None)
    return found


def _duration(norm: str, segment: Segment, cue: CueMention) -> Statement | None:
    """Read *closes in two hours*, *open for another hour*, *opens in 30 minutes*."""
    for hit in _DURATION.finditer(norm, cue.start, min(segment.end, cue.end + 40)):
        amount, unit = hit["amount"] or "one", hit["unit"]
        number = _AMOUNTS.get(amount) or float(amount)
        minutes = round((number + (0.5 if hit["half"] else 0)) * (60 if unit[0] == "h" else 1))
        ahead = hit["how"] in {"in", "within"}
        if cue.cue is Cue.CLOSE and ahead and not cue.negated:
            kind = Kind.CLOSES_IN
        elif cue.cue is Cue.OPEN and not cue.negated:
            kind = Kind.OPENS_IN if ahead else Kind.CLOSES_IN
        else:
            return None
        return Statement(kind, cue.start, hit.end(), minutes=minutes)
    return None


_NO_HOURS = (
    r"(?:any|no)\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s|weekend\s|holiday\s|business\s"
    r"|store\s)?hours"
)


def _state(words: str, norm: str, cue: CueMention) -> Kind | None:
    if cue.cue is Cue.CLOSED:
        return Kind.OPEN if cue.negated else Kind.CLOSED
    if cue.cue is Cue.OPEN:
        return Kind.CLOSED if cue.negated else Kind.OPEN
    if cue.cue is Cue.CLOSE:
        if cue.negated and re.search(r"\bnever\sclos", words):
            return Kind.ALL_DAY
        if cue.negated:
            return Kind.UNBROKEN if re.search(r"\blunch|\bmidday|\bbreak", words) else None
        return (
            Kind.CLOSED
            if re.search(r"\bfor\s(?:the\s)?(?:holiday|day\b|whole|entire)", words)
            else None
        )
    if cue.cue is Cue.HOURS:
        nothing = re.fullmatch(_NO_HOURS, norm[cue.start : cue.end])
        return Kind.CLOSED if nothing or cue.negated else None
    if cue.cue is Cue.VISIT:
        return None if cue.negated else Kind.VISIT
    return None
