"""An agent sends a reply: the final text is gated, and only what passes goes out."""

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
from drafting import gating, visibility
from drafting.attestation import drafts as events
from drafting.attestation.replies import Why, withdrawn
from drafting.attestation.subjects import Token, Where
from drafting.errors import Conflict
from drafting.models import Draft, DraftStatus, ScheduledReply, ScheduleState, SentReply
from drafting.pulls import locked
from locations.roles import AGENT

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MAY_SEND = gating.Allowed((AGENT,), "send a reply")


@dataclass(frozen=True, slots=True)
class Sending:
    """What became of a text: sent, or refused with the decision.

    Where the gate can mend a refused text, the mended one comes as a proposal. A text that is fine
    may have to wait: until ``held_until``.
    """

    decision: GateDecision
    sent: SentReply | None = None
    held_until: datetime | None = None

    @property
    def proposal(self) -> str | None:
        """The gate's own version of a refused text."""
        if self.sent is not None or self.held_until is not None:
            return None
        text: str | None = self.decision.output_text
        return text


def send(
    *,
    draft: Draft,
    actor: User,
    text: str,
    at: datetime | None = None,
    token: Token | None = None,
    scheduled: ScheduledReply | None = None,
) -> Sending:
    """Send a reply if its final text passes the gate at this moment.

    An approved text that was not changed may go out while nothing new is found. What is refused is
    not sent; a visible text that no longer holds goes back to review. Quiet hours keep any text
    back, an approved one too. Repeating a send that went through returns it again; one that goes
    through takes the place of what was scheduled. ``scheduled`` is what has it go out now.

    Raises:
        PermissionDenied: when the actor is no agent of this location.
        Unusable: when the text is empty, too long or no text.
        Conflict: when the draft is not visible (any more).
    """
    who = gating.require(actor, draft.ticket, MAY_SEND, token)
    if text != draft.shown_text:  # what was shown may go out to the letter, its last line break too
        text = gating.require_usable(text)
    now = at or timezone.now()
    with transaction.atomic():
        draft = locked(draft)
        if draft.status == DraftStatus.SENT and draft.sent.text == text:
            return Sending(decision=draft.sent.decision, sent=draft.sent)
        require_visible(draft)
        decision = gating.regate(draft=draft, text=text, now=now, purpose=DecisionPurpose.SEND)
        unchanged = text == draft.shown_text
        passed = decision.verdict == Verdict.PASS
        if not passed and not (unchanged and gating.still_fine(decision, draft.approval)):
            if unchanged:
                visibility.hold_again(
                    draft=draft,
                    decision=decision,
                    now=now,
                    note="It was fine before, and is not any more: held when an agent sent it.",
                )
            refused = Sending(decision=decision)
            if scheduled is None:
                propose(draft, refused.proposal, decision, who, now)
            return refused
        held_until = gating.goes_at(draft, decision, now)
        if held_until is not None:
            return Sending(decision=decision, held_until=held_until)
        sent = SentReply.objects.create(
            draft=draft,
            text=text,
            text_digest=digest_of(text, draft.ticket.data_key_id),
            verdict=decision.verdict if passed else None,
            decision=decision,
            approval=None if passed else draft.approval,
            agent=actor,
            sent_at=now,
            edited=not unchanged,
        )
        if not unchanged:
            events.edited_once(draft=draft, decision=decision, text=text, actor=who, at=now)
        events.sent(draft=draft, reply=sent, actor=who, scheduled=scheduled)
        draft.status = DraftStatus.SENT
        draft.version += 1
        draft.save(update_fields=["status", "version"])
        _settle_waiting(draft, sent, who)
        return Sending(decision=decision, sent=sent)


def _settle_waiting(draft: Draft, sent: SentReply, actor: Actor) -> None:
    """Close what was to go out later: it has gone now, or another text has."""
    waiting = (
        ScheduledReply.objects.select_for_update()
        .filter(draft=draft, state=ScheduleState.WAITING)
        .first()
    )
    if waiting is None:
        return
    waiting.closed_at = sent.sent_at
    if waiting.text == sent.text:
        waiting.state, waiting.decision = ScheduleState.SENT, sent.decision
    else:
        waiting.state = ScheduleState.CANCELLED
        waiting.note = f"{actor.id} sent another text at once."
        withdrawn([(Where.of(draft), waiting)], why=Why.REPLACED, at=sent.sent_at, actor=actor)
    waiting.save(update_fields=["state", "decision", "note", "closed_at"])


def propose(
    draft: Draft, proposal: str | None, decision: GateDecision, actor: Actor, at: datetime
) -> None:
    """Tell that an agent is shown the gate's own version of a refused text, if there is one."""
    if proposal is not None:
        details = {"by": "proposal", "decision": str(decision.pk)}
        events.show(draft=draft, text=proposal, actor=actor, at=at, details=details)


def require_visible(draft: Draft) -> None:
    """Refuse a draft that agents do not see (any more).

    Raises:
        Conflict: saying where it stands.
    """
    if draft.status != DraftStatus.VISIBLE:
        raise Conflict(f"This draft is {_STANDING[draft.status]}.")


_STANDING = {
    DraftStatus.HELD.value: "held for review; wait for the reviewer",
    DraftStatus.SENT.value: "already sent, with another text",
    DraftStatus.REJECTED.value: "rejected by a reviewer; write a reply of your own",
    DraftStatus.ERASED.value: "erased",
    DraftStatus.SUPERSEDED.value: "out of date: the customer wrote again; use the newer draft",
}
