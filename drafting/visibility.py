"""The few ways in which a draft's visibility changes; the database checks each of them again."""

from __future__ import annotations

from datetime import datetime

from compliance.gate.types import Verdict
from compliance.models import GateDecision
from drafting.attestation.drafts import held
from drafting.models import Approval, Draft, DraftStatus, Recall, ReviewItem, ReviewState

_SHOWN = (
    "status",
    "shown_text",
    "shown_digest",
    "shown_verdict",
    "shown_decision",
    "approval",
    "recall",
    "version",
)


def show_decided(*, draft: Draft, decision: GateDecision) -> None:
    """Show a locked draft with the text that a decision let through."""
    draft.status = DraftStatus.VISIBLE
    draft.shown_text = decision.output_text
    draft.shown_digest = decision.output_digest
    draft.shown_verdict = decision.verdict
    draft.shown_decision = decision
    draft.approval = None
    draft.recall = None
    draft.version += 1
    draft.save(update_fields=_SHOWN)


def show_approved(*, draft: Draft, text: str, approval: Approval) -> None:
    """Show a locked draft with the text that a reviewer approved."""
    draft.status = DraftStatus.VISIBLE
    draft.shown_text = text
    draft.shown_digest = approval.text_digest
    draft.shown_verdict = None
    draft.shown_decision = None
    draft.approval = approval
    draft.recall = None
    draft.version += 1
    draft.save(update_fields=_SHOWN)


def hide(*, draft: Draft, status: DraftStatus) -> None:
    """Show nothing of a locked draft any more."""
    draft.status = status
    draft.shown_text = None
    draft.shown_digest = None
    draft.shown_verdict = None
    draft.shown_decision = None
    draft.approval = None
    draft.version += 1
    draft.save(update_fields=_SHOWN)


def hold_again(*, draft: Draft, decision: GateDecision, now: datetime, note: str) -> ReviewItem:
    """Take a locked visible draft back: nothing is shown, its text waits for a reviewer."""
    text = draft.shown_text or draft.candidate_text
    hide(draft=draft, status=DraftStatus.HELD)
    held(draft=draft, decision=decision, at=now)
    return _open_review(draft, text, decision, now, note)


def recall(*, draft: Draft, by: Recall, now: datetime, note: str) -> ReviewItem:
    """Take a locked visible draft back on somebody's word; only a reviewer's shows it again.

    What waits is what agents saw with the decision that let it through; where the gate had changed
    the text, the text as it was before, so that the reviewer sees what was found in it.
    """
    text, decision = draft.candidate_text, draft.decision
    if draft.approval is not None and draft.shown_text is not None:
        text, decision = draft.shown_text, draft.approval.decision
    elif draft.shown_verdict == Verdict.PASS and draft.shown_text is not None:
        text, decision = draft.shown_text, draft.shown_decision or decision
    draft.recall = by
    hide(draft=draft, status=DraftStatus.HELD)
    return _open_review(draft, text, decision, now, note)


def _open_review(
    draft: Draft, text: str, decision: GateDecision, now: datetime, note: str
) -> ReviewItem:
    item = ReviewItem.objects.select_for_update().filter(draft=draft).first()
    if item is None:
        return ReviewItem.objects.create(
            draft=draft, text=text, decision=decision, opened_at=now, note=note
        )
    item.text = text
    item.decision = decision
    item.state = ReviewState.OPEN
    item.opened_at = now
    item.closed_at = None
    item.closed_by = None
    item.note = note
    item.version += 1
    item.end_claim()
    item.save(
        update_fields=[
            "text",
            "decision",
            "state",
            "opened_at",
            "closed_at",
            "closed_by",
            "note",
            "version",
            *ReviewItem.CLAIM,
        ]
    )
    return item
