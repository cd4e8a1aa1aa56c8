"""Section ``retention``: how long texts about people are kept."""

from __future__ import annotations

from typing import Any

from compliance.models import ChannelRestriction
from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.rows import BundleRows
from console.bundles.writing import kept
from drafting.models import RetentionRule


def read_retention(root: Fields, builder: Builder) -> None:
    """Read ``retention``: a list of rules, each with days, for everything or a part of it."""
    for part in root.parts("retention"):
        row = RetentionRule(
            vertical=builder.vertical(part),
            brand=builder.brand(part),
            channel=part.text("channel"),
            days=part.integer("days"),
            record_days=part.integer("record_days"),
        )
        if row.channel:
            builder.expect(ChannelRestriction, [row.channel], part, "channel")
        part.finish()
        part.check(row)
        builder.add(row, part)


def write_retention(rows: BundleRows) -> list[dict[str, Any]]:
    """Write ``retention``."""
    return [
        kept(
            {
                "vertical": row.vertical and row.vertical.code,
                "brand": row.brand and row.brand.code,
                "channel": row.channel,
                "days": row.days,
                "record_days": row.record_days,
            }
        )
        for row in rows.retention
    ]
