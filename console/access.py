"""Who may sign in, as what: changes of accounts and groups as events of the log.

Rosters are configuration, and tokens have events of their own. What is changed in the database
itself, past these functions, is not told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from compliance.audit.events import SYSTEM, Happening, append
from compliance.models import EventType
from drafting.attestation.subjects import person
from locations.roles import OPERATOR

if TYPE_CHECKING:
    from django.contrib.auth.models import Group, User
    from django.db.models import Manager


def access_of(account: User) -> dict[str, Any]:
    """Return what an account may do, as events say it. Two queries."""
    return {
        "active": account.is_active,
        "staff": account.is_staff,
        "superuser": account.is_superuser,
        "groups": sorted(account.groups.values_list("name", flat=True)),
        "permissions": _named(account.user_permissions),
    }


def access_of_group(group: Group) -> dict[str, Any]:
    """Return what being in a group allows, as events say it. One query."""
    return {"permissions": _named(group.permissions)}


def tell_account(
    account: User,
    *,
    before: Mapping[str, Any] | None,
    at: datetime,
    by: User | None,
    password: bool = False,
) -> None:
    """Tell the log what an account may do from now on, unless nothing of it changed.

    ``before`` is what :func:`access_of` said before; nothing of a new one. ``password`` says that
    somebody set another one. ``by`` is nobody at the command line.
    """
    _tell(
        {"account": account.get_username()}, before, access_of(account), at, by, password=password
    )


def tell_group(
    group: Group, *, before: Mapping[str, Any] | None, at: datetime, by: User | None
) -> None:
    """Tell the log what being in a group allows from now on, unless nothing of it changed."""
    _tell({"group": group.name}, before, access_of_group(group), at, by)


def _tell(
    whose: Mapping[str, str],
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any],
    at: datetime,
    by: User | None,
    *,
    password: bool = False,
) -> None:
    if before == after and not password:
        return
    known = before or {}
    changed = {name: value for name, value in after.items() if known.get(name) != value}
    append(
        Happening(
            EventType.ACCESS_CHANGED,
            at,
            actor=SYSTEM if by is None else person(by, OPERATOR),
            details={
                **whose,
                "before": None if before is None else {name: before[name] for name in changed},
                "after": changed,
                "password": password,
            },
        )
    )


def _named(permissions: Manager[Any]) -> list[str]:
    labels = permissions.values_list("content_type__app_label", "codename")
    return sorted(f"{app}.{codename}" for app, codename in labels.order_by())
