"""The page of legal holds: those in force and those released, placing and releasing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from console.privacy.doors import PER_PAGE, for_keepers, for_operators, page
from console.privacy.forms import HoldForm, ReleaseForm
from drafting.errors import Conflict, Unusable
from drafting.models import LegalHold
from drafting.privacy.holds import place, release
from locations.roles import OPERATOR, has_role

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@for_keepers
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """List holds, those in force first, and place another one."""
    if request.method == "POST":
        if not has_role(request.user, OPERATOR):
            raise PermissionDenied("Only operators place holds.")
        form = HoldForm(request.POST)
        if _placed(request, form):
            return HttpResponseRedirect(reverse("privacy:holds"))
        return _listed(request, form, status=422)
    initial = {name: request.GET.get(name, "")[:100] for name in ("customer", "ticket")}
    return _listed(request, HoldForm(initial=initial))


@for_operators
@require_POST
def release_one(request: HttpRequest, hold_id: int) -> HttpResponse:
    """Release a hold, with a reason."""
    hold = get_object_or_404(LegalHold, pk=hold_id)
    form = ReleaseForm(request.POST)
    form.is_valid()
    reason = form.cleaned_data.get("reason", "")
    try:
        release(hold=hold, reason=reason, actor=cast("User", request.user))
    except (Unusable, Conflict) as error:
        messages.error(request, str(error))
        return _listed(request, HoldForm(), status=409 if isinstance(error, Conflict) else 422)
    messages.success(request, f"Hold {hold.pk} is released.")
    return HttpResponseRedirect(reverse("privacy:holds"))


def _placed(request: HttpRequest, form: HoldForm) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        hold = place(
            scope=form.scope,
            matter=given["matter"],
            reason=given["reason"],
            actor=cast("User", request.user),
        )
    except Unusable as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return False
    messages.success(request, f"Hold {hold.pk} is placed: nothing that it covers can be erased.")
    return True


def _listed(request: HttpRequest, form: HoldForm, status: int = 200) -> HttpResponse:
    rows = LegalHold.objects.select_related(
        "customer", "ticket", "location", "placed_by", "released_by"
    )
    active = list(rows.filter(released_at=None))
    released = Paginator(rows.filter(released_at__isnull=False), PER_PAGE)
    context = {
        "form": form,
        "active": active,
        "page": released.get_page(request.GET.get("page")),
    }
    return page(request, "holds.html", context, status=status)
