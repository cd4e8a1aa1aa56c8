"""Whether a draft promotes something, and the opt-out line that a promotion then needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.channel.breach import Breach
from compliance.gate.polarity import clauses, polarity
from compliance.gate.reading import Reading
from compliance.gate.tone.removal import remove_sentence
from compliance.gate.tone.voice import normal_form
from compliance.gate.types import Edit

_AMOUNT = (
    r"(?:\$\s?\d[\d,.]*|\d[\d.]*\s?(?:%|percent|per cent|dollars|bucks)|half|a (?:third|quarter))"
)
_SALE = (
    r"(?:sale|specials|deals?|promos?|promotions?|offers?|savings|bargains?|giveaway|clearance|"
    r"discounts?)"
)
_SEASON = (
    r"(?:flash|big|annual|holiday|clearance|weekend|summer|winter|spring|fall|autumn|black friday|"
    r"birthday|anniversary|grand opening|back[- ]to[- ]school|end[- ]of[- ](?:season|year)|"
    r"weekday|daily|monthly|lunch|early[- ]bird|new[- ](?:client|patient|member|customer))"
)
# A time that makes a price an offer: "this month only", "through Friday", "if you book by noon".
_FOR_NOW = (
    r"(?:this (?:week|weekend|month) only|all (?:week|weekend|month) long|today only|for a "
    r"limited time|"
    r"(?:only )?(?:until|till|through|thru) (?:the end of )?(?:the |this )?(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|month|year)\w*|"
    r"if you (?:book|order|join|sign up|come in|buy|switch|enroll)|when you (?:book|order|join|"
    r"buy|sign up|switch|enroll|bring|spend|prepay)|with any\b|while (?:supplies|stocks?) last)"
)
_PATTERNS = (
    (
        rf"{_AMOUNT} for (?:each|every) (?:friend|referral|neighbor|person|new)\b|"
        r"\bthrow in an?\b|\bprices? (?:drop|fall|go down|are down|come down)\b"
    ),
    rf"\b{_SEASON} (?:prices?|rates?|pricing)\b|\b(?:giving|give) away\b",
    r"\b(?:snag|grab|score|treat yourself|stock up)\b[^.!?]{0,40}\$\d",
    # an amount off, or on sale
    (
        rf"\b(?:save|saving|get|take|enjoy|receive|with) (?:up to |an? (?:extra |additional )?)?"
        rf"{_AMOUNT}(?= off\b)?(?: off\b| on\b| when\b| with\b)"
    ),
    rf"{_AMOUNT} (?:off|less|cheaper)\b(?! the (?:norm|usual mark))|\bhalf[- ](?:price|off)\b",
    (
        r"\b(?:everything|prices?|rates?|all \w+|selected \w+|\w+s) (?:is|are|have been|has been) "
        r"(?:\w+ )?(?:marked down|slashed|reduced|discounted|on special|on sale)\b"
    ),
    r"\b(?:is|are|now|currently) on (?:sale|special)\b|\bsave (?:big|more|a lot|money) on\b",
    rf"\bsaves? (?:up to |an? (?:extra |additional )?)?{_AMOUNT}",
    # so many for so many
    (
        r"\b(?:two|2|three|3|four|4|\w+ \w+s)[- ](?:for|4)[- ](?:the price of )(?:one|1|two|2|"
        r"three|"
        r"3)\b|\b(?:two|2|three|3|four|4)[- ](?:for|4)[- ](?:one|1|two|2|three|3)\b"
    ),
    (
        r"\bfor the price of (?:one|two|three|four|\d)\b|\bbogo\b|\bbuy (?:one|two|three|1|2|3)\b"
        r"[^.!?]{0,30}\bget\b"
    ),
    (
        r"\bpay (?:for )?(?:only )?(?:two|three|four|five|nine|ten|\d+)\b[^.!?]{0,25}[, "
        r"](?:and )?(?:"
        r"stay|get|take|the (?:next|\w+th|\w+rd) )"
    ),
    (
        r"\b(?:every|your|the) (?:second|third|fourth|fifth|sixth|tenth|\w+th|next) (?:\w+ )?"
        r"(?:is|are|comes) (?:free|on us|half)"
    ),
    rf"\bspend (?:over |at least )?{_AMOUNT}[^.!?]{{0,25}}\b(?:get|receive|earn|take|enjoy)\b",
    # codes, named sales
    r"\b(?:discount|promo(?:tion)?|coupon|voucher|offer) codes?\b|\buse code\b",
    (
        rf"\b(?:special|limited[- ]time|exclusive|introductory|seasonal|holiday|new) (?:{_SALE}|"
        r"rates?|pricing|savings)\b"
    ),
    rf"\b{_SEASON} (?:\w+ )?(?:{_SALE}|special)\b(?! (?:menu|of alcohol))",
    (
        rf"\b(?:running|having|offering|got|have|there's|there is|there are|don't miss|do not miss|"
        rf"take advantage of|ask about|hurry in for|catch) (?:an?|our|the|some|this)?(?: \w+)? ?"
        rf"(?<!the ){_SALE}\b(?<!special )\b(?! for (?:that|those|this))|"
        r"\b(?:running|having|offering|got|have|there's|there is) an? special"
        r"(?= (?:on|for|this|until|through|today|all)\b|[.!,])"
    ),
    (
        r"\bdiscount(?:s|ed)? (?:on|of|for)\b|\bat a discount\b|\b(?:a|an|our|your) (?:\w+ ){0,2}"
        r"discount\b|\bhappy hour\b"
    ),
    # what is thrown in, or waived for who joins now
    (
        r"\b(?:double|triple|2x|3x|bonus|extra) (?:points|rewards|stars|miles)\b|\bbonus (?:card|"
        r"gift)\b"
    ),
    (
        r"\b(?:free|complimentary) (?:gift|upgrade|trial|sample|month|week|dessert|drink|"
        r"add-on|side|"
        r"enhancement|night|class)\b"
    ),
    (
        r"\b(?:(?<!feel )free(?! to\b)|complimentary) (?:\w+ ){1,3}(?:with (?:any|every|each|"
        r"your|the purchase)|when "
        r"you|this (?:week|month|weekend))\b"
    ),
    (
        r"\b(?:for )?free (?:this|all) (?:week|weekend|month)\b|\b(?:kids|children|seniors|"
        r"students|"
        r"veterans|moms|dads|teachers) (?:eat|stay|swim|ride|train|skate|play) free on\b"
    ),
    (
        r"\b(?:first|second) (?:\w+ )?(?:\w+ )?(?:is|are|comes) (?:free(?! of)|on us|half|just \$|"
        r"only \$)"
    ),
    r"\b(?:bring a (?:friend|guest|neighbor|buddy)|with us)\b[^.!?]{0,50}\bfree\b(?! of)",
    r"\byour (?:second|third|next) (?:\w+ )?(?:is|comes) (?:free|half)",
    (
        r"\b(?:join|sign up|enroll|switch|subscribe|register|book)\b[^.!?]{0,40}\b(?:free|skip the|"
        r"no (?:joining|sign-?up|enrollment|activation|start-?up) fee|waive|give you \$|get \$|"
        r"save)\b"
    ),
    (
        r"\brefer a (?:friend|neighbor|coworker|colleague|family)\b[^.!?]{0,40}\b(?:earn|get|"
        r"receive|"
        r"give|both)\b"
    ),
    (
        r"\b(?:earns?|gets?|gives?) you \$\d|\$\d+ (?:in|of) store credit (?:through|until|"
        r"when|for)"
        r"\b|\bmembers? (?:save|get)\b"
    ),
    # a price for a while, or for newcomers
    (
        rf"\$\d[\d.,]*\b[^.!?]{{0,40}}\b{_FOR_NOW}|\b(?:just|only|from|starting at|as low as) "
        r"\$\d[\d.,]*\b[^.!?]{0,30}\b(?:through|until|this|today|if|when)\b"
    ),
    (
        r"\b(?:new|first-time) (?:clients?|patients?|members?|customers?|guests?) (?:\w+ "
        r")?(?:pay|get|"
        r"save|enjoy|receive) (?:only |just )?\$"
    ),
)
_DISCOUNT = re.compile("|".join(_PATTERNS))
_DOLLAR_OFF = re.compile(rf"{_AMOUNT} off\b(?! the (?:norm|usual))")
# Said of an offer that cannot be used, nobody is invited to anything.
_OVER = re.compile(
    r"\b(?:ended|expired|over|no longer|not (?:available|valid|running|offered|part)|unavailable|"
    r"discontinued|retired|has passed|is closed|cannot be (?:used|applied|combined)|does not apply|"
    r"ran (?:out|through|until)|finished|concluded)\b"
)
# Terms of a policy, not of an offer.
_POLICY = re.compile(
    r"\b(?:cancel\w*|no[- ]show|deposit|restocking|(?<!joining )(?<!sign-up )(?<!enrollment )fee|"
    r"late|due|charge[ds]?|refund\w*|total(?:ed|s)?|balance)\b"
)


# A draft that promotes more often than this needs no further look.
_ENOUGH = 40


def promotional_spans(reading: Reading) -> list[tuple[int, int]]:
    """Return the original spans in which a draft invites to an offer or a discount."""
    text = reading.text
    spans = set(_offer_mentions(reading))
    for pattern in (_DISCOUNT, _DOLLAR_OFF):
        spans.update(text.span(*found.span()) for found in pattern.finditer(text.norm))
    return [span for span in sorted(spans)[:_ENOUGH] if _invites(reading, *span)]


def _offer_mentions(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.text
    for offer in reading.facts.offers:
        for name in (offer.name, *offer.aliases, offer.code):
            wanted = normal_form(name)
            if len(wanted) < 3:
                continue
            start = text.norm.find(wanted)
            while start >= 0:
                end = start + len(wanted)
                whole = (
                    not text.norm[start - 1 : start].isalnum()
                    and not text.norm[end : end + 1].isalnum()
                )
                first, last = text.span(start, end)
                # A code of plain letters is a word until it is written as a code.
                is_code = name != offer.code or any(char.isdigit() for char in name)
                if whole and (is_code or text.original[first:last] == name):
                    yield first, last
                start = text.norm.find(wanted, end)


def _invites(reading: Reading, start: int, end: int) -> bool:
    text = reading.text
    sentence = text.sentence_at(start)
    norm = text.norm[sentence.norm_start : sentence.norm_end]
    if _OVER.search(_clause_around(reading, start)):
        return False
    if _POLICY.search(norm) and not any(
        first >= sentence.start and last <= sentence.end for first, last in _offer_mentions(reading)
    ):
        return False
    return polarity(text, start, end).asserted


def _clause_around(reading: Reading, position: int) -> str:
    """Return the clause at an original position: another one of its sentence may be over."""
    text = reading.text
    for clause in clauses(text, text.sentence_at(position)):
        if clause.start <= position < clause.end:
            return text.norm[clause.norm_start : clause.norm_end]
    return ""


def has_opt_out(text_original: str, required: str) -> bool:
    """Say whether a text tells how to opt out: the required words as a word of their own.

    A keyword in capitals must be written so, or follow "reply", "text" or "send": a draft that
    stops a payment names no way out.
    """
    if not required:
        return True
    word = re.escape(required)
    if re.search(rf"(?<!\w){word}(?!\w)", text_original):
        return True
    if required.isupper() and " " not in required:
        pattern = rf"\b(?:reply|text|send|txt|respond)\W+(?:with\W+)?{word}(?!\w)"
    else:
        pattern = rf"(?<!\w){word}(?!\w)"
    return re.search(pattern, text_original, re.IGNORECASE) is not None


def missing_opt_out(reading: Reading) -> Breach | None:
    """Return the breach of a promotional draft that lacks the channel's opt-out line.

    The line is added at the end; where it would not fit, the promoting sentences go instead.
    """
    channel = reading.case.channel
    if has_opt_out(reading.case.text, channel.promo_must_include):
        return None
    spans = promotional_spans(reading)
    if not spans:
        return None
    start, end = spans[0]
    message = f"A promotion on this channel must say “{channel.promo_must_include}”."
    return Breach(start, end, message, _opt_out_edits(reading, spans))


def _opt_out_edits(reading: Reading, spans: list[tuple[int, int]]) -> tuple[Edit, ...]:
    channel = reading.case.channel
    line = channel.opt_out_line.strip()
    original = reading.case.text
    end = len(original.rstrip())
    if not line or not has_opt_out(line, channel.promo_must_include):
        return ()
    closed = original[:end].endswith((".", "!", "?", ")", ":", '"', "”"))
    insertion = (" " if closed else ". ") + line
    if channel.max_chars is None or end + len(insertion) <= channel.max_chars:
        return (Edit(end, end, insertion, "a promotion needs a way out"),)
    edits: list[Edit] = []
    for start, last in spans:
        edit = remove_sentence(reading.text, start, last, "no room for the opt-out line")
        if edit is None:
            return ()
        if edit not in edits:
            edits.append(edit)
    return tuple(edits) if len(edits) < len(reading.text.sentences) else ()
