"""Fills an empty database with an operator of any size: one brand, so that nothing is small.

Everything is made from numbers alone, so two runs measure the same. The rows are written in bulk
and without history: this is a scratch database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.db import connection, models

from console.benchmarks.vocabulary import LEXICON, NOUNS, QUALITIES, THINGS, TOWNS, spread
from console.bundles.rows import BundleRows
from drafting.intake import Incoming, receive
from drafting.models import DraftJob, Ticket, TicketMessage
from locations.models import (
    Brand,
    KnowledgeArticle,
    Location,
    PolicyValue,
    Promotion,
    Vertical,
    WeeklyHours,
)
from locations.resolve import PolicyLayer

TODAY: Final = date(2026, 11, 3)
_STATES: Final = ("US-MA", "US-NY", "US-CA", "US-TX", "US-WA", "US-CO", "US-FL", "US-IL")
_BATCH: Final = 2_000


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many rows of each kind."""

    locations: int
    articles: int
    offers: int
    tickets: int

    def share(self, locations: int) -> Sizes:
        """Return the sizes of an operator with so many locations and as many of all else each."""
        part = locations / self.locations
        return Sizes(
            locations=locations,
            articles=round(self.articles * part),
            offers=round(self.offers * part),
            tickets=round(self.tickets * part),
        )


def store_frame(rows: BundleRows) -> tuple[Brand, Vertical]:
    """Store what does not grow: a brand, terms, their wider values, voices, channels, classes."""
    brand = rows.locations[0].brand
    kept: Iterable[Any] = (
        brand,
        *rows.verticals,
        *rows.policy_terms,
        *(
            row
            for row in rows.policy_values
            if row.layer != PolicyLayer.LOCATION and row.brand in (None, brand)
        ),
        *(row for row in rows.overlays if row.location is None and row.brand in (None, brand)),
        *rows.channels,
        *rows.ticket_classes,
        *rows.rules,
    )
    for row in kept:
        for field in row._meta.concrete_fields:
            # What it is linked to was saved before it: take the key over.
            if field.is_relation:
                setattr(row, field.name, getattr(row, field.name))
        row.skip_history_when_saving = True
        row.save()
    return brand, rows.locations[0].vertical


def grow(brand: Brand, vertical: Vertical, sizes: Sizes) -> None:
    """Add rows until there are as many as the sizes say, and let the planner know."""
    _locations(brand, vertical, sizes.locations)
    codes = list(Location.objects.order_by("pk").values_list("code", flat=True))
    _add(Promotion, sizes.offers, lambda number: _offer(brand, number, codes))
    _add(KnowledgeArticle, sizes.articles, lambda number: _article(brand, vertical, number, codes))
    _tickets(sizes.tickets)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _add(model: type[models.Model], size: int, make: Callable[[int], Any]) -> list[Any]:
    start = model._default_manager.count()
    added: list[Any] = []
    for first in range(start, size, _BATCH):
        numbers = range(first, min(size, first + _BATCH))
        added += model._default_manager.bulk_create([make(number) for number in numbers])
    return added


def _locations(brand: Brand, vertical: Vertical, size: int) -> None:
    head = brand.name.split()[0]

    def place(number: int) -> Location:
        town = TOWNS[number % len(TOWNS)]
        quarter = f"{QUALITIES[number // 7 % len(QUALITIES)]} {NOUNS[number % len(NOUNS)]}"
        return Location(
            code=f"place-{number:05}",
            name=f"{head} {town} {quarter} {number // 1000 or ''}".strip(),
            brand=brand,
            vertical=vertical,
            city=town if number % 3 else f"{town} {quarter}",
            state=_STATES[number % len(_STATES)],
            zone="America/New_York",
            phone="617-555-0100",
            address=f"{number} Main Street",
            ownership="franchise" if number % 3 == 0 else "corporate",
        )

    added = _add(Location, size, place)
    WeeklyHours.objects.bulk_create(
        (
            WeeklyHours(location=row, **dict.fromkeys(("mon", "tue", "wed"), "09:00-18:00"))
            for row in added
        ),
        batch_size=_BATCH,
    )
    terms = [
        value.term
        for value in PolicyValue.objects.filter(layer=PolicyLayer.VERTICAL, vertical=vertical)
        .select_related("term")
        .order_by("pk")
        if value.term.unit == "days"
    ][:4]
    PolicyValue.objects.bulk_create(
        (
            PolicyValue(term=term, layer=PolicyLayer.LOCATION.value, location=row, value=7)
            for row in added
            for term in terms
        ),
        batch_size=_BATCH,
    )


def _offer(brand: Brand, number: int, codes: list[str]) -> Promotion:
    """Offers of two years, a month each; one in five runs everywhere, the others at ten places."""
    start = TODAY + timedelta(days=number * 37 % 730 - 600)
    name = offer_name(number)
    at = [codes[(number * 31 + step * 97) % len(codes)] for step in range(10)]
    return Promotion(
        code=f"OFFER{number}",
        brand=brand,
        name=name,
        aliases=[f"{name.split()[1].lower()} {THINGS[number % len(THINGS)]} thing"],
        terms=f"{5 + number % 40}% off {THINGS[number % len(THINGS)]}",
        start=start,
        end=start + timedelta(days=30),
        locations=[] if number % 5 == 0 else sorted(set(at)),
    )


def offer_name(number: int) -> str:
    """Return the name of an offer: three or four words, few of which are its alone."""
    quality = QUALITIES[number % len(QUALITIES)]
    noun = NOUNS[number // len(QUALITIES) % len(NOUNS)]
    kind = ("Days", "Week", "Deal", "Festival", "Special")[number % 5]
    return f"{quality} {noun} {kind} {number // 2500 or ''}".strip()


def _article(brand: Brand, vertical: Vertical, number: int, codes: list[str]) -> KnowledgeArticle:
    thing, said = THINGS[number % len(THINGS)], [spread(number, step) for step in range(60)]
    return KnowledgeArticle(
        code=f"article-{number:06}",
        title=f"How we look after {thing}: {topic(number)}",
        brand=brand,
        verticals=[vertical.code],
        include=[] if number % 4 == 0 else [codes[number % len(codes)]],
        review_by=TODAY + timedelta(days=number % 700 - 60),
        body=(
            f"Our team checks {thing} before they leave the house. {' '.join(said[:20])}.\n\n"
            f"Questions are answered by phone or by email. {' '.join(said[20:40])}.\n\n"
            f"{' '.join(said[40:]).capitalize()}. Please bring what you have."
        ),
    )


def topic(number: int) -> str:
    """Return what an article is about: two words that hardly any other has."""
    return f"{spread(number * 7, 1)} {LEXICON[number * 31 % len(LEXICON)]}"


def _tickets(size: int) -> None:
    """Add past tickets with a message each, all like one that came in by the front door."""
    home = Location.objects.order_by("pk")[0]
    first = receive(
        source="benchmark",
        external_id="first",
        location_code=home.code,
        channel="email",
        messages=[Incoming("Hello, what are your hours tomorrow?")],
        arrived_at=moment(),
        actor=None,
    ).ticket
    DraftJob.objects.filter(ticket=first).delete()
    there, places = Ticket.objects.count(), Location.objects.count()
    changed = {
        "id": "gen_random_uuid()",
        "external_id": "'past ' || number",
        "location_id": "place.id",
        "arrived_at": "t.arrived_at - number * interval '1 minute'",
    }
    add_tickets = (
        f"INSERT INTO {_table(Ticket)} ({', '.join(_columns(Ticket))})"  # noqa: S608
        f" SELECT {', '.join(changed.get(name, f't.{name}') for name in _columns(Ticket))}"
        f" FROM {_table(Ticket)} t, generate_series(%s::bigint, %s) number"
        f" JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 nth FROM locations_location) place"
        f" ON place.nth = number %% %s WHERE t.id = %s"
    )
    names = [name for name in _columns(TicketMessage) if name != "id"]
    copied = ", ".join("t.id" if name == "ticket_id" else f"m.{name}" for name in names)
    add_messages = (
        f"INSERT INTO {_table(TicketMessage)} ({', '.join(names)}) SELECT {copied}"  # noqa: S608
        f" FROM {_table(TicketMessage)} m, {_table(Ticket)} t WHERE m.ticket_id = %s"
        f" AND NOT EXISTS (SELECT FROM {_table(TicketMessage)} o WHERE o.ticket_id = t.id)"
    )
    with connection.cursor() as cursor:
        cursor.execute(add_tickets, [there, size - 1, places, first.pk])
        cursor.execute(add_messages, [first.pk])


def moment() -> datetime:
    """The moment that payloads are made for: noon in New York."""
    return datetime.combine(TODAY, time(17), tzinfo=UTC)


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _columns(model: type[models.Model]) -> list[str]:
    return [str(field.column) for field in model._meta.concrete_fields]


def questions(count: int, offers: int) -> Iterator[str]:
    """Yield what customers ask: hours, returns, care, an offer or another place by its name."""
    for number in range(count):
        thing, town = THINGS[number % len(THINGS)], TOWNS[number * 7 % len(TOWNS)]
        offer = offer_name(number * 131 % max(1, offers))
        care = f"Could you tell me how you look after {thing}, about {topic(number * 613)}?"
        yield (
            "Hello, what are your hours tomorrow, and how long can I bring something back?",
            f"Hi, is {offer} still on? I would like some {thing}.",
            f"Good morning. {care} I have the receipt.",
            f"Is the {town} one open on Sunday, or only you? I bought {thing} there last week.",
        )[number % 4]
