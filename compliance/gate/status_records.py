"""What a draft says of the dates that an order's status notes, held against them.

"Current, next payment 2026-11-16" says when money is due, "frozen until 2026-12-18" how long a
pause lasts, "final fitting 2026-11-13" when somebody comes; each is found by the words beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from compliance.gate.dates import DayMention, days
from compliance.gate.lexicon import words
from compliance.gate.order_phrases import head_of
from compliance.gate.order_records import date_like, dates_in, is_known
from compliance.gate.polarity import clauses, polarity
from compliance.gate.reading import Reading
from compliance.gate.records import REASON, WrongRecord
from compliance.gate.types import Edit, FactReference, OrderFact

_DATED: Final = re.compile(r"(?P<label>[^,;.]*?)\s*\b(?P<day>\d{4}-\d\d-\d\d)")
# What a note's word is also called; whatever stands in none of these is called by its own name.
_ALSO: Final = tuple(
    (re.compile(rf"\b(?:{noted})"), said)
    for noted, said in (
        (
            r"payment|instal|dues?\b|bill|charge|debit|renew",
            (
                r"payments?|instal+ments?|dues|bill(?:ing|ed|s)?|charged?|debit(?:ed)?"
                r"|renew(?:al|s|ed)?|due"
            ),
        ),
        (r"fr[eo]ez|frozen|paus|hold|suspend", r"fr[eo]ez\w*|frozen|paus\w+|on hold|suspen\w+"),
        (r"matur", r"matur\w+"),
        (
            r"(?:active|valid|good|paid|covered|runs?|open) (?:until|till|through|to)",
            r"active|valid|good|paid(?: up)?|covered|runs?|lasts?|expires?|ends?",
        ),
    )
)
_LITTLE: Final = words(
    "final next first last on until till since by the a an is was one two opened made filed placed "
    "booked scheduled set planned item order visit started begun"
)
# Between what is dated and its date stand only these; "by" and "after" draw a line of another kind.
_LINK: Final = words(
    "is are be being was were will falls fall comes come goes go runs run lasts ends stays due set "
    "scheduled planned booked opened filed made placed taken next again out up on until till "
    "through for the your card account this coming now currently still date again reached and it "
    "item visit"
)
_WHEN: Final = re.compile(r",? (?:is|was|'s) (?:when|the (?:day|date)(?: that| on which| when)?)\b")
_OF_CUSTOMER: Final = re.compile(
    r"\b(?:you(?:r|rs|'re|'ll|'ve)?|it|it's|its|we'll|next|the final)\b"
)
_SUPPOSED: Final = re.compile(
    r"\b(?:if|would|could|can|might|may|should|\w+'d|mov(?:e|ed|ing)|chang\w+|once|unless|instead"
    r"|last (?:month|year)|usually|normally|like|want|need|extend\w*|push\w*)\b"
)
_FAR: Final = 6  # words between what is dated and its date


@dataclass(frozen=True, slots=True)
class _Note:
    """A date that a status notes, and what it is the date of."""

    order: OrderFact
    said: re.Pattern[str]
    owned: re.Pattern[str]
    day: date


def dated_contradictions(reading: Reading) -> Iterator[WrongRecord]:
    """Yield each date that differs from the one that an order's status notes for it."""
    orders, text = reading.facts.customer.orders, reading.text
    notes = [note for order in orders for note in _notes(order)]
    if not notes:
        return
    known = {day for order in orders for day in (order.on, *dates_in(order.status))}
    for mention in days(text.norm, reading.facts.at.date()):
        if len(mention.dates) != 1 or is_known(mention, known):
            continue
        note = next((one for one in notes if _is_said_of(reading, mention, one)), None)
        if note is None:
            continue
        start, end = text.span(mention.start, mention.end)
        how = polarity(text, start, end)
        if not how.asserted or how.question or how.conditional:
            continue
        written = text.excerpt(start, end)
        right = f"{note.day:%B} {note.day.day}, {note.day.year}"
        yield WrongRecord(
            start,
            end,
            "date",
            f"The draft says {written}; the status of {note.order.item} is {note.order.status}.",
            FactReference(f"order.{note.order.id}.status", right),
            (Edit(start, end, date_like(written, note.day), REASON),),
        )


def _is_said_of(reading: Reading, mention: DayMention, note: _Note) -> bool:
    """Say whether a date stands where the draft tells the date of what was noted."""
    text = reading.text
    sentence = text.sentence_at(text.span(mention.start, mention.end)[0])
    clause = next(
        (one for one in clauses(text, sentence) if one.norm_start <= mention.start < one.norm_end),
        sentence,
    )
    norm = text.norm
    if _SUPPOSED.search(norm, sentence.norm_start, sentence.norm_end):
        return False
    if not note.owned.search(norm, clause.norm_start, clause.norm_end):
        return False
    for hit in note.said.finditer(norm, clause.norm_start, mention.start):
        between = re.findall(r"[a-z']+", norm[hit.end() : mention.start])
        if len(between) <= _FAR and all(word in _LINK for word in between):
            return True
    after = _WHEN.match(norm, mention.end)
    return after is not None and note.said.search(norm, after.end(), sentence.norm_end) is not None


@lru_cache(maxsize=1024)
def _notes(order: OrderFact) -> tuple[_Note, ...]:
    found = []
    for hit in _DATED.finditer(order.status.lower()):
        day = next(dates_in(hit["day"]), None)
        also = next((said for noted, said in _ALSO if noted.search(hit["label"])), "")
        names = [word for word in re.findall(r"[a-z]{3,}", hit["label"]) if word not in _LITTLE]
        if day is None or not (also or names):
            continue
        said = also or "|".join(rf"{re.escape(name.rstrip('s'))}s?" for name in names)
        owned = re.compile(rf"{_OF_CUSTOMER.pattern}|\bthe (?:{said})\b")
        if also == _ALSO[-1][1]:
            # Offers and doors are open until some day as well: it has to be what was bought.
            head = re.escape(head_of(order.item).rstrip("s")) or "order"
            owned = re.compile(
                rf"\b(?:yours|you're|your (?:\w+ ){{0,2}}(?:{head}s?|membership|plan|pass|coverage"
                r"|subscription|policy|account))\b"
            )
        found.append(_Note(order, re.compile(rf"\b(?:{said})\b"), owned, day))
    return tuple(found)
