"""The page of the freshness board."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from console.freshness import board as shown
from drafting.models import FlagKind
from locations.roles import AUDITOR, OPERATOR, has_role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PER_PAGE = 25


@login_required
@never_cache
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """List the articles that cannot be used as they are, the longest waiting first."""
    user = cast("User", request.user)
    if not has_role(user, OPERATOR, AUDITOR):
        raise PermissionDenied("The freshness board is for operators; ask one to mend an article.")
    filters = shown.Filters.read(request.GET.dict())
    now = timezone.now()
    page = Paginator(shown.articles_for(user, filters), PER_PAGE).get_page(request.GET.get("page"))
    articles = list(page.object_list)
    used = shown.used_by([article.code for article in articles], now.date())
    brands, owners = shown.choices(user)
    return render(
        request,
        "freshness/board.html",
        {
            "rows": [(article, used.get(article.code)) for article in articles],
            "page": page,
            "filters": filters,
            "kinds": FlagKind.choices,
            "brands": brands,
            "owners": owners,
            "nobody": shown.NOBODY,
            "examination": shown.examination(),
            "used_days": shown.USED_DAYS,
            "may_edit": has_role(user, OPERATOR),
            "now": now,
        },
    )
