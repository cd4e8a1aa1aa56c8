"""What a reply states about opening hours, one statement at a time."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.gate.checks.hours.cue_words import Cue
from compliance.gate.checks.hours.grammar import CueMention, Segment
from compliance.gate.checks.hours.kinds import Kind, Statement
from compliance.gate.checks.hours.ownership import AT_OURS, speaks_of_other
from compliance.gate.checks.hours.untimed import untimed
from compliance.gate.dates import DayMention
from compliance.gate.times import AllDay, ClockTime, TimeMention, TimeRange

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
    r"|sometime|per|us|off|service|available|offered|taken|accepted|shorter|longer|modified|when|what|open|closed|seven|7|half|past|sun"
    r"|no|it|it's|that|that's|we're|you're|they|they're|yes|sure|absolutely|until|year|years|weekly|tellers?|lobby|front|desk|out|lunchtime|already|its|their|ours"
    r"|own|find|bright|right|even|quite|later|about|latest|earliest|soonest|its|us)"
)
_WORDS = re.compile(r"[a-z0-9'-]+")
_UNTIL = re.compile(
    r"\b(?:until|till?|through|thru|up\sto|to|as\slate\sas|no\slater\sthan|upto)\s(?:about\s|around\s"
    r"|at\sleast\s|as\slate\sas\s|approximately\s)?$|'til\s$|\btil\s$"
)
_ONLY_UNTIL = re.compile(r"\W*(?:yes|sure|absolutely|until|till?|til|through|thru|[,!']|\s|'til)+")
_TO = re.compile(r"\bto\s$")
_FROM = re.compile(
    r"\b(?:from|after|since|starting(?:\sat)?|beginning(?:\sat)?|as\searly\sas|begin\sat"
    r"|start\sat)\s(?:about\s|around\s)?$"
)
_FIRST = re.compile(r"\b(?:first|earliest|(?:as|so)\searly\sas)\b")
_PAST_TIME = re.compile(r"\b(?:past|beyond|later\sthan)\s(?:about\s|around\s)?$")
_BY = re.compile(r"\b(?:before|by)\s(?:about\s|around\s)?$")
_BEFORE = re.compile(r"\bbefore\s(?:about\s|around\s)?$")
_THEN = re.compile(r"\b(?:after\sthat|then|next)\s(?:it's|it\sis|comes|up\sis|on)\s")
_AT = re.compile(r"\bat\s(?:about\s|around\s)?$")
# What ends by itself, and what is done with a thing until then.
_ENDS_ALONE = re.compile(
    r"\b(?:(?<!at\s)(?:your|my|his|her)|hours?|specials?|shows?|movies?|films?|games?|trials?|contests?|raffles?|webinars?"
    r"|hold(?:s|ing)?|keeps?\s(?!on\b|going|busy)|kept|sav(?:e|es|ing)|reserv\w+|sets?\saside|ship\w*|send\w*|mail\w*|deliver\w*"
    r"|call(?:s|ing)?|email\w*|text\w*|valid|appl(?:y|ies)|cancel\w*|prices?|rates?|burns?|quiet|last(?:s|ed)?)\b"
)
_WHERE = re.compile(r"\b(?:at|in)\s(?!(?:the|an?)\s)")
_ELSEWHERE = re.compile(r"\b(?:at|in)\s(?:the|an?)\s")
_OF_OURS = re.compile(r"\b(?:we|us|our|someone|somebody)\b")
_CLAUSE_END = re.compile(
    r",(?!\d)|;|\s-+\s|\b(?:and|but|so|because|if|while|when|though|although)\s(?!(?:at\s)?\d)"
)
_ONWARD = re.compile(
    r"\s*(?:on(?:wards?)?\b(?!\s(?:mon|tue|wed|thu|fri|sat|sun|the|\w+day))|onwards?\b|and\slater)"
)
_CONTRAST = re.compile(
    r"\b(?:not|rather\sthan|instead\sof|versus|vs\.?|no\slonger)\s(?:at\s|until\s)?$"
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
    asked: Cue | None = None,
    implied_type: str = "",
) -> list[Statement]:
    """Return the statements of one segment.

    ``asked`` says that the customer asks when the place opens or closes, or both.

    ``inherited`` is the cue of the segment before it in the sentence; ``listed`` says that a lone
    range beside a day is a line of opening hours; ``implied_type`` is the service that such a line
    or a lone answer goes with.
    """
    found: list[Statement] = []
    used: set[int] = set()
    for time in times:
        if _CONTRAST.search(norm[max(segment.start, time.start - 40) : time.start]):
            continue
        cue = _governing(norm, cues, time, days)
        alone = _stands_alone(norm, segment, time, days, asked=asked)
        statement: Statement | None
        if cue is not None:
            used.add(cue.start)
            statement = _timed(norm, segment, cue, time)
            if statement is None and cue.ours and listed and isinstance(time, TimeRange):
                statement = _line(norm, segment, time, alone=alone)
        else:
            statement = _timed(norm, segment, inherited, time) if alone else None
            implied = None
            if statement is None and asked is not None and inherited is None:
                answers = _reply if alone else _goes_on
                implied = answers(norm, segment, time, asked)
            if statement is None and implied is None and listed:
                implied = _line(norm, segment, time, alone=alone)
            if implied is not None:
                statement = replace(implied, hours_type=implied_type)
        if statement is not None:
            found.append(statement)
    for cue in (each for each in cues if each.ours):
        told = untimed(norm, segment, cue, timed=cue.start in used, days=days)
        found.extend(replace(each, hours_type=cue.hours_type) for each in told)
    return found


def _stands_alone(
    norm: str,
    segment: Segment,
    time: TimeMention,
    days: tuple[DayMention, ...],
    *,
    asked: Cue | None,
) -> bool:
    """Say whether nothing but days and small words stands beside a time in its segment.

    To who asks for hours, what is said after the comma of "9 to 5, so come by" is beside the point.
    """
    start, end = segment.start, segment.end
    if asked is not None and isinstance(time, TimeRange):
        after = _CLAUSE_END.search(norm, time.end, end)
        end = after.start() if after else end
    return _only_fillers(norm, start, time.start, days) and _only_fillers(norm, time.end, end, days)


def _clause_start(norm: str, start: int, position: int) -> int:
    return max((cut.end() for cut in _CLAUSE_END.finditer(norm, start, position)), default=start)


def _governing(
    norm: str, cues: tuple[CueMention, ...], time: TimeMention, days: tuple[DayMention, ...]
) -> CueMention | None:
    """Return the cue that a time belongs to: the nearest before it, else the nearest after."""
    # "At your service until ten" names no other place.
    cues = tuple(cue for cue in cues if cue.ours or not _WHERE.match(norm, cue.start))
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
    return Statement(
        made, time.start, time.end, time, reopens=cue.reopens, hours_type=cue.hours_type
    )


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
    if cue.cue is Cue.OPEN:
        if _PAST_TIME.search(before):
            return None if cue.negated else Kind.PAST
        return _open_kind(cue, until=until, by=by, since=since)
    if cue.cue is Cue.HOURS:
        return _noun_kind(norm[cue.start : cue.end], until=until, since=since)
    if cue.cue in {Cue.VISIT, Cue.LAST}:
        first = _FIRST.search(before) or _FIRST.search(norm, cue.start, cue.end)
        return _visit_kind(cue, until=until, by=by, first=first is not None)
    if cue.cue is Cue.CLOSED:
        return _closed_kind(cue, time, before, until=until, by=by)
    return Kind.CLOSES


def _visit_kind(cue: CueMention, *, until: bool, by: bool, first: bool) -> Kind | None:
    if cue.cue is Cue.VISIT and cue.negated:
        return None
    if first:
        return Kind.VISIT_FIRST
    if until or cue.cue is Cue.LAST:
        return Kind.VISIT_UNTIL
    return Kind.VISIT_BY if by else Kind.VISIT_AT


def _closed_kind(
    cue: CueMention, time: ClockTime, before: str, *, until: bool, by: bool
) -> Kind | None:
    """Read *closed until nine*, *nobody here before nine*, *closed by nine*, *at nine closed*."""
    if cue.negated:
        return Kind.VISIT_AT if time.start < cue.start else Kind.CLOSES
    if until or _BEFORE.search(before) or _THEN.search(before):
        return Kind.OPENS
    if by or (time.end <= cue.start and _AT.search(before)):
        return Kind.SHUT_AT
    return Kind.CLOSES


def _open_kind(cue: CueMention, *, until: bool, by: bool, since: bool) -> Kind | None:
    if until:
        return Kind.OPENS if cue.negated else Kind.CLOSES
    if cue.negated:
        # "not open before nine" and "not open after nine".
        return Kind.OPENS if by else Kind.CLOSES if since else None
    # "open 9 pm" and "we are here at 9" say only that the place is open then.
    return Kind.OPENS if since or by or cue.verb else Kind.VISIT_AT


def _noun_kind(noun: str, *, until: bool, since: bool) -> Kind | None:
    if re.search(r"closing\s(?:time|hour)", noun) or until:
        return Kind.CLOSES
    if re.search(r"opening\s(?:times?|hour)\b", noun) or since:
        return Kind.OPENS
    return None


def _line(norm: str, segment: Segment, time: TimeMention, *, alone: bool) -> Statement | None:
    """Read *Saturdays: 10 to 4* in a list of hours, and *until nine* after a word of hours."""
    if isinstance(time, TimeRange) and alone:
        return Statement(Kind.RANGE, time.start, time.end, time)
    before = norm[segment.start : time.start]
    if isinstance(time, ClockTime) and _UNTIL.search(before) and _ONLY_UNTIL.fullmatch(before):
        return Statement(Kind.CLOSES, time.start, time.end, time)
    return None


def _goes_on(norm: str, segment: Segment, time: TimeMention, asked: Cue) -> Statement | None:
    """Read *the ovens are hot until ten* as the answer to "how late are you open?".

    Whatever goes on until a time, or from one, tells how long the place is open to who asks; not
    what is kept, sent or valid until then.
    """
    said = (_clause_start(norm, segment.start, time.start), time.start)
    if speaks_of_other(norm, *said) or _ENDS_ALONE.search(norm, *said):
        return None  # the kitchen, a sale or a show ends when it ends
    if any(not AT_OURS.match(norm, away.start()) for away in _ELSEWHERE.finditer(norm, *said)):
        return None  # "we are at the fair until noon"
    until = _UNTIL.search(norm, *said) is not None and not _TO.search(norm, *said)
    if isinstance(time, ClockTime) and until and asked is Cue.CLOSE:
        return Statement(Kind.CLOSES, time.start, time.end, time, inferred=True)
    if _OF_OURS.search(norm, *said) is None:
        return None
    if isinstance(time, TimeRange) and asked is not Cue.HOURS:
        return Statement(Kind.RANGE, time.start, time.end, time, inferred=True)
    if isinstance(time, ClockTime) and (until or _FROM.search(norm, *said)):
        kind = Kind.CLOSES if until else Kind.OPENS
        return Statement(kind, time.start, time.end, time, inferred=True)
    return None


def _reply(norm: str, segment: Segment, time: TimeMention, asked: Cue) -> Statement | None:
    """Read *at nine* as the answer to "when do you close?", *9 to 5* to "are you open?"."""
    if isinstance(time, TimeRange):
        return Statement(Kind.RANGE, time.start, time.end, time)
    if not isinstance(time, ClockTime):
        return None
    before = norm[max(segment.start, time.start - 60) : time.start]
    until, since = _UNTIL.search(before) is not None, _FROM.search(before) is not None
    if asked is Cue.HOURS and _TO.search(before):
        return None  # "we are back to noon" tells an opening time
    if asked is Cue.HOURS and not (until or since):
        return None
    opens = since or not (until or asked is Cue.CLOSE)
    return Statement(Kind.OPENS if opens else Kind.CLOSES, time.start, time.end, time)
