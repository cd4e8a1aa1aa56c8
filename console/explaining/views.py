"""The page where a text is tried: verdict, findings where they stand, and the changed text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from compliance.evaluate import unsaved
from compliance.gate.types import Verdict
from compliance.models import DecisionPurpose
from console.explaining.form import TrialForm
from console.explaining.trying import Tried, try_text
from console.readers import for_readers
from console.resolved.asking import MOST_FOUND
from console.resolved.words import moment_of
from console.review.cards import cards, highlighted, leftover

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NOBODY = UUID(int=0)
VERDICTS = {
    Verdict.PASS: "It passes unchanged",
    Verdict.MODIFY: "It passes when changed",
    Verdict.BLOCK: "It is held back",
}


@for_readers
@require_http_methods(["GET", "POST"])
def trial(request: HttpRequest) -> HttpResponse:
    """Gate a text as if it were a reply and explain the answer; nothing is stored."""
    asked = request.POST if request.method == "POST" else QueryDict()
    form = TrialForm(asked, user=cast("User", request.user), now=timezone.now())
    form.is_valid()
    context: dict[str, Any] = {
        "form": form,
        "most_found": MOST_FOUND,
        "found": [place for places in form.found.values() for place in places],
        "clock_notes": [wall.note for wall in form.notes.values()],
    }
    wanted = form.trial if form.is_bound else None
    if wanted is not None:
        context |= _answer(try_text(wanted), wanted.text)
    bad = form.is_bound and bool(form.errors)
    return render(request, "explaining/try.html", context, status=422 if bad else 200)


def _answer(tried: Tried, text: str) -> dict[str, Any]:
    decision = unsaved(
        tried.evaluation,
        subject=NOBODY,
        purpose=DecisionPurpose.REVIEW_EDIT,
        decided_at=timezone.now(),
    )
    verdict = tried.evaluation.decision.verdict
    return {
        "verdict": verdict.value,
        "answer": VERDICTS[verdict],
        "facts": tried.payload.facts,
        "moment": moment_of(tried.payload.facts.at),
        "rules": len(decision.rules_in_scope),
        "cards": cards(text, decision),
        "leftover": leftover(decision),
        "passages": highlighted(text, decision),
        "changed": decision.output_text if verdict is Verdict.MODIFY else "",
    }
