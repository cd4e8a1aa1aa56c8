"""A ticket's conversation as a reply finds it: what was delivered, and what went out from here."""

from __future__ import annotations

from datetime import UTC

from drafting.context.payload import Message
from drafting.models import MessageAuthor, SentReply, Ticket, TicketMessage


def conversation(*, ticket: Ticket, message: TicketMessage) -> list[Message]:
    """Return the messages up to the one that is answered, each reply after what it answered.

    A helpdesk may deliver our replies back to us; each counts once. One query, two where the
    ticket has earlier messages.
    """
    rows = list(ticket.messages.filter(position__lte=message.position).order_by("position"))
    agents = {_words(row.text) for row in rows if row.author == MessageAuthor.AGENT}
    sent: dict[int, list[Message]] = {}
    if len(rows) > 1:
        replies = SentReply.objects.filter(
            draft__ticket=ticket, draft__message__position__lt=message.position
        )
        for reply in replies.order_by("sent_at").select_related("draft__message"):
            if _words(reply.text) not in agents:
                told_at = reply.sent_at.astimezone(UTC)
                sent.setdefault(reply.draft.message.position, []).append(
                    Message(MessageAuthor.AGENT.value, reply.text, told_at)
                )
    told: list[Message] = []
    for row in rows:
        told.append(Message(row.author, row.text, row.sent_at.astimezone(UTC)))
        told += sent.get(row.position, [])
    return told


def _words(text: str) -> str:
    """Return a text without what a helpdesk changes about its spaces."""
    return " ".join(text.split())
