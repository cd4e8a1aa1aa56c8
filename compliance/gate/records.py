"""What a draft says of the customer's records, held against them: points, tier and totals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.gate.numerals import NUMBER, number_value
from compliance.gate.order_phrases import is_subject, kind_of, order_phrases, other_kind
from compliance.gate.polarity import polarity
from compliance.gate.quantities import Quantity, quantities
from compliance.gate.reading import Reading
from compliance.gate.types import CustomerFacts, Edit, FactReference, OrderFact, PlaceFacts, Unit


@dataclass(frozen=True, slots=True)
class WrongRecord:
    """A statement that differs from a record: its original span, the record, and the mend."""

    start: int
    end: int
    record: str
    message: str
    fact: FactReference
    edits: tuple[Edit, ...] = ()


_DATE = re.compile(r"\d{4}-\d\d-\d\d")
REASON = "states the customer's record"
_OWN = re.compile(r"\b(?:you|your|you're|you've|yours|balance|account)\b")
# A figure that would be, is priced in points, or is a rule of the programme is no record.
_HYPOTHETICAL = re.compile(
    r"\b(?:would|will|could|earn|need|needs|for every|each|per|after|if|until|another|more|extra"
    r"|get|bonus|double|reach|costs?|redeem\w*|reward|worth|equals?|minus|use|starts?|begins?"
    r"|requires?|takes?|\w+'ll|\w+'d)\b"
)
_BALANCE = re.compile(
    rf"(?<![\w$#.,-])(?P<n>{NUMBER}) (?:(?!of\b|more\b|to\b|or\b|and\b|the\b|for\b|dollars?\b"
    r"|days?\b|extra\b|bonus\b|double\b)[a-z'-]+ ){0,2}(?:points?|pts)\b"
    rf"|\b(?:points?|rewards?) (?:(?:balance|total) (?:is|stands at|of|shows|comes to)"
    rf"|(?:total|stand at|add up to|come to|are at)) "
    rf"(?:now |currently |at )?(?P<b>{NUMBER})\b"
)
_PRICED = re.compile(r" (?:gets?|earns?|is|are|equals?|buys?|more|needed|to|per|for)\b")
_TIERS = (
    "bronze", "silver", "gold", "platinum", "diamond", "titanium", "ruby", "emerald", "sapphire",
    "elite", "premier", "vip",
)  # fmt: skip
_NAMED_TIER = re.compile(
    r"\b(?:[Aa]s|[Yy]ou(?:['’]re| are)(?: on| in| at)?|[Bb]eing|[Yy]our)(?: an?| our| the| now)* "
    r"(?P<tier>[A-Z][a-z]+)(?= (?:tier|level|status|[Mm]ember)\b)"
)
_NOT_YET_TIER = re.compile(r"\b(?:once|when|if|until|till|as soon as|after|unless|before)\b")
_PAID = re.compile(
    r"(?:\b(?:you (?:have |were )?(?:paid|spent|charged)"
    r"|your (?:total|bill|receipt|order total|purchase total)(?: \w+){0,3}?"
    r"|(?:order|purchase|visit|meal|bill|receipt) (?:of|for|came to|totals?|totaled|was)"
    r"|order total (?:is|was|of)|refund(?:ed)?(?: you)?(?: the)?(?: full)?(?: of| for)?"
    r"|charged you|total of|the full|paid)\s*)$"
)


# A sum that was paid, told without saying of what: "the total was ", "it all came to ".
_CAME_TO = re.compile(
    r"(?:\b(?:(?:the|your) (?:\w+ )?(?:total|sum|bill|invoice|charge|payment|(?:price|amount) you"
    r" paid)(?: (?:for|on|of) (?:the|your|that|this)(?: [\w-]+){1,3})?"
    r" (?:was|came to|ran to|shows|reads|of)"
    r"|what you paid(?: \w+){0,3} (?:was|is|comes to|came to)"
    r"|(?:it|they|that|this|everything|which)(?: \w+)?"
    r" (?:came to|ran to|totaled|totalled|added up to)"
    r"|(?:card|account) (?:was|has been) charged|(?:we|i) charged your (?:\w+ )?(?:card|account)"
    r"|set you back"
    r"|you(?:'ve| have)? (?:paid|spent)(?: us| a total of| \w+ly| in all| altogether)*)"
    r"(?: (?:just|only|exactly|a total of|altogether))?\s)$"
)
_BOUGHT_FOR = re.compile(
    r"\byou(?:'ve| have)? (?:bought|purchased|ordered|booked|rented|got)\b[^.;:?]*"
    r"\bfor\s(?:a total of\s)?$"
)
_OF_PURCHASE = re.compile(
    r"\b(?:bought|purchase\w*|paid|orders?|ordered|receipt|booked|invoice|rented|record|charged|bill|payment"
    r"|pay|spend|spent)\b"
)
_IF_OR_OTHER = re.compile(
    r"\b(?:if|would|could|might|will|\w+'ll|\w+'d|when|once|last (?:year|season)'s|most|many|some"
    r"|others?|another|quote\w*|estimate\w*|deposit)\b"
)
_AMOUNTS_TO = re.compile(
    r"\s(?:itself\s)?(?:is|are|was|were|cost|costs|came\sto|comes?\sto|totals?|totall?ed|amounts?\sto)\s"
    r"(?:only\s|just\s|exactly\s|about\s|around\s|a\stotal\sof\s)?"
)
_WAS = re.compile(r"\s(?:itself\s)?(?:was|were|came\sto|totall?ed|amounted\sto)\s")
_PART_OF_IT = re.compile(
    r"\s?(?:off|discount|more|extra|less|back|cheaper|each|per|apiece|a\s(?:piece|month|week|year|person)"
    r"|deposit|fee|down|away|short|under|over|in\s(?:tax|fees|shipping))\b|/"
)


def record_contradictions(reading: Reading) -> Iterator[WrongRecord]:
    """Yield every figure about the known customer that differs from the record."""
    yield from _points(reading)
    yield from _tier(reading)
    if reading.facts.customer.orders:
        yield from _totals(reading)


def _points(reading: Reading) -> Iterator[WrongRecord]:
    """Yield each balance of points that is not the customer's: "625 reward points"."""
    points, text = reading.facts.customer.points, reading.text
    for hit in _BALANCE.finditer(text.norm):
        group = "n" if hit["n"] else "b"
        value = number_value(hit[group])
        if value is None or value == points or not _is_balance(reading, hit, group):
            continue
        shown = "no points" if points is None else f"{points} points"
        start, _ = text.span(*hit.span(group))
        _, end = text.span(*hit.span())
        yield _wrong_count(reading, start, end, points, "points", shown)


def _is_balance(reading: Reading, hit: re.Match[str], group: str) -> bool:
    text = reading.text
    start, end = text.span(*hit.span(group))
    sentence = text.sentence_at(start)
    before = text.norm[sentence.norm_start : hit.start(group)]
    after = text.norm[hit.end() : min(sentence.norm_end, hit.end() + 32)]
    if not _OWN.search(before + after) or _HYPOTHETICAL.search(before):
        return False
    how = polarity(text, start, end)
    return not _PRICED.match(after) and how.asserted and not how.question


def _wrong_count(
    reading: Reading, start: int, end: int, value: int | None, record: str, shown: str
) -> WrongRecord:
    written = reading.text.excerpt(start, end)
    number = re.match(r"[\d,]+", written)
    edits: tuple[Edit, ...] = ()
    if value is not None and number:
        edits = (Edit(start, start + number.end(), f"{value:,}", REASON),)
    return WrongRecord(
        start,
        end,
        record,
        f"The draft says “{written}”; the customer's record says {shown}.",
        FactReference(f"customer.{record}", shown),
        edits,
    )


def _tier(reading: Reading) -> Iterator[WrongRecord]:
    customer, text = reading.facts.customer, reading.text
    own = customer.tier.lower()
    names = "|".join(dict.fromkeys((*_TIERS, *((re.escape(own),) if own else ()))))
    pattern = re.compile(
        r"\b(?:you are|you're|as|being|your|you have|you've)(?: an?| our| currently| now)*"
        rf" (?P<tier>{names})(?= (?:member\w*|status|tier|level|guest|customer|card ?holder"
        r"|account|perks|benefits)\b)"
    )
    bare = re.compile(
        r"\b(?:(?:you are|you're|you have|you've)(?: (?:already|currently|now|still))*"
        r"(?: (?:at|in|on)(?: the| our)?| reached| made| earned)?"
        r"|your (?:\w+ )?(?:tier|status|level) (?:is|shows(?: as)?))"
        rf"(?: currently| now| still)* (?P<tier>{names})"
        r"(?= (?:level|tier|status|now)\b|\s*[,.;!]|$)"
    )
    found = {
        text.span(*hit.span("tier"))
        for hit in (*pattern.finditer(text.norm), *bare.finditer(text.norm))
    }
    for start, end in sorted(found | set(_named_tiers(reading) if own else ())):
        sentence = text.sentence_at(start)
        written = text.original[start:end]
        led = text.norm[sentence.norm_start : text.norm_position(start)]
        if written.lower() == own or _NOT_YET_TIER.search(led):
            continue
        if not polarity(text, start, end).asserted:
            continue
        yield WrongRecord(
            start,
            end,
            "tier",
            f"The draft says {written}; the customer's tier is {customer.tier or 'none'}.",
            FactReference("customer.tier", customer.tier),
            (Edit(start, end, _cased_like(written, customer.tier), REASON),) if own else (),
        )


def _named_tiers(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield each word with a capital that stands where a tier does ("as a Lake member")."""
    facts = reading.facts
    ours = " ".join(
        (
            *(facts.brand.name, facts.brand.loyalty, facts.place.name, facts.place.city),
            *(offer.name for offer in facts.offers),
            *(order.item for order in facts.customer.orders),
        )
    ).lower()
    for hit in _NAMED_TIER.finditer(reading.text.original):
        if hit["tier"].lower() not in ours:
            yield hit.span("tier")


def _cased_like(written: str, tier: str) -> str:
    return tier[:1].upper() + tier[1:] if written[:1].isupper() else tier


def _totals(reading: Reading) -> Iterator[WrongRecord]:
    orders, text = reading.facts.customer.orders, reading.text
    allowed = _known_sums(reading.facts.customer, reading.facts.place)
    priced = _prices_of_orders(reading)
    for each in quantities(text):
        if each.unit is not Unit.MONEY:
            continue
        before = text.norm[max(0, each.norm_start - 60) : each.norm_start]
        whole = not _PART_OF_IT.match(text.norm, each.norm_end)
        of_order = whole and (each.norm_start in priced or is_paid_sum(reading, each))
        if not (of_order or _PAID.search(before)) or any(
            abs(each.value - sum_) < 0.011 for sum_ in allowed
        ):
            continue
        sentence = text.sentence_at(each.start)
        owned = _OWN.search(text.norm, sentence.norm_start, sentence.norm_end)
        if not (owned or of_order) or not polarity(text, each.start, each.end).asserted:
            continue
        total = number_value(orders[0].total)
        edits: tuple[Edit, ...] = ()
        if len(orders) == 1 and total:
            right = f"${total:,.2f}".removesuffix(".00")
            edits = (Edit(each.start, each.end, right, REASON),)
        yield WrongRecord(
            each.start,
            each.end,
            "total",
            f"The draft says {text.excerpt(each.start, each.end)}; the customer's record says "
            + ", ".join(f"${order.total} for {order.item}" for order in orders)
            + ".",
            FactReference("order.total", ", ".join(order.total for order in orders)),
            edits,
        )


def is_paid_sum(reading: Reading, each: Quantity) -> bool:
    """Say whether a sum is told as what was paid, in a reply that speaks of a purchase."""
    text = reading.text
    sentence = text.sentence_at(each.start)
    before = text.norm[sentence.norm_start : each.norm_start]
    if not (_CAME_TO.search(before) or _BOUGHT_FOR.search(before)):
        return False
    how = polarity(text, each.start, each.end)
    if how.question or how.conditional or how.reported or _IF_OR_OTHER.search(before):
        return False
    return bool(_OF_PURCHASE.search(text.norm) or _OF_PURCHASE.search(reading.message.norm))


def _prices_of_orders(reading: Reading) -> frozenset[int]:
    """Return where a price would begin that is said of one of the orders ("your tires cost ")."""
    text = reading.text
    found = set()
    for phrase in order_phrases(text, reading.facts.customer.orders):
        said = frozenset(word.rstrip("s") for word in phrase.modifiers)
        full = kind_of(phrase.order.item) <= said
        predicate = _AMOUNTS_TO.match(text.norm, phrase.end)
        told = predicate is not None and _WAS.match(predicate.group()) is not None
        alone = len(reading.facts.customer.orders) == 1
        if not (
            phrase.by_id
            or phrase.determiner == "your"
            or (phrase.determiner == "the" and (full or (told and alone)))
        ):
            continue
        if predicate is None or other_kind(phrase):
            continue
        if is_subject(text.norm, phrase):
            found.add(predicate.end())
    return frozenset(found)


def noted_sums(order: OrderFact) -> list[float]:
    """Return an order's total and the sums that its status notes ("deposit 160 paid")."""
    noted = re.findall(r"\d+(?:\.\d+)?", _DATE.sub(" ", order.status))
    return [number_value(order.total) or 0.0, *map(float, noted)]


def _known_sums(customer: CustomerFacts, place: PlaceFacts) -> set[float]:
    """Return the sums that are true to the records: totals, what is noted, and shares of them."""
    known: list[float] = []
    for order in customer.orders:
        known.extend(noted_sums(order))
    numbers = [
        (fact.unit, float(fact.value))
        for fact in place.policies
        if isinstance(fact.value, int | float) and not isinstance(fact.value, bool)
    ]
    shares = {0.0, *(value / 100 for unit, value in numbers if unit is Unit.PERCENT)}
    shares |= {1 - share for share in shares}
    sums = {total * share for total in known for share in shares}
    return sums | {value for unit, value in numbers if unit is Unit.MONEY}
