"""What events of drafts are about, and who acts: in codes and ids, without anybody's words.

No event holds a word of what customers, agents or reviewers wrote: it commits itself to texts, and
names the ticket by our own id, never by the source's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from compliance.audit.events import SYSTEM, Actor, Happening
from compliance.models import ActorKind, EventType
from drafting.models import Draft
from locations.roles import OPERATOR, READERS

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# The name of the text that an event is about; others say what they are.
TEXT: Final = "text"
# Fingerprints of what holds a customer's data, in hexadecimal: committed to like texts.
PAYLOAD: Final = "payload"
FACTS: Final = "facts"


@dataclass(frozen=True, slots=True)
class Where:
    """The draft that an event is of, with its ticket and location."""

    draft: UUID
    ticket: UUID
    location: str

    @classmethod
    def of(cls, draft: Draft) -> Where:
        """Take it from a draft whose ticket and location are loaded."""
        return cls(draft.pk, draft.ticket_id, draft.ticket.location.code)

    def tells(
        self,
        type: EventType,  # noqa: A002  (the field's own name)
        at: datetime,
        *,
        actor: Actor = SYSTEM,
        details: Mapping[str, Any],
        texts: Mapping[str, str] | None = None,
    ) -> Happening:
        """Return what happened here."""
        return Happening(
            type=type,
            at=at,
            actor=actor,
            location=self.location,
            ticket=str(self.ticket),
            draft=self.draft,
            details=details,
            texts=texts,
        )


@dataclass(frozen=True, slots=True)
class Token:
    """The API token that a request came with: its name, what uses it, and whether by itself."""

    id: str
    label: str = ""
    is_machine: bool = False


def reader(user: User, roles: frozenset[str]) -> Actor:
    """Return a person who reads drafts, as the first kind of reader that they are.

    Somebody of the staff who has none of these roles reads as an operator.
    """
    return person(user, next((role for role in READERS if role in roles), OPERATOR))


def person(user: User, role: str, token: Token | None = None) -> Actor:
    """Return a person as who acts in a role, under the name that they have now.

    Through a token of theirs it is still the person who acts, and answers for it. Where a machine
    uses the token by itself, it is the token that acts, for the account that it belongs to.
    """
    name = user.get_username()
    account = Actor(ActorKind(role), name, user.get_full_name() or name)
    if token is None:
        return account
    spoken = Actor(ActorKind.TOKEN, token.id, token.label or token.id)
    if token.is_machine:
        return replace(spoken, account=account)
    return replace(account, via=spoken)
