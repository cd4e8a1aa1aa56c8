"""Replies that go out later, as agents see them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from drafting.models import ScheduledReply, ScheduleState
from drafting.scheduling import said


class ScheduledBody(serializers.Serializer[Any]):
    """A reply that goes out later, after being gated again at that moment."""

    id = serializers.UUIDField(help_text="The draft's id.")
    status = serializers.CharField(
        help_text="`scheduled` while it waits; then `sent`, `cancelled`, `refused` or `failed`."
    )
    send_at = serializers.DateTimeField()
    message = serializers.CharField(
        allow_blank=True, help_text="Why it did not go, or goes later than asked for."
    )


def scheduled_body(reply: ScheduledReply, *, why: bool = True) -> dict[str, Any]:
    """Return what an agent reads of a scheduled reply; ``why`` may speak of what its text says."""
    waits = reply.state == ScheduleState.WAITING
    return ScheduledBody(
        {
            "id": reply.draft_id,
            "status": "scheduled" if waits else reply.state,
            "send_at": reply.send_at,
            "message": said(reply) if why else "",
        }
    ).data
