"""What affirms and what denies that something is so; data, read by ``predicates``."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a text affirms something, and how it denies it without a negation."""

    affirms: re.Pattern[str]
    denies: re.Pattern[str]


def _predicate(affirms: str, denies: str = r"(?!)") -> Predicate:
    return Predicate(
        re.compile(rf"(?<![\w-])(?:{affirms})(?!\w)"), re.compile(rf"(?<!\w)(?:{denies})(?!\w)")
    )


_REQUIRED = _predicate(
    (
        r"need(?:s|ed)?|requir\w+|must|have to|has to|necessary|mandatory|"
        r"insist\w*|only with|compulsory|essential"
    ),
    (
        r"optional|(?:fine|okay|ok|no problem|welcome) without|(?:with or|"
        r"even) without|or without|without (?:a |the |your |"
        r"any )?(?:\w+ ){1,3}(?:is|are) (?:fine|ok|okay|no problem|welcome)|"
        r"not strictly|(?:lost|missing) receipts? (?:is|are) (?:fine|ok|okay|no problem)"
    ),
)
_INCLUDED = _predicate(
    (
        r"includ\w+|already (?:added|in|covered|part)|built in|comes with|"
        r"automatically added|added automatically|part of the (?:price|total|"
        r"bill|rate|stay|cost|fee|package|plan)|covered|covers|complimentary|free"
    ),
    (
        r"not included|(?:is|are) extra|separate(?:ly)?|additional|on top|"
        r"discretion\w*|optional|(?:left )?up to you|excluded|(?:entirely |"
        r"always )?appreciated|excludes"
    ),
)
_ACCEPTED = _predicate(
    (
        r"accept\w*|allow\w*|welcom\w*|tak(?:e|es|ing)|permit\w*|okay|ok|fine|works?|"
        r"(?:can|may)(?: (?:also|still|always|just|certainly|absolutely|not))*"
        r" (?:come|stay|join|bring|pay|use|visit|walk|pass|give|take|accept|transfer|drop|enter|"
        r"be (?:accepted|used|brought|taken|transferred|given|passed|added))|"
        r"(?:bring|use)(?= (?:\w+ )?(?:exact|cash|coins|change|your))|"
        r"pay(?:ing)? (?:in|with)|friendly"
    ),
    (
        r"prohibited|banned|credit[- ]only|only (?:take |"
        r"accept |use )(?:cards?|plastic|contactless|mobile)|(?:cards?|plastic"
        r"|contactless)[- ]only|"
        r"cards?(?:,? (?:and|or|&) [\w ]{3,18}) only|cashless|not allowed|off limits|forbidden|"
        r"[a-z]+-free (?:property|zone|hotel)|leave \w+ at home"
    ),
)
_REFUNDABLE = _predicate(
    (
        r"refundable|(?:can|will|may|are|is|be|get|gets|gladly|happily|happy to|"
        r"able to|we'll|eligible for a?) ?(?:be )?(?:fully )?refund\w*|money back|"
        r"cash (?:them|it) in|refund (?:the|your|any|you|unused|it|them)|"
        r"refunds? (?:on|for|of)|(?:and|also) refund\w*"
    ),
    r"non-?refundable|no refunds?",
)
OFFERED = _predicate(
    r"offer\w*|available|can|will|happy to|glad(?:ly)?(?: to)?|we'll|i'll|do|"
    r"does|have|provide\w*|honou?r\w*|sure|absolutely|yes"
)
_CREDITED = _predicate(
    (
        r"credit\w*|appl(?:y|ies|ied)|(?:goes|go|counts?|put|counted) toward\w*|"
        r"deduct\w*|comes? off|taken off|subtract\w*"
    ),
    r"non-?refundable|separate(?:ly)?|on top|in addition",
)
_FREE = _predicate(
    r"free|no (?:extra )?(?:charge|cost|fee)|complimentary|without charge|on us|costs? nothing",
    r"\$\s?\d[\d.,]*|(?:for )?a (?:small )?fee|costs?|charged|paid",
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
NOTHING_DUE = re.compile(
    r"(?<!\w)(?:free(?: of charge)?|(?:no|without|zero|never an?y?|"
    r"not charge an?y?|don't charge an?y?) (?:\w+ ){0,3}(?:charges?|fees?|"
    r"costs?|deposits?|penalt(?:y|ies)|payment)|at no (?:extra )?(?:cost|"
    r"charge)|on the house|(?:costs?|charges?|charged|pay|owe) (?:you )?nothing|"
    r"nothing (?:up[- ]?front|to pay|due)|(?:no|without) (?:\w+ )?(?:deposit|"
    r"restocking|down payment)|complimentary|never charge\w*|do not charge|"
    r"don't charge)(?!\w)"
)
ANY_AGE = re.compile(
    r"\bno (?:minimum )?age (?:limit|requirement|restriction|minimum)|\bno minimum age\b"
    r"|\b(?:all|any) ages?\b|\bregardless of age\b"
)
SOFTENERS = re.compile(
    r"(?<!\w)(?:if|when|whenever|unless|once|provided|as long as|with a|up to|"
    r"within|before|until|under|over|above|waiv\w+|inside|ahead|prior|"
    r"in advance|notice|members?)(?!\w)"
)
