"""Replies that go out later: gated now for that moment, and again when it has come.

The row is the queue, as for drafts: leased by a worker with a token, tried a few times, and never
lost. Whatever keeps a reply from going is stored with it, where people see it.
"""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from compliance.audit.events import SYSTEM, Actor
from compliance.gate.faults import named
from compliance.gate.quiet.windows import LONGEST_HOLD
from compliance.gate.types import Severity, Verdict
from compliance.models import DecisionPurpose, GateDecision
from compliance.sealing.master import MasterKeyError
from compliance.sealing.reading import in_words
from drafting import gating, sending
from drafting.attestation import replies as events
from drafting.attestation.drafts import edited_once
from drafting.attestation.replies import Why
from drafting.attestation.subjects import Token, Where
from drafting.errors import Conflict, Unusable
from drafting.models import Draft, ScheduledReply, ScheduleState
from drafting.pulls import locked

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

MAX_ATTEMPTS: Final = 5
LEASE: Final = timedelta(seconds=120)
AGAIN: Final = timedelta(seconds=30)
BY_THE_GATE: Final = "Not sent: the gate does not let it out any more."


@dataclass(frozen=True, slots=True)
class Scheduling:
    """What became of the wish to send later: a reply that waits, or a refusal with the decision.

    ``held_until`` is the first moment from the one asked for at which quiet hours let it go.
    """

    decision: GateDecision
    scheduled: ScheduledReply | None = None
    held_until: datetime | None = None

    @property
    def proposal(self) -> str | None:
        """The gate's own version of a refused text."""
        if self.scheduled is not None or self.held_until is not None:
            return None
        text: str | None = self.decision.output_text
        return text


def schedule(
    *,
    draft: Draft,
    actor: User,
    text: str,
    send_at: datetime,
    at: datetime | None = None,
    token: Token | None = None,
) -> Scheduling:
    """Have a reply go out at ``send_at`` (aware) if its text passes the gate as of that moment.

    It takes the place of what was scheduled for this draft before. What is refused changes nothing.

    Raises:
        PermissionDenied: when the actor is no agent of this location.
        Unusable: when the text or the moment cannot be used.
        Conflict: when the draft is not visible (any more).
    """
    who = gating.require(actor, draft.ticket, sending.MAY_SEND, token)
    if text != draft.shown_text:
        text = gating.require_usable(text)
    now = at or timezone.now()
    if send_at <= now:
        raise Unusable("send_at", "This moment is over; leave it out to send at once.")
    if send_at > now + LONGEST_HOLD:
        raise Unusable("send_at", f"Write a moment within {LONGEST_HOLD.days} days.")
    with transaction.atomic():
        draft = locked(draft)
        sending.require_visible(draft)
        waiting = _waiting(draft)
        if waiting is not None and (waiting.text, waiting.send_at) == (text, send_at):
            return Scheduling(decision=waiting.decision, scheduled=waiting)
        decision = gating.regate(
            draft=draft, text=text, now=now, purpose=DecisionPurpose.SCHEDULE, ahead=send_at
        )
        approved = text == draft.shown_text and gating.still_fine(decision, draft.approval)
        if decision.verdict != Verdict.PASS and not approved:
            refused = Scheduling(decision=decision)
            sending.propose(draft, refused.proposal, decision, who, now)
            return refused
        held_until = gating.goes_at(draft, decision, send_at)
        if held_until is not None:
            return Scheduling(decision=decision, held_until=held_until)
        if waiting is not None:
            _close(waiting, ScheduleState.CANCELLED, "Another reply was scheduled instead.")
            _told(draft, waiting, Why.REPLACED, now, who)
        scheduled = ScheduledReply.objects.create(
            draft=draft, text=text, agent=actor, send_at=send_at, decision=decision, created_at=now
        )
        if text != draft.shown_text:
            edited_once(draft=draft, decision=decision, text=text, actor=who, at=now)
        events.scheduled(where=Where.of(draft), reply=scheduled, actor=who, at=now)
        return Scheduling(decision=decision, scheduled=scheduled)


def cancel(*, draft: Draft, actor: User, token: Token | None = None) -> ScheduledReply:
    """Take back what is scheduled for a draft; the draft stays as it is.

    Raises:
        PermissionDenied: when the actor is no agent of this location.
        Conflict: when nothing waits (any more).
    """
    who = gating.require(actor, draft.ticket, sending.MAY_SEND, token)
    with transaction.atomic():
        draft = locked(draft)
        waiting = _waiting(draft)
        if waiting is None:
            raise Conflict("Nothing is scheduled for this draft; it may have gone out already.")
        _close(waiting, ScheduleState.CANCELLED, f"{actor.get_username()} took it back.")
        _told(draft, waiting, Why.CANCELLED, timezone.now(), who)
        return waiting


def withdraw(
    replies: QuerySet[ScheduledReply],
    *,
    reason: str,
    why: Why,
    at: datetime,
    actor: Actor = SYSTEM,
) -> frozenset[UUID]:
    """Cancel those of some replies that wait; to be called with their drafts locked.

    Returns the ids of the drafts of which something waited. One query where nothing did.
    """
    waiting = list(
        replies.filter(state=ScheduleState.WAITING)
        .select_for_update(of=("self",))
        .select_related("draft__ticket__location")
        .order_by("pk")
    )
    for reply in waiting:
        _close(reply, ScheduleState.CANCELLED, reason)
    told = [(Where.of(reply.draft), reply) for reply in waiting]
    events.withdrawn(told, why=why, at=at, actor=actor)
    return frozenset(reply.draft_id for reply in waiting)


# --- When the moment has come ---------------------------------------------------------------------


def step(*, at: datetime | None = None) -> bool:
    """Send the reply that has been due the longest; say whether there was any.

    ``at`` is the moment that it is gated for: now, unless a test says otherwise.

    Raises:
        DatabaseError: when the database is gone; the lease then ends by itself.
    """
    claimed = _claim(at)
    if claimed is None:
        return False
    try:
        _go(claimed, at)
    except DatabaseError as error:
        logger.error("Scheduled reply %s: %s", claimed.pk, named(error))  # noqa: TRY400
        raise
    except MasterKeyError as error:
        logger.error("Scheduled reply %s: %s", claimed.pk, error)  # noqa: TRY400
        _give_back(claimed, f"It could not be read. {error}", counts=False)
    except Exception as error:  # noqa: BLE001  (whatever it is, a person must see that it failed)
        # Exceptions may carry texts in their arguments: only type and place are kept.
        logger.error("Scheduled reply %s: %s", claimed.pk, named(error))  # noqa: TRY400
        _give_back(claimed, f"It could not be sent ({named(error)}).")
    return True


def _due(at: datetime | None) -> QuerySet[ScheduledReply]:
    now = Now() if at is None else at
    return ScheduledReply.objects.filter(
        Q(lease_until=None) | Q(lease_until__lt=now),
        state=ScheduleState.WAITING,
        send_at__lte=now,
    )


def _claim(at: datetime | None) -> ScheduledReply | None:
    """Lease a due reply; the attempt is counted before any work, so a deadly one ends as failed."""
    while True:
        with transaction.atomic():
            due = _due(at).select_for_update(skip_locked=True).order_by("send_at").first()
            if due is None:
                return None
            if due.attempts < MAX_ATTEMPTS:
                due.attempts += 1
                due.lease_token = uuid.uuid4()
                # In one statement: after a second one PostgreSQL looks for the draft again at the
                # end, and waits there for whoever has the draft and waits for this row.
                ScheduledReply.objects.filter(pk=due.pk).update(
                    attempts=due.attempts, lease_token=due.lease_token, lease_until=Now() + LEASE
                )
                return due
            _close(
                due, ScheduleState.FAILED, f"Tried {MAX_ATTEMPTS} times in vain. {due.note}".strip()
            )
            draft = Draft.objects.select_related("ticket__location").get(pk=due.draft_id)
            _told(draft, due, Why.FAILED, at or timezone.now())


def _go(claimed: ScheduledReply, at: datetime | None) -> None:
    with transaction.atomic():
        # The draft first, as when a message arrives: so the two never wait for each other.
        draft = locked(Draft.objects.get(pk=claimed.draft_id))
        reply = (
            ScheduledReply.objects.select_for_update(of=("self",))
            .select_related("agent")
            .filter(pk=claimed.pk, state=ScheduleState.WAITING, lease_token=claimed.lease_token)
            .first()
        )
        if reply is None:
            return  # cancelled, or another worker's by now
        try:
            done = sending.send(
                draft=draft, actor=reply.agent, text=reply.text, at=at, scheduled=reply
            )
        except (PermissionDenied, Conflict, Unusable) as error:
            _close(reply, ScheduleState.REFUSED, f"Not sent: {error}")
            _told(draft, reply, Why.REFUSED, at or timezone.now())
            return
        if done.sent is not None:
            return
        reply.decision = done.decision
        if done.held_until is not None:
            reply.send_at = done.held_until
            reply.attempts, reply.lease_until, reply.lease_token = 0, None, None
            reply.note = "Quiet hours have changed since: it goes when they are over."
            reply.save(
                update_fields=[
                    "decision",
                    "send_at",
                    "attempts",
                    "lease_until",
                    "lease_token",
                    "note",
                ]
            )
            return
        reply.save(update_fields=["decision"])
        _close(reply, ScheduleState.REFUSED, BY_THE_GATE)
        _told(draft, reply, Why.REFUSED, at or timezone.now())


def said(reply: ScheduledReply) -> str:
    """Return why a reply did not go, or goes later; by the gate's first objection where it was."""
    if reply.note != BY_THE_GATE:
        return reply.note
    return in_words(lambda: f"Not sent: {_why(reply.decision)}")


def _why(decision: GateDecision) -> str:
    objections = [each for each in decision.findings if each["severity"] != Severity.ADVISE]
    found = [*decision.faults, *objections]
    return found[0]["message"] if found else "the gate does not let it out any more."


def _give_back(claimed: ScheduledReply, reason: str, *, counts: bool = True) -> None:
    ScheduledReply.objects.filter(
        pk=claimed.pk, state=ScheduleState.WAITING, lease_token=claimed.lease_token
    ).update(
        note=reason[:500],
        lease_token=None,
        lease_until=Now() + AGAIN * claimed.attempts,
        attempts=claimed.attempts if counts else claimed.attempts - 1,
    )


# --- What several of these need -------------------------------------------------------------------


def _waiting(draft: Draft) -> ScheduledReply | None:
    return (
        ScheduledReply.objects.select_for_update(of=("self",))
        .select_related("decision")
        .filter(draft=draft, state=ScheduleState.WAITING)
        .first()
    )


def _told(
    draft: Draft, reply: ScheduledReply, why: Why, at: datetime, actor: Actor = SYSTEM
) -> None:
    events.withdrawn([(Where.of(draft), reply)], why=why, at=at, actor=actor)


def _close(reply: ScheduledReply, state: ScheduleState, note: str) -> None:
    ScheduledReply.objects.filter(pk=reply.pk).update(
        state=state, note=note[:500], closed_at=Now(), lease_token=None, lease_until=None
    )
    reply.state, reply.note = state, note[:500]
