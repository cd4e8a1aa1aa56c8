"""The pages of the review queue: list, one draft, and the three decisions about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from compliance.loading import stored_ruleset
from compliance.models import GateDecision
from compliance.sealing.reading import fetch_keys, in_words
from console.readers import for_readers
from console.review import cards
from console.review.claims import in_hand
from console.review.context import context_view, readable_zone
from console.review.queue import (
    CLAIMS,
    Filters,
    failed_for,
    following,
    items_for,
    neighbours,
    waiting,
)
from console.review.suggestion import suggested_text
from console.standing import flow
from drafting import claims, jobs, review
from drafting.attestation.reviews import show_held
from drafting.attestation.subjects import reader
from drafting.context.restoring import RestoringError
from drafting.errors import Conflict, Unusable
from drafting.models import ReviewItem, ReviewState
from locations.queries import visible_locations
from locations.roles import OPERATOR, REVIEWER, has_role, roles_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PER_PAGE = 25
FAILURES_SHOWN = 10


@for_readers
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """List the held drafts of the person's locations, the longest waiting first."""
    user = cast("User", request.user)
    filters = Filters.read(request.GET.dict())
    now = timezone.now()
    page = Paginator(waiting(user, filters), PER_PAGE).get_page(request.GET.get("page"))
    mine = visible_locations(user)
    everything = items_for(user).filter(state=ReviewState.OPEN)
    items = list(page.object_list)
    fetch_keys(item.decision for item in items)
    rows = [
        {
            "item": item,
            "kinds": cards.kinds_of(item.decision),
            "reason": in_words(partial(cards.reason_of, item.decision)),
            **in_hand(item, user, now),
        }
        for item in items
    ]
    stands = flow(now, locations=mine)
    roles = roles_of(user)
    context = {
        "rows": rows,
        "page": page,
        "filters": filters,
        "kinds": cards.KINDS,
        "claims": CLAIMS,
        "places": sorted(
            set(
                everything.order_by().values_list(
                    "draft__ticket__location__code", "draft__ticket__location__name"
                )
            )
        ),
        "channels": sorted(
            set(everything.order_by().values_list("draft__ticket__channel", flat=True))
        ),
        "flow": stands,
        "unusable": [(rule.code, why) for rule, why in stored_ruleset().broken],
        "failures": failed_for(user)[:FAILURES_SHOWN] if stands.failed_jobs else (),
        "may_retry": bool(roles & {REVIEWER, OPERATOR}),
        "now": now,
        "may_decide": REVIEWER in roles,
    }
    return render(request, "review/queue.html", context)


@for_readers
@require_POST
def retry(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Have a ticket drafted once more whose draft failed."""
    user = cast("User", request.user)
    if not has_role(user, REVIEWER, OPERATOR):
        raise PermissionDenied("Reviewers and operators try a draft again.")
    job = jobs.retry(job=get_object_or_404(failed_for(user), pk=job_id), actor=user)
    messages.success(request, f"The ticket {job.ticket} waits for a draft again.")
    return HttpResponseRedirect(reverse("review:queue"))


@for_readers
@require_GET
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one held draft: ticket, text with its findings, context, and the decisions open."""
    return _page(request, _item(request, pk))


@for_readers
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the held text to agents in spite of the findings, with a reason."""
    found = _item(request, pk)
    return _decide(
        request,
        found,
        lambda: review.approve(
            item=found,
            actor=cast("User", request.user),
            reason=request.POST.get("reason", ""),
            seen_version=_version(request),
        ),
        "Approved: agents can pull it now.",
    )


@for_readers
@require_POST
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw the held draft away, with a reason."""
    found = _item(request, pk)
    return _decide(
        request,
        found,
        lambda: review.reject(
            item=found,
            actor=cast("User", request.user),
            reason=request.POST.get("reason", ""),
            seen_version=_version(request),
        ),
        "Rejected: agents write a reply of their own.",
    )


@for_readers
@require_POST
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Gate another text in place of the held one; what passes is shown to agents at once."""
    found = _item(request, pk)
    text = request.POST.get("text", "")
    try:
        edited = review.edit(
            item=found,
            actor=cast("User", request.user),
            text=text,
            note=request.POST.get("note", ""),
            seen_version=_version(request),
        )
    except Unusable as error:
        return _page(request, found, error=("edit", error.message), typed=text)
    except Conflict as error:
        return _conflict(request, found, str(error), text)
    if edited.shown:
        messages.success(request, "Your text passed the gate: agents can pull it now.")
        return _next(request, found)
    if edited.proposal is not None:
        messages.warning(request, "The gate would change your text. Look at its version below.")
    else:
        messages.warning(request, "The gate still blocks this text. Its findings are new.")
    return HttpResponseRedirect(_address(found, request))


def _decide(
    request: HttpRequest, found: ReviewItem, decide: Callable[[], object], said: str
) -> HttpResponse:
    reason = request.POST.get("reason", "")
    try:
        decide()
    except Unusable as error:
        action = "approve" if request.path.endswith("/approve/") else "reject"
        return _page(request, found, error=(action, error.message), typed=reason)
    except Conflict as error:
        return _conflict(request, found, str(error), reason)
    messages.success(request, said)
    return _next(request, found)


def _item(request: HttpRequest, pk: int) -> ReviewItem:
    """Fetch an item of the person's locations; others do not exist for them."""
    return get_object_or_404(
        items_for(cast("User", request.user)).select_related(
            "draft__context", "draft__message", "draft__ticket__customer"
        ),
        pk=pk,
    )


def _page(
    request: HttpRequest,
    found: ReviewItem,
    *,
    error: tuple[str, str] = ("", ""),
    typed: str = "",
) -> HttpResponse:
    user = cast("User", request.user)
    filters = Filters.read(request.GET.dict())
    before, after = neighbours(user, filters, found)
    decision = found.decision
    roles = roles_of(user)
    may_decide = REVIEWER in roles and found.state == ReviewState.OPEN
    hand = in_hand(found, user, timezone.now())
    # What is not on the page is not told of either.
    suggestion = ""
    if may_decide and not hand["is_taken"]:
        suggestion = suggested_text(found.text, decision)
    if found.claimed_by_id == user.pk:
        claims.touch(item=found, actor=user)
    show_held(
        item=found,
        actor=reader(user, roles),
        at=timezone.now(),
        suggestion=suggestion,
    )
    context = {
        "item": found,
        "draft": found.draft,
        "ticket": found.draft.ticket,
        "conversation": found.draft.ticket.messages.order_by("position"),
        "passages": cards.highlighted(found.text, decision),
        "cards": cards.cards(found.text, decision),
        "suggestion": suggestion,
        "zone": readable_zone(found.draft.ticket.location.zone),
        "leftover": cards.leftover(decision),
        "decision": decision,
        **_context(found, decision),
        "runs": GateDecision.objects.filter(subject=found.draft_id)
        .order_by("decided_at")
        .only("decided_at", "purpose", "verdict", "duration_ms"),
        "before": before,
        "after": after,
        "filters": filters,
        "is_open": found.state == ReviewState.OPEN,
        "may_decide": may_decide,
        **hand,
        "error_at": error[0],
        "error": error[1],
        "typed": typed,
    }
    return render(request, "review/item.html", context, status=422 if error[1] else 200)


def _context(found: ReviewItem, decision: GateDecision) -> dict[str, object]:
    """Return what the draft was made from; a payload that cannot be read keeps nobody from it."""
    try:
        return {"context": context_view(found.draft.context.payload, decision)}
    except RestoringError as error:
        return {"context_fault": str(error)}


def _conflict(request: HttpRequest, found: ReviewItem, message: str, typed: str) -> HttpResponse:
    # As it stands now: somebody else was faster.
    now = _item(request, found.pk)
    context = {
        "item": now,
        "message": message,
        "typed": typed,
        "again": _address(found, request),
        "filters": Filters.read(request.GET.dict()),
        **in_hand(now, cast("User", request.user), timezone.now()),
    }
    return render(request, "review/conflict.html", context, status=409)


def _next(request: HttpRequest, done: ReviewItem) -> HttpResponse:
    """Go on with the next item that waits, or back to the queue."""
    filters = Filters.read(request.GET.dict())
    user = cast("User", request.user)
    next_one = following(user, filters, done)
    if next_one is None:
        return HttpResponseRedirect(reverse("review:queue") + filters.query)
    return HttpResponseRedirect(_address(next_one, request))


def _address(found: ReviewItem, request: HttpRequest) -> str:
    filters = Filters.read(request.GET.dict())
    return reverse("review:item", args=(found.pk,)) + filters.query


def _version(request: HttpRequest) -> int:
    seen = request.POST.get("seen_version", "")
    return int(seen) if seen.isdecimal() and len(seen) < 10 else -1
