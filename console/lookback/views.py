"""The pages of a decision that is taken again, and of drafts made under what turned out wrong."""

from __future__ import annotations

import csv
from collections.abc import Iterator
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
from console.readers import for_readers
from drafting.affected import Asked, affected, counts
from drafting.models import Draft
from drafting.replay import replay

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.db.models import QuerySet

PER_PAGE: Final = 50
_COLUMNS: Final = ("draft", "ticket", "location", "channel", "made", "status", "sent", "agent")


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
    """List the drafts made under a condition, with how many were shown and sent."""
    form = AskedForm(request.GET or None)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        drafts = affected(form.asked, cast("User", request.user))
        found = counts(drafts)
        pages = Paginator(_joined(drafts), PER_PAGE)
        pages.count = found.generated  # counted already
        context |= {
            "asked": form.asked,
            "counts": found,
            "page": pages.get_page(request.GET.get("page")),
        }
    bad = form.is_bound and bool(form.errors)
    return render(request, "lookback/affected.html", context, status=422 if bad else 200)


@for_readers
@require_GET
def affected_csv(request: HttpRequest) -> HttpResponse:
    """Export the same list as CSV, without a word of what was written."""
    form = AskedForm(request.GET)
    if not form.is_valid():
        return HttpResponse(form.errors.as_text(), status=422, content_type="text/plain")
    answer = HttpResponse(
        _lines(form.asked, cast("User", request.user)), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="affected.csv"'
    return answer


def _joined(drafts: QuerySet[Draft]) -> QuerySet[Draft]:
    return drafts.select_related("ticket__location", "sent__agent").only(
        "status",
        "created_at",
        "ticket__external_id",
        "ticket__channel",
        "ticket__location__code",
        "sent__sent_at",
        "sent__agent__username",
    )


class _Echo:
    """Where the CSV writer writes: it gives each line back."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def _lines(asked: Asked, user: User) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(_COLUMNS)
    for draft in _joined(affected(asked, user)).iterator(chunk_size=1000):
        sent = getattr(draft, "sent", None)
        yield writer.writerow(
            [
                draft.pk,
                draft.ticket_id,
                draft.ticket.location.code,
                draft.ticket.channel,
                draft.created_at.isoformat(),
                draft.status,
                sent.sent_at.isoformat() if sent else "",
                _cell(sent.agent.get_username()) if sent else "",
            ]
        )


def _cell(text: str) -> str:
    """Keep a spreadsheet from reading a name as a formula."""
    return f"'{text}" if text[:1] in "=+-@" else text
