"""Registers the drafting app."""

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    """Tickets, drafts and their review."""

    name = "drafting"
    verbose_name = "Drafting"
    default_auto_field = "django.db.models.BigAutoField"
