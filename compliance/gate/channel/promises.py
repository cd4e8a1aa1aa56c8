"""Public replies: no compensation is offered, and no review is asked for, changed or removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.channel.breach import Breach, without_sentence
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading

_GIFT: Final = (
    r"(?:(?:full |partial |store |account |statement |complimentary |free |gift |bonus |"
    r"\$\d[\d.,]* |"
    r"\d+ ?(?:%|percent) )*(?:refund\w*|vouchers?|coupons?|gift ?cards?|store credit|credit|"
    r"discount\w*|"
    r"compensat\w+|reimburse\w*|freebies?|rebate|goodwill \w+|points|money back|cash back))"
)
_FREE: Final = (
    r"(?:for free|free of charge|(?<!feel )(?<!-)free(?= (?!to\b|of\b|until|from|if|when|with|"
    r"wi-?fi|"
    r"parking)\w)|complimentary|on the house|at no (?:cost|charge)|no charge|"
    r"our treat|comped?|waived?|half off|half[- ]price|(?:\$\d+|\d+ ?(?:%|percent)) off)"
)
_GIVER: Final = r"(?:we|i|us|our (?:team|manager|store|gm|crew)|the manager|my manager|they)"
_OFFERS: Final = (
    r"(?:(?:'ll|'d| will| would| can| could| want| are| am| have|'re|'m|'ve)\b)?(?: (?:be|like|"
    r"love|"
    r"happy|glad|pleased|delighted|able|to|also|gladly|happily|like to|just|already)){0,5}"
)
_PROMISES: Final = (
    # we'll refund you / we would like to send you a voucher
    re.compile(
        rf"\b{_GIVER}{_OFFERS} (?:offer|give|send|issue|provide|credit|comp|refund|reimburse|"
        r"compensate|waive|add|apply|mail|email|arrange|extend|process|get|hook|treat|leave|set "
        r"aside|"
        rf"load|put|cover|make|sort|throw in|line up|knock|"
        rf"ship)\w*\b[^.!?]{{0,60}}?\b(?:{_GIFT}|{_FREE})"
    ),
    re.compile(
        rf"\b{_GIVER}(?:'ll|'d| will| would| can| are happy to| want to| would like to|'d like to| "
        r"are going to|'re going to)(?: \w+){0,3} (?:refund|reimburse|compensate|comp|credit|"
        r"waive)\b"
    ),
    re.compile(r"\blet us (?:refund|comp|compensate|reimburse|credit|treat|buy|offer|send|give)\b"),
    # come in for a free meal, your next visit is on us
    re.compile(
        r"(?:^|[.!?:;,] |\band |\bplease |\bso |\bto |\bor )(?:come (?:back|in|by)|stop (?:by|in)|"
        r"dm us|message us|call us|contact us|reach out|visit us|enjoy|here(?:'s| is)|claim|use "
        r"code|"
        rf"swing by|pop in|drop by|have an?|get an?)\b[^.!?]{{0,50}}?\b(?:{_FREE}|{_GIFT}|on us\b)"
    ),
    re.compile(
        r"\b(?:next|another)\b[^.!?]{0,40}\b(?:is|are|will be)\b[^.!?]{0,12}\b(?:free|on us|"
        r"half off|"
        r"on the house|half price|complimentary|our treat)\b"
        r"|\byour (?:\w+ ){1,3}(?:is|are|will be) (?:on us|on the house|our treat|comped)\b"
    ),
    re.compile(
        rf"\byou(?:'ll| will| can| have|'ve)(?: \w+){{0,3}} (?:get|receive|earn|find|see|claim|"
        rf"have|be)\b"
        rf"[^.!?]{{0,40}}?\b(?:{_GIFT}|{_FREE})"
    ),
    re.compile(
        rf"\b(?:a|an|your) (?:full )?{_GIFT} (?:is|has been|will be) (?:on|waiting|sent|issued|"
        r"processed|ready|yours|in)\b"
    ),
    re.compile(
        r"\bwould you (?:like|accept|take)\b[^.!?]{0,30}\b(?:refund|voucher|credit|coupon|"
        r"discount|gift ?card|free \w+)"
    ),
)

_RATING: Final = r"(?:reviews?|ratings?|stars?|feedback|testimonials?|score|comments?|posts?)"
_SITES: Final = (
    r"(?:google|yelp|tripadvisor|facebook|trustpilot|here|online|this (?:site|page|platform))"
)
_SOLICITS: Final = (
    # asking for one
    re.compile(
        rf"\b(?:please|could you|can you|would you|will you|kindly|we(?:'d| would) (?:love|like|"
        rf"appreciate)|we(?:'d| would) be (?:grateful|glad|happy|so grateful)|we hope|hope "
        rf"you(?:'ll| will)|"
        rf"consider|feel free to|if you (?:could|would|can|have a (?:moment|minute|second))|"
        rf"help us|"
        rf"mind|don't forget to|do not forget to|take a (?:moment|minute|second)|it would "
        rf"(?:mean|help)|"
        rf"be sure to|we (?:ask|invite|encourage) you)\b[^.!?]{{0,60}}?\b(?:leav\w+|writ\w+|"
        rf"post\w*|"
        rf"updat\w+|chang\w+|edit\w*|revis\w+|remov\w+|delet\w+|amend\w*|tak\w+ down|reconsider\w*|"
        rf"rais\w+|bump\w*|adjust\w*|giv\w+|shar\w+|rat\w+|submit\w*|drop\w*|add\w*|reflect\w*|"
        rf"retract\w*|"
        rf"withdraw\w*|upgrad\w+|improv\w+|revisit\w*)\b[^.!?]{{0,30}}?\b{_RATING}\b"
    ),
    # imperatives
    re.compile(
        r"(?:^|[.!?;,:-]\s|\band |\bthen |\bso )(?:leave|write|post|update|change|edit|revise|"
        r"remove|"
        r"delete|amend|reconsider|raise|drop|share|submit|take down|give)\b (?:us )?(?:a |an |"
        r"your |the |"
        r"this |that |another |some )?(?:\w+[- ]){0,3}?(?:review|rating|feedback|stars?|"
        r"testimonial)\b"
    ),
    re.compile(
        r"\brate us\b|\b(?:five|5|four|4)[- ]?stars? (?:review|rating|from you)\b|"
        r"\b(?:give|gives|giving|leave|earn|deserve) (?:us )?(?:five|5|more|another|a fifth|"
        r"those|that|your) "
        r"(?:\w+ )?stars?\b"
    ),
    re.compile(rf"\breview us (?:on|at) {_SITES}|\b(?:recommend|review) us on\b"),
    re.compile(
        rf"\b(?:change|update|remove|delete|edit|revise|reconsider|take down|raise|adjust|amend|"
        rf"retract|"
        rf"withdraw|revisit|upgrade|bump up) (?:your|this|that|the) (?:\w+ )?{_RATING}\b"
    ),
)
# A term that holds for everybody is no offer to this customer.
_TERM = re.compile(
    r"\b(?:within|up to|after|for) (?:\S+ ){0,2}(?:days?|hours?|weeks?|months?)\b|\b(?:policy|"
    r"policies|"
    r"receipts?|returns?|exchanges?|unopened|eligible|window|cancell?ations?|purchases|deposits?|"
    r"members get|guests get|anyone|everyone|customers)\b"
)
_MAKES_UP = re.compile(
    r"\b(?:sorry|apolog\w+|make (?:it|this|that|things) (?:right|up)|next (?:visit|time|order|"
    r"meal|stay|"
    r"purchase)|inconvenience|trouble|gesture|token|as a thank|on us|on the house|"
    r"we(?:'ll|'d| will| would)|let us|dm us|message us)\b"
)
_THANKED = re.compile(r"\b(?:thank(?:s| you)|appreciate|grateful)\b[^.!?]{0,25}$")


# A draft that offers more often than this is blocked for it anyway.
_ENOUGH = 40


def compensation_offers(reading: Reading) -> Iterator[Breach]:
    """Yield each refund, credit, discount or gift offered; a policy's terms are no offer."""
    text = reading.text
    message = "A public reply offers no compensation."
    for breach in _matches(reading, _PROMISES, message, "no compensation in public"):
        sentence = text.sentence_at(breach.end - 1)
        norm = text.norm[sentence.norm_start : sentence.norm_end]
        if not _TERM.search(norm) or _MAKES_UP.search(norm):
            yield breach


def review_solicitation(reading: Reading) -> Iterator[Breach]:
    """Yield each request for a review, or to change or remove one; thanks for one is none."""
    yield from _matches(
        reading, _SOLICITS, "A public reply asks for no review.", "no request for a review"
    )


def _matches(
    reading: Reading, patterns: tuple[re.Pattern[str], ...], message: str, reason: str
) -> Iterator[Breach]:
    text = reading.text
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for found in pattern.finditer(text.norm):
            lead = len(found.group()) - len(found.group().lstrip(" .!?:;,"))
            start, end = text.span(found.start() + lead, found.end())
            if any(first < end and start < last for first, last in taken):
                continue
            sentence = text.sentence_at(end - 1)
            before = text.norm[sentence.norm_start : found.start()]
            if _THANKED.search(before) or polarity(text, max(start, end - 4), end).negated:
                continue
            taken.append((start, end))
            if len(taken) > _ENOUGH:
                return
            yield Breach(start, end, message, without_sentence(text, end - 1, end, reason))
