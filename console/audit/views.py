"""The pages of the log: where it stands, which events it has, and what happened to a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from compliance.audit.search import TooWideError, newest
from compliance.models import AuditEvent
from console.attestation import alarms
from console.audit.asking import SearchForm, places
from console.audit.readers import for_auditors, may_audit
from console.audit.shown import tell_shown
from console.audit.standing import standing
from console.audit.timeline import part_of
from console.audit.told import told
from console.readers import for_readers
from drafting.models import Draft, ReviewItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.models import User

PER_PAGE: Final = 50


@for_auditors
@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show where the log stands."""
    found = standing()
    context = {"standing": found, "alarms": alarms(timezone.now())}
    return render(request, "audit/log.html", context)


@for_auditors
@require_GET
def events(request: HttpRequest) -> HttpResponse:
    """Search events, the newest first; what is looked for stands in the address."""
    form = SearchForm(request.GET)
    context: dict[str, Any] = {"form": form, "places": places()}
    if form.is_valid():
        start = form.cleaned_data["before"]
        before = AuditEvent.objects.filter(pk=start).first() if start else None
        try:
            rows = newest(form.wanted, before=before, most=PER_PAGE + 1)
        except TooWideError:
            context["too_wide"] = True
        else:
            shown = _in_order(rows[:PER_PAGE])
            context |= {
                "told": [told(event) for event in shown],
                "older": rows[PER_PAGE - 1].pk if len(rows) > PER_PAGE else None,
            }
    return render(request, "audit/events.html", context, status=200 if form.is_valid() else 422)


@for_readers
@require_GET
def timeline(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Show everything that the log tells of a draft, in its order."""
    whole = may_audit(request, draft_id)
    part = part_of(draft_id, after=request.GET.get("after", ""))
    draft = Draft.objects.select_related("ticket__location").filter(pk=draft_id).first()
    if not part.told and draft is None:
        raise Http404
    tell_shown(cast("User", request.user), part.told, draft)
    context = {
        "draft_id": draft_id,
        "draft": draft,
        "review": ReviewItem.objects.filter(draft=draft_id).only("pk").first(),
        "part": part,
        "may_audit": whole,
    }
    return render(request, "audit/timeline.html", context)


def _in_order(rows: Sequence[AuditEvent]) -> list[AuditEvent]:
    """Put events of one moment in the order of the log: they were written together."""

    def place(event: AuditEvent) -> tuple[bool, int]:
        leaf = getattr(event, "leaf", None)
        if leaf is not None:
            return False, leaf.index
        pending = getattr(event, "pending", None)
        return True, pending.number if pending is not None else 0

    return sorted(rows, key=lambda event: (event.at, place(event)), reverse=True)
