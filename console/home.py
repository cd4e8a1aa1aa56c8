"""The first page: everybody lands where their work is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from console.models import ApiToken
from locations.queries import visible_locations
from locations.roles import AGENT, AUDITOR, OPERATOR, REVIEWER, roles_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@login_required
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Lead operators and auditors to the admin and reviewers to the queue; tell agents how."""
    user = cast("User", request.user)
    roles = roles_of(user)
    if OPERATOR in roles or AUDITOR in roles:
        return HttpResponseRedirect(reverse("admin:index"))
    if REVIEWER in roles:
        return HttpResponseRedirect(reverse("review:queue"))
    places = visible_locations(user).order_by("code")
    context = {
        "is_agent": AGENT in roles,
        "places": places[:50],
        "tokens": ApiToken.objects.filter(user=user, revoked_at=None),
        "address": request.build_absolute_uri("/api/v1/"),
    }
    return render(request, "home.html", context)
