"""Django's `migrate`, run by the role that owns the tables: who serves may not change them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.commands import migrate

from console.privileges.roles import connected_as


class Command(migrate.Command):
    def execute(self, *args: Any, **options: Any) -> str | None:
        with connected_as(settings.DATABASE_OWNER):
            return super().execute(*args, **options)
