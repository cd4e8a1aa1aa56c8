"""What a payload is made of: one class a data source, in the order in which they are asked.

A source says what it reads and what it adds, and returns the payload with that added. It reads
through the :class:`~drafting.context.configuration.Configuration` only, so that a bundle in memory
and the database give the same payload, and with a number of queries that depends on no size.

A new source is one class in :data:`SOURCES`. What fits no field of the payload goes into ``more``,
which the prompt tells and the payload page shows; the gate does not read it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Final, Protocol

from compliance.loading import channel_rules, quiet_window
from compliance.voices import tone_overlay
from drafting.context.articles import article_facts, reasons_of
from drafting.context.configuration import Configuration
from drafting.context.facts import offer_facts, place_facts
from drafting.context.payload import ContextPayload, LeftOut
from locations.models import Location


@dataclass(frozen=True, slots=True)
class Asked:
    """What a payload is asked for: where, on which local date, and what is said.

    ``spoken`` is what names are looked up in: the ticket's messages and the draft, if there is
    one. ``cited`` are the codes of articles that the draft names as its sources.
    """

    configuration: Configuration
    home: Location
    on: date
    spoken: str
    cited: tuple[str, ...] = ()


class Source(Protocol):
    """A data source: declared on top, one method below, no state of its own."""

    id: ClassVar[str]
    reads: ClassVar[str]
    adds: ClassVar[tuple[str, ...]]

    def gather(self, asked: Asked, payload: ContextPayload) -> ContextPayload:
        """Return the payload with what this source knows; earlier sources have added theirs."""
        ...


class Places:
    """The location itself and those of its brand that are named."""

    id: ClassVar[str] = "places"
    reads: ClassVar[str] = "named locations; weekly hours; dated hours; policy values: 4 queries"
    adds: ClassVar[tuple[str, ...]] = ("facts.place", "facts.elsewhere")

    def gather(self, asked: Asked, payload: ContextPayload) -> ContextPayload:
        """Add hours, policies with provenance, and identity."""
        configuration, on = asked.configuration, asked.on
        places = [asked.home, *configuration.named_in(asked.spoken, asked.home)]
        weekly = list(configuration.weekly_hours(places))
        dated = list(configuration.dated_hours(places, on))
        values = list(configuration.policy_values(places))
        here, *elsewhere = (
            place_facts(place, on=on, weekly_hours=weekly, dated_hours=dated, policy_values=values)
            for place in places
        )
        return replace(
            payload, facts=replace(payload.facts, place=here, elsewhere=tuple(elsewhere))
        )


class TicketClasses:
    """What the ticket's class allows."""

    id: ClassVar[str] = "ticket class"
    reads: ClassVar[str] = "the ticket's class: 1 query, none for a ticket without"
    adds: ClassVar[tuple[str, ...]] = ("facts.save_offers",)

    def gather(self, asked: Asked, payload: ContextPayload) -> ContextPayload:
        """Add whether a save-offer may be made."""
        found = asked.configuration.ticket_class(payload.ticket_class)
        allowed = found is not None and found.save_offers
        return replace(payload, facts=replace(payload.facts, save_offers=allowed))


class Offers:
    """The brand's offers; see :mod:`drafting.context.offers` for which of many."""

    id: ClassVar[str] = "offers"
    reads: ClassVar[str] = "promotions and what replaces them: 1 query"
    adds: ClassVar[tuple[str, ...]] = ("facts.offers", "left_out")

    def gather(self, asked: Asked, payload: ContextPayload) -> ContextPayload:
        """Add offers with their standing here, after the places and the ticket's class."""
        facts = payload.facts
        offers = offer_facts(
            asked.configuration.promotions(asked.home, asked.on, asked.spoken),
            home=asked.home,
            customer_state=facts.customer.state,
            save_offers=facts.save_offers,
            on=asked.on,
            elsewhere=(place.code for place in facts.elsewhere),
        )
        left = (
            LeftOut("offer", each.code, each.reason) for each in offers if each.standing != "active"
        )
        return _leaving_out(replace(payload, facts=replace(facts, offers=offers)), left)


class Articles:
    """Knowledge in scope; see :mod:`drafting.knowledge` for which, and what may be used of it."""

    id: ClassVar[str] = "articles"
    reads: ClassVar[str] = (
        "candidates: 2 queries, of a brand with many articles 4, 5 where no word is found; and 4 "
        "for locations that doubtful passages name"
    )
    adds: ClassVar[tuple[str, ...]] = ("facts.articles", "left_out")

    def gather(self, asked: Asked, payload: ContextPayload) -> ContextPayload:
        """Add articles with their standing, after everything that they are held against."""
        articles = article_facts(
            asked.configuration,
            home=asked.home,
            channel=payload.channel.code,
            known=payload.facts,
            spoken=asked.spoken,
            cited=asked.cited,
        )
        left = (LeftOut(*each) for each in reasons_of(articles))
        return _leaving_out(replace(payload, facts=replace(payload.facts, articles=articles)), left)


class Tone:
    """The voice of this place on this channel."""

    id: ClassVar[str] = "tone"
    reads: ClassVar[str] = "tone overlays: 1 query, 2 where one names a phrase class"
    adds: ClassVar[tuple[str, ...]] = ("tone",)

    def gather(self, asked: Asked, payload: ContextPayload) -> ContextPayload:
        """Add the overlays in scope, merged field by field."""
        stored = asked.configuration
        rows, channel = stored.overlays(asked.home), payload.channel.code
        return replace(payload, tone=tone_overlay(rows, channel, stored.own_concepts))


class Channel:
    """What the channel allows, and when."""

    id: ClassVar[str] = "channel"
    reads: ClassVar[str] = "channel restrictions; quiet hours: 2 queries"
    adds: ClassVar[tuple[str, ...]] = ("channel",)

    def gather(self, asked: Asked, payload: ContextPayload) -> ContextPayload:
        """Add the channel's restrictions and quiet hours, and those of every channel.

        Raises:
            UnknownChannelError: when nothing says what the channel allows.
        """
        code, facts, configuration = payload.channel.code, payload.facts, asked.configuration
        windows = (
            quiet_window(
                row,
                home=(asked.home.state, asked.home.zone),
                customer_state=facts.customer.state,
                at=facts.at,
            )
            for row in configuration.quiet_hours(code)
        )
        quiet = [window for window in windows if window is not None]
        return replace(payload, channel=channel_rules(code, configuration.channels(code), quiet))


SOURCES: Final[tuple[Source, ...]] = (
    Places(),
    TicketClasses(),
    Offers(),
    Articles(),
    Tone(),
    Channel(),
)


def _leaving_out(payload: ContextPayload, more: Iterable[LeftOut]) -> ContextPayload:
    return replace(payload, left_out=(*payload.left_out, *more))
