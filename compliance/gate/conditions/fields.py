"""The fields that conditions may name: what each means, what it measures, where it is read.

Only what a decision knows anyway is here. ``policy.KEY`` and ``location.KEY`` reach any stored
policy term, ``order.detail.KEY`` any further detail of an order, ``customer.consent.KEY`` any
consent; what is not stored is unknown.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias

from compliance.gate.conditions.amounts import only_amount
from compliance.gate.conditions.business_days import business_days_since
from compliance.gate.types import Facts, OfferFact, OrderFact, Unit

# What a field may hold: ``None`` is not stored.
Stored: TypeAlias = "Decimal | int | float | str | bool | date | datetime | tuple[str, ...] | None"


class FieldKind(StrEnum):
    """What a field measures; ``open`` is whatever the stored value is."""

    NUMBER = "number"
    DAYS = "number of days"
    MONEY = "amount of money"
    PERCENT = "percentage"
    AGE = "period since a date"
    DATE = "date"
    TIME = "time of day"
    TEXT = "word"
    TRUTH = "yes or no"
    OPEN = "any stored value"


class Subject(StrEnum):
    """What there may be several of in one decision; a condition is asked of each."""

    ORDER = "order"
    OFFER = "offer"
    AMOUNT = "amount"
    PERCENTAGE = "percentage"


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """What a draft itself says, as far as conditions ask for it."""

    length: int = 0
    human_reviewed: bool | None = None
    turn: int | None = None
    channel: str = ""
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class View:
    """One way of looking at a case: one order, one named offer, one stated amount."""

    facts: Facts
    draft: DraftFacts = DraftFacts()
    order: OrderFact | None = None
    offer: OfferFact | None = None
    amount: Decimal | None = None
    percentage: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A field; ``unit`` tells how an open value was stored, where that is known."""

    name: str
    kind: FieldKind
    about: str
    read: Callable[[View], Stored]
    subject: Subject | None = None
    unit: Callable[[View], Unit | None] = lambda _: None


class UnknownFieldError(LookupError):
    """No registry knows the field; the message names those that are close."""


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def _policy(view: View, key: str) -> Stored:
    return next((each.value for each in view.facts.place.policies if each.key == key), None)


def _policy_unit(view: View, key: str) -> Unit | None:
    return next((each.unit for each in view.facts.place.policies if each.key == key), None)


def _detail(view: View, key: str) -> Stored:
    if view.order is None:
        return None
    return next((value for name, value in view.order.details if _slug(name) == key), None)


def _consent(view: View, key: str) -> Stored:
    given = view.facts.customer.consents
    return next((value for name, value in given if _slug(name) == key), None)


def _of_order(read: Callable[[OrderFact, View], Stored]) -> Callable[[View], Stored]:
    return lambda view: None if view.order is None else read(view.order, view)


def _of_offer(read: Callable[[OfferFact], Stored]) -> Callable[[View], Stored]:
    return lambda view: None if view.offer is None else read(view.offer)


def _hours_since_message(view: View) -> Stored:
    asked = view.draft.asked_at
    return None if asked is None else (view.facts.at - asked).total_seconds() / 3600


def _known(view: View, value: Stored) -> Stored:
    """Return what a customer's record says, nothing where there is no record."""
    return None if view.facts.customer.code is None else value


_ORDER: Final = (
    ("date", FieldKind.DATE, "the day it was placed", lambda o, _: o.on),
    ("age", FieldKind.AGE, "the time since that day: `< 5 years`", lambda o, _: o.on),
    (
        "age_days",
        FieldKind.DAYS,
        "days since that day",
        lambda o, view: (view.facts.at.date() - o.on).days,
    ),
    (
        "age_business_days",
        FieldKind.NUMBER,
        "business days since that day, without federal holidays",
        lambda o, view: business_days_since(o.on, view.facts.at.date()),
    ),
    ("amount", FieldKind.MONEY, "its total", lambda o, _: Decimal(o.total)),
    ("status", FieldKind.TEXT, "its state: shipped, done ...", lambda o, _: o.status or None),
    ("item", FieldKind.TEXT, "what was bought", lambda o, _: o.item or None),
    ("location", FieldKind.TEXT, "the code of its location", lambda o, _: o.location or None),
    (
        "channel",
        FieldKind.TEXT,
        "how it was bought: in_store, online, phone ...",
        lambda o, _: o.channel or None,
    ),
)
_OFFER: Final = (
    ("code", FieldKind.TEXT, "its code", lambda o: o.code),
    ("kind", FieldKind.TEXT, "promotion or save_offer", lambda o: o.kind),
    ("standing", FieldKind.TEXT, "active, ended, upcoming ...", lambda o: o.standing),
    ("starts_on", FieldKind.DATE, "its first day", lambda o: o.terms.start),
    ("ends_on", FieldKind.DATE, "its last day", lambda o: o.terms.end),
    (
        "amount",
        FieldKind.MONEY,
        "the amount in its name and terms, where there is one only",
        lambda o: only_amount(o.name, o.terms_text, Unit.MONEY),
    ),
    (
        "percent",
        FieldKind.PERCENT,
        "the percentage in its name and terms, where there is one only",
        lambda o: only_amount(o.name, o.terms_text, Unit.PERCENT),
    ),
)
_PLAIN: Final[tuple[Field, ...]] = (
    *(
        Field(f"location.{name}", kind, about, read)
        for name, kind, about, read in (
            ("code", FieldKind.TEXT, "its code", lambda v: v.facts.place.code),
            ("city", FieldKind.TEXT, "its city", lambda v: v.facts.place.city or None),
            ("state", FieldKind.TEXT, "its state: US-MA", lambda v: v.facts.place.state or None),
            ("vertical", FieldKind.TEXT, "its vertical", lambda v: v.facts.place.vertical),
            (
                "ownership",
                FieldKind.TEXT,
                "corporate, franchise",
                lambda v: v.facts.place.ownership,
            ),
            ("staffing", FieldKind.TEXT, "its staffing", lambda v: v.facts.place.staffing or None),
            ("status", FieldKind.TEXT, "active, closed ...", lambda v: v.facts.place.status),
        )
    ),
    Field("brand.code", FieldKind.TEXT, "the brand", lambda v: v.facts.brand.code),
    *(
        Field(f"customer.{name}", kind, about, read)
        for name, kind, about, read in (
            (
                "known",
                FieldKind.TRUTH,
                "whether the sender has a record",
                lambda v: v.facts.customer.code is not None,
            ),
            ("state", FieldKind.TEXT, "the state of residence", lambda v: v.facts.customer.state),
            ("tier", FieldKind.TEXT, "loyalty tier", lambda v: v.facts.customer.tier or None),
            ("points", FieldKind.NUMBER, "loyalty points", lambda v: v.facts.customer.points),
            (
                "tickets_here",
                FieldKind.NUMBER,
                "earlier tickets at this location",
                lambda v: _known(v, v.facts.customer.tickets_here),
            ),
            (
                "tickets_everywhere",
                FieldKind.NUMBER,
                "earlier tickets anywhere",
                lambda v: _known(v, v.facts.customer.tickets_everywhere),
            ),
        )
    ),
    *(
        Field(f"order.{name}", kind, about, _of_order(read), Subject.ORDER)
        for name, kind, about, read in _ORDER
    ),
    *(
        Field(f"offer.{name}", kind, about, _of_offer(read), Subject.OFFER)
        for name, kind, about, read in _OFFER
    ),
    Field("channel.code", FieldKind.TEXT, "the channel of the reply", lambda v: v.draft.channel),
    Field("draft.length", FieldKind.NUMBER, "its characters", lambda v: v.draft.length),
    Field(
        "draft.amount",
        FieldKind.MONEY,
        "the amount of money that the reply states",
        lambda v: v.amount,
        Subject.AMOUNT,
    ),
    Field(
        "draft.percent",
        FieldKind.PERCENT,
        "the percentage that the reply states",
        lambda v: v.percentage,
        Subject.PERCENTAGE,
    ),
    Field(
        "draft.human_reviewed",
        FieldKind.TRUTH,
        "whether a person sends or has edited the reply; unknown until then",
        lambda v: v.draft.human_reviewed,
    ),
    Field(
        "conversation.turn",
        FieldKind.NUMBER,
        "which reply of the conversation this is, counted from 1",
        lambda v: v.draft.turn,
    ),
    Field(
        "conversation.hours_since_message",
        FieldKind.NUMBER,
        "hours since the customer wrote what is answered",
        _hours_since_message,
    ),
    Field(
        "conversation.wants_to_leave",
        FieldKind.TRUTH,
        "whether the ticket's class may be answered with a save offer",
        lambda v: v.facts.save_offers,
    ),
    Field("moment.date", FieldKind.DATE, "today at the location", lambda v: v.facts.at.date()),
    Field("moment.time", FieldKind.TIME, "the hour at the location", lambda v: v.facts.at),
)
FIELDS: Final = {each.name: each for each in _PLAIN}
# Every name below one of these is a field: what is stored under it decides.
OPEN: Final = {
    "policy.": "the policy term with this key, as resolved for the location",
    "location.": "the same, where no field above has the name",
    "order.detail.": "a detail of the order as its source names it",
    "customer.consent.": "what the customer was asked, and answered",
}
_OF_TERMS: Final = frozenset({"policy.", "location."})
_ALIASES: Final = {"purchase.": "order."}


def field_named(name: str) -> Field:
    """Return a field by its name; ``purchase`` is another word for ``order``.

    Raises:
        UnknownFieldError: naming the fields that are close.
    """
    for alias, meant in _ALIASES.items():
        if name.startswith(alias):
            name = meant + name.removeprefix(alias)
    if found := FIELDS.get(name):
        return found
    space, key = name.rpartition(".")[0] + ".", name.rpartition(".")[2]
    if space in _OF_TERMS:
        return Field(
            name,
            FieldKind.OPEN,
            OPEN[space],
            lambda view: _policy(view, key),
            unit=lambda view: _policy_unit(view, key),
        )
    if space == "order.detail.":
        about = OPEN[space]
        return Field(name, FieldKind.OPEN, about, lambda v: _detail(v, key), Subject.ORDER)
    if space == "customer.consent.":
        return Field(name, FieldKind.TRUTH, OPEN[space], lambda view: _consent(view, key))
    raise UnknownFieldError(f"there is no field {name}; {_close(name)}")


def term_of(name: str) -> str:
    """Return the key of the policy term that a field reaches, nothing where it is no such field."""
    space, _, key = name.rpartition(".")
    return key if f"{space}." in _OF_TERMS and name not in FIELDS else ""


def _close(name: str) -> str:
    near = difflib.get_close_matches(name, FIELDS, n=3, cutoff=0.8)
    if near:
        return f"did you mean {' or '.join(near)}?"
    space = name.partition(".")[0] + "."
    within = [each for each in FIELDS if each.startswith(_ALIASES.get(space, space))]
    if within:
        return f"known are {', '.join(within)}"
    spaces = {each.partition(".")[0] for each in FIELDS}
    return f"fields begin with {', '.join(sorted(spaces | {'policy', 'purchase'}))}"
