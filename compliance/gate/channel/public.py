"""Public replies: who the customer is, what they bought and when they came stay private."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.gate.channel.breach import Breach, without_sentence
from compliance.gate.reading import Reading
from compliance.gate.states import STATE_NAMES
from compliance.gate.tone.removal import opens_sentence
from compliance.gate.types import Edit

_GREETED = re.compile(
    r"\b(?:(?i:hi|hello|hey|dear|thanks|thank you|sorry|apologies|welcome(?: back)?|greetings|"
    r"good (?:morning|afternoon|evening)))(?:(?i: so much| very much| again))?,? "
    r"(?:(?:Mr|Mrs|Ms|Mx|Dr)\.? )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]*\.?){0,2})(?=[,.!?:\n]|"
    r"$| [-–—])"
)
_ADDRESSED = re.compile(
    r"(?<=[a-z]), (?:(?:Mr|Mrs|Ms|Mx|Dr)\.? )?(?P<name>[A-Z][a-z'’-]+(?: "
    r"[A-Z][a-z'’-]+)?)(?=[!.?]|, )"
)
_COURTEOUS = re.compile(
    r"\b(?i:thank\w*|sorry|apolog\w+|hi|hello|hey|welcome|great|glad|appreciate\w*|pleas\w+|regret|"
    r"hear|read|right|well|yes|absolutely|certainly|course)\b"
)
_NO_NAME = frozenset(
    """there all everyone everybody team folks guest guests friend friends neighbor neighbour
    neighbors reviewer customer customers sir madam ma'am again member members monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august
    september october november december thanksgiving christmas easter google yelp facebook
    tripadvisor please and but we our i you happy merry""".split()  # noqa: SIM905
)
# First names that are words as well: only an address shows the person.
_WORD_NAMES = frozenset(
    """will mark may grace hope joy art bill drew rich june april august summer dawn faith rose
    chase dean guy jack sky frank pat rob sue miles stone young long rice price
    park best""".split()  # noqa: SIM905
)
_STATES = frozenset(name.casefold() for name in STATE_NAMES.values())
_PHONE = re.compile(r"(?<![\d-])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?![\d-])")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_REFERENCE = re.compile(
    r"\b(?:orders?|booking|reservation|confirmation|invoice|receipt|ticket|case|claim|loan|account|"
    r"membership|purchase)(?:'s)?\s*(?:#|no\.?|number|num\.?|id)?\s*:?\s*#?\s?"
    r"([a-z]{1,5}-?\d[\w-]{2,}|\d{4,}[\w-]*)\b"
)


def personal_data(reading: Reading) -> Iterator[Breach]:
    """Yield names, phone numbers, e-mail addresses and order numbers of a person."""
    yield from _names(reading)
    yield from _contacts(reading)
    if "no_order_or_visit_details" not in reading.case.channel.flags:
        yield from references(reading)


def _names(reading: Reading) -> Iterator[Breach]:
    text = reading.text
    original = text.original
    message = "A public reply does not name the customer."
    taken: list[tuple[int, int]] = []
    for pattern in (_GREETED, _ADDRESSED):
        for found in pattern.finditer(original):
            if pattern is _ADDRESSED and not _is_courteous(reading, found.start()):
                continue
            if _is_person(reading, found["name"]) and not _within(found.span("name"), taken):
                taken.append(found.span("name"))
                yield Breach(*found.span("name"), message, (_unnamed(original, found),))
    for part in _customer_names(reading):
        for found in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", original):
            if _within(found.span(), taken) or (
                part.casefold() in _WORD_NAMES and not _is_set_apart(original, *found.span())
            ):
                continue
            taken.append(found.span())
            yield Breach(*found.span(), message, _without_name(reading, *found.span()))


def _is_courteous(reading: Reading, position: int) -> bool:
    """Say whether a sentence greets, thanks or regrets up to a position: names follow there."""
    sentence = reading.text.sentence_at(position)
    return _COURTEOUS.search(reading.text.original[sentence.start : position]) is not None


def _customer_names(reading: Reading) -> list[str]:
    name = reading.facts.customer.name
    parts = [part for part in name.split() if len(part) > 1]
    if len(parts) < 2:
        return parts
    first, last = parts[0][0], parts[-1][0]
    return [name, f"{first}.{last}.", f"{first}. {last}.", *parts]


def _within(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _is_person(reading: Reading, name: str) -> bool:
    words = name.casefold().replace("’", "'").split()
    facts = reading.facts
    ours = " ".join(
        [facts.brand.name, facts.brand.loyalty, facts.place.name, facts.place.city]
        + [part for place in facts.elsewhere for part in place.names]
    ).casefold()
    if words[0] in _NO_NAME or name.casefold() in _STATES:
        return False
    return not any(word in ours.split() for word in words)


def _unnamed(original: str, found: re.Match[str]) -> Edit:
    """Take a name out of an address: "Hi Nora," is "Hi,", "sorry, Nora!" is "sorry!"."""
    start, end = found.span("name")
    before = original[:start]
    title = re.search(r"(?:Mr|Mrs|Ms|Mx|Dr)\.? $", before)
    if title:
        start = title.start()
    opening = original[found.start() : start].strip(" ,")
    if opening.casefold() == "dear":
        return Edit(found.start(), end, "Hello", "no name in public")
    while start and original[start - 1] in " ,":
        start -= 1
    return Edit(start, end, "", "no name in public")


def _is_set_apart(original: str, start: int, end: int) -> bool:
    after = original[end : end + 1]
    return after in {",", "!"} or original[:start].rstrip(" ").endswith(",")


def _without_name(reading: Reading, start: int, end: int) -> tuple[Edit, ...]:
    text = reading.text
    original = text.original
    tail = re.match(r",\s+(\w)", original[end:])
    if tail and opens_sentence(original, start):
        return (Edit(start, end + tail.end(), tail[1].upper(), "no name in public"),)
    if original[:start].endswith(", ") and original[end : end + 1] in {",", ".", "!", "?", ""}:
        return (Edit(start - 2, end, "", "no name in public"),)
    return without_sentence(text, start, end, "no name in public")


def _contacts(reading: Reading) -> Iterator[Breach]:
    text = reading.text
    facts = reading.facts
    ours = {_number(place.phone) for place in (facts.place, *facts.elsewhere)}
    for found in _PHONE.finditer(text.norm):
        if _number(found.group()) not in ours:
            span = text.span(*found.span())
            message = "A public reply gives no phone number but the location's own."
            yield Breach(*span, message, without_sentence(text, *span, "no private number"))
    domain = facts.brand.domain.casefold()
    for found in _EMAIL.finditer(text.norm):
        if not (domain and (found[1] == domain or found[1].endswith("." + domain))):
            span = text.span(*found.span())
            message = "A public reply gives no e-mail address but the brand's own."
            yield Breach(*span, message, without_sentence(text, *span, "no private address"))


def _number(written: str) -> str:
    return re.sub(r"\D", "", written)[-10:]


def references(reading: Reading) -> Iterator[Breach]:
    """Yield numbers of orders, bookings, accounts and the like."""
    text = reading.text
    spans = {text.span(*found.span()) for found in _REFERENCE.finditer(text.norm)}
    for order in reading.facts.customer.orders:
        for found in re.finditer(rf"(?<!\w){re.escape(order.id.casefold())}(?!\w)", text.norm):
            span = text.span(*found.span())
            if not any(start <= span[0] and span[1] <= end for start, end in spans):
                spans.add(span)
    for start, end in sorted(spans):
        yield Breach(
            start,
            end,
            "A public reply states no order or account number.",
            without_sentence(text, start, end, "no order details in public"),
        )
