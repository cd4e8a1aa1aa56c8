"""Section ``voices``: how a vertical, a brand or a location speaks."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from compliance.models import ToneOverlay
from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.nodes import Mapping, Scalar
from console.bundles.rows import BundleRows
from console.bundles.writing import kept, number
from locations.models import Vertical

NO_EMOJI, FREE_EMOJI = "none", "free"
_RENAMED: Final = {
    "sentence_mean_min": "sentence_words",
    "sentence_mean_max": "sentence_words",
    "sentence_max": "sentence_words",
    "emoji_max": "emoji",
    "emoji_max_by_channel": "emoji",
    "disclaimer_trigger": "disclaimer",
    "disclaimer_text": "disclaimer",
}


# --- Reading -----------------------------------------------------------------------------------


def read_voices(root: Fields, builder: Builder) -> None:
    """Read ``voices``: a mapping of codes; one that names no scope is that vertical's voice."""
    for code, part in root.named_parts("voices"):
        scoped = any(name in part for name in ("vertical", "brand", "location"))
        if scoped:
            vertical = builder.vertical(part)
        else:
            vertical = builder.find(Vertical, code)
            if vertical is None:
                builder.expect(Vertical, [code], root.part("voices"), code)
                continue
        words = part.part("sentence_words")
        mean = _band(words)
        emoji_max, emoji_by_channel = _emoji(part)
        disclaimer = part.part("disclaimer")
        row = ToneOverlay(
            code=code,
            vertical=vertical,
            brand=builder.brand(part),
            location=builder.location(part),
            sentence_mean_min=mean[0],
            sentence_mean_max=mean[1],
            sentence_max=words.integer("max"),
            contractions=part.text("contractions"),
            emoji_max=emoji_max,
            emoji_max_by_channel=emoji_by_channel,
            exclamations_max=part.integer("exclamations_max"),
            person=part.text("person"),
            permitted=part.words("permitted"),
            prohibited=part.words("prohibited"),
            replacements=part.pairs("replacements"),
            register=part.text("register"),
            disclaimer_trigger=disclaimer.text("trigger"),
            disclaimer_text=disclaimer.text("text"),
        )
        for read in (words, disclaimer, part):
            read.finish()
        if not (row.vertical or row.brand or row.location):
            continue  # noted already; without a scope it would speak for everybody
        builder.add(row, part, root.part("voices").place_of(code))
        part.check(row, _RENAMED)


def _band(words: Fields) -> tuple[float | None, float | None]:
    """Read the band of the mean: a list of two numbers."""
    written = words.words("mean")
    if not written:
        return None, None
    numbers = [
        float(text)
        for text in written
        if re.fullmatch(r"[0-9]{1,4}(\.[0-9]+)?", text) and math.isfinite(float(text))
    ]
    if len(written) != 2 or len(numbers) != 2:
        words.fault("mean", "Write the band as two numbers: [10, 22].")
        return None, None
    return numbers[0], numbers[1]


def _emoji(part: Fields) -> tuple[int | None, dict[str, int]]:
    """Read ``none``, ``free``, a number, or a mapping with ``max`` and channels that differ."""
    node = part.node("emoji")
    if isinstance(node, Mapping):
        limits = part.part("emoji")
        counts = {name: limits.integer(name) for name in limits.names()}
        return counts.pop("max", None), {
            channel: count for channel, count in counts.items() if count is not None
        }
    if isinstance(node, Scalar) and node.text in {NO_EMOJI, FREE_EMOJI}:
        return (0 if node.text == NO_EMOJI else None), {}
    return part.integer("emoji"), {}


# --- Writing -----------------------------------------------------------------------------------


def write_voices(rows: BundleRows) -> dict[str, Any]:
    """Write ``voices``."""
    return {row.code: _written(row) for row in rows.overlays}


def _written(row: ToneOverlay) -> dict[str, Any]:
    vertical = row.vertical and row.vertical.code
    scope = {
        "vertical": vertical,
        "brand": row.brand and row.brand.code,
        "location": row.location and row.location.code,
    }
    words: dict[str, Any] = {}
    if row.sentence_mean_min is not None and row.sentence_mean_max is not None:
        words["mean"] = [number(row.sentence_mean_min), number(row.sentence_mean_max)]
    words |= kept({"max": row.sentence_max})
    emoji: Any = kept({"max": row.emoji_max}) | dict(row.emoji_max_by_channel)
    if emoji == {"max": 0}:
        emoji = NO_EMOJI
    disclaimer = kept({"trigger": row.disclaimer_trigger, "text": row.disclaimer_text})
    return {
        **({} if vertical == row.code and not (row.brand or row.location) else kept(scope)),
        **kept(
            {
                "sentence_words": words,
                "contractions": row.contractions,
                "emoji": emoji,
                "exclamations_max": row.exclamations_max,
                "person": row.person,
                "permitted": list(row.permitted),
                "prohibited": list(row.prohibited),
                "replacements": dict(row.replacements),
                "register": row.register,
            }
        ),
        "disclaimer": disclaimer or None,
    }
