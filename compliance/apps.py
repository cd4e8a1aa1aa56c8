"""Registers the compliance app."""

from django.apps import AppConfig


class ComplianceConfig(AppConfig):
    """What may be said, and the record of what was decided."""

    name = "compliance"
    verbose_name = "Compliance"
    default_auto_field = "django.db.models.BigAutoField"
