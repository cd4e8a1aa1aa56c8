"""The drafts that were made under one condition between two moments: how many, and which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from compliance.models import AuditEvent, EventType
from drafting.context.fingerprints import condition
from drafting.models import Draft, DraftStatus
from locations.queries import visible_locations

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# What a condition is of, and whether it has versions.
KINDS: Final = {"rule": True, "policy": True, "tone": True, "prompt": False, "model": False}


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition, and between which moments (aware; open where ``None``) drafts were made."""

    kind: str
    name: str
    version: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def condition(self) -> str:
        """The condition as drafts name it."""
        return condition(self.kind, self.name, self.version)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many drafts were made, were shown to an agent, wait visibly or held, and were sent."""

    generated: int
    shown: int
    visible: int
    held: int
    sent: int


def affected(asked: Asked, user: User) -> QuerySet[Draft]:
    """The drafts of the person's locations that were made under a condition, the newest first."""
    found = Draft.objects.at(visible_locations(user)).filter(conditions__contains=[asked.condition])
    if asked.since is not None:
        found = found.filter(created_at__gte=asked.since)
    if asked.until is not None:
        found = found.filter(created_at__lt=asked.until)
    return found.order_by("-created_at", "pk")


def counts(drafts: QuerySet[Draft]) -> Counts:
    """Count drafts by what became of them. One query."""
    shown = AuditEvent.objects.filter(
        type=EventType.DRAFT_SHOWN, actor_kind__in=("agent", "token"), draft=OuterRef("pk")
    )
    status = {
        each: Count("pk", filter=Q(status=each))
        for each in (DraftStatus.VISIBLE, DraftStatus.HELD, DraftStatus.SENT)
    }
    found = (
        drafts.order_by()
        .annotate(was_shown=Exists(shown))
        .aggregate(
            generated=Count("pk"),
            shown=Count("pk", filter=Q(was_shown=True) | Q(status=DraftStatus.SENT)),
            **{name.value: counted for name, counted in status.items()},
        )
    )
    return Counts(**found)
