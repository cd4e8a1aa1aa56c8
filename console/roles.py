"""What each role may do in the admin, declared here and brought into the database by `migrate`."""

from __future__ import annotations

from typing import Any, Final

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.db.models import Q

from locations.models.tracked import Tracked
from locations.roles import AUDITOR, OPERATOR, ROLES

OWN_APPS: Final = ("locations", "compliance", "drafting", "console")
# Who may change whom is for superusers: an operator who could edit groups could promote himself.
OPERATOR_PEOPLE: Final = ("add_apitoken", "change_apitoken", "view_apitoken", "view_user")


def ensure_roles(**kwargs: Any) -> None:
    """Create the role groups and give them exactly their permissions; does nothing twice.

    Takes and ignores what Django's `post_migrate` sends, so that every `migrate` ends with it.
    """
    if Group._meta.db_table not in connection.introspection.table_names():
        return  # migrated back to before accounts existed
    for label in OWN_APPS:
        create_permissions(apps.get_app_config(label), verbosity=0)
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(_permissions(role))


def _permissions(role: str) -> list[Permission]:
    own = Permission.objects.filter(content_type__app_label__in=OWN_APPS)
    if role == AUDITOR:
        return list(own.filter(codename__startswith="view_").exclude(codename="view_apitoken"))
    if role == OPERATOR:
        configuration = [
            f"{verb}_{model._meta.model_name}"
            for model in apps.get_models()
            if issubclass(model, Tracked)
            for verb in ("add", "change", "delete", "view")
        ]
        return list(
            Permission.objects.filter(
                Q(pk__in=own.filter(codename__startswith="view_"))
                | Q(pk__in=own.filter(codename__in=configuration))
                | Q(codename__in=OPERATOR_PEOPLE)
            )
        )
    # Reviewers and agents work in the queue and over the API, where rosters decide.
    return []
