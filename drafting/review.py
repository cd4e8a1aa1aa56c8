"""Reviewers clear held drafts: approve exactly what they saw, edit and gate again, or reject.

Whoever decides has the draft in hand: a decision claims it, and is refused while another has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from compliance.audit.events import Actor
from compliance.evaluate import digest_of
from compliance.gate.types import Verdict
from compliance.models import DecisionPurpose, GateDecision
from drafting import claims, gating, visibility
from drafting.attestation import reviews as events
from drafting.attestation.drafts import edited
from drafting.errors import Conflict, Unusable
from drafting.models import Approval, Draft, DraftStatus, ReviewItem, ReviewState

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, slots=True)
class Edited:
    """What the gate said to an edit.

    ``shown`` tells whether the draft is visible now; ``proposal`` is the gate's own version of the
    edit, which the reviewer may take over.
    """

    item: ReviewItem
    decision: GateDecision
    shown: bool

    @property
    def proposal(self) -> str | None:
        """The text that would pass, when the gate could mend the edit."""
        return self.decision.output_text if not self.shown else None


def approve(*, item: ReviewItem, actor: User, reason: str, seen_version: int) -> Approval:
    """Show a held text in spite of what the gate found in it, with a name and a reason.

    The approval covers this text and the findings that stood when it was seen, nothing later.

    Raises:
        PermissionDenied: when the actor is no reviewer of this location.
        Unusable: when no reason is given.
        Conflict: when the item has moved on since it was seen, or another reviewer has it in hand.
    """
    who = gating.require(actor, item.draft.ticket, claims.MAY_REVIEW)
    reason = _reason(reason)
    with transaction.atomic():
        now = timezone.now()
        draft, item = _claimed(item, seen_version, actor, who, now)
        approval = Approval.objects.create(
            draft=draft,
            text_digest=digest_of(item.text, draft.ticket.data_key_id),
            reviewer=actor,
            reason=reason,
            covers=list(gating.objections(item.decision)),
            decision=item.decision,
            approved_at=now,
        )
        visibility.show_approved(draft=draft, text=item.text, approval=approval)
        _close(item, ReviewState.APPROVED, actor, reason)
        events.approved(draft=draft, item=item, approval=approval, actor=who)
        return approval


def edit(*, item: ReviewItem, actor: User, text: str, note: str = "", seen_version: int) -> Edited:
    """Put another text in place of a held one and gate it.

    A text that passes is shown at once. One that the gate would change is not: the reviewer sees
    the gate's version first and may send that in. One that is blocked stays, with its new findings.

    Raises:
        PermissionDenied: when the actor is no reviewer of this location.
        Unusable: when the text is empty, too long or no text, or the note is.
        Conflict: when the item has moved on since it was seen, or another reviewer has it in hand.
    """
    who = gating.require(actor, item.draft.ticket, claims.MAY_REVIEW)
    text = gating.require_usable(text)
    note = claims.plain_words("note", note)
    now = timezone.now()
    with transaction.atomic():
        draft, item = _claimed(item, seen_version, actor, who, now)
        decision = gating.regate(
            draft=draft, text=text, now=now, purpose=DecisionPurpose.REVIEW_EDIT
        )
        edited(draft=draft, decision=decision, text=text, actor=who, at=now, note=note)
        item.text = text
        item.decision = decision
        passed = decision.verdict == Verdict.PASS
        if passed:
            visibility.show_decided(draft=draft, decision=decision)
            _close(item, ReviewState.EDITED, actor, note)
        else:
            item.version += 1
            item.save(update_fields=["text", "decision", "version"])
        return Edited(item=item, decision=decision, shown=passed)


def reject(*, item: ReviewItem, actor: User, reason: str, seen_version: int) -> ReviewItem:
    """Throw a held draft away, with a reason; the agent writes a reply of their own.

    Raises:
        PermissionDenied: when the actor is no reviewer of this location.
        Unusable: when no reason is given.
        Conflict: when the item has moved on since it was seen, or another reviewer has it in hand.
    """
    who = gating.require(actor, item.draft.ticket, claims.MAY_REVIEW)
    reason = _reason(reason)
    with transaction.atomic():
        now = timezone.now()
        draft, item = _claimed(item, seen_version, actor, who, now)
        visibility.hide(draft=draft, status=DraftStatus.REJECTED)
        _close(item, ReviewState.REJECTED, actor, reason)
        events.rejected(draft=draft, item=item, reason=reason, actor=who, at=now)
        return item


def _claimed(
    item: ReviewItem, seen_version: int, actor: User, who: Actor, at: datetime
) -> tuple[Draft, ReviewItem]:
    """Lock the draft and its item, in the reviewer's hands; refuse what is not what was seen."""
    draft, item = claims.locked(item)
    if item.version != seen_version:
        raise Conflict("This draft has changed since you opened it. Look at it again, then decide.")
    claims.hold(draft=draft, item=item, actor=actor, who=who, how=claims.How.DECIDING, at=at)
    return draft, item


def _reason(reason: str) -> str:
    reason = claims.plain_words("reason", reason)
    if not reason:
        raise Unusable("reason", "Say why; it is kept with your name.")
    return reason


def _close(item: ReviewItem, state: ReviewState, actor: User, note: str) -> None:
    item.state = state
    item.closed_at = timezone.now()
    item.closed_by = actor
    item.note = note
    item.version += 1
    item.end_claim()
    item.save(
        update_fields=[
            "text",
            "decision",
            "state",
            "closed_at",
            "closed_by",
            "note",
            "version",
            *ReviewItem.CLAIM,
        ]
    )
