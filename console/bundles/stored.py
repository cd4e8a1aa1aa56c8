"""The stored configuration as rows; one query a model, however much is stored."""

from __future__ import annotations

from typing import Any, Final

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Q

from console.bundles.rows import FIELDS, BundleRows, Person, key_of
from locations.models import (
    DatedHours,
    KnowledgeArticle,
    Location,
    PolicyValue,
    Promotion,
    RosterEntry,
    WeeklyHours,
)
from locations.models.tracked import Tracked
from locations.roles import ROLES

# What the natural key of a row, or its place in a bundle, asks of other rows.
_RELATED: Final[dict[type[Tracked], tuple[str, ...]]] = {
    Location: ("brand", "vertical"),
    WeeklyHours: ("location",),
    DatedHours: ("location",),
    PolicyValue: ("term", "vertical", "brand", "location"),
    Promotion: ("brand", "replaced_by"),
    KnowledgeArticle: ("brand", "superseded_by", "owner"),
    RosterEntry: ("user", "brand", "location"),
}


def stored_rows() -> BundleRows:
    """Read the whole stored configuration."""
    kinds: dict[str, tuple[Any, ...]] = {}
    for model, name in FIELDS.items():
        links = _RELATED.get(model) or tuple(
            part.name
            for part in model._meta.fields
            if part.remote_field is not None and part.name != "data_key"
        )
        rows = (
            model._default_manager.select_related(*links)
            if links
            else (model._default_manager.all())
        )
        kinds[name] = tuple(sorted(rows, key=key_of))
    # The table pairs each model with its own tuple.
    return BundleRows(**kinds, people=_people())  # type: ignore[arg-type]


def snapshot() -> BundleRows:
    """Read the whole stored configuration as of one moment, whatever others change meanwhile."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return stored_rows()


def _people() -> tuple[Person, ...]:
    """Read everybody who has a role, a roster or an article; superusers need none of them."""
    users = (
        User.objects.filter(
            Q(groups__name__in=ROLES)
            | Q(roster__isnull=False)
            | Q(pk__in=KnowledgeArticle.objects.filter(owner__isnull=False).values("owner"))
        )
        .distinct()
        .order_by("username")
        .prefetch_related("groups")
    )
    return tuple(
        Person(
            username=user.username,
            roles=tuple(sorted(group.name for group in user.groups.all() if group.name in ROLES)),
            first_name=user.first_name,
            last_name=user.last_name,
            email=user.email,
        )
        for user in users
    )
