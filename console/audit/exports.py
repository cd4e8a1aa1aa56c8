"""The page of exports: what one would hold, asking for it, and taking it along."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from compliance.audit.requests import KEPT, ask, content
from compliance.audit.search import TooWideError, bounded
from compliance.audit.selection import Selection
from compliance.models import AuditExport, AuditLog, ExportState
from console.audit.asking import ExportForm, places
from console.audit.readers import actor_of, for_auditors
from console.audit.standing import latest_checkpoint

_MOST_LISTED: Final = 20


@for_auditors
@require_http_methods(["GET", "POST"])
def exports(request: HttpRequest) -> HttpResponse:
    """Show how many events an export would hold; posted, ask a worker to write it."""
    if request.method == "POST":
        form = ExportForm(request.POST, final=True)
        if form.is_valid():
            ask(
                selection=form.selection,
                actor=actor_of(request),
                now=timezone.now(),
                with_texts=form.cleaned_data["texts"],
            )
            messages.success(request, "A worker writes it; it will be listed here.")
            return HttpResponseRedirect(reverse("audit:exports"))
        return _page(request, form, status=422)
    form = ExportForm(request.GET or None)
    bad = form.is_bound and not form.is_valid()
    return _page(request, form, status=422 if bad else 200)


@for_auditors
@require_GET
def export_file(request: HttpRequest, export_id: UUID) -> HttpResponseBase:
    """Hand out a file to who asked for it, part by part."""
    found = _mine(request).filter(pk=export_id, state=ExportState.DONE).first()
    if found is None:
        raise Http404
    response = StreamingHttpResponse(content(found), content_type="application/zip")
    response["Content-Disposition"] = (
        f'attachment; filename="audit-{found.asked_at:%Y%m%d-%H%M%S}.zip"'
    )
    response["Content-Length"] = str(found.bytes)
    return response


def _page(request: HttpRequest, form: ExportForm, *, status: int) -> HttpResponse:
    listed = list(_mine(request)[:_MOST_LISTED])
    context: dict[str, Any] = {
        "form": form,
        "places": places(),
        "exports": listed,
        "waits": any(each.state == ExportState.ASKED for each in listed),
        "kept": KEPT,
    }
    if form.is_bound and not form.errors:
        context |= _preview(form.selection)
    return render(request, "audit/exports.html", context, status=status)


def _preview(selection: Selection) -> dict[str, Any]:
    """Return how many events are selected, of how many; as far as can be counted quickly."""
    log = AuditLog.objects.filter(closed_at=None).first()
    top = latest_checkpoint(log)
    if log is None or top is None:
        return {"unsigned": True}
    try:
        with bounded():
            return {"count": selection.leaves(log, top.size).count(), "size": top.size}
    except TooWideError:
        return {"uncounted": True, "size": top.size}


def _mine(request: HttpRequest) -> Any:
    return AuditExport.objects.filter(actor=request.user.get_username())
