"""Lists written on one line: where their items start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_ITEM: Final = re.compile(
    r"(?<!\S)(?:(?P<bullet>[•⁃‣▪◦])|\(?(?P<number>\d{1,2}|[a-h])(?P<how>\.\)|[.)]))(?=\s+\S|(?<=[•⁃‣▪◦])\S)"
)
_FIRST: Final = ("1.", "1)", "a)", "a.)", "•", "⁃", "‣", "▪", "◦")
# A list's first item stands at the line's start or behind one of these.
_INTRODUCES: Final = re.compile(r"[:.!?…-]\s*$")
# "Either 1) call or 2) write": an enumeration within a sentence is no list.
_RUN_IN: Final = re.compile(r"(?:,|;|\b(?:and|or|then))\s*$")
_REACH: Final = 12
_LEAST: Final = 2


def item_markers(line: str, faces: Mapping[int, int]) -> dict[int, int]:
    """Return where the numbers and bullets of a line's items start and end.

    Two items at least make a list; numbers count up. An emoji that opens the line and comes again
    is a bullet.
    """
    opening = len(line) - len(line.lstrip())
    if opening in faces:
        return _pictured(line, opening, faces)
    if _ITEM.match(line, opening) is None and not any(first in line for first in _FIRST):
        return {}
    items: list[re.Match[str]] = []
    for found in _ITEM.finditer(line):
        if items and _follows(items[-1], found):
            items.append(found)
        elif len(items) < _LEAST and _introduced(line, found):
            items = [found]
    if len(items) < _LEAST or any(_runs_in(line, item) for item in items[1:]):
        return {}
    return {item.start(): item.end() for item in items}


def _follows(before: re.Match[str], item: re.Match[str]) -> bool:
    if before["bullet"] or item["bullet"]:
        return before["bullet"] == item["bullet"]
    return before["how"] == item["how"] and _value(item) == _value(before) + 1


def _value(item: re.Match[str]) -> int:
    label = item["number"]
    return int(label) if label.isdigit() else ord(label)


def _introduced(line: str, item: re.Match[str]) -> bool:
    """Say whether an item may be a list's first: at the line's start, or "a)" after a colon."""
    before = line[max(0, item.start() - _REACH) : item.start()]
    if not before.strip() and item.start() < _REACH:
        return True
    first = (
        item["bullet"] or item["number"] == "1" or (item["number"] == "a" and ")" in item["how"])
    )
    return bool(first) and _INTRODUCES.search(before) is not None


def _runs_in(line: str, item: re.Match[str]) -> bool:
    return _RUN_IN.search(line, max(0, item.start() - _REACH), item.start()) is not None


def _pictured(line: str, opening: int, faces: Mapping[int, int]) -> dict[int, int]:
    bullet = line[opening : faces[opening]]
    items = {
        start: end
        for start, end in faces.items()
        if line[start:end] == bullet
        and line[start - 1 : start] in {"", " ", "\t"}
        and line[end : end + 1] == " "
        and line[end : end + 2].strip()
    }
    return items if len(items) >= _LEAST else {}
