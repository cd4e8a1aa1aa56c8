"""Public replies offer no compensation: what a sentence gives, and that it is given to the reader.

A benefit alone is no offer ("Parking is free"), nor is talk of one ("Refunds take five days"): it
needs a giver, a receiver or an invitation in the same clause, and no term that holds for everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.channel.asking import Pattern, breaches
from compliance.gate.channel.breach import Breach
from compliance.gate.reading import Reading

_GIFT: Final = (
    r"(?:(?:full |partial |store |account |statement |complimentary |free |gift |bonus |"
    r"\$\d[\d.,]* |\d+ ?(?:%|percent) ){0,3}(?:refund\w*|vouchers?|coupons?|gift ?cards?|"
    r"store credit|"
    r"credit|discount\w*|compensat\w+|reimburse\w*|freebies?|rebate|goodwill \w+|points|"
    r"money back|cash back|treat))"
)
_FREE: Final = (
    r"(?:for free|free of charge|(?<!feel )(?<!-)free(?! wi-?fi| parking| of\b| to\b| from\b)"
    r"(?= \w|[.!?,;]|$)|complimentary|on the house|at no (?:extra |additional )?(?:cost|charge)|"
    r"(?:with|at)out (?:extra )?charge|no charge|comped?|waived?|half off|half[- ]price|"
    r"(?:\$\d+|\d+ ?(?:%|percent)) off)"
)
_GIVER: Final = (
    r"(?:we|i|us|they|he|she|(?:our|the|my) (?:\w+ )?(?:team|manager|store|gm|crew|owner|chef|"
    r"office|desk|director))"
)
_WILL: Final = (
    r"(?:'ll|'d|'ve|'re|'m| will| would| can| could| have| has| are| am| is| want to| wants to)"
)
_EAGERLY: Final = (
    r"(?: (?:be|been|like|love|happy|glad|pleased|delighted|able|to|also|gladly|happily|just|"
    r"already|certainly|of course|going|now|personally))*"
)
_INTENDS: Final = rf"\b(?:{_GIVER}{_WILL}{_EAGERLY}|let us|allow us to|please let us)"
_GIVE: Final = (
    r"(?:(?:offer|give|send|issue|provide|credit|comp|refund|reimburse|compensate|waive|add|apply|"
    r"mail|email|arrange|extend|process|get|hook|treat|leave|set|load|put|cover|make|sort|throw|"
    r"line|knock|ship|host|redo|replace|do|bring|buy|take|fix|remake|repeat|rebook|owe)"
    r"(?:s|ed|n|ing|ting)?|(?:giv|issu|arrang|mak|tak|leav|provid|compensat)ing)"
)
_FEE: Final = (
    r"(?:fee|charge|bill|cost|balance|price|deposit|payment|penalt\w+|invoice|tab|total)s?"
)
_WITHIN: Final = r"(?:(?! and (?:we|you|our|the)\b)[^.!?;]){0,60}?"
_THING: Final = (
    r"(?:meal|dinner|lunch|breakfast|brunch|round|drinks?|coffee|dessert|visit|stay|night|wash|"
    r"clean\w*|class|session|order|bowl|plate|ticket|polish|groom\w*|service|oil change|repair|"
    r"tow|month|week|one|treatment|facial|massage|refill|exam|appointment|pizza|sandwich|combo|"
    r"rental|bath)s?"
)

_PROMISES: Final = (
    # we'll send you a voucher, our manager would love to host you for a free stay
    Pattern(rf"{_INTENDS} {_GIVE}\b{_WITHIN}\b(?:{_GIFT}|{_FREE})\b"),
    Pattern(
        r"\b(?:we|i) (?:offer|owe|give) (?:you|them) (?:(?:a|an|the|some|your|\d+) )?(?:\w+ )?"
        rf"(?:{_GIFT}|free|complimentary|{_THING})\b"
    ),
    # we'll refund you, we have reversed the charge, we are crediting a night
    Pattern(
        rf"{_INTENDS}(?: \w+)?? (?:refund|reimburse|compensate|comp|credit|waive|revers|remov|"
        rf"wip|drop|lift|cancel|forgiv|writ|strik|delet)(?:e|es|ed|ing|ing off|ting|ten|te|ped?|"
        rf"ping|ped|fted|d)?(?: off)?\b"
        rf"(?= (?:you\b|your (?:\w+ )?{_FEE}|(?:the|that|this|any|those|all) (?:\w+ ){{0,2}}{_FEE}|"
        r"(?:one|two|a|an|half|the|\$?\d[\d.]*|your) (?:\w+ )?(?:nights?|months?|weeks?|class|"
        r"visits?|meals?|sessions?|amount|difference|purchase|order|account)|your (?:next|"
        r"last|whole) |"
        r"it\b|in full|\$))"
    ),
    Pattern(r"\b(?:let|allow) us (?:to )?(?:refund|comp|compensate|reimburse|credit|treat) you\b"),
    Pattern(
        rf"{_INTENDS} (?:take|knock|shave|deduct|get)\w* {_WITHIN}(?:\boff\b|\bfrom your "
        rf"(?:\w+ )?{_FEE})"
    ),
    Pattern(
        rf"{_INTENDS} (?:cover(?:ed|ing)? (?:the|your|any|all) (?:\w+ ){{0,2}}(?:cost|bill|fee|"
        r"expense|price|repair|tow|ride|stay|meal|damage|deductible)s?\b|(?:pay|paid|paying) "
        rf"(?:you|for (?:the|your|a|any)) ?\w*|(?:buy|get|stand) you (?:a |an |the |your |some )?"
        rf"(?:\w+ )?{_THING}\b|send (?:you )?(?:a|the|your) (?:\w+ )?check\b|(?:return|give back) "
        r"your (?:money|payment|deposit))"
    ),
    Pattern(
        r"\byour (?:money|payment|deposit) (?:will be|has been|is being|is on its way) ?"
        r"(?:returned|refunded|sent back|back)?\b"
    ),
    # we will not charge you, you won't pay a cent
    Pattern(
        r"\b(?:we|i)(?: will not|'ll not| won't| are not going to| would not) (?:charge|bill) "
        r"(?:you|your)\b|\byou(?: will not|'ll not| won't| will never) (?:pay|be charged|be billed|"
        r"owe)\b|\bthere(?:'ll| will| would|'d)? be no (?:\w+ )?(?:charge|cost|fee|bill)\b|"
        r"\byou(?: will|'ll)? (?:pay|owe) nothing\b",
        counts_denied=True,
    ),
    # we are sending a box of treats, two tickets for you, $25 back on your card
    Pattern(
        rf"{_INTENDS} {_GIVE}\b{_WITHIN}(?:\$\d[\d.,]*(?: back)?\b(?! (?:deposit|fee|copay))|"
        r"\b(?:tickets?|treats|basket|(?:box|bag|bottle|month|week|night|year) of|passes|merch|"
        r"top-?up|the difference)\b)"
    ),
    Pattern(rf"{_INTENDS} (?:top up|match the price|return the difference|refill)\b"),
    Pattern(
        rf"\b(?:your|the|that|this) (?:\w+ )?(?:{_FEE}|copay|rate|amount) (?:is|are|was|has been|"
        r"have been|will be) (?:\w+ )?(?:waived|refunded|reversed|credited|forgiven|removed)\b"
    ),
    Pattern(
        rf"\byou(?: will not|'ll not| won't) (?:see|find|have) (?:that|the|this|a) (?:\w+ )?{_FEE}",
        counts_denied=True,
    ),
    # dinner is our treat, the next round is on us; "the delay is on us" takes the blame
    Pattern(
        r"\b(?:is|are|'s|be|make (?:it|that)|next time|consider it|have \w+) our treat\b|"
        r"\bour treat (?:next|when|if)\b|, (?:our|my) treat\b|(?<!not )\bon the house\b"
    ),
    Pattern(
        rf"\b(?:{_THING}|next|first|another|cab|ride|parts|labor)\b[^.!?;]{{0,40}}?(?:\b(?:is|are|"
        rf"be|will be)|'s|'ll be|,)? (?:all |totally )?on (?:us|me)\b|\bon us (?:next time|"
        rf"when you)\b"
    ),
    Pattern(
        r"\bconsider (?:it|that|this|(?:the|your|any|that) (?:\w+ )?\w+) (?:waived|refunded|"
        r"covered|gone|free|cancell?ed|forgiven|dropped|taken care of)\b"
    ),
    Pattern(
        rf"\b(?:please accept|expect|look for|watch for|you deserve|you have earned|there(?:'s| is|"
        rf" will be)) (?:a|an|our|the|your) (?:\w+ ){{0,2}}?(?:{_GIFT}|{_FREE})\b"
    ),
    # show this reply for a dessert free of charge, your next wash is free, a free month is yours
    Pattern(
        r"(?:^|[.!?:;,] |\band |\bplease |\bso |\bto |\bor )(?:come|stop|dm|message|call|contact|"
        r"reach|visit|enjoy|here(?:'s| is)|claim|use|swing|pop|drop|have|get|take|show|mention|"
        rf"ask|bring|redeem|present|tell)\b{_WITHIN}\b(?:{_FREE}|{_GIFT}|on us)(?! of\b)\b"
    ),
    Pattern(
        rf"\b(?:next|another|second|first|your (?:\w+ )?{_THING})\b[^.!?]{{0,40}}\b(?:is|are|"
        r"will be|'ll be|'s)\b[^.!?]{0,12}\b(?:free(?! of (?!charge))|half off|half price|"
        r"complimentary)"
    ),
    Pattern(rf"\b(?:{_FREE}|{_GIFT})[^.!?]{{0,25}} (?:is|are) (?:yours|waiting for you)\b"),
    Pattern(
        r"\byou(?:'ll| will| can| may| could| have|'ve)(?: \w+){0,3}? (?:get|receive|earn|find|"
        rf"see|claim|have|be|pick|choose|enjoy|redeem)\b{_WITHIN}\b(?:{_GIFT}|{_FREE})\b"
    ),
    Pattern(
        r"\b(?:we|she|he|they|ana|who|manager|team)(?: will|'ll|'d| would)? (?:set|hook|fix) you "
        rf"up\b{_WITHIN}\b(?:{_GIFT}|{_FREE})"
    ),
    Pattern(
        rf"\b(?:a|an|your) (?:full )?{_GIFT} (?:is|has been|will be) (?:on|waiting|sent|issued|"
        r"processed|ready|yours|in)\b"
    ),
    Pattern(
        r"\bwould you (?:like|accept|take)\b[^.!?]{0,30}\b(?:refund|voucher|credit|coupon|"
        r"discount|gift ?card|free \w+)"
    ),
    Pattern(rf"\bmake (?:it|this|that) up (?:to you )?with (?:a|an|some) (?:{_GIFT}|{_FREE})"),
)
# A term that holds for everybody is no offer to this customer.
_TERM: Final = re.compile(
    r"\b(?:within|up to|after|for) (?:\S+ ){0,2}(?:days?|hours?|weeks?|months?)\b|\b(?:policy|"
    r"policies|receipts?|returns?|exchanges?|unopened|eligible|window|cancell?ations?|purchases|"
    r"deposits?|members get|guests get|anyone|everyone|everybody|customers)\b"
)
_MAKES_UP: Final = re.compile(
    r"\b(?:sorry|apolog\w+|make (?:it|this|that|things) (?:right|up)|next (?:visit|time|order|"
    r"meal|stay|purchase)|inconvenience|trouble|gesture|token|as a thank|on us|on the house|"
    r"we(?:'ll|'d| will| would)|let us|dm us|message us)\b"
)


def compensation_offers(reading: Reading) -> Iterator[Breach]:
    """Yield each refund, credit, discount or gift offered; a policy's terms are no offer."""
    text = reading.text
    message = "A public reply offers no compensation."
    for breach in breaches(reading, _PROMISES, message, "no compensation in public"):
        sentence = text.sentence_at(breach.end - 1)
        norm = text.norm[sentence.norm_start : sentence.norm_end]
        if not _TERM.search(norm) or _MAKES_UP.search(norm):
            yield breach
