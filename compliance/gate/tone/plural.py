"""Where a draft speaks as "we", whoever of the house that is."""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.tone.voice import Span, Voice

_WE: Final = re.compile(r"(?<![\w'@#-])(?:we(?:'[a-z]+)*|us|ours?|ourselves)(?![\w'-])")
# The country, and the sizes of one: "in the US", "US $5", "a US 8".
_COUNTRY: Final = re.compile(r"U\.?S")


def find_first_plural(voice: Voice) -> list[Span]:
    """Return each "we", "us", "our", "ours" and "ourselves" of the voice's own.

    "Let's" speaks of the reader too and is none.
    """
    text = voice.text
    found: list[Span] = []
    for one in _WE.finditer(text.norm):
        start, end = text.span(*one.span())
        country = one.group() == "us" and _COUNTRY.match(text.original, start)
        if not country and voice.own(*one.span()):
            found.append(Span(start, end))
    return found
