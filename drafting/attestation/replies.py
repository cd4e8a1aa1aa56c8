"""Replies that were to go out later, as events: scheduled, and why they did not go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from compliance.audit.events import SYSTEM, Actor, append, stamp
from compliance.models import EventType
from drafting.attestation.subjects import TEXT, Where
from drafting.models import ScheduledReply


class Why(StrEnum):
    """Why a reply that waited does not go out any more."""

    CANCELLED = "cancelled"  # whoever may send took it back
    REPLACED = "replaced"  # another text was scheduled, or sent at once
    SUPERSEDED = "superseded"  # the customer wrote again
    RECALLED = "recalled"
    ERASED = "erased"
    REFUSED = "refused"  # by the gate when its moment had come, or nobody may send it any more
    FAILED = "failed"


def scheduled(*, where: Where, reply: ScheduledReply, actor: Actor, at: datetime) -> None:
    """Record that a text shall go out later."""
    append(
        where.tells(
            EventType.DRAFT_SCHEDULED,
            at,
            actor=actor,
            details={
                "reply": str(reply.pk),
                "decision": str(reply.decision_id),
                "send_at": stamp(reply.send_at),
            },
            texts={TEXT: reply.text},
        )
    )


def withdrawn(
    replies: Sequence[tuple[Where, ScheduledReply]],
    *,
    why: Why,
    at: datetime,
    actor: Actor = SYSTEM,
) -> None:
    """Record that replies which waited will not go out, each with its draft's place."""
    append(
        *(
            where.tells(
                EventType.DRAFT_UNSCHEDULED,
                at,
                actor=actor,
                details={"reply": str(reply.pk), "why": why.value},
            )
            for where, reply in replies
        )
    )
