"""What a draft says a customer ordered or booked, held against the items of the orders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.lexicon import words
from compliance.gate.numerals import NUMBER, SMALL, TENS, number_value
from compliance.gate.order_phrases import content, order_phrases, other_kind
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading
from compliance.gate.records import REASON, WrongRecord
from compliance.gate.types import Edit, FactReference

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
_BOOKED_IN = re.compile(
    r"\byou(?:'re| are|'ve| have)?\b[^.;]{0,24}\b(?:enrolled|booked|registered"
    r"|signed up|reserved|down|confirmed)\b[^.;]{0,12}$"
)
_SIZE = re.compile(
    rf"\sfor\s(?P<size>{NUMBER})(?=\s(?:guests?|people|persons?|is|was|will|has|comes|on|at)\b|\s*[,.;!?]|\s*$)"
)
_GENERIC = words(
    "it that this one item items visit appointment order table date time session service "
    "treatment purchase booking reservation them these those something online here us two "
    "three four five six guests people party spot slot room seat pm am tomorrow today week "
    "weekend day month same next second first"
)


def item_contradictions(reading: Reading) -> Iterator[WrongRecord]:
    """Yield every item that a draft says was ordered and that no record has."""
    yield from _items(reading)
    yield from _other_things(reading)
    yield from _sizes(reading)


def _items(reading: Reading) -> Iterator[WrongRecord]:
    orders, text = reading.facts.customer.orders, reading.text
    items = [content(order.item) for order in orders]
    for hit in _ITEM.finditer(text.norm):
        group = next(index for index in (1, 2, 3) if hit[index])
        written = _PHRASE_END.sub("", hit[group])
        said, head = content(written), written.split()[0]
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


def _other_things(reading: Reading) -> Iterator[WrongRecord]:
    """Yield each "your Spanish course" of a customer who booked the Italian one."""
    orders, text = reading.facts.customer.orders, reading.text
    phrases = order_phrases(text, orders)
    right = {(one.start, one.end) for one in phrases if not other_kind(one)}
    for phrase in phrases:
        strange = other_kind(phrase)
        sentence = text.sentence_at(text.span(phrase.start, phrase.end)[0])
        before = text.norm[sentence.norm_start : phrase.start]
        booked = phrase.determiner == "your" or _BOOKED_IN.search(before) is not None
        if not strange or not booked or (phrase.start, phrase.end) in right:
            continue
        if any(word in reading.message.norm for word in strange):
            continue  # the customer speaks of another one
        start, end = text.span(phrase.start, phrase.end)
        how = polarity(text, start, end)
        if not how.asserted or how.conditional or how.question:
            continue
        item = phrase.order.item
        yield WrongRecord(
            start,
            end,
            "item",
            f"The draft says “{text.excerpt(start, end)}”; the customer's record says {item}.",
            FactReference("order.item", item),
            (Edit(start, end, f"{text.excerpt(start, end).split()[0]} {item}", REASON),),
        )


def _sizes(reading: Reading) -> Iterator[WrongRecord]:
    """Yield each "your dinner for 34" of a customer whose order is for another number."""
    text = reading.text
    for phrase in order_phrases(text, reading.facts.customer.orders):
        stored = _SIZE.search(f" {phrase.order.item.lower()}")
        said = _SIZE.match(text.norm, phrase.end)
        if not stored or not said or phrase.determiner != "your" or other_kind(phrase):
            continue
        right, value = number_value(stored["size"]), number_value(said["size"])
        if right is None or value is None or right == value:
            continue
        start, end = text.span(*said.span("size"))
        how = polarity(text, start, end)
        if said["size"] in reading.message.norm.split():
            continue  # the customer asks for that many
        if not how.asserted or how.conditional or how.question:
            continue
        item = phrase.order.item
        yield WrongRecord(
            start,
            end,
            "item",
            f"The draft says for {text.excerpt(start, end)}; the customer's record says {item}.",
            FactReference("order.item", item),
            (Edit(start, end, f"{right:g}", REASON),),
        )


def _same_numbers(said: frozenset[str], item: frozenset[str]) -> bool:
    """Say whether two descriptions agree on their numbers ("80-minute", "four-person")."""
    first, second = (
        frozenset(word for word in words if word in SMALL or word in TENS or word.isdigit())
        for words in (said, item)
    )
    return not first or not second or bool(first & second)
