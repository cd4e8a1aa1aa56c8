"""How a reply answers a question or goes on about what was named: "It's $25.", "Until noon."."""

from __future__ import annotations

import re

from compliance.gate.types import Unit

ANAPHOR = re.compile(
    r"\W*(?:(?:and|but|so|yes|no|sure|right now|currently),? )*(?:it|it's|its|that|that's|this|they"
    r"|they're|those|these|that one|this one)\b(?! (?:time|week|month|year|day|way|case))"
)
ANSWER = re.compile(
    r"\W*(?:(?:just|only|about|around|yes|sure|okay|up to|until|till|within|at least|for|it's|it is"
    r"|that's|that is|that would be|it would be|it'll be|currently|right now|you have|you've got"
    r"|you get|you will have|we give you|we allow|we ask for|we charge|we need|she|he"
    r"|they|(?:she|he"
    r"|they|you) (?:needs?|must|ha(?:s|ve))|\d|\$)\b|(?:one|two|three|four|five|six|seven"
    r"|eight|nine"
    r"|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|half|a) )"
)
_HOW_LONG = re.compile(
    r"\bhow (?:long|late|soon|early|far|many|much (?:time|notice))\b|\bwhen\b|\bdeadline\b"
    r"|\bwindow\b|\bgood for\b|\bexpire\b"
)
_HOW_MUCH = re.compile(
    r"\bhow much\b|\bfees?\b|\bcharged?\b|\bcosts?\b|\bpric(?:e|es|ing)\b|\bpay\b|\bpercent\b"
)
ASKS = {
    **dict.fromkeys((Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.MONTHS, Unit.YEARS), _HOW_LONG),
    **dict.fromkeys((Unit.MONEY, Unit.PERCENT), _HOW_MUCH),
    Unit.AGE: re.compile(r"\bhow old\b|\bages?\b"),
    Unit.COUNT: re.compile(r"\bhow many\b|\bminimum\b|\bmaximum\b|\blimit\b"),
}
TELL_US = re.compile(
    r"(?:^|[,;:-] |\b(?:and|then|just|please|to|simply) )(?:tell|call|write|ask|text|let) us\b"
)
YOU_SAID = re.compile(
    r"\byou(?:'ve| have| had)? (?:said|told|wrote|heard|read|saw|thought|mention\w*|asked|were)\b"
)
