"""What a draft says of the customer's orders, held against them: dates, items and states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from compliance.gate.dates import DayMention, days
from compliance.gate.lexicon import words
from compliance.gate.numerals import SMALL, TENS
from compliance.gate.polarity import clauses, polarity
from compliance.gate.reading import Reading
from compliance.gate.records import REASON, WrongRecord
from compliance.gate.text import Sentence, Text
from compliance.gate.types import Edit, FactReference, OrderFact

_THING = r"(?:order|purchase|visit|appointment|booking|reservation|session|event|delivery)"
_BOUGHT = re.compile(
    r"\b(?:you(?:'ve| have| had)?(?: \w+ly)? (?:bought|purchased|ordered|booked|picked up|visited"
    r"|came in|stopped)"
    r"|you(?:'re| are| were| have been)?(?: all| already| currently)? (?:booked|reserved|scheduled"
    r"|confirmed|set|down|expected)"
    rf"|your (?:[\w-]+ ){{0,4}}?{_THING}s?(?: [\w-]+){{0,4}}? "
    r"(?:is|was|of|from|on|for|dated|placed)"
    r"|your [\w-]+(?: [\w-]+){0,3} (?:is|was) (?:booked|scheduled|bought|purchased|set)"
    rf"|(?:bought|purchased|ordered|booked|placed|{_THING}) (?:it )?(?:on|of|from|for|dated)"
    r"|see you|(?:we )?(?:have|see|show|find) (?:you|your)\b)"
)
_DEADLINE = re.compile(
    r"\b(?:until|till|by|through|before|after|since|deadline|ends?|expires?|last day|no later than"
    r"|window|return it|open|closed?|closes|hours|offer|sale|starts?|as of)\b[^.;]*$"
)
_PHRASE = r"([a-z0-9][\w'-]*(?: [\w'-]+){0,4})"
_ITEM = re.compile(
    r"\byou(?:'ve| have| had)?(?: recently| just)? (?:bought|purchased|ordered|booked) "
    rf"(?:an? |the |your ){_PHRASE}"
    rf"|\b(?:booked|reserved|scheduled|confirmed|down) for (?:an? |the |your ){_PHRASE}"
    r"|\byour (?:recent )?(?:purchase|order|booking|appointment|reservation) (?:of|for) "
    rf"(?:an? |the |your ){_PHRASE}"
)
_PHRASE_END = re.compile(
    r" (?:on|at|from|for|in|with|and|is|was|are|were|can|will|has|have|that|which|this|to|by|but"
    r"|so|last|under|of|through|comes?|qualif\w+|if|when|as)\b.*"
)
_WHEN = re.compile(
    r"\d+(?::\d\d)?$|[a-z]+day$|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|(?:septem|octo|novem|decem)ber|week(?:end)?s?$"
)
_GENERIC = words(
    "it that this one item items visit appointment order table date time session service "
    "treatment purchase booking reservation them these those something online here us two "
    "three four five six guests people party spot slot room seat pm am tomorrow today week "
    "weekend day month same next second first"
)
_LITTLE = frozenset({"a", "an", "the", "of", "for", "with", "your", "you", ""})
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
        ("booked", (r"booked",), "cancelled"),
    )
)
_NOT_YET = re.compile(
    r"\b(?:will|should|expect\w*|once|when|as soon as|until|if|let you know|hope\w*|would|may"
    r"|might|can|could|soon|by)\b"
)
_TO_IT = re.compile(r"\b(?:your|the|it|it's)\b")
_YOUR_ORDER = re.compile(
    r"\byour (?:order|item|package|parcel|repair|booking|appointment|reservation)\b"
)


def order_contradictions(reading: Reading) -> Iterator[WrongRecord]:
    """Yield every statement about the known customer's orders that differs from the record."""
    if reading.facts.customer.orders:
        yield from _dates(reading)
        yield from _items(reading)
        yield from _states(reading)


def _dates(reading: Reading) -> Iterator[WrongRecord]:
    orders, text = reading.facts.customer.orders, reading.text
    known = {order.on for order in orders}
    for order in orders:
        known.update(_dates_in(order.status))
    for mention in days(text.norm, reading.facts.at.date()):
        start, end = text.span(mention.start, mention.end)
        sentence = text.sentence_at(start)
        before = text.norm[sentence.norm_start : mention.start]
        if len(mention.dates) != 1 or _is_known(mention, known) or not _is_tied(before, orders):
            continue
        how = polarity(text, start, end)
        if not how.asserted or how.question:
            continue
        written = text.excerpt(start, end)
        meant = _named_order(orders, text.norm[sentence.norm_start : sentence.norm_end])
        edits: tuple[Edit, ...] = ()
        if meant is not None:
            edits = (Edit(start, end, _date_like(written, meant.on), REASON),)
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


def _is_tied(before: str, orders: tuple[OrderFact, ...]) -> bool:
    """Say whether the words before a date speak of when something was bought or booked."""
    tied = list(_BOUGHT.finditer(before))
    if not tied or len(before) - tied[-1].end() > 45:
        return False
    if _DEADLINE.search(before[tied[-1].start() :]):
        return False
    booked = any("book" in order.status.lower() for order in orders)
    return booked or tied[-1].group() != "see you"


def _is_known(mention: DayMention, known: set[date]) -> bool:
    if mention.mismatch:
        return False
    said = (*mention.dates, *mention.instead)
    if known & set(said):
        return True
    # Without a year, the day and the month are all that was said.
    named = {(day.month, day.day) for day in known}
    return not mention.year_stated and any((day.month, day.day) in named for day in said)


def _dates_in(status: str) -> Iterator[date]:
    for year, month, day in re.findall(r"(\d{4})-(\d\d)-(\d\d)", status):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue  # an operator's free text that only looks like a date


def _date_like(written: str, day: date) -> str:
    plain = f"{day:%B} {day.day}"
    if re.search(r"\d{4}", written):
        plain += f", {day.year}"
    return f"{day:%A}, {plain}" if re.match(r"[A-Za-z]+day\b", written) else plain


def _named_order(orders: tuple[OrderFact, ...], sentence: str) -> OrderFact | None:
    if len(orders) == 1:
        return orders[0]
    said = _content(sentence)
    named = [
        order for order in orders if _content(order.item) & said or order.id.lower() in sentence
    ]
    return named[0] if len(named) == 1 else None


def _content(words: str) -> frozenset[str]:
    found = re.findall(r"[a-z0-9]+", words.lower())
    return frozenset(word.rstrip("s") for word in found) - _LITTLE


def _items(reading: Reading) -> Iterator[WrongRecord]:
    orders, text = reading.facts.customer.orders, reading.text
    items = [_content(order.item) for order in orders]
    for hit in _ITEM.finditer(text.norm):
        group = next(index for index in (1, 2, 3) if hit[index])
        written = _PHRASE_END.sub("", hit[group])
        said, head = _content(written), written.split()[0]
        if not said or head in _GENERIC or said <= _GENERIC or _WHEN.match(head):
            continue
        if any(said & item and _same_numbers(said, item) for item in items):
            continue
        start, end = text.span(hit.start(group), hit.start(group) + len(written))
        how = polarity(text, start, end)
        if not how.asserted or how.conditional or how.question:
            continue
        named = ", ".join(order.item for order in orders)
        yield WrongRecord(
            start,
            end,
            "item",
            f"The draft says “{text.excerpt(start, end)}”; the customer's record says {named}.",
            FactReference("order.item", named),
            (Edit(start, end, orders[0].item, REASON),) if len(orders) == 1 else (),
        )


def _same_numbers(said: frozenset[str], item: frozenset[str]) -> bool:
    """Say whether two descriptions agree on their numbers ("80-minute", "four-person")."""
    first, second = (
        frozenset(word for word in words if word in SMALL or word in TENS or word.isdigit())
        for words in (said, item)
    )
    return not first or not second or bool(first & second)


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
    return bool(_TO_IT.search(sentence) and _content(order.item) & _content(sentence))
