"""Panels of the operators' pages: what needs a person, and what is in force at a location."""

from __future__ import annotations

from typing import Any

from django import template
from django.db import DatabaseError
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
    """Show the values the gate would use at a location now, and where each comes from.

    Rows that cannot be read hold every draft; the page that mends them must open all the more.
    """
    try:
        return {"standing": in_force(location, timezone.now())}
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001  (what somebody wrote past the forms may be anything)
        return {"fault": error.args[0] if error.args else type(error).__name__}
