"""Themes: kinds of statement that consumer rules speak of, and the ways replies make them.

A rule's claim names a theme in the legislator's words (``cues``); a draft states it in a
shopkeeper's (``says``). Each line of either is a pattern. A ``says`` line that starts with ``~``
leaves the subject out: it holds only where the subject is spoken of nearby.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from compliance.gate.themes import (
    commerce,
    conduct,
    food,
    frames,
    frames_qualities,
    health,
    money,
    places,
)
from compliance.gate.themes.theme import Theme

THEMES: tuple[Theme, ...] = (
    *commerce.THEMES,
    *money.THEMES,
    *health.THEMES,
    *food.THEMES,
    *places.THEMES,
    *conduct.THEMES,
    *frames.FRAMES,
    *frames_qualities.FRAMES,
)


@lru_cache(maxsize=1)
def by_name() -> dict[str, Theme]:
    """Return the themes by their name."""
    return {theme.name: theme for theme in THEMES}


def lines(listing: str) -> Iterator[str]:
    """Yield the patterns of a listing, one a line."""
    for line in listing.splitlines():
        if line.strip():
            yield line.strip()
