"""Sections ``ticket_classes`` and ``reply_templates``: what tickets ask, and replies to it."""

from __future__ import annotations

from typing import Any

from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.rows import BundleRows
from console.bundles.writing import kept
from drafting.models import ReplyTemplate, TicketClass


def read_classes(root: Fields, builder: Builder) -> None:
    """Read ``ticket_classes``: a list."""
    for part in root.parts("ticket_classes"):
        row = TicketClass(
            code=part.code(),
            name=part.text("name", required=True),
            cues=part.words("cues"),
            save_offers=part.boolean("save_offers", default=False),
        )
        priority = part.integer("priority")
        if priority is not None:
            row.priority = priority
        part.finish()
        if row.code:
            builder.add(row, part)
            part.check(row)


def read_templates(root: Fields, builder: Builder) -> None:
    """Read ``reply_templates``: a list."""
    for part in root.parts("reply_templates"):
        ticket_class = builder.ticket_class(part)
        row = ReplyTemplate(
            code=part.code(),
            vertical=builder.vertical(part),
            brand=builder.brand(part),
            channels=part.words("channels"),
            body=part.text("body", required=True),
            active=part.boolean("active", default=True),
        )
        part.finish()
        part.check(row)
        if ticket_class is None or not row.code:
            continue
        row.ticket_class = ticket_class
        builder.add(row, part)


def write_classes(rows: BundleRows) -> list[dict[str, Any]]:
    """Write ``ticket_classes``."""
    default = TicketClass().priority
    return [
        {
            "id": row.code,
            "name": row.name,
            **({} if row.priority == default else {"priority": row.priority}),
            **({"save_offers": True} if row.save_offers else {}),
            "cues": list(row.cues),
        }
        for row in rows.ticket_classes
    ]


def write_templates(rows: BundleRows) -> list[dict[str, Any]]:
    """Write ``reply_templates``."""
    return [
        {
            "id": row.code,
            "class": row.ticket_class.code,
            **kept(
                {
                    "vertical": row.vertical and row.vertical.code,
                    "brand": row.brand and row.brand.code,
                    "channels": list(row.channels),
                }
            ),
            **({} if row.active else {"active": False}),
            "body": row.body,
        }
        for row in rows.reply_templates
    ]
