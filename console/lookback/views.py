"""The pages of a decision that is taken again, and of drafts made under what turned out wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from compliance.models import GateDecision
from console.lookback.asking import AskedForm
from console.lookback.exports import csv_lines, joined, json_lines
from console.lookback.links import query
from console.lookback.suggestions import latest, suggestions
from console.readers import for_readers
from drafting import recalls
from drafting.affected import Became, affected, counts, first_held_to, narrowed, was_made_under
from drafting.replay import replay
from locations.roles import has_role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PER_PAGE: Final = 50
_RECENT: Final = 5


@login_required
@never_cache
@require_GET
def taken_again(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Take a decision again and show what differs; for those who may read decisions."""
    user = cast("User", request.user)
    if not (user.is_staff and user.has_perm("compliance.view_gatedecision")):
        raise PermissionDenied("Decisions are for operators and auditors; ask one.")
    decision = get_object_or_404(GateDecision, pk=decision_id)
    return render(
        request, "lookback/replay.html", {"decision": decision, "replay": replay(decision)}
    )


@for_readers
@require_GET
def affected_drafts(request: HttpRequest) -> HttpResponse:
    """List the drafts that were held to a condition, with what became of them."""
    user = cast("User", request.user)
    form = AskedForm(request.GET or None)
    found = suggestions()
    context: dict[str, Any] = {"form": form, "suggestions": found}
    if form.is_valid():
        context |= _found(form, user, request.GET.get("page"))
    else:
        context |= {
            "latest": [(each, _where(each.condition)) for each in latest(found)],
            "recalls": recalls.visible_to(user)[:_RECENT],
        }
    bad = form.is_bound and bool(form.errors)
    return render(request, "lookback/affected.html", context, status=422 if bad else 200)


def _found(form: AskedForm, user: User, number: str | None) -> dict[str, Any]:
    asked, became = form.asked, form.narrowed_to
    drafts = affected(asked, user)
    found = counts(asked, drafts)
    pages = Paginator(joined(narrowed(drafts, became)), PER_PAGE)
    # Counted already.
    pages.count = found.generated if became is None else getattr(found, became.value)
    page = pages.get_page(number)
    listed = list(page.object_list)
    made = was_made_under(asked, listed)
    later = first_held_to(asked, [draft.pk for draft in listed if draft.pk not in made])
    return {
        "asked": asked,
        "here": query(asked),
        "counts": found,
        "became": became,
        "tallies": [
            (each.value, getattr(found, each.value), query(asked, became=each.value))
            for each in Became
        ],
        "page": page,
        "rows": [(draft, later.get(draft.pk)) for draft in listed],
        "may_recall": has_role(user, *recalls.MAY_RECALL.roles),
    }


def _where(condition: str) -> str:
    form = AskedForm({"condition": condition})
    return query(form.asked) if form.is_valid() else ""


@for_readers
@require_GET
def affected_csv(request: HttpRequest) -> HttpResponse:
    """Export the same list as CSV, without a word of what was written."""
    form = AskedForm(request.GET)
    if not form.is_valid():
        return HttpResponse(form.errors.as_text(), status=422, content_type="text/plain")
    drafts = narrowed(affected(form.asked, cast("User", request.user)), form.narrowed_to)
    answer = HttpResponse(csv_lines(form.asked, drafts), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="affected.csv"'
    return answer


@for_readers
@require_GET
def affected_json(request: HttpRequest) -> HttpResponse:
    """Export the same list as JSON, with the counts."""
    form = AskedForm(request.GET)
    if not form.is_valid():
        return HttpResponse(form.errors.as_json(), status=422, content_type="application/json")
    drafts = affected(form.asked, cast("User", request.user))
    lines = json_lines(form.asked, counts(form.asked, drafts), narrowed(drafts, form.narrowed_to))
    answer = HttpResponse(lines, content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="affected.json"'
    return answer
