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
_DISCOUNT = re.compile(
    rf"\b(?:(?:save|saving|get|take|enjoy|receive|with) (?:up to |an? (?:extra |additional "
    rf")?)?{_AMOUNT}(?= off\b)?"
    rf"(?: off\b| on\b| when\b| with\b)|{_AMOUNT} off\b|half[- ]price\b"
    r"|(?:two|2|three|3|four|4)[- ](?:for|4)[- ](?:the price of )?(?:one|1|two|2|three|3)\b"
    r"|for the price of (?:one|two|three|four|\d)\b|bogo\b|buy (?:one|two|1|2)\b[^.!?]{0,30}\bget\b"
    r"|(?:discount|promo(?:tion)?|coupon|voucher|offer) codes?\b|use code\b"
    r"|(?:special|limited[- ]time|exclusive|introductory|seasonal|holiday|new) (?:offers?|deals?|"
    r"promotions?|rates?|pricing|savings)\b"
    r"|(?:double|triple|2x|3x|bonus|extra) (?:points|rewards|stars|miles)\b|bonus (?:card|gift)\b"
    r"|(?:flash|big|annual|holiday|clearance|weekend|summer|winter|spring|fall|black friday) sale\b"
    r"|(?:is|are|now|currently) on sale\b|happy hour\b|free (?:gift|upgrade|trial|sample|month|"
    r"dessert|"
    r"drink|add-on|side)\b|complimentary (?:upgrade|add-on|gift|enhancement|sample)\b"
    r"|(?:earns?|gets?|gives?) you \$\d|\$\d+ (?:in|of) store credit (?:through|until|when|for)\b"
    r"|members? (?:save|get)\b|discount(?:s|ed)? (?:on|of|for)\b|at a discount\b|(?:a|an|our|your) "
    r"(?:\w+ ){0,2}discount\b)"
)
_DOLLAR_OFF = re.compile(rf"{_AMOUNT} off\b")
# Said of an offer that cannot be used, nobody is invited to anything.
_OVER = re.compile(
    r"\b(?:ended|expired|over|no longer|not (?:available|valid|running|offered|part)|unavailable|"
    r"discontinued|retired|has passed|is closed|cannot be (?:used|applied|combined)|does not apply|"
    r"ran (?:out|through|until)|finished|concluded)\b"
)
# Terms of a policy, not of an offer.
_POLICY = re.compile(
    r"\b(?:cancel\w*|no[- ]show|deposit|restocking|fee|late|charge[ds]?|refund\w*)\b"
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
