"""What is true of a place, its offers, its articles and its customer, at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from locations.hours import Schedule, TypedSchedule
from locations.offers import OfferTerms
from locations.resolve import PolicyData, PolicyScalar, Provenance


class Unit(StrEnum):
    """What a policy value measures; ``text`` cannot be checked in a draft and is shown as such."""

    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    MONTHS = "months"
    YEARS = "years"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    AGE = "age"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    LIST = "list"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class PolicyFact:
    """A resolved policy term: ``value`` in ``unit`` (money in US dollars, percent as 15 for 15 %).

    ``words`` are the operator's own phrases for the term, beside those the product derives from
    ``key``; ``sentence`` is the customer-facing wording with ``{value}`` as the slot, or empty.
    """

    key: str
    label: str
    topic: str
    unit: Unit
    value: PolicyData
    words: tuple[str, ...] = ()
    sentence: str = ""
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class BrandFacts:
    """The brand a reply speaks for; ``domain`` is the only one links may point to on SMS."""

    code: str
    name: str
    domain: str = ""
    loyalty: str = ""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is true of one location on the moment's date. ``state`` is ISO 3166-2 (``US-MA``).

    ``names`` are the ways a reply may call it: full name, name without the brand, city.
    ``schedule`` is of the doors, with what closes the place and which holidays are unconfirmed;
    ``services`` hold the hours of other types (pickup, the kitchen) where the place has any.
    """

    code: str
    name: str
    vertical: str
    city: str
    state: str
    ownership: str
    staffing: str
    phone: str
    address: str
    status: str
    schedule: Schedule
    policies: tuple[PolicyFact, ...] = ()
    names: tuple[str, ...] = ()
    licence_states: tuple[str, ...] = ()
    services: tuple[TypedSchedule, ...] = ()

    def schedule_of(self, hours_type: str) -> Schedule | None:
        """Return the schedule of an hours type; the doors' own is called ``main`` or nothing."""
        if hours_type in {"", "main"}:
            return self.schedule
        found = (each.schedule for each in self.services if each.hours_type == hours_type)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class OfferFact:
    """A promotion of the brand, whatever its standing; ``standing`` and ``reason`` are those for
    this location, this customer's state, this ticket and this date.

    ``replaced_by`` is the code of the offer to name instead: the first of its replacements that
    can be used here and now, empty when there is none or none is needed.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    terms_text: str
    terms: OfferTerms
    standing: str
    reason: str
    version: int = 1
    kind: str = "promotion"
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class FactReference:
    """The stored fact that a finding was compared with, and where it comes from."""

    key: str
    value: str
    source: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class PassageFact:
    """A passage of an article that may not be used here and now (``standing`` ``quarantined``).

    ``reason`` says what it states and what holds instead; ``kind`` is the layer of facts that it
    contradicts, ``rule`` the term or offer, ``fact`` the stored value with where it comes from.
    """

    text: str
    standing: str
    reason: str
    kind: str = ""
    rule: str = ""
    fact: FactReference | None = None


@dataclass(frozen=True, slots=True)
class ArticleFact:
    """A knowledge article of the brand. ``standing``: ``usable``, or why it is not
    (``out_of_scope``, ``deprecated``, ``superseded``, ``stale``, ``quarantined``).

    ``body`` of a usable article is what may be used of it; ``passages`` are those that may not.
    ``note`` is a doubt about an article that is used all the same, ``successor`` the code of the
    article that is used in place of a superseded one.
    """

    code: str
    title: str
    body: str
    standing: str
    reason: str
    version: int = 1
    passages: tuple[PassageFact, ...] = ()
    note: str = ""
    successor: str = ""


@dataclass(frozen=True, slots=True)
class OrderFact:
    """One order, purchase, visit or account of the customer; ``total`` in US dollars.

    ``channel`` is how it was bought (``in_store``, ``online``), empty where that is not told.
    ``details`` are further values as its source names them: dates as ISO 8601.
    """

    id: str
    location: str
    item: str
    total: str
    on: date
    status: str
    channel: str = ""
    details: tuple[tuple[str, PolicyScalar], ...] = ()


@dataclass(frozen=True, slots=True)
class PastTicket:
    """An earlier ticket of the customer: where, on which day (UTC), how, and its ticket class."""

    location: str
    on: date
    channel: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """The customer at arrival. ``code`` is ``None`` for an unknown sender: personal details in a
    draft are then unverified, not wrong. ``state`` is ISO 3166-2, ``None`` when unknown.

    ``consents`` pairs what was asked with the answer. ``tickets`` are the latest earlier tickets,
    newest first; ``tickets_here`` and ``tickets_everywhere`` count all of them. ``unavailable``
    says in words why the record could not be brought up to date, if so.
    """

    code: str | None = None
    name: str = ""
    state: str | None = None
    tier: str = ""
    points: int | None = None
    orders: tuple[OrderFact, ...] = ()
    history: tuple[str, ...] = ()
    consents: tuple[tuple[str, bool], ...] = ()
    tickets: tuple[PastTicket, ...] = ()
    tickets_here: int = 0
    tickets_everywhere: int = 0
    unavailable: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the gate may hold a draft against. ``at`` is aware, in the location's zone.

    ``elsewhere`` holds the same-brand locations that the ticket or the draft names;
    ``offers`` are the brand's with their standing, ``articles`` those that may matter to a reply.
    ``save_offers`` says whether this ticket may be answered with an offer that keeps a customer.
    """

    at: datetime
    brand: BrandFacts
    place: PlaceFacts
    customer: CustomerFacts = CustomerFacts()
    elsewhere: tuple[PlaceFacts, ...] = ()
    offers: tuple[OfferFact, ...] = ()
    articles: tuple[ArticleFact, ...] = ()
    save_offers: bool = False
