"""What readers and reviewers do with held drafts, as events."""

from __future__ import annotations

from datetime import datetime

from compliance.audit.events import Actor, append
from compliance.models import EventType
from compliance.sealing.reading import readable
from drafting.attestation.drafts import show_all
from drafting.attestation.subjects import TEXT, Where
from drafting.models import Approval, Draft, ReviewItem


def show_held(*, item: ReviewItem, actor: Actor, at: datetime, suggestion: str = "") -> None:
    """Record what the page of a held draft shows to a reader, as far as it did not before.

    That is its text, the reply of a model that was not taken, and what the gate would write.
    """
    draft = item.draft
    texts = [
        (readable(item, "text"), item.decision_id),
        (suggestion, item.decision_id),
        (readable(draft, "other_text"), draft.other_decision_id or item.decision_id),
    ]
    show_all(draft=draft, texts=texts, actor=actor, at=at, by="review")


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
