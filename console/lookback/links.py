"""Addresses of the drafts that were made under what a page shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from compliance.models import ComplianceRule, ToneOverlay
from drafting.affected import Asked, read_condition
from drafting.models import Draft, LaterCondition
from locations.models import PolicyValue


def affected_address(asked: Asked, **more: str) -> str:
    """Return the address of the drafts held to a condition."""
    return reverse("affected") + query(asked, **more)


def query(asked: Asked, **more: str) -> str:
    """Return what is asked for as the end of an address: ``?kind=rule&name=R1&version=3``."""
    parts: dict[str, str] = {"kind": asked.kind, "name": asked.name}
    if asked.version is not None:
        parts["version"] = str(asked.version)
    if asked.since is not None:
        parts["since"] = asked.since.isoformat()
    if asked.until is not None:
        parts["until"] = asked.until.isoformat()
    return "?" + urlencode(parts | more)


def named(condition: str) -> str:
    """Return the address for a condition as it is written."""
    return affected_address(Asked(*read_condition(condition)))


def _has_a_name(condition: str) -> bool:
    """Whether something can be found by a condition: a place without a voice has ``tone::1``."""
    return not condition.partition(":")[2].startswith(":")


def made_under(row: object, version: int | None = None) -> str:
    """Return the address for a version of a stored row, else for the present one.

    Empty for rows of which drafts name no version, and for none.
    """
    if isinstance(row, ComplianceRule):
        kind, name = "rule", row.code
    elif isinstance(row, ToneOverlay):
        kind, name = "tone", row.code
    elif isinstance(row, PolicyValue):
        kind, name = "policy", f"{row.term.key}/{row.row}"
    else:
        return ""
    return affected_address(Asked(kind, name, version or row.version))


def of_draft(draft: Draft) -> dict[str, Any]:
    """Return what a draft was made under and held to later, each with its address. One query."""
    own: Iterable[str] = draft.conditions
    if draft.class_fingerprint:
        own = [*own, f"class:{draft.class_fingerprint}"]
    later = LaterCondition.objects.filter(draft=draft).select_related("decision")
    return {
        "made_under": [(each, named(each)) for each in own if _has_a_name(each)],
        "held_later": [
            (each.condition, named(each.condition), each.decision)
            for each in later.order_by("condition")
            if _has_a_name(each.condition)
        ],
    }
