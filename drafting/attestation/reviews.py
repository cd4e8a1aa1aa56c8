"""What readers and reviewers do with held drafts, as events."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from compliance.audit.events import Actor, append
from compliance.models import EventType
from drafting.attestation.drafts import is_told, show
from drafting.attestation.subjects import TEXT, Where
from drafting.models import Approval, Draft, ReviewItem, Ticket


def show_held(*, item: ReviewItem, actor: Actor, at: datetime) -> None:
    """Record that the page of a held draft shows its text to a reader, unless it did before."""
    draft, text = item.draft, item.text
    if is_told(EventType.DRAFT_SHOWN, draft, actor, text):
        return
    with transaction.atomic():
        # Two pages opened at once are one showing.
        Draft.objects.select_for_update().only("pk").get(pk=draft.pk)
        if not Ticket.objects.filter(pk=draft.ticket_id, data_key__destroyed_at=None).exists():
            return  # erased meanwhile: it is not to be proven any more
        details = {"by": "review", "decision": str(item.decision_id)}
        show(draft=draft, text=text, actor=actor, at=at, details=details)


def claimed(
    *, draft: Draft, item: ReviewItem, actor: Actor, at: datetime, how: str, before: str | None
) -> None:
    """Record that a reviewer has a held draft in hand, and out of whose hands they took it."""
    append(
        Where.of(draft).tells(
            EventType.REVIEW_CLAIMED,
            at,
            actor=actor,
            details={"decision": str(item.decision_id), "how": str(how), "from": before},
            texts={"note": item.claim_note} if item.claim_note else None,
        )
    )


def released(*, draft: Draft, item: ReviewItem, actor: Actor, at: datetime) -> None:
    """Record that a reviewer gave a held draft back without having decided."""
    append(
        Where.of(draft).tells(
            EventType.REVIEW_RELEASED,
            at,
            actor=actor,
            details={"decision": str(item.decision_id)},
        )
    )


def approved(*, draft: Draft, item: ReviewItem, approval: Approval, actor: Actor) -> None:
    """Record that a reviewer let a text through in spite of what the gate found."""
    append(
        Where.of(draft).tells(
            EventType.REVIEW_APPROVED,
            approval.approved_at,
            actor=actor,
            details={
                "decision": str(item.decision_id),
                "approval": str(approval.pk),
                "covers": len(approval.covers),
            },
            texts={TEXT: item.text, "reason": approval.reason},
        )
    )


def rejected(*, draft: Draft, item: ReviewItem, reason: str, actor: Actor, at: datetime) -> None:
    """Record that a reviewer threw a held text away, and the draft with it."""
    where = Where.of(draft)
    append(
        where.tells(
            EventType.REVIEW_REJECTED,
            at,
            actor=actor,
            details={"decision": str(item.decision_id)},
            texts={TEXT: item.text, "reason": reason},
        ),
        where.tells(EventType.DRAFT_DISCARDED, at, actor=actor, details={"why": "rejected"}),
    )
