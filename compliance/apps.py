"""Registers the compliance app."""

from django.apps import AppConfig


class ComplianceConfig(AppConfig):
    """What may be said, and the record of what was decided."""

    name = "compliance"
    verbose_name = "Compliance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Ask to be told of changes to the configuration: the log tells of each."""
        from compliance.audit import publishing  # noqa: PLC0415  (models are not loaded before)
        from locations import changes  # noqa: PLC0415

        changes.listen(publishing.publish)
