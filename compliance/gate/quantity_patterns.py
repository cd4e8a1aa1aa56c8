"""How amounts are written: one pattern per kind of quantity; data, read by ``quantities``."""

from __future__ import annotations

import re

from compliance.gate.numerals import NUMBER

_N = NUMBER
_LOW = rf"(?:(?P<n>{_N})(?:(?<=\d)\s?-\s?|\s(?:to|or)\s))?"
_TIME_UNITS = r"(?:minute|min|hour|hr|day|night|week|fortnight|month|mo|year|yr)"
_KIND = r"(?:(?:full|whole|business|working|calendar|consecutive|straight|short)[- ])?"
_OTHER_UNIT = (
    r"\d%:]|\s?(?:a\.?m\b|p\.?m\b|percent|dollars|bucks|days?|weeks?|months?|hours?|minutes?|"
    r"o'clock)"
)
_SHARES = (
    r"half|(?:an? |one[- ])?quarter|three[- ]quarters|(?:an?|one)[- ](?:third|fourth|fifth|tenth)"
    r"|two[- ](?:thirds|fifths)|three[- ](?:fourths|fifths)"
)
# name, what a text must hold at all (a cheap look before the costly one), how it is written, and
# whether it starts with a number, so that only the numbers of a text need be tried
PATTERNS: tuple[tuple[str, re.Pattern[str], re.Pattern[str], bool], ...] = tuple(
    (
        name,
        re.compile(needs),
        re.compile("".join(pattern)),
        "".join(pattern).startswith((_LOW, rf"(?P<m>{_N})")),
    )
    for name, needs, pattern in (
        (
            "money",
            r"\$",
            (
                rf"(?:us)?\$\s?(?P<n>{_N})(?P<k>k\b)?",
                rf"(?:(?:\s?-\s?|\s(?:to|or)\s)\$?(?P<m>{_N}))?(?![\d%])",
            ),
        ),
        (
            "money",
            r"dollar|buck|usd|cents?\b",
            (
                _LOW,
                (
                    rf"(?:(?P<m>{_N})[- ]?(?P<u>dollars?|bucks?|usd|cents?)|(?P<one>an? (?:dollar|"
                    rf"buck)))"
                ),
                (
                    rf"\b(?: (?:and )?(?P<rest>{_N})(?: cents?)?(?=\W*$|\s*[.,;:!?)]| (?:a|an|per|"
                    rf"for|on|each)\b))?"
                ),
            ),
        ),
        (
            "percent",
            r"%|percent|per cent|pct",
            (_LOW, rf"(?P<m>{_N})(?:\s?%|[- ]?(?:percent|per cent|pct)\b)"),
        ),
        (
            "of a dollar",
            r"dollar",
            (
                rf"\b(?:an? (?P<coin>penny|nickel|dime|quarter)|(?P<cents>{_N}) cents?)",
                r" (?:of|on|out of|in|per|for|from) (?:(?:every|each|the|a|any|your) )?dollar\b",
            ),
        ),
        (
            "duration",
            _TIME_UNITS,
            (
                _LOW,
                rf"(?P<m>{_N})[- ]?{_KIND}(?P<u>{_TIME_UNITS})s?\b",
                r"(?P<half> and a half)?(?!\s+(?:old|of age)|-old)",
            ),
        ),
        ("duration", r"\d\s?[hd]\b", (r"\b(?P<m>\d+)\s?(?P<u>h|d)\b",)),
        (
            "duration",
            _TIME_UNITS,
            (
                rf"\b(?P<m>an?|one|the|that|another)[- ]{_KIND}(?P<u>{_TIME_UNITS})",
                r"(?P<half> and a half)?\b",
            ),
        ),
        (
            "duration",
            r"\bhalf",
            (r"\b(?P<m>half)[- ](?:an? |the )?(?P<u>hour|day|week|month|year)\b",),
        ),
        ("duration", r"quarter of", (r"\b(?P<m>quarter) of an? (?P<u>hour)\b",)),
        (
            "same day",
            r"same[- ]|day (?:of|you)",
            (
                r"\bsame[- ](?:business[- ])?day\b",
                r"|\bday (?:of (?:purchase|sale)|you (?:buy|bought|order|ordered|pay|paid))\b",
            ),
        ),
        (
            "day before",
            r"before|prior|ahead",
            (
                r"\bthe (?P<when>day|night|evening|morning|afternoon|week|month)",
                r" (?:before|prior|ahead)(?=\s*(?:[.,;:!?)]|$|you\b|your\b",
                r"|we\b|and\b|is\b|if\b|when\b|to (?:your|the)\b",
                r"|arriv|check|(?:the|a|any) (?!holiday|weekend",
                r"|fourth|new|super|following)[a-z]+))",
            ),
        ),
        (
            "age",
            r"\+|old|\bage|over|\bup\b|above",
            (
                rf"(?P<m>{_N})(?:\s?\+|\s?(?:and|or) (?:over|up|older|above)\b",
                r"|[- ]years?[- ](?:old|of age)s?\b|[- ]year[- ]olds?\b)",
            ),
        ),
        (
            "age",
            r"\bage|must|need|\bha(?:s|ve) to|should|under|over|below|from",
            (
                r"\b(?:age[sd]?(?: of| is| limit is)?|under the age of",
                r"|(?:must|need to|needs to|has to|have to|should) be(?: at least| over)?",
                r"|(?:anyone|anybody|everyone|guests?|clients?|patients?|members?|drivers?",
                r"|children|minors|kids|those|people|teens?|teenagers|players?|students?)",
                r" (?:under|over|below|aged?|(?:from|as young as)(?= \w+(?:-\w+)? (?:may",
                r"|can|are|is|up",
                r"|on|and|years|must|need)\b))(?: the age of| age)?",
                r"|(?:teens?|teenagers|children|kids) from(?: the age of)?)",
                rf" (?P<m>{_N})(?![{_OTHER_UNIT})(?!\s+(?!(?:is|was|has)\b)[a-z]{{2,}}s\b)",
            ),
        ),
        (
            "fraction",
            r"half|quarter|third|fourth|fifth|tenth",
            (
                rf"\b(?P<f>{_SHARES})(?=\s+(?:of|off|the|your|our|that|its|price|up[- ]?front|down",
                r"|back|in advance|is|will|at|for)\b|[- ]price|\s*(?:[.,;:!?)]|$))",
                r"(?!\s+(?:past|to|an?|of an|dozen)\b)",
                (
                    r"|\b(?P<halved>(?:cut|slashed?|reduced?|drops?) (?:[\w']+ ){0,3}(?:in|"
                    r"by) half|"
                    r"halved)\b"
                ),
            ),
        ),
        (
            "full",
            r"full|whole|entire|doubl|twice",
            (
                r"\b(?:charged|billed|pay|paid|payable|due|owe|owed) ",
                r"(?:for )?(?:in full|the (?:full|whole|entire) \w+)",
                r"|\bfull (?:charge|price|fee|rate|cost|service price|amount)\b",
                r"|\b(?:whole|entire) (?:charge|price|fee|amount|cost)\b",
                (
                    r"|\bdoubl(?:es?|ed)(?=\W*$|\s*[.,;:!?]| (?:the|your|our) (?:rate|price|fee|"
                    r"cost|charge))"
                ),
                r"|\btwice the (?:\w+ )?(?:rate|price|fee|cost|charge)\b",
            ),
        ),
    )
)
COUNTED = re.compile(
    rf"(?P<m>{_N})(?:\s?(?:-|to)\s?(?P<x>\d+))?[- ]"
    r"(?P<u>(?!percent|per cent|dollars?|bucks|cents?|a\.?m|p\.?m"
    r"|(?:and|or|to|of|in|on|for|off|is|at)\b"
    rf"|{_TIME_UNITS}s?\b)[a-z]+)"
)
