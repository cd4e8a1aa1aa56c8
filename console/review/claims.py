"""Taking a held draft in hand, giving it back, and taking it over from another reviewer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from console.readers import for_readers
from console.review.queue import Filters, items_for
from drafting import claims
from drafting.errors import Conflict, Unusable
from drafting.models import ReviewItem

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def in_hand(item: ReviewItem, user: User, at: datetime) -> dict[str, Any]:
    """Say for a template who has an item in hand, if anybody, and whether that is the reader."""
    holder = claims.holder(item, at)
    return {
        "holder": holder,
        "is_mine": holder == user,
        "is_taken": holder not in {None, user},
        "minutes": claims.lease_minutes(),
    }


@for_readers
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a draft in hand: by the button, or by beginning to type, which asks for a part only."""
    typing = bool(request.headers.get("X-Live"))
    how = claims.How.TYPING if typing else claims.How.ASKED
    found, user = _found(request, pk), cast("User", request.user)
    return _done(request, pk, lambda: claims.claim(item=found, actor=user, how=how), "")


@for_readers
@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a draft out of another reviewer's hands, with a note."""
    found, user = _found(request, pk), cast("User", request.user)
    note = request.POST.get("note", "")
    try:
        return _done(
            request,
            pk,
            lambda: claims.take_over(item=found, actor=user, note=note),
            "You have this draft in hand now.",
        )
    except Unusable as error:
        messages.error(request, error.message)
        return HttpResponseRedirect(_address(request, pk))


@for_readers
@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a draft back, for another reviewer."""
    found, user = _found(request, pk), cast("User", request.user)
    answer = _done(
        request,
        pk,
        lambda: claims.release(item=found, actor=user),
        "Given back: another reviewer can take it.",
    )
    if answer.status_code == 302:
        query = Filters.read(request.GET.dict()).query
        return HttpResponseRedirect(reverse("review:queue") + query)
    return answer


def _done(request: HttpRequest, pk: int, do: Callable[[], object], said: str) -> HttpResponse:
    fault = ""
    try:
        do()
    except Conflict as error:
        fault = str(error)
    if request.headers.get("X-Live"):
        found = _found(request, pk)
        context = {
            "item": found,
            "filters": Filters.read(request.GET.dict()),
            "fault": fault,
            **in_hand(found, cast("User", request.user), timezone.now()),
        }
        status = 409 if fault else 200
        return render(request, "review/partials/claim.html", context, status=status)
    if fault:
        messages.error(request, fault)
    elif said:
        messages.success(request, said)
    return HttpResponseRedirect(_address(request, pk))


def _found(request: HttpRequest, pk: int) -> ReviewItem:
    """Fetch an item of the person's locations; others do not exist for them."""
    return get_object_or_404(items_for(cast("User", request.user)), pk=pk)


def _address(request: HttpRequest, pk: int) -> str:
    return reverse("review:item", args=(pk,)) + Filters.read(request.GET.dict()).query
