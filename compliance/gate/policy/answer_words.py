"""How a reply answers a yes-or-no question: yes, no, welcome news or bad news; data."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final


class Says(Enum):
    """What a reply's opening words answer."""

    YES = "yes"
    NO = "no"
    WELCOME = "welcome news"
    UNWELCOME = "bad news"


GREETING: Final = re.compile(
    r"^\W*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks?|thank you)\b[^.!?]*"
    r"|(?:(?:great|good|fair|excellent) question)[.!,]*|[a-z'-]+,)\s*$"
)
LEAD: Final = re.compile(
    r"\W*(?:(?:(?:hi|hello|hey|dear)(?: [a-z'-]+){1,2}|thanks? (?:you )?for [a-z ]{2,40}|oh|well|"
    r"why"
    r"|hm+|(?:great|good|fair) question|honestly|to be honest)[,!.:-]+ ?)*"
)
_ENDS = r"(?: do)?(?: (?:one|any|either|so|that|it|this))?(?=\W*$|\s*[.,;:!?]|\s-|\s*\()"
_SUBJECT = r"(?:we|you|they|it|he|she|that|this|those|these|there|i|one)"
_HOW = r"(?:[a-z]+ly |sure |still |always |just |both |all )?"
_AUX = r"(?:do|does|can|will|would|is|are|may|could|might|should|must|have|has)"
_NEG_AUX = (
    r"(?:don't|doesn't|can't|cannot|won't|wouldn't|aren't|isn't|shouldn't|needn't|haven't|hasn't|"
    r"(?:do|does|can|will|would|are|is|may|need|have) not|'re not|'s not|'m not)"
)
# Tried in turn at the start of the answer; the first that fits says what it is.
FORMS: Final[tuple[tuple[Says, re.Pattern[str]], ...]] = tuple(
    (says, re.compile(rf"\W*(?:{words})"))
    for says, words in (
        (
            Says.WELCOME,
            (
                r"(?:that's |that is |it's |it is |we have |i have )?(?:no|not a|"
                r"never a) (?:problem|"
                r"worries|worry|trouble|issue|bother|big deal|sweat)\b|don't worry\b|"
                r"no need\b"
            ),
        ),
        (
            Says.NO,
            (
                r"(?:oh |and |but |so |(?:i'm |we're )?(?:sorry|afraid)[,]? (?:but )?|sadly,? |"
                r"unfortunately,? |of course |certainly |absolutely |definitely |probably )*"
                r"(?:nope|nah|never|none|neither|not\b(?! (?:only|to worry))|no\b(?! \w+ (?:is|"
                r"are) "
                r"(?:needed|required)))"
            ),
        ),
        (Says.NO, r"(?:we|i)(?:'re| are|'m| am) (?:not|unable)\b"),
        (Says.NO, rf"{_SUBJECT} ?{_HOW}{_NEG_AUX}(?: (?:have|need) to)?{_ENDS}"),
        (
            Says.NO,
            (
                r"(?:that|this|it)(?:'s| is) not (?:\w+ly )?(?:possible|allowed|permitted|an "
                r"option|available|something|on offer|the case)\b"
            ),
        ),
        (
            Says.NO,
            (
                r"(?:that|this|it) (?:isn't|wouldn't be|won't be) (?:\w+ly )?(?:possible|"
                r"allowed|permitted|an option|available|something|on offer|the case)\b"
            ),
        ),
        (
            Says.YES,
            (
                r"(?:yes|yep|yeah|yup|yes indeed|absolutely|certainly|definitely|indeed|correct|"
                r"fully|"
                r"entirely|in full|always|naturally|affirmative|you bet|by all means|"
                r"that's right|exactly|"
                r"unfortunately,? yes|sadly,? yes|(?:i'm |we're )?afraid so)\b"
            ),
        ),
        (Says.YES, r"(?:sure|of course)\b(?! \w+ (?:is|are) not)"),
        (Says.YES, rf"{_SUBJECT}(?:'re|'s)? ?{_HOW}{_AUX}(?: indeed| so)?{_ENDS}"),
        (
            Says.WELCOME,
            (
                r"(?:we'd|we would|i'd|we'll|we are|we're|i'm|always|more than|only too| |be)*"
                r"(?:happy|glad|delighted|pleased|love) to\b|(?:gladly|happily)\b|with pleasure\b|"
                r"my pleasure\b|"
                r"(?:please )?(?:go (?:right |straight )?ahead|be (?:my|our) guest|feel free|"
                r"help yourself"
                r"|do\b(?! not))|"
                r"(?:that's |that is |it's |it is |that would be |that will be |"
                r"that'll be )?(?:totally |"
                r"perfectly |absolutely |completely |quite |all |just |always |more than |very )*"
                r"(?:fine|ok|okay|alright|all right|welcome|possible|allowed|good)\b|"
                r"you(?:'re| are) (?:\w+ )*(?:welcome|free|good|all set|fine) ?(?:to\b)?|"
                r"(?:any|every) (?:cent|penny|dollar|bit|time)\b|come (?:on )?(?:any ?time|in|by|"
                r"over)\b|"
                r"(?:just |please )?bring (?:it|them|him|her|one|yours)\b"
            ),
        ),
        (
            Says.UNWELCOME,
            (
                r"(?:i'm |we're |i am |we are )?(?:so |very |really |truly )?(?:sorry|afraid|"
                r"apolog\w+|"
                r"regret)\b(?! (?:about|for|to|that|you)\b)|(?:unfortunately|sadly|regrettably|"
                r"alas)\b|(?:that's |"
                r"it's )?(?:out of the "
                r"question|off the table|impossible)\b"
            ),
        ),
    )
)
EXCEPTED: Final = re.compile(
    r"\b(?:but|unless|if|except|only|depend\w*|when|as long as|provided|until|before|after|as soon"
    r"|let me|i'll (?:check|find|look|ask)|check (?:on|with|for)|look into|find out)\b"
)
TWOFOLD: Final = re.compile(r"\band\b")
WITHOUT: Final = re.compile(r"\b(?:without|no|don't have|lost|lose|forgot)(?: [\w']+){0,2} $")
DISCOUNTED: Final = re.compile(r"\b(?:discount\w*|off|cheaper|less|sav\w+|deals?|reduc\w+)\b")
COSTS: Final = re.compile(
    r"\b(?:fees?|charg\w*|costs?|pay(?:ing)?|penalt\w+|owe|surcharge|extra|price|bill\w*)\b"
)
EXISTS: Final = re.compile(r"\b(?:is there|are there|do you (?:have|give|offer|allow|need)|any)\b")
LIMITS: Final = re.compile(r"\b(?:grace|limit|deadline|minimum|maximum|cut-?off|restriction)\b")
# A sum is asked about by the name of what it is for: "Is there a deposit?"
IS_DUE: Final = re.compile(
    r"\b(?:is there|are there|any|do you (?:need|have|charge|require|take|ask)|do (?:i|"
    r"we) (?:need|have)|"
    r"(?:is|are) [\w ]{3,40} (?:needed|required|due|necessary))\b"
)
MAY: Final = re.compile(
    r"\b(?:can|may|could|am i|are we|is it|still|allowed|possible|okay|ok|will you|would you|"
    r"do you)\b"
)
ENDS_SOME_DAY: Final = re.compile(r"\b(?:expire|run out|lapse|end|go bad)\b")
