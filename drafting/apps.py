"""Registers the drafting app."""

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    """Tickets, drafts and their review."""

    name = "drafting"
    verbose_name = "Drafting"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Ask to be told of changes to the configuration: articles may be wrong after one."""
        from drafting.knowledge import checks  # noqa: PLC0415  (models are not loaded before)
        from locations import changes  # noqa: PLC0415

        changes.listen(checks.note)
