"""The pages of a voice; texts that are tried are stored nowhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from compliance.gate.types import Verdict
from compliance.loading import stored_ruleset
from console.readers import for_readers
from console.voice.drift import MOST_TEXTS, drift
from console.voice.examples import shown
from console.voice.form import DriftForm, LabForm
from console.voice.lines import Origins, dimension_lines, field_lines, marked
from console.voice.samples import EXAMPLES
from console.voice.scope import Scope, ScopeForm
from console.voice.trying import attempt, case_at

if TYPE_CHECKING:
    from django.contrib.auth.models import User

# Sent by live.js, which wants the answer without the page around it.
LIVE_HEADER: Final = "X-Live"
_ANSWERS: Final = {
    Verdict.PASS: "It keeps to this voice",
    Verdict.MODIFY: "It keeps to this voice once it is mended",
    Verdict.BLOCK: "It would be held back",
}


@for_readers
@require_http_methods(["GET", "POST"])
def lab(request: HttpRequest) -> HttpResponse:
    """Show how a text keeps to a voice, and what becomes of it; without a text, the voice."""
    user = cast("User", request.user)
    if request.method != "POST":
        # The scope may stand in an address; a text never does.
        chosen = ScopeForm(request.GET, user=user)
        chosen.is_valid()
        form = LabForm(None, user=user, initial=request.GET.dict())
        context: dict[str, Any] = {"form": form, "faulty": chosen.errors}
        if chosen.scope is not None:
            context |= _voice(request, chosen.scope)
        return render(request, "voice/lab.html", context)
    form = LabForm(request.POST, user=user)
    good = form.is_valid()
    live = LIVE_HEADER in request.headers
    context = {"form": form, "live": live}
    if form.scope is not None:
        context |= _voice(request, form.scope)
        if good:
            context |= _tried(form, form.scope, context)
    if live:
        return render(request, "voice/partials/tried.html", context)
    return render(request, "voice/lab.html", context, status=200 if good else 422)


@for_readers
@require_GET
def drift_page(request: HttpRequest) -> HttpResponse:
    """Show how replies kept to a voice lately: as written, after the gate, as sent."""
    user = cast("User", request.user)
    form = DriftForm(request.GET, user=user)
    form.is_valid()
    context: dict[str, Any] = {"form": form, "most": MOST_TEXTS}
    if form.scope is not None:
        days = form.cleaned_data["days"]
        since = timezone.now() - timedelta(days=days)
        context |= {
            "scope": form.scope,
            "days": days,
            "drift": drift(user, form.scope, since=since),
        }
    return render(request, "voice/drift.html", context, status=422 if form.errors else 200)


@for_readers
@require_POST
def example(request: HttpRequest, field: str) -> HttpResponse:
    """Show what a field of an overlay would do with the value that is being typed."""
    if field not in EXAMPLES:
        raise Http404("No field of an overlay has this name.")
    return render(request, "voice/partials/example.html", {"shown": shown(field, request.POST)})


def _voice(request: HttpRequest, scope: Scope) -> dict[str, Any]:
    rows = scope.overlays()
    voice = scope.voice(rows)
    origins = Origins(voice, rows, opens=request.user.has_perm("compliance.view_toneoverlay"))
    fields = field_lines(voice, origins)
    return {
        "scope": scope,
        "voice": voice,
        "origins": origins,
        "says": [line for line in fields if line.origins],
        "leaves": [line.title for line in fields if not line.origins],
    }


def _tried(form: LabForm, scope: Scope, shown: dict[str, Any]) -> dict[str, Any]:
    given = form.cleaned_data
    case = case_at(
        scope,
        shown["voice"],
        given["text"],
        at=timezone.now(),
        customer=given["customer"],
        message=given["message"],
    )
    seconds = settings.DRAFTGATE_GATE_TIMEOUT_MS / 1000
    tried = attempt(case, stored_ruleset(), seconds=seconds)
    decision = tried.decision
    context: dict[str, Any] = {
        "verdict": decision.verdict.value,
        "answer": _ANSWERS[decision.verdict],
        "faults": decision.faults,
        "stands": tried.stands,
        "emptied": tried.is_emptied,
        "changes": tried.changes,
        "voiced": tried.voiced,
    }
    if tried.report is not None:
        lines = dimension_lines(tried, tried.report, shown["origins"])
        context |= {
            "report": tried.report,
            "lines": [line for line in lines if line.standing],
            "silent": [line for line in lines if not line.standing],
            "marked": marked(tried, tried.report, lines),
        }
    return context
