"""The drafts that were held to one condition between two moments: how many, and which."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from compliance.models import AuditEvent, ComplianceRule, EventType, ToneOverlay
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
from locations.models import PolicyValue
from locations.models.tracked import Tracked
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
# Where the versions of what is asked for are counted.
_VERSIONED: Final[Mapping[str, type[Tracked]]] = {
    "rule": ComplianceRule,
    "policy": PolicyValue,
    "tone": ToneOverlay,
}


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


def names_of(asked: Asked) -> list[str]:
    """Each condition that drafts may name: one, or every version that there was. A query then."""
    if asked.version is not None or not KINDS[asked.kind]:
        return [asked.condition]
    history = _VERSIONED[asked.kind].history
    most = history.aggregate(most=Max("version"))["most"] or 1
    return [condition(asked.kind, asked.name, version) for version in range(1, most + 1)]


def affected(asked: Asked, user: User) -> QuerySet[Draft]:
    """The drafts of the person's locations that were held to a condition, the newest first."""
    found = Draft.objects.at(visible_locations(user))
    if asked.kind == "class":
        found = found.filter(class_fingerprint=asked.name)
    else:
        names = names_of(asked)
        later = LaterCondition.objects.filter(condition__in=names).values("draft_id")
        # Both by their indexes: an “or” would read every draft.
        found = found.filter(pk__in=_made(names).values("pk").union(later))
    if asked.since is not None:
        found = found.filter(created_at__gte=asked.since)
    if asked.until is not None:
        found = found.filter(created_at__lt=asked.until)
    return found.order_by("-created_at", "pk")


def _made(names: list[str]) -> QuerySet[Draft]:
    return Draft.objects.filter(conditions__overlap=names).order_by()


def was_made_under(asked: Asked, drafts: Sequence[Draft]) -> frozenset[UUID]:
    """Which of some affected drafts were made under the condition, and not held to it later."""
    keys = [draft.pk for draft in drafts]
    if asked.kind == "class":
        return frozenset(keys)
    made = Draft.objects.filter(pk__in=keys, conditions__overlap=names_of(asked))
    return frozenset(made.order_by().values_list("pk", flat=True))


def narrowed(drafts: QuerySet[Draft], became: Became | None) -> QuerySet[Draft]:
    """Those of some drafts that one thing became of; all where none is named."""
    if became is None:
        return drafts
    if became == Became.SHOWN:
        return drafts.filter(Exists(_SHOWN) | Q(status=DraftStatus.SENT))
    if became == Became.RECALLED:
        return drafts.filter(Exists(_RECALLED))
    return drafts.filter(status=became.value)


def counts(asked: Asked, drafts: QuerySet[Draft]) -> Counts:
    """Count affected drafts by what became of them. Two queries."""
    status = {
        each.value: Count("pk", filter=Q(status=each))
        for each in (DraftStatus.VISIBLE, DraftStatus.HELD, DraftStatus.SENT)
    }
    found = (
        drafts.order_by()
        .annotate(was_shown=Exists(_SHOWN), was_recalled=Exists(_RECALLED), waits=Exists(_WAITING))
        .aggregate(
            generated=Count("pk"),
            shown=Count("pk", filter=Q(was_shown=True) | Q(status=DraftStatus.SENT)),
            scheduled=Count("pk", filter=Q(status=DraftStatus.VISIBLE, waits=True)),
            recalled=Count("pk", filter=Q(was_recalled=True)),
            **status,
        )
    )
    made = found["generated"]
    if asked.kind != "class" and made:
        made = drafts.order_by().filter(pk__in=_made(names_of(asked)).values("pk")).count()
    return Counts(**found, later=found["generated"] - made)


def first_held_to(asked: Asked, keys: Collection[UUID]) -> Mapping[UUID, LaterCondition]:
    """Return the first decision by which each draft was held to a condition later. One query."""
    found: dict[UUID, LaterCondition] = {}
    if keys and asked.kind != "class":
        rows = LaterCondition.objects.filter(condition__in=names_of(asked), draft__in=keys)
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
