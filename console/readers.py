"""The pages for those who read drafts and configuration, and the addresses that lead to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import never_cache

from locations.roles import READERS, has_role

View = Callable[..., HttpResponse]


def for_readers(view: View) -> View:
    """Let reviewers, operators and auditors in; everybody else is told whom to ask."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not has_role(request.user, *READERS):
            raise PermissionDenied(
                "This page is for reviewers, operators and auditors; ask an operator."
            )
        request.reads_drafts = True  # type: ignore[attr-defined]  # for the navigation, asked once
        return view(request, *args, **kwargs)

    return login_required(never_cache(checked))


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Tell every template whether the person may read drafts; asked only where a page shows it."""

    def may_read() -> bool:
        if getattr(request, "reads_drafts", False):
            return True
        user = getattr(request, "user", None)
        return user is not None and has_role(user, *READERS)

    return {"reads_drafts": SimpleLazyObject(may_read)}
