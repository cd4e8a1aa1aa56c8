"""Where a draft calls the customer by name after its greeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.tone.address import APPOSED, greeting, name_parts, own_pattern
from compliance.gate.tone.names import TITLES
from compliance.gate.tone.removal import opens_sentence
from compliance.gate.tone.voice import Span, Voice

# Words after which a name is an address even without a comma: "Thanks Anna!"
_BEFORE: Final = re.compile(
    r"(?:,|\b(?:thanks|thank you|hi|hello|hey|sorry|welcome|welcome back|goodbye|bye|"
    r"congratulations|congrats|yes|no|okay|ok|sure|great news))[ \t]*$",
    re.IGNORECASE,
)
_TITLE_BEFORE: Final = re.compile(rf"\b{TITLES}\.? $", re.IGNORECASE)
_AFTER: Final = re.compile(r"[ \t]*(?:[,.!?;:–—]|[-]|\n|$)")
_LIST_AFTER: Final = re.compile(r",? (?:and|or|&) ")


def find_vocatives(voice: Voice, customer_name: str) -> list[Span]:
    """Return where a draft calls the customer by name outside its greeting."""
    parts = name_parts(customer_name)
    pattern = own_pattern(parts)
    norm = voice.text.norm
    places = sorted({at for part in parts for at in _places(norm, part)})
    if pattern is None or not places:
        return []
    original = voice.text.original
    opened = greeting(voice, customer_name)
    done = opened.end if opened else 0
    found: list[Span] = []
    for place in places:
        start = voice.text.span(place, place + 1)[0]
        if start < done:
            continue
        title = _TITLE_BEFORE.search(original, max(0, start - 12), start)
        one = pattern.match(original, title.start() if title else start)
        if one is None or one.start("who") < done:
            continue
        name = Span(*one.span("who"))
        done = name.end
        if _is_called(original, name) and not _is_cited(voice, name):
            found.append(name)
    return found


def _places(norm: str, part: str) -> Iterator[int]:
    """Yield where a word of a name starts a word of the text."""
    at = norm.find(part)
    while at >= 0:
        if not at or not (norm[at - 1].isalnum() or norm[at - 1] in "@#-'"):
            yield at
        at = norm.find(part, at + len(part))


def _is_called(original: str, name: Span) -> bool:
    """Say whether commas or a sentence's edges set a name apart as an address."""
    before = original[max(0, name.start - 80) : name.start]
    after = original[name.end : name.end + 80]
    if not _AFTER.match(after) or _LIST_AFTER.match(after) or APPOSED.match(after):
        return False
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    if not any(char.isalnum() for char in line):
        return False  # a name alone on its line signs, or heads an address
    return bool(_BEFORE.search(before[-24:])) or (
        opens_sentence(original, name.start) and after.lstrip(" ")[:1] == ","
    )


def _is_cited(voice: Voice, name: Span) -> bool:
    at = voice.text.norm_position(name.start)
    spans = (*voice.cited_spans, *voice.verbatim_spans)
    return any(start <= at < end for start, end in spans)
