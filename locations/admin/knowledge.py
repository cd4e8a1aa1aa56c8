"""Knowledge articles, their scope and their state."""

from __future__ import annotations

from django.contrib import admin

from locations.admin.base import ConfigurationAdmin
from locations.models import KnowledgeArticle


@admin.register(KnowledgeArticle)
class KnowledgeArticleAdmin(ConfigurationAdmin):
    """Articles that replies may draw on."""

    list_display = ("title", "code", "brand", "status", "review_by", "owner")
    list_select_related = ("brand", "owner")
    list_filter = ("brand", "status", "review_by")
    search_fields = ("code", "title", "body")
    autocomplete_fields = ("brand", "superseded_by", "owner")
    date_hierarchy = "review_by"
    readonly_fields = ("version", "source", "source_id", "source_url", "missing_since")
    sections = (
        (None, {"fields": (("code", "title"), "brand", "body", "version")}),
        ("Where it holds", {"fields": ("verticals", "states", "include", "exclude", "channels")}),
        ("State", {"fields": ("status", "superseded_by", "review_by", "owner")}),
        ("Taken over from", {"fields": (("source", "source_id"), "source_url", "missing_since")}),
    )
