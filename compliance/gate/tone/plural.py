"""Where a draft speaks as "we", whoever of the house that is."""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.tone.voice import Span, Voice

_WE: Final = frozenset(
    "we us our ours ourselves we're we've we'll we'd we'd've we'll've".split()  # noqa: SIM905
)
_GLUE: Final = frozenset("-_@#")
# The country, and the sizes of one: "in the US", "US $5", "a US 8".
_COUNTRY: Final = re.compile(r"U\.?S")


def find_first_plural(voice: Voice) -> list[Span]:
    """Return each "we", "us", "our", "ours" and "ourselves" of the voice's own.

    "Let's" speaks of the reader too and is none.
    """
    text = voice.text
    found: list[Span] = []
    for token in text.tokens:
        if token.text not in _WE or not voice.own(token.start, token.end):
            continue
        if text.norm[token.start - 1 : token.start] in _GLUE:
            continue
        if text.norm[token.end : token.end + 1] in _GLUE:
            continue
        start, end = text.span(token.start, token.end)
        if token.text != "us" or not _COUNTRY.match(text.original, start):
            found.append(Span(start, end))
    return found
