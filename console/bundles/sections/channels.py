"""Section ``channel_restrictions``: what each channel allows, and its quiet hours."""

from __future__ import annotations

from typing import Any, Final

from compliance.gate.quiet.windows import Clock, Concerns
from compliance.models import ChannelRestriction, QuietHours
from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.nodes import Scalar
from console.bundles.rows import BundleRows
from console.bundles.writing import kept, short_state

_QUIET: Final = "quiet_hours"
_LIMITS: Final = ("max_chars", "promo_must_include", "opt_out_line", _QUIET)
_TRUTHS: Final = {"true", "false", "yes", "no", "on", "off"}


def read_channels(root: Fields, builder: Builder) -> None:
    """Read ``channel_restrictions``: a mapping of channels; ``all`` holds for every one.

    Beside its limits a channel lists restrictions as names with true; false is as good as none.
    Its ``quiet_hours`` are a list of windows.
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
        windows = list(part.parts(_QUIET))
        part.finish()
        builder.add(row, part, root.part("channel_restrictions").place_of(code))
        part.check(row)
        for window in windows:
            _read_window(window, row, builder)


def _read_window(part: Fields, channel: ChannelRestriction, builder: Builder) -> None:
    row = QuietHours(
        code=part.code(),
        channel=channel,
        hours=part.text("hours", required=True),
        weekdays=part.words("weekdays"),
        holidays=part.words("holidays"),
        states=part.states("states"),
        clock=part.choice("clock", Clock, default=Clock.CUSTOMER.value),
        concerns=part.choice("concerns", Concerns, default=Concerns.EVERY.value),
        answers_within_minutes=part.integer("answers_within_minutes"),
        citation=part.text("citation"),
    )
    part.finish()
    part.check(row)
    if row.code:
        builder.add(row, part)


def _is_truth(part: Fields, name: str) -> bool:
    node = part.peek(name)
    return isinstance(node, Scalar) and node.text.casefold() in _TRUTHS


def write_channels(rows: BundleRows) -> dict[str, Any]:
    """Write ``channel_restrictions``."""
    default = ChannelRestriction().opt_out_line
    quiet: dict[str, list[dict[str, Any]]] = {}
    for window in rows.quiet_hours:
        quiet.setdefault(window.channel.code, []).append(_window(window))
    return {
        row.code: {
            **kept({"max_chars": row.max_chars, "promo_must_include": row.promo_must_include}),
            **({} if row.opt_out_line == default else {"opt_out_line": row.opt_out_line}),
            **dict.fromkeys(row.flags, True),
            **kept({_QUIET: quiet.get(row.code)}),
        }
        for row in rows.channels
    }


def _window(row: QuietHours) -> dict[str, Any]:
    usual = QuietHours()
    return {
        "id": row.code,
        "hours": row.hours,
        **kept(
            {
                "weekdays": row.weekdays,
                "holidays": row.holidays,
                "states": [short_state(state) for state in row.states],
            }
        ),
        **({"clock": row.clock} if row.clock != usual.clock else {}),
        **({"concerns": row.concerns} if row.concerns != usual.concerns else {}),
        **kept(
            {"answers_within_minutes": row.answers_within_minutes, "citation": row.citation},
        ),
    }
