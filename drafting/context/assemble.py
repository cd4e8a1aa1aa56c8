"""Assemble a context payload from a configuration: one place, one customer, one moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from compliance.gate.reading import MAX_MESSAGE_CHARS
from compliance.gate.types import ChannelRules, CustomerFacts, Facts, JudgeUse, ToneOverlay
from compliance.loading import unverified_actions
from drafting.context.bounds import MOST_BYTES, bounded
from drafting.context.configuration import Configuration
from drafting.context.facts import brand_facts, place_facts
from drafting.context.payload import ContextPayload, Message
from drafting.context.sources import SOURCES, Asked, Source

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
    sources: Sequence[Source] = SOURCES,
) -> ContextPayload:
    """Return the payload for a reply at ``location`` (a code) on ``channel`` at ``at`` (aware).

    ``draft`` is the text about to be gated, if there is one: other locations of the brand that it
    or the ticket names are resolved as well. ``cited`` are the codes of articles that it names as
    its sources. ``most_bytes`` bounds the payload's canonical JSON; ``sources`` are asked in order.

    Raises:
        UnknownLocationError: when no location has this code.
        UnknownChannelError: when nothing says what the channel allows.
    """
    home = configuration.place(location)
    local = at.astimezone(ZoneInfo(home.zone))
    on = local.date()
    spoken = _spoken(messages, draft)
    asked = Asked(configuration=configuration, home=home, on=on, spoken=spoken, cited=tuple(cited))
    payload = ContextPayload(
        facts=Facts(
            at=local,
            brand=brand_facts(home.brand),
            place=place_facts(home, on=on, weekly_hours=(), dated_hours=(), policy_values=()),
            customer=customer,
        ),
        tone=ToneOverlay(),
        channel=ChannelRules(code=channel),
        messages=tuple(messages),
        ticket_class=ticket_class,
        judge=JudgeUse(home.vertical.judge),
        unverified=unverified_actions(configuration.operator(), home.vertical),
    )
    for source in sources:
        payload = source.gather(asked, payload)
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
