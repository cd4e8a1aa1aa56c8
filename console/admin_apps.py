"""Django's admin, served by Draftgate's own site."""

from django.contrib.admin.apps import AdminConfig


class DraftgateAdminConfig(AdminConfig):
    """Makes `admin.site` the console's, so that every app registers where it belongs."""

    default_site = "console.admin_site.DraftgateAdminSite"
