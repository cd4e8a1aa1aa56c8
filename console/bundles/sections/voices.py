"""Section ``voices``: how a vertical, a brand or a location speaks, and how on one channel."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from compliance.models import ToneOverlay
from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.nodes import Mapping, Scalar
from console.bundles.problems import Place
from console.bundles.rows import BundleRows
from console.bundles.writing import kept, number
from locations.models import Vertical

NO_EMOJI, FREE_EMOJI = "none", "free"
_TEXTS: Final = (
    "channel",
    "contractions",
    "spelling",
    "person",
    "second_person",
    "address",
    "formality",
    "register",
)
_LISTS: Final = ("greetings", "closings", "permitted", "prohibited")
_RENAMED: Final = {
    "sentence_mean_min": "sentence_words",
    "sentence_mean_max": "sentence_words",
    "sentence_max": "sentence_words",
    "sentence_band_min": "sentence_words",
    "sentence_band_max": "sentence_words",
    "sentence_outside_pct": "sentence_words",
    "sentence_quantiles": "sentence_words",
    "reply_words_min": "reply_words",
    "reply_words_max": "reply_words",
    "reading_grade_min": "reading_grade",
    "reading_grade_max": "reading_grade",
    "emoji_max": "emoji",
    "emoji_allowed": "emoji",
    "disclaimer_trigger": "disclaimer",
    "disclaimer_text": "disclaimer",
    "disclaimer_placement": "disclaimer",
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
        lengths, emoji_by_channel = _lengths(part), _emoji(part)
        emoji = emoji_by_channel.pop("", {})
        disclaimer = part.part("disclaimer")
        row = ToneOverlay(
            code=code,
            vertical=vertical,
            brand=builder.brand(part),
            location=builder.location(part),
            **lengths,
            **emoji,
            **{name: part.text(name) for name in _TEXTS},
            **{name: part.words(name) for name in _LISTS},
            exclamations_max=part.integer("exclamations_max"),
            capitals_max=part.integer("capitals_max"),
            replacements=part.pairs("replacements"),
            disclaimer_trigger=disclaimer.text("trigger"),
            disclaimer_text=disclaimer.text("text"),
            disclaimer_placement=disclaimer.text("placement"),
        )
        row.beside = builder.concepts()
        disclaimer.finish()
        part.finish()
        if not (row.vertical or row.brand or row.location):
            continue  # noted already; without a scope it would speak for everybody
        place = root.part("voices").place_of(code)
        builder.add(row, part, place)
        part.check(row, _RENAMED)
        _add_variants(row, emoji_by_channel, builder, part, place)


def _add_variants(
    row: ToneOverlay,
    emoji_by_channel: dict[str, dict[str, Any]],
    builder: Builder,
    part: Fields,
    place: Place,
) -> None:
    """Add an overlay for each channel that differs in its number of emoji, written in short."""
    for channel, emoji in emoji_by_channel.items():
        variant = ToneOverlay(
            code=f"{row.code}-{channel}",
            vertical=row.vertical,
            brand=row.brand,
            location=row.location,
            channel=channel,
            **emoji,
        )
        builder.add(variant, part, place)
        part.check(variant, _RENAMED)


def _lengths(part: Fields) -> dict[str, Any]:
    words = part.part("sentence_words")
    mean, band = _band(words, "mean"), _band(words, "band")
    quantiles = words.part("quantiles")
    found = {
        "sentence_mean_min": mean[0],
        "sentence_mean_max": mean[1],
        "sentence_max": words.integer("max"),
        "sentence_band_min": band[0] if band[0] is None else int(band[0]),
        "sentence_band_max": band[1] if band[1] is None else int(band[1]),
        "sentence_outside_pct": words.integer("outside_percent"),
        "sentence_quantiles": {
            name: number(quantiles.number(name)) for name in sorted(quantiles.names())
        },
    }
    words.finish()
    reply, grade = part.part("reply_words"), part.part("reading_grade")
    found |= {f"reply_words_{end}": reply.integer(end) for end in ("min", "max")}
    found |= {f"reading_grade_{end}": grade.number(end) for end in ("min", "max")}
    reply.finish()
    grade.finish()
    return found


def _band(words: Fields, name: str) -> tuple[float | None, float | None]:
    """Read a band: a list of two numbers."""
    written = words.words(name)
    if not written:
        return None, None
    numbers = [
        float(text)
        for text in written
        if re.fullmatch(r"[0-9]{1,4}(\.[0-9]+)?", text) and math.isfinite(float(text))
    ]
    whole = name == "mean" or all(each.is_integer() for each in numbers)
    if len(written) != 2 or len(numbers) != 2 or not whole:
        words.fault(name, "Write the band as two numbers: [10, 22].")
        return None, None
    return numbers[0], numbers[1]


def _emoji(part: Fields) -> dict[str, dict[str, Any]]:
    """Read what is said of emoji, by channel, with that of every channel under no name.

    That is ``none``, ``free``, a number, or a mapping with ``max``, ``allowed`` and the numbers of
    channels that differ.
    """
    node = part.node("emoji")
    if isinstance(node, Mapping):
        limits = part.part("emoji")
        found: dict[str, dict[str, Any]] = {
            "": {"emoji_max": limits.integer("max"), "emoji_allowed": limits.words("allowed")}
        }
        for channel in limits.names():
            if channel not in {"max", "allowed"}:
                count = limits.integer(channel)
                found |= {} if count is None else {channel: {"emoji_max": count}}
        return found
    if isinstance(node, Scalar) and node.text in {NO_EMOJI, FREE_EMOJI}:
        return {"": {"emoji_max": 0 if node.text == NO_EMOJI else None}}
    return {"": {"emoji_max": part.integer("emoji")}}


# --- Writing -----------------------------------------------------------------------------------


def write_voices(rows: BundleRows) -> dict[str, Any]:
    """Write ``voices``; an overlay that only says how many emoji a channel has, within its own."""
    whole = {row.code: row for row in rows.overlays if not row.channel}
    written = {row.code: _written(row) for row in whole.values()}
    for row in (row for row in rows.overlays if row.channel):
        parent = whole.get(row.code.removesuffix(f"-{row.channel}"))
        said = _written(row)
        if parent is not None and _is_short(row, parent, said):
            limits = written[parent.code].setdefault("emoji", {})
            if limits == NO_EMOJI:
                limits = written[parent.code]["emoji"] = {"max": 0}
            limits[row.channel] = row.emoji_max
        else:
            written[row.code] = said
    return {code: written[code] for code in sorted(written)}


def _is_short(row: ToneOverlay, parent: ToneOverlay, said: dict[str, Any]) -> bool:
    """Say whether a channel's overlay differs from its own scope's in the number of emoji only."""
    scope = ("vertical", "brand", "location")
    only = {name for name, value in said.items() if value is not None} <= {
        *scope,
        "channel",
        "emoji",
    }
    same = all(getattr(row, name) == getattr(parent, name) for name in scope)
    plain = row.channel not in {"max", "allowed"} and not row.emoji_allowed
    return only and same and plain and row.emoji_max is not None and parent.code != row.code


def _written(row: ToneOverlay) -> dict[str, Any]:
    vertical = row.vertical and row.vertical.code
    scope = {
        "vertical": vertical,
        "brand": row.brand and row.brand.code,
        "location": row.location and row.location.code,
    }
    emoji: Any = kept({"max": row.emoji_max, "allowed": list(row.emoji_allowed)})
    if emoji == {"max": 0}:
        emoji = NO_EMOJI
    disclaimer = kept(
        {
            "trigger": row.disclaimer_trigger,
            "text": row.disclaimer_text,
            "placement": row.disclaimer_placement,
        }
    )
    return {
        **({} if vertical == row.code and not (row.brand or row.location) else kept(scope)),
        **kept(
            {
                "sentence_words": _written_lengths(row),
                "reply_words": kept({"min": row.reply_words_min, "max": row.reply_words_max}),
                "reading_grade": kept(
                    {"min": number(row.reading_grade_min), "max": number(row.reading_grade_max)}
                ),
                "emoji": emoji,
                "exclamations_max": row.exclamations_max,
                "capitals_max": row.capitals_max,
                **{name: getattr(row, name) for name in _TEXTS},
                **{name: list(getattr(row, name)) for name in _LISTS},
                "replacements": dict(row.replacements),
            }
        ),
        "disclaimer": disclaimer or None,
    }


def _written_lengths(row: ToneOverlay) -> dict[str, Any]:
    words: dict[str, Any] = {}
    for name in ("mean", "band"):
        low, high = getattr(row, f"sentence_{name}_min"), getattr(row, f"sentence_{name}_max")
        if low is not None and high is not None:
            words[name] = [number(low), number(high)]
    return words | kept(
        {
            "max": row.sentence_max,
            "outside_percent": row.sentence_outside_pct,
            "quantiles": dict(row.sentence_quantiles),
        }
    )
