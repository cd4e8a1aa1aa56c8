"""Panels of the operators' pages: what needs a person, and what is in force at a location."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from console.standing import attention_items, in_force
from locations.models import Location

register = template.Library()


@register.inclusion_tag("admin/partials/attention.html")
def attention() -> dict[str, Any]:
    """Show what waits for a person, with a link to each."""
    return {"items": attention_items(timezone.now())}


@register.inclusion_tag("admin/partials/resolved.html")
def resolved_values(location: Location) -> dict[str, Any]:
    """Show the values the gate would use at a location now, and where each comes from."""
    return {"standing": in_force(location, timezone.now())}
