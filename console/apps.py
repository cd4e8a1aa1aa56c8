"""Registers the console app and loads the Celery application with it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ConsoleConfig(AppConfig):
    """How people and machines reach Draftgate."""

    name = "console"
    verbose_name = "Console"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Loads the system checks, and the Celery application so that tasks bind to it."""
        # Here and not in `console/__init__.py`: console.env and console.database must import
        # with the standard library alone, before anything is installed.
        from console import celery, checks  # noqa: F401, PLC0415
        from console.privileges.granting import grant  # noqa: PLC0415
        from console.roles import ensure_roles  # noqa: PLC0415

        # As Django does for permissions themselves: roles are right after every `migrate`.
        post_migrate.connect(ensure_roles, sender=self, dispatch_uid="ensure_roles")
        post_migrate.connect(grant, sender=self, dispatch_uid="grant_roles")
