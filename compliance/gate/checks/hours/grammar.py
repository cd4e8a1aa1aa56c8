"""The words of opening hours: cues, whose hours they are, and the segments of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from compliance.gate.text import Sentence


class TooDenseError(ValueError):
    """A sentence holds more times and cues than any reply does; reading it would take too long."""


class Cue(StrEnum):
    """What a word says about hours; decides how the time beside it is meant."""

    OPEN = "open"
    CLOSE = "close"
    CLOSED = "closed"
    VISIT = "visit"
    HOURS = "hours"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class CueMention:
    """A cue in the normalised text.

    ``reopens`` marks *again*, *next* and *back*; ``ours`` is false where something else opens or
    closes, or where the statement is about the past.
    """

    cue: Cue
    start: int
    end: int
    negated: bool = False
    verb: bool = False
    reopens: bool = False
    ours: bool = True


_PLACE_NOUN = (
    r"(?:store|shop|location|branch|spa|clinic|restaurant|office|salon|studio|gym|lobby|showroom"
    r"|practice|caf[eé]|coffee\s?house|bakery|boutique|gallery|dealership|facility|place|center"
    r"|centre|outlet|site|market|diner|bistro|eatery|museum|library|nursery|garden|warehouse|depot"
    r"|agency|garage|kennel|daycare|school|inn|hotel|motel|bar|pub|tavern|brewery|winery|taproom"
    r"|pharmacy|lab|laboratory|surgery|hospital|club|lounge|theater|theatre|cinema|barbershop"
    r"|workshop|yard|laundromat|bank|credit\sunion|dispensary|optician|building|doors?|team|crew"
    r"|staff|tellers?|front\sdesk|hours)s?"
)
# Things with hours of their own, which the facts do not hold.
_OTHER = re.compile(
    r"\b(?:phones?|call(?:s|ers)?|line|lines|support|hotline|chat|online|website|app|help\s?desk"
    r"|head\s?(?:office|quarters)|headquarters|corporate|customer\s(?:care|service)|contact\scenter"
    r"|call\scent(?:er|re)|parking|pools?|steam|sauna|hot\stubs?|jacuzzi|drive[\s-]?(?:thru|through|up)"
    r"|atms?|kitchen|grill|bar|patio|rooftop|deliver(?:y|ies)|curbside|class(?:es)?|events?|workshops?"
    r"|appointments?|registration|enrollment|offers?|sales?|promotions?|deals?|bookings?|reservations?"
    r"|mall|park|trails?|playground|vault|lockers?|rental|repair\s\w+|service\sdepartment|department"
    r"|couriers?|ups|fedex|usps|post\soffice|neighbou?rs?|competitors?|airport|visitor|claims?|window)\b"
)
_STRIP = re.compile(
    r"(?:[\s,]*(?:\b(?:is|are|am|be|been|being|was|were|will|would|shall|should|can|could|may|might"
    r"|do|does|did|has|have|had|to|going|plan|plans|expect|scheduled|isn't|aren't|won't|don't|doesn't"
    r"|didn't|wasn't|weren't|cannot|can't|not|never|no|longer|also|still|always|usually|normally"
    r"|typically|generally|now|currently|then|only|both|all|just|actually|already|even|stay|stays"
    r"|remain|remains|keep|keeps|officially|fully|regularly|proudly|instead|temporarily|once|next"
    r"|ourselves|itself|indeed|of\scourse|both|back|happily|gladly|definitely|certainly|we'd|open"
    r"|here|remaining|promptly|sadly|unfortunately|soon|early|daily|otherwise|unusually|its|our|the"
    r"|their|close|closes|opens|and|or|unlock|lock|hereby|ever|long|right|today|tonight|tomorrow)\b"
    r"|'re|'ll|'s|'ve|'d|n't))+\s*$"
)
_OURS = re.compile(
    rf"(?:\b(?:we|us|everyone|everybody|nobody|i|y'all|folks|ours)|\b{_PLACE_NOUN}"
    r"(?:\s(?:team|crew|staff))?)$"
)
_IT = re.compile(r"\b(?:it|they|both|which|that|this\sone|there)$")
_LINK = re.compile(
    r"(?:^|[,:;(\-\"]|\b(?:and|but|when|while|since|because|so|as|before|after|until|till|if|that|which"
    r"|yes|yep|yeah|no|sure|absolutely|correct|right|sorry|on|at|in|for|hi|hello|though|although"
    r"|where|who|than|or|except|also|please\snote|note|whenever|once|by|with|hours|fyi|ok|okay))\s*$"
)
_PHRASE_TAIL = re.compile(r"\s(?:at|in|on|near|by|off|of|downtown|over)\s(?:the\s)?[\w' .-]{2,30}$")

_OBJECT = (
    r"(?!\s+(?:an?\b(?!\s+(?:hour|half|few|little))|the\b(?!\s+(?:rest|whole|entire|day|holiday|week|same"
    r"|following|next|morning|friday|saturday|sunday|monday|tuesday|wednesday|thursday|\d))"
    r"|your|my|their|any\b(?!\s+(?:day|time|later|earlier))|new\b(?!\s+year)|accounts?|it\b|them|positions?"
    r"|boxe?s?|items?|enrol|wide|mind|question|issue|ticket|case|claim|order|package|bottle|product"
    r"|seating|air|concept|carry|bar\b|house|for\s(?:you|your|a|any|discussion|feedback|comments"
    r"|enrollment|registration|booking|bookings|questions|debate|new|applications)\b"
    r"|to\s(?!\d|noon|midnight|close|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|the\spublic|everyone|all\b|walk|members|guests|customers)|up\s(?!at|from|on|again|until|till|the\sdoors)"
    r"|with\s(?!regular|normal|reduced|special|limited|extended|shorter|holiday|modified|our|the)"
    r"|about|invitation|source|space|plan))"
)
_CLOSE_OBJECT = (
    r"(?!\s+(?:to\b(?!\s+the\spublic)|attention|your|an?\b|my|their|out\b|enough|friends?|match|proximity"
    r"|of\b(?!\sbusiness)|it\b|them\b|that\saccount|accounts?|tickets?|cases?|claims?|toed?|on\s(?:an?|your)"
    r"|the\s(?:account|ticket|case|claim|loan|deal|loop|sale|order|gap|line)|call|range|second"
    r"|contact|costs?|dates?|disclosures?|documents?|statement|process|this|these|any|loop|knit|-)|-)"
)
# Words for being open that do not say "open": serving, staffed, welcoming, "frying until two".
_RUNNING = (
    r"\b(?:welcom(?:e|es|ing)|serv(?:e|es|ing)|see(?:s|ing)?|host(?:s|ing)?|receiv(?:e|es|ing)"
    r"|tak(?:e|es|ing)|accept(?:s|ing)?|attend(?:s|ing)?\sto|assist(?:s|ing)?|help(?:s|ing)?|greet(?:s|ing)?)"
    r"\s(?:[\w-]+\s){0,2}?(?:guests?|customers?|clients?|patients?|visitors?|walk-?ins?|diners|shoppers"
    r"|families|patrons|folks|people)\b"
    r"|\b(?:staffed|manned|attended|in\soperation|in\sservice|up\sand\srunning|on\sduty|operat(?:e|es|ing)"
    r"|trading)\b(?!\s(?:by|with\sa))"
    r"|\b(?:offers?|offering|provides?|have|has|keeps?)\s(?:[a-z-]+\s){0,2}?(?:service|coverage)\b"
    r"|\b(?:find|catch)\sus\b(?!\son)|\b(?:keep|have|leave)\s(?:the|our)\slights\son\b"
    r"|(?:(?<=\bwe're\s)|(?<=\bwe\sare\s))(?!clos|mov|hold|expect|ship|call|wait|deliver|email|hop|look|plan|sort|process|go"
    r"|runn|work|send|aim|issu|mak|refund|kee|sav|giv|try|add|sett|schedul|book|offer|hav|com|be|do|tak"
    r"|mail|sorry|bring|prep|gett|extend|follow|check|review|investigat|end|stop|start|finish|launch"
    r"|charg|reduc|rais|chang|updat|ask|happ|tell|pass|post|hear|lov|excit|open|clean|renov|remodel)"
    r"[a-z]{2,}ing\b(?:\s(?!(?:until|till?|from|through|you|your|it|this|them|for|to)\b)[a-z]+){0,3}?"
    r"(?=\s(?:until|till?|'til|from|through)\s)"
)
_BE = (
    r"(?:be|is|are|am|been|being|stays?|remains?|keeps?|'re|'s|'m|was|were|only|still|not|n't|never"
    r"|also|always|usually|normally|now|currently|back)"
)
_NOT = (
    r"(?:\bnot|n't|\bnever|\bno\slonger|\bnor|\bneither|\bcannot|\bwithout|\bunable\sto)"
    r"(?:\s(?:be|usually|normally|currently|actually|yet|planning\sto|going\sto\sbe|going\sto|even"
    r"|always|regularly|generally|typically|scheduled\sto(?:\sbe)?|ever|have|been|be\sback|to\sbe))*\s*$"
)
_NEGATION = re.compile(_NOT)
_CUES: tuple[tuple[Cue, re.Pattern[str], bool], ...] = (
    (
        Cue.LAST,
        re.compile(
            r"\b(?:last|final|first|earliest|latest)\s(?:call|seating|seat|entry|admission|order|orders|booking|check-?in"
            r"|walk-?in|appointments?|service|slot|pour|cut|tee\stime)s?\b"
        ),
        False,
    ),
    (
        Cue.HOURS,
        re.compile(
            r"\b(?:(?:opening|business|store|regular|normal|usual|standard|holiday|weekend|weekday|lobby"
            r"|shop|spa|clinic|branch|restaurant|salon|office|special|reduced|extended|shortened|limited"
            r"|current|new|daily|operating|same|summer|winter|fall|spring|modified|ordinary|typical"
            r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|thanksgiving|christmas(?:\seve)?|our|the|its|their"
            r"|evening|morning|late|early|full|longer|shorter|posted|published|these|any|no|\w+'s)\s)+hours\b"
            r"|^\s*hours\b|\bhours\s(?:are|of|on|for|at|that|will|run|go|today|tonight|tomorrow|this|:|is)\b"
            r"|\bhours:|\b(?:opening|closing)\stimes?\b"
        ),
        False,
    ),
    (
        Cue.CLOSED,
        re.compile(
            rf"\b(?:closed|closure|shut(?!\s(?:off|down\s(?:the|your))|s|ting|ter)|shuttered"
            rf"|(?:(?:take|taking|have)\s(?:the\s)?|our\s)days?\soff|(?<=\bwe're\s)off|(?<=\bwe\sare\s)off"
            rf"|(?:take|takes|have|has)\s(?:an?|our|its)\s(?:[\w-]+\s)?break"
            rf"|no(?:body|\sone)\s(?:is|will\sbe)\s(?:here|in|at\sthe)|locked\sup){_CLOSE_OBJECT}\b"
        ),
        False,
    ),
    (
        Cue.CLOSE,
        re.compile(
            rf"\b(?:clos(?:e|es|ing)|shuts|shutting|locks?\sup|locking\sup|(?:shut|shuts|lock|locks|locking|clos(?:e|es|ing))"
            rf"\s(?:the|our|its|their)\s(?:doors?|gates?|shutters|lobby|shop|store)|doors?\s(?:will\s)?(?:shut|lock)s?"
            rf"|(?:wind|winds|winding)\sdown|finish(?:es)?(?:\sup)?(?=\s(?:at|by|around)\b)"
            rf"|(?:the|our)\s(?:day|shift)\sends|lights\s(?:go|are)\s(?:off|out)|lock\s(?:the|our)\sdoors"
            rf"|wraps?\sup|call\sit\sa\s(?:day|night)|turn\s(?:off|out)\s(?:the|our)\slights"
            rf"|head\shome)\b{_CLOSE_OBJECT}"
        ),
        True,
    ),
    (
        Cue.OPEN,
        re.compile(
            rf"(?:{_RUNNING}|\b(?:re-?)?open(?:s|ing)?\b(?!\stime){_OBJECT}|\bunlock(?:s|ing)?\b"
            r"|\b(?:we(?:'re|'ll\sbe|\sare|\swill\sbe|\sstay|'ll\sstay)|(?:team|staff|crew)\s(?:is|are|will\sbe))"
            r"\s(?:still\s|back\s|usually\s|always\s|normally\s|right\s|all\s)*"
            r"(?:here|around|available|on\ssite|in\sthe\s(?:store|shop|office|building))\b"
            r"(?!\sto\b|\sfor\syou)|\bdoors\s(?:are\s)?(?:open|unlock)\w*|\bback\s(?:in\sbusiness|at\sit))"
        ),
        False,
    ),
    (
        Cue.VISIT,
        re.compile(
            r"\b(?:see\syou|stop(?:ping)?\s(?:by|in)|(?:come|coming)\s(?:in|by|on\sin|over|see\sus|visit)"
            r"|drop(?:ping)?\s(?:by|in)|swing(?:ing)?\s(?:by|in)|pop(?:ping)?\s(?:by|in)"
            r"|(?<!your\s)(?<!the\s)(?<!last\s)(?<!this\s)(?<!next\s)(?<!first\s)(?<!each\s)(?<!a\s)(?<!per\s)"
            r"visit\s(?:us|the\s|our\s|any|on\b|between|before|after|until)|walk(?:ing)?[\s-]in(?!s)|join\sus"
            r"|head\s(?:on\s)?(?:over|in)|welcome\syou"
            r"|(?:shop|dine|eat|bank|train|browse|stay)\s(?:with|at)\s(?:us|our)|(?<=day\s)works\b(?!\s(?:with|like|by|out|on|hard))"
            r"|(?<=day\s)(?:is|would\sbe|sounds)\s(?:fine|perfect|great|good|wonderful|ok|okay)|get\shere|make\sit\s(?:in|here|over))\b"
        ),
        False,
    ),
)  # fmt: skip
_MOST_CUES = 250
_AGAIN = re.compile(r"\bre-?open|\b(?:again|next|back)\b")


def cues(norm: str, start: int, end: int) -> tuple[CueMention, ...]:
    """Return the cues in a span of normalised text, in order, never overlapping."""
    found: list[CueMention] = []
    for cue, pattern, verb in _CUES:
        for hit in pattern.finditer(norm, start, end):
            if any(hit.start() < other.end and other.start < hit.end() for other in found):
                continue
            found.append(_mention(norm, start, end, cue, hit, verb=verb))
            if len(found) > _MOST_CUES:
                raise TooDenseError(
                    "A sentence speaks of opening and closing too often to be read."
                )
    return tuple(sorted(found, key=lambda mention: mention.start))


def _mention(
    norm: str, start: int, end: int, cue: Cue, hit: re.Match[str], *, verb: bool
) -> CueMention:
    before = norm[max(start, hit.start() - 40) : hit.start()]
    around = norm[max(start, hit.start() - 12) : min(end, hit.end() + 12)]
    is_verb = verb
    if cue is Cue.OPEN and hit.group().startswith(("open", "re", "unlock", "doors")):
        is_verb = re.search(rf"{_BE}\s*$", before) is None
    return CueMention(
        cue,
        hit.start(),
        hit.end(),
        negated=_NEGATION.search(before) is not None,
        verb=is_verb,
        reopens=_AGAIN.search(around) is not None,
    )


_SUBJECT_REACH = 200  # characters before a cue that its subject may stand in


def is_ours(
    norm: str, start: int, position: int, names: Iterable[str], *, place_before: bool
) -> bool:
    """Say whether the hours at ``position`` are a location's own, by the subject before it.

    ``names`` are what locations are called; ``place_before`` says that the text before has
    spoken of a location, which *it* and *they* then stand for.
    """
    start = max(start, position - _SUBJECT_REACH)
    head = norm[start:position]
    for _ in range(4):
        shorter = _DAY_TAIL.sub("", _STRIP.sub("", head)).rstrip(" ,")
        if shorter == head:
            break
        head = shorter
    subject = re.split(r"[,;:(]|\b(?:and|but|so|because|when|while|since|before|after)\b", head)[-1]
    if not subject.strip():
        return _OTHER.search(norm[start:position]) is None
    if any(subject.endswith(name) for name in names):
        return _OTHER.search(subject) is None
    if _OURS.search(subject):
        return _OTHER.search(subject) is None
    if _IT.search(subject):
        return place_before and _OTHER.search(head) is None
    if _LINK.search(subject):
        return _OTHER.search(subject) is None
    without_tail = _PHRASE_TAIL.sub("", subject)
    return _OURS.search(without_tail) is not None and _OTHER.search(subject) is None


def speaks_of_other(norm: str, start: int, end: int) -> bool:
    """Say whether a span names something that has hours of its own, such as a phone line."""
    return _OTHER.search(norm, start, end) is not None


_DAY_TAIL = re.compile(
    r"(?:[\s,]*(?:\b(?:on|this|next|every|each|that|the|over|for|during|all)\s)*\b(?:(?:mon|tues|wednes"
    r"|thurs|fri|satur|sun)days?|(?:mon|tue|wed|thu|fri|sat)\b|weekdays?|weekends?|today|tonight"
    r"|tomorrow|(?:christmas|thanksgiving|new\syear's|easter|labor|memorial|veterans|independence)"
    r"(?:\s(?:day|eve))?|black\sfriday|holidays?|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\s\d{1,2}(?:st|nd|rd|th)?(?:,\s\d{4})?|\d{1,2}(?:st|nd|rd|th)"
    r"|morning|afternoon|evening|night|day|week)\b)+\s*$"
)
_SEPARATOR = re.compile(
    r"\s*(?:;|,(?!\d)|\s-+\s|\.\s|\b(?:and|but|while|whereas|though|although|then|so|yet|or"
    r"|except)\b)\s*"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence that makes one statement of hours; offsets count in ``norm``."""

    start: int
    end: int
    sentence: int
    sentence_start: int
    sentence_end: int


def segments(
    norm: str,
    index: int,
    sentence: Sentence,
    items: list[tuple[int, int]],
    day_spans: list[tuple[int, int]],
) -> list[Segment]:
    """Cut a sentence between its items (times and cues) so that each segment has its own days.

    Where several cuts are possible, days go to the time they stand beside: the first cut when the
    left part has named its days already, else the last one.
    """
    start, end = sentence.norm_start, sentence.norm_end
    cuts = [start]
    for (_, left), (right, _) in pairwise(items):
        places = [
            found
            for found in _SEPARATOR.finditer(norm, left, right)
            if not any(a < found.end() and found.start() < b for a, b in day_spans)
        ]
        if not places:
            continue
        named = any(cuts[-1] <= a < places[0].start() for a, _ in day_spans)
        cuts.append((places[0] if named else places[-1]).end())
    return [Segment(a, b, index, start, end) for a, b in zip(cuts, [*cuts[1:], end], strict=True)]
