"""Creates the role groups; `migrate` does it as well."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from console.roles import ensure_roles
from locations.roles import ROLES


class Command(BaseCommand):
    help = "Creates the groups of the roles and gives them exactly their permissions."

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_roles()
        self.stdout.write(f"The roles stand: {', '.join(ROLES)}.")
