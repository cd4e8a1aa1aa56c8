"""Where a draft speaks to its reader as "you"."""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.tone.voice import Span, Voice

# A hyphen on either side makes it a part of another word: do-it-yourself, a thank-you card. What
# stands before is looked at last: a pattern that opens with a letter is searched for much faster.
_YOU: Final = re.compile(r"y(?:ou(?:rself|rselves|rs?)?|'all|a)(?:'[a-z]+)*(?![\w-])")
_GLUED: Final = frozenset("'@#-_")
# Thanks are a formula, whoever reads them; so is "Yours sincerely".
_THANKS: Final = re.compile(r"\bthank(?:ed|ing|s)?(?: (?:all|both) of| so much to)? $")
_CLOSING: Final = re.compile(r" (?:sincerely|truly|faithfully|respectfully)\b")


def find_second_person(voice: Voice) -> list[Span]:
    """Return each "you", "your", "yours" and "yourself" by which the voice means its reader."""
    text = voice.text
    norm = text.norm
    found: list[Span] = []
    for one in _YOU.finditer(norm):
        start, end = one.span()
        if start and (norm[start - 1].isalnum() or norm[start - 1] in _GLUED):
            continue
        if _THANKS.search(norm, max(0, start - 24), start) or not voice.own(start, end):
            continue
        if one.group() == "yours" and _CLOSING.match(norm, end):
            continue
        found.append(Span(*text.span(start, end)))
    return found
