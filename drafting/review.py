"""Reviewers clear held drafts: approve exactly what they saw, edit and gate again, or reject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from compliance.gate.fingerprint import text_fingerprint
from compliance.gate.types import Verdict
from compliance.models import DecisionPurpose, GateDecision
from drafting import gating, visibility
from drafting.attestation import reviews as events
from drafting.attestation.drafts import edited
from drafting.errors import Conflict, Unusable
from drafting.masking import mask
from drafting.models import Approval, Draft, DraftStatus, ReviewItem, ReviewState
from drafting.pulls import locked as locked_draft
from locations.roles import REVIEWER

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_MAY_REVIEW = gating.Allowed((REVIEWER,), "decide about a held draft")


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
        Conflict: when the item has moved on since it was seen.
    """
    who = gating.require(actor, item.draft.ticket, _MAY_REVIEW)
    reason = _reason(reason)
    with transaction.atomic():
        draft, item = _locked(item, seen_version)
        approval = Approval.objects.create(
            draft=draft,
            text_sha256=text_fingerprint(item.text),
            reviewer=actor,
            reason=reason,
            covers=list(gating.objections(item.decision)),
            decision=item.decision,
            approved_at=timezone.now(),
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
        Conflict: when the item has moved on since it was seen.
    """
    who = gating.require(actor, item.draft.ticket, _MAY_REVIEW)
    text = gating.require_usable(text)
    note = _plain("note", note)
    now = timezone.now()
    with transaction.atomic():
        draft, item = _locked(item, seen_version)
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
        Conflict: when the item has moved on since it was seen.
    """
    who = gating.require(actor, item.draft.ticket, _MAY_REVIEW)
    reason = _reason(reason)
    with transaction.atomic():
        draft, item = _locked(item, seen_version)
        visibility.hide(draft=draft, status=DraftStatus.REJECTED)
        _close(item, ReviewState.REJECTED, actor, reason)
        events.rejected(draft=draft, item=item, reason=reason, actor=who, at=timezone.now())
        return item


def _locked(item: ReviewItem, seen_version: int) -> tuple[Draft, ReviewItem]:
    """Lock the draft, then its item, as everywhere; refuse what is no longer what was seen."""
    draft = locked_draft(item.draft)
    item = (
        ReviewItem.objects.select_for_update(of=("self",))
        .select_related("decision", "closed_by")
        .get(pk=item.pk)
    )
    if item.state != ReviewState.OPEN:
        who = item.closed_by.get_username() if item.closed_by else "the system"
        raise Conflict(
            f"This draft is no longer waiting: {who} closed it as "
            f"{ReviewState(item.state).label.lower()}. Nothing of yours was changed."
        )
    if item.version != seen_version:
        raise Conflict("This draft has changed since you opened it. Look at it again, then decide.")
    return draft, item


def _reason(reason: str) -> str:
    reason = _plain("reason", reason)
    if not reason:
        raise Unusable("reason", "Say why; it is kept with your name.")
    return reason


def _plain(field: str, words: str) -> str:
    words = words.strip()
    if "\x00" in words or len(words) > 2_000:
        raise Unusable(field, f"Write the {field} in plain text, 2,000 characters at most.")
    if mask(words) != words:
        raise Unusable(field, "This holds a card or social security number; remove it.")
    return words


def _close(item: ReviewItem, state: ReviewState, actor: User, note: str) -> None:
    item.state = state
    item.closed_at = timezone.now()
    item.closed_by = actor
    item.note = note
    item.version += 1
    item.save(
        update_fields=["text", "decision", "state", "closed_at", "closed_by", "note", "version"]
    )
