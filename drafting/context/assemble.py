"""Assemble a context payload from a configuration: one place, one customer, one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from compliance.gate.reading import MAX_MESSAGE_CHARS
from compliance.gate.types import ArticleFact, CustomerFacts, Facts, JudgeUse, OfferFact
from compliance.loading import channel_rules, tone_overlay
from drafting.context.articles import article_facts, reasons_of
from drafting.context.bounds import MOST_BYTES, bounded
from drafting.context.configuration import Configuration
from drafting.context.facts import (
    brand_facts,
    offer_facts,
    place_facts,
)
from drafting.context.payload import ContextPayload, LeftOut, Message

# So much of a long conversation is searched for the names of places and offers.
MOST_HEARD = 40_000


def assemble(
    configuration: Configuration,
    *,
    location: str,
    channel: str,
    at: datetime,
    customer: CustomerFacts,
    messages: Sequence[Message] = (),
    ticket_class: str = "",
    draft: str = "",
    cited: Sequence[str] = (),
    most_bytes: int = MOST_BYTES,
) -> ContextPayload:
    """Return the payload for a reply at ``location`` (a code) on ``channel`` at ``at`` (aware).

    ``draft`` is the text about to be gated, if there is one: other locations of the brand that it
    or the ticket names are resolved as well. ``cited`` are the codes of articles that it names as
    its sources. ``most_bytes`` bounds the payload's canonical JSON.

    Raises:
        UnknownLocationError: when no location has this code.
        UnknownChannelError: when nothing says what the channel allows.
    """
    home = configuration.place(location)
    local = at.astimezone(ZoneInfo(home.zone))
    on = local.date()
    spoken = _spoken(messages, draft)
    places = [home, *configuration.named_in(spoken, home)]
    weekly = list(configuration.weekly_hours(places))
    dated = list(configuration.dated_hours(places, on))
    values = list(configuration.policy_values(places))
    here, *elsewhere = (
        place_facts(place, on=on, weekly_hours=weekly, dated_hours=dated, policy_values=values)
        for place in places
    )
    about = configuration.ticket_class(ticket_class)
    save_offers = about is not None and about.save_offers
    offers = offer_facts(
        configuration.promotions(home, on, spoken),
        home=home,
        customer_state=customer.state,
        save_offers=save_offers,
        on=on,
        elsewhere=places[1:],
    )
    known = Facts(
        at=local,
        brand=brand_facts(home.brand),
        place=here,
        customer=customer,
        elsewhere=tuple(elsewhere),
        offers=offers,
        save_offers=save_offers,
    )
    articles = article_facts(
        configuration, home=home, channel=channel, known=known, spoken=spoken, cited=cited
    )
    payload = ContextPayload(
        facts=replace(known, articles=articles),
        tone=tone_overlay(configuration.overlays(home)),
        channel=channel_rules(channel, configuration.channels(channel)),
        messages=tuple(messages),
        ticket_class=ticket_class,
        left_out=_left_out(offers, articles),
        judge=JudgeUse(home.vertical.judge),
    )
    return bounded(payload, most=most_bytes, spoken=spoken, cited=cited)


def _spoken(messages: Sequence[Message], draft: str) -> str:
    """Return what is said, for names to be looked up in: the draft, then the latest messages."""
    heard = [draft]
    room = MOST_HEARD
    for message in reversed(messages):
        if room <= 0:
            break
        heard.append(message.text[: min(room, MAX_MESSAGE_CHARS)])
        room -= len(heard[-1])
    return "\n".join(reversed(heard))


def _left_out(offers: Sequence[OfferFact], articles: Sequence[ArticleFact]) -> tuple[LeftOut, ...]:
    return (
        *(
            LeftOut("offer", offer.code, offer.reason)
            for offer in offers
            if offer.standing != "active"
        ),
        *(LeftOut(*each) for each in reasons_of(articles)),
    )
