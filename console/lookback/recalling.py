"""The pages of a recall: what it would be of, and what came of it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from console.lookback.asking import AskedForm, RecallForm
from console.lookback.exports import joined
from console.lookback.links import query
from console.readers import for_readers
from drafting import recalls
from drafting.affected import affected, counts
from drafting.errors import Conflict, Unusable
from drafting.models import RecallOutcome
from locations.roles import has_role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PER_PAGE: Final = 50
# What a request takes on itself; workers go on.
SECONDS: Final = 5.0


@for_readers
@require_http_methods(["GET", "POST"])
def recall(request: HttpRequest) -> HttpResponse:
    """Show which drafts a recall would be of; with a reason, take them back."""
    user = cast("User", request.user)
    if not has_role(user, *recalls.MAY_RECALL.roles):
        raise PermissionDenied("Drafts are recalled by operators and reviewers; ask one.")
    form = RecallForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        return render(request, "lookback/recall.html", {"form": form}, status=422)
    given = form.cleaned_data
    order = recalls.Order(form.asked, given["reason"], given["drafts"], given["seen_at"])
    key: UUID = given["recall"] or uuid.uuid4()
    error = ""
    if request.method == "POST":
        try:
            ordered = recalls.order(recall_id=key, order=order, actor=user)
        except Unusable as refused:
            error = refused.message
        except Conflict as refused:
            error = str(refused)
        else:
            recalls.carry_out(ordered, seconds=SECONDS)
            return HttpResponseRedirect(reverse("recalled", args=(ordered.pk,)))
    context = _preview(order, user) | {"form": form, "key": key, "order": order, "error": error}
    return render(request, "lookback/recall.html", context, status=422 if error else 200)


def _preview(order: recalls.Order, user: User) -> dict[str, Any]:
    drafts = affected(order.asked, user)
    if order.drafts is not None:
        drafts = drafts.filter(pk__in=order.drafts)
    found = counts(order.asked, drafts)
    visible = joined(drafts.filter(status="visible"))
    return {
        "asked": order.asked,
        "back": query(order.asked),
        "counts": found,
        "shown": visible[:PER_PAGE],
        "more": max(found.visible - PER_PAGE, 0),
        "now": timezone.now().isoformat(),
    }


@for_readers
@require_GET
def recalled(request: HttpRequest, recall_id: UUID) -> HttpResponse:
    """Show what came of a recall, draft by draft."""
    user = cast("User", request.user)
    ordered = get_object_or_404(recalls.visible_to(user), pk=recall_id)
    lines = recalls.lines_of(ordered, user)
    found = recalls.outcomes(lines)
    pages = Paginator(lines.select_related("draft__ticket__location", "draft__review"), PER_PAGE)
    pages.count = found.total()
    form = AskedForm(
        {"condition": ordered.condition}
        | {
            name: at.isoformat()
            for name, at in (("since", ordered.since), ("until", ordered.until))
            if at is not None
        }
    )
    context = {
        "recall": ordered,
        "tallies": [(each.label, found[each]) for each in RecallOutcome if found[each]],
        "waiting": found[RecallOutcome.WAITING],
        "failed": found[RecallOutcome.FAILED],
        "withdrawn": lines.filter(withdrawn=True).count(),
        "page": pages.get_page(request.GET.get("page")),
        "back": query(form.asked) if form.is_valid() else "",
    }
    return render(request, "lookback/recalled.html", context)
