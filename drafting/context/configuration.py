"""Where the facts of a payload are read from: the stored configuration, or rows in memory.

Both give the same model instances, so a payload made from a bundle and one made from the database
after its import are the same, byte for byte.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, Protocol

from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Collate

from compliance.gate.concepts.own import OwnConcept
from compliance.models import (
    EVERY_CHANNEL,
    ChannelRestriction,
    Concept,
    QuietHours,
    ToneOverlay,
)
from drafting.context.offers import MOST_OFFERS, chosen, stored
from drafting.knowledge.candidates import articles_in_memory, stored_articles
from drafting.knowledge.named_offers import named_in_each, stored_in_each
from drafting.models import TicketClass
from locations.models import (
    DatedHours,
    KnowledgeArticle,
    Location,
    OperatorProfile,
    PolicyValue,
    Promotion,
    WeeklyHours,
)
from locations.models.lookups import NAMED_PLACES
from locations.naming import place_key, place_tail, spoken_places

# Dated hours further away than this cannot matter to a reply written today.
DATED_HOURS_AHEAD = timedelta(days=400)
DATED_HOURS_BACK = timedelta(days=40)
# A city's name says nothing about which of its many locations is meant: so many come along.
MOST_IN_A_CITY = 12
# Codes in one order everywhere, whatever the database's language.
CODE_POINTS = Collate("code", "C")


class UnknownLocationError(LookupError):
    """No location has this code."""


class Configuration(Protocol):
    """What an operator has configured, however it is stored."""

    def place(self, code: str) -> Location:
        """Return the location with this code, or raise :class:`UnknownLocationError`."""
        ...

    def operator(self) -> OperatorProfile | None:
        """Return what the operator says of everything, if it says anything."""
        ...

    def named_in(self, text: str, home: Location) -> list[Location]:
        """Return the other locations of the same brand that ``text`` names, by code."""
        ...

    def weekly_hours(self, places: Sequence[Location]) -> Iterable[WeeklyHours]:
        """Return the regular weeks of these places, of every hours type."""
        ...

    def dated_hours(self, places: Sequence[Location], on: date) -> Iterable[DatedHours]:
        """Return the dated hours of these places around a date."""
        ...

    def policy_values(self, places: Sequence[Location]) -> Iterable[PolicyValue]:
        """Return every policy value that may apply to one of these places, with its term."""
        ...

    def promotions(self, home: Location, on: date, spoken: str) -> Iterable[Promotion]:
        """Return the promotions of the brand that matter here or are named, with replacements.

        ``spoken`` is what the ticket and the draft say: see :mod:`drafting.context.offers`.
        """
        ...

    def offers_in(self, home: Location, texts: Sequence[str]) -> list[list[Promotion]] | None:
        """Return the promotions of the brand that each text names.

        ``None`` while :meth:`promotions` returns all of them.
        """
        ...

    def ticket_class(self, code: str) -> TicketClass | None:
        """Return the ticket class with this code, if there is one."""
        ...

    def articles(
        self, home: Location, *, spoken: str, channel: str, on: date, cited: Sequence[str]
    ) -> Iterable[KnowledgeArticle]:
        """Return the articles of a location's brand that may matter to what is said.

        See :mod:`drafting.knowledge.candidates`: all of a brand that has few.
        """
        ...

    def overlays(self, home: Location) -> Iterable[ToneOverlay]:
        """Return the overlays whose scope includes a location."""
        ...

    def own_concepts(self) -> Iterable[OwnConcept]:
        """Return the operator's concepts that are in force."""
        ...

    def channels(self, code: str) -> Iterable[ChannelRestriction]:
        """Return the restrictions of a channel and those of every channel."""
        ...

    def quiet_hours(self, channel: str) -> Iterable[QuietHours]:
        """Return the quiet hours of a channel and those of every channel, by code."""
        ...


# What a place is, which does not tell it from others.
_KINDS: Final = frozenset(
    {
        *("branch", "center", "centre", "clinic", "hospital", "hotel", "location", "mall"),
        *("office", "outlet", "plaza", "restaurant", "salon", "shop", "spa", "store", "studio"),
    }
)


def names_of(location: Location) -> tuple[str, ...]:
    """Return the ways a reply may call a location.

    Its full name, the name without the brand, the street or quarter that ends it, its city.
    """
    names = [location.name]
    brand_words = location.brand.name.casefold().split()
    words = location.name.split()
    shared = 0
    while shared < min(len(words) - 1, len(brand_words)) and (
        words[shared].casefold() == brand_words[shared]
    ):
        shared += 1
    own = words[shared:]
    if shared:
        names.append(" ".join(own))
    if len(own) > 1 and "-" in own[-1]:
        names.append(own[-1])
    elif len(own) > 2 and own[-1].casefold() not in _KINDS:
        names.append(" ".join(own[-2:]))
    names.append(location.city)
    return tuple(dict.fromkeys(name for name in names if name))


class StoredConfiguration:
    """The configuration in the database; the number of queries never depends on its size."""

    def place(self, code: str) -> Location:
        """Return the location with this code, or raise :class:`UnknownLocationError`."""
        location = Location.objects.select_related("brand", "vertical").filter(code=code).first()
        if location is None:
            raise UnknownLocationError(f"There is no location with the code “{code}”.")
        return location

    def operator(self) -> OperatorProfile | None:
        """Return what the operator says of everything, if it says anything."""
        return OperatorProfile.objects.first()

    def named_in(self, text: str, home: Location) -> list[Location]:
        """Return the other locations of the same brand that ``text`` names, by code."""
        names, cities = spoken_places(text, home.brand.name)
        if not (names or cities):
            return []
        said = [sorted(names), sorted(cities), sorted(cities)]
        given = [*said, home.brand_id, home.pk, *said, MOST_IN_A_CITY, MOST_IN_A_CITY]
        named = RawSQL(NAMED_PLACES, given)  # noqa: S611  (our own constant)
        rows = Location.objects.filter(pk__in=named).select_related("brand", "vertical")
        return list(rows.order_by(CODE_POINTS))

    def weekly_hours(self, places: Sequence[Location]) -> Iterable[WeeklyHours]:
        """Return the regular weeks of these places, of every hours type."""
        return WeeklyHours.objects.filter(location__in=places).select_related("location")

    def dated_hours(self, places: Sequence[Location], on: date) -> Iterable[DatedHours]:
        """Return the dated hours of these places around a date."""
        return DatedHours.objects.filter(
            location__in=places,
            on__range=(on - DATED_HOURS_BACK, on + DATED_HOURS_AHEAD),
        ).select_related("location")

    def policy_values(self, places: Sequence[Location]) -> Iterable[PolicyValue]:
        """Return every policy value that may apply to one of these places, with its term."""
        return PolicyValue.objects.filter(
            Q(layer="operator")
            | Q(layer="vertical", vertical__in={place.vertical_id for place in places})
            | Q(layer="brand", brand__in={place.brand_id for place in places})
            | Q(layer="ownership", ownership__in={place.ownership for place in places})
            | Q(layer="region", state__in={place.state for place in places})
            | Q(layer="location", location__in=places)
        ).select_related("term", "vertical", "brand", "location")

    def promotions(self, home: Location, on: date, spoken: str) -> Iterable[Promotion]:
        """Return the promotions of the brand that matter here or are named, with replacements."""
        return stored(home, on=on, spoken=spoken)

    def offers_in(self, home: Location, texts: Sequence[str]) -> list[list[Promotion]] | None:
        """Return the promotions of the brand that each text names, if there are many."""
        return stored_in_each(home, texts, MOST_OFFERS)

    def ticket_class(self, code: str) -> TicketClass | None:
        """Return the ticket class with this code, if there is one."""
        return TicketClass.objects.filter(code=code).first() if code else None

    def articles(
        self, home: Location, *, spoken: str, channel: str, on: date, cited: Sequence[str]
    ) -> Iterable[KnowledgeArticle]:
        """Return the articles of a location's brand that may matter to what is said."""
        return stored_articles(home, spoken=spoken, channel=channel, on=on, cited=cited)

    def overlays(self, home: Location) -> Iterable[ToneOverlay]:
        """Return the overlays whose scope includes a location."""
        return ToneOverlay.objects.filter(
            Q(vertical=None) | Q(vertical=home.vertical_id),
            Q(brand=None) | Q(brand=home.brand_id),
            Q(location=None) | Q(location=home.pk),
        ).select_related("vertical", "brand", "location")

    def own_concepts(self) -> Iterable[OwnConcept]:
        """Return the operator's concepts that are in force."""
        return Concept.objects.in_force()

    def channels(self, code: str) -> Iterable[ChannelRestriction]:
        """Return the restrictions of a channel and those of every channel."""
        return ChannelRestriction.objects.filter(code__in=(code, EVERY_CHANNEL))

    def quiet_hours(self, channel: str) -> Iterable[QuietHours]:
        """Return the quiet hours of a channel and those of every channel, by code."""
        rows = QuietHours.objects.filter(channel__code__in=(channel, EVERY_CHANNEL))
        return rows.order_by(CODE_POINTS)


class MemoryConfiguration:
    """A configuration of unsaved rows, such as a bundle's; never touches the database."""

    def __init__(
        self,
        *,
        locations: Iterable[Location],
        weekly_hours: Iterable[WeeklyHours] = (),
        dated_hours: Iterable[DatedHours] = (),
        policy_values: Iterable[PolicyValue] = (),
        promotions: Iterable[Promotion] = (),
        articles: Iterable[KnowledgeArticle] = (),
        overlays: Iterable[ToneOverlay] = (),
        concepts: Iterable[Concept] = (),
        channels: Iterable[ChannelRestriction] = (),
        quiet_hours: Iterable[QuietHours] = (),
        ticket_classes: Iterable[TicketClass] = (),
        operator: OperatorProfile | None = None,
    ) -> None:
        self._operator = operator
        self._locations = {row.code: row for row in locations}
        self._weekly = tuple(weekly_hours)
        self._dated = tuple(dated_hours)
        self._values = tuple(policy_values)
        self._promotions = tuple(promotions)
        self._articles = tuple(articles)
        self._overlays = tuple(overlays)
        self._concepts = tuple(concepts)
        self._channels = tuple(channels)
        self._quiet = tuple(sorted(quiet_hours, key=lambda row: row.code))
        self._classes = {row.code: row for row in ticket_classes}

    def place(self, code: str) -> Location:
        """Return the location with this code, or raise :class:`UnknownLocationError`."""
        if code not in self._locations:
            raise UnknownLocationError(f"There is no location with the code “{code}”.")
        return self._locations[code]

    def operator(self) -> OperatorProfile | None:
        """Return what the operator says of everything, if it says anything."""
        return self._operator

    def named_in(self, text: str, home: Location) -> list[Location]:
        """Return the other locations of the same brand that ``text`` names, by code."""
        names, cities = spoken_places(text, home.brand.name)
        found: list[Location] = []
        held: Counter[str] = Counter()
        for code, location in sorted(self._locations.items()):
            if code == home.code or location.brand.code != home.brand.code:
                continue
            name, city = place_key(location.name), place_key(location.city)
            tail = place_tail(location.name)
            if name in names or city in cities or tail in cities:
                held[f"city {city}"] += 1
                held[f"tail {tail}"] += 1
                if (
                    name in names
                    or (city in cities and held[f"city {city}"] <= MOST_IN_A_CITY)
                    or (tail in cities and held[f"tail {tail}"] <= MOST_IN_A_CITY)
                ):
                    found.append(location)
        return found

    def weekly_hours(self, places: Sequence[Location]) -> Iterable[WeeklyHours]:
        """Return the regular weeks of these places, of every hours type."""
        codes = {place.code for place in places}
        return [row for row in self._weekly if row.location.code in codes]

    def dated_hours(self, places: Sequence[Location], on: date) -> Iterable[DatedHours]:
        """Return the dated hours of these places around a date."""
        codes = {place.code for place in places}
        return [
            row
            for row in self._dated
            if row.location.code in codes
            and on - DATED_HOURS_BACK <= row.on <= on + DATED_HOURS_AHEAD
        ]

    def policy_values(self, places: Sequence[Location]) -> Iterable[PolicyValue]:
        """Return every policy value; those that do not apply are left out when resolving."""
        return self._values

    def promotions(self, home: Location, on: date, spoken: str) -> Iterable[Promotion]:
        """Return the promotions of the brand that matter here or are named, with replacements."""
        rows = [row for row in self._promotions if row.brand.code == home.brand.code]
        return chosen(rows, are_all=True, home=home, on=on, spoken=spoken)

    def offers_in(self, home: Location, texts: Sequence[str]) -> list[list[Promotion]] | None:
        """Return the promotions of the brand that each text names, if there are many."""
        rows = [row for row in self._promotions if row.brand.code == home.brand.code]
        rows.sort(key=lambda row: row.code)
        return named_in_each(rows, texts) if len(rows) > MOST_OFFERS else None

    def ticket_class(self, code: str) -> TicketClass | None:
        """Return the ticket class with this code, if there is one."""
        return self._classes.get(code)

    def articles(
        self, home: Location, *, spoken: str, channel: str, on: date, cited: Sequence[str]
    ) -> Iterable[KnowledgeArticle]:
        """Return the articles of a location's brand that may matter to what is said."""
        return articles_in_memory(
            (row for row in self._articles if row.brand.code == home.brand.code),
            home,
            spoken=spoken,
            channel=channel,
            on=on,
            cited=cited,
        )

    def overlays(self, home: Location) -> Iterable[ToneOverlay]:
        """Return the overlays whose scope includes a location."""
        return [
            row
            for row in self._overlays
            if (row.vertical is None or row.vertical.code == home.vertical.code)
            and (row.brand is None or row.brand.code == home.brand.code)
            and (row.location is None or row.location.code == home.code)
        ]

    def own_concepts(self) -> Iterable[OwnConcept]:
        """Return the operator's concepts that are in force."""
        return [row.value for row in self._concepts if row.active]

    def channels(self, code: str) -> Iterable[ChannelRestriction]:
        """Return the restrictions of a channel and those of every channel."""
        return [row for row in self._channels if row.code in {code, EVERY_CHANNEL}]

    def quiet_hours(self, channel: str) -> Iterable[QuietHours]:
        """Return the quiet hours of a channel and those of every channel, by code."""
        return [row for row in self._quiet if row.channel.code in {channel, EVERY_CHANNEL}]
