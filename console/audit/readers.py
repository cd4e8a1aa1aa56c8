"""Who may read the log: operators and auditors all of it, reviewers what happened to their drafts.

Events of one place tell of others as well: who published which rule, who exported what. Whoever
reads drafts of a location may therefore follow those drafts, and only those.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Final, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from compliance.audit.events import Actor
from compliance.models import ActorKind
from drafting.attestation.subjects import person
from drafting.models import Draft
from locations.queries import visible_locations
from locations.roles import AUDITOR, OPERATOR, has_role, roles_of

if TYPE_CHECKING:
    from uuid import UUID

    from django.contrib.auth.models import User

AUDITORS: Final = (OPERATOR, AUDITOR)
View = Callable[..., HttpResponseBase]


def for_auditors(view: View) -> View:
    """Let operators and auditors in; everybody else is told whom to ask."""

    @wraps(view)
    def checked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not has_role(request.user, *AUDITORS):
            raise PermissionDenied("The log is for operators and auditors; ask one.")
        # Both read drafts as well: what the navigation would ask again.
        request.reads_drafts = True  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return login_required(never_cache(checked))


def may_audit(request: HttpRequest, draft: UUID) -> bool:
    """Say whether the person may read the whole log, or but what happened to this draft.

    Raises:
        Http404: when the draft is none of theirs.
    """
    user = cast("User", request.user)
    if has_role(user, *AUDITORS):
        return True
    if not Draft.objects.at(visible_locations(user)).filter(pk=draft).exists():
        raise Http404
    return False


def actor_of(request: HttpRequest) -> Actor:
    """Return who asks, as events name them; who is both acts as the operator."""
    user = cast("User", request.user)
    role = OPERATOR if OPERATOR in roles_of(user) else AUDITOR
    return person(user, ActorKind(role))
