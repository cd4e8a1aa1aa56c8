"""Which held drafts a person sees, in which order, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.utils import timezone

from console.review.cards import KINDS
from drafting.models import DraftJob, JobState, ReviewItem, ReviewState
from locations.queries import visible_locations

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# In whose hands held drafts are.
CLAIMS: Final = {"free": "Free", "mine": "Mine", "taken": "Taken by others"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for; empty means everything."""

    location: str = ""
    channel: str = ""
    kind: str = ""
    claim: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Filters:
        """Take the filters from an address; what makes no sense there is left out."""
        kind, claim = asked.get("kind", ""), asked.get("claim", "")
        return cls(
            location=asked.get("location", "").replace("\x00", "")[:60],
            channel=asked.get("channel", "").replace("\x00", "")[:40],
            kind=kind if kind in KINDS else "",
            claim=claim if claim in CLAIMS else "",
        )

    @property
    def query(self) -> str:
        """The filters as the end of an address: ``?location=fer-boston``."""
        chosen = {
            name: value
            for name, value in (
                ("location", self.location),
                ("channel", self.channel),
                ("kind", self.kind),
                ("claim", self.claim),
            )
            if value
        }
        return f"?{urlencode(chosen)}" if chosen else ""


def items_for(user: User) -> QuerySet[ReviewItem]:
    """Every review item of the person's locations, open or closed."""
    return ReviewItem.objects.filter(
        draft__ticket__location__in=visible_locations(user)
    ).select_related(
        "decision",
        "draft__ticket__location__brand",
        "draft__ticket__ticket_class",
        "closed_by",
        "claimed_by",
    )


def waiting(user: User, filters: Filters) -> QuerySet[ReviewItem]:
    """Open items of the person's locations that fit the filters, the longest waiting first."""
    items = items_for(user).filter(state=ReviewState.OPEN).order_by("opened_at", "pk")
    if filters.location:
        items = items.filter(draft__ticket__location__code=filters.location)
    if filters.channel:
        items = items.filter(draft__ticket__channel=filters.channel)
    if filters.kind == "fault":
        items = items.exclude(decision__faults=[])
    elif filters.kind:
        items = items.filter(decision__layers__contains=[filters.kind])
    held = Q(claim_until__gt=timezone.now())
    if filters.claim == "free":
        items = items.exclude(held)
    elif filters.claim == "mine":
        items = items.filter(held, claimed_by=user)
    elif filters.claim == "taken":
        items = items.filter(held).exclude(claimed_by=user)
    return items


def failed_for(user: User) -> QuerySet[DraftJob]:
    """The failed jobs of the person's locations, the latest first: tickets without a draft."""
    return (
        DraftJob.objects.filter(state=JobState.FAILED, ticket__location__in=visible_locations(user))
        .select_related("ticket__location")
        .order_by("-run_after")
    )


def neighbours(
    user: User, filters: Filters, item: ReviewItem
) -> tuple[ReviewItem | None, ReviewItem | None]:
    """The open items before and after this one, in the queue's order."""
    return _beside(waiting(user, filters), item)


def following(user: User, filters: Filters, item: ReviewItem) -> ReviewItem | None:
    """The item to go on with when this one is done: the next that no other reviewer has."""
    items = waiting(user, filters)
    others = Q(claim_until__gt=timezone.now()) & ~Q(claimed_by=user)
    before, after = _beside(items.exclude(others), item)
    return after or before


def _beside(
    items: QuerySet[ReviewItem], item: ReviewItem
) -> tuple[ReviewItem | None, ReviewItem | None]:
    at = item.opened_at
    before = items.filter(Q(opened_at__lt=at) | Q(opened_at=at, pk__lt=item.pk)).last()
    after = items.filter(Q(opened_at__gt=at) | Q(opened_at=at, pk__gt=item.pk)).first()
    return before, after
