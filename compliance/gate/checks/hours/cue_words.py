"""The words that speak of opening hours: one pattern per kind of cue; data, read by ``grammar``."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Cue(StrEnum):
    """What a word says about hours; decides how the time beside it is meant."""

    OPEN = "open"
    CLOSE = "close"
    CLOSED = "closed"
    VISIT = "visit"
    HOURS = "hours"
    LAST = "last"


class CuePattern(NamedTuple):
    """A pattern of a cue. ``hints``: one of these stands in every match, where any are given."""

    cue: Cue
    pattern: re.Pattern[str]
    verb: bool
    hints: tuple[str, ...]


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
    r"(?!\s+(?:to\b(?!\s+the\spublic)|attention|your|an?\b(?!\s(?:half|hour|few|bit|little|couple))|my|their|out\b|enough|friends?|match|proximity"
    r"|of\b(?!\sbusiness)|it\b|them\b|that\saccount|accounts?|tickets?|cases?|claims?|toed?|on\s(?:an?|your)"
    r"|the\s(?:account|ticket|case|claim|loan|deal|loop|sale|order|gap|line)|call|range|second"
    r"|contact|costs?|dates?|disclosures?|documents?|statement|process|this(?!\s(?:\w+day|week|weekend|morning|afternoon|evening|year)\b)|these|any(?!\s(?:earlier|later|sooner))|loop|knit|-)|-)"
)
# "Saturday at three suits us": agreement to the time or day that stands before it.
AGREES = (
    r"(?:works?|suits?(?:\s(?:us|me))?|(?:is|are|would\sbe|will\sbe|sounds|looks|'s)\s(?:just\s|absolutely\s|totally\s|all\s)?"
    r"(?:fine|perfect|great|good|wonderful|ok|okay|no\s(?:problem|trouble|bother)|possible|ideal|lovely|alright))"
)
_HOUR = (
    r"(?:\d[\d:]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight"
    r"|half|quarter)"
)
# Words for being open that do not say "open": serving, staffed, welcoming, "frying until two".
_RUNNING = (
    r"\b(?:welcom(?:e|es|ing)|serv(?:e|es|ing)|see(?:s|ing)?|host(?:s|ing)?|receiv(?:e|es|ing)"
    r"|tak(?:e|es|ing)|accept(?:s|ing)?|attend(?:s|ing)?\sto|assist(?:s|ing)?|help(?:s|ing)?|greet(?:s|ing)?)"
    r"\s(?:[\w-]+\s){0,2}?(?:guests?|customers?|clients?|patients?|visitors?|walk-?ins?|diners|shoppers"
    r"|families|patrons|folks|people)\b"
    r"|\b(?:staffed|manned|attended|in\soperation|in\sservice|up\sand\srunning|on\sduty|operat(?:e|es|ing)"
    r"|trading)\b(?!\s(?:by\s(?!\d|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven)|with\sa))"
    r"|\bready\sfor\s(?:you|customers|guests|visitors|business)(?=\s(?:at|from|by|until)\b)"
    r"|\b(?:offers?|offering|provides?|have|has|keeps?)\s(?:[a-z-]+\s){0,2}?(?:service|coverage)\b"
    r"|\b(?:there(?:'s|\sis|\swill\sbe|'ll\sbe)\s(?:always\s|still\s)?(?:someone|somebody|one\sof\sus)\s|(?:someone|somebody|anyone|one\sof\sus)\s(?:is|will\sbe)\s)(?:always\s|still\s)?(?:here|in\b|around|on\ssite"
    r"|at\s(?:the|our)\s(?:[\w-]+\s?){1,2})"
    r"|(?:(?<=\bwe're\s)|(?<=\bwe\sare\s)|(?<=\bwe'll\sbe\s)|(?<=\bwe\swill\sbe\s))(?:at|in|with\syou)\s(?:[\w'-]+\s){0,4}?"
    r"(?=(?:until|till?|'til|from|through)\b)"
    r"|\banswers?\sthe\sdoor\b|\b(?:is|are)\syours(?=\s(?:until|till?|from|between)\b)"
    rf"|(?:(?<=\bwe\s)|(?<=days\s)|(?<=week\s)|(?<=weekends\s))(?:runs?|go(?:es)?|keep\sgoing|carry\son|works?)"
    rf"(?=\s(?:on\s\w+\s|\w+days?\s|late,?\s)?(?:from|between|until|till?|'til|through|to)\s{_HOUR}|\s{_HOUR}\s?(?:[ap]\.?m\b\.?\s?)?(?:-|to|until|till?)\s?{_HOUR})"
    r"|\bserv(?:e|es|ing)(?=\s(?:on|until|till?|from|through|lunch|breakfast|dinner)\b)"
    r"|\bhand(?:s|ing)?\sout\s(?:orders|meals|food|keys)\b|\bworks?(?=\s(?:on\s)?(?:\w+days|weekdays?|weekends?|holidays)\b)"
    r"|\bpart\sof\sour\s(?:week|schedule|working\sweek)\b"
    r"|\b(?:have|'ve)\sbeen\s(?:here|in)(?=\ssince\b)"
    r"|\b(?:find|catch)\sus\b(?!\son)|\b(?:keep|have|leave)\s(?:the|our)\slights\son\b"
    r"|(?:(?<=\bwe're\s)|(?<=\bwe\sare\s))(?!clos|mov|hold|expect|ship|call|wait|deliver|email|hop|look|plan|sort|process|go"
    r"|runn|work|send|aim|issu|mak|refund|kee|sav|giv|try|add|sett|schedul|book|offer|hav|com|be|do|tak"
    r"|mail|sorry|bring|prep|gett|extend|follow|check|review|investigat|end|stop|start|finish|launch"
    r"|charg|reduc|rais|chang|updat|ask|happ|tell|pass|post|hear|lov|excit|open|clean|renov|remodel)"
    r"[a-z]{2,}ing\b(?:\s(?!(?:until|till?|from|through|you|your|it|this|them|for|to)\b)[a-z]+){0,3}?"
    r"(?=\s(?:until|till?|'til|from|through)\s)"
)
_PATTERNS: tuple[tuple[Cue, re.Pattern[str], bool], ...] = (
    (
        Cue.LAST,
        re.compile(
            r"\b(?:last|final|first|earliest|latest)\s(?:call|seating|seat|entry|admission|order|orders|booking|check-?in"
            r"|walk-?in|appointments?|service|slot|pour|cut|tee\stime)s?\b(?:\s(?:is|are)\s\w+(?:ed|en))?"
            r"|\b(?:our|the)\s(?:last|final|first|earliest|latest)\s(?!(?:train|bus|shuttle|ferry|flight|payment|class|show"
            r"|delivery|shipment|pickup|session|tour|lesson|workout|webinar|date|day|week|month|year|time|thing|one)\b)(?:[\w-]+\s){1,3}?(?:of\sthe\sday\s)?"
            r"(?:(?:on|this)\s\w+\s)?(?:is|are|goes|comes|starts|begins)(?:\s\w+(?:ed|en|in))?(?=\s(?:at|around|by)\b)"
            r"|\b(?:the\s)?(?:earliest|latest|soonest)\s(?:time\s|moment\s)?(?:you|we|anyone|anybody|people)\s(?:can|could|may)"
            r"\s\w+(?:\s(?:in|by|us|over|here))?\b"
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
            r"|evening|morning|late|early|full|longer|shorter|posted|published|these|any|no|\w+'s)\s){1,6}hours\b"
            r"|^\s*hours\b|(?<!\d\s)\bhours\s(?:are|of|on|for|at|that|will|run|go|today|tonight|tomorrow|this|:|is)\b"
            r"|\bhours:|\b(?:opening|closing)\s(?:times?|hour)\b|\bbusiness\sas\susual\b"
            r"|\ban?\s(?:normal|regular|working|full|ordinary|typical)\s(?:working\s|business\s)?\w*day\b(?!\s(?:of|rate|pass|price))"
            r"|\blike\s(?:any|every)\sother\s\w*day\b"
            r"|(?<!your\s)(?<!their\s)\b(?:regular|normal|usual|standard|ordinary|typical|everyday|same|weekday"
            r"|weekend)\s(?:opening\s|business\s|store\s|\w+day\s)?(?:schedule|timetable|routine)\b(?!\s(?:of|for)\b)"
            r"|\bnormal\s(?:opening|operations|business|trading)\b(?=\sresumes?)"
            r"|(?<=resume\s)normal\s(?:opening|operations|business|trading)\b"
            r"|(?<=to\s)normal\s(?:opening|operations|business|trading)\b"
        ),
        False,
    ),
    (
        Cue.CLOSED,
        re.compile(
            rf"\b(?:closed|closure|shut(?!\s(?:off|down\s(?:the|your)|(?:the|our|its)\s(?:doors?|gates?))|s|ting|ter)|shuttered"
            rf"|(?:(?:take|taking|have)\s(?:the\s)?|our\s)days?\soff|(?<=\bwe're\s)off|(?<=\bwe\sare\s)off"
            rf"|(?:take|takes|have|has)\s(?:an?|our|its)\s(?:[\w-]+\s)?break"
            rf"|no(?:body|\sone)\s(?:is|will\sbe|can\sbe)\s(?:here|in|at\sthe|around|on\ssite|there)"
            rf"|locked\sup"
            rf"|(?:giv(?:e|es|ing)|tak(?:e|es|ing)|hav(?:e|ing)|has|gets?)\s(?:[\w'-]+\s){{0,4}}?(?:\w*days?|eve|christmas"
            rf"|thanksgiving|easter|weekends?|holidays?|\d{{1,2}}(?:st|nd|rd|th))\soff"
            rf"|(?:(?<=\bwe\s)rest|(?<=\bare\s)resting|(?<='re\s)resting|rests)(?=\s(?:on|this|today|tomorrow|\w+day|[.,;!]))|(?:a\s)?days?\sof\srest"
            rf"|(?:(?<=\bis\s)|(?<=\bare\s)|(?<='s\s))an?\s(?:public\s|company\s|legal\s|bank\s)?holiday\s(?:for\s(?:us|our|the)|here)\b"
            rf"|(?:our|a)\s(?:weekly\s|usual\s|regular\s)?(?:rest|closing|closed)\sday"
            rf"|(?<=\bwe\s)skip(?=\s(?:on\s)?(?:\w+day|christmas|easter|new\syear|thanksgiving))"
            rf"|observ(?:e|es|ing)(?=\s(?:the\sholiday|\w+\sday|thanksgiving|christmas|easter))"
            rf"|no\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|holiday)\s(?:service|opening|visits|shift)"
            rf"|(?:is|are|be|'re|go|goes|going|stay|stays)\sdark(?=\s(?:on|for|over|all|the|this|that|today|tomorrow|through\w*|during|\w+day))"
            rf"|(?:at\shome|away)\swith\s(?:our|their)\s(?:own\s)?famil\w+|with\s(?:our|their)\s(?:own\s)?families"
            rf"|lunch\sbreak|midday\sbreak|siesta|(?:take|takes|taking|out\sto|breaks?\sfor|pauses?\sfor|stops?\sfor)\slunch"
            rf"){_CLOSE_OBJECT}(?!\w)"
        ),
        False,
    ),
    (
        Cue.CLOSED,
        re.compile(
            r"\bthere\s(?:is|will\sbe)\sno(?:body|\sone)\b"
            r"(?=\s(?:here|in|at|on|around|to\s(?:help|serve|assist|see|greet|take))\b)"
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
            rf"|wraps?\sup|calls?\sit\sa\s(?:day|night)|turn\s(?:off|out)\s(?:the|our)\slights"
            rf"|head\shome|clock(?:s|ing)?\sout|leaves?(?=\s(?:at|by|around)\b)|wraps?\s(?:things|it|the\sday)\sup"
            rf"|(?:shutters|gates|blinds)\s(?:come|go|roll)\sdown|shuts?(?:\sdown)?(?=\s(?:at|by|around)\b)"
            rf"|last\s(?:guests?|customers?|clients?|patients?|shoppers?)\s(?:leaves?|goe?s?)"
            rf"|(?:are|is|'re|be)\s(?:gone|out\sof\shere|off\sthe\sclock|(?:done|finished)(?=\sfor\sthe\s(?:day|night)))"
            rf"(?!\s(?:with|so|by\sthen|in))|ends?(?=\s(?:at|around)\b))\b{_CLOSE_OBJECT}"
        ),
        True,
    ),
    (
        Cue.OPEN,
        re.compile(
            r"\b(?:(?:start|begin)s?(?:\s(?:the|our)\s(?:day|week|shift|morning|evening))?|get(?:s)?\s(?:going|started)"
            r"|kicks?\soff|(?:lights|shutters|gates|bay\sdoors|doors)\s(?:come|go|roll|swing)\s(?:on|up|open)"
            r"|lets?\s(?:people|guests|customers|shoppers|members|everyone|you|folks)\sin"
            r"|(?<=are\s)back|(?<='re\s)back|(?<=be\s)back|(?<=\band\s)back|(?<=,\s)back|(?<=again\s)back|lights\son"
            r"|doors(?:\sare)?)"
            r"(?=\s(?:(?:on|this|next)\s)?(?:at|from|around|by|as\searly|on|in\sthe|early|tomorrow|\w+day|\d|one|two|three"
            r"|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)\b)"
        ),
        True,
    ),
    (
        Cue.OPEN,
        re.compile(
            rf"(?:{_RUNNING}|\b(?:re-?)?(?:opens?|(?<!\ban\s)(?<!\bone\s)(?<!\bany\s)(?<!\bour\s)(?<!\bnew\s)(?<!\bfirst\s)(?<!\bour\snext\s)(?<!\bonly\s)(?<!\banother\s)opening)\b(?!\s(?:time|date|plans?)\b){_OBJECT}|\bunlock(?:s|ing)?\b"
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
            r"|(?<!night\s)(?<!key\s)drop(?:ping)?\s(?:by|in)|swing(?:ing)?\s(?:by|in)|pop(?:ping)?\s(?:by|in)"
            r"|(?<!your\s)(?<!the\s)(?<!last\s)(?<!this\s)(?<!next\s)(?<!first\s)(?<!each\s)(?<!a\s)(?<!per\s)"
            r"visit\s(?:us|the\s|our\s|any|on\b|between|before|after|until)|walk(?:ing)?[\s-]in(?!s)|join\sus"
            r"|head\s(?:on\s)?(?:over|in)|welcome\syou|be\shere(?=\s(?:by|before|at|between|any)\b)"
            r"|you(?:\shave|'ve\sgot|'ve)(?=\s(?:until|till)\b)"
            r"|(?:shop|dine|eat|bank|train|browse|stay)\s(?:with|at)\s(?:us|our)|get\shere|make\sit\s(?:in|here|over)"
            r"|(?:pick\s(?:(?:it|them|this|that|(?:your|the)\s[\w-]+(?:\s[\w-]+)?)\s)?up|collect\s(?:it|them|your|the)|grab\s(?:it|them|your|the)"
            r"|drop\s(?:(?:it|them|him|her|(?:your|the)\s[\w-]+(?:\s[\w-]+)?)\s)?off"
            r"|bring\s(?:it|them|him|her|(?:your|the)\s[\w-]+(?:\s[\w-]+)?)\s(?:in|by|over)|come\s(?:at|to|from|around|as\searly|for|and\s(?:get|fetch|collect)|get)"
            r"|walk\sthrough\s(?:our|the)\sdoors?|walk\sin|(?:fit|squeeze)\syou\sin"
            r"|time\sto\s(?:visit|come|stop\s(?:in|by)|shop)|(?:work\sout|shop|eat|dine|train|swim|browse)\shere))\b"
            rf"|\b{AGREES}\b(?!\s(?:(?:best\s|well\s|fine\s)?for\s(?!us|me|that|you|a\b)|with\s|like|by|out|on|hard|to\s(?:know|hear)))"
        ),
        False,
    ),
)  # fmt: skip
# One of these stands in every match of the pattern, in the order above: looked for first.
_HINTS: tuple[tuple[str, ...], ...] = (
    ("last", "final", "first", "earliest", "latest"),
    (
        *("hours", "ing time", "ing hour", "schedule", "timetable", "usual", "normal", "regular"),
        "routine",
        *("full", "ordinary", "typical", "other", "working"),
    ),
    (
        *("clos", "shut", "off", "rest", "no one", "nobody", "dark", "observ", "famil", "break"),
        *("lunch", "locked", "siesta", "service", "opening", "visits", "shift", "holiday", "skip"),
    ),
    ("there",),
    (
        *("clos", "shut", "lock", "wind", "finish", "end", "lights", "wrap", "call it", "home"),
        *("leave", "gone", "done", "out of", "off the", "down", "last"),
    ),
    ("start", "begin", "get", "kick", "lights", "shutters", "gates", "doors", "let", "back"),
    (),
    (),
)
# Trying a pattern only where a word begins saves most of the time that reading takes.
CUES = tuple(
    CuePattern(cue, re.compile(rf"\b(?:{made.pattern})"), verb, hints)
    for (cue, made, verb), hints in zip(_PATTERNS, _HINTS, strict=True)
)
