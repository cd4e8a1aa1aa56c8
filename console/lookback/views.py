"""The page of a decision that is taken again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from compliance.models import GateDecision
from drafting.replay import replay

if TYPE_CHECKING:
    from django.contrib.auth.models import User


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
