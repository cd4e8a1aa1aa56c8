"""The context payload: the one frozen object that both the prompt and the gate read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from compliance.gate.fingerprint import Json, fingerprint, plain
from compliance.gate.types import (
    ChannelRules,
    CustomerFacts,
    Facts,
    GateInput,
    JudgeUse,
    ToneOverlay,
)
from compliance.gate.unverified import NOTES, Unverified

PAYLOAD_VERSION = 3


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the conversation, oldest first; ``author`` is customer or agent.

    ``sent_at`` (aware) is ``None`` where nobody says when it was written.
    """

    author: str
    text: str
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in the operator's configuration that a reply may not use, and why."""

    kind: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class More:
    """What a data source knows that no other field is for: names and values, in words."""

    source: str
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Truncated:
    """What did not fit into the payload's size: ``messages`` by position, ``articles`` (their
    bodies) and ``offers`` by code, in the order in which they were cut.
    """

    what: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContextPayload:
    """Everything that is known for one reply, at one moment, for one location and customer.

    ``judge`` is how the location's vertical uses the semantic judge, ``unverified`` what it does
    about statements that no fact answers. ``truncated`` says what was
    cut to keep the payload within its size, first what was cut first: see
    :mod:`drafting.context.bounds`. ``more`` is what further data sources know: see
    :mod:`drafting.context.sources`.
    """

    facts: Facts
    tone: ToneOverlay
    channel: ChannelRules
    messages: tuple[Message, ...] = ()
    ticket_class: str = ""
    left_out: tuple[LeftOut, ...] = ()
    judge: JudgeUse = JudgeUse.OPTIONAL
    unverified: Unverified = NOTES
    truncated: tuple[Truncated, ...] = ()
    more: tuple[More, ...] = ()
    version: int = PAYLOAD_VERSION

    @property
    def customer(self) -> CustomerFacts:
        """The customer at arrival."""
        return self.facts.customer

    @property
    def customer_message(self) -> str:
        """The customer's latest message, or an empty text."""
        return "" if self._asked is None else self._asked.text

    @property
    def _asked(self) -> Message | None:
        return next((each for each in reversed(self.messages) if each.author == "customer"), None)

    @property
    def turn(self) -> int | None:
        """Which reply of the conversation is due; unknown once earlier messages were cut."""
        if any(each.what == "messages" for each in self.truncated):
            return None
        return 1 + sum(each.author == "agent" for each in self.messages)

    def gate_input(
        self,
        text: str,
        sources: tuple[str, ...] = (),
        *,
        human_reviewed: bool | None = None,
    ) -> GateInput:
        """Return what the gate reads to decide about ``text``.

        ``human_reviewed`` says whether a person stands behind it, ``None`` while that is open.
        """
        return GateInput(
            text=text,
            facts=self.facts,
            channel=self.channel,
            tone=self.tone,
            customer_message=self.customer_message,
            asked_at=None if self._asked is None else self._asked.sent_at,
            sources=sources,
            judge=self.judge,
            earlier=tuple(each.text for each in self.messages if each.author != "customer"),
            turn=self.turn,
            human_reviewed=human_reviewed,
            unverified=self.unverified,
        )

    def as_json(self) -> Json:
        """Return the payload as plain JSON data."""
        return plain(self)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the payload's canonical JSON (RFC 8785), in hexadecimal."""
        return fingerprint(self)
