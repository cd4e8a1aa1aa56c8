"""What a customer bought or had done, when and for how much: no matter for a public reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.channel.breach import Breach, without_sentence
from compliance.gate.channel.public import references
from compliance.gate.reading import Reading
from compliance.gate.tone.voice import merged

_VISIT: Final = (
    r"visit|order|purchase|appointment|stay|reservation|booking|treatment|session|meal|dinner|"
    r"lunch|brunch|breakfast|delivery|pick-?up|exchange|return|repair|class|consultation|procedure|"
    r"service|account|loan|transaction|payment|deposit|transfer"
)
# The sentence speaks of this customer's own past or booked visit.
_PERSONAL = re.compile(
    rf"\byour (?!next |future )(?:\S+ ){{0,4}}?(?:{_VISIT})s?\b"
    r"|\byou(?:'d| had| have|'ve)? (?:visited|came|come in|bought|ordered|purchased|booked|stopped|"
    r"dined|stayed|ate|returned|exchanged|picked up|received|paid|spent|were (?:here|in|charged|"
    r"with|"
    r"seen|treated|served|booked)|had (?:a|an|the|your)|are (?:booked|scheduled))\b"
    r"|\b(?:we|i)(?:'ve| have| can| do)? (?:also )?(?:see|saw|checked|found|looked up|pulled up|"
    r"have on "
    r"(?:file|record))\b|\b(?:our|your|the) (?:records?|system|file|receipt) (?:shows?|says?|"
    r"indicates?)\b"
)
_RECORDS = re.compile(
    r"\b(?:we|i)(?:'ve| have| can| do)? (?:also )?(?:see|saw|found|looked up|pulled up)\b"
    rf"(?: (?:from|in|on) [^.,!?]{{1,30}})? (?:that )?(?:you|your (?:\S+ ){{0,3}}?(?:{_VISIT})s?)\b"
    r"|\b(?:our|your) (?:records?|system|file) (?:shows?|says?|indicates?)\b"
)
_DATE = re.compile(
    r"\b(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4})?"
    r"|\d{1,2}(?:st|nd|rd|th) of \w+|\d{1,2}/\d{1,2}(?:/\d{2,4})?\b)"
    r"|\b(?:on|last|this past) (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|"
    r"evening|night))?\b|\b(?:yesterday|last (?:night|week|weekend|month)|this morning|the "
    r"other day)\b"
)
_MONEY = re.compile(r"\$\s?\d[\d,]*(?:\.\d{2})?|\b\d+(?:\.\d{2})? dollars\b")
_TREATMENT: Final = re.compile(
    r"\byour (?:\S+ ){0,3}?(?:facial|massage|peel|laser|botox|filler|injections?|microneedling|wax|"
    r"treatment plan|procedure|surgery|therapy|exam|diagnosis|prescription|implant|root canal|"
    r"cleaning|whitening|vaccin\w+|tattoo|loan|mortgage|overdraft|balance|credit score|"
    r"diagnos\w+|condition|symptoms?)\b"
)
_POINTS = re.compile(r"\b\d[\d,]* (?:\w+ )?points\b|\byour (?:\w+ )?(?:tier|status)\b")


def order_or_visit_details(reading: Reading) -> Iterator[Breach]:
    """Yield order numbers, items, dates, amounts and records of this customer.

    What the customer has made public in their own message may be taken up.
    """
    text = reading.text
    said = reading.message.norm
    message = "A public reply gives no details of an order or a visit."
    spans = {(breach.start, breach.end) for breach in references(reading)}
    for pattern in (_RECORDS, _TREATMENT, _POINTS):
        for found in pattern.finditer(text.norm):
            if found.group().removeprefix("your ") not in said:
                spans.add(text.span(*found.span()))
    for sentence in text.sentences:
        norm = text.norm[sentence.norm_start : sentence.norm_end]
        if not _PERSONAL.search(norm):
            continue
        for pattern in (_DATE, _MONEY):
            for found in pattern.finditer(norm):
                if found.group() not in said:
                    base = sentence.norm_start
                    spans.add(text.span(base + found.start(), base + found.end()))
    spans.update(_items(reading))
    for start, end in merged(sorted(spans)):
        edits = without_sentence(text, start, end, "no visit details in public")
        yield Breach(start, end, message, edits)


def _items(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the customer's purchases, where a sentence about "you" names what they had not."""
    text = reading.text
    said = reading.message.norm
    for order in reading.facts.customer.orders:
        words = re.findall(r"[a-z][a-z'-]{3,}", order.item.casefold())
        if not words:
            continue
        pattern = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")s?\b")
        for sentence in text.sentences:
            norm = text.norm[sentence.norm_start : sentence.norm_end]
            if not re.search(r"\b(?:you|your|we see|we found)\b", norm):
                continue
            found = list(pattern.finditer(norm))
            if any(one.group().rstrip("s") not in said for one in found) and len(found) >= min(
                2, len(words)
            ):
                base = sentence.norm_start
                yield text.span(base + found[0].start(), base + found[-1].end())
