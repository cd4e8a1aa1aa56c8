"""An agent pulls a draft: its text is gated once more, at that moment, before it is handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from compliance.models import DecisionPurpose, GateDecision
from drafting import gating, visibility
from drafting.attestation.drafts import show
from drafting.attestation.subjects import Token
from drafting.errors import TextsErasedError
from drafting.models import Draft, DraftStatus
from locations.roles import AGENT, OPERATOR, REVIEWER

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_MAY_PULL = gating.Allowed((AGENT, REVIEWER, OPERATOR), "pull a draft")


@dataclass(frozen=True, slots=True)
class Pull:
    """A draft as an agent may see it: ``text`` is ``None`` while it is not visible."""

    draft: Draft
    text: str | None
    decision: GateDecision | None = None


def pull(*, draft: Draft, actor: User, at: datetime, token: Token | None = None) -> Pull:
    """Return the text of a visible draft if it still holds at ``at``.

    What the gate finds now and no approval covers takes the draft back: it waits for a reviewer
    and nothing is shown. A draft that is not visible comes without a text; a sent one with the text
    that was sent, unless it was erased.

    Raises:
        PermissionDenied: when the actor has no part in this location.
    """
    who = gating.require(actor, draft.ticket, _MAY_PULL, token)
    with transaction.atomic():
        try:
            draft = locked(draft)
        except TextsErasedError:
            draft.refresh_from_db(fields=["status", "version"])
            return Pull(draft=draft, text=None)
        if draft.status == DraftStatus.SENT:
            let_out = {"by": "pull", "decision": str(draft.sent.decision_id)}
            show(draft=draft, text=draft.sent.text, actor=who, at=at, details=let_out)
            return Pull(draft=draft, text=draft.sent.text)
        if draft.status != DraftStatus.VISIBLE or draft.shown_text is None:
            return Pull(draft=draft, text=None)
        decision = gating.regate(
            draft=draft, text=draft.shown_text, now=at, purpose=DecisionPurpose.PULL
        )
        if gating.still_fine(decision, draft.approval):
            let_out = {"by": "pull", "decision": str(decision.pk)}
            show(draft=draft, text=draft.shown_text, actor=who, at=at, details=let_out)
            return Pull(draft=draft, text=draft.shown_text, decision=decision)
        visibility.hold_again(
            draft=draft,
            decision=decision,
            now=at,
            note="It was fine before, and is not any more: held when an agent asked for it.",
        )
        return Pull(draft=draft, text=None, decision=decision)


def locked(draft: Draft) -> Draft:
    """Return the draft as stored now, locked until the transaction ends, with what gating needs.

    Raises:
        TextsErasedError: when the texts of its ticket were erased. Another process may hold their
            key for a while; here nothing is opened with it.
    """
    # First the lock alone: who waited for it would join rows as they were before the wait, and
    # miss the approval or the reply that it waited for.
    Draft.objects.select_for_update().only("pk").get(pk=draft.pk)
    of_ticket = ("ticket__location", "ticket__ticket_class", "ticket__data_key")
    wanted = (*of_ticket, "message__job", "approval", "sent")
    # Of the context its SHA-256 is enough; the payload itself is large.
    everything = Draft.objects.select_related(*wanted, "context").defer("context__payload")
    found = everything.get(pk=draft.pk)
    if found.ticket.data_key.destroyed_at is not None:
        raise TextsErasedError(found.ticket.data_key.destroyed_at)
    return found
