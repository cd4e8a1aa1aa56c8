"""Values said without a number: nothing to pay, no limit, none at all, all of it.

"It's free", "take all the time you need", "no notice needed", "we keep everything": each is a
statement of a fee, a window, a notice or a share as much as an amount would be.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from compliance.gate.types import Unit

_MONEY_NOUN = (
    r"(?:fees?|charges?|costs?|penalt(?:y|ies)|surcharges?|payments?|deposits?|fine|price|expense|"
    r"holds?(?= on))"
)
_NOT = (
    r"(?:not|never|cannot|"
    r"(?:do|does|did|wo|would|ca|could|is|are|was|were|should|need|has|have)n't)"
)
_TRIFLE = r"(?:a |one |single |red )*(?:thing|cent|penny|dime|dollar|bit)"
# The concept of nothing to pay, by how it is said.
FREE: Final = re.compile(
    r"(?<![\w-])(?:"
    # it costs nothing by a quality of its own ("feel free" and "sugar-free" do not)
    r"(?<!feel )(?<!be )free(?: of (?:charge|cost))?(?! (?:to|from|time|slot|spot|day|table|room|"
    r"up|"
    r"on (?:mon|tue|wed|thu|fri|sat|sun|your|the|that)|stand|hand|bird)\b)(?!-)|"
    r"complimentary|gratis|cost-free|at our (?:own )?(?:expense|cost)|"
    # the business gives it or pays for it
    r"on (?:us|the house)(?! \w*web)|(?:our|a|as a) (?:treat|gift)(?! ?-?(?:card|certificate|wrap"
    r"|pass|receipt|order|item|box|bag|set|recipient))|"
    r"(?:we|we'll|we will|we always|we happily|we gladly) (?:pick up|absorb|eat|swallow|waive|forgo"
    r"|drop) (?:the|that|this|your|any|all|our|it)(?! \w+ (?:off|up))|"
    r"(?:is|are|be|gets?|always) waived|"
    r"(?:drop|bring|cut|tak|reduc|lower|knock|slash)\w* (?:[\w-]+ ){1,6}?to (?:zero|nothing|nil)|"
    # no such thing as a sum to pay
    rf"(?:no|without(?: an?y?| paying)?|zero|not charge an?y?) (?!longer)"
    rf"(?:[\w-]+ ){{0,3}}{_MONEY_NOUN}(?! (?:card|account|method|plan|history|more|increase))|"
    r"(?:at|for) (?:no|zero|not? any) (?:extra |additional |added )?(?:cost|charge|money)|"
    r"(?<!not )for nothing|"
    # nothing is what is paid
    r"(?:costs?|charges?|charged?|pays?|owes?|sets? you back|runs?)(?: you| us)? "
    rf"(?:nothing|zero|zilch|nada|not {_TRIFLE})|"
    rf"nothing (?:up[- ]?front|to pay|due|is due|is owed|will be charged|extra|more to pay)|"
    rf"{_NOT} (?:\w+ly |even )?(?:(?:ask(?: you)? for|take|need|require|want|have|collect|impose|"
    rf"add|"
    rf"there) )?(?:an?|any)(?: [\w-]+){{0,2}} (?:fees?|charges?|penalt(?:y|ies)|surcharges?|"
    rf"deposits?)|"
    # what would cost is not done
    rf"{_NOT} (?:\w+ly |ever |be |get )?(?:charg(?:e|ed|ing)|bill(?:ed)?|cost|pay|owe|"
    rf"have to pay)(?: (?:you|anyone|anybody|people|us))?(?: (?:anything|extra|{_TRIFLE}|for|"
    rf"an?y? (?:\w+ ){{0,2}}{_MONEY_NOUN}|either|at all|when|if|to|on|a)\b| [a-z]+(?=\W*$|"
    rf"\s*[.,;:!?])|(?=\W*$|\s*[.,;:!?]))"
    r")(?!\w)"
)
# No end, no most, no least: whatever the customer likes.
UNBOUNDED: Final = re.compile(
    r"(?<![\w-])(?:"
    r"no (?:(?:real|set|fixed|strict|hard|time|age|upper|particular) )*(?:limits?|deadlines?|"
    r"cut-?offs?|maximum|cap|time frame|end date|expir(?:y|ation)(?: date)?|rush|hurry)|"
    r"without (?:an?y? )?(?:time |upper )?(?:limit|deadline|end date|expir(?:y|ation)(?: date)?)|"
    r"unlimited|limitless|indefinitely|forever|for ?ever|for life|lifetime|open-ended|"
    r"(?:as|however) (?:long|many|much|late|often)(?: \w+){0,2}? (?:as )?(?:you|they|he|"
    r"she)(?:'d)? "
    r"(?:like|own|live|need|want|wish|please|care|choose|prefer)|"
    r"(?:any ?time|whenever|when)(?: at all)?(?: that| it| you(?:'d)?| is| your)* (?:like|want|"
    r"wish|"
    r"please|suits?|convenient|choose|works?|feel like|ready)(?: \w+)?|"
    r"whenever(?=\W*$|\s*[.,;:!?-])|at any (?:time|point)|any ?time(?! (?:between|during|from|"
    r"before|after|within|in the|up|on|"
    r"until|today|this|that|we|of day))|"
    r"no matter (?:when|how (?:long|late|many|old))|"
    r"(?:all|take) (?:the|your) time(?: in the world)?(?: you (?:need|like|want))?|"
    rf"{_NOT}(?: ever)? (?:\w+ly )?(?:expire|lapse|run out|go bad|end)s?|"
    r"(?:never|no) expires?"
    r")(?!\w)"
)
# Not even the shortest period: no notice, no grace, the very day.
_THE_EVENT = (
    r"(?:start|beginning|end|moment|minute|hour|day|morning|evening|night|last (?:minute|moment|"
    r"second)|very (?:last|end|start))"
)
NO_TIME: Final = re.compile(
    r"(?<![\w-])(?:"
    r"(?:no|without(?: an?y?)?|zero) (?:advance |prior |special |extra )?(?:notice|warning|grace|"
    r"leeway|waiting)(?: (?:period|time))?|"
    r"last[- ](?:minute|second)|that (?:very|same) (?:day|morning|minute)|"
    r"right up (?:to|until|till)(?! (?:\d|an?\b|one|two|three|half|"
    r"(?:the )?\w+ before))(?: \w+){1,2}|"
    rf"(?:right )?(?:up )?(?:until|till|to) the (?:very )?{_THE_EVENT}(?! before| prior)"
    r"(?: of| that| it| you| we|(?=\W*$|\s*[.,;:!?]))|"
    r"(?:the|that) (?:very )?(?:same )?(?:day|morning) (?:of|itself)|on the day itself|"
    r"at the (?:last|very last) (?:minute|moment|second)"
    r")(?!\w)"
)
# All of what a share is taken of.
ALL_OF_IT: Final = re.compile(
    r"(?<![\w-])(?:everything(?! (?:else|you|we|is|looks|will))|(?:all|every (?:cent|penny|bit|"
    r"dime|"
    r"dollar)) of (?:it|that|the (?:price|amount|cost|total|fee|money|deposit|booking|stay|"
    r"charge))|"
    r"(?:the |its |your )?(?:full|whole|entire|total) (?:\w+ )?(?:amount|price|cost|fee|rate|sum|"
    r"total|value|charge|booking|stay|visit|service|class|price of \w+)|in full)(?!\w)"
)
# A question's answer in a word: "Nothing at all.", "None.", "Not a cent."
BARE_NOTHING: Final = re.compile(
    rf"^\W*(?:(?:oh|well|just|actually|absolutely|that's|it's|there's|there (?:is|are)|no|we have|"
    rf"you (?:pay|owe)),? )*(?:nothing|none|zero|nil"
    rf"|not {_TRIFLE}|not any|no(?:thing)? at all|(?:there|it) isn't (?:one|any|a \w+))"
    r"(?: at all| whatsoever| extra| more| required| needed| necessary| due)?"
    r"(?=\W*$|\s*[.,;:!?-]| for\b| to\b)"
)
# "Never.", to when something expires or ends.
BARE_NEVER: Final = re.compile(
    r"^\W*(?:(?:it|they|that|these|those|ours|oh|well|actually),? )*(?:never|(?:it|they|that|these|"
    r"those) (?:doesn't|don't|won't|never (?:do|does|will)))(?=\W*$|\s*[.,;:!?-])"
)


class Extent(StrEnum):
    """A value said without a number."""

    NOTHING_TO_PAY = "nothing to pay"
    UNBOUNDED = "no limit"
    NO_TIME = "no time at all"
    ALL = "all of it"


PERIODS: Final = frozenset({Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.MONTHS, Unit.YEARS})
SUMS: Final = frozenset({Unit.MONEY, Unit.PERCENT})
# Words that speak of a limit's own kind: only these units can be said this way.
SAID_OF: Final[dict[Extent, tuple[re.Pattern[str], frozenset[Unit]]]] = {
    Extent.NOTHING_TO_PAY: (FREE, SUMS),
    Extent.UNBOUNDED: (UNBOUNDED, frozenset({*PERIODS, Unit.COUNT, Unit.AGE})),
    Extent.NO_TIME: (NO_TIME, PERIODS),
    Extent.ALL: (ALL_OF_IT, frozenset({Unit.PERCENT})),
}


def holds(extent: Extent, value: float) -> bool:
    """Say whether a number is what the extent says: nothing, all, or no limit (never a number)."""
    if extent is Extent.ALL:
        return value >= 100
    return value == 0 and extent is not Extent.UNBOUNDED
