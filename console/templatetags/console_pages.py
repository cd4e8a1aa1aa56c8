"""Panels of the operators' pages: what needs a person, and what is in force at a location."""

from __future__ import annotations

from typing import Any

from django import template
from django.db import DatabaseError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from console.lookback.links import made_under
from console.standing import attention_items, in_force
from console.voice.examples import shown
from console.voice.samples import EXAMPLES
from locations.models import Location

register = template.Library()


@register.inclusion_tag("admin/partials/attention.html")
def attention() -> dict[str, Any]:
    """Show what waits for a person, with a link to each."""
    return {"items": attention_items(timezone.now())}


@register.simple_tag
def live_examples(form: Any) -> str:
    """Put an example below each field of an overlay's form, for what the field holds now.

    Below the help of the field, so that it is read out with it and works without JavaScript.
    """
    bound = {name: form[name] for name in EXAMPLES if name in form.fields}
    typed = {name: _as_typed(field) for name, field in bound.items()}
    for name, field in bound.items():
        rendered = render_to_string("voice/partials/example.html", {"shown": shown(name, typed)})
        field.help_text = format_html(
            '{}<span class="example" data-example="{}" data-field="{}">{}</span>',
            field.help_text,
            reverse("voice:example", args=(name,)),
            field.html_name,
            mark_safe(rendered),  # noqa: S308  (a template of ours, escaped there)
        )
    return ""


def _as_typed(bound: Any) -> Any:
    """Return a field's value as its widget would send it."""
    value = bound.value()
    return "" if value is None else value


@register.simple_tag
def drafts_made_under(row: object, version: int | None = None) -> str:
    """Return the address of the drafts made under a row's version; nothing for other rows."""
    return made_under(row, version)


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
