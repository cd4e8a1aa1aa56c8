"""The register of erasures, and what is due by the rules of retention."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from console.privacy.doors import PER_PAGE, for_keepers, page
from console.privacy.words import counted
from drafting.models import Erasure, RetentionRun
from drafting.privacy.retention import due, free, held, rules
from drafting.privacy.stored import Counts

_SHOWN = 50


@for_keepers
@require_GET
def erasures(request: HttpRequest) -> HttpResponse:
    """List every erasure, the latest first: of what, by whom, why, and how much it was."""
    rows = Erasure.objects.select_related("customer", "ticket", "actor")
    found = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    lines = [(each, counted(Counts(**each.counts))) for each in found]
    return page(request, "erasures.html", {"page": found, "lines": lines})


@for_keepers
@require_GET
def retention(request: HttpRequest) -> HttpResponse:
    """Show how long texts are kept, what is due, what holds keep back, and how runs went."""
    ordered = rules()
    now = timezone.now()
    found = due(now, ordered)
    kinds: tuple[tuple[str, str, QuerySet[Any]], ...] = (
        ("ticket", "Tickets of unknown senders", found.tickets),
        ("customer", "Customers whose texts go; the record stays", found.customers),
        ("customer", "Customers who go with their record", found.records),
    )
    lists = [
        {
            "of": of,
            "title": title,
            "due": free(rows).count(),
            "held": held(rows).count(),
            "rows": free(rows)[:_SHOWN],
            "kept": held(rows)[:_SHOWN],
        }
        for of, title, rows in kinds
    ]
    context = {
        "rules": ordered,
        "lists": lists,
        "runs": RetentionRun.objects.all()[:10],
        "shown": _SHOWN,
    }
    return page(request, "retention.html", context)
