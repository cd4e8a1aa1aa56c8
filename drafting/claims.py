"""Who has a held draft in hand: a reviewer claims it, so that no two work on one.

A claim is a lease. It ends when it is given back, when the draft is decided about, when somebody
takes it over with a note, and by itself after some minutes without activity. The draft is locked
before its item, as everywhere, so of two reviewers in the same moment one gets it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from compliance.audit.events import Actor
from drafting import gating
from drafting.attestation import reviews as events
from drafting.errors import Conflict, Unusable
from drafting.masking import mask
from drafting.models import Draft, ReviewItem, ReviewState
from drafting.pulls import locked as locked_draft
from locations.roles import REVIEWER

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MAY_REVIEW = gating.Allowed((REVIEWER,), "decide about a held draft")


class How(StrEnum):
    """What a claim came from."""

    ASKED = "asked"
    TYPING = "typing"
    DECIDING = "deciding"
    TAKE_OVER = "take_over"


class Taken(Conflict):
    """Another reviewer has the draft in hand."""


def lease() -> timedelta:
    """How long a claim lasts without activity."""
    return timedelta(minutes=lease_minutes())


def lease_minutes() -> int:
    """The same in minutes, to be said."""
    return int(settings.DRAFTGATE_REVIEW_CLAIM_MINUTES)


def holder(item: ReviewItem, at: datetime) -> User | None:
    """Return who has an open item in hand at a moment; nobody when the lease is over."""
    if item.state != ReviewState.OPEN or item.claim_until is None or item.claim_until <= at:
        return None
    return item.claimed_by


def claim(*, item: ReviewItem, actor: User, how: How = How.ASKED) -> ReviewItem:
    """Take a held draft in hand; who has it already keeps it for another while.

    Raises:
        PermissionDenied: when the actor is no reviewer of this location.
        Taken: when somebody else has it.
        Conflict: when it is not held any more.
    """
    who = gating.require(actor, item.draft.ticket, MAY_REVIEW)
    with transaction.atomic():
        draft, item = locked(item)
        hold(draft=draft, item=item, actor=actor, who=who, how=how, at=timezone.now())
        return item


def take_over(*, item: ReviewItem, actor: User, note: str) -> ReviewItem:
    """Take a draft out of somebody else's hands, with a note that says why.

    Raises:
        PermissionDenied: when the actor is no reviewer of this location.
        Unusable: when there is no note.
        Conflict: when it is not held any more.
    """
    who = gating.require(actor, item.draft.ticket, MAY_REVIEW)
    note = plain_words("note", note)
    if not note:
        raise Unusable("note", "Say why you take it over; the other reviewer sees it.")
    with transaction.atomic():
        draft, item = locked(item)
        now = timezone.now()
        if holder(item, now) in {None, actor}:
            # Given back or over meanwhile: a claim like any other.
            hold(draft=draft, item=item, actor=actor, who=who, how=How.ASKED, at=now)
        else:
            _take(draft, item, actor, who, now, how=How.TAKE_OVER, note=note)
        return item


def release(*, item: ReviewItem, actor: User) -> ReviewItem:
    """Give a draft back that one has in hand; what is not one's own any more stays as it is.

    Raises:
        PermissionDenied: when the actor is no reviewer of this location.
        Conflict: when it is not held any more.
    """
    who = gating.require(actor, item.draft.ticket, MAY_REVIEW)
    with transaction.atomic():
        draft, item = locked(item)
        now = timezone.now()
        if holder(item, now) == actor:
            item.end_claim()
            item.save(update_fields=ReviewItem.CLAIM)
            events.released(draft=draft, item=item, actor=who, at=now)
        return item


def touch(*, item: ReviewItem, actor: User) -> None:
    """Keep a claim of one's own alive: the reviewer is at it. No event, one query."""
    now = timezone.now()
    ReviewItem.objects.filter(
        pk=item.pk, state=ReviewState.OPEN, claimed_by=actor, claim_until__gt=now
    ).update(claim_until=now + lease())


def hold(
    *, draft: Draft, item: ReviewItem, actor: User, who: Actor, how: How, at: datetime
) -> None:
    """Have a locked item in hand: as one has it already, or by a claim that is told of.

    Raises:
        Taken: when somebody else has it.
    """
    held_by = holder(item, at)
    if held_by is None:
        _take(draft, item, actor, who, at, how=how)
    elif held_by == actor:
        item.claim_until = at + lease()
        item.save(update_fields=["claim_until"])
    else:
        raise Taken(
            f"{held_by.get_full_name() or held_by.get_username()} has had this draft in hand "
            f"since {item.claimed_at:%H:%M} UTC. Nothing of yours was changed: take it over with "
            "a note, or go on with another draft."
        )


def _take(
    draft: Draft,
    item: ReviewItem,
    actor: User,
    who: Actor,
    at: datetime,
    *,
    how: How,
    note: str = "",
) -> None:
    before = item.claimed_by.get_username() if item.claimed_by and how == How.TAKE_OVER else None
    item.claimed_by, item.claimed_at, item.claim_until = actor, at, at + lease()
    item.claim_note = note
    item.save(update_fields=ReviewItem.CLAIM)
    events.claimed(draft=draft, item=item, actor=who, at=at, how=how, before=before)


def locked(item: ReviewItem) -> tuple[Draft, ReviewItem]:
    """Lock a draft, then its item, as they are stored now.

    Raises:
        Conflict: when it is not held any more.
    """
    draft = locked_draft(item.draft)
    item = (
        ReviewItem.objects.select_for_update(of=("self",))
        .select_related("decision", "closed_by", "claimed_by")
        .get(pk=item.pk)
    )
    if item.state != ReviewState.OPEN:
        who = item.closed_by.get_username() if item.closed_by else "the system"
        raise Conflict(
            f"This draft is no longer waiting: {who} closed it as "
            f"{ReviewState(item.state).label.lower()}. Nothing of yours was changed."
        )
    return draft, item


def plain_words(field: str, words: str) -> str:
    """Return a reviewer's reason or note without surrounding space; it may be empty.

    Raises:
        Unusable: when it is too long, no plain text, or holds what may not be stored.
    """
    words = words.strip()
    if "\x00" in words or len(words) > 2_000:
        raise Unusable(field, f"Write the {field} in plain text, 2,000 characters at most.")
    if mask(words) != words:
        raise Unusable(field, "This holds a card or social security number; remove it.")
    return words
