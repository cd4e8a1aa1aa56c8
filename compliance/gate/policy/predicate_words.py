"""What affirms and what denies that something is so; data, read by ``predicates``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a text affirms something, and how it denies it without a negation.

    A ``strict`` one is spoken of only by its own words: asking about a receipt does not ask
    whether it is required. One that ``permits`` is also affirmed by letting somebody use
    the thing; ``asked_against`` is how a question puts the opposite ("is it extra?").
    """

    affirms: re.Pattern[str]
    denies: re.Pattern[str]
    strict: bool = False
    permits: bool = False
    asked_against: re.Pattern[str] = re.compile(r"(?!)")


def _predicate(
    affirms: str,
    denies: str = r"(?!)",
    *,
    strict: bool = False,
    permits: bool = False,
    asked_against: str = r"(?!)",
) -> Predicate:
    return Predicate(
        re.compile(rf"(?<![\w-])(?:{affirms})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{denies})(?!\w)"),
        strict,
        permits,
        re.compile(rf"(?<!\w)(?:{asked_against})(?!\w)"),
    )


# The customer is the one who decides.
_BY_CHOICE = (
    r"(?:entirely |completely |totally |left |just )*up to (?:you|each \w+|the \w+)|optional|"
    r"voluntary|"
    r"your (?:own )?(?:choice|call|decision)|(?:if|as) you (?:like|want|wish|prefer|choose)|"
    r"(?:at )?(?:your |the \w+'s )?(?:own )?discretion\w*|a matter of choice"
)
_REQUIRED = _predicate(
    (
        r"need(?:s|ed)?|requir\w+|by [a-z]+ only|only by|must|have to|has to|necessary|mandatory|"
        r"insist\w*|only with|compulsory|essential|obligatory|"
        r"(?:do |always |will )?ask(?:s|ed)? (?:\w+ )?(?:for|to (?:see|bring|sign|carry|show|have|"
        r"provide|present|take out|fill|hold|get))"
    ),
    (
        rf"{_BY_CHOICE}|(?:fine|okay|ok|no problem|welcome) without|(?:with or|"
        r"even) without|or without|without (?:a |the |your |"
        r"any )?(?:\w+ ){1,3}(?:is|are) (?:fine|ok|okay|no problem|welcome)|"
        r"not strictly|(?:lost|missing) receipts? (?:is|are) (?:fine|ok|okay|no problem)"
    ),
    strict=True,
)
_INCLUDED = _predicate(
    (
        r"includ\w+|already (?:added|in|covered|part)|built in(?:to)?|comes? with|come as part|"
        r"automatically add(?:ed|s)?|added automatically|add(?:s|ed)?(?: \w+){0,6} automatically|"
        r"part of (?:the|your|our|every|each|any)|cover(?:s|ed)?|complimentary|free(?! to)|"
        r"(?:is|are|we|gets?|be) (?:\w+ )?(?:provided?|supplied|supply|thrown in|taken care of)|"
        r"throw in|on us|on the house|(?:already )?in (?:the (?:price|bill|total|rate)|there)|"
        r"(?:at|for) no (?:extra|additional|added|further) (?:cost|charge|fee)|"
        r"(?:without|no) (?:extra|additional) (?:cost|charge|fee)|we've got"
    ),
    (
        r"not included|(?:is|are|be|cost\w*|pay\w*|charg\w+|billed?) (?:an? )?extra"
        r"(?! (?:nice|long|care))|separate(?:ly)?|(?:an )?additional (?:fee|charge|cost|item)|"
        r"on top(?! of that)|optional|"
        r"discretion\w*|(?:left |entirely )?up to you|excluded|(?:entirely |"
        r"always )?appreciated|excludes|(?:bring|pack|buy|rent|purchase|provide|need) (?:\w+ )?"
        r"your own|(?:is|are|be) (?:billed|charged|sold)|an add-?on|costs?(?= extra| more)|"
        r"coin[- ]operated"
    ),
    strict=True,
    asked_against=r"extra|separately|costs?|charged?|pay|(?:bring|buy|rent|pack)(?: \w+){1,3}",
)
_ACCEPTED_WORDS = (
    (
        r"accept\w*|allow\w*|welcom\w*|tak(?:e|es|ing)|permit\w*|okay|ok|fine|works?|"
        r"(?:can|may)(?: (?:also|still|always|just|certainly|absolutely|not))*"
        r" (?:come|stay|join|bring|pay|use|visit|walk|pass|give|take|accept|transfer|drop|enter|"
        r"be (?:accepted|used|brought|taken|transferred|given|passed|added))|"
        r"(?:bring|use)(?= (?:\w+ )?(?:exact|cash|coins|change|your|whatever|whichever|any))|"
        r"pay(?:ing)? (?:in|with)|friendly|no (?:problem|issue|trouble|objection)s?|not a problem|"
        r"(?:are |be )?happy to (?:have|see|take|welcome)|bring (?:it|them|him|her|one|yours)|"
        r"(?:just|simply|straight|right) (?:walk|drop|stop|come|pop) in|"
        r"no (?:appointment|booking|reservation)s?(?: (?:is |are )?(?:needed|necessary|required))?"
    ),
    (
        r"prohibit\w*|ban(?:s|ned)?|credit[- ]only|only (?:take |"
        r"accept |use )(?:cards?|plastic|contactless|mobile)|(?:cards?|plastic"
        r"|contactless)[- ]only|"
        r"cards?(?:,? (?:and|or|&) [\w ]{3,18}) only|cashless|not (?:allowed|permitted|accepted)|"
        r"off (?:limits|the table)|forbid\w*|forbidden|out of the question|against (?:the|our) \w+|"
        r"[a-z]+-free (?:property|zone|hotel|house|home|building)|"
        r"an? [a-z]+-free [a-z]+|leave \w+(?: \w+)? (?:at )?(?:home|outside)|"
        r"(?:stay|remain|be left) (?:at )?(?:home|outside)|no-[a-z]+ (?:rule|policy)|"
        r"appointments?[- ](?:is |are )?(?:only|required|needed)|by appointment only|"
        r"(?:need|require)s? (?:an |a )?(?:appointment|booking|reservation)"
    ),
)
_ACCEPTED = _predicate(*_ACCEPTED_WORDS, permits=True)
_REFUNDABLE = _predicate(
    (
        r"refundable|(?:can|will|may|are|is|be|get|gets|gladly|happily|happy to|"
        r"able to|we'll|eligible for a?) ?(?:be )?(?:fully )?refund\w*|money back|"
        r"cash (?:them|it) in|refund (?:the|your|any|you|unused|it|them)|we (?:\w+ )?refund \w+|"
        r"refunds? (?:on|for|of)|(?:and|also) refund\w*|"
        r"(?:get|have|give|receive|return|hand|pay|see|send|put)s?(?: [\w']+){1,9} back|"
        r"goe?s? back to (?:you|your)|paid back|"
        r"(?:return|release)s? (?:the|your)|"
        r"(?:is|are|be|gets?|isn't|aren't) (?:\w+ )?returned"
    ),
    (
        r"non-?refundable|no refunds?|(?:we|we'll|we will|is|are|be|gets?) (?:\w+ )?(?:keep|kept|"
        r"retain(?:ed)?)|(?:you|you'll|you will|you'd|is|are|be) (?:lose|lost|forfeit(?:ed)?)|"
        r"forfeited"
    ),
    asked_against=r"lost|lose|forfeit\w*|keep|kept|gone",
)
# What lets somebody do something with the thing that is named after it.
PERMITS = re.compile(
    r"\b(?:(?:can|may|could|are free to|feel free to|(?:are |be |"
    r"you're )?(?:more than )?welcome to|"
    r"go (?:right )?ahead and|let you|lets you|(?:happy|glad|pleased|delighted|love) to)"
    r"(?: (?:also|still|always|just|certainly|gladly))* ?"
    r"(?!call|ask|e?-?mail|contact|check|tell|find|see|let|help|leave|not|be|only|look|read|offer)"
    r"(?:[a-z]+)?|^\W*(?:please |just |simply |yes, |sure, )*(?:bring|use|enjoy|light|have|take|"
    r"pay))"
    r"(?: \w+){0,3} ?$"
)
_OFFERED_WORDS = (
    r"offer\w*|available|can|will|happy to|glad(?:ly)?(?: to)?|we'll|i'll|do|"
    r"does|have|provide\w*|honou?r\w*|sure|absolutely|yes"
)
OFFERED = _predicate(_OFFERED_WORDS)
_CREDITED = _predicate(
    (
        r"credit\w*|appl(?:y|ies|ied)|(?:goes|go|counts?|put|counted) toward\w*|"
        r"deduct\w*|comes? off|taken off|subtract\w*|takes? (?:\w+ ){1,4}off"
    ),
    r"non-?refundable|separate(?:ly)?|on top|in addition|extra",
)
_FREE = _predicate(
    r"free|no (?:extra )?(?:charge|cost|fee)|complimentary|without charge|on us|costs? nothing",
    r"\$\s?\d[\d.,]*|(?:for )?a (?:small )?fee|costs?|charged|paid|"
    r"(?<!no )(?<!without )(?<!of )(?<!extra )charges?(?! nothing)|"
    r"(?:keep|take)s? (?:a |an )?(?:\d|\w+ percent|cut|share)",
)
_PARTICIPATES = _predicate(
    (
        r"participat\w*|tak(?:e|es|ing) part|part of|earn\w*|redeem\w*|use|"
        r"collect\w*|honou?r\w*|accept\w*|scan|works?|counts?|valid|active|"
        r"(?:adds?|added|puts?|gives?|gets?|brings?)(?= (?:\w+ ){0,2}(?:points?|credit|rewards))|"
        r"credit\w*|rack up|join\w*"
    ),
    r"opted out|outside (?:of )?the|unable to|sits? out",
)
BY_ROLE: dict[str, Predicate] = {
    **dict.fromkeys(("required", "requires", "require"), _REQUIRED),
    **dict.fromkeys(("included", "covered"), _INCLUDED),
    **dict.fromkeys(
        ("accepted", "accepts", "accept", "allowed", "allow", "allows", "welcome", "permitted",
         "transferable"), _ACCEPTED),
    **dict.fromkeys(("refundable", "refunded"), _REFUNDABLE),
    **dict.fromkeys(("offered", "available"), OFFERED),
    "credited": _CREDITED,
    "free": _FREE,
    **dict.fromkeys(("participates", "participate"), _PARTICIPATES),
}  # fmt: skip


# A key that ends in the thing itself ("walk_ins", "overnight_docking"): it is done or let be done.
_LET = _predicate(
    rf"{_OFFERED_WORDS}|possible|{_ACCEPTED_WORDS[0]}",
    _ACCEPTED_WORDS[1],
    permits=True,
)


def predicate_of(roles: tuple[str, ...]) -> Predicate:
    """Return how the last words of a yes-or-no key are affirmed and denied."""
    known = next((BY_ROLE[role] for role in roles if role in BY_ROLE), None)
    if known is not None:
        return known
    done = next((role for role in roles if role.endswith(("ed", "able", "ible"))), "")
    return _done(done) if done else _LET


@lru_cache(maxsize=1024)
def _done(participle: str) -> Predicate:
    """Return the predicate of a verb that a key ends in: "admitted", "cancellable"."""
    stem = re.sub(r"(?:(.)\1)?(?:ed|able|ible)$", r"\1", participle)
    return _predicate(
        rf"{re.escape(stem)}\w*|{_ACCEPTED_WORDS[0]}|offer\w*|available|provide\w*",
        rf"(?:non-?|un|in){re.escape(stem)}\w*|{_ACCEPTED_WORDS[1]}",
        permits=True,
    )


# What speaks of a thing as done here: enough for a term whose value says that it is not.
DONE = _predicate(
    r"can|will|we'll|i'll|happy to|glad(?:ly)?(?: to)?|do|are able to|would|"
    r"offer\w*|match\w*|refund (?:the|your|you|it)|get|receive|full refund|"
    r"sure|absolutely|yes|always|we'd|entitled|eligible|honou?r\w*|beat|"
    r"issue\w*|give\w*"
)
FEE_DUE = _predicate(
    (
        r"charg\w*|fees?|applies|apply|pay|costs?|requir\w+|need(?:s|ed)?|ask(?:s|"
        r"ed)? for|take[ns]?|deduct\w*|collect\w*|holds?"
    ),
)
ANY_AGE = re.compile(
    r"\bno (?:minimum )?age (?:limit|requirement|restriction|minimum)|\bno minimum age\b"
    r"|\b(?:all|any) ages?\b|\bregardless of age\b"
)
SOFTENERS = re.compile(
    r"(?<!\w)(?:if|when|whenever|unless|once|provided|as long as|with a|up to|"
    r"within|before|until|under|over|above|inside|ahead|prior|"
    r"in advance|notice|members?)(?!\w)"
)
