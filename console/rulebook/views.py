"""Rules and concepts as pages; sentences that are tried are stored nowhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods

from compliance.loading import stored_ruleset
from compliance.models import ComplianceRule
from console.readers import for_readers
from console.rulebook.checking import checked
from console.rulebook.form import SampleForm
from console.rulebook.lists import library

MOST_ASKED_CHARS = 60


@for_readers
@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """List all rules, those that cannot be used first, each with why."""
    broken = {rule.code: why for rule, why in stored_ruleset().broken}
    rows = list(ComplianceRule.objects.order_by("code"))
    context = {
        "broken": [(row, broken[row.code]) for row in rows if row.code in broken],
        "rules": [row for row in rows if row.code not in broken],
    }
    return render(request, "rulebook/rules.html", context)


@for_readers
@require_http_methods(["GET", "POST"])
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """Show what a rule recognises, and try sentences on it."""
    row = get_object_or_404(ComplianceRule, code=rule)
    check = checked(row)
    form = SampleForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"row": row, "check": check, "form": form}
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        context["tried"] = check.tried(
            given["sentences"], message=given["message"], heard=given["heard"]
        )
    bad = form.is_bound and bool(form.errors)
    return render(request, "rulebook/rule.html", context, status=422 if bad else 200)


@for_readers
@require_GET
def concepts(request: HttpRequest) -> HttpResponse:
    """Browse the lists that rules may name, and lead to extending them."""
    asked = request.GET.get("q", "")[:MOST_ASKED_CHARS].strip().removeprefix("@")
    context = {
        "asked": asked,
        "library": library(asked),
        "may_add": request.user.has_perm("compliance.add_concept"),
    }
    return render(request, "rulebook/concepts.html", context)
