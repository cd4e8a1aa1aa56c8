"""Where a disclosure goes into a reply: behind what calls for it, at the start or at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from compliance.gate.detection import Hit
from compliance.gate.fixes import says_nothing
from compliance.gate.reading import Reading
from compliance.gate.types import Edit, Placement

_REASON: Final = "required disclosure"
_GREETING: Final = re.compile(
    r"\s*(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening))\b[^.!?,\n]{0,40}"
    r"(?:[,.!]?[ \t]*\n\s*|[.!][ \t]+)",
    re.IGNORECASE,
)
_SIGN_OFF: Final = re.compile(
    r"\s*\n[ \t]*(?:(?:kind|best|warm|warmest|many)? ?(?:regards|wishes|thanks)|thank you|"
    r"sincerely|warmly|yours (?:truly|sincerely)|cheers|respectfully|happy trails|best)[,.!]?[ \t]*"
    r"(?:\n[^\n]{0,80}){0,4}\s*\Z",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:\S/\S*|\S\.\w{2,})\Z")
_CLOSED: Final = frozenset('.!?:")”')


def insertion(reading: Reading, text: str, placement: Placement, hits: Sequence[Hit]) -> Edit:
    """Return the edit that puts a text in.

    Behind the sentence of the first hit, or with none at the start; at the start it follows a
    greeting on a line of its own, at the end it stands before the sign-off.
    """
    draft = reading.case.text
    if placement is Placement.END:
        at = _end(reading)
    elif placement is Placement.START or not hits:
        found = _GREETING.match(draft)
        at = found.end() if found else 0
        return Edit(at, at, f"{_closed(text, draft[at:])} ", _REASON)
    else:
        at = reading.text.sentence_at(max(hits[0].start, hits[0].end - 1)).end
    glue = "" if not at or draft[at - 1] in _CLOSED else "."
    return Edit(at, at, f"{glue} {_closed(text, draft[at:])}", _REASON)


def _end(reading: Reading) -> int:
    draft = reading.case.text
    found = _SIGN_OFF.search(draft)
    end = found.start() if found else len(draft.rstrip())
    line = reading.case.channel.opt_out_line
    if line and draft[:end].endswith(line):
        end = len(draft[: end - len(line)].rstrip())
    return end


def _closed(text: str, rest: str) -> str:
    """Close a text that is no sentence, such as a licence number, from whatever may follow it."""
    if text[-1] in _CLOSED:
        return text
    ends_line = rest.lstrip(" \t")[:1] in {"", "\n"}
    # A full stop at the end of an address may be taken for a part of it.
    return text if ends_line and _ADDRESS.search(text) else f"{text}."


def removal(reading: Reading, hits: Sequence[Hit], reason: str) -> tuple[Edit, ...]:
    """Return the edits that take out the sentences of hits; none where nothing would be left."""
    text = reading.text
    spans = sorted(
        {
            (text.sentence_at(hit.start).start, text.sentence_at(max(hit.start, hit.end - 1)).end)
            for hit in hits
        }
    )
    rest, at = "", 0
    for start, end in spans:
        rest += text.original[at:start]
        at = max(at, end)
    if not spans or says_nothing(rest + text.original[at:]):
        return ()
    return tuple(Edit(start, end, "", reason) for start, end in spans)
