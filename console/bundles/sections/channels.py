"""Section ``channel_restrictions``: what each channel allows."""

from __future__ import annotations

from typing import Any, Final

from compliance.models import ChannelRestriction
from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.nodes import Scalar
from console.bundles.rows import BundleRows
from console.bundles.writing import kept

_LIMITS: Final = ("max_chars", "promo_must_include", "opt_out_line")
_TRUTHS: Final = {"true", "false", "yes", "no", "on", "off"}


def read_channels(root: Fields, builder: Builder) -> None:
    """Read ``channel_restrictions``: a mapping of channels; ``all`` holds for every one.

    Beside its limits a channel lists restrictions as names with true; false is as good as none.
    """
    for code, part in root.named_parts("channel_restrictions"):
        flags = [
            name
            for name in part.names()
            if name not in _LIMITS and _is_truth(part, name) and part.boolean(name, default=False)
        ]
        row = ChannelRestriction(
            code=code,
            max_chars=part.integer("max_chars"),
            promo_must_include=part.text("promo_must_include"),
            flags=flags,
        )
        if "opt_out_line" in part:
            row.opt_out_line = part.text("opt_out_line")
        part.finish()
        builder.add(row, part, root.part("channel_restrictions").place_of(code))
        part.check(row)


def _is_truth(part: Fields, name: str) -> bool:
    node = part.peek(name)
    return isinstance(node, Scalar) and node.text.casefold() in _TRUTHS


def write_channels(rows: BundleRows) -> dict[str, Any]:
    """Write ``channel_restrictions``."""
    default = ChannelRestriction().opt_out_line
    return {
        row.code: {
            **kept({"max_chars": row.max_chars, "promo_must_include": row.promo_must_include}),
            **({} if row.opt_out_line == default else {"opt_out_line": row.opt_out_line}),
            **dict.fromkeys(row.flags, True),
        }
        for row in rows.channels
    }
