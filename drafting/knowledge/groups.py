"""The locations of a brand in groups for which a statement is right or wrong alike.

A brand of thousands of locations has few different sets of facts. Articles are examined once for
each set that matters to their words, never once for each location.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from django.db import connection

from compliance.gate.checks.offers.naming import mentions
from compliance.gate.policy.statements import Statements
from compliance.gate.policy.vocabulary import words_for
from compliance.gate.reading import Reading
from compliance.gate.text import Text
from compliance.gate.types import (
    ChannelRules,
    CustomerFacts,
    Facts,
    GateInput,
    OfferFact,
    PlaceFacts,
    PolicyFact,
    ToneOverlay,
)
from drafting.context.facts import brand_facts, offer_facts, place_facts
from drafting.knowledge.scope import in_scope
from locations.models import (
    Brand,
    KnowledgeArticle,
    Location,
    LocationStatus,
    PolicyTerm,
    PolicyValue,
    Promotion,
    Vertical,
)

_WORLDS_KEPT: Final = 8


@dataclass(slots=True)
class Group:
    """Locations with the same policies on the same date; the first one stands for all."""

    on: date
    home: Location
    facts: PlaceFacts
    members: list[Location] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Case:
    """The facts that some locations share as far as an article's words go."""

    known: Facts
    home: Location
    codes: tuple[str, ...]


class BrandWorld:
    """A brand's locations, policies and offers at a moment, read once for many articles."""

    def __init__(self, brand: Brand, at: datetime) -> None:
        self.brand = brand
        self.at = at
        self._facts = brand_facts(brand)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The locations by what decides their policies, largest group first."""
        places = list(
            Location.objects.filter(brand=self.brand)
            .exclude(status=LocationStatus.CLOSED)
            .select_related("brand", "vertical")
            .order_by("code")
        )
        values = [
            row
            for row in PolicyValue.objects.select_related("term", "vertical", "brand", "location")
            if row.brand is None or row.brand.code == self.brand.code
        ]
        own: dict[str, list[PolicyValue]] = {}
        shared: list[PolicyValue] = []
        for value in values:
            if value.location is None:
                shared.append(value)
            else:
                own.setdefault(value.location.code, []).append(value)
        today = {
            zone: self.at.astimezone(ZoneInfo(zone)).date() for zone in {p.zone for p in places}
        }
        found: dict[object, Group] = {}
        for place in places:
            on = today[place.zone]
            mine = own.get(place.code, ())
            key = (place.vertical_id, place.ownership, place.state, on, _values_of(mine))
            group = found.get(key)
            if group is None:
                facts = place_facts(
                    place, on=on, weekly_hours=(), dated_hours=(), policy_values=[*shared, *mine]
                )
                group = found[key] = Group(on, place, facts)
            group.members.append(place)
        return tuple(sorted(found.values(), key=lambda each: (-len(each.members), each.home.code)))

    @cached_property
    def offers(self) -> dict[str, Promotion]:
        """The brand's offers by their codes."""
        rows = {row.pk: row for row in Promotion.objects.filter(brand=self.brand)}
        for row in rows.values():
            # Filled in from what was read: following the link would be a query an offer.
            row.replaced_by = rows.get(row.replaced_by_id) if row.replaced_by_id else None
        return {row.code: row for row in rows.values()}

    @cached_property
    def _names(self) -> tuple[OfferFact, ...]:
        """The offers as names to look for; where each one stands is asked later."""
        if not self.groups:
            return ()
        return self._standings(self.offers.values(), self.groups[0].home, self.groups[0].on)

    @cached_property
    def _terms(self) -> PlaceFacts:
        """A place where every term of the brand is in force, to see which ones a text speaks of."""
        terms: dict[str, PolicyFact] = {}
        for group in self.groups:
            for fact in group.facts.policies:
                terms.setdefault(fact.key, fact)
        return replace(self.groups[0].facts, policies=tuple(terms.values()))

    def terms_of(self, text: str) -> frozenset[str]:
        """Return the keys of the policy terms that a text may speak of."""
        if not self.groups:
            return frozenset()
        case = GateInput(text, self._known(self._terms, (), self.at), _CHANNEL, _TONE)
        return frozenset(term.fact.key for term in Statements(Reading(case)).live(self._terms))

    def offers_of(self, text: str) -> frozenset[str]:
        """Return the codes of the offers that a text names."""
        return frozenset(each.offer.code for each in mentions(Text(text), self._names))

    def offer_reader(self, code: str) -> Callable[[str], bool]:
        """Return what says whether a text names an offer, as it is called now."""
        named = tuple(each for each in self._names if each.code == code)
        return lambda text: bool(named) and bool(mentions(Text(text), named))

    def term_reader(self, key: str) -> Callable[[str], bool]:
        """Return what says whether a text speaks of any part of a policy term."""
        facts = [fact for group in self.groups for fact in group.facts.policies if fact.key == key]
        if not facts:
            return lambda _: False
        term = words_for(facts[0])
        if term.phrases is None and not term.topics:
            return lambda _: True
        patterns = [each.pattern for each in term.topics]
        patterns += [term.phrases] if term.phrases is not None else []
        return lambda text: any(each.search(Text(text).norm) for each in patterns)

    def cases_of(self, article: KnowledgeArticle) -> Iterator[Case]:
        """Return the different facts that an article is held against where it is in scope."""
        text = f"{article.title}\n\n{article.body}"
        terms = self.terms_of(text)
        offers = [self.offers[code] for code in sorted(self.offers_of(text))]
        found: dict[object, tuple[Group, Location, list[str]]] = {}
        for group in self.groups:
            policies = tuple((f.key, f.value) for f in group.facts.policies if f.key in terms)
            for place in group.members:
                if not in_scope(article, home=place, channel=_any_channel(article)):
                    continue
                runs = tuple(_runs_at(offer, place) for offer in offers)
                key = (group.on, place.vertical_id, policies, runs)
                known = found.get(key)
                if known is None:
                    found[key] = (group, place, [place.code])
                else:
                    known[2].append(place.code)
        for group, place, codes in found.values():
            stands = self._standings(offers, place, group.on)
            facts = replace(
                group.facts, code=place.code, name=place.name, city=place.city, names=()
            )
            at = self.at.astimezone(ZoneInfo(place.zone))
            yield Case(self._known(facts, stands, at), place, tuple(codes))

    def places(self, article: KnowledgeArticle) -> tuple[str, ...]:
        """Return the codes of the locations where an article is in scope."""
        channel = _any_channel(article)
        return tuple(
            place.code
            for group in self.groups
            for place in group.members
            if in_scope(article, home=place, channel=channel)
        )

    def _standings(
        self, offers: Iterable[Promotion], home: Location, on: date
    ) -> tuple[OfferFact, ...]:
        return offer_facts(offers, home=home, customer_state=None, save_offers=True, on=on)

    def _known(self, place: PlaceFacts, offers: tuple[OfferFact, ...], at: datetime) -> Facts:
        return Facts(
            at=at,
            brand=self._facts,
            place=place,
            customer=CustomerFacts(),
            offers=offers,
            save_offers=True,
        )


_MODELS: Final = (Brand, Location, PolicyTerm, PolicyValue, Promotion, Vertical)
_worlds: OrderedDict[int, tuple[object, BrandWorld]] = OrderedDict()


def world_of(brand: Brand, at: datetime) -> BrandWorld:
    """Return a brand's world at a moment, read again only after a change of the configuration.

    Every change has an entry in a history, so the newest entries tell whether there was one.
    """
    tables = (model.history.model._meta.db_table for model in _MODELS)
    newest = ", ".join(f"(SELECT max(history_id) FROM {table})" for table in tables)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {newest}")  # names of our own tables
        # Days begin at whole quarters of an hour, in every zone there is.
        stamp = (cursor.fetchone(), int(at.timestamp()) // 900)
    known = _worlds.get(brand.pk)
    if known is None or known[0] != stamp:
        known = (stamp, BrandWorld(brand, at))
        _worlds[brand.pk] = known
        while len(_worlds) > _WORLDS_KEPT:
            _worlds.popitem(last=False)
    return known[1]


_CHANNEL = ChannelRules(code="knowledge")
_TONE = ToneOverlay()


def _values_of(values: Sequence[PolicyValue]) -> tuple[object, ...]:
    """What a location's own rows say, however many locations have rows that say the same."""
    return tuple(
        sorted(
            (row.term.key, repr(row.value), str(row.valid_from), str(row.valid_to))
            for row in values
        )
    )


def _runs_at(offer: Promotion, place: Location) -> tuple[bool, bool]:
    return not offer.locations or place.code in offer.locations, (
        place.state in offer.excluded_states
    )


def _any_channel(article: KnowledgeArticle) -> str:
    return article.channels[0] if article.channels else ""
