"""The drafts that were held to one condition between two moments: how many, and which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from compliance.models import AuditEvent, EventType
from drafting.context.fingerprints import condition
from drafting.models import (
    Draft,
    DraftStatus,
    LaterCondition,
    RecallLine,
    RecallOutcome,
    ScheduledReply,
    ScheduleState,
)
from locations.queries import visible_locations

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# What a condition is of, and whether it has versions. A class is all conditions together.
KINDS: Final = {
    "rule": True,
    "policy": True,
    "tone": True,
    "prompt": False,
    "model": False,
    "class": False,
}
# Who asks for every version gets that many; nothing was ever published as often.
_MOST_VERSIONS: Final = 1000


class Became(StrEnum):
    """What became of drafts, as a list of them is narrowed."""

    SHOWN = "shown"
    VISIBLE = "visible"
    HELD = "held"
    SENT = "sent"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition, and between which moments (aware; open where ``None``) drafts were made.

    Of what has versions ``None`` asks for every one. The name of a class is its fingerprint.
    """

    kind: str
    name: str
    version: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def condition(self) -> str:
        """The condition as drafts name it; without a version where every one is asked for."""
        return condition(self.kind, self.name, self.version)

    @property
    def names(self) -> list[str]:
        """Each condition that drafts may name."""
        if self.version is None and KINDS[self.kind]:
            versions = range(1, _MOST_VERSIONS + 1)
            return [condition(self.kind, self.name, each) for each in versions]
        return [self.condition]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many drafts there are, and what became of them.

    ``later`` were made under something else and held to it at a pull, a send or a review.
    ``recalled`` were taken back by a recall, whatever became of them since; the replies of
    ``scheduled`` wait for their moment.
    """

    generated: int
    later: int
    shown: int
    visible: int
    scheduled: int
    held: int
    sent: int
    recalled: int


def read_condition(text: str) -> tuple[str, str, int | None]:
    """Take a condition apart as it is written: ``rule:R1:3``, ``model:gpt-x``, ``rule:R1``.

    Raises:
        ValueError: when it does not begin with a kind and a name.
    """
    kind, _, rest = text.strip().partition(":")
    if kind not in KINDS or not rest or rest.startswith(":"):
        raise ValueError("This is no condition.")
    name, _, version = rest.rpartition(":")
    if KINDS[kind] and name and version.isdecimal():
        return kind, name, int(version)
    return kind, rest, None


def affected(asked: Asked, user: User) -> QuerySet[Draft]:
    """The drafts of the person's locations that were held to a condition, the newest first.

    Each says in ``made_under`` whether it was made under it, or held to it later only.
    """
    found = Draft.objects.at(visible_locations(user))
    if asked.kind == "class":
        found = found.filter(class_fingerprint=asked.name).annotate(
            made_under=Value(True, output_field=BooleanField())
        )
    else:
        made = Q(conditions__overlap=asked.names)
        later = LaterCondition.objects.filter(condition__in=asked.names)
        # Both by their indexes: an “or” would read every draft.
        either = Draft.objects.filter(made).order_by().values("pk").union(later.values("draft_id"))
        found = found.filter(pk__in=either).annotate(
            made_under=Case(When(made, then=True), default=False, output_field=BooleanField())
        )
    if asked.since is not None:
        found = found.filter(created_at__gte=asked.since)
    if asked.until is not None:
        found = found.filter(created_at__lt=asked.until)
    return found.order_by("-created_at", "pk")


def narrowed(drafts: QuerySet[Draft], became: Became | None) -> QuerySet[Draft]:
    """Those of some drafts that one thing became of; all where none is named."""
    if became is None:
        return drafts
    if became == Became.SHOWN:
        return drafts.filter(Exists(_SHOWN) | Q(status=DraftStatus.SENT))
    if became == Became.RECALLED:
        return drafts.filter(Exists(_RECALLED))
    return drafts.filter(status=became.value)


def counts(drafts: QuerySet[Draft]) -> Counts:
    """Count drafts by what became of them. One query."""
    status = {
        each.value: Count("pk", filter=Q(status=each))
        for each in (DraftStatus.VISIBLE, DraftStatus.HELD, DraftStatus.SENT)
    }
    found = (
        drafts.order_by()
        .annotate(was_shown=Exists(_SHOWN), was_recalled=Exists(_RECALLED), waits=Exists(_WAITING))
        .aggregate(
            generated=Count("pk"),
            later=Count("pk", filter=Q(made_under=False)),
            shown=Count("pk", filter=Q(was_shown=True) | Q(status=DraftStatus.SENT)),
            scheduled=Count("pk", filter=Q(status=DraftStatus.VISIBLE, waits=True)),
            recalled=Count("pk", filter=Q(was_recalled=True)),
            **status,
        )
    )
    return Counts(**found)


def first_held_to(asked: Asked, drafts: Sequence[Draft]) -> Mapping[UUID, LaterCondition]:
    """Return for drafts that were made under something else the first decision that held them."""
    wanted = [draft.pk for draft in drafts if not draft.made_under]  # type: ignore[attr-defined]
    found: dict[UUID, LaterCondition] = {}
    if wanted:
        rows = LaterCondition.objects.filter(condition__in=asked.names, draft__in=wanted)
        joined = rows.select_related("decision").only(
            "draft_id", "condition", "decision__decided_at", "decision__purpose"
        )
        for row in joined.order_by("decision__decided_at", "pk"):
            found.setdefault(row.draft_id, row)
    return found


_SHOWN = AuditEvent.objects.filter(
    type=EventType.DRAFT_SHOWN, actor_kind__in=("agent", "token"), draft=OuterRef("pk")
)
_RECALLED = RecallLine.objects.filter(draft=OuterRef("pk"), outcome=RecallOutcome.RECALLED)
_WAITING = ScheduledReply.objects.filter(draft=OuterRef("pk"), state=ScheduleState.WAITING)
