"""Reads of locations, scoped to the person who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from locations.models.places import Location
from locations.models.rosters import RosterEntry
from locations.roles import AUDITOR, OPERATOR, roles_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, User


def visible_locations(user: User | AnonymousUser) -> QuerySet[Location]:
    """The locations a person answers for.

    Operators and auditors see all, everybody else what their roster grants, and nobody anything
    without a role. Asks for the roles at once; the locations are one query when they are read.
    """
    roles = roles_of(user)
    if not roles or user.is_anonymous:
        return Location.objects.none()
    if roles & {OPERATOR, AUDITOR}:
        return Location.objects.all()
    grants = RosterEntry.objects.filter(user=user).filter(
        Q(everywhere=True)
        | Q(location=OuterRef("pk"))
        | (
            Q(everywhere=False, location=None)
            & (Q(brand=None) | Q(brand=OuterRef("brand_id")))
            & (Q(state="") | Q(state=OuterRef("state")))
        )
    )
    return Location.objects.filter(Exists(grants))
