"""Whose hours a statement is about: a location's own, or those of a phone line or a car park."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLACE_NOUN = (
    r"(?:store|shop|location|branch|spa|clinic|restaurant|office|salon|studio|gym|lobby|showroom"
    r"|practice|caf[eé]|coffee\s?house|bakery|boutique|gallery|dealership|facility|place|center"
    r"|centre|outlet|site|market|diner|bistro|eatery|museum|library|nursery|garden|warehouse|depot"
    r"|agency|garage|kennel|daycare|school|inn|hotel|motel|bar|pub|tavern|brewery|winery|taproom"
    r"|pharmacy|lab|laboratory|surgery|hospital|club|lounge|theater|theatre|cinema|barbershop"
    r"|workshop|yard|laundromat|bank|credit\sunion|dispensary|optician|building|doors?|team|crew"
    r"|staff|tellers?|front\sdesk|hours|counter|reception|desk|checkout|registers?|tills?|floor)s?"
)
AT_OURS = re.compile(rf"(?:at|in)\s(?:the|our)\s(?:main\s|front\s|service\s)?{_PLACE_NOUN}\b")
# Things with hours of their own, which the facts do not hold.
_OTHER = re.compile(
    r"\b(?:phones?|call(?:s|ers)?|line|lines|support|hotline|chat|online|website|app|help\s?desk"
    r"|head\s?(?:office|quarters)|headquarters|corporate|customer\s(?:care|service)|contact\scenter"
    r"|call\scent(?:er|re)|parking|pools?|steam|sauna|hot\stubs?|jacuzzi|drive[\s-]?(?:thru|through|up)"
    r"|atms?|kitchen|grill|bar|patio|rooftop|deliver(?:y|ies)|curbside|class(?:es)?|events?|workshops?"
    r"|appointments?|registration|enrollment|offers?|sales?|promotions?|deals?|bookings?|reservations?"
    r"|(?:deli|parts|pick-?up|rental|returns?|photo|optical|service)\s(?:counter|desk)|warehouse\s(?:team|crew|staff)|next\sdoor|drop\s?box|mailbox|drivers?"
    r"|night\s(?:slot|drop)|mall|park|trails?|playground|vault|lockers?|rental|repair\s\w+|service\sdepartment|department"
    r"|couriers?|ups|fedex|usps|post\soffice|neighbou?rs?|competitors?|airport|visitor|claims?|window)\b"
)
_STRIP = re.compile(
    r"(?:[\s,]*(?:\b(?:is|are|am|be|been|being|was|were|will|would|shall|should|can|could|may|might"
    r"|do|does|did|has|have|had|to|going|plan|plans|expect|scheduled|isn't|aren't|won't|don't|doesn't"
    r"|didn't|wasn't|weren't|cannot|can't|not|never|no|longer|also|still|always|usually|normally"
    r"|typically|generally|now|currently|then|only|both|all|just|actually|already|even|stay|stays"
    r"|remain|remains|keep|keeps|officially|fully|regularly|proudly|instead|temporarily|permanently|indefinitely|once|next"
    r"|ourselves|itself|indeed|of\scourse|both|back|happily|gladly|definitely|certainly|we'd|open"
    r"|here|remaining|promptly|sadly|unfortunately|soon|early|daily|otherwise|unusually|its|our|the"
    r"|their|close|closes|opens|and|or|unlock|lock|hereby|ever|long|right|today|tonight|tomorrow)\b"
    r"|'re|'ll|'s|'ve|'d|n't))+\s*$"
)
# Plurals that end like the names of trades.
_NO_TRADE = (
    r"(?!customers|members|offers|partners|orders|numbers|suppliers|carriers|vendors|users|readers"
    r"|others|papers|computers|servers|printers|drivers|couriers|trailers|vouchers)"
)
_OURS = re.compile(
    r"(?:\b(?:we|us|everyone|everybody|everything|nobody|i|y'all|folks|ours"
    r"|our\s(?:day|week|morning|evening|shift))"
    rf"|\bour\s(?:[\w-]+\s)?(?:{_NO_TRADE}\w+(?:ers|ists|ors|ians)|nurses|vets|doctors|techs"
    rf"|baristas|chefs|cooks)|\b{_PLACE_NOUN}(?:\s(?:team|crew|staff))?)$"
)
_IT = re.compile(r"\b(?:it|they|both|which|that|this\sone|there)$")
_LINK = re.compile(
    r"(?:^|[,:;(\"]|(?<!\w)-|(?<![\w-])(?:and|but|when|while|since|because|so|as|before|after|until|till|if|that|which"
    r"|yes|yep|yeah|no|sure|absolutely|correct|right|sorry|on|at|in|for|hi|hello|though|although"
    r"|where|who|than|or|except|also|please\snote|note|whenever|once|by|with|hours|fyi|ok|okay))\s*$"
)
_PHRASE_TAIL = re.compile(r"\s(?:at|in|on|near|by|off|of|downtown|over)\s(?:the\s)?[\w' .-]{2,30}$")
_DAY_TAIL = re.compile(
    r"(?:[\s,]*(?:\b(?:on|this|next|every|each|that|the|over|for|during|all)\s)*\b(?:(?:mon|tues|wednes"
    r"|thurs|fri|satur|sun)days?|(?:mon|tue|wed|thu|fri|sat)\b|weekdays?|weekends?|today|tonight"
    r"|tomorrow|(?:christmas|thanksgiving|new\syear's|easter|labor|memorial|veterans|independence)"
    r"(?:\s(?:day|eve))?|black\sfriday|holidays?|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\s\d{1,2}(?:st|nd|rd|th)?(?:,\s\d{4})?|\d{1,2}(?:st|nd|rd|th)"
    r"|morning|afternoon|evening|night|day|week)\b)+\s*$"
)

_THERE_IS = re.compile(
    r"\bthere(?:\s(?:is|are|will\sbe)|'s|'ll\sbe)\s(?:always\s|still\s)?(?:an?\s|the\s|our\s)?$"
)
_JOINTS = re.compile(r"\b(?:as|once)\b")
_CLAUSES = re.compile(
    r"[,;:(]|\b(?:and|but|so|because|when|while|since|before|after|as|once|whenever|where|until|till|if"
    r"|though|although)\b"
)
# "That's right, ..." is an answer; its "that" is not what opens or closes.
_ANSWER = re.compile(
    r"\W*(?:(?:that|this|it|you|which)(?:\s(?:is|are|have|was)|'s|'re|'ve)?\s(?:all\s|quite\s|absolutely\s"
    r"|exactly\s|got\s)?(?:it|that\s)?(?:right|correct|true|fine|it|spot\son|works|accurate|you\sare)"
    r"|right\syou\sare|exactly(?:\sright)?|spot\son|you\sgot\sit)\s*[,;:!-]"
)
_SUBJECT_REACH = 200  # characters before a cue that its subject may stand in


def is_ours(
    norm: str, start: int, position: int, names: Iterable[str], *, place_before: bool
) -> bool:
    """Say whether the hours at ``position`` are a location's own, by the subject before it.

    ``names`` are what locations are called; ``place_before`` says that the text before has
    spoken of a location, which *it* and *they* then stand for.
    """
    answer = _ANSWER.match(norm, start, position)
    start = max(start if answer is None else answer.end(), position - _SUBJECT_REACH)
    head = _head(norm, start, position)
    subject = _CLAUSES.split(head)[-1]
    if not subject.strip():
        joints = [hit.end() for hit in _JOINTS.finditer(norm, start, position)]
        return _OTHER.search(norm[joints[-1] if joints else start : position]) is None
    if any(subject.endswith(name) for name in names) or _THERE_IS.search(norm, start, position):
        return _OTHER.search(subject) is None
    if _OURS.search(subject):
        return _OTHER.search(subject) is None
    if _IT.search(subject):
        return place_before and _OTHER.search(head) is None
    if _LINK.search(subject):
        return _OTHER.search(subject) is None
    without_tail = _PHRASE_TAIL.sub("", subject)
    return _OURS.search(without_tail) is not None and _OTHER.search(subject) is None


def has_no_subject(norm: str, start: int, position: int) -> bool:
    """Say whether only small words stand before a verb: its subject is the one before."""
    return not _head(norm, start, position).strip()


def _head(norm: str, start: int, position: int) -> str:
    """Return what leads to ``position`` without auxiliaries, small words and days at its end."""
    head = norm[start:position]
    for _ in range(4):
        shorter = _DAY_TAIL.sub("", _STRIP.sub("", head)).rstrip(" ,")
        if shorter == head:
            break
        head = shorter
    return head


def clause_start(norm: str, start: int, position: int) -> int:
    """Return where the clause that leads to ``position`` begins."""
    return max((hit.end() for hit in _CLAUSES.finditer(norm, start, position)), default=start)


def speaks_of_other(norm: str, start: int, end: int) -> bool:
    """Say whether a span names something that has hours of its own, such as a phone line."""
    return _OTHER.search(norm, start, end) is not None
