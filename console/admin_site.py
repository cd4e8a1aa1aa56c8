"""The operators' site: configuration by subject instead of by app, with what needs attention."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db import connection
from django.http import HttpRequest
from django.template.response import TemplateResponse

# The index by subject: what an operator looks for, not where the code lives.
GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Places",
        "Brands, trades, locations and their hours",
        (
            "locations.Location",
            "locations.Brand",
            "locations.Vertical",
            "locations.DatedHours",
            "locations.WeeklyHours",
            "locations.OperatorProfile",
            "locations.ImportRun",
        ),
    ),
    (
        "Policies and offers",
        "What customers are promised, layer by layer",
        ("locations.PolicyValue", "locations.PolicyTerm", "locations.Promotion"),
    ),
    (
        "Rules and voice",
        "What may be said, and how",
        (
            "compliance.ComplianceRule",
            "compliance.Concept",
            "compliance.ToneOverlay",
            "compliance.ChannelRestriction",
            "compliance.QuietHours",
        ),
    ),
    (
        "Knowledge and replies",
        "What drafts are made from",
        (
            "locations.KnowledgeArticle",
            "drafting.KnowledgeSource",
            "drafting.KnowledgeRun",
            "drafting.ReplyTemplate",
            "drafting.TicketClass",
        ),
    ),
    (
        "Work",
        "What arrived, what was drafted, what was decided",
        (
            "drafting.Ticket",
            "drafting.Draft",
            "drafting.ReviewItem",
            "drafting.SentReply",
            "drafting.ScheduledReply",
            "drafting.DraftJob",
            "compliance.GateDecision",
            "compliance.AuditCheck",
        ),
    ),
    (
        "People",
        "Customers, how long their texts are kept, accounts, rosters and tokens",
        (
            "drafting.Customer",
            "drafting.CrmConnection",
            "drafting.RetentionRule",
            "locations.RosterEntry",
            "auth.User",
            "auth.Group",
            "console.ApiToken",
        ),
    ),
)


class DraftgateAdminSite(admin.AdminSite):
    """Draftgate's admin."""

    site_header = "Draftgate"
    site_title = "Draftgate"
    index_title = "Configuration"
    index_template = "admin/index.html"
    empty_value_display = "–"
    enable_nav_sidebar = True
    groups: ClassVar = GROUPS

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the models a person may see, by subject; within one app when it is named."""
        if app_label is not None:
            return super().get_app_list(request, app_label)
        models = {
            f"{app['app_label']}.{model['object_name']}": model
            for app in self._build_app_dict(request).values()
            for model in app["models"]
        }
        listed = []
        for name, about, labels in self.groups:
            found = [models.pop(label) for label in labels if label in models]
            if found:
                listed.append(_group(name, about, found))
        if models:
            listed.append(_group("Other", "", list(models.values())))
        return listed

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Show every subject with its number of rows, and what needs a person."""
        groups = self.get_app_list(request)
        counts = _counts([model["model"] for group in groups for model in group["models"]])
        for group in groups:
            for model in group["models"]:
                model["count"] = counts[model["model"]]
        return super().index(request, {**(extra_context or {}), "groups": groups})


def _group(name: str, about: str, models: list[Any]) -> dict[str, Any]:
    return {
        "name": name,
        "about": about,
        "app_label": name.lower().replace(" ", "-"),
        "app_url": "",
        "has_module_perms": True,
        "models": models,
    }


def _counts(models: list[Any]) -> dict[Any, int]:
    """Count the rows of all models in one query."""
    if not models:
        return {}
    quote = connection.ops.quote_name
    tables = [quote(model._meta.db_table) for model in models]
    # Names of our own tables, quoted: nothing here comes from outside.
    columns = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}")
        row = cursor.fetchone()
    return dict(zip(models, row or (), strict=True))
