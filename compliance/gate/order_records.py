"""What a draft says of the customer's orders, held against them: dates, items and states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from compliance.gate.dates import DayMention, days
from compliance.gate.item_records import item_contradictions
from compliance.gate.order_phrases import (
    OrderPhrase,
    content,
    is_subject,
    kind_of,
    order_phrases,
    other_kind,
)
from compliance.gate.payment_records import payment_contradictions
from compliance.gate.polarity import clauses, polarity
from compliance.gate.reading import Reading
from compliance.gate.records import REASON, WrongRecord
from compliance.gate.text import Sentence, Text
from compliance.gate.types import Edit, FactReference, OrderFact

_THING = r"(?:order|purchase|visit|appointment|booking|reservation|session|event|delivery)"
_BOUGHT = re.compile(
    r"\b(?:you(?:'ve| have| had)?(?: \w+ly)? (?:bought|purchased|ordered|booked"
    r"|placed|picked up|visited|came in|stopped|joined|enrolled|signed up)"
    r"|you(?:'ll| will)? (?:arrive|check in|move in)"
    r"|your (?:[\w-]+ ){1,4}(?:began|started)"
    r"|you(?:'re| are| were| have been)?(?: all| already| currently)? (?:booked|reserved|scheduled"
    r"|confirmed|set|down|expected)"
    rf"|your (?:[\w-]+ ){{0,4}}?{_THING}s?(?: [\w-]+){{0,4}}? "
    r"(?:is|was|of|from|on|for|dated|placed)"
    r"|your [\w-]+(?: [\w-]+){0,3} (?:is|was) (?:booked|scheduled|bought|purchased|set)"
    rf"|(?:bought|purchased|ordered|booked|placed|{_THING}) (?:it )?(?:on|of|from|for|dated)"
    r"|you(?:'ve| have)? (?:rented|hired|reserved|signed up"
    r"|(?:picked|got|took|brought|had) (?:[\w-]+ ){1,4}?(?:up|from us|home|in|done))"
    r"|you were (?:here|in|with us)|date of (?:purchase|sale)|purchase date"
    r"|(?:receipt|invoice)(?: is| was)? (?:dated|from|of)"
    r"|see(?:ing)? you|expect(?:ing)? you|(?:we )?(?:have|see|show|find) (?:you|your)\b)"
)
_SEEING = ("see you", "seeing you", "expect you", "expecting you")
_DAY_OF_PURCHASE = re.compile(
    r"(?:,? \d{4})?,? (?:is|was|as) (?:(?:the (?:day|date)|when)(?: (?:that|on which))? you "
    r"(?:bought|ordered|purchased|booked|paid|came|picked|got|placed)"
    r"|(?:the|your) (?:date of (?:purchase|sale)|purchase date))\b"
)
_FALLS = re.compile(
    r"\s(?:itself\s)?(?:is|was|begins?|starts?|takes\splace|falls|(?:is|was)\s(?:set|booked|scheduled|placed|reserved"
    r"|confirmed|planned|down|bought|ordered))"
    r"\s(?:(?:on|for|from)\s)?(?:the\s)?"
)
# "Your setup on October 3 was $85": the day stands beside what is told of the past.
_ON = re.compile(r"\s(?:on|of|from)\s(?:the\s)?")
_PAST = re.compile(r"(?:, \d{4})?,? (?:was|were|came to|cost|went)\b")
_DEADLINE = re.compile(
    r"\b(?:until|till|by|through|before|after|since|deadline|ends?|expires?|last day|no later than"
    r"|window|return it|open|closed?|closes|hours|offer|sale|starts?|as of)\b[^.;]*$"
)
_STATES: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\w)(?:{''.join(words)})(?!\w)"), frozenset(against.split()))
    for name, words, against in (
        (
            "done",
            (
                r"(?:is|are|'s|has been|was|been|now|all) (?:now |all )?(?:ready|finished|done",
                r"|completed?|repaired|fixed|waiting|set for pick-?up)|finished|completed?",
                r"|ready for (?:pick-?up|collection|you)",
            ),
            "in_progress",
        ),
        (
            "in_progress",
            (
                r"in (?:repair|progress|process|the workshop)|being \w+ed|processing|pending",
                r"|still (?:working|with|in|being|on)|(?:not yet|hasn't|has not) (?:shipped|left)",
            ),
            "done shipped delivered",
        ),
        (
            "shipped",
            (
                r"shipped|on (?:its|the) way|in transit|dispatched|en route",
                r"|left (?:our|the) warehouse",
            ),
            "delivered in_progress",
        ),
        (
            "delivered",
            (r"delivered|(?:has|was) (?:already )?arrived",),
            "shipped in_progress",
        ),
        (
            "cancelled",
            (r"(?:was|is|been|were) cancell?ed",),
            "booked done delivered shipped",
        ),
        (
            "collected",
            (r"(?:been|was|were|already) (?:picked up|collected)",),
            "booked in_progress shipped",
        ),
        ("booked", (r"booked",), "cancelled"),
        (
            "over",
            (r"(?:is|are|'s|was|has been|been) (?:now |all )*(?:finished|done|completed?|over)",),
            "booked",
        ),
        ("opened", (r"(?:claim|case|dispute|complaint) opened",), ""),
        (
            "resolved",
            (r"(?:is|are|was|been|now) (?:\w+ly )?(?:resolved|closed|settled)",),
            "opened",
        ),
        ("frozen", (r"frozen|paused|on hold|suspended",), "active"),
        (
            "active",
            (r"^active|(?:is|are|'s|stays) (?:now |still |fully |already )*active",),
            "frozen",
        ),
        ("current", (r"^current",), ""),
        (
            "behind",
            (
                r"(?:months?|payments?|weeks?) behind|behind (?:on|with)",
                r"|overdue|past due|in arrears",
            ),
            "current",
        ),
    )
)
_NOT_YET = re.compile(
    r"\b(?:will|should|expect\w*|once|when|as soon as|until|if|let you know|hope\w*|would|may"
    r"|might|can|could|soon|by)\b"
)
_CASE = re.compile(r"\b(?:claim|case|dispute|complaint)\b")
_TO_IT = re.compile(r"\b(?:your|the|it|it's)\b")
_YOUR_ORDER = re.compile(
    r"\byour (?:order|item|package|parcel|repair|booking|appointment|reservation)\b"
)


def order_contradictions(reading: Reading) -> Iterator[WrongRecord]:
    """Yield every statement about the known customer's orders that differs from the record."""
    if reading.facts.customer.orders:
        yield from _dates(reading)
        yield from item_contradictions(reading)
        yield from _states(reading)
        yield from payment_contradictions(reading)


def _dates(reading: Reading) -> Iterator[WrongRecord]:
    orders, text = reading.facts.customer.orders, reading.text
    known = {order.on for order in orders}
    for order in orders:
        known.update(dates_in(order.status))
    today = reading.facts.at.date()
    asked = {day for one in days(reading.message.norm, today) for day in one.dates}
    said_of = order_phrases(text, orders)
    for mention in days(text.norm, today):
        start, end = text.span(mention.start, mention.end)
        sentence = text.sentence_at(start)
        before = text.norm[sentence.norm_start : mention.start]
        if len(mention.dates) != 1 or is_known(mention, known):
            continue
        tied = _is_tied(before, orders, asked=bool(asked & set(mention.dates)))
        tied = tied or _DAY_OF_PURCHASE.match(text.norm, mention.end) is not None
        if not tied and not _falls_on(text.norm, said_of, mention.start):
            of_past = _falls_on(text.norm, said_of, mention.start, _ON) and _PAST.match(
                text.norm, mention.end
            )
            if not of_past:
                continue
        how = polarity(text, start, end)
        if not how.asserted or how.question:
            continue
        written = text.excerpt(start, end)
        meant = _named_order(orders, text.norm[sentence.norm_start : sentence.norm_end])
        edits: tuple[Edit, ...] = ()
        if meant is not None:
            edits = (Edit(start, end, date_like(written, meant.on), REASON),)
        yield WrongRecord(
            start,
            end,
            "date",
            f"The draft says {written}; the record says "
            + ", ".join(f"{order.on:%B} {order.on.day} ({order.item})" for order in orders)
            + ".",
            FactReference("order.date", ", ".join(order.on.isoformat() for order in orders)),
            edits,
        )


def _falls_on(
    norm: str,
    said_of: tuple[OrderPhrase, ...],
    position: int,
    link: re.Pattern[str] = _FALLS,
) -> bool:
    """Say whether a date is said to be that of an order ("your course begins on")."""
    return any(
        (phrase.by_id or phrase.determiner == "your" or _tells_kind(phrase))
        and not other_kind(phrase)
        and is_subject(norm, phrase)
        and link.fullmatch(norm, phrase.end, position) is not None
        for phrase in said_of
    )


def _tells_kind(phrase: OrderPhrase) -> bool:
    """Say whether a phrase with "the" names what kind of thing was ordered: "the implant visit"."""
    said = frozenset(word.rstrip("s") for word in phrase.modifiers)
    return phrase.determiner == "the" and bool(kind_of(phrase.order.item) & said)


def _is_tied(before: str, orders: tuple[OrderFact, ...], *, asked: bool) -> bool:
    """Say whether the words before a date speak of when something was bought or booked.

    ``asked`` says that the customer named the date: "see you on Sunday" may only agree to it.
    """
    tied = list(_BOUGHT.finditer(before))
    if not tied or len(before) - tied[-1].end() > 45:
        return False
    if _DEADLINE.search(before[tied[-1].start() :]):
        return False
    booked = any("book" in order.status.lower() for order in orders)
    return (booked and not asked) or tied[-1].group() not in _SEEING


def is_known(mention: DayMention, known: set[date]) -> bool:
    """Say whether a date that is spoken of is one of those known."""
    if mention.mismatch:
        return False
    said = (*mention.dates, *mention.instead)
    if known & set(said):
        return True
    # Without a year, the day and the month are all that was said.
    named = {(day.month, day.day) for day in known}
    return not mention.year_stated and any((day.month, day.day) in named for day in said)


def dates_in(status: str) -> Iterator[date]:
    """Yield the dates that a status notes."""
    for year, month, day in re.findall(r"(\d{4})-(\d\d)-(\d\d)", status):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue  # an operator's free text that only looks like a date


def date_like(written: str, day: date) -> str:
    """Write a day the way another one is written: with its weekday and year, or without."""
    plain = f"{day:%B} {day.day}"
    if re.search(r"\d{4}", written):
        plain += f", {day.year}"
    return f"{day:%A}, {plain}" if re.match(r"[A-Za-z]+day\b", written) else plain


def _named_order(orders: tuple[OrderFact, ...], sentence: str) -> OrderFact | None:
    if len(orders) == 1:
        return orders[0]
    said = content(sentence)
    named = [
        order for order in orders if content(order.item) & said or order.id.lower() in sentence
    ]
    return named[0] if len(named) == 1 else None


def _states(reading: Reading) -> Iterator[WrongRecord]:
    text = reading.text
    for order in reading.facts.customer.orders:
        stored = {name for name, pattern, _ in _STATES if pattern.search(order.status.lower())}
        for name, pattern, against in _STATES:
            if name in stored or not against & stored:
                continue
            for hit in pattern.finditer(text.norm):
                start, end = text.span(*hit.span())
                sentence = text.sentence_at(start)
                words = text.norm[sentence.norm_start : sentence.norm_end]
                how = polarity(text, start, end)
                said = _clause_words(text, sentence, hit.start())
                if _NOT_YET.search(said) or not _speaks_of(order, words):
                    continue
                if not how.asserted or how.question or how.conditional:
                    continue
                yield WrongRecord(
                    start,
                    end,
                    "status",
                    f"The draft says “{text.excerpt(start, end)}” of {order.item}; its status is "
                    f"{order.status}.",
                    FactReference(f"order.{order.id}.status", order.status),
                )


def _clause_words(text: Text, sentence: Sentence, position: int) -> str:
    """Return the words of the clause around a normalised offset."""
    for clause in clauses(text, sentence):
        if clause.norm_start <= position < clause.norm_end:
            return text.norm[clause.norm_start : clause.norm_end]
    return text.norm[sentence.norm_start : sentence.norm_end]


def _speaks_of(order: OrderFact, sentence: str) -> bool:
    if order.id.lower() in sentence or _YOUR_ORDER.search(sentence):
        return True
    told = content(sentence)
    case = _CASE.search(order.status.lower())
    named = content(order.item) & told or (case is not None and case.group() in told)
    return bool(_TO_IT.search(sentence) and named)
