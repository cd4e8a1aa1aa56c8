"""Customer data: right person, right record, right value, and nothing that is for staff only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from compliance.gate.lexicon import words
from compliance.gate.order_records import order_contradictions
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading, finding, unverified
from compliance.gate.record_counts import count_contradictions
from compliance.gate.records import record_contradictions
from compliance.gate.staff_notes import staff_notes
from compliance.gate.status_records import dated_contradictions
from compliance.gate.text import Text
from compliance.gate.tone.names import called
from compliance.gate.types import CustomerFacts, Edit, Finding, Layer, Severity

_GREETING = re.compile(
    (
        r"^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|"
        r"greetings|welcome(?: back)?|howdy|thanks|thank you)(?: again|"
        r" there)?,?\s+(?:(?P<title>ms|mr|mrs|miss|mx|"
        r"dr)\.? )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\s*(?=[,.!:\-–—\n]|$)"
    ),
    re.IGNORECASE,
)
_VOCATIVE = re.compile(
    r"(?:\b(?:thank you|thanks|sorry|apologies|welcome|yes|no|sure|absolutely|"
    r"of course|we will|certainly|message|patience|note|"
    r"question)),? (?P<name>[A-Z][a-z'’-]+)(?=[.!,])"
)
_TITLE = re.compile(
    r"^\W*(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Gg]ood \w+|"
    r"[Ww]elcome back),? (?P<title>M[rs]s?|Dr|Miss)\.? (?P<name>[A-Z][\w'’-]+)"
)
# "Of course, Ms. Vale.": what ends in a title and a name is said to who bears it.
_TITLED_CLOSING = re.compile(r", (?P<title>M[rsx]s?|Miss)\.? (?P<name>[A-Z][\w'’-]+)(?=[.!?]|\s*$)")
# "See you Saturday, Isabel!": a short sentence to the customer that ends in a name.
_CLOSING_NAME = re.compile(
    r"(?:^|(?<=[.!?\n] ))(?P<said>[A-Z][^.!?\n,]{2,60}), (?P<name>[A-Z][a-z'’-]{2,})(?=[.!]|\s*$)"
)
_TO_CUSTOMER = re.compile(
    r"\b(?:you|your|you['’]re|thanks|thank|see|sorry|welcome|enjoy|happy|hope)\b", re.IGNORECASE
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|to|from|near|of|on|by|between|around)\s(?:[\w'’.-]+\s){0,3}[\w'’.-]+$"
)
_NOT_NAMES = words(
    "there all team everyone everybody folks friend friends guest customer member neighbor "
    "sir madam ma'am valued again you for and the we our your so very here today monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december yes no absolutely certainly sure of it "
    "this that thank thanks good great mr mrs ms miss mx dr prof"
)
_PERSON = r"[A-Z][a-z'’-]+(?: [A-Z]\.)? [A-Z][a-z'’-]+"
_ANOTHERS = re.compile(
    r"\b(?:by|for|from|under|to|belong(?:s|ing) to|in the name of|name of|"
    rf"with|of|that|as)\s+(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>{_PERSON})(?!\w)|"
    rf"(?P<owner>{_PERSON})['’]s\s+(?:order|purchase|booking|appointment|"
    r"account|visit|refund|package|points|card|return|loan|payment|membership|plan|class|stay|room|"
    rf"session|sessions|dues|deposit|balance|records?|file|address|(?:phone )?number|prescription|"
    rf"reservation|[a-z]+(?= (?:is|are|was|were|has|have) (?:\w+ )?(?:ready|waiting|due|paid|booked"
    r"|scheduled|finished|done|overdue|on file|in our system|confirmed|shipped|late)))|"
    rf"(?P<subject>{_PERSON})\s+(?:also |just |already )?(?:bought|purchased|"
    r"ordered|booked|returned|paid|picked up|owes|has (?:a|an|the|\d)|signed up|cancell?ed|"
    r"rescheduled|checked (?:in|out)|is (?:booked|scheduled|staying|coming|on hold))|"
    rf"(?:moved|refunded|charged|rebooked|credited|rescheduled) (?P<object>{_PERSON})"
)
_GROUPS = ("name", "owner", "subject", "object")
_IS_CUSTOMER = re.compile(
    r",? (?:who (?:is|was) (?:also )?)?(?:an?|our) (?:other )?"
    r"(?:member|guest|customer|client|patient)\b"
)
_PURCHASE = re.compile(
    r"\b(?:orders?|ordered|bought|buy|purchas\w+|book\w*|appointments?|"
    r"visit\w*|accounts?|returns?|refund\w*|package|points|loan|reservation|"
    r"paid|receipt|card|transaction|ship\w*|deliver\w*|pick(?:ed)? up|"
    r"charged?|total)\b"
)


class CustomerData:
    """Keeps other people's records, wrong records and staff notes out of a reply."""

    id: ClassVar[str] = "data"
    title: ClassVar[str] = "Customer data"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.DATA

    def find(self, reading: Reading) -> list[Finding]:
        """Return what a draft says that is not this customer's, not true, or not for them."""
        found = [*self._notes(reading), *self._names(reading), *self._order_ids(reading)]
        found.extend(self._others(reading))
        if reading.facts.customer.code is None:
            return found
        found.extend(
            finding(
                self,
                reading,
                wrong.start,
                wrong.end,
                wrong.message,
                rule=wrong.record,
                fact=wrong.fact,
                edits=wrong.edits or (_removal(reading.text, wrong.start),),
            )
            for wrong in (
                *record_contradictions(reading),
                *order_contradictions(reading),
                *count_contradictions(reading),
                *dated_contradictions(reading),
            )
        )
        return found

    def _notes(self, reading: Reading) -> Iterator[Finding]:
        for start, end in staff_notes(reading.text):
            yield finding(
                self,
                reading,
                start,
                end,
                "The draft carries a note that is meant for staff only.",
                rule="internal_note",
                severity=Severity.BLOCK,
                edits=(Edit(start, end, "", reason="removes the internal note"),),
            )

    def _names(self, reading: Reading) -> Iterator[Finding]:
        customer = reading.facts.customer
        names = called(customer.name)
        if customer.code is None or not names.full:
            return
        own = _name_parts(customer)
        seen: set[int] = set()
        for pattern in (_GREETING, _TITLE, _TITLED_CLOSING, _VOCATIVE, _CLOSING_NAME):
            for hit in pattern.finditer(reading.text.original):
                if pattern is _CLOSING_NAME and not _closes_address(hit["said"]):
                    continue
                start, end = hit.span("name")
                written = hit["name"]
                parts = {part.lower() for part in re.split(r"[\s]+", written)}
                if start in seen or not written[:1].isupper() or parts & _NOT_NAMES:
                    continue
                if parts <= own or self._is_ours(reading, written):
                    continue
                if any(_is_short_for(part, name) for part in parts for name in own):
                    continue
                seen.add(start)
                titled = hit.groupdict().get("title")
                right = names.family if titled else names.first or names.formal
                yield finding(
                    self,
                    reading,
                    start,
                    end,
                    f"The draft addresses {written}; the customer is {customer.name}.",
                    rule="customer_name",
                    edits=(Edit(start, end, right, reason="names the right customer"),),
                )

    def _is_ours(self, reading: Reading, written: str) -> bool:
        """Say whether a name is the brand's, a place's or an offer's, not a person's."""
        lowered = written.lower()
        facts = reading.facts
        ours = [
            *(facts.brand.name, facts.brand.loyalty),
            *(offer.name for offer in facts.offers),
            *(alias for offer in facts.offers for alias in offer.aliases),
            *(order.item for order in facts.customer.orders),
            *(article.title for article in facts.articles),
        ]
        for place in (facts.place, *facts.elsewhere):
            ours.extend((place.name, place.city, *place.names))
        return any(lowered in name.lower() for name in ours if name)

    def _order_ids(self, reading: Reading) -> Iterator[Finding]:
        customer = reading.facts.customer
        own = {order.id.upper() for order in customer.orders}
        asked = reading.message.norm.upper()
        codes = {offer.code.upper() for offer in reading.facts.offers}
        for hit in _id_pattern(own).finditer(reading.text.original):
            group = "id" if hit["id"] else "num"
            written = hit[group].upper()
            if written in own or written in codes:
                continue
            known = customer.code is not None
            # Repeating the number that an unknown sender gave says nothing about anyone.
            if not known and written in asked:
                continue
            if not known:
                yield from unverified(
                    self,
                    reading,
                    *hit.span(group),
                    f"{hit[group]} is not an order of a customer we could identify: give the "
                    "ticket its customer, or leave the number out.",
                    kind="data",
                    about="order_id",
                )
                continue
            yield finding(
                self,
                reading,
                *hit.span(group),
                f"{hit[group]} is not an order of {customer.name}.",
                rule="order_id",
                severity=Severity.BLOCK,
            )

    def _others(self, reading: Reading) -> Iterator[Finding]:
        customer = reading.facts.customer
        own = _name_parts(customer)
        for hit in _ANOTHERS.finditer(reading.text.original):
            group = next(name for name in _GROUPS if hit[name])
            start, end = hit.span(group)
            written = hit[group]
            parts = {part.lower().rstrip(".") for part in written.split()}
            if parts & own or parts & _NOT_NAMES or self._is_ours(reading, written):
                continue
            sentence = reading.text.sentence_at(start)
            norm = reading.text.norm[sentence.norm_start : sentence.norm_end]
            told = _PURCHASE.search(norm) or _IS_CUSTOMER.match(reading.text.original, end)
            if group == "name" and not told:
                continue
            if _is_thing(written) or polarity(reading.text, start, end).reported:
                continue
            if customer.code is None:
                yield from unverified(
                    self,
                    reading,
                    start,
                    end,
                    f"The draft ties {written} to a purchase or account; who writes is not known.",
                    kind="data",
                    about="other_customer",
                )
                continue
            yield finding(
                self,
                reading,
                start,
                end,
                f"The draft ties {written}, who is not the customer, to a purchase or account.",
                rule="other_customer",
                severity=Severity.BLOCK,
            )


def _closes_address(said: str) -> bool:
    """Say whether a sentence speaks to the customer and no place or list can follow it."""
    capitals = re.findall(r"(?<!^)\b[A-Z][a-z]+", said)
    return (
        _TO_CUSTOMER.search(said) is not None
        and _PLACE_BEFORE.search(said) is None
        and all(word.lower() in _NOT_NAMES for word in capitals)
    )


def _removal(text: Text, position: int) -> Edit:
    sentence = text.sentence_at(position)
    return Edit(sentence.start, sentence.end, "", reason="removes the wrong record")


def _name_parts(customer: CustomerFacts) -> frozenset[str]:
    return frozenset(part.strip(",").lower() for part in customer.name.split())


def _is_short_for(written: str, name: str) -> bool:
    """Say whether a name is a short form of the customer's ("Ben" of "Benjamin")."""
    return len(written) >= 2 and name.startswith(written[: max(3, len(written) - 1)])


def _is_thing(written: str) -> bool:
    return written.rsplit(maxsplit=1)[-1].lower() in {
        "street", "avenue", "road", "union", "card", "club", "rewards", "day", "week", "eve",
        "friday", "desk", "team", "store", "app", "law", "act", "sale", "center", "department",
        "financing", "administration", "clinic", "spa", "bank", "pay", "states", "county", "year",
    }  # fmt: skip


def _id_pattern(known: set[str]) -> re.Pattern[str]:
    """Learn the shape of order numbers from the customer's own, beside the usual one."""
    shapes = {r"[A-Z]{1,3}-\d{3,}", r"[A-Z]{2,4}\d{4,}"}
    for code in known:
        shape = re.sub(r"\d+", lambda run: rf"\\d{{{len(run.group())}}}", re.escape(code))
        shapes.add(re.sub(r"(?<!\\)[A-Z]", "[A-Z]", shape))
    joined = "|".join(sorted(shapes))
    return re.compile(
        rf"(?<![\w-])(?:#\s?)?(?P<id>{joined})(?![\w-])"
        r"|\b(?:order|booking|confirmation|reference|invoice|ticket) (?:number |"
        r"no\.? |id )?#?\s?(?P<num>\d{4,})\b"
    )
