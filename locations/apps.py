"""Registers the locations app."""

from django.apps import AppConfig


class LocationsConfig(AppConfig):
    """What is true at each location."""

    name = "locations"
    verbose_name = "Locations"
    default_auto_field = "django.db.models.BigAutoField"
