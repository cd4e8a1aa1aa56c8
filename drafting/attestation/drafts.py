"""The life of a draft as events: made, shown, edited, sent, thrown away.

A text is shown when it is handed to a person: to an agent by a pull or as a proposal, to a reader
by a page that has the whole of it. That somebody looks at the same text again is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from compliance.audit.commitments import commitment
from compliance.audit.events import Actor, Happening, append, stamp, tells_of_text
from compliance.models import AuditSalt, EventType, GateDecision
from drafting.attestation.decisions import decided
from drafting.attestation.subjects import PAYLOAD, TEXT, Where
from drafting.models import Draft, Recall, ScheduledReply, SentReply, Ticket


def made(where: Where, draft: Draft, gated: Sequence[tuple[GateDecision, str]]) -> list[Happening]:
    """Return how a draft came to be: its payload, what was written, and what the gate said to each.

    ``gated`` are the decisions with the texts they were taken on, in their order.
    """
    at, payload = draft.created_at, {PAYLOAD: draft.context.sha256}
    texts = {TEXT: draft.candidate_text, **payload}
    if draft.other_text:
        texts["other"] = draft.other_text
    return [
        where.tells(EventType.PAYLOAD_ASSEMBLED, at, details={}, texts=payload),
        where.tells(
            EventType.DRAFT_GENERATED,
            at,
            details={
                **_conditions(draft, draft.decision),
                "backend": draft.backend,
                "fell_back": bool(draft.fallback_reason),
                "redraft": draft.redraft,
            },
            texts=texts,
        ),
        *(decided(where, decision, text) for decision, text in gated),
    ]


def show(*, draft: Draft, text: str, actor: Actor, at: datetime, details: dict[str, Any]) -> None:
    """Record that a text of a locked draft is handed to somebody, unless it was before."""
    if not is_told(EventType.DRAFT_SHOWN, draft, actor, text):
        append(
            Where.of(draft).tells(
                EventType.DRAFT_SHOWN, at, actor=actor, details=details, texts={TEXT: text}
            )
        )


def show_all(
    *, draft: Draft, texts: Iterable[tuple[str, UUID]], actor: Actor, at: datetime, by: str
) -> None:
    """Record that a page shows a reader texts of a draft, as far as it did not before.

    Each text comes with the decision that it was gated by, of which the first counts; what is
    empty is left out. ``by`` says which kind of page it is.
    """
    found: dict[str, UUID] = {}
    for text, decision in texts:
        if text:
            found.setdefault(text, decision)
    if not found or not _untold(found, draft, actor):
        return
    with transaction.atomic():
        # Two pages opened at once are one showing.
        Draft.objects.select_for_update().only("pk").get(pk=draft.pk)
        if not Ticket.objects.filter(pk=draft.ticket_id, data_key__destroyed_at=None).exists():
            return  # erased meanwhile: it is not to be proven any more
        append(
            *(
                Where.of(draft).tells(
                    EventType.DRAFT_SHOWN,
                    at,
                    actor=actor,
                    details={"by": by, "decision": str(found[text])},
                    texts={TEXT: text},
                )
                for text in _untold(found, draft, actor)
            )
        )


def _untold(texts: Iterable[str], draft: Draft, actor: Actor) -> list[str]:
    """Return those of some texts that somebody was not shown before. One query."""
    told = AuditSalt.objects.filter(
        event__draft=draft.pk,
        event__type=EventType.DRAFT_SHOWN,
        event__actor_kind=actor.kind,
        event__actor=actor.id,
        name=TEXT,
    ).values_list("salt", "event__body")
    known = [(bytes(salt), bytes(body)) for salt, body in told]
    return [
        text
        for text in texts
        if not any(commitment(text, salt).encode() in body for salt, body in known)
    ]


def edited_once(
    *, draft: Draft, decision: GateDecision, text: str, actor: Actor, at: datetime
) -> None:
    """Record an edit unless it was before: what is scheduled goes out later as it was edited."""
    if not is_told(EventType.DRAFT_EDITED, draft, actor, text):
        edited(draft=draft, decision=decision, text=text, actor=actor, at=at)


def edited(
    *, draft: Draft, decision: GateDecision, text: str, actor: Actor, at: datetime, note: str = ""
) -> None:
    """Record that somebody put a text of their own in place of a draft's."""
    append(
        Where.of(draft).tells(
            EventType.DRAFT_EDITED,
            at,
            actor=actor,
            details={"decision": str(decision.pk), "verdict": str(decision.verdict)},
            texts={TEXT: text, "note": note} if note else {TEXT: text},
        )
    )


def sent(
    *, draft: Draft, reply: SentReply, actor: Actor, scheduled: ScheduledReply | None = None
) -> None:
    """Record what went out, by which decision or approval."""
    append(
        Where.of(draft).tells(
            EventType.DRAFT_SENT,
            reply.sent_at,
            actor=actor,
            details={
                **_conditions(draft, reply.decision),
                "verdict": reply.verdict,
                "approval": None if reply.approval is None else str(reply.approval.pk),
                "edited": reply.edited,
                "scheduled": None if scheduled is None else str(scheduled.pk),
            },
            texts={TEXT: reply.text, PAYLOAD: draft.context.sha256},
        )
    )


def held(*, draft: Draft, decision: GateDecision, at: datetime) -> None:
    """Record that the gate took a visible draft back: it waits for a reviewer again."""
    append(
        Where.of(draft).tells(
            EventType.DRAFT_HELD,
            at,
            details={"decision": str(decision.pk), "by": str(decision.purpose)},
        )
    )


def recalled(*, draft: Draft, text: str, by: Recall, actor: Actor, at: datetime) -> None:
    """Record that somebody took a visible draft back, and of what condition it was found by.

    ``text`` is what agents could see until then.
    """
    append(
        Where.of(draft).tells(
            EventType.DRAFT_RECALLED,
            at,
            actor=actor,
            details={
                "recall": str(by.pk),
                "condition": by.condition,
                "since": None if by.since is None else stamp(by.since),
                "until": None if by.until is None else stamp(by.until),
            },
            texts={TEXT: text, "reason": by.reason},
        )
    )


def superseded(*, drafts: Sequence[Draft], location: str, at: datetime) -> None:
    """Record that the customer wrote again: drafts of an older message are of no use any more."""
    append(
        *(
            Where(draft.pk, draft.ticket_id, location).tells(
                EventType.DRAFT_DISCARDED, at, details={"why": "superseded"}
            )
            for draft in drafts
        )
    )


def erased(*, drafts: Sequence[Draft], at: datetime) -> None:
    """Record that drafts were taken back because the texts of their tickets were erased."""
    append(
        *(
            Where.of(draft).tells(EventType.DRAFT_DISCARDED, at, details={"why": "erased"})
            for draft in drafts
        )
    )


def is_told(kind: EventType, draft: Draft, actor: Actor, text: str) -> bool:
    """Whether an event of this type tells of the actor and the text: its commitment opens."""
    return tells_of_text(kind, draft=draft.pk, actor=actor, name=TEXT, text=text)


def _conditions(draft: Draft, decision: GateDecision) -> dict[str, Any]:
    """What a draft was made from, and what a decision about it was taken by."""
    return {
        "decision": str(decision.pk),
        "ruleset": decision.ruleset_sha256,
        "tone": decision.tone_sha256,
        "prompt": draft.prompt_version,
        "model": draft.model,
        "class": draft.class_fingerprint,
    }
