"""Who gets to these pages: operators act, auditors read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from locations.roles import AUDITOR, OPERATOR, has_role

PER_PAGE: Final = 50
View = Callable[..., HttpResponse]


def for_keepers(view: View) -> View:
    """Let operators and auditors in; what may be changed there asks again who acts."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not has_role(request.user, OPERATOR, AUDITOR):
            raise PermissionDenied(
                "What is stored about people is for operators and auditors; ask one."
            )
        return view(request, *args, **kwargs)

    return login_required(never_cache(checked))


def for_operators(view: View) -> View:
    """Let operators in, and nobody else."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not has_role(request.user, OPERATOR):
            raise PermissionDenied("Only operators hold or erase what is stored about people.")
        return view(request, *args, **kwargs)

    return login_required(never_cache(checked))


def page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Show a page, which knows whether the reader may act."""
    may_act = has_role(request.user, OPERATOR)
    return render(request, f"privacy/{template}", {"may_act": may_act, **context}, status=status)
