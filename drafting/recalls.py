"""Takes drafts back that were made under what turned out wrong, before anybody sends them.

The order and its list of drafts are stored in one step; the rows that wait are the queue. They are
taken in batches of a transaction each: by whoever ordered, as far as a request may take, and by
workers. What is taken back shows nothing any more and waits for a reviewer: a pull or another run
of the gate never shows it again.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from compliance.audit.events import Actor
from compliance.gate.faults import named
from drafting import claims, gating, scheduling, visibility
from drafting.affected import Asked, affected
from drafting.attestation.drafts import recalled
from drafting.attestation.replies import Why
from drafting.attestation.subjects import Token, person
from drafting.errors import Conflict, Unusable
from drafting.models import (
    Draft,
    DraftStatus,
    Recall,
    RecallLine,
    RecallOutcome,
    ScheduledReply,
)
from locations.queries import visible_locations
from locations.roles import OPERATOR, REVIEWER

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

MAY_RECALL: Final = gating.Allowed((OPERATOR, REVIEWER), "recall drafts")
# How many drafts are locked at once: pulls and sends of them wait as long.
BATCH: Final = 25
_AT_ONCE: Final = 1000
_STOOD: Final = {
    DraftStatus.SENT: RecallOutcome.SENT,
    DraftStatus.HELD: RecallOutcome.HELD,
    DraftStatus.REJECTED: RecallOutcome.REJECTED,
    DraftStatus.SUPERSEDED: RecallOutcome.SUPERSEDED,
    DraftStatus.ERASED: RecallOutcome.ERASED,
}


@dataclass(frozen=True, slots=True)
class Order:
    """What shall be taken back: of what is affected all that is visible, or the drafts named.

    ``seen_at`` is when somebody looked at how many there are: what went out since is told of.
    """

    asked: Asked
    reason: str
    drafts: Collection[UUID] | None = None
    seen_at: datetime | None = None


def recallable(order: Order, actor: User) -> QuerySet[Draft]:
    """The affected drafts of the person's locations that an order is of."""
    found = affected(order.asked, actor)
    if order.drafts is not None:
        return found.filter(pk__in=order.drafts)
    wanted = Q(status=DraftStatus.VISIBLE)
    if order.seen_at is not None:
        # What was seen as visible and went out since belongs to what happened.
        wanted |= Q(status=DraftStatus.SENT, sent__sent_at__gte=order.seen_at)
    return found.filter(wanted)


def order(*, recall_id: UUID, order: Order, actor: User, token: Token | None = None) -> Recall:
    """Store the order to take drafts back, and which; :func:`carry_out` does it.

    Repeating an order under its id changes nothing and returns the same recall.

    Raises:
        PermissionDenied: when the actor is neither operator nor reviewer.
        Unusable: when no reason is given, or it cannot be kept.
        Conflict: when nothing of it can be recalled (any more), or the id is of another order.
    """
    who = gating.require_role(actor, MAY_RECALL)
    reason = claims.plain_words("reason", order.reason)
    if not reason:
        raise Unusable("reason", "Say why; reviewers read it, and the log proves it.")
    asked = order.asked
    with transaction.atomic():
        recall, created = Recall.objects.get_or_create(
            id=recall_id,
            defaults={
                "condition": asked.condition,
                "since": asked.since,
                "until": asked.until,
                "reason": reason,
                "ordered_by": actor,
                "role": who.kind.value,
                "token": None if token is None else asdict(token),
                "ordered_at": timezone.now(),
            },
        )
        if not created:
            same = (recall.ordered_by_id, recall.condition, recall.reason)
            if same != (actor.pk, asked.condition, reason):
                raise Conflict("Another recall has this id; start again with a new one.")
            return recall
        if not _list(recall, order, actor):
            raise Conflict("Nothing of this can be recalled (any more): no such draft is visible.")
    return recall


def _list(recall: Recall, order: Order, actor: User) -> int:
    """Write down the drafts of a recall, in the order of their keys; return how many."""
    keys = list(recallable(order, actor).order_by("pk").values_list("pk", flat=True))
    RecallLine.objects.bulk_create(
        (RecallLine(recall=recall, draft_id=key) for key in keys), batch_size=_AT_ONCE
    )
    return len(keys)


# --- Carrying it out ------------------------------------------------------------------------------


def carry_out(recall: Recall, *, seconds: float) -> bool:
    """Take the drafts of a recall back, batch by batch; say whether none is left.

    No batch is begun after so many seconds; workers go on with what is left.
    """
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not _batch(recall):
            break
    return not recall.lines.filter(outcome=RecallOutcome.WAITING).exists()


def step() -> bool:
    """Take a batch of the oldest recall back that is not finished; say whether there was any.

    Raises:
        DatabaseError: when the database is gone; what was not done yet waits.
    """
    waiting = RecallLine.objects.filter(outcome=RecallOutcome.WAITING).order_by("pk")
    line = waiting.select_related("recall__ordered_by").first()
    return line is not None and _batch(line.recall)


def _batch(recall: Recall) -> bool:
    """Take some drafts back that nobody else is taking back; say whether there were any."""
    with transaction.atomic():
        waiting = recall.lines.filter(outcome=RecallOutcome.WAITING).order_by("draft_id")
        lines = list(waiting.select_for_update(skip_locked=True)[:BATCH])
        if not lines:
            return False
        drafts = _locked([line.draft_id for line in lines])
        token = None if recall.token is None else Token(**recall.token)
        who = person(recall.ordered_by, recall.role, token)
        for line in lines:
            _one(line, drafts[line.draft_id], recall, who)
    return True


def _locked(keys: list[UUID]) -> dict[UUID, Draft]:
    """Lock drafts in the order of their keys, as everybody who locks several does.

    First the locks alone, then the rows: who waited for one reads it as it is now.
    """
    rows = Draft.objects.filter(pk__in=keys)
    list(rows.order_by("pk").select_for_update().only("pk"))
    joined = rows.select_related(
        "ticket__location", "decision", "shown_decision", "approval__decision"
    )
    return {draft.pk: draft for draft in joined}


def _one(line: RecallLine, draft: Draft, recall: Recall, who: Actor) -> None:
    line.done_at = timezone.now()
    if draft.status in _STOOD:
        line.outcome = _STOOD[DraftStatus(draft.status)]
    else:
        try:
            with transaction.atomic():
                line.withdrawn = _take_back(draft, recall, who, line.done_at)
            line.outcome = RecallOutcome.RECALLED
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:  # noqa: BLE001  (the others must not wait for this one)
            logger.error("Recall of draft %s: %s", draft.pk, named(error))  # noqa: TRY400
            line.outcome = RecallOutcome.FAILED
            line.note = f"It is still visible: it could not be taken back ({named(error)})."
    line.save(update_fields=["outcome", "note", "withdrawn", "done_at"])


def _take_back(draft: Draft, recall: Recall, who: Actor, now: datetime) -> bool:
    """Hide one locked draft; say whether a reply of it waited for its moment."""
    shown = draft.shown_text or ""
    note = f"Recalled by {who.name}, because of {recall.condition}: {recall.reason}"
    visibility.recall(draft=draft, by=recall, now=now, note=note)
    recalled(draft=draft, text=shown, by=recall, actor=who, at=now)
    withdrawn = scheduling.withdraw(
        ScheduledReply.objects.filter(draft=draft), reason=note, why=Why.RECALLED, at=now, actor=who
    )
    return bool(withdrawn)


# --- What came of it ------------------------------------------------------------------------------


def visible_to(user: User) -> QuerySet[Recall]:
    """The recalls that concern the person's locations, the latest first."""
    theirs = RecallLine.objects.filter(draft__ticket__location__in=visible_locations(user))
    return Recall.objects.filter(pk__in=theirs.values("recall_id")).select_related("ordered_by")


def lines_of(recall: Recall, user: User) -> QuerySet[RecallLine]:
    """The drafts of a recall that the person may see, with what came of each."""
    return recall.lines.filter(draft__ticket__location__in=visible_locations(user)).order_by("pk")


def outcomes(lines: QuerySet[RecallLine]) -> Counter[RecallOutcome]:
    """Count the drafts of a recall by what came of them. One query."""
    found = lines.order_by().values_list("outcome").annotate(count=Count("pk"))
    return Counter({RecallOutcome(outcome): count for outcome, count in found})
