"""What is amiss with how long texts about people are kept, for the pages that show such things."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.urls import reverse

from drafting.models import RetentionRule, RetentionRun
from drafting.privacy.retention import EVERY

# Workers look when they have nothing else to do.
_LONG: Final = 6 * EVERY


def retention_amiss(at: datetime) -> list[tuple[int, str, str, bool]]:
    """Return how many, what is wrong, where to read on, and whether it is urgent. Two queries."""
    where = reverse("privacy:retention")
    rule = RetentionRule.objects.order_by("updated_at").first()
    if rule is None:
        what = "rule is missing: texts about people are kept for good until you say how long"
        return [(1, what, where, False)]
    last = RetentionRun.objects.exclude(finished_at=None).first()
    if last is not None and last.failures:
        what = "customers or tickets were kept long enough and could not be erased: see why"
        return [(len(last.failures), what, where, True)]
    since = rule.updated_at if last is None else last.started_at
    if since < at - _LONG:
        hours = (at - since) // timedelta(hours=1)
        what = "hours since texts that were kept long enough were erased last: is a worker running?"
        return [(hours, what, where, True)]
    return []
