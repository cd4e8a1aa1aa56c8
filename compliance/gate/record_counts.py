"""What a record counts, held against a draft: events of an account, guests of an order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from compliance.gate.numerals import NUMBER, in_words, number_value
from compliance.gate.order_phrases import head_of
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading
from compliance.gate.records import REASON, WrongRecord
from compliance.gate.types import Edit, FactReference, OrderFact

# "one late return on 2026-10-02": a count of events, not of what is left of a package.
_EVENTS = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[a-z-]+ ){0,2}?"
    r"(?P<noun>[a-z]{4,})\b(?! left| remaining| paid)(?= (?:on|in|since|this)\b)"
)
_ON_RECORD = re.compile(
    r"\b(?:records? shows?|(?:you've|you have|you) (?:had|got|been)|your (?:account|file|record)"
    r"|(?:we|i)(?: can)? (?:see|show|have|find)|there (?:are|were|have been)|since|so far)\b"
)
_GENERAL = re.compile(r"\b(?:after|if|up to|every|each|more than|when|once|per|allow\w*|maximum)\b")
_FOR_MANY = re.compile(r"\bfor (\d+)$")
_PIECES = re.compile(
    r"(one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2}) (?!-)[a-z]"
)
_PEOPLE = r"(?:people|guests?|persons?|heads|diners|attendees|pax|of you)"


_LEFT = re.compile(r"(\d+) (\w+) (?:left|remaining)")
_OUT_OF = re.compile(rf"({NUMBER})[- ]")
_NOT_SO = re.compile(r"\b(?:if|once|when|after|would|could|\w+'d|another|more|extra|buy|add|get)\b")


def count_contradictions(reading: Reading) -> Iterator[WrongRecord]:
    """Yield every count of the known customer's events or guests that differs from the record."""
    for order in reading.facts.customer.orders:
        yield from _left_over(reading, order)
        yield from _events(reading, order)
        yield from _party(reading, order)
        yield from _pieces(reading, order)


@lru_cache(maxsize=256)
def _saying_left(noun: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how a draft says how many of something are left, and how many are used."""
    of = rf"{re.escape(noun)}(?:e?s)?"
    has = r"(?:you(?:'ve| have)?(?: still)?(?: got)?|you still have|there (?:are|is)|down to)"
    return (
        re.compile(
            rf"\b{has} (?:still |now |just |only |got )*(?P<n>{NUMBER}) "
            rf"(?:{of}(?= (?:left|remaining|to (?:go|use)|on your|in your|and)|\W*$|\s*[.,;!])"
            r"|(?:left|remaining|to go)\b)"
            rf"|(?<![\w.,$-])(?P<m>{NUMBER}) (?:of (?:your|the) (?:[\w-]+ )?)?{of} "
            r"(?:are |is |still )*(?:left|remain\w*|to go|still)\b"
        ),
        re.compile(
            rf"\b(?:used|taken|had)(?: up)? (?P<n>{NUMBER}) of (?:your |the |those )?"
            rf"(?:{NUMBER}\b ?)?(?:{of})?(?=\W*$|\s*[.,;!]| so| and)"
        ),
    )


def _left_over(reading: Reading, order: OrderFact) -> Iterator[WrongRecord]:
    """Read "you still have nine swims" and "you've used three of twelve" where seven are left."""
    stored = _LEFT.search(order.status.lower())
    if stored is None:
        return
    left, whole = float(stored[1]), _OUT_OF.match(order.item.lower())
    saying_left, saying_used = _saying_left(stored[2].rstrip("s"))
    bought = number_value(whole[1]) if whole else None
    used = None if bought is None else bought - left
    for pattern, right in ((saying_left, left), (saying_used, used)):
        for hit in pattern.finditer(reading.text.norm):
            sentence = reading.text.sentence_at(reading.text.span(*hit.span())[0])
            group = "n" if hit["n"] else "m"
            before = reading.text.norm[sentence.norm_start : hit.start(group)]
            if not _NOT_SO.search(before):
                yield from _differs(reading, hit, right, "status", order.status)


def _events(reading: Reading, order: OrderFact) -> Iterator[WrongRecord]:
    stored = _EVENTS.search(order.status.lower())
    if stored is None:
        return
    text = reading.text
    noun = re.escape(stored["noun"].rstrip("s"))
    for hit in re.finditer(
        rf"(?<![\w$.,-])(?P<n>{NUMBER}) (?:[a-z-]+ ){{0,2}}?{noun}s?\b", text.norm
    ):
        sentence = text.sentence_at(text.span(*hit.span())[0])
        words = text.norm[sentence.norm_start : sentence.norm_end]
        before = text.norm[sentence.norm_start : hit.start()]
        if _ON_RECORD.search(words) and not _GENERAL.search(before):
            yield from _differs(reading, hit, number_value(stored["n"]), "status", order.status)


def _party(reading: Reading, order: OrderFact) -> Iterator[WrongRecord]:
    """Read "down for 25 people" and "your buffet for 60" against an order for 40."""
    stored = _FOR_MANY.search(order.item.lower())
    if stored is None:
        return
    thing = re.escape(order.item.lower().split()[0])
    said = re.compile(
        rf"(?:\b(?:down|booked|reserved|confirmed|set|scheduled) for (?P<n>{NUMBER}) {_PEOPLE}"
        rf"|\byour {thing}\w*(?: order)? for (?P<m>{NUMBER})"
        r"(?![\w:.%]*\d|\s?(?:a\.?m|p\.?m|o'clock|hours?|days?|minutes?|weeks?)\b))\b"
    )
    for hit in said.finditer(reading.text.norm):
        yield from _differs(reading, hit, float(stored[1]), "item", order.item)


def _pieces(reading: Reading, order: OrderFact) -> Iterator[WrongRecord]:
    """Read "your six tickets" against an order of four."""
    stored = _PIECES.match(order.item.lower())
    head = head_of(order.item)
    if stored is None or len(head) < 3:
        return
    said = re.compile(
        rf"\b(?:your|you(?:'ve| have)? (?:booked|ordered|bought|reserved|purchased)) "
        rf"(?P<n>(?!an? ){NUMBER}) (?!of |more |extra |other )(?:[a-z-]+ ){{0,2}}?"
        rf"{re.escape(head.rstrip('s'))}(?:e?s)?\b"
        r"(?! (?:left|remaining|more|extra))"
    )
    for hit in said.finditer(reading.text.norm):
        yield from _differs(reading, hit, number_value(stored[1]), "item", order.item)


def _differs(
    reading: Reading, hit: re.Match[str], stored: float | None, record: str, shown: str
) -> Iterator[WrongRecord]:
    groups = hit.groupdict()
    group = "n" if groups.get("n") else "m"
    said, text = number_value(hit[group]), reading.text
    start, written_end = text.span(*hit.span(group))
    _, end = text.span(*hit.span())
    how = polarity(text, start, end)
    if stored is None or said is None or said == stored:
        return
    if not how.asserted or how.question or how.conditional:
        return
    yield WrongRecord(
        start,
        end,
        record,
        f"The draft says “{text.excerpt(start, end)}”; the record says {shown}.",
        FactReference(f"order.{record}", shown),
        (Edit(start, written_end, _like(hit[group], int(stored)), REASON),),
    )


def _like(written: str, value: int) -> str:
    """Write a count the way another was written: in words or in digits."""
    return (None if written[0].isdigit() else in_words(value)) or str(value)
