"""From a sent reply to the event that tells of it."""

from __future__ import annotations

from uuid import UUID

from compliance.models import AuditEvent, AuditLeaf, EventType
from drafting.models import SentReply


class NotSentError(Exception):
    """Nothing was sent, or nothing is in the log yet; the message says which."""


def leaf_of(draft: UUID | None, *, reply: int | None = None) -> AuditLeaf:
    """Return the place of the event of a draft's reply, named by the draft or by its own number.

    Raises:
        NotSentError: when there is none.
    """
    if draft is None and reply is not None:
        draft = SentReply.objects.filter(pk=reply).values_list("draft", flat=True).first()
    if draft is None:
        raise NotSentError("There is no such reply.")
    sent = AuditEvent.objects.filter(draft=draft, type=EventType.DRAFT_SENT)
    event = sent.select_related("leaf__log", "leaf__event").first()
    if event is None:
        raise NotSentError(f"The log tells of no reply that was sent for the draft {draft}.")
    leaf: AuditLeaf | None = getattr(event, "leaf", None)
    if leaf is None:
        raise NotSentError("The event waits for its place in the log: try again in a moment.")
    return leaf
