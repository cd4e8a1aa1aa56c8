"""Whose law a rule is, and whether it reaches this case: states, cities, licences, remote sales."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from compliance.gate.types import BindsOn, Facts, OrderFact, PlaceFacts, Rule

# The names that people and records use for a city, in lower case, beside its own.
_CITY_NAMES: Final = {
    "US-NY/new york city": (
        *("new york", "nyc", "new york, ny", "city of new york", "manhattan", "brooklyn"),
        *("queens", "bronx", "the bronx", "staten island"),
    ),
    "US-CA/san francisco": ("sf", "san fran", "city and county of san francisco"),
    "US-CA/los angeles": ("la", "l.a."),
    "US-PA/philadelphia": ("philly",),
    "US-DC/washington": ("washington, dc", "washington dc", "washington d.c.", "dc"),
    "US-MN/saint paul": ("st. paul", "st paul"),
    "US-MO/saint louis": ("st. louis", "st louis"),
    "US-NV/las vegas": ("vegas",),
    "US-LA/new orleans": ("nola",),
}
_IN_PERSON: Final = frozenset(
    {"in store", "in person", "store", "pos", "walk in", "premises", "on site", "counter"}
)
_REMOTE: Final = frozenset(
    {
        *("online", "web", "website", "app", "phone", "telephone", "mail", "email", "chat"),
        *("sms", "mail order", "call center", "marketplace", "social"),
    }
)


class Level(IntEnum):
    """How specific a rule's law is: a city's goes before a state's, a state's before federal."""

    FEDERAL = 0
    STATE = 1
    LOCALITY = 2


def level(rule: Rule) -> Level:
    """Return how specific the law behind a rule is."""
    if rule.localities:
        return Level.LOCALITY
    if rule.states and rule.binds_on is not BindsOn.EVERYWHERE:
        return Level.STATE
    return Level.FEDERAL


def binds(rule: Rule, facts: Facts) -> bool | None:
    """Say whether a rule's jurisdiction holds here.

    ``None`` when what decides is unknown: the customer's state, the city, the licence, or whether
    the customer bought in person.
    """
    if not rule.states:
        return True
    usual = _by(rule.binds_on, rule, facts)
    if rule.binds_on_remote_sale is None:
        return usual
    remote = remote_sale(facts)
    if remote is False:
        return usual
    otherwise = _by(rule.binds_on_remote_sale, rule, facts)
    if remote or usual is otherwise:
        return otherwise
    return None


def binding_states(rule: Rule, facts: Facts) -> tuple[str, ...]:
    """Return the states whose law a rule is here, the location's first; none where unknown."""
    whose = {rule.binds_on, rule.binds_on_remote_sale or rule.binds_on}
    if remote_sale(facts) is False:
        whose = {rule.binds_on}
    elif rule.binds_on_remote_sale and remote_sale(facts):
        whose = {rule.binds_on_remote_sale}
    found: list[str] = []
    if whose & {BindsOn.LOCATION, BindsOn.EITHER, BindsOn.EVERYWHERE}:
        found.append(facts.place.state)
    if whose & {BindsOn.CUSTOMER, BindsOn.EITHER} and facts.customer.state:
        found.append(facts.customer.state)
    if BindsOn.LICENCE in whose:
        found.extend(facts.place.licence_states)
    return tuple(dict.fromkeys(state for state in found if not rule.states or state in rule.states))


def remote_sale(facts: Facts) -> bool | None:
    """Say whether the customer bought from afar; ``None`` where no order tells, or they differ."""
    told = {_remote(order) for order in facts.customer.orders}
    return told.pop() if len(told) == 1 else None


def _remote(order: OrderFact) -> bool | None:
    # A shop on the net is recorded as a location in many order systems.
    how = (order.channel or order.location).replace("_", " ").replace("-", " ").casefold().strip()
    if how in _REMOTE:
        return True
    return False if order.channel and how in _IN_PERSON else None


def _by(whose: BindsOn, rule: Rule, facts: Facts) -> bool | None:
    if whose is BindsOn.EVERYWHERE:
        return True
    here = _at_location(rule, facts.place)
    if whose is BindsOn.LOCATION:
        return here
    if whose is BindsOn.LICENCE:
        held = facts.place.licence_states
        return any(state in rule.states for state in held) if held else None
    customer = _at_customer(rule, facts.customer.state)
    if whose is BindsOn.CUSTOMER:
        return customer
    # Where the customer lives is often unknown; the location's law is all that is then held to.
    return here if here is None else here or bool(customer)


def _at_location(rule: Rule, place: PlaceFacts) -> bool | None:
    if place.state not in rule.states or not rule.localities:
        return place.state in rule.states
    if not any(each.startswith(f"{place.state}/") for each in rule.localities):
        return False
    if not place.city.strip():
        return None
    return any(in_city(place.state, place.city, each) for each in rule.localities)


def _at_customer(rule: Rule, state: str | None) -> bool | None:
    if state is None:
        return None
    if state not in rule.states:
        return False
    if not rule.localities:
        return True
    # Only the state of a customer is known, never the city.
    return None if any(each.startswith(f"{state}/") for each in rule.localities) else False


def in_city(state: str, city: str, locality: str) -> bool:
    """Say whether a city of a state is the one that ``US-NY/New York City`` names."""
    where, _, name = locality.partition("/")
    if where != state:
        return False
    known = {
        key.partition("/")[2]: names
        for key, names in _CITY_NAMES.items()
        if key.startswith(f"{state}/")
    }
    return _official(city, known) == _official(name, known)


def _official(city: str, known: dict[str, tuple[str, ...]]) -> str:
    plain = " ".join(city.casefold().split())
    return next((name for name, others in known.items() if plain in (name, *others)), plain)
