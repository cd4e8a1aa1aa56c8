"""What comes in is hostile until it is read here: checked and masked, its faults named by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.core.exceptions import ValidationError

from drafting.masking import mask
from drafting.models import MessageAuthor
from locations.models.fields import state_validator

MAX_MESSAGE_BYTES: Final = 100_000
MAX_MESSAGES: Final = 200
MAX_CUSTOMER_CODE: Final = 80


class TicketRefused(ValueError):  # noqa: N818  (named for what happened)
    """A ticket that cannot be taken in; ``field`` says what to mend, the message how."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message as it arrives, oldest first; ``sent_at`` may be unknown."""

    text: str
    author: str = MessageAuthor.CUSTOMER.value
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DraftWish:
    """How the draft shall be made; empty means at the moment of work, by the configured backend."""

    as_of: datetime | None = None
    backend: str = ""
    scripted_text: str = ""


def require_text(field: str, text: str, *, limit: int) -> None:
    """Refuse a name that is empty, too long or not printable.

    Raises:
        TicketRefused: naming the field.
    """
    if not text.strip():
        raise TicketRefused(field, "This must not be empty.")
    if len(text) > limit:
        raise TicketRefused(field, f"This is {len(text):,} characters long; {limit:,} at most.")
    if not text.isprintable():
        raise TicketRefused(field, "This holds control characters; send plain printable text.")


def read_state(code: str | None) -> str:
    """Return a state as ISO 3166-2, empty when unknown.

    Raises:
        TicketRefused: when it is written otherwise.
    """
    if not code:
        return ""
    try:
        state_validator(code)
    except ValidationError as error:
        raise TicketRefused("customer_state", " ".join(error.messages)) from error
    return code


def read_messages(messages: Sequence[Incoming]) -> list[Incoming]:
    """Return the messages with card and social security numbers masked.

    Raises:
        TicketRefused: naming the message at fault by its place.
    """
    if not any(message.author == MessageAuthor.CUSTOMER for message in messages):
        raise TicketRefused("messages", "Send at least one message of the customer.")
    if len(messages) > MAX_MESSAGES:
        raise TicketRefused("messages", f"Send at most {MAX_MESSAGES} messages at a time.")
    return [_read(f"messages.{number}", message) for number, message in enumerate(messages)]


def _read(field: str, message: Incoming) -> Incoming:
    if message.author not in MessageAuthor.values:
        raise TicketRefused(f"{field}.author", f"Write one of {', '.join(MessageAuthor.values)}.")
    if not message.text.strip():
        raise TicketRefused(f"{field}.text", "This message is empty.")
    if "\x00" in message.text:
        raise TicketRefused(f"{field}.text", "This holds a NUL character; remove it.")
    try:
        size = len(message.text.encode())
    except UnicodeEncodeError as error:
        raise TicketRefused(f"{field}.text", "This is not valid Unicode text.") from error
    if size > MAX_MESSAGE_BYTES:
        raise TicketRefused(
            f"{field}.text", f"This is {size:,} bytes long; {MAX_MESSAGE_BYTES:,} at most."
        )
    if message.sent_at is not None and message.sent_at.tzinfo is None:
        raise TicketRefused(f"{field}.sent_at", "Give the time with its zone.")
    return replace(message, text=mask(message.text))
